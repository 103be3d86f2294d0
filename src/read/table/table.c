/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/table/table.h"

#include "read/pieces.h"
#include "text/position.h"

#include <csv.h>
#include <string.h>

struct RelataTable {
  const RelataInput *input;
  RelataDiagnostics *diagnostics;
  RelataDialect dialect;
  RelataPieces pieces;
  struct csv_parser parser;
  gboolean begun;    /* the byte order mark was passed, and … */
  gsize preamble;    /* … the line "sep=;" behind it, so many bytes; 0: there is none */
  gsize used;        /* the length of the row that was read last, which is taken on the next call */
  guint line;        /* where the bytes that are held begin: that row, or the one that is being read */
  gsize scanned;     /* how many bytes of it were looked at, and … */
  gboolean quoted;   /* … whether they end within quotation marks, and … */
  gsize opened;      /* … where those begin */
  GString *texts;    /* of its fields, each with its NUL */
  GArray *starts;    /* of gsize: where they begin in `texts` */
  GPtrArray *fields; /* const char * */
};

/* How a row's bytes end. */
typedef enum { ROW_ENDS, ROW_GOES_ON, ROW_NEVER_ENDS } RowEnd;

/* ── The separator ── */

#define ROWS_COMPARED 50

/* Counts the fields of a row that begins at `at`, and moves behind it. */
static guint
count_fields(const char **at, const char *end, char delimiter)
{
  guint n = 1;
  gboolean quoted = FALSE;
  for (; *at < end && (quoted || (**at != '\n' && **at != '\r')); ++*at) {
    quoted ^= **at == '"';
    n += !quoted && **at == delimiter;
  }
  while (*at < end && (**at == '\n' || **at == '\r'))
    ++*at;
  return n;
}

/* Returns how many of the first rows have as many fields as the first one; 0 where that has only one. */
static guint
evenness(const char *bytes, gsize n, char delimiter, guint *n_fields)
{
  const char *at = bytes, *end = bytes + n;
  guint even = 0;
  *n_fields = count_fields(&at, end, delimiter);
  for (guint i = 1; i < ROWS_COMPARED && at < end; i++)
    even += count_fields(&at, end, delimiter) == *n_fields;
  return *n_fields > 1 ? even + 1 : 0;
}

char
relata_table_guess_delimiter(const char *bytes, gsize n)
{
  static const char delimiters[] = {',', ';', '\t', '|'};
  char best = ',';
  guint most = 0, most_fields = 0;
  for (guint i = 0; i < G_N_ELEMENTS(delimiters); i++) {
    guint n_fields;
    const guint even = evenness(bytes, n, delimiters[i], &n_fields);
    if (even < most || (even == most && n_fields <= most_fields))
      continue;
    best = even > 0 ? delimiters[i] : best;
    most = even;
    most_fields = n_fields;
  }
  return best;
}

/* Returns the length of the line "sep=;" that begins a table which Excel is to open, with its end, and what
 * divides the fields then; 0 where there is none. */
static gsize
find_preamble(const char *bytes, gsize n, char *delimiter)
{
  const gsize mark = n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  const char *at = bytes + mark;
  if (n < mark + 6 || g_ascii_strncasecmp(at, "sep=", 4) != 0 || (at[5] != '\r' && at[5] != '\n'))
    return 0;
  *delimiter = at[4];
  return at[5] == '\r' && n > mark + 6 && at[6] == '\n' ? 7 : 6;
}

/* ── Rows ── */

static void
start_parser(RelataTable *table)
{
  if (csv_init(&table->parser, CSV_STRICT | CSV_STRICT_FINI) !=
      0) /* it fails for no other reason than NULL */
    g_return_if_reached();
  csv_set_realloc_func(&table->parser, g_realloc); /* it would report lack of memory as a fault of the text */
  csv_set_free_func(&table->parser, g_free);
  csv_set_delim(&table->parser, (guchar)table->dialect.delimiter);
}

