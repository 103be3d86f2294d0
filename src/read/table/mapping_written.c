/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads the values of a mapping, and what they are made of: templates, tables, patterns of dates, conditions.
 */
#include "read/table/mapping_internal.h"

#include "text/date_pattern.h"

#include <cJSON.h>
#include <string.h>

void
relata_mapping_complain(RelataMappingParsing *parsing, const cJSON *at, const char *hint, const char *format,
                        ...)
{
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *message = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  parsing->wrong = TRUE;
  relata_json_complain(parsing->json, at, "wrong-mapping", hint, "%s", message);
}

gboolean
relata_mapping_fill(RelataMappingParsing *parsing, const cJSON *object, const char *what,
                    const RelataJsonField *fields, gpointer written)
{
  const gboolean good = relata_json_fill(parsing->json, object, what, fields, written);
  parsing->wrong |= !good;
  return good;
}

/* ── Templates ── */

/* Returns the number of a column of the mapping, which is noted where it is new. */
static guint
column_of(RelataMappingParsing *parsing, const char *name)
{
  GPtrArray *columns = parsing->mapping->columns;
  guint found;
  if (g_ptr_array_find_with_equal_func(columns, name, g_str_equal, &found))
    return found;
  g_ptr_array_add(columns, g_strdup(name));
  return columns->len - 1;
}

static void
add_literal(RelataMappingParsing *parsing, GArray *pieces, const char *text, gsize n)
{
  const RelataTemplatePiece piece = {g_string_chunk_insert_len(parsing->mapping->strings, text, (gssize)n),
                                     RELATA_NONE, FALSE};
  if (n > 0)
    g_array_append_val(pieces, piece);
}

/* Reads "{a}-{b}". In a format, "{}" is what is formatted. */
static RelataTemplate
read_template(RelataMappingParsing *parsing, const cJSON *at, const char *text)
{
  GArray *pieces = g_array_new(FALSE, FALSE, sizeof(RelataTemplatePiece));
  for (const char *open; *text != '\0';) {
    open = strchr(text, '{');
    const char *close = open != NULL ? strchr(open, '}') : NULL;
    if (open != NULL && close == NULL)
      relata_mapping_complain(parsing, at, "a column stands in braces: \"{name}\"",
                              "a brace is not closed in \"%s\"", text);
    if (close == NULL) {
      add_literal(parsing, pieces, text, strlen(text));
      break;
    }
    add_literal(parsing, pieces, text, (gsize)(open - text));
    g_autofree char *name = g_strndup(open + 1, (gsize)(close - open) - 1);
    const gboolean date = g_str_has_suffix(name, "|date");
    name[strlen(name) - (date ? strlen("|date") : 0)] = '\0';
    const RelataTemplatePiece piece = {NULL, *name != '\0' ? column_of(parsing, name) : RELATA_NONE, date};
    g_array_append_val(pieces, piece);
    text = close + 1;
  }
  return (RelataTemplate){pieces};
}

/* Reads a column: its name, or a template of several. */
static RelataTemplate
read_column(RelataMappingParsing *parsing, const cJSON *at, const char *text)
{
  if (strchr(text, '{') != NULL)
    return read_template(parsing, at, text);
  GArray *pieces = g_array_new(FALSE, FALSE, sizeof(RelataTemplatePiece));
  const RelataTemplatePiece piece = {NULL, column_of(parsing, text), FALSE};
  g_array_append_val(pieces, piece);
  return (RelataTemplate){pieces};
}

static void
clear_template(RelataTemplate *template)
{
  g_clear_pointer(&template->pieces, g_array_unref);
}

/* ── Conditions ── */

static void
clear_condition(gpointer data)
{
  RelataCondition *condition = data;
  clear_template(&condition->of);
  g_clear_pointer(&condition->in, g_ptr_array_unref);
  g_clear_pointer(&condition->matches, g_regex_unref);
}

GPtrArray *
relata_mapping_read_strings(const cJSON *array)
{
  GPtrArray *strings = g_ptr_array_new();
  for (const cJSON *item = array->child; item != NULL; item = item->next)
    g_ptr_array_add(strings, item->valuestring);
  return strings;
}

