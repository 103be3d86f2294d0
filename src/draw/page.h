/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The page: the laid-out diagram with title and subtitle above it, legend and caption below. */
#ifndef RELATA_DRAW_PAGE_H
#define RELATA_DRAW_PAGE_H

#include "draw/diagram.h"

G_BEGIN_DECLS

/* Measures texts: relata_graphviz_measure(), or another in tests. */
typedef gboolean (*RelataMeasureTexts)(GPtrArray *glyphs, GError **error);

/* The box of all that is drawn of a diagram that is laid out, with these labels (RelataGlyph). Of nothing: a
 * point. */
RelataBox relata_page_bounds(const RelataDiagram *diagram, const GPtrArray *labels);

/* Moves the diagram's actors, links and labels (those of `labels`, RelataGlyph, placed) to a new sheet and
 * sets the words around them. */
RelataSheet *relata_page_new(RelataDiagram *diagram, GPtrArray *labels, RelataMeasureTexts measure,
                             GError **error);

G_END_DECLS

#endif
