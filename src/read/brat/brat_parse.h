/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Parses brat standoff: turns lines into records and resolves their references. brat_resolve.c and
 * brat_build.c decide what the records mean.
 *
 * The format: https://brat.nlplab.org/standoff.html; BioNLP's .a1 and .a2 are the same in two files. */
#ifndef RELATA_READ_BRAT_BRAT_PARSE_H
#define RELATA_READ_BRAT_BRAT_PARSE_H

#include "corpus/diagnostics.h"
#include "text/position.h"

#include <glib.h>

G_BEGIN_DECLS

/* An argument of the form "Role:ID" or "ID". */
typedef struct {
  const char *role;  /* NULL where the line gives none; for an event's trigger, the event's type */
  const char *id;    /* as written */
  guint record;      /* the record with that id, or G_MAXUINT; set by relata_brat_link() */
  RelataPlace where; /* the place of the id */
} RelataBratArgument;

/* One line. */
typedef struct {
  char kind;      /* T R E A N * or #; an M line is an A */
  const char *id; /* NULL for * */
  const char *type;
  const char *value;    /* T: the reference text, with any comment until relata_brat_settle_marks() · A: the
                         * value · N: what    follows the colon · #: the note; or NULL */
  const char *database; /* N: what precedes the colon */
  guint first,
      n; /* T: its spans, none if they are invalid · others: their arguments, an event's trigger first */
  RelataPlace where, type_where, value_where;
  RelataPlace span_where; /* T: the place of the offsets */
} RelataBratRecord;

/* The annotations of one document, from all of its files. */
typedef struct {
  GArray *records;                            /* of RelataBratRecord, in the order written */
  GArray *spans;                              /* of RelataSpan */
  GArray *arguments;                          /* of RelataBratArgument */
  guint n_text_bounds, n_relations, n_events; /* how many lines begin with T, R and E, well formed or not */
  GHashTable *by_id;                          /* id → index of record + 1 */
  GStringChunk *strings;
} RelataBrat;

RelataBrat *relata_brat_new(void);
void relata_brat_free(RelataBrat *brat);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataBrat, relata_brat_free)

/* Adds the lines of one annotation file. The records' places borrow shown. O(n). */
void relata_brat_parse(RelataBrat *brat, const char *bytes, gsize n, const char *shown,
                       RelataDiagnostics *diagnostics);

/* Adds a comment on a record, as a note (#) about it, unless the text is blank. */
void relata_brat_add_comment(RelataBrat *brat, guint record, const char *text, gsize n,
                             const RelataPlace *where);

/* Resolves the arguments once all files are parsed. A reference that is missing or of the wrong kind is an
 * error; the argument then refers to nothing. O(records + arguments). */
void relata_brat_link(RelataBrat *brat, RelataDiagnostics *diagnostics);

static inline RelataBratRecord *
relata_brat_record(const RelataBrat *brat, guint index)
{
  return &g_array_index(brat->records, RelataBratRecord, index);
}

static inline RelataBratArgument *
relata_brat_argument(const RelataBrat *brat, const RelataBratRecord *record, guint index)
{
  return &g_array_index(brat->arguments, RelataBratArgument, record->first + index);
}

static inline const RelataSpan *
relata_brat_spans(const RelataBrat *brat, const RelataBratRecord *record)
{
  return &g_array_index(brat->spans, RelataSpan, record->first);
}

/* Returns the span from the first to the last character of a T, or RELATA_NO_SPAN. */
RelataSpan relata_brat_hull(const RelataBrat *brat, const RelataBratRecord *record);

/* Reports where bytes stop being strict UTF-8, and returns whether they all are. `line` is the line of
 * the first byte. */
gboolean relata_brat_check_utf8(const char *bytes, gsize n, const char *shown, guint line,
                                RelataDiagnostics *diagnostics);

G_END_DECLS

#endif
