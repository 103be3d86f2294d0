/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The store, and what finishing a corpus resolves, derives and finds wrong. */
#include "corpus/corpus.h"

#include <string.h>

#define NOWHERE  ((RelataPlace){NULL, 0, 0})
#define AT(line) ((RelataPlace){"corpus.json", line, 5})

typedef struct {
  RelataCorpus *corpus;
  RelataDiagnostics *diagnostics;
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data)
{
  (void)data;
  fixture->corpus = relata_corpus_new();
  fixture->diagnostics = relata_diagnostics_new(0);
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
  (void)data;
  relata_corpus_free(fixture->corpus);
  relata_diagnostics_free(fixture->diagnostics);
}

static guint
declare_actor(RelataCorpus *corpus, const char *id)
{
  gboolean again;
  relata_corpus_declare_actor(corpus, id, AT(1), &again);
  return relata_corpus_find_actor(corpus, id);
}

static guint
declare_document(RelataCorpus *corpus, const char *id, const char *text, const char *origin)
{
  gboolean again;
  RelataDocument *document = relata_corpus_declare_document(corpus, id, AT(1), &again);
  document->text = text != NULL ? relata_text_new(text, strlen(text)) : NULL;
  document->origin = relata_corpus_intern(corpus, origin);
  return relata_corpus_find_document(corpus, id);
}

static RelataClaim
a_claim(RelataCorpus *corpus, const char *from, const char *type, const char *to)
{
  RelataClaim claim = {.said = RELATA_STATEMENT_INIT, .event = RELATA_NONE};
  claim.type = relata_schema_use_relation_type(relata_corpus_schema(corpus), type, AT(2));
  claim.from = relata_corpus_refer_actor(corpus, from, AT(2));
  claim.to = relata_corpus_refer_actor(corpus, to, AT(2));
  claim.said.where = AT(2);
  return claim;
}

/* All that was said, as "code code …" in the order of saying; but not what was guessed of the kinds of
 * relations, which test_corpus_state_words.c looks at. */
static void
assert_codes(Fixture *fixture, const char *expected)
{
  relata_corpus_finish(fixture->corpus, fixture->diagnostics);
  g_autoptr(GString) codes = g_string_new(NULL);
  for (guint i = 0; i < relata_diagnostics_n_kept(fixture->diagnostics); i++) {
    const char *code = relata_diagnostics_get(fixture->diagnostics, i)->code;
    if (!g_str_equal(code, "guessed-kind"))
      g_string_append_printf(codes, "%s%s", codes->len > 0 ? " " : "", code);
  }
  g_assert_cmpstr(codes->str, ==, expected);
}

static void
test_empty(Fixture *fixture, gconstpointer data)
{
  (void)data;
  assert_codes(fixture, "");
  g_assert_null(relata_corpus_title(fixture->corpus));
  g_assert_cmpuint(relata_corpus_find_actor(fixture->corpus, "x"), ==, RELATA_NONE);
}

static void
test_store(Fixture *fixture, gconstpointer data)
{
  (void)data;
  RelataCorpus *corpus = fixture->corpus;
  relata_corpus_set_title(corpus, "first");
  relata_corpus_set_title(corpus, "second");
  g_assert_cmpstr(relata_corpus_title(corpus), ==, "first");
  const guint referred = relata_corpus_refer_actor(corpus, "a", AT(7));
  g_assert_cmpuint(relata_corpus_refer_actor(corpus, "a", AT(8)), ==, referred);
  g_assert_false(relata_corpus_actor(corpus, referred)->declared);
  g_assert_cmpstr(relata_corpus_actor(corpus, referred)->name, ==, "a");
  g_assert_cmpuint(relata_corpus_actor(corpus, referred)->where.line, ==, 7);
  gboolean again;
  relata_corpus_declare_actor(corpus, "a", AT(9), &again);
  g_assert_false(again);
  g_assert_cmpuint(relata_corpus_actor(corpus, referred)->where.line, ==, 9);
  relata_corpus_declare_actor(corpus, "a", AT(10), &again);
  g_assert_true(again);
  g_assert_cmpuint(relata_corpus_actor(corpus, referred)->where.line, ==, 9);
  /* A claim without an id gets one; records are copies. */
  RelataClaim claim = a_claim(corpus, "a", "attacks", "b");
  const guint index = relata_corpus_add_claim(corpus, &claim);
  claim.from = 99;
  g_assert_cmpstr(relata_corpus_claim(corpus, index)->said.id, ==, "claim-1");
  g_assert_cmpuint(relata_corpus_claim(corpus, index)->from, ==, referred);
  relata_corpus_add_link(corpus, referred, "wikidata", "Q1");
  g_assert_cmpstr(g_array_index(relata_corpus_actor(corpus, referred)->links, RelataLink, 0).value, ==, "Q1");
  /* A name is no alias of its own. */
  relata_corpus_add_alias(corpus, referred, "a", TRUE);
  g_assert_null(relata_corpus_actor(corpus, referred)->aliases);
  RelataSpan spans[] = {{0, 1}, {2, 3}};
  relata_corpus_add_mention(corpus, relata_corpus_refer_document(corpus, "d", AT(11)), referred, spans, 2);
  spans[1].end = 99;
  g_assert_cmpuint(relata_corpus_mention(corpus, 0)->spans[1].end, ==, 3);
}

