/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The scope: which actors of a network a picture shows. */
#ifndef RELATA_DRAW_SCOPE_H
#define RELATA_DRAW_SCOPE_H

#include "draw/view.h"
#include "network/network.h"

G_BEGIN_DECLS

/* By vertex, newly allocated: whether it is shown. An actor's surroundings where the view asks for them, then
 * the most central of them, then those with a tie among themselves (all where none has one). What is left out
 * is said: sentences are added to remarks. Errors: unknown, ambiguous, or left out by the selection: the
 * actor. O(V + E). */
gboolean *relata_scope(RelataCorpus *corpus, const RelataNetwork *network, const RelataView *view,
                       const double *scores, GPtrArray *remarks, GError **error);

G_END_DECLS

#endif
