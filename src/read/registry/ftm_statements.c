/* SPDX-License-Identifier: GPL-2.0-or-later */
/* FollowTheMoney as statements: a table with a row for each fact, which has its own dataset. The rows of one
 * entity mostly stand together, but need not. An actor may be read in parts. What states something is held,
 * row by row, until the end of the file, and is then sorted by entity. */
#include "read/registry/ftm_entity.h"
#include "read/readers.h"
#include "read/table/table.h"
#include "text/name.h"

#include <string.h>

enum { CANONICAL_ID, ENTITY_ID, PROP, SCHEMA, VALUE, DATASET, N_COLUMNS };
static const char *const columns[] = {"canonical_id", "entity_id", "prop", "schema",
                                      "value",        "dataset",   NULL};

/* A row. */
typedef struct {
  guint entity; /* the number of its entity, in the order found */
  guint line;
  const char *prop, *schema, *dataset; /* interned by the corpus */
  const char *entity_id, *value;       /* of the texts of its batch */
} Row;

/* Rows with their texts. */
typedef struct {
  GArray *rows; /* of Row */
  GStringChunk *texts;
} Batch;

typedef struct {
  RelataFtmReading ftm;
  RelataTable *table;
  guint field_of[N_COLUMNS];
  GPtrArray *ids;      /* canonical ids, by number; owned */
  GHashTable *numbers; /* canonical id → number + 1 */
  Batch batch;         /* the rows of one entity that stand together */
  Batch held;          /* those of entities that state something */
  gboolean apart;      /* some entity's rows do not stand together */
} Reading;

gboolean
relata_ftm_statements_recognises(const RelataInput *input)
{
  const char *end = strpbrk(input->bytes, "\r\n");
  g_autofree char *header = g_strndup(input->bytes, end != NULL ? (gsize)(end - input->bytes) : input->n);
  g_auto(GStrv) names = g_strsplit_set(header, ",\t;\" ", -1);
  for (guint i = 0; i < N_COLUMNS; i++)
    if (i != ENTITY_ID && !g_strv_contains((const char *const *)names, columns[i]))
      return FALSE;
  return TRUE;
}

static Batch
batch_new(void)
{
  return (Batch){g_array_new(FALSE, FALSE, sizeof(Row)), g_string_chunk_new(4096)};
}

static void
batch_free(Batch *batch)
{
  g_array_unref(batch->rows);
  g_string_chunk_free(batch->texts);
}

/* ── Entities ── */

/* Returns whether rows of an entity state something, so that all of them are needed at once. */
static gboolean
states(const Reading *reading, const GArray *rows)
{
  for (guint i = 0; i < rows->len; i++) {
    const Row *row = &g_array_index(rows, Row, i);
    const RelataFtmSchema *schema = relata_ftm_schema(reading->ftm.model, row->schema);
    const RelataFtmSlot *slot = relata_ftm_slot(schema, row->prop);
    const RelataFtmKind kind = relata_ftm_kind(schema);
    if (kind == RELATA_FTM_EDGE || kind == RELATA_FTM_SANCTION || kind == RELATA_FTM_EVENT ||
        relata_ftm_relates(&reading->ftm, slot))
      return TRUE;
  }
  return FALSE;
}

/* Sets the most special of the schemata that the rows of one entity have. */
static void
set_schema(const Reading *reading, RelataFtmEntity *entity, const char *schema)
{
  const RelataFtmSchema *found = relata_ftm_schema(reading->ftm.model, schema);
  if (entity->schema == NULL || relata_ftm_is(found, entity->schema))
    entity->schema = schema;
}

/* Takes an entity, of which these are the rows. */
static void
take(Reading *reading, const Row *rows, guint n)
{
  RelataFtmReading *ftm = &reading->ftm;
  const RelataPlace where = {ftm->input->shown, rows[0].line, 1};
  g_autoptr(RelataFtmEntity) entity =
      relata_ftm_entity_new(g_ptr_array_index(reading->ids, rows[0].entity), where);
  for (guint i = 0; i < n; i++) {
    set_schema(reading, entity, rows[i].schema);
    if (rows[i].dataset != NULL)
      relata_ftm_entity_add_dataset(entity, rows[i].dataset);
    if (rows[i].entity_id != NULL)
      relata_ftm_entity_add_referent(entity, rows[i].entity_id);
    if (strcmp(rows[i].prop, "id") != 0 && *rows[i].value != '\0')
      relata_ftm_entity_add(entity, rows[i].prop, rows[i].value, rows[i].dataset);
  }
  relata_ftm_take(ftm, entity);
}

/* Ends a batch: its entity is taken, or held. */
static void
end_batch(Reading *reading)
{
  GArray *rows = reading->batch.rows;
  if (rows->len > 0 && !states(reading, rows))
    take(reading, (const Row *)(gconstpointer)rows->data, rows->len);
  else
    for (guint i = 0; i < rows->len; i++) {
      Row row = g_array_index(rows, Row, i);
      row.value = g_string_chunk_insert(reading->held.texts, row.value);
      row.entity_id =
          row.entity_id != NULL ? g_string_chunk_insert_const(reading->held.texts, row.entity_id) : NULL;
      g_array_append_val(reading->held.rows, row);
    }
  g_array_set_size(rows, 0);
  g_string_chunk_clear(reading->batch.texts);
}

static gint
compare_rows(gconstpointer a, gconstpointer b)
{
  const Row *left = a, *right = b;
  if (left->entity != right->entity)
    return left->entity < right->entity ? -1 : 1;
  return left->line < right->line ? -1 : left->line > right->line;
}

