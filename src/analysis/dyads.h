/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Dyads: the pairs of actors that have a tie in either direction, with the total weight of their ties. The
 * weight of a tie is its corroboration, so that what many independent sources say counts for more. Loops are
 * in no dyad. */
#ifndef RELATA_ANALYSIS_DYADS_H
#define RELATA_ANALYSIS_DYADS_H

#include "network/network.h"

G_BEGIN_DECLS

typedef struct {
  guint low, high;         /* vertices, low < high */
  guint weight;            /* the sum of the corroborations of its ties, ≥ 1 */
  guint friendly, hostile; /* the same sum over the ties of positive sign, and of negative sign */
} RelataDyad;

/* Returns the dyads (RelataDyad) of the ties that count, ordered by low, then high. `ties` tells for each
 * edge whether it counts (NULL: all do). Free with g_array_unref(). O(E log E). */
GArray *relata_dyads_new(const RelataNetwork *network, const gboolean *ties);

/* Returns the dyad of two vertices, given in either order, or NULL; of one vertex, NULL. O(log E). */
const RelataDyad *relata_dyads_find(const GArray *dyads, guint one, guint other);

G_END_DECLS

#endif
