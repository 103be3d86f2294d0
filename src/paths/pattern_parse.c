/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The grammar, after SPARQL 1.1 (rules 88–96). Each rule is a function here:
 *
 *   choice   = row ("|" row)*
 *   row      = part (("/" | before or after a test: nothing) part)*
 *   part     = test | ["^"] primary count*
 *   primary  = (one | "!" (item | "(" item ("|" item)* ")")) ["[" conditions "]"] | "(" choice ")"
 *   item     = ["^"] one
 *   one      = name | "." | "[" signs "]"
 *   count    = "?" | "*" | "+" | "{" [n] ["," [m]] "}"
 *   test     = "<" ("type" | "id") ("=" | "!=") name ("|" name)* ">" */
#include "paths/pattern_parse.h"

#include "corpus/names.h"
#include "paths/pattern.h"
#include "paths/pattern_scan.h"
#include "text/error.h"
#include "text/message.h"

#include <string.h>

#define MAX_DEPTH 100

typedef struct {
  RelataCorpus *corpus;
  const RelataSchema *schema;
  RelataPatternScan scan;
  guint depth;
  RelataPatternTree *tree;
  gboolean negating; /* what is read are the items of "!" */
} Parser;

static RelataPatternNode *read_choice(Parser *parser);

/* Names are compared without regard to dashes at their ends, and a pattern must not take "attacks-", which
 * looks like half an arrow, for "attacks": such a name must be written as it is. */
static gboolean
is_written_so(const Parser *parser, guint found, const char *name, gboolean of_actors)
{
  const char *id = of_actors ? relata_schema_actor_type(parser->schema, found)->id
                             : relata_schema_relation_type(parser->schema, found)->id;
  return (!g_str_has_prefix(name, "-") && !g_str_has_suffix(name, "-")) || strcmp(id, name) == 0;
}

/* Returns the index of the type with that name. Where there is none, returns RELATA_NONE and sets an error
 * that names the nearest. */
static guint
find_type(Parser *parser, const char *at, const char *name, gboolean of_actors)
{
  const RelataSchema *schema = parser->schema;
  gboolean inverse = FALSE;
  guint found = of_actors ? relata_schema_find_actor_type(schema, name)
                          : relata_schema_resolve_relation_type(schema, name, &inverse);
  if (found != RELATA_NONE && !is_written_so(parser, found, name, of_actors))
    found = RELATA_NONE;
  if (found != RELATA_NONE && !inverse)
    return found;
  if (inverse) {
    g_autofree char *message = g_strdup_printf("'%s' is a relation read backward: write ^%s", name,
                                               relata_schema_relation_type(schema, found)->id);
    relata_scan_fail(&parser->scan, at, RELATA_ERROR_UNKNOWN_NAME, message);
    return RELATA_NONE;
  }
  g_autoptr(GPtrArray) ids = g_ptr_array_new();
  const guint n =
      of_actors ? relata_schema_actor_types(schema)->len : relata_schema_relation_types(schema)->len;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add(ids, (gpointer)(of_actors ? relata_schema_actor_type(schema, i)->id
                                              : relata_schema_relation_type(schema, i)->id));
  g_autoptr(GError) error = NULL;
  relata_unknown(&error, RELATA_ERROR_UNKNOWN_NAME, of_actors ? "actor type" : "relation type", name,
                 (const char *const *)ids->pdata, ids->len);
  relata_scan_fail(&parser->scan, at, RELATA_ERROR_UNKNOWN_NAME, error->message);
  return RELATA_NONE;
}

/* ── Steps ───────────────────────────────────────────────────────────────────────────────── */

static gboolean
add_type(Parser *parser, guint8 *ways, guint8 way)
{
  const char *at = parser->scan.at;
  g_autofree char *name = relata_scan_name(&parser->scan, NULL);
  if (name == NULL)
    return relata_scan_expect(&parser->scan, "a relation type, '.', '[', '^', '!', '(' or '<'");
  const guint wanted = find_type(parser, at, name, FALSE);
  if (wanted == RELATA_NONE)
    return FALSE;
  for (guint type = 0; type < parser->tree->n_types; type++)
    if (relata_schema_relation_is_a(parser->schema, type, wanted)) {
      ways[type] |= way;
      parser->tree->reports[type] |=
          !parser->negating && relata_schema_relation_type(parser->schema, wanted)->reporting;
    }
  return TRUE;
}

