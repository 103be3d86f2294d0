/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Measures in which an actor's score depends on the scores of its neighbours: eigenvector centrality, hubs
 * and authorities, PageRank.
 *
 * Eigenvector, hub and authority scores are defined as the limit of an iteration that begins with equal
 * scores (Bonacich 1972; Kleinberg 1999). Where the largest eigenvalue is simple, the limit is "the"
 * principal eigenvector. Where several components share that eigenvalue (two pairs of actors and nothing
 * else), there are infinitely many such eigenvectors, and a library may return any of them. So each connected
 * component is solved by itself: there, by Perron's theorem, the answer is unique. The limit is then the sum
 * of v (v·s) / (v·v) over the components with the largest eigenvalue, where v is the component's eigenvector
 * and s the vector that the iteration begins with.
 *
 * Hubs and authorities of a graph with matrix A are the two halves of the principal eigenvector of (0 A; Aᵀ
 * 0). This is the undirected graph that contains every actor twice, as a hub and as an authority. Both
 * iterations begin with equal hub scores. */
#include "analysis/measures.h"

#include "analysis/igraph_compat.h"
#include "network/graph_internal.h"

#include <math.h>

#define DAMPING 0.85
/* Eigenvalues that differ by less than this (relatively) are taken as equal. */
#define SAME_VALUE 1e-10
/* Iterations of the eigensolver times actors; this takes some seconds. Chains of thousands of actors have
 * very small gaps between their eigenvalues and need more. They get igraph's error, which says so. */
#define SOLVER_WORK 10000000u

typedef struct {
  GArray *pairs; /* numbered by the component's own vertices */
  GArray *vertices;
  double sum, most; /* the sum of all row sums and the largest of them: sum / n ≤ eigenvalue ≤ most */
  double value;
  double *vector; /* NULL where it was not needed: the eigenvalue cannot be the largest */
} Component;

static void
component_clear(gpointer data)
{
  Component *component = data;
  g_array_unref(component->pairs);
  g_array_unref(component->vertices);
  g_free(component->vector);
}

/* Fills component_of[n] and sets *n_components to the number of components. */
static igraph_error_t
find_components(const GArray *pairs, guint n, guint *component_of, guint *n_components)
{
  igraph_t graph;
  igraph_vector_t weights;
  igraph_vector_int_t membership;
  igraph_integer_t count = 0;
  igraph_error_t code = relata_pairs_graph(pairs, n, FALSE, &graph, &weights);
  if (code != IGRAPH_SUCCESS)
    return code;
  code = igraph_vector_int_init(&membership, 0);
  if (code == IGRAPH_SUCCESS) {
    code = igraph_connected_components(&graph, &membership, NULL, &count, IGRAPH_WEAK);
    for (guint i = 0; code == IGRAPH_SUCCESS && i < n; i++)
      component_of[i] = (guint)VECTOR(membership)[i];
    igraph_vector_int_destroy(&membership);
  }
  igraph_vector_destroy(&weights);
  igraph_destroy(&graph);
  *n_components = (guint)count;
  return code;
}

/* Returns the components that have ties. */
static GArray *
split(const GArray *pairs, guint n, const guint *component_of, guint n_components)
{
  GArray *components = g_array_new(FALSE, TRUE, sizeof(Component));
  g_array_set_clear_func(components, component_clear);
  g_autofree double *row = g_new0(double, n);
  g_autofree guint *number = g_new(guint, n);
  g_autofree guint *place = g_new(guint, n_components);
  for (guint i = 0; i < n_components; i++)
    place[i] = RELATA_NONE;
  for (guint i = 0; i < pairs->len; i++) {
    const RelataPair *pair = &g_array_index(pairs, RelataPair, i);
    row[pair->from] += pair->weight;
    row[pair->to] += pair->weight;
  }
  for (guint i = 0; i < n; i++) {
    if (row[i] <= 0)
      continue;
    guint *at = &place[component_of[i]];
    if (*at == RELATA_NONE) {
      Component fresh = {.pairs = g_array_new(FALSE, FALSE, sizeof(RelataPair)),
                         .vertices = g_array_new(FALSE, FALSE, sizeof(guint))};
      *at = components->len;
      g_array_append_val(components, fresh);
    }
    Component *component = &g_array_index(components, Component, *at);
    number[i] = component->vertices->len;
    g_array_append_val(component->vertices, i);
    component->sum += row[i];
    component->most = MAX(component->most, row[i]);
  }
  for (guint i = 0; i < pairs->len; i++) {
    RelataPair pair = g_array_index(pairs, RelataPair, i);
    Component *component = &g_array_index(components, Component, place[component_of[pair.from]]);
    pair.from = number[pair.from];
    pair.to = number[pair.to];
    g_array_append_val(component->pairs, pair);
  }
  return components;
}

