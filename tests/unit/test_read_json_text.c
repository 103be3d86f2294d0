/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Strict JSON: what is refused and where, and from values back to their places. */
#include "read/json/json_text.h"

#include <cJSON.h>
#include <string.h>

/* The one diagnostic that parsing gave, as "line:column code: message [hint]"; "" where there was none. */
static char *
faults_of(const char *bytes, gsize n)
{
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  g_autoptr(RelataJson) json = relata_json_new("x.json", diagnostics);
  const cJSON *root = relata_json_parse(json, bytes, n, 1);
  GString *all = g_string_new(NULL);
  for (guint i = 0; i < relata_diagnostics_n_kept(diagnostics); i++) {
    const RelataDiagnostic *found = relata_diagnostics_get(diagnostics, i);
    g_assert_cmpstr(found->file, ==, "x.json");
    g_assert_true(g_utf8_validate(found->message, -1, NULL));
    g_string_append_printf(all, "%s%u:%u %s: %s", i > 0 ? "; " : "", found->line, found->column, found->code,
                           found->message);
  }
  g_assert_true((root == NULL) == (all->len > 0));
  return g_string_free(all, FALSE);
}

typedef struct {
  const char *text;
  const char *fault; /* how it begins */
} Case;

static void
check_cases(const Case *cases, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    g_autofree char *fault = faults_of(cases[i].text, strlen(cases[i].text));
    if (!g_str_has_prefix(fault, cases[i].fault) || (*cases[i].fault == '\0' && *fault != '\0'))
      g_error("%s\n  gave:     %s\n  expected: %s", cases[i].text, fault, cases[i].fault);
  }
}

static void
test_accepts(void)
{
  static const Case cases[] = {
      {"{}", ""},
      {" [ ] ", ""},
      {"\xEF\xBB\xBF{\"a\":1}\n", ""},
      {"null", ""},
      {"-0.5e-3", ""},
      {"[0,-1,10,1.5,1E5,1e+2,9007199254740992,-9007199254740992,123456789012345]", ""},
      {"\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00 é 😀 \x7F\"", ""},
      {"{\"a\":{\"a\":[{\"a\":1},{\"a\":2}]},\"A\":0,\"\":true}", ""},
      {"1e-999", ""},
  };
  check_cases(cases, G_N_ELEMENTS(cases));
}

