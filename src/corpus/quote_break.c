/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Hyphens at the ends of lines. */
#include "corpus/quote_fold_internal.h"

#include <string.h>

/* How many blanks may begin the next line. */
#define MOST_INDENTED 64

gboolean
relata_fold_is_hyphen(gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x00AD;
}

static gboolean
is_line_end(gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x2028 || c == 0x0085;
}

const char *
relata_fold_word_after_line(const char *at)
{
  gboolean line = FALSE;
  for (guint n = 0; n < MOST_INDENTED && g_unichar_isspace(g_utf8_get_char(at)); n++) {
    line = line || is_line_end(g_utf8_get_char(at));
    at = g_utf8_next_char(at);
  }
  return line && g_unichar_isalnum(g_utf8_get_char(at)) ? at : NULL;
}

gboolean
relata_fold_breaks_word(gunichar before, const char *at, const char **next)
{
  const char *after =
      relata_fold_is_hyphen(g_utf8_get_char(at)) ? relata_fold_word_after_line(g_utf8_next_char(at)) : NULL;
  if (after == NULL || !g_unichar_isalpha(before))
    return FALSE;
  const gunichar c = g_utf8_get_char(after);
  *next = after;
  return g_unichar_isalpha(c) && !g_unichar_isupper(c);
}

gboolean
relata_fold_has_breaks(const char *text)
{
  const char *line = strpbrk(text, "\n\r");
  while (line != NULL) {
    const char *at = line;
    while (at > text && (at[-1] == ' ' || at[-1] == '\t'))
      at--;
    if (at > text && relata_fold_is_hyphen(g_utf8_get_char(g_utf8_prev_char(at))))
      return TRUE;
    line =
        strpbrk(line + strspn(line, " \t\n\r"), "\n\r"); /* blank lines too, so that all is looked at once */
  }
  return FALSE;
}

const char *
relata_fold_hyphen_before_line(const char *begin, const char *at)
{
  gboolean line = FALSE;
  for (guint n = 0; n < MOST_INDENTED && at > begin; n++) {
    const char *previous = g_utf8_prev_char(at);
    if (!g_unichar_isspace(g_utf8_get_char(previous)))
      break;
    line = line || is_line_end(g_utf8_get_char(previous));
    at = previous;
  }
  const char *hyphen = line && at > begin ? g_utf8_prev_char(at) : NULL;
  return hyphen != NULL && hyphen > begin && relata_fold_is_hyphen(g_utf8_get_char(hyphen)) &&
                 g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(hyphen)))
             ? hyphen
             : NULL;
}
