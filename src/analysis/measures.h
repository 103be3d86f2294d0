/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: the functions behind the table of measures. Each fills scores[network->n_actors] for at
 * least one actor, and returns FALSE with *error on failure. A measure either walks the network's adjacency
 * or ties, or passes the simple graph to igraph by relata_measures_ask_igraph(). */
#ifndef RELATA_ANALYSIS_MEASURES_H
#define RELATA_ANALYSIS_MEASURES_H

#include "network/graph.h"

#include <lazy_igraph.h>

G_BEGIN_DECLS

/* Fills `scores` from a simple graph of n vertices. `scores` has the length n ≥ 1; igraph's functions may
 * resize it to n. It is called within a guard, so it must destroy what it creates and leave nothing on
 * igraph's IGRAPH_FINALLY stack. */
typedef igraph_error_t (*RelataIgraphMeasure)(const RelataSimple *simple, guint n, igraph_vector_t *scores);

/* Calls the measure with the network's simple graph, which is made once for all measures. */
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
