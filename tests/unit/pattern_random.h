/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Random path patterns: while one is written as text, with spaces and brackets that it could do without, what
 * it means is put together beside it. */
#ifndef RELATA_TESTS_PATTERN_RANDOM_H
#define RELATA_TESTS_PATTERN_RANDOM_H

#include "pattern_oracle.h"

/* ── Written at random ───────────────────────────────────────────────────────────────────── */

static inline Written *
written_new(ExprKind kind, guint expr)
{
  Written *written = g_new0(Written, 1);
  *written = (Written){kind, expr, NULL, g_ptr_array_new_with_free_func(written_free)};
  return written;
}

/* The text of a part is what was written since `begin`, turned round if what is around it is. */
static inline Written *
written_as(Written *written, const OraclePattern *pattern, gsize begin, gboolean turned)
{
  g_autofree char *own = g_strstrip(g_strdup(pattern->text->str + begin));
  written->text = g_strconcat(turned ? "^" : "", own, NULL);
  return written;
}

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

static inline Written *
oracle_write_step(OraclePattern *pattern, GRand *random, gboolean turned)
{
  Step step = {.negated = world_one_in(random, 8)};
  if (!step.negated) {
    step.items[step.n_items++] = oracle_write_item(pattern, random);
  } else {
    g_string_append_c(pattern->text, '!');
    oracle_space(pattern, random);
    const gboolean brackets = world_one_in(random, 2);
    const guint n = brackets ? world_below(random, 4) : 1; /* of none there is any, along it */
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
  const Expr expr = {EXPR_STEP, pattern->steps->len - 1, turned ? 1 : 0, 0, 0};
  return written_new(EXPR_STEP, oracle_expr(pattern, expr));
}

static inline Written *
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
  const Expr expr = {EXPR_TEST, pattern->tests->len - 1, 0, 0, 0};
  return written_new(EXPR_TEST, oracle_expr(pattern, expr));
}

static inline Written *
oracle_write_count(OraclePattern *pattern, GRand *random, Written *part)
{
  const guint which = world_below(random, 8), n = world_below(random, 3), more = world_below(random, 3);
  static const struct {
    const char *format;
    gboolean from_n, to_end; /* from 0; to no end */
  } counts[] = {{"?", FALSE, FALSE}, {"*", FALSE, TRUE}, {"+", TRUE, TRUE}};
  Expr repeat = {EXPR_REPEAT, part->expr, 0, 0, 1};
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
  } else if (which == 7) {
    g_string_append(pattern->text, world_one_in(random, 2) ? "{,}" : "{ , }");
    repeat.least = 0;
    repeat.most = ORACLE_NO_END;
  } else if (which == 5) {
    g_string_append_printf(pattern->text, "{,%u}", n);
    repeat.most = n;
  } else {
    g_string_append_printf(pattern->text, "{%u, %u}", n, n + more);
    repeat.least = n;
    repeat.most = n + more;
  }
  Written *written = written_new(EXPR_REPEAT, oracle_expr(pattern, repeat));
  g_ptr_array_add(written->parts, part);
  return written;
}

/* Puts what was written since `begin` in brackets. */
static inline Written *
oracle_bracket(OraclePattern *pattern, Written *part, gsize begin, gboolean turned)
{
  Written *row = written_new(EXPR_ROW, part->expr), *choice = written_new(EXPR_CHOICE, part->expr);
  g_string_insert_c(pattern->text, (gssize)begin, '(');
  g_string_append_c(pattern->text, ')');
  g_ptr_array_add(row->parts, part);
  g_ptr_array_add(choice->parts, row);
  return written_as(choice, pattern, begin, turned);
}

static inline Written *oracle_write_choice(OraclePattern *pattern, GRand *random, guint depth,
                                           gboolean turned);

static inline Written *
oracle_write_part(OraclePattern *pattern, GRand *random, guint depth, gboolean turned, gboolean is_test)
{
  oracle_space(pattern, random);
  gsize begin = pattern->text->len;
  if (is_test)
    return written_as(oracle_write_test(pattern, random), pattern, begin, FALSE);
  if (world_one_in(random, 4)) {
    g_string_append_c(pattern->text, '^');
    oracle_space(pattern, random);
    turned = !turned;
    begin = pattern->text->len;
  }
  Written *part;
  if (depth > 0 && world_one_in(random, 3)) {
    g_string_append_c(pattern->text, '(');
    part = oracle_write_choice(pattern, random, depth - 1, turned);
    oracle_space(pattern, random);
    g_string_append_c(pattern->text, ')');
  } else {
    part = oracle_write_step(pattern, random, turned);
  }
  written_as(part, pattern, begin, turned);
  while (world_one_in(random, 4)) {
    if (part->kind == EXPR_REPEAT)
      part = oracle_bracket(pattern, part, begin, turned);
    part = written_as(oracle_write_count(pattern, random, part), pattern, begin, turned);
  }
  return part;
}

