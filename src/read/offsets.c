/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/offsets.h"

#include "text/grapheme.h"

#include <string.h>

/* The code points at which units begin: at[i] is that of unit i, and at[n] the length. */
typedef struct {
  guint *at; /* NULL: not made yet */
  guint n;
} Scale;

/* The units that a marked text is tried in; the first that fits the most marks is tried first. */
static const RelataOffsetUnit tried[] = {RELATA_UNIT_CODE_POINTS, RELATA_UNIT_UTF16, RELATA_UNIT_BYTES};

/* A text whose white space is single blanks, and where in the text each of its bytes comes from. */
typedef struct {
  GString *bytes; /* NULL: not made yet */
  GArray *from;   /* of gsize */
} Plain;

typedef struct {
  const RelataText *text;
  Scale scales[RELATA_N_UNITS];
  Plain plain;
  RelataOffsetUnit order[G_N_ELEMENTS(tried)];
  RelataOffsetUnit bare; /* of marks without their text */
} Settling;

/* ── Units ── */

/* How many units a code point takes; `begins`: it begins a grapheme. */
static guint
units_of(gunichar c, RelataOffsetUnit unit, gboolean begins)
{
  switch (unit) {
  case RELATA_UNIT_UTF16:
    return c > 0xFFFF ? 2 : 1;
  case RELATA_UNIT_BYTES:
    return (guint)g_unichar_to_utf8(c, NULL);
  case RELATA_UNIT_GRAPHEMES:
    return begins ? 1 : 0;
  case RELATA_UNIT_CODE_POINTS:
  case RELATA_N_UNITS:
  default:
    return 1;
  }
}

static Scale
scale_new(const RelataText *text, RelataOffsetUnit unit)
{
  const guint length = relata_text_length(text);
  guint *at = g_new(guint, relata_text_n_bytes(text) + 1); /* a code point takes no more units than bytes */
  Scale scale = {at, 0};
  const char *next = relata_text_bytes(text);
  RelataGraphemes graphemes = {0};
  for (guint position = 0; position < length; position++, next = g_utf8_next_char(next)) {
    const gunichar c = g_utf8_get_char(next);
    const gboolean begins = unit != RELATA_UNIT_GRAPHEMES || relata_grapheme_begins(&graphemes, c);
    const guint n = units_of(c, unit, begins);
    for (guint i = 0; i < n; i++)
      at[scale.n++] = i == 0 ? position : G_MAXUINT; /* nothing begins within a code point */
  }
  at[scale.n] = length;
  return scale;
}

static const Scale *
scale_of(Settling *settling, RelataOffsetUnit unit)
{
  Scale *scale = &settling->scales[unit];
  if (scale->at == NULL)
    *scale = scale_new(settling->text, unit);
  return scale;
}

static RelataSpan
convert(Settling *settling, RelataOffsetUnit unit, const RelataOffsets *mark)
{
  const Scale *scale = scale_of(settling, unit);
  if (mark->start < 0 || mark->end < mark->start || mark->end > (gint64)scale->n)
    return RELATA_NO_SPAN;
  const RelataSpan span = {scale->at[mark->start], scale->at[mark->end]};
  return span.start == G_MAXUINT || span.end == G_MAXUINT ? RELATA_NO_SPAN : span;
}

/* ── Marked texts ── */

static gboolean
is_covered(const RelataOffsets *mark)
{
  return mark->covered != NULL && *mark->covered != '\0';
}

/* Returns the end of the white space that begins at `at`: `at` where there is none. */
static const char *
skip_space(const char *at, const char *end)
{
  while (at < end && g_unichar_isspace(g_utf8_get_char(at)))
    at = g_utf8_next_char(at);
  return at;
}

/* Does the same in a marked text, where line ends and tabs may be written as escapes. */
static const char *
skip_written_space(const char *at, const char *end)
{
  for (const char *before = NULL; before != at;) {
    before = at;
    at = skip_space(at, end);
    if (end - at >= 2 && *at == '\\' && strchr("nrt", at[1]) != NULL)
      at += 2;
  }
  return at;
}

