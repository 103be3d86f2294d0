/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Random path patterns, written out and understood without the engine: while a pattern is written, its
 * meaning is put together as a regular expression over hops, which is followed by partial derivatives
 * (Antimirov 1996): what may come after a hop is again a set of expressions. No automaton is made. */
#ifndef RELATA_TESTS_PATTERN_ORACLE_H
#define RELATA_TESTS_PATTERN_ORACLE_H

#include "path_world.h"

#define ORACLE_ALONG   1u
#define ORACLE_AGAINST 2u
#define ORACLE_NO_END  G_MAXUINT
#define ORACLE_MOST    64 /* expressions that a pattern can become */

typedef enum { ITEM_TYPE, ITEM_ANY, ITEM_SIGNS } ItemKind;

typedef struct {
  ItemKind kind;
  guint value; /* type; or signs as bits: 1 hostile, 2 neutral, 4 friendly */
  guint way;
} Item;

typedef struct {
  Item items[3];
  guint n_items;
  gboolean negated; /* "!": none of the items; where there are none, any along it */
} Step;

typedef struct {
  gboolean negated;
  guint types, actors; /* as bits; one of them is 0 */
} Test;

typedef enum { EXPR_EMPTY, EXPR_STEP, EXPR_TEST, EXPR_ROW, EXPR_CHOICE, EXPR_REPEAT } ExprKind;

/* One of its parts is another by number; equal expressions are one. */
typedef struct {
  ExprKind kind;
  guint a, b; /* parts; of a STEP: its number, and whether it is turned round; of a TEST: its number */
  guint least, most;
} Expr;

typedef struct {
  guint step;
  gboolean turned;
  guint rest; /* index of what is left */
} Head;

/* A part of the pattern as it was written; its parts in the order in which they are walked. */
typedef struct {
  ExprKind kind;
  guint expr;
  char *text; /* a pattern of its own; NULL of rows */
  GPtrArray *parts;
} Written;

typedef struct {
  const World *world;
  GString *text;
  GArray *exprs, *steps, *tests;
  guint root;
  Written *written;         /* or NULL */
  GStringChunk *texts;      /* of its beginnings */
  guint rests[ORACLE_MOST]; /* what the pattern can become: expressions; the root first */
  guint n_rests;
  gboolean too_many;
  GArray *heads[ORACLE_MOST][WORLD_MAX_ACTORS]; /* of Head, made when asked for */
} OraclePattern;

/* ── Expressions ─────────────────────────────────────────────────────────────────────────── */

static inline guint
oracle_expr(OraclePattern *pattern, Expr expr)
{
  for (guint i = 0; i < pattern->exprs->len; i++) {
    const Expr *known = &g_array_index(pattern->exprs, Expr, i);
    if (known->kind == expr.kind && known->a == expr.a && known->b == expr.b && known->least == expr.least &&
        known->most == expr.most)
      return i;
  }
  g_array_append_val(pattern->exprs, expr);
  return pattern->exprs->len - 1;
}

static inline guint
oracle_row(OraclePattern *pattern, guint a, guint b)
{
  if (g_array_index(pattern->exprs, Expr, a).kind == EXPR_EMPTY)
    return b;
  return oracle_expr(pattern, (Expr){EXPR_ROW, a, b, 0, 0});
}

static inline gboolean
oracle_passes(const OraclePattern *pattern, guint test_number, guint actor)
{
  const Test *test = &g_array_index(pattern->tests, Test, test_number);
  const guint type = pattern->world->actor_types[actor];
  gboolean is = (test->actors >> actor & 1) != 0;
  if (test->types != 0 && type < WORLD_ACTOR_TYPES)
    is = (test->types >> type & 1) != 0 ||
         (strcmp(world_actor_types[type].id, "militia") == 0 && (test->types >> 1 & 1) != 0);
  return is != test->negated;
}

/* Whether the expression fits no hop at all, at that actor. */
static inline gboolean
oracle_is_empty(const OraclePattern *pattern, guint number, guint actor)
{
  const Expr *expr = &g_array_index(pattern->exprs, Expr, number);
  switch (expr->kind) {
  case EXPR_EMPTY:
    return TRUE;
  case EXPR_TEST:
    return oracle_passes(pattern, expr->a, actor);
  case EXPR_ROW:
    return oracle_is_empty(pattern, expr->a, actor) && oracle_is_empty(pattern, expr->b, actor);
  case EXPR_CHOICE:
    return oracle_is_empty(pattern, expr->a, actor) || oracle_is_empty(pattern, expr->b, actor);
  case EXPR_REPEAT:
    return expr->least == 0 || oracle_is_empty(pattern, expr->a, actor);
  case EXPR_STEP:
  default:
    return FALSE;
  }
}

