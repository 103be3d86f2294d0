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
  gboolean negated; /* "!": none of the items */
  guint end;        /* where it ends in the text */
  guint progress;   /* where the last of those ends that lead to the same place */
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

typedef struct {
  const World *world;
  GString *text;
  GArray *exprs, *steps, *tests;
  guint root;
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
    gboolean asked = FALSE, named = FALSE;
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

/* ── Written at random ───────────────────────────────────────────────────────────────────── */

static inline void
oracle_space(OraclePattern *pattern, GRand *random)
{
  if (world_one_in(random, 12))
    g_string_append(pattern->text, world_one_in(random, 3) ? " \t" : " ");
}

static inline Item
oracle_write_item(OraclePattern *pattern, GRand *random)
{
  static const char marks[] = "-0+";
  Item item = {ITEM_TYPE, world_below(random, WORLD_TYPES), ORACLE_ALONG};
  const guint which = world_below(random, 10);
  oracle_space(pattern, random);
  if (which < 3) {
    item.kind = ITEM_ANY;
    g_string_append_c(pattern->text, '.');
  } else if (which < 5) {
    item.kind = ITEM_SIGNS;
    item.value = 0;
    g_string_append_c(pattern->text, '[');
    do {
      const guint sign = world_below(random, 3);
      oracle_space(pattern, random);
      item.value |= 1u << sign;
      g_string_append_c(pattern->text, marks[sign]);
    } while (world_one_in(random, 3));
    oracle_space(pattern, random);
    g_string_append_c(pattern->text, ']');
  } else if (which < 9) {
    g_string_append(pattern->text, world_types[item.value].id);
  } else {
    g_autofree char *loud = g_ascii_strup(world_types[item.value].id, -1);
    g_string_append_printf(pattern->text, world_one_in(random, 2) ? "'%s'" : "\"%s\"",
                           g_strdelimit(loud, "-", ' '));
  }
  return item;
}

static inline guint
oracle_write_step(OraclePattern *pattern, GRand *random, gboolean turned)
{
  Step step = {.negated = world_one_in(random, 8)};
  if (!step.negated) {
    step.items[step.n_items++] = oracle_write_item(pattern, random);
  } else {
    g_string_append_c(pattern->text, '!');
    oracle_space(pattern, random);
    const gboolean brackets = world_one_in(random, 2);
    const guint n = brackets ? 1 + world_below(random, 3) : 1;
    g_string_append(pattern->text, brackets ? "(" : "");
    for (guint i = 0; i < n; i++) {
      const gboolean against = world_one_in(random, 3);
      g_string_append(pattern->text, i > 0 ? "|" : "");
      oracle_space(pattern, random);
      g_string_append(pattern->text, against ? "^" : "");
      step.items[step.n_items] = oracle_write_item(pattern, random);
      step.items[step.n_items++].way = against ? ORACLE_AGAINST : ORACLE_ALONG;
    }
    g_string_append(pattern->text, brackets ? ")" : "");
  }
  step.end = (guint)pattern->text->len;
  g_array_append_val(pattern->steps, step);
  return oracle_expr(pattern, (Expr){EXPR_STEP, pattern->steps->len - 1, turned ? 1 : 0, 0, 0});
}

static inline guint
oracle_write_test(OraclePattern *pattern, GRand *random)
{
  Test test = {.negated = world_one_in(random, 2)};
  const gboolean by_type = world_one_in(random, 2);
  g_string_append_printf(pattern->text, "<%s%s", by_type ? "type" : "id", test.negated ? "!=" : "=");
  do {
    oracle_space(pattern, random);
    g_string_append(pattern->text, (test.types | test.actors) != 0 ? "|" : "");
    const guint one = world_below(random, by_type ? WORLD_ACTOR_TYPES : pattern->world->n_actors);
    *(by_type ? &test.types : &test.actors) |= 1u << one;
    if (by_type || world_one_in(random, 2))
      g_string_append(pattern->text, by_type ? world_actor_types[one].id : world_actors[one]);
    else
      g_string_append_printf(pattern->text, world_one_in(random, 2) ? "Nom %u" : "'nom %u'", one);
  } while (world_one_in(random, 2));
  oracle_space(pattern, random);
  g_string_append_c(pattern->text, '>');
  g_array_append_val(pattern->tests, test);
  return oracle_expr(pattern, (Expr){EXPR_TEST, pattern->tests->len - 1, 0, 0, 0});
}

static inline guint
oracle_write_count(OraclePattern *pattern, GRand *random, guint expr)
{
  const guint which = world_below(random, 7), n = world_below(random, 3), more = world_below(random, 3);
  static const struct {
    const char *format;
    gboolean from_n, to_end; /* from 0; to no end */
  } counts[] = {{"?", FALSE, FALSE}, {"*", FALSE, TRUE}, {"+", TRUE, TRUE}};
  Expr repeat = {EXPR_REPEAT, expr, 0, 0, 1};
  oracle_space(pattern, random);
  if (which < 3) {
    g_string_append(pattern->text, counts[which].format);
    repeat.least = counts[which].from_n ? 1 : 0;
    repeat.most = counts[which].to_end ? ORACLE_NO_END : 1;
  } else if (which == 3) {
    g_string_append_printf(pattern->text, "{%u}", n);
    repeat.least = repeat.most = n;
  } else if (which == 4) {
    g_string_append_printf(pattern->text, "{%u,}", n);
    repeat.least = n;
    repeat.most = ORACLE_NO_END;
  } else if (which == 5) {
    g_string_append_printf(pattern->text, "{,%u}", n);
    repeat.most = n;
  } else {
    g_string_append_printf(pattern->text, "{%u, %u}", n, n + more);
    repeat.least = n;
    repeat.most = n + more;
  }
  return oracle_expr(pattern, repeat);
}

static inline guint oracle_write_choice(OraclePattern *pattern, GRand *random, guint depth, gboolean turned);

static inline guint
oracle_write_part(OraclePattern *pattern, GRand *random, guint depth, gboolean turned, gboolean is_test)
{
  oracle_space(pattern, random);
  if (is_test)
    return oracle_write_test(pattern, random);
  if (world_one_in(random, 4)) {
    g_string_append_c(pattern->text, '^');
    oracle_space(pattern, random);
    turned = !turned;
  }
  guint expr;
  if (depth > 0 && world_one_in(random, 3)) {
    g_string_append_c(pattern->text, '(');
    expr = oracle_write_choice(pattern, random, depth - 1, turned);
    oracle_space(pattern, random);
    g_string_append_c(pattern->text, ')');
  } else {
    expr = oracle_write_step(pattern, random, turned);
  }
  while (world_one_in(random, 4))
    expr = oracle_write_count(pattern, random, expr);
  return expr;
}

static inline guint
oracle_write_choice(OraclePattern *pattern, GRand *random, guint depth, gboolean turned)
{
  guint choice = RELATA_NONE;
  do {
    guint row = RELATA_NONE;
    gboolean was_test = FALSE, more;
    g_string_append(pattern->text, choice != RELATA_NONE ? "|" : "");
    do {
      const gboolean is_test = world_one_in(random, 6);
      if (row != RELATA_NONE && !((was_test || is_test) && world_one_in(random, 2)))
        g_string_append_c(pattern->text, '/');
      const guint part = oracle_write_part(pattern, random, depth, turned, is_test);
      was_test = is_test;
      row = row == RELATA_NONE ? part
            : turned           ? oracle_row(pattern, part, row)
                               : oracle_row(pattern, row, part);
      more = world_one_in(random, 2);
    } while (more);
    choice = choice == RELATA_NONE ? row : oracle_expr(pattern, (Expr){EXPR_CHOICE, choice, row, 0, 0});
  } while (world_one_in(random, 4));
  return choice;
}

/* ── Made and freed ──────────────────────────────────────────────────────────────────────── */

/* The steps after which nothing but the end of `expr` comes lead to the same place as others that do: among
 * these the one that ends last says how far the pattern was followed. */
static inline void
oracle_progress(OraclePattern *pattern, guint number, GArray *together)
{
  const Expr expr = g_array_index(pattern->exprs, Expr, number);
  g_autoptr(GArray) own = g_array_new(FALSE, FALSE, sizeof(guint));
  switch (expr.kind) {
  case EXPR_STEP:
    g_array_append_val(together, expr.a);
    return;
  case EXPR_ROW:
    oracle_progress(pattern, expr.a, own);
    oracle_progress(pattern, expr.b, together);
    break;
  case EXPR_CHOICE:
    oracle_progress(pattern, expr.a, together);
    oracle_progress(pattern, expr.b, together);
    return;
  case EXPR_REPEAT:
    oracle_progress(pattern, expr.a, own);
    break;
  case EXPR_EMPTY:
  case EXPR_TEST:
  default:
    return;
  }
  guint last = 0;
  for (guint i = 0; i < own->len; i++)
    last = MAX(last, g_array_index(pattern->steps, Step, g_array_index(own, guint, i)).end);
  for (guint i = 0; i < own->len; i++)
    g_array_index(pattern->steps, Step, g_array_index(own, guint, i)).progress = last;
}

static inline OraclePattern *
oracle_pattern_new(const World *world)
{
  OraclePattern *pattern = g_new0(OraclePattern, 1);
  pattern->world = world;
  pattern->text = g_string_new(NULL);
  pattern->exprs = g_array_new(FALSE, FALSE, sizeof(Expr));
  pattern->steps = g_array_new(FALSE, FALSE, sizeof(Step));
  pattern->tests = g_array_new(FALSE, FALSE, sizeof(Test));
  return pattern;
}

static inline OraclePattern *
oracle_pattern_random(const World *world, GRand *random)
{
  OraclePattern *pattern = oracle_pattern_new(world);
  pattern->root = oracle_write_choice(pattern, random, 2, FALSE);
  oracle_space(pattern, random);
  g_autoptr(GArray) last = g_array_new(FALSE, FALSE, sizeof(guint));
  /* The end is one place, as what is within a repetition is. */
  oracle_progress(pattern, oracle_expr(pattern, (Expr){EXPR_REPEAT, pattern->root, 0, 1, 1}), last);
  oracle_rest(pattern, pattern->root);
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

static inline void
oracle_pattern_free(OraclePattern *pattern)
{
  for (guint i = 0; i < ORACLE_MOST; i++)
    for (guint k = 0; k < WORLD_MAX_ACTORS; k++)
      if (pattern->heads[i][k] != NULL)
        g_array_unref(pattern->heads[i][k]);
  g_string_free(pattern->text, TRUE);
  g_array_unref(pattern->exprs);
  g_array_unref(pattern->steps);
  g_array_unref(pattern->tests);
  g_free(pattern);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OraclePattern, oracle_pattern_free)

/* How many hops the pattern has when its repetitions are written out, at most. */
static inline guint
oracle_written_out(const OraclePattern *pattern, guint number)
{
  const Expr *expr = &g_array_index(pattern->exprs, Expr, number);
  if (expr->kind == EXPR_STEP)
    return 1;
  if (expr->kind == EXPR_ROW || expr->kind == EXPR_CHOICE)
    return oracle_written_out(pattern, expr->a) + oracle_written_out(pattern, expr->b);
  if (expr->kind == EXPR_REPEAT)
    return oracle_written_out(pattern, expr->a) *
           (expr->most == ORACLE_NO_END ? expr->least + 1 : expr->most);
  return 0;
}

#endif
