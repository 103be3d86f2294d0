/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Quotations with ellipses: their parts, in order, within one passage. */
#include "corpus/quote_internal.h"

#include <string.h>

#define ELLIPSIS "\xE2\x80\xA6"
/* A quotation in more parts than this quotes nothing. */
#define MOST_PARTS 32
/* So much is compared around the places of the rarest part, in bytes. It bounds what a text that repeats a
 * few words can cost. */
#define MOST_WORK (8u << 20)
/* What finding the way back into the text costs beside comparing bytes. */
#define COST_OF_PLACE 1000
/* A character of the text folds to at most so many bytes on average. */
#define MOST_GAP (RELATA_QUOTE_MOST_LEFT_OUT * 4)

typedef struct {
  RelataQuotes *quotes;
  GArray *parts; /* of RelataQuotePattern */
  guint anchor;  /* the rarest part, the longest of the equally rare */
  guint rarity;
  gsize work;
} Elided;

/* Returns whether the bytes before and after an ellipsis are brackets around it: "[…]", "(…)". */
static gboolean
is_bracketed(const char *bytes, gsize from, gsize at, gsize to)
{
  const gsize after = at + strlen(ELLIPSIS);
  return at > from && after < to &&
         ((bytes[at - 1] == '[' && bytes[after] == ']') || (bytes[at - 1] == '(' && bytes[after] == ')'));
}

static void
add_part(Elided *elided, const RelataFolded *quote, gsize from, gsize to)
{
  const RelataQuotePattern part = relata_quote_pattern(quote, from, to);
  if (part.n == 0)
    return;
  const guint frequency = relata_quote_frequency(elided->quotes, &part);
  g_array_append_val(elided->parts, part);
  if (frequency < elided->rarity ||
      (frequency == elided->rarity &&
       part.n > g_array_index(elided->parts, RelataQuotePattern, elided->anchor).n)) {
    elided->anchor = elided->parts->len - 1;
    elided->rarity = frequency;
  }
}

/* Divides the quotation at its ellipses. FALSE where there is none. */
static gboolean
divide(Elided *elided, const RelataFolded *quote, gsize from, gsize to)
{
  const char *bytes = quote->bytes->str;
  gsize begun = from;
  gboolean any = FALSE;
  for (gsize at = from; at + strlen(ELLIPSIS) <= to && elided->parts->len <= MOST_PARTS; at++) {
    if (memcmp(bytes + at, ELLIPSIS, strlen(ELLIPSIS)) != 0)
      continue;
    const gsize bracketed = is_bracketed(bytes, from, at, to) ? 1 : 0;
    any = TRUE;
    add_part(elided, quote, begun, MAX(begun, at - bracketed));
    at += strlen(ELLIPSIS) - 1;
    begun = at + 1 + bracketed;
  }
  add_part(elided, quote, MIN(begun, to), to);
  return any && elided->parts->len <= MOST_PARTS;
}

/* ── Passages ────────────────────────────────────────────────────────────────────────────── */

/* Returns whether an ellipsis may stand for what is between two parts. */
static gboolean
is_one_passage(const RelataQuotes *quotes, const RelataQuotePlace *left, const RelataQuotePlace *right)
{
  const char *folded = quotes->folded.bytes->str, *text = relata_text_bytes(quotes->text);
  if (right->at < left->end || right->at - left->end > MOST_GAP ||
      g_utf8_strlen(folded + left->end, (gssize)(right->at - left->end)) > RELATA_QUOTE_MOST_LEFT_OUT)
    return FALSE;
  guint n_blank_lines = 0;
  gboolean at_line_start = FALSE;
  for (const char *at = text + left->to; at < text + right->from; at++) {
    if (*at == '\n' && at_line_start) {
      n_blank_lines++;
      at_line_start = FALSE; /* further blank lines are the same division */
      while (at + 1 < text + right->from && g_ascii_isspace(at[1]))
        at++;
    } else if (*at == '\n') {
      at_line_start = TRUE;
    } else if (!g_ascii_isspace(*at)) {
      at_line_start = FALSE;
    }
  }
  return n_blank_lines <= 1;
}

/* A part of the quotation, and a place of it. */
typedef struct {
  const RelataQuotePattern *part;
  RelataQuotePlace place;
} Stood;

/* Returns whether something that denies is left out between two parts: also where a part stands once more
 * between them, and it is left out of the shorter passage. */
static gboolean
denies_between(Elided *elided, const Stood *left, const Stood *right)
{
  RelataQuotes *quotes = elided->quotes;
  const char *folded = quotes->folded.bytes->str;
  const gsize from = left->place.end, to = right->place.at;
  RelataQuotePlace again;
  if (!relata_quote_has_denial(quotes, from, to))
    return FALSE;
  elided->work += to - from;
  if (relata_quote_leaves_out_denial(quotes, from, to))
    return TRUE;
  for (gsize at = from; at < to && elided->work < MOST_WORK; at++) {
    const Stood *const both[] = {left, right};
    for (guint i = 0; i < G_N_ELEMENTS(both); i++) {
      if (folded[at] != both[i]->part->bytes[0] || !relata_quote_fits(quotes, both[i]->part, at, &again))
        continue;
      elided->work += COST_OF_PLACE;
      if (i == 0 ? again.end <= to && relata_quote_leaves_out_denial(quotes, again.end, to)
                 : relata_quote_leaves_out_denial(quotes, from, again.at))
        return TRUE;
    }
  }
  return elided->work >= MOST_WORK; /* not all was looked at */
}

