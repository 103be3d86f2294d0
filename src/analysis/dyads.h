/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Dyads: the pairs of actors that have a tie, whichever way it runs, with what all their ties weigh together.
 * Weights are corroboration, so that what many independent sources say counts for more. */
#ifndef RELATA_ANALYSIS_DYADS_H
#define RELATA_ANALYSIS_DYADS_H

#include "network/network.h"

G_BEGIN_DECLS

typedef struct {
  guint low, high;         /* vertices, low < high */
  guint weight;            /* the corroboration of its ties added up: ≥ 1 */
  guint friendly, hostile; /* … of those whose relation is of positive, of negative sign */
} RelataDyad;

/* The dyads (RelataDyad) of those ties, `ties` being by edge (NULL: all), ordered by low, then high. Newly
 * allocated. O(E log E). */
GArray *relata_dyads_new(const RelataNetwork *network, const gboolean *ties);

/* The dyad of two vertices among those, or NULL. O(log E). */
const RelataDyad *relata_dyads_find(const GArray *dyads, guint one, guint other);

G_END_DECLS

#endif
