/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The adjacency of a network: the neighbours of each actor and the ties to them, in flat arrays of 32-bit
 * numbers. Each tie is listed at both its ends, as a hop, with the ways in which it can be walked from there.
 * Parallel ties are kept, grouped by neighbour. A loop, the tie of an actor with itself, is listed once: it
 * can be walked both ways, which are the same walk, and the actor is its own neighbour.
 *
 *   for (guint place = a->offsets[vertex]; place < a->offsets[vertex + 1]; place++)
 *     for (guint hop = a->first[place]; hop < a->first[place + 1]; hop++)
 *       … a->neighbours[place] is reached by a->hops[hop] */
#ifndef RELATA_NETWORK_ADJACENCY_H
#define RELATA_NETWORK_ADJACENCY_H

#include "network/network.h"

RELATA_BEGIN_DECLS

/* A tie, walked in one direction. */
typedef struct {
  guint tie;        /* edge of the network */
  gboolean forward; /* walked along the tie (a symmetric tie and a loop always are) */
} RelataHop;

/* The ways in which a tie can be walked, as bits; a symmetric tie and a loop have both. */
#define RELATA_WAY_ALONG   1u
#define RELATA_WAY_AGAINST 2u

/* The arrays are read-only. */
typedef struct {
  guint n_vertices;
  guint *offsets;    /* n_vertices + 1: where the neighbours of a vertex begin */
  guint *neighbours; /* each once, in ascending order (of actor id) */
  guint *first;      /* where the hops to each neighbour begin, and one more */
  guint n_hops;
  RelataHop *hops; /* sorted by corroboration, more first; then relation type id; then along the tie first */
  guint *kinds;    /* by hop: relation type · 4 + ways, as walked from this vertex */
} RelataAdjacency;

#define RELATA_KIND_TYPE(kind) ((kind) >> 2)
#define RELATA_KIND_WAYS(kind) ((kind)&3u)
/* The ways of the same hop walked from its other end. */
#define RELATA_WAYS_BACK(ways) ((((ways) << 1) & 2u) | ((ways) >> 1))

/* Returns the network's adjacency. The first call builds it: O(V + E log d) for d ties per actor, and about
 * 20 bytes for each end of a tie. Borrowed; valid until the network is freed. Never NULL. */
const RelataAdjacency *relata_network_adjacency(const RelataNetwork *network);

/* Returns the place of a neighbour in `neighbours`, or RELATA_NONE where the two vertices have no
 * tie. O(log d). */
guint relata_adjacency_find(const RelataAdjacency *adjacency, guint vertex, guint neighbour);

/* Returns how many others the vertex has ties with: its neighbours without itself. O(log d). */
guint relata_adjacency_n_others(const RelataAdjacency *adjacency, guint vertex);

/* Returns the neighbour that a hop of the vertex leads to. O(log d). */
guint relata_adjacency_leads_to(const RelataAdjacency *adjacency, guint vertex, guint hop);

RELATA_END_DECLS

#endif
