/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reduction: what of a large scope is left so that it can be read, and what is said about it. */
#ifndef RELATA_DRAW_DIAGRAM_REDUCE_H
#define RELATA_DRAW_DIAGRAM_REDUCE_H

#include "draw/diagram/scope.h"

G_BEGIN_DECLS

/* Each takes actors out of scope->actors, and ties out of `ties`, which is by edge: whether it is there; and
 * adds a sentence to the remarks where it leaves something out. Ties whose ends are not both shown may still
 * be TRUE. The centre (RELATA_NONE: none) always stays. */

/* Leaves the ties among the actors shown that are below the level of the disparity filter
 * (analysis/backbone.h), and the actors that still have one. FALSE with RELATA_ERROR_EMPTY where no tie is
 * left; the message names a level at which one is. O(E log E). */
gboolean relata_reduce_to_backbone(const RelataNetwork *network, double level, guint centre,
                                   RelataScope *scope, gboolean *ties, GError **error);

/* Leaves the first view->top by the scores; with RELATA_TOP_AUTO, unless the view asks for a backbone or
 * groups, RELATA_MOST_ACTORS. O(V log V). */
void relata_reduce_to_top(const RelataNetwork *network, const RelataView *view, const double *scores,
                          guint centre, RelataScope *scope);

/* Leaves actors with a tie among those shown, which say something in a picture of relations; all where none
 * has one. Afterwards `ties` holds only those whose ends are both shown. O(V + E). */
void relata_reduce_to_tied(const RelataNetwork *network, guint centre, RelataScope *scope, gboolean *ties);

G_END_DECLS

#endif
