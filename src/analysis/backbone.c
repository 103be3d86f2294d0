/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analysis/backbone.h"

#include "analysis/dyads.h"

#include <math.h>

typedef struct {
  guint degree;    /* number of neighbours */
  double strength; /* total weight of its dyads */
} End;

static double
disparity(const End *end, guint weight)
{
  return end->degree < 2 ? 1 : pow(1 - weight / end->strength, end->degree - 1);
}

double *
relata_backbone(const RelataNetwork *network, const gboolean *ties)
{
  g_return_val_if_fail(network != NULL, NULL);
  g_autoptr(GArray) dyads = relata_dyads_new(network, ties);
  g_autofree End *ends = g_new0(End, MAX(network->n_actors, 1));
  for (guint i = 0; i < dyads->len; i++) {
    const RelataDyad *dyad = &g_array_index(dyads, RelataDyad, i);
    ends[dyad->low].degree++;
    ends[dyad->high].degree++;
    ends[dyad->low].strength += dyad->weight;
    ends[dyad->high].strength += dyad->weight;
  }
  double *levels = g_new(double, MAX(network->n_ties, 1));
  for (guint i = 0; i < network->n_ties; i++) {
    const RelataTie *tie = &network->ties[i];
    levels[i] = 1;
    if ((ties != NULL && !ties[i]) || tie->from == tie->to)
      continue;
    const RelataDyad *dyad = relata_dyads_find(dyads, tie->from, tie->to);
    levels[i] = MIN(disparity(&ends[dyad->low], dyad->weight), disparity(&ends[dyad->high], dyad->weight));
  }
  return levels;
}