static const Case refused[] = {
    {"", "1:1 json-syntax: expected a value, found the end"},
    {"\n  \n", "3:1 json-syntax: expected a value, found the end"},
    {"{\n  \"a\": 1,\n}", "3:1 json-syntax: expected a key after the comma, found '}'"},
    {"[1, 2, ]", "1:8 json-syntax: expected a value after the comma, found ']'"},
    {"[1 2]", "1:4 json-syntax: expected ',' or ']', found '2'"},
    {"{\"a\":1 \"b\":2}", "1:8 json-syntax: expected ',' or '}', found '\"'"},
    {"{\"a\" 1}", "1:6 json-syntax: expected ':' after the key, found '1'"},
    {"{a:1}", "1:2 json-syntax: expected a key in quotation marks or '}', found 'a'"},
    {"{\"a\":}", "1:6 json-syntax: expected a value, found '}'"},
    {"{]", "1:2 json-syntax: expected a key"},
    {"[}", "1:2 json-syntax: expected a value, found '}'"},
    {"[1}", "1:3 json-syntax: expected ',' or ']', found '}'"},
    {"]", "1:1 json-syntax: expected a value, found ']'"},
    {"[1", "1:3 json-syntax: expected ',' or ']', found the end"},
    {"{\"a\":1", "1:7 json-syntax: expected ',' or '}', found the end"},
    {"{\"ä\":\n\"b", "2:1 json-syntax: the string that begins here is not closed"},
    {"{} x", "1:4 json-syntax: expected the end after the value, found 'x'"},
    {"{}\n{}", "2:1 json-syntax: expected the end after the value, found '{'"},
    {"[01]", "1:2 json-number: a number cannot begin with a 0"},
    {"[-01]", "1:2 json-number: a number cannot begin with a 0"},
    {"[1e999]", "1:2 json-number: the number 1e999 is too large"},
    {"[-1e999]", "1:2 json-number: the number -1e999 is too large"},
    {"[9007199254740993]", "1:2 json-number: a whole number beyond 2^53"},
    {"[-9007199254740993]", "1:2 json-number: a whole number beyond 2^53"},
    {"[10000000000000000]", "1:2 json-number: a whole number beyond 2^53"},
    {"[0.1111111111222222222233333333334444444444555555555566666666667777]",
     "1:2 json-number: a number of 66"},
    {"[.5]", "1:2 json-syntax: expected a value, found '.'"},
    {"[1.]", "1:4 json-syntax: expected a digit after the decimal point, found ']'"},
    {"[1e]", "1:4 json-syntax: expected a digit in the exponent, found ']'"},
    {"[-]", "1:3 json-syntax: expected a digit after '-', found ']'"},
    {"[+1]", "1:2 json-syntax: expected a value, found '+'"},
    {"[0x10]", "1:3 json-syntax: expected ',' or ']', found 'x'"},
    {"[NaN]", "1:2 json-syntax: expected a value, found 'N'"},
    {"[True]", "1:2 json-syntax: expected a value, found 'T'"},
    {"[nul]", "1:2 json-syntax: expected a value, found 'n'"},
    {"['a']", "1:2 json-syntax: expected a value, found '''"},
    {"[1] // done", "1:5 json-syntax: expected the end after the value, found '/'"},
    {"[\"a\\x\"]", "1:4 json-syntax: a backslash in a string"},
    {"[\"\\u12G4\"]", "1:3 json-syntax: expected four hexadecimal digits"},
    {"[\"\\u0000\"]", "1:3 json-character: a text cannot hold"},
    {"[\"ab\\ud800\"]", "1:5 json-character: \\uD800 is one half"},
    {"[\"\\ud800\\u0041\"]", "1:3 json-character: \\uD800 is one half"},
    {"[\"\\udc00\"]", "1:3 json-character: \\uDC00 is one half"},
    {"[\"\\ud800\\ud800\"]", "1:3 json-character: \\uD800 is one half"},
    {"[\"a\tb\"]", "1:4 json-syntax: the control character U+0009 in a string must be written \\t"},
    {"[\"a\nb\"]", "1:4 json-syntax: a line break in a string"},
    {"[\"\x01\"]", "1:3 json-syntax: the control character U+0001"},
    {"[\n\"é\xC3\"]", "2:3 invalid-utf8: the byte 0xC3"},
    {"[\"\xC0\x80\"]", "1:3 invalid-utf8: the byte 0xC0"},
    {"[\"\xED\xA0\x80\"]", "1:3 invalid-utf8: the byte 0xED"},
    {"\xC2\xA0[]", "1:1 json-syntax: expected a value, found U+00A0"},
    {"{\"a\":1,\n\"b\":2,\n \"a\" : 3}",
     "3:2 duplicate-key: the key \"a\" stands here again: first on line 1"},
    {"{\"a\":1,\"\\u0061\":2}", "1:8 duplicate-key: the key \"a\""},
    {"[{\"k\\\\\":1,\"k\\\\\":2,\"q\\\"\":1,\"q\\\"\":1}]",
     "1:11 duplicate-key: the key \"k\\\" stands here again: first on line 1; 1:27 duplicate-key: the key "
     "\"q\"\""},
};

static void
test_refuses(void)
{
  check_cases(refused, G_N_ELEMENTS(refused));
}

static void
test_nul_and_length(void)
{
  g_autofree char *nul = faults_of("[1]\0", 4);
  g_assert_cmpstr(nul, ==, "1:4 json-character: a NUL byte");
  g_autofree char *prefix = faults_of("[1]]]", 3); /* what follows the n bytes does not count */
  g_assert_cmpstr(prefix, ==, "");
  g_autofree char *digit = g_memdup2("12", 2); /* no byte after the number may be looked at */
  g_autofree char *number = faults_of(digit, 2);
  g_assert_cmpstr(number, ==, "");
}

static void
test_many_members(void)
{
  GString *text = g_string_new("{");
  for (guint i = 0; i < 1000; i++)
    g_string_append_printf(text, "\"k%u\":%u,\n", i, i);
  g_string_append(text, "\"k7\":0}");
  g_autofree char *fault = faults_of(text->str, text->len);
  g_assert_cmpstr(fault, ==, "1001:1 duplicate-key: the key \"k7\" stands here again: first on line 8");
  g_string_free(text, TRUE);
}

static void
test_depth(void)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < RELATA_JSON_MAX_DEPTH; i++)
    g_string_append(text, i % 2 == 0 ? "[" : "{\"a\":");
  for (guint i = RELATA_JSON_MAX_DEPTH; i > 0; i--)
    g_string_append(text, (i - 1) % 2 == 0 ? "]" : (i == RELATA_JSON_MAX_DEPTH ? "1}" : "}"));
  g_autofree char *good = faults_of(text->str, text->len);
  g_assert_cmpstr(good, ==, "");
  g_autofree char *brackets = g_strnfill(1000000, '[');
  g_autofree char *bad = faults_of(brackets, 1000000);
  g_assert_cmpstr(bad, ==, "1:201 json-depth: nested deeper than 200 levels");
}

