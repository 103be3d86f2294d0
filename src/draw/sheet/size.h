/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The size that is requested for a picture. */
#ifndef RELATA_DRAW_SHEET_SIZE_H
#define RELATA_DRAW_SHEET_SIZE_H

#include "text/export.h"

#include <glib.h>

RELATA_BEGIN_DECLS

#define RELATA_LEAST_PIXELS 100
#define RELATA_MOST_PIXELS  16000 /* cairo's surfaces end at 32767 */
#define RELATA_MOST_RATIO   4.0   /* longest ratio of the longer side to the shorter one */
#define RELATA_POINTS_A_MM  (72 / 25.4)

/* A paper size, in landscape orientation; in millimetres. */
typedef struct {
  const char *name; /* "A4" */
  double wide, high;
} RelataPaper;

typedef struct {
  double ratio;                   /* height by width of the whole picture; 0: determined by its content */
  guint pixels_wide, pixels_high; /* 0: as many as are needed to read it well */
  const RelataPaper *paper;       /* the paper that it fills; NULL: none */
  double paper_wide, paper_high;  /* size of the paper in its orientation, in millimetres; 0 without a
                                     paper */
} RelataSheetSize;

/* Returns the word at index i, from 0, among those that name a paper: "a5" (landscape), then "a5-portrait",
 * and so on. Newly allocated; NULL past the last. */
char *relata_paper_word(guint i);

/* Parses "16:9" (proportions), "1600x900" (also the number of pixels), or a word that names a paper. Fails
 * with RELATA_ERROR_VALUE for anything else, and for values beyond the limits above. */
gboolean relata_sheet_size_parse(const char *text, RelataSheetSize *size, GError **error);

RELATA_END_DECLS

#endif
