/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/brat/brat_invisible.h"
#include "text/normalize.h"

#include <string.h>

/* How many differences are told; the others are counted. */
#define MOST_TOLD 2

static const struct {
  gunichar c;
  const char *name;
} names[] = {
    {0x0009, "tab"},
    {0x000A, "line feed"},
    {0x000D, "carriage return"},
    {0x0020, "space"},
    {0x00A0, "no-break space"},
    {0x00AD, "soft hyphen"},
    {0x034F, "combining grapheme joiner"},
    {0x061C, "Arabic letter mark"},
    {0x2002, "en space"},
    {0x2003, "em space"},
    {0x2007, "figure space"},
    {0x2009, "thin space"},
    {0x200B, "zero-width space"},
    {0x200C, "zero-width non-joiner"},
    {0x200D, "zero-width joiner"},
    {0x200E, "left-to-right mark"},
    {0x200F, "right-to-left mark"},
    {0x2028, "line separator"},
    {0x2029, "paragraph separator"},
    {0x202F, "narrow no-break space"},
    {0x2060, "word joiner"},
    {0x3000, "ideographic space"},
    {0xFEFF, "byte order mark"},
};

typedef struct {
  const char *text, *line; /* what is still to be compared */
  GString *told;
  guint n;
} Walk;

/* Returns whether a reader sees nothing of the character, not even a blank. */
static gboolean
shows_nothing(gunichar c)
{
  return g_unichar_type(c) == G_UNICODE_FORMAT || c == 0x034F || (c >= 0xFE00 && c <= 0xFE0F) ||
         (c >= 0xE0100 && c <= 0xE01EF);
}

/* Appends "U+00A0 (no-break space)" for each character. */
static void
append_code_points(GString *words, const char *from, const char *to)
{
  for (const char *at = from; at < to; at = g_utf8_next_char(at)) {
    const gunichar c = g_utf8_get_char(at);
    g_string_append_printf(words, "%sU+%04X", at > from ? " " : "", (guint)c);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
      if (names[i].c == c)
        g_string_append_printf(words, " (%s)", names[i].name);
  }
}

/* Begins to tell a difference; FALSE where enough were told. */
static gboolean
begin_telling(Walk *walk)
{
  if (walk->n++ >= MOST_TOLD)
    return FALSE;
  if (walk->n > 1)
    g_string_append(walk->told, "; ");
  return TRUE;
}

static const char *
skip_blanks(const char *at)
{
  while (*at != '\0' && g_unichar_isspace(g_utf8_get_char(at)))
    at = g_utf8_next_char(at);
  return at;
}

/* Returns whether there are as many blanks in both, all of the kinds that brat writes as a space. */
static gboolean
are_plain(const char *a, const char *a_end, const char *b, const char *b_end)
{
  static const char plain[] = " \t\r\n";
  return a_end - a == b_end - b && strspn(a, plain) >= (gsize)(a_end - a) &&
         strspn(b, plain) >= (gsize)(b_end - b);
}

/* Passes over blanks in both. */
static void
pass_blanks(Walk *walk)
{
  const char *text_end = skip_blanks(walk->text), *line_end = skip_blanks(walk->line);
  const gsize n_text = (gsize)(text_end - walk->text);
  /* The line may go on with a comment, so that where the text ends with a blank, one is taken. */
  if (*text_end == '\0' && n_text < (gsize)(line_end - walk->line))
    line_end = g_utf8_next_char(walk->line);
  if (!are_plain(walk->text, text_end, walk->line, line_end) && begin_telling(walk)) {
    g_string_append(walk->told, "the text has ");
    append_code_points(walk->told, walk->text, text_end);
    g_string_append(walk->told, " where the line has ");
    append_code_points(walk->told, walk->line, line_end);
  }
  walk->text = text_end;
  walk->line = line_end;
}

/* Passes over a character that only one of the two has. */
static void
pass_extra(Walk *walk, const char **at, const char *has, const char *lacks)
{
  const char *end = g_utf8_next_char(*at);
  if (begin_telling(walk)) {
    g_string_append_printf(walk->told, "the %s has ", has);
    append_code_points(walk->told, *at, end);
    g_string_append_printf(walk->told, ", which the %s lacks", lacks);
  }
  *at = end;
}

/* Returns the end of a letter with its marks; Hangul vowels and finals belong to the consonant before. */
static const char *
letter_end(const char *at)
{
  if (*at == '\0')
    return at;
  for (at = g_utf8_next_char(at); *at != '\0'; at = g_utf8_next_char(at)) {
    const gunichar c = g_utf8_get_char(at);
    if (!g_unichar_ismark(c) && !(c >= 0x1160 && c <= 0x11FF))
      break;
  }
  return at;
}

static const char *
form_of(const char *letter)
{
  g_autofree char *composed = relata_normalize(letter, -1, G_NORMALIZE_NFC);
  g_autofree char *decomposed = relata_normalize(letter, -1, G_NORMALIZE_NFD);
  return strcmp(letter, composed) == 0     ? "composed, NFC"
         : strcmp(letter, decomposed) == 0 ? "decomposed, NFD"
                                           : "neither NFC nor NFD";
}

/* Passes over a letter that is written differently in the two. FALSE where there are two letters. */
static gboolean
pass_letter(Walk *walk)
{
  const char *text_end = letter_end(walk->text), *line_end = letter_end(walk->line);
  g_autofree char *text = g_strndup(walk->text, (gsize)(text_end - walk->text));
  g_autofree char *line = g_strndup(walk->line, (gsize)(line_end - walk->line));
  g_autofree char *of_text = relata_normalize(text, -1, G_NORMALIZE_NFC);
  g_autofree char *of_line = relata_normalize(line, -1, G_NORMALIZE_NFC);
  if (strcmp(of_text, of_line) != 0)
    return FALSE;
  if (strcmp(text, line) != 0 && begin_telling(walk)) {
    g_string_append_printf(walk->told, "the text has '%s' as ", of_text);
    append_code_points(walk->told, walk->text, text_end);
    g_string_append_printf(walk->told, " (%s), the line as ", form_of(text));
    append_code_points(walk->told, walk->line, line_end);
    g_string_append_printf(walk->told, " (%s)", form_of(line));
  }
  walk->text = text_end;
  walk->line = line_end;
  return TRUE;
}

gboolean
relata_brat_looks_like(const char *text, const char *line, gsize *n, char **difference)
{
  g_autoptr(GString) told = g_string_new(NULL);
  Walk walk = {text, line, told, 0};
  while (*walk.text != '\0') {
    const gunichar of_text = g_utf8_get_char(walk.text), of_line = g_utf8_get_char(walk.line);
    if (of_text != of_line && shows_nothing(of_text))
      pass_extra(&walk, &walk.text, "text", "line");
    else if (of_text != of_line && of_line != 0 && shows_nothing(of_line))
      pass_extra(&walk, &walk.line, "line", "text");
    else if (of_line != 0 && g_unichar_isspace(of_text) && g_unichar_isspace(of_line))
      pass_blanks(&walk);
    else if (of_line == 0 || !pass_letter(&walk))
      return FALSE;
  }
  if (walk.n > MOST_TOLD)
    g_string_append_printf(told, "; and %u more", walk.n - MOST_TOLD);
  *n = (gsize)(walk.line - line);
  *difference = g_string_free(g_steal_pointer(&told), FALSE);
  return TRUE;
}
