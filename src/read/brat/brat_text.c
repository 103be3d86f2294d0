/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Decides of each mark which part of its line is its text, and whether that is what the document has there.
 */
#include "read/brat/brat_text.h"

#include "read/brat/brat_fit.h"
#include "read/brat/brat_invisible.h"
#include "read/brat/brat_line.h"

#include <string.h>

/* The longest text that is compared character by character, in code points. */
#define MAX_COMPARED 500
/* The longest text that is filled in: many lines may mark the whole document. */
#define MAX_FILLED 10000

/* Marks of one sort, which are reported once for a document. */
typedef struct {
  guint n;
  const char *id; /* of the first */
  RelataPlace where;
} Tally;

typedef struct {
  RelataBratFitter fitter; /* its text is NULL where the document has none: then nothing can be compared */
  RelataDiagnostics *diagnostics;
  Tally empty, filled, old;
} Checker;

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

/* Returns what the spans cover, as brat writes it: with a space between the parts. Of spans longer than
 * `most` characters in all, only the beginning. */
static char *
covered_by(const RelataText *text, const RelataSpan *spans, guint n, guint most)
{
  GString *covered = g_string_new(NULL);
  guint length = 0;
  for (guint i = 0; i < n && length < most; i++) {
    RelataSpan span = spans[i];
    if (span.start == span.end)
      continue;
    if (span.end - span.start > most - length)
      span.end = span.start + (most - length) + 1;
    g_autofree char *slice = relata_text_slice(text, span);
    g_string_append_printf(covered, "%s%s", covered->len > 0 ? " " : "", slice);
    length += span.end - span.start;
  }
  return g_string_free(covered, FALSE);
}

/* Returns how many characters the spans cover, with the spaces between them. */
static guint64
covered_length(const RelataSpan *spans, guint n)
{
  guint64 length = n - 1;
  for (guint i = 0; i < n; i++)
    length += spans[i].end - spans[i].start;
  return length;
}

/* Returns where the reference text ends, judged by its length alone: after as many characters as the spans
 * have, if a blank follows them; else before a tab; else at the end. */
static const char *
end_by_length(const RelataSpan *spans, guint n, const char *value)
{
  const guint64 length = covered_length(spans, n);
  const char *at = value;
  for (guint64 i = 0; i < length && *at != '\0'; i++)
    at = g_utf8_next_char(at);
  const char *end = relata_brat_may_end(at) ? at : value + strcspn(value, "\t");
  return relata_brat_trim_end(value, end);
}

/* ── The verdict on a mark ── */

typedef enum { FITS, OLD_FORM, LOOKS_ALIKE, MISSING, EMPTY, EMPTY_WITH_TEXT, OUTSIDE, DIFFERS } Verdict;

typedef struct {
  Verdict verdict;
  const char *end;  /* of the reference text in the record's value; NULL where there is none */
  char *difference; /* LOOKS_ALIKE: in which characters; free with g_free() */
} Judgement;

static gboolean
is_blank(const char *text)
{
  while (*text != '\0' && g_unichar_isspace(g_utf8_get_char(text)))
    text = g_utf8_next_char(text);
  return *text == '\0';
}

static gboolean
looks_alike(const Checker *checker, const RelataSpan *spans, guint n, const char *value, Judgement *judgement)
{
  if (covered_length(spans, n) > MAX_COMPARED)
    return FALSE;
  g_autofree char *covered = covered_by(checker->fitter.text, spans, n, MAX_COMPARED);
  g_autofree char *difference = NULL;
  gsize used;
  if (!relata_brat_looks_like(covered, value, &used, &difference) || !relata_brat_may_end(value + used))
    return FALSE;
  judgement->end = value + used;
  judgement->difference = g_steal_pointer(&difference);
  return TRUE;
}

