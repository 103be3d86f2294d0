/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A corpus of events and roles for one test, and the claims that it has when it is finished. */
#ifndef RELATA_TEST_EVENT_CORPUS_H
#define RELATA_TEST_EVENT_CORPUS_H

#include "corpus/corpus.h"

#include <string.h>

#define NOWHERE ((RelataPlace){NULL, 0, 0})

static RelataCorpus *corpus;
static RelataDiagnostics *diagnostics;

static inline void
begin(void)
{
  corpus = relata_corpus_new();
  diagnostics = relata_diagnostics_new(0);
}

static inline void
end(void)
{
  g_clear_pointer(&corpus, relata_corpus_free);
  g_clear_pointer(&diagnostics, relata_diagnostics_free);
}

/* "attacks: Agent Cause > Target" */
static inline void
add_rule(const char *event_type, const char *rule)
{
  RelataSchema *schema = relata_corpus_schema(corpus);
  g_auto(GStrv) parts = g_strsplit(rule, ": ", 2);
  g_auto(GStrv) ends = g_strsplit(parts[1], " > ", 2);
  g_auto(GStrv) from = g_strsplit(ends[0], " ", -1);
  g_auto(GStrv) to = g_strsplit(ends[1], " ", -1);
  const guint event = relata_schema_use_event_type(schema, event_type, NOWHERE);
  relata_schema_add_rule(schema, event, relata_schema_use_relation_type(schema, parts[0], NOWHERE),
                         (const char *const *)from, (const char *const *)to);
}

/* "Agent=isis-k Target=us Theme=@e1": @ marks an event. */
static inline void
add_event(const char *id, const char *type, const char *arguments)
{
  gboolean again;
  RelataEvent *event = relata_corpus_declare_event(corpus, id, NOWHERE, &again);
  g_assert_false(again);
  event->type = relata_schema_use_event_type(relata_corpus_schema(corpus), type, NOWHERE);
  const guint index = relata_corpus_find_event(corpus, id);
  g_auto(GStrv) words = g_strsplit(arguments, " ", -1);
  for (char **word = words; *word != NULL && **word != '\0'; word++) {
    g_auto(GStrv) pair = g_strsplit(*word, "=", 2);
    if (*pair[1] == '@')
      relata_corpus_add_argument(corpus, index, pair[0], RELATA_NONE,
                                 relata_corpus_refer_event(corpus, pair[1] + 1, NOWHERE), NOWHERE);
    else
      relata_corpus_add_argument(corpus, index, pair[0], relata_corpus_refer_actor(corpus, pair[1], NOWHERE),
                                 RELATA_NONE, NOWHERE);
  }
}

/* All claims: "isis-k attacks us, …"; "a -meets- b" where the relation has no direction. */
static inline void
assert_claims(const char *expected)
{
  relata_corpus_finish(corpus, diagnostics);
  g_autoptr(GString) claims = g_string_new(NULL);
  for (guint i = 0; i < relata_corpus_n_claims(corpus); i++) {
    const RelataClaim *claim = relata_corpus_claim(corpus, i);
    const RelataRelationType *type = relata_schema_relation_type(relata_corpus_schema(corpus), claim->type);
    const char *dash = type->symmetric ? "-" : "";
    g_string_append_printf(claims, "%s%s %s%s%s %s", i > 0 ? ", " : "",
                           relata_corpus_actor(corpus, claim->from)->id, dash, type->id, dash,
                           relata_corpus_actor(corpus, claim->to)->id);
    g_assert_cmpuint(claim->event, !=, RELATA_NONE);
  }
  g_assert_cmpstr(claims->str, ==, expected);
}

/* The messages of a code, a line each. */
static inline char *
messages(const char *code)
{
  GString *all = g_string_new(NULL);
  for (guint i = 0; i < relata_diagnostics_n_kept(diagnostics); i++)
    if (strcmp(relata_diagnostics_get(diagnostics, i)->code, code) == 0)
      g_string_append_printf(all, "%s\n", relata_diagnostics_get(diagnostics, i)->message);
  return g_string_free(all, FALSE);
}

#endif
