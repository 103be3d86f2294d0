/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where the marks of other tools are: against offsets that are counted here in each unit by other means, and
 * known cases of what is repeated, mixed, searched and ambiguous. */
#include "read/offsets.h"

#include "many.h"

#include <string.h>

/* A mark, and what is expected of it. */
typedef struct {
  gint64 start, end;
  const char *covered;
  RelataFound found;
  guint from, to; /* the span; 0, 0 where it is found nowhere */
} Case;

static void
check(const char *bytes, RelataOffsetUnit unit, const Case *cases, guint n)
{
  g_autoptr(RelataText) text = relata_text_new(bytes, strlen(bytes));
  g_autofree RelataOffsets *marks = g_new0(RelataOffsets, n);
  for (guint i = 0; i < n; i++)
    marks[i] = (RelataOffsets){.start = cases[i].start, .end = cases[i].end, .covered = cases[i].covered};
  relata_offsets_settle(text, unit, marks, n);
  for (guint i = 0; i < n; i++) {
    g_test_message("mark %u of '%s'", i, bytes);
    g_assert_cmpint(marks[i].found, ==, cases[i].found);
    g_assert_cmpint(relata_span_is_set(marks[i].span), ==, cases[i].found != RELATA_FOUND_NOWHERE);
    if (cases[i].found == RELATA_FOUND_NOWHERE)
      continue;
    g_assert_cmpuint(marks[i].span.start, ==, cases[i].from);
    g_assert_cmpuint(marks[i].span.end, ==, cases[i].to);
  }
}

#define CHECK(bytes, unit, ...)                                                                              \
  check(bytes, unit, (const Case[]){__VA_ARGS__}, G_N_ELEMENTS(((const Case[]){__VA_ARGS__})))

static const char flag[] = "🚩 The Front attacked the Army. 😀 A spokesman denied it.";

/* What is repeated decides. */
static void
test_repeated(void)
{
  CHECK(flag, RELATA_UNIT_CODE_POINTS, {2, 11, "The Front", RELATA_FOUND_CODE_POINTS, 2, 11},
        {35, 44, "spokesman", RELATA_FOUND_CODE_POINTS, 35, 44});
  CHECK(flag, RELATA_UNIT_CODE_POINTS, {3, 12, "The Front", RELATA_FOUND_UNIT, 2, 11},
        {37, 46, "spokesman", RELATA_FOUND_UNIT, 35, 44});
  CHECK(flag, RELATA_UNIT_CODE_POINTS, {5, 14, "The Front", RELATA_FOUND_UNIT, 2, 11},
        {41, 50, "spokesman", RELATA_FOUND_UNIT, 35, 44});
  CHECK(flag, RELATA_UNIT_UTF16, {2, 11, "The Front", RELATA_FOUND_CODE_POINTS, 2, 11});
}

/* Two annotators who count differently, in one text. */
static void
test_mixed(void)
{
  CHECK(flag, RELATA_UNIT_CODE_POINTS, {2, 11, "The Front", RELATA_FOUND_CODE_POINTS, 2, 11},
        {3, 12, "The Front", RELATA_FOUND_UNIT, 2, 11}, {5, 14, "The Front", RELATA_FOUND_UNIT, 2, 11},
        {22, 30, "the Army", RELATA_FOUND_UNIT, 21, 29});
  /* Where a mark fits in two units at two places, the others decide. */
  CHECK("😀aab", RELATA_UNIT_CODE_POINTS, {2, 3, "a", RELATA_FOUND_CODE_POINTS, 2, 3},
        {1, 2, "a", RELATA_FOUND_CODE_POINTS, 1, 2}, {3, 4, "b", RELATA_FOUND_CODE_POINTS, 3, 4});
  CHECK("😀aab", RELATA_UNIT_CODE_POINTS, {2, 3, "a", RELATA_FOUND_UNIT, 1, 2},
        {4, 5, "b", RELATA_FOUND_UNIT, 3, 4});
  CHECK("😀aab", RELATA_UNIT_CODE_POINTS, {4, 5, "a", RELATA_FOUND_UNIT, 1, 2},
        {6, 7, "b", RELATA_FOUND_UNIT, 3, 4});
}

