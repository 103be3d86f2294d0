/* SPDX-License-Identifier: GPL-2.0-or-later */
/* CAS JSON 0.4.0, as INCEpTION and dkpro-cassis write it: types, feature structures (a list, or by their ids)
 * and views. A reference is a member whose name begins with "@". The types are not needed: what is read
 * follows from the structures. */
#include "read/json/json_loose.h"
#include "read/readers.h"
#include "read/annotation/uima.h"

#include <cJSON.h>

#define STRUCTURES "%FEATURE_STRUCTURES"

gboolean
relata_uima_json_recognises(const RelataInput *input)
{
  static const char *const keys[] = {"%TYPES", STRUCTURES, "%VIEWS", NULL};
  return relata_json_peek(input->bytes, input->n, keys) != NULL;
}

/* Adds the words of an array, each as a value of its own: they may hold blanks. FALSE where it holds no
 * words. */
static gboolean
add_words(RelataUima *uima, const cJSON *array, const char *name)
{
  if (!cJSON_IsArray(array) || !cJSON_IsString(array->child))
    return FALSE;
  for (const cJSON *element = array->child; element != NULL; element = element->next)
    relata_uima_add(uima, name, cJSON_GetStringValue(element));
  return TRUE;
}

/* Returns a value as the model has it, of an array the ids in it; NULL where it has none. Newly allocated. */
static char *
value_of(const RelataJson *json, const cJSON *item)
{
  if (cJSON_IsString(item))
    return g_strdup(item->valuestring);
  if (cJSON_IsNumber(item))
    return relata_json_number(json, item);
  if (cJSON_IsBool(item))
    return g_strdup(cJSON_IsTrue(item) ? "true" : "false");
  if (!cJSON_IsArray(item))
    return NULL;
  GString *list = g_string_new(NULL);
  for (const cJSON *element = item->child; element != NULL; element = element->next) {
    g_autofree char *value = cJSON_IsArray(element) ? NULL : value_of(json, element);
    if (value != NULL && *value != '\0')
      g_string_append_printf(list, "%s%s", list->len > 0 ? " " : "", value);
  }
  return g_string_free(list, FALSE);
}

/* Adds a structure; key is its id where it is the member of an object, else NULL. */
static void
add_structure(RelataUima *uima, RelataJson *json, const cJSON *item, const char *key)
{
  const cJSON *type = cJSON_IsObject(item) ? relata_json_member(item, "%TYPE") : NULL;
  const char *type_name = cJSON_GetStringValue(type);
  if (type_name == NULL) {
    relata_json_complain(json, item, "missing-key", NULL,
                         "a feature structure must be an object with a \"%%TYPE\"");
    return;
  }
  const cJSON *number = relata_json_member(item, "%ID");
  g_autofree char *id = number != NULL ? value_of(json, number) : g_strdup(key);
  relata_uima_begin(uima, id, type_name, relata_json_place(json, item));
  for (const cJSON *member = item->child; member != NULL; member = member->next) {
    const char *name = member->string;
    name += *name == '@' || *name == '^' || *name == '#' ? 1 : 0;
    if (member == type || member == number || add_words(uima, member, name))
      continue;
    g_autofree char *value = value_of(json, member);
    relata_uima_add(uima, name, value);
  }
}

typedef struct {
  RelataUima *uima;
  RelataJson *json;
} Reading;

/* Adds the structures of a member: a list of them, or an object in which each has its id. */
static void
read_record(gpointer data, const char *key, const cJSON *record)
{
  const Reading *reading = data;
  if (g_strcmp0(key, STRUCTURES) != 0)
    return;
  const gboolean by_id = cJSON_IsObject(record) && relata_json_member(record, "%TYPE") == NULL;
  if (!by_id)
    add_structure(reading->uima, reading->json, record, NULL);
  for (const cJSON *member = by_id ? record->child : NULL; member != NULL; member = member->next)
    add_structure(reading->uima, reading->json, member, member->string);
}

gboolean
relata_uima_json_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                      GError **error)
{
  static const char *const keys[] = {STRUCTURES, NULL};
  g_autoptr(RelataJson) json = relata_json_new(input->shown, diagnostics);
  g_autoptr(RelataVocabulary) vocabulary = relata_vocabulary_new("uima", corpus, input);
  const RelataAnnotating annotating = {corpus, input, diagnostics, vocabulary};
  g_autoptr(RelataUima) uima = relata_uima_new(&annotating);
  Reading reading = {uima, json};
  relata_account_begin(input->account, "CAS JSON", "structure", "layer");
  if (!relata_json_each(input, json, keys, read_record, &reading, diagnostics, error))
    return FALSE;
  relata_uima_finish(uima, RELATA_UNIT_UTF16);
  return TRUE;
}