/* Reads what follows the bracket in "[+]". */
static gboolean
add_signs(Parser *parser, guint8 *ways, guint8 way)
{
  gboolean wanted[3] = {FALSE, FALSE, FALSE}, any = FALSE;
  for (const char *const signs = "-0+"; relata_scan_comes(&parser->scan, signs); any = TRUE)
    wanted[strchr(signs, *parser->scan.at++) - signs] = TRUE;
  if (!any || !relata_scan_take(&parser->scan, ']'))
    return relata_scan_expect(&parser->scan,
                              any ? "']'" : "a sign: - (hostile), 0 (neutral) or + (friendly)");
  for (guint type = 0; type < parser->tree->n_types; type++)
    if (wanted[1 + relata_schema_relation_type(parser->schema, type)->sign])
      ways[type] |= way;
  return TRUE;
}

static gboolean
add_one(Parser *parser, guint8 *ways, guint8 way)
{
  relata_scan_space(&parser->scan);
  if (relata_scan_take(&parser->scan, '['))
    return add_signs(parser, ways, way);
  if (!relata_scan_take(&parser->scan, '.'))
    return add_type(parser, ways, way);
  for (guint type = 0; type < parser->tree->n_types; type++)
    ways[type] |= way;
  return TRUE;
}

/* Reads what follows "!": a hop that is none of the items. It may go along relations if some item does, or
 * there is none, and against them if some item does. */
static gboolean
add_all_but(Parser *parser, guint8 *ways)
{
  const gboolean bracket = relata_scan_take(&parser->scan, '(');
  if (bracket && relata_scan_take(&parser->scan, ')')) {
    memset(ways, RELATA_WAY_ALONG, parser->tree->n_types);
    return TRUE;
  }
  g_autofree guint8 *named = g_new0(guint8, MAX(parser->tree->n_types, 1));
  guint8 used = 0;
  gboolean good;
  parser->negating = TRUE;
  do {
    const guint8 way = relata_scan_take(&parser->scan, '^') ? RELATA_WAY_AGAINST : RELATA_WAY_ALONG;
    good = add_one(parser, named, way);
    used |= way;
  } while (good && bracket && relata_scan_take(&parser->scan, '|'));
  parser->negating = FALSE;
  if (!good)
    return FALSE;
  if (bracket && !relata_scan_take(&parser->scan, ')'))
    return relata_scan_expect(&parser->scan, "'|' or ')'");
  for (guint type = 0; type < parser->tree->n_types; type++)
    ways[type] = used & (guint8)~named[type];
  return TRUE;
}

/* Appends a step and returns its node. `conditions` is the index of its conditions, or RELATA_NONE. */
static RelataPatternNode *
add_step(Parser *parser, guint8 *ways, guint conditions)
{
  g_ptr_array_add(parser->tree->steps, ways);
  g_array_append_val(parser->tree->conditions_of, conditions);
  return relata_pattern_node_new(RELATA_PATTERN_STEP, parser->tree->steps->len - 1);
}

/* Reads the conditions of a hop, where there are any. */
static gboolean
read_conditions(Parser *parser, guint *index)
{
  GPtrArray *all = parser->tree->conditions;
  *index = RELATA_NONE;
  if (!relata_scan_take(&parser->scan, '['))
    return TRUE;
  if (all->len == RELATA_PATTERN_MAX_CONDITIONED)
    return relata_scan_fail(&parser->scan, parser->scan.at - 1, RELATA_ERROR_VALUE,
                            "a pattern holds at most 16 hops with conditions");
  GArray *conditions = relata_conditions_read(&parser->scan, parser->corpus);
  if (conditions == NULL)
    return FALSE;
  *index = all->len;
  g_ptr_array_add(all, conditions);
  return TRUE;
}

static RelataPatternNode *
read_step(Parser *parser)
{
  g_autofree guint8 *ways = g_new0(guint8, MAX(parser->tree->n_types, 1));
  const gboolean good = relata_scan_take(&parser->scan, '!') ? add_all_but(parser, ways)
                                                             : add_one(parser, ways, RELATA_WAY_ALONG);
  guint conditions;
  if (!good || !read_conditions(parser, &conditions))
    return NULL;
  return add_step(parser, g_steal_pointer(&ways), conditions);
}

/* ── Tests ───────────────────────────────────────────────────────────────────────────────── */

static gboolean
add_actor_type(Parser *parser, RelataPatternTest *test, const char *name, const char *at)
{
  const GArray *types = relata_schema_actor_types(parser->schema);
  const guint wanted = find_type(parser, at, name, TRUE);
  if (wanted == RELATA_NONE)
    return FALSE;
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
    relata_scan_fail(&parser->scan, at, error->code, error->message);
  else
    g_array_append_val(test->actors, actor);
  return actor != RELATA_NONE;
}

