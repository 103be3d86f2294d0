/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "text/display.h"

#include <string.h>

/* These characters are invisible but change what is shown around them, or break a line. */
gboolean
relata_display_is_invisible(gunichar c)
{
  if (c == 0x200C || c == 0x200D) /* ZWNJ and ZWJ */
    return FALSE;
  switch (g_unichar_type(c)) {
  case G_UNICODE_CONTROL:
  case G_UNICODE_FORMAT:
  case G_UNICODE_SURROGATE:
  case G_UNICODE_UNASSIGNED:
  case G_UNICODE_LINE_SEPARATOR:
  case G_UNICODE_PARAGRAPH_SEPARATOR:
    return TRUE;
  default:
    return FALSE;
  }
}

/* Appends the next character as it is or, where it is invisible, as its number. Returns the
 * position after it. */
static const char *
append_visible(GString *safe, const char *text)
{
  if (*text >= ' ' && *text <= '~') { /* true of nearly all characters */
    g_string_append_c(safe, *text);
    return text + 1;
  }
  const gunichar c = g_utf8_get_char_validated(text, -1);
  if (c == (gunichar)-1 || c == (gunichar)-2) {
    g_string_append_printf(safe, "⟨%02X⟩", (guint)(guchar)*text);
    return text + 1;
  }
  if (relata_display_is_invisible(c))
    g_string_append_printf(safe, "⟨U+%04X⟩", c);
  else
    g_string_append_unichar(safe, c);
  return g_utf8_next_char(text);
}

char *
relata_display_lines(const char *text)
{
  g_return_val_if_fail(text != NULL, NULL);
  GString *safe = g_string_sized_new(strlen(text));
  while (*text != '\0') {
    if (*text == '\n' || *text == '\t')
      g_string_append_c(safe, *text++);
    else
      text = append_visible(safe, text);
  }
  return g_string_free(safe, FALSE);
}

char *
relata_display_safe(const char *text)
{
  g_return_val_if_fail(text != NULL, NULL);
  GString *safe = g_string_sized_new(strlen(text));
  gboolean gap = FALSE;
  while (*text != '\0') {
    if (strchr(" \t\n\r", *text) != NULL) {
      gap = TRUE;
      text++;
      continue;
    }
    if (gap && safe->len > 0)
      g_string_append_c(safe, ' ');
    gap = FALSE;
    text = append_visible(safe, text);
  }
  return g_string_free(safe, FALSE);
}

char *
relata_display_begin(const char *words)
{
  g_return_val_if_fail(words != NULL, NULL);
  if (words[0] == '\0')
    return g_strdup("");
  const char *rest = g_utf8_next_char(words);
  g_autofree char *first = g_utf8_strup(words, (gssize)(rest - words));
  return g_strconcat(first, rest, NULL);
}

char *
relata_display_shell_word(const char *word)
{
  g_return_val_if_fail(word != NULL, NULL);
  static const char plain[] = G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_./,:+@%=";
  return *word != '\0' && word[strspn(word, plain)] == '\0' ? g_strdup(word) : g_shell_quote(word);
}

guint
relata_display_width(const char *text)
{
  g_return_val_if_fail(text != NULL, 0);
  guint width = 0;
  for (; *text != '\0'; text = g_utf8_next_char(text)) {
    const gunichar c = g_utf8_get_char(text);
    if (!g_unichar_iszerowidth(c) && !g_unichar_ismark(c))
      width += g_unichar_iswide(c) ? 2 : 1;
  }
  return width;
}

gboolean
relata_display_is_link(const char *url)
{
  g_return_val_if_fail(url != NULL, FALSE);
  if (g_ascii_strncasecmp(url, "http://", 7) != 0 && g_ascii_strncasecmp(url, "https://", 8) != 0)
    return FALSE;
  if (!g_utf8_validate(url, -1, NULL))
    return FALSE;
  for (; *url != '\0'; url = g_utf8_next_char(url))
    if (g_unichar_isspace(g_utf8_get_char(url)) || relata_display_is_invisible(g_utf8_get_char(url)))
      return FALSE;
  return TRUE;
}
