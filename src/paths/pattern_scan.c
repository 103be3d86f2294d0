/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "paths/pattern_scan.h"

#include "text/display.h"
#include "text/error.h"

#include <string.h>

gboolean
relata_scan_fail(RelataPatternScan *scan, const char *at, gint code, const char *message)
{
  if (*scan->error != NULL)
    return FALSE;
  /* The caret protects a space before the error: a space at the end would not be shown. */
  g_autofree char *before = g_strdup_printf("%.*s^", (int)(at - scan->text), scan->text);
  g_autofree char *shown = relata_display_safe(scan->text), *shown_before = relata_display_safe(before);
  g_autofree char *said = relata_display_safe(message); /* the message may contain a name */
  g_set_error(scan->error, RELATA_ERROR, code, "%s\n  %s\n  %*s^", said, shown,
              (int)relata_display_width(shown_before) - 1, "");
  return FALSE;
}

gboolean
relata_scan_expect(RelataPatternScan *scan, const char *what)
{
  const gboolean ends = *scan->at == '\0';
  g_autofree char *message = ends ? g_strdup_printf("the pattern ends where %s is expected", what)
                                  : g_strdup_printf("%s is expected here", what);
  return relata_scan_fail(scan, scan->at, RELATA_ERROR_VALUE, message);
}

void
relata_scan_space(RelataPatternScan *scan)
{
  while (g_ascii_isspace(*scan->at))
    scan->at++;
}

gboolean
relata_scan_take(RelataPatternScan *scan, char character)
{
  relata_scan_space(scan);
  if (*scan->at != character)
    return FALSE;
  scan->at++;
  return TRUE;
}

gboolean
relata_scan_comes(RelataPatternScan *scan, const char *characters)
{
  relata_scan_space(scan);
  return *scan->at != '\0' && strchr(characters, *scan->at) != NULL;
}

gboolean
relata_scan_number(RelataPatternScan *scan, guint *number)
{
  relata_scan_space(scan);
  if (!g_ascii_isdigit(*scan->at))
    return FALSE;
  char *end;
  *number = (guint)MIN(g_ascii_strtoull(scan->at, &end, 10), G_MAXUINT - 1);
  scan->at = end;
  return TRUE;
}

static gboolean
is_name(char c)
{
  return g_ascii_isalnum(c) || c == '-' || c == '_' || c == ':' || (guchar)c >= 0x80;
}

char *
relata_scan_name(RelataPatternScan *scan, const char *ends)
{
  relata_scan_space(scan);
  const char *begin = scan->at;
  if (*begin == '\'' || *begin == '"') {
    const char *end = strchr(begin + 1, *begin);
    if (end == NULL) {
      relata_scan_fail(scan, begin, RELATA_ERROR_VALUE, "this quotation mark is not closed");
      return NULL;
    }
    scan->at = end + 1;
    return g_strndup(begin + 1, (gsize)(end - begin - 1));
  }
  if (ends != NULL)
    scan->at += strcspn(begin, ends);
  else
    while (is_name(*scan->at))
      scan->at++;
  if (scan->at == begin)
    return NULL;
  return g_strchomp(g_strndup(begin, (gsize)(scan->at - begin)));
}
