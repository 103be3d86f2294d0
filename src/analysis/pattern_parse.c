/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The grammar, after SPARQL 1.1 (rules 88–96), of which each rule is a function here:
 *
 *   choice   = row ("|" row)*
 *   row      = part (("/" | before or after a test: nothing) part)*
 *   part     = test | ["^"] primary count*
 *   primary  = one | "!" (item | "(" item ("|" item)* ")") | "(" choice ")"
 *   item     = ["^"] one
 *   one      = name | "." | "[" signs "]"
 *   count    = "?" | "*" | "+" | "{" [n] ["," [m]] "}"
 *   test     = "<" ("type" | "id") ("=" | "!=") name ("|" name)* ">" */
#include "analysis/pattern_parse.h"

#include "analysis/pattern.h"
#include "corpus/names.h"
#include "text/display.h"
#include "text/error.h"
#include "text/name.h"

#include <string.h>

#define MAX_DEPTH 100

typedef struct {
  RelataCorpus *corpus;
  const RelataSchema *schema;
  const char *text, *at;
  guint depth;
  RelataPatternTree *tree;
  GError **error;
} Parser;

static RelataPatternNode *read_choice(Parser *parser);

static void
node_free(gpointer data)
{
  RelataPatternNode *node = data;
  g_ptr_array_unref(node->parts);
  g_free(node);
}

static RelataPatternNode *
node_new(RelataPatternKind kind, guint index)
{
  RelataPatternNode *node = g_new0(RelataPatternNode, 1);
  node->kind = kind;
  node->index = index;
  node->parts = g_ptr_array_new_with_free_func(node_free);
  return node;
}

/* ── Errors ──────────────────────────────────────────────────────────────────────────────── */

/* What is wrong first, and below it the pattern with a caret. */
static void
fail_at(Parser *parser, const char *at, gint code, const char *message)
{
  if (*parser->error != NULL)
    return;
  /* With something after it, so that a space before the fault is not one at the end, which is not shown. */
  g_autofree char *before = g_strdup_printf("%.*s^", (int)(at - parser->text), parser->text);
  g_autofree char *shown = relata_display_safe(parser->text), *shown_before = relata_display_safe(before);
  g_autofree char *said = relata_display_safe(message); /* it may hold a name */
  g_set_error(parser->error, RELATA_ERROR, code, "%s\n  %s\n  %*s^", said, shown,
              (int)relata_display_width(shown_before) - 1, "");
}

static void
expect(Parser *parser, const char *what)
{
  g_autofree char *message = NULL;
  if (*parser->at == '\0')
    message = g_strdup_printf("the pattern ends where %s is expected", what);
  else
    message = g_strdup_printf("%s is expected here", what);
  fail_at(parser, parser->at, RELATA_ERROR_VALUE, message);
}

static void
fail_unknown(Parser *parser, const char *at, const char *what, const char *name, const GPtrArray *ids)
{
  const char *near_one = relata_name_suggest(name, (const char *const *)ids->pdata, ids->len);
  g_autofree char *hint = near_one != NULL ? g_strdup_printf("; did you mean '%s'?", near_one) : g_strdup("");
  g_autofree char *message = g_strdup_printf("no %s is called '%s'%s", what, name, hint);
  fail_at(parser, at, RELATA_ERROR_UNKNOWN_NAME, message);
}

/* ── Words ───────────────────────────────────────────────────────────────────────────────── */

static void
skip_space(Parser *parser)
{
  while (g_ascii_isspace(*parser->at))
    parser->at++;
}

/* The character, if it comes next. */
static gboolean
take(Parser *parser, char character)
{
  skip_space(parser);
  if (*parser->at != character)
    return FALSE;
  parser->at++;
  return TRUE;
}

static gboolean
comes(Parser *parser, const char *characters)
{
  skip_space(parser);
  return *parser->at != '\0' && strchr(characters, *parser->at) != NULL;
}

static gboolean
is_name(char c)
{
  return g_ascii_isalnum(c) || c == '-' || c == '_' || c == ':' || (guchar)c >= 0x80;
}

/* A name, newly allocated; up to one of the characters `ends` where they are given, else of a name's letters.
 * NULL where none comes; a quote that is not closed is an error. */
static char *
read_name(Parser *parser, const char *ends)
{
  skip_space(parser);
  const char *begin = parser->at;
  if (*begin == '\'' || *begin == '"') {
    const char *end = strchr(begin + 1, *begin);
    if (end == NULL) {
      fail_at(parser, begin, RELATA_ERROR_VALUE, "this quotation mark is not closed");
      return NULL;
    }
    parser->at = end + 1;
    return g_strndup(begin + 1, (gsize)(end - begin - 1));
  }
  if (ends != NULL)
    parser->at += strcspn(begin, ends);
  else
    while (is_name(*parser->at))
      parser->at++;
  if (parser->at == begin)
    return NULL;
  return g_strchomp(g_strndup(begin, (gsize)(parser->at - begin)));
}

