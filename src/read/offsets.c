/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/offsets.h"

#include <string.h>

/* The code points at which units begin: at[i] is that of unit i, and at[n] the length. */
typedef struct {
  guint *at; /* NULL: not made yet */
  guint n;
} Scale;

/* The units that a marked text is tried in; the first that fits the most marks is tried first. */
static const RelataOffsetUnit tried[] = {RELATA_UNIT_CODE_POINTS, RELATA_UNIT_UTF16, RELATA_UNIT_BYTES};

typedef struct {
  const RelataText *text;
  Scale scales[RELATA_N_UNITS];
  RelataOffsetUnit order[G_N_ELEMENTS(tried)];
} Settling;

/* How many units a code point takes. */
static guint
units_of(gunichar c, RelataOffsetUnit unit, gboolean joined)
{
  switch (unit) {
  case RELATA_UNIT_UTF16:
    return c > 0xFFFF ? 2 : 1;
  case RELATA_UNIT_BYTES:
    return (guint)g_unichar_to_utf8(c, NULL);
  case RELATA_UNIT_GRAPHEMES:
    return joined ? 0 : 1;
  case RELATA_UNIT_CODE_POINTS:
  case RELATA_N_UNITS:
  default:
    return 1;
  }
}

/* Returns whether a code point belongs to the one before it: marks, joiners, variation selectors, the tones
 * of skin, and every second of the letters that flags are made of. */
static gboolean
is_joined(gunichar before, gunichar c, guint n_flags)
{
  return before != 0 &&
         (g_unichar_ismark(c) || c == 0x200D || before == 0x200D || (c >= 0x1F3FB && c <= 0x1F3FF) ||
          (c == '\n' && before == '\r') || (n_flags % 2 == 1 && c >= 0x1F1E6 && c <= 0x1F1FF));
}

static Scale
scale_new(const RelataText *text, RelataOffsetUnit unit)
{
  const guint length = relata_text_length(text);
  guint *at = g_new(guint, relata_text_n_bytes(text) + 1); /* a code point takes no more units than bytes */
  Scale scale = {at, 0};
  const char *next = relata_text_bytes(text);
  gunichar before = 0;
  guint n_flags = 0;
  for (guint position = 0; position < length; position++, next = g_utf8_next_char(next)) {
    const gunichar c = g_utf8_get_char(next);
    const guint n = units_of(c, unit, is_joined(before, c, n_flags));
    n_flags = c >= 0x1F1E6 && c <= 0x1F1FF ? n_flags + 1 : 0;
    for (guint i = 0; i < n; i++)
      at[scale.n++] = i == 0 ? position : G_MAXUINT; /* nothing begins within a code point */
    before = c;
  }
  at[scale.n] = length;
  return scale;
}

static RelataSpan
convert(Settling *settling, RelataOffsetUnit unit, const RelataOffsets *mark)
{
  Scale *scale = &settling->scales[unit];
  if (scale->at == NULL)
    *scale = scale_new(settling->text, unit);
  if (mark->start < 0 || mark->end < mark->start || mark->end > (gint64)scale->n)
    return RELATA_NO_SPAN;
  const RelataSpan span = {scale->at[mark->start], scale->at[mark->end]};
  return span.start == G_MAXUINT || span.end == G_MAXUINT ? RELATA_NO_SPAN : span;
}

static const char *
skip_space(const char *at)
{
  while (g_unichar_isspace(g_utf8_get_char(at)))
    at = g_utf8_next_char(at);
  return at;
}

/* Returns the end of what, from `at` on, is the covered text, all white space being alike; NULL where it is
 * another text. */
static const char *
match(const char *at, const char *covered)
{
  while (*covered != '\0') {
    if (g_unichar_isspace(g_utf8_get_char(covered))) {
      const char *after = skip_space(at);
      if (after == at)
        return NULL;
      at = after;
      covered = skip_space(covered);
    } else if (*at++ != *covered++) {
      return NULL;
    }
  }
  return at;
}

