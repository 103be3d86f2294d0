/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where the marks of an annotated text are. Tools count in code points, in UTF-16 units or in bytes, and few
 * say which. Where they repeat the text that is marked, that decides. */
#ifndef RELATA_READ_OFFSETS_H
#define RELATA_READ_OFFSETS_H

#include "text/position.h"

G_BEGIN_DECLS

typedef enum {
  RELATA_UNIT_CODE_POINTS,
  RELATA_UNIT_UTF16,
  RELATA_UNIT_BYTES,
  RELATA_UNIT_GRAPHEMES, /* user-perceived characters (text/grapheme.h) */
  RELATA_N_UNITS,
  /* Code points, or graphemes where more marks begin and end at words then, and as many are in the text: what
   * tools that may count either, and do not say which, leave to be found out. */
  RELATA_UNIT_CHARACTERS = RELATA_N_UNITS
} RelataOffsetUnit;

/* How the place of a mark was found. */
typedef enum {
  RELATA_FOUND_CODE_POINTS, /* it is in code points, or in what the format counts in */
  RELATA_FOUND_UNIT,        /* in another unit, of which the marked text, or the others' places, decided */
  RELATA_FOUND_SEARCHED,    /* its offsets fit in no unit, but what it marks stands once in the text */
  RELATA_FOUND_NOWHERE      /* it has no span */
} RelataFound;

/* A mark. */
typedef struct {
  gint64 start, end;   /* as written, the end exclusive; −1 where none is written */
  const char *covered; /* the text that is marked, as written; NULL or "": the format does not repeat it */
  RelataSpan span;     /* set: in code points, or RELATA_NO_SPAN */
  RelataFound found;   /* set */
} RelataOffsets;

/* Sets the spans of the n marks of one text. A mark with its text is where that stands: tried in code points,
 * UTF-16 units and bytes, first in the unit that fits most marks, and else where its text stands, if only
 * once. White space in the marked text and in the text is compared as if it were one blank, and so are the
 * escapes \n, \r and \t in the marked text. `unit` is what the format counts in: the others' places are in
 * it, unless another unit fits more of the marked texts. O(text + marks · their length), and O(text) for each
 * that has to be searched. */
void relata_offsets_settle(const RelataText *text, RelataOffsetUnit unit, RelataOffsets *marks, guint n);

G_END_DECLS

#endif