/* The places of marks without their text are as those of the others, else as the format counts. */
static void
test_bare(void)
{
  CHECK(flag, RELATA_UNIT_CODE_POINTS, {2, 11, NULL, RELATA_FOUND_CODE_POINTS, 2, 11},
        {2, 11, "", RELATA_FOUND_CODE_POINTS, 2, 11});
  CHECK(flag, RELATA_UNIT_UTF16, {3, 12, NULL, RELATA_FOUND_CODE_POINTS, 2, 11},
        {37, 46, NULL, RELATA_FOUND_CODE_POINTS, 35, 44});
  CHECK(flag, RELATA_UNIT_BYTES, {5, 14, NULL, RELATA_FOUND_CODE_POINTS, 2, 11});
  CHECK(flag, RELATA_UNIT_CODE_POINTS, {37, 46, NULL, RELATA_FOUND_UNIT, 35, 44},
        {3, 12, "The Front", RELATA_FOUND_UNIT, 2, 11});
  CHECK(flag, RELATA_UNIT_UTF16, {35, 44, NULL, RELATA_FOUND_CODE_POINTS, 35, 44},
        {2, 11, "The Front", RELATA_FOUND_CODE_POINTS, 2, 11});
  CHECK("ab", RELATA_UNIT_UTF16, {0, 1, NULL, RELATA_FOUND_CODE_POINTS, 0, 1},
        {1, 2, "b", RELATA_FOUND_CODE_POINTS, 1, 2});
  /* Within a character, beyond the text, before it, the wrong way round. */
  CHECK("😀b", RELATA_UNIT_UTF16, {1, 2, NULL, RELATA_FOUND_NOWHERE, 0, 0},
        {0, 4, NULL, RELATA_FOUND_NOWHERE, 0, 0}, {-1, 2, NULL, RELATA_FOUND_NOWHERE, 0, 0},
        {-1, -1, NULL, RELATA_FOUND_NOWHERE, 0, 0}, {3, 2, NULL, RELATA_FOUND_NOWHERE, 0, 0},
        {0, G_MAXINT64, NULL, RELATA_FOUND_NOWHERE, 0, 0}, {2, 3, NULL, RELATA_FOUND_CODE_POINTS, 1, 2});
}

/* Characters of several code points: e with two accents, a flag, a family, a line end of two. */
static void
test_graphemes(void)
{
  static const char text[] = "e\u0301\u0323 🇩🇪 👩\u200D👩\u200D👧\r\nAda";
  CHECK(text, RELATA_UNIT_GRAPHEMES, {0, 1, NULL, RELATA_FOUND_CODE_POINTS, 0, 3},
        {2, 3, NULL, RELATA_FOUND_CODE_POINTS, 4, 6}, {4, 5, NULL, RELATA_FOUND_CODE_POINTS, 7, 12},
        {6, 9, NULL, RELATA_FOUND_CODE_POINTS, 14, 17}, {8, 10, NULL, RELATA_FOUND_NOWHERE, 0, 0});
  /* Not known which: an end within a character or a word tells. */
  CHECK(text, RELATA_UNIT_CHARACTERS, {14, 17, NULL, RELATA_FOUND_CODE_POINTS, 14, 17},
        {4, 6, NULL, RELATA_FOUND_CODE_POINTS, 4, 6});
  CHECK(text, RELATA_UNIT_CHARACTERS, {6, 9, NULL, RELATA_FOUND_UNIT, 14, 17},
        {2, 3, NULL, RELATA_FOUND_UNIT, 4, 6});
  CHECK(text, RELATA_UNIT_CHARACTERS, {14, 17, NULL, RELATA_FOUND_CODE_POINTS, 14, 17},
        {0, 1, NULL, RELATA_FOUND_CODE_POINTS, 0, 1}); /* neither is right: nothing is changed */
  CHECK("👍🏽 Rene\u0301 pays Zoe\u0301.", RELATA_UNIT_CHARACTERS, {2, 6, NULL, RELATA_FOUND_UNIT, 3, 8},
        {12, 15, NULL, RELATA_FOUND_UNIT, 14, 18});
  CHECK("👍🏽 Rene\u0301 pays Zoe\u0301.", RELATA_UNIT_CHARACTERS,
        {3, 8, NULL, RELATA_FOUND_CODE_POINTS, 3, 8});
  CHECK("e\u0301中文字", RELATA_UNIT_CHARACTERS, {3, 4, NULL, RELATA_FOUND_CODE_POINTS, 3, 4});
  CHECK("ab", RELATA_UNIT_CHARACTERS, {1, 3, NULL, RELATA_FOUND_NOWHERE, 0, 0},
        {0, 1, NULL, RELATA_FOUND_CODE_POINTS, 0, 1});
}

