/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of measures, and what they share: rounding and order.
 *
 * A network of claims is a directed multigraph, but most measures in the literature are defined for simpler
 * graphs. The table says of each what it ignores and what it is divided by. This is why:
 *
 * Direction. Who attacks and who is attacked are equally connected, so measures of position ignore direction,
 * as path search does by default. Measures that are about direction respect it; they count a symmetric tie
 * both ways.
 *
 * Parallel ties. Degree and strength count what is told about an actor, so each tie counts. Measures of
 * distance are defined on graphs without parallel edges (Freeman 1977): two relations between the same two
 * actors are not two routes. If they were counted, betweenness would depend on how finely the relation types
 * are divided. For the same reason a core (Seidman 1983) counts neighbours. Where a measure distributes
 * something over the ties (a walker's choice, an actor's attention), the number of ties is their weight, as
 * Newman (2004) reads multigraphs.
 *
 * Loops, the ties of an actor with itself. Where ties are counted, a loop counts at both its ends, as it does
 * in the degree of graph theory; leading from and to the actor, it is one tie that leads in and one that
 * leads out. A walk along the ties may stay where it is, and who attacks itself is, to that extent, its own
 * authority: the matrix has 1 on its diagonal. Distances, cores, constraint and the eigenvector are about an
 * actor's position among the others, to which a loop adds nothing.
 *
 * A disconnected network. Betweenness counts the pairs that are connected. Closeness is that of Wasserman &
 * Faust (1994, p. 201): the share of the other actors that can be reached, divided by the mean distance to
 * them. So the centre of a pair does not outrank the centre of a large component. Harmonic takes 1/∞ as 0.
 * Eigenvector, hub and authority scores are the limit of an iteration that starts with equal scores: 0
 * outside the component with the largest eigenvalue.
 *
 * No ties at all, or one actor. All scores are 0, except those of PageRank, which are 1/n (the jumps alone),
 * and of constraint. Burt's sum is empty for an actor without contacts. A value of 0 would rank it as the
 * best broker of all, although it has no contacts to choose between or to bring together. So it gets the
 * value of an actor with a single contact: 1. */
#include "analysis/centrality.h"

#include "analysis/measures.h"
#include "network/guard.h"
#include "text/error.h"
#include "text/message.h"

#include <math.h>
#include <string.h>

