/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Results of SPARQL queries in JSON (SPARQL 1.1 Query Results JSON Format, W3C 2013): the rows that the same
 * query gives as CSV, which are read as these are. */
#include "read/json/json_loose.h"
#include "read/readers.h"

#include <cJSON.h>
#include <string.h>

typedef struct {
  GString *rows; /* CSV */
  guint line;    /* of its end, from 1 */
} Table;

/* Appends a field between quotation marks, with the separator before it where it is not the first. */
static void
append_field(Table *table, const char *words, gboolean first)
{
  g_string_append(table->rows, first ? "\"" : ",\"");
  for (; *words != '\0'; words++) {
    g_string_append(table->rows, *words == '"' ? "\"" : "");
    g_string_append_c(table->rows, *words);
    table->line += *words == '\n';
  }
  g_string_append_c(table->rows, '"');
}

/* Returns what CSV has for the value of a variable: a blank node begins with "_:". Newly allocated. */
static char *
words_of(const cJSON *value)
{
  const char *type = relata_json_words(relata_json_member(value, "type"));
  const char *words = relata_json_words(relata_json_member(value, "value"));
  return g_strconcat(g_strcmp0(type, "bnode") == 0 ? "_:" : "", words != NULL ? words : "", NULL);
}

/* Appends a row in the line of its record, so that what is said of it names that; blank lines are no rows. */
static void
append_row(Table *table, RelataJson *json, const cJSON *variables, const cJSON *binding)
{
  for (const guint line = relata_json_place(json, binding).line; table->line < line; table->line++)
    g_string_append_c(table->rows, '\n');
  for (const cJSON *variable = variables->child; variable != NULL; variable = variable->next) {
    const char *name = relata_json_words(variable);
    const cJSON *value = name != NULL ? relata_json_member(binding, name) : NULL;
    g_autofree char *words = value != NULL ? words_of(value) : g_strdup("");
    append_field(table, words, variable == variables->child);
  }
  g_string_append_c(table->rows, '\n');
  table->line++;
}

static void
append_header(Table *table, const cJSON *variables)
{
  for (const cJSON *variable = variables->child; variable != NULL; variable = variable->next) {
    const char *name = relata_json_words(variable);
    append_field(table, name != NULL ? name : "", variable == variables->child);
  }
  g_string_append_c(table->rows, '\n');
  table->line++;
}

gboolean
relata_sparql_results_recognises(const RelataInput *input)
{
  static const char *const keys[] = {"head", "results", NULL};
  return relata_json_peek(input->bytes, input->n, keys) != NULL && strstr(input->bytes, "\"vars\"") != NULL &&
         strstr(input->bytes, "\"bindings\"") != NULL;
}

gboolean
relata_sparql_results_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                           GError **error)
{
  g_autoptr(RelataJson) json = relata_json_new(input->shown, diagnostics);
  const cJSON *root = relata_json_parse(json, input->bytes, input->n, 1);
  if (root == NULL)
    return TRUE;
  const cJSON *variables = relata_json_member(relata_json_member(root, "head"), "vars");
  const cJSON *bindings = relata_json_member(relata_json_member(root, "results"), "bindings");
  if (!cJSON_IsArray(variables) || variables->child == NULL || !cJSON_IsArray(bindings)) {
    relata_json_complain(json, root, "missing-key", NULL,
                         "results of a query have \"vars\" in \"head\", and \"bindings\" in \"results\"");
    return TRUE;
  }
  g_autoptr(GString) rows = g_string_new(NULL);
  Table table = {rows, 1};
  append_header(&table, variables);
  for (const cJSON *binding = bindings->child; binding != NULL; binding = binding->next)
    append_row(&table, json, variables, binding);
  RelataInput as_table = *input;
  as_table.bytes = rows->str;
  as_table.n = rows->len;
  return relata_csv_read(corpus, &as_table, diagnostics, error);
}
