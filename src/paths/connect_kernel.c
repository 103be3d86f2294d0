/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "paths/connect_kernel.h"

guint *
relata_connect_sets_new(guint n)
{
  guint *sets = g_new(guint, MAX(n, 1));
  for (guint i = 0; i < n; i++)
    sets[i] = i;
  return sets;
}

static guint
name_of(guint *sets, guint element)
{
  while (sets[element] != element)
    element = sets[element] = sets[sets[element]];
  return element;
}

gboolean
relata_connect_sets_join(guint *sets, guint a, guint b)
{
  const guint p = name_of(sets, a), q = name_of(sets, b);
  sets[MAX(p, q)] = MIN(p, q);
  return p != q;
}

gint
relata_connect_compare(gconstpointer a, gconstpointer b)
{
  const guint p = *(const guint *)a, q = *(const guint *)b;
  return p < q ? -1 : p > q;
}

/* The state of a vertex. */
enum { OUTSIDE, INSIDE, TERMINAL };

static void
strip(const RelataAdjacency *adjacency, const GArray *component, guint8 *standing)
{
  g_autofree guint *degrees = g_new0(guint, MAX(adjacency->n_vertices, 1));
  g_autofree guint *ends = g_new(guint, MAX(component->len, 1));
  guint n_ends = 0;
  for (guint i = 0; i < component->len; i++) {
    const guint vertex = g_array_index(component, guint, i);
    for (guint k = adjacency->offsets[vertex]; k < adjacency->offsets[vertex + 1]; k++)
      degrees[vertex] += adjacency->neighbours[k] != vertex && standing[adjacency->neighbours[k]] != OUTSIDE;
    if (degrees[vertex] <= 1 && standing[vertex] != TERMINAL)
      ends[n_ends++] = vertex;
  }
  for (guint i = 0; i < n_ends; i++) {
    standing[ends[i]] = OUTSIDE;
    for (guint k = adjacency->offsets[ends[i]]; k < adjacency->offsets[ends[i] + 1]; k++) {
      const guint neighbour = adjacency->neighbours[k];
      if (standing[neighbour] == INSIDE && --degrees[neighbour] == 1)
        ends[n_ends++] = neighbour;
    }
  }
}

/* Makes the adjacency of the vertices that are not OUTSIDE. */
static void
number_anew(const RelataAdjacency *adjacency, const guint8 *standing, RelataConnectKernel *kernel)
{
  g_autofree guint *numbers = g_new(guint, MAX(adjacency->n_vertices, 1));
  g_autoptr(GArray) neighbours = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint vertex = 0; vertex < adjacency->n_vertices; vertex++)
    if (standing[vertex] != OUTSIDE) {
      if (standing[vertex] == TERMINAL)
        kernel->terminals[kernel->n_terminals++] = kernel->n;
      kernel->vertices[kernel->n] = vertex;
      numbers[vertex] = kernel->n++;
    }
  kernel->offsets = g_new(guint, (gsize)kernel->n + 1);
  for (guint i = 0; i < kernel->n; i++) {
    const guint vertex = kernel->vertices[i];
    kernel->offsets[i] = neighbours->len;
    for (guint k = adjacency->offsets[vertex]; k < adjacency->offsets[vertex + 1]; k++)
      if (adjacency->neighbours[k] != vertex && standing[adjacency->neighbours[k]] != OUTSIDE)
        g_array_append_val(neighbours, numbers[adjacency->neighbours[k]]);
  }
  kernel->offsets[kernel->n] = neighbours->len;
  kernel->neighbours = (guint *)(gpointer)g_array_free(g_steal_pointer(&neighbours), FALSE);
}

RelataConnectKernel *
relata_connect_kernel_new(const RelataAdjacency *adjacency, const GArray *component, const GArray *terminals)
{
  g_autofree guint8 *standing = g_new0(guint8, MAX(adjacency->n_vertices, 1));
  for (guint i = 0; i < component->len; i++)
    standing[g_array_index(component, guint, i)] = INSIDE;
  for (guint i = 0; i < terminals->len; i++)
    standing[g_array_index(terminals, guint, i)] = TERMINAL;
  strip(adjacency, component, standing);
  RelataConnectKernel *kernel = g_new0(RelataConnectKernel, 1);
  kernel->vertices = g_new(guint, component->len);
  kernel->terminals = g_new(guint, terminals->len);
  number_anew(adjacency, standing, kernel);
  return kernel;
}

void
relata_connect_kernel_free(RelataConnectKernel *kernel)
{
  if (kernel == NULL)
    return;
  g_free(kernel->offsets);
  g_free(kernel->neighbours);
  g_free(kernel->vertices);
  g_free(kernel->terminals);
  g_free(kernel);
}
