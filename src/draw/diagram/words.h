/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Describes actors and ties in words, for screen readers and text output. All results are safe to show and
 * newly allocated, unless stated otherwise. */
#ifndef RELATA_DRAW_DIAGRAM_WORDS_H
#define RELATA_DRAW_DIAGRAM_WORDS_H

#include "draw/diagram/sources.h"

G_BEGIN_DECLS

/* Returns "Taliban, armed group, 14 ties". */
char *relata_words_actor(const RelataNetwork *network, guint vertex, guint n_ties);
/* Returns "ISIS-K attacks Taliban, affirmed by 3 independent sources, denied by none; sources 1, 3". With
 * `forward` FALSE it is seen from the other end: "Taliban is attacked by ISIS-K …". `sources` is NULL if they
 * are not numbered. */
char *relata_words_tie(const RelataNetwork *network, const RelataTie *tie, gboolean forward,
                       const RelataSources *sources);
/* Returns "affirmed by 3 independent sources, denied by none; sources 1, 3". */
char *relata_words_support(const RelataNetwork *network, const RelataTie *tie, const RelataSources *sources);
/* Returns what others than its own claims say ended a tie, after a semicolon: "; ended by: Carol kills Alpha
 * (June 2021, source 2)"; "" where nothing did. `sources` as above. */
char *relata_words_enders(const RelataNetwork *network, const RelataShownTie *shown,
                          const RelataSources *sources);
/* Returns the prefix of a tie that differs from an earlier date: "begun: ", "not mentioned since: ", or "".
 * Borrowed. */
const char *relata_words_change(RelataChange change);
/* Returns the suffix of such an actor: ", has a first tie", ", has no tie any longer", or "". Borrowed. */
const char *relata_words_actor_change(RelataChange change);
/* Returns its class in the SVG after a blank: " begun", " happened", " ended", " mentioned", " silent", or
 * "". Borrowed. */
const char *relata_words_change_class(RelataChange change);
/* Joins n words: "a, b and c". */
char *relata_words_join(const char *const *words, guint n);

G_END_DECLS

#endif
