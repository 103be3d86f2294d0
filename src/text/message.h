/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Words that many messages need: plurals, rows of names, and what a misspelt word was probably meant for. */
#ifndef RELATA_TEXT_MESSAGE_H
#define RELATA_TEXT_MESSAGE_H

#include "text/error.h"

RELATA_BEGIN_DECLS

/* The ending of a noun that counts n things: "" for one, else "s", as in "%u actor%s". */
const char *relata_plural(guint64 n);

/* What stands before word i, from 0, of a row of n: "", ", " or " and ". */
const char *relata_comma(guint i, guint n);

/* The words as a choice, "a, b or c"; "" where there are none. Newly allocated. */
char *relata_choice(const char *const *words, guint n);

/* "did you mean 'path'?", with the nearest candidate between two such quotation marks. NULL where none is
 * near or the word is not UTF-8. Newly allocated. O(n · length²). */
char *relata_hint(const char *word, const char *const *candidates, guint n, char quotation_mark);

/* … or, where none is near, "known: a, b, c". words: ended by NULL. Newly allocated. */
char *relata_hint_or_list(const char *word, const char *const *words);

/* Sets the error "no WHAT is called 'WORD'; HINT", where the hint names the nearest candidate or, where none
 * is near, lists them. Returns FALSE. */
gboolean relata_unknown(GError **error, RelataErrorCode code, const char *what, const char *word,
                        const char *const *candidates, guint n);

RELATA_END_DECLS

#endif