/* Returns a regular expression, or NULL where none is written, or after reporting that it is none. */
static GRegex *
read_regex(RelataMappingParsing *parsing, const cJSON *at, const char *key, const char *written)
{
  g_autoptr(GError) error = NULL;
  GRegex *regex = written != NULL ? g_regex_new(written, G_REGEX_OPTIMIZE, 0, &error) : NULL;
  if (error != NULL)
    relata_mapping_complain(parsing, at, NULL, "\"%s\" is no regular expression: %s", key, error->message);
  return regex;
}

static void
read_condition(RelataMappingParsing *parsing, const cJSON *object, GArray *conditions)
{
  typedef struct {
    const char *column, *equals, *matches;
    const cJSON *in;
    gboolean empty;
  } Written;
  static const RelataJsonField fields[] = {
      RELATA_JSON_MUST(Written, column, STRING), RELATA_JSON_MAY(Written, equals, STRING),
      RELATA_JSON_MAY(Written, matches, STRING), RELATA_JSON_MAY(Written, in, STRINGS),
      RELATA_JSON_MAY(Written, empty, BOOLEAN),  RELATA_JSON_END,
  };
  Written written = {.empty = -1};
  if (!relata_mapping_fill(parsing, object, "a condition", fields, &written))
    return;
  RelataCondition condition = {.of = read_column(parsing, object, written.column),
                               .equals = written.equals,
                               .in = written.in != NULL ? relata_mapping_read_strings(written.in) : NULL,
                               .empty = written.empty,
                               .matches = read_regex(parsing, object, "matches", written.matches)};
  g_array_append_val(conditions, condition);
}

/* Reads a condition, or a list that must all hold. Returns NULL where there is none. */
GArray *
relata_mapping_read_conditions(RelataMappingParsing *parsing, const cJSON *item)
{
  if (item == NULL)
    return NULL;
  GArray *conditions = g_array_new(FALSE, FALSE, sizeof(RelataCondition));
  g_array_set_clear_func(conditions, clear_condition);
  if (!cJSON_IsArray(item))
    read_condition(parsing, item, conditions);
  else
    for (const cJSON *one = item->child; one != NULL; one = one->next)
      read_condition(parsing, one, conditions);
  return conditions;
}

/* ── Values ── */

void
relata_mapping_free_value(gpointer data)
{
  RelataMappingValue *value = data;
  g_clear_pointer(&value->list, g_ptr_array_unref);
  clear_template(&value->from);
  g_clear_pointer(&value->table, g_hash_table_unref);
  g_clear_pointer(&value->dates, g_ptr_array_unref);
  g_clear_pointer(&value->extract, g_regex_unref);
  clear_template(&value->format);
  g_clear_pointer(&value->conditions, g_array_unref);
  g_free(value);
}

static RelataMappingValue *
new_value(RelataMappingParsing *parsing, const cJSON *at)
{
  RelataMappingValue *value = g_new0(RelataMappingValue, 1);
  value->trim = TRUE;
  value->at = at;
  g_ptr_array_add(parsing->mapping->values, value);
  return value;
}

/* Reads the patterns of dates: one, or a list that is tried in order. */
static GPtrArray *
read_patterns(RelataMappingParsing *parsing, const cJSON *date)
{
  GPtrArray *patterns = g_ptr_array_new();
  const gboolean list = cJSON_IsArray(date);
  for (const cJSON *item = list ? date->child : date; item != NULL; item = list ? item->next : NULL) {
    const char *wrong = "";
    if (cJSON_IsString(item) && strcmp(item->valuestring, "?") == 0)
      relata_mapping_complain(
          parsing, item, NULL,
          "a \"?\" stands where you have to say how dates are written: \"%%d/%%m/%%Y\" or "
          "\"%%m/%%d/%%Y\"");
    else if (cJSON_IsString(item) && relata_date_pattern_is_valid(item->valuestring, &wrong))
      g_ptr_array_add(patterns, item->valuestring);
    else
      relata_mapping_complain(parsing, item, "such as \"%d/%m/%Y\" or \"%d %B %Y\"",
                              "\"date\" must be a pattern, or a list of them, with a year%s%s",
                              *wrong != '\0' ? ", not with " : "", wrong);
  }
  return patterns;
}

static GHashTable *
read_table(RelataMappingParsing *parsing, const cJSON *object)
{
  GHashTable *table = g_hash_table_new(g_str_hash, g_str_equal);
  for (const cJSON *item = object->child; item != NULL; item = item->next)
    if (cJSON_IsString(item))
      g_hash_table_insert(table, item->string, item->valuestring);
    else
      relata_mapping_complain(parsing, item, NULL, "what \"table\" gives for '%s' must be a string",
                              item->string);
  return table;
}

