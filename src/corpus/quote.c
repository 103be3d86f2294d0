/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The index of a text by words and pairs of words; quotations, by the ways in which they may stand there. */
#include "corpus/quote_internal.h"

#include <string.h>

/* A checkpoint for so many bytes of folded text. */
#define STRIDE 64

typedef struct {
  gsize at;     /* in the folded text */
  gsize source; /* in the text, in bytes */
} Checkpoint;

/* ── The index ───────────────────────────────────────────────────────────────────────────── */

guint32
relata_quote_hash(const char *bytes, gsize n)
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

/* Adds the unit to the words, and the dash before it that was dropped. */
static void
add_unit(RelataFolded *folded, const RelataFolder *folder)
{
  RelataQuoteWord word = {.at = folder->start};
  const RelataQuoteJoint joint = {folder->start, folder->joint};
  if (joint.joint != RELATA_JOINT_NONE)
    g_array_append_val(folded->joints, joint);
  folded->is_solid |= folder->kind >= RELATA_FOLD_WORD && folder->kind != RELATA_FOLD_PUNCTUATION;
  if (folder->kind != RELATA_FOLD_WORD && folder->kind != RELATA_FOLD_ALONE)
    return;
  if (!folder->continues)
    g_array_append_val(folded->words, word);
  RelataQuoteWord *last = &g_array_index(folded->words, RelataQuoteWord, folded->words->len - 1);
  last->n = (guint32)MIN(folded->bytes->len - last->at, G_MAXUINT32);
}

static RelataFolded
fold(const RelataQuotes *quotes, const char *text, gboolean soft, GArray *checkpoints)
{
  RelataFolded folded = {.bytes = g_string_new(NULL),
                         .words = g_array_new(FALSE, FALSE, sizeof(RelataQuoteWord)),
                         .joins = quotes->joins,
                         .joints = g_array_new(FALSE, FALSE, sizeof(RelataQuoteJoint))};
  RelataFolder folder = {.cache = quotes->cache, .at = text, .joins = quotes->joins, .soft = soft};
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
    word->hash = relata_quote_hash(folded.bytes->str + word->at, word->n);
  }
  return folded;
}

RelataFolded
relata_quote_fold(const RelataQuotes *quotes, const char *text, gboolean soft)
{
  return fold(quotes, text, soft, NULL);
}

