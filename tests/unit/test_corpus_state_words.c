/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which relations are states and which events, where nobody says so: read off their names. */
#include "corpus/corpus.h"
#include "corpus/schema_internal.h"
#include "corpus/state_words.h"

#define NOWHERE ((RelataPlace){NULL, 0, 0})

static void
test_words(void)
{
  static const char *const states[] = {
      "leads",       "led",         "is-led-by",     "owns",          "owned-by",      "owning",
      "member",      "member-of",   "senior-member", "members",       "part-of",       "ally",
      "allies",      "allied-with", "controls",      "controlled-by", "controlling",   "rival",
      "rivalry",     "manages",     "managed-by",    "managing",      "married-to",    "employs",
      "employed-by", "works-for",   "based-in",      "located-in",    "subsidiary-of", "is-part-of",
      "armed-wing",  "governs",     "occupies",      "opposes",       "supports",      "neighbours",
  };
  static const char *const events[] = {
      "attacks",
      "bombing",
      "meets",
      "pays",
      "kills",
      "founded",
      "joins-alliance",
      "takes-control-of",
      "leaves-party",
      "kills-leader",
      "ended-rivalry",
      "met",
      "misleads",
      "beheads",
      "partying",
      "downs",
      "x",
      "",
      "-",
      "holds-talks-with",
      "grows",
      "named-head",
      "übergibt",
  };
  for (guint i = 0; i < G_N_ELEMENTS(states); i++) {
    g_test_message("%s", states[i]);
    g_assert_true(relata_state_words_fit(states[i]));
  }
  for (guint i = 0; i < G_N_ELEMENTS(events); i++) {
    g_test_message("%s", events[i]);
    g_assert_false(relata_state_words_fit(events[i]));
  }
}

static const RelataRelationType *
type_at(const RelataSchema *schema, guint index)
{
  return relata_schema_relation_type(schema, index);
}

/* What is used is guessed; what is declared is a state unless it says otherwise; what an event gives happens,
 * unless its name or its declaration says otherwise. */
static void
test_schema(void)
{
  static const char *const from[] = {"Agent", NULL}, *const to[] = {"Target", NULL};
  g_autoptr(RelataSchema) schema = relata_schema_new();
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  const guint used = relata_schema_use_relation_type(schema, "Attacks", NOWHERE);
  const guint leads = relata_schema_use_relation_type(schema, "Leads", NOWHERE);
  g_assert_true(type_at(schema, used)->event && type_at(schema, used)->kind_from == RELATA_KIND_GUESSED);
  g_assert_false(type_at(schema, leads)->event);
  g_assert_false(relata_schema_declare_relation_type(schema, "strikes", NOWHERE)->event);
  relata_schema_declare_relation_type(schema, "raids", NOWHERE);
  relata_schema_declare_relation_type(schema, "rules", NOWHERE);
  relata_schema_declare_relation_type(schema, "siege", NOWHERE)->kind_from = RELATA_KIND_SAID;
  const guint event = relata_schema_use_event_type(schema, "raid", NOWHERE);
  static const char *const given[] = {"raids", "rules", "siege"};
  for (guint i = 0; i < G_N_ELEMENTS(given); i++)
    relata_schema_add_rule(schema, event, relata_schema_find_relation_type(schema, given[i]), from, to);
  relata_schema_check(schema, diagnostics);
  static const struct {
    const char *id;
    gboolean event;
    RelataKindFrom from;
  } expected[] = {
      {"attacks", TRUE, RELATA_KIND_GUESSED},  {"leads", FALSE, RELATA_KIND_GUESSED},
      {"strikes", FALSE, RELATA_KIND_DEFAULT}, {"raids", TRUE, RELATA_KIND_GUESSED},
      {"rules", FALSE, RELATA_KIND_GUESSED},   {"siege", FALSE, RELATA_KIND_SAID},
  };
  for (guint i = 0; i < G_N_ELEMENTS(expected); i++) {
    const RelataRelationType *type =
        type_at(schema, relata_schema_find_relation_type(schema, expected[i].id));
    g_test_message("%s", expected[i].id);
    g_assert_cmpint(type->event, ==, expected[i].event);
    g_assert_cmpint((int)type->kind_from, ==, (int)expected[i].from);
  }
}

/* The note lists what claims use, and only what was guessed. */
static void
test_note(void)
{
  static const char *const types[] = {"leads", "owns", "attacks", "told"};
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  RelataSchema *schema = relata_corpus_schema(corpus);
  relata_schema_use_relation_type(schema, "never-used", NOWHERE);
  RelataClaim claim = {.said = RELATA_STATEMENT_INIT, .event = RELATA_NONE};
  claim.from = relata_corpus_refer_actor(corpus, "a", NOWHERE);
  claim.to = relata_corpus_refer_actor(corpus, "b", NOWHERE);
  for (guint i = 0; i < G_N_ELEMENTS(types); i++) {
    claim.type = relata_schema_use_relation_type(schema, types[i], NOWHERE);
    relata_corpus_add_claim(corpus, &claim);
  }
  relata_schema_declare_relation_type(schema, "told", NOWHERE);
  relata_corpus_finish(corpus, diagnostics);
  guint n = 0;
  for (guint i = 0; i < relata_diagnostics_n_kept(diagnostics); i++) {
    const RelataDiagnostic *note = relata_diagnostics_get(diagnostics, i);
    if (g_strcmp0(note->code, "guessed-kind") != 0)
      continue;
    n++;
    g_assert_cmpint((int)note->severity, ==, RELATA_NOTE);
    g_assert_cmpstr(note->message, ==,
                    "by their names, relations are taken as states: leads, owns; as events: attacks");
    g_assert_cmpstr(note->hint, ==, "say \"kind\" of each in a schema to decide");
  }
  g_assert_cmpuint(n, ==, 1);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/corpus/state-words/words", test_words);
  g_test_add_func("/corpus/state-words/schema", test_schema);
  g_test_add_func("/corpus/state-words/note", test_note);
  return g_test_run();
}