/* Judges a mark that has spans. It follows brat's own parser, but reads more. */
static Judgement
judge(const Checker *checker, const RelataBrat *brat, const RelataBratRecord *record)
{
  const RelataSpan *spans = relata_brat_spans(brat, record);
  const guint n = record->n;
  const char *value = record->value;
  Judgement judgement = {DIFFERS, value != NULL ? end_by_length(spans, n, value) : NULL, NULL};
  if (covered_length(spans, n) == n - 1) {
    judgement.verdict = n == 1 && value != NULL && !relata_brat_may_end(value) ? EMPTY_WITH_TEXT : EMPTY;
    return judgement;
  }
  if (checker->fitter.text != NULL &&
      relata_brat_hull(brat, record).end > relata_text_length(checker->fitter.text)) {
    judgement.verdict = OUTSIDE;
  } else if (value == NULL || is_blank(value)) {
    judgement.verdict = MISSING;
  } else if (checker->fitter.text == NULL) {
    judgement.verdict = FITS;
  } else {
    const char *end = relata_brat_fit(&checker->fitter, spans, n, " ", value);
    const char *old_end = n > 1 ? relata_brat_fit(&checker->fitter, spans, n, "", value) : NULL;
    if (end != NULL && relata_brat_may_end(end))
      return (Judgement){.verdict = FITS, .end = end};
    if (old_end != NULL)
      return (Judgement){.verdict = OLD_FORM, .end = old_end};
    if (looks_alike(checker, spans, n, value, &judgement))
      judgement.verdict = LOOKS_ALIKE;
  }
  return judgement;
}

/* ── What follows from it ── */

/* Keeps what a document has many of, to report it once. */
static void
count(Tally *account, const RelataBratRecord *record)
{
  if (account->n++ > 0)
    return;
  account->id = record->id;
  account->where = record->where;
}

static void
report_tally(const Checker *checker, const Tally *account, const char *code, const char *one,
             const char *many)
{
  if (account->n == 1)
    relata_diagnose(checker->diagnostics, RELATA_NOTE, code, &account->where, NULL, "%s: %s", account->id,
                    one);
  else if (account->n > 1)
    relata_diagnose(checker->diagnostics, RELATA_NOTE, code, &account->where, NULL, "%s and %u more: %s",
                    account->id, account->n - 1, many);
}

static void
report_outside(Checker *checker, const RelataBrat *brat, const RelataBratRecord *record)
{
  g_autofree char *hint =
      record->value != NULL
          ? relata_brat_explain(&checker->fitter, relata_brat_spans(brat, record), record->n, record->value)
          : NULL;
  relata_diagnose(checker->diagnostics, RELATA_ERROR_IN_DATA, "span-outside-text", &record->span_where, hint,
                  "%s: the span ends at %u, but the text has %u characters", record->id,
                  relata_brat_hull(brat, record).end, relata_text_length(checker->fitter.text));
}

static void
report_difference(Checker *checker, const RelataBrat *brat, const RelataBratRecord *record)
{
  const RelataSpan *spans = relata_brat_spans(brat, record);
  g_autofree char *hint = relata_brat_explain(&checker->fitter, spans, record->n, record->value);
  g_autofree char *covered = covered_by(checker->fitter.text, spans, record->n, MAX_SHOWN);
  g_autofree char *there = shorten(covered);
  g_autofree char *reference = shorten(record->value);
  relata_diagnose(checker->diagnostics, RELATA_ERROR_IN_DATA, "text-mismatch", &record->value_where, hint,
                  "%s: the text has '%s' there, not '%s'", record->id, there, reference);
}

/* A mark that covers nothing names nobody. */
static void
empty(RelataBratRecord *record)
{
  record->n = 0;
  record->value = NULL;
}

/* Leaves out the parts of a discontinuous mark that cover nothing. */
static void
drop_empty_parts(RelataBrat *brat, RelataBratRecord *record)
{
  RelataSpan *spans = &g_array_index(brat->spans, RelataSpan, record->first);
  guint n = 0;
  for (guint i = 0; i < record->n; i++)
    if (spans[i].start < spans[i].end)
      spans[n++] = spans[i];
  record->n = n;
}

/* What follows the text is a comment, unless the document goes on like this: then the mark is too short. */
static void
take_rest(Checker *checker, RelataBrat *brat, guint index, const char *rest)
{
  const RelataBratRecord *record = relata_brat_record(brat, index);
  RelataPlace where = record->value_where;
  where.column += (guint)g_utf8_strlen(record->value, rest - record->value);
  if (checker->fitter.text != NULL && record->n == 1 && *rest == ' ' && !is_blank(rest)) {
    const gsize at = relata_text_byte_of(checker->fitter.text, relata_brat_spans(brat, record)->end);
    if (g_str_has_prefix(relata_text_bytes(checker->fitter.text) + at, rest)) {
      relata_diagnose(checker->diagnostics, RELATA_WARNING, "short-mark", &where,
                      "what follows the marked text would be a comment",
                      "%s: the line goes on as the document does: does the mark end too early?", record->id);
      return;
    }
  }
  relata_brat_add_comment(brat, index, rest, strlen(rest), &where);
}

