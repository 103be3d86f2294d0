/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A mark that is not where it says often has offsets that were counted differently: in UTF-16 code units
 * (JavaScript, Java), in bytes, or with line breaks of another system. Each of these is tried. */
#include "read/brat_text.h"

#include "text/message.h"

#include <string.h>

/* How far around the span the reference text is searched, in code points, and the longest text
 * searched for. */
#define WINDOW     200
#define MAX_SOUGHT 500

enum { AS_WRITTEN, AS_UTF_16, AS_BYTES, AS_LF, AS_CRLF, N_COUNTINGS };

static const char *const countings[N_COUNTINGS] = {
    NULL,
    "the offsets look like UTF-16 code units: count code points",
    "the offsets look like UTF-8 bytes: count code points",
    "the offsets look as if line breaks were one character, but the text has CR LF: count both",
    "the offsets look as if line breaks were CR LF, but the text has LF only: count one character",
};

typedef struct {
  const RelataText *text;
  RelataDiagnostics *diagnostics;
  /* Positions, in code points, of the characters beyond the basic plane, of CR LF pairs, and of lone LFs;
   * made for the first mark that does not fit. */
  GArray *astral, *pairs, *feeds;
} Checker;

static void
index_text(Checker *checker)
{
  if (checker->astral != NULL)
    return;
  checker->astral = g_array_new(FALSE, FALSE, sizeof(guint));
  checker->pairs = g_array_new(FALSE, FALSE, sizeof(guint));
  checker->feeds = g_array_new(FALSE, FALSE, sizeof(guint));
  guint position = 0;
  gunichar before = 0;
  for (const char *at = relata_text_bytes(checker->text); *at != '\0';
       at = g_utf8_next_char(at), position++) {
    const gunichar c = g_utf8_get_char(at);
    if (c > 0xFFFF)
      g_array_append_val(checker->astral, position);
    if (c == '\n' && before == '\r')
      g_array_append_val(checker->pairs, position);
    else if (c == '\n')
      g_array_append_val(checker->feeds, position);
    before = c;
  }
}

/* Returns how many of the positions lie before the place that a count of `value` reaches. In that count each
 * of them counts one more (step 1) or one less (−1) than a code point. */
