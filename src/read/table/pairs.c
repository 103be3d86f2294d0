/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/table/pairs.h"

#include "read/json/json_text.h"
#include "text/error.h"

#include <cJSON.h>
#include <csv.h>
#include <string.h>

typedef struct {
  const char *from, *to;
} Pair;

static void
take_field(void *field, size_t n, void *fields)
{
  g_ptr_array_add(fields, g_strndup(field != NULL ? field : "", n));
}

static gboolean
read_csv(const char *line, char **from, char **to, GError **error)
{
  g_autoptr(GPtrArray) fields = g_ptr_array_new_with_free_func(g_free);
  struct csv_parser parser;
  const char *wrong = NULL;
  csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
  csv_set_realloc_func(&parser, g_realloc); /* it would report lack of memory as a fault of the text */
  csv_set_free_func(&parser, g_free);
  const size_t n = strlen(line);
  if (csv_parse(&parser, line, n, take_field, NULL, fields) != n ||
      csv_fini(&parser, take_field, NULL, fields) != 0)
    wrong = "a quotation mark is out of place, or not closed";
  else if (fields->len < 2)
    wrong = "a second actor is missing";
  else if (fields->len > 2)
    wrong = "there are more than two fields: a name with a comma stands in quotation marks";
  else if (*g_strstrip(g_ptr_array_index(fields, 0)) == '\0')
    wrong = "the first name is empty";
  else if (*g_strstrip(g_ptr_array_index(fields, 1)) == '\0')
    wrong = "the second name is empty";
  csv_free(&parser);
  if (wrong != NULL) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT, "%s; expected FROM,TO", wrong);
    return FALSE;
  }
  *from = g_strdup(g_ptr_array_index(fields, 0));
  *to = g_strdup(g_ptr_array_index(fields, 1));
  return TRUE;
}

static gboolean
take_array(RelataJson *json, const cJSON *root, Pair *pair)
{
  static const RelataJsonField name = {"", RELATA_JSON_ID, 0, TRUE, NULL};
  if (cJSON_GetArraySize(root) != 2) {
    relata_json_complain(json, root, "bad-pair", NULL, "a pair has two names: [\"…\", \"…\"]");
    return FALSE;
  }
  return relata_json_take(json, root->child, &name, &pair->from) &&
         relata_json_take(json, root->child->next, &name, &pair->to);
}

static gboolean
read_json(const char *line, char **from, char **to, GError **error)
{
  static const RelataJsonField fields[] = {RELATA_JSON_MUST(Pair, from, ID), RELATA_JSON_MUST(Pair, to, ID),
                                           RELATA_JSON_END};
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(1);
  g_autoptr(RelataJson) json = relata_json_new("", diagnostics);
  const cJSON *root = relata_json_parse(json, line, strlen(line), 1);
  Pair pair = {NULL, NULL};
  const gboolean good =
      root != NULL && (cJSON_IsArray(root) ? take_array(json, root, &pair)
                                           : relata_json_fill(json, root, "a pair", fields, &pair));
  if (!good) {
    const RelataDiagnostic *wrong = relata_diagnostics_get(diagnostics, 0);
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT, "column %u: %s%s%s", wrong->column, wrong->message,
                wrong->hint != NULL ? "; " : "", wrong->hint != NULL ? wrong->hint : "");
    return FALSE;
  }
  *from = g_strdup(pair.from);
  *to = g_strdup(pair.to);
  return TRUE;
}

gboolean
relata_read_pair(const char *line, char **from, char **to, GError **error)
{
  g_return_val_if_fail(line != NULL && from != NULL && to != NULL, FALSE);
  if (!g_utf8_validate(line, -1, NULL)) {
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_INPUT, "the line is not UTF-8");
    return FALSE;
  }
  return (*line == '{' || *line == '[' ? read_json : read_csv)(line, from, to, error);
}
