/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The mappings of well-known tables: data/mappings/NAME.json, which are built into the library. Which of them
 * fits a table is found by its header; only that one is then read whole. */
#include "read/table/mapping.h"

#include <cJSON.h>
#include <string.h>

/* The tables that a mapping is for. */
typedef struct {
  const RelataMappingSource *source; /* NULL: the user's own */
  char **header;                     /* columns that they have; NULL: any */
  guint n_columns;                   /* 0: any number */
  RelataDialect dialect;
  gboolean has_claims;
} Kind;

RelataMapping *
relata_mapping_built_in(const char *name)
{
  g_return_val_if_fail(name != NULL, NULL);
  for (const RelataMappingSource *source = relata_mapping_sources; source->name != NULL; source++)
    if (strcmp(source->name, name) == 0)
      return relata_mapping_parse(g_strndup((const char *)source->bytes, source->n), source->n, name, name,
                                  NULL, NULL);
  return NULL;
}

/* Copies strings of a JSON array, NULL where there is none. */
static char **
copy_strings(const cJSON *array)
{
  if (array == NULL)
    return NULL;
  GPtrArray *strings = g_ptr_array_new();
  for (const cJSON *item = array->child; item != NULL; item = item->next)
    g_ptr_array_add(strings, g_strdup(item->valuestring));
  g_ptr_array_add(strings, NULL);
  return (char **)g_ptr_array_free(strings, FALSE);
}

/* Reads what of a mapping says which tables it is for; all that is built in is known to be right. */
static Kind
read_kind(const RelataMappingSource *source)
{
  cJSON *root = cJSON_ParseWithLength((const char *)source->bytes, source->n);
  const cJSON *match = relata_json_member(root, "match"), *table = relata_json_member(root, "table");
  const cJSON *columns = relata_json_member(match, "columns");
  const char *delimiter = cJSON_GetStringValue(relata_json_member(table, "delimiter"));
  const Kind kind = {.source = source,
                     .header = copy_strings(relata_json_member(match, "header")),
                     .n_columns = columns != NULL ? (guint)cJSON_GetNumberValue(columns) : 0,
                     .dialect = {delimiter != NULL && strlen(delimiter) == 1 ? *delimiter : '\0',
                                 cJSON_IsNull(relata_json_member(table, "quote"))},
                     .has_claims = relata_json_member(root, "claims") != NULL};
  cJSON_Delete(root);
  return kind;
}

/* Returns the kinds of all mappings that are built in: they are read once, when the first table comes. */
static const GArray *
all_kinds(void)
{
  static GArray *all;
  if (g_once_init_enter(&all)) {
    GArray *kinds = g_array_new(FALSE, FALSE, sizeof(Kind));
    for (const RelataMappingSource *source = relata_mapping_sources; source->name != NULL; source++) {
      const Kind kind = read_kind(source);
      g_array_append_val(kinds, kind);
    }
    g_once_init_leave(&all, kinds);
  }
  return all;
}

/* Returns whether a table with this header is of the kind. */
static gboolean
has_columns(const Kind *kind, const RelataTableRow *row)
{
  for (char **column = kind->header; column != NULL && *column != NULL; column++) {
    gboolean found = FALSE;
    for (guint i = 0; i < row->n && !found; i++)
      found = g_ascii_strcasecmp(row->fields[i], *column) == 0;
    if (!found)
      return FALSE;
  }
  return (kind->header != NULL || kind->n_columns > 0) && (kind->n_columns == 0 || kind->n_columns == row->n);
}

/* Begins to read what the input holds as a table. *row is its first row, without fields where it has none. */
static RelataTable *
first_row(const RelataInput *held, RelataDialect dialect, RelataDiagnostics *unheard, RelataTableRow *row)
{
  RelataTable *table = relata_table_new(held, dialect, unheard);
  if (!relata_table_next(table, row, NULL))
    *row = (RelataTableRow){NULL, 0, 0};
  return table;
}

static gboolean
fits(const Kind *kind, const RelataInput *held)
{
  g_autoptr(RelataDiagnostics) unheard = relata_diagnostics_new(1);
  RelataTableRow row;
  RelataTable *table = first_row(held, kind->dialect, unheard, &row);
  const gboolean has = has_columns(kind, &row);
  relata_table_free(table);
  return has;
}

gboolean
relata_mapping_fits(const RelataMapping *mapping, const RelataInput *input)
{
  if (mapping->match == NULL && mapping->match_columns == 0)
    return TRUE;
  RelataInput held = *input;
  held.pull = NULL;
  g_autoptr(GPtrArray) header = g_ptr_array_new();
  for (guint i = 0; mapping->match != NULL && i < mapping->match->len; i++)
    g_ptr_array_add(header, g_ptr_array_index(mapping->match, i));
  g_ptr_array_add(header, NULL);
  const Kind kind = {NULL, (char **)header->pdata, mapping->match_columns, mapping->dialect, FALSE};
  return fits(&kind, &held);
}

/* Returns the first kind that the table is of, or NULL. A table that relates anybody is not one of actors
 * only. */
static const Kind *
find_kind(const RelataInput *input, gboolean related)
{
  g_autoptr(RelataDiagnostics) unheard = relata_diagnostics_new(1);
  const GArray *kinds = all_kinds();
  RelataInput held = *input;
  held.pull = NULL;
  RelataTableRow row;
  const Kind *found = NULL;
  RelataTable *table = first_row(&held, (RelataDialect){0}, unheard, &row);
  for (guint i = 0; i < kinds->len && found == NULL; i++) {
    const Kind *kind = &g_array_index(kinds, Kind, i);
    const gboolean usual = kind->dialect.delimiter == '\0' && !kind->dialect.letters;
    if ((kind->has_claims || !related) && (usual ? has_columns(kind, &row) : fits(kind, &held)))
      found = kind;
  }
  relata_table_free(table);
  return found;
}

char *
relata_mapping_propose(const RelataInput *input, const char **name)
{
  g_return_val_if_fail(input != NULL && name != NULL, NULL);
  g_autofree char *guess = relata_mapping_guess(input, name);
  const Kind *kind = find_kind(input, guess != NULL);
  if (kind == NULL)
    return g_steal_pointer(&guess);
  *name = kind->source->name;
  return g_strndup((const char *)kind->source->bytes, kind->source->n);
}