RelataTable *
relata_table_new(const RelataInput *input, RelataDialect dialect, RelataDiagnostics *diagnostics)
{
  RelataTable *table = g_new0(RelataTable, 1);
  table->input = input;
  table->diagnostics = diagnostics;
  table->dialect = dialect;
  table->pieces = relata_pieces_begin(input);
  table->line = 1;
  table->texts = g_string_new(NULL);
  table->starts = g_array_new(FALSE, FALSE, sizeof(gsize));
  table->fields = g_ptr_array_new();
  if (table->dialect.delimiter == '\0')
    table->preamble = find_preamble(input->bytes, input->n, &table->dialect.delimiter);
  if (table->dialect.delimiter == '\0')
    table->dialect.delimiter = relata_table_guess_delimiter(input->bytes, input->n);
  start_parser(table);
  return table;
}

void
relata_table_free(RelataTable *table)
{
  if (table == NULL)
    return;
  relata_pieces_end(&table->pieces);
  csv_free(&table->parser);
  g_string_free(table->texts, TRUE);
  g_array_unref(table->starts);
  g_ptr_array_unref(table->fields);
  g_free(table);
}

char
relata_table_delimiter(const RelataTable *table)
{
  return table->dialect.delimiter;
}

/* Looks at more of a row without quotation marks, which ends with its line. Returns FALSE where it has one.
 */
static gboolean
find_line_end(RelataTable *table, gsize *n, RowEnd *end)
{
  const char *bytes = table->pieces.bytes;
  const gsize from = table->scanned, held = table->pieces.n;
  const char *feed = memchr(bytes + from, '\n', held - from);
  const gsize before = feed != NULL ? (gsize)(feed - bytes) : held;
  if (table->quoted || (!table->dialect.letters && memchr(bytes + from, '"', before - from) != NULL))
    return FALSE;
  const char *carriage = memchr(bytes + from, '\r', before - from);
  const gsize at = carriage != NULL ? (gsize)(carriage - bytes) : before;
  const gboolean cut = carriage != NULL && at + 1 == held && !table->pieces.ended;
  table->scanned = cut ? at : before;
  *n = at + (at < held) + (carriage != NULL && at + 1 < held && bytes[at + 1] == '\n');
  *end = cut || (at == held && !table->pieces.ended) ? ROW_GOES_ON : ROW_ENDS;
  return TRUE;
}

/* Looks at more of the row that begins the bytes: *n is its length, with its line end, where it ends. A
 * carriage return alone ends a line too. */
static RowEnd
find_end(RelataTable *table, gsize *n)
{
  RowEnd end;
  if (find_line_end(table, n, &end))
    return end;
  const char *bytes = table->pieces.bytes;
  const gsize held = table->pieces.n;
  for (gsize i = table->scanned; i < held; i++) {
    if (bytes[i] == '"' && !table->dialect.letters) {
      table->quoted = !table->quoted;
      table->opened = i;
    }
    if (table->quoted && i > RELATA_TABLE_MOST_QUOTED)
      return ROW_NEVER_ENDS;
    if (table->quoted || (bytes[i] != '\n' && bytes[i] != '\r'))
      continue;
    if (bytes[i] == '\r' && i + 1 == held && !table->pieces.ended) {
      table->scanned = i;
      return ROW_GOES_ON;
    }
    *n = i + 1 + (bytes[i] == '\r' && i + 1 < held && bytes[i + 1] == '\n');
    return ROW_ENDS;
  }
  table->scanned = held;
  *n = held;
  return !table->pieces.ended ? ROW_GOES_ON : table->quoted ? ROW_NEVER_ENDS : ROW_ENDS;
}

/* Counts the lines that end in the bytes: with "\n", "\r\n" or "\r". */
static guint
count_lines(const char *bytes, gsize n)
{
  const char *end = bytes + n;
  guint lines = 0;
  for (const char *at = bytes; n > 0 && (at = memchr(at, '\n', (gsize)(end - at))) != NULL; at++)
    lines++;
  for (const char *at = bytes; n > 0 && (at = memchr(at, '\r', (gsize)(end - at))) != NULL; at++)
    lines += at + 1 == end || at[1] != '\n';
  return lines;
}

