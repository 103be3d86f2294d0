/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Actors and ties in words, for those who hear a picture or read it as text. All is safe to show and newly
 * allocated, unless it says otherwise. */
#ifndef RELATA_DRAW_DIAGRAM_WORDS_H
#define RELATA_DRAW_DIAGRAM_WORDS_H

#include "draw/diagram/sources.h"

G_BEGIN_DECLS

/* "Taliban, armed group, 14 ties". */
char *relata_words_actor(const RelataNetwork *network, guint vertex, guint n_ties);
/* "ISIS-K attacks Taliban, affirmed by 3 independent sources, denied by none; sources 1, 3". Seen from its
 * other end (`forward` FALSE): "Taliban is attacked by ISIS-K …". sources: NULL where they are not numbered.
 */
char *relata_words_tie(const RelataNetwork *network, const RelataTie *tie, gboolean forward,
                       const RelataSources *sources);
/* "affirmed by 3 independent sources, denied by none; sources 1, 3". */
char *relata_words_support(const RelataNetwork *network, const RelataTie *tie, const RelataSources *sources);
/* What stands before a tie that differs from an earlier date: "new: ", "ended: ", or "". Borrowed. */
const char *relata_words_change(RelataChange change);
/* … and after an actor: ", had no tie before", ", has no tie any longer", or "". Borrowed. */
const char *relata_words_actor_change(RelataChange change);
/* "a, b and c" of n words. */
char *relata_words_join(const char *const *words, guint n);

G_END_DECLS

#endif
