/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Arranging: where glyphs go that lines run between. An engine of Graphviz gives the beginning; that nothing
 * overlaps, fills the page and crosses little is made here. */
#ifndef RELATA_DRAW_LAYOUT_ARRANGE_H
#define RELATA_DRAW_LAYOUT_ARRANGE_H

#include "draw/layout/engine.h"
#include "draw/sheet/graphviz.h"

G_BEGIN_DECLS

#define RELATA_MOST_REFINED 400 /* glyphs, and lines; beyond, refining takes longer than the layout */

#define RELATA_WORDS_AIR 1.5 /* what a label takes of the drawing, as a multiple of its box */

/* All lengths in points. */
typedef struct {
  GPtrArray *glyphs;   /* of RelataGlyph, sizes set */
  GPtrArray *curves;   /* of RelataCurve between them by index, with what they wish for */
  const GArray *words; /* of double: the areas of what is to stand at the lines */
  double filled;       /* the share of the drawing that glyphs and words may fill, at most */
  double gap;          /* kept free between glyphs */
  double ratio;        /* of the drawing, height by width */
  gboolean fills;      /* the area has that ratio, filled or not */
} RelataArrangement;

/* Places the glyphs; curves get no points. FALSE as relata_graphviz_layout(). */
gboolean relata_arrange(const RelataArrangement *arrangement, const RelataEngine *engine,
                        RelataGraphviz *graphviz, GError **error);

G_END_DECLS

#endif