/* Returns whether [at, end) is the covered text, all white space being alike. */
static gboolean
is_alike(const char *at, const char *end, const char *covered)
{
  const char *covered_end = covered + strlen(covered);
  while (covered < covered_end) {
    const char *after = skip_written_space(covered, covered_end), *space = skip_space(at, end);
    if (after > covered && space > at) {
      covered = after;
      at = space;
    } else if (at == end || *at++ != *covered++) {
      return FALSE;
    }
  }
  return at == end;
}

static gboolean
covers(const RelataText *text, RelataSpan span, const char *covered)
{
  if (!relata_span_is_set(span))
    return FALSE;
  const char *bytes = relata_text_bytes(text);
  const gsize start = relata_text_byte_of(text, span.start), end = relata_text_byte_of(text, span.end);
  return (strncmp(bytes + start, covered, end - start) == 0 && covered[end - start] == '\0') ||
         is_alike(bytes + start, bytes + end, covered);
}

/* ── Where a marked text stands ── */

static Plain
plain_new(const char *bytes, gsize n, const char *(*skip)(const char *at, const char *end))
{
  Plain plain = {g_string_sized_new(n), g_array_new(FALSE, FALSE, sizeof(gsize))};
  for (const char *at = bytes, *end = bytes + n; at < end;) {
    const gsize from = (gsize)(at - bytes);
    const char *after = skip(at, end);
    g_string_append_c(plain.bytes, after > at ? ' ' : *at);
    g_array_append_val(plain.from, from);
    at = MAX(after, at + 1);
  }
  return plain;
}

static void
plain_clear(Plain *plain)
{
  if (plain->bytes == NULL)
    return;
  g_string_free(plain->bytes, TRUE);
  g_array_unref(plain->from);
}

static const char *
find(const GString *text, const char *from, const GString *words)
{
  return memmem(from, (gsize)(text->str + text->len - from), words->str, words->len);
}

/* Returns where the covered text stands, if only once. */
static RelataSpan
search(Settling *settling, const char *covered)
{
  const RelataText *text = settling->text;
  Plain *plain = &settling->plain;
  RelataSpan found = RELATA_NO_SPAN;
  if (plain->bytes == NULL)
    *plain = plain_new(relata_text_bytes(text), relata_text_n_bytes(text), skip_space);
  Plain sought = plain_new(covered, strlen(covered), skip_written_space);
  g_strstrip(sought.bytes->str);
  sought.bytes->len = strlen(sought.bytes->str);
  const char *at = sought.bytes->len > 0 ? find(plain->bytes, plain->bytes->str, sought.bytes) : NULL;
  if (at != NULL && find(plain->bytes, at + 1, sought.bytes) == NULL) {
    const gsize first = (gsize)(at - plain->bytes->str), last = first + sought.bytes->len - 1;
    found.start = relata_text_position_of(text, g_array_index(plain->from, gsize, first));
    found.end = relata_text_position_of(text, g_array_index(plain->from, gsize, last)) + 1;
  }
  plain_clear(&sought);
  return found;
}

/* ── Which unit ── */

/* Returns how many marks a unit fits of those that repeat their text. */
static guint
count_fits(Settling *settling, RelataOffsetUnit unit, const RelataOffsets *marks, guint n)
{
  guint n_fit = 0;
  for (guint i = 0; i < n; i++)
    if (is_covered(&marks[i]) && covers(settling->text, convert(settling, unit, &marks[i]), marks[i].covered))
      n_fit++;
  return n_fit;
}

/* Puts the units in order of how many marks they fit; those that fit as many stay as they are. */
static void
order_units(Settling *settling, RelataOffsetUnit unit, const RelataOffsets *marks, guint n)
{
  guint n_fit[RELATA_N_UNITS + 1] = {0}, n_covered = 0;
  RelataOffsetUnit *order = settling->order;
  memcpy(order, tried, sizeof tried);
  for (guint i = 0; i < n; i++)
    n_covered += is_covered(&marks[i]) ? 1 : 0;
  for (guint u = 0; u < G_N_ELEMENTS(tried); u++)
    if (n_fit[tried[0]] < n_covered || tried[u] == unit) /* else its scale need not be made */
      n_fit[tried[u]] = count_fits(settling, tried[u], marks, n);
  for (guint i = 1; i < G_N_ELEMENTS(tried); i++)
    for (guint k = i; k > 0 && n_fit[order[k]] > n_fit[order[k - 1]]; k--) {
      const RelataOffsetUnit other = order[k];
      order[k] = order[k - 1];
      order[k - 1] = other;
    }
  settling->bare = n_fit[order[0]] > n_fit[unit] ? order[0] : unit;
}

