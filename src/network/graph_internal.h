/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Graphs of pairs that are not a network's own, for measures. */
#ifndef RELATA_NETWORK_GRAPH_INTERNAL_H
#define RELATA_NETWORK_GRAPH_INTERNAL_H

#include "network/graph.h"

#include <lazy_igraph.h>

/* Makes a graph of other pairs (of RelataPair), with one edge per pair, in the same order, and its weights.
 * Call it only within a guard (network/guard.h); on success the caller destroys both. O(V + E). */
igraph_error_t relata_pairs_graph(const GArray *pairs, guint n_vertices, gboolean directed, igraph_t *graph,
                                  igraph_vector_t *weights);

#endif
