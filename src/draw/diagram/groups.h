/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Groups: communities of a large network, each drawn as one node. */
#ifndef RELATA_DRAW_DIAGRAM_GROUPS_H
#define RELATA_DRAW_DIAGRAM_GROUPS_H

#include "draw/diagram/scope.h"

G_BEGIN_DECLS

/* If the view asks for groups, folds the actors shown into the communities of their ties (`ties`, by edge).
 * Groups are numbered from 1 by size. The actors of a group that the view opens stay single, in a box of
 * their own. If groups and actors together exceed RELATA_MOST_ACTORS, the smallest groups are left out,
 * unless the view sets the number. Adds to the remarks. Returns FALSE if the view opens a group that does not
 * exist (RELATA_ERROR_VALUE) or an actor that is unknown or in no group, or if igraph fails. The cost is that
 * of relata_communities(). */
gboolean relata_groups_choose(RelataCorpus *corpus, const RelataNetwork *network, const RelataView *view,
                              RelataScope *scope, const gboolean *ties, GError **error);

/* Returns the names of at most `most` actors of a group (those whose partition->of is `group`), by descending
 * score: "A, B, C", followed by " …" if there are more. Safe to show; newly allocated. O(V). */
char *relata_groups_name(const RelataNetwork *network, const RelataPartition *partition, guint group,
                         const double *scores, guint most);

G_END_DECLS

#endif
