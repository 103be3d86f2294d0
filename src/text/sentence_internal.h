/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What sentence.c and sentence_stop.c share; private to them. */
#ifndef RELATA_TEXT_SENTENCE_INTERNAL_H
#define RELATA_TEXT_SENTENCE_INTERNAL_H

#include <glib.h>

G_BEGIN_DECLS

/* What a mark in a text does. */
typedef enum {
  RELATA_STOP_NONE, /* it is no stop: 3.5, example.org */
  RELATA_STOP_WEAK, /* it ends no sentence, but is the best place to part one that is too long: Dr. Roe */
  RELATA_STOP_ENDS
} RelataStop;

/* Judges the character at `at`, which is between `begin`, where its sentence begins, and `end` of the
 * paragraph. Sets *next to where the text goes on after it: where it is a stop, after the quotation marks,
 * brackets and blanks that belong to it; otherwise right behind it, or behind all of "....". O(1), but for
 * what is passed over. */
RelataStop relata_stop_at(const char *begin, const char *at, const char *end, const char **next);

/* Returns whether a sentence may begin with what stands here: anything but a small letter, after opening
 * quotation marks, brackets and dashes. */
gboolean relata_stop_begins(const char *at, const char *end);

G_END_DECLS

#endif
