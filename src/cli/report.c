/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/report.h"

#include "cli/style.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* The number of code points of a line that are shown, around the column. */
#define MAX_SHOWN 100

/* Lines of larger files are not shown. Readers need no more memory for such a file than for its longest
 * record, and reporting must not need more. */
#define MOST_BYTES ((guint64)64 << 20)

/* A file that is walked forwards once, because diagnostics are ordered by position. A file of one long line
 * with a thousand diagnostics must not be read a thousand times. */
typedef struct {
  char *bytes;      /* NULL where the file can no longer be read */
  const char *file; /* borrowed */
  guint line;
  const char *start; /* start of the line */
  guint column;
  const char *at; /* the character at the column, within the line */
} Walk;

/* Returns whether the file's bytes are not those of its lines: it is packed, or in UTF-16. */
static gboolean
is_encoded(const char *bytes)
{
  static const char *const beginnings[] = {"\x1F\x8B", "\xFF\xFE", "\xFE\xFF"};
  for (guint i = 0; i < G_N_ELEMENTS(beginnings); i++)
    if (g_str_has_prefix(bytes, beginnings[i]))
      return TRUE;
  return FALSE;
}

static void
walk_open(Walk *walk, const char *file)
{
  if (walk->file != NULL && strcmp(walk->file, file) == 0)
    return;
  g_free(walk->bytes);
  *walk = (Walk){.file = file, .line = 1, .column = 1};
  GStatBuf status;
  if (g_stat(file, &status) == 0 && S_ISREG(status.st_mode) && (guint64)status.st_size <= MOST_BYTES &&
      g_file_get_contents(file, &walk->bytes, NULL, NULL))
    walk->start = walk->at = walk->bytes;
  if (walk->bytes != NULL && is_encoded(walk->bytes))
    g_clear_pointer(&walk->bytes, g_free);
}

static gboolean
ends_line(char c)
{
  return c == '\0' || c == '\n' || c == '\r';
}

/* Moves one code point forward, or one byte where the text is not UTF-8. */
static const char *
step(const char *at)
{
  const gunichar c = g_utf8_get_char_validated(at, -1);
  return c == (gunichar)-1 || c == (gunichar)-2 ? at + 1 : g_utf8_next_char(at);
}

/* Moves to the position, or as near as the line allows. Returns FALSE where there is no such line. */
static gboolean
walk_to(Walk *walk, guint line, guint column)
{
  if (walk->bytes == NULL || line < walk->line)
    return FALSE;
  for (; walk->line < line; walk->line++) {
    const char *end = strchr(walk->start, '\n');
    if (end == NULL)
      return FALSE;
    walk->start = walk->at = end + 1;
    walk->column = 1;
  }
  for (; walk->column < column && !ends_line(*walk->at); walk->column++)
    walk->at = step(walk->at);
  return TRUE;
}

/* Replaces tabs and invisible characters by single spaces, so that columns are kept for the caret. */
static char *
flat(const char *line)
{
  GString *out = g_string_new(NULL);
  for (; *line != '\0'; line = step(line)) {
    const gunichar c = g_utf8_get_char_validated(line, -1);
    if (c == (gunichar)-1 || c == (gunichar)-2)
      g_string_append_c(out, '?');
    else if (g_unichar_iscntrl(c) || g_unichar_type(c) == G_UNICODE_FORMAT || c == 0x2028 || c == 0x2029)
      g_string_append_c(out, ' ');
    else
      g_string_append_unichar(out, c);
  }
  return g_string_free(out, FALSE);
}

static void
append_line(const RelataDiagnostic *diagnostic, Walk *walk, gboolean colored, GString *out)
{
  walk_open(walk, diagnostic->file);
  if (!walk_to(walk, diagnostic->line, diagnostic->column))
    return;
  const char *from = walk->at, *to = walk->at;
  for (guint i = 0; i < MAX_SHOWN / 2 && from > walk->start; i++) {
    const char *before = g_utf8_find_prev_char(walk->start, from);
    from = before != NULL ? before : from - 1;
  }
  for (guint i = 0; i < MAX_SHOWN / 2 || (from == walk->start && i < MAX_SHOWN); i++)
    if (!ends_line(*to))
      to = step(to);
  g_autofree char *raw_before = g_strndup(from, (gsize)(walk->at - from));
  g_autofree char *raw_after = g_strndup(walk->at, (gsize)(to - walk->at));
  g_autofree char *before = flat(raw_before);
  g_autofree char *after = flat(raw_after);
  g_string_append_printf(out, "%6u | %s%s%s%s\n", diagnostic->line, from > walk->start ? "…" : "", before,
                         after, ends_line(*to) ? "" : "…");
  if (diagnostic->column > 0)
    g_string_append_printf(out, "       | %*s%s^%s\n",
                           (int)(relata_display_width(before) + (from > walk->start)), "",
                           cli_style_on(colored, CLI_BOLD), cli_style_off(colored));
}

