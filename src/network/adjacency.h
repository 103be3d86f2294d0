/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The adjacency of a network: who is next to whom and by which ties, in flat arrays of 32-bit numbers. Each
 * tie is listed at both its ends, as a hop, with the ways in which it can be walked from there; parallel ties
 * are kept, grouped by neighbour.
 *
 *   for (guint place = a->offsets[vertex]; place < a->offsets[vertex + 1]; place++)
 *     for (guint hop = a->first[place]; hop < a->first[place + 1]; hop++)
 *       … a->neighbours[place] is reached by a->hops[hop]
 */
#ifndef RELATA_NETWORK_ADJACENCY_H
#define RELATA_NETWORK_ADJACENCY_H

#include "network/network.h"

RELATA_BEGIN_DECLS

/* A tie as it is walked. */
typedef struct {
  guint tie;        /* edge of the network */
  gboolean forward; /* walked along the tie (a symmetric tie always is) */
} RelataHop;

/* Ways in which a tie can be walked, as bits: a symmetric one both. */
#define RELATA_WAY_ALONG   1u
#define RELATA_WAY_AGAINST 2u

/* Read only. */
typedef struct {
  guint n_vertices;
  guint *offsets;    /* n_vertices + 1: where a vertex's neighbours begin */
  guint *neighbours; /* each once, ascending (by actor id) */
  guint *first;      /* one for each neighbour, and one more: where its hops begin */
  guint n_hops;
  RelataHop *hops; /* by corroboration, more first; relation type id; along the tie first */
  guint *kinds;    /* by hop: relation type · 4 + ways, as the hop is walked from here */
} RelataAdjacency;

#define RELATA_KIND_TYPE(kind) ((kind) >> 2)
#define RELATA_KIND_WAYS(kind) ((kind)&3u)
/* The ways of the same hop walked the other way round. */
#define RELATA_WAYS_BACK(ways) ((((ways) << 1) & 2u) | ((ways) >> 1))

/* The network's adjacency, made by the first call: O(V + E log d), d being the ties of an actor; some 20
 * bytes for each end of a tie. Borrowed, until the network is freed. Never NULL. */
const RelataAdjacency *relata_network_adjacency(const RelataNetwork *network);

/* The place of a neighbour in `neighbours`, or RELATA_NONE where the two vertices have no tie. O(log d). */
guint relata_adjacency_find(const RelataAdjacency *adjacency, guint vertex, guint neighbour);

/* The neighbour that a hop of the vertex leads to. O(log d). */
guint relata_adjacency_leads_to(const RelataAdjacency *adjacency, guint vertex, guint hop);

RELATA_END_DECLS

#endif