/* ── Steps ───────────────────────────────────────────────────────────────────────────────── */

static gboolean
add_type(Parser *parser, guint8 *ways, guint8 way)
{
  const char *at = parser->at;
  g_autofree char *name = read_name(parser, NULL);
  if (name == NULL) {
    expect(parser, "a relation type, '.', '[', '^', '!', '(' or '<'");
    return FALSE;
  }
  const guint wanted = relata_schema_find_relation_type(parser->schema, name);
  if (wanted == RELATA_NONE) {
    const GArray *types = relata_schema_relation_types(parser->schema);
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    for (guint i = 0; i < types->len; i++)
      g_ptr_array_add(ids, (gpointer)g_array_index(types, RelataRelationType, i).id);
    fail_unknown(parser, at, "relation type", name, ids);
    return FALSE;
  }
  for (guint type = 0; type < parser->tree->n_types; type++)
    if (relata_schema_relation_is_a(parser->schema, type, wanted))
      ways[type] |= way;
  return TRUE;
}

/* "[+]", the bracket being read. */
static gboolean
add_signs(Parser *parser, guint8 *ways, guint8 way)
{
  gboolean wanted[3] = {FALSE, FALSE, FALSE};
  const char *const signs = "-0+";
  while (comes(parser, signs))
    wanted[strchr(signs, *parser->at++) - signs] = TRUE;
  if (!(wanted[0] || wanted[1] || wanted[2]) || !comes(parser, "]")) {
    expect(parser,
           wanted[0] || wanted[1] || wanted[2] ? "']'" : "a sign: - (hostile), 0 (neutral) or + (friendly)");
    return FALSE;
  }
  parser->at++;
  for (guint type = 0; type < parser->tree->n_types; type++)
    if (wanted[1 + relata_schema_relation_type(parser->schema, type)->sign])
      ways[type] |= way;
  return TRUE;
}

static gboolean
add_one(Parser *parser, guint8 *ways, guint8 way)
{
  skip_space(parser);
  if (take(parser, '['))
    return add_signs(parser, ways, way);
  if (!take(parser, '.'))
    return add_type(parser, ways, way);
  for (guint type = 0; type < parser->tree->n_types; type++)
    ways[type] |= way;
  return TRUE;
}

/* What follows "!": a hop that is none of the items; along relations if one of them is, against them
 * likewise. */
static gboolean
add_all_but(Parser *parser, guint8 *ways)
{
  const gboolean bracket = take(parser, '(');
  g_autofree guint8 *named = g_new0(guint8, MAX(parser->tree->n_types, 1));
  guint8 used = 0;
  do {
    const guint8 way = take(parser, '^') ? RELATA_WAY_AGAINST : RELATA_WAY_ALONG;
    if (!add_one(parser, named, way))
      return FALSE;
    used |= way;
  } while (bracket && take(parser, '|'));
  if (bracket && !take(parser, ')')) {
    expect(parser, "'|' or ')'");
    return FALSE;
  }
  for (guint type = 0; type < parser->tree->n_types; type++)
    ways[type] = used & (guint8)~named[type];
  return TRUE;
}

static RelataPatternNode *
read_step(Parser *parser)
{
  g_autofree guint8 *ways = g_new0(guint8, MAX(parser->tree->n_types, 1));
  const gboolean good =
      take(parser, '!') ? add_all_but(parser, ways) : add_one(parser, ways, RELATA_WAY_ALONG);
  if (!good)
    return NULL;
  g_ptr_array_add(parser->tree->steps, g_steal_pointer(&ways));
  RelataPatternNode *node = node_new(RELATA_PATTERN_STEP, parser->tree->steps->len - 1);
  node->end = (guint)(parser->at - parser->text);
  return node;
}

/* ── Tests ───────────────────────────────────────────────────────────────────────────────── */

static gboolean
add_actor_type(Parser *parser, RelataPatternTest *test, const char *name, const char *at)
{
  const GArray *types = relata_schema_actor_types(parser->schema);
  const guint wanted = relata_schema_find_actor_type(parser->schema, name);
  if (wanted == RELATA_NONE) {
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    for (guint i = 0; i < types->len; i++)
      g_ptr_array_add(ids, (gpointer)g_array_index(types, RelataActorType, i).id);
    fail_unknown(parser, at, "actor type", name, ids);
    return FALSE;
  }
  for (guint type = 0; type < types->len; type++)
    if (relata_schema_actor_type_is_a(parser->schema, type, wanted))
      g_array_append_val(test->types, type);
  return TRUE;
}

