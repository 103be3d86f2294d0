/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Communities: groups of actors with more ties among themselves than expected by chance. The relation types
 * and signs of the ties do not matter.
 *
 * The partition maximises modularity (Newman and Girvan 2004) by the Leiden algorithm: Traag, Waltman and van
 * Eck 2019, "From Louvain to Leiden: guaranteeing well-connected communities", Scientific Reports 9: 5233.
 * Every community is connected. */
#ifndef RELATA_ANALYSIS_COMMUNITIES_H
#define RELATA_ANALYSIS_COMMUNITIES_H

#include "analysis/partition.h"

RELATA_BEGIN_DECLS

/* Returns the communities of the actors with a tie; the other actors are in none. Direction is ignored. The
 * weight between two actors is the sum of the corroborations of their ties. `ties` tells for each edge
 * whether it counts (NULL: all do). The result is the best of a few runs with fixed seeds, so it is always
 * the same. *modularity (may be NULL) is from −0.5 to 1, and 0 where there is no tie. Returns NULL with
 * RELATA_ERROR_FAILED where igraph fails. Free with relata_partition_free(). O(E) for each of a few
 * rounds. */
RelataPartition *relata_communities(const RelataNetwork *network, const gboolean *ties, double *modularity,
                                    GError **error);

RELATA_END_DECLS

#endif
