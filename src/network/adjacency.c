/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Builds the compact adjacency: a counting sort by vertex, then a sort of each vertex's hops. */
#include "network/network_internal.h"

#include <string.h>

typedef struct {
  guint neighbour;
  guint corroboration, rank; /* rank of the relation type's id among all ids */
  RelataHop hop;
} Entry;

static gint
compare_entries(gconstpointer a, gconstpointer b, gpointer data)
{
  const Entry *left = a, *right = b;
  (void)data;
  int order = relata_order(left->neighbour, right->neighbour);
  if (order == 0)
    order = relata_order(right->corroboration, left->corroboration);
  if (order == 0)
    order = relata_order(left->rank, right->rank);
  return order != 0 ? order : right->hop.forward - left->hop.forward;
}

static gint
compare_type_ids(gconstpointer a, gconstpointer b, gpointer schema)
{
  return strcmp(relata_schema_relation_type(schema, *(const guint *)a)->id,
                relata_schema_relation_type(schema, *(const guint *)b)->id);
}

guint *
relata_adjacency_rank_types(RelataSchema *schema)
{
  guint n = relata_schema_relation_types(schema)->len;
  g_autofree guint *order = g_new(guint, MAX(n, 1));
  guint *ranks = g_new(guint, MAX(n, 1));
  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data(order, (gint)n, sizeof *order, compare_type_ids, schema);
  for (guint i = 0; i < n; i++)
    ranks[order[i]] = i;
  return ranks;
}

guint
relata_adjacency_kind(const RelataNetwork *network, RelataHop hop)
{
  const RelataTie *tie = &network->ties[hop.tie];
  if (tie->from == tie->to || relata_network_relation(network, tie)->symmetric)
    return tie->type << 2 | RELATA_WAY_ALONG | RELATA_WAY_AGAINST;
  return tie->type << 2 | (hop.forward ? RELATA_WAY_ALONG : RELATA_WAY_AGAINST);
}

/* Collects all hops, unsorted, with the vertex that each is listed at. */
static GArray *
collect(const RelataNetwork *network, GArray *at)
{
  GArray *entries = g_array_sized_new(FALSE, FALSE, sizeof(Entry), 2 * network->n_ties);
  g_autofree guint *ranks = relata_adjacency_rank_types(relata_corpus_schema(network->corpus));
  for (guint i = 0; i < network->n_ties; i++) {
    const RelataTie *tie = &network->ties[i];
    const RelataHop along = {i, TRUE}, against = {i, relata_network_relation(network, tie)->symmetric};
    const Entry entry = {tie->to, tie->corroboration, ranks[tie->type], along};
    const Entry back = {tie->from, tie->corroboration, ranks[tie->type], against};
    g_array_append_val(entries, entry);
    g_array_append_val(at, tie->from);
    if (tie->from == tie->to)
      continue;
    g_array_append_val(entries, back);
    g_array_append_val(at, tie->to);
  }
  return entries;
}

/* Groups the hops by that vertex; end[vertex] becomes the end of its entries. Newly allocated. */
static Entry *
group(const GArray *unsorted, const GArray *at, guint n, guint *end)
{
  Entry *entries = g_new(Entry, MAX(unsorted->len, 1));
  for (guint i = 0; i < at->len; i++)
    end[g_array_index(at, guint, i) + 1]++;
  for (guint i = 0; i < n; i++)
    end[i + 1] += end[i];
  for (guint i = 0; i < at->len; i++)
    entries[end[g_array_index(at, guint, i)]++] = g_array_index(unsorted, Entry, i);
  return entries;
}

static RelataAdjacency *
adjacency_alloc(guint n_vertices, guint n_hops)
{
  RelataAdjacency *adjacency = g_new0(RelataAdjacency, 1);
  adjacency->n_vertices = n_vertices;
  adjacency->offsets = g_new(guint, (gsize)n_vertices + 1);
  adjacency->neighbours = g_new(guint, MAX(n_hops, 1));
  adjacency->first = g_new(guint, (gsize)n_hops + 1);
  adjacency->n_hops = n_hops;
  adjacency->hops = g_new(RelataHop, MAX(n_hops, 1));
  adjacency->kinds = g_new(guint, MAX(n_hops, 1));
  return adjacency;
}

