/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: what a network makes when it is first asked for. */
#ifndef RELATA_NETWORK_NETWORK_INTERNAL_H
#define RELATA_NETWORK_NETWORK_INTERNAL_H

#include "network/adjacency.h"

G_BEGIN_DECLS

typedef struct RelataGraphs RelataGraphs;

struct RelataNetworkMade {
  RelataAdjacency *adjacency;
  RelataGraphs *graphs;
};

void relata_adjacency_free(RelataAdjacency *adjacency);
/* The places of the relation types in the order of their ids; newly allocated. */
guint *relata_adjacency_rank_types(RelataSchema *schema);
/* Relation type and ways of a hop, as the adjacency lists them. */
guint relata_adjacency_kind(const RelataNetwork *network, RelataHop hop);
void relata_graphs_free(RelataGraphs *graphs);

/* An empty network, all else zero; and whether so many claims can be numbered, *error set where not. */
RelataNetwork *relata_network_alloc(const RelataCorpus *corpus);
gboolean relata_network_check_size(guint64 n_claims, GError **error);

static inline int
relata_order(gint64 left, gint64 right)
{
  return left < right ? -1 : left > right;
}

/* The order of edges. */
int relata_tie_compare(const RelataNetwork *network, const RelataTie *left, const RelataTie *right);

/* Counts a tie's claims anew: type, ends, first_claim and n_claims are set, all else follows from the claims.
 * `origins` (of guint) is scratch. O(n log n) for n claims. */
void relata_tie_count(const RelataNetwork *network, RelataTie *tie, GArray *origins);

G_END_DECLS

#endif
