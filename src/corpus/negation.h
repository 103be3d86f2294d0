/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Words that deny, by language, as data/words/negations.txt lists them; private to corpus/. */
#ifndef RELATA_CORPUS_NEGATION_H
#define RELATA_CORPUS_NEGATION_H

#include <glib.h>

G_BEGIN_DECLS

/* The words of all languages, folded (corpus/quote_fold.h): a document may not say in which language it is
 * written, and quotes others. */
typedef struct {
  GHashTable *words; /* of char * */
  /* What a word ends with that denies, or begins with: n"t, n". An apostrophe folds to '"'. */
  GPtrArray *contractions; /* of char * */
} RelataNegations;

/* Returns the words. Made once, and never freed. */
const RelataNegations *relata_negations(void);

G_END_DECLS

#endif
