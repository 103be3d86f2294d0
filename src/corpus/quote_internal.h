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

/* Folded text with its words. */
typedef struct {
  GString *bytes;
  GArray *words;     /* of RelataQuoteWord */
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
};

/* A stretch of a folded quotation. */
typedef struct {
  const char *bytes;
  gsize n, base;                /* base: where it begins in the quotation, which words count from */
  const RelataQuoteWord *words; /* its own */
  guint n_words;
} RelataQuotePattern;

/* Where a pattern stands: [at, end) in the folded text, [from, to) in the bytes of the text. */
typedef struct {
  gsize at, end, from, to;
} RelataQuotePlace;

RelataFolded relata_quote_fold(RelataFoldCache *cache, const char *text);
void relata_folded_clear(RelataFolded *folded);

/* Returns the pattern for [from, to) of a folded quotation, without blanks at its ends. O(words). */
RelataQuotePattern relata_quote_pattern(const RelataFolded *folded, gsize from, gsize to);

/* Sets *place where the pattern stands at this offset of the folded text, as a whole and not within words. */
gboolean relata_quote_fits(const RelataQuotes *quotes, const RelataQuotePattern *pattern, gsize at,
                           RelataQuotePlace *place);
/* Returns how often the pattern may stand in the text at most; G_MAXUINT where it has no words. O(words). */
guint relata_quote_frequency(const RelataQuotes *quotes, const RelataQuotePattern *pattern);
/* Returns all places of the pattern (RelataQuotePlace) from first to last, up to a limit. */
GArray *relata_quote_places(const RelataQuotes *quotes, const RelataQuotePattern *pattern);
/* Returns the places of a quotation with ellipses; of those that overlap only the shortest. */
GArray *relata_quote_elided(const RelataQuotes *quotes, const RelataFolded *quote, gsize from, gsize to);

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
