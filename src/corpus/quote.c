/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The index of a text by words and pairs of words, and the places of a quotation that it leads to. */
#include "corpus/quote_internal.h"

#include <string.h>

/* A checkpoint for so many bytes of folded text. */
#define STRIDE 64
/* So many places of one quotation are enough to say that it has several. */
#define MOST_PLACES 10000
/* So many words of a quotation are compared for the rarest. */
#define MOST_ANCHORS 256

typedef struct {
  gsize at;     /* in the folded text */
  gsize source; /* in the text, in bytes */
} Checkpoint;

/* ── The index ───────────────────────────────────────────────────────────────────────────── */

static guint32
hash_bytes(const char *bytes, gsize n)
{
  guint32 hash = 2166136261u; /* FNV-1a */
  for (gsize i = 0; i < n; i++)
    hash = (hash ^ (guchar)bytes[i]) * 16777619u;
  return hash * 0x9E3779B1u;
}

guint32
relata_quote_hash_pair(const RelataQuoteWord *first)
{
  return (first[0].hash ^ ((first[1].hash << 7) | (first[1].hash >> 25))) * 0x85EBCA6Bu;
}

static guint32
hash_single(const RelataQuoteWord *word)
{
  return word->hash;
}

/* Adds the unit to the words. */
static void
add_unit(RelataFolded *folded, const RelataFolder *folder)
{
  RelataQuoteWord word = {.at = folder->start};
  folded->is_solid |= folder->kind >= RELATA_FOLD_WORD && folder->kind != RELATA_FOLD_PUNCTUATION;
  if (folder->kind != RELATA_FOLD_WORD && folder->kind != RELATA_FOLD_ALONE)
    return;
  if (!folder->continues)
    g_array_append_val(folded->words, word);
  RelataQuoteWord *last = &g_array_index(folded->words, RelataQuoteWord, folded->words->len - 1);
  last->n = (guint32)MIN(folded->bytes->len - last->at, G_MAXUINT32);
}

static RelataFolded
fold(RelataFoldCache *cache, const char *text, GArray *checkpoints)
{
  RelataFolded folded = {g_string_new(NULL), g_array_new(FALSE, FALSE, sizeof(RelataQuoteWord)), FALSE};
  RelataFolder folder = {.cache = cache, .at = text};
  gsize due = 0;
  while (relata_folder_next(&folder, folded.bytes)) {
    if (checkpoints != NULL && folder.start >= due) {
      const Checkpoint checkpoint = {folder.start, (gsize)(folder.from - text)};
      g_array_append_val(checkpoints, checkpoint);
      due = folder.start + STRIDE;
    }
    add_unit(&folded, &folder);
  }
  for (guint i = 0; i < folded.words->len; i++) {
    RelataQuoteWord *word = &g_array_index(folded.words, RelataQuoteWord, i);
    word->hash = hash_bytes(folded.bytes->str + word->at, word->n);
  }
  return folded;
}

RelataFolded
relata_quote_fold(RelataFoldCache *cache, const char *text)
{
  return fold(cache, text, NULL);
}

void
relata_folded_clear(RelataFolded *folded)
{
  g_string_free(folded->bytes, TRUE);
  g_array_unref(folded->words);
}

/* Sorts the first n words by the hash of what begins there (counting sort). */
static RelataPostings
postings_new(const RelataQuoteWord *words, guint n, guint32 (*hash)(const RelataQuoteWord *))
{
  guint bits = 4;
  while (bits < 24 && (1u << bits) < n)
    bits++;
  RelataPostings postings = {32 - bits, g_new0(guint32, (1u << bits) + 2), g_new(guint32, MAX(n, 1))};
  for (guint i = 0; i < n; i++)
    postings.first[(hash(&words[i]) >> postings.shift) + 2]++;
  for (guint b = 2; b < (1u << bits) + 2; b++)
    postings.first[b] += postings.first[b - 1];
  for (guint i = 0; i < n; i++)
    postings.words[postings.first[(hash(&words[i]) >> postings.shift) + 1]++] = i;
  return postings;
}

guint
relata_postings_find(const RelataPostings *postings, guint32 hash, const guint32 **words)
{
  const guint32 *first = &postings->first[hash >> postings->shift];
  *words = &postings->words[first[0]];
  return first[1] - first[0];
}