/* Returns whether a code point begins a grapheme, or is the end of the text. O(log text) */
static gboolean
begins_grapheme(Settling *settling, guint position)
{
  const Scale *scale = scale_of(settling, RELATA_UNIT_GRAPHEMES);
  guint low = 0, high = scale->n;
  while (low < high) {
    const guint middle = (low + high) / 2;
    if (scale->at[middle] < position)
      low = middle + 1;
    else
      high = middle;
  }
  return scale->at[low] == position;
}

static gboolean
is_of_word(gunichar c)
{
  return g_unichar_isalnum(c) || g_unichar_ismark(c);
}

/* Returns whether a mark may well begin or end here: not within a character, nor within a word. */
static gboolean
is_edge(Settling *settling, guint position)
{
  if (position == 0 || position == relata_text_length(settling->text))
    return TRUE;
  const char *at = relata_text_bytes(settling->text) + relata_text_byte_of(settling->text, position);
  return begins_grapheme(settling, position) &&
         !(is_of_word(g_utf8_get_char(g_utf8_prev_char(at))) && is_of_word(g_utf8_get_char(at)));
}

/* Returns in which of its two meanings RELATA_UNIT_CHARACTERS is meant. */
static RelataOffsetUnit
which_characters(Settling *settling, const RelataOffsets *marks, guint n)
{
  static const RelataOffsetUnit units[] = {RELATA_UNIT_CODE_POINTS, RELATA_UNIT_GRAPHEMES};
  guint n_fit[2] = {0}, n_whole[2] = {0};
  for (guint i = 0; i < n; i++)
    for (guint u = 0; u < 2 && !is_covered(&marks[i]); u++) {
      const RelataSpan span = convert(settling, units[u], &marks[i]);
      if (!relata_span_is_set(span))
        continue;
      n_fit[u]++;
      n_whole[u] += is_edge(settling, span.start) && is_edge(settling, span.end) ? 1 : 0;
    }
  return units[n_fit[1] >= n_fit[0] && n_whole[1] > n_whole[0] ? 1 : 0];
}

/* ── Marks ── */

static void
settle_covered(Settling *settling, RelataOffsets *mark)
{
  for (guint u = 0; u < G_N_ELEMENTS(tried); u++) {
    mark->span = convert(settling, settling->order[u], mark);
    if (!covers(settling->text, mark->span, mark->covered))
      continue;
    const gboolean same = mark->span.start == mark->start && mark->span.end == mark->end;
    mark->found = same ? RELATA_FOUND_CODE_POINTS : RELATA_FOUND_UNIT;
    return;
  }
  mark->span = search(settling, mark->covered);
  mark->found = relata_span_is_set(mark->span) ? RELATA_FOUND_SEARCHED : RELATA_FOUND_NOWHERE;
}

static void
settle_bare(Settling *settling, RelataOffsetUnit unit, RelataOffsets *mark)
{
  mark->span = convert(settling, settling->bare, mark);
  const gboolean same = mark->span.start == mark->start && mark->span.end == mark->end;
  mark->found = !relata_span_is_set(mark->span)  ? RELATA_FOUND_NOWHERE
                : same || settling->bare == unit ? RELATA_FOUND_CODE_POINTS
                                                 : RELATA_FOUND_UNIT;
}

void
relata_offsets_settle(const RelataText *text, RelataOffsetUnit unit, RelataOffsets *marks, guint n)
{
  Settling settling = {.text = text};
  order_units(&settling, unit, marks, n);
  if (settling.bare == RELATA_UNIT_CHARACTERS)
    settling.bare = which_characters(&settling, marks, n);
  for (guint i = 0; i < n; i++)
    if (is_covered(&marks[i]))
      settle_covered(&settling, &marks[i]);
    else
      settle_bare(&settling, unit, &marks[i]);
  for (guint i = 0; i < RELATA_N_UNITS; i++)
    g_free(settling.scales[i].at);
  plain_clear(&settling.plain);
}
