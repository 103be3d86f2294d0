/* SPDX-License-Identifier: GPL-2.0-or-later */
/* FollowTheMoney: entities in JSON, one a line or in an array, which may hold each other. */
#include "read/registry/ftm_entity.h"
#include "read/json/json_loose.h"
#include "read/readers.h"
#include "text/name.h"

#include <cJSON.h>
#include <string.h>

/* Keys of an entity that are told elsewhere. All others that are not read here are counted. */
static const char *const known_keys[] = {"id",       "schema",  "properties", "caption",
                                         "datasets", "dataset", "referents",  NULL};

gboolean
relata_ftm_recognises(const RelataInput *input)
{
  static const char *const other[] = {"relata", "kind", "type", "$schema", "objects", NULL};
  return relata_json_first_has(input, "properties") && relata_json_first_has(input, "id") &&
         !relata_json_first_has_any(input, other) && strstr(input->bytes, "\"schema\"") != NULL;
}

/* Returns an id of an entity, or NULL. */
static const char *
id_of(const cJSON *record)
{
  const char *id = cJSON_GetStringValue(relata_json_member(record, "id"));
  return id != NULL && relata_name_is_id(id) ? id : NULL;
}

static void
add_names(const RelataFtmReading *reading, RelataFtmEntity *entity, const cJSON *record)
{
  static const char *const datasets[] = {"datasets", "dataset"};
  for (guint i = 0; i < G_N_ELEMENTS(datasets); i++) {
    const cJSON *list = relata_json_member(record, datasets[i]);
    for (const cJSON *one = relata_json_first(list); one != NULL; one = relata_json_next(list, one))
      if (cJSON_IsString(one) && relata_name_is_id(one->valuestring))
        relata_ftm_entity_add_dataset(entity, relata_corpus_intern(reading->corpus, one->valuestring));
  }
  const cJSON *referents = relata_json_member(record, "referents");
  for (const cJSON *one = relata_json_first(referents); one != NULL; one = relata_json_next(referents, one))
    if (cJSON_IsString(one) && relata_name_is_id(one->valuestring))
      relata_ftm_entity_add_referent(entity, one->valuestring);
}

/* An entity within another one. */
typedef struct {
  RelataFtmReading *reading;
  RelataJson *json;
  const char *outer;         /* the id of the entity that holds it; NULL: it stands by itself */
  const char *property;      /* that holds it, where that says that it is the end of this one; else NULL */
  const GPtrArray *datasets; /* of the entity that holds it */
} Nesting;

static void read_entity(const Nesting *nesting, const cJSON *record);

/* Returns whether a property of an entity is that of an edge within it, seen from its end. */
static gboolean
is_reverse(const RelataFtmReading *reading, const RelataFtmEntity *entity, const char *property,
           const cJSON *inner)
{
  const RelataFtmSchema *own = relata_ftm_schema(reading->model, entity->schema);
  const RelataFtmSchema *schema =
      relata_ftm_schema(reading->model, relata_json_words(relata_json_member(inner, "schema")));
  return relata_ftm_slot(own, property) == NULL && relata_ftm_slot_reverse(schema, property) != NULL;
}

/* Adds a value of a property. An entity stands for its id, unless it is an edge that has the outer one as its
 * end. */
static void
add_value(const Nesting *nesting, RelataFtmEntity *entity, const cJSON *property, const cJSON *value)
{
  const RelataFtmReading *reading = nesting->reading;
  const char *text = cJSON_GetStringValue(value);
  g_autofree char *number = cJSON_IsNumber(value) ? relata_json_number(nesting->json, value) : NULL;
  if (cJSON_IsObject(value) && !is_reverse(reading, entity, property->string, value))
    text = id_of(value);
  else if (number != NULL)
    text = number;
  if (text != NULL && *text != '\0')
    relata_ftm_entity_add(entity, relata_corpus_intern(reading->corpus, property->string), text, NULL);
}

static void
add_properties(const Nesting *nesting, RelataFtmEntity *entity, const cJSON *properties)
{
  for (const cJSON *property = properties->child; property != NULL; property = property->next)
    for (const cJSON *value = relata_json_first(property); value != NULL;
         value = relata_json_next(property, value))
      add_value(nesting, entity, property, value);
}

/* Adds the entity that holds this one, where this is what relates it. */
static void
add_outer(const Nesting *nesting, RelataFtmEntity *entity)
{
  const RelataFtmSchema *schema = relata_ftm_schema(nesting->reading->model, entity->schema);
  const RelataFtmSlot *slot =
      nesting->property != NULL ? relata_ftm_slot_reverse(schema, nesting->property) : NULL;
  if (slot != NULL)
    relata_ftm_entity_add(entity, relata_corpus_intern(nesting->reading->corpus, slot->name), nesting->outer,
                          NULL);
  for (guint i = 0; entity->datasets->len == 0 && nesting->datasets != NULL && i < nesting->datasets->len;
       i++)
    relata_ftm_entity_add_dataset(entity, g_ptr_array_index(nesting->datasets, i));
}

static void
read_inner(const Nesting *nesting, const RelataFtmEntity *entity, const cJSON *properties)
{
  for (const cJSON *property = properties->child; property != NULL; property = property->next)
    for (const cJSON *value = relata_json_first(property); value != NULL;
         value = relata_json_next(property, value)) {
      if (!cJSON_IsObject(value) || relata_json_member(value, "properties") == NULL)
        continue;
      const gboolean reverse = is_reverse(nesting->reading, entity, property->string, value);
      const Nesting inner = {nesting->reading, nesting->json, entity->id, reverse ? property->string : NULL,
                             entity->datasets};
      read_entity(&inner, value);
    }
}

static void
count_keys(const RelataFtmReading *reading, const cJSON *record)
{
  for (const cJSON *member = record->child; member != NULL; member = member->next)
    if (!g_strv_contains(known_keys, member->string))
      relata_account_unused(reading->input->account, member->string);
}

static void
read_entity(const Nesting *nesting, const cJSON *record)
{
  RelataFtmReading *reading = nesting->reading;
  const cJSON *properties = relata_json_member(record, "properties");
  if (id_of(record) == NULL || !cJSON_IsObject(properties)) {
    relata_json_complain(nesting->json, record, "wrong-entity", NULL,
                         "an entity of FollowTheMoney has \"id\", \"schema\" and \"properties\"");
    return;
  }
  g_autoptr(RelataFtmEntity) entity =
      relata_ftm_entity_new(id_of(record), relata_json_place(nesting->json, record));
  entity->schema =
      relata_corpus_intern(reading->corpus, relata_json_words(relata_json_member(record, "schema")));
  entity->caption = relata_json_words(relata_json_member(record, "caption"));
  add_names(reading, entity, record);
  add_properties(nesting, entity, properties);
  add_outer(nesting, entity);
  count_keys(reading, record);
  relata_ftm_take(reading, entity);
  read_inner(nesting, entity, properties);
}

static void
read_record(gpointer reader, const char *key, const cJSON *record)
{
  (void)key;
  read_entity(reader, record);
}

gboolean
relata_ftm_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                GError **error)
{
  g_autoptr(RelataJson) json = relata_json_new(input->shown, diagnostics);
  RelataFtmReading reading = relata_ftm_begin(corpus, input, diagnostics);
  Nesting alone = {&reading, json, NULL, NULL, NULL};
  const gboolean good = relata_json_each(input, json, NULL, read_record, &alone, diagnostics, error);
  relata_ftm_end(&reading);
  return good;
}
