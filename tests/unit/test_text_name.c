/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names: which spellings are one, and which name was probably meant. */
#include "text/name.h"

#include <string.h>

static void
test_fold(void)
{
  static const char *const alike[][4] = {
      {"al baghdadi", "Al‑Bāghdādi", "AL BAGHDADI", "al_baghdadi"},
      {"us", "U.S.", "US", "u.s"},
      {"isis k", "ISIS–K", "Isis-k", "ISIS — K"},
      {"isis k", "ＩＳＩＳ－Ｋ", "isis\tk", " Isis\xC2\xA0K "},
      {"qaida", "Qa'ida", "Qāʿida", "Qaʾida"},
      {"shaykh umar", "Shaykh ʿUmar", "shaykh ‘Umar", "Shaykh Ùmar"},
      {"strasse", "Straße", "STRASSE", "strasse"},
      {"ffi", "ﬃ", "FFI",
       "f\xE2\x80\x8D"
       "fi"},
      {"istanbul", "İstanbul", "ISTANBUL", "istanbul"},
      {"ελλαδα", "Ελλάδα", "ΕΛΛΆΔΑ", "ελλαδα"},
      {"κοσμοσ", "ΚΌΣΜΟΣ", "κόσμος", "Κόσμοσ"}, /* the final sigma */
      {"محمد", "مُحَمَّد", "محمد", "مُحمد"},
      {"a b",
       "a\xE2\x80\xAE-\xE2\x80\xAC"
       "b",
       "A\xE2\x88\x92"
       "B",
       "a - b"},
      {"", "...", "-", " _ "},
  };
  for (guint i = 0; i < G_N_ELEMENTS(alike); i++)
    for (guint k = 1; k < 4; k++) {
      g_autofree char *folded = relata_name_fold(alike[i][k]);
      g_assert_cmpstr(folded, ==, alike[i][0]);
    }
  static const char *const apart[][2] = {{"ISIS", "ISIS-K"}, {"Abu Omar", "Abuomar"}, {"Iran", "Iraq"},
                                         {"C++", "C"},       {"Group 1", "Group 2"},  {"ł", "l"}};
  for (guint i = 0; i < G_N_ELEMENTS(apart); i++) {
    g_autofree char *a = relata_name_fold(apart[i][0]);
    g_autofree char *b = relata_name_fold(apart[i][1]);
    g_assert_cmpstr(a, !=, b);
  }
}

/* Every code point: folding gives valid UTF-8, is stable, and ignores case. */
static void
test_fold_every_character(void)
{
  for (gunichar c = 1; c < 0x20000; c++) {
    if (c == 0x3400 || c == 0xAC00) /* ideographs, Hangul: many, and alike */
      c = c == 0x3400 ? 0xA000 : 0xD7A0;
    if (!g_unichar_validate(c))
      continue;
    char name[32];
    memcpy(name, "a b", 3);
    const gint n = g_unichar_to_utf8(c, name + 3);
    memcpy(name + 3 + n, "c", 2);
    g_autofree char *folded = relata_name_fold(name);
    if (!g_utf8_validate(folded, -1, NULL))
      g_error("U+%04X folds to what is not UTF-8", c);
    g_autofree char *again = relata_name_fold(folded);
    if (strcmp(folded, again) != 0)
      g_error("U+%04X: folding twice differs from once", c);
    g_autofree char *upper = g_utf8_strup(name, -1);
    g_autofree char *folded_upper = relata_name_fold(upper);
    g_autofree char *lower = g_utf8_strdown(name, -1);
    g_autofree char *folded_lower = relata_name_fold(lower);
    /* ı (Turkish) has the capital I, whose small letter it is not. */
    if (c != 0x131 && (strcmp(folded, folded_upper) != 0 || strcmp(folded, folded_lower) != 0))
      g_error("U+%04X: case makes a difference", c);
  }
}

