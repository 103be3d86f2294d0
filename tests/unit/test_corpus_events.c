/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which claims events give: by rule, by what their roles mean, through other events, and round in circles;
 * and why they give none. */
#include "event_corpus.h"

static void
test_rule(void)
{
  begin();
  add_rule("bombing", "attacks: Agent > Target");
  add_event("e1", "bombing", "Agent=isis-k Target=us Target2=uk Place=airport Victim=crowd");
  assert_claims("isis-k attacks us, isis-k attacks uk");
  end();
}

static void
test_several_rules(void)
{
  begin();
  add_rule("raid", "attacks: Agent > Target");
  add_rule("raid", "frees: Agent > Freed");
  add_rule("raid", "supports: Helper Agent > Agent Helper");
  add_event("e1", "raid", "Agent=a Target=b Freed=c Freed2=a Helper=d");
  /* c is freed by a; a does not free itself; helper and agent support each other, nobody himself */
  assert_claims("a attacks b, a frees c, a supports d, d supports a");
  end();
}

/* Names of roles: case does not count, and digits at the end do not, unless the rule itself has them. */
static void
test_role_names(void)
{
  begin();
  add_rule("deal", "agreement: Party1 > Party2");
  add_event("e1", "deal", "party1=us PARTY2=taliban Party3=un Party=x");
  assert_claims("us agreement taliban");
  end();
}

static void
test_statement_is_handed_on(void)
{
  begin();
  add_rule("bombing", "attacks: Agent > Target");
  add_event("d:E1", "bombing", "Agent=a Target=b Target=c Target=b");
  gboolean again;
  RelataEvent *event = relata_corpus_declare_event(corpus, "d:E1", NOWHERE, &again);
  g_assert_true(again);
  event->said.document = relata_corpus_refer_document(corpus, "d", NOWHERE);
  event->said.span = (RelataSpan){3, 9};
  event->said.certainty = RELATA_POSSIBLE;
  event->said.stance = RELATA_DENIES;
  event->said.by_text = relata_corpus_intern(corpus, "c");
  assert_claims("a attacks b, a attacks c"); /* b is named twice, and gives one claim */
  const RelataClaim *first = relata_corpus_claim(corpus, 0), *second = relata_corpus_claim(corpus, 1);
  g_assert_cmpstr(first->said.id, ==, "d:E1");
  g_assert_cmpstr(second->said.id, ==, "d:E1.2");
  g_assert_cmpuint(second->said.document, ==, 0);
  g_assert_cmpuint(second->said.span.start, ==, 3);
  g_assert_cmpint(second->said.certainty, ==, RELATA_POSSIBLE);
  g_assert_cmpint(second->said.stance, ==, RELATA_DENIES);
  g_assert_cmpuint(second->said.by, ==, relata_corpus_find_actor(corpus, "c"));
  end();
}

/* An event as an argument stands for those it was done to, else for those who did it. */
static void
test_event_as_argument(void)
{
  begin();
  add_rule("bombing", "attacks: Agent > Target");
  add_rule("claiming", "claims-responsibility: Agent > Theme");
  add_rule("praise", "supports: Agent > Theme");
  add_event("c", "claiming", "Agent=isis Theme=@b"); /* refers to what comes later */
  add_event("b", "bombing", "Agent=isis-k Target=us");
  add_event("n", "bombing", "Agent=isis-k");
  add_event("p", "praise", "Agent=x Theme=@n"); /* nobody was hit: the praise is for the doer */
  add_event("q", "praise", "Agent=y Theme=@c"); /* two deep: on those whom the bombing hit */
  assert_claims("isis claims-responsibility us, isis-k attacks us, x supports isis-k, y supports us");
  end();
}

/* What leads back is said and taken away; what stands beside it stays, in order. */
static void
test_circles(void)
{
  begin();
  add_rule("praise", "supports: Agent > Theme");
  add_event("self", "praise", "Theme=@self Agent=a Theme2=@self Theme3=z");
  add_event("p", "praise", "Agent=b Theme=@q");
  add_event("q", "praise", "Agent=c Theme=@r");
  add_event("r", "praise", "Agent=d Theme=@p Theme2=@in");
  add_event("in", "praise", "Agent=e");
  add_event("again", "praise", "Theme=@in Theme2=@in"); /* twice the same is no circle */
  assert_claims("a supports z, b supports e, c supports e, d supports e");
  g_autofree char *said = messages("circular-events");
  g_assert_cmpstr(said, ==,
                  "event 'self' is its own argument\nevent 'self' is its own argument\n"
                  "the argument 'p' of event 'r' leads back to it\n");
  const GArray *left = relata_corpus_event(corpus, relata_corpus_find_event(corpus, "self"))->arguments;
  g_assert_cmpuint(left->len, ==, 2);
  g_assert_cmpstr(g_array_index(left, RelataArgument, 0).role, ==, "Agent");
  g_assert_cmpstr(g_array_index(left, RelataArgument, 1).role, ==, "Theme3");
  end();
}

