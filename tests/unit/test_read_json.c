/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The native format: what its records become, what is refused and where, and that corpus.json, schema.json,
 * JSON Lines and the published JSON Schemas agree. */
#include "json_records.h"
#include "many.h"
#include "read/readers.h"

#include <cJSON.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

static void
check_types(const RelataSchema *schema)
{
  const guint group = relata_schema_find_actor_type(schema, "armed-group");
  const guint organization = relata_schema_find_actor_type(schema, "organization");
  const RelataActorType *type = relata_schema_actor_type(schema, group);
  g_assert_true(type->declared);
  g_assert_cmpstr(type->plural, ==, "armed groups");
  g_assert_cmpuint(type->parent, ==, organization);
  g_assert_cmpint(type->shape, ==, RELATA_SHAPE_OCTAGON);
  g_assert_cmpstr(relata_schema_actor_type(schema, organization)->label, ==, "organization");
  g_assert_cmpstr(relata_schema_actor_type(schema, organization)->plural, ==, "bodies");

  const guint opposes = relata_schema_find_relation_type(schema, "opposes");
  const RelataRelationType *attacks =
      relata_schema_relation_type(schema, relata_schema_find_relation_type(schema, "attacks"));
  g_assert_true(attacks->declared && attacks->event && !attacks->symmetric);
  g_assert_cmpstr(attacks->inverse, ==, "is attacked by");
  g_assert_cmpint(attacks->sign, ==, -1);
  g_assert_cmpuint(attacks->parent, ==, opposes);
  g_assert_cmpstr(attacks->color, ==, "#aA0099");
  g_assert_cmpint(attacks->line, ==, RELATA_LINE_DOTTED);
  const RelataRelationType *other = relata_schema_relation_type(schema, opposes);
  g_assert_true(other->symmetric && !other->event && other->parent == RELATA_NONE && other->color == NULL);
  g_assert_cmpstr(other->label, ==, "is against");
  g_assert_cmpstr(other->inverse, ==, "is against");

  const RelataEventType *bombing =
      relata_schema_event_type(schema, relata_schema_find_event_type(schema, "bombing"));
  g_assert_cmpuint(bombing->rules->len, ==, 1);
  const RelataClaimRule *rule = &g_array_index(bombing->rules, RelataClaimRule, 0);
  g_assert_cmpuint(rule->to->len, ==, 2);
  g_assert_cmpstr(g_ptr_array_index(rule->to, 1), ==, "Victim");
  const RelataMeasure *measure =
      relata_schema_measure(schema, relata_schema_find_measure(schema, "fighters"));
  g_assert_cmpstr(measure->label, ==, "combatants");
  g_assert_cmpstr(measure->unit, ==, "people");
  g_assert_cmpint(g_array_index(relata_schema_marks(schema), RelataMark, 0).means, ==, RELATA_MARK_WHEN);
}

static void
check_named(const RelataCorpus *corpus)
{
  const guint d = relata_corpus_find_document(corpus, "d");
  const guint isis = relata_corpus_find_actor(corpus, "isis-k"), us = relata_corpus_find_actor(corpus, "us");
  const RelataDocument *document = relata_corpus_document(corpus, d);
  g_assert_true(document->declared);
  g_assert_cmpstr(document->title, ==, "The day");
  g_assert_cmpstr(document->publisher, ==, "P");
  g_assert_cmpstr(document->author, ==, "A");
  g_assert_cmpstr(document->language, ==, "en");
  g_assert_cmpstr(document->url, ==, "https://x");
  g_assert_cmpstr(document->origin, ==, "AFP");
  g_assert_cmpstr(document->published.edtf, ==, "2021-08-26~");
  g_assert_cmpint(document->published.begin_min, ==, 18865); /* date -d 2021-08-26 +%s, in days */
  g_assert_cmpuint(relata_text_length(document->text), ==, 22);

  const RelataActor *actor = relata_corpus_actor(corpus, isis);
  g_assert_true(actor->declared);
  g_assert_cmpstr(actor->name, ==, "ISIS-K");
  g_assert_cmpstr(actor->description, ==, "D");
  g_assert_cmpstr(actor->url, ==, "https://y");
  g_assert_cmpstr(relata_schema_actor_type(relata_corpus_schema(corpus), actor->type)->id, ==, "armed-group");
  g_assert_cmpuint(actor->aliases->len, ==, 2);
  g_assert_true(g_array_index(actor->aliases, RelataAlias, 0).strong);
  g_assert_false(g_array_index(actor->aliases, RelataAlias, 1).strong);
  g_assert_cmpstr(g_array_index(actor->links, RelataLink, 0).value, ==, "Q1");
  g_assert_cmpstr(relata_corpus_actor(corpus, us)->name, ==, "us");
}

