/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where a stretch of a quotation stands, as the rarest of its words leads there. */
#include "corpus/quote_internal.h"

#include <string.h>

/* So many places of one quotation are enough to say that it has several. */
#define MOST_PLACES 10000
/* So many words of a quotation are compared for the rarest. */
#define MOST_ANCHORS 256

RelataQuotePattern
relata_quote_pattern(const RelataFolded *folded, gsize from, gsize to)
{
  const char *bytes = folded->bytes->str;
  while (from < to && bytes[from] == ' ')
    from++;
  while (to > from && bytes[to - 1] == ' ')
    to--;
  RelataQuotePattern pattern = {.joints = folded->joints};
  pattern.leads = folded->joins && to - from > 1 && bytes[from] == '-';
  pattern.trails = folded->joins && to - from > 2 && bytes[to - 1] == '-';
  from += pattern.leads ? 1 : 0;
  to -= pattern.trails ? 1 : 0;
  pattern.bytes = bytes + from;
  pattern.n = to - from;
  pattern.base = from;
  for (guint i = 0; i < folded->words->len; i++) {
    const RelataQuoteWord *word = &g_array_index(folded->words, RelataQuoteWord, i);
    if (word->at < from || word->at + word->n > to)
      continue;
    if (pattern.n_words++ == 0)
      pattern.words = word;
  }
  return pattern;
}

/* Returns the first character from `at` on that is no blank; back: after the last one before it. */
static gsize
skip_blanks(const char *text, gsize at, gboolean back)
{
  for (;;) {
    const char *next = text + at;
    if (back && at == 0)
      return at;
    const char *c = back ? g_utf8_prev_char(next) : next;
    if (*c == '\0' || !g_unichar_isspace(g_utf8_get_char(c)))
      return at;
    at = (gsize)((back ? c : g_utf8_next_char(c)) - text);
  }
}

/* Sets where a place begins in the text, with the dash that the pattern begins with. FALSE where it does not
 * stand there as a whole. */
static gboolean
begin(const RelataQuotes *quotes, const RelataQuotePattern *pattern, RelataQuotePlace *place)
{
  const char *text = relata_text_bytes(quotes->text), *folded = quotes->folded.bytes->str;
  const gboolean written = pattern->leads && place->at > 0 && folded[place->at - 1] == '-';
  const gboolean dropped = pattern->leads && !written;
  if (dropped && !relata_quote_has_joint(quotes, place->at))
    return FALSE;
  place->at -= written ? 1 : 0;
  if (!relata_quote_locate(quotes, place->at, !dropped, &place->from))
    return FALSE;
  if (dropped)
    place->from = skip_blanks(text, place->from, FALSE);
  return !relata_fold_inside_word(text, text + place->from, TRUE);
}

/* Does the same for where it ends. */
static gboolean
end(const RelataQuotes *quotes, const RelataQuotePattern *pattern, RelataQuotePlace *place)
{
  const char *text = relata_text_bytes(quotes->text), *folded = quotes->folded.bytes->str;
  const gboolean written = pattern->trails && folded[place->end] == '-';
  const gboolean dropped = pattern->trails && !written;
  if (dropped && !relata_quote_has_joint(quotes, place->end))
    return FALSE;
  place->end += written ? 1 : 0;
  if (!relata_quote_locate(quotes, place->end, dropped, &place->to))
    return FALSE;
  if (dropped)
    place->to = skip_blanks(text, place->to, TRUE);
  return !relata_fold_inside_word(text, text + place->to, FALSE);
}

