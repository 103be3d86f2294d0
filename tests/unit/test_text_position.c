/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Positions: the index against counting from the beginning, on random texts of all planes. */
#include "text/position.h"

#include <string.h>

/* Characters of one to four bytes, ends of lines and of sentences among them. */
static char *
random_text(GRand *rand, guint n)
{
  static const gunichar some[] = {'a',  'Z',   ' ',    '\n',   '.',    '?',    '"',     '\r',
                                  0xE9, 0x628, 0x2026, 0x301D, 0x4E2D, 0xFFFD, 0x1F600, 0x10FFFD};
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_unichar(text, some[g_rand_int_range(rand, 0, G_N_ELEMENTS(some))]);
  return g_string_free(text, FALSE);
}

static void
check_against_counting(const char *bytes)
{
  const gsize n_bytes = strlen(bytes);
  g_autoptr(RelataText) text = relata_text_new(bytes, n_bytes);
  g_assert_cmpstr(relata_text_bytes(text), ==, bytes);
  g_assert_cmpuint(relata_text_n_bytes(text), ==, n_bytes);
  const guint length = (guint)g_utf8_strlen(bytes, -1);
  g_assert_cmpuint(relata_text_length(text), ==, length);
  guint line = 1, column = 1;
  const char *at = bytes;
  for (guint position = 0; position <= length; position++) {
    const gsize byte = (gsize)(at - bytes);
    g_assert_cmpuint(relata_text_byte_of(text, position), ==, byte);
    const gsize next = position < length ? (gsize)(g_utf8_next_char(at) - bytes) : byte + 1;
    for (gsize inside = byte; inside < next; inside++)
      g_assert_cmpuint(relata_text_position_of(text, inside), ==, position);
    guint found_line, found_column;
    relata_text_line_column(text, position, &found_line, &found_column);
    g_assert_cmpuint(found_line, ==, line);
    g_assert_cmpuint(found_column, ==, column);
    column = *at == '\n' ? 1 : column + 1;
    line += *at == '\n';
    if (position < length)
      at = g_utf8_next_char(at);
  }
}

static void
test_index(void)
{
  GRand *rand = g_rand_new_with_seed(1);
  check_against_counting("");
  check_against_counting("plain ASCII\nhas no table\n");
  for (guint i = 0; i < 300; i++) {
    g_autofree char *bytes = random_text(rand, (guint)g_rand_int_range(rand, 0, 400));
    check_against_counting(bytes);
  }
  /* Around the edges of the index's strides. */
  for (guint n = 60; n < 70; n++) {
    g_autofree char *ascii = g_strnfill(n, 'x');
    g_autofree char *wide = g_strconcat(ascii, "é", ascii, "é", NULL);
    check_against_counting(wide);
  }
  g_rand_free(rand);
}

static void
test_slice(void)
{
  GRand *rand = g_rand_new_with_seed(2);
  for (guint i = 0; i < 300; i++) {
    g_autofree char *bytes = random_text(rand, (guint)g_rand_int_range(rand, 0, 200));
    g_autoptr(RelataText) text = relata_text_new(bytes, strlen(bytes));
    const guint length = relata_text_length(text);
    for (guint k = 0; k < 20; k++) {
      const guint start = (guint)g_rand_int_range(rand, 0, (gint32)length + 3);
      const guint end = (guint)g_rand_int_range(rand, 0, (gint32)length + 3);
      g_autofree char *slice = relata_text_slice(text, (RelataSpan){start, end});
      const guint from = MIN(start, length), to = MIN(end, length);
      g_autofree char *expected = from < to ? g_utf8_substring(bytes, from, to) : g_strdup("");
      g_assert_cmpstr(slice, ==, expected);
    }
    g_autofree char *all = relata_text_slice(text, (RelataSpan){0, G_MAXUINT});
    g_assert_cmpstr(all, ==, bytes);
    g_autofree char *nothing = relata_text_slice(text, RELATA_NO_SPAN);
    g_assert_cmpstr(nothing, ==, "");
  }
  g_rand_free(rand);
}

static void
test_utf8(void)
{
  static const struct {
    const char *bytes;
    gsize n, valid;
  } examples[] = {
      {"", 0, 0},
      {"abc", 3, 3},
      {"a\0b", 3, 1},
      {"\xC3\xA9", 2, 2},
      {"a\xC3", 2, 1},            /* cut off */
      {"ab\x80", 3, 2},           /* a continuation alone */
      {"\xC0\xAF", 2, 0},         /* overlong '/' */
      {"x\xE0\x80\xAF", 4, 1},    /* overlong */
      {"x\xED\xA0\x80", 4, 1},    /* a surrogate */
      {"\xF4\x8F\xBF\xBF", 4, 4}, /* U+10FFFF */
      {"\xF4\x90\x80\x80", 4, 0}, /* beyond */
      {"\xEF\xBF\xBF", 3, 3},     /* a noncharacter is a code point */
      {"\xFF", 1, 0},
  };
  for (guint i = 0; i < G_N_ELEMENTS(examples); i++)
    g_assert_cmpuint(relata_utf8_validate(examples[i].bytes, examples[i].n), ==, examples[i].valid);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/text/position/index", test_index);
  g_test_add_func("/text/position/slice", test_slice);
  g_test_add_func("/text/position/utf8", test_utf8);
  return g_test_run();
}
