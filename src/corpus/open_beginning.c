/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ends of states that may be none. "../2021-08" once meant that a state held when the text said so; it means
 * that the state ended in August 2021. */
#include "corpus/internal.h"

#include "text/message.h"

#include <string.h>

#define DAYS_BEFORE                                                                                          \
  7 /* how long before its document was published an end is taken for the time of writing                    \
     */

/* Returns whether the date is "../b", where b is the day, month or year of publication or ends a few days
 * before it. Days are added as 64 bits, because an open end is the last of 32. */
static gboolean
ends_when_published(const RelataDate *when, const RelataDate *published)
{
  return relata_date_is_set(when) && (when->flags & RELATA_DATE_OPEN_BEGIN) != 0 &&
         relata_date_is_set(published) && when->end_min <= published->end_max &&
         (gint64)when->end_max + DAYS_BEFORE >= published->begin_min;
}

void
relata_open_beginnings_check(const RelataCorpus *corpus, RelataDiagnostics *diagnostics)
{
  const RelataClaim *first = NULL;
  guint n = 0;
  for (guint i = 0; i < corpus->claims->len; i++) {
    const RelataClaim *claim = &g_array_index(corpus->claims, RelataClaim, i);
    const RelataStatement *said = &claim->said;
    if (said->document == RELATA_NONE || relata_schema_relation_type(corpus->schema, claim->type)->event ||
        !ends_when_published(&said->when, &relata_corpus_document(corpus, said->document)->published))
      continue;
    first = first != NULL ? first : claim;
    n++;
  }
  if (n == 0)
    return;
  const char *until = first->said.when.edtf;
  g_autofree char *hint =
      g_strdup_printf("if it still held then, write '%s', or no date", strchr(until, '/') + 1);
  relata_diagnose(diagnostics, RELATA_NOTE, "open-beginning", &first->said.where, hint,
                  "%u claim%s of a state %s that it ended about when the document was published, such as "
                  "'%s' by '%s'",
                  n, relata_plural(n), n == 1 ? "says" : "say", first->said.id, until);
}