static void
test_words(Fixture *fixture, gconstpointer data)
{
  (void)fixture;
  (void)data;
  RelataStance stance;
  RelataCertainty certainty;
  g_assert_true(relata_stance_parse("Denies", &stance));
  g_assert_cmpint(stance, ==, RELATA_DENIES);
  g_assert_false(relata_stance_parse("den", &stance));
  g_assert_true(relata_certainty_parse("PROBABLE", &certainty));
  g_assert_cmpint(certainty, ==, RELATA_PROBABLE);
  g_assert_false(relata_certainty_parse("", &certainty));
  g_assert_cmpstr(relata_stance_name(RELATA_AFFIRMS), ==, "affirms");
  g_assert_cmpstr(relata_certainty_name(RELATA_CERTAIN), ==, "certain");
}

static void
test_origins(Fixture *fixture, gconstpointer data)
{
  (void)data;
  RelataCorpus *corpus = fixture->corpus;
  declare_document(corpus, "d0", NULL, "AFP");
  declare_document(corpus, "d1", NULL, NULL);
  declare_document(corpus, "d2", NULL, "a.f.p.");
  declare_document(corpus, "d3", NULL, "");
  declare_document(corpus, "d4", NULL, "d1"); /* what another document has, it has too */
  declare_document(corpus, "d5", NULL, "...");
  relata_corpus_finish(corpus, fixture->diagnostics);
  static const guint expected[] = {0, 1, 0, 2, 1, 3};
  for (guint i = 0; i < G_N_ELEMENTS(expected); i++)
    g_assert_cmpuint(relata_corpus_document(corpus, i)->origin_index, ==, expected[i]);
}

static void
test_attribution(Fixture *fixture, gconstpointer data)
{
  (void)data;
  RelataCorpus *corpus = fixture->corpus;
  const guint biden = declare_actor(corpus, "joe-biden");
  relata_corpus_add_alias(corpus, biden, "Biden", TRUE);
  relata_corpus_add_alias(corpus, biden, "the president", FALSE);
  relata_corpus_add_alias(corpus, declare_actor(corpus, "hunter"), "H. Biden", TRUE);
  static const char *const words[] = {"joe-biden", "biden", "the president", "a UN report", NULL};
  const guint document = declare_document(corpus, "d", NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
    RelataClaim claim = a_claim(corpus, "joe-biden", "warns", "hunter");
    claim.said.by_text = words[i];
    claim.said.document = document;
    relata_corpus_add_claim(corpus, &claim);
  }
  relata_corpus_finish(corpus, fixture->diagnostics);
  static const char *const speakers[] = {"joe-biden", "joe-biden", "the president", "a UN report", NULL};
  for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
    const RelataStatement *said = &relata_corpus_claim(corpus, i)->said;
    g_assert_cmpuint(said->by, ==, i < 2 ? biden : RELATA_NONE); /* a weak alias attributes nothing */
    g_assert_cmpstr(relata_corpus_speaker(corpus, said), ==, speakers[i]);
  }
}