/* A circle as long as a file: no stack is as deep, and squared it would take minutes. */
static void
test_long_circle(void)
{
  enum { LENGTH = 100000 };
  begin();
  const guint type = relata_schema_use_event_type(relata_corpus_schema(corpus), "praise", NOWHERE);
  for (guint i = 0; i < LENGTH; i++) {
    gboolean again;
    g_autofree char *id = g_strdup_printf("e%u", i);
    g_autofree char *inner = g_strdup_printf("e%u", (i + 1) % LENGTH);
    relata_corpus_declare_event(corpus, id, NOWHERE, &again)->type = type;
    const RelataPlace where = {"c.json", i + 1, 7};
    relata_corpus_add_argument(corpus, relata_corpus_find_event(corpus, id), "Theme", RELATA_NONE,
                               relata_corpus_refer_event(corpus, inner, NOWHERE), where);
  }
  relata_corpus_finish(corpus, diagnostics);
  g_autofree char *said = messages("circular-events");
  g_assert_cmpstr(said, ==, "the argument 'e0' of event 'e99999' leads back to it\n");
  const RelataDiagnostic *first = NULL;
  for (guint i = 0; first == NULL; i++)
    if (relata_diagnostics_get(diagnostics, i)->severity == RELATA_ERROR_IN_DATA)
      first = relata_diagnostics_get(diagnostics, i);
  g_assert_cmpuint(first->line, ==, LENGTH);
  g_assert_cmpuint(first->column, ==, 7);
  end();
}

/* A chain of a thousand events is not followed to its end, and a tree of them is walked once. */
static void
test_deep_and_wide(void)
{
  begin();
  add_rule("praise", "supports: Agent > Theme");
  add_event("e0", "praise", "Agent=a0 Theme=z");
  for (guint i = 1; i < 1000; i++) {
    g_autofree char *id = g_strdup_printf("e%u", i);
    g_autofree char *arguments = g_strdup_printf("Agent=a%u Theme=@e%u Theme2=@e%u", i, i - 1, i / 2);
    add_event(id, "praise", arguments);
  }
  relata_corpus_finish(corpus, diagnostics);
  g_assert_cmpuint(relata_corpus_n_claims(corpus), >=, 10);
  g_assert_cmpuint(relata_corpus_n_claims(corpus), <, 20000);
  end();
}

static void
test_crowds(void)
{
  begin();
  add_rule("battle", "attacks: Side1 > Side2");
  GString *arguments = g_string_new("Side1=only");
  for (guint i = 0; i < 200; i++)
    g_string_append_printf(arguments, " Side1=a%u Side2=b%u", i, i);
  add_event("e1", "battle", arguments->str);
  g_string_free(arguments, TRUE);
  assert_claims("");
  gboolean said = FALSE;
  for (guint i = 0; i < relata_diagnostics_n_kept(diagnostics); i++)
    said |= strcmp(relata_diagnostics_get(diagnostics, i)->code, "too-many-pairs") == 0;
  g_assert_true(said);
  end();
}

/* An event that is referred to and never declared. */
static void
test_missing_event(void)
{
  begin();
  add_rule("praise", "supports: Agent > Theme");
  add_event("p", "praise", "Agent=a Theme=@nothing");
  assert_claims("");
  g_assert_cmpuint(relata_diagnostics_count(diagnostics, RELATA_ERROR_IN_DATA), ==, 1);
  const RelataDiagnostic *diagnostic = NULL;
  for (guint i = 0; i < relata_diagnostics_n_kept(diagnostics); i++)
    if (relata_diagnostics_get(diagnostics, i)->severity == RELATA_ERROR_IN_DATA)
      diagnostic = relata_diagnostics_get(diagnostics, i);
  g_assert_cmpstr(diagnostic->code, ==, "unknown-reference");
  g_assert_cmpstr(diagnostic->message, ==, "no event 'nothing'");
  end();
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/corpus/events/rule", test_rule);
  g_test_add_func("/corpus/events/several-rules", test_several_rules);
  g_test_add_func("/corpus/events/role-names", test_role_names);
  g_test_add_func("/corpus/events/statement-is-handed-on", test_statement_is_handed_on);
  g_test_add_func("/corpus/events/event-as-argument", test_event_as_argument);
  g_test_add_func("/corpus/events/circles", test_circles);
  g_test_add_func("/corpus/events/long-circle", test_long_circle);
  g_test_add_func("/corpus/events/deep-and-wide", test_deep_and_wide);
  g_test_add_func("/corpus/events/crowds", test_crowds);
  g_test_add_func("/corpus/events/missing-event", test_missing_event);
  return g_test_run();
}
