/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The form in which quotations and texts are compared, and where a word begins and ends.
 *
 * What differs between a text and a faithful copy of it is folded: white space (any run, line breaks and
 * non-breaking blanks included, is one blank), case (full Unicode case folding), composition (NFC and NFD),
 * quotation marks of all kinds and primes (all are '"'), hyphens, dashes and the minus sign (all are '-'),
 * ellipses ("..." and ". . ." are "…"), and invisible characters (soft hyphens, joiners, marks of direction,
 * byte order marks: dropped). Blanks beside a quotation mark, a dash or an ellipsis are dropped, because
 * « guillemets » and spaced dashes have them and others have none; a run of the same mark is one. Nothing
 * else is folded: diacritics, digits, letters and other punctuation count.
 *
 * A hyphen at the end of a line may be the typesetter's ("bomb-" and "ing") or the word's ("US-" and "led").
 * Where a text or a quotation has one between letters, the second of them small, a second way of folding
 * drops all dashes between words and notes where they were (RelataJoint); such a hyphen agrees with a dash
 * and with none, every other dash only with a dash (quote_join.c). */
#ifndef RELATA_CORPUS_QUOTE_FOLD_H
#define RELATA_CORPUS_QUOTE_FOLD_H

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  RELATA_FOLD_NOTHING, /* before the first unit */
  RELATA_FOLD_IGNORED,
  RELATA_FOLD_BLANK,
  RELATA_FOLD_QUOTATION, /* this and the next two: marks, which collapse and swallow blanks */
  RELATA_FOLD_DASH,
  RELATA_FOLD_ELLIPSIS,
  RELATA_FOLD_COMBINING,
  RELATA_FOLD_WORD,  /* a letter or digit of a word */
  RELATA_FOLD_ALONE, /* a letter of a script that does not divide words (Han, Thai …): a word of its own */
  RELATA_FOLD_PUNCTUATION,
  RELATA_FOLD_SYMBOL /* carries meaning, as words do: "€", emoji */
} RelataFoldKind;

/* What characters fold to, remembered. It makes folding a text of any script some ten times as fast. */
typedef struct RelataFoldCache RelataFoldCache;

RelataFoldCache *relata_fold_cache_new(void);
void relata_fold_cache_free(RelataFoldCache *cache);

/* What was dropped before a unit. */
typedef enum {
  RELATA_JOINT_NONE,
  RELATA_JOINT_DASH, /* one that must agree */
  RELATA_JOINT_BREAK /* a hyphen at the end of a line: there or not */
} RelataJoint;

/* Walks through a text unit by unit. A unit is the least stretch that folds by itself: a character with its
 * combining marks, or a run of marks. A walk may begin at any unit; its output is the same from there on. */
typedef struct {
  RelataFoldCache *cache;
  const char *at; /* the rest of the text, which is valid UTF-8 and ends with NUL */
  gboolean joins; /* dashes between words are dropped, and … */
  gboolean soft;  /* … soft hyphens at the ends of lines; else those are invisible as all others */
  /* Of the last unit: */
  RelataFoldKind kind;
  gboolean continues;    /* it belongs to the same word as the one before */
  const char *from, *to; /* where it stands in the text */
  gsize start;           /* where it begins in the output, after the blank before it */
  RelataJoint joint;
} RelataFolder;

/* Appends the next unit, with a blank before it where there is one. FALSE at the end of the text. Neither the
 * first nor the last byte of the output is a blank. */
gboolean relata_folder_next(RelataFolder *folder, GString *out);

/* Returns whether the text has a hyphen at the end of a line, within a word perhaps. Fast. */
gboolean relata_fold_has_breaks(const char *text);

/* Returns whether a boundary lies within a word or a number, so that a quotation that begins (starts TRUE) or
 * ends (FALSE) there says something else than the text: "US|A", "ISIS|-K", "non-|combatants", "can|'t",
 * "14|.2", "-|5", "5|%", also where a line ends after the hyphen: "bomb|-" and "ing". A possessive ('s) may
 * be left off, and an elision (l', d') too, but not n'. `at` points into the text, which begins at `begin`
 * and ends with NUL. O(1), invisible characters aside. */
gboolean relata_fold_inside_word(const char *begin, const char *at, gboolean starts);

G_END_DECLS

#endif