RelataQuotes *
relata_quotes_new(const RelataText *text)
{
  g_return_val_if_fail(text != NULL, NULL);
  RelataQuotes *quotes = g_new0(RelataQuotes, 1);
  quotes->text = text;
  quotes->cache = relata_fold_cache_new();
  quotes->checkpoints = g_array_new(FALSE, FALSE, sizeof(Checkpoint));
  quotes->folded = fold(quotes->cache, relata_text_bytes(text), quotes->checkpoints);
  const RelataQuoteWord *words = (const RelataQuoteWord *)(gconstpointer)quotes->folded.words->data;
  const guint n = quotes->folded.words->len;
  quotes->singles = postings_new(words, n, hash_single);
  quotes->pairs = postings_new(words, n > 0 ? n - 1 : 0, relata_quote_hash_pair);
  return quotes;
}

void
relata_quotes_free(RelataQuotes *quotes)
{
  if (quotes == NULL)
    return;
  RelataPostings *const all[] = {&quotes->singles, &quotes->pairs};
  for (guint i = 0; i < G_N_ELEMENTS(all); i++) {
    g_free(all[i]->first);
    g_free(all[i]->words);
  }
  relata_folded_clear(&quotes->folded);
  g_array_unref(quotes->checkpoints);
  relata_fold_cache_free(quotes->cache);
  g_free(quotes);
}

/* ── The way back ────────────────────────────────────────────────────────────────────────── */

gboolean
relata_quote_locate(const RelataQuotes *quotes, gsize at, gboolean starts, gsize *byte)
{
  const Checkpoint *known = (const Checkpoint *)(gconstpointer)quotes->checkpoints->data;
  const gsize before = starts ? at : at - 1;
  guint low = 0, high = quotes->checkpoints->len;
  if (at > quotes->folded.bytes->len || (!starts && at == 0) || high == 0)
    return FALSE;
  while (high - low > 1) {
    const guint middle = low + (high - low) / 2;
    if (known[middle].at <= before)
      low = middle;
    else
      high = middle;
  }
  const char *text = relata_text_bytes(quotes->text);
  g_autoptr(GString) again = g_string_sized_new(STRIDE * 2);
  RelataFolder folder = {.cache = quotes->cache, .at = text + known[low].source};
  while (relata_folder_next(&folder, again)) {
    const gsize reached = known[low].at + (starts ? folder.start : again->len);
    *byte = (gsize)((starts ? folder.from : folder.to) - text);
    if (reached >= at)
      return reached == at;
  }
  return FALSE;
}

RelataSpan
relata_quote_span(const RelataQuotes *quotes, gsize from, gsize to)
{
  return (RelataSpan){relata_text_position_of(quotes->text, from), relata_text_position_of(quotes->text, to)};
}

/* ── Patterns and their places ───────────────────────────────────────────────────────────── */

RelataQuotePattern
relata_quote_pattern(const RelataFolded *folded, gsize from, gsize to)
{
  const char *bytes = folded->bytes->str;
  while (from < to && bytes[from] == ' ')
    from++;
  while (to > from && bytes[to - 1] == ' ')
    to--;
  RelataQuotePattern pattern = {bytes + from, to - from, from, NULL, 0};
  for (guint i = 0; i < folded->words->len; i++) {
    const RelataQuoteWord *word = &g_array_index(folded->words, RelataQuoteWord, i);
    if (word->at < from || word->at + word->n > to)
      continue;
    if (pattern.n_words++ == 0)
      pattern.words = word;
  }
  return pattern;
}

gboolean
relata_quote_fits(const RelataQuotes *quotes, const RelataQuotePattern *pattern, gsize at,
                  RelataQuotePlace *place)
{
  const GString *folded = quotes->folded.bytes;
  const char *text = relata_text_bytes(quotes->text);
  if (pattern->n == 0 || at > folded->len || pattern->n > folded->len - at ||
      memcmp(folded->str + at, pattern->bytes, pattern->n) != 0)
    return FALSE;
  place->at = at;
  place->end = at + pattern->n;
  return relata_quote_locate(quotes, place->at, TRUE, &place->from) &&
         !relata_fold_inside_word(text, text + place->from, TRUE) &&
         relata_quote_locate(quotes, place->end, FALSE, &place->to) &&
         !relata_fold_inside_word(text, text + place->to, FALSE);
}

static void
add_place(const RelataQuotes *quotes, const RelataQuotePattern *pattern, gsize at, GArray *places)
{
  RelataQuotePlace place;
  if (relata_quote_fits(quotes, pattern, at, &place))
    g_array_append_val(places, place);
}

