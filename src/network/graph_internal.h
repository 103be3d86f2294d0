/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Graphs for measures, of what is no network. */
#ifndef RELATA_NETWORK_GRAPH_INTERNAL_H
#define RELATA_NETWORK_GRAPH_INTERNAL_H

#include "network/graph.h"

/* A graph of other pairs (of RelataPair), an edge for each in their order, with its weights. For code within
 * a guard (network/guard.h); on success the caller destroys both. O(V + E). */
igraph_error_t relata_pairs_graph(const GArray *pairs, guint n_vertices, gboolean directed, igraph_t *graph,
                                  igraph_vector_t *weights);

#endif
