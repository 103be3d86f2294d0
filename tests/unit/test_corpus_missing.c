/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Statements about actors whom a reference names, but no file has: they are left out and said, whatever the
 * order, and everything else stays as it is. */
#include "corpus/corpus.h"

#include <string.h>

#define AT(file, line) ((RelataPlace){file, line, 1})

typedef struct {
  RelataCorpus *corpus;
  RelataDiagnostics *diagnostics;
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gboolean again;
  fixture->corpus = relata_corpus_new();
  fixture->diagnostics = relata_diagnostics_new(0);
  relata_corpus_declare_document(fixture->corpus, "d", AT("a", 1), &again);
}

static void
tear_down(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  relata_corpus_free(fixture->corpus);
  relata_diagnostics_free(fixture->diagnostics);
}

static void
declare(Fixture *fixture, const char *id, const char *name, const char *file)
{
  gboolean again;
  RelataActor *actor = relata_corpus_declare_actor(fixture->corpus, id, AT(file, 1), &again);
  actor->name = relata_corpus_intern(fixture->corpus, name);
}

/* Adds a claim between two who are expected, with this id, in this file. */
static void
claim(Fixture *fixture, const char *id, const char *from, const char *to, const char *file)
{
  RelataCorpus *corpus = fixture->corpus;
  RelataClaim made = {.said = RELATA_STATEMENT_INIT, .event = RELATA_NONE};
  made.type = relata_schema_use_relation_type(relata_corpus_schema(corpus), "meets", AT(file, 2));
  made.from = relata_corpus_expect_actor(corpus, from, AT(file, 2));
  made.to = relata_corpus_expect_actor(corpus, to, AT(file, 2));
  made.said.id = relata_corpus_intern(corpus, id);
  made.said.document = relata_corpus_find_document(corpus, "d");
  made.said.where = AT(file, 2);
  relata_corpus_add_claim(corpus, &made);
}

/* The claims, by the names of their actors, and the actors, in order. */
static char *
finished(Fixture *fixture)
{
  const RelataCorpus *corpus = fixture->corpus;
  GString *all = g_string_new(NULL);
  relata_corpus_finish(fixture->corpus, fixture->diagnostics);
  for (guint i = 0; i < relata_corpus_n_claims(corpus); i++) {
    const RelataClaim *one = relata_corpus_claim(corpus, i);
    g_string_append_printf(all, "%s: %s-%s, ", one->said.id, relata_corpus_actor(corpus, one->from)->name,
                           relata_corpus_actor(corpus, one->to)->name);
  }
  for (guint i = 0; i < relata_corpus_n_actors(corpus); i++)
    g_string_append_printf(all, "%s%s", i == 0 ? "" : " ", relata_corpus_actor(corpus, i)->name);
  return g_string_free(all, FALSE);
}

static void
assert_finished(Fixture *fixture, const char *expected)
{
  g_autofree char *all = finished(fixture);
  g_assert_cmpstr(all, ==, expected);
}

/* What was said of missing ends, a line each. */
static void
assert_said(const Fixture *fixture, const char *expected)
{
  g_autoptr(GString) said = g_string_new(NULL);
  for (guint i = 0; i < relata_diagnostics_n_kept(fixture->diagnostics); i++) {
    const RelataDiagnostic *found = relata_diagnostics_get(fixture->diagnostics, i);
    if (strcmp(found->code, "missing-end") == 0)
      g_string_append_printf(said, "%s: %s\n", found->file != NULL ? found->file : "-", found->message);
  }
  g_assert_cmpstr(said->str, ==, expected);
}

static void
test_claims(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  claim(fixture, "c1", "x", "a", "one");
  declare(fixture, "a", "A", "one");
  claim(fixture, "c2", "a", "b", "one");
  claim(fixture, "c3", "a", "y", "one");
  claim(fixture, "c4", "x", "y", "two");
  declare(fixture, "b", "B", "one");
  assert_finished(fixture, "c2: A-B, A B");
  assert_said(fixture,
              "one: 2 claims are left out, because an end of each is in no file: 'c1' (no 'x'), 'c3' (no "
              "'y')\ntwo: 1 claim is left out, because an end of it is in no file: 'c4' (no 'x')\n");
}

