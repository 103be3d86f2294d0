/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A network in which claims can be removed and restored. It answers many questions, each about a part of what
 * was selected, without building a network for each. */
#ifndef RELATA_NETWORK_MASK_H
#define RELATA_NETWORK_MASK_H

#include "network/adjacency.h"

G_BEGIN_DECLS

typedef struct RelataMask RelataMask;

/* Returns a mask of a network, which is borrowed and stays unchanged. `selection` is the one that the network
 * was made from; it is needed only during the call. At first no claim is removed. O(V + E + claims); as much
 * memory as the network's ties and adjacency. */
RelataMask *relata_mask_new(const RelataNetwork *network, const RelataSelection *selection);
void relata_mask_free(RelataMask *mask);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataMask, relata_mask_free)

/* Keeps only the claims that the selection lets pass. The selection must equal the network's own, except that
 * it may have more claim filters, or stricter ones: it must let no further claim pass, and have the same
 * actors and minimum corroboration. Where that is more than 1 it must also name the same relation types,
 * because those that are named count together. O(claims of the corpus), and O(log d) for each tie that
 * changes. */
void relata_mask_set(RelataMask *mask, const RelataSelection *selection);

/* Returns the network that is left; borrowed; the next relata_mask_set() changes it. Use it only for
 * searches. Actors and ties keep their numbers. Ties have the counts, claims and order among parallel ties
 * that a network of the selection would give them. Ties that no longer stand remain in its ties and in its
 * adjacency, as the last of their parallel ties, but no way leads over them (RELATA_KIND_WAYS() is 0). So an
 * actor may list neighbours that it no longer has, and degrees are wrong. The counts of what the selection
 * left out are those of the whole network. */
const RelataNetwork *relata_mask_network(const RelataMask *mask);

G_END_DECLS

#endif
