/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Measures made of shortest paths: betweenness, closeness and harmonic closeness, on the undirected network
 * with each pair of actors joined once. */
#include "analysis/measures.h"

#include "analysis/igraph_compat.h"

typedef igraph_error_t (*Distances)(const igraph_t *graph, guint n, igraph_vector_t *result);

static igraph_error_t
measure(const RelataNetwork *network, double *scores, Distances compute)
{
  g_autoptr(GArray) pairs = relata_measures_pairs(network, FALSE);
  igraph_t graph;
  igraph_vector_t result;
  igraph_error_t code = relata_measures_graph(pairs, network->n_actors, FALSE, &graph, NULL);
  if (code != IGRAPH_SUCCESS)
    return code;
  code = igraph_vector_init(&result, 0);
  if (code == IGRAPH_SUCCESS) {
    code = compute(&graph, network->n_actors, &result);
    for (guint i = 0; code == IGRAPH_SUCCESS && i < network->n_actors; i++)
      scores[i] = VECTOR(result)[i];
    igraph_vector_destroy(&result);
  }
  igraph_destroy(&graph);
  return code;
}

/* igraph counts each unordered pair of ends once, so the most there can be is a star's (n − 1)(n − 2) / 2. */
static igraph_error_t
betweenness(const igraph_t *graph, guint n, igraph_vector_t *result)
{
  igraph_error_t code = compat_betweenness(graph, result);
  double most = n > 2 ? (n - 1.0) * (n - 2.0) / 2 : 1;
  for (guint i = 0; code == IGRAPH_SUCCESS && i < n; i++)
    VECTOR(*result)[i] /= most;
  return code;
}

/* igraph's normalised closeness is the inverse of the mean distance to the actors that are reached: those of
 * the same component. (Their number is taken from the components since what igraph_closeness() itself counts
 * as reached has not always included the actor.) */
static igraph_error_t
closeness(const igraph_t *graph, guint n, igraph_vector_t *result)
{
  igraph_vector_int_t membership, sizes;
  igraph_error_t code = igraph_vector_int_init(&membership, 0);
  if (code != IGRAPH_SUCCESS)
    return code;
  code = igraph_vector_int_init(&sizes, 0);
  if (code == IGRAPH_SUCCESS) {
    code = igraph_connected_components(graph, &membership, &sizes, NULL, IGRAPH_WEAK);
    if (code == IGRAPH_SUCCESS)
      code = igraph_closeness(graph, result, NULL, NULL, igraph_vss_all(), IGRAPH_ALL, NULL, true);
    for (guint i = 0; code == IGRAPH_SUCCESS && i < n; i++) {
      double others = (double)VECTOR(sizes)[VECTOR(membership)[i]] - 1;
      VECTOR(*result)[i] = others > 0 ? VECTOR(*result)[i] * (others / (n - 1.0)) : 0;
    }
    igraph_vector_int_destroy(&sizes);
  }
  igraph_vector_int_destroy(&membership);
  return code;
}

static igraph_error_t
harmonic(const igraph_t *graph, guint n, igraph_vector_t *result)
{
  igraph_error_t code = igraph_harmonic_centrality(graph, result, igraph_vss_all(), IGRAPH_ALL, NULL, false);
  for (guint i = 0; code == IGRAPH_SUCCESS && i < n; i++)
    VECTOR(*result)[i] = n > 1 ? VECTOR(*result)[i] / (n - 1.0) : 0;
  return code;
}

igraph_error_t
relata_measure_betweenness(const RelataNetwork *network, double *scores)
{
  return measure(network, scores, betweenness);
}

igraph_error_t
relata_measure_closeness(const RelataNetwork *network, double *scores)
{
  return measure(network, scores, closeness);
}

igraph_error_t
relata_measure_harmonic(const RelataNetwork *network, double *scores)
{
  return measure(network, scores, harmonic);
}