static void
settle_mark(Checker *checker, RelataBrat *brat, guint index)
{
  RelataBratRecord *record = relata_brat_record(brat, index);
  const Judgement judgement = judge(checker, brat, record);
  const RelataSpan *spans = relata_brat_spans(brat, record);
  const char *whole = record->value;
  if (whole != NULL && judgement.end != NULL)
    record->value = g_string_chunk_insert_len(brat->strings, whole, judgement.end - whole);
  if (judgement.verdict == LOOKS_ALIKE)
    relata_diagnose(checker->diagnostics, RELATA_WARNING, "invisible-difference", &record->value_where, NULL,
                    "%s: %s", record->id, judgement.difference);
  else if (judgement.verdict == OUTSIDE)
    report_outside(checker, brat, record);
  else if (judgement.verdict == DIFFERS && whole != NULL)
    report_difference(checker, brat, record);
  else if (judgement.verdict == EMPTY_WITH_TEXT)
    relata_diagnose(checker->diagnostics, RELATA_ERROR_IN_DATA, "bad-span", &record->span_where, NULL,
                    "%s: the span %u to %u is empty", record->id, spans->start, spans->end);
  else if (judgement.verdict == MISSING && checker->fitter.text == NULL)
    relata_diagnose(checker->diagnostics, RELATA_ERROR_IN_DATA, "missing-field", &record->value_where,
                    "after the offsets come a tab and the text that is marked",
                    "%s: the reference text is missing", record->id);
  if ((judgement.verdict == MISSING && checker->fitter.text != NULL) || judgement.verdict == OLD_FORM) {
    g_autofree char *covered = covered_by(checker->fitter.text, spans, record->n, MAX_FILLED);
    record->value = g_string_chunk_insert(brat->strings, covered);
    count(judgement.verdict == OLD_FORM ? &checker->old : &checker->filled, record);
  }
  g_free(judgement.difference);
  if (judgement.verdict == EMPTY || (record->value != NULL && is_blank(record->value))) {
    count(&checker->empty, record);
    empty(record);
  } else if (judgement.verdict == OUTSIDE || judgement.verdict == EMPTY_WITH_TEXT || record->value == NULL) {
    empty(record);
  } else {
    drop_empty_parts(brat, record);
    if (judgement.end != NULL && judgement.verdict != MISSING)
      take_rest(checker, brat, index, judgement.end);
  }
}

void
relata_brat_settle_marks(RelataBrat *brat, const RelataText *text, RelataDiagnostics *diagnostics)
{
  Checker checker = {.fitter = {.text = text}, .diagnostics = diagnostics};
  const guint n = brat->records->len; /* comments are added behind */
  for (guint i = 0; i < n; i++) {
    const RelataBratRecord *record = relata_brat_record(brat, i);
    if (record->kind == 'T' && record->n > 0)
      settle_mark(&checker, brat, i);
  }
  report_tally(&checker, &checker.empty, "empty-mark", "the mark covers no text: it names nobody",
               "the marks cover no text: they name nobody");
  report_tally(&checker, &checker.filled, "text-filled", "the text is missing: it is taken from the document",
               "the texts are missing: they are taken from the document");
  report_tally(&checker, &checker.old, "old-form",
               "the parts of the text are written without a blank between them, as brat once did",
               "the parts of their texts are written without blanks between them, as brat once did");
  relata_brat_fitter_clear(&checker.fitter);
}

guint
relata_brat_misfits(const RelataBrat *brat, const RelataText *text)
{
  Checker checker = {.fitter = {.text = text}};
  guint n = 0;
  for (guint i = 0; i < brat->records->len; i++) {
    const RelataBratRecord *record = relata_brat_record(brat, i);
    if (record->kind != 'T' || record->n == 0)
      continue;
    const Judgement judgement = judge(&checker, brat, record);
    n += judgement.verdict == OUTSIDE || judgement.verdict == DIFFERS ? 1 : 0;
    g_free(judgement.difference);
  }
  relata_brat_fitter_clear(&checker.fitter);
  return n;
}
