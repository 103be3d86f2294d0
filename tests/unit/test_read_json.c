/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The native format: what its records become, what is refused and where, and that corpus.json, schema.json,
 * JSON Lines and the published JSON Schemas agree. */
#include "read/readers.h"

#include <cJSON.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

typedef gboolean (*Reader)(RelataCorpus *, const RelataInput *, RelataDiagnostics *, GError **);

typedef struct {
  RelataCorpus *corpus;
  RelataDiagnostics *diagnostics;
} World;

static World
world_new(void)
{
  return (World){relata_corpus_new(), relata_diagnostics_new(0)};
}

static void
world_clear(World *world)
{
  relata_corpus_free(world->corpus);
  relata_diagnostics_free(world->diagnostics);
}

static void
take_bytes(World *world, Reader reader, const char *path, const char *bytes, gsize n)
{
  const RelataInput input = {
      .path = path, .shown = relata_corpus_intern(world->corpus, path), .bytes = bytes, .n = n};
  g_autoptr(GError) error = NULL;
  g_assert_true(reader(world->corpus, &input, world->diagnostics, &error));
  g_assert_no_error(error);
}

static void
take(World *world, Reader reader, const char *path, const char *text)
{
  take_bytes(world, reader, path, text, strlen(text));
}

/* All diagnostics, "line:column code: message (hint)" each on a line. */
static char *
said(const World *world)
{
  GString *all = g_string_new(NULL);
  for (guint i = 0; i < relata_diagnostics_n_kept(world->diagnostics); i++) {
    const RelataDiagnostic *found = relata_diagnostics_get(world->diagnostics, i);
    g_string_append_printf(all, "%u:%u %s: %s", found->line, found->column, found->code, found->message);
    if (found->hint != NULL)
      g_string_append_printf(all, " (%s)", found->hint);
    g_string_append_c(all, '\n');
  }
  return g_string_free(all, FALSE);
}

static void
assert_quiet(const World *world)
{
  g_autofree char *all = said(world);
  g_assert_cmpstr(all, ==, "");
}

#define DOCUMENT                                                                                             \
  "{%s\"id\":\"d\",\"title\":\"The "                                                                         \
  "day\",\"publisher\":\"P\",\"author\":\"A\",\"published\":\"2021-08-26~\","                                \
  "\"language\":\"en\",\"url\":\"https://x\",\"origin\":\"AFP\",\"text\":\"ISIS-K attaqué the US.\"}"
#define ACTOR                                                                                                \
  "{%s\"id\":\"isis-k\",\"name\":\"ISIS-K\",\"type\":\"Armed_Group\",\"aliases\":[\"ISKP\",\"\"],"           \
  "\"weak_aliases\":[\"the "                                                                                 \
  "group\"],\"links\":{\"wikidata\":\"Q1\"},\"url\":\"https://y\",\"description\":\"D\"}"
#define ACTOR2 "{%s\"id\":\"us\"}"
#define EVENT                                                                                                \
  "{%s\"id\":\"e\",\"type\":\"bombing\",\"label\":\"the "                                                    \
  "bombing\",\"when\":\"2021-08-26\",\"place\":\"Kabul\","                                                   \
  "\"document\":\"d\",\"start\":0,\"end\":6,\"roles\":{\"Agent\":[\"isis-k\"],\"Target\":[\"us\",{"          \
  "\"event\":\"e0\"}]},"                                                                                     \
  "\"stance\":\"denies\"}"
#define EVENT0 "{%s\"id\":\"e0\",\"type\":\"meeting\"}"
#define CLAIM                                                                                                \
  "{%s\"id\":\"c\",\"type\":\"attacks\",\"from\":\"isis-k\",\"to\":\"us\",\"when\":\"2019/"                  \
  "..\",\"document\":\"d\","                                                                                 \
  "\"start\":0,\"end\":22,\"text\":\"ISIS-K attaqué the US.\",\"by\":\"ISKP\",\"stance\":\"denies\","       \
  "\"certainty\":\"probable\",\"confidence\":0.75,\"note\":\"N\"}"
#define CLAIM2                                                                                               \
  "{%s\"type\":\"attacks\",\"from\":\"us\",\"to\":\"isis-k\",\"by\":\"a "                                    \
  "spokesman\",\"document\":\"d\",\"text\":\"x\"}"
