/* SPDX-License-Identifier: GPL-2.0-or-later */
/* documents.csv: what the documents of a folder do not say of themselves. It declares none. */
#include "corpus/grade.h"
#include "read/brat_files.h"
#include "read/readers.h"
#include "read/statement.h"
#include "read/table/table.h"
#include "text/message.h"

#include <string.h>

/* The columns and the fields of RelataDocument that they fill. Those that are no strings are handled by name.
 */
static const struct {
  const char *name;
  gsize offset;
} columns[] = {
    {"id", G_MAXSIZE},
    {"published", G_MAXSIZE},
    {"reliability", G_MAXSIZE},
    {"title", offsetof(RelataDocument, title)},
    {"publisher", offsetof(RelataDocument, publisher)},
    {"author", offsetof(RelataDocument, author)},
    {"origin", offsetof(RelataDocument, origin)},
    {"url", offsetof(RelataDocument, url)},
    {"language", offsetof(RelataDocument, language)},
};
typedef struct {
  const char *text;
  RelataPlace where;
} Field;

enum { ID, PUBLISHED, RELIABILITY, FIRST_STRING, N_COLUMNS = G_N_ELEMENTS(columns) };

typedef struct {
  RelataCorpus *corpus;
  const RelataInput *input;
  RelataDiagnostics *diagnostics;
  gboolean headed;           /* the header was read */
  guint n_fields;            /* of the header */
  guint field_of[N_COLUMNS]; /* by column, or RELATA_NONE */
  GHashTable *by_file;       /* name of a text's file → index + 1 of its document; G_MAXUINT: of several */
  GHashTable *by_path;       /* path of a document's file, whole and without its ending → index + 1 */
  GHashTable *lines;         /* document + 1 → the line that describes it */
  GPtrArray *ids;            /* of all documents, for hints */
  guint n_others;            /* rows of documents of other files, where only one is read */
} Table;

static guint
column_of(const char *name)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    if (g_ascii_strcasecmp(columns[i].name, name) == 0)
      return i;
  return N_COLUMNS;
}

/* Returns the name of the nearest column as a hint, or the list of all. */
static char *
column_hint(const char *name)
{
  const char *names[N_COLUMNS + 1] = {NULL};
  for (guint i = 0; i < N_COLUMNS; i++)
    names[i] = columns[i].name;
  g_autofree char *folded = g_ascii_strdown(name, -1);
  return relata_hint_or_list(folded, names);
}

/* Reads the header: which field is which column. A column that is not known, or named twice, is left out. */
static void
read_header(Table *table, const Field *fields, guint n)
{
  table->headed = TRUE;
  table->n_fields = n;
  for (guint i = 0; i < n; i++) {
    const guint column = column_of(fields[i].text);
    if (column < N_COLUMNS && table->field_of[column] == RELATA_NONE) {
      table->field_of[column] = i;
      continue;
    }
    g_autofree char *hint = column < N_COLUMNS ? NULL : column_hint(fields[i].text);
    if (*fields[i].text != '\0')
      relata_diagnose(table->diagnostics, RELATA_NOTE, "unknown-column", &fields[i].where, hint,
                      column < N_COLUMNS ? "the column \"%s\" stands here twice: the second is left out"
                                         : "documents have no column \"%s\": it is left out",
                      fields[i].text);
  }
  if (table->field_of[ID] == RELATA_NONE)
    relata_diagnose(table->diagnostics, RELATA_ERROR_IN_DATA, "missing-key", &fields[0].where,
                    "the first line names the columns, and `id` is the document's",
                    "the table has no column \"id\": none of its rows is read");
}

/* Finds a document by the path of its file, also without the file's ending. */
static void
index_path(Table *table, const char *file, guint document)
{
  char *path = g_canonicalize_filename(file, NULL);
  const gsize stem = relata_brat_stem_length(path);
  if (stem > 0)
    g_hash_table_insert(table->by_path, g_strndup(path, stem), GUINT_TO_POINTER(document + 1));
  g_hash_table_insert(table->by_path, path, GUINT_TO_POINTER(document + 1));
}

