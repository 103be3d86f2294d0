/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads objects by tables: which keys are allowed, what each must hold, and where its value goes. */
#include "read/json/json_internal.h"
#include "read/statement.h"
#include "text/error.h"
#include "text/message.h"
#include "text/name.h"

#include <cJSON.h>
#include <math.h>
#include <string.h>

/* The name of each type in "must be …", indexed by RelataJsonType. */
static const char *const expected[] = {
    "a string",
    RELATA_NAME_ID_WORDS,
    "a date in a string, such as \"2021-08-26\"",
    "a string",
    "true or false",
    "a number",
    "a whole number from 0",
    "an array of strings",
    "a string or an array of strings",
    "an object whose values are strings",
    "an array",
    "an object",
    "a value",
};

static const char *
kind_of(const cJSON *item)
{
  switch (item->type & 0xFF) {
  case cJSON_False:
  case cJSON_True:
    return "a boolean";
  case cJSON_NULL:
    return "null";
  case cJSON_Number:
    return "a number";
  case cJSON_String:
    return "a string";
  case cJSON_Array:
    return "an array";
  default:
    return "an object";
  }
}

/* The type without what is added to it. */
static RelataJsonType
type_of(const RelataJsonField *field)
{
  return field->type & (RELATA_JSON_ITEM - 1);
}

/* Reports a value of the wrong type. Returns whether what it belongs to is still good. */
static gboolean
complain_type(RelataJson *json, const cJSON *item, const RelataJsonField *field)
{
  const gboolean is_date = type_of(field) == RELATA_JSON_DATE;
  const gboolean alone = is_date || (field->type & RELATA_JSON_ALONE) != 0;
  relata_json_complain(json, item, "wrong-type",
                       cJSON_IsNull(item) ? "leave the key out where there is no value" : NULL,
                       "\"%s\" must be %s, not %s%s", field->key, expected[type_of(field)], kind_of(item),
                       is_date ? RELATA_DATE_LEFT_OUT
                       : alone ? RELATA_LEFT_OUT
                               : "");
  return alone;
}

/* Returns relata_hint_or_list(), unless it is not worth its cost. Newly allocated; may be NULL. */
static char *
hint_among(const RelataJson *json, const char *word, const char *const *words)
{
  return relata_json_is_flooded(json) ? NULL : relata_hint_or_list(word, words);
}

static gboolean
store_word(RelataJson *json, const cJSON *item, const RelataJsonField *field, int *slot)
{
  g_assert(field->words != NULL && field->words[0] != NULL);
  for (int i = 0; field->words[i] != NULL; i++)
    if (*field->words[i] != '\0' && strcmp(field->words[i], item->valuestring) == 0) {
      *slot = i;
      return TRUE;
    }
  const char *const *words = field->words + (**field->words == '\0' ? 1 : 0);
  g_autofree char *hint = hint_among(json, item->valuestring, words);
  relata_json_complain(json, item, "wrong-value", hint, "\"%s\" cannot be '%.*s'", field->key,
                       relata_json_shown_length(item->valuestring), item->valuestring);
  return FALSE;
}

/* A date that cannot be read leaves what it dates undated. */
static void
store_date(RelataJson *json, const cJSON *item, const RelataJsonField *field, RelataDate *slot)
{
  g_autoptr(GError) error = NULL;
  RelataDate date = RELATA_NO_DATE;
  if (relata_date_parse(item->valuestring, &date, &error))
    *slot = date;
  else
    relata_json_complain(json, item, "wrong-date", NULL, "\"%s\": %s" RELATA_DATE_LEFT_OUT, field->key,
                         error->message);
}

static gboolean
store_count(RelataJson *json, const cJSON *item, const RelataJsonField *field, guint *slot)
{
  const double value = item->valuedouble;
  if (!(value >= 0 && value < (double)G_MAXUINT) || floor(value) < value) {
    g_autofree char *number = relata_json_number(json, item);
    relata_json_complain(json, item, "wrong-value", NULL, "\"%s\" must be %s to %u, not %s", field->key,
                         expected[RELATA_JSON_COUNT], G_MAXUINT - 1, number);
    return FALSE;
  }
  *slot = (guint)value;
  return TRUE;
}

/* Returns the first child that is no string, or NULL. */
static const cJSON *
find_other(const cJSON *item)
{
  const cJSON *child = item->child;
  while (child != NULL && cJSON_IsString(child))
    child = child->next;
  return child;
}

