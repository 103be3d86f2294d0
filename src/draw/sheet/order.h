/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The order in which a sheet is painted. It is also the order for screen readers and keyboard navigation. */
#ifndef RELATA_DRAW_SHEET_ORDER_H
#define RELATA_DRAW_SHEET_ORDER_H

#include "draw/sheet/sheet.h"

G_BEGIN_DECLS

/* Returns whether all lines of a sheet must be painted before its actors: because a line crosses an actor
 * that is not its own, or because there are too many lines to check. */
gboolean relata_sheet_lines_lie_behind(const RelataSheet *sheet);

typedef struct {
  gboolean is_curve;
  guint index; /* index in the sheet's glyphs, or curves */
  RelataPart part;
} RelataSheetItem;

/* Returns all items of a sheet (RelataSheetItem) in reading order, which is also a valid painting order: if a
 * line crosses an actor that is not its own, all lines come before the actors. Free with g_array_unref(). O(n
 * log n + links · actors). */
GArray *relata_sheet_order(const RelataSheet *sheet);

G_END_DECLS

#endif
