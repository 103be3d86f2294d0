/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "write/emit.h"

#include "text/display.h"

void
relata_emit_string(cJSON *object, const char *key, const char *value)
{
  cJSON_AddItemToObjectCS(object, key, value != NULL ? cJSON_CreateString(value) : cJSON_CreateNull());
}

char *
relata_emit_text(const cJSON *value, gboolean one_line)
{
  char *text = one_line ? cJSON_PrintUnformatted(value) : cJSON_Print(value);
  GString *safe = g_string_sized_new(strlen(text));
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
    const gunichar c = g_utf8_get_char(at);
    if ((c < 0x80 && c != 0x7F) || !relata_display_is_invisible(c)) /* cJSON escapes those below U+0020 */
      g_string_append_unichar(safe, c);
    else if (c < 0x10000)
      g_string_append_printf(safe, "\\u%04x", c);
    else
      g_string_append_printf(safe, "\\u%04x\\u%04x", 0xD800 + ((c - 0x10000) >> 10), 0xDC00 + (c & 0x3FF));
  }
  cJSON_free(text);
  return g_string_free(safe, FALSE);
}

char *
relata_emit_print(cJSON *object, gboolean one_line)
{
  g_autofree char *text = relata_emit_text(object, one_line);
  cJSON_Delete(object);
  return g_strconcat(text, "\n", NULL);
}
