/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Mehlhorn's approximation. Each vertex belongs to the domain of its nearest terminal. An edge between two
 * domains stands for a path between their terminals. The result is a minimum spanning tree of these paths. */
#include "paths/connect_kernel.h"

typedef struct {
  guint *owner;    /* the nearest terminal; of several, the one whose search came first */
  guint *before;   /* the next vertex on the way to it; at a terminal, the terminal itself */
  guint *distance; /* number of hops to it */
} Domains;

/* A path from one terminal to another through the edge (a, b). */
typedef struct {
  guint hops, a, b;
} Bridge;

/* Breadth-first search from all terminals at once. O(V + E). */
static void
divide(const RelataConnectKernel *kernel, Domains *domains)
{
  g_autofree guint *queue = g_new(guint, kernel->n);
  guint tail = 0;
  for (guint i = 0; i < kernel->n; i++)
    domains->owner[i] = RELATA_NONE;
  for (guint i = 0; i < kernel->n_terminals; i++) {
    const guint terminal = kernel->terminals[i];
    domains->owner[terminal] = domains->before[terminal] = queue[tail++] = terminal;
    domains->distance[terminal] = 0;
  }
  for (guint head = 0; head < tail; head++)
    for (guint k = kernel->offsets[queue[head]]; k < kernel->offsets[queue[head] + 1]; k++) {
      const guint neighbour = kernel->neighbours[k];
      if (domains->owner[neighbour] != RELATA_NONE)
        continue;
      domains->owner[neighbour] = domains->owner[queue[head]];
      domains->before[neighbour] = queue[head];
      domains->distance[neighbour] = domains->distance[queue[head]] + 1;
      queue[tail++] = neighbour;
    }
}

static gint
by_hops(gconstpointer a, gconstpointer b)
{
  const Bridge *p = a, *q = b;
  if (p->hops != q->hops)
    return p->hops < q->hops ? -1 : 1;
  if (p->a != q->a)
    return p->a < q->a ? -1 : 1;
  return p->b < q->b ? -1 : p->b > q->b;
}

static GArray *
bridges_between(const RelataConnectKernel *kernel, const Domains *domains)
{
  GArray *bridges = g_array_new(FALSE, FALSE, sizeof(Bridge));
  for (guint a = 0; a < kernel->n; a++)
    for (guint k = kernel->offsets[a]; k < kernel->offsets[a + 1]; k++) {
      const guint b = kernel->neighbours[k];
      if (a > b || domains->owner[a] == domains->owner[b])
        continue;
      const Bridge bridge = {domains->distance[a] + 1 + domains->distance[b], a, b};
      g_array_append_val(bridges, bridge);
    }
  g_array_sort(bridges, by_hops);
  return bridges;
}

/* Takes the vertices from a vertex to its terminal, up to the first that is already taken. */
static void
take(const Domains *domains, guint vertex, guint8 *taken)
{
  for (; !taken[vertex]; vertex = domains->before[vertex])
    taken[vertex] = TRUE;
}

GArray *
relata_connect_near(const RelataConnectKernel *kernel)
{
  g_autofree guint *owner = g_new(guint, kernel->n), *before = g_new(guint, kernel->n);
  g_autofree guint *distance = g_new0(guint, kernel->n), *sets = relata_connect_sets_new(kernel->n);
  g_autofree guint8 *taken = g_new0(guint8, kernel->n);
  Domains domains = {owner, before, distance};
  divide(kernel, &domains);
  g_autoptr(GArray) bridges = bridges_between(kernel, &domains);
  for (guint i = 0; i < bridges->len; i++) {
    const Bridge *bridge = &g_array_index(bridges, Bridge, i);
    if (!relata_connect_sets_join(sets, owner[bridge->a], owner[bridge->b]))
      continue;
    take(&domains, bridge->a, taken);
    take(&domains, bridge->b, taken);
  }
  taken[kernel->terminals[0]] = TRUE; /* there is no bridge where it is the only terminal */
  GArray *vertices = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < kernel->n; i++)
    if (taken[i])
      g_array_append_val(vertices, i);
  return vertices;
}