#define FIGURE                                                                                               \
  "{%s\"id\":\"f\",\"measure\":\"fighters\",\"of\":\"isis-k\",\"event\":\"e\",\"min\":1200,\"unit\":"        \
  "\"men\","                                                                                                 \
  "\"when\":\"2020\",\"document\":\"d\",\"start\":0,\"end\":6,\"certainty\":\"possible\"}"
#define ACTOR_TYPE                                                                                           \
  "{%s\"id\":\"armed-group\",\"label\":\"armed group\",\"parent\":\"organization\",\"shape\":\"octagon\"}"
#define ACTOR_TYPE2 "{%s\"id\":\"organization\",\"plural\":\"bodies\"}"
#define RELATION_TYPE                                                                                        \
  "{%s\"id\":\"attacks\",\"label\":\"attacks\",\"inverse\":\"is attacked "                                   \
  "by\",\"kind\":\"event\",\"sign\":-1,"                                                                     \
  "\"parent\":\"opposes\",\"color\":\"#aA0099\",\"style\":\"dotted\"}"
#define RELATION_TYPE2 "{%s\"id\":\"opposes\",\"symmetric\":true,\"label\":\"is against\"}"
#define EVENT_TYPE                                                                                           \
  "{%s\"id\":\"bombing\",\"claims\":[{\"relation\":\"attacks\",\"from\":[\"Agent\"],\"to\":[\"Target\","     \
  "\"Victim\"]}]}"
#define EVENT_TYPE2 "{%s\"id\":\"meeting\"}"
#define MEASURE     "{%s\"id\":\"fighters\",\"label\":\"combatants\",\"unit\":\"people\"}"
#define MARK        "{%s\"id\":\"Date\",\"means\":\"when\"}"