/* Nobody is missing: nothing is said, and the order in which they are declared makes no difference. */
static void
test_none(Fixture *fixture, gconstpointer data)
{
  const gboolean first = GPOINTER_TO_INT(data);
  if (first)
    declare(fixture, "a", "A", "one");
  claim(fixture, "c1", "a", "b", "one");
  if (!first)
    declare(fixture, "a", "A", "one");
  declare(fixture, "b", "B", "one");
  assert_finished(fixture, "c1: A-B, A B");
  assert_said(fixture, "");
}

/* Each of two files has what the other one lacks, if both are of one registry: an id of another one is
 * another id. */
static void
test_two_files(Fixture *fixture, gconstpointer data)
{
  const gboolean apart = GPOINTER_TO_INT(data);
  relata_corpus_enter(fixture->corpus, "one");
  declare(fixture, "a", "A", "one");
  claim(fixture, "c1", "a", "b", "one");
  if (apart)
    relata_corpus_enter(fixture->corpus, "two");
  claim(fixture, "c2", "b", "a", "two");
  declare(fixture, "b", "B", "two");
  if (apart) {
    assert_finished(fixture, "A B");
    assert_said(fixture, "one: 1 claim is left out, because an end of it is in no file: 'c1' (no 'b')\n"
                         "two: 1 claim is left out, because an end of it is in no file: 'c2' (no 'a')\n");
  } else {
    assert_finished(fixture, "c1: A-B, c2: B-A, A B");
    assert_said(fixture, "");
  }
}

/* One whom something else refers to is not only an end of a relation: it stays. */
static void
test_referred(Fixture *fixture, gconstpointer data)
{
  const gboolean first = GPOINTER_TO_INT(data);
  declare(fixture, "a", "A", "one");
  if (first)
    relata_corpus_refer_actor(fixture->corpus, "x", AT("one", 3));
  claim(fixture, "c1", "a", "x", "one");
  if (!first)
    relata_corpus_refer_actor(fixture->corpus, "x", AT("one", 3));
  assert_finished(fixture, "c1: A-x, A x");
  assert_said(fixture, "");
}

static void
test_keep(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  declare(fixture, "a", "A", "one");
  claim(fixture, "c1", "a", "x", "one");
  relata_corpus_keep_missing(fixture->corpus);
  assert_finished(fixture, "c1: A-x, A x");
  assert_said(fixture, "");
}

static void
add_figure(Fixture *fixture, const char *id, guint actor, const char *of_claim)
{
  RelataCorpus *corpus = fixture->corpus;
  RelataFigure figure = RELATA_FIGURE_INIT;
  figure.measure = relata_schema_use_measure(relata_corpus_schema(corpus), "paid", AT("one", 3));
  figure.said.id = relata_corpus_intern(corpus, id);
  figure.said.document = relata_corpus_find_document(corpus, "d");
  figure.said.where = AT("one", 3);
  figure.actor = actor;
  figure.of_claim = relata_corpus_intern(corpus, of_claim);
  figure.min = figure.max = 1;
  relata_corpus_add_figure(corpus, &figure);
}

/* A number of somebody who is missing, or of a claim that is left out, has nothing to count. */
static void
test_figures(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  RelataCorpus *corpus = fixture->corpus;
  declare(fixture, "a", "A", "one");
  declare(fixture, "b", "B", "one");
  claim(fixture, "c1", "a", "x", "one");
  claim(fixture, "c2", "a", "b", "one");
  add_figure(fixture, "f1", relata_corpus_expect_actor(corpus, "x", AT("one", 3)), NULL);
  add_figure(fixture, "f2", relata_corpus_find_actor(corpus, "b"), NULL);
  add_figure(fixture, "f3", RELATA_NONE, "c1");
  add_figure(fixture, "f4", RELATA_NONE, "c2");
  assert_finished(fixture, "c2: A-B, A B");
  g_assert_cmpuint(relata_corpus_n_figures(corpus), ==, 2);
  g_assert_cmpstr(relata_corpus_figure(corpus, 0)->said.id, ==, "f2");
  g_assert_cmpstr(relata_corpus_actor(corpus, relata_corpus_figure(corpus, 0)->actor)->name, ==, "B");
  g_assert_cmpstr(relata_corpus_figure(corpus, 1)->of_claim, ==, "c2");
  assert_said(fixture, "one: 1 claim is left out, because an end of it is in no file: 'c1' (no 'x')\n"
                       "-: 2 figures and 0 parts in events of actors who are in no file are left out\n");
}

