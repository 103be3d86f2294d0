/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Improves a layout: fewer crossings, no line through an actor, space for labels, even use of the area. */
#ifndef RELATA_DRAW_LAYOUT_REFINE_H
#define RELATA_DRAW_LAYOUT_REFINE_H

#include "draw/sheet/sheet.h"

G_BEGIN_DECLS

/* Moves placed glyphs, one at a time, to places where the picture's energy is lower, within the box that they
 * fill. The energy is that of Davidson and Harel ("Drawing graphs nicely using simulated annealing", 1996).
 * The search is a deterministic descent, because engines give a good start: it needs milliseconds where
 * annealing needs seconds. O(glyphs · places tried · lines of each · lines): for graphs of some hundred
 * lines. If `cells` (by glyph) is not NULL, each glyph stays within its cell, in which it must already be;
 * else all stay in the area that they fill now. */
void relata_refine(const GPtrArray *glyphs, const GPtrArray *curves, double gap, const RelataBox *cells);

G_END_DECLS

#endif