static guint
count_before(const GArray *positions, guint value, int step)
{
  guint low = 0, high = positions->len;
  while (low < high) {
    const guint middle = low + (high - low) / 2;
    const gint64 counted = (gint64)g_array_index(positions, guint, middle) + step * (gint64)middle;
    if (counted < (gint64)value)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Returns the code point that an offset means in a way of counting; G_MAXUINT where there is none. */
static guint
recount(const Checker *checker, guint offset, int counting)
{
  gint64 position = offset;
  switch (counting) {
  case AS_UTF_16:
    position -= count_before(checker->astral, offset, 1);
    break;
  case AS_BYTES:
    if (offset > relata_text_n_bytes(checker->text))
      return G_MAXUINT;
    position = relata_text_position_of(checker->text, offset);
    if (relata_text_byte_of(checker->text, (guint)position) != offset)
      return G_MAXUINT;
    break;
  case AS_LF:
    position += count_before(checker->pairs, offset + 1, -1);
    break;
  case AS_CRLF:
    position -= count_before(checker->feeds, offset, 1);
    break;
  default:
    break;
  }
  return position >= 0 && position <= relata_text_length(checker->text) ? (guint)position : G_MAXUINT;
}

static gboolean
is_space(char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Returns whether the spans cover the reference text when each is moved by `by` and counted in some way.
 * Spans are joined by one space; brat writes one space for each line break or tab. Nothing is copied:
 * O(|reference|), whatever the length of the spans. */
static gboolean
fits(const Checker *checker, const RelataSpan *spans, guint n, int counting, gint64 by, const char *reference)
{
  const char *bytes = relata_text_bytes(checker->text);
  for (guint i = 0; i < n; i++) {
    const guint start = recount(checker, spans[i].start, counting),
                end = recount(checker, spans[i].end, counting);
    const gint64 from = (gint64)start + by, to = (gint64)end + by;
    if (start == G_MAXUINT || end == G_MAXUINT || from < 0 || from > to ||
        to > relata_text_length(checker->text))
      return FALSE;
    if (i > 0 && *reference++ != ' ')
      return FALSE;
    const gsize last = relata_text_byte_of(checker->text, (guint)to);
    for (gsize at = relata_text_byte_of(checker->text, (guint)from); at < last; at++, reference++)
      if (bytes[at] != *reference && !(is_space(bytes[at]) && is_space(*reference)))
        return FALSE;
  }
  return *reference == '\0';
}

/* Finds how far from the span the reference text stands. FALSE when it is not near. The nearest match counts,
 * the earlier of two equally near ones. */
static gboolean
find_near(const Checker *checker, const RelataSpan *spans, guint n, const char *reference, gint64 *off)
{
  const guint length = (guint)g_utf8_strlen(reference, -1);
  const guint first_length = n == 1 ? length : MIN(length, spans[0].end - spans[0].start);
  if (first_length == 0 || first_length > MAX_SOUGHT || length > MAX_SOUGHT * 4)
    return FALSE;
  const gsize n_sought = (gsize)(g_utf8_offset_to_pointer(reference, (glong)first_length) - reference);
  const guint text_length = relata_text_length(checker->text);
  const guint begin = MIN(spans[0].start, text_length);
  const gsize from = relata_text_byte_of(checker->text, begin > WINDOW ? begin - WINDOW : 0);
  const gsize to = relata_text_byte_of(checker->text, MIN(begin + WINDOW + first_length, text_length));
  const char *bytes = relata_text_bytes(checker->text), *end = bytes + to;
  gboolean found = FALSE;
  for (const char *at = bytes + from; (at = memmem(at, (gsize)(end - at), reference, n_sought)) != NULL;
       at++) {
    const gint64 distance =
        (gint64)relata_text_position_of(checker->text, (gsize)(at - bytes)) - (gint64)spans[0].start;
    if (found && ABS(distance) >= ABS(*off))
      continue;
    if (n > 1 && !fits(checker, spans, n, AS_WRITTEN, distance, reference))
      continue;
    *off = distance;
    found = TRUE;
  }
  return found;
}

static char *
explain(Checker *checker, const RelataSpan *spans, guint n, const char *reference)
{
  index_text(checker);
  for (int counting = AS_UTF_16; counting < N_COUNTINGS; counting++)
    if (fits(checker, spans, n, counting, 0, reference))
      return g_strdup(countings[counting]);
  gint64 off;
  if (!find_near(checker, spans, n, reference, &off))
    return NULL;
  if (off == 0)
    return g_strdup("it begins there, but does not end there");
  return g_strdup_printf("it stands %" G_GINT64_FORMAT " character%s %s", ABS(off),
                         relata_plural((guint64)ABS(off)), off > 0 ? "further on" : "earlier");
}

#define MAX_SHOWN 60

/* Returns enough of the reference text, or of the text in the spans, to recognise it in a message. */
static char *
shorten(const char *text)
{
  const char *at = text;
  for (guint i = 0; i < MAX_SHOWN && *at != '\0'; i++)
    at = g_utf8_next_char(at);
  g_autofree char *head = g_strndup(text, (gsize)(at - text));
  return g_strconcat(head, *at != '\0' ? "…" : NULL, NULL);
}

static char *
shorten_covered(const Checker *checker, const RelataSpan *spans, guint n)
{
  g_autoptr(GString) covered = g_string_new(NULL);
  for (guint i = 0, shown = 0; i < n && shown <= MAX_SHOWN; i++) {
    RelataSpan span = spans[i];
    span.end = MIN(span.end, span.start + MAX_SHOWN + 1);
    g_autofree char *slice = relata_text_slice(checker->text, span);
    g_string_append_printf(covered, "%s%s", i > 0 ? " " : "", slice);
    shown += span.end - span.start;
  }
  return shorten(covered->str);
}

static void
check_mark(Checker *checker, const RelataBrat *brat, RelataBratRecord *record)
{
  const RelataSpan *spans = relata_brat_spans(brat, record);
  const guint n = record->n;
  const RelataSpan hull = relata_brat_hull(brat, record);
  const guint length = relata_text_length(checker->text);
  if (hull.end > length) {
    g_autofree char *hint = explain(checker, spans, n, record->value);
    relata_diagnose(checker->diagnostics, RELATA_ERROR_IN_DATA, "span-outside-text", &record->span_where,
                    hint, "%s: the span ends at %u, but the text has %u characters", record->id, hull.end,
                    length);
    record->n = 0;
    return;
  }
  if (fits(checker, spans, n, AS_WRITTEN, 0, record->value))
    return;
  g_autofree char *hint = explain(checker, spans, n, record->value);
  g_autofree char *there = shorten_covered(checker, spans, n);
  g_autofree char *reference = shorten(record->value);
  relata_diagnose(checker->diagnostics, RELATA_ERROR_IN_DATA, "text-mismatch", &record->value_where, hint,
                  "%s: the text has '%s' there, not '%s'", record->id, there, reference);
}

void
relata_brat_check_text(RelataBrat *brat, const RelataText *text, RelataDiagnostics *diagnostics)
{
  Checker checker = {text, diagnostics, NULL, NULL, NULL};
  for (guint i = 0; i < brat->records->len; i++) {
    RelataBratRecord *record = relata_brat_record(brat, i);
    if (record->kind == 'T' && record->n > 0)
      check_mark(&checker, brat, record);
  }
  g_clear_pointer(&checker.astral, g_array_unref);
  g_clear_pointer(&checker.pairs, g_array_unref);
  g_clear_pointer(&checker.feeds, g_array_unref);
}

struct RelataSentences {
  GArray *spans; /* of RelataSpan, in order, not overlapping */
};

RelataSentences *
relata_sentences_new(const RelataText *text)
{
  RelataSentences *sentences = g_new0(RelataSentences, 1);
  sentences->spans = g_array_new(FALSE, FALSE, sizeof(RelataSpan));
  const char *const begin = relata_text_bytes(text), *const end = begin + relata_text_n_bytes(text);
  guint position = 0;
  for (const char *at = begin; at < end;) {
    if (g_unichar_isspace(g_utf8_get_char(at))) {
      at = g_utf8_next_char(at);
      position++;
      continue;
    }
    RelataSpan sentence = relata_text_sentence(text, (RelataSpan){position, position + 1});
    sentence.start = position; /* everything before it belongs to an earlier sentence */
    sentence.end = MAX(sentence.end, position + 1);
    g_array_append_val(sentences->spans, sentence);
    position = sentence.end;
    at = begin + relata_text_byte_of(text, position);
  }
  return sentences;
}

void
relata_sentences_free(RelataSentences *sentences)
{
  if (sentences == NULL)
    return;
  g_array_unref(sentences->spans);
  g_free(sentences);
}

/* Returns the last sentence that begins at or before a position, or NULL. */
static const RelataSpan *
sentence_of(const RelataSentences *sentences, guint position)
{
  guint low = 0, high = sentences->spans->len;
  while (low < high) {
    const guint middle = low + (high - low) / 2;
    if (g_array_index(sentences->spans, RelataSpan, middle).start <= position)
      low = middle + 1;
    else
      high = middle;
  }
  return low > 0 ? &g_array_index(sentences->spans, RelataSpan, low - 1) : NULL;
}

RelataSpan
relata_sentences_widen(const RelataSentences *sentences, RelataSpan span)
{
  const RelataSpan *first = sentence_of(sentences, span.start);
  const RelataSpan *last = sentence_of(sentences, span.end - 1);
  if (first != NULL && first->end > span.start)
    span.start = first->start;
  if (last != NULL)
    span.end = MAX(span.end, last->end);
  return span;
}