static void
take(RelataTable *table, gsize n)
{
  table->line += count_lines(table->pieces.bytes, n);
  relata_pieces_take(&table->pieces, n);
  table->scanned = table->used = 0;
  table->quoted = FALSE;
}

/* Returns the length of the line that begins the bytes, with its end; all of them where it goes on. */
static gsize
line_length(const RelataTable *table)
{
  const char *bytes = table->pieces.bytes;
  gsize n = 0;
  while (n < table->pieces.n && bytes[n] != '\n' && bytes[n] != '\r')
    n++;
  return n < table->pieces.n ? n + 1 + (bytes[n] == '\r' && n + 1 < table->pieces.n && bytes[n + 1] == '\n')
                             : n;
}

/* Returns the place of a byte of the row that begins the bytes. */
static RelataPlace
place_at(const RelataTable *table, gsize at)
{
  RelataPlace place = {table->input->shown, table->line, 1};
  for (gsize i = 0; i < at; i++)
    if (table->pieces.bytes[i] == '\n') {
      place.line++;
      place.column = 1;
    } else if (((guchar)table->pieces.bytes[i] & 0xC0) != 0x80) {
      place.column++;
    }
  return place;
}

static void
complain(const RelataTable *table, gsize at, const char *code, const char *hint, const char *message)
{
  const RelataPlace where = place_at(table, at);
  relata_diagnose(table->diagnostics, RELATA_ERROR_IN_DATA, code, &where, hint, "%s", message);
}

static void
complain_of_quotes(const RelataTable *table, gsize at, const char *expected)
{
  g_autofree char *message = g_strdup_printf("this row is no CSV: expected %s; it is left out", expected);
  complain(table, at, "wrong-csv",
           "a field with quotation marks stands in quotation marks, and each within it is written twice",
           message);
}

static void
take_field(void *text, gsize n, void *data)
{
  RelataTable *table = data;
  const gsize start = table->texts->len;
  g_array_append_val(table->starts, start);
  g_string_append_len(table->texts, text, (gssize)n);
  g_string_append_c(table->texts, '\0');
}

/* Divides a row that has no quotation marks, as libcsv does at a fifth of the speed: blanks around a field
 * are none of it, and a line of blanks is no row. */
static void
split(RelataTable *table, gsize n)
{
  const char *bytes = table->pieces.bytes;
  while (n > 0 && (bytes[n - 1] == '\n' || bytes[n - 1] == '\r'))
    n--;
  g_string_append_len(table->texts, bytes, (gssize)n);
  char *at = table->texts->str, *end = at + n;
  const char delimiter = table->dialect.delimiter;
  for (char *stop = at - 1; stop != NULL;) {
    at = stop + 1;
    stop = memchr(at, delimiter, (gsize)(end - at));
    char *last = stop != NULL ? stop : end;
    while (at < last && (*at == ' ' || *at == '\t'))
      at++;
    while (last > at && (last[-1] == ' ' || last[-1] == '\t'))
      last--;
    *last = '\0';
    const gsize start = (gsize)(at - table->texts->str);
    if (stop != NULL || table->starts->len > 0 || *at != '\0')
      g_array_append_val(table->starts, start);
  }
}

/* Parses a row of n bytes. FALSE after reporting why it is none. */
static gboolean
parse(RelataTable *table, gsize n)
{
  const char *bytes = table->pieces.bytes;
  const gsize valid = relata_utf8_validate(bytes, n);
  g_string_truncate(table->texts, 0);
  g_array_set_size(table->starts, 0);
  if (valid < n) {
    g_autofree char *message =
        g_strdup_printf("the byte 0x%02X is not UTF-8: the row is left out", (guint)(guchar)bytes[valid]);
    complain(table, valid, "invalid-utf8", RELATA_ENCODING_HINT, message);
    return FALSE;
  }
  const gboolean plain = table->dialect.letters || memchr(bytes, '"', n) == NULL;
  if (plain)
    split(table, n);
  const gsize parsed = plain ? n : csv_parse(&table->parser, bytes, n, take_field, NULL, table);
  if (parsed != n || (!plain && csv_fini(&table->parser, take_field, NULL, table) != 0)) {
    csv_free(&table->parser);
    start_parser(table);
    complain_of_quotes(table, MIN(parsed, n - 1),
                       parsed < n && bytes[parsed] == '"'
                           ? "no quotation mark in a field that does not begin with one"
                           : "a separator or the end of the line behind the quotation mark");
    return FALSE;
  }
  if (table->starts->len <= RELATA_TABLE_MOST_FIELDS)
    return TRUE;
  complain(table, 0, "too-large", NULL, "this row has more than 100,000 fields: it is left out");
  return FALSE;
}