/* Line and column of the n-th occurrence of a needle, counted by hand. */
static RelataPlace
hand_count(const char *text, const char *needle)
{
  const char *at = strstr(text, needle);
  g_assert_nonnull(at);
  RelataPlace place = {"x.json", 1, 1};
  for (const char *c = text; c < at; c = g_utf8_next_char(c)) {
    place.column = *c == '\n' ? 1 : place.column + 1;
    place.line += *c == '\n';
  }
  return place;
}

static void
check_place(RelataPlace place, RelataPlace expected)
{
  g_assert_cmpstr(place.file, ==, "x.json");
  g_assert_cmpuint(place.line, ==, expected.line);
  g_assert_cmpuint(place.column, ==, expected.column);
}

static void
test_places(void)
{
  GString *text = g_string_new("{\"täx\": [\n  {\"é😀\": 1.5, \"b\" :\n\t\"v-é\"}, [true,  false, null]],\n");
  for (guint i = 0; i < 200; i++) /* so that the last values lie beyond what is counted from the beginning */
    g_string_append_printf(text, "\"ключ%u\": %s%s", i, i % 3 == 0 ? "\"значение\"" : "[{}, 5]",
                           i % 2 == 0 ? ",\n" : ", ");
  g_string_append(text, "  \"a/b\": {\"m~n\": \"UNIQUE\", \"\": \"EMPTY\"}\n}");
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  g_autoptr(RelataJson) json = relata_json_new("x.json", diagnostics);
  const cJSON *root = relata_json_parse(json, text->str, text->len, 1);
  g_assert_nonnull(root);
  g_assert_true(relata_json_at(json, "") == root);
  static const struct {
    const char *pointer, *value, *key;
  } cases[] = {
      {"", "{", NULL},
      {"/täx", "[\n", "\"täx\""},
      {"/täx/0/é😀", "1.5", "\"é😀\""},
      {"/täx/0/b", "\"v-é\"", "\"b\""},
      {"/täx/1/2", "null", NULL},
      {"/a~1b", "{\"m~n\"", "\"a/b\""},
      {"/a~1b/m~0n", "\"UNIQUE\"", "\"m~n\""},
      {"/a~1b/", "\"EMPTY\"", "\"\""},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    const cJSON *item = relata_json_at(json, cases[i].pointer);
    g_assert_nonnull(item);
    check_place(relata_json_place(json, item), hand_count(text->str, cases[i].value));
    if (cases[i].key != NULL)
      check_place(relata_json_key_place(json, item), hand_count(text->str, cases[i].key));
  }
  g_assert_null(relata_json_at(json, "/täx/2"));
  g_assert_null(relata_json_at(json, "/täx/x"));
  g_assert_null(relata_json_at(json, "/TÄX"));
  g_assert_null(relata_json_at(json, "täx"));
  g_assert_null(relata_json_at(json, "/täx/1/2/0"));
  g_string_free(text, TRUE);
}

typedef struct {
  const char *name, *id;
  RelataDate when;
  int color;
  gboolean on;
  double weight;
  guint count;
  const cJSON *list, *map, *array, *object, *any;
} Target;

static const char *const colors[] = {"", "red", "green", NULL};
static const RelataJsonField fields[] = {
    RELATA_JSON_MAY(Target, name, STRING),
    RELATA_JSON_MUST(Target, id, ID),
    RELATA_JSON_MAY(Target, when, DATE),
    RELATA_JSON_ONE_OF(Target, color, colors),
    RELATA_JSON_MAY(Target, on, BOOLEAN),
    RELATA_JSON_MAY(Target, weight, NUMBER),
    RELATA_JSON_MAY(Target, count, COUNT),
    RELATA_JSON_MAY(Target, list, STRINGS),
    RELATA_JSON_MAY(Target, map, STRING_MAP),
    RELATA_JSON_MAY(Target, array, ARRAY),
    RELATA_JSON_MAY(Target, object, OBJECT),
    RELATA_JSON_MAY(Target, any, ANY),
    RELATA_JSON_END,
};

