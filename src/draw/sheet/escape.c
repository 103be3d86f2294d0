/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/sheet/escape.h"

#include "text/display.h"

#include <string.h>

/* Graphviz does not escape quotes when it writes a link into an SVG, so they are escaped here. */
char *
relata_sheet_link(const char *url)
{
  if (url == NULL || !relata_display_is_link(url))
    return NULL;
  GString *encoded = g_string_new(NULL);
  for (; *url != '\0'; url++) {
    if (strchr("\"'<>\\^`{|}", *url) != NULL)
      g_string_append_printf(encoded, "%%%02X", (guint)(guchar)*url);
    else
      g_string_append_c(encoded, *url);
  }
  return g_string_free(encoded, FALSE);
}

char *
relata_sheet_token(const char *words)
{
  GString *token = g_string_new(NULL);
  for (; *words != '\0'; words++) {
    if (g_ascii_isalnum(*words) || *words == '-')
      g_string_append_c(token, *words);
    else
      g_string_append_printf(token, "_%02x", (guint)(guchar)*words);
  }
  return g_string_free(token, FALSE);
}
