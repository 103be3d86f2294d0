/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Glyphs that overlap are pushed apart. */
#ifndef RELATA_DRAW_LAYOUT_SEPARATE_H
#define RELATA_DRAW_LAYOUT_SEPARATE_H

#include "draw/sheet/sheet.h"

G_BEGIN_DECLS

/* Afterwards no two glyphs overlap. Own code, because Graphviz's (prism, over GTS's Delaunay triangulation)
 * depends on the addresses of its data and so gives another picture on every run. O(rounds · n log n) for
 * glyphs that are spread about the area; they move little where the area has room. */
void relata_separate(const GPtrArray *glyphs, double gap);

G_END_DECLS

#endif