static void
read_value_object(RelataMappingParsing *parsing, const cJSON *item, RelataMappingValue *value)
{
  typedef struct {
    const char *column, *value, *extract, *split, *format, *otherwise;
    const cJSON *table, *date, *conditions, *precision;
    gboolean trim;
  } Written;
  static const RelataJsonField fields[] = {
      RELATA_JSON_MAY(Written, column, STRING),
      RELATA_JSON_MAY(Written, value, STRING),
      RELATA_JSON_MAY(Written, table, OBJECT),
      RELATA_JSON_MAY(Written, extract, STRING),
      RELATA_JSON_MAY(Written, split, STRING),
      RELATA_JSON_MAY(Written, date, ANY),
      RELATA_JSON_MAY(Written, precision, ANY),
      RELATA_JSON_MAY(Written, format, STRING),
      RELATA_JSON_MAY(Written, trim, BOOLEAN),
      {"default", RELATA_JSON_STRING, offsetof(Written, otherwise), FALSE, NULL},
      {"if", RELATA_JSON_ANY, offsetof(Written, conditions), FALSE, NULL},
      RELATA_JSON_END,
  };
  Written written = {.trim = TRUE};
  relata_mapping_fill(parsing, item, "a value", fields, &written);
  if ((written.column == NULL) == (written.value == NULL))
    relata_mapping_complain(parsing, item, NULL, "a value has a \"column\" or a \"value\", and not both");
  value->from = written.column != NULL  ? read_column(parsing, item, written.column)
                : written.value != NULL ? read_template(parsing, item, written.value)
                                        : read_template(parsing, item, "");
  value->extract = read_regex(parsing, item, "extract", written.extract);
  value->split = written.split != NULL && *written.split != '\0' ? written.split : NULL;
  value->trim = written.trim;
  value->otherwise = written.otherwise;
  value->conditions = relata_mapping_read_conditions(parsing, written.conditions);
  value->table = written.table != NULL ? read_table(parsing, written.table) : NULL;
  value->dates = written.date != NULL ? read_patterns(parsing, written.date) : NULL;
  value->precision = relata_mapping_read_value(parsing, written.precision);
  value->has_format = written.format != NULL;
  if (value->has_format)
    value->format = read_template(parsing, item, written.format);
}

/* Returns whether the value is what stands in one column, and nothing is done with it. */
static gboolean
is_field(const RelataMappingValue *value)
{
  if (value->list != NULL || value->from.pieces->len != 1 || value->table != NULL || value->extract != NULL ||
      value->split != NULL || value->has_format || !value->trim || value->otherwise != NULL ||
      value->conditions != NULL)
    return FALSE;
  const RelataTemplatePiece *piece = &g_array_index(value->from.pieces, RelataTemplatePiece, 0);
  return piece->literal == NULL && piece->column != RELATA_NONE && !piece->date;
}

/* Reads a value: "{column}", an object, or a list of values. NULL where nothing, or null, is written. */
RelataMappingValue *
relata_mapping_read_value(RelataMappingParsing *parsing, const cJSON *item)
{
  if (item == NULL || cJSON_IsNull(item))
    return NULL;
  RelataMappingValue *value = new_value(parsing, item);
  if (cJSON_IsString(item) && strcmp(item->valuestring, "?") == 0) {
    relata_mapping_complain(parsing, item, NULL, "a \"?\" stands where you have to say what is meant");
  } else if (cJSON_IsString(item)) {
    value->from = read_template(parsing, item, item->valuestring);
  } else if (cJSON_IsObject(item)) {
    read_value_object(parsing, item, value);
  } else if (cJSON_IsArray(item)) {
    value->list = g_ptr_array_new();
    for (const cJSON *one = item->child; one != NULL; one = one->next) {
      RelataMappingValue *element = relata_mapping_read_value(parsing, one);
      if (element != NULL)
        g_ptr_array_add(value->list, element);
    }
  } else {
    relata_mapping_complain(parsing, item, "such as \"{actor1}\" or {\"column\": \"actor1\"}",
                            "this is no value");
  }
  if (value->list == NULL && value->from.pieces == NULL)
    value->from = read_template(parsing, item, "");
  value->is_field = is_field(value);
  return value;
}
