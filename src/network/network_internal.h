/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files of network/ share: the parts of a network that are made on first use; private to them. */
#ifndef RELATA_NETWORK_NETWORK_INTERNAL_H
#define RELATA_NETWORK_NETWORK_INTERNAL_H

#include "network/adjacency.h"
#include "network/tie_count.h"

G_BEGIN_DECLS

typedef struct RelataGraphs RelataGraphs;

struct RelataNetworkMade {
  RelataAdjacency *adjacency;
  RelataGraphs *graphs;
  RelataSelection *selection; /* what it was made from */
};

void relata_adjacency_free(RelataAdjacency *adjacency);
/* Returns the rank of each relation type in the order of their ids; newly allocated. */
guint *relata_adjacency_rank_types(RelataSchema *schema);
/* Returns relation type and ways of a hop, as the adjacency stores them. */
guint relata_adjacency_kind(const RelataNetwork *network, RelataHop hop);
void relata_graphs_free(RelataGraphs *graphs);

/* Return an empty network, zeroed; and whether so many claims can be numbered (FALSE sets *error). */
RelataNetwork *relata_network_alloc(const RelataCorpus *corpus);
gboolean relata_network_check_size(guint64 n_claims, GError **error);

static inline int
relata_order(gint64 left, gint64 right)
{
  return left < right ? -1 : left > right;
}

/* Compares two ties in the order of edges. */
int relata_tie_compare(const RelataNetwork *network, const RelataTie *left, const RelataTie *right);

/* Parts the ties, which are all in the order of edges, into those that stand, those that are only denied and
 * those that too few origins affirm under the selection, and counts the parts. The tally is scratch space. */
void relata_network_part(RelataNetwork *network, const RelataSelection *selection, RelataTally *tally);

G_END_DECLS

#endif
