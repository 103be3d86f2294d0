/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/sheet/size.h"

#include "text/message.h"

#include <math.h>
#include <string.h>

#define UPRIGHT   "-portrait"
#define PRINT_DPI 300

static const RelataPaper papers[] = {
    {"A5", 210, 148}, {"A4", 297, 210}, {"A3", 420, 297}, {"Letter", 279.4, 215.9}};

char *
relata_paper_word(guint i)
{
  if (i / 2 >= G_N_ELEMENTS(papers))
    return NULL;
  g_autofree char *name = g_ascii_strdown(papers[i / 2].name, -1);
  return g_strconcat(name, i % 2 == 1 ? UPRIGHT : "", NULL);
}

/* If the text names a paper, takes that paper as the size. Returns whether it does. */
static gboolean
take_paper(const char *text, RelataSheetSize *size)
{
  for (guint i = 0; i < G_N_ELEMENTS(papers); i++) {
    const RelataPaper *paper = &papers[i];
    const gsize n = strlen(paper->name);
    const gboolean upright =
        g_ascii_strncasecmp(text, paper->name, n) == 0 && g_ascii_strcasecmp(text + n, UPRIGHT) == 0;
    if (!upright && g_ascii_strcasecmp(text, paper->name) != 0)
      continue;
    const double wide = upright ? paper->high : paper->wide, high = upright ? paper->wide : paper->high;
    *size = (RelataSheetSize){high / wide,
                              (guint)lround(wide / 25.4 * PRINT_DPI),
                              (guint)lround(high / 25.4 * PRINT_DPI),
                              paper,
                              wide,
                              high};
    return TRUE;
  }
  return FALSE;
}

/* Takes an integer ≥ 1 of a few digits that is followed by the character `end`. */
static gboolean
take_number(const char **text, char end, guint *number)
{
  *number = 0;
  const char *at = *text;
  for (; g_ascii_isdigit(*at) && at - *text < 6; at++)
    *number = *number * 10 + (guint)(*at - '0');
  if (*number == 0 || *at != end)
    return FALSE;
  *text = at + (end != '\0');
  return TRUE;
}

static void
say_expected(const char *text, GError **error)
{
  char *words[2 * G_N_ELEMENTS(papers) + 1] = {NULL};
  for (guint i = 0; i + 1 < G_N_ELEMENTS(words); i++)
    words[i] = relata_paper_word(i);
  g_autofree char *choice = relata_choice((const char *const *)words, G_N_ELEMENTS(words) - 1);
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
              "expected a width and a height, as in 16:9 or in 1600x900 (pixels), or a paper (%s), not '%s'",
              choice, text);
  for (guint i = 0; words[i] != NULL; i++)
    g_free(words[i]);
}

gboolean
relata_sheet_size_parse(const char *text, RelataSheetSize *size, GError **error)
{
  g_return_val_if_fail(text != NULL && size != NULL, FALSE);
  if (take_paper(text, size))
    return TRUE;
  const char *at = text;
  const char separator = strchr(text, ':') != NULL ? ':' : 'x';
  guint wide, high;
  if (!take_number(&at, separator, &wide) || !take_number(&at, '\0', &high)) {
    say_expected(text, error);
    return FALSE;
  }
  const double ratio = (double)high / wide;
  if (ratio > RELATA_MOST_RATIO || ratio < 1 / RELATA_MOST_RATIO) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
                "'%s': one side may be %.0f times as long as the other, not more", text, RELATA_MOST_RATIO);
    return FALSE;
  }
  const gboolean pixels = separator == 'x';
  if (pixels && (MIN(wide, high) < RELATA_LEAST_PIXELS || MAX(wide, high) > RELATA_MOST_PIXELS)) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE, "'%s': a side has from %d to %d pixels", text,
                RELATA_LEAST_PIXELS, RELATA_MOST_PIXELS);
    return FALSE;
  }
  *size =
      (RelataSheetSize){.ratio = ratio, .pixels_wide = pixels ? wide : 0, .pixels_high = pixels ? high : 0};
  return TRUE;
}
