/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Faults in the records of the native format: what is said, and where, and what is left out for them. */
#include "json_records.h"
#include "corpus/grade.h"
#include "read/readers.h"

#include <string.h>

/* A record with one fault each, at ^: what is said, and that a statement with a fault is left out. */
static const struct {
  const char *text, *said;
} faults[] = {
    {"{\"claims\":[^{\"from\":\"a\",\"to\":\"b\"}]}", "missing-key: a claim needs a key \"type\"\n"},
    {"{\"claims\":[{\"type\":\"t\",\"from\":\"a\",\"to\":\"b\",^\"stanse\":\"denies\"}]}",
     "unknown-key: a claim has no key \"stanse\" (did you mean \"stance\"?)\n"},
    /* One slip is one error. */
    {"{\"claims\":[{\"type\":\"t\",^\"source\":\"a\",\"target\":\"b\"}]}",
     "unknown-key: a claim has no keys \"source\" and \"target\" (did you mean \"from\" and \"to\"?)\n"},
    {"{\"claims\":[{^\"subject\":\"a\",\"predicate\":\"t\",\"object\":\"b\"}]}",
     "unknown-key: a claim has no keys \"subject\", \"predicate\" and \"object\" (did you mean \"from\", \"type\" "
     "and \"to\"?)\n"},
    {"{\"claims\":[{\"type\":\"t\",^\"form\":\"a\",\"to\":\"b\"}]}",
     "unknown-key: a claim has no key \"form\" (did you mean \"from\"?)\n"},
    {"{\"claims\":[{\"type\":\"t\",\"from\":\"a\",\"to\":\"b\",^\"target\":\"c\"}]}",
     "unknown-key: a claim has no key \"target\" (known: id, type, from, to, when, place, document, start, "
     "end, text, prefix, suffix, by, stance, certainty, confidence, note, credibility, layers)\n"},
    {"{\"figures\":[{\"measure\":\"m\",^\"actor\":\"a\",\"best\":1}]}",
     "unknown-key: a figure has no key \"actor\" (did you mean \"of\"?)\n"},
    {"{\"claims\":[{\"type\":\"t\",\"from\":\"a\",\"to\":\"b\",\"document\":\"d\",\"start\":5,\"end\":^5}]"
     "}",
     "wrong-value: \"end\" must be greater than \"start\", but 5 is not greater than 5 (\"end\" is the "
     "first character after the evidence)\n"},
    {"{\"claims\":[^{\"type\":\"t\",\"from\":\"a\",\"to\":\"b\",\"start\":5,\"end\":6}]}",
     "missing-key: \"start\" and \"end\" need \"document\" beside them\n"},
    {"{\"claims\":[{\"type\":\"t\",\"from\":\"a\",\"to\":\"b\",\"confidence\":^1.5}]}",
     "wrong-value: \"confidence\" must be from 0 to 1, not 1.5\n"},
    {"{\"claims\":[{\"type\":\"t\",\"from\":\"a\",\"to\":\"b\",\"certainty\":^\"likely\"}]}",
     "wrong-value: \"certainty\" cannot be 'likely' (known: possible, probable, certain)\n"},
    {"{\"claims\":^{}}", "wrong-type: \"claims\" must be an array, not an object\n"},
    {"{\"claims\":[^7]}", "wrong-type: a claim must be an object, not a number\n"},
    {"{\"figures\":[^{\"measure\":\"m\",\"of\":\"a\"}]}",
     "missing-key: a figure needs a key \"min\", \"max\" or \"best\"\n"},
    {"{\"events\":[^{\"type\":\"t\"}]}", "missing-key: an event needs a key \"id\"\n"},
    {"{\"events\":[{\"id\":\"e\",\"type\":\"t\",\"roles\":{\"Agent\":^\"a\"}}]}",
     "wrong-type: a role in \"roles\" must be an array of actor ids\n"},
    {"{\"events\":[{\"id\":\"e\",\"type\":\"t\",\"roles\":{\"Agent\":[^{\"evnt\":\"x\"}]}}]}",
     "wrong-type: a role must hold actor ids, or {\"event\": ID} for an event\n"},
    {"{\"title\":\"x\",^\"actor\":[]}",
     "unknown-key: a corpus has no key \"actor\" (did you mean \"actors\"?)\n"},
    {"{\"schema\":^7}",
     "wrong-type: \"schema\" must be an object or the name of a file in the same folder\n"},
    {"{\"schema\":{\"relation_types\":[{\"id\":\"r\",\"sign\":^2}]}}",
     "wrong-value: \"sign\" must be -1, 0 or 1, not 2\n"},
    {"{\"schema\":{\"relation_types\":[{\"id\":\"r\",\"color\":^\"red\"}]}}",
     "wrong-value: \"color\" must be written as #rrggbb\n"},
    {"{\"schema\":{\"marks\":[^{\"id\":\"m\"}]}}", "missing-key: a mark needs a key \"means\"\n"},
    {"{\"schema\":{\"roles\":{^\"bye\":[]}}}",
     "unknown-key: \"roles\" has no key \"bye\" (did you mean \"by\"?)\n"},
    {"{\"documents\":[{\"id\":\"d\",\"text\":\"a\",\"file\":^\"b\"}]}",
     "wrong-value: a document has either \"text\" or \"file\" (leave one of them out)\n"},
};