static void
index_documents(Table *table)
{
  for (guint i = 0; i < relata_corpus_n_documents(table->corpus); i++) {
    const RelataDocument *document = relata_corpus_document(table->corpus, i);
    if (!document->declared)
      continue;
    g_ptr_array_add(table->ids, (gpointer)document->id);
    if (document->where.file != NULL && relata_brat_stem_length(document->where.file) > 0)
      index_path(table, document->where.file, i);
    if (document->file == NULL)
      continue;
    index_path(table, document->file, i);
    char *name = g_path_get_basename(document->file);
    const gboolean known = g_hash_table_contains(table->by_file, name);
    g_hash_table_insert(table->by_file, name, GUINT_TO_POINTER(known ? G_MAXUINT : i + 1));
  }
}

/* Returns the document with this id or, where there is none, of the file with this name: in the table's
 * folder first. */
static guint
find_document(const Table *table, const char *id)
{
  const guint found = relata_corpus_find_document(table->corpus, id);
  if (found != RELATA_NONE && relata_corpus_document(table->corpus, found)->declared)
    return found;
  g_autofree char *table_path = g_canonicalize_filename(table->input->shown, NULL);
  g_autofree char *folder = g_path_get_dirname(table_path);
  g_autofree char *path = g_canonicalize_filename(id, folder);
  const guint by_path = GPOINTER_TO_UINT(g_hash_table_lookup(table->by_path, path));
  const guint by_file = GPOINTER_TO_UINT(g_hash_table_lookup(table->by_file, id));
  return by_path > 0 ? by_path - 1 : by_file > 0 && by_file != G_MAXUINT ? by_file - 1 : RELATA_NONE;
}

static void
warn_of_unknown(Table *table, const Field *id)
{
  if (table->input->partial) {
    table->n_others++;
    return;
  }
  g_autofree char *hint =
      relata_hint(id->text, (const char *const *)(gpointer)table->ids->pdata, table->ids->len, '\'');
  relata_diagnose(table->diagnostics, RELATA_WARNING, "unknown-reference", &id->where, hint,
                  "no document is called '%s': the row is left out", id->text);
}

/* The corpus's own word stays. */
static void
warn_of_other(const Table *table, const Field *field, guint column, const RelataDocument *document,
              const char *own)
{
  relata_diagnose(table->diagnostics, RELATA_WARNING, "declared-otherwise", &field->where,
                  "the document's own declaration stays",
                  "\"%s\" of the document '%s' is '%s' here and '%s' in %s:%u", columns[column].name,
                  document->id, field->text, own, document->where.file, document->where.line);
}

static void
set_published(const Table *table, const Field *field, RelataDocument *document)
{
  RelataStating stating = relata_stating(table->corpus, table->diagnostics, field->where);
  const RelataValue value = {.text = field->text, .called = columns[PUBLISHED].name};
  relata_statement_set(&stating, RELATA_SAID_WHEN, &value);
  if (!relata_date_is_set(&stating.said.when))
    return;
  if (!relata_date_is_set(&document->published))
    document->published = stating.said.when;
  else if (strcmp(document->published.edtf, stating.said.when.edtf) != 0)
    warn_of_other(table, field, PUBLISHED, document, document->published.edtf);
}

static void
set_reliability(const Table *table, const Field *field, RelataDocument *document)
{
  char reliability;
  const char own[] = {document->reliability, '\0'};
  if (!relata_reliability_parse(field->text, &reliability))
    relata_diagnose(table->diagnostics, RELATA_ERROR_IN_DATA, "wrong-value", &field->where, NULL,
                    "\"reliability\" must be " RELATA_GRADE_RELIABILITIES ", not '%s'", field->text);
  else if (document->reliability == '\0')
    document->reliability = reliability;
  else if (document->reliability != reliability)
    warn_of_other(table, field, RELIABILITY, document, own);
}

static void
set_string(const Table *table, const Field *field, guint column, RelataDocument *document)
{
  const char **slot = (const char **)(gpointer)((char *)document + columns[column].offset);
  if (*slot == NULL || *slot == document->id) /* the title is the id where none was given */
    *slot = relata_corpus_intern(table->corpus, field->text);
  else if (strcmp(*slot, field->text) != 0)
    warn_of_other(table, field, column, document, *slot);
}

