/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is written is read again with other libraries' parsers and compared with the corpus. The corpus holds
 * what strangers may put into names and texts. */
#include "small_corpus.h"
#include "write/claim_json.h"
#include "write/write.h"

#include <csv.h>
#include <libxml/parser.h>

#define TEXT          "Ann met Bob, \"twice\".\r\n=Bob hit Ann — ünïcode 𝕏 here.\n"
#define HOSTILE_SHOWN "=cmd|' /C calc'!A0<b>&amp;\"⟨U+0001⟩⟨U+001B⟩[31m\xef\xbf\xbe"
#define HOSTILE       "=cmd|' /C calc'!A0<b>&amp;\"\x01\x1b[31m\xef\xbf\xbe"

static RelataClaim
new_claim(RelataCorpus *corpus, const char *from, const char *type, const char *to)
{
  RelataClaim claim = {
      .said = RELATA_STATEMENT_INIT, .event = RELATA_NONE, .type = small_relation(corpus, type)};
  claim.from = relata_corpus_find_actor(corpus, from);
  claim.to = relata_corpus_find_actor(corpus, to);
  return claim;
}

static void
add_document(RelataCorpus *corpus, const char *id, const char *published, const char *text)
{
  gboolean again;
  RelataDocument *document = relata_corpus_declare_document(corpus, id, SMALL_NOWHERE, &again);
  document->title = relata_corpus_intern(corpus, "A \"title\"");
  g_assert_true(relata_date_parse(relata_corpus_intern(corpus, published), &document->published, NULL));
  if (text != NULL)
    document->text = relata_text_new(text, strlen(text));
}

/* Three actors; ties ann–bob (symmetric, two claims, one of them written bob–ann), bob → ann (two claims, one
 * of them a denial), and a hostile one without a document. */
static RelataNetwork *
build(RelataCorpus *corpus)
{
  gboolean again;
  relata_corpus_set_title(corpus, "A test, with \"quotes\"");
  relata_corpus_declare_actor(corpus, "ann", SMALL_NOWHERE, &again)->name =
      relata_corpus_intern(corpus, "Ann, A.");
  relata_corpus_declare_actor(corpus, "bob", SMALL_NOWHERE, &again)->name =
      relata_corpus_intern(corpus, "-Bob");
  RelataActor *eve = relata_corpus_declare_actor(corpus, "eve", SMALL_NOWHERE, &again);
  eve->name = relata_corpus_intern(corpus, HOSTILE);
  eve->type = relata_schema_use_actor_type(relata_corpus_schema(corpus), "spy", SMALL_NOWHERE);
  relata_corpus_add_alias(corpus, relata_corpus_find_actor(corpus, "ann"), "Annie", TRUE);
  relata_corpus_add_alias(corpus, relata_corpus_find_actor(corpus, "ann"), "she", FALSE);
  relata_corpus_add_link(corpus, relata_corpus_find_actor(corpus, "ann"), "wikidata", "Q1");
  add_document(corpus, "late", "2021-08", NULL);
  add_document(corpus, "early", "2020-01-02", TEXT);

  RelataClaim claim = new_claim(corpus, "ann", "with-meets", "bob");
  claim.said.id = relata_corpus_intern(corpus, "m1");
  claim.said.document = relata_corpus_find_document(corpus, "early");
  claim.said.span = (RelataSpan){0, 21};
  claim.said.confidence = 0.8;
  relata_corpus_add_claim(corpus, &claim);
  claim = new_claim(corpus, "bob", "with-meets", "ann");
  claim.said.id = relata_corpus_intern(corpus, "m2");
  claim.said.document = relata_corpus_find_document(corpus, "late");
  claim.said.quote = relata_corpus_intern(corpus, "Bob met Ann");
  claim.said.by = relata_corpus_find_actor(corpus, "eve");
  g_assert_true(relata_date_parse(relata_corpus_intern(corpus, "2019/.."), &claim.said.when, NULL));
  relata_corpus_add_claim(corpus, &claim);
  claim = new_claim(corpus, "bob", "hits", "ann");
  claim.said.id = relata_corpus_intern(corpus, "h1");
  claim.said.document = relata_corpus_find_document(corpus, "early");
  claim.said.span = (RelataSpan){23, 35};
  claim.said.certainty = RELATA_POSSIBLE;
  relata_corpus_add_claim(corpus, &claim);
  claim.said.id = relata_corpus_intern(corpus, "h2");
  claim.said.document = relata_corpus_find_document(corpus, "late");
  claim.said.span = RELATA_NO_SPAN;
  claim.said.by_text = relata_corpus_intern(corpus, "@a \"neighbour\"");
  claim.said.stance = RELATA_DENIES;
  claim.said.note = relata_corpus_intern(corpus, "two\nlines");
  relata_corpus_add_claim(corpus, &claim);
  claim = new_claim(corpus, "eve", "hits", "bob");
  claim.said.id = relata_corpus_intern(corpus, "x1");
  claim.said.quote = relata_corpus_intern(corpus, HOSTILE);
  relata_corpus_add_claim(corpus, &claim);
  return small_network(corpus);
}

