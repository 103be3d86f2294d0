/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Identity: which actor a name means, and never a guess. */
#include "corpus/corpus.h"
#include "corpus/names.h"

#include <string.h>

#define NOWHERE ((RelataPlace){NULL, 0, 0})

static guint
add_actor(RelataCorpus *corpus, const char *id, const char *name)
{
  gboolean again;
  relata_corpus_declare_actor(corpus, id, NOWHERE, &again)->name = relata_corpus_intern(corpus, name);
  return relata_corpus_find_actor(corpus, id);
}

static RelataCorpus *
make_corpus(void)
{
  RelataCorpus *corpus = relata_corpus_new();
  const guint isis = add_actor(corpus, "isis", "ISIS");
  const guint isis_k = add_actor(corpus, "isis-k", "ISIS-K");
  add_actor(corpus, "taliban", "Taliban");
  const guint biden = add_actor(corpus, "joe-biden", "Joe Biden");
  add_actor(corpus, "antony-blinken", "Antony Blinken");
  relata_corpus_add_alias(corpus, isis_k, "Islamic State–Khorasan", TRUE);
  relata_corpus_add_alias(corpus, isis_k, "ISKP", TRUE);
  relata_corpus_add_alias(corpus, isis_k, "the group", FALSE);
  relata_corpus_add_alias(corpus, isis, "Daesh", TRUE);
  relata_corpus_add_alias(corpus, isis, "Islamic State", FALSE);
  relata_corpus_add_alias(corpus, isis_k, "Islamic State", FALSE);
  relata_corpus_add_alias(corpus, biden, "The president", FALSE);
  return corpus;
}

/* The ids that a name matches, joined. */
static char *
matches(RelataCorpus *corpus, const char *name, gboolean weak)
{
  g_autoptr(GArray) found = relata_corpus_match_name(corpus, name, weak);
  GString *ids = g_string_new(NULL);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf(ids, "%s%s", i > 0 ? " " : "",
                           relata_corpus_actor(corpus, g_array_index(found, guint, i))->id);
  return g_string_free(ids, FALSE);
}

static void
assert_matches(RelataCorpus *corpus, const char *name, gboolean weak, const char *expected)
{
  g_autofree char *found = matches(corpus, name, weak);
  g_assert_cmpstr(found, ==, expected);
}

static void
test_match(void)
{
  g_autoptr(RelataCorpus) corpus = make_corpus();
  assert_matches(corpus, "isis-k", FALSE, "isis-k");
  assert_matches(corpus, "Isis K", FALSE, "isis-k");
  assert_matches(corpus, "ISLAMIC STATE-KHORASAN", FALSE, "isis-k");
  assert_matches(corpus, "dā‘esh", FALSE, "isis");
  assert_matches(corpus, "the group", FALSE, "");
  assert_matches(corpus, "The Group", TRUE, "isis-k");
  assert_matches(corpus, "Islamic State", TRUE, "isis isis-k"); /* by id, whatever the order of making */
  assert_matches(corpus, "nobody", TRUE, "");
  assert_matches(corpus, "", TRUE, "");
  assert_matches(corpus, "...", TRUE, "");
}

/* The best rank only: an id before names, names and strong aliases before weak ones. */
static void
test_ranks(void)
{
  g_autoptr(RelataCorpus) corpus = make_corpus();
  const guint us = add_actor(corpus, "us", "United States");
  add_actor(corpus, "un", "us"); /* hostile, but possible */
  assert_matches(corpus, "us", TRUE, "us");
  assert_matches(corpus, "U.S.", TRUE, "un");
  relata_corpus_add_alias(corpus, us, "U.S.", TRUE);
  assert_matches(corpus, "U.S.", TRUE, "us"); /* spelt so */
  assert_matches(corpus, "u.s", TRUE, "un us");
  relata_corpus_add_alias(corpus, us, "Taliban", FALSE);
  assert_matches(corpus, "taliban ", TRUE, "taliban");
}

/* The index follows what is added after it was made. */
static void
test_index_grows(void)
{
  g_autoptr(RelataCorpus) corpus = make_corpus();
  assert_matches(corpus, "Amaq", TRUE, "");
  const guint amaq = add_actor(corpus, "amaq", "Amaq");
  assert_matches(corpus, "AMAQ", TRUE, "amaq");
  relata_corpus_add_alias(corpus, amaq, "the agency", FALSE);
  assert_matches(corpus, "the agency", FALSE, "");
  assert_matches(corpus, "the agency", TRUE, "amaq");
  relata_corpus_add_alias(corpus, amaq, "the agency", TRUE); /* made strong */
  assert_matches(corpus, "The Agency", FALSE, "amaq");
  relata_corpus_add_alias(corpus, amaq, "the agency", FALSE); /* and stays so */
  assert_matches(corpus, "The Agency", FALSE, "amaq");
  g_assert_cmpuint(relata_corpus_actor(corpus, amaq)->aliases->len, ==, 1);
  /* An actor that was only referred to gets its name when it is declared. */
  relata_corpus_refer_actor(corpus, "q", NOWHERE);
  assert_matches(corpus, "Mr Q", TRUE, "");
  add_actor(corpus, "q", "Mr. Q");
  assert_matches(corpus, "Mr Q", TRUE, "q");
}

