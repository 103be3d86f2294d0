/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The smallest choice of elements that hits every conflict. A conflict is a row of demands, and is hit where
 * one of them is met; a demand is met where at least `need` of its elements are chosen. With one demand of
 * need 1 to each conflict this is the minimum hitting set (Karp 1972), which is NP-hard. */
#ifndef RELATA_ANALYSIS_HITTING_H
#define RELATA_ANALYSIS_HITTING_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct RelataHitting RelataHitting;

/* Elements are 0 … n−1. most_steps is the work limit of all solutions together, in elements looked at. */
RelataHitting *relata_hitting_new(guint n_elements, guint64 most_steps);
void relata_hitting_free(RelataHitting *hitting);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataHitting, relata_hitting_free)

/* Begins a conflict, and adds a demand to the last one that was begun; no element is twice in a demand. */
void relata_hitting_add_conflict(RelataHitting *hitting);
void relata_hitting_add_demand(RelataHitting *hitting, const guint *elements, guint n, guint need);

/* The smallest choice, of equals the first in the order of its elements. Sets chosen[0 … n−1] and *size.
 * FALSE where the work limit was reached, or where nothing hits all: then at least *size elements are needed,
 * and `chosen` is as it was. Solving again after conflicts were added takes up where it ended. Branch and
 * bound, exponential in the size at worst; the bound is a packing of conflicts that share no element. */
gboolean relata_hitting_solve(RelataHitting *hitting, gboolean *chosen, guint *size);

G_END_DECLS

#endif
