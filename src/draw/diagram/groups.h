/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Groups: communities of a large network that are drawn as one each. */
#ifndef RELATA_DRAW_DIAGRAM_GROUPS_H
#define RELATA_DRAW_DIAGRAM_GROUPS_H

#include "draw/diagram/scope.h"

G_BEGIN_DECLS

/* Where the view asks for it: folds the actors shown into the communities of their ties (`ties`, by edge),
 * numbered from 1 by size, except those that the view opens, whose actors stay single in a box of their own.
 * Beyond RELATA_MOST_ACTORS groups and actors the smallest groups are left out, unless the view says how
 * many. Adds to the remarks. FALSE where the view opens a group that is not there (RELATA_ERROR_VALUE) or an
 * actor that is unknown or in none, or igraph fails. The cost of relata_communities(). */
gboolean relata_groups_choose(RelataCorpus *corpus, const RelataNetwork *network, const RelataView *view,
                              RelataScope *scope, const gboolean *ties, GError **error);

/* The names of the actors of a group (those of whom partition->of is `group`) with the highest scores, at
 * most `most`: "A, B, C" and where there are others " …". Safe to show, newly allocated. O(V). */
char *relata_groups_name(const RelataNetwork *network, const RelataPartition *partition, guint group,
                         const double *scores, guint most);

G_END_DECLS

#endif
