/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Parses what follows the type of a T: "0 3;8 11", a tab and the text. */
#include "read/brat/brat_line.h"

#include <string.h>

/* Reads digits of any script, as brat does. FALSE where the word is no number that a text could have. */
static gboolean
digits_value(const char *from, const char *to, guint64 *value)
{
  const char *at = from;
  for (*value = 0; at < to && *value < G_MAXUINT; at = g_utf8_next_char(at)) {
    const gint digit = g_unichar_digit_value(g_utf8_get_char(at));
    if (digit < 0)
      return FALSE;
    *value = *value * 10 + (guint64)digit;
  }
  return at > from && *value < G_MAXUINT;
}

/* Reads an offset, with or without a sign, and reports any other word. */
static gboolean
read_offset(RelataBratLine *line, const char *id, const char *from, const char *to, guint *offset)
{
  from = relata_brat_trim_begin(from, to);
  to = relata_brat_trim_end(from, to);
  const gboolean minus = from < to && *from == '-', is_signed = minus || (from < to && *from == '+');
  guint64 value;
  const gboolean ok = digits_value(from + is_signed, to, &value);
  if (ok && (!minus || value == 0)) {
    *offset = (guint)value;
    return TRUE;
  }
  g_autofree char *word = g_strndup(from, MIN((gsize)(to - from), 24));
  g_autofree char *valid = g_utf8_make_valid(word, -1); /* the cut may have split a character */
  if (value >= G_MAXUINT)
    relata_brat_line_complain(line, "bad-offset", NULL, "%s: the offset %s is larger than any text", id,
                              valid);
  else if (ok)
    relata_brat_line_complain(line, "bad-offset", NULL, "%s: the offset %s is negative", id, valid);
  else
    relata_brat_line_complain(line, "bad-offset",
                              "write T1, a tab, the type and two numbers: T1\tPerson 0 5\tBiden",
                              "%s: expected an offset, found '%s'", id, valid);
  return FALSE;
}

/* Reads one "s e" that ends at `end`, `blanks` spaces after what precedes it. */
static gboolean
read_span(RelataBratLine *line, const char *id, guint blanks, const char *end, RelataSpan *span)
{
  const char *from, *to;
  if (!relata_brat_line_word(line, blanks, end, &from, &to)) {
    relata_brat_line_complain(line, "bad-offset", NULL, "%s: expected two offsets", id);
    return FALSE;
  }
  const RelataPlace start_place = line->place;
  if (!read_offset(line, id, from, to, &span->start))
    return FALSE;
  relata_brat_line_move(line, to);
  if (!relata_brat_line_word(line, 1, end, &from, &to)) {
    relata_brat_line_complain(line, "bad-offset", NULL, "%s: an offset without its end", id);
    return FALSE;
  }
  if (!read_offset(line, id, from, to, &span->end))
    return FALSE;
  if (span->start > span->end) {
    line->place = start_place;
    relata_brat_line_complain(line, "bad-span", NULL, "%s: the span %u to %u ends before it begins", id,
                              span->start, span->end);
    return FALSE;
  }
  relata_brat_line_move(line, to);
  const gboolean more = relata_brat_line_word(line, 0, end, &from, &to);
  if (more)
    relata_brat_line_complain(line, "extra-field", "part the spans of a discontinuous mark by ';'",
                              "%s: more than two offsets in a span", id);
  return !more;
}

/* Reads "s e;s e": all spans or none. The line is at their beginning; `end` is the end of the field. */
static gboolean
read_spans(RelataBratLine *line, RelataBratRecord *record, const char *end)
{
  GArray *spans = line->brat->spans;
  record->first = spans->len;
  for (gboolean more = TRUE; more;) {
    const char *stop = memchr(line->at, ';', (gsize)(end - line->at));
    const char *const fragment_end = stop != NULL ? stop : end;
    more = stop != NULL;
    RelataSpan span = {0, 0};
    if (!read_span(line, record->id, record->n == 0 ? 1 : 0, fragment_end, &span)) {
      g_array_set_size(spans, record->first);
      record->n = 0;
      return FALSE;
    }
    g_array_append_val(spans, span);
    record->n++;
    relata_brat_line_move(line, more ? fragment_end + 1 : end);
  }
  return TRUE;
}

/* Warns of parts of a mark that lie on each other, by brat's own test. */
static void
check_parts(RelataBratLine *line, const RelataBratRecord *record)
{
  const RelataSpan *spans = relata_brat_spans(line->brat, record);
  for (guint i = 0; i + 1 < record->n; i++) /* neighbours only: O(n), and enough for what people write */
    if (spans[i + 1].end >= spans[i].start && spans[i + 1].start < spans[i].end) {
      const RelataBratLine at_spans = {.diagnostics = line->diagnostics, .place = record->span_where};
      relata_brat_line_warn(&at_spans, "overlapping-spans", "brat refuses such a line",
                            "%s: the parts %u to %u and %u to %u of the mark overlap", record->id,
                            spans[i].start, spans[i].end, spans[i + 1].start, spans[i + 1].end);
      return;
    }
}

gboolean
relata_brat_parse_mark(RelataBratLine *line, RelataBratRecord *record, const char *end)
{
  const char *at = line->at;
  record->span_where = line->place;
  record->span_where.column += at < end && *at == ' ' ? 1 : 0;
  if (!read_spans(line, record, end))
    return FALSE;
  check_parts(line, record);
  relata_brat_line_move(line, MIN(end + 1, line->end));
  record->value_where = line->place;
  if (end < line->end)
    record->value = relata_brat_line_keep(line, line->at, line->end); /* a text may hold tabs */
  return TRUE;
}
