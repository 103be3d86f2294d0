/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inputs in pieces: wherever they are cut, lines, records, places and complaints are those of the whole. */
#include "../fuzz/pieces.h"
#include "read/pieces.h"
#include "read/readers.h"
#include "text/error.h"

#include <unistd.h>

static const char *const keys[] = {"objects", "links", NULL};

typedef struct {
  const char *text;
  gboolean keyed;
  const char *all; /* what split_all() gives */
} Case;

static const Case cases[] = {
    {"[1, \"é\",\n {\"a\":[2,{}]}]\n", FALSE, "1:2 - = 1\n1:5 - = \"é\"\n2:2 - = {\"a\":[2,{}]}\n"},
    {"\xEF\xBB\xBF [ ]", FALSE, ""},
    {"{\"a\":1}\n{\n\"b\":2}  [3] \"x\\\"\" 12 true", FALSE,
     "1:1 - = {\"a\":1}\n2:1 - = {\"b\":2}\n3:9 - = [3]\n3:13 - = \"x\\\"\"\n3:19 - = 12\n3:22 - = true\n"},
    {"{\"type\":\"bundle\",\"objects\": [{\"id\":1} ,\n{\"id\":-2.5e1}],\"links\":[],\"n\":[1]}", TRUE,
     "1:9 type = \"bundle\"\n1:30 objects = {\"id\":1}\n2:1 objects = {\"id\":-25}\n2:31 n = [1]\n"},
    {"{\"objects\": 7, \"\\u006cinks\":[8]}", TRUE, "1:13 objects = 7\n1:30 links = 8\n"},
    {"{}", TRUE, ""},
    {"[{\"a\":1,\"a\":2},3]", FALSE,
     "1:16 - = 3\n1:9 duplicate-key: the key \"a\" stands here again: first on line 1\n"},
    {"", FALSE, "1:1 json-syntax: expected a value, found the end\n"},
    {"[1,2", FALSE, "1:2 - = 1\n1:4 - = 2\n1:5 json-syntax: expected ',' or ']', found the end\n"},
    {"[1,\n2,]", FALSE,
     "1:2 - = 1\n2:1 - = 2\n2:3 json-syntax: expected a value after the comma, found ']'\n"},
    {"[1 2]", FALSE, "1:2 - = 1\n1:4 json-syntax: expected ',' or ']', found '2'\n"},
    {"[1] é", FALSE, "1:2 - = 1\n1:5 json-syntax: expected the end after the value, found 'é'\n"},
    {"[\"é\xC3\"]", FALSE, "1:4 invalid-utf8: the byte 0xC3 is not valid UTF-8 here\n"},
    {"[\"\xF0\x9F\x98\x80\xED\xA0\x80\"]", FALSE,
     "1:4 invalid-utf8: the byte 0xED is not valid UTF-8 here\n"},
    {"[1,\xC2\"]", FALSE, "1:2 - = 1\n1:4 invalid-utf8: the byte 0xC2 is not valid UTF-8 here\n"},
    {"[\"\\ud83d\\ude00\", \"\\ud83d\\u0041\"]", FALSE,
     "1:2 - = \"😀\"\n1:19 json-character: \\uD83D is one half of a surrogate pair without the other\n"},
    {"[tru]", FALSE, "1:2 json-syntax: expected a value, found 't'\n"},
    {"[\"a\n\"]", FALSE, "1:4 json-syntax: a line break in a string must be written \\n\n"},
    {"{\"a\":1,\"objects\":[2],\"objects\":[3]}", TRUE,
     "1:6 a = 1\n1:19 objects = 2\n1:22 duplicate-key: the key \"objects\" stands here again\n"},
    {"{\"a\" 1}", TRUE, "1:6 json-syntax: expected ':' after the key, found '1'\n"},
    {"{\"a\":1,}", TRUE, "1:6 a = 1\n1:8 json-syntax: expected a key after the comma, found '}'\n"},
    {"{\"a\":1 b", TRUE, "1:6 a = 1\n1:8 json-syntax: expected ',' or '}', found 'b'\n"},
    {"{a", TRUE, "1:2 json-syntax: expected a key in quotation marks or '}', found 'a'\n"},
    {"{\"objects\":[{]", TRUE, "1:14 json-syntax: expected a key in quotation marks or '}', found ']'\n"},
};

static void
check_split(const Case *test, const char *how, char *all)
{
  if (strcmp(all, test->all) != 0)
    g_error("%s, %s:\n%sexpected:\n%s", test->text, how, all, test->all);
  g_free(all);
}

/* Cut in two at every byte, and into pieces of one size, from one byte up. */
static void
test_split(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    const Case *test = &cases[i];
    const gsize n = strlen(test->text);
    const char *const *split_keys = test->keyed ? keys : NULL;
    check_split(test, "whole", split_whole(test->text, n, split_keys));
    for (gsize k = 1; k <= n + 1; k++) {
      g_autofree char *how = g_strdup_printf("%" G_GSIZE_FORMAT " bytes at first, or each time", k);
      check_split(test, how, split_drip(test->text, n, k, n + 1, split_keys));
      check_split(test, how, split_drip(test->text, n, 0, k, split_keys));
    }
  }
}

