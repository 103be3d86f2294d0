/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reduction: makes a large scope small enough to read, and says what was left out. */
#ifndef RELATA_DRAW_DIAGRAM_REDUCE_H
#define RELATA_DRAW_DIAGRAM_REDUCE_H

#include "draw/diagram/scope.h"

G_BEGIN_DECLS

/* Each function removes actors from scope->actors, and ties from `ties` (by edge: whether the tie is there).
 * If it leaves something out, it adds a sentence to the remarks. Ties whose ends are not both shown may still
 * be TRUE. The centre (RELATA_NONE: none) always stays. */

/* Keeps the ties among the actors shown that are below the level of the disparity filter
 * (analysis/backbone.h), and the actors that still have a tie. Returns FALSE with RELATA_ERROR_EMPTY if no
 * tie is left; the message names a level that leaves one. O(E log E). */
gboolean relata_reduce_to_backbone(const RelataNetwork *network, double level, guint centre,
                                   RelataScope *scope, gboolean *ties, GError **error);

/* Keeps the first view->top actors by the scores. With RELATA_TOP_AUTO these are RELATA_MOST_ACTORS, unless
 * the view asks for a backbone or groups. O(V log V). */
void relata_reduce_to_top(const RelataNetwork *network, const RelataView *view, const double *scores,
                          guint centre, RelataScope *scope);

/* Keeps the actors with a tie among those shown, as the others say nothing in a picture of relations; keeps
 * all if none has one. Afterwards `ties` holds only ties whose ends are both shown. O(V + E). */
void relata_reduce_to_tied(const RelataNetwork *network, guint centre, RelataScope *scope, gboolean *ties);

G_END_DECLS

#endif