static char *
write_as(const RelataNetwork *network, const char *name)
{
  g_autoptr(GError) error = NULL;
  const RelataOutputFormat *format = relata_output_format_find(name, &error);
  g_assert_no_error(error);
  GString *once = g_string_new(NULL);
  g_autoptr(GString) twice = g_string_new("before ");
  g_assert_true(format->write(network, &(RelataSink){.text = once}, &error));
  g_assert_no_error(error);
  g_assert_true(format->write(network, &(RelataSink){.text = twice}, &error));
  g_assert_cmpstr(twice->str + strlen("before "), ==, once->str); /* deterministic, and appends */
  g_assert_cmpuint(strlen(once->str), ==, once->len);
  g_assert_true(g_utf8_validate(once->str, -1, NULL));
  return g_string_free(once, FALSE);
}

/* ── GraphML ─────────────────────────────────────────────────────────────────────────────── */

static guint
count(const xmlNode *node, const char *name)
{
  guint n = 0;
  for (; node != NULL; node = node->next)
    n += (node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0) +
         count(node->children, name);
  return n;
}

static const xmlNode *
nth(const xmlNode *node, const char *name, guint *index)
{
  for (; node != NULL; node = node->next) {
    if (node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0 && (*index)-- == 0)
      return node;
    const xmlNode *below = nth(node->children, name, index);
    if (below != NULL)
      return below;
  }
  return NULL;
}

/* What an element's <data key="…"> holds. */
static void
check_data(const xmlNode *root, const char *element, guint index, const char *key, const char *expected)
{
  const xmlNode *node = nth(root, element, &index);
  g_assert_nonnull(node);
  for (xmlNode *data = node->children; data != NULL; data = data->next) {
    xmlChar *name = data->type == XML_ELEMENT_NODE ? xmlGetProp(data, (const xmlChar *)"key") : NULL;
    if (name != NULL && strcmp((const char *)name, key) == 0) {
      xmlChar *content = xmlNodeGetContent(data);
      g_assert_cmpstr((const char *)content, ==, expected);
      xmlFree(content);
      xmlFree(name);
      return;
    }
    xmlFree(name);
  }
  g_error("%s has no %s", element, key);
}

static void
test_graphml(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  g_autoptr(RelataNetwork) network = build(corpus);
  g_autofree char *text = write_as(network, "graphml");
  xmlDoc *document = xmlReadMemory(text, (int)strlen(text), "x.graphml", NULL, XML_PARSE_NONET);
  g_assert_nonnull(document);
  const xmlNode *root = xmlDocGetRootElement(document);
  g_assert_cmpstr((const char *)root->name, ==, "graphml");
  g_assert_cmpuint(count(root, "node"), ==, 3);
  g_assert_cmpuint(count(root, "edge"), ==, 3);
  g_assert_cmpuint(count(root, "key"), ==, 12);
  g_assert_cmpuint(count(root, "data"), ==, 3 * 3 + 3 * 9);
  check_data(root, "node", 0, "v_id", "ann");
  check_data(root, "node", 0, "v_name", "Ann, A.");
  check_data(root, "node", 0, "v_type", "");
  check_data(root, "node", 2, "v_type", "spy");
  check_data(root, "node", 2, "v_name",
             "=cmd|' /C calc'!A0<b>&amp;\"\xef\xbf\xbd\xef\xbf\xbd[31m\xef\xbf\xbd");
  check_data(root, "edge", 0, "e_relation", "with-meets");
  check_data(root, "edge", 0, "e_symmetric", "true");
  check_data(root, "edge", 0, "e_corroboration", "2");
  check_data(root, "edge", 0, "e_documents", "early; late");
  check_data(root, "edge", 0, "e_certainty", "certain");
  check_data(root, "edge", 1, "e_relation", "hits");
  check_data(root, "edge", 1, "e_symmetric", "false");
  check_data(root, "edge", 1, "e_certainty", "possible");
  check_data(root, "edge", 1, "e_affirming", "1");
  check_data(root, "edge", 1, "e_denying", "1");
  check_data(root, "edge", 2, "e_documents", "");
  xmlFreeDoc(document);
}