/* Returns whether the value has the JSON type that the field requires. */
static gboolean
has_type(const cJSON *item, RelataJsonType type)
{
  switch (type) {
  case RELATA_JSON_STRING:
  case RELATA_JSON_ID:
  case RELATA_JSON_DATE:
  case RELATA_JSON_WORD:
    return cJSON_IsString(item);
  case RELATA_JSON_BOOLEAN:
    return cJSON_IsBool(item);
  case RELATA_JSON_NUMBER:
  case RELATA_JSON_COUNT:
    return cJSON_IsNumber(item);
  case RELATA_JSON_SPEAKERS:
    return cJSON_IsString(item) || cJSON_IsArray(item);
  case RELATA_JSON_STRINGS:
  case RELATA_JSON_ARRAY:
    return cJSON_IsArray(item);
  case RELATA_JSON_STRING_MAP:
  case RELATA_JSON_OBJECT:
    return cJSON_IsObject(item);
  case RELATA_JSON_ANY:
  default:
    return TRUE;
  }
}

gboolean
relata_json_take(RelataJson *json, const cJSON *item, const RelataJsonField *field, void *slot)
{
  const RelataJsonType type = type_of(field);
  const gboolean of_strings =
      type == RELATA_JSON_STRINGS || type == RELATA_JSON_SPEAKERS || type == RELATA_JSON_STRING_MAP;
  const cJSON *wrong = !has_type(item, type) ? item : of_strings ? find_other(item) : NULL;
  if (wrong != NULL)
    return complain_type(json, wrong, field);
  if ((field->type & RELATA_JSON_ITEM) != 0) {
    *(const cJSON **)slot = item;
    return TRUE;
  }
  switch (type) {
  case RELATA_JSON_ID:
    if (!relata_name_is_id(item->valuestring)) {
      relata_json_complain(json, item, "wrong-value", NULL, "\"%s\" must be %s", field->key, expected[type]);
      return FALSE;
    }
    *(const char **)slot = item->valuestring;
    return TRUE;
  case RELATA_JSON_STRING:
    *(const char **)slot = item->valuestring;
    return TRUE;
  case RELATA_JSON_DATE:
    store_date(json, item, field, slot);
    return TRUE;
  case RELATA_JSON_WORD:
    return store_word(json, item, field, slot);
  case RELATA_JSON_BOOLEAN:
    *(gboolean *)slot = cJSON_IsTrue(item) ? TRUE : FALSE;
    return TRUE;
  case RELATA_JSON_NUMBER:
    *(double *)slot = item->valuedouble;
    return TRUE;
  case RELATA_JSON_COUNT:
    return store_count(json, item, field, slot);
  case RELATA_JSON_STRINGS:
  case RELATA_JSON_SPEAKERS:
  case RELATA_JSON_STRING_MAP:
  case RELATA_JSON_ARRAY:
  case RELATA_JSON_OBJECT:
  case RELATA_JSON_ANY:
  default:
    *(const cJSON **)slot = item;
    return TRUE;
  }
}

/* Returns the row of a key. The search begins after the row found last, because most files keep one order. */
static guint
find_row(const RelataJsonField *fields, guint n, const char *key, guint begin)
{
  for (guint i = 0; i < n; i++) {
    const guint row = begin + i < n ? begin + i : begin + i - n;
    if (fields[row].key[0] == key[0] && strcmp(fields[row].key, key) == 0)
      return row;
  }
  return n;
}

gboolean
relata_json_fill(RelataJson *json, const cJSON *object, const char *what, const RelataJsonField *fields,
                 void *target)
{
  if (!cJSON_IsObject(object)) {
    relata_json_complain(json, object, "wrong-type", NULL, "%s must be an object, not %s", what,
                         kind_of(object));
    return FALSE;
  }
  guint n = 0;
  while (fields[n].key != NULL)
    n++;
  gboolean good = TRUE;
  g_autoptr(GPtrArray) unknown = NULL;
  guint64 seen = 0;
  guint next = 0;
  for (const cJSON *member = object->child; member != NULL; member = member->next) {
    const guint row = find_row(fields, n, member->string, next);
    if (row == n) {
      if (unknown == NULL)
        unknown = g_ptr_array_new();
      g_ptr_array_add(unknown, (gpointer)member);
      continue;
    }
    seen |= relata_json_bit(row);
    next = row + 1;
    good &= relata_json_take(json, member, &fields[row], (char *)target + fields[row].offset);
  }
  if (unknown != NULL) {
    seen = relata_json_complain_unknown(json, unknown, what, fields, seen);
    good = FALSE;
  }
  for (guint row = 0; row < n; row++)
    if (fields[row].required && !(seen & relata_json_bit(row))) {
      relata_json_complain(json, object, "missing-key", NULL, "%s needs a key \"%s\"", what, fields[row].key);
      good = FALSE;
    }
  return good;
}
