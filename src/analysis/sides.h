/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sides: camps that are friendly within and hostile to each other, as far as the ties allow.
 *
 * According to structural balance (Davis 1967), a signed network without contradictions divides into any
 * number of such camps. Where there are contradictions, the camps are those with the least frustration:
 * hostile ties within a camp plus friendly ties between camps, each tie weighted by its corroboration.
 * Doreian and Mrvar 1996, "A partitioning approach to structural balance", Social Networks 18: 149–168; also
 * known as correlation clustering (Bansal, Blum and Chawla 2004).
 *
 * Several partitions may have the same frustration. In that case nobody is put on a side by enmity alone: two
 * enemies of a third actor are on one side only if friendly ties within that side connect them. */
#ifndef RELATA_ANALYSIS_SIDES_H
#define RELATA_ANALYSIS_SIDES_H

#include "analysis/partition.h"

RELATA_BEGIN_DECLS

#define RELATA_SIDES_EXACT 12 /* up to this many actors connected by signed ties the answer is exact */

/* The friendly minus the hostile weight between two vertices. */
typedef struct {
  guint low, high; /* low < high; each pair at most once */
  gint64 weight;
} RelataSignedPair;

/* Returns the sides of the actors with a tie of positive or negative sign; the other actors are in none. An
 * actor without a friend is a side of its own. `ties` tells for each edge whether it counts (NULL: all do).
 * *frustration (may be NULL) is set to the frustration that remains, and *exact (may be NULL) to whether that
 * is known to be the least. Deterministic. Free with relata_partition_free(). */
RelataPartition *relata_sides(const RelataNetwork *network, const gboolean *ties, guint64 *frustration,
                              gboolean *exact);

/* The kernel. Sets labels[n] to the sides of n vertices that maximise the weight of the pairs within sides,
 * which is the same as minimising frustration. A vertex without a pair gets a label of its own. Connected
 * components of at most most_exact vertices (not above RELATA_SIDES_EXACT) are solved exactly, by branch and
 * bound over partitions: O(Bell(n)) at worst, 4 million for 12. Other components are solved by local search
 * from several starts: it moves single vertices and unites pairs of sides until neither helps, O(E) a round.
 * Returns whether all components were solved exactly. */
gboolean relata_sides_solve(guint n, const GArray *pairs, guint most_exact, guint *labels);

RELATA_END_DECLS

#endif
