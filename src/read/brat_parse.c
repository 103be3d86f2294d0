/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Parses brat's lines into records and reports every error of form. */
#include "read/brat_parse.h"

#include <string.h>

RelataBrat *
relata_brat_new(void)
{
  RelataBrat *brat = g_new0(RelataBrat, 1);
  brat->records = g_array_new(FALSE, TRUE, sizeof(RelataBratRecord));
  brat->spans = g_array_new(FALSE, FALSE, sizeof(RelataSpan));
  brat->arguments = g_array_new(FALSE, FALSE, sizeof(RelataBratArgument));
  brat->by_id = g_hash_table_new(g_str_hash, g_str_equal);
  brat->strings = g_string_chunk_new(1 << 12);
  return brat;
}

void
relata_brat_free(RelataBrat *brat)
{
  if (brat == NULL)
    return;
  g_array_unref(brat->records);
  g_array_unref(brat->spans);
  g_array_unref(brat->arguments);
  g_hash_table_unref(brat->by_id);
  g_string_chunk_free(brat->strings);
  g_free(brat);
}

RelataSpan
relata_brat_hull(const RelataBrat *brat, const RelataBratRecord *record)
{
  RelataSpan hull = RELATA_NO_SPAN;
  if (record->kind != 'T' || record->n == 0)
    return hull;
  const RelataSpan *spans = relata_brat_spans(brat, record);
  hull = spans[0];
  for (guint i = 1; i < record->n; i++) {
    hull.start = MIN(hull.start, spans[i].start);
    hull.end = MAX(hull.end, spans[i].end);
  }
  return hull;
}

gboolean
relata_brat_check_utf8(const char *bytes, gsize n, const char *shown, guint line,
                       RelataDiagnostics *diagnostics)
{
  const gsize bad = relata_utf8_validate(bytes, n);
  if (bad == n)
    return TRUE;
  gsize begin = 0;
  for (gsize i = 0; i < bad; i++)
    if (bytes[i] == '\n') {
      line++;
      begin = i + 1;
    }
  const guint column = (guint)g_utf8_strlen(bytes + begin, (gssize)(bad - begin)) + 1;
  const RelataPlace where = {shown, line, column};
  relata_diagnose(diagnostics, RELATA_ERROR_IN_DATA, "invalid-utf8", &where, "save the file as UTF-8",
                  "byte 0x%02X does not belong to UTF-8 text", (guint)(guchar)bytes[bad]);
  return FALSE;
}

/* A place in one line that only moves forward, so that columns cost O(line) in total. */
typedef struct {
  RelataBrat *brat;
  RelataDiagnostics *diagnostics;
  const char *at, *end;
  RelataPlace place; /* the place of `at` */
} Line;

static void
move_to(Line *line, const char *to)
{
  for (; line->at < to; line->at++)
    if (((guchar)*line->at & 0xC0) != 0x80)
      line->place.column++;
}

/* Returns the end of the field that begins here: the next tab, or the end of the line. */
static const char *
field_end(const Line *line)
{
  const char *tab = memchr(line->at, '\t', (gsize)(line->end - line->at));
  return tab != NULL ? tab : line->end;
}

static const char *
keep(Line *line, const char *from, const char *to)
{
  return g_string_chunk_insert_len(line->brat->strings, from, (gssize)(to - from));
}

/* Finds the next word before `end`; spaces separate words. FALSE where there is none. */
static gboolean
next_word(Line *line, const char *end, const char **from, const char **to)
{
  const char *at = line->at;
  while (at < end && *at == ' ')
    at++;
  move_to(line, at);
  *from = at;
  while (at < end && *at != ' ')
    at++;
  *to = at;
  return *from < *to;
}