static inline Written *
oracle_write_row(OraclePattern *pattern, GRand *random, guint depth, gboolean turned)
{
  Written *row = written_new(EXPR_ROW, RELATA_NONE);
  gboolean was_test = FALSE;
  do {
    const gboolean is_test = world_one_in(random, 6);
    if (row->parts->len > 0 && !((was_test || is_test) && world_one_in(random, 2)))
      g_string_append_c(pattern->text, '/');
    Written *part = oracle_write_part(pattern, random, depth, turned, is_test);
    was_test = is_test;
    row->expr = row->parts->len == 0 ? part->expr
                : turned             ? oracle_row(pattern, part->expr, row->expr)
                                     : oracle_row(pattern, row->expr, part->expr);
    g_ptr_array_insert(row->parts, turned ? 0 : -1, part);
  } while (world_one_in(random, 2));
  return row;
}

static inline Written *
oracle_write_choice(OraclePattern *pattern, GRand *random, guint depth, gboolean turned)
{
  Written *choice = written_new(EXPR_CHOICE, RELATA_NONE);
  do {
    g_string_append(pattern->text, choice->parts->len > 0 ? "|" : "");
    Written *row = oracle_write_row(pattern, random, depth, turned);
    choice->expr = choice->parts->len == 0
                       ? row->expr
                       : oracle_expr(pattern, (Expr){EXPR_CHOICE, choice->expr, row->expr, 0, 0});
    g_ptr_array_add(choice->parts, row);
  } while (world_one_in(random, 4));
  return choice;
}

static inline OraclePattern *
oracle_pattern_random(const World *world, GRand *random)
{
  OraclePattern *pattern = oracle_pattern_new(world);
  pattern->written = oracle_write_choice(pattern, random, 2, FALSE);
  oracle_space(pattern, random);
  written_as(pattern->written, pattern, 0, FALSE);
  pattern->root = pattern->written->expr;
  oracle_rest(pattern, pattern->root);
  return pattern;
}

/* ── Its beginnings ──────────────────────────────────────────────────────────────────────── */

/* A beginning of the pattern: its text, and what it means. */
typedef struct {
  const char *text; /* the pattern's */
  guint expr;
} Beginning;

/* `before`, with the part after it so many times. */
static inline Beginning
oracle_after(OraclePattern *pattern, Beginning before, const Written *part, guint times)
{
  if (times == 0)
    return before;
  g_autofree char *count = times > 1 ? g_strdup_printf("{%u}", times) : g_strdup("");
  g_autofree char *text = g_strconcat(before.text, *before.text != '\0' ? "/" : "", part->text, count, NULL);
  const Expr repeated = {EXPR_REPEAT, part->expr, 0, times, times};
  const guint expr = times > 1 ? oracle_expr(pattern, repeated) : part->expr;
  return (Beginning){g_string_chunk_insert(pattern->texts, text), oracle_row(pattern, before.expr, expr)};
}

/* Appends those that end within a part, and with it if it is repeated, `before` coming first. */
static inline void
oracle_beginnings(OraclePattern *pattern, const Written *part, Beginning before, GArray *beginnings)
{
  if (part->kind == EXPR_REPEAT) {
    const Written *one = g_ptr_array_index(part->parts, 0);
    const Expr repeat = g_array_index(pattern->exprs, Expr, part->expr);
    const gboolean endless = repeat.most == ORACLE_NO_END;
    const Beginning whole = oracle_after(pattern, before, part, 1);
    if (repeat.least == 0)
      g_array_append_val(beginnings, whole);
    /* Round by round; where there is no end, one more stands for all that come. */
    for (guint n = 0; n < (endless ? repeat.least + 1 : repeat.most); n++) {
      const gboolean is_last = endless && n == repeat.least;
      oracle_beginnings(pattern, one, is_last ? whole : oracle_after(pattern, before, one, n), beginnings);
      const Beginning after = n + 1 < repeat.least ? oracle_after(pattern, before, one, n + 1) : whole;
      g_array_append_val(beginnings, after);
    }
    return;
  }
  for (guint i = 0; i < part->parts->len; i++) {
    oracle_beginnings(pattern, g_ptr_array_index(part->parts, i), before, beginnings);
    if (part->kind == EXPR_ROW)
      before = oracle_after(pattern, before, g_ptr_array_index(part->parts, i), 1);
    if (part->kind == EXPR_ROW && i + 1 < part->parts->len)
      g_array_append_val(beginnings, before);
  }
}

/* All beginnings of the pattern, the nearest first and the whole last, each where it comes last. */
static inline GArray *
oracle_all_beginnings(OraclePattern *pattern)
{
  GArray *beginnings = g_array_new(FALSE, FALSE, sizeof(Beginning));
  const Beginning nothing = {"", oracle_expr(pattern, (Expr){EXPR_EMPTY, 0, 0, 0, 0})};
  g_array_append_val(beginnings, nothing);
  oracle_beginnings(pattern, pattern->written, nothing, beginnings);
  const Beginning whole = oracle_after(pattern, nothing, pattern->written, 1);
  g_array_append_val(beginnings, whole);
  return beginnings;
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