/* Returns the document that a row describes, or RELATA_NONE after reporting why none. */
static guint
document_of(Table *table, const Field *fields, guint n)
{
  const guint at = table->field_of[ID];
  if (n > table->n_fields) {
    relata_diagnose(table->diagnostics, RELATA_ERROR_IN_DATA, "wrong-fields", &fields[table->n_fields].where,
                    "a field with a separator in it stands in quotation marks",
                    "this row has %u fields, but the header has %u: it is left out", n, table->n_fields);
    return RELATA_NONE;
  }
  if (at >= n || *fields[at].text == '\0') {
    relata_diagnose(table->diagnostics, RELATA_ERROR_IN_DATA, "missing-key", &fields[MIN(at, n - 1)].where,
                    NULL, "this row has no \"id\": it is left out");
    return RELATA_NONE;
  }
  const guint document = find_document(table, fields[at].text);
  if (document == RELATA_NONE) {
    warn_of_unknown(table, &fields[at]);
    return RELATA_NONE;
  }
  const guint line = GPOINTER_TO_UINT(g_hash_table_lookup(table->lines, GUINT_TO_POINTER(document + 1)));
  if (line == 0) {
    g_hash_table_insert(table->lines, GUINT_TO_POINTER(document + 1),
                        GUINT_TO_POINTER(fields[at].where.line));
    return document;
  }
  relata_diagnose(table->diagnostics, RELATA_ERROR_IN_DATA, "duplicate-id", &fields[at].where, NULL,
                  "document '%s' is described again: first on line %u", fields[at].text, line);
  return RELATA_NONE;
}

static void
read_row(Table *table, const Field *fields, guint n)
{
  if (!table->headed) {
    read_header(table, fields, n);
    return;
  }
  if (table->field_of[ID] == RELATA_NONE)
    return;
  const guint index = document_of(table, fields, n);
  if (index == RELATA_NONE)
    return;
  const RelataDocument *known = relata_corpus_document(table->corpus, index);
  gboolean again;
  RelataDocument *document = relata_corpus_declare_document(table->corpus, known->id, known->where, &again);
  for (guint column = PUBLISHED; column < N_COLUMNS; column++) {
    const guint at = table->field_of[column];
    if (at >= n || *fields[at].text == '\0') /* RELATA_NONE is no field either */
      continue;
    if (column == PUBLISHED)
      set_published(table, &fields[at], document);
    else if (column == RELIABILITY)
      set_reliability(table, &fields[at], document);
    else
      set_string(table, &fields[at], column, document);
  }
}

/* Reads the rows, each field with its place. FALSE with *error. */
static gboolean
read_rows(Table *table, GError **error)
{
  g_autoptr(RelataTable) rows = relata_table_new(table->input, (RelataDialect){0}, table->diagnostics);
  g_autoptr(GArray) fields = g_array_new(FALSE, FALSE, sizeof(Field));
  g_autoptr(GError) reason = NULL;
  RelataTableRow row;
  while (relata_table_next(rows, &row, &reason)) {
    g_array_set_size(fields, 0);
    for (guint i = 0; i < row.n; i++) {
      const Field field = {row.fields[i], relata_table_place(rows, i)};
      g_array_append_val(fields, field);
    }
    read_row(table, (const Field *)(gconstpointer)fields->data, row.n);
  }
  if (reason == NULL)
    return TRUE;
  g_propagate_error(error, g_steal_pointer(&reason));
  return FALSE;
}

gboolean
relata_documents_csv_recognises(const RelataInput *input)
{
  g_autofree char *name = g_path_get_basename(input->path);
  return strcmp(name, RELATA_DOCUMENTS_CSV) == 0;
}

gboolean
relata_documents_csv_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                          GError **error)
{
  Table table = {.corpus = corpus, .input = input, .diagnostics = diagnostics};
  for (guint i = 0; i < N_COLUMNS; i++)
    table.field_of[i] = RELATA_NONE;
  table.by_file = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  table.by_path = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  table.lines = g_hash_table_new(NULL, NULL);
  table.ids = g_ptr_array_new();
  index_documents(&table);
  const gboolean good = read_rows(&table, error);
  if (table.n_others > 0) {
    const RelataPlace where = {input->shown, 0, 0};
    relata_diagnose(diagnostics, RELATA_NOTE, "not-read", &where, NULL,
                    table.n_others == 1 ? "%u row is about a document that is not read"
                                        : "%u rows are about documents that are not read",
                    table.n_others);
  }
  g_hash_table_unref(table.by_file);
  g_hash_table_unref(table.by_path);
  g_hash_table_unref(table.lines);
  g_ptr_array_unref(table.ids);
  return good;
}