/* A text that is not where the mark says is sought. */
static void
test_searched(void)
{
  CHECK(flag, RELATA_UNIT_CODE_POINTS, {0, 9, "The Front", RELATA_FOUND_SEARCHED, 2, 11},
        {-1, -1, "spokesman", RELATA_FOUND_SEARCHED, 35, 44}, {50, 900, "😀", RELATA_FOUND_SEARCHED, 31, 32},
        {0, 5, "d it.", RELATA_FOUND_SEARCHED, 50, 55});
  CHECK(flag, RELATA_UNIT_CODE_POINTS, {0, 3, "The Back", RELATA_FOUND_NOWHERE, 0, 0},
        {0, 1, "e", RELATA_FOUND_NOWHERE, 0, 0}, {0, 1, "  ", RELATA_FOUND_NOWHERE, 0, 0});
  CHECK("aaa", RELATA_UNIT_CODE_POINTS, {2, 4, "aa", RELATA_FOUND_NOWHERE, 0, 0},
        {1, 3, "aa", RELATA_FOUND_CODE_POINTS, 1, 3}, {1, 3, "aaa", RELATA_FOUND_SEARCHED, 0, 3});
  CHECK("", RELATA_UNIT_CODE_POINTS, {0, 0, "a", RELATA_FOUND_NOWHERE, 0, 0},
        {0, 1, NULL, RELATA_FOUND_NOWHERE, 0, 0});
}

/* White space is alike, at its place and sought. */
static void
test_white_space(void)
{
  static const char text[] = "é The\r\n\tFront  met  X";
  CHECK(text, RELATA_UNIT_CODE_POINTS, {2, 13, "The Front", RELATA_FOUND_CODE_POINTS, 2, 13},
        {2, 13, "The\n Front", RELATA_FOUND_CODE_POINTS, 2, 13},
        {2, 13, "The\\r\\n\\tFront", RELATA_FOUND_CODE_POINTS, 2, 13},
        {8, 14, "Front ", RELATA_FOUND_CODE_POINTS, 8, 14},
        {8, 15, "Front ", RELATA_FOUND_CODE_POINTS, 8, 15}, {3, 14, "The Front", RELATA_FOUND_UNIT, 2, 13},
        {0, 9, "The\\nFront", RELATA_FOUND_SEARCHED, 2, 13},
        {0, 9, " Front\nmet ", RELATA_FOUND_SEARCHED, 8, 18}, {0, 9, "TheFront", RELATA_FOUND_NOWHERE, 0, 0});
  CHECK("a C:\\new", RELATA_UNIT_CODE_POINTS, {2, 8, "C:\\new", RELATA_FOUND_CODE_POINTS, 2, 8},
        {2, 8, "C: ew", RELATA_FOUND_NOWHERE, 0, 0});
}

/* ── Any text, with offsets counted by other means ── */

