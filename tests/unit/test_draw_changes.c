/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What changed between two dates: begun, ended, happened; first mentioned, not mentioned since. */
#include "draw/diagram/compare.h"
#include "draw/diagram/describe.h"
#include "drawing.h"

#include <string.h>

static void
add_story(RelataCorpus *corpus, guint from, guint relation, guint to, guint document, const char *when)
{
  RelataClaim claim = {RELATA_STATEMENT_INIT, relation, from, to, RELATA_NONE};
  claim.said.document = document;
  if (when != NULL)
    g_assert_true(relata_date_parse(when, &claim.said.when, NULL));
  relata_corpus_add_claim(corpus, &claim);
}

static const RelataCurve *
find_link(const RelataDiagram *diagram, const char *id)
{
  for (guint i = 0; i < diagram->links->len; i++) {
    const RelataCurve *link = g_ptr_array_index(diagram->links, i);
    if (strcmp(link->id, id) == 0)
      return link;
  }
  return NULL;
}

typedef struct {
  const char *relation, *when, *denied, *when_else; /* claims between the same two; NULL: none */
  RelataChange presumably, surely;
} Story;

/* From 2020-12-31 to 2021-09-24, each between two actors of its own. "raids" is an event. */
static const Story stories[] = {
    {"leads", "2020-05/..", NULL, "2021-03", RELATA_SAME,
     RELATA_SAME}, /* surely at neither date: not shown */
    {"leads", "2020-05", NULL, NULL, RELATA_SILENT, RELATA_SAME},
    {"leads", "2020-05", NULL, "2021-09-24", RELATA_SAME, RELATA_MENTIONED},
    {"leads", "2020-05", NULL, "/2021-03", RELATA_ENDED, RELATA_SAME},
    {"leads", "2020-05", "2021-03", NULL, RELATA_ENDED, RELATA_SAME},
    {"leads", "2020-12-31", NULL, NULL, RELATA_SILENT, RELATA_SILENT},
    {"leads", "2021-09-24", NULL, NULL, RELATA_MENTIONED, RELATA_MENTIONED},
    {"leads", "2021-03/..", NULL, "2021-09-24", RELATA_BEGUN, RELATA_MENTIONED},
    {"leads", "2021-03/2021-10", NULL, NULL, RELATA_BEGUN, RELATA_BEGUN},
    {"leads", "2021-03/2021-04", NULL, NULL, RELATA_SAME, RELATA_SAME}, /* at neither date */
    {"leads", "../2021-03", NULL, NULL, RELATA_ENDED, RELATA_ENDED},
    {"leads", NULL, NULL, NULL, RELATA_SAME, RELATA_SAME},
    {"raids", "2020-05-01", NULL, NULL, RELATA_SAME, RELATA_SAME},
    {"raids", "2021-05-01", NULL, NULL, RELATA_HAPPENED, RELATA_HAPPENED},
    {"raids", "2020-05-01", NULL, "2021-05-01", RELATA_HAPPENED, RELATA_HAPPENED},
    {"raids", "2020/2021-03", NULL, NULL, RELATA_SAME, RELATA_HAPPENED}, /* surely only by its end */
};

static RelataCorpus *
tell_stories(void)
{
  RelataCorpus *corpus = relata_corpus_new();
  const guint leads = declare_relation(corpus, "leads", 0, FALSE);
  const guint raids = relata_schema_use_relation_type(relata_corpus_schema(corpus), "raids", nowhere);
  const guint document = add_document(corpus, "first");
  for (guint i = 0; i < G_N_ELEMENTS(stories); i++) {
    const Story *story = &stories[i];
    g_autofree char *one = g_strdup_printf("x%u", i), *other = g_strdup_printf("y%u", i);
    const guint from = declare_actor(corpus, one, one, NULL), to = declare_actor(corpus, other, other, NULL);
    const guint relation = g_str_equal(story->relation, "raids") ? raids : leads;
    add_story(corpus, from, relation, to, document, story->when);
    if (story->when_else != NULL)
      add_story(corpus, from, relation, to, document, story->when_else);
    if (story->denied == NULL)
      continue;
    RelataClaim denial = {RELATA_STATEMENT_INIT, relation, from, to, RELATA_NONE};
    denial.said.document = document;
    denial.said.stance = RELATA_DENIES;
    g_assert_true(relata_date_parse(story->denied, &denial.said.when, NULL));
    relata_corpus_add_claim(corpus, &denial);
  }
  finish(corpus);
  return corpus;
}