const RelataMeasureInfo relata_measures[] = {
    {.name = "degree",
     .help = "number of ties: how much is told about an actor",
     .reference = "Freeman 1979",
     .integer = TRUE,
     .parallel = RELATA_TIES_EACH,
     .loops = RELATA_LOOPS_TWICE,
     .compute = relata_measure_degree},
    {.name = "in-degree",
     .help = "number of ties that lead to an actor: what others do to it or say of it",
     .reference = "Freeman 1979",
     .integer = TRUE,
     .directed = TRUE,
     .parallel = RELATA_TIES_EACH,
     .loops = RELATA_LOOPS_ONCE,
     .compute = relata_measure_in_degree},
    {.name = "out-degree",
     .help = "number of ties that lead from an actor: what it does to others or says of them",
     .reference = "Freeman 1979",
     .integer = TRUE,
     .directed = TRUE,
     .parallel = RELATA_TIES_EACH,
     .loops = RELATA_LOOPS_ONCE,
     .compute = relata_measure_out_degree},
    {.name = "strength",
     .help =
         "independent origins that affirm an actor's ties, less those that deny them, summed over the ties",
     .reference = "Barrat, Barthélemy, Pastor-Satorras & Vespignani 2004",
     .integer = TRUE,
     .parallel = RELATA_TIES_EACH,
     .loops = RELATA_LOOPS_TWICE,
     .compute = relata_measure_strength},
    {.name = "betweenness",
     .help = "share of shortest paths between others that run through an actor: go-betweens (0 to 1)",
     .reference = "Freeman 1977",
     .parallel = RELATA_TIES_AS_ONE,
     .loops = RELATA_LOOPS_IGNORED,
     .divisor = "(n−1)(n−2)/2, the pairs of others",
     .compute = relata_measure_betweenness},
    {.name = "closeness",
     .help = "inverse of the mean distance to the others, times the share that is reached (0 to 1)",
     .reference = "Wasserman & Faust 1994",
     .parallel = RELATA_TIES_AS_ONE,
     .loops = RELATA_LOOPS_IGNORED,
     .divisor = "n−1, the others",
     .compute = relata_measure_closeness},
    {.name = "harmonic",
     .help = "mean of the inverse distances to all others (0 to 1)",
     .reference = "Marchiori & Latora 2000; Rochat 2009",
     .parallel = RELATA_TIES_AS_ONE,
     .loops = RELATA_LOOPS_IGNORED,
     .divisor = "n−1, the others",
     .compute = relata_measure_harmonic},
    {.name = "eigenvector",
     .help = "tied to actors that themselves are well tied (the highest is 1)",
     .reference = "Bonacich 1972",
     .parallel = RELATA_TIES_WEIGH,
     .loops = RELATA_LOOPS_IGNORED,
     .divisor = "the highest",
     .compute = relata_measure_eigenvector},
    {.name = "pagerank",
     .help = "where a walk along the ties, with jumps, most often is (damping 0.85; all sum to 1)",
     .reference = "Brin & Page 1998",
     .directed = TRUE,
     .parallel = RELATA_TIES_WEIGH,
     .loops = RELATA_LOOPS_ONCE,
     .divisor = "the sum of all",
     .compute = relata_measure_pagerank},
    {.name = "hub",
     .help = "leads to good authorities (the highest is 1)",
     .reference = "Kleinberg 1999",
     .directed = TRUE,
     .parallel = RELATA_TIES_WEIGH,
     .loops = RELATA_LOOPS_ONCE,
     .divisor = "the highest",
     .compute = relata_measure_hub},
    {.name = "authority",
     .help = "good hubs lead to it (the highest is 1)",
     .reference = "Kleinberg 1999",
     .directed = TRUE,
     .parallel = RELATA_TIES_WEIGH,
     .loops = RELATA_LOOPS_ONCE,
     .divisor = "the highest",
     .compute = relata_measure_authority},
    {.name = "coreness",
     .help = "the largest k such that an actor is in a group where everyone is tied to k of the group",
     .reference = "Seidman 1983",
     .integer = TRUE,
     .parallel = RELATA_TIES_AS_ONE,
     .loops = RELATA_LOOPS_IGNORED,
     .compute = relata_measure_coreness},
    {.name = "constraint",
     .help = "how much an actor's contacts are tied to each other: low means a broker",
     .reference = "Burt 1992",
     .parallel = RELATA_TIES_WEIGH,
     .loops = RELATA_LOOPS_IGNORED,
     .less_is_better = TRUE,
     .compute = relata_measure_constraint},
    {.name = NULL},
};

const RelataMeasureInfo *
relata_measure_find(const char *name, GError **error)
{
  g_return_val_if_fail(name != NULL, NULL);
  const char *names[G_N_ELEMENTS(relata_measures)];
  guint n = 0;
  for (const RelataMeasureInfo *measure = relata_measures; measure->name != NULL; measure++) {
    if (strcmp(measure->name, name) == 0)
      return measure;
    names[n++] = measure->name;
  }
  relata_unknown(error, RELATA_ERROR_UNKNOWN_NAME, "measure", name, names, n);
  return NULL;
}

/* Rounds by way of decimal digits, so that the values compared are the values printed. */
static double
round_digits(double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  return g_ascii_strtod(g_ascii_formatd(digits, sizeof digits, "%.11e", value), NULL);
}

