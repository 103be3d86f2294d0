/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analysis/communities.h"

#include "analysis/dyads.h"
#include "analysis/igraph_compat.h"
#include "network/graph_internal.h"
#include "network/guard.h"

#include <string.h>

/* A single run may end a little below the best modularity. It is very unlikely that this many all do. */
#define RUNS 10

typedef struct {
  guint n_vertices;
  const GArray *dyads;
  guint *labels; /* by vertex: the answer */
  double modularity;
} Job;

static GArray *
list_pairs(const GArray *dyads)
{
  GArray *pairs = g_array_new(FALSE, FALSE, sizeof(RelataPair));
  for (guint i = 0; i < dyads->len; i++) {
    const RelataDyad *dyad = &g_array_index(dyads, RelataDyad, i);
    const RelataPair pair = {dyad->low, dyad->high, dyad->weight};
    g_array_append_val(pairs, pair);
  }
  return pairs;
}

static igraph_error_t
run(Job *job, const igraph_t *graph, const igraph_vector_t *weights, const igraph_vector_t *strengths,
    igraph_vector_int_t *membership)
{
  const double resolution = 1 / igraph_vector_sum(strengths);
  for (guint seed = 1; seed <= RUNS; seed++) {
    igraph_real_t modularity = 0;
    igraph_error_t code = igraph_rng_seed(igraph_rng_default(), seed);
    if (code == IGRAPH_SUCCESS)
      code = compat_leiden(graph, weights, strengths, resolution, membership);
    if (code == IGRAPH_SUCCESS)
      code = igraph_modularity(graph, membership, weights, 1, IGRAPH_UNDIRECTED, &modularity);
    if (code != IGRAPH_SUCCESS)
      return code;
    /* Sums in a different order differ in their last digits. Such runs are equally good, and the first one
     * counts. */
    if (seed > 1 && modularity < job->modularity + 1e-9)
      continue;
    job->modularity = modularity;
    for (guint i = 0; i < job->n_vertices; i++)
      job->labels[i] = (guint)VECTOR(*membership)[i];
  }
  return IGRAPH_SUCCESS;
}

static igraph_error_t
run_in_guard(gpointer data)
{
  Job *job = data;
  igraph_t graph;
  igraph_vector_t weights, strengths;
  igraph_vector_int_t membership;
  g_autoptr(GArray) pairs = list_pairs(job->dyads);
  igraph_error_t code = relata_pairs_graph(pairs, job->n_vertices, FALSE, &graph, &weights);
  if (code != IGRAPH_SUCCESS)
    return code;
  code = igraph_vector_init(&strengths, job->n_vertices);
  if (code == IGRAPH_SUCCESS) {
    for (guint i = 0; i < pairs->len; i++) {
      const RelataPair *pair = &g_array_index(pairs, RelataPair, i);
      VECTOR(strengths)[pair->from] += pair->weight;
      VECTOR(strengths)[pair->to] += pair->weight;
    }
    code = igraph_vector_int_init(&membership, job->n_vertices);
    if (code == IGRAPH_SUCCESS) {
      code = run(job, &graph, &weights, &strengths, &membership);
      igraph_vector_int_destroy(&membership);
    }
    igraph_vector_destroy(&strengths);
  }
  igraph_vector_destroy(&weights);
  igraph_destroy(&graph);
  return code;
}

RelataPartition *
relata_communities(const RelataNetwork *network, const gboolean *ties, double *modularity, GError **error)
{
  g_return_val_if_fail(network != NULL, NULL);
  const guint n = network->n_actors;
  g_autoptr(GArray) dyads = relata_dyads_new(network, ties);
  g_autofree guint *found = g_new0(guint, MAX(n, 1)), *labels = g_new(guint, MAX(n, 1));
  Job job = {n, dyads, found, 0};
  if (dyads->len > 0 && !relata_guard_run(run_in_guard, &job, error))
    return NULL;
  memset(labels, 0xff, MAX(n, 1) * sizeof *labels); /* RELATA_NONE */
  for (guint i = 0; i < dyads->len; i++) {
    const RelataDyad *dyad = &g_array_index(dyads, RelataDyad, i);
    labels[dyad->low] = found[dyad->low];
    labels[dyad->high] = found[dyad->high];
  }
  if (modularity != NULL)
    *modularity = job.modularity;
  return relata_partition_new(labels, n, n);
}
