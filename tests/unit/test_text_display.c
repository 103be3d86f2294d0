/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What strangers wrote, made safe to show. */
#include "text/display.h"

#include <string.h>

static void
test_safe(void)
{
  static const char *const examples[][2] = {
      {"ISIS-K", "ISIS-K"},
      {"", ""},
      {"two\n lines\tand \r\n a tab", "two lines and a tab"},
      {"  trimmed  ", "trimmed"},
      {"\x1B[31mred", "⟨U+001B⟩[31mred"},
      {"bell\a", "bell⟨U+0007⟩"},
      {"\xC2\x9B"
       "31m",
       "⟨U+009B⟩31m"}, /* the C1 introducer */
      {"gpj.\xE2\x80\xAE"
       "exe",
       "gpj.⟨U+202E⟩exe"},                                /* right-to-left override */
      {"\xE2\x81\xA6x\xE2\x81\xA9", "⟨U+2066⟩x⟨U+2069⟩"}, /* isolates */
      {"a\xE2\x80\xA8"
       "b\xE2\x80\xA9"
       "c",
       "a⟨U+2028⟩b⟨U+2029⟩c"}, /* separators of lines and paragraphs */
      {"zero\xE2\x80\x8Bwidth\xEF\xBB\xBF", "zero⟨U+200B⟩width⟨U+FEFF⟩"},
      {"می\xE2\x80\x8Cخواهم", "می\xE2\x80\x8Cخواهم"}, /* ZWNJ is spelling */
      {"👩\xE2\x80\x8D🚀", "👩\xE2\x80\x8D🚀"},           /* ZWJ is an emoji */
      {"bad \xFF\xC3 byte", "bad ⟨FF⟩⟨C3⟩ byte"},
      {"cut \xE2\x80", "cut ⟨E2⟩⟨80⟩"},
      {"tag\xF3\xA0\x80\xA1", "tag⟨U+E0021⟩"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(examples); i++) {
    g_autofree char *safe = relata_display_safe(examples[i][0]);
    g_assert_cmpstr(safe, ==, examples[i][1]);
  }
}

/* Of every code point: what is shown is valid, has no controls, and shown again stays as it is. */
static void
test_safe_every_character(void)
{
  for (gunichar c = 1; c <= 0x10FFFF; c = c == 0xFFFF ? 0xE0000 : c + 1) {
    if (!g_unichar_validate(c) || (c > 0xE0FFF && c < 0x10FF00))
      continue;
    char text[8] = {0};
    g_unichar_to_utf8(c, text);
    g_autofree char *safe = relata_display_safe(text);
    g_assert_true(g_utf8_validate(safe, -1, NULL));
    for (const char *at = safe; *at != '\0'; at = g_utf8_next_char(at)) {
      const gunichar shown = g_utf8_get_char(at);
      if (g_unichar_iscntrl(shown) || shown == 0x2028 || shown == 0x2029 ||
          (shown >= 0x202A && shown <= 0x202E) || (shown >= 0x2066 && shown <= 0x2069))
        g_error("U+%04X is shown as U+%04X", c, shown);
    }
    g_autofree char *again = relata_display_safe(safe);
    g_assert_cmpstr(again, ==, safe);
  }
}

static void
test_width(void)
{
  static const struct {
    const char *text;
    guint width;
  } examples[] = {
      {"", 0},
      {"ISIS-K", 6},
      {"é", 1},
      {"e\xCC\x81", 1},
      {"中国", 4},
      {"한국", 4},
      {"ｱ", 1},
      {"Ａ", 2},
      {"طالبان", 6},
      {"مُحَمَّد", 4},
      {"😀", 2},
      {"–…“”", 4},
      {"a\xE2\x80\x8C"
       "b",
       2},
  };
  for (guint i = 0; i < G_N_ELEMENTS(examples); i++)
    g_assert_cmpuint(relata_display_width(examples[i].text), ==, examples[i].width);
}

static void
test_link(void)
{
  static const char *const links[] = {"http://example.org", "https://example.org/a?b=c#d",
                                      "HTTPS://EXAMPLE.ORG", "https://example.org/é"};
  static const char *const others[] = {"javascript:alert(1)",
                                       "data:text/html,x",
                                       "ftp://example.org",
                                       "//example.org",
                                       "",
                                       " https://example.org",
                                       "https://example.org/a b",
                                       "https://e.org/\n",
                                       "https://e.org/\xE2\x80\xAE",
                                       "java\nscript:https://x.org",
                                       "https:/x",
                                       "file:///etc/passwd",
                                       "https://e.org/\xF0"};
  for (guint i = 0; i < G_N_ELEMENTS(links); i++)
    g_assert_true(relata_display_is_link(links[i]));
  for (guint i = 0; i < G_N_ELEMENTS(others); i++)
    g_assert_false(relata_display_is_link(others[i]));
}

static void
test_begin(void)
{
  static const char *const cases[][2] = {
      {"", ""}, {"as of", "As of"}, {"4 documents", "4 documents"}, {"été", "Été"}};
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *begun = relata_display_begin(cases[i][0]);
    g_assert_cmpstr(begun, ==, cases[i][1]);
  }
}

static void
test_shell_word(void)
{
  static const char *const cases[][2] = {{"data/kabul-2021", "data/kabul-2021"},
                                         {"a=b,c:1+2@%.x", "a=b,c:1+2@%.x"},
                                         {"", "''"},
                                         {"two words", "'two words'"},
                                         {"$HOME", "'$HOME'"},
                                         {"it's", "'it'\\''s'"}};
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *word = relata_display_shell_word(cases[i][0]);
    g_assert_cmpstr(word, ==, cases[i][1]);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/text/display/safe", test_safe);
  g_test_add_func("/text/display/safe-every-character", test_safe_every_character);
  g_test_add_func("/text/display/begin", test_begin);
  g_test_add_func("/text/display/shell-word", test_shell_word);
  g_test_add_func("/text/display/width", test_width);
  g_test_add_func("/text/display/link", test_link);
  return g_test_run();
}
