/* SPDX-License-Identifier: GPL-2.0-or-later */
/* User-perceived characters: known ones, alone and one after another; and the class of each code point
 * against PCRE (\X), which has tables of its own but joins some pictures that are two. */
#include "text/grapheme.h"

#include "many.h"

#include <string.h>

/* Returns for each code point of the text "|" where a user-perceived character begins, else ".". */
static char *
by_us(const char *text)
{
  GString *marks = g_string_new(NULL);
  RelataGraphemes graphemes = {0};
  for (; *text != '\0'; text = g_utf8_next_char(text))
    g_string_append_c(marks, relata_grapheme_begins(&graphemes, g_utf8_get_char(text)) ? '|' : '.');
  return g_string_free(marks, FALSE);
}

static char *
by_pcre(const char *text)
{
  static GRegex *one;
  if (one == NULL)
    one = g_regex_new("\\X", 0, 0, NULL);
  GString *marks = g_string_new(NULL);
  g_autoptr(GMatchInfo) found = NULL;
  for (g_regex_match(one, text, 0, &found); g_match_info_matches(found); g_match_info_next(found, NULL)) {
    g_autofree char *character = g_match_info_fetch(found, 0);
    for (glong i = 0, n = g_utf8_strlen(character, -1); i < n; i++)
      g_string_append_c(marks, i == 0 ? '|' : '.');
  }
  return g_string_free(marks, FALSE);
}

static void
check(const char *text)
{
  g_autofree char *got = by_us(text), *expected = by_pcre(text);
  if (strcmp(got, expected) == 0)
    return;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
    g_test_message("U+%04X", g_utf8_get_char(at));
  g_error("%s, not %s", got, expected);
}

static void
test_known(void)
{
  static const struct {
    const char *text, *marks;
  } known[] = {
      {"", ""},
      {"ab", "||"},
      {"a\xCC\x81"
       "b",
       "|.|"},
      {"\r\n\n", "|.|"},
      {"👩‍👩‍👧x", "|....|"},
      {"🇩🇪🇫🇷🇩", "|.|.|"},
      {"🇩🇪\u0301🇫🇷", "|..|."},
      {"👍🏽", "|."},
      {"❤️", "|."},
      {"🙂‍↔️!", "|...|"},
      {"🏴󠁧󠁢󠁳󠁣󠁴󠁿.", "|......|"},
      {"한국", "||"},
      {"\u1112\u1161\u11AB", "|.."},
      {"नमस्ते", "|||.|."},
      {"a\u200D👧", "|.|"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(known); i++) {
    g_autofree char *got = by_us(known[i].text);
    g_assert_cmpstr(got, ==, known[i].marks);
  }
}

/* Each code point among letters. What PCRE's Unicode does not know yet is left out. */
static void
test_each(void)
{
  g_autoptr(GRegex) unknown = g_regex_new("\\p{Cn}", 0, 0, NULL);
  guint n = 0;
  for (gunichar c = 1; c <= 0x10FFFF; c++) {
    char text[16] = "a";
    if (c >= 0xD800 && c <= 0xDFFF)
      continue;
    text[1 + g_unichar_to_utf8(c, text + 1)] = 'b';
    if (!g_regex_match(unknown, text, 0, NULL)) {
      check(text);
      n++;
    }
  }
  g_assert_cmpuint(n, >, 270000);
}

/* Whole user-perceived characters, in any order: none of them joins the next. */
static void
test_random(void)
{
  static const char *const whole[] = {"a",
                                      " ",
                                      "\r\n",
                                      "\n",
                                      "e\u0301\u0323",
                                      "\u200B",
                                      "한",
                                      "\u1112\u1161\u11AB",
                                      "中",
                                      "नि",
                                      "क\u094D",
                                      "👍🏽",
                                      "❤\uFE0F",
                                      "👩\u200D👩\u200D👧",
                                      "🇩🇪",
                                      "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
                                      "กำ",
                                      "ﾊﾞ",
                                      "\u0600٣",
                                      "🙂\u200D↔\uFE0F",
                                      "x\u200D",
                                      "🇫🇷\u0301"};
  GRand *rand = g_rand_new_with_seed(1);
  for (guint i = 0; i < many(5000); i++) {
    g_autoptr(GString) text = g_string_new(NULL), expected = g_string_new(NULL);
    for (gint k = g_rand_int_range(rand, 1, 12); k > 0; k--) {
      const char *one = whole[g_rand_int_range(rand, 0, G_N_ELEMENTS(whole))];
      g_string_append(text, one);
      for (glong at = 0, n = g_utf8_strlen(one, -1); at < n; at++)
        g_string_append_c(expected, at == 0 ? '|' : '.');
    }
    g_autofree char *got = by_us(text->str);
    g_assert_cmpstr(got, ==, expected->str);
  }
  g_rand_free(rand);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/grapheme/known", test_known);
  g_test_add_func("/grapheme/each", test_each);
  g_test_add_func("/grapheme/random", test_random);
  return g_test_run();
}
