/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files that find quotations share; private to them. */
#ifndef RELATA_CORPUS_QUOTE_INTERNAL_H
#define RELATA_CORPUS_QUOTE_INTERNAL_H

#include "corpus/quote.h"
#include "corpus/quote_fold.h"

G_BEGIN_DECLS

/* A run of letters and digits in folded text. */
typedef struct {
  gsize at;
  guint32 n, hash;
} RelataQuoteWord;

/* Where a dash between words was dropped: before this byte. */
typedef struct {
  gsize at;
  RelataJoint joint;
} RelataQuoteJoint;

/* Folded text with its words. */
typedef struct {
  GString *bytes;
  GArray *words;     /* of RelataQuoteWord */
  gboolean joins;    /* dashes between words are dropped */
  GArray *joints;    /* of RelataQuoteJoint, ascending: where they were */
  gboolean is_solid; /* it has a letter, digit or symbol */
} RelataFolded;

/* Word indices by hash: those of bucket b are words[first[b]] … words[first[b + 1] − 1], ascending. */
typedef struct {
  guint shift;
  guint32 *first, *words;
} RelataPostings;

struct RelataQuotes {
  const RelataText *text;
  RelataFoldCache *cache;
  RelataFolded folded;
  GArray *checkpoints;           /* of Checkpoint: the way back into the text */
  RelataPostings singles, pairs; /* of words, and of words with the next one */
  GArray *wholes;             /* of RelataQuoteWord: the words that the ends of lines divide, each as one */
  RelataPostings whole_words; /* of these */
  GArray *denials;            /* the words that deny: see quote_denial.c; NULL until they are asked for */
  gboolean joins;             /* dashes between words are dropped, as the text breaks words */
  RelataQuotes *joined;       /* the same text with them dropped, once a quotation breaks words; or NULL */
};

/* A stretch of a folded quotation. */
typedef struct {
  const char *bytes;
  gsize n, base;                /* base: where it begins in the quotation, which words count from */
  const RelataQuoteWord *words; /* its own */
  guint n_words;
  const GArray *joints; /* the quotation's */
  /* A dash before or after it, which the text may have within words, where such are dropped. */
  gboolean leads, trails;
} RelataQuotePattern;

/* Where a pattern stands: [at, end) in the folded text, [from, to) in the bytes of the text. */
typedef struct {
  gsize at, end, from, to;
} RelataQuotePlace;

/* Folds a quotation as the text was folded; soft: see RelataFolder. */
RelataFolded relata_quote_fold(const RelataQuotes *quotes, const char *text, gboolean soft);
void relata_folded_clear(RelataFolded *folded);

/* Returns the pattern for [from, to) of a folded quotation, without blanks at its ends. O(words). */
RelataQuotePattern relata_quote_pattern(const RelataFolded *folded, gsize from, gsize to);

/* Sets *place where the pattern stands at this offset of the folded text, as a whole and not within words. */
gboolean relata_quote_fits(const RelataQuotes *quotes, const RelataQuotePattern *pattern, gsize at,
                           RelataQuotePlace *place);
/* Returns the index to look a quotation up in: one in which dashes between words are dropped, where the text
 * or the quotation has hyphens at the ends of lines. Owned by quotes. O(length of the text) the first time.
 */
RelataQuotes *relata_quotes_joined(RelataQuotes *quotes, const char *quote);
/* Returns the words of a text that the ends of lines divide, each as one, and each stretch of its pieces.
 * O(words · log joints). */
GArray *relata_quote_join_words(const RelataFolded *folded);
/* Returns whether the end of a line divides the word, or cuts it off from the next one. */
gboolean relata_quote_is_broken(const GArray *joints, const RelataQuoteWord *word);
/* Returns whether a dash was dropped before this byte of the folded text. */
gboolean relata_quote_has_joint(const RelataQuotes *quotes, gsize at);
/* Returns whether that was a hyphen at the end of a line. */
gboolean relata_quote_breaks_at(const RelataQuotes *quotes, gsize at);
/* Returns the hash of words. */
guint32 relata_quote_hash(const char *bytes, gsize n);
/* Returns whether the dashes that were dropped within a pattern, and within the text from `at` on, agree. */
gboolean relata_quote_joints_agree(const RelataQuotes *quotes, const RelataQuotePattern *pattern, gsize at);
/* Returns an index of the text; joins: with the dashes between words dropped. */
RelataQuotes *relata_quotes_index(const RelataText *text, gboolean joins);

/* Returns how often the pattern may stand in the text at most; G_MAXUINT where it has no words. O(words). */
guint relata_quote_frequency(const RelataQuotes *quotes, const RelataQuotePattern *pattern);
/* Returns all places of the pattern (RelataQuotePlace) from first to last, up to a limit. */
GArray *relata_quote_places(const RelataQuotes *quotes, const RelataQuotePattern *pattern);
/* Returns the places of a quotation with ellipses; of those that overlap only the shortest. */
GArray *relata_quote_elided(RelataQuotes *quotes, const RelataFolded *quote, gsize from, gsize to);

/* Returns whether a word that denies stands within [from, to) of the folded text. O(log words). */
gboolean relata_quote_has_denial(RelataQuotes *quotes, gsize from, gsize to);
/* Returns whether what is left out there denies what is quoted: it stands beside that, or hardly anything
 * else is left out. O(log words + words that deny there). */
gboolean relata_quote_leaves_out_denial(RelataQuotes *quotes, gsize from, gsize to);

/* Returns the hash of a word with the one after it in its array. */
guint32 relata_quote_hash_pair(const RelataQuoteWord *first);
/* Returns how many words have the hash, others in its bucket included, and sets *words to them. O(1). */
guint relata_postings_find(const RelataPostings *postings, guint32 hash, const guint32 **words);

/* Sets *byte to where the unit that begins (starts TRUE) or ends at this offset of the folded text begins or
 * ends in the text. FALSE where the offset is within a unit. O(log length). */
gboolean relata_quote_locate(const RelataQuotes *quotes, gsize at, gboolean starts, gsize *byte);

RelataSpan relata_quote_span(const RelataQuotes *quotes, gsize from, gsize to);

G_END_DECLS

#endif
