/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The schema: which types of actors, relations, events and figures a corpus knows, and what they mean.
 *
 * A type that the data use but no schema declares also has a record, with `declared` FALSE: directed, sign 0,
 * labelled by its id, and an event unless its name is one of a state. Types are named by their index; ids are
 * lower case with dashes. */
#ifndef RELATA_CORPUS_SCHEMA_H
#define RELATA_CORPUS_SCHEMA_H

#include "corpus/diagnostics.h"

#include <glib.h>

RELATA_BEGIN_DECLS

#define RELATA_NONE G_MAXUINT /* means "no such index" everywhere */

typedef enum {
  RELATA_SHAPE_BOX,
  RELATA_SHAPE_ELLIPSE,
  RELATA_SHAPE_HEXAGON,
  RELATA_SHAPE_OCTAGON,
  RELATA_SHAPE_DIAMOND,
  RELATA_SHAPE_HOUSE,
  RELATA_SHAPE_CYLINDER,
  RELATA_SHAPE_NOTE,
  RELATA_SHAPE_FOLDER,
  RELATA_SHAPE_PARALLELOGRAM,
  RELATA_SHAPE_TRAPEZIUM,
  RELATA_SHAPE_PLAIN,
  RELATA_N_SHAPES
} RelataShape;

typedef enum {
  RELATA_LINE_UNSET,
  RELATA_LINE_SOLID,
  RELATA_LINE_DASHED,
  RELATA_LINE_DOTTED,
  RELATA_LINE_BOLD,
  RELATA_N_LINES
} RelataLine;

/* Names of the enumerators above, indexed by them ("box", "solid"; "" for UNSET). They end with NULL. */
extern const char *const relata_shape_names[RELATA_N_SHAPES + 1];
extern const char *const relata_line_names[RELATA_N_LINES + 1];

typedef struct {
  const char *id;
  const char *label;
  const char *plural; /* "armed groups"; the default is made of the label by rule */
  guint parent;       /* index of the type that this one is a kind of, or RELATA_NONE */
  RelataShape shape;
  gboolean declared;
  RelataPlace where;
} RelataActorType;

/* Where it comes from that a relation type is a state or an event. */
typedef enum {
  RELATA_KIND_SAID,    /* its declaration says so */
  RELATA_KIND_DEFAULT, /* its declaration says nothing, and so means a state */
  RELATA_KIND_GUESSED  /* its name was read: corpus/state_words.h */
} RelataKindFrom;

typedef struct {
  const char *id;
  const char *label;   /* "attacks" */
  const char *inverse; /* "is attacked by"; equal to label where symmetric */
  gboolean symmetric;
  gboolean symmetric_by_use; /* nobody says so but the first record that has it, which has no direction */
  gboolean event;            /* TRUE: happens once; FALSE: a state that lasts */
  RelataKindFrom kind_from;
  /* Evidence of who talks about whom, not of who acts: networks leave its claims out unless they are asked
   * for. Where the type itself does not say, relata_corpus_finish() takes it from its parent. */
  gboolean reporting, reporting_said;
  gboolean part; /* `from` is a part of `to`; kinds of the type say it themselves */
  gboolean same; /* `from` and `to` are two names of one actor; kinds of the type say it themselves */
  int sign;      /* −1 hostile, 0 neutral, +1 friendly */
  guint parent;
  const char *color; /* "#rrggbb"; NULL: chosen by sign */
  RelataLine line;   /* UNSET: chosen by sign */
  /* Which states a claim of this type, or of a kind of it, ends, kinds of theirs included. Each is an array
   * of guint, owned by the schema; NULL where it ends none. */
  GArray *ends_pair; /* those between the same two actors, in either direction */
  GArray *ends_to;   /* those of the actor that it is done to, at either end; RELATA_NONE in it means all */
  gboolean declared;
  RelataPlace where;
} RelataRelationType;