gboolean
relata_quote_fits(const RelataQuotes *quotes, const RelataQuotePattern *pattern, gsize at,
                  RelataQuotePlace *place)
{
  const GString *folded = quotes->folded.bytes;
  if (pattern->n == 0 || at > folded->len || pattern->n > folded->len - at ||
      memcmp(folded->str + at, pattern->bytes, pattern->n) != 0 ||
      (quotes->joins && !relata_quote_joints_agree(quotes, pattern, at)))
    return FALSE;
  place->at = at;
  place->end = at + pattern->n;
  return begin(quotes, pattern, place) && end(quotes, pattern, place);
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
  const guint32 *wholes; /* likewise, of the words that the ends of lines divide */
  guint n_wholes;
  gsize offset; /* of the word from the pattern's beginning */
} Anchor;

static guint
count(const Anchor *anchor)
{
  return anchor->n > G_MAXUINT - anchor->n_wholes ? G_MAXUINT : anchor->n + anchor->n_wholes;
}

static void
keep_rarer(Anchor *anchor, Anchor other)
{
  if (count(&other) < count(anchor))
    *anchor = other;
}

static Anchor
anchor_of_word(const RelataQuotes *quotes, const RelataQuoteWord *word, gsize offset)
{
  Anchor anchor = {.offset = offset};
  anchor.n = relata_postings_find(&quotes->singles, word->hash, &anchor.words);
  anchor.n_wholes = relata_postings_find(&quotes->whole_words, word->hash, &anchor.wholes);
  return anchor;
}

static Anchor
find_anchor(const RelataQuotes *quotes, const RelataQuotePattern *pattern)
{
  Anchor anchor = {NULL, G_MAXUINT, NULL, 0, 0};
  const guint n = MIN(pattern->n_words, MOST_ANCHORS);
  for (guint i = 0; i < n; i++) {
    const RelataQuoteWord *word = &pattern->words[i];
    Anchor pair = {.offset = word->at - pattern->base};
    if (relata_quote_is_broken(pattern->joints, word)) /* it may be part of a word there */
      continue;
    keep_rarer(&anchor, anchor_of_word(quotes, word, pair.offset));
    if (i + 1 == n || quotes->joins) /* words that are divided there have other neighbours */
      continue;
    pair.n = relata_postings_find(&quotes->pairs, relata_quote_hash_pair(word), &pair.words);
    keep_rarer(&anchor, pair);
  }
  return anchor;
}

guint
relata_quote_frequency(const RelataQuotes *quotes, const RelataQuotePattern *pattern)
{
  const Anchor anchor = find_anchor(quotes, pattern);
  return count(&anchor);
}

/* Adds the places of the pattern at which one of its words stands. */
static void
add_places(const RelataQuotes *quotes, const RelataQuotePattern *pattern, gsize offset, const GArray *words,
           const guint32 *indices, guint n, GArray *places)
{
  for (guint i = 0; indices != NULL && i < n && places->len < MOST_PLACES; i++) {
    const gsize at = g_array_index(words, RelataQuoteWord, indices[i]).at;
    if (at >= offset)
      add_place(quotes, pattern, at - offset, places);
  }
}

static gint
compare_places(gconstpointer a, gconstpointer b)
{
  const RelataQuotePlace *left = a, *right = b;
  return left->at != right->at ? (left->at < right->at ? -1 : 1) : 0;
}

GArray *
relata_quote_places(const RelataQuotes *quotes, const RelataQuotePattern *pattern)
{
  GArray *places = g_array_new(FALSE, FALSE, sizeof(RelataQuotePlace));
  const Anchor anchor = find_anchor(quotes, pattern);
  if (pattern->n == 0 || pattern->n > quotes->folded.bytes->len)
    return places;
  if (pattern->n_words == 0 || count(&anchor) > 4 * quotes->folded.bytes->len / pattern->n) {
    scan(quotes, pattern, places);
    return places;
  }
  add_places(quotes, pattern, anchor.offset, quotes->folded.words, anchor.words, anchor.n, places);
  add_places(quotes, pattern, anchor.offset, quotes->wholes, anchor.wholes, anchor.n_wholes, places);
  if (anchor.n_wholes > 0)
    g_array_sort(places, compare_places);
  return places;
}
