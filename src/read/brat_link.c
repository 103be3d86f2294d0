/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds the annotation that a line of brat refers to: the one with that id, of the right kind. */
#include "read/brat_parse.h"

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

/* Returns the kinds that an argument may have; *in_words names them. */
static const char *
allowed_kinds(const RelataBratRecord *record, guint argument, const char **in_words)
{
  *in_words = "a mark or an event";
  switch (record->kind) {
  case 'R':
  case 'N':
    return "TE";
  case 'E':
    if (argument > 0)
      return "TE";
    /* fall through */
  case '*':
    *in_words = "a mark";
    return "T";
  case 'A':
    *in_words = "a mark, a relation or an event";
    return "TRE";
  default:
    return "TREAN#";
  }
}

static void
link_argument(RelataBrat *brat, const RelataBratRecord *record, guint index, RelataDiagnostics *diagnostics)
{
  RelataBratArgument *argument = relata_brat_argument(brat, record, index);
  const char *subject = record->id != NULL ? record->id : "*";
  const guint found = GPOINTER_TO_UINT(g_hash_table_lookup(brat->by_id, argument->id));
  if (found == 0) {
    relata_diagnose(diagnostics, RELATA_ERROR_IN_DATA, "unknown-reference", &argument->where, NULL,
                    "%s: no annotation %s", subject, argument->id);
    return;
  }
  const RelataBratRecord *target = relata_brat_record(brat, found - 1);
  const char *in_words;
  if (strchr(allowed_kinds(record, index, &in_words), target->kind) == NULL) {
    relata_diagnose(diagnostics, RELATA_ERROR_IN_DATA, "wrong-reference", &argument->where, NULL,
                    "%s: expected %s, but %s is %s", subject, in_words, argument->id,
                    kind_name(target->kind));
    return;
  }
  argument->record = found - 1;
  if (record->kind == 'E' && index == 0 && *target->type != '\0' && strcmp(target->type, record->type) != 0)
    relata_diagnose(diagnostics, RELATA_WARNING, "trigger-type", &argument->where, NULL,
                    "%s: the event is a %s, but its trigger %s is marked as %s", record->id, record->type,
                    argument->id, target->type);
}

void
relata_brat_link(RelataBrat *brat, RelataDiagnostics *diagnostics)
{
  for (guint i = 0; i < brat->records->len; i++) {
    const RelataBratRecord *record = relata_brat_record(brat, i);
    for (guint k = 0; record->kind != 'T' && k < record->n; k++)
      link_argument(brat, record, k, diagnostics);
  }
}