void
relata_folded_clear(RelataFolded *folded)
{
  if (folded->bytes != NULL)
    g_string_free(folded->bytes, TRUE);
  g_array_unref(folded->words);
  g_array_unref(folded->joints);
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
relata_quotes_index(const RelataText *text, gboolean joins)
{
  RelataQuotes *quotes = g_new0(RelataQuotes, 1);
  quotes->text = text;
  quotes->joins = joins;
  quotes->cache = relata_fold_cache_new();
  quotes->checkpoints = g_array_new(FALSE, FALSE, sizeof(Checkpoint));
  quotes->folded = fold(quotes, relata_text_bytes(text), TRUE, quotes->checkpoints);
  const RelataQuoteWord *words = (const RelataQuoteWord *)(gconstpointer)quotes->folded.words->data;
  const guint n = quotes->folded.words->len;
  quotes->singles = postings_new(words, n, hash_single);
  quotes->pairs = postings_new(words, n > 0 ? n - 1 : 0, relata_quote_hash_pair);
  quotes->wholes = relata_quote_join_words(&quotes->folded);
  quotes->whole_words = postings_new((const RelataQuoteWord *)(gconstpointer)quotes->wholes->data,
                                     quotes->wholes->len, hash_single);
  return quotes;
}

RelataQuotes *
relata_quotes_new(const RelataText *text)
{
  g_return_val_if_fail(text != NULL, NULL);
  return relata_quotes_index(text, relata_fold_has_breaks(relata_text_bytes(text)));
}

void
relata_quotes_free(RelataQuotes *quotes)
{
  if (quotes == NULL)
    return;
  RelataPostings *const all[] = {&quotes->singles, &quotes->pairs, &quotes->whole_words};
  for (guint i = 0; i < G_N_ELEMENTS(all); i++) {
    g_free(all[i]->first);
    g_free(all[i]->words);
  }
  relata_folded_clear(&quotes->folded);
  g_array_unref(quotes->checkpoints);
  g_array_unref(quotes->wholes);
  g_clear_pointer(&quotes->denials, g_array_unref);
  relata_quotes_free(quotes->joined);
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
  RelataFolder folder = {
      .cache = quotes->cache, .at = text + known[low].source, .joins = quotes->joins, .soft = TRUE};
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

/* Returns the places of a folded quotation by one of the ways, which may be none. */
static GArray *
places_by(RelataQuotes *quotes, const RelataFolded *quote, RelataQuoteFit way)
{
  GArray *places = g_array_new(FALSE, FALSE, sizeof(RelataQuotePlace));
  gsize from = 0, to = quote->bytes->len;
  if (!quote->is_solid)
    return places;
  do {
    const RelataQuotePattern pattern = relata_quote_pattern(quote, from, to);
    g_array_unref(places);
    places = way == RELATA_QUOTE_FOLDED ? relata_quote_places(quotes, &pattern)
                                        : relata_quote_elided(quotes, quote, from, to);
  } while (places->len == 0 && strip_marks(quote, &from, &to));
  return places;
}

/* Where a quotation stands in an index. */
typedef struct {
  const RelataQuotes *quotes;
  RelataQuoteFit fit;
  GArray *places; /* of RelataQuotePlace */
} Standing;

/* Returns the places of a quotation by the first of the ways that finds any. */
static Standing
find_standing(RelataQuotes *quotes, const char *quote)
{
  static const RelataQuoteFit ways[] = {RELATA_QUOTE_FOLDED, RELATA_QUOTE_ELIDED};
  RelataQuotes *index = relata_quotes_joined(quotes, quote);
  /* A soft hyphen at the end of a line breaks a word, unless it strayed there: then it is invisible. */
  const guint n_folds = index->joins && strstr(quote, "\u00AD") != NULL ? 2 : 1;
  Standing standing = {index, RELATA_QUOTE_ABSENT, g_array_new(FALSE, FALSE, sizeof(RelataQuotePlace))};
  for (guint i = 0; i < n_folds * G_N_ELEMENTS(ways) && standing.places->len == 0; i++) {
    RelataFolded folded = relata_quote_fold(index, quote, i % n_folds == 0);
    g_array_unref(standing.places);
    standing.places = places_by(index, &folded, ways[i / n_folds]);
    standing.fit = standing.places->len > 0 ? ways[i / n_folds] : RELATA_QUOTE_ABSENT;
    relata_folded_clear(&folded);
  }
  return standing;
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
  RelataFolded folded = relata_quote_fold(quotes, words != NULL ? words : "", TRUE);
  GString *bytes = g_steal_pointer(&folded.bytes);
  relata_folded_clear(&folded);
  return bytes;
}

RelataQuoteFound
relata_quotes_find(RelataQuotes *quotes, const char *quote, const char *prefix, const char *suffix)
{
  RelataQuoteFound found = {RELATA_QUOTE_ABSENT, RELATA_NO_SPAN, 0, FALSE};
  g_return_val_if_fail(quotes != NULL && quote != NULL, found);
  const Standing standing = find_standing(quotes, quote);
  g_autoptr(GArray) places = standing.places;
  found.fit = standing.fit;
  if (places->len == 0)
    return found;
  Choice choice = {.quotes = standing.quotes,
                   .prefix = fold_words(standing.quotes, prefix),
                   .suffix = fold_words(standing.quotes, suffix)};
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
  const Standing standing = find_standing(quotes, quote);
  g_autoptr(GArray) places = standing.places;
  const RelataFolded *folded = &standing.quotes->folded;
  gsize from = 0, to = folded->bytes->len;
  for (gboolean more = TRUE; more; more = strip_marks(folded, &from, &to))
    for (guint i = 0; i < places->len; i++) {
      const RelataQuotePlace *place = &g_array_index(places, RelataQuotePlace, i);
      if (place->at == from && place->end == to)
        return TRUE;
    }
  return FALSE;
}