static void
append_diagnostic(const RelataDiagnostic *diagnostic, Walk *walk, gboolean colored, GString *out)
{
  static const CliStyle styles[RELATA_N_SEVERITIES] = {CLI_FAINT, CLI_WARN, CLI_HOSTILE, CLI_HOSTILE};
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
  if (diagnostic->file != NULL && diagnostic->line > 0)
    append_line(diagnostic, walk, colored, out);
  if (diagnostic->hint != NULL) {
    g_autofree char *hint = cli_spell_options(diagnostic->hint);
    g_string_append(out, "       = ");
    cli_append_styled(out, FALSE, CLI_PLAIN, hint);
    g_string_append_c(out, '\n');
  }
}

/* How many diagnostics of one severity and code there are beyond those that are shown. */
typedef struct {
  const RelataDiagnostic *first; /* of the kind */
  guint n;
} Kind;

static Kind *
kind_of(GArray *kinds, const RelataDiagnostic *diagnostic)
{
  for (guint i = 0; i < kinds->len; i++) {
    Kind *kind = &g_array_index(kinds, Kind, i);
    if (kind->first->severity == diagnostic->severity && strcmp(kind->first->code, diagnostic->code) == 0)
      return kind;
  }
  const Kind new_kind = {diagnostic, 0};
  g_array_append_val(kinds, new_kind);
  return &g_array_index(kinds, Kind, kinds->len - 1);
}

/* Appends "warning: 73 more are like this: T3: marked as …" for each kind that was cut off. */
static void
append_cut(const GArray *kinds, guint most_of_kind, gboolean colored, GString *out)
{
  for (guint i = 0; i < kinds->len; i++) {
    const Kind *kind = &g_array_index(kinds, Kind, i);
    if (kind->n <= most_of_kind)
      continue;
    const guint n = kind->n - most_of_kind;
    cli_append_styled(out, colored, CLI_BOLD, relata_severity_name(kind->first->severity));
    g_string_append_printf(out, ": %u more %s as this: ", n,
                           n == 1 ? "is of the same kind" : "are of the same kind");
    cli_append_styled(out, FALSE, CLI_PLAIN, kind->first->message);
    g_string_append_printf(out, " [%s]\n       = --notes all shows each\n", kind->first->code);
  }
}

void
cli_report(const RelataDiagnostics *diagnostics, RelataSeverity least, RelataSeverity greatest, guint most,
           guint most_of_kind, gboolean colored, GString *out)
{
  Walk walk = {.bytes = NULL};
  g_autoptr(GArray) kinds = g_array_new(FALSE, FALSE, sizeof(Kind));
  guint shown = 0;
  for (guint i = 0; i < relata_diagnostics_n_kept(diagnostics) && shown < most; i++) {
    const RelataDiagnostic *diagnostic = relata_diagnostics_get(diagnostics, i);
    if (diagnostic->severity < least || diagnostic->severity > greatest ||
        kind_of(kinds, diagnostic)->n++ >= most_of_kind)
      continue;
    shown++;
    append_diagnostic(diagnostic, &walk, colored, out);
  }
  if (shown < most)
    append_cut(kinds, most_of_kind, colored, out);
  g_free(walk.bytes);
}

/* The line of the script that is being answered; 0: none. */
static guint current_line;

void
cli_complain_of_line(guint line)
{
  current_line = line;
}

void
cli_complain(const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *message = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  /* A message may continue with indented lines: a pattern, and a caret whose position matters. */
  g_auto(GStrv) lines = g_strsplit(message, "\n  ", -1);
  g_autofree char *place = current_line > 0 ? g_strdup_printf("line %u: ", current_line) : g_strdup("");
  for (char **line = lines; *line != NULL; line++) {
    const int indent = (int)strspn(*line, " ");
    g_autofree char *safe = relata_display_safe(*line + indent);
    if (line == lines)
      fprintf(stderr, "relata: %s%s\n", place, safe);
    else
      fprintf(stderr, "  %*s%s\n", indent, "", safe);
  }
}

char *
cli_spell_options(const char *message)
{
  GString *spelt = g_string_new(NULL);
  while (*message != '\0') {
    const gsize n = *message == '`' ? strspn(message + 1, "abcdefghijklmnopqrstuvwxyz-") : 0;
    if (n > 0 && message[n + 1] == '`') {
      g_string_append_printf(spelt, "--%.*s", (int)n, message + 1);
      message += n + 2;
    } else {
      g_string_append_c(spelt, *message++);
    }
  }
  return g_string_free(spelt, FALSE);
}

char **
cli_spell_all(char *const *messages)
{
  GPtrArray *spelt = g_ptr_array_new();
  for (guint i = 0; messages != NULL && messages[i] != NULL; i++)
    g_ptr_array_add(spelt, cli_spell_options(messages[i]));
  g_ptr_array_add(spelt, NULL);
  return (char **)g_ptr_array_free(spelt, messages == NULL);
}

CliExit
cli_fail(const GError *error)
{
  g_autofree char *message = cli_spell_options(error->message);
  cli_complain("%s", message);
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
