/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A network some of whose claims are taken away, and others given back: for questions that are asked again
 * and again of less than was selected, without building a network for each. */
#ifndef RELATA_NETWORK_MASK_H
#define RELATA_NETWORK_MASK_H

#include "network/adjacency.h"

G_BEGIN_DECLS

typedef struct RelataMask RelataMask;

/* Of a network, which is borrowed and stays as it is; `selection` is the one that it was made from, for the
 * call only. At first nothing is taken away. O(V + E + claims); as much memory as the network's ties and
 * adjacency. */
RelataMask *relata_mask_new(const RelataNetwork *network, const RelataSelection *selection);
void relata_mask_free(RelataMask *mask);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataMask, relata_mask_free)

/* Leaves the claims that the selection lets pass. It must be as the network's own with more filters of claims
 * set, or stricter ones: what it lets pass, that one does too, and its actors and minimum corroboration are
 * the same. O(claims of the corpus), and O(log d) for each tie that changes. */
void relata_mask_set(RelataMask *mask, const RelataSelection *selection);

/* The network as it is left; borrowed, and changed by the next relata_mask_set(). It is one for searching:
 * actors and ties keep their numbers, and ties have the counts, claims and order among their parallels that a
 * network made from the selection would give them. Ties that do not stand any more are among its ties all the
 * same, and in its adjacency, as the last of their parallels: but no way leads over them (RELATA_KIND_WAYS()
 * is 0). So an actor may list neighbours that it has no more, and degrees are not to be read off. What it
 * says of claims that were left out is the whole network's. */
const RelataNetwork *relata_mask_network(const RelataMask *mask);

G_END_DECLS

#endif
