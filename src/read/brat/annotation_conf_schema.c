/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Uses annotation.conf as the schema of a corpus that has no other. */
#include "read/brat/annotation_conf.h"

#include "corpus/schema_internal.h"

#include "text/name.h"

#include <string.h>

/* Returns whether a type was declared by brat's files rather than by a schema. */
static gboolean
is_from_brat(const RelataPlace *where)
{
  static const char *const endings[] = {"annotation.conf", ".ann", ".a1", ".a2"};
  for (guint i = 0; where->file != NULL && i < G_N_ELEMENTS(endings); i++)
    if (g_str_has_suffix(where->file, endings[i]))
      return TRUE;
  return FALSE;
}

typedef enum { UNDECLARED, BY_BRAT, BY_SCHEMA } Declared;

/* Finds who declares the types of a table. A schema is read first, so any types that it declares come
 * first. */
/* GUESS: what is read off the name of a type that is declared here, for annotation.conf says no more. */
#define DEFINE_DECLARED(Type, name, SECTION, GUESS)                                                          \
  static Declared declared_##name(const RelataSchema *schema)                                                \
  {                                                                                                          \
    const GArray *types = relata_schema_##name##s(schema);                                                   \
    for (guint i = 0; i < types->len; i++)                                                                   \
      if (g_array_index(types, Type, i).declared)                                                            \
        return is_from_brat(&g_array_index(types, Type, i).where) ? BY_BRAT : BY_SCHEMA;                     \
    return UNDECLARED;                                                                                       \
  }                                                                                                          \
  guint relata_annotation_conf_use_##name(RelataSchema *schema, guint declared, const char *type_name,       \
                                          RelataPlace where)                                                 \
  {                                                                                                          \
    const guint known = relata_schema_find_##name(schema, type_name);                                        \
    if (known != RELATA_NONE && relata_schema_##name(schema, known)->declared)                               \
      return known;                                                                                          \
    if ((declared & RELATA_CONF_ANY_OF(SECTION)) != 0)                                                       \
      relata_schema_declare_##name(schema, type_name, where);                                                \
    return GUESS(schema, relata_schema_use_##name(schema, type_name, where));                                \
  }

#define NO_GUESS(schema, type) (type)

static guint
guess_kind(RelataSchema *schema, guint relation)
{
  relata_schema_guess_kind(schema, relation);
  return relation;
}

DEFINE_DECLARED(RelataActorType, actor_type, RELATA_CONF_ENTITIES, NO_GUESS)
DEFINE_DECLARED(RelataRelationType, relation_type, RELATA_CONF_RELATIONS, guess_kind)
DEFINE_DECLARED(RelataEventType, event_type, RELATA_CONF_EVENTS, NO_GUESS)

static const RelataConfType *
type_at(const RelataAnnotationConf *conf, RelataConfSection section, guint index)
{
  return g_ptr_array_index(conf->types[section], index);
}

static void
declare_entities(const RelataAnnotationConf *conf, RelataSchema *schema)
{
  for (guint i = 0; i < conf->types[RELATA_CONF_ENTITIES]->len; i++) {
    const RelataConfType *entity = type_at(conf, RELATA_CONF_ENTITIES, i);
    if (relata_schema_find_mark(schema, entity->id) != RELATA_NONE)
      continue;
    guint parent = RELATA_NONE;
    if (entity->parent != RELATA_NONE)
      parent = relata_schema_find_actor_type(schema, type_at(conf, RELATA_CONF_ENTITIES, entity->parent)->id);
    RelataActorType *type = relata_schema_declare_actor_type(schema, entity->name, entity->where);
    if (type != NULL)
      type->parent = parent;
  }
}

static void
declare_relations(const RelataAnnotationConf *conf, RelataSchema *schema)
{
  for (guint i = 0; i < conf->types[RELATA_CONF_RELATIONS]->len; i++) {
    const RelataConfType *relation = type_at(conf, RELATA_CONF_RELATIONS, i);
    if (strcmp(relation->id, "equiv") == 0) /* says that two marks are one, not how two are related */
      continue;
    guint parent = RELATA_NONE;
    if (relation->parent != RELATA_NONE)
      parent = relata_schema_find_relation_type(schema,
                                                type_at(conf, RELATA_CONF_RELATIONS, relation->parent)->id);
    RelataRelationType *type = relata_schema_declare_relation_type(schema, relation->id, relation->where);
    if (type == NULL)
      continue;
    guess_kind(schema, relata_schema_find_relation_type(schema, relation->id));
    type->parent = parent;
    type->symmetric = relation->symmetric;
    if (relation->symmetric)
      type->inverse = type->label;
  }
}

guint
relata_annotation_conf_declare(const RelataAnnotationConf *conf, RelataSchema *schema)
{
  static const char *const dates[] = {"date", "time"};
  guint declared = 0;
  if (conf == NULL)
    return 0;
  if (declared_actor_type(schema) != BY_SCHEMA) {
    for (guint i = 0; i < G_N_ELEMENTS(dates); i++) {
      const RelataConfType *date = relata_annotation_conf_find(conf, RELATA_CONF_ENTITIES, dates[i]);
      if (date != NULL && relata_schema_find_mark(schema, dates[i]) == RELATA_NONE)
        relata_schema_declare_mark(schema, dates[i], RELATA_MARK_WHEN, date->where);
    }
    declare_entities(conf, schema);
    relata_schema_set_open(schema, RELATA_OPEN_ACTOR_TYPES);
    declared |= RELATA_CONF_ANY_OF(RELATA_CONF_ENTITIES);
  }
  if (declared_relation_type(schema) != BY_SCHEMA) {
    declare_relations(conf, schema);
    relata_schema_set_open(schema, RELATA_OPEN_RELATION_TYPES);
    /* Where only Equiv is listed, no relation is declared, so that events may still give relations
     * named like them. */
    if (declared_relation_type(schema) == BY_BRAT)
      declared |= RELATA_CONF_ANY_OF(RELATA_CONF_RELATIONS);
  }
  if (declared_event_type(schema) != BY_SCHEMA) {
    for (guint i = 0; i < conf->types[RELATA_CONF_EVENTS]->len; i++) {
      const RelataConfType *event = type_at(conf, RELATA_CONF_EVENTS, i);
      if (relata_schema_find_measure(schema, event->id) == RELATA_NONE)
        relata_schema_declare_event_type(schema, event->id, event->where);
    }
    relata_schema_set_open(schema, RELATA_OPEN_EVENT_TYPES);
    declared |= RELATA_CONF_ANY_OF(RELATA_CONF_EVENTS);
  }
  return declared;
}
