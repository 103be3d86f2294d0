/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A document as INCEpTION and other UIMA tools have it (a CAS): feature structures, each of a type and with
 * named values, some of which refer to other structures. The formats that write it down (CAS JSON, XMI,
 * WebAnno TSV) only parse into this model; what becomes what is decided once, in uima_marks.c and
 * uima_claims.c. */
#ifndef RELATA_READ_ANNOTATION_UIMA_H
#define RELATA_READ_ANNOTATION_UIMA_H

#include "read/annotated.h"

G_BEGIN_DECLS

/* The types that readers must name themselves. */
#define RELATA_UIMA_SOFA     "uima.cas.Sofa"
#define RELATA_UIMA_SENTENCE "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"

/* A list of references is one value, with blanks between the ids. */
typedef struct {
  const char *name, *value;
} RelataUimaFeature;

/* What the values of one feature of a layer are. */
typedef struct {
  const char *name;
  gboolean links;  /* one of them refers to links */
  gboolean others; /* one of them does not */
} RelataUimaColumn;

/* A type of structures. What it is follows from what its structures hold, because XMI and TSV declare no
 * types. */
typedef struct {
  const char *name;      /* "webanno.custom.Person" */
  const char *shown;     /* "Person" */
  gboolean wanted;       /* its annotations are read, by its name or because the user says so */
  gboolean placed;       /* one of its structures has a place in the text */
  const char *from, *to; /* the features that name the ends, where it is a layer of relations; else NULL */
  const char *type;      /* the feature that says of what type a structure is; NULL: none */
  gboolean is_link;      /* its structures tie a role to a target, for a slot of another */
  gboolean is_host;      /* it has slots: its structures are events */
  gboolean is_chain;     /* its structures are links of chains of coreference */
  GArray *columns;       /* of RelataUimaColumn, in the order in which they came */
} RelataUimaLayer;

typedef struct {
  const char *id; /* never NULL */
  RelataUimaLayer *layer;
  gint64 begin, end; /* −1 where it has no place */
  const char *sofa;  /* the id of the text that it is in; NULL: not said */
  guint first, n;    /* its features */
  gboolean marked;   /* it is a mark that names an actor */
  RelataSpan span;   /* of sentences and hosts, while statements are made: their place in code points */
  guint event;       /* its event in the corpus, or RELATA_NONE */
  RelataPlace where;
} RelataUimaStructure;

typedef struct {
  RelataAnnotating reading;
  GStringChunk *strings;
  GArray *structures; /* of RelataUimaStructure */
  GArray *features;   /* of RelataUimaFeature, those of one structure side by side */
  GPtrArray *layers;  /* of RelataUimaLayer, in the order in which they came */
  GHashTable *layer_of;
  GHashTable *by_id; /* id → index + 1 */
} RelataUima;

/* Begins the model of a file. Borrows reading. */
RelataUima *relata_uima_new(const RelataAnnotating *reading);
void relata_uima_free(RelataUima *uima);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataUima, relata_uima_free)

/* Begins a structure. id: by which others refer to it; NULL: none does. Reports an id that is there already
 * [duplicate-id]; references mean the first then. */
void relata_uima_begin(RelataUima *uima, const char *id, const char *type, RelataPlace where);
/* Adds a feature to the structure that was begun last. "begin", "end" and "sofa" are its place. Features
 * without a value are left out: value may be NULL. */
void relata_uima_add(RelataUima *uima, const char *name, const char *value);

/* Once all is there: makes a document of the structures, with its mentions, claims and events. `unit` is what
 * begin and end count in. */
void relata_uima_finish(RelataUima *uima, RelataOffsetUnit unit);

/* ── For the files uima_*.c ── */

static inline RelataUimaStructure *
relata_uima_at(const RelataUima *uima, guint index)
{
  return &g_array_index(uima->structures, RelataUimaStructure, index);
}

/* Returns the structure of an id, or NULL. */
RelataUimaStructure *relata_uima_find(const RelataUima *uima, const char *id);
/* Returns the value of a feature, the first where it has several, or NULL. */
const char *relata_uima_value(const RelataUima *uima, const RelataUimaStructure *structure, const char *name);
/* Returns the words of a feature, the first where it has several, or NULL where it has none. */
const char *relata_uima_word(const RelataUima *uima, const RelataUimaStructure *structure, const char *name);
/* Returns the structures that a feature refers to, with arrays in between resolved; free with
 * g_ptr_array_unref(). What refers to nothing is left out. */
GPtrArray *relata_uima_referred(const RelataUima *uima, const RelataUimaStructure *structure,
                                const char *name);

/* Finds out what each layer is. */
void relata_uima_classify(RelataUima *uima);

/* Adds the marks: annotations of the layers that are read, and whatever a relation, a slot or a chain that is
 * read refers to. `sofa` is the text that they must be in. */
void relata_uima_mark(RelataUima *uima, RelataAnnotated *annotated, const char *sofa);
/* Says who is the same, once the marks are settled: whom one place names, and whom a chain does. */
void relata_uima_unite(const RelataUima *uima, const RelataAnnotated *annotated);

/* Adds the relations and events. `prefix` begins the ids of statements. */
void relata_uima_state(RelataUima *uima, RelataAnnotated *annotated, RelataOffsetUnit unit,
                       const char *prefix);

G_END_DECLS

#endif
