/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The order in which a picture is read by those who hear it, or go through it by keyboard. */
#ifndef RELATA_DRAW_SHEET_READING_H
#define RELATA_DRAW_SHEET_READING_H

#include "draw/diagram/diagram.h"

G_BEGIN_DECLS

/* The actors shown as vertices (guint), the most important first: by score, else as the ties of the scope are
 * walked. Free with g_array_unref(). O(V log V + E). */
GArray *relata_reading_of_scope(const RelataNetwork *network, const RelataScope *scope, const double *scores);

/* Gives actors and links their turns: after each actor its links, unless an actor before had them.
 * numbers[vertex] is the actor's index in the diagram. O(V + E). */
void relata_reading_set_turns(RelataDiagram *diagram, const guint *numbers);

/* Whether all lines of a sheet must be painted before its actors: one crosses an actor that is not its own,
 * or there are too many to look. */
gboolean relata_reading_lines_lie_behind(const RelataSheet *sheet);

typedef struct {
  gboolean is_curve;
  guint index; /* in the sheet's glyphs, or curves */
  RelataPart part;
} RelataReadingItem;

/* All of a sheet in the order in which it is read, which is the order in which it can be painted as well:
 * where a line crosses an actor that is not its own, all lines come before the actors. O(n log n + links ·
 * actors). */
GArray *relata_reading_of_sheet(const RelataSheet *sheet);

G_END_DECLS

#endif