static char *
corpus_text(void)
{
  return g_strdup_printf("{\"relata\":1,\"title\":\"T\",\n\"claims\":[" CLAIM "," CLAIM2
                         "],\"figures\":[" FIGURE "],\"events\":[" EVENT "," EVENT0 "],\"actors\":[" ACTOR
                         "," ACTOR2 "],\"documents\":[" DOCUMENT "],\"schema\":{\"relata\":1,"
                         "\"actor_types\":[" ACTOR_TYPE "," ACTOR_TYPE2 "],\"relation_types\":[" RELATION_TYPE
                         "," RELATION_TYPE2 "],\"event_types\":[" EVENT_TYPE "," EVENT_TYPE2
                         "],\"measures\":[" MEASURE "],\"marks\":[" MARK "]}}",
                         "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "");
}

static char *
lines_text(void)
{
#define KIND(name)               "\"kind\":\"" name "\","
#define SCHEMA_LINE(table, type) "{\"kind\":\"schema\",\"" table "\":[" type "]}\n"
  return g_strdup_printf("{\"kind\":\"corpus\",\"relata\":1,\"title\":\"T\"}\n" CLAIM "\n\n" CLAIM2
                         "\n" FIGURE "\r\n" EVENT "\n" EVENT0 "\n" ACTOR "\n" ACTOR2 "\n" DOCUMENT
                         "\n" SCHEMA_LINE("actor_types", ACTOR_TYPE) SCHEMA_LINE("actor_types", ACTOR_TYPE2)
                             SCHEMA_LINE("relation_types", RELATION_TYPE "," RELATION_TYPE2)
                                 SCHEMA_LINE("event_types", EVENT_TYPE "," EVENT_TYPE2)
                                     SCHEMA_LINE("measures", MEASURE) "{\"marks\":[" MARK
                                                                      "],\"kind\":\"schema\"}",
                         KIND("claim"), KIND("claim"), KIND("figure"), KIND("event"), KIND("event"),
                         KIND("actor"), KIND("actor"), KIND("document"), "", "", "", "", "", "", "", "");
}

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
check_records(const RelataCorpus *corpus)
{
  g_assert_cmpstr(relata_corpus_title(corpus), ==, "T");
  g_assert_cmpuint(relata_corpus_n_documents(corpus), ==, 1);
  g_assert_cmpuint(relata_corpus_n_actors(corpus), ==, 2);
  g_assert_cmpuint(relata_corpus_n_claims(corpus), ==, 2);
  g_assert_cmpuint(relata_corpus_n_events(corpus), ==, 2);
  g_assert_cmpuint(relata_corpus_n_figures(corpus), ==, 1);
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
  g_assert_cmpstr(event->place, ==, "Kabul");
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
  g_autofree char *expected =
      g_strdup_printf("2:%ld no-document: event 'e0' names no document (say which document states it)\n",
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
      "8:23 invalid-utf8: the byte 0xFF is not valid UTF-8 here (JSON is UTF-8: convert the file)\n"
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

/* A record with one fault each, at ^: what is said, and that a statement with a fault is left out. */
static void
test_record_faults(void)
{
  static const struct {
    const char *text, *said;
  } cases[] = {
      {"{\"claims\":[^{\"from\":\"a\",\"to\":\"b\"}]}", "missing-key: a claim needs a key \"type\"\n"},
      {"{\"claims\":[{\"type\":\"t\",\"from\":\"a\",\"to\":\"b\",^\"stanse\":\"denies\"}]}",
       "unknown-key: a claim has no key \"stanse\" (did you mean \"stance\"?)\n"},
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
       "missing-key: a figure needs a key \"min\" or \"max\"\n"},
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
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    World world = world_new();
    g_autofree char *text = g_strdup(cases[i].text);
    char *mark = strchr(text, '^');
    memmove(mark, mark + 1, strlen(mark)); /* the mark taken out, the fault begins in its place */
    take(&world, relata_json_read, "corpus.json", text);
    g_autofree char *all = said(&world);
    g_autofree char *expected = g_strdup_printf("1:%d %s", (int)(mark - text) + 1, cases[i].said);
    g_assert_cmpstr(all, ==, expected);
    g_assert_cmpuint(relata_corpus_n_claims(world.corpus) + relata_corpus_n_figures(world.corpus) +
                         relata_corpus_n_events(world.corpus),
                     ==, 0);
    world_clear(&world);
  }
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

static void
write_file(const char *folder, const char *name, const char *bytes)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);
  g_assert_true(g_file_set_contents(path, bytes, -1, NULL));
}

static char *
new_folder(void)
{
  char *outer = g_dir_make_tmp("relata-json-XXXXXX", NULL);
  g_autofree char *corpus = g_build_filename(outer, "corpus", NULL);
  g_autofree char *sub = g_build_filename(corpus, "sub", NULL);
  g_autofree char *link = g_build_filename(corpus, "link.txt", NULL);
  g_autofree char *fifo = g_build_filename(corpus, "fifo", NULL);
  g_assert_cmpint(g_mkdir_with_parents(sub, 0700), ==, 0);
  g_assert_cmpint(symlink("../secret.txt", link), ==, 0);
  g_assert_cmpint(mkfifo(fifo, 0600), ==, 0);
  write_file(outer, "secret.txt", "secret");
  write_file(outer, "corpus-2.txt", "secret");
  write_file(corpus, "in.txt", "é 😀");
  write_file(corpus, "bad.txt", "ab\xFF");
  write_file(sub, "deep.txt", "deep");
  return outer;
}

static void
remove_folder(const char *outer)
{
  static const char *const names[] = {"corpus/sub/deep.txt",
                                      "corpus/sub",
                                      "corpus/in.txt",
                                      "corpus/bad.txt",
                                      "corpus/link.txt",
                                      "corpus/fifo",
                                      "corpus/schema.json",
                                      "corpus",
                                      "secret.txt",
                                      "corpus-2.txt",
                                      ""};
  for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *path = g_build_filename(outer, names[i], NULL);
    g_remove(path);
  }
}

