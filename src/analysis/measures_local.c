/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Measures of an actor's surroundings: counts of ties, cores, and Burt's constraint. */
#include "analysis/measures.h"

#include <math.h>

static void
count_ties(const RelataNetwork *network, gboolean incoming, gboolean outgoing, double *scores)
{
  for (guint i = 0; i < network->n_actors; i++)
    scores[i] = 0;
  for (guint i = 0; i < network->n_ties; i++) {
    const RelataTie *tie = &network->ties[i];
    gboolean symmetric = relata_network_relation(network, tie)->symmetric;
    if (outgoing || symmetric)
      scores[tie->from] += 1;
    if (incoming || symmetric)
      scores[tie->to] += 1;
  }
}

igraph_error_t
relata_measure_degree(const RelataNetwork *network, double *scores)
{
  count_ties(network, TRUE, TRUE, scores);
  return IGRAPH_SUCCESS;
}

igraph_error_t
relata_measure_in_degree(const RelataNetwork *network, double *scores)
{
  count_ties(network, TRUE, FALSE, scores);
  return IGRAPH_SUCCESS;
}

igraph_error_t
relata_measure_out_degree(const RelataNetwork *network, double *scores)
{
  count_ties(network, FALSE, TRUE, scores);
  return IGRAPH_SUCCESS;
}

igraph_error_t
relata_measure_strength(const RelataNetwork *network, double *scores)
{
  for (guint i = 0; i < network->n_actors; i++)
    scores[i] = 0;
  for (guint i = 0; i < network->n_ties; i++) {
    const RelataTie *tie = &network->ties[i];
    scores[tie->from] += tie->corroboration;
    scores[tie->to] += tie->corroboration;
  }
  return IGRAPH_SUCCESS;
}

igraph_error_t
relata_measure_coreness(const RelataNetwork *network, double *scores)
{
  g_autoptr(GArray) pairs = relata_measures_pairs(network, FALSE);
  igraph_t graph;
  igraph_vector_int_t cores;
  igraph_error_t code = relata_measures_graph(pairs, network->n_actors, FALSE, &graph, NULL);
  if (code != IGRAPH_SUCCESS)
    return code;
  code = igraph_vector_int_init(&cores, 0);
  if (code == IGRAPH_SUCCESS) {
    code = igraph_coreness(&graph, &cores, IGRAPH_ALL);
    for (guint i = 0; code == IGRAPH_SUCCESS && i < network->n_actors; i++)
      scores[i] = (double)VECTOR(cores)[i];
    igraph_vector_int_destroy(&cores);
  }
  igraph_destroy(&graph);
  return code;
}

igraph_error_t
relata_measure_constraint(const RelataNetwork *network, double *scores)
{
  g_autoptr(GArray) pairs = relata_measures_pairs(network, FALSE);
  igraph_t graph;
  igraph_vector_t weights, result;
  igraph_error_t code = relata_measures_graph(pairs, network->n_actors, FALSE, &graph, &weights);
  if (code != IGRAPH_SUCCESS)
    return code;
  code = igraph_vector_init(&result, 0);
  if (code == IGRAPH_SUCCESS) {
    code = igraph_constraint(&graph, &result, igraph_vss_all(), &weights);
    for (guint i = 0; code == IGRAPH_SUCCESS && i < network->n_actors; i++)
      scores[i] = isnan(VECTOR(result)[i]) ? 1.0 : VECTOR(result)[i]; /* NaN: an actor without ties */
    igraph_vector_destroy(&result);
  }
  igraph_vector_destroy(&weights);
  igraph_destroy(&graph);
  return code;
}
