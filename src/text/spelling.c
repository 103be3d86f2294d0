/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "text/spelling.h"
#include "text/normalize.h"

#include <string.h>

/* The block of Half-width and Full-width Forms. Its compatibility mappings alone are applied: others change
 * the sense ("²" is not "2"). */
static gboolean
has_other_width(gunichar c)
{
  return c >= 0xFF01 && c <= 0xFFEE;
}

/* Joiners (U+200C, U+200D) decide which letters a reader sees in Persian and Indic scripts, so they stay. */
static gboolean
is_invisible(gunichar c)
{
  return c != 0x200C && c != 0x200D &&
         (g_unichar_type(c) == G_UNICODE_FORMAT || g_unichar_type(c) == G_UNICODE_CONTROL);
}

/* Signs with which texts are pointed for learners, and strokes that stretch a word: Arabic vowel signs and
 * tatweel, Hebrew points. The same name is mostly written without them. All other marks make letters. */
static gboolean
is_point(gunichar c)
{
  return (c >= 0x064B && c <= 0x0652) || c == 0x0670 || c == 0x0640 || (c >= 0x05B0 && c <= 0x05BC) ||
         c == 0x05BF || c == 0x05C1 || c == 0x05C2 || c == 0x05C7;
}

/* Appends the name with ordinary widths and single spaces. */
static void
append_plain(GString *out, const char *name)
{
  gboolean gap = FALSE;
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char(at)) {
    const gunichar c = g_utf8_get_char(at);
    if (g_unichar_isspace(c)) {
      gap = out->len > 0;
      continue;
    }
    if (is_invisible(c) || is_point(c))
      continue;
    if (gap)
      g_string_append_c(out, ' ');
    gap = FALSE;
    if (has_other_width(c)) {
      g_autofree char *other = relata_normalize(at, g_utf8_next_char(at) - at, G_NORMALIZE_ALL_COMPOSE);
      g_string_append(out, other);
    } else {
      g_string_append_unichar(out, c);
    }
  }
}

/* Returns whether a letter beyond the first is lower-case, so that capitals in it only begin a word. */
static gboolean
is_written_small(const char *name, gboolean *names_somebody)
{
  guint n = 0;
  gboolean small = FALSE;
  *names_somebody = FALSE;
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char(at)) {
    const gunichar c = g_utf8_get_char(at);
    if (!g_unichar_isalnum(c) && c < 0x1F000) /* pictographs name accounts */
      continue;
    *names_somebody = TRUE;
    if (g_unichar_isalpha(c) && n++ > 0)
      small |= g_unichar_islower(c);
  }
  return small;
}

char *
relata_spelling(const char *name)
{
  g_return_val_if_fail(name != NULL, NULL);
  if (!g_utf8_validate(name, -1, NULL))
    return g_strdup(name);
  g_autoptr(GString) plain = g_string_sized_new(strlen(name));
  append_plain(plain, name);
  char *composed = g_str_is_ascii(plain->str) ? g_strdup(plain->str) /* most names are */
                                              : relata_normalize(plain->str, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  gboolean names_somebody;
  const gboolean small = is_written_small(composed, &names_somebody);
  if (!names_somebody) {
    *composed = '\0';
    return composed;
  }
  if (!small)
    return composed;
  /* One letter at a time: folding a whole string makes "ss" of "ß", and depends on the locale. */
  GString *folded = g_string_sized_new(strlen(composed));
  for (const char *at = composed; *at != '\0'; at = g_utf8_next_char(at)) {
    const gunichar c = g_utf8_get_char(at);
    g_string_append_unichar(folded, c == 0x0130 ? c : g_unichar_tolower(c)); /* "İ" is no "I" */
  }
  g_free(composed);
  return g_string_free(folded, FALSE);
}
