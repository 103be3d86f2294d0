/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The vectors that the page's scripts are tested with (tests/page/vectors/), held against the C code that
 * they have to agree with: folding of names, and days of dates. `RELATA_WRITE_VECTORS=1 RELATA_SOURCE=.
 * test_text_vectors` writes fold.json anew from what relata_name_fold() does; read its diff. */
#include "text/date.h"
#include "text/name.h"

#include <cjson/cJSON.h>
#include <string.h>

/* Blocks of Unicode in which nothing has been added for many years, so that whatever GLib and whatever
 * browser know them alike: their characters, each between x and y. */
static const gunichar blocks[][2] = {
    {0x0001, 0x024F}, {0x02B0, 0x036F}, {0x0384, 0x03FF}, {0x0400, 0x04FF}, {0x0531, 0x058A},
    {0x05BE, 0x05EA}, {0x0600, 0x0660}, {0x0901, 0x0950}, {0x0E01, 0x0E3A}, {0x13A0, 0x13F4},
    {0x1E00, 0x1FFE}, {0x2000, 0x2064}, {0x2070, 0x208E}, {0x2100, 0x2188}, {0x2212, 0x2212},
    {0x3000, 0x3030}, {0xAB70, 0xABBF}, {0xFB00, 0xFB4F}, {0xFF01, 0xFF60}, {0x10400, 0x1044F}};

static const char *const names[] = {"Al‑Bāghdādi",
                                    "AL BAGHDADI",
                                    "al_baghdadi",
                                    "U.S.",
                                    "ISIS — K",
                                    "ＩＳＩＳ－Ｋ",
                                    " Isis\xC2\xA0K ",
                                    "isis\tk",
                                    "isis\vk",
                                    "Qa'ida",
                                    "Qāʿida",
                                    "Qaʾida",
                                    "‘Umar",
                                    "shaykh Ùmar",
                                    "Straße",
                                    "STRASSE",
                                    "ﬃ",
                                    "İstanbul",
                                    "ISTANBUL",
                                    "ısı",
                                    "ΚΌΣΜΟΣ",
                                    "κόσμος",
                                    "Κόσμοσ ΣΑΣ",
                                    "Ὀδυσσεύς ᾳ ᾼ",
                                    "مُحَمَّد",
                                    "حركة طالبان",
                                    "ﷺ",
                                    "ירושלים",
                                    "שָׁלוֹם",
                                    "中华人民共和国",
                                    "日本放送協会",
                                    "ガ",
                                    "ｶﾞ",
                                    "각",
                                    "गणराज्य",
                                    "ประเทศไทย",
                                    "ꭰᎠ",
                                    "𐐀𐐨",
                                    "a\xE2\x80\xAE-\xE2\x80\xAC"
                                    "b",
                                    "a\xE2\x80\x8D"
                                    "b",
                                    "...",
                                    "-",
                                    " _ ",
                                    "",
                                    "C++",
                                    "Group 1",
                                    "ł Ł",
                                    "Ǆ ǅ ǆ",
                                    "ŉ ǰ ΐ և ẖ",
                                    "½ ² ₂ Ⅷ ℃ ℡",
                                    "😀 👩‍👩‍👧 🇦🇫",
                                    "<b>bold</b> & \"quoted\"",
                                    "line\xE2\x80\xA8"
                                    "separator",
                                    "a\xCC\x84\xCC\xA3",
                                    "a\xCC\xA3\xCC\x84",
                                    "Nguyễn Phú Trọng",
                                    "Þórdís Ægir",
                                    "ẞ"};

static char *
vectors_path(const char *name)
{
  const char *source = g_getenv("RELATA_SOURCE");
  return g_build_filename(source != NULL ? source : ".", "tests", "page", "vectors", name, NULL);
}

static cJSON *
read_vectors(const char *name)
{
  g_autofree char *path = vectors_path(name), *text = NULL;
  g_autoptr(GError) error = NULL;
  g_file_get_contents(path, &text, NULL, &error);
  g_assert_no_error(error);
  cJSON *json = cJSON_Parse(text);
  g_assert_nonnull(json);
  return json;
}

static char *
fold_between(gunichar c)
{
  char name[16] = "x";
  name[1 + g_unichar_to_utf8(c, name + 1)] = 'y';
  return relata_name_fold(name);
}

static void
add_string(GString *out, const char *text)
{
  cJSON *json = cJSON_CreateString(text);
  char *printed = cJSON_PrintUnformatted(json);
  g_string_append(out, printed);
  cJSON_free(printed);
  cJSON_Delete(json);
}