static void
test_files(void)
{
  g_autofree char *outer = new_folder();
  g_autofree char *path = g_build_filename(outer, "corpus", "corpus.json", NULL);
  g_autofree char *absolute = g_build_filename(outer, "corpus", "in.txt", NULL);
  const struct {
    const char *file, *text, *fault;
  } cases[] = {
      {"in.txt", "é 😀", ""},
      {"sub/deep.txt", "deep", ""},
      {"./in.txt", "é 😀", ""},
      {"../secret.txt", NULL, "1:32 unreadable-file: \"file\": '../secret.txt' is not the name of a file in"},
      {"sub/../in.txt", NULL, "1:32 unreadable-file: \"file\": 'sub/../in.txt' is not the name of a file in"},
      {"../corpus-2.txt", NULL, "1:32 unreadable-file"},
      {absolute, NULL, "1:32 unreadable-file"},
      {"link.txt", NULL, "1:32 unreadable-file: \"file\": 'link.txt' leads out of the corpus's folder"},
      {"fifo", NULL, "1:32 unreadable-file: \"file\": 'fifo' is not a regular file"},
      {"sub", NULL, "1:32 unreadable-file: \"file\": 'sub' is not a regular file"},
      {"none.txt", NULL, "1:32 unreadable-file: \"file\": cannot read 'none.txt': No such file or directory"},
      {"bad.txt", NULL, "1:32 invalid-utf8: \"file\": 'bad.txt' is not UTF-8: its byte 2 is 0xFF"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    World world = world_new();
    g_autofree char *text =
        g_strdup_printf("{\"documents\":[{\"id\":\"d\",\"file\":\"%s\"}]}", cases[i].file);
    take(&world, relata_json_read, path, text);
    g_autofree char *all = said(&world);
    if (!g_str_has_prefix(all, cases[i].fault) || (*cases[i].fault == '\0') != (*all == '\0'))
      g_error("%s: %s", cases[i].file, all);
    const RelataDocument *document = relata_corpus_document(world.corpus, 0);
    g_assert_cmpstr(document->text != NULL ? relata_text_bytes(document->text) : NULL, ==, cases[i].text);
    world_clear(&world);
  }
  remove_folder(outer);
}

/* corpus.json may name the schema that the folder's reader reads anyway: read once or twice, it is one. */
static void
test_schema_file(void)
{
  static const char schema[] =
      "{\"relation_types\":[{\"id\":\"r\",\"sign\":1},{\"id\":\"q\"}],\"marks\":[{\"id\":\"m\",\"means\":"
      "\"place\"}],\"roles\":{\"by\":[\"Speaker\"]}}";
  g_autofree char *outer = new_folder();
  g_autofree char *folder = g_build_filename(outer, "corpus", NULL);
  g_autofree char *path = g_build_filename(folder, "corpus.json", NULL);
  g_autofree char *schema_path = g_build_filename(folder, "schema.json", NULL);
  write_file(folder, "schema.json", schema);
  for (guint before = 0; before < 2; before++) {
    World world = world_new();
    if (before == 1)
      take(&world, relata_json_schema_read, schema_path, schema);
    take(&world, relata_json_read, path, "{\"schema\":\"schema.json\"}");
    assert_quiet(&world);
    const RelataSchema *types = relata_corpus_schema(world.corpus);
    g_assert_cmpuint(relata_schema_relation_types(types)->len, ==, 2);
    g_assert_cmpint(relata_schema_relation_type(types, 0)->sign, ==, 1);
    g_assert_true(relata_schema_role_is(types, "Speaker2", RELATA_ROLE_BY));
    g_assert_false(relata_schema_role_is(types, "By", RELATA_ROLE_BY));
    world_clear(&world);
  }
  World world = world_new();
  take(&world, relata_json_read, path, "{\"schema\":\"../secret.txt\"}");
  g_assert_cmpuint(relata_diagnostics_count(world.diagnostics, RELATA_ERROR_IN_DATA), ==, 1);
  world_clear(&world);
  remove_folder(outer);
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

static void
test_recognises(void)
{
  static const struct {
    const char *path, *text, *format;
  } cases[] = {
      {"x/corpus.json", "{", "json"},
      {"x/schema.json", "", "schema"},
      {"x/a.json", "{\"relata\":1,\"title\":\"t\",\"actors\":[", "json"},
      {"x/a.json", "{\"relata\":1,\"relation_types\":[", "schema json"}, /* the schema's row comes first */
      {"x/a.json", "{\"claims\":[]}", "json"},
      {"x/a.json", "{\"schema\":{\"relation_types\":[{\"id\":\"a\"}]}}", "json"},
      {"x/a.json", "{\"documents\":[]}", "json"},
      {"x/a.json", "{\"actors\":[]}", "json"},
      {"x/a.json", "{\"events\":[]}", "json"},
      {"x/a.json", "{\"figures\":[]}", "json"},
      {"x/a.json", "{\"relata\":1}", "json"},
      {"x/a.json", "{\"title\":\"t\"}", ""}, /* says too little */
      {"x/a.json", "{\"id\":1,\"kind\":\"actor\"}\n", "jsonl"},
      {"x/a.json", "{\"kind\":\"actor\",\"relata\":1}\n", "jsonl"},
      {"x/a.json", "{\"marks\":[],\"kind\":\"schema\"}\n", "jsonl"},
      {"x/a.jsonl", "", "jsonl"},
      {"x/a.view.json", "{\"title\":\"t\",\"select\":{\"relation\":\"attacks\"},\"engine\":\"dot\"}", ""},
      {"x/corpus.schema.json", "{\"$schema\":\"x\",\"properties\":{\"actors\":{}}}", ""},
      {"x/package.json", "{\"name\":\"x\"}", ""},
      {"x/a.json", "[1]", ""},
      {"x/a.json", " [\n{\"id\":1,\"kind\":\"actor\"},", "jsonl"},
      {"x/a.json", "[{\"id\":1,\"type\":\"kind\"}]", ""},
      {"x/a.txt", "", ""},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    const RelataInput input = {
        .path = cases[i].path, .shown = cases[i].path, .bytes = cases[i].text, .n = strlen(cases[i].text)};
    g_autofree char *formats = g_strdup_printf(
        "%s%s%s", relata_json_schema_recognises(&input) ? "schema " : "",
        relata_json_recognises(&input) ? "json " : "", relata_jsonl_recognises(&input) ? "jsonl " : "");
    g_assert_cmpstr(g_strchomp(formats), ==, cases[i].format);
  }
}

static char *
read_source(const char *name, gsize *n)
{
  const char *source = g_getenv("RELATA_SOURCE");
  g_autofree char *path = source != NULL ? g_build_filename(source, name, NULL) : NULL;
  char *bytes = NULL;
  if (path == NULL || !g_file_get_contents(path, &bytes, n, NULL))
    g_test_skip("needs RELATA_SOURCE, the source tree");
  return bytes;
}

static gint
compare_words(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static char *
sorted_words(const char *const *words)
{
  g_autoptr(GPtrArray) sorted = g_ptr_array_new();
  for (; *words != NULL; words++)
    g_ptr_array_add(sorted, (gpointer)*words);
  g_ptr_array_sort(sorted, compare_words);
  g_ptr_array_add(sorted, NULL);
  return g_strjoinv(" ", (char **)sorted->pdata);
}

/* The keys that a reader knows, as the hint of an unknown key lists them, sorted. */
static char *
known_keys(const char *record)
{
  World world = world_new();
  take(&world, relata_json_read, "x.json", record);
  const RelataDiagnostic *first = relata_diagnostics_get(world.diagnostics, 0);
  g_assert_cmpstr(first->code, ==, "unknown-key");
  g_assert_true(g_str_has_prefix(first->hint, "known: "));
  g_auto(GStrv) keys = g_strsplit(first->hint + strlen("known: "), ", ", -1);
  world_clear(&world);
  return sorted_words((const char *const *)keys);
}

/* Whether the reader of a record knows the very keys that the JSON Schema allows. */
static void
check_published(const cJSON *schema, const char *record)
{
  const cJSON *properties = cJSON_GetObjectItemCaseSensitive(schema, "properties");
  g_assert_nonnull(properties);
  g_assert_true(cJSON_IsFalse(cJSON_GetObjectItemCaseSensitive(schema, "additionalProperties")));
  g_autoptr(GPtrArray) published = g_ptr_array_new();
  for (const cJSON *property = properties->child; property != NULL; property = property->next)
    g_ptr_array_add(published, property->string);
  g_ptr_array_add(published, NULL);
  g_autofree char *expected = sorted_words((const char *const *)published->pdata);
  g_autofree char *known = known_keys(record);
  g_assert_cmpstr(known, ==, expected);
}

static void
test_published_keys(void)
{
#define UNKNOWN "\"zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz\":1"
  static const char *const records[][2] = {
      {"document", "{\"documents\":[{" UNKNOWN "}]}"}, {"actor", "{\"actors\":[{" UNKNOWN "}]}"},
      {"event", "{\"events\":[{" UNKNOWN "}]}"},       {"claim", "{\"claims\":[{" UNKNOWN "}]}"},
      {"figure", "{\"figures\":[{" UNKNOWN "}]}"},
  };
  static const char *const types[][2] = {
      {"actor_type", "{\"schema\":{\"actor_types\":[{" UNKNOWN "}]}}"},
      {"relation_type", "{\"schema\":{\"relation_types\":[{" UNKNOWN "}]}}"},
      {"event_type", "{\"schema\":{\"event_types\":[{" UNKNOWN "}]}}"},
      {"measure", "{\"schema\":{\"measures\":[{" UNKNOWN "}]}}"},
      {"mark", "{\"schema\":{\"marks\":[{" UNKNOWN "}]}}"},
  };
  gsize n;
  g_autofree char *corpus_schema = read_source("data/schemas/corpus.schema.json", &n);
  g_autofree char *types_schema = read_source("data/schemas/schema.schema.json", &n);
  if (corpus_schema == NULL || types_schema == NULL)
    return;
  cJSON *corpus = cJSON_Parse(corpus_schema), *schema = cJSON_Parse(types_schema);
  check_published(corpus, "{" UNKNOWN "}");
  check_published(schema, "{\"schema\":{" UNKNOWN "}}");
  const cJSON *definitions = cJSON_GetObjectItemCaseSensitive(corpus, "$defs");
  for (guint i = 0; i < G_N_ELEMENTS(records); i++)
    check_published(cJSON_GetObjectItemCaseSensitive(definitions, records[i][0]), records[i][1]);
  definitions = cJSON_GetObjectItemCaseSensitive(schema, "$defs");
  for (guint i = 0; i < G_N_ELEMENTS(types); i++)
    check_published(cJSON_GetObjectItemCaseSensitive(definitions, types[i][0]), types[i][1]);
  cJSON_Delete(corpus);
  cJSON_Delete(schema);
}

/* The surroundings of an actor reach one tie at least: draw/diagram/view.c refuses 0 as well. */
static void
test_published_view(void)
{
  gsize n;
  g_autofree char *text = read_source("data/schemas/view.schema.json", &n);
  if (text == NULL)
    return;
  cJSON *view = cJSON_Parse(text);
  const cJSON *properties = cJSON_GetObjectItemCaseSensitive(view, "properties");
  const cJSON *hops = cJSON_GetObjectItemCaseSensitive(properties, "hops");
  g_assert_cmpfloat(cJSON_GetNumberValue(cJSON_GetObjectItemCaseSensitive(hops, "minimum")), ==, 1);
  cJSON_Delete(view);
}

static void
test_shipped(void)
{
  gsize n;
  g_autofree char *schema = read_source("data/florentine/schema.json", &n);
  g_autofree char *corpus = read_source("data/florentine/corpus.json", &n);
  if (schema == NULL || corpus == NULL)
    return;
  g_autofree char *folder = g_build_filename(g_getenv("RELATA_SOURCE"), "data", "florentine", NULL);
  g_autofree char *schema_path = g_build_filename(folder, "schema.json", NULL);
  g_autofree char *corpus_path = g_build_filename(folder, "corpus.json", NULL);
  World world = world_new();
  take(&world, relata_json_schema_read, schema_path, schema);
  take(&world, relata_json_read, corpus_path, corpus);
  relata_corpus_finish(world.corpus, world.diagnostics);
  assert_quiet(&world);
  g_assert_cmpuint(relata_corpus_n_actors(world.corpus), ==, 15);
  g_assert_cmpuint(relata_corpus_n_claims(world.corpus), ==, 20);
  world_clear(&world);
}

/* Every prefix, and every byte replaced, ends in an answer or a diagnostic. */
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
    for (gsize i = 0; i < n; i++) {
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
  g_test_add_func("/read/json/record-faults", test_record_faults);
  g_test_add_func("/read/json/again", test_again);
  g_test_add_func("/read/json/files", test_files);
  g_test_add_func("/read/json/schema-file", test_schema_file);
  g_test_add_func("/read/json/circular-events", test_circular_events);
  g_test_add_func("/read/json/recognises", test_recognises);
  g_test_add_func("/read/json/published-keys", test_published_keys);
  g_test_add_func("/read/json/published-view", test_published_view);
  g_test_add_func("/read/json/shipped", test_shipped);
  g_test_add_func("/read/json/mutations", test_mutations);
  return g_test_run();
}