/* Appends the first hops of the expression at an actor, each with the expression that is left after it. */
static inline void
oracle_first(OraclePattern *pattern, guint number, guint actor, GArray *heads)
{
  const Expr expr = g_array_index(pattern->exprs, Expr, number);
  const guint before = heads->len;
  switch (expr.kind) {
  case EXPR_STEP: {
    const Head head = {expr.a, expr.b != 0, oracle_expr(pattern, (Expr){EXPR_EMPTY, 0, 0, 0, 0})};
    g_array_append_val(heads, head);
    break;
  }
  case EXPR_ROW:
    oracle_first(pattern, expr.a, actor, heads);
    for (guint i = before; i < heads->len; i++)
      g_array_index(heads, Head, i).rest = oracle_row(pattern, g_array_index(heads, Head, i).rest, expr.b);
    if (oracle_is_empty(pattern, expr.a, actor))
      oracle_first(pattern, expr.b, actor, heads);
    break;
  case EXPR_CHOICE:
    oracle_first(pattern, expr.a, actor, heads);
    oracle_first(pattern, expr.b, actor, heads);
    break;
  case EXPR_REPEAT: {
    if (expr.most == 0)
      break;
    const Expr fewer = {EXPR_REPEAT, expr.a, 0, expr.least > 0 ? expr.least - 1 : 0,
                        expr.most == ORACLE_NO_END ? ORACLE_NO_END : expr.most - 1};
    const guint others = oracle_expr(pattern, fewer);
    oracle_first(pattern, expr.a, actor, heads);
    for (guint i = before; i < heads->len; i++)
      g_array_index(heads, Head, i).rest = oracle_row(pattern, g_array_index(heads, Head, i).rest, others);
    if (expr.least > 0 && oracle_is_empty(pattern, expr.a, actor))
      oracle_first(pattern, others, actor, heads); /* the first time takes no hop here */
    break;
  }
  case EXPR_EMPTY:
  case EXPR_TEST:
  default:
    break;
  }
}

static inline guint
oracle_rest(OraclePattern *pattern, guint expr)
{
  for (guint i = 0; i < pattern->n_rests; i++)
    if (pattern->rests[i] == expr)
      return i;
  if (pattern->n_rests == ORACLE_MOST) {
    pattern->too_many = TRUE;
    return 0;
  }
  pattern->rests[pattern->n_rests++] = expr;
  return pattern->n_rests - 1;
}

static inline const GArray *
oracle_heads(OraclePattern *pattern, guint rest, guint actor)
{
  GArray **heads = &pattern->heads[rest][actor];
  if (*heads == NULL) {
    *heads = g_array_new(FALSE, FALSE, sizeof(Head));
    oracle_first(pattern, pattern->rests[rest], actor, *heads);
    for (guint i = 0; i < (*heads)->len; i++) {
      Head *head = &g_array_index(*heads, Head, i);
      head->rest = oracle_rest(pattern, head->rest);
    }
  }
  return *heads;
}

/* ── Hops ────────────────────────────────────────────────────────────────────────────────── */

static inline gboolean
oracle_type_is_a(guint type, guint ancestor)
{
  const char *at = world_types[type].id;
  while (at != NULL) {
    if (strcmp(at, world_types[ancestor].id) == 0)
      return TRUE;
    guint i = 0;
    while (strcmp(world_types[i].id, at) != 0)
      i++;
    at = world_types[i].parent;
  }
  return FALSE;
}

static inline gboolean
oracle_item_is(const Item *item, guint type)
{
  if (item->kind == ITEM_TYPE)
    return oracle_type_is_a(type, item->value);
  return item->kind == ITEM_ANY || (item->value >> (world_types[type].sign + 1) & 1) != 0;
}