/* Returns "hostile", "neutral" or "friendly" for a sign of −1, 0 or +1. */
const char *relata_sign_name(int sign);

/* A rule of an event type: it gives a claim for each pair of an actor in a `from` role and one in a `to`
 * role. */
typedef struct {
  guint relation;  /* relation type */
  GPtrArray *from; /* role names, const char * */
  GPtrArray *to;
} RelataClaimRule;

typedef struct {
  const char *id;
  const char *label;
  GArray *rules; /* of RelataClaimRule; may be empty */
  /* A schema lists the rules. Where it lists none, events of the type give no ties; where nobody lists them,
   * events give ties of the type's name. */
  gboolean rules_said;
  gboolean declared;
  RelataPlace where;
} RelataEventType;

/* A measure of figures: fighters, killed, wounded … */
typedef struct {
  const char *id;
  const char *label;
  const char *unit; /* "people"; "" where there is none */
  gboolean declared;
  RelataPlace where;
} RelataMeasure;

/* What a marked stretch of text means when it is not an actor. */
typedef enum { RELATA_MARK_WHEN, RELATA_MARK_PLACE, RELATA_MARK_NOTHING } RelataMarkMeaning;

typedef struct {
  const char *id;
  RelataMarkMeaning means;
  RelataPlace where;
} RelataMark;

typedef enum {
  RELATA_ROLE_BY,
  RELATA_ROLE_WHEN,
  RELATA_ROLE_PLACE,
  RELATA_N_ROLE_MEANINGS
} RelataRoleMeaning;

typedef struct RelataSchema RelataSchema;
typedef struct RelataRole RelataRole; /* a role of events; what it means is internal */

/* Return the five tables of types, each an array of the record in its name. Borrowed; only the functions
 * below add to them. */
const GArray *relata_schema_actor_types(const RelataSchema *schema);
const GArray *relata_schema_relation_types(const RelataSchema *schema);
const GArray *relata_schema_event_types(const RelataSchema *schema);
const GArray *relata_schema_measures(const RelataSchema *schema);
const GArray *relata_schema_marks(const RelataSchema *schema);

/* Return the type with this index, which must be below the length of its table. Borrowed. O(1). */
const RelataActorType *relata_schema_actor_type(const RelataSchema *schema, guint index);
const RelataRelationType *relata_schema_relation_type(const RelataSchema *schema, guint index);
const RelataEventType *relata_schema_event_type(const RelataSchema *schema, guint index);
const RelataMeasure *relata_schema_measure(const RelataSchema *schema, guint index);

/* Return the index of the type with this id, or RELATA_NONE. The name is first folded by
 * relata_name_type_id(). O(1). */
guint relata_schema_find_actor_type(const RelataSchema *schema, const char *name);
guint relata_schema_find_relation_type(const RelataSchema *schema, const char *name);
/* Returns the type with this id, else the one whose label is unique and equal after folding, else
 * RELATA_NONE. Where inverse is not NULL, inverse labels count too, and *inverse says that the label is one.
 * Use it for what people type; data contain ids. O(types). */
guint relata_schema_resolve_relation_type(const RelataSchema *schema, const char *words, gboolean *inverse);
guint relata_schema_find_event_type(const RelataSchema *schema, const char *name);
guint relata_schema_find_measure(const RelataSchema *schema, const char *name);
guint relata_schema_find_mark(const RelataSchema *schema, const char *name);

/* Do the same as find, but make an undeclared type where there is none; `where` is the place of first use. */
guint relata_schema_use_actor_type(RelataSchema *schema, const char *name, RelataPlace where);
guint relata_schema_use_relation_type(RelataSchema *schema, const char *name, RelataPlace where);
guint relata_schema_use_event_type(RelataSchema *schema, const char *name, RelataPlace where);
guint relata_schema_use_measure(RelataSchema *schema, const char *name, RelataPlace where);

