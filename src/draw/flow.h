/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The layout of a diagram that is read along its lines: in layers, from left to right or from top to bottom,
 * with room in it for what stands at the lines. */
#ifndef RELATA_DRAW_FLOW_H
#define RELATA_DRAW_FLOW_H

#include "draw/diagram/diagram.h"
#include "draw/sheet/graphviz.h"

G_BEGIN_DECLS

/* Places actors and labels, whose sizes are set, and gives the links their points. From left to right, unless
 * the picture is read much better the other way: then from top to bottom (*down). `gap` is kept free between
 * actors. FALSE as relata_graphviz_layout(). */
gboolean relata_flow(RelataDiagram *diagram, double gap, gboolean *down, RelataGraphviz *graphviz,
                     GError **error);

G_END_DECLS

#endif