/* ── CSV ─────────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  GPtrArray *rows; /* of GPtrArray of strings */
  GPtrArray *row;
} Table;

static void
on_cell(void *bytes, size_t n, void *data)
{
  Table *table = data;
  if (table->row == NULL)
    table->row = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(table->row, g_strndup(bytes, n));
}

static void
on_row(int separator, void *data)
{
  Table *table = data;
  (void)separator;
  g_ptr_array_add(table->rows, g_steal_pointer(&table->row));
}

/* A row's cell by the name of its column. */
static const char *
cell(const Table *table, guint row, const char *column)
{
  const GPtrArray *columns = table->rows->pdata[0], *cells = table->rows->pdata[row];
  g_assert_cmpuint(cells->len, ==, columns->len);
  for (guint i = 0; i < columns->len; i++)
    if (strcmp(columns->pdata[i], column) == 0)
      return cells->pdata[i];
  g_error("no column %s", column);
}

static void
test_csv(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  g_autoptr(RelataNetwork) network = build(corpus);
  g_autofree char *text = write_as(network, "csv");
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
  Table table = {rows, NULL};
  struct csv_parser parser;
  g_assert_cmpint(csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI), ==, 0);
  g_assert_cmpuint(csv_parse(&parser, text, strlen(text), on_cell, on_row, &table), ==, strlen(text));
  g_assert_cmpint(csv_fini(&parser, on_cell, on_row, &table), ==, 0);
  csv_free(&parser);
  g_assert_true(g_str_has_suffix(text, "\r\n"));
  g_assert_cmpuint(rows->len, ==, 1 + 5);

  static const char *const claims[] = {"m1", "m2", "h1", "h2", "x1"}, *const ties[] = {"1", "1", "2", "2",
                                                                                       "3"};
  for (guint i = 0; i < 5; i++) {
    g_assert_cmpstr(cell(&table, i + 1, "claim"), ==, claims[i]);
    g_assert_cmpstr(cell(&table, i + 1, "tie"), ==, ties[i]);
  }
  g_assert_cmpstr(cell(&table, 1, "from"), ==, "ann");
  g_assert_cmpstr(cell(&table, 1, "from_name"), ==, "Ann, A.");
  g_assert_cmpstr(cell(&table, 1, "to_name"), ==, "'-Bob");
  g_assert_cmpstr(cell(&table, 1, "direction"), ==, "symmetric");
  g_assert_cmpstr(cell(&table, 1, "published"), ==, "2020-01-02");
  g_assert_cmpstr(cell(&table, 1, "confidence"), ==, "0.8");
  g_assert_cmpstr(cell(&table, 1, "start"), ==, "0");
  g_assert_cmpstr(cell(&table, 1, "end"), ==, "21");
  g_assert_cmpstr(cell(&table, 1, "text"), ==, "Ann met Bob, \"twice\".");
  g_assert_cmpstr(cell(&table, 2, "from"), ==, "bob"); /* as its document makes it */
  g_assert_cmpstr(cell(&table, 2, "when"), ==, "2019/..");
  g_assert_cmpstr(cell(&table, 2, "by"), ==, "eve");
  g_assert_cmpstr(cell(&table, 2, "text"), ==, "Bob met Ann");
  g_assert_cmpstr(cell(&table, 2, "start"), ==, "");
  g_assert_cmpstr(cell(&table, 3, "text"), ==, "'=Bob hit Ann");
  g_assert_cmpstr(cell(&table, 3, "certainty"), ==, "possible");
  g_assert_cmpstr(cell(&table, 3, "direction"), ==, "directed");
  g_assert_cmpstr(cell(&table, 4, "stance"), ==, "denies");
  g_assert_cmpstr(cell(&table, 4, "by"), ==, "'@a \"neighbour\"");
  g_assert_cmpstr(cell(&table, 4, "note"), ==, "two\nlines");
  g_assert_cmpstr(cell(&table, 5, "document"), ==, "");
  g_assert_cmpstr(cell(&table, 5, "from_name"), ==, "'" HOSTILE_SHOWN);
  for (guint i = 1; i < rows->len; i++) {
    const GPtrArray *cells = rows->pdata[i];
    for (guint j = 0; j < cells->len; j++) {
      const char *start = cells->pdata[j];
      g_assert_true(*start == '\0' || strchr("=+-@\t\r", *start) == NULL);
    }
  }
}

