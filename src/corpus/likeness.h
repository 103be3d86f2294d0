/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who may be one actor, though nothing decides it: what a person should look at. Nothing is united by it. */
#ifndef RELATA_CORPUS_LIKENESS_H
#define RELATA_CORPUS_LIKENESS_H

#include "corpus/corpus.h"

RELATA_BEGIN_DECLS

/* Two actors whose names are alike. */
typedef struct {
  guint actors[2];      /* by id */
  const char *names[2]; /* the names that are alike, borrowed from the corpus */
  const char
      *reason; /* "initials", "a title", "a part of the name", "transliteration", "one letter" …; constant */
} RelataLikeness;

/* Returns who looks like one actor and was not united (RelataLikeness, sorted by ids): names that differ by
 * initials, titles, a subset of words, transliteration, case or marks, or one edit; of types that agree; not
 * those who must differ, nor those whom a claim relates; and those who differ by a letter only where no
 * document names both. Borrowed: found at the first call, and
 * kept.
 *
 * Candidates are found by blocking (Christen 2012, Data Matching, ch. 4): names that share a word, an
 * acronym, a skeleton of consonants, or half of their letters. A block of more than 64 names tells nothing,
 * and is left out; *n_skipped (may be NULL) counts these. The corpus must be finished. O(names · 64) at
 * the first call. */
const GArray *relata_corpus_alike(RelataCorpus *corpus, guint *n_skipped);

/* Returns the name by which identity.json should call an actor: its id where a corpus gives it, else its name
 * where it is nobody else's, else one of its marks ("a:T3"). Newly allocated. O(1), of a mark O(mentions). */
char *relata_corpus_name_for_decision(const RelataCorpus *corpus, guint actor);

RELATA_END_DECLS

#endif