static void
test_clean(Fixture *fixture, gconstpointer data)
{
  (void)data;
  RelataCorpus *corpus = fixture->corpus;
  declare_actor(corpus, "a");
  declare_actor(corpus, "b");
  RelataClaim claim = a_claim(corpus, "a", "attacks", "b");
  claim.said.document = declare_document(corpus, "d", "Ä attacks b.", NULL);
  claim.said.span = (RelataSpan){0, 9};
  claim.said.quote = "Ä attacks";
  relata_corpus_add_claim(corpus, &claim);
  claim.said.span = RELATA_NO_SPAN;
  claim.said.quote = "said elsewhere"; /* in a document whose text nobody has */
  claim.said.document = declare_document(corpus, "e", NULL, NULL);
  relata_corpus_add_claim(corpus, &claim);
  assert_codes(fixture, "");
  g_autofree char *covered = relata_corpus_evidence(corpus, &relata_corpus_claim(corpus, 0)->said);
  g_autofree char *quoted = relata_corpus_evidence(corpus, &relata_corpus_claim(corpus, 1)->said);
  g_assert_cmpstr(covered, ==, "Ä attacks");
  g_assert_cmpstr(quoted, ==, "said elsewhere");
}

static void
test_evidence(Fixture *fixture, gconstpointer data)
{
  (void)data;
  RelataCorpus *corpus = fixture->corpus;
  const guint document = declare_document(corpus, "d", "Ä attacks b.", NULL);
  RelataClaim claim = a_claim(corpus, "a", "attacks", "b");
  relata_corpus_add_claim(corpus, &claim); /* no-document */
  claim.said.document = document;
  relata_corpus_add_claim(corpus, &claim); /* no-evidence */
  claim.said.span = (RelataSpan){0, 13};
  relata_corpus_add_claim(corpus, &claim); /* span-outside-text: the text has 12 characters in 13 bytes */
  claim.said.span = (RelataSpan){0, 12};
  claim.said.quote = "something else";
  relata_corpus_add_claim(corpus, &claim); /* text-mismatch */
  claim = a_claim(corpus, "a", "attacks", "a");
  claim.said.document = document;
  claim.said.span = (RelataSpan){0, 1};
  claim.said.id = "claim-1";
  relata_corpus_add_claim(corpus, &claim); /* duplicate-id, self-claim */
  assert_codes(
      fixture,
      /* Quotations are settled first, because events give theirs to claims. */
      "no-evidence span-outside-text text-mismatch undeclared-actors no-document duplicate-id self-claim");
  const RelataDiagnostic *outside = relata_diagnostics_get(fixture->diagnostics, 1);
  g_assert_cmpstr(outside->file, ==, "corpus.json");
  g_assert_cmpuint(outside->line, ==, 2);
  g_assert_cmpstr(outside->message, ==,
                  "claim 'claim-3' has the span 0 to 13, but the text of 'd' has 12 characters");
  /* What was wrong is not used. */
  g_assert_null(relata_corpus_evidence(corpus, &relata_corpus_claim(corpus, 2)->said));
  g_assert_null(relata_corpus_evidence(corpus, &relata_corpus_claim(corpus, 3)->said));
  g_assert_true(relata_corpus_claim(corpus, 3)->said.misquoted);
}