static void
check_said(const RelataCorpus *corpus)
{
  const guint d = relata_corpus_find_document(corpus, "d");
  const guint isis = relata_corpus_find_actor(corpus, "isis-k"), us = relata_corpus_find_actor(corpus, "us");
  const RelataClaim *claim = relata_corpus_claim(corpus, 0);
  g_assert_cmpstr(claim->said.id, ==, "c");
  g_assert_true(claim->from == isis && claim->to == us && claim->said.document == d);
  g_assert_cmpuint(claim->said.span.end, ==, 22);
  g_assert_cmpstr(claim->said.when.edtf, ==, "2019/..");
  g_assert_cmpstr(claim->said.by_text, ==, "ISKP");
  g_assert_cmpint(claim->said.stance, ==, RELATA_DENIES);
  g_assert_cmpint(claim->said.certainty, ==, RELATA_PROBABLE);
  g_assert_cmpfloat(claim->said.confidence, ==, 0.75);
  g_assert_cmpstr(claim->said.note, ==, "N");
  const RelataClaim *second = relata_corpus_claim(corpus, 1);
  g_assert_nonnull(second->said.id);
  g_assert_true(isnan(second->said.confidence) && !relata_span_is_set(second->said.span));
  g_assert_cmpint(second->said.certainty, ==, RELATA_CERTAIN);
  g_assert_cmpint(second->said.stance, ==, RELATA_AFFIRMS);

  const guint e = relata_corpus_find_event(corpus, "e"), e0 = relata_corpus_find_event(corpus, "e0");
  const RelataEvent *event = relata_corpus_event(corpus, e);
  g_assert_cmpstr(event->label, ==, "the bombing");
  g_assert_cmpstr(event->said.place_text, ==, "Kabul");
  g_assert_cmpint(event->said.stance, ==, RELATA_DENIES);
  g_assert_cmpuint(event->arguments->len, ==, 3);
  const RelataArgument *arguments = (const RelataArgument *)(gpointer)event->arguments->data;
  g_assert_cmpstr(arguments[0].role, ==, "Agent");
  g_assert_cmpstr(arguments[2].role, ==, "Target");
  g_assert_true(arguments[0].actor == isis && arguments[1].actor == us && arguments[2].event == e0);

  const RelataFigure *figure = relata_corpus_figure(corpus, 0);
  g_assert_true(figure->actor == isis && figure->event == e);
  g_assert_cmpfloat(figure->min, ==, 1200);
  g_assert_true(isnan(figure->max));
  g_assert_cmpstr(figure->unit, ==, "men");
  g_assert_cmpint(figure->said.certainty, ==, RELATA_POSSIBLE);
}

static void
check_records(const RelataCorpus *corpus)
{
  g_assert_cmpstr(relata_corpus_title(corpus), ==, "T");
  g_assert_cmpuint(relata_corpus_n_documents(corpus), ==, 1);
  g_assert_cmpuint(relata_corpus_n_actors(corpus), ==, 2);
  g_assert_cmpuint(relata_corpus_n_claims(corpus), ==, 2);
  g_assert_cmpuint(relata_corpus_n_events(corpus), ==, 2);
  g_assert_cmpuint(relata_corpus_n_figures(corpus), ==, 1);
  check_named(corpus);
  check_said(corpus);
}

static void
test_corpus(void)
{
  World world = world_new();
  g_autofree char *text = corpus_text();
  take(&world, relata_json_read, "corpus.json", text);
  assert_quiet(&world);
  check_types(relata_corpus_schema(world.corpus));
  check_records(world.corpus);
  g_assert_cmpuint(relata_corpus_claim(world.corpus, 0)->said.where.line, ==, 2);
  g_assert_cmpuint(relata_corpus_claim(world.corpus, 0)->said.where.column, ==, strlen("\"claims\":[") + 1);
  relata_corpus_finish(world.corpus, world.diagnostics);
  g_autofree char *all = said(&world);
  const char *line = strchr(text, '\n') + 1;
  g_autofree char *expected = g_strdup_printf(
      "0:0 events-without-ties: 1 of 2 events gives no tie: 1 names fewer than two actors who take "
      "part (a rule of its type in a schema says whom an event relates)\n"
      "2:%ld no-document: event 'e0' names no document (say which document states it)\n",
      g_utf8_strlen(line, strstr(line, "{\"id\":\"e0\"") - line) + 1);
  g_assert_cmpstr(all, ==, expected);
  g_assert_cmpuint(relata_corpus_claim(world.corpus, 0)->said.by, ==,
                   relata_corpus_find_actor(world.corpus, "isis-k"));
  world_clear(&world);
}

