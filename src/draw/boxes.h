/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Boxes: arranges a diagram so that the actors of each cluster stand in a box of their own.
 *
 * Each cluster is arranged by itself, then the boxes among each other and with the actors in none, as if each
 * were one large glyph; so no two boxes overlap and none holds a stranger. In the end actors are moved within
 * their boxes, so that lines between boxes are short and cross little. */
#ifndef RELATA_DRAW_BOXES_H
#define RELATA_DRAW_BOXES_H

#include "draw/diagram/diagram.h"
#include "draw/layout/engine.h"
#include "draw/sheet/graphviz.h"

G_BEGIN_DECLS

/* Places actors, frames and titles (whose sizes are set); ratio: of the drawing, height by width. FALSE as
 * relata_graphviz_layout(). */
gboolean relata_boxes_arrange(RelataDiagram *diagram, const RelataEngine *engine, double ratio,
                              RelataGraphviz *graphviz, GError **error);

/* Stretches the diagram with its boxes; the sizes of actors and titles stay. */
void relata_boxes_stretch(RelataDiagram *diagram, double by);

G_END_DECLS

#endif