static void
check_stories(RelataCorpus *corpus, gboolean surely, const char *caption)
{
  static const char *const classes[RELATA_N_CHANGES] = {NULL,     " begun",     " happened",
                                                        " ended", " mentioned", " silent"};
  g_autoptr(RelataView) view = relata_view_new(corpus);
  g_assert_true(relata_selection_set(view->selection, RELATA_FILTER_AS_OF, "2021-09-24", NULL));
  if (surely)
    g_assert_true(relata_selection_set(view->selection, RELATA_FILTER_SURELY, NULL, NULL));
  view->changes_since = g_strdup("2020-12-31");
  g_autoptr(RelataNetwork) network = NULL;
  g_autoptr(RelataDiagram) diagram = relata_diagram_of_changes(corpus, view, &network, NULL);
  g_assert_cmpstr(g_ptr_array_index(diagram->captions, 1), ==, caption);
  for (guint i = 0; i < G_N_ELEMENTS(stories); i++) {
    const RelataChange change = surely ? stories[i].surely : stories[i].presumably;
    g_autofree char *id = g_strdup_printf("tie__x%u__%s__y%u", i, stories[i].relation, i);
    const RelataCurve *link = find_link(diagram, id);
    g_test_message("story %u", i);
    for (guint other = 1; link != NULL && other < RELATA_N_CHANGES; other++)
      g_assert_cmpint(strstr(link->classes, classes[other]) != NULL, ==, other == change);
    g_assert_true(link != NULL || change == RELATA_SAME);
    if (link != NULL)
      g_assert_cmpint(link->marker != NULL, ==, change == RELATA_BEGUN || change == RELATA_HAPPENED);
  }
}

static void
test_stories(void)
{
  g_autoptr(RelataCorpus) corpus = tell_stories();
  /* Each tie has two actors of its own, so the actors follow the ties; first mentions give no first tie. */
  check_stories(
      corpus, FALSE,
      "Since 31 December 2020: 2 ties have begun, 3 have ended, 2 are of events since then; 6 actors have "
      "a first tie, 6 have no tie any longer; 1 tie is first mentioned, 2 are not mentioned since, which is "
      "no change.");
  check_stories(
      corpus, TRUE,
      "Since 31 December 2020: 1 tie has begun, 1 has ended, 3 are of events since then; 6 actors have a "
      "first tie, 2 have no tie any longer; 3 ties are first mentioned, 1 is not mentioned since, which is "
      "no change.");
}

/* ── Who says that it ended ──────────────────────────────────────────────────────────────── */