/* With offsets or without, what is kept is the document's own words; and what is not there is not kept. */
static void
test_quotations(Fixture *fixture, gconstpointer data)
{
  (void)fixture;
  (void)data;
  static const struct {
    const char *quote, *prefix, *suffix;
    guint start, end; /* as given; 0, 0: not given */
    const char *evidence, *code, *hint;
  } cases[] = {
      {"they  MET", NULL, NULL, 0, 0, "They met", "quote-repeated", "prefix"},
      {"They met", NULL, " \"in kabul", 0, 0, "They met", NULL, NULL},
      {"They met", "never", NULL, 0, 0, "They met", "quote-context quote-repeated", "right before"},
      {"'in\u00A0Kabul'", NULL, NULL, 0, 0, "“in Kabul”", NULL, NULL},
      {"They met […] twice.", NULL, NULL, 18, 57, "They met “in Kabul”,\nit is said, twice.", NULL, NULL},
      {"They met in Paris", NULL, NULL, 0, 0, NULL, "quote-not-found", "They met “in Kabul”"},
      {"…", NULL, NULL, 0, 0, NULL, "quote-not-found", "no passage"},
      {"it is SAID", NULL, NULL, 39, 49, "it is said", NULL, NULL},
      {"it is said", NULL, NULL, 20, 30, "it is said", "text-mismatch", "characters 39 to 49"},
      {"it is said", NULL, NULL, 20, 3000, "it is said", "span-outside-text", "characters 39 to 49"},
      {"it was said", NULL, NULL, 39, 49, NULL, "text-mismatch", "it is said"},
      {"it was said", NULL, NULL, 39, 4900, NULL, "span-outside-text", "it is said"},
  };
  const char *text = "They met. No one. They met “in Kabul”,\nit is said, twice.";
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(RelataCorpus) corpus = relata_corpus_new();
    g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
    declare_actor(corpus, "a");
    declare_actor(corpus, "b");
    RelataClaim claim = a_claim(corpus, "a", "meets", "b");
    claim.said.document = declare_document(corpus, "d", text, NULL);
    claim.said.quote = cases[i].quote;
    claim.said.prefix = cases[i].prefix;
    claim.said.suffix = cases[i].suffix;
    if (cases[i].end > 0)
      claim.said.span = (RelataSpan){cases[i].start, cases[i].end};
    relata_corpus_add_claim(corpus, &claim);
    relata_corpus_finish(corpus, diagnostics);
    g_test_message("case %u: '%s'", i, cases[i].quote);
    g_autoptr(GString) codes = g_string_new(NULL);
    for (guint k = 0; k < relata_diagnostics_n_kept(diagnostics); k++)
      if (!g_str_equal(relata_diagnostics_get(diagnostics, k)->code, "guessed-kind"))
        g_string_append_printf(codes, "%s%s", k > 0 ? " " : "", relata_diagnostics_get(diagnostics, k)->code);
    g_assert_cmpstr(codes->str, ==, cases[i].code != NULL ? cases[i].code : "");
    if (cases[i].hint != NULL)
      g_assert_nonnull(strstr(relata_diagnostics_get(diagnostics, 0)->hint, cases[i].hint));
    const RelataStatement *said = &relata_corpus_claim(corpus, 0)->said;
    g_autofree char *evidence = relata_corpus_evidence(corpus, said);
    g_assert_cmpstr(evidence, ==, cases[i].evidence);
    g_assert_cmpint(said->misquoted, ==, evidence == NULL);
    const RelataQuotations counted = relata_corpus_quotations(corpus);
    g_assert_cmpuint(counted.standing, ==, evidence != NULL);
    g_assert_cmpuint(counted.missing, ==, evidence == NULL);
    g_assert_cmpuint(counted.unheld, ==, 0);
    g_assert_null(said->quote); /* no other copy is left to be printed */
  }
}

/* Offsets are no quotations, and what has no text to stand in is counted apart. */
static void
test_quotations_counted(Fixture *fixture, gconstpointer data)
{
  (void)data;
  RelataCorpus *corpus = fixture->corpus;
  const guint text = declare_document(corpus, "d", "They met.", NULL);
  const guint none = declare_document(corpus, "e", NULL, NULL);
  const struct {
    guint document;
    const char *quote;
    RelataSpan span;
  } claims[] = {{text, "They met", RELATA_NO_SPAN},
                {text, NULL, {0, 4}},
                {text, "They left", RELATA_NO_SPAN},
                {none, "They met", RELATA_NO_SPAN},
                {none, "They met", {0, 8}},
                {RELATA_NONE, "So", RELATA_NO_SPAN},
                {none, NULL, {0, 8}}};
  for (guint i = 0; i < G_N_ELEMENTS(claims); i++) {
    RelataClaim claim = a_claim(corpus, "a", "meets", "b");
    claim.said.document = claims[i].document;
    claim.said.quote = claims[i].quote;
    claim.said.span = claims[i].span;
    relata_corpus_add_claim(corpus, &claim);
  }
  g_assert_cmpuint(relata_corpus_quotations(corpus).unheld, ==, 0); /* nothing is counted yet */
  relata_corpus_finish(corpus, fixture->diagnostics);
  const RelataQuotations counted = relata_corpus_quotations(corpus);
  g_assert_cmpuint(counted.standing, ==, 1);
  g_assert_cmpuint(counted.missing, ==, 1);
  g_assert_cmpuint(counted.unheld, ==, 3);
}

