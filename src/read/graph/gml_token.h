/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The words of GML, one after another, from a file of any length. */
#ifndef RELATA_READ_GRAPH_GML_TOKEN_H
#define RELATA_READ_GRAPH_GML_TOKEN_H

#include "read/pieces.h"

G_BEGIN_DECLS

typedef enum {
  RELATA_GML_KEY,
  RELATA_GML_NUMBER,
  RELATA_GML_STRING,
  RELATA_GML_OPEN,  /* '[' */
  RELATA_GML_CLOSE, /* ']' */
  RELATA_GML_OVER,  /* the end of the file, or reading failed */
  RELATA_GML_WRONG  /* what is none of these; text says what */
} RelataGmlKind;

typedef struct {
  RelataPieces pieces;
  gsize at; /* the next byte, among those that are held */
  guint line, column;
  GError *failure; /* why reading failed, or NULL */
  RelataGmlKind kind;
  GString *text;     /* of the word, strings without their quotes; valid UTF-8 */
  RelataPlace where; /* of the word */
} RelataGmlWords;

void relata_gml_words_begin(RelataGmlWords *words, const RelataInput *input);
void relata_gml_words_end(RelataGmlWords *words);

/* Goes to the next word. Comments, from '#' to the end of the line, are none. O(its length) */
RelataGmlKind relata_gml_words_next(RelataGmlWords *words);

G_END_DECLS

#endif
