/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pushes overlapping glyphs apart. */
#ifndef RELATA_DRAW_LAYOUT_SEPARATE_H
#define RELATA_DRAW_LAYOUT_SEPARATE_H

#include "draw/sheet/sheet.h"

G_BEGIN_DECLS

/* Moves glyphs until no two overlap. This is own code, because Graphviz's (prism, over GTS's Delaunay
 * triangulation) depends on the addresses of its data and so gives another picture on every run. O(rounds · n
 * log n) if the glyphs are spread over the area. They move little if the area has space. */
void relata_separate(const GPtrArray *glyphs, double gap);

G_END_DECLS

#endif
