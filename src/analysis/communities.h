/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Communities: actors that are tied among themselves more than chance would have it, whatever the ties say.
 *
 * They maximise modularity (Newman and Girvan 2004) by the Leiden algorithm: Traag, Waltman and van Eck 2019,
 * "From Louvain to Leiden: guaranteeing well-connected communities", Scientific Reports 9: 5233. Every
 * community is connected. */
#ifndef RELATA_ANALYSIS_COMMUNITIES_H
#define RELATA_ANALYSIS_COMMUNITIES_H

#include "analysis/partition.h"

RELATA_BEGIN_DECLS

/* The communities of the actors with a tie; the others are in none. Directions are put aside, and what two
 * actors have between them weighs the corroboration of their ties added up. `ties`, by edge, says which ones
 * there are (NULL: all). The best of a few runs from fixed seeds, so that the answer is always the same.
 * *modularity (may be NULL) is −0.5 … 1, 0 where there is no tie. NULL with RELATA_ERROR_FAILED where igraph
 * fails. O(E) a round, of which there are few. */
RelataPartition *relata_communities(const RelataNetwork *network, const gboolean *ties, double *modularity,
                                    GError **error);

RELATA_END_DECLS

#endif
