/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Arranges glyphs that are connected by lines. A Graphviz engine provides the initial layout. This code then
 * removes overlaps, fills its area and reduces crossings. */
#ifndef RELATA_DRAW_LAYOUT_ARRANGE_H
#define RELATA_DRAW_LAYOUT_ARRANGE_H

#include "draw/layout/engine.h"
#include "draw/sheet/graphviz.h"

G_BEGIN_DECLS

#define RELATA_MOST_REFINED 400 /* most glyphs or lines; more would take longer to refine than to lay out */

/* All lengths are in points. */
typedef struct {
  GPtrArray *glyphs;   /* of RelataGlyph, sizes set */
  GPtrArray *curves;   /* of RelataCurve between the glyphs, by index, with their preferred lengths */
  const GArray *words; /* of double: the areas of the labels of lines */
  double filled;       /* the largest share of the drawing that glyphs and labels may fill */
  double gap;          /* minimal distance between glyphs */
  double ratio;        /* of the drawing, height by width */
  gboolean fills;      /* the area has exactly that ratio, even if it is not filled */
} RelataArrangement;

/* Places the glyphs. Curves get no points. Errors are those of relata_graphviz_layout(). */
gboolean relata_arrange(const RelataArrangement *arrangement, const RelataEngine *engine,
                        RelataGraphviz *graphviz, GError **error);

G_END_DECLS

#endif
