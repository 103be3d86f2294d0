/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Parses what A, M and N lines are about, and the registry and id that an N gives. */
#include "read/brat/brat_line.h"

#include <string.h>

gboolean
relata_brat_parse_target(RelataBratLine *line, RelataBratRecord *record, const char *end)
{
  const char *from, *to;
  if (!(relata_brat_is_modifier(record) ? relata_brat_line_any_word(line, end, &from, &to)
                                        : relata_brat_line_word(line, 1, end, &from, &to))) {
    relata_brat_line_complain(line, "missing-field", NULL, "%s: which annotation is it about?", record->id);
    return FALSE;
  }
  from = relata_brat_trim_begin(from, to);
  to = relata_brat_trim_end(from, to);
  relata_brat_line_move(line, from);
  relata_brat_line_add_argument(line, record, NULL, from, to);
  relata_brat_line_move(line, to);
  end = relata_brat_trim_end(line->at, end);
  if (relata_brat_line_word(line, 1, end, &from, &to)) {
    record->value_where = line->place;
    record->value = relata_brat_line_keep(line, from, end);
    relata_brat_line_move(line, end);
  }
  return TRUE;
}

/* Returns the word behind a prefix, such as "T1" in "Annotation:T1", or NULL. */
static const char *
word_behind(const char *prefix, const char *from, const char *to)
{
  const gsize n = strlen(prefix);
  return (gsize)(to - from) > n && memcmp(from, prefix, n) == 0 ? from + n : NULL;
}

/* Reads "Annotation:T1 Referent:DB:ID", in either order, as the BioNLP Shared Task of 2013 writes it. FALSE
 * where the line is not written like this; then nothing was read. */
static gboolean
parse_referent(RelataBratLine *line, RelataBratRecord *record, const char *end)
{
  RelataBratLine ahead = *line; /* what follows is read only when both words are there */
  const char *mark = NULL, *mark_end = NULL, *referent = NULL, *referent_end = NULL, *from, *to;
  RelataPlace mark_where = ahead.place;
  for (guint i = 0; i < 2 && relata_brat_line_word(&ahead, 1, end, &from, &to); i++) {
    if (word_behind("Annotation:", from, to) != NULL) {
      relata_brat_line_move(&ahead, from + strlen("Annotation:"));
      mark = ahead.at;
      mark_end = to;
      mark_where = ahead.place;
    } else if (word_behind("Referent:", from, to) != NULL) {
      relata_brat_line_move(&ahead, from + strlen("Referent:"));
      referent = ahead.at;
      referent_end = to;
      record->value_where = ahead.place;
    }
    relata_brat_line_move(&ahead, to);
  }
  if (mark == NULL || referent == NULL)
    return FALSE;
  *line = ahead;
  const RelataBratArgument argument = {NULL, relata_brat_line_keep(line, mark, mark_end), G_MAXUINT,
                                       mark_where};
  g_array_append_val(line->brat->arguments, argument);
  record->n = 1;
  record->value = relata_brat_line_keep(line, referent, referent_end);
  return TRUE;
}

gboolean
relata_brat_parse_reference(RelataBratLine *line, RelataBratRecord *record, const char *end)
{
  if (!parse_referent(line, record, end) && !relata_brat_parse_target(line, record, end))
    return FALSE;
  const char *colon = record->value != NULL && *record->value != '\0' ? strchr(record->value + 1, ':') : NULL;
  if (colon == NULL || colon[1 + strspn(colon + 1, " ")] == '\0') {
    if (record->value != NULL)
      line->place = record->value_where;
    relata_brat_line_complain(line, "bad-reference", "write the registry, a colon and the id: actor:isis-k",
                              "%s: expected a registry and an id", record->id);
    return FALSE;
  }
  record->database = relata_brat_line_keep(line, record->value, colon);
  record->value_where.column += (guint)g_utf8_strlen(record->value, (gssize)(colon + 1 - record->value));
  for (record->value = colon + 1; *record->value == ' '; record->value++)
    record->value_where.column++;
  const gsize first_word = strcspn(record->value, " ");
  if (strchr(record->database, ' ') != NULL || record->value[first_word] != '\0') {
    line->place = record->value_where;
    relata_brat_line_warn(line, "blank-in-reference", NULL,
                          strchr(record->database, ' ') != NULL
                              ? "%s: the registry's name has a blank: brat refuses such a line"
                              : "%s: the id has a blank: brat reads it up to there only",
                          record->id);
  }
  return TRUE;
}
