/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The native format on disk: that corpus.json, schema.json and lines are found, that the JSON Schemas that
 * ship say what the readers know, and that the corpora that ship are read. */
#include "json_records.h"
#include "read/readers.h"

#include <cJSON.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

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

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/read/json/recognises", test_recognises);
  g_test_add_func("/read/json/files", test_files);
  g_test_add_func("/read/json/schema-file", test_schema_file);
  g_test_add_func("/read/json/published-keys", test_published_keys);
  g_test_add_func("/read/json/published-view", test_published_view);
  g_test_add_func("/read/json/shipped", test_shipped);
  return g_test_run();
}