/* ── JSON ────────────────────────────────────────────────────────────────────────────────── */

static const char *
string_at(const cJSON *object, const char *key)
{
  const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);
  g_assert_nonnull(item);
  return cJSON_IsNull(item) ? NULL : cJSON_GetStringValue(item);
}

static double
number_at(const cJSON *object, const char *key)
{
  const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);
  g_assert_true(cJSON_IsNumber(item));
  return item->valuedouble;
}

static const cJSON *
item_at(const cJSON *object, const char *key, int index)
{
  const cJSON *item = cJSON_GetArrayItem(cJSON_GetObjectItemCaseSensitive(object, key), index);
  g_assert_nonnull(item);
  return item;
}

static int
size_at(const cJSON *object, const char *key)
{
  return cJSON_GetArraySize(cJSON_GetObjectItemCaseSensitive(object, key));
}

static void
test_json(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  g_autoptr(RelataNetwork) network = build(corpus);
  g_autofree char *text = write_as(network, "json");
  const char *end = NULL;
  cJSON *root = cJSON_ParseWithOpts(text, &end, TRUE);
  g_assert_nonnull(root);
  g_assert_cmpfloat(number_at(root, "relata_network"), ==, 1);
  g_assert_cmpstr(string_at(root, "title"), ==, "A test, with \"quotes\"");
  g_assert_cmpint(size_at(root, "relations"), ==, 2);
  g_assert_cmpstr(string_at(item_at(root, "relations", 0), "id"), ==, "hits");
  g_assert_true(cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(item_at(root, "relations", 1), "symmetric")));
  g_assert_cmpint(size_at(root, "documents"), ==, 2);
  g_assert_cmpstr(string_at(item_at(root, "documents", 0), "id"), ==, "early");
  g_assert_cmpstr(string_at(item_at(root, "documents", 0), "title"), ==, "A \"title\"");
  g_assert_null(string_at(item_at(root, "documents", 0), "publisher"));
  g_assert_cmpint(size_at(root, "actors"), ==, 3);
  const cJSON *ann = item_at(root, "actors", 0), *eve = item_at(root, "actors", 2);
  g_assert_cmpstr(cJSON_GetStringValue(item_at(ann, "aliases", 0)), ==, "Annie");
  g_assert_cmpstr(cJSON_GetStringValue(item_at(ann, "weak_aliases", 0)), ==, "she");
  g_assert_cmpstr(string_at(cJSON_GetObjectItemCaseSensitive(ann, "links"), "wikidata"), ==, "Q1");
  g_assert_cmpstr(string_at(eve, "name"), ==, HOSTILE);
  g_assert_cmpstr(string_at(eve, "type"), ==, "spy");
  g_assert_cmpint(size_at(root, "ties"), ==, 3);
  const cJSON *meets = item_at(root, "ties", 0), *hits = item_at(root, "ties", 1);
  g_assert_cmpstr(string_at(meets, "from"), ==, "ann");
  g_assert_cmpstr(string_at(meets, "to"), ==, "bob");
  g_assert_cmpfloat(number_at(meets, "corroboration"), ==, 2);
  g_assert_cmpfloat(number_at(meets, "confidence"), ==, 0.8);
  const cJSON *m1 = item_at(meets, "claims", 0), *m2 = item_at(meets, "claims", 1);
  g_assert_cmpstr(string_at(m1, "text"), ==, "Ann met Bob, \"twice\".");
  g_assert_cmpfloat(number_at(m1, "end"), ==, 21);
  g_assert_cmpfloat(number_at(m1, "confidence"), ==, 0.8);
  g_assert_null(string_at(m1, "when"));
  g_assert_null(string_at(m1, "by"));
  g_assert_null(cJSON_GetObjectItemCaseSensitive(m1, "reversed"));
  g_assert_null(cJSON_GetObjectItemCaseSensitive(m1, "note"));
  g_assert_true(cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(m2, "reversed")));
  g_assert_true(cJSON_IsNull(cJSON_GetObjectItemCaseSensitive(m2, "start")));
  g_assert_cmpstr(string_at(m2, "when"), ==, "2019/..");
  g_assert_cmpstr(string_at(m2, "published"), ==, "2021-08");
  g_assert_cmpstr(string_at(m2, "by"), ==, "eve");
  const cJSON *h2 = item_at(hits, "claims", 1);
  g_assert_cmpfloat(number_at(hits, "denying"), ==, 1);
  g_assert_true(cJSON_IsNull(cJSON_GetObjectItemCaseSensitive(hits, "confidence")));
  g_assert_cmpstr(string_at(h2, "stance"), ==, "denies");
  g_assert_cmpstr(string_at(h2, "by"), ==, "@a \"neighbour\"");
  g_assert_cmpstr(string_at(h2, "note"), ==, "two\nlines");
  cJSON_Delete(root);
}