static gboolean
covers(const RelataText *text, RelataSpan span, const char *covered)
{
  if (!relata_span_is_set(span))
    return FALSE;
  const char *bytes = relata_text_bytes(text);
  return match(bytes + relata_text_byte_of(text, span.start), covered) ==
         bytes + relata_text_byte_of(text, span.end);
}

/* Returns where the covered text stands, if only once. */
static RelataSpan
search(const RelataText *text, const char *covered)
{
  const char *bytes = relata_text_bytes(text), *first = skip_space(covered);
  RelataSpan found = RELATA_NO_SPAN;
  if (*first == '\0')
    return found;
  for (const char *at = strchr(bytes, *first); at != NULL; at = strchr(at + 1, *first)) {
    const char *end = match(at, first);
    if (end == NULL)
      continue;
    if (relata_span_is_set(found))
      return RELATA_NO_SPAN;
    found = (RelataSpan){relata_text_position_of(text, (gsize)(at - bytes)),
                         relata_text_position_of(text, (gsize)(end - bytes))};
  }
  return found;
}

/* ── Which unit ── */

/* Returns how many marks a unit fits of those that repeat their text; *n_covered is how many these are. */
static guint
fits(Settling *settling, RelataOffsetUnit unit, const RelataOffsets *marks, guint n, guint *n_covered)
{
  guint n_fit = 0;
  *n_covered = 0;
  for (guint i = 0; i < n; i++) {
    if (marks[i].covered == NULL)
      continue;
    ++*n_covered;
    n_fit += covers(settling->text, convert(settling, unit, &marks[i]), marks[i].covered) ? 1 : 0;
  }
  return n_fit;
}

/* Puts the units in order of how many marks they fit; those that fit as many stay as they are. */
static void
order_units(Settling *settling, const RelataOffsets *marks, guint n)
{
  guint n_fit[RELATA_N_UNITS] = {0}, n_covered;
  memcpy(settling->order, tried, sizeof tried);
  n_fit[tried[0]] = fits(settling, tried[0], marks, n, &n_covered);
  if (n_fit[tried[0]] == n_covered) /* so that the other scales need not be made */
    return;
  for (guint u = 1; u < G_N_ELEMENTS(tried); u++)
    n_fit[tried[u]] = fits(settling, tried[u], marks, n, &n_covered);
  for (guint i = 1; i < G_N_ELEMENTS(tried); i++)
    for (guint k = i; k > 0 && n_fit[settling->order[k]] > n_fit[settling->order[k - 1]]; k--) {
      const RelataOffsetUnit other = settling->order[k];
      settling->order[k] = settling->order[k - 1];
      settling->order[k - 1] = other;
    }
}

static void
settle_covered(Settling *settling, RelataOffsets *mark)
{
  for (guint u = 0; u < G_N_ELEMENTS(tried); u++) {
    mark->span = convert(settling, settling->order[u], mark);
    if (!covers(settling->text, mark->span, mark->covered))
      continue;
    const RelataSpan plain = convert(settling, RELATA_UNIT_CODE_POINTS, mark);
    const gboolean same = plain.start == mark->span.start && plain.end == mark->span.end;
    mark->found = same ? RELATA_FOUND_CODE_POINTS : RELATA_FOUND_UNIT;
    return;
  }
  mark->span = search(settling->text, mark->covered);
  mark->found = relata_span_is_set(mark->span) ? RELATA_FOUND_SEARCHED : RELATA_FOUND_NOWHERE;
}

static void
settle_bare(Settling *settling, RelataOffsetUnit unit, RelataOffsets *mark)
{
  mark->span = convert(settling, unit, mark);
  mark->found = relata_span_is_set(mark->span) ? RELATA_FOUND_CODE_POINTS : RELATA_FOUND_NOWHERE;
}

void
relata_offsets_settle(const RelataText *text, RelataOffsetUnit unit, RelataOffsets *marks, guint n)
{
  Settling settling = {.text = text};
  order_units(&settling, marks, n);
  for (guint i = 0; i < n; i++)
    if (marks[i].covered != NULL)
      settle_covered(&settling, &marks[i]);
    else
      settle_bare(&settling, unit, &marks[i]);
  for (guint i = 0; i < RELATA_N_UNITS; i++)
    g_free(settling.scales[i].at);
}
