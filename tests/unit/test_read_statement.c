/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The values of a statement: what is taken, what is refused, in which words and where, whoever hands it over.
 */
#include "corpus/grade.h"
#include "read/statement.h"

#include <math.h>
#include <string.h>

typedef struct {
  RelataCorpus *corpus;
  RelataDiagnostics *diagnostics;
  RelataStating stating;
} World;

static const RelataPlace record = {"x", 3, 1}, value_place = {"x", 3, 9};

static void
world_begin(World *world)
{
  world->corpus = relata_corpus_new();
  world->diagnostics = relata_diagnostics_new(0);
  world->stating = relata_stating(world->corpus, world->diagnostics, record);
}

static void
world_end(World *world)
{
  relata_corpus_free(world->corpus);
  relata_diagnostics_free(world->diagnostics);
}

static void
assert_said(const World *world, const char *expected)
{
  g_autoptr(GString) all = g_string_new(NULL);
  for (guint i = 0; i < relata_diagnostics_n_kept(world->diagnostics); i++) {
    const RelataDiagnostic *found = relata_diagnostics_get(world->diagnostics, i);
    g_string_append_printf(all, "%s%u:%u %s: %s", i > 0 ? "\n" : "", found->line, found->column, found->code,
                           found->message);
    if (found->hint != NULL)
      g_string_append_printf(all, " (%s)", found->hint);
  }
  g_assert_cmpstr(all->str, ==, expected);
}

/* Numbers may come as such or in words. */
static void
test_takes(void)
{
  for (guint as_text = 0; as_text < 2; as_text++) {
    World world;
    world_begin(&world);
    RelataStating *stating = &world.stating;
    const RelataValue start = {.text = as_text ? "3" : NULL, .number = 3};
    const RelataValue end = {.text = as_text ? "7" : NULL, .number = 7};
    const RelataValue confidence = {.text = as_text ? "0.5" : NULL, .number = 0.5};
    g_assert_true(relata_statement_set_text(stating, RELATA_SAID_ID, "c1"));
    g_assert_true(relata_statement_set_text(stating, RELATA_SAID_DOCUMENT, "d"));
    g_assert_true(relata_statement_set(stating, RELATA_SAID_START, &start));
    g_assert_true(relata_statement_set(stating, RELATA_SAID_END, &end));
    g_assert_true(relata_statement_set(stating, RELATA_SAID_CONFIDENCE, &confidence));
    g_assert_true(relata_statement_set_text(stating, RELATA_SAID_TEXT, "said"));
    g_assert_true(relata_statement_set_text(stating, RELATA_SAID_WHEN, "2021-08"));
    g_assert_true(relata_statement_set_text(stating, RELATA_SAID_BY, "Joe"));
    g_assert_true(relata_statement_set_text(stating, RELATA_SAID_STANCE, "Denies"));
    g_assert_true(relata_statement_set_text(stating, RELATA_SAID_CERTAINTY, "probable"));
    g_assert_true(relata_statement_set_text(stating, RELATA_SAID_NOTE, "n"));
    g_assert_true(relata_statement_add_claim(stating, "attacks", "a", "b"));
    assert_said(&world, "");
    const RelataStatement *said = &relata_corpus_claim(world.corpus, 0)->said;
    g_assert_cmpstr(said->id, ==, "c1");
    g_assert_cmpstr(relata_corpus_document(world.corpus, said->document)->id, ==, "d");
    g_assert_cmpuint(said->span.start, ==, 3);
    g_assert_cmpuint(said->span.end, ==, 7);
    g_assert_cmpfloat(said->confidence, ==, 0.5);
    g_assert_cmpstr(said->quote, ==, "said");
    g_assert_cmpstr(said->when.edtf, ==, "2021-08");
    g_assert_cmpstr(said->by_text, ==, "Joe");
    g_assert_cmpint(said->stance, ==, RELATA_DENIES);
    g_assert_cmpint(said->certainty, ==, RELATA_PROBABLE);
    g_assert_cmpstr(said->note, ==, "n");
    g_assert_cmpuint(said->where.line, ==, 3);
    world_end(&world);
  }
}