typedef struct {
  GString *text;
  guint n_graphemes;
} Written;

static gint64
count_in(const Written *written, RelataOffsetUnit unit)
{
  glong n_utf16 = 0;
  switch (unit) {
  case RELATA_UNIT_CODE_POINTS:
    return g_utf8_strlen(written->text->str, -1);
  case RELATA_UNIT_UTF16:
    g_free(g_utf8_to_utf16(written->text->str, -1, NULL, &n_utf16, NULL));
    return n_utf16;
  case RELATA_UNIT_BYTES:
    return (gint64)written->text->len;
  default:
    return written->n_graphemes;
  }
}

static void
append(Written *written, GRand *rand, gint most)
{
  static const char *const some[] = {"a", "b",    "é", "e\u0301",  "中", "😀",        "🇩🇪",
                                     " ", "\r\n", "ж", "👍🏽", "한", "👩\u200D👧", "।"};
  for (gint n = g_rand_int_range(rand, 1, most + 1); n > 0; n--) {
    g_string_append(written->text, some[g_rand_int_range(rand, 0, G_N_ELEMENTS(some))]);
    written->n_graphemes++;
  }
}

/* Returns whether two texts are the same but for how much white space there is. */
static gboolean
is_alike(const char *a, const char *b)
{
  g_autoptr(GRegex) spaces = g_regex_new("\\s+", 0, 0, NULL);
  g_autofree char *left = g_regex_replace_literal(spaces, a, -1, 0, " ", 0, NULL),
                  *right = g_regex_replace_literal(spaces, b, -1, 0, " ", 0, NULL);
  return strcmp(left, right) == 0;
}

static void
check_random(GRand *rand, RelataOffsetUnit unit, gboolean repeated)
{
  Written written = {g_string_new(NULL), 0};
  gint64 at[2], points[2];
  append(&written, rand, 20);
  at[0] = count_in(&written, unit);
  points[0] = count_in(&written, RELATA_UNIT_CODE_POINTS);
  const gsize start = written.text->len;
  append(&written, rand, 5);
  at[1] = count_in(&written, unit);
  points[1] = count_in(&written, RELATA_UNIT_CODE_POINTS);
  g_autofree char *covered = g_strdup(written.text->str + start);
  append(&written, rand, 20);
  g_autoptr(RelataText) text = relata_text_new(written.text->str, written.text->len);
  RelataOffsets mark = {.start = at[0], .end = at[1], .covered = repeated ? covered : NULL};
  relata_offsets_settle(text, repeated ? RELATA_UNIT_CODE_POINTS : unit, &mark, 1);
  g_autofree char *found = relata_text_slice(text, mark.span);
  if (repeated) { /* it may fit in another unit, too, at another place */
    g_assert_cmpuint(mark.found, <=, RELATA_FOUND_UNIT);
    g_assert_true(is_alike(found, covered));
  } else {
    g_assert_cmpint(mark.span.start, ==, points[0]);
    g_assert_cmpint(mark.span.end, ==, points[1]);
    g_assert_cmpstr(found, ==, covered);
  }
  g_string_free(written.text, TRUE);
}

static void
test_random(void)
{
  GRand *rand = g_rand_new_with_seed(1);
  for (guint i = 0; i < many(2000); i++)
    for (guint unit = 0; unit < RELATA_N_UNITS; unit++) {
      check_random(rand, unit, FALSE);
      if (unit != RELATA_UNIT_GRAPHEMES)
        check_random(rand, unit, TRUE);
    }
  g_rand_free(rand);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/offsets/repeated", test_repeated);
  g_test_add_func("/offsets/mixed", test_mixed);
  g_test_add_func("/offsets/bare", test_bare);
  g_test_add_func("/offsets/graphemes", test_graphemes);
  g_test_add_func("/offsets/searched", test_searched);
  g_test_add_func("/offsets/white-space", test_white_space);
  g_test_add_func("/offsets/random", test_random);
  return g_test_run();
}