static void
test_fill(void)
{
  const char *text =
      "{\"any\":null,\"object\":{},\"array\":[1],\"map\":{\"a\":\"b\"},\"list\":[\"x\"],\"count\":7,"
      "\"weight\":-0.5,\"on\":true,\"color\":\"green\",\"when\":\"2021-08\",\"id\":\"é\",\"name\":\"\"}";
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  g_autoptr(RelataJson) json = relata_json_new("x.json", diagnostics);
  const cJSON *root = relata_json_parse(json, text, strlen(text), 1);
  Target target = {0};
  g_assert_true(relata_json_fill(json, root, "a thing", fields, &target));
  g_assert_cmpstr(target.name, ==, "");
  g_assert_cmpstr(target.id, ==, "é");
  g_assert_cmpstr(target.when.edtf, ==, "2021-08");
  g_assert_cmpint(target.color, ==, 2);
  g_assert_true(target.on);
  g_assert_cmpfloat(target.weight, ==, -0.5);
  g_assert_cmpuint(target.count, ==, 7);
  g_assert_cmpstr(target.list->child->valuestring, ==, "x");
  g_assert_cmpstr(target.map->child->string, ==, "a");
  g_assert_true(cJSON_IsArray(target.array) && cJSON_IsObject(target.object) && cJSON_IsNull(target.any));
}

static const struct {
  const char *text, *fault, *hint;
} fill_faults[] = {
    {"[]", "1:1 wrong-type: a thing must be an object, not an array", NULL},
    {" {\"name\":\"x\"}", "1:2 missing-key: a thing needs a key \"id\"", NULL},
    {"{\"id\":\"x\",\n  \"nmae\":\"x\"}", "2:3 unknown-key: a thing has no key \"nmae\"",
     "did you mean \"name\"?"},
    {"{\"id\":\"x\",\"qqqqqqqqqq\":1}", "1:11 unknown-key: a thing has no key \"qqqqqqqqqq\"",
     "known: name, id"},
    {"{\"id\":\"x\",\"Name\":\"x\"}", "1:11 unknown-key: a thing has no key \"Name\"",
     "did you mean \"name\"?"},
    {"{\"id\":7}", "1:7 wrong-type: \"id\" must be a string that is not empty", NULL},
    {"{\"id\":\"\"}", "1:7 wrong-value: \"id\" must be a string that is not empty", NULL},
    {"{\"id\":\"a\\nb\"}", "1:7 wrong-value: \"id\" must be a string that is not empty", NULL},
    {"{\"id\":\"a\x7F\"}", "1:7 wrong-value: \"id\" must be a string that is not empty", NULL},
    {"{\"id\":\"a\\u0085\"}", "1:7 wrong-value: \"id\" must be a string that is not empty", NULL},
    {"{\"id\":\"x\",\"name\":null}", "1:18 wrong-type: \"name\" must be a string, not null",
     "leave the key out"},
    {"{\"id\":\"x\",\"when\":\"26.8.2021\"}",
     "1:18 wrong-date: \"when\": '26.8.2021' is not a date: expected a year of four digits, such as 2021, 202X or "
     "-0043, at character 3; what it dates is kept without it",
     NULL},
    {"{\"id\":\"x\",\"when\":2021}",
     "1:18 wrong-type: \"when\" must be a date in a string, such as \"2021-08-26\", not a number; what it dates is "
     "kept without it",
     NULL},
    {"{\"id\":\"x\",\"color\":\"gren\"}", "1:19 wrong-value: \"color\" cannot be 'gren'",
     "did you mean \"green\"?"},
    {"{\"id\":\"x\",\"color\":\"\"}", "1:19 wrong-value: \"color\" cannot be ''", "known: red, green"},
    {"{\"id\":\"x\",\"on\":1}", "1:16 wrong-type: \"on\" must be true or false, not a number", NULL},
    {"{\"id\":\"x\",\"count\":-1}",
     "1:19 wrong-value: \"count\" must be a whole number from 0 to 4294967294, not -1", NULL},
    {"{\"id\":\"x\",\"count\":1.5}",
     "1:19 wrong-value: \"count\" must be a whole number from 0 to 4294967294, not 1.5", NULL},
    {"{\"id\":\"x\",\"count\":4294967295}",
     "1:19 wrong-value: \"count\" must be a whole number from 0 to 4294967294, not 4294967295", NULL},
    {"{\"id\":\"x\",\"count\": -1.50E+2 }",
     "1:20 wrong-value: \"count\" must be a whole number from 0 to 4294967294, not -1.50E+2", NULL},
    {"{\"id\":\"x\",\"count\":\"1\"}",
     "1:19 wrong-type: \"count\" must be a whole number from 0, not a string", NULL},
    {"{\"id\":\"x\",\"list\":[\"a\",\n 1]}",
     "2:2 wrong-type: \"list\" must be an array of strings, not a number", NULL},
    {"{\"id\":\"x\",\"list\":\"a\"}", "1:18 wrong-type: \"list\" must be an array of strings, not a string",
     NULL},
    {"{\"id\":\"x\",\"map\":{\"a\":[]}}",
     "1:22 wrong-type: \"map\" must be an object whose values are strings", NULL},
};