/* An event stays, without those who are missing. */
static void
test_events(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  RelataCorpus *corpus = fixture->corpus;
  gboolean again;
  const guint missing = relata_corpus_expect_actor(corpus, "x", AT("one", 2));
  declare(fixture, "a", "A", "one");
  declare(fixture, "b", "B", "one");
  RelataEvent *event = relata_corpus_declare_event(corpus, "e", AT("one", 3), &again);
  event->said.document = relata_corpus_find_document(corpus, "d");
  event->type = relata_schema_use_event_type(relata_corpus_schema(corpus), "raid", AT("one", 3));
  const guint index = relata_corpus_find_event(corpus, "e");
  relata_corpus_add_argument(corpus, index, "attacker", missing, RELATA_NONE, AT("one", 3));
  relata_corpus_add_argument(corpus, index, "attacker", relata_corpus_find_actor(corpus, "a"), RELATA_NONE,
                             AT("one", 3));
  relata_corpus_add_argument(corpus, index, "target", relata_corpus_find_actor(corpus, "b"), RELATA_NONE,
                             AT("one", 3));
  g_autofree char *all = finished(fixture);
  g_assert_nonnull(strstr(all, "A-B, A B"));
  const GArray *arguments = relata_corpus_event(corpus, index)->arguments;
  g_assert_cmpuint(arguments->len, ==, 2);
  g_assert_cmpstr(relata_corpus_actor(corpus, g_array_index(arguments, RelataArgument, 0).actor)->name, ==,
                  "A");
  g_assert_cmpstr(relata_corpus_actor(corpus, g_array_index(arguments, RelataArgument, 1).actor)->name, ==,
                  "B");
  assert_said(fixture, "-: 0 figures and 1 part in events of actors who are in no file are left out\n");
}

/* The names and links of one who is dropped go with it; those of the others stay theirs, by whatever index.
 */
static void
test_aliases(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  RelataCorpus *corpus = fixture->corpus;
  const guint missing = relata_corpus_expect_actor(corpus, "x", AT("one", 2));
  declare(fixture, "a", "A", "one");
  relata_corpus_add_alias(corpus, missing, "The Front", TRUE);
  relata_corpus_add_link(corpus, missing, "wikidata", "Q1");
  relata_corpus_add_alias(corpus, relata_corpus_find_actor(corpus, "a"), "Alef", TRUE);
  relata_corpus_add_link(corpus, relata_corpus_find_actor(corpus, "a"), "wikidata", "Q2");
  claim(fixture, "c1", "a", "x", "one");
  assert_finished(fixture, "A");
  const RelataActor *actor = relata_corpus_actor(corpus, 0);
  g_assert_cmpuint(actor->aliases->len, ==, 1);
  g_assert_cmpstr(g_array_index(actor->aliases, RelataAlias, 0).name, ==, "Alef");
  g_assert_cmpstr(g_array_index(actor->links, RelataLink, 0).value, ==, "Q2");
  g_assert_cmpuint(relata_corpus_find_actor(corpus, "a"), ==, 0);
  g_assert_cmpuint(relata_corpus_find_actor(corpus, "x"), ==, RELATA_NONE);
}

#define ADD(path, data, test) g_test_add(path, Fixture, data, set_up, test, tear_down)

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  ADD("/corpus/missing/claims", NULL, test_claims);
  ADD("/corpus/missing/none/declared-first", GINT_TO_POINTER(TRUE), test_none);
  ADD("/corpus/missing/none/declared-later", NULL, test_none);
  ADD("/corpus/missing/two-files", NULL, test_two_files);
  ADD("/corpus/missing/two-registries", GINT_TO_POINTER(TRUE), test_two_files);
  ADD("/corpus/missing/referred-before", GINT_TO_POINTER(TRUE), test_referred);
  ADD("/corpus/missing/referred-later", NULL, test_referred);
  ADD("/corpus/missing/keep", NULL, test_keep);
  ADD("/corpus/missing/figures", NULL, test_figures);
  ADD("/corpus/missing/events", NULL, test_events);
  ADD("/corpus/missing/aliases", NULL, test_aliases);
  return g_test_run();
}
