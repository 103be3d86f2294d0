/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads off the name of a relation whether it is a state that lasts or an event that happens, for types whose
 * kind nobody said. */
#ifndef RELATA_CORPUS_STATE_WORDS_H
#define RELATA_CORPUS_STATE_WORDS_H

#include <glib.h>

/* Returns whether the id of a relation type names a state: one of its words, parted by dashes, is a word of
 * state or an inflection of one ("leads", "is-led-by", "senior-member-of"), and none is a word of change, as
 * in "takes-control-of". Other names are those of events. English only. O(words). */
gboolean relata_state_words_fit(const char *id);

#endif
