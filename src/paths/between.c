/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "paths/between.h"

#include "paths/path_space.h"

static void
between_free(gpointer data)
{
  RelataBetween *between = data;
  g_free(between->before);
  g_free(between->after);
  g_free(between);
}

/* Returns the hops from a vertex to its neighbour at an index of the adjacency. Free with g_free(). */
static RelataHop *
hops_at(const RelataAdjacency *adjacency, guint place, gboolean directed, guint *n)
{
  GArray *hops = g_array_new(FALSE, FALSE, sizeof(RelataHop));
  for (guint i = adjacency->first[place]; i < adjacency->first[place + 1]; i++)
    if (!directed || (RELATA_KIND_WAYS(adjacency->kinds[i]) & RELATA_WAY_ALONG) != 0)
      g_array_append_val(hops, adjacency->hops[i]);
  *n = hops->len;
  return (RelataHop *)(void *)g_array_free(hops, FALSE);
}

static int
compare(gconstpointer a, gconstpointer b)
{
  const RelataBetween *one = *(const RelataBetween *const *)a, *other = *(const RelataBetween *const *)b;
  const guint n = one->n_before + one->n_after, m = other->n_before + other->n_after;
  if (n != m)
    return n > m ? -1 : 1;
  return one->vertex < other->vertex ? -1 : one->vertex > other->vertex;
}

GPtrArray *
relata_path_between(RelataPathSearcher *searcher, guint a, guint b, gboolean directed)
{
  g_return_val_if_fail(searcher != NULL && MAX(a, b) < searcher->network->n_actors, NULL);
  const RelataAdjacency *adjacency = searcher->adjacency;
  GPtrArray *all = g_ptr_array_new_with_free_func(between_free);
  for (guint place = adjacency->offsets[a]; a != b && place < adjacency->offsets[a + 1]; place++) {
    const guint vertex = adjacency->neighbours[place], on = relata_adjacency_find(adjacency, vertex, b);
    if (vertex == a || vertex == b || on == RELATA_NONE)
      continue;
    RelataBetween *one = g_new0(RelataBetween, 1);
    one->vertex = vertex;
    one->before = hops_at(adjacency, place, directed, &one->n_before);
    one->after = hops_at(adjacency, on, directed, &one->n_after);
    if (one->n_before > 0 && one->n_after > 0)
      g_ptr_array_add(all, one);
    else
      between_free(one);
  }
  g_ptr_array_sort(all, compare);
  return all;
}
