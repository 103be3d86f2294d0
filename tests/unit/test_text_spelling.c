/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which names are spelled alike. Each row was decided by a reader of the script, from the rule alone. */
#include "text/spelling.h"
#include "text/words.h"

typedef struct {
  const char *a, *b;
  gboolean alike;
} Row;

static const Row rows[] = {
    {"Omar", "Omar", TRUE},
    {"Omar", "omar", TRUE},
    {"Omar Roe", "Omar  Roe", TRUE},
    {"Omar Roe", " Omar\nRoe ", TRUE},
    {"Omar Roe", "Omar Roe", TRUE}, /* no-break space */
    {"Omar", "OMAR", FALSE},
    {"us", "US", FALSE},
    {"WHO", "who", FALSE},
    {"Us", "us", TRUE},
    {"U", "u", FALSE},
    {"ISIS-K", "ISIS K", FALSE},
    {"U.S.", "US", FALSE},
    {"Roé", "Roe\xCC\x81", TRUE}, /* NFC, NFD */
    {"Roé", "Roe", FALSE},
    {"Bình", "Bính", FALSE},
    {"Bình", "Binh", FALSE},
    {"İnan", "Inan", FALSE},
    {"Strauß", "Strauss", FALSE},
    {"Андрей", "Андреи", FALSE},
    {"Петров", "петров", TRUE},
    {"Петров", "Петрова", FALSE},
    {"Κώστας", "Κωστας", FALSE},
    {"कुल", "कल", FALSE},
    {"कल", "कल", TRUE},
    {"محمد", "مُحَمَّد", TRUE},
    {"محمد", "محـــمد", TRUE},
    {"علي", "على", FALSE},
    {"דוד", "דָּוִד", TRUE},
    {"ｶﾞﾘ", "ガリ", TRUE},
    {"ガリ", "カリ", FALSE},
    {"ＵＳ", "US", TRUE},
    {"１", "1", TRUE},
    {"m²", "m2", FALSE},
    {"李明", "李 明", FALSE},
    {"한국", "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB\xE1\x84\x80\xE1\x85\xAE\xE1\x86\xA8", TRUE},
    {"Roe\xC2\xADley", "Roeley", TRUE},        /* soft hyphen */
    {"می\xE2\x80\x8Cخواهم", "میخواهم", FALSE}, /* a joiner makes other letters */
};

static void
test_alike(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *a = relata_spelling(rows[i].a);
    g_autofree char *b = relata_spelling(rows[i].b);
    if (g_str_equal(a, b) != rows[i].alike)
      g_error("'%s' and '%s' must %sbe alike", rows[i].a, rows[i].b, rows[i].alike ? "" : "not ");
  }
}

static void
test_nobody(void)
{
  static const char *const names[] = {"", " ", "...", "–", "\xE2\x80\x8B", "(?)"};
  for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *key = relata_spelling(names[i]);
    g_assert_cmpstr(key, ==, "");
  }
  g_autofree char *raw = relata_spelling("\xFF\xFE"); /* not UTF-8: as it is */
  g_assert_cmpstr(raw, ==, "\xFF\xFE");
}

static void
test_words(void)
{
  g_assert_cmpstr(relata_words_find("pronouns", "He"), ==, "");
  g_assert_cmpstr(relata_words_find("pronouns", "ОНА"), ==, "");
  g_assert_null(relata_words_find("pronouns", "Omar"));
  g_assert_cmpstr(relata_words_find("mention-levels", "NAM"), ==, "name");
  g_assert_cmpstr(relata_words_find("mention-levels", "Pronominal"), ==, "pronoun");
  g_assert_null(relata_words_find("titles", "# Titles"));
  g_assert_null(relata_words_find("titles", "[en]"));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/text/spelling/alike", test_alike);
  g_test_add_func("/text/spelling/nobody", test_nobody);
  g_test_add_func("/text/words", test_words);
  return g_test_run();
}
