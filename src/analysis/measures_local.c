/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Measures of an actor's neighbourhood: counts of ties, cores, and Burt's constraint. */
#include "analysis/measures.h"

#include <math.h>

/* Counts the ties that lead to, or from, each actor, or both: a loop leads from the actor and to it. A
 * symmetric tie leads both ways, but a loop has only one. */
static void
count_ties(const RelataNetwork *network, gboolean incoming, gboolean outgoing, double *scores)
{
  for (guint i = 0; i < network->n_actors; i++)
    scores[i] = 0;
  for (guint i = 0; i < network->n_ties; i++) {
    const RelataTie *tie = &network->ties[i];
    const gboolean symmetric = tie->from != tie->to && relata_network_relation(network, tie)->symmetric;
    if (outgoing || symmetric)
      scores[tie->from] += 1;
    if (incoming || symmetric)
      scores[tie->to] += 1;
  }
}

gboolean
relata_measure_degree(const RelataNetwork *network, double *scores, GError **error)
{
  (void)error;
  count_ties(network, TRUE, TRUE, scores);
  return TRUE;
}

gboolean
relata_measure_in_degree(const RelataNetwork *network, double *scores, GError **error)
{
  (void)error;
  count_ties(network, TRUE, FALSE, scores);
  return TRUE;
}

gboolean
relata_measure_out_degree(const RelataNetwork *network, double *scores, GError **error)
{
  (void)error;
  count_ties(network, FALSE, TRUE, scores);
  return TRUE;
}

gboolean
relata_measure_strength(const RelataNetwork *network, double *scores, GError **error)
{
  (void)error;
  for (guint i = 0; i < network->n_actors; i++)
    scores[i] = 0;
  for (guint i = 0; i < network->n_ties; i++) {
    const RelataTie *tie = &network->ties[i];
    scores[tie->from] += relata_tie_strength(tie);
    scores[tie->to] += relata_tie_strength(tie);
  }
  return TRUE;
}

static igraph_error_t
coreness(const RelataSimple *simple, guint n, igraph_vector_t *scores)
{
  igraph_vector_int_t cores;
  igraph_error_t code = igraph_vector_int_init(&cores, 0);
  if (code != IGRAPH_SUCCESS)
    return code;
  code = igraph_coreness(&simple->graph, &cores, IGRAPH_ALL);
  for (guint i = 0; code == IGRAPH_SUCCESS && i < n; i++)
    VECTOR(*scores)[i] = (double)VECTOR(cores)[i];
  igraph_vector_int_destroy(&cores);
  return code;
}

gboolean
relata_measure_coreness(const RelataNetwork *network, double *scores, GError **error)
{
  return relata_measures_ask_igraph(network, FALSE, coreness, scores, error);
}

static igraph_error_t
constraint(const RelataSimple *simple, guint n, igraph_vector_t *scores)
{
  igraph_error_t code = igraph_constraint(&simple->graph, scores, igraph_vss_all(), &simple->weights);
  for (guint i = 0; code == IGRAPH_SUCCESS && i < n; i++)
    if (isnan(VECTOR(*scores)[i])) /* an actor without ties */
      VECTOR(*scores)[i] = 1;
  return code;
}

gboolean
relata_measure_constraint(const RelataNetwork *network, double *scores, GError **error)
{
  return relata_measures_ask_igraph(network, FALSE, constraint, scores, error);
}
