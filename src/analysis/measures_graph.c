/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The graphs that measures hand to igraph. The network's own graph keeps parallel ties and stores a symmetric
 * tie as one arc; most measures are defined on less, or on more. */
#include "analysis/measures.h"

static gint
compare_pairs(gconstpointer a, gconstpointer b)
{
  const RelataPair *p = a, *q = b;
  if (p->from != q->from)
    return p->from < q->from ? -1 : 1;
  return p->to < q->to ? -1 : p->to > q->to;
}

GArray *
relata_measures_pairs(const RelataNetwork *network, gboolean directed)
{
  GArray *pairs = g_array_new(FALSE, FALSE, sizeof(RelataPair));
  for (guint i = 0; i < network->n_ties; i++) {
    const RelataTie *tie = &network->ties[i];
    RelataPair pair = {tie->from, tie->to, 1}, back = {tie->to, tie->from, 1};
    gboolean symmetric = relata_network_relation(network, tie)->symmetric;
    if (directed || tie->from < tie->to)
      g_array_append_val(pairs, pair);
    if (directed ? symmetric : tie->from > tie->to)
      g_array_append_val(pairs, back);
  }
  g_array_sort(pairs, compare_pairs);
  guint n = 0;
  RelataPair *pair = (RelataPair *)(void *)pairs->data;
  for (guint i = 0; i < pairs->len; i++) {
    if (n > 0 && compare_pairs(&pair[n - 1], &pair[i]) == 0)
      pair[n - 1].weight++;
    else
      pair[n++] = pair[i];
  }
  g_array_set_size(pairs, n);
  return pairs;
}

igraph_error_t
relata_measures_graph(const GArray *pairs, guint n_vertices, gboolean directed, igraph_t *graph,
                      igraph_vector_t *weights)
{
  igraph_vector_int_t edges;
  igraph_error_t code = igraph_vector_int_init(&edges, 2 * (igraph_integer_t)pairs->len);
  if (code != IGRAPH_SUCCESS)
    return code;
  if (weights != NULL)
    code = igraph_vector_init(weights, (igraph_integer_t)pairs->len);
  if (code == IGRAPH_SUCCESS) {
    for (guint i = 0; i < pairs->len; i++) {
      const RelataPair *pair = &g_array_index(pairs, RelataPair, i);
      VECTOR(edges)[2 * i] = pair->from;
      VECTOR(edges)[2 * i + 1] = pair->to;
      if (weights != NULL)
        VECTOR(*weights)[i] = pair->weight;
    }
    code = igraph_create(graph, &edges, n_vertices, directed ? IGRAPH_DIRECTED : IGRAPH_UNDIRECTED);
    if (code != IGRAPH_SUCCESS && weights != NULL)
      igraph_vector_destroy(weights);
  }
  igraph_vector_int_destroy(&edges);
  return code;
}