static void
test_resolve(void)
{
  g_autoptr(RelataCorpus) corpus = make_corpus();
  relata_corpus_add_link(corpus, relata_corpus_find_actor(corpus, "isis-k"), "wikidata", "Q1");
  g_assert_cmpuint(relata_corpus_resolve_actor(corpus, "Wikidata:Q1", NULL), ==,
                   relata_corpus_find_actor(corpus, "isis-k"));
  g_assert_cmpuint(relata_corpus_resolve_actor(corpus, "wikidata:Q10", NULL), ==, RELATA_NONE);
  g_assert_cmpuint(relata_corpus_resolve_actor(corpus, "iskp", NULL), ==,
                   relata_corpus_find_actor(corpus, "isis-k"));
  g_autoptr(GError) unknown = NULL;
  g_assert_cmpuint(relata_corpus_resolve_actor(corpus, "Blinkne", &unknown), ==, RELATA_NONE);
  g_assert_error(unknown, RELATA_ERROR, RELATA_ERROR_UNKNOWN_NAME);
  g_autoptr(GError) near_one = NULL;
  g_assert_cmpuint(relata_corpus_resolve_actor(corpus, "Blinken", &near_one), ==, RELATA_NONE);
  g_assert_cmpstr(near_one->message, ==,
                  "no actor is called 'Blinken'; nearest: Antony Blinken (antony-blinken)");
  g_autoptr(GError) far = NULL;
  g_assert_cmpuint(relata_corpus_resolve_actor(corpus, "Luxembourg", &far), ==, RELATA_NONE);
  g_assert_cmpstr(far->message, ==, "no actor is called 'Luxembourg', and none has a name near it");
  g_autoptr(GError) ambiguous = NULL;
  g_assert_cmpuint(relata_corpus_resolve_actor(corpus, "islamic state", &ambiguous), ==, RELATA_NONE);
  g_assert_error(ambiguous, RELATA_ERROR, RELATA_ERROR_AMBIGUOUS);
  g_assert_nonnull(strstr(ambiguous->message, "ISIS (isis), ISIS-K (isis-k)"));
}

/* Three nearest, each actor once though several of its names are near. */
static void
test_nearest_actors(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  for (guint i = 0; i < 5; i++) {
    g_autofree char *id = g_strdup_printf("omar-%u", i);
    g_autofree char *name = g_strdup_printf("Abu Omar %c", 'A' + (int)i);
    g_autofree char *alias = g_strdup_printf("Abu Umar %c", 'A' + (int)i);
    relata_corpus_add_alias(corpus, add_actor(corpus, id, name), alias, TRUE);
  }
  g_autoptr(GError) error = NULL;
  relata_corpus_resolve_actor(corpus, "Abu Omar Z", &error);
  g_assert_cmpstr(error->message, ==,
                  "no actor is called 'Abu Omar Z'; nearest: Abu Omar A (omar-0), Abu Omar B (omar-1), "
                  "Abu Omar C (omar-2)");
}

static void
test_documents(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  static const char *const titles[][2] = {{"d1", "Who are Isis-K?"}, {"d2", "Targets"}, {"d3", "targets"}};
  for (guint i = 0; i < G_N_ELEMENTS(titles); i++) {
    gboolean again;
    relata_corpus_declare_document(corpus, titles[i][0], NOWHERE, &again)->title =
        relata_corpus_intern(corpus, titles[i][1]);
    g_assert_false(again);
  }
  g_assert_cmpuint(relata_corpus_resolve_document(corpus, "d3", NULL), ==, 2);
  g_assert_cmpuint(relata_corpus_resolve_document(corpus, "who are ISIS K?", NULL), ==, 0);
  g_autoptr(GError) ambiguous = NULL, unknown = NULL;
  g_assert_cmpuint(relata_corpus_resolve_document(corpus, "TARGETS", &ambiguous), ==, RELATA_NONE);
  g_assert_error(ambiguous, RELATA_ERROR, RELATA_ERROR_AMBIGUOUS);
  g_assert_cmpuint(relata_corpus_resolve_document(corpus, "elsewhere", &unknown), ==, RELATA_NONE);
  g_assert_error(unknown, RELATA_ERROR, RELATA_ERROR_UNKNOWN_NAME);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/corpus/names/match", test_match);
  g_test_add_func("/corpus/names/ranks", test_ranks);
  g_test_add_func("/corpus/names/index-grows", test_index_grows);
  g_test_add_func("/corpus/names/resolve", test_resolve);
  g_test_add_func("/corpus/names/nearest-actors", test_nearest_actors);
  g_test_add_func("/corpus/names/documents", test_documents);
  return g_test_run();
}
