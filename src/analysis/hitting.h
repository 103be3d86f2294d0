/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The smallest set of elements that hits every conflict. A conflict is a list of demands, and is hit where at
 * least one of them is met. A demand is met where at least `need` of its elements are chosen. If each
 * conflict has one demand with need 1, this is the minimum hitting set (Karp 1972), which is NP-hard. */
#ifndef RELATA_ANALYSIS_HITTING_H
#define RELATA_ANALYSIS_HITTING_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct RelataHitting RelataHitting;

/* Elements are 0 … n−1. most_steps limits the work of all calls of relata_hitting_solve() together, counted
 * in elements looked at. */
RelataHitting *relata_hitting_new(guint n_elements, guint64 most_steps);
void relata_hitting_free(RelataHitting *hitting);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataHitting, relata_hitting_free)

/* relata_hitting_add_conflict() begins a conflict; relata_hitting_add_demand() adds a demand to the last
 * conflict begun. No element may occur twice in a demand. */
void relata_hitting_add_conflict(RelataHitting *hitting);
void relata_hitting_add_demand(RelataHitting *hitting, const guint *elements, guint n, guint need);

/* Finds a smallest set; of several, the first in the order of its elements. Sets chosen[0 … n−1] and *size.
 * Returns FALSE where the work limit was reached, or where no set hits all conflicts: then at least *size
 * elements are needed, and `chosen` is unchanged. A call after more conflicts were added continues from the
 * size that the last call reached. Branch and bound, exponential in the size at worst; the bound is a packing
 * of conflicts that share no element. */
gboolean relata_hitting_solve(RelataHitting *hitting, gboolean *chosen, guint *size);

G_END_DECLS

#endif