/* Whether a step takes a hop of the type that can be walked in these ways. */
static inline gboolean
oracle_takes(const OraclePattern *pattern, const Head *head, guint type, guint ways)
{
  const Step *step = &g_array_index(pattern->steps, Step, head->step);
  if (head->turned)
    ways = (ways & ORACLE_ALONG ? ORACLE_AGAINST : 0) | (ways & ORACLE_AGAINST ? ORACLE_ALONG : 0);
  for (guint way = ORACLE_ALONG; way <= ORACLE_AGAINST; way++) {
    gboolean asked = step->n_items == 0 && way == ORACLE_ALONG, named = FALSE;
    for (guint i = 0; i < step->n_items; i++) {
      asked = asked || step->items[i].way == way;
      named = named || (step->items[i].way == way && oracle_item_is(&step->items[i], type));
    }
    if ((ways & way) != 0 && asked && named != step->negated)
      return TRUE;
  }
  return FALSE;
}

/* What can be left (as bits) after a hop from an actor, of what could be left before. */
static inline guint64
oracle_advance(OraclePattern *pattern, guint64 rests, guint actor, guint type, guint ways)
{
  guint64 after = 0;
  for (guint i = 0; i < pattern->n_rests; i++) {
    if ((rests >> i & 1) == 0)
      continue;
    const GArray *heads = oracle_heads(pattern, i, actor);
    for (guint k = 0; k < heads->len; k++)
      if (oracle_takes(pattern, &g_array_index(heads, Head, k), type, ways))
        after |= (guint64)1 << g_array_index(heads, Head, k).rest;
  }
  return after;
}

static inline gboolean
oracle_accepts(const OraclePattern *pattern, guint64 rests, guint actor)
{
  for (guint i = 0; i < pattern->n_rests; i++)
    if ((rests >> i & 1) != 0 && oracle_is_empty(pattern, pattern->rests[i], actor))
      return TRUE;
  return FALSE;
}

/* ── Made and freed ──────────────────────────────────────────────────────────────────────── */

static inline OraclePattern *
oracle_pattern_new(const World *world)
{
  OraclePattern *pattern = g_new0(OraclePattern, 1);
  pattern->world = world;
  pattern->text = g_string_new(NULL);
  pattern->texts = g_string_chunk_new(256);
  pattern->exprs = g_array_new(FALSE, FALSE, sizeof(Expr));
  pattern->steps = g_array_new(FALSE, FALSE, sizeof(Step));
  pattern->tests = g_array_new(FALSE, FALSE, sizeof(Test));
  return pattern;
}

/* Any number of hops, along ties or either way. */
static inline OraclePattern *
oracle_pattern_any(const World *world, gboolean directed)
{
  OraclePattern *pattern = oracle_pattern_new(world);
  const Step step = {.items = {{ITEM_ANY, 0, ORACLE_ALONG}, {ITEM_ANY, 0, ORACLE_AGAINST}},
                     .n_items = directed ? 1 : 2};
  g_array_append_val(pattern->steps, step);
  pattern->root = oracle_expr(pattern, (Expr){EXPR_STEP, 0, FALSE, 0, 0});
  pattern->root = oracle_expr(pattern, (Expr){EXPR_REPEAT, pattern->root, 0, 0, ORACLE_NO_END});
  oracle_rest(pattern, pattern->root);
  return pattern;
}

/* From here on the pattern is that expression of it. */
static inline void
oracle_begin_with(OraclePattern *pattern, guint expr)
{
  for (guint i = 0; i < ORACLE_MOST; i++)
    for (guint k = 0; k < WORLD_MAX_ACTORS; k++)
      g_clear_pointer(&pattern->heads[i][k], g_array_unref);
  pattern->n_rests = 0;
  pattern->too_many = FALSE;
  oracle_rest(pattern, expr);
}

static inline void
written_free(gpointer data)
{
  Written *written = data;
  if (written == NULL)
    return;
  g_ptr_array_unref(written->parts);
  g_free(written->text);
  g_free(written);
}

static inline void
oracle_pattern_free(OraclePattern *pattern)
{
  oracle_begin_with(pattern, pattern->root);
  written_free(pattern->written);
  g_string_free(pattern->text, TRUE);
  g_string_chunk_free(pattern->texts);
  g_array_unref(pattern->exprs);
  g_array_unref(pattern->steps);
  g_array_unref(pattern->tests);
  g_free(pattern);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OraclePattern, oracle_pattern_free)

#endif
