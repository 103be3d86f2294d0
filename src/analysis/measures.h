/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: the functions behind the table of measures. All fill scores[network->n_actors], of at
 * least one actor, and return FALSE with *error where they cannot. A measure walks the network's adjacency or
 * its ties, or hands the simple graph to igraph by relata_measures_ask_igraph(). */
#ifndef RELATA_ANALYSIS_MEASURES_H
#define RELATA_ANALYSIS_MEASURES_H

#include "network/graph.h"

G_BEGIN_DECLS

/* Fills scores, of length n ≥ 1 (which igraph's functions may resize to n), from a simple graph of n
 * vertices. Called within a guard: it destroys what it made, and puts nothing on igraph's IGRAPH_FINALLY
 * stack. */
typedef igraph_error_t (*RelataIgraphMeasure)(const RelataSimple *simple, guint n, igraph_vector_t *scores);

/* Calls it with the network's simple graph, which is made once for all measures. */
gboolean relata_measures_ask_igraph(const RelataNetwork *network, gboolean directed,
                                    RelataIgraphMeasure measure, double *scores, GError **error);

/* measures_local.c */
gboolean relata_measure_degree(const RelataNetwork *network, double *scores, GError **error);
gboolean relata_measure_in_degree(const RelataNetwork *network, double *scores, GError **error);
gboolean relata_measure_out_degree(const RelataNetwork *network, double *scores, GError **error);
gboolean relata_measure_strength(const RelataNetwork *network, double *scores, GError **error);
gboolean relata_measure_coreness(const RelataNetwork *network, double *scores, GError **error);
gboolean relata_measure_constraint(const RelataNetwork *network, double *scores, GError **error);

/* measures_distance.c */
gboolean relata_measure_betweenness(const RelataNetwork *network, double *scores, GError **error);
gboolean relata_measure_closeness(const RelataNetwork *network, double *scores, GError **error);
gboolean relata_measure_harmonic(const RelataNetwork *network, double *scores, GError **error);

/* measures_spectral.c */
gboolean relata_measure_eigenvector(const RelataNetwork *network, double *scores, GError **error);
gboolean relata_measure_hub(const RelataNetwork *network, double *scores, GError **error);
gboolean relata_measure_authority(const RelataNetwork *network, double *scores, GError **error);
gboolean relata_measure_pagerank(const RelataNetwork *network, double *scores, GError **error);

G_END_DECLS

#endif