/* What is not given stays as it was; the record's own words and places are in what is said. */
static void
test_refuses(void)
{
  static const struct {
    RelataSaidKey key;
    RelataValue value;
    const char *said;
  } cases[] = {
      {RELATA_SAID_ID,
       {.text = ""},
       "wrong-value: \"id\" must be a string that is not empty and holds no control characters"},
      {RELATA_SAID_DOCUMENT,
       {.text = "a\tb"},
       "wrong-value: \"document\" must be a string that is not empty and holds no control characters"},
      {RELATA_SAID_START,
       {.number = -1},
       "wrong-value: \"start\" must be a whole number from 0 to 4294967294, not -1"},
      {RELATA_SAID_END,
       {.number = 1.5},
       "wrong-value: \"end\" must be a whole number from 0 to 4294967294, not 1.5"},
      {RELATA_SAID_END,
       {.text = "7x"},
       "wrong-value: \"end\" must be a whole number from 0 to 4294967294, not 7x"},
      {RELATA_SAID_TEXT, {.number = 1}, "wrong-type: \"text\" must be a string, not a number"},
      {RELATA_SAID_CERTAINTY,
       {.text = "certin"},
       "wrong-value: \"certainty\" cannot be 'certin' (did you mean \"certain\"?)"},
      {RELATA_SAID_STANCE,
       {.text = "x", .called = "Haltung"},
       "wrong-value: \"Haltung\" cannot be 'x' (known: affirms, denies)"},
      {RELATA_SAID_CONFIDENCE, {.text = "80 %"}, "wrong-value: \"confidence\" must be from 0 to 1, not 80 %"},
      {RELATA_SAID_CONFIDENCE, {.text = ""}, "wrong-value: \"confidence\" must be from 0 to 1, not "},
      {RELATA_SAID_CONFIDENCE, {.number = NAN}, "wrong-value: \"confidence\" must be from 0 to 1, not nan"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    World world;
    world_begin(&world);
    RelataValue value = cases[i].value;
    value.at = &value_place;
    g_assert_false(relata_statement_set(&world.stating, cases[i].key, &value));
    g_autofree char *expected = g_strconcat("3:9 ", cases[i].said, NULL);
    assert_said(&world, expected);
    g_assert_false(relata_statement_add_claim(&world.stating, "attacks", "a", "b"));
    g_assert_cmpuint(relata_corpus_n_claims(world.corpus), ==, 0);
    g_assert_cmpuint(relata_corpus_n_actors(world.corpus), ==, 0);
    world_end(&world);
  }
}

/* What costs only itself is left out, and the statement is not. */
static void
test_left_out(void)
{
  static const char *const nobody[] = {NULL}, *const unnamed[] = {"AFP", "", NULL};
  static const struct {
    RelataSaidKey key;
    RelataValue value;
    const char *said;
  } cases[] = {
      {RELATA_SAID_WHEN,
       {.text = "19.4.1798"},
       "3:9 wrong-date: \"when\": '19.4.1798' is not a date: expected a year of four digits, such as 2021, 202X or "
       "-0043, at character 3; what it dates is kept without it"},
      {RELATA_SAID_WHEN,
       {.text = "1798-13", .called = "Datum"},
       "3:9 wrong-date: \"Datum\": '1798-13' is not a date: expected a month of two digits, 01 to 12, a season, 21 to "
       "24, or XX, at character 6; what it dates is kept without it"},
      {RELATA_SAID_WHEN,
       {.number = 2021},
       "3:9 wrong-type: \"when\" must be a string, not a number; what it dates is kept without it"},
      {RELATA_SAID_BY,
       {.list = nobody},
       "3:9 wrong-value: \"by\" is a list that names nobody; the rest is kept without it (leave it out where nobody is "
       "named)"},
      {RELATA_SAID_BY,
       {.list = unnamed},
       "3:9 wrong-value: \"by\" must be a list of names that are not empty; the rest is kept without it (name each who "
       "passes it on, the outermost first)"},
      {RELATA_SAID_BY,
       {.number = 7},
       "3:9 wrong-type: \"by\" must be a string, not a number; the rest is kept without it"},
      {RELATA_SAID_CREDIBILITY,
       {.number = 7},
       "3:9 wrong-value: \"credibility\" must be " RELATA_GRADE_CREDIBILITIES
       ", not 7; the rest is kept without it"},
      {RELATA_SAID_CREDIBILITY,
       {.text = "B", .called = "Credibility"},
       "3:9 wrong-value: \"Credibility\" must be " RELATA_GRADE_CREDIBILITIES
       ", not B; the rest is kept without it"},
      {RELATA_SAID_PLACE,
       {.number = 7},
       "3:9 wrong-type: \"place\" must be a string, not a number; the rest is kept without it"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    World world;
    world_begin(&world);
    RelataValue value = cases[i].value;
    value.at = &value_place;
    g_assert_true(relata_statement_set(&world.stating, cases[i].key, &value));
    assert_said(&world, cases[i].said);
    g_assert_true(relata_statement_add_claim(&world.stating, "attacks", "a", "b"));
    g_assert_cmpuint(relata_corpus_n_claims(world.corpus), ==, 1);
    const RelataStatement *said = &relata_corpus_claim(world.corpus, 0)->said;
    g_assert_false(relata_date_is_set(&said->when));
    g_assert_null(said->by_text);
    g_assert_null(said->place_text);
    g_assert_cmpuint(said->credibility, ==, 0);
    world_end(&world);
  }
}

/* What no value tells alone, said at the record or at the value, after the subject's name. */
static void
test_end(void)
{
  static const struct {
    const char *document, *start, *end, *from, *said;
  } cases[] = {
      {"d", "1", NULL, "a", "3:1 missing-key: R1: \"start\" needs \"end\" beside it"},
      {"d", NULL, "1", "a", "3:1 missing-key: R1: \"end\" needs \"start\" beside it"},
      {"d", "2", "2", "a",
       "3:9 wrong-value: R1: \"end\" must be greater than \"start\", but 2 is not greater than 2 "
       "(\"end\" is the first character after the evidence)"},
      {NULL, "1", "2", "a", "3:1 missing-key: R1: \"start\" and \"end\" need \"document\" beside them"},
      {"d", NULL, NULL, "",
       "3:1 wrong-value: R1: \"from\" must be a string that is not empty and holds no control characters"},
      {"d", NULL, NULL, NULL,
       "3:1 wrong-value: R1: \"from\" must be a string that is not empty and holds no control characters"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    World world;
    world_begin(&world);
    world.stating.subject = "R1";
    const RelataValue end = {.text = cases[i].end, .at = &value_place};
    relata_statement_set_text(&world.stating, RELATA_SAID_DOCUMENT, cases[i].document);
    relata_statement_set_text(&world.stating, RELATA_SAID_START, cases[i].start);
    if (end.text != NULL)
      relata_statement_set(&world.stating, RELATA_SAID_END, &end);
    g_assert_false(relata_statement_add_claim(&world.stating, "attacks", cases[i].from, "b"));
    assert_said(&world, cases[i].said);
    g_assert_cmpuint(relata_corpus_n_documents(world.corpus), ==, 0);
    world_end(&world);
  }
}

/* Long words are cut in messages, between characters. */
static void
test_long_words(void)
{
  World world;
  world_begin(&world);
  g_autoptr(GString) word = g_string_new(NULL);
  for (guint i = 0; i < 100; i++)
    g_string_append(word, "é");
  g_assert_false(relata_statement_set_text(&world.stating, RELATA_SAID_STANCE, word->str));
  const RelataDiagnostic *found = relata_diagnostics_get(world.diagnostics, 0);
  g_assert_cmpint(g_utf8_strlen(found->message, -1), ==, 60 + (glong)strlen("\"stance\" cannot be ''"));
  world_end(&world);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/read/statement/takes", test_takes);
  g_test_add_func("/read/statement/refuses", test_refuses);
  g_test_add_func("/read/statement/left-out", test_left_out);
  g_test_add_func("/read/statement/end", test_end);
  g_test_add_func("/read/statement/long-words", test_long_words);
  return g_test_run();
}