static gboolean
add_actor(Parser *parser, RelataPatternTest *test, const char *name, const char *at)
{
  g_autoptr(GError) error = NULL;
  const guint actor = relata_corpus_resolve_actor(parser->corpus, name, &error);
  if (actor == RELATA_NONE)
    fail_at(parser, at, error->code, error->message);
  else
    g_array_append_val(test->actors, actor);
  return actor != RELATA_NONE;
}

/* After "<". */
static RelataPatternNode *
read_test(Parser *parser)
{
  static const char *const kinds[] = {"type", "id"};
  const char *begin = parser->at;
  RelataPatternTest test = {0};
  g_autofree char *kind = read_name(parser, NULL);
  const gboolean by_type = g_strcmp0(kind, kinds[0]) == 0;
  if (!by_type && g_strcmp0(kind, kinds[1]) != 0) {
    parser->at = begin;
    expect(parser, "'type=' or 'id='");
    return NULL;
  }
  test.negated = take(parser, '!');
  if (!take(parser, '=')) {
    expect(parser, "'=' or '!='");
    return NULL;
  }
  if (parser->tree->tests->len == RELATA_PATTERN_MAX_TESTS) {
    fail_at(parser, begin, RELATA_ERROR_LIMIT, "a pattern holds at most 32 tests of actors");
    return NULL;
  }
  *(by_type ? &test.types : &test.actors) = g_array_new(FALSE, FALSE, sizeof(guint));
  g_array_append_val(parser->tree->tests, test);
  do {
    skip_space(parser);
    const char *at = parser->at;
    g_autofree char *name = read_name(parser, "|>");
    if (name == NULL) {
      expect(parser, by_type ? "an actor type" : "an actor");
      return NULL;
    }
    if (!(by_type ? add_actor_type(parser, &test, name, at) : add_actor(parser, &test, name, at)))
      return NULL;
  } while (take(parser, '|'));
  if (!take(parser, '>')) {
    expect(parser, "'|' or '>'");
    return NULL;
  }
  return node_new(RELATA_PATTERN_TEST, parser->tree->tests->len - 1);
}

/* ── Composition ─────────────────────────────────────────────────────────────────────────── */

/* Turns the row of hops round: ^(a/b) is ^b/^a. */
static void
invert(Parser *parser, RelataPatternNode *node)
{
  if (node->kind == RELATA_PATTERN_STEP) {
    const guint8 *ways = g_ptr_array_index(parser->tree->steps, node->index);
    guint8 *swapped = g_new0(guint8, MAX(parser->tree->n_types, 1));
    for (guint type = 0; type < parser->tree->n_types; type++)
      swapped[type] = (guint8)((ways[type] & RELATA_WAY_ALONG) << 1 | (ways[type] & RELATA_WAY_AGAINST) >> 1);
    g_ptr_array_add(parser->tree->steps, swapped);
    node->index = parser->tree->steps->len - 1;
  }
  for (guint i = 0; i < node->parts->len; i++)
    invert(parser, g_ptr_array_index(node->parts, i));
  for (guint i = 0; node->kind == RELATA_PATTERN_ROW && i < node->parts->len / 2; i++) {
    gpointer *parts = node->parts->pdata, part = parts[i];
    parts[i] = parts[node->parts->len - 1 - i];
    parts[node->parts->len - 1 - i] = part;
  }
}

static gboolean
read_number(Parser *parser, guint *number)
{
  skip_space(parser);
  if (!g_ascii_isdigit(*parser->at))
    return FALSE;
  char *end;
  *number = (guint)MIN(g_ascii_strtoull(parser->at, &end, 10), G_MAXUINT - 1);
  parser->at = end;
  return TRUE;
}

/* After "{": "2}", "1,3}", "2,}" or ",3}". */
static gboolean
read_braces(Parser *parser, guint *least, guint *most)
{
  const char *begin = parser->at;
  const gboolean has_least = read_number(parser, least);
  if (!has_least)
    *least = 0;
  *most = *least;
  gboolean has_most = has_least;
  if (take(parser, ',')) {
    has_most = read_number(parser, most);
    if (!has_most)
      *most = G_MAXUINT;
    has_most = has_most || has_least;
  }
  if (!has_most || !take(parser, '}')) {
    expect(parser, has_most ? "'}'" : "a number");
    return FALSE;
  }
  if (*least > *most || *least > RELATA_PATTERN_MAX_STATES ||
      (*most != G_MAXUINT && *most > RELATA_PATTERN_MAX_STATES)) {
    fail_at(parser, begin, RELATA_ERROR_VALUE,
            *least > *most ? "the first number is greater than the second"
                           : "a part can be repeated at most 64 times, or without limit: {2,}");
    return FALSE;
  }
  return TRUE;
}

