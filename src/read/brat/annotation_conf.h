/* SPDX-License-Identifier: GPL-2.0-or-later */
/* brat's annotation.conf lists the types of entities, relations, events and attributes, and what may be an
 * argument of what. https://brat.nlplab.org/configuration.html */
#ifndef RELATA_READ_BRAT_ANNOTATION_CONF_H
#define RELATA_READ_BRAT_ANNOTATION_CONF_H

#include "corpus/corpus.h"
#include "read/input.h"

#include <glib.h>

G_BEGIN_DECLS

#define RELATA_CONF_NAME "annotation.conf"
/* Larger files are refused. */
#define RELATA_MAX_CONF_BYTES ((gsize)1 << 20)

typedef enum {
  RELATA_CONF_ENTITIES,
  RELATA_CONF_RELATIONS,
  RELATA_CONF_EVENTS,
  RELATA_CONF_ATTRIBUTES,
  RELATA_N_CONF_SECTIONS
} RelataConfSection;

/* The bit of <ENTITY>, <RELATION> or <EVENT>, which mean any type of a section; <ANY> sets all bits. */
#define RELATA_CONF_ANY_OF(section) (1u << (section))

/* What may fill one role, and how often: "Theme*:Protein|<EVENT>". For the Value of an attribute, its
 * values. */
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
  gboolean generic;     /* "!Type": only a heading for its subtypes */
  guint next;           /* the next type of the same name (relations may have several), or RELATA_NONE */
  GPtrArray *arguments; /* of RelataConfArgument */
  RelataPlace where;
} RelataConfType;

typedef struct {
  GPtrArray *types[RELATA_N_CONF_SECTIONS];  /* of RelataConfType, in the order written */
  GHashTable *by_id[RELATA_N_CONF_SECTIONS]; /* id → index + 1 of the first type of that name */
} RelataAnnotationConf;

/* Parses the file. It never fails: it reports and skips what it cannot understand. shown is borrowed. O(n),
 * where a list of types counts again each time that a macro uses it. The sum of these has a limit; lists
 * beyond it are reported. */
RelataAnnotationConf *relata_annotation_conf_parse(const char *bytes, gsize n, const char *shown,
                                                   RelataDiagnostics *diagnostics);
/* Returns the configuration that holds for a document: that of its folder, else of the nearest folder above.
 * NULL where there is none. Its errors are reported when it is read as a file of its own, but what cannot be
 * read is reported here too: it may lie above what is read. */
RelataAnnotationConf *relata_annotation_conf_nearest(RelataCorpus *corpus, const RelataInput *input,
                                                     RelataDiagnostics *diagnostics);
void relata_annotation_conf_free(RelataAnnotationConf *conf);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataAnnotationConf, relata_annotation_conf_free)

/* Returns the first type with that name (folded), or NULL. */
const RelataConfType *relata_annotation_conf_find(const RelataAnnotationConf *conf, RelataConfSection section,
                                                  const char *name);
/* Returns "did you mean 'X'?" with the type of the section whose name is nearest; NULL when none is near.
 * Newly allocated. */
char *relata_annotation_conf_hint(const RelataAnnotationConf *conf, RelataConfSection section,
                                  const char *name);

/* Returns whether the argument accepts a type of the section, directly or because it accepts an
 * ancestor of it. */
gboolean relata_conf_argument_takes(const RelataAnnotationConf *conf, const RelataConfArgument *argument,
                                    RelataConfSection section, const char *name);

/* Declares the types in the schema, section by section, but only in sections where nothing other than
 * annotation.conf files declares any: a schema.json takes precedence. Returns the sections that it declared
 * (RELATA_CONF_ANY_OF). In these, relata_annotation_conf_use_*() must also declare types that annotations use
 * but no file lists, because a corpus without a schema takes its types from the data as well. conf may be
 * NULL; then nothing is declared. */
guint relata_annotation_conf_declare(const RelataAnnotationConf *conf, RelataSchema *schema);

/* Do the same as relata_schema_use_*(), for annotations; `declared` is what
 * relata_annotation_conf_declare() returned. */
guint relata_annotation_conf_use_actor_type(RelataSchema *schema, guint declared, const char *name,
                                            RelataPlace where);
guint relata_annotation_conf_use_relation_type(RelataSchema *schema, guint declared, const char *name,
                                               RelataPlace where);
guint relata_annotation_conf_use_event_type(RelataSchema *schema, guint declared, const char *name,
                                            RelataPlace where);

G_END_DECLS

#endif
