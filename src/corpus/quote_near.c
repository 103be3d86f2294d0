/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The passage that a quotation probably meant, for the message that it stands nowhere. */
#include "corpus/quote_internal.h"

#include <math.h>

/* So many words of the quotation, and so many of their places in the text, the rarest first. */
#define MOST_WORDS 64
#define MOST_HITS  4096
/* A passage must have this share of the quotation's words, the rare ones counting more. */
#define LEAST_SHARE 0.25
/* A message shows so many characters at most. */
#define MOST_SHOWN 240

/* A word of the quotation. */
typedef struct {
  const guint32 *places;
  guint n;
  double weight;
  guint32 hash;
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
  return left->hash < right->hash ? -1 : left->hash > right->hash;
}

static gint
compare_hits(gconstpointer a, gconstpointer b)
{
  const Hit *left = a, *right = b;
  return left->word < right->word ? -1 : left->word > right->word;
}

/* Returns the words of the quotation, each once, the rarest first. */
static GArray *
sought_words(const RelataQuotes *quotes, const RelataFolded *quote)
{
  GArray *sought = g_array_new(FALSE, FALSE, sizeof(Sought));
  g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < quote->words->len && sought->len < MOST_WORDS; i++) {
    Sought word = {.hash = g_array_index(quote->words, RelataQuoteWord, i).hash};
    if (!g_hash_table_add(known, GUINT_TO_POINTER(word.hash)))
      continue;
    word.n = relata_postings_find(&quotes->singles, word.hash, &word.places);
    word.weight = log((quotes->folded.words->len + 1.0) / (word.n + 0.5)) + 0.1;
    g_array_append_val(sought, word);
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
      if (g_array_index(quotes->folded.words, RelataQuoteWord, hit.word).hash == word->hash)
        g_array_append_val(hits, hit);
    }
  }
  g_array_sort(hits, compare_hits);
  return hits;
}

/* The stretch of hits that weighs most. */
typedef struct {
  guint first, last; /* hits */
  double weight;
} Window;

static Window
best_window(const GArray *sought, const GArray *hits, guint width)
{
  guint times[MOST_WORDS] = {0};
  Window best = {0, 0, 0}, now = {0, 0, 0};
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
    if (now.weight > best.weight + 1e-9)
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
  RelataFolded folded = relata_quote_fold(quotes->cache, quote);
  g_autoptr(GArray) sought = sought_words(quotes, &folded);
  g_autoptr(GArray) hits = hits_of(quotes, sought);
  const Window window = best_window(sought, hits, MIN(folded.words->len, MOST_WORDS) * 3 / 2 + 4);
  relata_folded_clear(&folded);
  double whole = 0;
  for (guint i = 0; i < sought->len; i++)
    whole += g_array_index(sought, Sought, i).weight;
  if (hits->len == 0 || window.weight < whole * LEAST_SHARE)
    return RELATA_NO_SPAN;
  const GArray *words = quotes->folded.words;
  return widen(quotes, &g_array_index(words, RelataQuoteWord, g_array_index(hits, Hit, window.first).word),
               &g_array_index(words, RelataQuoteWord, g_array_index(hits, Hit, window.last).word));
}
