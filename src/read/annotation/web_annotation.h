/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files that read Web Annotations share: what a body says, what a target points at, and which text
 * it is in. */
#ifndef RELATA_READ_ANNOTATION_WEB_ANNOTATION_H
#define RELATA_READ_ANNOTATION_WEB_ANNOTATION_H

#include "read/annotated.h"
#include "read/json/json_loose.h"

G_BEGIN_DECLS

/* Where a target is. Strings are borrowed from the tree. */
typedef struct {
  const char *source;                  /* the IRI of the text; NULL: it does not say */
  gboolean selects;                    /* a part of it */
  gint64 start, end;                   /* in code points; −1: not known */
  const char *exact, *prefix, *suffix; /* NULL where not given */
} RelataWebTarget;

RelataWebTarget relata_web_target(const cJSON *target);

/* Where the words that stand between a prefix and a suffix are, if they do so once in the text: that is more
 * than numbers can say of a text that has changed. Sets start and end in code points. */
void relata_web_find_in_context(RelataWebTarget *target, const char *text);

/* Returns the IRI of an object, or a string that is one; NULL where there is none. Borrowed. */
const char *relata_web_iri(const cJSON *item);
/* Returns whether a word is, or a list of words has, this one, of which only the end counts: "oa:linking". */
gboolean relata_web_has(const cJSON *words, const char *word);
/* Returns what a body tags with, borrowed; NULL where it does not. `tagging`: its annotation's motivation. */
const char *relata_web_tag(const cJSON *body, gboolean tagging);
/* Sets the registry, newly allocated, and the id in it of what an IRI names: "wikidata", "Q1"; of other sites
 * their host, and the IRI. FALSE where it is none. id is borrowed. */
gboolean relata_web_identity(const char *iri, char **registry, const char **id);

/* A part of a text that an annotation marks. */
typedef struct {
  char *id; /* that of the annotation, with a number where it marks several */
  const cJSON *annotation;
  RelataWebTarget target;
  guint source;      /* index */
  const char *layer; /* who made it, interned; NULL: nobody is named */
  guint order;
} RelataWebPart;

/* A text that is annotated. */
typedef struct {
  const char *iri; /* NULL: not named */
  char *text;      /* NULL: not there */
  RelataAnnotated *annotated;
} RelataWebSource;

typedef struct {
  RelataAnnotating reading;
  RelataJson *json;
  GPtrArray *annotations; /* const cJSON * */
  GHashTable *ids;        /* of annotations */
  GArray *parts;          /* of RelataWebPart */
  GArray *sources;        /* of RelataWebSource */
  GHashTable *by_iri;     /* IRI, "" for none → index + 1 in sources */
  GHashTable *by_id;      /* id of a part → index + 1 in sources */
} RelataWebReader;

/* Returns who made an annotation, or its bodies, interned; NULL where nobody is named. */
const char *relata_web_layer(const RelataWebReader *reader, const cJSON *annotation);
/* Returns the id of the part that a target is, newly allocated: its number tells those of one annotation
 * apart. order is the annotation's number in the file. */
char *relata_web_part_id(const cJSON *annotation, guint order, guint number);
/* Returns whether an annotation links parts rather than marks one. */
gboolean relata_web_is_link(const RelataWebReader *reader, const cJSON *annotation);
/* Adds the claims that a link makes, once all parts are settled. */
void relata_web_add_link(const RelataWebReader *reader, const cJSON *annotation, guint order);

/* Returns the name of the file that an address ends with; NULL where it ends with none. Newly allocated. */
char *relata_web_file(const char *source);
/* Returns the text of a file beside the input, newly allocated; of a page, what is between its tags. NULL
 * with *error where it cannot be read. */
char *relata_web_text(const RelataInput *input, const char *file, GError **error);

G_END_DECLS

#endif
