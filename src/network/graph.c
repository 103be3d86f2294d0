/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "network/graph_internal.h"

#include "network/guard.h"
#include "network/network_internal.h"

struct RelataGraphs {
  igraph_t graph;
  gboolean has_graph;
  RelataSimple *simple[2]; /* [1]: directed */
};

typedef struct {
  const RelataNetwork *network;
  igraph_t *graph;
} Job;

static RelataGraphs *
graphs_of(const RelataNetwork *network)
{
  if (network->made->graphs == NULL)
    network->made->graphs = g_new0(RelataGraphs, 1);
  return network->made->graphs;
}

static igraph_error_t
fill_graph(gpointer data)
{
  const Job *job = data;
  const RelataNetwork *network = job->network;
  igraph_vector_int_t edges;
  igraph_error_t code = igraph_vector_int_init(&edges, 2 * (igraph_integer_t)network->n_ties);
  if (code != IGRAPH_SUCCESS)
    return code;
  for (guint i = 0; i < network->n_ties; i++) {
    VECTOR(edges)[2 * (gsize)i] = network->ties[i].from;
    VECTOR(edges)[2 * (gsize)i + 1] = network->ties[i].to;
  }
  code = igraph_create(job->graph, &edges, network->n_actors, IGRAPH_DIRECTED);
  igraph_vector_int_destroy(&edges);
  return code;
}

const igraph_t *
relata_network_graph(const RelataNetwork *network, GError **error)
{
  g_return_val_if_fail(network != NULL, NULL);
  RelataGraphs *graphs = graphs_of(network);
  Job job = {network, &graphs->graph};
  if (!graphs->has_graph)
    graphs->has_graph = relata_guard_run(fill_graph, &job, error);
  return graphs->has_graph ? &graphs->graph : NULL;
}

/* ── Simple graphs ───────────────────────────────────────────────────────────────────────── */

/* The adjacency lists neighbours in the order that pairs must have. */
static GArray *
list_pairs(const RelataNetwork *network, gboolean directed)
{
  const RelataAdjacency *adjacency = relata_network_adjacency(network);
  GArray *pairs = g_array_new(FALSE, FALSE, sizeof(RelataPair));
  for (guint vertex = 0; vertex < adjacency->n_vertices; vertex++)
    for (guint place = adjacency->offsets[vertex]; place < adjacency->offsets[vertex + 1]; place++) {
      RelataPair pair = {vertex, adjacency->neighbours[place], 0};
      for (guint hop = adjacency->first[place]; hop < adjacency->first[place + 1]; hop++)
        pair.weight += directed ? RELATA_KIND_WAYS(adjacency->kinds[hop]) & RELATA_WAY_ALONG : 1;
      if (pair.weight > 0 && (directed || pair.from < pair.to))
        g_array_append_val(pairs, pair);
    }
  return pairs;
}

igraph_error_t
relata_pairs_graph(const GArray *pairs, guint n_vertices, gboolean directed, igraph_t *graph,
                   igraph_vector_t *weights)
{
  igraph_vector_int_t edges;
  igraph_error_t code = igraph_vector_int_init(&edges, 2 * (igraph_integer_t)pairs->len);
  if (code != IGRAPH_SUCCESS)
    return code;
  code = igraph_vector_init(weights, pairs->len);
  if (code == IGRAPH_SUCCESS) {
    for (guint i = 0; i < pairs->len; i++) {
      const RelataPair *pair = &g_array_index(pairs, RelataPair, i);
      VECTOR(edges)[2 * (gsize)i] = pair->from;
      VECTOR(edges)[2 * (gsize)i + 1] = pair->to;
      VECTOR(*weights)[i] = pair->weight;
    }
    code = igraph_create(graph, &edges, n_vertices, directed ? IGRAPH_DIRECTED : IGRAPH_UNDIRECTED);
    if (code != IGRAPH_SUCCESS)
      igraph_vector_destroy(weights);
  }
  igraph_vector_int_destroy(&edges);
  return code;
}

typedef struct {
  RelataSimple *simple;
  guint n_vertices;
  gboolean directed;
} SimpleJob;

static igraph_error_t
fill_simple(gpointer data)
{
  const SimpleJob *job = data;
  return relata_pairs_graph(job->simple->pairs, job->n_vertices, job->directed, &job->simple->graph,
                            &job->simple->weights);
}

const RelataSimple *
relata_network_simple(const RelataNetwork *network, gboolean directed, GError **error)
{
  g_return_val_if_fail(network != NULL, NULL);
  RelataSimple **kept = &graphs_of(network)->simple[directed ? 1 : 0];
  if (*kept != NULL)
    return *kept;
  RelataSimple *simple = g_new0(RelataSimple, 1);
  simple->pairs = list_pairs(network, directed);
  SimpleJob job = {simple, network->n_actors, directed};
  if (!relata_guard_run(fill_simple, &job, error)) {
    g_array_unref(simple->pairs);
    g_free(simple);
    return NULL;
  }
  return *kept = simple;
}

void
relata_graphs_free(RelataGraphs *graphs)
{
  if (graphs == NULL)
    return;
  if (graphs->has_graph)
    igraph_destroy(&graphs->graph);
  for (guint i = 0; i < G_N_ELEMENTS(graphs->simple); i++)
    if (graphs->simple[i] != NULL) {
      g_array_unref(graphs->simple[i]->pairs);
      igraph_vector_destroy(&graphs->simple[i]->weights);
      igraph_destroy(&graphs->simple[i]->graph);
      g_free(graphs->simple[i]);
    }
  g_free(graphs);
}
