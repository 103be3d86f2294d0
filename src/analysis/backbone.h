/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The backbone of a weighted network by the disparity filter: Serrano, Boguñá and Vespignani 2009,
 * "Extracting the multiscale backbone of complex weighted networks", PNAS 106(16): 6483–6488.
 *
 * It keeps the ties that are too strong, for one of their ends, to be chance. Of an actor with k neighbours a
 * neighbour has the share p of all the weight there; were the weight strewn at random, a share so large or
 * larger would come about with the probability
 *
 *   α = (1 − p)^(k − 1)
 *
 * and the tie is kept where that is below a level at one of its ends at least. An actor with one neighbour
 * gives it all its weight by necessity: there is no chance to compare with (α = 1), and its tie is kept only
 * where it is strong for the other end. Two actors tied only to each other are in no backbone. */
#ifndef RELATA_ANALYSIS_BACKBONE_H
#define RELATA_ANALYSIS_BACKBONE_H

#include "network/network.h"

RELATA_BEGIN_DECLS

#define RELATA_BACKBONE_LEVEL 0.05 /* where nothing else is said */

/* By edge the α of its dyad: the smaller of its two ends', from 0 to 1. A backbone is the edges below a
 * level. Parallel ties, whichever way they run, are one dyad and share its α; its weight is their
 * corroboration added up. `ties`, by edge, says which ones there are (NULL: all); the others get 1. Newly
 * allocated (g_free). O(E log E). */
double *relata_backbone(const RelataNetwork *network, const gboolean *ties);

RELATA_END_DECLS

#endif
