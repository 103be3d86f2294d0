/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How a measure is passed to igraph. */
#include "analysis/measures.h"

#include "network/guard.h"

typedef struct {
  const RelataSimple *simple;
  guint n;
  RelataIgraphMeasure measure;
  double *scores;
} Question;

static igraph_error_t
ask(gpointer data)
{
  const Question *question = data;
  igraph_vector_t result;
  igraph_error_t code = igraph_vector_init(&result, question->n);
  if (code != IGRAPH_SUCCESS)
    return code;
  code = question->measure(question->simple, question->n, &result);
  for (guint i = 0; code == IGRAPH_SUCCESS && i < question->n; i++)
    question->scores[i] = VECTOR(result)[i];
  igraph_vector_destroy(&result);
  return code;
}

/* The check overlooks that the scores are written to through the struct. */
gboolean
relata_measures_ask_igraph(const RelataNetwork *network, gboolean directed, RelataIgraphMeasure measure,
                           double *scores, GError **error) // NOLINT(readability-non-const-parameter)
{
  Question question = {relata_network_simple(network, directed, error), network->n_actors, measure, scores};
  return question.simple != NULL && relata_guard_run(ask, &question, error);
}
