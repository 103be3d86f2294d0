/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files webanno_*.c share to read one WebAnno TSV file. */
#ifndef RELATA_READ_ANNOTATION_WEBANNO_TSV_H
#define RELATA_READ_ANNOTATION_WEBANNO_TSV_H

#include "read/annotation/uima.h"

G_BEGIN_DECLS

typedef enum { RELATA_WEBANNO_SPANS, RELATA_WEBANNO_RELATIONS, RELATA_WEBANNO_CHAINS } RelataWebannoKind;

/* What the cells of a column hold. */
typedef enum {
  RELATA_WEBANNO_FEATURE,
  RELATA_WEBANNO_ROLES,    /* of a slot: "p1;p2" */
  RELATA_WEBANNO_TARGETS,  /* of a slot: "1-2[3];1-5" */
  RELATA_WEBANNO_GOVERNOR, /* of a relation: "1-1[1_2]" */
  RELATA_WEBANNO_CHAIN     /* "coref->1-2": the second link of the first chain */
} RelataWebannoUse;

typedef struct {
  RelataWebannoUse use;
  const char *name;
  const char *target; /* the type of what the cells refer to; NULL: they do not refer */
} RelataWebannoColumn;

typedef struct {
  RelataWebannoKind kind;
  const char *type;
  guint first, n; /* its columns */
} RelataWebannoLayer;

/* A token, or a part of one. Its places are as they are written until its sentence ends, then in code points
 * of the document, −1 where they are not known. */
typedef struct {
  const char *id; /* "1-2" */
  gint64 begin, end;
  const char *token, *cells;
  RelataPlace where;
} RelataWebannoRow;

/* An annotation of one or several rows. */
typedef struct {
  guint layer; /* G_MAXUINT: the token itself, or of a layer that the head does not have */
  const char *type;
  const char *id, *row;
  const char *number; /* what tells it from others in its rows; "" where nothing does */
  gint64 begin, end;
  guint values; /* the first of its values, one for each column of its layer, NULL where it has none */
  RelataPlace where;
} RelataWebannoAnnotation;

typedef struct {
  gint64 begin, end;
} RelataWebannoPlace;

typedef struct {
  RelataUima *uima;
  GStringChunk *strings;
  GArray *layers, *columns, *rows, *annotations;
  GPtrArray *values;
  GHashTable *at;     /* "layer row number" → annotation + 1 */
  GHashTable *places; /* row → its place among `spans` + 1 */
  GArray *spans;      /* of RelataWebannoPlace */
  GString *sentence, *text;
  guint length;      /* of the text, in code points */
  gint64 ended;      /* the offset, as written, where the last sentence ended */
  RelataPlace where; /* of the sentence */
} RelataWebanno;

/* Returns a text without its escapes. Newly allocated. */
char *relata_webanno_unescape(const char *written);
/* Reads the annotations of a row. */
void relata_webanno_read_row(RelataWebanno *tsv, const RelataWebannoRow *row);
/* Adds all that was read to the model. */
void relata_webanno_add(RelataWebanno *tsv);

G_END_DECLS

#endif