/* Passes over a line that is too long to be held. FALSE where reading fails. */
static gboolean
skip_line(RelataTable *table, GError **error)
{
  complain(table, 0, "too-large", NULL, "this row is longer than 256 MiB: it is left out");
  for (;;) {
    const gsize n = line_length(table);
    const gboolean ends = n < table->pieces.n || table->pieces.ended;
    take(table, n);
    if (ends)
      return TRUE;
    if (!relata_pieces_more(&table->pieces, error) && table->pieces.failed)
      return FALSE;
  }
}

/* Holds a whole row. *n is its length, 0 where a line was left out instead. FALSE at the end, and with
 * *error.
 */
static gboolean
hold_row(RelataTable *table, gsize *n, GError **error)
{
  RowEnd end;
  while ((end = find_end(table, n)) == ROW_GOES_ON && table->scanned <= RELATA_MAX_RECORD_BYTES)
    if (!relata_pieces_more(&table->pieces, error) && table->pieces.failed)
      return FALSE;
  if (end == ROW_GOES_ON) {
    *n = 0;
    return skip_line(table, error);
  }
  if (end == ROW_NEVER_ENDS) {
    complain_of_quotes(table, table->opened, "a quotation mark at the end of this field");
    take(table, line_length(table));
    *n = 0;
    return TRUE;
  }
  return *n > 0;
}

/* Passes over what stands before the first row. */
static gboolean
begin(RelataTable *table, GError **error)
{
  while (!table->begun && table->pieces.n < 3 + table->preamble && !table->pieces.ended)
    if (!relata_pieces_more(&table->pieces, error) && table->pieces.failed)
      return FALSE;
  if (!table->begun && table->pieces.n >= 3 && memcmp(table->pieces.bytes, "\xEF\xBB\xBF", 3) == 0)
    relata_pieces_take(&table->pieces, 3);
  if (!table->begun && table->preamble > 0)
    take(table, table->preamble);
  table->begun = TRUE;
  return TRUE;
}

gboolean
relata_table_next(RelataTable *table, RelataTableRow *row, GError **error)
{
  gsize n;
  if (!begin(table, error))
    return FALSE;
  for (;;) {
    take(table, table->used);
    if (!hold_row(table, &n, error))
      return FALSE;
    const gboolean good = n > 0 && parse(table, n);
    /* Behind a quotation mark too many, lines are rows again. */
    table->used = good ? n : n > 0 ? line_length(table) : 0;
    if (good && table->starts->len > 0)
      break;
  }
  g_ptr_array_set_size(table->fields, 0);
  for (guint i = 0; i < table->starts->len; i++)
    g_ptr_array_add(table->fields, table->texts->str + g_array_index(table->starts, gsize, i));
  *row = (RelataTableRow){(const char *const *)table->fields->pdata, table->fields->len, table->line};
  return TRUE;
}

RelataPlace
relata_table_place(const RelataTable *table, guint field)
{
  const char *bytes = table->pieces.bytes;
  gboolean quoted = FALSE;
  gsize at = 0;
  for (; at < table->used && field > 0; at++) {
    quoted ^= bytes[at] == '"' && !table->dialect.letters;
    field -= !quoted && bytes[at] == table->dialect.delimiter;
  }
  while (at < table->used && (bytes[at] == ' ' || bytes[at] == '\t') && bytes[at] != table->dialect.delimiter)
    at++;
  return place_at(table, at);
}