static void
test_without_ties(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  small_actor(corpus, "alone");
  g_autoptr(RelataNetwork) network = small_network(corpus);
  g_autofree char *csv = write_as(network, "csv"), *json = write_as(network, "json");
  g_autofree char *graphml = write_as(network, "graphml");
  g_assert_nonnull(strstr(graphml, ">alone<"));
  g_assert_true(strchr(csv, '\n') == csv + strlen(csv) - 1);
  cJSON *root = cJSON_Parse(json);
  g_assert_cmpint(size_at(root, "actors"), ==, 1);
  g_assert_cmpint(size_at(root, "ties"), ==, 0);
  g_assert_true(cJSON_IsNull(cJSON_GetObjectItemCaseSensitive(root, "title")));
  cJSON_Delete(root);
}

/* Names are shown as they are: no quote ends a string, no \\N or entity is expanded, no line is broken. */
static void
test_dot(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  small_claim(corpus, "a\"];b\\N&lt;\n}", "hits", "z", "d");
  g_autoptr(RelataNetwork) network = small_network(corpus);
  g_autofree char *dot = write_as(network, "dot");
  g_assert_cmpstr(
      dot, ==,
      "digraph relata {\n"
      "  \"a\\\"];b\\\\N&amp;lt; }\" [label=\"a\\\"];b\\\\N&amp;lt; }\"];\n"
      "  \"z\" [label=\"z\"];\n"
      "  \"a\\\"];b\\\\N&amp;lt; }\" -> \"z\" [label=\"hits\", relation=\"hits\", sign=0, corroboration=1, "
      "affirming=1, denying=0, certainty=certain];\n"
      "}\n");
}

static void
test_unknown_format(void)
{
  g_autoptr(GError) error = NULL;
  g_assert_null(relata_output_format_find("graphlm", &error));
  g_assert_error(error, RELATA_ERROR, RELATA_ERROR_FORMAT);
  g_assert_nonnull(strstr(error->message, "'graphml'?"));
  g_clear_error(&error);
  g_assert_null(relata_output_format_find("xls", &error));
  g_assert_error(error, RELATA_ERROR, RELATA_ERROR_FORMAT);
  g_assert_nonnull(relata_output_format_find("GraphML", NULL));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/write/formats/graphml", test_graphml);
  g_test_add_func("/write/formats/csv", test_csv);
  g_test_add_func("/write/formats/json", test_json);
  g_test_add_func("/write/formats/without-ties", test_without_ties);
  g_test_add_func("/write/formats/dot", test_dot);
  g_test_add_func("/write/formats/unknown", test_unknown_format);
  int result = g_test_run();
  xmlCleanupParser();
  return result;
}
