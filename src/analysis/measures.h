/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: the functions behind the table of measures, and the graphs that they hand to igraph.
 * All fill scores[network->n_actors] and are called with a guard entered and at least one actor. */
#ifndef RELATA_ANALYSIS_MEASURES_H
#define RELATA_ANALYSIS_MEASURES_H

#include "network/network.h"

G_BEGIN_DECLS

/* Who is linked to whom, each pair once, with the number of ties as its weight. */
typedef struct {
  guint from, to;
  guint weight;
} RelataPair;

/* Undirected: from < to. Directed: a symmetric tie counts in both directions. Ordered by (from, to);
 * free with g_array_unref(). O(ties · log ties). */
GArray *relata_measures_pairs(const RelataNetwork *network, gboolean directed);

/* The pairs as an igraph graph, an edge for each in their order; weights may be NULL. On success the caller
 * destroys both. */
igraph_error_t relata_measures_graph(const GArray *pairs, guint n_vertices, gboolean directed,
                                     igraph_t *graph, igraph_vector_t *weights);

/* measures_local.c */
igraph_error_t relata_measure_degree(const RelataNetwork *network, double *scores);
igraph_error_t relata_measure_in_degree(const RelataNetwork *network, double *scores);
igraph_error_t relata_measure_out_degree(const RelataNetwork *network, double *scores);
igraph_error_t relata_measure_strength(const RelataNetwork *network, double *scores);
igraph_error_t relata_measure_coreness(const RelataNetwork *network, double *scores);
igraph_error_t relata_measure_constraint(const RelataNetwork *network, double *scores);

/* measures_distance.c */
igraph_error_t relata_measure_betweenness(const RelataNetwork *network, double *scores);
igraph_error_t relata_measure_closeness(const RelataNetwork *network, double *scores);
igraph_error_t relata_measure_harmonic(const RelataNetwork *network, double *scores);

/* measures_spectral.c */
igraph_error_t relata_measure_eigenvector(const RelataNetwork *network, double *scores);
igraph_error_t relata_measure_hub(const RelataNetwork *network, double *scores);
igraph_error_t relata_measure_authority(const RelataNetwork *network, double *scores);
igraph_error_t relata_measure_pagerank(const RelataNetwork *network, double *scores);

G_END_DECLS

#endif
