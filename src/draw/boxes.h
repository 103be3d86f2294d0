/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Arranges a diagram so that the actors of each cluster are in a box of their own.
 *
 * Each cluster is arranged separately. Then the boxes are arranged together with the actors outside boxes, as
 * if each were one large glyph; so no two boxes overlap, and no box holds an actor of another cluster. At
 * last actors are moved within their boxes, so that lines between boxes are short and have few crossings. */
#ifndef RELATA_DRAW_BOXES_H
#define RELATA_DRAW_BOXES_H

#include "draw/diagram/diagram.h"
#include "draw/layout/engine.h"
#include "draw/sheet/graphviz.h"

G_BEGIN_DECLS

/* Places actors, frames and titles, whose sizes are set. `ratio` is that of the drawing, height by width.
 * Errors are those of relata_graphviz_layout(). */
gboolean relata_boxes_arrange(RelataDiagram *diagram, const RelataEngine *engine, double ratio,
                              RelataGraphviz *graphviz, GError **error);

/* Scales the positions and boxes of the diagram by a factor. The sizes of actors and titles stay. */
void relata_boxes_stretch(RelataDiagram *diagram, double by);

G_END_DECLS

#endif