/* The claims of an event have its evidence, or lack it as it does. */
static void
test_quotations_of_events(Fixture *fixture, gconstpointer data)
{
  (void)data;
  RelataCorpus *corpus = fixture->corpus;
  const guint document = declare_document(corpus, "d", "A hit B.", NULL);
  static const char *const quotes[] = {"a HIT b", "A missed B"};
  for (guint i = 0; i < G_N_ELEMENTS(quotes); i++) {
    gboolean again;
    RelataEvent *event = relata_corpus_declare_event(corpus, i == 0 ? "e0" : "e1", AT(3), &again);
    event->said.document = document;
    event->said.quote = quotes[i];
    event->type = relata_schema_use_event_type(relata_corpus_schema(corpus), "hit", AT(3));
    const guint index = relata_corpus_find_event(corpus, i == 0 ? "e0" : "e1");
    relata_corpus_add_argument(corpus, index, "Agent", relata_corpus_refer_actor(corpus, "a", AT(3)),
                               RELATA_NONE, AT(3));
    relata_corpus_add_argument(corpus, index, "Target", relata_corpus_refer_actor(corpus, "b", AT(3)),
                               RELATA_NONE, AT(3));
  }
  assert_codes(fixture, "quote-not-found undeclared-actors");
  g_assert_cmpuint(relata_corpus_n_claims(corpus), ==, 2);
  g_autofree char *evidence = relata_corpus_evidence(corpus, &relata_corpus_claim(corpus, 0)->said);
  g_assert_cmpstr(evidence, ==, "A hit B");
  g_assert_true(relata_corpus_claim(corpus, 1)->said.misquoted);
}

static void
test_undeclared(Fixture *fixture, gconstpointer data)
{
  (void)data;
  RelataCorpus *corpus = fixture->corpus;
  declare_actor(corpus, "taliban");
  relata_schema_declare_relation_type(relata_corpus_schema(corpus), "attacks", AT(1));
  RelataClaim claim = a_claim(corpus, "taliban", "atacks", "talibna");
  claim.said.document = declare_document(corpus, "d", NULL, NULL);
  claim.said.quote = "x";
  relata_corpus_add_claim(corpus, &claim);
  assert_codes(fixture, "unknown-actor unknown-type");
  const RelataDiagnostic *actor = relata_diagnostics_get(fixture->diagnostics, 0);
  g_assert_cmpint(actor->severity, ==, RELATA_ERROR_IN_DATA);
  g_assert_cmpstr(actor->message, ==, "no actor 'talibna' is declared");
  g_assert_cmpstr(actor->hint, ==, "did you mean 'taliban'?");
  g_assert_cmpuint(actor->line, ==, 2);
  g_assert_cmpstr(relata_diagnostics_get(fixture->diagnostics, 1)->message, ==,
                  "no relation type 'atacks' is declared");
}

/* Where nothing of a kind is declared, the data themselves say what there is. */
static void
test_nothing_declared(Fixture *fixture, gconstpointer data)
{
  (void)data;
  RelataCorpus *corpus = fixture->corpus;
  RelataClaim claim = a_claim(corpus, "a", "attacks", "b");
  claim.said.document = relata_corpus_refer_document(corpus, "d", AT(1));
  claim.said.quote = "x";
  relata_corpus_add_claim(corpus, &claim);
  assert_codes(fixture, "undeclared-documents undeclared-actors");
  static const char *const said[] = {"no documents are declared: 1 was taken from what refers to them",
                                     "no actors are declared: 2 were taken from what refers to them"};
  for (guint i = 0; i < G_N_ELEMENTS(said); i++) {
    const RelataDiagnostic *note = relata_diagnostics_get(fixture->diagnostics, i);
    g_assert_cmpint(note->severity, ==, RELATA_NOTE);
    g_assert_cmpstr(note->message, ==, said[i]);
    g_assert_null(note->file);
  }
}

