/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Word lists: data/words/NAME.txt, which are built into the library. A line is a word or several, and after
 * a tab a value, where the list gives one. "#" begins a comment; "[en]" says which language follows, for the
 * reader of the list: all languages are looked up together. */
#ifndef RELATA_TEXT_WORDS_H
#define RELATA_TEXT_WORDS_H

#include <glib.h>

G_BEGIN_DECLS

/* The bytes of a list as it is built in; made from data/words by src/embed.cmake. */
typedef struct {
  const char *name; /* "pronouns.txt" */
  const unsigned char *bytes;
  gsize n;
} RelataWordsSource;

extern const RelataWordsSource relata_words_sources[];

/* Returns the value that the list gives the words, "" where it gives none; NULL where it does not hold them.
 * Case does not matter, marks on letters do. list is the file's name without ".txt". Borrowed for ever.
 * O(|words|), after the first call for a list, which is O(list). Safe to call from several threads. */
const char *relata_words_find(const char *list, const char *words);

/* Calls `each` with the words and the value of every line of a list, in order. O(list). */
void relata_words_each(const char *list, void (*each)(const char *words, const char *value, gpointer data),
                       gpointer data);

G_END_DECLS

#endif