/* Reads what follows "<". */
static RelataPatternNode *
read_test(Parser *parser)
{
  static const char *const kinds[] = {"type", "id"};
  const char *begin = parser->scan.at;
  RelataPatternTest test = {0};
  g_autofree char *kind = relata_scan_name(&parser->scan, NULL);
  const gboolean by_type = g_strcmp0(kind, kinds[0]) == 0;
  if (!by_type && g_strcmp0(kind, kinds[1]) != 0) {
    parser->scan.at = begin;
    relata_scan_expect(&parser->scan, "'type=' or 'id='");
    return NULL;
  }
  test.negated = relata_scan_take(&parser->scan, '!');
  if (!relata_scan_take(&parser->scan, '=')) {
    relata_scan_expect(&parser->scan, "'=' or '!='");
    return NULL;
  }
  if (parser->tree->tests->len == RELATA_PATTERN_MAX_TESTS) {
    relata_scan_fail(&parser->scan, begin, RELATA_ERROR_VALUE, "a pattern holds at most 32 tests of actors");
    return NULL;
  }
  *(by_type ? &test.types : &test.actors) = g_array_new(FALSE, FALSE, sizeof(guint));
  g_array_append_val(parser->tree->tests, test);
  do {
    relata_scan_space(&parser->scan);
    const char *at = parser->scan.at;
    g_autofree char *name = relata_scan_name(&parser->scan, "|>");
    if (name == NULL) {
      relata_scan_expect(&parser->scan, by_type ? "an actor type" : "an actor");
      return NULL;
    }
    if (!(by_type ? add_actor_type(parser, &test, name, at) : add_actor(parser, &test, name, at)))
      return NULL;
  } while (relata_scan_take(&parser->scan, '|'));
  if (!relata_scan_take(&parser->scan, '>')) {
    relata_scan_expect(&parser->scan, "'|' or '>'");
    return NULL;
  }
  return relata_pattern_node_new(RELATA_PATTERN_TEST, parser->tree->tests->len - 1);
}

/* ── Composition ─────────────────────────────────────────────────────────────────────────── */