/* Each byte replaced by what opens, closes or separates something, or breaks UTF-8: in pieces as from the
 * whole. */
static void
test_changed(void)
{
  static const char text[] =
      "{\"a\":1,\"objects\":[{\"é\":\"\\u00e9\\n\"}, -1.5e1,\n[true]],\"links\":[\"😀\"]}\n";
  static const char others[] = "\n \"\\{]}:,-0u\x80\xC3\xF0\xFF"; /* and NUL, which ends it */
  for (gsize at = 0; at < sizeof text - 1; at++)
    for (gsize k = 0; k < sizeof others; k++) {
      char changed[sizeof text];
      memcpy(changed, text, sizeof text);
      changed[at] = others[k];
      for (guint keyed = 0; keyed < 2; keyed++) {
        const char *const *split_keys = keyed ? keys : NULL;
        g_autofree char *whole = split_whole(changed, sizeof text - 1, split_keys);
        g_autofree char *dripped = split_drip(changed, sizeof text - 1, at, 1 + k % 5, split_keys);
        g_assert_cmpstr(dripped, ==, whole);
      }
    }
}

/* Records longer and shorter than what is asked for at once, with places behind them. */
static void
test_long_records(void)
{
  g_autoptr(GString) text = g_string_new("[");
  g_autoptr(GString) expected = g_string_new(NULL);
  for (guint i = 0; i < 40; i++) {
    g_autofree char *filling = g_strnfill((gsize)1 << (i % 20), 'x');
    const gsize column =
        text->len - (gsize)(strrchr(text->str, '\n') != NULL ? strrchr(text->str, '\n') - text->str + 1 : 0) +
        1;
    g_string_append_printf(expected, "%u:%" G_GSIZE_FORMAT " - = \"%s\"\n", i / 3 + 1, column, filling);
    g_string_append_printf(text, "\"%s\"%s%s", filling, i < 39 ? "," : "", i % 3 == 2 ? "\n" : "");
  }
  g_string_append(text, "]");
  const gsize pieces[] = {4096, 65536, 100003, 1 << 22};
  for (guint i = 0; i < G_N_ELEMENTS(pieces); i++) {
    g_autofree char *all = split_drip(text->str, text->len, 0, pieces[i], NULL);
    g_assert_cmpstr(all, ==, expected->str);
  }
}

/* All lines, as they are and as text, and what is said. */
static char *
lines_of(const RelataInput *input, gboolean as_text)
{
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  g_auto(RelataPieces) pieces = relata_pieces_begin(input);
  GString *all = g_string_new(NULL);
  const char *line;
  gsize n = 0;
  while (as_text ? (line = relata_pieces_text(&pieces, diagnostics, NULL)) != NULL
                 : relata_pieces_line(&pieces, &line, &n, diagnostics, NULL))
    g_string_append_printf(all, "%u <%.*s>\n", pieces.line, as_text ? (int)strlen(line) : (int)n, line);
  g_assert_false(pieces.failed);
  append_diagnostics(all, diagnostics);
  return g_string_free(all, FALSE);
}

