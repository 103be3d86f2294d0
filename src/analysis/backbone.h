/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The backbone of a weighted network by the disparity filter: Serrano, Boguñá and Vespignani 2009,
 * "Extracting the multiscale backbone of complex weighted networks", PNAS 106(16): 6483–6488.
 *
 * The filter keeps the ties that are too strong to be chance for at least one of their two actors. Take an
 * actor with k neighbours, and a neighbour that has the share p of the actor's total weight. If the weight
 * were distributed at random, a share of p or more would have the probability
 *
 *   α = (1 − p)^(k − 1)
 *
 * The tie is kept where α is below a level at one of its ends at least. An actor with one neighbour
 * necessarily gives it all its weight, so there is nothing to compare with: α is 1, and the tie is kept only
 * where it is strong for the other end. Two actors that are tied only to each other are in no backbone.
 * Neither is a loop: an actor divides its weight among others. */
#ifndef RELATA_ANALYSIS_BACKBONE_H
#define RELATA_ANALYSIS_BACKBONE_H

#include "network/network.h"

RELATA_BEGIN_DECLS

#define RELATA_BACKBONE_LEVEL 0.05 /* the default level */

/* Returns α for each edge: the smaller of the two values at the ends of its dyad, from 0 to 1. A backbone is
 * the set of edges whose α is below a level. Parallel ties in either direction form one dyad and share its α;
 * the weight of a dyad is the sum of their corroborations. `ties` tells for each edge whether it counts
 * (NULL: all do); an edge that does not count gets 1, and so does a loop. Free with g_free(). O(E log E). */
double *relata_backbone(const RelataNetwork *network, const gboolean *ties);

RELATA_END_DECLS

#endif