/* Goes through the whole text (Knuth, Morris and Pratt 1977): linear whatever the two repeat. */
static void
scan(const RelataQuotes *quotes, const RelataQuotePattern *pattern, GArray *places)
{
  const GString *folded = quotes->folded.bytes;
  const char *wanted = pattern->bytes;
  g_autofree gsize *border = g_new0(gsize, pattern->n + 1); /* of the first i bytes */
  for (gsize i = 1, k = 0; i < pattern->n; i++) {
    while (k > 0 && wanted[i] != wanted[k])
      k = border[k];
    k += wanted[i] == wanted[k];
    border[i + 1] = k;
  }
  for (gsize i = 0, k = 0; i < folded->len && places->len < MOST_PLACES; i++) {
    while (k > 0 && (k == pattern->n || folded->str[i] != wanted[k]))
      k = border[k];
    k += folded->str[i] == wanted[k];
    if (k == pattern->n)
      add_place(quotes, pattern, i + 1 - k, places);
  }
}

/* Where the rarest word, or pair of words, of a pattern stands. */
typedef struct {
  const guint32 *words;
  guint n;
  gsize offset; /* of the word from the pattern's beginning */
} Anchor;

static void
keep_rarer(Anchor *anchor, const RelataPostings *postings, guint32 hash, gsize offset)
{
  const guint32 *words;
  const guint n = relata_postings_find(postings, hash, &words);
  if (n < anchor->n)
    *anchor = (Anchor){words, n, offset};
}

static Anchor
find_anchor(const RelataQuotes *quotes, const RelataQuotePattern *pattern)
{
  Anchor anchor = {NULL, G_MAXUINT, 0};
  const guint n = MIN(pattern->n_words, MOST_ANCHORS);
  for (guint i = 0; i < n; i++) {
    const RelataQuoteWord *word = &pattern->words[i];
    keep_rarer(&anchor, &quotes->singles, hash_single(word), word->at - pattern->base);
    if (i + 1 < n)
      keep_rarer(&anchor, &quotes->pairs, relata_quote_hash_pair(word), word->at - pattern->base);
  }
  return anchor;
}

guint
relata_quote_frequency(const RelataQuotes *quotes, const RelataQuotePattern *pattern)
{
  return find_anchor(quotes, pattern).n;
}

GArray *
relata_quote_places(const RelataQuotes *quotes, const RelataQuotePattern *pattern)
{
  GArray *places = g_array_new(FALSE, FALSE, sizeof(RelataQuotePlace));
  const GArray *words = quotes->folded.words;
  const Anchor anchor = find_anchor(quotes, pattern);
  if (pattern->n == 0 || pattern->n > quotes->folded.bytes->len)
    return places;
  if (pattern->n_words == 0 || anchor.n > 4 * quotes->folded.bytes->len / pattern->n) {
    scan(quotes, pattern, places);
    return places;
  }
  for (guint i = 0; anchor.words != NULL && i < anchor.n && places->len < MOST_PLACES; i++) {
    const gsize at = g_array_index(words, RelataQuoteWord, anchor.words[i]).at;
    if (at >= anchor.offset)
      add_place(quotes, pattern, at - anchor.offset, places);
  }
  return places;
}

/* ── Quotations ──────────────────────────────────────────────────────────────────────────── */

/* Narrows *from and *to to what stands between marks around the whole. FALSE where there are none. */
static gboolean
strip_marks(const RelataFolded *quote, gsize *from, gsize *to)
{
  const char *bytes = quote->bytes->str;
  if (*to - *from < 3 || bytes[*from] != '"' || bytes[*to - 1] != '"')
    return FALSE;
  *from += 1;
  *to -= 1;
  return TRUE;
}

/* Returns the places of a quotation by the first of the ways that finds any. Sets *fit. */
static GArray *
places_of(const RelataQuotes *quotes, const RelataFolded *quote, RelataQuoteFit *fit)
{
  static const RelataQuoteFit ways[] = {RELATA_QUOTE_FOLDED, RELATA_QUOTE_ELIDED};
  for (guint i = 0; quote->is_solid && i < G_N_ELEMENTS(ways); i++) {
    gsize from = 0, to = quote->bytes->len;
    do {
      const RelataQuotePattern pattern = relata_quote_pattern(quote, from, to);
      GArray *places = ways[i] == RELATA_QUOTE_FOLDED ? relata_quote_places(quotes, &pattern)
                                                      : relata_quote_elided(quotes, quote, from, to);
      *fit = ways[i];
      if (places->len > 0)
        return places;
      g_array_unref(places);
    } while (strip_marks(quote, &from, &to));
  }
  *fit = RELATA_QUOTE_ABSENT;
  return g_array_new(FALSE, FALSE, sizeof(RelataQuotePlace));
}

