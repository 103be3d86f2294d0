/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files that fold and find where words end share about characters; private to them. */
#ifndef RELATA_CORPUS_QUOTE_FOLD_INTERNAL_H
#define RELATA_CORPUS_QUOTE_FOLD_INTERNAL_H

#include "corpus/quote_fold.h"

G_BEGIN_DECLS

/* Returns whether the character cannot be seen, so that copying adds and loses it. */
gboolean relata_fold_is_invisible(gunichar c);
/* Returns whether the character is of a script that does not divide words (Han, Thai …). */
gboolean relata_fold_divides_no_words(gunichar c);

/* Returns whether it may end a line within a word: the hyphens, and the soft one. */
gboolean relata_fold_is_hyphen(gunichar c);
/* Returns the word that begins after the end of a line, with what blanks there are, or NULL where something
 * else follows. */
const char *relata_fold_word_after_line(const char *at);
/* Returns where the hyphen of a word stands that ends the line before, if a line begins at `at`, its blanks
 * before it; else NULL. */
const char *relata_fold_hyphen_before_line(const char *begin, const char *at);
/* Returns whether a line ends with the hyphen at `at`, and a word goes on after it, as letters tell: not in
 * figures, and not before a capital, because names keep their hyphens. `before` is the character before. Sets
 * *next to where it goes on. */
gboolean relata_fold_breaks_word(gunichar before, const char *at, const char **next);

G_END_DECLS

#endif