static void
test_record_faults(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(faults); i++) {
    World world = world_new();
    g_autofree char *text = g_strdup(faults[i].text);
    char *mark = strchr(text, '^');
    memmove(mark, mark + 1, strlen(mark)); /* the mark taken out, the fault begins in its place */
    take(&world, relata_json_read, "corpus.json", text);
    g_autofree char *all = said(&world);
    g_autofree char *expected = g_strdup_printf("1:%d %s", (int)(mark - text) + 1, faults[i].said);
    g_assert_cmpstr(all, ==, expected);
    g_assert_cmpuint(relata_corpus_n_claims(world.corpus) + relata_corpus_n_figures(world.corpus) +
                         relata_corpus_n_events(world.corpus),
                     ==, 0);
    world_clear(&world);
  }
}

/* What costs only itself: the claim stays, without it. */
static void
test_left_out(void)
{
  static const struct {
    const char *field, *said;
  } cases[] = {
      {"\"when\":^\"21.8.2021\"",
       "wrong-date: \"when\": '21.8.2021' is not a date: expected a year of four digits, such as 2021, 202X or "
       "-0043, at character 3; what it dates is kept without it\n"},
      {"\"when\":^2021",
       "wrong-type: \"when\" must be a date in a string, such as \"2021-08-26\", not a number; what it dates is "
       "kept without it\n"},
      {"\"by\":^[]",
       "wrong-value: \"by\" is a list that names nobody; the rest is kept without it (leave it out "
       "where nobody is named)\n"},
      {"\"by\":[\"A\",^7]",
       "wrong-type: \"by\" must be a string or an array of strings, not a number; the rest is kept "
       "without it\n"},
      {"\"by\":^{}",
       "wrong-type: \"by\" must be a string or an array of strings, not an object; the rest is kept "
       "without it\n"},
      {"\"credibility\":^\"B\"",
       "wrong-type: \"credibility\" must be a number, not a string; the rest is kept "
       "without it\n"},
      {"\"credibility\":^9", "wrong-value: \"credibility\" must be " RELATA_GRADE_CREDIBILITIES
                             ", not 9; the rest is kept without it\n"},
      {"\"place\":^[\"a\"]",
       "wrong-type: \"place\" must be a string, not an array; the rest is kept without it\n"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    World world = world_new();
    g_autofree char *text =
        g_strdup_printf("{\"claims\":[{\"type\":\"t\",\"from\":\"a\",\"to\":\"b\",%s}]}", cases[i].field);
    char *mark = strchr(text, '^');
    memmove(mark, mark + 1, strlen(mark));
    take(&world, relata_json_read, "corpus.json", text);
    g_autofree char *all = said(&world);
    g_autofree char *expected = g_strdup_printf("1:%d %s", (int)(mark - text) + 1, cases[i].said);
    g_assert_cmpstr(all, ==, expected);
    g_assert_cmpuint(relata_corpus_n_claims(world.corpus), ==, 1);
    const RelataStatement *kept = &relata_corpus_claim(world.corpus, 0)->said;
    g_assert_false(relata_date_is_set(&kept->when));
    g_assert_null(kept->by_text);
    g_assert_null(kept->place_text);
    g_assert_cmpuint(kept->credibility, ==, 0);
    world_clear(&world);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/read/json/faults/records", test_record_faults);
  g_test_add_func("/read/json/faults/left-out", test_left_out);
  return g_test_run();
}
