/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of measures, and what they share: rounding and order.
 *
 * A network of claims is a directed multigraph, but most measures in the literature are defined for simpler
 * graphs. This is how each measure treats the network:
 *
 *   measure       direction   parallel ties        range, normalisation           an isolated actor
 *   degree        ignored     each counts          0 … , none                     0
 *   in-degree     respected   each counts          0 … , none                     0
 *   out-degree    respected   each counts          0 … , none                     0
 *   strength      ignored     each, by its origins 0 … , none                     0
 *   betweenness   ignored     count as one         0 … 1, by (n−1)(n−2)/2         0
 *   closeness     ignored     count as one         0 … 1, Wasserman & Faust       0
 *   harmonic      ignored     count as one         0 … 1, by n−1                  0
 *   eigenvector   ignored     weigh                0 … 1, largest is 1            0
 *   pagerank      respected   weigh                0 … 1, sum is 1                the jumps' share
 *   hub           respected   weigh                0 … 1, largest is 1            0
 *   authority     respected   weigh                0 … 1, largest is 1            0
 *   coreness      ignored     count as one         0 … , none                     0
 *   constraint    ignored     weigh                0 … , none                     1
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
 * Ties of an actor with itself do not exist (network.h).
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
#include "text/error.h"
#include "text/message.h"

#include <math.h>
#include <string.h>

const RelataMeasureInfo relata_measures[] = {
    {"degree", "number of ties: how much is told about an actor", "Freeman 1979", TRUE,
     relata_measure_degree},
    {"in-degree", "number of ties that lead to an actor: what others do to it or say of it", "Freeman 1979",
     TRUE, relata_measure_in_degree},
    {"out-degree", "number of ties that lead from an actor: what it does to others or says of them",
     "Freeman 1979", TRUE, relata_measure_out_degree},
    {"strength",
     "independent origins that affirm an actor's ties, less those that deny them, summed over the ties",
     "Barrat, Barthélemy, Pastor-Satorras & Vespignani 2004", TRUE, relata_measure_strength},
    {"betweenness", "share of shortest paths between others that run through an actor: go-betweens (0 to 1)",
     "Freeman 1977", FALSE, relata_measure_betweenness},
    {"closeness", "inverse of the mean distance to the others, times the share that is reached (0 to 1)",
     "Wasserman & Faust 1994", FALSE, relata_measure_closeness},
    {"harmonic", "mean of the inverse distances to all others (0 to 1)",
     "Marchiori & Latora 2000; Rochat 2009", FALSE, relata_measure_harmonic},
    {"eigenvector", "tied to actors that themselves are well tied (the highest is 1)", "Bonacich 1972", FALSE,
     relata_measure_eigenvector},
    {"pagerank", "where a walk along the ties, with jumps, most often is (damping 0.85; all sum to 1)",
     "Brin & Page 1998", FALSE, relata_measure_pagerank},
    {"hub", "leads to good authorities (the highest is 1)", "Kleinberg 1999", FALSE, relata_measure_hub},
    {"authority", "good hubs lead to it (the highest is 1)", "Kleinberg 1999", FALSE,
     relata_measure_authority},
    {"coreness", "the largest k such that an actor is in a group where everyone is tied to k of the group",
     "Seidman 1983", TRUE, relata_measure_coreness},
    {"constraint", "how much an actor's contacts are tied to each other: low means a broker", "Burt 1992",
     FALSE, relata_measure_constraint},
    {NULL, NULL, NULL, FALSE, NULL},
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

static gint
compare_scores(gconstpointer a, gconstpointer b, gpointer data)
{
  const double *scores = data;
  guint u = *(const guint *)a, v = *(const guint *)b;
  if (scores[u] > scores[v] || scores[u] < scores[v])
    return scores[u] > scores[v] ? -1 : 1;
  return u < v ? -1 : u > v; /* vertices are ordered by actor id */
}

guint *
relata_centrality_order(const RelataNetwork *network, const double *scores)
{
  g_return_val_if_fail(network != NULL && scores != NULL, NULL);
  guint *order = g_new(guint, MAX(network->n_actors, 1));
  for (guint i = 0; i < network->n_actors; i++)
    order[i] = i;
  g_qsort_with_data(order, (gint)network->n_actors, sizeof *order, compare_scores, (gpointer)(gsize)scores);
  return order;
}