typedef struct {
  const RelataQuotes *quotes;
  const char *exact; /* the quotation without blanks at its ends */
  gsize n_exact;
  GString *prefix, *suffix; /* folded; empty where not given */
} Choice;

static gboolean
is_exact(const Choice *choice, const RelataQuotePlace *place)
{
  return place->to - place->from == choice->n_exact &&
         memcmp(relata_text_bytes(choice->quotes->text) + place->from, choice->exact, choice->n_exact) == 0;
}

static gboolean
is_in_context(const Choice *choice, const RelataQuotePlace *place)
{
  const GString *folded = choice->quotes->folded.bytes;
  gsize before = place->at, after = place->end;
  before -= before > 0 && folded->str[before - 1] == ' ';
  after += after < folded->len && folded->str[after] == ' ';
  return before >= choice->prefix->len && folded->len - after >= choice->suffix->len &&
         memcmp(folded->str + before - choice->prefix->len, choice->prefix->str, choice->prefix->len) == 0 &&
         memcmp(folded->str + after, choice->suffix->str, choice->suffix->len) == 0;
}

/* Keeps the places that pass, if any does. FALSE where none does. */
static gboolean
prefer(const Choice *choice, GArray *places, gboolean (*passes)(const Choice *, const RelataQuotePlace *))
{
  guint n = 0;
  for (guint i = 0; i < places->len; i++) {
    const RelataQuotePlace place = g_array_index(places, RelataQuotePlace, i);
    if (passes(choice, &place))
      g_array_index(places, RelataQuotePlace, n++) = place;
  }
  if (n > 0)
    g_array_set_size(places, n);
  return n > 0;
}

static const char *
trim(const char *quote, gsize *n)
{
  while (g_unichar_isspace(g_utf8_get_char(quote)))
    quote = g_utf8_next_char(quote);
  const char *end = quote + strlen(quote);
  while (end > quote && g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(end))))
    end = g_utf8_prev_char(end);
  *n = (gsize)(end - quote);
  return quote;
}

static GString *
fold_words(const RelataQuotes *quotes, const char *words)
{
  RelataFolded folded = relata_quote_fold(quotes->cache, words != NULL ? words : "");
  g_array_unref(folded.words);
  return folded.bytes;
}

RelataQuoteFound
relata_quotes_find(RelataQuotes *quotes, const char *quote, const char *prefix, const char *suffix)
{
  RelataQuoteFound found = {RELATA_QUOTE_ABSENT, RELATA_NO_SPAN, 0, FALSE};
  g_return_val_if_fail(quotes != NULL && quote != NULL, found);
  RelataFolded folded = relata_quote_fold(quotes->cache, quote);
  g_autoptr(GArray) places = places_of(quotes, &folded, &found.fit);
  relata_folded_clear(&folded);
  if (places->len == 0)
    return found;
  Choice choice = {
      .quotes = quotes, .prefix = fold_words(quotes, prefix), .suffix = fold_words(quotes, suffix)};
  choice.exact = trim(quote, &choice.n_exact);
  found.out_of_context = !prefer(&choice, places, is_in_context);
  if (prefer(&choice, places, is_exact))
    found.fit = RELATA_QUOTE_EXACT;
  const RelataQuotePlace *first = &g_array_index(places, RelataQuotePlace, 0);
  found.span = relata_quote_span(quotes, first->from, first->to);
  found.n_places = places->len;
  g_string_free(choice.prefix, TRUE);
  g_string_free(choice.suffix, TRUE);
  return found;
}

gboolean
relata_quotes_covers(RelataQuotes *quotes, const char *quote)
{
  g_return_val_if_fail(quotes != NULL && quote != NULL, FALSE);
  RelataFolded folded = relata_quote_fold(quotes->cache, quote);
  RelataQuoteFit fit;
  g_autoptr(GArray) places = places_of(quotes, &folded, &fit);
  relata_folded_clear(&folded);
  gsize from = 0, to = quotes->folded.bytes->len;
  for (gboolean more = TRUE; more; more = strip_marks(&quotes->folded, &from, &to))
    for (guint i = 0; i < places->len; i++) {
      const RelataQuotePlace *place = &g_array_index(places, RelataQuotePlace, i);
      if (place->at == from && place->end == to)
        return TRUE;
    }
  return FALSE;
}