/* Reverses the sequence of hops: ^(a/b) is ^b/^a. */
static void
invert(Parser *parser, RelataPatternNode *node)
{
  node->is_turned = !node->is_turned;
  if (node->kind == RELATA_PATTERN_STEP) {
    const guint8 *ways = g_ptr_array_index(parser->tree->steps, node->index);
    guint8 *swapped = g_new0(guint8, MAX(parser->tree->n_types, 1));
    for (guint type = 0; type < parser->tree->n_types; type++)
      swapped[type] = (guint8)((ways[type] & RELATA_WAY_ALONG) << 1 | (ways[type] & RELATA_WAY_AGAINST) >> 1);
    g_ptr_array_add(parser->tree->steps, swapped);
    const guint conditions = g_array_index(parser->tree->conditions_of, guint, node->index);
    g_array_append_val(parser->tree->conditions_of, conditions);
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

/* Reads what follows "{": "2}", "1,3}", "2,}", ",3}" or ",}". */
static gboolean
read_braces(Parser *parser, guint *least, guint *most)
{
  const char *begin = parser->scan.at;
  const gboolean has_least = relata_scan_number(&parser->scan, least);
  if (!has_least)
    *least = 0;
  *most = *least;
  const gboolean has_comma = relata_scan_take(&parser->scan, ',');
  if (has_comma && !relata_scan_number(&parser->scan, most))
    *most = G_MAXUINT;
  if (!(has_least || has_comma) || !relata_scan_take(&parser->scan, '}'))
    return relata_scan_expect(&parser->scan, has_least || has_comma ? "'}'" : "a number");
  if (*least > *most || *least >= RELATA_PATTERN_MAX_STATES ||
      (*most != G_MAXUINT && *most >= RELATA_PATTERN_MAX_STATES))
    return relata_scan_fail(&parser->scan, begin, RELATA_ERROR_VALUE,
                            *least > *most
                                ? "the first number is greater than the second"
                                : "a part can be repeated at most 63 times, or without limit: {2,}");
  return TRUE;
}

/* Sets the node's text: from `begin` to what was read last. */
static void
set_text(const Parser *parser, RelataPatternNode *node, guint begin)
{
  const char *end = parser->scan.at;
  while (end > parser->scan.text && g_ascii_isspace(end[-1]))
    end--;
  node->begin = begin;
  node->end = (guint)(end - parser->scan.text);
}

/* Wraps the node in the repetition that follows it. Returns FALSE on error; the caller still owns the
 * node. */
static gboolean
read_count(Parser *parser, RelataPatternNode **node)
{
  guint least = 0, most = G_MAXUINT;
  if (!relata_scan_comes(&parser->scan, "?*+{"))
    return TRUE;
  const char mark = *parser->scan.at++;
  if (mark == '?')
    most = 1;
  else if (mark == '+')
    least = 1;
  else if (mark == '{' && !read_braces(parser, &least, &most))
    return FALSE;
  RelataPatternNode *repeat = relata_pattern_node_new(RELATA_PATTERN_REPEAT, 0);
  repeat->least = least;
  repeat->most = most;
  g_ptr_array_add(repeat->parts, *node);
  set_text(parser, repeat, (*node)->begin);
  *node = repeat;
  if (relata_scan_comes(&parser->scan, "?*+{"))
    return relata_scan_fail(&parser->scan, parser->scan.at, RELATA_ERROR_VALUE,
                            "a part has one count; brackets give it another, as in (a?)+");
  return TRUE;
}

static RelataPatternNode *
read_primary(Parser *parser)
{
  if (!relata_scan_take(&parser->scan, '('))
    return read_step(parser);
  RelataPatternNode *node = read_choice(parser);
  if (node == NULL)
    return NULL;
  if (relata_scan_take(&parser->scan, ')')) {
    if (!relata_scan_comes(&parser->scan, "["))
      return node;
    relata_scan_fail(&parser->scan, parser->scan.at, RELATA_ERROR_VALUE,
                     "conditions are those of one hop: write them behind its relation, within the brackets");
    relata_pattern_node_free(node);
    return NULL;
  }
  relata_scan_expect(&parser->scan, "'/', '|' or ')'");
  relata_pattern_node_free(node);
  return NULL;
}

static RelataPatternNode *
read_part(Parser *parser)
{
  const guint depth = parser->depth;
  const gboolean is_test = relata_scan_comes(&parser->scan, "<");
  const gboolean inverse = !is_test && relata_scan_take(&parser->scan, '^');
  relata_scan_space(&parser->scan);
  const guint begin = (guint)(parser->scan.at - parser->scan.text);
  parser->scan.at += is_test;
  RelataPatternNode *node = is_test ? read_test(parser) : read_primary(parser);
  if (node != NULL)
    set_text(parser, node, begin);
  if (node != NULL && !is_test && !read_count(parser, &node))
    g_clear_pointer(&node, relata_pattern_node_free);
  if (node != NULL && inverse)
    invert(parser, node);
  parser->depth = depth;
  return node;
}

static RelataPatternNode *
read_row(Parser *parser)
{
  RelataPatternNode *row = relata_pattern_node_new(RELATA_PATTERN_ROW, 0);
  gboolean more = TRUE;
  while (more) {
    RelataPatternNode *part = read_part(parser);
    if (part == NULL) {
      relata_pattern_node_free(row);
      return NULL;
    }
    const gboolean was_test = part->kind == RELATA_PATTERN_TEST;
    g_ptr_array_add(row->parts, part);
    more = relata_scan_take(&parser->scan, '/') || relata_scan_comes(&parser->scan, "<") ||
           (was_test && *parser->scan.at != '\0' && !relata_scan_comes(&parser->scan, "|)?*+{"));
  }
  return row;
}

static RelataPatternNode *
read_choice(Parser *parser)
{
  if (++parser->depth > MAX_DEPTH) {
    relata_scan_fail(&parser->scan, parser->scan.at, RELATA_ERROR_VALUE, "the pattern is nested too deep");
    return NULL;
  }
  RelataPatternNode *choice = relata_pattern_node_new(RELATA_PATTERN_CHOICE, 0);
  do {
    RelataPatternNode *row = read_row(parser);
    if (row == NULL) {
      relata_pattern_node_free(choice);
      return NULL;
    }
    g_ptr_array_add(choice->parts, row);
  } while (relata_scan_take(&parser->scan, '|'));
  parser->depth--;
  return choice;
}

RelataPatternTree *
relata_pattern_tree_parse(RelataCorpus *corpus, const char *text, GError **error)
{
  g_autoptr(RelataPatternTree) tree = relata_pattern_tree_new(relata_corpus_schema(corpus));
  g_autoptr(GError) problem = NULL;
  Parser parser = {corpus, relata_corpus_schema(corpus), {text, text, &problem}, 0, tree, FALSE};
  const char *end;
  if (!g_utf8_validate(text, -1, &end)) {
    relata_scan_fail(&parser.scan, end, RELATA_ERROR_VALUE, "this is not UTF-8");
    g_propagate_error(error, g_steal_pointer(&problem));
    return NULL;
  }
  relata_scan_space(&parser.scan);
  const guint begin = (guint)(parser.scan.at - text);
  tree->root = read_choice(&parser);
  if (tree->root != NULL)
    set_text(&parser, tree->root, begin);
  relata_scan_space(&parser.scan);
  if (tree->root != NULL && *parser.scan.at != '\0')
    relata_scan_expect(&parser.scan, "'/', '|', a count or the end of the pattern");
  if (problem == NULL)
    return g_steal_pointer(&tree);
  g_propagate_error(error, g_steal_pointer(&problem));
  return NULL;
}
