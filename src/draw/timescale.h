/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The scale of a time line: the position of each day. News covers some years, the months of one of them and a
 * few days in these. So a year is divided into months if there are enough dates in it, and a month into days.
 * A stretch without dates is shortened to a gap, which is marked. */
#ifndef RELATA_DRAW_TIMESCALE_H
#define RELATA_DRAW_TIMESCALE_H

#include "text/date.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum { RELATA_CELL_YEAR, RELATA_CELL_MONTH, RELATA_CELL_DAY, RELATA_CELL_GAP } RelataCellKind;

/* A stretch of the scale in which all days have the same width. */
typedef struct {
  RelataCellKind kind; /* GAP: years or months joined into a gap */
  gboolean months;     /* GAP: it consists of months of one year */
  gint32 first, last;  /* its days */
  double left, right;  /* its position: 0 … 1 of the scale */
} RelataCell;

typedef struct {
  GArray *cells; /* of RelataCell, by date, without holes between cells */
} RelataTimescale;

/* Returns the scale for n ≥ 1 dates. At least one of them should have a known end, else the scale is the year
 * 1970. O(n log n + years). */
RelataTimescale *relata_timescale_new(const RelataDate *dates, guint n);
void relata_timescale_free(RelataTimescale *scale);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataTimescale, relata_timescale_free)

/* Returns where a day begins, 0 … 1: 0 for days before the scale, 1 for days after it. */
double relata_timescale_at(const RelataTimescale *scale, gint32 day);
/* Returns the label of a cell: "2014", "2016–18", "Aug", "Jan–Jun", "26". Newly allocated. */
char *relata_timescale_label(const RelataCell *cell);

G_END_DECLS

#endif
