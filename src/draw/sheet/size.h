/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What size a picture is asked to have. */
#ifndef RELATA_DRAW_SHEET_SIZE_H
#define RELATA_DRAW_SHEET_SIZE_H

#include "text/export.h"

#include <glib.h>

RELATA_BEGIN_DECLS

#define RELATA_LEAST_PIXELS 100
#define RELATA_MOST_PIXELS  16000 /* cairo's surfaces end at 32767 */
#define RELATA_MOST_RATIO   4.0   /* of the longer side to the shorter one */
#define RELATA_POINTS_A_MM  (72 / 25.4)

/* A sheet that a picture is printed on, lying; in millimetres. */
typedef struct {
  const char *name; /* "A4" */
  double wide, high;
} RelataPaper;

typedef struct {
  double ratio;                   /* height by width of the whole picture; 0: as its content asks for */
  guint pixels_wide, pixels_high; /* 0: as many as make it well readable */
  const RelataPaper *paper;       /* that it fills; NULL: none */
  double paper_wide, paper_high;  /* as it lies, in millimetres; 0 without a paper */
} RelataSheetSize;

/* The word that stands at i, from 0, among those that name a paper: "a5", lying, then "a5-portrait", upright
 * … Newly allocated; NULL past the last. */
char *relata_paper_word(guint i);

/* "16:9", the proportions, or "1600x900", which says also how many pixels it has, or the word of a paper.
 * RELATA_ERROR_VALUE for anything else, and what is beyond the limits above. */
gboolean relata_sheet_size_parse(const char *text, RelataSheetSize *size, GError **error);

RELATA_END_DECLS

#endif