static void
test_lines(void)
{
  World world = world_new();
  g_autofree char *text = lines_text();
  take(&world, relata_jsonl_read, "corpus.jsonl", text);
  assert_quiet(&world);
  check_types(relata_corpus_schema(world.corpus));
  check_records(world.corpus);
  g_assert_cmpuint(relata_corpus_claim(world.corpus, 1)->said.where.line, ==, 4);
  g_assert_cmpuint(relata_corpus_actor(world.corpus, 0)->where.line, ==, 8);
  world_clear(&world);
}

static void
test_bad_lines(void)
{
  World world = world_new();
  take(&world, relata_jsonl_read, "x.jsonl",
       "{\"kind\":\"actor\",\"id\":\"a\"}\n"
       "{\"kind\":\"actor\",\"id\":\"b\",}\n"
       "  \t\r\n"
       "[1]\n"
       "{\"id\":\"c\"}\n"
       "{\"kind\":\"acter\",\"id\":\"c\"}\n"
       "{\"kind\":7}\n"
       "{\"kind\":\"actor\",\"id\":\"\xFF\"}\n"
       "{\"id\":\"d\",\"kind\":\"actor\",\"nam\":1}\n"
       "{\"kind\":\"claim\",\"type\":\"t\",\"from\":\"a\",\"to\":\"d\",\"start\":3}\n"
       "{\"kind\":\"actor\",\"id\":\"e\"");
  g_autofree char *all = said(&world);
  g_assert_cmpstr(
      all, ==,
      "2:26 json-syntax: expected a key after the comma, found '}' (remove the comma before it)\n"
      "4:1 missing-key: a line must be an object with a key \"kind\"\n"
      "5:1 missing-key: a line must be an object with a key \"kind\"\n"
      "6:9 wrong-value: \"kind\" cannot be 'acter' (did you mean \"actor\"?)\n"
      "7:9 wrong-type: \"kind\" must be a string, not a number\n"
      "8:23 invalid-utf8: the byte 0xFF is not valid UTF-8 here (JSON is UTF-8: convert the file, or say what it is written in: `encoding` windows-1252)\n"
      "9:26 unknown-key: an actor has no key \"nam\" (did you mean \"name\"?)\n"
      "10:1 missing-key: \"start\" needs \"end\" beside it\n"
      "11:25 json-syntax: expected ',' or '}', found the end\n");
  g_assert_cmpuint(relata_corpus_n_actors(world.corpus), ==, 2);
  g_assert_cmpuint(relata_corpus_n_claims(world.corpus), ==, 0);
  world_clear(&world);
}

static void
test_version(void)
{
  World world = world_new();
  take(&world, relata_json_read, "corpus.json", "{\"actors\":[{\"id\":\"a\"}],\n \"relata\":2}");
  take(&world, relata_json_schema_read, "schema.json", "{\"relata\":\"1\",\"measures\":[{\"id\":\"m\"}]}");
  take(&world, relata_jsonl_read, "x.jsonl",
       "{\"kind\":\"corpus\",\"relata\":1.5}\n{\"kind\":\"actor\",\"id\":\"a\"}");
  g_autofree char *all = said(&world);
#define VERSION_FAULT                                                                                        \
  "unknown-version: \"relata\", the version of the format, must be the number 1 (this program reads "        \
  "version 1 "                                                                                               \
  "only; the file was left out)\n"
  g_assert_cmpstr(all, ==, "2:11 " VERSION_FAULT "1:11 " VERSION_FAULT "1:27 " VERSION_FAULT);
  g_assert_cmpuint(relata_corpus_n_actors(world.corpus), ==, 0);
  g_assert_cmpuint(relata_schema_measures(relata_corpus_schema(world.corpus))->len, ==, 0);
  world_clear(&world);
}