/* Declare a type and return its record, to be filled in: a new one, or the one that was only used so far. The
 * pointer is valid until the next type of that table is made. Return NULL if the type was already declared.
 * Strings in records must come from relata_schema_intern(). */
RelataActorType *relata_schema_declare_actor_type(RelataSchema *schema, const char *name, RelataPlace where);
RelataRelationType *relata_schema_declare_relation_type(RelataSchema *schema, const char *name,
                                                        RelataPlace where);
RelataEventType *relata_schema_declare_event_type(RelataSchema *schema, const char *name, RelataPlace where);
RelataMeasure *relata_schema_declare_measure(RelataSchema *schema, const char *name, RelataPlace where);
RelataMark *relata_schema_declare_mark(RelataSchema *schema, const char *name, RelataMarkMeaning means,
                                       RelataPlace where);
/* Adds a rule to an event type. The role names in from and to end with NULL and are copied. */
void relata_schema_add_rule(RelataSchema *schema, guint event_type, guint relation, const char *const *from,
                            const char *const *to);

/* Return whether any type of the kind is declared. If so, data that use an undeclared one are in error. */
gboolean relata_schema_declares_relations(const RelataSchema *schema);
gboolean relata_schema_declares_actor_types(const RelataSchema *schema);

/* Open lists of types stand beside annotations and do not bind other files. A type outside an open list is
 * worth a warning; outside any other list it is an error. The values are bits. */
typedef enum {
  RELATA_OPEN_ACTOR_TYPES = 1 << 0,
  RELATA_OPEN_RELATION_TYPES = 1 << 1,
  RELATA_OPEN_EVENT_TYPES = 1 << 2
} RelataOpenTypes;

void relata_schema_set_open(RelataSchema *schema, guint lists); /* adds to the open lists */
RelataSeverity relata_schema_severity(const RelataSchema *schema, RelataOpenTypes list);

/* Set and test the roles that say who, when and where instead of naming a party. The defaults are those of
 * data/words/roles.txt (By, Source · When, Time, Date … · Place, Location …, in many languages), where a
 * Source beside a Target acts after all: relata_corpus_is_party() knows the other roles. `roles` replaces
 * them; it ends with NULL and is copied. The comparison ignores case and trailing digits ("Theme2" is
 * Theme). */
void relata_schema_set_role(RelataSchema *schema, RelataRoleMeaning meaning, const char *const *roles);
gboolean relata_schema_role_is(const RelataSchema *schema, const char *role, RelataRoleMeaning meaning);

/* Return whether a type is the ancestor or a kind of it. They also end where parents form a circle that
 * relata_corpus_finish() has not yet cut. O(depth). */
gboolean relata_schema_relation_is_a(const RelataSchema *schema, guint type, guint ancestor);
gboolean relata_schema_actor_type_is_a(const RelataSchema *schema, guint type, guint ancestor);

/* Return whether a claim of the type ends states of the other type: between the same two actors, or of the
 * actor that it is done to. Kinds are included on both sides. O(depth² · length of the list). */
gboolean relata_schema_ends_pair(const RelataSchema *schema, guint type, guint ended);
gboolean relata_schema_ends_to(const RelataSchema *schema, guint type, guint ended);
/* Returns whether a claim of the type `other` counts for a tie of the type `type` between the same two
 * actors, where it is asked about relations of the type `asked`, of which `type` is a kind: `other` must be a
 * kind of it too and have the same direction; where any of the three is symmetric, either direction.
 * O(depth). */
gboolean relata_schema_supports(const RelataSchema *schema, guint type, guint other, gboolean same_direction,
                                guint asked);

/* Returns a copy that lives as long as the schema; NULL for NULL. */
const char *relata_schema_intern(RelataSchema *schema, const char *string);
/* Returns the default plural of a label (text/plural.h). Interned. */
const char *relata_schema_plural(RelataSchema *schema, const char *label);

RELATA_END_DECLS

#endif
