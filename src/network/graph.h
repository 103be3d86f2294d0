/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The network as igraph graphs, for igraph's functions. The only public header that needs <igraph.h>;
 * relata.h does not include it. Vertices and edges are numbers, without attributes: the network's columns
 * lead from them back to actors and claims.
 *
 * A graph is made by the first call and belongs to the network, until it is freed: read it, do not change it.
 * One thread at a time may use igraph. All functions return NULL with RELATA_ERROR_FAILED where igraph fails
 * (memory); the next call then tries again. */
#ifndef RELATA_NETWORK_GRAPH_H
#define RELATA_NETWORK_GRAPH_H

#include "network/network.h"

#include <igraph.h>

RELATA_BEGIN_DECLS

/* The network itself: a directed multigraph, vertex i being network->actors[i] and edge i network->ties[i].
 * Of a symmetric relation there is one edge. O(V + E); some 32 bytes a tie and 16 an actor. */
const igraph_t *relata_network_graph(const RelataNetwork *network, GError **error);

/* Two actors that ties join. */
typedef struct {
  guint from, to; /* vertices */
  guint weight;   /* how many ties */
} RelataPair;

/* Each pair of actors once: what most measures are defined on. */
typedef struct {
  GArray *pairs;           /* of RelataPair, by (from, to) */
  igraph_t graph;          /* an edge for each pair, in their order */
  igraph_vector_t weights; /* by edge */
} RelataSimple;

/* Undirected: from < to, and all ties between the two weigh. Directed: only those that lead from the one to
 * the other; a symmetric tie leads both ways. O(V + E). */
const RelataSimple *relata_network_simple(const RelataNetwork *network, gboolean directed, GError **error);

RELATA_END_DECLS

#endif
