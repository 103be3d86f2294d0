/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The scale of a time line: where a day stands. News tell of some years, of the months of one of them and of
 * a few days in these: so a year is divided into months where dates ask for it, a month into days, and what
 * nothing is dated to is drawn together to a gap, which is marked as one. */
#ifndef RELATA_DRAW_TIMESCALE_H
#define RELATA_DRAW_TIMESCALE_H

#include "text/date.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum { RELATA_CELL_YEAR, RELATA_CELL_MONTH, RELATA_CELL_DAY, RELATA_CELL_GAP } RelataCellKind;

/* A stretch of the scale in which days are equally wide. */
typedef struct {
  RelataCellKind kind; /* GAP: years or months that were drawn together */
  gboolean months;     /* GAP: they are months of one year */
  gint32 first, last;  /* its days */
  double left, right;  /* where it is: 0 … 1 of the scale */
} RelataCell;

typedef struct {
  GArray *cells; /* of RelataCell, by date, without holes between them */
} RelataTimescale;

/* The scale for these dates (n ≥ 1, of which one has a known end at least; else it is of the year 1970).
 * O(n log n + years). */
RelataTimescale *relata_timescale_new(const RelataDate *dates, guint n);
void relata_timescale_free(RelataTimescale *scale);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataTimescale, relata_timescale_free)

/* Where a day begins: 0 … 1; 0 for what lies before the scale, 1 for what lies beyond it. */
double relata_timescale_at(const RelataTimescale *scale, gint32 day);
/* What is written at a cell: "2014", "2016–18", "Aug", "Jan–Jun", "26". Newly allocated. */
char *relata_timescale_label(const RelataCell *cell);

G_END_DECLS

#endif
