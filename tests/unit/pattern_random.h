/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Random path patterns: while one is written as text, with spaces and brackets that it could do without, what
 * it means is put together beside it. */
#ifndef RELATA_TESTS_PATTERN_RANDOM_H
#define RELATA_TESTS_PATTERN_RANDOM_H

#include "pattern_oracle.h"

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
  g_array_index(pattern->ends, guint, expr) = (guint)pattern->text->len;
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

/* ── Made ────────────────────────────────────────────────────────────────────────────────── */

/* Where the steps within `number` end, `end` being where that ends of which it is the last part. */
static inline void
oracle_spread_ends(OraclePattern *pattern, guint number, guint end)
{
  const Expr expr = g_array_index(pattern->exprs, Expr, number);
  end = MAX(end, g_array_index(pattern->ends, guint, number));
  if (expr.kind == EXPR_STEP)
    g_array_index(pattern->steps, Step, expr.a).end = end;
  if (expr.kind == EXPR_ROW || expr.kind == EXPR_CHOICE || expr.kind == EXPR_REPEAT)
    oracle_spread_ends(pattern, expr.a, expr.kind == EXPR_ROW ? 0 : end);
  if (expr.kind == EXPR_ROW || expr.kind == EXPR_CHOICE)
    oracle_spread_ends(pattern, expr.b, end);
}

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
oracle_pattern_random(const World *world, GRand *random)
{
  OraclePattern *pattern = oracle_pattern_new(world);
  pattern->root = oracle_write_choice(pattern, random, 2, FALSE);
  oracle_space(pattern, random);
  g_autoptr(GArray) last = g_array_new(FALSE, FALSE, sizeof(guint));
  oracle_spread_ends(pattern, pattern->root, (guint)pattern->text->len);
  /* The end is one place, as what is within a repetition is. */
  oracle_progress(pattern, oracle_expr(pattern, (Expr){EXPR_REPEAT, pattern->root, 0, 1, 1}), last);
  oracle_rest(pattern, pattern->root);
  return pattern;
}

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
