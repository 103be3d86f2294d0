/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files that read Label Studio's exports share: a task's text and where regions are in it, an
 * annotation of it, and exports without relations. */
#ifndef RELATA_READ_ANNOTATION_LABEL_STUDIO_H
#define RELATA_READ_ANNOTATION_LABEL_STUDIO_H

#include "read/annotated.h"
#include "read/json/json_loose.h"

G_BEGIN_DECLS

typedef enum {
  RELATA_LS_PLAIN,     /* regions have offsets */
  RELATA_LS_HTML,      /* they have paths, and "globalOffsets" in the text between the tags */
  RELATA_LS_PARAGRAPHS /* they have the number of a paragraph, and offsets in it */
} RelataLsKind;

typedef struct {
  RelataLsKind kind;
  const cJSON *field; /* the member of "data"; NULL: there is none */
  char *text;         /* NULL: there is none, or it is elsewhere */
  GArray *begins;     /* of guint: the code points at which paragraphs begin */
} RelataLsText;

/* Returns the text of a task: the member of `data` that is asked for, else the one that the regions name,
 * else "text", else the string in which most regions find theirs. regions are const cJSON *; asked may be
 * NULL. */
RelataLsText relata_ls_text(const cJSON *data, const GPtrArray *regions, const char *asked);
void relata_ls_text_clear(RelataLsText *text);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RelataLsText, relata_ls_text_clear)

/* Sets where a region is, by the "value" of its result: −1 where it does not say. */
void relata_ls_place(const RelataLsText *text, const cJSON *value, gint64 *start, gint64 *end);

/* A claim that is added when it is known how annotators drew its relation elsewhere in the file. */
typedef struct {
  RelataClaim claim;
  const char *word; /* of its relation, interned; NULL: none */
  gboolean both;    /* it is drawn in both directions */
  gboolean predicted;
} RelataLsLater;

typedef struct {
  RelataAnnotating reading;
  RelataJson *json;
  GHashTable *people; /* id of an annotator → name */
  GArray *later;      /* of RelataLsLater */
  guint n_tasks;
  guint n_texts, n_textless; /* tasks with annotations that count, by whether they mark a text */
} RelataLsReader;

/* An annotation of a task, by a person or a model. */
typedef struct {
  RelataLsReader *reader;
  RelataAnnotated *annotated;
  const RelataLsText *text;
  const cJSON *written;
  char *id;                  /* its own */
  const char *layer;         /* who made it */
  const char *const *layers; /* who made those of the task, all of them */
  gboolean predicted;        /* by a model */
  GHashTable *attributes;    /* id of a region → GPtrArray of results (const cJSON *) */
  GHashTable *drawn;         /* what relates whom, so that a relation that is drawn twice counts once */
} RelataLsAnnotation;

/* Returns whether a result marks a part of a text. */
gboolean relata_ls_is_region(const cJSON *result);
/* Adds the regions of an annotation, and its relations to `later`. */
void relata_ls_read_annotation(RelataLsAnnotation *annotation);

/* Returns what an export without relations is called, "JSON-MIN"; NULL where the input is none. Constant. */
const char *relata_ls_other(const RelataInput *input);

G_END_DECLS

#endif
