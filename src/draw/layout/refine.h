/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A layout made better: fewer crossings, no line through an actor, room for labels, even use of the area. */
#ifndef RELATA_DRAW_LAYOUT_REFINE_H
#define RELATA_DRAW_LAYOUT_REFINE_H

#include "draw/sheet/sheet.h"

G_BEGIN_DECLS

/* Moves placed glyphs, one at a time, to where the picture's energy is less, within the box that they fill.
 * The energy is Davidson and Harel's ("Drawing graphs nicely using simulated annealing", 1996), the search a
 * descent without chance, which needs milliseconds where annealing needs seconds: engines give a good
 * beginning. O(glyphs · places tried · lines of each · lines): for graphs of some hundred lines.
 * With `cells`, one by glyph, each stays within its own, in which it is; else in the area that all take now.
 */
void relata_refine(const GPtrArray *glyphs, const GPtrArray *curves, double gap, const RelataBox *cells);

G_END_DECLS

#endif
