/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/brat/brat_line.h"

#include <string.h>

void
relata_brat_line_move(RelataBratLine *line, const char *to)
{
  for (; line->at < to; line->at++)
    if (((guchar)*line->at & 0xC0) != 0x80)
      line->place.column++;
}

const char *
relata_brat_line_field_end(const RelataBratLine *line)
{
  const char *tab = memchr(line->at, '\t', (gsize)(line->end - line->at));
  return tab != NULL ? tab : line->end;
}

const char *
relata_brat_line_keep(RelataBratLine *line, const char *from, const char *to)
{
  return g_string_chunk_insert_len(line->brat->strings, from, (gssize)(to - from));
}

gboolean
relata_brat_line_word(RelataBratLine *line, guint blanks, const char *end, const char **from, const char **to)
{
  const char *at = line->at;
  while (at < end && *at == ' ')
    at++;
  line->loose |= at - line->at > (gssize)blanks;
  relata_brat_line_move(line, at);
  *from = at;
  while (at < end && *at != ' ')
    at++;
  *to = at;
  return *from < *to;
}

gboolean
relata_brat_line_any_word(RelataBratLine *line, const char *end, const char **from, const char **to)
{
  const char *at = relata_brat_trim_begin(line->at, end);
  relata_brat_line_move(line, at);
  *from = at;
  while (at < end && !g_unichar_isspace(g_utf8_get_char(at)))
    at = g_utf8_next_char(at);
  *to = at;
  return *from < *to;
}

const char *
relata_brat_trim_begin(const char *from, const char *end)
{
  while (from < end && g_unichar_isspace(g_utf8_get_char(from)))
    from = g_utf8_next_char(from);
  return from;
}

const char *
relata_brat_trim_end(const char *from, const char *end)
{
  while (end > from) {
    const char *before = g_utf8_prev_char(end);
    if (!g_unichar_isspace(g_utf8_get_char(before)))
      break;
    end = before;
  }
  return end;
}

static void report(const RelataBratLine *line, RelataSeverity severity, const char *code, const char *hint,
                   const char *format, va_list arguments) G_GNUC_PRINTF(5, 0);

static void
report(const RelataBratLine *line, RelataSeverity severity, const char *code, const char *hint,
       const char *format, va_list arguments)
{
  g_autofree char *message = g_strdup_vprintf(format, arguments);
  relata_diagnose(line->diagnostics, severity, code, &line->place, hint, "%s", message);
}

void
relata_brat_line_complain(const RelataBratLine *line, const char *code, const char *hint, const char *format,
                          ...)
{
  va_list arguments;
  va_start(arguments, format);
  report(line, RELATA_ERROR_IN_DATA, code, hint, format, arguments);
  va_end(arguments);
}

void
relata_brat_line_warn(const RelataBratLine *line, const char *code, const char *hint, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  report(line, RELATA_WARNING, code, hint, format, arguments);
  va_end(arguments);
}

void
relata_brat_line_add_argument(RelataBratLine *line, RelataBratRecord *record, const char *role,
                              const char *from, const char *to)
{
  const RelataBratArgument argument = {role, relata_brat_line_keep(line, from, to), G_MAXUINT, line->place};
  g_array_append_val(line->brat->arguments, argument);
  record->n++;
}
