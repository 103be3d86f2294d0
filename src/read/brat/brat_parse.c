/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Parses brat's lines into records and reports every error of form. */
#include "read/brat/brat_line.h"
#include "read/input.h"

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
  relata_diagnose(diagnostics, RELATA_ERROR_IN_DATA, "invalid-utf8", &where, RELATA_ENCODING_HINT,
                  "byte 0x%02X does not belong to UTF-8 text", (guint)(guchar)bytes[bad]);
  return FALSE;
}

/* Reads "Role:ID". brat accepts an empty role, and passes over what follows a second colon. */
static gboolean
read_role_argument(RelataBratLine *line, RelataBratRecord *record, const char *from, const char *to)
{
  const char *colon = memchr(from, ':', (gsize)(to - from));
  if (colon == NULL || colon + 1 == to) {
    relata_brat_line_complain(line, "bad-argument",
                              "an argument is a role, a colon and an id, without spaces: Arg1:T1",
                              "%s: expected a role and an id", record->id);
    return FALSE;
  }
  const char *second = memchr(colon + 1, ':', (gsize)(to - colon - 1));
  if (colon == from || second != NULL)
    relata_brat_line_warn(line, "odd-argument", "an argument is a role, a colon and an id: Arg1:T1",
                          colon == from ? "%s: an argument without a role"
                                        : "%s: what follows the second colon of an argument is left out",
                          record->id);
  const char *role = colon == from ? "Argument" : relata_brat_line_keep(line, from, colon);
  relata_brat_line_move(line, colon + 1);
  relata_brat_line_add_argument(line, record, role, colon + 1, second != NULL ? second : to);
  relata_brat_line_move(line, to);
  return TRUE;
}

/* Reads all arguments up to the end of the field. */
static gboolean
read_role_arguments(RelataBratLine *line, RelataBratRecord *record, const char *end)
{
  const char *from, *to;
  while (relata_brat_line_any_word(line, end, &from, &to))
    if (!read_role_argument(line, record, from, to))
      return FALSE;
  return TRUE;
}

static gboolean
parse_relation(RelataBratLine *line, RelataBratRecord *record, const char *end)
{
  if (!read_role_arguments(line, record, end))
    return FALSE;
  if (record->n != 2) {
    line->place = record->type_where;
    relata_brat_line_complain(line, "bad-relation", NULL, "%s: a relation has two arguments, this one %u",
                              record->id, record->n);
    return FALSE;
  }
  const RelataBratArgument *from = relata_brat_argument(line->brat, record, 0);
  const RelataBratArgument *to = relata_brat_argument(line->brat, record, 1);
  if (strcmp(from->role, to->role) == 0) {
    line->place = to->where;
    relata_brat_line_complain(line, "bad-relation", "name the two differently, such as Arg1 and Arg2",
                              "%s: both arguments have the role %s", record->id, to->role);
    return FALSE;
  }
  return TRUE;
}

/* Reads an event's "Type:ID" and its arguments. */
static gboolean
parse_event(RelataBratLine *line, RelataBratRecord *record, const char *end)
{
  const char *from, *to;
  relata_brat_line_word(line, 0, end, &from, &to);
  const char *colon = memchr(from, ':', (gsize)(to - from));
  if (colon == NULL || colon == from || colon + 1 == to) {
    relata_brat_line_complain(line, "missing-field",
                              "write the type, a colon and the trigger's id: Bombing:T9",
                              "%s: an event begins with its type and trigger", record->id);
    return FALSE;
  }
  record->type = relata_brat_line_keep(line, from, colon);
  return read_role_argument(line, record, from, to) && read_role_arguments(line, record, end);
}

/* Reads a note's target. The text follows a tab; where it follows a blank, brat refuses the line. */
static gboolean
parse_note(RelataBratLine *line, RelataBratRecord *record, const char *end)
{
  const char *from, *to;
  if (!relata_brat_line_any_word(line, end, &from, &to)) {
    relata_brat_line_complain(line, "missing-field", NULL, "%s: which annotation is it about?", record->id);
    return FALSE;
  }
  relata_brat_line_add_argument(line, record, NULL, from, to);
  relata_brat_line_move(line, to);
  if (relata_brat_line_any_word(line, end, &from, &to))
    relata_brat_line_warn(line, "tab-missing", NULL, "%s: a tab is missing before the note's text",
                          record->id);
  else if (end == line->end)
    return TRUE; /* brat writes a note without text like this */
  else
    relata_brat_line_move(line, end + 1);
  record->value_where = line->place;
  record->value = relata_brat_line_keep(line, line->at, line->end);
  return TRUE;
}