static void
test_again(void)
{
  World world = world_new();
  take(&world, relata_json_read, "a.json",
       "{\"actors\":[{\"id\":\"a\",\"name\":\"A\",\"aliases\":[\"x\"]},\n{\"id\":\"a\",\"name\":\"A\"}],"
       "\"events\":[{\"id\":\"e\",\"type\":\"t\"},{\"id\":\"e\",\"type\":\"t\"}],"
       "\"schema\":{\"relation_types\":[{\"id\":\"r\"},{\"id\":\"R\",\"sign\":1}]}}");
  g_autofree char *twice = said(&world);
  g_assert_cmpstr(twice, ==,
                  "2:118 duplicate-id: relation type 'r' is declared again: first on line 2\n"
                  "2:1 duplicate-id: actor 'a' is declared again: first on line 1\n"
                  "2:56 duplicate-id: event 'e' is declared again: first in a.json:2\n");
  world_clear(&world);

  world = world_new();
  const char *first =
      "{\"actors\":[{\"id\":\"a\",\"aliases\":[\"x\"]}],\"documents\":[{\"id\":\"d\",\"title\":\"D\"}],"
      "\"schema\":{\"actor_types\":[{\"id\":\"t\",\"label\":\"T\"}]}}";
  const char *second =
      "{\"actors\":[{\"id\":\"a\",\"name\":\"A\",\"type\":\"t\",\"aliases\":[\"x\",\"y\"]}],"
      "\"documents\":[{\"id\":\"d\",\"origin\":\"AFP\"}],\"schema\":{\"actor_types\":[{\"id\":\"t\"}]}}";
  take(&world, relata_json_read, "a.json", first);
  take(&world, relata_json_read, "b.json", second);
  assert_quiet(&world); /* two corpora complete each other */
  const RelataActor *actor = relata_corpus_actor(world.corpus, 0);
  g_assert_cmpstr(actor->name, ==, "A");
  g_assert_cmpuint(actor->type, ==, 0);
  g_assert_cmpuint(actor->aliases->len, ==, 2);
  g_assert_cmpstr(relata_corpus_document(world.corpus, 0)->origin, ==, "AFP");
  take(&world, relata_json_read, "c.json",
       "{\"actors\":[{\"id\":\"a\",\"name\":\"B\"}],\"documents\":[{\"id\":\"d\",\"title\":\"E\"}],"
       "\"schema\":{\"actor_types\":[{\"id\":\"t\",\"shape\":\"house\"}]}}");
  g_autofree char *differing = said(&world);
  g_assert_cmpstr(
      differing, ==,
      "1:97 declared-otherwise: actor type 't' is declared otherwise in a.json:1 (the first declaration "
      "stays)\n"
      "1:48 declared-otherwise: document 'd' is declared otherwise in a.json:1 (the first declaration "
      "stays)\n"
      "1:12 declared-otherwise: actor 'a' is declared otherwise in a.json:1 (the first declaration stays)\n");
  g_assert_cmpstr(relata_corpus_actor(world.corpus, 0)->name, ==, "A");
  world_clear(&world);
}

/* Events that are parts of themselves, as in brat: at the argument that leads back. */
static void
test_circular_events(void)
{
  static const struct {
    const char *text, *said;
  } cases[] = {
      {"{\"events\":[\n{\"id\":\"e1\",\"type\":\"t\",\"roles\":{\"A\":[{\"event\":\"e2\"}]}},\n"
       "{\"id\":\"e2\",\"type\":\"t\",\"roles\":{\"A\":[{\"event\":\"e1\"}]}}]}",
       "3:37 circular-events: the argument 'e1' of event 'e2' leads back to it"},
      {"{\"events\":[{\"id\":\"e1\",\"type\":\"t\",\"roles\":{\"A\":[{\"event\":\"e1\"}]}}]}",
       "1:48 circular-events: event 'e1' is its own argument"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    World world = world_new();
    take(&world, relata_json_read, "x.json", cases[i].text);
    relata_corpus_finish(world.corpus, world.diagnostics);
    g_autofree char *all = said(&world);
    g_test_message("%s", all);
    g_assert_cmpuint(relata_diagnostics_count(world.diagnostics, RELATA_ERROR_IN_DATA), ==, 1);
    g_assert_nonnull(strstr(all, cases[i].said));
    world_clear(&world);
  }
}

/* A prefix, and one with a byte replaced, ends in an answer or a diagnostic: every one where there are many.
 */
static void
test_mutations(void)
{
  static const guchar others[] = {0,   '"', '\\', '{', '}', '[',  ']',  ',',  ':',
                                  '0', '9', '-',  'e', ' ', '\n', 0x80, 0xC3, 0xFF};
  g_autofree char *corpus = corpus_text();
  g_autofree char *lines = lines_text();
  const struct {
    Reader reader;
    const char *text;
  } sides[] = {{relata_json_read, corpus}, {relata_jsonl_read, lines}};
  for (guint side = 0; side < G_N_ELEMENTS(sides); side++) {
    const gsize n = strlen(sides[side].text);
    for (gsize i = 0; i < n; i += every(5)) {
      g_autofree char *changed = g_strdup(sides[side].text);
      World prefix = world_new();
      changed[i] = '\0';
      take_bytes(&prefix, sides[side].reader, "p", changed, i);
      relata_corpus_finish(prefix.corpus, prefix.diagnostics);
      world_clear(&prefix);
      World world = world_new();
      changed[i] = (char)others[i % G_N_ELEMENTS(others)];
      take_bytes(&world, sides[side].reader, "m", changed, n);
      relata_corpus_finish(world.corpus, world.diagnostics);
      world_clear(&world);
    }
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/read/json/corpus", test_corpus);
  g_test_add_func("/read/json/lines", test_lines);
  g_test_add_func("/read/json/bad-lines", test_bad_lines);
  g_test_add_func("/read/json/version", test_version);
  g_test_add_func("/read/json/again", test_again);
  g_test_add_func("/read/json/circular-events", test_circular_events);
  g_test_add_func("/read/json/mutations", test_mutations);
  return g_test_run();
}
