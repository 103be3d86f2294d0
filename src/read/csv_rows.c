/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/csv_rows.h"

#include "read/brat_parse.h"

#include <csv.h>
#include <string.h>

/* libcsv does not say where a field stands, so it gets the bytes one by one, and the place of each is counted
 * here. */
typedef struct {
  RelataCsvRow row;
  gpointer target;
  GArray *fields; /* of RelataCsvField, of the row that is being read; their texts are NULL until it ends */
  GArray *starts; /* of gsize: where the texts begin in `texts` */
  GString *texts; /* the texts, each with its NUL */
  RelataPlace at; /* of the next byte */
  RelataPlace started; /* of the field that is being read */
  gboolean begun;      /* that field has a first character */
} Rows;

static void
take_field(void *text, gsize n, void *data)
{
  Rows *rows = data;
  const RelataCsvField field = {NULL, rows->started};
  const gsize start = rows->texts->len;
  g_array_append_val(rows->fields, field);
  g_array_append_val(rows->starts, start);
  g_string_append_len(rows->texts, text, (gssize)n);
  g_string_append_c(rows->texts, '\0');
  rows->begun = FALSE;
}

static void
take_row(int separator G_GNUC_UNUSED, void *data)
{
  Rows *rows = data;
  for (guint i = 0; i < rows->fields->len; i++)
    g_array_index(rows->fields, RelataCsvField, i).text =
        rows->texts->str + g_array_index(rows->starts, gsize, i);
  rows->row(rows->target, (const RelataCsvField *)(gconstpointer)rows->fields->data, rows->fields->len);
  g_array_set_size(rows->fields, 0);
  g_array_set_size(rows->starts, 0);
  g_string_truncate(rows->texts, 0);
}

/* Moves behind a byte. A column is a character; the bytes that continue one do not count. */
static void
move(RelataPlace *at, char byte)
{
  if (byte == '\n') {
    at->line++;
    at->column = 1;
  } else if (((guchar)byte & 0xC0) != 0x80) {
    at->column++;
  }
}

/* Returns the separator that the first line has most of, outside quotation marks. */
static char
separator_of(const char *bytes, gsize n)
{
  static const char separators[] = {',', ';', '\t'};
  guint counts[G_N_ELEMENTS(separators)] = {0}, best = 0;
  gboolean quoted = FALSE;
  for (gsize i = 0; i < n && (quoted || bytes[i] != '\n'); i++) {
    quoted ^= bytes[i] == '"';
    for (guint k = 0; k < G_N_ELEMENTS(separators) && !quoted; k++)
      counts[k] += bytes[i] == separators[k];
  }
  for (guint k = 1; k < G_N_ELEMENTS(separators); k++)
    if (counts[k] > counts[best])
      best = k;
  return separators[best];
}

/* Reports the byte at the place, or the end where it is NUL. */
static void
complain(const RelataPlace *where, char byte, RelataDiagnostics *diagnostics)
{
  static const char *const expected[] = {"a quotation mark at the end of this field",
                                         "no quotation mark in a field that does not begin with one",
                                         "a separator or the end of the line behind the quotation mark"};
  relata_diagnose(
      diagnostics, RELATA_ERROR_IN_DATA, "wrong-csv", where,
      "a field with quotation marks stands in quotation marks, and each within it is written twice",
      "this is no CSV: expected %s; what follows is not read",
      expected[byte == '\0'  ? 0
               : byte == '"' ? 1
                             : 2]);
}

static void
read_bytes(Rows *rows, struct csv_parser *parser, const char *bytes, gsize n, RelataDiagnostics *diagnostics)
{
  for (gsize i = 0; i < n; i++) {
    if (!rows->begun)
      rows->started = rows->at;
    rows->begun |= !g_ascii_isspace(bytes[i]);
    if (csv_parse(parser, bytes + i, 1, take_field, take_row, rows) != 1) {
      complain(&rows->at, bytes[i], diagnostics);
      return;
    }
    move(&rows->at, bytes[i]);
  }
  if (!rows->begun)
    rows->started = rows->at;
  if (csv_fini(parser, take_field, take_row, rows) != 0)
    complain(&rows->started, '\0', diagnostics);
}

void
relata_csv_rows(const RelataInput *input, RelataDiagnostics *diagnostics, RelataCsvRow row, gpointer target)
{
  const gsize mark = input->n >= 3 && memcmp(input->bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  const char *bytes = input->bytes + mark;
  const gsize n = input->n - mark;
  if (!relata_brat_check_utf8(bytes, n, input->shown, 1, diagnostics))
    return;
  struct csv_parser parser;
  if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
    return;                                 /* it fails for no other reason than that the parser is NULL */
  csv_set_realloc_func(&parser, g_realloc); /* it would report lack of memory as a fault of the text */
  csv_set_free_func(&parser, g_free);
  csv_set_delim(&parser, (guchar)separator_of(bytes, n));
  Rows rows = {.row = row, .target = target, .at = {input->shown, 1, 1}};
  rows.fields = g_array_new(FALSE, FALSE, sizeof(RelataCsvField));
  rows.starts = g_array_new(FALSE, FALSE, sizeof(gsize));
  rows.texts = g_string_new(NULL);
  read_bytes(&rows, &parser, bytes, n, diagnostics);
  csv_free(&parser);
  g_array_unref(rows.fields);
  g_array_unref(rows.starts);
  g_string_free(rows.texts, TRUE);
}
