/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/cli.h"

#include <string.h>

/* Lines longer than this are shown around the column only. */
#define MAX_SHOWN 100

/* The text of a line, without its end; NULL where the file cannot be read any more. */
static char *
line_of(const char *bytes, guint line)
{
  for (guint i = 1; i < line && bytes != NULL; i++) {
    bytes = strchr(bytes, '\n');
    bytes = bytes != NULL ? bytes + 1 : NULL;
  }
  return bytes != NULL ? g_strndup(bytes, strcspn(bytes, "\r\n")) : NULL;
}

/* Tabs as single spaces and nothing invisible: one column stays one column for the caret's sake. */
static char *
flat(const char *line)
{
  GString *out = g_string_new(NULL);
  for (; *line != '\0'; line = g_utf8_next_char(line)) {
    const gunichar c = g_utf8_get_char_validated(line, -1);
    if (c == (gunichar)-1 || c == (gunichar)-2) {
      g_string_append(out, "?");
      line -= g_utf8_skip[(guchar)*line] - 1; /* next_char then steps over one byte */
    } else if (g_unichar_iscntrl(c) || g_unichar_type(c) == G_UNICODE_FORMAT || c == 0x2028 || c == 0x2029) {
      g_string_append_c(out, ' ');
    } else {
      g_string_append_unichar(out, c);
    }
  }
  return g_string_free(out, FALSE);
}

static void
append_line(const RelataDiagnostic *diagnostic, const char *bytes, gboolean colored, GString *out)
{
  g_autofree char *raw = line_of(bytes, diagnostic->line);
  if (raw == NULL)
    return;
  g_autofree char *line = flat(raw);
  const guint length = (guint)g_utf8_strlen(line, -1);
  guint column = CLAMP(diagnostic->column, 1, length + 1) - 1;
  guint first = 0;
  if (length > MAX_SHOWN && column > MAX_SHOWN / 2)
    first = MIN(column - MAX_SHOWN / 2, length - MAX_SHOWN);
  g_autofree char *shown = g_utf8_substring(line, first, MIN(first + MAX_SHOWN, length));
  g_autofree char *before = g_utf8_substring(line, first, column);
  g_string_append_printf(out, "%6u | %s\n", diagnostic->line, shown);
  if (diagnostic->column > 0)
    g_string_append_printf(out, "       | %*s%s^%s\n", (int)relata_display_width(before), "",
                           cli_style_on(colored, CLI_BOLD), cli_style_off(colored));
}

void
cli_report(const RelataDiagnostics *diagnostics, RelataSeverity least, guint most, gboolean colored, GString *out)
{
  static const CliStyle styles[] = {CLI_FAINT, CLI_WARN, CLI_HOSTILE};
  g_autofree char *bytes = NULL;
  const char *file = NULL;
  guint shown = 0;
  for (guint i = 0; i < relata_diagnostics_n_kept(diagnostics) && shown < most; i++) {
    const RelataDiagnostic *diagnostic = relata_diagnostics_get(diagnostics, i);
    if (diagnostic->severity < least)
      continue;
    shown++;
    if (diagnostic->file != NULL) {
      cli_append_styled(out, colored, CLI_BOLD, diagnostic->file);
      if (diagnostic->line > 0)
        g_string_append_printf(out, ":%u", diagnostic->line);
      if (diagnostic->line > 0 && diagnostic->column > 0)
        g_string_append_printf(out, ":%u", diagnostic->column);
      g_string_append(out, ": ");
    }
    cli_append_styled(out, colored, styles[diagnostic->severity], relata_severity_name(diagnostic->severity));
    g_string_append(out, ": ");
    cli_append_styled(out, FALSE, CLI_PLAIN, diagnostic->message);
    g_string_append_printf(out, " [%s]\n", diagnostic->code);
    if (diagnostic->file != NULL && diagnostic->line > 0) {
      if (file == NULL || strcmp(file, diagnostic->file) != 0) {
        g_clear_pointer(&bytes, g_free);
        g_file_get_contents(diagnostic->file, &bytes, NULL, NULL);
        file = diagnostic->file;
      }
      append_line(diagnostic, bytes, colored, out);
    }
    if (diagnostic->hint != NULL) {
      g_string_append(out, "       = ");
      cli_append_styled(out, FALSE, CLI_PLAIN, diagnostic->hint);
      g_string_append_c(out, '\n');
    }
  }
}

void
cli_complain(const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *message = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  g_autofree char *safe = relata_display_safe(message);
  fprintf(stderr, "relata: %s\n", safe);
}

CliExit
cli_fail(const GError *error)
{
  cli_complain("%s", error->message);
  if (error->domain == G_OPTION_ERROR)
    return CLI_USAGE;
  if (error->domain != RELATA_ERROR)
    return CLI_FAILED;
  switch ((RelataErrorCode)error->code) {
  case RELATA_ERROR_INPUT:
    return CLI_UNUSABLE;
  case RELATA_ERROR_EMPTY:
    return CLI_NO;
  case RELATA_ERROR_FORMAT:
  case RELATA_ERROR_UNKNOWN_NAME:
  case RELATA_ERROR_AMBIGUOUS:
  case RELATA_ERROR_VALUE:
    return CLI_USAGE;
  case RELATA_ERROR_LIMIT:
  case RELATA_ERROR_FAILED:
    break;
  }
  return CLI_FAILED;
}
