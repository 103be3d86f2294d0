/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Goes through the rows of a table, and counts what is left out. */
#include "read/table/mapping_rows.h"

#include "corpus/schema_internal.h"
#include "read/table/mapping_internal.h"

#include <string.h>

/* ── Rows ── */

gboolean
relata_mapping_is_too_much(RelataMappingReading *reading, guint64 n, const char *what)
{
  const RelataPlace where = relata_table_place(reading->table, 0);
  if (n > RELATA_MAPPING_MOST)
    relata_diagnose(reading->diagnostics, RELATA_ERROR_IN_DATA, "too-large", &where,
                    "does the mapping split what is no list?",
                    "this row gives more than %u %s, which are left out", RELATA_MAPPING_MOST, what);
  return n > RELATA_MAPPING_MOST;
}

/* Returns what leaves the row out, or NULL. */
static const RelataSkip *
skipped(RelataMappingReading *reading)
{
  const GArray *skips = reading->mapping->skips;
  for (guint i = 0; i < skips->len; i++) {
    const RelataSkip *skip = &g_array_index(skips, RelataSkip, i);
    if (skip->place == RELATA_NONE && relata_mapping_holds(skip->conditions, &reading->row))
      return skip;
  }
  return NULL;
}

/* Counts each two whom the row calls the same, perhaps: it relates nobody, and a person decides. */
static void
propose(RelataMappingReading *reading, const RelataSkip *skip)
{
  g_array_set_size(reading->documents, 0);
  relata_mapping_find_actors(reading);
  const GArray *ones = reading->people[skip->same[0]], *others = reading->people[skip->same[1]];
  if (relata_mapping_is_too_much(reading, (guint64)ones->len * others->len, "pairs"))
    return;
  for (guint i = 0; i < ones->len; i++)
    for (guint k = 0; k < others->len; k++)
      relata_account_propose(reading->input->account,
                             relata_corpus_actor(reading->corpus, g_array_index(ones, guint, i))->name,
                             relata_corpus_actor(reading->corpus, g_array_index(others, guint, k))->name);
}

static void
read_row(RelataMappingReading *reading)
{
  const RelataSkip *skip = skipped(reading);
  relata_account_record(reading->input->account);
  if (skip != NULL) {
    relata_account_leave_out(reading->input->account, skip->word);
    if (skip->same[0] != RELATA_NONE && skip->same[1] != RELATA_NONE)
      propose(reading, skip);
    return;
  }
  relata_mapping_find_documents(reading);
  relata_mapping_find_actors(reading);
  relata_mapping_add_statements(reading);
}

/* ── The header ── */

/* Finds the columns of the mapping in the header of the table. FALSE after reporting that two are called
 * alike.
 */
static gboolean
bind(RelataMappingReading *reading, const char *const *header, guint n)
{
  const GPtrArray *columns = reading->mapping->columns;
  g_autoptr(GHashTable) at = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n; i++) {
    char *name = g_utf8_casefold(header[i], -1);
    if (*name != '\0' && g_hash_table_contains(at, name)) {
      const RelataPlace where = relata_table_place(reading->table, i);
      relata_diagnose(reading->diagnostics, RELATA_ERROR_IN_DATA, "duplicate-column", &where,
                      "give each column a name of its own",
                      "two columns are called \"%s\": the table is not read", header[i]);
      g_free(name);
      return FALSE;
    }
    g_hash_table_insert(at, name, GUINT_TO_POINTER(i + 1));
  }
  for (guint i = 0; i < columns->len; i++) {
    g_autofree char *name = g_utf8_casefold(g_strstrip(g_ptr_array_index(columns, i)), -1);
    guint64 number = 0;
    guint found = GPOINTER_TO_UINT(g_hash_table_lookup(at, name));
    if (found == 0 && g_ascii_string_to_unsigned(name, 10, 1, n, &number, NULL))
      found = (guint)number; /* "{1}" is the first column, whatever it is called */
    reading->field_of[i] = found > 0 ? found - 1 : RELATA_NONE;
    if (found > 0)
      reading->used[found - 1] = TRUE;
  }
  return TRUE;
}

/* Counts the columns that were not used, so that nothing is lost without a word. */
static void
count_unused(const RelataMappingReading *reading, const char *const *header, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!reading->used[i] && *header[i] != '\0')
      relata_account_unused(reading->input->account, header[i]);
}

/* Declares the types of the mapping's schema that no schema declares. */
static void
declare_types(const RelataMappingReading *reading)
{
  const RelataMapping *mapping = reading->mapping;
  const RelataJsonReading json = {reading->corpus, mapping->json, reading->input, reading->diagnostics};
  relata_schema_borrow(relata_corpus_schema(reading->corpus), TRUE);
  if (mapping->schema != NULL)
    relata_json_read_schema(&json, mapping->schema);
  relata_schema_borrow(relata_corpus_schema(reading->corpus), FALSE);
}

