/* SPDX-License-Identifier: GPL-2.0-or-later */
/* brat's annotation.conf: which types of entities, relations, events and attributes there are, and what may
 * be an argument of what. https://brat.nlplab.org/configuration.html */
#ifndef RELATA_READ_ANNOTATION_CONF_H
#define RELATA_READ_ANNOTATION_CONF_H

#include "corpus/diagnostics.h"
#include "corpus/schema.h"

#include <glib.h>

G_BEGIN_DECLS

/* A larger file is no configuration. */
#define RELATA_MAX_CONF_BYTES ((gsize)1 << 20)

typedef enum {
  RELATA_CONF_ENTITIES,
  RELATA_CONF_RELATIONS,
  RELATA_CONF_EVENTS,
  RELATA_CONF_ATTRIBUTES,
  RELATA_N_CONF_SECTIONS
} RelataConfSection;

/* <ENTITY>, <RELATION>, <EVENT>: any type of a section, as bits; <ANY> is all of them. */
#define RELATA_CONF_ANY_OF(section) (1u << (section))

/* What may stand for one role, and how often it may be filled: "Theme*:Protein|<EVENT>". For Value of an
 * attribute, the values. */
typedef struct {
  char *role;
  guint least, most; /* most: G_MAXUINT for no limit */
  guint any_of;
  GHashTable *types; /* a set of type ids (relata_name_type_id) */
} RelataConfArgument;

typedef struct {
  char *name;   /* as written, "Armed_group" */
  char *id;     /* "armed-group" */
  guint parent; /* index in the same section, or RELATA_NONE */
  gboolean symmetric;
  gboolean generic;     /* "!Type": only a heading for its kinds */
  guint next;           /* the next type of the same name, as relations may have, or RELATA_NONE */
  GPtrArray *arguments; /* of RelataConfArgument */
  RelataPlace where;
} RelataConfType;

typedef struct {
  GPtrArray *types[RELATA_N_CONF_SECTIONS];  /* of RelataConfType, in the order written */
  GHashTable *by_id[RELATA_N_CONF_SECTIONS]; /* id → index + 1 of the first of that name */
} RelataAnnotationConf;

/* Never fails: what cannot be understood is said and left out. shown is borrowed. O(n), where a list of types
 * that is used through a macro counts each time, up to a limit that is said. */
RelataAnnotationConf *relata_annotation_conf_parse(const char *bytes, gsize n, const char *shown,
                                                   RelataDiagnostics *diagnostics);
void relata_annotation_conf_free(RelataAnnotationConf *conf);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataAnnotationConf, relata_annotation_conf_free)

/* The first type of that name (folded), or NULL. */
const RelataConfType *relata_annotation_conf_find(const RelataAnnotationConf *conf, RelataConfSection section,
                                                  const char *name);
/* "did you mean 'X'?", with the type of the section that is nearest in name; NULL when none is near. Newly
 * allocated. */
char *relata_annotation_conf_hint(const RelataAnnotationConf *conf, RelataConfSection section,
                                  const char *name);

/* Whether the argument takes a type of the section, itself or as a kind of one that it takes. */
gboolean relata_conf_argument_takes(const RelataAnnotationConf *conf, const RelataConfArgument *argument,
                                    RelataConfSection section, const char *name);

/* Declares the types in the schema, section by section, where nothing but other annotation.conf files
 * declares any: a schema.json knows better. Returns the sections that it declared (RELATA_CONF_ANY_OF). In
 * these, a type that annotations use but no file lists is to be declared along with them by
 * relata_annotation_conf_use_*(): a corpus without a schema takes its types from the data as well. conf may
 * be NULL: nothing is declared. */
guint relata_annotation_conf_declare(const RelataAnnotationConf *conf, RelataSchema *schema);

/* As relata_schema_use_*(), for annotations; `declared` is what relata_annotation_conf_declare() returned. */
guint relata_annotation_conf_use_actor_type(RelataSchema *schema, guint declared, const char *name,
                                            RelataPlace where);
guint relata_annotation_conf_use_relation_type(RelataSchema *schema, guint declared, const char *name,
                                               RelataPlace where);
guint relata_annotation_conf_use_event_type(RelataSchema *schema, guint declared, const char *name,
                                            RelataPlace where);

G_END_DECLS

#endif
