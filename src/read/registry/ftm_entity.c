/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/registry/ftm_entity.h"

#include <string.h>

/* Most entities have few and short values. */
#define CHUNK 512
#define FEW   16

static void
clear_value(gpointer data)
{
  g_clear_pointer(&((RelataFtmValue *)data)->datasets, g_ptr_array_unref);
}

static void
clear_property(gpointer data)
{
  RelataFtmProperty *property = data;
  g_array_unref(property->values);
  g_clear_pointer(&property->known, g_hash_table_unref);
}

RelataFtmEntity *
relata_ftm_entity_new(const char *id, RelataPlace where)
{
  RelataFtmEntity *entity = g_new0(RelataFtmEntity, 1);
  entity->strings = g_string_chunk_new(CHUNK);
  entity->id = g_string_chunk_insert(entity->strings, id);
  entity->properties = g_array_new(FALSE, TRUE, sizeof(RelataFtmProperty));
  g_array_set_clear_func(entity->properties, clear_property);
  entity->by_name = g_hash_table_new(g_str_hash, g_str_equal);
  entity->datasets = g_ptr_array_new();
  entity->referents = g_ptr_array_new();
  entity->where = where;
  return entity;
}

void
relata_ftm_entity_free(RelataFtmEntity *entity)
{
  if (entity == NULL)
    return;
  g_array_unref(entity->properties);
  g_hash_table_unref(entity->by_name);
  g_ptr_array_unref(entity->datasets);
  g_ptr_array_unref(entity->referents);
  g_string_chunk_free(entity->strings);
  g_free(entity);
}

static RelataFtmProperty *
find_property(const RelataFtmEntity *entity, const char *name)
{
  const guint index = GPOINTER_TO_UINT(g_hash_table_lookup(entity->by_name, name));
  return index > 0 ? &g_array_index(entity->properties, RelataFtmProperty, index - 1) : NULL;
}

static RelataFtmProperty *
add_property(RelataFtmEntity *entity, const char *name)
{
  const RelataFtmProperty added = {name, g_array_new(FALSE, FALSE, sizeof(RelataFtmValue)), NULL, FALSE};
  g_array_set_clear_func(added.values, clear_value);
  g_array_append_val(entity->properties, added);
  g_hash_table_insert(entity->by_name, (gpointer)name, GUINT_TO_POINTER(entity->properties->len));
  return &g_array_index(entity->properties, RelataFtmProperty, entity->properties->len - 1);
}

static RelataFtmValue *
find_value(const RelataFtmProperty *property, const char *text)
{
  if (property->known != NULL) {
    const guint index = GPOINTER_TO_UINT(g_hash_table_lookup(property->known, text));
    return index > 0 ? &g_array_index(property->values, RelataFtmValue, index - 1) : NULL;
  }
  for (guint i = 0; i < property->values->len; i++)
    if (strcmp(g_array_index(property->values, RelataFtmValue, i).text, text) == 0)
      return &g_array_index(property->values, RelataFtmValue, i);
  return NULL;
}

static RelataFtmValue *
add_value(RelataFtmEntity *entity, RelataFtmProperty *property, const char *text)
{
  const RelataFtmValue added = {g_string_chunk_insert(entity->strings, text), NULL};
  GArray *values = property->values;
  g_array_append_val(values, added);
  if (values->len == FEW) {
    property->known = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i + 1 < values->len; i++)
      g_hash_table_insert(property->known, (gpointer)g_array_index(values, RelataFtmValue, i).text,
                          GUINT_TO_POINTER(i + 1));
  }
  if (property->known != NULL)
    g_hash_table_insert(property->known, (gpointer)added.text, GUINT_TO_POINTER(values->len));
  return &g_array_index(values, RelataFtmValue, values->len - 1);
}

void
relata_ftm_entity_add(RelataFtmEntity *entity, const char *name, const char *text, const char *dataset)
{
  RelataFtmProperty *property = find_property(entity, name);
  if (property == NULL)
    property = add_property(entity, name);
  RelataFtmValue *value = find_value(property, text);
  if (value == NULL) {
    value = add_value(entity, property, text);
    value->datasets = dataset != NULL ? g_ptr_array_new() : NULL;
  } else if (dataset == NULL) {
    g_clear_pointer(&value->datasets, g_ptr_array_unref);
  }
  if (value->datasets != NULL && !g_ptr_array_find(value->datasets, dataset, NULL))
    g_ptr_array_add(value->datasets, (gpointer)dataset);
}

void
relata_ftm_entity_add_dataset(RelataFtmEntity *entity, const char *dataset)
{
  if (!g_ptr_array_find(entity->datasets, dataset, NULL))
    g_ptr_array_add(entity->datasets, (gpointer)dataset);
}

void
relata_ftm_entity_add_referent(RelataFtmEntity *entity, const char *referent)
{
  if (strcmp(referent, entity->id) != 0 &&
      !g_ptr_array_find_with_equal_func(entity->referents, referent, g_str_equal, NULL))
    g_ptr_array_add(entity->referents, g_string_chunk_insert(entity->strings, referent));
}

const GArray *
relata_ftm_values(const RelataFtmEntity *entity, const char *name)
{
  RelataFtmProperty *property = find_property(entity, name);
  if (property == NULL)
    return NULL;
  property->used = TRUE;
  return property->values;
}

const char *
relata_ftm_value(const RelataFtmEntity *entity, const char *name)
{
  const GArray *values = relata_ftm_values(entity, name);
  return values != NULL ? g_array_index(values, RelataFtmValue, 0).text : NULL;
}
