/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Small worlds for tests of when claims hold, as plain rows (holding_oracle.h) and as a corpus. */
#ifndef RELATA_TESTS_HOLDING_WORLD_H
#define RELATA_TESTS_HOLDING_WORLD_H

#include "holding_oracle.h"
#include "network/selection.h"

#define HOLDING_MAX_TYPES 12

static inline GArray *
holding_ended(guint types, guint n_types)
{
  if (types == 0)
    return NULL;
  GArray *list = g_array_new(FALSE, FALSE, sizeof(guint));
  const guint all = RELATA_NONE;
  if (types == ORACLE_ALL_TYPES)
    g_array_append_val(list, all);
  for (guint i = 0; types != ORACLE_ALL_TYPES && i < n_types; i++)
    if ((types >> i & 1) != 0)
      g_array_append_val(list, i);
  return list;
}

/* Actors, types and claims have the numbers that they have in the rows, and claim i is in a document "d<i>"
 * of its own. The dates' texts must outlive the corpus. */
static inline RelataCorpus *
holding_corpus(const OracleTimes *times, guint n_types, guint n_actors)
{
  const RelataPlace nowhere = {NULL, 0, 0};
  RelataCorpus *corpus = relata_corpus_new();
  gboolean again;
  for (guint i = 0; i < n_types; i++) {
    g_autofree char *id = g_strdup_printf("t%u", i);
    RelataRelationType *type = relata_schema_declare_relation_type(relata_corpus_schema(corpus), id, nowhere);
    type->symmetric = times->types[i].symmetric;
    type->event = times->types[i].event;
    type->ends_pair = holding_ended(times->types[i].ends_pair, n_types);
    type->ends_to = holding_ended(times->types[i].ends_to, n_types);
  }
  for (guint i = 0; i < n_types; i++)
    g_array_index((GArray *)relata_schema_relation_types(relata_corpus_schema(corpus)), RelataRelationType, i)
        .parent = times->types[i].parent;
  for (guint i = 0; i < n_actors; i++) {
    g_autofree char *id = g_strdup_printf("a%u", i);
    relata_corpus_declare_actor(corpus, id, nowhere, &again);
  }
  for (guint i = 0; i < times->n_claims; i++) {
    const OracleClaim *row = &times->claims[i];
    g_autofree char *id = g_strdup_printf("d%u", i);
    relata_corpus_declare_document(corpus, id, nowhere, &again)->published = row->published;
    RelataClaim claim = {RELATA_STATEMENT_INIT, row->type, row->from, row->to, RELATA_NONE};
    claim.said.document = i;
    claim.said.stance = row->denies ? RELATA_DENIES : RELATA_AFFIRMS;
    claim.said.certainty = (RelataCertainty)(RELATA_CERTAIN - row->doubt);
    claim.said.when = row->when;
    relata_corpus_add_claim(corpus, &claim);
  }
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  relata_corpus_finish(corpus, diagnostics);
  return corpus;
}

static inline RelataDate
holding_date(const char *text)
{
  RelataDate date = RELATA_NO_DATE;
  g_autoptr(GError) error = NULL;
  if (text != NULL)
    relata_date_parse(text, &date, &error);
  g_assert_no_error(error);
  return date;
}

/* Returns the claim as a line, for the report of a case that fails. Newly allocated. */
static inline char *
holding_claim_text(const OracleClaim *claim)
{
  return g_strdup_printf("t%u a%u a%u%s%s %s when %s, published %s\n", claim->type, claim->from, claim->to,
                         claim->denies ? " denied" : "", claim->unheard ? " unheard" : "",
                         relata_certainty_name((RelataCertainty)(RELATA_CERTAIN - claim->doubt)),
                         claim->when.edtf != NULL ? claim->when.edtf : "-",
                         claim->published.edtf != NULL ? claim->published.edtf : "-");
}

/* Days to ask about: those at which an answer changes, their neighbours, and the ends of time. */
static inline guint
holding_days_to_ask(RelataDays days, gint32 *asked)
{
  const gint32 ends[] = {days.first, days.last};
  guint n = 0;
  asked[n++] = RELATA_DAY_MIN;
  for (guint i = 0; i < 2; i++)
    for (gint32 step = -1; step <= 1; step++)
      if (ends[i] > RELATA_DAY_MIN && ends[i] < RELATA_DAY_MAX)
        asked[n++] = ends[i] + step;
  asked[n++] = RELATA_DAY_MAX;
  return n;
}

#endif