/* Wraps the node in the repetitions that follow it. FALSE on error; the node is the caller's all the same. */
static gboolean
read_counts(Parser *parser, RelataPatternNode **node)
{
  while (comes(parser, "?*+{")) {
    guint least = 0, most = G_MAXUINT;
    const char mark = *parser->at++;
    if (mark == '?')
      most = 1;
    else if (mark == '+')
      least = 1;
    else if (mark == '{' && !read_braces(parser, &least, &most))
      return FALSE;
    RelataPatternNode *repeat = node_new(RELATA_PATTERN_REPEAT, 0);
    repeat->least = least;
    repeat->most = most;
    g_ptr_array_add(repeat->parts, *node);
    *node = repeat;
    if (++parser->depth > MAX_DEPTH) {
      fail_at(parser, parser->at - 1, RELATA_ERROR_LIMIT, "the pattern is nested too deep");
      return FALSE;
    }
  }
  return TRUE;
}

static RelataPatternNode *
read_primary(Parser *parser)
{
  if (!take(parser, '('))
    return read_step(parser);
  RelataPatternNode *node = read_choice(parser);
  if (node == NULL || take(parser, ')'))
    return node;
  expect(parser, "'/', '|' or ')'");
  node_free(node);
  return NULL;
}

static RelataPatternNode *
read_part(Parser *parser)
{
  if (take(parser, '<'))
    return read_test(parser);
  const guint depth = parser->depth;
  const gboolean inverse = take(parser, '^');
  RelataPatternNode *node = read_primary(parser);
  if (node != NULL && !read_counts(parser, &node))
    g_clear_pointer(&node, node_free);
  if (node != NULL && inverse)
    invert(parser, node);
  parser->depth = depth;
  return node;
}

static RelataPatternNode *
read_row(Parser *parser)
{
  RelataPatternNode *row = node_new(RELATA_PATTERN_ROW, 0);
  gboolean more = TRUE;
  while (more) {
    RelataPatternNode *part = read_part(parser);
    if (part == NULL) {
      node_free(row);
      return NULL;
    }
    const gboolean was_test = part->kind == RELATA_PATTERN_TEST;
    g_ptr_array_add(row->parts, part);
    more = take(parser, '/') || comes(parser, "<") ||
           (was_test && *parser->at != '\0' && !comes(parser, "|)?*+{"));
  }
  return row;
}

static RelataPatternNode *
read_choice(Parser *parser)
{
  if (++parser->depth > MAX_DEPTH) {
    fail_at(parser, parser->at, RELATA_ERROR_LIMIT, "the pattern is nested too deep");
    return NULL;
  }
  RelataPatternNode *choice = node_new(RELATA_PATTERN_CHOICE, 0);
  do {
    RelataPatternNode *row = read_row(parser);
    if (row == NULL) {
      node_free(choice);
      return NULL;
    }
    g_ptr_array_add(choice->parts, row);
  } while (take(parser, '|'));
  parser->depth--;
  return choice;
}

static void
clear_test(gpointer data)
{
  RelataPatternTest *test = data;
  g_clear_pointer(&test->types, g_array_unref);
  g_clear_pointer(&test->actors, g_array_unref);
}

RelataPatternTree *
relata_pattern_tree_parse(RelataCorpus *corpus, const char *text, GError **error)
{
  g_autoptr(RelataPatternTree) tree = g_new0(RelataPatternTree, 1);
  g_autoptr(GError) problem = NULL;
  Parser parser = {corpus, relata_corpus_schema(corpus), text, text, 0, tree, &problem};
  tree->steps = g_ptr_array_new_with_free_func(g_free);
  tree->tests = g_array_new(FALSE, FALSE, sizeof(RelataPatternTest));
  g_array_set_clear_func(tree->tests, clear_test);
  tree->n_types = relata_schema_relation_types(parser.schema)->len;
  const char *end;
  if (!g_utf8_validate(text, -1, &end)) {
    fail_at(&parser, end, RELATA_ERROR_VALUE, "this is not UTF-8");
    g_propagate_error(error, g_steal_pointer(&problem));
    return NULL;
  }
  tree->root = read_choice(&parser);
  skip_space(&parser);
  if (tree->root != NULL && *parser.at != '\0')
    expect(&parser, "'/', '|', a count or the end of the pattern");
  if (problem == NULL)
    return g_steal_pointer(&tree);
  g_propagate_error(error, g_steal_pointer(&problem));
  return NULL;
}

void
relata_pattern_tree_free(RelataPatternTree *tree)
{
  if (tree == NULL)
    return;
  if (tree->root != NULL)
    node_free(tree->root);
  g_ptr_array_unref(tree->steps);
  g_array_unref(tree->tests);
  g_free(tree);
}
