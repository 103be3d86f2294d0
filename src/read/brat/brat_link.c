/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds the annotation that a line of brat refers to: the one with that id, of the right kind. */
#include "read/brat/brat_parse.h"

#include <string.h>

static const char *
kind_name(char kind)
{
  switch (kind) {
  case 'T':
    return "a mark";
  case 'R':
    return "a relation";
  case 'E':
    return "an event";
  case 'A':
    return "an attribute";
  case 'N':
    return "a reference";
  default:
    return "a note";
  }
}

/* The kinds of annotations that may be left out as arguments. */
static const char kinds[] = "TREAN#";

/* What was left out, to be reported once for a document, arguments once for each kind that they are of. */
typedef struct {
  RelataDiagnostics *diagnostics;
  struct {
    guint n;
    const char *subject, *id; /* the first of them, and who refers to it */
    RelataPlace where;
  } arguments[sizeof kinds - 1];
  guint n_equivalences;
  RelataPlace equivalence_at; /* of the first */
} Unused;

/* Returns the kinds that an argument may have to mean something here. brat takes annotations of all kinds. */
static const char *
useful_kinds(const RelataBratRecord *record)
{
  switch (record->kind) {
  case 'R':
  case 'N':
  case 'E':
    return "TE";
  case '*':
    return "T";
  case 'A':
    return "TRE";
  default:
    return "TREAN#";
  }
}

static void
leave_out(Unused *unused, const RelataBratRecord *record, const RelataBratArgument *argument, char kind)
{
  const gsize index = (gsize)(strchr(kinds, kind) - kinds);
  if (record->kind == '*' || unused->arguments[index].n++ > 0) /* an equivalence is counted as a line */
    return;
  unused->arguments[index].subject = record->id;
  unused->arguments[index].id = argument->id;
  unused->arguments[index].where = argument->where;
}

static void
link_argument(RelataBrat *brat, const RelataBratRecord *record, guint index, Unused *unused)
{
  RelataBratArgument *argument = relata_brat_argument(brat, record, index);
  if (argument->record != G_MAXUINT) /* a comment knows its annotation */
    return;
  const guint found = GPOINTER_TO_UINT(g_hash_table_lookup(brat->by_id, argument->id));
  if (found == 0) {
    relata_diagnose(unused->diagnostics, RELATA_ERROR_IN_DATA, "unknown-reference", &argument->where, NULL,
                    "%s: no annotation %s", record->id != NULL ? record->id : "*", argument->id);
    return;
  }
  const RelataBratRecord *target = relata_brat_record(brat, found - 1);
  const gboolean is_trigger = record->kind == 'E' && index == 0;
  if (is_trigger && target->kind != 'T') {
    relata_diagnose(unused->diagnostics, RELATA_ERROR_IN_DATA, "wrong-reference", &argument->where, NULL,
                    "%s: expected a mark, but %s is %s", record->id, argument->id, kind_name(target->kind));
    return;
  }
  if (strchr(useful_kinds(record), target->kind) == NULL) {
    leave_out(unused, record, argument, target->kind);
    return;
  }
  argument->record = found - 1;
  if (is_trigger && *target->type != '\0' && strcmp(target->type, record->type) != 0)
    relata_diagnose(unused->diagnostics, RELATA_WARNING, "trigger-type", &argument->where, NULL,
                    "%s: the event is a %s, but its trigger %s is marked as %s", record->id, record->type,
                    argument->id, target->type);
}

/* Counts an equivalence that makes no two marks one: of events, or of a single mark. */
static void
check_equivalence(const RelataBrat *brat, const RelataBratRecord *record, Unused *unused)
{
  guint n_marks = 0, n_unknown = 0;
  for (guint i = 0; i < record->n; i++) {
    const RelataBratArgument *argument = relata_brat_argument(brat, record, i);
    n_marks += argument->record != G_MAXUINT ? 1 : 0;
    n_unknown += g_hash_table_contains(brat->by_id, argument->id) ? 0 : 1;
  }
  if (n_marks < 2 && n_unknown == 0 && unused->n_equivalences++ == 0)
    unused->equivalence_at = record->where;
}

static void
report_unused(const Unused *unused)
{
  for (gsize i = 0; kinds[i] != '\0'; i++) {
    const guint n = unused->arguments[i].n;
    g_autofree char *many = n > 1 ? g_strdup_printf(": %u such arguments are left out", n) : NULL;
    if (n > 0)
      relata_diagnose(unused->diagnostics, RELATA_NOTE, "unused-argument", &unused->arguments[i].where, NULL,
                      "%s: %s is %s, which has no meaning here%s", unused->arguments[i].subject,
                      unused->arguments[i].id, kind_name(kinds[i]), many != NULL ? many : " and is left out");
  }
  if (unused->n_equivalences > 0)
    relata_diagnose(unused->diagnostics, RELATA_NOTE, "unused-equivalence", &unused->equivalence_at, NULL,
                    unused->n_equivalences == 1
                        ? "%u equivalence names fewer than two marks: it has no meaning here and is left out"
                        : "%u equivalences name fewer than two marks: they have no meaning here and are left "
                          "out",
                    unused->n_equivalences);
}

void
relata_brat_link(RelataBrat *brat, RelataDiagnostics *diagnostics)
{
  Unused unused = {.diagnostics = diagnostics};
  for (guint i = 0; i < brat->records->len; i++) {
    const RelataBratRecord *record = relata_brat_record(brat, i);
    for (guint k = 0; record->kind != 'T' && k < record->n; k++)
      link_argument(brat, record, k, &unused);
    if (record->kind == '*')
      check_equivalence(brat, record, &unused);
  }
  report_unused(&unused);
}