/* A list of types that stands beside annotations binds nobody else. */
static void
test_open_types(Fixture *fixture, gconstpointer data)
{
  (void)data;
  RelataSchema *schema = relata_corpus_schema(fixture->corpus);
  relata_schema_declare_actor_type(schema, "person", AT(1));
  relata_schema_declare_relation_type(schema, "attacks", AT(1));
  relata_schema_declare_event_type(schema, "bombing", AT(1));
  relata_schema_use_actor_type(schema, "state", AT(2));
  relata_schema_use_relation_type(schema, "warns", AT(2));
  relata_schema_use_event_type(schema, "meeting", AT(2));
  relata_schema_set_open(schema, RELATA_OPEN_RELATION_TYPES);
  relata_schema_set_open(schema, RELATA_OPEN_ACTOR_TYPES);
  assert_codes(fixture, "unknown-type unknown-type unknown-type");
  static const RelataSeverity expected[] = {RELATA_WARNING, RELATA_WARNING, RELATA_ERROR_IN_DATA};
  for (guint i = 0; i < G_N_ELEMENTS(expected); i++)
    g_assert_cmpint(relata_diagnostics_get(fixture->diagnostics, i)->severity, ==, expected[i]);
}

static void
test_aliases(Fixture *fixture, gconstpointer data)
{
  (void)data;
  RelataCorpus *corpus = fixture->corpus;
  static const char *const ids[] = {"b", "a", "c"};
  for (guint i = 0; i < G_N_ELEMENTS(ids); i++) {
    const guint actor = declare_actor(corpus, ids[i]);
    relata_corpus_add_alias(corpus, actor, i == 0 ? "Shared" : i == 1 ? "shared" : "SHARED", TRUE);
    relata_corpus_add_alias(corpus, actor, "the group", FALSE); /* weak ones may be shared */
  }
  assert_codes(fixture, "shared-alias");
  g_assert_cmpstr(relata_diagnostics_get(fixture->diagnostics, 0)->message, ==,
                  "'shared' is a strong name of several actors: b, a");
}

static void
test_figures_and_mentions(Fixture *fixture, gconstpointer data)
{
  (void)data;
  RelataCorpus *corpus = fixture->corpus;
  declare_actor(corpus, "mentioned");
  declare_actor(corpus, "counted");
  declare_actor(corpus, "forgotten");
  const guint document = declare_document(corpus, "d", "1200 to 500", NULL);
  RelataFigure figure = {.said = RELATA_STATEMENT_INIT, .event = RELATA_NONE, .min = 1200, .max = 500};
  figure.measure = relata_schema_use_measure(relata_corpus_schema(corpus), "fighters", AT(3));
  figure.actor = relata_corpus_find_actor(corpus, "counted");
  figure.said.document = document;
  figure.said.span = (RelataSpan){0, 11};
  relata_corpus_add_figure(corpus, &figure);
  figure.min = 1200001;
  figure.max = 1200000;
  relata_corpus_add_figure(corpus, &figure); /* no digit of these is lost */
  figure.max = 500;
  figure.min = NAN; /* an open range is in order */
  relata_corpus_add_figure(corpus, &figure);
  const RelataSpan span = {0, 4};
  relata_corpus_add_mention(corpus, document, relata_corpus_find_actor(corpus, "mentioned"), &span, 1);
  assert_codes(fixture, "empty-range empty-range unmentioned-actor");
  g_assert_cmpstr(relata_diagnostics_get(fixture->diagnostics, 1)->message, ==,
                  "figure 'figure-2' has a minimum of 1200001 and a maximum of 1200000");
  g_assert_cmpstr(relata_diagnostics_get(fixture->diagnostics, 2)->message, ==,
                  "1 declared actor is mentioned nowhere: 'forgotten'");
  g_assert_cmpstr(relata_corpus_figure(corpus, 2)->said.id, ==, "figure-3");
}

int
main(int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test)(Fixture *, gconstpointer);
  } tests[] = {
      {"/corpus/finish/empty", test_empty},
      {"/corpus/finish/store", test_store},
      {"/corpus/finish/words", test_words},
      {"/corpus/finish/origins", test_origins},
      {"/corpus/finish/attribution", test_attribution},
      {"/corpus/finish/quotations", test_quotations},
      {"/corpus/finish/quotations-counted", test_quotations_counted},
      {"/corpus/finish/quotations-of-events", test_quotations_of_events},
      {"/corpus/finish/clean", test_clean},
      {"/corpus/finish/evidence", test_evidence},
      {"/corpus/finish/undeclared", test_undeclared},
      {"/corpus/finish/nothing-declared", test_nothing_declared},
      {"/corpus/finish/open-types", test_open_types},
      {"/corpus/finish/aliases", test_aliases},
      {"/corpus/finish/figures-and-mentions", test_figures_and_mentions},
  };
  g_test_init(&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS(tests); i++)
    g_test_add(tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run();
}