static char *
make_vectors(void)
{
  GString *out = g_string_new(
      "{\"about\":\"what relata_name_fold() makes of names, and of x, a character, y\",\n\"names\":[");
  for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *folded = relata_name_fold(names[i]);
    g_string_append(out, i > 0 ? ",\n[" : "\n[");
    add_string(out, names[i]);
    g_string_append_c(out, ',');
    add_string(out, folded);
    g_string_append_c(out, ']');
  }
  g_string_append(out, "],\n\"characters\":[");
  for (guint i = 0; i < G_N_ELEMENTS(blocks); i++) {
    g_string_append_printf(out, "%s\n{\"from\":%u,\"folded\":[", i > 0 ? "," : "", blocks[i][0]);
    for (gunichar c = blocks[i][0]; c <= blocks[i][1]; c++) {
      g_autofree char *folded = fold_between(c);
      if (c > blocks[i][0])
        g_string_append_c(out, ',');
      add_string(out, folded);
    }
    g_string_append(out, "]}");
  }
  g_string_append(out, "]}\n");
  return g_string_free(out, FALSE);
}

static void
test_fold(void)
{
  if (g_getenv("RELATA_WRITE_VECTORS") != NULL) {
    g_autofree char *path = vectors_path("fold.json"), *made = make_vectors();
    g_assert_true(g_file_set_contents(path, made, -1, NULL));
  }
  cJSON *json = read_vectors("fold.json");
  const cJSON *row, *block;
  guint n = 0;
  cJSON_ArrayForEach(row, cJSON_GetObjectItemCaseSensitive(json, "names"))
  {
    g_autofree char *folded = relata_name_fold(cJSON_GetArrayItem(row, 0)->valuestring);
    g_assert_cmpstr(folded, ==, cJSON_GetArrayItem(row, 1)->valuestring);
    n++;
  }
  g_assert_cmpuint(n, ==, G_N_ELEMENTS(names));
  cJSON_ArrayForEach(block, cJSON_GetObjectItemCaseSensitive(json, "characters"))
  {
    gunichar c = (gunichar)cJSON_GetObjectItemCaseSensitive(block, "from")->valueint;
    cJSON_ArrayForEach(row, cJSON_GetObjectItemCaseSensitive(block, "folded"))
    {
      g_autofree char *folded = fold_between(c);
      if (strcmp(folded, row->valuestring) != 0)
        g_error("U+%04X folds to '%s', not '%s'", c, folded, row->valuestring);
      c++;
    }
  }
  cJSON_Delete(json);
}

/* A day as the vectors have it: null where the end is open. */
static gint32
day_in(const cJSON *days, int place, gint32 open)
{
  const cJSON *day = cJSON_GetArrayItem(days, place);
  return cJSON_IsNull(day) ? open : (gint32)day->valueint;
}

static void
test_dates(void)
{
  cJSON *json = read_vectors("dates.json");
  const cJSON *rows = cJSON_GetObjectItemCaseSensitive(json, "dates"), *row;
  guint n = 0;
  cJSON_ArrayForEach(row, rows)
  {
    const cJSON *edtf = cJSON_GetObjectItemCaseSensitive(row, "edtf");
    const cJSON *days = cJSON_GetObjectItemCaseSensitive(row, "days");
    RelataDate date;
    if (!cJSON_IsNull(edtf)) {
      g_assert_true(relata_date_parse(edtf->valuestring, &date, NULL));
      g_assert_cmpint(date.begin_min, ==, day_in(days, 0, RELATA_DAY_MIN));
      g_assert_cmpint(date.begin_max, ==, day_in(days, 1, RELATA_DAY_MIN));
      g_assert_cmpint(date.end_min, ==, day_in(days, 2, RELATA_DAY_MAX));
      g_assert_cmpint(date.end_max, ==, day_in(days, 3, RELATA_DAY_MAX));
      n++;
    }
  }
  g_assert_cmpuint(n, >, 20);
  cJSON_Delete(json);
}

static void
test_days(void)
{
  cJSON *json = read_vectors("dates.json");
  const cJSON *row;
  guint n = 0;
  cJSON_ArrayForEach(row, cJSON_GetObjectItemCaseSensitive(json, "days"))
  {
    const gint32 day = (gint32)cJSON_GetObjectItemCaseSensitive(row, "day")->valueint;
    g_autofree char *words = relata_day_in_words(day), *edtf = relata_day_to_edtf(day);
    g_assert_cmpstr(words, ==, cJSON_GetObjectItemCaseSensitive(row, "words")->valuestring);
    g_assert_cmpstr(edtf, ==, cJSON_GetObjectItemCaseSensitive(row, "edtf")->valuestring);
    n++;
  }
  g_assert_cmpuint(n, >, 10);
  cJSON_Delete(json);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/text/vectors/fold", test_fold);
  g_test_add_func("/text/vectors/dates", test_dates);
  g_test_add_func("/text/vectors/days", test_days);
  return g_test_run();
}
