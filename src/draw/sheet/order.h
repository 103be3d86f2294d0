/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The order in which a sheet is painted, which is also that in which it is read by those who hear it or go
 * through it by keyboard. */
#ifndef RELATA_DRAW_SHEET_ORDER_H
#define RELATA_DRAW_SHEET_ORDER_H

#include "draw/sheet/sheet.h"

G_BEGIN_DECLS

/* Whether all lines of a sheet must be painted before its actors: one crosses an actor that is not its own,
 * or there are too many to look. */
gboolean relata_sheet_lines_lie_behind(const RelataSheet *sheet);

typedef struct {
  gboolean is_curve;
  guint index; /* in the sheet's glyphs, or curves */
  RelataPart part;
} RelataSheetItem;

/* All of a sheet in the order in which it is read, which is the order in which it can be painted as well:
 * where a line crosses an actor that is not its own, all lines come before the actors. O(n log n + links ·
 * actors). */
GArray *relata_sheet_order(const RelataSheet *sheet);

G_END_DECLS

#endif
