/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Clusters: which of the actors shown share a box. */
#ifndef RELATA_DRAW_DIAGRAM_CLUSTERS_H
#define RELATA_DRAW_DIAGRAM_CLUSTERS_H

#include "draw/diagram/scope.h"

G_BEGIN_DECLS

/* If the view asks for clusters, puts boxes around the actors shown of each type, community or side. These
 * are found from the actors' ties (`ties`, by edge). The title of a box names its most central actors. The
 * remarks say how the clusters were found. Actors without a type, and actors that are a side on their own,
 * get no box. Returns FALSE if the view also folds actors into groups (RELATA_ERROR_VALUE), or if igraph
 * fails. The cost is that of finding the clusters. */
gboolean relata_clusters_choose(const RelataNetwork *network, const RelataView *view, const double *scores,
                                RelataScope *scope, const gboolean *ties, GError **error);

G_END_DECLS

#endif