static igraph_error_t
solve(Component *component)
{
  guint n = component->vertices->len;
  component->vector = g_new(double, n);
  if (n == 2) {
    component->vector[0] = component->vector[1] = 1;
    component->value = component->sum / 2;
    return IGRAPH_SUCCESS;
  }
  igraph_t graph;
  igraph_vector_t weights, result;
  igraph_arpack_options_t options;
  igraph_arpack_options_init(&options);
  options.mxiter = (int)CLAMP(SOLVER_WORK / n, 300, 3000);
  igraph_error_t code = relata_pairs_graph(component->pairs, n, FALSE, &graph, &weights);
  if (code != IGRAPH_SUCCESS)
    return code;
  code = igraph_vector_init(&result, 0);
  if (code == IGRAPH_SUCCESS) {
    /* igraph starts from the degrees with some random noise added. The seed makes that deterministic. */
    igraph_rng_seed(igraph_rng_default(), 1);
    code = compat_eigenvector(&graph, &weights, &options, &result, &component->value);
    for (guint i = 0; code == IGRAPH_SUCCESS && i < n; i++)
      component->vector[i] = fabs(VECTOR(result)[i]);
    igraph_vector_destroy(&result);
  }
  igraph_vector_destroy(&weights);
  igraph_destroy(&graph);
  return code;
}

/* Solves the components whose eigenvalue can be the largest. Sets *best to the largest eigenvalue. */
static igraph_error_t
solve_largest(GArray *components, double *best)
{
  double least = 0;
  *best = 0;
  for (guint i = 0; i < components->len; i++) {
    const Component *component = &g_array_index(components, Component, i);
    least = MAX(least, component->sum / component->vertices->len);
  }
  for (guint i = 0; i < components->len; i++) {
    Component *component = &g_array_index(components, Component, i);
    if (component->most < least * (1 - SAME_VALUE))
      continue;
    igraph_error_t code = solve(component);
    if (code != IGRAPH_SUCCESS)
      return code;
    *best = MAX(*best, component->value);
  }
  return IGRAPH_SUCCESS;
}

/* Computes the limit of the iteration that starts from 1 at the first `n_started` vertices and 0 at the
 * others. */
static igraph_error_t
principal(const GArray *pairs, guint n, guint n_started, double *scores)
{
  guint n_components = 0;
  g_autofree guint *component_of = g_new0(guint, n);
  for (guint i = 0; i < n; i++)
    scores[i] = 0;
  igraph_error_t code = find_components(pairs, n, component_of, &n_components);
  if (code != IGRAPH_SUCCESS)
    return code;
  g_autoptr(GArray) components = split(pairs, n, component_of, n_components);
  double best;
  code = solve_largest(components, &best);
  for (guint i = 0; code == IGRAPH_SUCCESS && i < components->len; i++) {
    const Component *component = &g_array_index(components, Component, i);
    if (component->vector == NULL || component->value < best * (1 - SAME_VALUE))
      continue;
    double with_start = 0, with_itself = 0;
    for (guint j = 0; j < component->vertices->len; j++) {
      double v = component->vector[j];
      with_start += g_array_index(component->vertices, guint, j) < n_started ? v : 0;
      with_itself += v * v;
    }
    for (guint j = 0; j < component->vertices->len; j++)
      scores[g_array_index(component->vertices, guint, j)] = component->vector[j] * with_start / with_itself;
  }
  return code;
}