static void
test_type_id(void)
{
  static const char *const examples[][2] = {
      {"Claims_Responsibility", "claims-responsibility"},
      {"armed-group", "armed-group"},
      {"Armed group", "armed-group"},
      {"  Spread  wide ", "spread-wide"},
      {"a\tb\nc\vd\fe\rf", "a-b-c-d-e-f"},
      {"a\xC2\xA0"
       "b\xE2\x80\x93"
       "c",
       "a-b-c"},
      {"ÉTAT", "état"},
      {"ISIS_I", "isis-i"},
      {"___", ""},
      {"a--b", "a-b"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(examples); i++) {
    g_autofree char *id = relata_name_type_id(examples[i][0]);
    g_assert_cmpstr(id, ==, examples[i][1]);
    g_autofree char *again = relata_name_type_id(id);
    g_assert_cmpstr(again, ==, id);
  }
}

/* The definition, word by word: exponential, and independent of the matrix. */
static guint
naive_distance(const char *a, const char *b)
{
  if (*a == '\0')
    return (guint)strlen(b);
  if (*b == '\0')
    return (guint)strlen(a);
  guint best = naive_distance(a + 1, b + 1) + (*a != *b);
  best = MIN(best, naive_distance(a + 1, b) + 1);
  best = MIN(best, naive_distance(a, b + 1) + 1);
  if (a[1] != '\0' && b[1] != '\0' && a[0] == b[1] && a[1] == b[0])
    best = MIN(best, naive_distance(a + 2, b + 2) + 1);
  return best;
}

static void
test_distance(void)
{
  GRand *rand = g_rand_new_with_seed(4);
  for (guint i = 0; i < 1500; i++) {
    char words[2][8];
    for (guint w = 0; w < 2; w++) {
      const gint n = g_rand_int_range(rand, 0, 7);
      for (gint k = 0; k < n; k++)
        words[w][k] = (char)g_rand_int_range(rand, 'a', 'd');
      words[w][n] = '\0';
    }
    const guint distance = relata_name_distance(words[0], words[1]);
    g_assert_cmpuint(distance, ==, naive_distance(words[0], words[1]));
    g_assert_cmpuint(distance, ==, relata_name_distance(words[1], words[0]));
  }
  g_rand_free(rand);
  g_assert_cmpuint(relata_name_distance("ca", "abc"), ==, 3);  /* optimal string alignment, not Damerau's 2 */
  g_assert_cmpuint(relata_name_distance("中国", "中"), ==, 1); /* code points, not bytes */
}

static void
test_nearest(void)
{
  static const char *const names[] = {"Joe Biden", "Antony Blinken", "ISIS",   "ISIS-K",
                                      "Iran",      "Iraq",           "Taliban"};
  const guint n = G_N_ELEMENTS(names);
  g_assert_cmpstr(relata_name_suggest("Talban", names, n), ==, "Taliban");
  g_assert_cmpstr(relata_name_suggest("TALIBAN", names, n), ==, "Taliban");
  g_assert_cmpstr(relata_name_suggest("isis k", names, n), ==, "ISIS-K");
  g_assert_cmpstr(relata_name_suggest("Blinken", names, n), ==, "Antony Blinken");
  g_assert_cmpstr(relata_name_suggest("Irna", names, n), ==, "Iran");
  g_assert_null(relata_name_suggest("Luxembourg", names, n));
  g_assert_null(relata_name_suggest("Taliban", names, 0));
  g_assert_null(relata_name_suggest("", names, n));
  g_autoptr(GArray) two = relata_name_nearest("Ira", names, n, 5);
  g_assert_cmpuint(two->len, ==, 2); /* equals in the order of the candidates */
  g_assert_cmpuint(g_array_index(two, guint, 0), ==, 4);
  g_assert_cmpuint(g_array_index(two, guint, 1), ==, 5);
  g_autoptr(GArray) one = relata_name_nearest("Ira", names, n, 1);
  g_assert_cmpuint(one->len, ==, 1);
}

/* A name of a megabyte is compared by its beginning. */
static void
test_nearest_is_bounded(void)
{
  g_autofree char *a = g_strnfill(1 << 20, 'a');
  g_autofree char *b = g_strnfill(1 << 20, 'b');
  const char *const names[] = {b, a};
  g_assert_true(relata_name_suggest(a, names, 2) == a);
}

static void
test_words(void)
{
  static const char *const cases[][2] = {
      {"AttackerArg", "attacker arg"},
      {"evt089arg01victim", "evt 089 arg 01 victim"},
      {"Time-Within", "time within"},
      {"target_of_attack", "target of attack"},
      {"HTTPSource", "http source"},
      {"Täter2", "tater 2"},
      {"perp: individual", "perp individual"},
      {"ARG0", "arg 0"},
      {"受害者", "受害者"},
      {"", ""},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *words = relata_name_words(cases[i][0]);
    g_assert_cmpstr(words, ==, cases[i][1]);
  }
}

static void
test_initials(void)
{
  static const char *const joined[][2] = {{"a f p", "afp"},
                                          {"u s army", "us army"},
                                          {"the u s a now", "the usa now"},
                                          {"a", "a"},
                                          {"plan a", "plan a"},
                                          {"a plan b", "a plan b"},
                                          {"1 2 3", "1 2 3"},
                                          {"б б с", "ббс"},
                                          {"中 国", "中 国"},
                                          {"", ""},
                                          {"j f kennedy", "jf kennedy"}};
  for (guint i = 0; i < G_N_ELEMENTS(joined); i++) {
    g_autofree char *is = relata_name_join_initials(joined[i][0]);
    g_assert_cmpstr(is, ==, joined[i][1]);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/text/name/fold", test_fold);
  g_test_add_func("/text/name/fold-every-character", test_fold_every_character);
  g_test_add_func("/text/name/type-id", test_type_id);
  g_test_add_func("/text/name/distance", test_distance);
  g_test_add_func("/text/name/nearest", test_nearest);
  g_test_add_func("/text/name/nearest-is-bounded", test_nearest_is_bounded);
  g_test_add_func("/text/name/words", test_words);
  g_test_add_func("/text/name/initials", test_initials);
  return g_test_run();
}