static void
test_fill_faults(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(fill_faults); i++) {
    g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
    g_autoptr(RelataJson) json = relata_json_new("x.json", diagnostics);
    const cJSON *root = relata_json_parse(json, fill_faults[i].text, strlen(fill_faults[i].text), 1);
    Target target = {.count = 99, .color = 99};
    /* A wrong date costs the date only. */
    const gboolean is_date = strstr(fill_faults[i].fault, "\"when\"") != NULL;
    g_assert_cmpint(relata_json_fill(json, root, "a thing", fields, &target), ==, is_date);
    g_assert_cmpuint(relata_diagnostics_n_kept(diagnostics), ==, 1);
    const RelataDiagnostic *found = relata_diagnostics_get(diagnostics, 0);
    g_autofree char *fault =
        g_strdup_printf("%u:%u %s: %s", found->line, found->column, found->code, found->message);
    if (!g_str_has_prefix(fault, fill_faults[i].fault) ||
        (fill_faults[i].hint != NULL &&
         (found->hint == NULL || !g_str_has_prefix(found->hint, fill_faults[i].hint))))
      g_error("%s\n  gave %s (%s)", fill_faults[i].text, fault, found->hint);
    g_assert_cmpuint(target.count, ==, 99);
    g_assert_cmpint(target.color, ==, 99);
  }
}

static void
test_peek(void)
{
  static const char *const keys[] = {"actors", "kind", NULL};
  static const struct {
    const char *text, *key;
  } cases[] = {
      {"{\"x\":{\"actors\":1},\"kind\":2}", "kind"},
      {"  {\"a\":\"}\\\"{\", \"actors\":[", "actors"},
      {"\xEF\xBB\xBF{\"actors\":[", "actors"},
      {"{\"a\":\"actors\",\"b\":[\"kind\",\"kind\"]}", NULL},
      {"{\"a\":1}{\"kind\":1}", NULL},
      {"[\"actors\"]", NULL},
      {"{\"a\\", NULL},
      {"{\"actors", NULL},
      {"", NULL},
      {"{}}}}", NULL},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
    g_assert_cmpstr(relata_json_peek(cases[i].text, strlen(cases[i].text), keys), ==, cases[i].key);
}

/* Whatever a byte becomes, there is an answer or one fault with a place within the text. */
static void
test_mutations(void)
{
  static const char text[] =
      "{\"a\\u00e9\":[1,-2.5e3,\"x\\n\\ud83d\\ude00\"],\n \"b\":{\"c\":null,\"d\":true},\"é\":\"😀\"}";
  const gsize n = sizeof text - 1;
  for (gsize i = 0; i <= n; i++) {
    g_autofree char *prefix = g_memdup2(text, MAX(i, 1)); /* exact size: reading beyond is seen by ASan */
    g_autofree char *fault = faults_of(prefix, i);
    g_assert_cmpint(*fault == '\0', ==, i == n);
  }
  for (gsize i = 0; i < n; i++)
    for (guint byte = 0; byte < 256; byte++) {
      g_autofree char *changed = g_memdup2(text, n);
      changed[i] = (char)byte;
      g_autofree char *fault = faults_of(changed, n);
      g_assert_true(*fault == '\0' || (*fault >= '1' && *fault <= '3'));
    }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/read/json-text/accepts", test_accepts);
  g_test_add_func("/read/json-text/refuses", test_refuses);
  g_test_add_func("/read/json-text/nul-and-length", test_nul_and_length);
  g_test_add_func("/read/json-text/many-members", test_many_members);
  g_test_add_func("/read/json-text/depth", test_depth);
  g_test_add_func("/read/json-text/places", test_places);
  g_test_add_func("/read/json-text/fill", test_fill);
  g_test_add_func("/read/json-text/fill-faults", test_fill_faults);
  g_test_add_func("/read/json-text/peek", test_peek);
  g_test_add_func("/read/json-text/mutations", test_mutations);
  return g_test_run();
}