static void complain(const Line *line, const char *code, const char *hint, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

static void
complain(const Line *line, const char *code, const char *hint, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *message = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  relata_diagnose(line->diagnostics, RELATA_ERROR_IN_DATA, code, &line->place, hint, "%s", message);
}

/* Reads an offset, which must consist of digits, and reports any other. */
static gboolean
read_offset(Line *line, const char *id, const char *from, const char *to, guint *offset)
{
  g_autofree char *word = g_strndup(from, MIN((gsize)(to - from), 24));
  guint64 value = 0;
  const char *at = from;
  for (; at < to && g_ascii_isdigit(*at) && value < G_MAXUINT; at++)
    value = value * 10 + (guint64)(*at - '0');
  g_autofree char *valid = g_utf8_make_valid(word, -1); /* the cut may have split a character */
  if (at == to && to > from && value < G_MAXUINT) {
    *offset = (guint)value;
    return TRUE;
  }
  if (value >= G_MAXUINT)
    complain(line, "bad-offset", NULL, "%s: the offset %s is larger than any text", id, valid);
  else if (to - from > 1 && *from == '-' && g_ascii_isdigit(from[1]))
    complain(line, "bad-offset", NULL, "%s: the offset %s is negative", id, valid);
  else
    complain(line, "bad-offset", "write T1, a tab, the type and two numbers: T1\tPerson 0 5\tBiden",
             "%s: expected an offset, found '%s'", id, valid);
  return FALSE;
}

/* Reads "s e;s e": all spans or none. The line is at their beginning; `end` is the end of the field. */
static void
read_spans(Line *line, RelataBratRecord *record, const char *end)
{
  GArray *spans = line->brat->spans;
  record->first = spans->len;
  for (gboolean more = TRUE; more;) {
    const char *stop = memchr(line->at, ';', (gsize)(end - line->at));
    const char *const fragment_end = stop != NULL ? stop : end;
    more = stop != NULL;
    const char *from, *to;
    RelataSpan span = {0, 0};
    gboolean ok =
        next_word(line, fragment_end, &from, &to) && read_offset(line, record->id, from, to, &span.start);
    const RelataPlace start_place = line->place;
    if (from == to)
      complain(line, "bad-offset", NULL, "%s: expected two offsets", record->id);
    if (ok) {
      move_to(line, to);
      ok = next_word(line, fragment_end, &from, &to) && read_offset(line, record->id, from, to, &span.end);
      if (from == to)
        complain(line, "bad-offset", NULL, "%s: an offset without its end", record->id);
    }
    if (ok && span.start >= span.end) {
      line->place = start_place;
      complain(line, "bad-span", NULL,
               span.start == span.end ? "%s: the span %u to %u is empty"
                                      : "%s: the span %u to %u ends before it begins",
               record->id, span.start, span.end);
      ok = FALSE;
    }
    if (ok) {
      move_to(line, to);
      const char *extra_end;
      if (next_word(line, fragment_end, &from, &extra_end)) {
        complain(line, "extra-field", "part the spans of a discontinuous mark by ';'",
                 "%s: more than two offsets in a span", record->id);
        ok = FALSE;
      }
    }
    if (!ok) {
      g_array_set_size(spans, record->first);
      record->n = 0;
      return;
    }
    g_array_append_val(spans, span);
    record->n++;
    move_to(line, more ? fragment_end + 1 : end);
  }
}

static void
add_argument(Line *line, RelataBratRecord *record, const char *role, const char *from, const char *to)
{
  const RelataBratArgument argument = {role, keep(line, from, to), G_MAXUINT, line->place};
  g_array_append_val(line->brat->arguments, argument);
  record->n++;
}

/* Reads words of the form "Role:ID" up to the end of the field. */
static gboolean
read_role_arguments(Line *line, RelataBratRecord *record, const char *end)
{
  const char *from, *to;
  while (next_word(line, end, &from, &to)) {
    const char *colon = memchr(from, ':', (gsize)(to - from));
    if (colon == NULL || colon == from || colon + 1 == to) {
      complain(line, "bad-argument", "an argument is a role, a colon and an id, without spaces: Arg1:T1",
               "%s: expected a role and an id", record->id);
      return FALSE;
    }
    const char *role = keep(line, from, colon);
    move_to(line, colon + 1);
    add_argument(line, record, role, colon + 1, to);
    move_to(line, to);
  }
  return TRUE;
}

static gboolean
parse_text_bound(Line *line, RelataBratRecord *record, const char *end)
{
  record->span_where = line->place;
  const char *from, *to;
  if (next_word(line, end, &from, &to))
    record->span_where = line->place;
  read_spans(line, record, end);
  if (end == line->end) {
    move_to(line, end);
    complain(line, "missing-field", "after the offsets come a tab and the text that is marked",
             "%s: the reference text is missing", record->id);
    return FALSE;
  }
  move_to(line, end + 1);
  record->value_where = line->place;
  record->value = keep(line, line->at, line->end); /* a text may hold tabs */
  return TRUE;
}

static gboolean
parse_relation(Line *line, RelataBratRecord *record, const char *end)
{
  if (!read_role_arguments(line, record, end))
    return FALSE;
  if (record->n != 2) {
    line->place = record->type_where;
    complain(line, "bad-relation", NULL, "%s: a relation has two arguments, this one %u", record->id,
             record->n);
    return FALSE;
  }
  const RelataBratArgument *from = relata_brat_argument(line->brat, record, 0);
  const RelataBratArgument *to = relata_brat_argument(line->brat, record, 1);
  if (strcmp(from->role, to->role) == 0) {
    line->place = to->where;
    complain(line, "bad-relation", "name the two differently, such as Arg1 and Arg2",
             "%s: both arguments have the role %s", record->id, to->role);
    return FALSE;
  }
  return TRUE;
}

/* Reads "ID" and what follows it in the field. */
static gboolean
parse_target(Line *line, RelataBratRecord *record, const char *end)
{
  const char *from, *to;
  if (!next_word(line, end, &from, &to)) {
    complain(line, "missing-field", NULL, "%s: which annotation is it about?", record->id);
    return FALSE;
  }
  add_argument(line, record, NULL, from, to);
  move_to(line, to);
  if (next_word(line, end, &from, &to)) {
    while (end > from && end[-1] == ' ')
      end--;
    record->value_where = line->place;
    record->value = keep(line, from, end);
    move_to(line, end);
  }
  return TRUE;
}

static gboolean
parse_normalization(Line *line, RelataBratRecord *record, const char *end)
{
  if (!parse_target(line, record, end))
    return FALSE;
  const char *colon = record->value != NULL ? strchr(record->value, ':') : NULL;
  if (colon == NULL || colon == record->value || colon[1] == '\0') {
    if (record->value != NULL)
      line->place = record->value_where;
    complain(line, "bad-reference", "write the registry, a colon and the id: actor:isis-k",
             "%s: expected a registry and an id", record->id);
    return FALSE;
  }
  record->database =
      g_string_chunk_insert_len(line->brat->strings, record->value, (gssize)(colon - record->value));
  record->value_where.column += (guint)g_utf8_strlen(record->value, (gssize)(colon + 1 - record->value));
  record->value = colon + 1;
  return TRUE;
}

static gboolean
parse_note(Line *line, RelataBratRecord *record, const char *end)
{
  if (!parse_target(line, record, end))
    return FALSE;
  record->value = NULL;
  if (end == line->end)
    return TRUE; /* brat writes a note without text like this */
  move_to(line, end + 1);
  record->value_where = line->place;
  record->value = keep(line, line->at, line->end);
  return TRUE;
}

static gboolean
parse_equiv(Line *line, RelataBratRecord *record, const char *end)
{
  const char *from, *to;
  for (; next_word(line, end, &from, &to); move_to(line, to))
    add_argument(line, record, NULL, from, to);
  if (record->n < 2) {
    complain(line, "missing-field", NULL, "*: %s needs at least two annotations", record->type);
    return FALSE;
  }
  return TRUE;
}

/* Reports text that may not follow the second field. */
static void
check_rest(Line *line, const RelataBratRecord *record, const char *end)
{
  move_to(line, end);
  while (line->at < line->end && (*line->at == '\t' || *line->at == ' '))
    move_to(line, line->at + 1);
  if (line->at < line->end)
    complain(line, "extra-field", NULL, "%s: nothing is expected here",
             record->id != NULL ? record->id : "*");
}

/* Reads the first field, whose letter says what the line is. FALSE where the line cannot be used. */
static gboolean
parse_id(Line *line, RelataBratRecord *record)
{
  const char letter = *line->at;
  record->where = line->place;
  record->kind = letter == 'M' ? 'A' : letter;
  if (letter == '\0' || strchr("TREAMN*#", letter) == NULL) {
    complain(line, "unknown-annotation", "lines begin with T, R, E, A, M, N, * or #",
             "no annotation begins like this");
    return FALSE;
  }
  line->brat->n_text_bounds += letter == 'T';
  line->brat->n_relations += letter == 'R';
  line->brat->n_events += letter == 'E';
  const char *end = field_end(line);
  if (end == line->end) {
    complain(line, "missing-field", "after the id comes a tab", "the line has a single field");
    return FALSE;
  }
  const gboolean bare = end == line->at + 1;
  if (bare != (letter == '*') || memchr(line->at, ' ', (gsize)(end - line->at)) != NULL) {
    complain(line, "bad-id",
             letter == '*' ? "equivalences have no number" : "an id is a letter and a number, such as T1",
             "an id cannot be written like this");
    return FALSE;
  }
  if (letter != '*')
    record->id = keep(line, line->at, end);
  const guint known =
      record->id != NULL ? GPOINTER_TO_UINT(g_hash_table_lookup(line->brat->by_id, record->id)) : 0;
  if (known > 0) {
    const RelataBratRecord *first = relata_brat_record(line->brat, known - 1);
    complain(line, "duplicate-id", NULL, "%s: the id was given before, in line %u", record->id,
             first->where.line);
    return FALSE;
  }
  move_to(line, end + 1);
  return TRUE;
}

/* Reads the type; an event's line writes it as the role of the trigger. */
static gboolean
parse_type(Line *line, RelataBratRecord *record, const char *end)
{
  const char *from, *to;
  if (!next_word(line, end, &from, &to)) {
    complain(line, "missing-field", NULL, "%s: the type is missing", record->id != NULL ? record->id : "*");
    return FALSE;
  }
  record->type_where = line->place;
  if (record->kind == 'E') {
    const char *colon = memchr(from, ':', (gsize)(to - from));
    if (colon == NULL || colon == from || colon + 1 == to) {
      complain(line, "missing-field", "write the type, a colon and the trigger's id: Bombing:T9",
               "%s: an event begins with its type and trigger", record->id);
      return FALSE;
    }
    record->type = keep(line, from, colon);
    return TRUE; /* the word is read again as the first argument */
  }
  record->type = keep(line, from, to);
  move_to(line, to);
  return TRUE;
}

static void
parse_line(Line *line)
{
  RelataBratRecord record = {0};
  if (!parse_id(line, &record))
    return;
  const char *end = field_end(line);
  /* An invalid line still keeps its id, so that lines that refer to it are not reported as well. */
  gboolean ok = parse_type(line, &record, end);
  record.first = line->brat->arguments->len;
  if (ok) {
    switch (record.kind) {
    case 'T':
      ok = parse_text_bound(line, &record, end);
      break;
    case 'R':
      ok = parse_relation(line, &record, end);
      break;
    case 'E':
      ok = read_role_arguments(line, &record, end);
      break;
    case 'A':
      ok = parse_target(line, &record, end);
      break;
    case 'N':
      ok = parse_normalization(line, &record, end);
      break;
    case '#':
      ok = parse_note(line, &record, end);
      break;
    default:
      ok = parse_equiv(line, &record, end);
    }
    if (ok && strchr("REA*", record.kind) != NULL)
      check_rest(line, &record, end);
  }
  if (!ok) {
    if (record.kind != 'T')
      g_array_set_size(line->brat->arguments, record.first);
    record.n = 0;
    if (record.id == NULL)
      return;
    if (record.type == NULL)
      record.type = "";
  }
  g_array_append_val(line->brat->records, record);
  if (record.id != NULL)
    g_hash_table_insert(line->brat->by_id, (gpointer)record.id, GUINT_TO_POINTER(line->brat->records->len));
}

void
relata_brat_parse(RelataBrat *brat, const char *bytes, gsize n, const char *shown,
                  RelataDiagnostics *diagnostics)
{
  const char *at = bytes, *const end = bytes + n;
  if (n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
    at += 3;
  for (guint number = 1; at < end; number++) {
    const char *newline = memchr(at, '\n', (gsize)(end - at));
    const char *line_end = newline != NULL ? newline : end;
    const char *next = newline != NULL ? newline + 1 : end;
    if (line_end > at && line_end[-1] == '\r')
      line_end--;
    Line line = {brat, diagnostics, at, line_end, {shown, number, 1}};
    gsize blank = 0;
    while (at + blank < line_end && (at[blank] == ' ' || at[blank] == '\t'))
      blank++;
    if (at + blank < line_end &&
        relata_brat_check_utf8(at, (gsize)(line_end - at), shown, number, diagnostics))
      parse_line(&line);
    at = next;
  }
}
