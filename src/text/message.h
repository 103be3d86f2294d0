/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Parts that many messages need: plurals, lists of names, and suggestions for a misspelt word. */
#ifndef RELATA_TEXT_MESSAGE_H
#define RELATA_TEXT_MESSAGE_H

#include "text/error.h"

RELATA_BEGIN_DECLS

/* Returns the ending of a noun that counts n things: "" for one, else "s", as in "%u actor%s". */
const char *relata_plural(guint64 n);

/* Returns the separator before word i (from 0) in a list of n words: "", ", " or " and ". */
const char *relata_comma(guint i, guint n);

/* Returns the words as a choice, "a, b or c", or "" where n is 0. Newly allocated. */
char *relata_choice(const char *const *words, guint n);

/* A list in a message that names only the first: "a, b, c and 7 more". Begin with RELATA_LISTING(most); the
 * text is newly allocated by relata_listing_end(), and "" where nothing was listed. */
typedef struct {
  GString *words; /* private */
  guint n;        /* how many there are, with those that are not named */
  guint most;
} RelataListing;

#define RELATA_LISTING(most) ((RelataListing){NULL, 0, (most)})

void relata_listing_add(RelataListing *listing, const char *format, ...) G_GNUC_PRINTF(2, 3);
char *relata_listing_end(RelataListing *listing);

/* Returns "did you mean 'path'?" with the nearest candidate between two quotation marks of the given kind.
 * Returns NULL where none is near or the word is not UTF-8. Newly allocated. O(n · length²). */
char *relata_hint(const char *word, const char *const *candidates, guint n, char quotation_mark);

/* Returns the same hint or, where no word is near, "known: a, b, c". `words` ends with NULL. Newly
 * allocated. */
char *relata_hint_or_list(const char *word, const char *const *words);

/* Sets the error "no WHAT is called 'WORD'; HINT". The hint names the nearest candidate or, where none is
 * near, lists the candidates. Returns FALSE. */
gboolean relata_unknown(GError **error, RelataErrorCode code, const char *what, const char *word,
                        const char *const *candidates, guint n);

RELATA_END_DECLS

#endif
