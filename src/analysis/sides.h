/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sides: camps that are friendly within and hostile to each other, as far as the ties allow.
 *
 * Structural balance has it that a signed network falls into such camps, any number of them (Davis 1967),
 * where nothing contradicts it. Where something does, the camps are those with the least frustration: hostile
 * ties within a camp plus friendly ties between camps, each tie weighing its corroboration. Doreian and Mrvar
 * 1996, "A partitioning approach to structural balance", Social Networks 18: 149–168; known elsewhere as
 * correlation clustering (Bansal, Blum and Chawla 2004).
 *
 * Several partitions may have the same frustration. Then nobody is put on a side by enmity alone: two enemies
 * of a third are on one side only if friendly ties lead from one to the other within it. */
#ifndef RELATA_ANALYSIS_SIDES_H
#define RELATA_ANALYSIS_SIDES_H

#include "analysis/partition.h"

RELATA_BEGIN_DECLS

#define RELATA_SIDES_EXACT 12 /* up to so many actors hanging together by signed ties the answer is exact */

/* What two vertices have between them: friendly minus hostile weight. */
typedef struct {
  guint low, high; /* low < high; each pair at most once */
  gint64 weight;
} RelataSignedPair;

/* The sides of the actors with a tie of positive or negative sign; the others are in none. One who is
 * friendly with nobody is a side of one. `ties`, by edge, says which ones there are (NULL: all); *frustration
 * (may be NULL) is what remains, and *exact (may be NULL) whether it is known to be the least. Deterministic.
 */
RelataPartition *relata_sides(const RelataNetwork *network, const gboolean *ties, guint64 *frustration,
                              gboolean *exact);

/* The kernel: labels[n] of the sides of n vertices that maximise the weight of the pairs within sides (which
 * is to minimise frustration), with what has no pair labelled alone. Parts that hang together and have at
 * most most_exact vertices (not above RELATA_SIDES_EXACT) are solved exactly, by branch and bound over
 * partitions: O(Bell(n)) at worst, 4 million for 12. Others by local search from several starts: moves of one
 * vertex and unions of two sides until neither helps, O(E) a round. Returns whether all were exact. */
gboolean relata_sides_solve(guint n, const GArray *pairs, guint most_exact, guint *labels);

RELATA_END_DECLS

#endif