double *
relata_centrality(const RelataNetwork *network, const RelataMeasureInfo *measure, GError **error)
{
  g_return_val_if_fail(network != NULL && measure != NULL, NULL);
  g_autofree double *scores = g_new0(double, MAX(network->n_actors, 1));
  if (network->n_actors == 0)
    return g_steal_pointer(&scores);
  if (!measure->compute(network, scores, error))
    return NULL;
  for (guint i = 0; i < network->n_actors; i++) {
    if (!isfinite(scores[i])) {
      g_set_error(error, RELATA_ERROR, RELATA_ERROR_FAILED, "igraph: %s of %s is not a finite number",
                  measure->name, relata_network_actor(network, i)->id);
      return NULL;
    }
    scores[i] = round_digits(scores[i]);
  }
  return g_steal_pointer(&scores);
}

double *
relata_centrality_until(const RelataNetwork *network, const RelataMeasureInfo *measure, gint64 deadline,
                        GError **error)
{
  g_return_val_if_fail(network != NULL && measure != NULL, NULL);
  relata_guard_set_deadline(MAX(deadline, 1)); /* 0 would be none */
  double *scores = relata_centrality(network, measure, error);
  relata_guard_set_deadline(0);
  return scores;
}

double *
relata_centrality_prominence(const RelataNetwork *network, const RelataMeasureInfo *measure, GError **error)
{
  g_return_val_if_fail(network != NULL && measure != NULL, NULL);
  double *scores = relata_centrality(network, measure, error);
  if (scores == NULL || !measure->less_is_better || network->n_actors == 0)
    return scores;
  double least = scores[0], most = scores[0];
  for (guint i = 0; i < network->n_actors; i++) {
    least = MIN(least, scores[i]);
    most = MAX(most, scores[i]);
  }
  for (guint i = 0; i < network->n_actors; i++)
    scores[i] = round_digits(least + most - scores[i]);
  return scores;
}

const char *
relata_measure_ignores(const RelataMeasureInfo *measure)
{
  g_return_val_if_fail(measure != NULL, NULL);
  static const char *const words[2][2] = {{"direction", "direction, parallel ties"},
                                          {"nothing", "parallel ties"}};
  return words[measure->directed ? 1 : 0][measure->parallel == RELATA_TIES_AS_ONE ? 1 : 0];
}

const char *
relata_parallel_ties_name(RelataParallelTies parallel)
{
  static const char *const names[] = {"each", "as one", "weigh"};
  g_return_val_if_fail((guint)parallel < G_N_ELEMENTS(names), NULL);
  return names[parallel];
}

const char *
relata_loops_name(RelataLoops loops)
{
  static const char *const names[] = {"twice", "once", "ignored"};
  g_return_val_if_fail((guint)loops < G_N_ELEMENTS(names), NULL);
  return names[loops];
}

const char *
relata_measure_superlative(const RelataMeasureInfo *measure)
{
  g_return_val_if_fail(measure != NULL, NULL);
  return measure->less_is_better ? "lowest" : "highest";
}

typedef struct {
  const double *scores;
  gboolean least_first;
} Order;

static gint
compare_scores(gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *order = data;
  const guint u = *(const guint *)a, v = *(const guint *)b;
  const double one = order->scores[u], other = order->scores[v];
  if (one < other || one > other)
    return (one < other) == order->least_first ? -1 : 1;
  return u < v ? -1 : u > v; /* vertices are ordered by actor id */
}

guint *
relata_centrality_order(const RelataNetwork *network, const double *scores, gboolean least_first)
{
  g_return_val_if_fail(network != NULL && scores != NULL, NULL);
  guint *vertices = g_new(guint, MAX(network->n_actors, 1));
  for (guint i = 0; i < network->n_actors; i++)
    vertices[i] = i;
  Order order = {scores, least_first};
  g_qsort_with_data(vertices, (gint)network->n_actors, sizeof *vertices, compare_scores, &order);
  return vertices;
}