static void
test_lines(void)
{
  static const struct {
    const char *text;
    gsize n;
    const char *lines, *as_text;
  } texts[] = {
      {"", 0, "", ""},
      {"\n", 1, "1 <>\n", "1 <>\n"},
      {"a\n\nbc", 5, "1 <a>\n2 <>\n3 <bc>\n", "1 <a>\n2 <>\n3 <bc>\n"},
      {"\xEF\xBB\xBFé\r\n\r\nx\n", 11, "1 <\xEF\xBB\xBFé\r>\n2 <\r>\n3 <x>\n", "1 <é>\n2 <>\n3 <x>\n"},
      {"a\nbé\xFFz\nc\0d\n", 12, NULL,
       "1 <a>\n2:3 invalid-utf8: the byte 0xFF is not valid UTF-8 here: the line is left out\n"
       "3:2 invalid-utf8: the byte 0x00 is not valid UTF-8 here: the line is left out\n"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
    for (gsize k = 0; k <= texts[i].n; k++) {
      Drip drip = {texts[i].text, texts[i].n, 0, k}, again = drip;
      const RelataInput whole = {.path = "x", .shown = "x", .bytes = texts[i].text, .n = texts[i].n};
      const RelataInput dripped = drip_input(&drip), once_more = drip_input(&again);
      g_autofree char *lines = lines_of(k == 0 ? &whole : &dripped, FALSE);
      g_autofree char *as_text = lines_of(k == 0 ? &whole : &once_more, TRUE);
      if (texts[i].lines != NULL)
        g_assert_cmpstr(lines, ==, texts[i].lines);
      g_assert_cmpstr(as_text, ==, texts[i].as_text);
    }
}

/* The reader of JSON Lines, and of the same records as an array: the same corpus and complaints however they
 * come. */
static char *
read_records(const char *text, gsize piece)
{
  Drip drip = {text, strlen(text), 0, piece};
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  RelataInput input = {.path = "x.jsonl", .shown = "x", .bytes = text, .n = strlen(text)};
  if (piece > 0) { /* a beginning, as the plan of reading gives it */
    const gsize held = MIN(piece, drip.n);
    input.n = held;
    drip.bytes += held;
    drip.n -= held;
    input.pull = drip_pull;
    input.source = &drip;
  }
  g_assert_true(relata_jsonl_read(corpus, &input, diagnostics, NULL));
  GString *all = g_string_new(NULL);
  for (guint i = 0; i < relata_corpus_n_actors(corpus); i++)
    g_string_append_printf(all, "%s@%u:%u ", relata_corpus_actor(corpus, i)->id,
                           relata_corpus_actor(corpus, i)->where.line,
                           relata_corpus_actor(corpus, i)->where.column);
  append_diagnostics(all, diagnostics);
  return g_string_free(all, FALSE);
}

static void
test_records(void)
{
  static const char lines[] =
      "{\"kind\":\"actor\",\"id\":\"a\"}\n\n {\"kind\":\"actor\",\"id\":\"é\"}\n"
      "{\"kind\":\"actor\",\"id\":\"c\",}\n{\"kind\":\"actor\",\"id\":\"d\",\"nam\":1}";
  static const char array[] =
      "[{\"kind\":\"actor\",\"id\":\"a\"},\n\n {\"kind\":\"actor\",\"id\":\"é\"},7,\n"
      "{\"kind\":\"actor\",\"id\":\"c\"},{\"kind\":\"actor\",\"id\":\"d\",\"nam\":1}]";
  for (gsize piece = 0; piece < sizeof array; piece++) {
    g_autofree char *of_lines = read_records(lines, piece), *of_array = read_records(array, MAX(piece, 1));
    g_assert_cmpstr(of_lines, ==,
                    "a@1:1 é@3:2 d@5:1 4:26 json-syntax: expected a key after the comma, found '}'\n"
                    "5:26 unknown-key: an actor has no key \"nam\"\n");
    g_assert_cmpstr(
        of_array, ==,
        "a@1:2 é@3:2 c@4:1 d@4:27 3:28 missing-key: a record must be an object with a key \"kind\"\n"
        "4:52 unknown-key: an actor has no key \"nam\"\n");
  }
}

static gssize
fail_pull(gpointer source, char *buffer, gsize n, GError **error)
{
  const gssize got = drip_pull(source, buffer, n, NULL);
  if (got == 0)
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT, "gone");
  return got > 0 ? got : -1;
}

/* What was read before a failure stays, and the failure is told once. */
static void
check_failure(const char *text, gsize piece)
{
  Drip drip = {text, strlen(text), 0, piece}, again = drip;
  RelataInput input = drip_input(&drip), lines = drip_input(&again);
  input.pull = lines.pull = fail_pull;
  g_autofree char *all = split_all(&input, NULL);
  g_assert_cmpstr(all + 3, ==, " - = {\"a\":1}\ngone\n");
  g_autoptr(GError) error = NULL;
  g_auto(RelataPieces) pieces = relata_pieces_begin(&lines);
  const char *line;
  gsize n;
  while (relata_pieces_line(&pieces, &line, &n, NULL, &error))
    continue;
  g_assert_true(pieces.failed);
  g_assert_error(error, RELATA_ERROR, RELATA_ERROR_INPUT);
}

static void
test_failure(void)
{
  static const char *const texts[] = {"[{\"a\":1},{\"b\"", "[{\"a\":1},", "[{\"a\":1}", "{\"a\":1}\n"};
  for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
    for (gsize piece = 1; piece < 20; piece++)
      check_failure(texts[i], piece);
}

/* A file longer than its beginning, whole and in pieces. */
static void
test_source(void)
{
  char name[] = "/tmp/relata-source-XXXXXX";
  const int file = g_mkstemp(name);
  g_autofree char *filling = g_strnfill(3 * RELATA_PEEKED_BYTES / 2, 'x');
  g_assert_true(g_file_set_contents(name, filling, -1, NULL));
  g_autoptr(RelataSource) source = relata_source_open(name, "it", NULL, NULL);
  g_assert_true(relata_source_load(source, FALSE, NULL));
  RelataInput input = relata_source_input(source, name, "it");
  g_assert_cmpuint(input.n, ==, RELATA_PEEKED_BYTES);
  g_assert_nonnull(input.pull);
  g_assert_true(relata_source_load(source, TRUE, NULL));
  input = relata_source_input(source, name, "it");
  g_assert_cmpstr(input.bytes, ==, filling);
  g_assert_null(input.pull);
  g_autoptr(GError) error = NULL;
  g_assert_null(relata_source_open("/tmp", "it", NULL, &error));
  g_assert_cmpstr(error->message, ==, "'it' is not a regular file");
  close(file);
  unlink(name);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/read/pieces/split", test_split);
  g_test_add_func("/read/pieces/changed", test_changed);
  g_test_add_func("/read/pieces/long-records", test_long_records);
  g_test_add_func("/read/pieces/lines", test_lines);
  g_test_add_func("/read/pieces/records", test_records);
  g_test_add_func("/read/pieces/failure", test_failure);
  g_test_add_func("/read/pieces/source", test_source);
  return g_test_run();
}
