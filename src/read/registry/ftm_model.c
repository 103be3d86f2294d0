/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/registry/ftm_model.h"

#include <cJSON.h>
#include <string.h>

struct RelataFtmModel {
  const cJSON *all;     /* the records of the schemata */
  GHashTable *schemata; /* name → RelataFtmSchema, owned: those that were asked for */
};

static void
free_schema(gpointer data)
{
  RelataFtmSchema *schema = data;
  g_ptr_array_unref(schema->caption);
  g_ptr_array_unref(schema->slots);
  g_hash_table_unref(schema->by_name);
  g_hash_table_unref(schema->above);
  g_free(schema);
}

static const char *
word(const cJSON *record, const char *key)
{
  return cJSON_GetStringValue(relata_json_member(record, key));
}

static void
add_slot(RelataFtmSchema *schema, const char *name, const char *range, const char *reverse)
{
  if (g_hash_table_contains(schema->by_name, name))
    return;
  RelataFtmSlot *slot = g_new(RelataFtmSlot, 1);
  *slot = (RelataFtmSlot){name, range, reverse};
  g_ptr_array_add(schema->slots, slot);
  g_hash_table_insert(schema->by_name, (gpointer)name, slot);
}

static const cJSON *
first_of(const cJSON *record, const char *key)
{
  const cJSON *list = relata_json_member(record, key);
  return list != NULL ? list->child : NULL;
}

/* Adds what the record of a schema says, and those above it. */
static void
inherit(RelataFtmSchema *schema, const cJSON *all, const char *name)
{
  const cJSON *record = relata_json_member(all, name);
  if (record == NULL || !g_hash_table_add(schema->above, (gpointer)name))
    return;
  for (const cJSON *value = first_of(record, "values"); value != NULL; value = value->next)
    add_slot(schema, value->valuestring, NULL, NULL);
  for (const cJSON *entity = first_of(record, "entities"); entity != NULL; entity = entity->next)
    add_slot(schema, entity->string, entity->child->valuestring, entity->child->next->valuestring);
  for (const cJSON *value = first_of(record, "caption"); value != NULL; value = value->next)
    g_ptr_array_add(schema->caption, value->valuestring);
  for (const cJSON *above = first_of(record, "extends"); above != NULL; above = above->next)
    inherit(schema, all, above->valuestring);
}

/* The first that a schema descends from decides. */
static RelataFtmKind
kind_of(const RelataFtmSchema *schema)
{
  static const struct {
    const char *above;
    RelataFtmKind kind;
  } kinds[] = {{"Address", RELATA_FTM_BYSTANDER}, {"Document", RELATA_FTM_BYSTANDER},
               {"Note", RELATA_FTM_BYSTANDER},    {"Event", RELATA_FTM_EVENT},
               {"Sanction", RELATA_FTM_SANCTION}, {"Thing", RELATA_FTM_ACTOR}};
  if (schema->source != NULL)
    return RELATA_FTM_EDGE;
  for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
    if (relata_ftm_is(schema, kinds[i].above))
      return kinds[i].kind;
  return RELATA_FTM_OTHER;
}

RelataFtmModel *
relata_ftm_model_new(const RelataVocabulary *vocabulary)
{
  RelataFtmModel *model = g_new0(RelataFtmModel, 1);
  model->all = relata_vocabulary_part(vocabulary, "schemata");
  model->schemata = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_schema);
  return model;
}

void
relata_ftm_model_free(RelataFtmModel *model)
{
  if (model == NULL)
    return;
  g_hash_table_unref(model->schemata);
  g_free(model);
}

static const RelataFtmSchema *
add_schema(const RelataFtmModel *model, const cJSON *record)
{
  RelataFtmSchema *schema = g_new0(RelataFtmSchema, 1);
  schema->name = record->string;
  schema->source = word(record, "source");
  schema->target = word(record, "target");
  schema->directed = cJSON_IsTrue(relata_json_member(record, "directed"));
  schema->caption = g_ptr_array_new();
  schema->slots = g_ptr_array_new_with_free_func(g_free);
  schema->by_name = g_hash_table_new(g_str_hash, g_str_equal);
  schema->above = g_hash_table_new(g_str_hash, g_str_equal);
  inherit(schema, model->all, record->string);
  schema->kind = kind_of(schema);
  g_hash_table_insert(model->schemata, record->string, schema);
  return schema;
}

const RelataFtmSchema *
relata_ftm_schema(const RelataFtmModel *model, const char *name)
{
  const RelataFtmSchema *known = name != NULL ? g_hash_table_lookup(model->schemata, name) : NULL;
  const cJSON *record = name != NULL && known == NULL ? relata_json_member(model->all, name) : NULL;
  return record != NULL ? add_schema(model, record) : known;
}

RelataFtmKind
relata_ftm_kind(const RelataFtmSchema *schema)
{
  return schema != NULL ? schema->kind : RELATA_FTM_ACTOR;
}

gboolean
relata_ftm_is(const RelataFtmSchema *schema, const char *other)
{
  return schema != NULL && g_hash_table_contains(schema->above, other);
}

const RelataFtmSlot *
relata_ftm_slot(const RelataFtmSchema *schema, const char *name)
{
  return schema != NULL ? g_hash_table_lookup(schema->by_name, name) : NULL;
}

const RelataFtmSlot *
relata_ftm_slot_reverse(const RelataFtmSchema *schema, const char *reverse)
{
  for (guint i = 0; schema != NULL && i < schema->slots->len; i++) {
    const RelataFtmSlot *slot = g_ptr_array_index(schema->slots, i);
    if (g_strcmp0(slot->reverse, reverse) == 0)
      return slot;
  }
  return NULL;
}