/* Scales the scores so that the largest is 1. The error of the eigensolver is about 1e-16 divided by the
 * relative gap between the two largest eigenvalues. That gap is 1e-5 in a chain of a few hundred actors, so
 * decimals after the eighth could be noise that makes equal positions differ. */
static void
scale(double *scores, guint n)
{
  double most = 0;
  for (guint i = 0; i < n; i++)
    most = MAX(most, scores[i]);
  for (guint i = 0; most > 0 && i < n; i++)
    scores[i] = round(scores[i] / most * 1e8) / 1e8;
}

static igraph_error_t
eigenvector(const RelataSimple *simple, guint n, igraph_vector_t *scores)
{
  igraph_error_t code = principal(simple->pairs, n, n, VECTOR(*scores));
  scale(VECTOR(*scores), n);
  return code;
}

gboolean
relata_measure_eigenvector(const RelataNetwork *network, double *scores, GError **error)
{
  return relata_measures_ask_igraph(network, FALSE, eigenvector, scores, error);
}

static igraph_error_t
hubs_and_authorities(const RelataSimple *simple, guint n, gboolean authorities, double *scores)
{
  g_autoptr(GArray) pairs = g_array_copy(simple->pairs);
  g_autofree double *both = g_new(double, 2 * (gsize)n);
  for (guint i = 0; i < pairs->len; i++)
    g_array_index(pairs, RelataPair, i).to += n;
  igraph_error_t code = principal(pairs, 2 * n, n, both);
  for (guint i = 0; i < n; i++)
    scores[i] = both[authorities ? n + i : i];
  scale(scores, n);
  return code;
}

static igraph_error_t
hub(const RelataSimple *simple, guint n, igraph_vector_t *scores)
{
  return hubs_and_authorities(simple, n, FALSE, VECTOR(*scores));
}

gboolean
relata_measure_hub(const RelataNetwork *network, double *scores, GError **error)
{
  return relata_measures_ask_igraph(network, TRUE, hub, scores, error);
}

static igraph_error_t
authority(const RelataSimple *simple, guint n, igraph_vector_t *scores)
{
  return hubs_and_authorities(simple, n, TRUE, VECTOR(*scores));
}

gboolean
relata_measure_authority(const RelataNetwork *network, double *scores, GError **error)
{
  return relata_measures_ask_igraph(network, TRUE, authority, scores, error);
}

/* PRPACK stops at an error of 1e-10, which differs between actors in equal positions. Each round of the
 * defining equation leaves 0.85 of the error, so about ninety rounds reduce it to rounding errors. */
static void
refine_pagerank(const GArray *pairs, guint n, double *scores)
{
  g_autofree double *out = g_new0(double, n);
  g_autofree double *next = g_new(double, n);
  for (guint i = 0; i < pairs->len; i++)
    out[g_array_index(pairs, RelataPair, i).from] += g_array_index(pairs, RelataPair, i).weight;
  for (guint round = 0; round < 300; round++) {
    double idle = 0, change = 0;
    for (guint i = 0; i < n; i++) {
      idle += out[i] > 0 ? 0 : scores[i];
      next[i] = 0;
    }
    for (guint i = 0; i < pairs->len; i++) {
      const RelataPair *pair = &g_array_index(pairs, RelataPair, i);
      next[pair->to] += scores[pair->from] * pair->weight / out[pair->from];
    }
    for (guint i = 0; i < n; i++) {
      double score = (1 - DAMPING) / n + DAMPING * (next[i] + idle / n);
      change += fabs(score - scores[i]);
      scores[i] = score;
    }
    if (change < 1e-15)
      break;
  }
}

static igraph_error_t
pagerank(const RelataSimple *simple, guint n, igraph_vector_t *scores)
{
  igraph_error_t code = compat_pagerank(&simple->graph, &simple->weights, DAMPING, scores);
  if (code == IGRAPH_SUCCESS)
    refine_pagerank(simple->pairs, n, VECTOR(*scores));
  return code;
}

gboolean
relata_measure_pagerank(const RelataNetwork *network, double *scores, GError **error)
{
  return relata_measures_ask_igraph(network, TRUE, pagerank, scores, error);
}