/* Returns the places of a part that continue one of `known`, which are of the part before it (forwards) or
 * after it. All are ascending. */
static GArray *
step(Elided *elided, const RelataQuotePattern *part, const RelataQuotePattern *beside, const GArray *known,
     gboolean forwards)
{
  GArray *places = g_array_new(FALSE, FALSE, sizeof(RelataQuotePlace));
  const GString *folded = elided->quotes->folded.bytes;
  const RelataQuotePlace *first = &g_array_index(known, RelataQuotePlace, 0);
  const RelataQuotePlace *last = &g_array_index(known, RelataQuotePlace, known->len - 1);
  const gsize reach = MOST_GAP + part->n;
  gsize at = forwards ? first->end : first->at - MIN(first->at, reach);
  const gsize end = forwards ? MIN(folded->len, last->end + MOST_GAP + 1) : last->at;
  elided->work += end > at ? end - at : 0;
  for (guint next = 0; at < end && elided->work < MOST_WORK; at++) {
    Stood here = {.part = part}, there = {.part = beside};
    if (folded->str[at] != part->bytes[0] || !relata_quote_fits(elided->quotes, part, at, &here.place))
      continue;
    elided->work += part->n + COST_OF_PLACE;
    /* The nearest known place on the side that it comes from. */
    while (next < known->len && (forwards ? g_array_index(known, RelataQuotePlace, next).end <= here.place.at
                                          : g_array_index(known, RelataQuotePlace, next).at < here.place.end))
      next++;
    if (forwards ? next == 0 : next == known->len)
      continue;
    there.place = g_array_index(known, RelataQuotePlace, forwards ? next - 1 : next);
    const Stood *left = forwards ? &there : &here, *right = forwards ? &here : &there;
    if (is_one_passage(elided->quotes, &left->place, &right->place) && !denies_between(elided, left, right))
      g_array_append_val(places, here.place);
  }
  return places;
}

/* Walks from a place of the rarest part to the first or the last part. Sets *outermost to the nearest place
 * of that. FALSE where the walk ends before. */
static gboolean
walk(Elided *elided, const RelataQuotePlace *anchor, gboolean forwards, RelataQuotePlace *outermost)
{
  g_autoptr(GArray) known = g_array_new(FALSE, FALSE, sizeof(RelataQuotePlace));
  g_array_append_val(known, *anchor);
  const guint n = forwards ? elided->parts->len - 1 - elided->anchor : elided->anchor;
  for (guint i = 1; i <= n && known->len > 0; i++) {
    const guint part = forwards ? elided->anchor + i : elided->anchor - i;
    const RelataQuotePattern *parts = (const RelataQuotePattern *)(gconstpointer)elided->parts->data;
    GArray *next = step(elided, &parts[part], &parts[forwards ? part - 1 : part + 1], known, forwards);
    g_array_unref(known);
    known = next;
  }
  if (known->len > 0)
    *outermost = g_array_index(known, RelataQuotePlace, forwards ? 0 : known->len - 1);
  return known->len > 0;
}

/* Adds a place; of two that overlap the shorter is kept. Places come in ascending order of their longest
 * part. */
static void
add_passage(GArray *places, const RelataQuotePlace *place)
{
  RelataQuotePlace *last = places->len > 0 ? &g_array_index(places, RelataQuotePlace, places->len - 1) : NULL;
  if (last == NULL || last->end <= place->at)
    g_array_append_val(places, *place);
  else if (place->end - place->at < last->end - last->at)
    *last = *place;
}

GArray *
relata_quote_elided(RelataQuotes *quotes, const RelataFolded *quote, gsize from, gsize to)
{
  GArray *places = g_array_new(FALSE, FALSE, sizeof(RelataQuotePlace));
  g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(RelataQuotePattern));
  Elided elided = {quotes, parts, 0, G_MAXUINT, 0};
  if (!divide(&elided, quote, from, to) || parts->len == 0 || elided.rarity == 0)
    return places;
  g_autoptr(GArray) anchors =
      relata_quote_places(quotes, &g_array_index(parts, RelataQuotePattern, elided.anchor));
  for (guint i = 0; i < anchors->len && elided.work < MOST_WORK; i++) {
    const RelataQuotePlace *anchor = &g_array_index(anchors, RelataQuotePlace, i);
    RelataQuotePlace first, last;
    if (walk(&elided, anchor, FALSE, &first) && walk(&elided, anchor, TRUE, &last))
      add_passage(places, &(RelataQuotePlace){first.at, last.end, first.from, last.to});
  }
  return places;
}