static gboolean
parse_equiv(RelataBratLine *line, RelataBratRecord *record, const char *end)
{
  const char *from, *to;
  for (; relata_brat_line_any_word(line, end, &from, &to); relata_brat_line_move(line, to))
    relata_brat_line_add_argument(line, record, NULL, from, to);
  if (record->n > 0)
    return TRUE;
  relata_brat_line_complain(line, "missing-field", NULL, "*: %s of which annotations?", record->type);
  return FALSE;
}

/* Returns whether brat takes the id: letters, or # and any letters, and a number; then anything. */
static gboolean
is_brats_id(const char *from, const char *to)
{
  const char *at = from + (*from == '#' ? 1 : 0);
  while (at < to && g_ascii_isalpha(*at))
    at++;
  return at > from && at < to && g_ascii_isdigit(*at);
}

/* Reads the first field, whose letter says what the line is. FALSE where the line cannot be used. */
static gboolean
parse_id(RelataBratLine *line, RelataBratRecord *record)
{
  const char letter = *line->at;
  record->where = line->place;
  record->kind = letter == 'M' ? 'A' : letter;
  if (letter == '\0' || strchr("TREAMN*#", letter) == NULL) {
    relata_brat_line_complain(line, "unknown-annotation", "lines begin with T, R, E, A, M, N, * or #",
                              "no annotation begins like this");
    return FALSE;
  }
  line->brat->n_text_bounds += letter == 'T';
  line->brat->n_relations += letter == 'R';
  line->brat->n_events += letter == 'E';
  const char *end = relata_brat_line_field_end(line);
  if (end == line->end) {
    relata_brat_line_complain(line, "missing-field", "after the id comes a tab",
                              "the line has a single field");
    return FALSE;
  }
  const gboolean bare = end == line->at + 1, is_brats = letter != '*' && is_brats_id(line->at, end);
  const gboolean spaced = memchr(line->at, ' ', (gsize)(end - line->at)) != NULL;
  if (!is_brats && (bare != (letter == '*') || spaced)) {
    relata_brat_line_complain(line, "bad-id",
                              letter == '*' ? "equivalences have no number"
                                            : "an id is a letter and a number, such as T1",
                              "an id cannot be written like this");
    return FALSE;
  }
  if (letter != '*')
    record->id = relata_brat_line_keep(line, line->at, end);
  if (letter != '*' && !is_brats)
    relata_brat_line_warn(line, "odd-id", "an id is a letter and a number, such as T1",
                          "%s: brat refuses a line with such an id", record->id);
  const guint known =
      record->id != NULL ? GPOINTER_TO_UINT(g_hash_table_lookup(line->brat->by_id, record->id)) : 0;
  if (known > 0) {
    const RelataBratRecord *first = relata_brat_record(line->brat, known - 1);
    relata_brat_line_complain(line, "duplicate-id", NULL, "%s: the id was given before, in line %u",
                              record->id, first->where.line);
    return FALSE;
  }
  relata_brat_line_move(line, end + 1);
  return TRUE;
}

/* Reads the type, which an event's line writes together with its trigger. Where the field begins with a
 * blank, brat takes the type to be empty if the rest then fits: of "R1 TAB Arg1:T1 Arg2:T2" nothing can be
 * used, but it is no error. */
static gboolean
parse_type(RelataBratLine *line, RelataBratRecord *record, const char *end)
{
  const gboolean any = strchr("*#", record->kind) != NULL || relata_brat_is_modifier(record);
  const gboolean begins_blank = line->at < end && *line->at == ' ';
  const char *from, *to;
  if (!(any ? relata_brat_line_any_word(line, end, &from, &to)
            : relata_brat_line_word(line, 0, end, &from, &to))) {
    relata_brat_line_complain(line, "missing-field", NULL, "%s: the type is missing",
                              record->id != NULL ? record->id : "*");
    return FALSE;
  }
  record->type_where = line->place;
  if (record->kind == 'E') /* the word is read again as the first argument */
    return TRUE;
  if (begins_blank && ((record->kind == 'R' && memchr(from, ':', (gsize)(to - from)) != NULL) ||
                       (record->kind == 'T' && !g_unichar_isalpha(g_utf8_get_char(from))))) {
    relata_brat_line_warn(line, "missing-type", NULL, "%s: the type is missing: the line is left out",
                          record->id);
    return FALSE;
  }
  record->type = relata_brat_line_keep(line, from, to);
  relata_brat_line_move(line, to);
  return TRUE;
}