static void
take_held(Reading *reading)
{
  GArray *rows = reading->held.rows;
  if (reading->apart)
    g_array_sort(rows, compare_rows);
  for (guint i = 0, end; i < rows->len; i = end) {
    const Row *first = &g_array_index(rows, Row, i);
    for (end = i + 1; end < rows->len && g_array_index(rows, Row, end).entity == first->entity;)
      end++;
    take(reading, first, end - i);
  }
}

/* ── Rows ── */

/* Returns the number of an entity, and begins a batch where it is not that of the row before. */
static guint
number_of(Reading *reading, const char *id)
{
  const GArray *rows = reading->batch.rows;
  const guint known = GPOINTER_TO_UINT(g_hash_table_lookup(reading->numbers, id));
  if (rows->len > 0 && (known == 0 || g_array_index(rows, Row, 0).entity != known - 1))
    end_batch(reading);
  reading->apart |= known > 0 && rows->len == 0;
  if (known > 0)
    return known - 1;
  g_ptr_array_add(reading->ids, g_strdup(id));
  g_hash_table_insert(reading->numbers, g_ptr_array_index(reading->ids, reading->ids->len - 1),
                      GUINT_TO_POINTER(reading->ids->len));
  return reading->ids->len - 1;
}

static const char *
field_of(const Reading *reading, const RelataTableRow *row, guint column)
{
  const guint field = reading->field_of[column];
  return field < row->n && *row->fields[field] != '\0' ? row->fields[field] : NULL;
}

static void
read_row(Reading *reading, const RelataTableRow *row)
{
  RelataCorpus *corpus = reading->ftm.corpus;
  const char *id = field_of(reading, row, CANONICAL_ID), *prop = field_of(reading, row, PROP);
  const char *other = field_of(reading, row, ENTITY_ID), *value = field_of(reading, row, VALUE);
  if (id == NULL)
    id = other;
  if (id == NULL || prop == NULL || !relata_name_is_id(id)) {
    const RelataPlace where = relata_table_place(reading->table, 0);
    relata_diagnose(reading->ftm.diagnostics, RELATA_ERROR_IN_DATA, "wrong-entity", &where, NULL,
                    "a statement needs a canonical_id and a prop: it is left out");
    return;
  }
  Row added = {.entity = number_of(reading, id),
               .line = row->line,
               .prop = relata_corpus_intern(corpus, prop),
               .schema = relata_corpus_intern(corpus, field_of(reading, row, SCHEMA)),
               .dataset = relata_corpus_intern(corpus, field_of(reading, row, DATASET))};
  added.value = g_string_chunk_insert(reading->batch.texts, value != NULL ? value : "");
  if (other != NULL && relata_name_is_id(other) && strcmp(other, id) != 0)
    added.entity_id = g_string_chunk_insert_const(reading->batch.texts, other);
  g_array_append_val(reading->batch.rows, added);
}

/* Finds the columns, and counts those that are not used. */
static gboolean
find_columns(Reading *reading, const RelataTableRow *header)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    reading->field_of[i] = RELATA_NONE;
  for (guint i = 0; i < header->n; i++) {
    guint column = 0;
    while (column < N_COLUMNS && g_ascii_strcasecmp(header->fields[i], columns[column]) != 0)
      column++;
    if (column < N_COLUMNS)
      reading->field_of[column] = i;
    else if (*header->fields[i] != '\0')
      relata_account_unused(reading->ftm.input->account, header->fields[i]);
  }
  for (guint i = 0; i < N_COLUMNS; i++)
    if (i != ENTITY_ID && reading->field_of[i] == RELATA_NONE) {
      const RelataPlace where = relata_table_place(reading->table, 0);
      relata_diagnose(reading->ftm.diagnostics, RELATA_ERROR_IN_DATA, "missing-column", &where, NULL,
                      "statements of FollowTheMoney need a column \"%s\"", columns[i]);
      return FALSE;
    }
  return TRUE;
}

static void
read_rows(Reading *reading, GError **error)
{
  RelataTableRow row = {NULL, 0, 0};
  if (!relata_table_next(reading->table, &row, error) || !find_columns(reading, &row))
    return;
  while (relata_table_next(reading->table, &row, error))
    read_row(reading, &row);
  end_batch(reading);
  take_held(reading);
  if (reading->apart)
    relata_diagnose(reading->ftm.diagnostics, RELATA_NOTE, "not-sorted",
                    &(RelataPlace){reading->ftm.input->shown, 0, 0},
                    "sorted by canonical_id it takes less memory",
                    "the statements of one entity do not stand together: they are sorted");
}

gboolean
relata_ftm_statements_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                           GError **error)
{
  g_autoptr(RelataTable) table = relata_table_new(input, (RelataDialect){0}, diagnostics);
  g_autoptr(GError) reason = NULL;
  Reading reading = {.ftm = relata_ftm_begin(corpus, input, diagnostics),
                     .table = table,
                     .ids = g_ptr_array_new_with_free_func(g_free),
                     .numbers = g_hash_table_new(g_str_hash, g_str_equal),
                     .batch = batch_new(),
                     .held = batch_new()};
  read_rows(&reading, &reason);
  relata_ftm_end(&reading.ftm);
  batch_free(&reading.batch);
  batch_free(&reading.held);
  g_hash_table_unref(reading.numbers);
  g_ptr_array_unref(reading.ids);
  if (reason == NULL)
    return TRUE;
  g_propagate_error(error, g_steal_pointer(&reason));
  return FALSE;
}