static RelataAdjacency *
adjacency_new(const RelataNetwork *network)
{
  const guint n = network->n_actors;
  g_autoptr(GArray) at = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GArray) unsorted = collect(network, at);
  g_autofree guint *end = g_new0(guint, (gsize)n + 1);
  g_autofree Entry *entries = group(unsorted, at, n, end);
  RelataAdjacency *adjacency = adjacency_alloc(n, at->len);
  guint n_neighbours = 0, begin = 0;
  for (guint vertex = 0; vertex < n; vertex++) {
    adjacency->offsets[vertex] = n_neighbours;
    g_qsort_with_data(entries + begin, (gint)(end[vertex] - begin), sizeof *entries, compare_entries, NULL);
    for (guint i = begin; i < end[vertex]; i++) {
      if (i == begin || entries[i].neighbour != entries[i - 1].neighbour) {
        adjacency->neighbours[n_neighbours] = entries[i].neighbour;
        adjacency->first[n_neighbours++] = i;
      }
      adjacency->hops[i] = entries[i].hop;
      adjacency->kinds[i] = relata_adjacency_kind(network, entries[i].hop);
    }
    begin = end[vertex];
  }
  adjacency->offsets[n] = n_neighbours;
  adjacency->first[n_neighbours] = at->len;
  return adjacency;
}

const RelataAdjacency *
relata_network_adjacency(const RelataNetwork *network)
{
  g_return_val_if_fail(network != NULL, NULL);
  if (network->made->adjacency == NULL)
    network->made->adjacency = adjacency_new(network);
  return network->made->adjacency;
}

void
relata_adjacency_free(RelataAdjacency *adjacency)
{
  if (adjacency == NULL)
    return;
  g_free(adjacency->offsets);
  g_free(adjacency->neighbours);
  g_free(adjacency->first);
  g_free(adjacency->hops);
  g_free(adjacency->kinds);
  g_free(adjacency);
}

guint
relata_adjacency_find(const RelataAdjacency *adjacency, guint vertex, guint neighbour)
{
  g_return_val_if_fail(adjacency != NULL && vertex < adjacency->n_vertices, RELATA_NONE);
  guint low = adjacency->offsets[vertex], high = adjacency->offsets[vertex + 1];
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (adjacency->neighbours[middle] < neighbour)
      low = middle + 1;
    else
      high = middle;
  }
  return low < adjacency->offsets[vertex + 1] && adjacency->neighbours[low] == neighbour ? low : RELATA_NONE;
}

guint
relata_adjacency_n_others(const RelataAdjacency *adjacency, guint vertex)
{
  g_return_val_if_fail(adjacency != NULL && vertex < adjacency->n_vertices, 0);
  return adjacency->offsets[vertex + 1] - adjacency->offsets[vertex] -
         (relata_adjacency_find(adjacency, vertex, vertex) != RELATA_NONE ? 1 : 0);
}

guint
relata_adjacency_leads_to(const RelataAdjacency *adjacency, guint vertex, guint hop)
{
  g_return_val_if_fail(adjacency != NULL && vertex < adjacency->n_vertices, RELATA_NONE);
  guint low = adjacency->offsets[vertex], high = adjacency->offsets[vertex + 1];
  g_return_val_if_fail(low < high && hop < adjacency->n_hops, RELATA_NONE);
  while (high - low > 1) { /* finds the last neighbour whose hops begin no later */
    const guint middle = low + (high - low) / 2;
    if (adjacency->first[middle] <= hop)
      low = middle;
    else
      high = middle;
  }
  return adjacency->neighbours[low];
}
