/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The passage that a quotation probably meant, for the message that it stands nowhere. */
#include "corpus/quote_internal.h"

#include <math.h>

/* So many words of the quotation, and so many of their places in the text, the rarest first. Pairs of words
 * are sought as words are, so that their order counts. */
#define MOST_WORDS 64
#define MOST_HITS  512
/* A passage must have this share of the quotation's words, the rare ones counting more. */
#define LEAST_SHARE 0.25
/* A message shows so many characters at most. */
#define MOST_SHOWN 240

/* A word of the quotation, or a word with the next one. */
typedef struct {
  const guint32 *places;
  guint n;
  double weight;
  guint32 hash;
  gboolean is_pair;
} Sought;

/* A place where one of them stands. */
typedef struct {
  guint32 word; /* in the text */
  guint sought;
} Hit;

static gint
compare_rarity(gconstpointer a, gconstpointer b)
{
  const Sought *left = a, *right = b;
  if (left->n != right->n)
    return left->n < right->n ? -1 : 1;
  return left->hash != right->hash ? (left->hash < right->hash ? -1 : 1) : left->is_pair - right->is_pair;
}

static gint
compare_hits(gconstpointer a, gconstpointer b)
{
  const Hit *left = a, *right = b;
  return left->word != right->word ? (left->word < right->word ? -1 : 1)
                                   : (gint)left->sought - (gint)right->sought;
}

static void
seek(const RelataQuotes *quotes, guint32 hash, gboolean is_pair, GArray *sought)
{
  Sought word = {.hash = hash, .is_pair = is_pair};
  word.n = relata_postings_find(is_pair ? &quotes->pairs : &quotes->singles, hash, &word.places);
  word.weight = log((quotes->folded.words->len + 1.0) / (word.n + 0.5)) + 0.1;
  g_array_append_val(sought, word);
}

/* Returns the words of the quotation, each once, and their pairs, the rarest first. Sets *whole to the weight
 * of the words. */
static GArray *
sought_words(const RelataQuotes *quotes, const RelataFolded *quote, double *whole)
{
  GArray *sought = g_array_new(FALSE, FALSE, sizeof(Sought));
  g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);
  const guint n = MIN(quote->words->len, MOST_WORDS);
  for (guint i = 0; i < n; i++) {
    const RelataQuoteWord *word = &g_array_index(quote->words, RelataQuoteWord, i);
    if (!g_hash_table_add(known, GUINT_TO_POINTER(word->hash)))
      continue;
    seek(quotes, word->hash, FALSE, sought);
    *whole += g_array_index(sought, Sought, sought->len - 1).weight;
    if (i + 1 < n)
      seek(quotes, relata_quote_hash_pair(word), TRUE, sought);
  }
  g_array_sort(sought, compare_rarity);
  return sought;
}

/* Returns the places of the rarest words, in the order of the text. */
static GArray *
hits_of(const RelataQuotes *quotes, const GArray *sought)
{
  GArray *hits = g_array_new(FALSE, FALSE, sizeof(Hit));
  for (guint i = 0; i < sought->len; i++) {
    const Sought *word = &g_array_index(sought, Sought, i);
    if (hits->len + word->n > MOST_HITS)
      break;
    for (guint k = 0; k < word->n; k++) {
      const Hit hit = {word->places[k], i};
      const RelataQuoteWord *there = &g_array_index(quotes->folded.words, RelataQuoteWord, hit.word);
      if ((word->is_pair ? relata_quote_hash_pair(there) : there->hash) == word->hash)
        g_array_append_val(hits, hit);
    }
  }
  g_array_sort(hits, compare_hits);
  return hits;
}

/* The stretch of hits that weighs most; of those that weigh the same, the shortest. */
typedef struct {
  guint first, last; /* hits */
  double weight;
  double score; /* the weight, less a little for each word of its length */
} Window;

static Window
best_window(const GArray *sought, const GArray *hits, guint width)
{
  guint times[2 * MOST_WORDS] = {0};
  Window best = {0, 0, 0, 0}, now = {0, 0, 0, 0};
  for (now.last = 0; now.last < hits->len; now.last++) {
    const Hit *hit = &g_array_index(hits, Hit, now.last);
    if (times[hit->sought]++ == 0)
      now.weight += g_array_index(sought, Sought, hit->sought).weight;
    for (;; now.first++) {
      const Hit *out = &g_array_index(hits, Hit, now.first);
      const gboolean again = times[out->sought] > 1 && now.first < now.last;
      if (hit->word - out->word < width && !again)
        break;
      if (--times[out->sought] == 0)
        now.weight -= g_array_index(sought, Sought, out->sought).weight;
    }
    now.score = now.weight - 0.02 * (hit->word - g_array_index(hits, Hit, now.first).word);
    if (now.score > best.score + 1e-9)
      best = now;
  }
  return best;
}

/* Widens the passage to sentences unless it gets too long to be shown. */
static RelataSpan
widen(const RelataQuotes *quotes, const RelataQuoteWord *first, const RelataQuoteWord *last)
{
  gsize from, to;
  if (!relata_quote_locate(quotes, first->at, TRUE, &from) ||
      !relata_quote_locate(quotes, last->at + last->n, FALSE, &to))
    return RELATA_NO_SPAN;
  const RelataSpan span = relata_quote_span(quotes, from, to);
  const RelataSpan whole = relata_text_sentence(quotes->text, span);
  return whole.end - whole.start <= MOST_SHOWN ? whole : span;
}

RelataSpan
relata_quotes_nearest(RelataQuotes *quotes, const char *quote)
{
  g_return_val_if_fail(quotes != NULL && quote != NULL, RELATA_NO_SPAN);
  RelataFolded folded = relata_quote_fold(quotes, quote, TRUE);
  double whole = 0;
  g_autoptr(GArray) sought = sought_words(quotes, &folded, &whole);
  g_autoptr(GArray) hits = hits_of(quotes, sought);
  const Window window = best_window(sought, hits, MIN(folded.words->len, MOST_WORDS) * 3 / 2 + 4);
  relata_folded_clear(&folded);
  if (hits->len == 0 || window.weight < whole * LEAST_SHARE)
    return RELATA_NO_SPAN;
  const GArray *words = quotes->folded.words;
  return widen(quotes, &g_array_index(words, RelataQuoteWord, g_array_index(hits, Hit, window.first).word),
               &g_array_index(words, RelataQuoteWord, g_array_index(hits, Hit, window.last).word));
}
