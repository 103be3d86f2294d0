/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One line of brat standoff while it is parsed. Private to brat_parse.c and brat_mark.c. */
#ifndef RELATA_READ_BRAT_BRAT_LINE_H
#define RELATA_READ_BRAT_BRAT_LINE_H

#include "read/brat/brat_parse.h"

G_BEGIN_DECLS

/* A place that only moves forward, so that columns cost O(line) in total. */
typedef struct {
  RelataBrat *brat;
  RelataDiagnostics *diagnostics;
  const char *at, *end;
  RelataPlace place; /* the place of `at` */
  gboolean loose;    /* there are other blanks than those that brat takes: it refuses the line */
} RelataBratLine;

void relata_brat_line_move(RelataBratLine *line, const char *to);
/* Returns the end of the field that begins here: the next tab, or the end of the line. */
const char *relata_brat_line_field_end(const RelataBratLine *line);
/* Returns an interned copy. */
const char *relata_brat_line_keep(RelataBratLine *line, const char *from, const char *to);

/* Finds the next word before `end`; spaces separate words. brat takes exactly `blanks` of them before it:
 * the line is loose where there are more. FALSE where there is no word. */
gboolean relata_brat_line_word(RelataBratLine *line, guint blanks, const char *end, const char **from,
                               const char **to);
/* Finds the next word before `end` where brat takes any amount of any white space. */
gboolean relata_brat_line_any_word(RelataBratLine *line, const char *end, const char **from, const char **to);

/* Return the beginning without the white space behind it, and the end without that before it. */
const char *relata_brat_trim_begin(const char *from, const char *end);
const char *relata_brat_trim_end(const char *from, const char *end);

/* Adds the word as an argument of the record, at the line's place. role may be NULL. */
void relata_brat_line_add_argument(RelataBratLine *line, RelataBratRecord *record, const char *role,
                                   const char *from, const char *to);

/* Returns whether the line is an M, an attribute as brat once wrote it, with any blanks. */
static inline gboolean
relata_brat_is_modifier(const RelataBratRecord *record)
{
  return record->id != NULL && *record->id == 'M';
}

/* Reports something at the line's place: an error, or a warning. */
void relata_brat_line_complain(const RelataBratLine *line, const char *code, const char *hint,
                               const char *format, ...) G_GNUC_PRINTF(4, 5);
void relata_brat_line_warn(const RelataBratLine *line, const char *code, const char *hint, const char *format,
                           ...) G_GNUC_PRINTF(4, 5);

/* Reads what follows the type of a T: its spans and its text. FALSE where it names nothing (brat_mark.c). */
gboolean relata_brat_parse_mark(RelataBratLine *line, RelataBratRecord *record, const char *end);

/* Read what follows the type of an A or M, and of an N: the id that it is about, and the rest of the field
 * (brat_reference.c). FALSE after reporting what is wrong. */
gboolean relata_brat_parse_target(RelataBratLine *line, RelataBratRecord *record, const char *end);
gboolean relata_brat_parse_reference(RelataBratLine *line, RelataBratRecord *record, const char *end);

G_END_DECLS

#endif