/* Each of four leads in 2020, as d0 says; the rest says how that ended. */
static RelataCorpus *
tell_ends(void)
{
  RelataCorpus *corpus = relata_corpus_new();
  RelataSchema *schema = relata_corpus_schema(corpus);
  const guint member = declare_relation(corpus, "member", 0, FALSE);
  const guint leads = declare_relation(corpus, "leads", 0, FALSE);
  const guint kills = relata_schema_use_relation_type(schema, "kills", nowhere);
  const guint all = RELATA_NONE;
  RelataRelationType *ender =
      &g_array_index((GArray *)relata_schema_relation_types(schema), RelataRelationType, kills);
  ender->ends_to = g_array_append_val(g_array_new(FALSE, FALSE, sizeof(guint)), all);
  g_array_index((GArray *)relata_schema_relation_types(schema), RelataRelationType, leads).parent = member;
  const char *const names[] = {"Alpha", "Bravo", "Carol", "Delta", "Echo"};
  guint actors[G_N_ELEMENTS(names)], documents[5];
  for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *id = g_ascii_strdown(names[i], 1);
    actors[i] = declare_actor(corpus, id, names[i], NULL);
  }
  for (guint i = 0; i < G_N_ELEMENTS(documents); i++) {
    g_autofree char *id = g_strdup_printf("d%u", i);
    documents[i] = add_document(corpus, id);
  }
  for (guint i = 0; i < 4; i++)
    add_story(corpus, actors[i], leads, actors[4], documents[0], "2020");
  RelataClaim denial = {RELATA_STATEMENT_INIT, leads, actors[0], actors[4], RELATA_NONE};
  denial.said.stance = RELATA_DENIES;
  denial.said.document = documents[1];
  g_assert_true(relata_date_parse("2021-06", &denial.said.when, NULL));
  relata_corpus_add_claim(corpus, &denial);
  denial.from = actors[1];
  denial.type = member;
  denial.said.document = documents[2];
  relata_corpus_add_claim(corpus, &denial);
  add_story(corpus, actors[3], kills, actors[2], documents[3], "2021-06-20");
  add_story(corpus, actors[3], leads, actors[4], documents[4], "2021-01/2021-05");
  finish(corpus);
  return corpus;
}

static void
test_ends(void)
{
  static const char *const told[] = {
      "ended: Alpha leads Echo, affirmed by 1 independent source, denied by 1; affirmed until June 2021, "
      "denied since; source 1; against it: source 2",
      "ended: Bravo leads Echo, affirmed by 1 independent source, denied by none; source 1; ended by: the "
      "denial that Bravo member Echo (June 2021, source 3)",
      "ended: Carol leads Echo, affirmed by 1 independent source, denied by none; source 1; ended by: Delta "
      "kills Carol (20 June 2021, source 4)",
      "ended: Delta leads Echo, affirmed by 1 independent source, denied by none; source 1; ended by: Delta "
      "leads Echo (January – May 2021, source 5)"};
  g_autoptr(RelataCorpus) corpus = tell_ends();
  g_autoptr(RelataView) view = relata_view_new(corpus);
  g_assert_true(relata_selection_set(view->selection, RELATA_FILTER_AS_OF, "2021-09-24", NULL));
  view->changes_since = g_strdup("2020-12-31");
  view->parallel = RELATA_PARALLEL_APART;
  g_autoptr(RelataNetwork) network = NULL;
  g_autoptr(RelataDiagram) diagram = relata_diagram_of_changes(corpus, view, &network, NULL);
  for (guint i = 0; i < G_N_ELEMENTS(told); i++) {
    g_autofree char *id = g_strdup_printf("tie__%c__leads__e", 'a' + (int)i);
    const RelataCurve *link = find_link(diagram, id);
    g_assert_cmpstr(link->spoken, ==, told[i]);
    g_assert_cmpint(strstr(link->tooltip, "\nended by: ") != NULL, ==, i > 0);
  }
  g_assert_cmpuint(diagram->sources->documents->len, ==, 5);
  /* One denial ended a tie that is shown; the other is of a tie that nobody affirms. */
  g_assert_cmpuint(network->n_denied_only, ==, 1);
  g_assert_true(diagram->occurs.denied && !diagram->occurs.disputed);
  g_autofree char *described = relata_describe(corpus, view, NULL);
  g_assert_nonnull(strstr(described, "1 tie that is only denied is not shown."));
  g_assert_nonnull(strstr(described, "(20 June 2021, source 4)"));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/draw/changes/stories", test_stories);
  g_test_add_func("/draw/changes/ends", test_ends);
  return g_test_run();
}
