/* SPDX-License-Identifier: GPL-2.0-or-later */
/* FollowTheMoney's schemata: what an entity of each is to relata. The facts are in
 * data/mappings/ftm.types.json. */
#ifndef RELATA_READ_REGISTRY_FTM_MODEL_H
#define RELATA_READ_REGISTRY_FTM_MODEL_H

#include "read/vocabulary.h"

G_BEGIN_DECLS

/* What becomes of an entity. */
typedef enum {
  RELATA_FTM_ACTOR,     /* descends from Thing, or is of a schema that is not known */
  RELATA_FTM_BYSTANDER, /* an address, a document or a note: an actor only where something is related to it */
  RELATA_FTM_EVENT,
  RELATA_FTM_SANCTION,
  RELATA_FTM_EDGE,
  RELATA_FTM_OTHER /* neither an actor nor a relation: a passport */
} RelataFtmKind;

/* A property of a schema, its own or inherited. */
typedef struct {
  const char *name;
  const char *range;   /* the schema of the entities that it names; NULL: it holds values */
  const char *reverse; /* the same from the other side: "paymentPayer" of "payer" */
} RelataFtmSlot;

typedef struct {
  const char *name;
  RelataFtmKind kind;
  const char *source, *target; /* the properties that are the ends of an edge; NULL where it is none */
  gboolean directed;
  GPtrArray *caption; /* of const char *: the properties that may be its name, the best first */
  GPtrArray *slots;   /* of RelataFtmSlot, own first; owned */
  GHashTable *by_name;
  GHashTable *above; /* the names of the schemata from which it descends, its own among them */
} RelataFtmSchema;

typedef struct RelataFtmModel RelataFtmModel;

/* Makes the table out of the vocabulary "ftm", which must live as long. */
RelataFtmModel *relata_ftm_model_new(const RelataVocabulary *vocabulary);
void relata_ftm_model_free(RelataFtmModel *model);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataFtmModel, relata_ftm_model_free)

/* Returns a schema, or NULL where it is not known. O(1), but O(its properties) when it is first asked for. */
const RelataFtmSchema *relata_ftm_schema(const RelataFtmModel *model, const char *name);
/* Returns what entities of the schema are; schema may be NULL. */
RelataFtmKind relata_ftm_kind(const RelataFtmSchema *schema);
/* Returns whether a schema is another or descends from it. */
gboolean relata_ftm_is(const RelataFtmSchema *schema, const char *other);
/* Returns a property of the schema, or NULL. */
const RelataFtmSlot *relata_ftm_slot(const RelataFtmSchema *schema, const char *name);
/* Returns the property of the schema that is called so from the other side, or NULL. O(properties) */
const RelataFtmSlot *relata_ftm_slot_reverse(const RelataFtmSchema *schema, const char *reverse);

G_END_DECLS

#endif