/* Reads the fields that follow the id. */
static gboolean
parse_fields(RelataBratLine *line, RelataBratRecord *record, const char *end)
{
  if (!parse_type(line, record, end))
    return FALSE;
  switch (record->kind) {
  case 'T':
    return relata_brat_parse_mark(line, record, end);
  case 'R':
    return parse_relation(line, record, end);
  case 'E':
    return parse_event(line, record, end);
  case 'A':
    return relata_brat_parse_target(line, record, end);
  case 'N':
    return relata_brat_parse_reference(line, record, end);
  case '#':
    return parse_note(line, record, end);
  default:
    return parse_equiv(line, record, end);
  }
}

/* What follows another tab is a comment, which brat keeps but has no use for. */
static void
take_comment(RelataBratLine *line, guint record, const char *field_end)
{
  if (field_end >= line->end)
    return;
  relata_brat_line_move(line, field_end + 1);
  relata_brat_add_comment(line->brat, record, line->at, (gsize)(line->end - line->at), &line->place);
}

static void
parse_line(RelataBratLine *line)
{
  RelataBratRecord record = {0};
  if (!parse_id(line, &record))
    return;
  const char *end = relata_brat_line_field_end(line);
  record.first = line->brat->arguments->len;
  /* An invalid line still keeps its id, so that lines that refer to it are not reported as well. */
  const gboolean ok = parse_fields(line, &record, end);
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
  if (ok && line->loose && !relata_brat_is_modifier(&record)) {
    const RelataBratLine at_id = {.diagnostics = line->diagnostics, .place = record.where};
    relata_brat_line_warn(&at_id, "extra-blank", "write one blank between two words",
                          "%s: brat refuses this line, because there is a blank too many", record.id);
  }
  if (ok && strchr("REA*", record.kind) != NULL)
    take_comment(line, line->brat->records->len - 1, end);
}

void
relata_brat_add_comment(RelataBrat *brat, guint record, const char *text, gsize n, const RelataPlace *where)
{
  RelataBratRecord comment = {.kind = '#', .type = "Comment", .first = brat->arguments->len, .n = 1};
  const char *const end = relata_brat_trim_end(text, text + n), *from = relata_brat_trim_begin(text, end);
  if (from == end)
    return;
  comment.value_where = *where;
  comment.value_where.column += (guint)g_utf8_strlen(text, from - text);
  comment.value = g_string_chunk_insert_len(brat->strings, from, end - from);
  comment.where = comment.type_where = comment.value_where;
  const RelataBratArgument about = {.id = "", .record = record, .where = comment.where};
  g_array_append_val(brat->arguments, about);
  g_array_append_val(brat->records, comment);
}

/* Returns whether an annotation begins here: a letter, no blank, and a tab. */
static gboolean
begins_annotation(const char *at, const char *end)
{
  if (at == end || *at == '\0' || strchr("TREAMN*#", *at) == NULL)
    return FALSE;
  while (at < end && strchr("\t \r\n", *at) == NULL)
    at++;
  return at < end && *at == '\t';
}

/* Returns the end of the line that begins at `at`: a line feed, or a carriage return that a line feed, the
 * end or another annotation follows. Elsewhere a carriage return is part of a text that a mark quotes. */
static const char *
line_end(const char *at, const char *end)
{
  for (; at < end && *at != '\n'; at++)
    if (*at == '\r' && (at + 1 == end || at[1] == '\n' || begins_annotation(at + 1, end)))
      break;
  return at;
}

void
relata_brat_parse(RelataBrat *brat, const char *bytes, gsize n, const char *shown,
                  RelataDiagnostics *diagnostics)
{
  const char *at = bytes, *const end = bytes + n;
  if (n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
    at += 3;
  for (guint number = 1; at < end; number++) {
    const char *stop = line_end(at, end);
    RelataBratLine line = {brat, diagnostics, at, stop, {shown, number, 1}, FALSE};
    gsize blank = 0;
    while (at + blank < stop && (at[blank] == ' ' || at[blank] == '\t'))
      blank++;
    if (at + blank < stop && relata_brat_check_utf8(at, (gsize)(stop - at), shown, number, diagnostics))
      parse_line(&line);
    at = stop + (stop < end && *stop == '\r' && stop + 1 < end && stop[1] == '\n' ? 2 : 1);
  }
}