/* Returns whether another file of the folder declares actors: whom it does not have is then missing. */
static gboolean
has_actors_beside(const RelataMappingReading *reading)
{
  g_autofree char *folder = g_path_get_dirname(reading->input->shown);
  for (guint i = 0; i < relata_corpus_n_actors(reading->corpus); i++) {
    const RelataActor *actor = relata_corpus_actor(reading->corpus, i);
    g_autofree char *other = actor->declared ? g_path_get_dirname(actor->where.file) : NULL;
    if (other != NULL && strcmp(other, folder) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
start(RelataMappingReading *reading, guint n_columns)
{
  const RelataMapping *mapping = reading->mapping;
  reading->field_of = g_new0(guint, mapping->columns->len + 1);
  reading->used = g_new0(gboolean, n_columns + 1);
  reading->people = g_new0(GArray *, mapping->actors->len + 1);
  for (guint i = 0; i < mapping->actors->len; i++)
    reading->people[i] = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < RELATA_N_LISTS; i++)
    reading->lists[i] = g_ptr_array_new();
  reading->key = g_string_new(NULL);
  reading->documents = g_array_new(FALSE, FALSE, sizeof(guint));
  reading->known_documents = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  reading->known_actors = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  reading->row = (RelataMappedRow){
      .mapping = mapping, .field_of = reading->field_of, .account = reading->input->account};
  relata_mapped_row_init(&reading->row);
  reading->file_document = reading->event = RELATA_NONE;
  reading->former = relata_input_option(reading->input, RELATA_OPTION_FORMER) != NULL;
  reading->registered = mapping->ids && mapping->claims->len > 0 && has_actors_beside(reading);
}

static void
finish(RelataMappingReading *reading)
{
  for (guint i = 0; i < reading->mapping->actors->len; i++)
    g_array_unref(reading->people[i]);
  g_free(reading->people);
  g_free(reading->field_of);
  g_free(reading->used);
  g_array_unref(reading->documents);
  relata_mapped_row_clear(&reading->row);
  for (guint i = 0; i < RELATA_N_LISTS; i++)
    g_ptr_array_unref(reading->lists[i]);
  g_string_free(reading->key, TRUE);
  g_hash_table_unref(reading->known_documents);
  g_hash_table_unref(reading->known_actors);
}

/* Returns whether the row has no more fields than the header, or only empty ones, after reporting that not.
 */
static gboolean
is_wide_enough(RelataMappingReading *reading, const RelataTableRow *row, guint n_columns)
{
  guint extra = n_columns;
  while (extra < row->n && *row->fields[extra] == '\0')
    extra++;
  if (row->n < n_columns)
    relata_account_remark(reading->input->account, RELATA_REMARK_SHORT);
  if (extra >= row->n)
    return TRUE;
  const RelataPlace where = relata_table_place(reading->table, extra);
  relata_diagnose(reading->diagnostics, RELATA_ERROR_IN_DATA, "wrong-fields", &where,
                  "a field with a separator in it stands in quotation marks",
                  "this row has %u fields, but the header has %u: it is left out", row->n, n_columns);
  return FALSE;
}

/* Returns the names of the columns, ended by NULL, from the first row or, where that is none of names, the
 * mapping; else their numbers. */
static GStrv
header_of(const RelataMapping *mapping, const RelataTableRow *first)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  const guint n = mapping->header != NULL ? mapping->header->len : first->n;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add(names, mapping->header != NULL ? g_strdup(g_ptr_array_index(mapping->header, i))
                           : mapping->headless     ? g_strdup_printf("%u", i + 1)
                                                   : g_strstrip(g_strdup(first->fields[i])));
  g_ptr_array_add(names, NULL);
  return (GStrv)g_ptr_array_free(g_steal_pointer(&names), FALSE);
}

/* Reads the rows; the first of them was read already. FALSE with *error. */
static gboolean
read_rows(RelataMappingReading *reading, const RelataTableRow *first, const char *const *header,
          GError **error)
{
  g_autoptr(GError) reason = NULL;
  const guint n_columns = g_strv_length((GStrv)header);
  RelataTableRow row = *first;
  gboolean more = reading->mapping->headless || relata_table_next(reading->table, &row, &reason);
  for (; more; more = relata_table_next(reading->table, &row, &reason)) {
    if (!is_wide_enough(reading, &row, n_columns))
      continue;
    relata_mapped_row_begin(&reading->row, row.fields, row.n);
    read_row(reading);
  }
  if (reason == NULL)
    return TRUE;
  g_propagate_error(error, g_steal_pointer(&reason));
  return FALSE;
}

gboolean
relata_mapping_read_rows(RelataCorpus *corpus, const RelataInput *input, const RelataMapping *mapping,
                         RelataDiagnostics *diagnostics, GError **error)
{
  g_autoptr(RelataTable) table = relata_table_new(input, mapping->dialect, diagnostics);
  g_autoptr(GError) reason = NULL;
  RelataMappingReading reading = {
      .corpus = corpus, .input = input, .mapping = mapping, .diagnostics = diagnostics, .table = table};
  RelataTableRow first = {NULL, 0, 0};
  gboolean good = relata_table_next(table, &first, &reason);
  for (guint i = 0; good && i < mapping->skip_lines; i++)
    good = relata_table_next(table, &first, &reason);
  if (good) {
    g_auto(GStrv) header = header_of(mapping, &first);
    const char *const *names = (const char *const *)header;
    start(&reading, MAX(g_strv_length(header), first.n));
    relata_account_begin(input->account, relata_corpus_intern(corpus, mapping->name), "row", "column");
    declare_types(&reading);
    if (bind(&reading, names, g_strv_length(header)))
      read_rows(&reading, &first, names, &reason);
    count_unused(&reading, names, g_strv_length(header));
    finish(&reading);
  }
  if (reason == NULL)
    return TRUE;
  g_propagate_error(error, g_steal_pointer(&reason));
  return FALSE;
}
