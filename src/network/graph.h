/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The network as igraph graphs, for igraph's functions. This is the only public header that needs <igraph.h>;
 * relata.h does not include it, and who uses it links igraph too. Vertices and edges are numbers without
 * attributes; the network's arrays lead from them back to actors and claims.
 *
 * The first call builds a graph, which belongs to the network until that is freed: read it, but do not change
 * it. Only one thread at a time may use igraph. All functions return NULL with RELATA_ERROR_FAILED where
 * igraph fails (memory); the next call then tries again. */
#ifndef RELATA_NETWORK_GRAPH_H
#define RELATA_NETWORK_GRAPH_H

#include "network/network.h"

#include <igraph.h>

RELATA_BEGIN_DECLS

/* Returns the network itself: a directed multigraph, in which vertex i is network->actors[i] and edge i
 * is network->ties[i]. A tie of a symmetric relation is one edge, and so is a loop. O(V + E); about 32 bytes
 * per tie and 16 per actor. */
const igraph_t *relata_network_graph(const RelataNetwork *network, GError **error);

/* Two actors with at least one tie. */
typedef struct {
  guint from, to; /* vertices */
  guint weight;   /* the number of ties between them */
} RelataPair;

/* A graph with each pair of actors only once. Most measures are defined on such graphs. */
typedef struct {
  GArray *pairs;           /* of RelataPair, sorted by (from, to) */
  igraph_t graph;          /* one edge per pair, in the same order */
  igraph_vector_t weights; /* by edge */
} RelataSimple;

/* Returns the simple graph. Undirected: from < to, and weight counts all ties between the two; loops are left
 * out. Directed: weight counts only ties from the first to the second; a symmetric tie leads both ways, and a
 * loop leads once from the actor to itself. O(V + E). */
const RelataSimple *relata_network_simple(const RelataNetwork *network, gboolean directed, GError **error);

RELATA_END_DECLS

#endif
