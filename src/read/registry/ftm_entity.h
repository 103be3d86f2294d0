/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An entity of FollowTheMoney, however it is written: in JSON, nested, or as statements. */
#ifndef RELATA_READ_REGISTRY_FTM_ENTITY_H
#define RELATA_READ_REGISTRY_FTM_ENTITY_H

#include "read/registry/ftm_model.h"

G_BEGIN_DECLS

/* A value, and who has it. */
typedef struct {
  const char *text;
  GPtrArray *datasets; /* of const char *, interned by the corpus; NULL: all those of the entity */
} RelataFtmValue;

typedef struct {
  const char *name;  /* interned by the corpus */
  GArray *values;    /* of RelataFtmValue, each once, in the order found */
  GHashTable *known; /* text → index + 1; NULL while there are few */
  gboolean used;     /* somebody asked for it */
} RelataFtmProperty;

/* Strings are the entity's own unless they are said to be interned. */
typedef struct {
  const char *id;
  const char *schema; /* interned by the corpus; NULL where none is written */
  const char *caption;
  GArray *properties;  /* of RelataFtmProperty, in the order found */
  GHashTable *by_name; /* name → index + 1 */
  GPtrArray *datasets; /* of const char *, interned by the corpus */
  GPtrArray *referents;
  GStringChunk *strings;
  RelataPlace where;
} RelataFtmEntity;

RelataFtmEntity *relata_ftm_entity_new(const char *id, RelataPlace where);
void relata_ftm_entity_free(RelataFtmEntity *entity);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataFtmEntity, relata_ftm_entity_free)

/* Adds a value, which a dataset has, or all of the entity's where that is NULL. Name and dataset must be
 * interned by the corpus. */
void relata_ftm_entity_add(RelataFtmEntity *entity, const char *name, const char *text, const char *dataset);
/* Adds a dataset (interned), or a referent, unless it is known. */
void relata_ftm_entity_add_dataset(RelataFtmEntity *entity, const char *dataset);
void relata_ftm_entity_add_referent(RelataFtmEntity *entity, const char *referent);

/* Return the values of a property (RelataFtmValue), NULL where there are none, and the text of the first, or
 * NULL. The property counts as used. Borrowed. */
const GArray *relata_ftm_values(const RelataFtmEntity *entity, const char *name);
const char *relata_ftm_value(const RelataFtmEntity *entity, const char *name);

/* What is read into. All but the tables is borrowed. */
typedef struct {
  RelataCorpus *corpus;
  const RelataInput *input;
  RelataDiagnostics *diagnostics;
  RelataVocabulary *vocabulary;
  RelataFtmModel *model;
  gboolean sourceless;     /* it was said that the entity that is being taken names no source */
  gboolean addresses;      /* addresses are actors */
  GHashTable *authorities; /* name → the actor + 1, of those who impose sanctions */
  GArray *unnamed;         /* of guint: actors without a name, as far as they were read */
  GHashTable *bystanders;  /* id → name, of those that are no actors unless something is related to them */
} RelataFtmReading;

RelataFtmReading relata_ftm_begin(RelataCorpus *corpus, const RelataInput *input,
                                  RelataDiagnostics *diagnostics);
/* Ends the reading: bystanders to whom something is related become actors. */
void relata_ftm_end(RelataFtmReading *reading);

/* Adds an entity to the corpus. */
void relata_ftm_take(RelataFtmReading *reading, const RelataFtmEntity *entity);

/* ── For the files that define it ── */

/* Declares the actor that an entity is. */
void relata_ftm_add_actor(RelataFtmReading *reading, const RelataFtmEntity *entity,
                          const RelataFtmSchema *schema);
/* Returns what the entity is called, or NULL; newly allocated. */
char *relata_ftm_name(const RelataFtmEntity *entity, const RelataFtmSchema *schema);
/* Returns "ftm:ID", interned. */
const char *relata_ftm_id(const RelataFtmReading *reading, const char *id);

/* Returns whether a property (NULL: one that is not known) of a thing relates it to actors. */
gboolean relata_ftm_relates(const RelataFtmReading *reading, const RelataFtmSlot *slot);

/* Adds what an entity states: the relations of an edge or a sanction, those that a thing's properties name,
 * an event. */
void relata_ftm_add_edge(RelataFtmReading *reading, const RelataFtmEntity *entity,
                         const RelataFtmSchema *schema);
void relata_ftm_add_sanction(RelataFtmReading *reading, const RelataFtmEntity *entity);
void relata_ftm_add_links(RelataFtmReading *reading, const RelataFtmEntity *entity,
                          const RelataFtmSchema *schema);
void relata_ftm_add_event(RelataFtmReading *reading, const RelataFtmEntity *entity,
                          const RelataFtmSchema *schema);

/* Returns the documents (guint) that state the two values of an entity, at least one: the pages that it names
 * as its sources, else its datasets, else the file. Either may be NULL. Free with g_array_unref(). */
GArray *relata_ftm_documents(RelataFtmReading *reading, const RelataFtmEntity *entity,
                             const RelataFtmValue *a, const RelataFtmValue *b);

G_END_DECLS

#endif
