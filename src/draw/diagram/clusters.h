/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Clusters: which of the actors shown stand in a box together. */
#ifndef RELATA_DRAW_DIAGRAM_CLUSTERS_H
#define RELATA_DRAW_DIAGRAM_CLUSTERS_H

#include "draw/diagram/scope.h"

G_BEGIN_DECLS

/* Where the view asks for it: boxes around the actors shown of each type, community or side, found from their
 * ties (`ties`, by edge), with titles that name the most central; adds to the remarks how they were found.
 * Actors without a type, and those who are a side by themselves, stand outside. FALSE where the view also
 * folds actors into groups (RELATA_ERROR_VALUE), or igraph fails. The cost of finding them. */
gboolean relata_clusters_choose(const RelataNetwork *network, const RelataView *view, const double *scores,
                                RelataScope *scope, const gboolean *ties, GError **error);

G_END_DECLS

#endif
