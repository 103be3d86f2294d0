/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The layout of a diagram that is read along its lines: in layers, from left to right or from top to bottom,
 * with space for the labels of the lines. */
#ifndef RELATA_DRAW_FLOW_H
#define RELATA_DRAW_FLOW_H

#include "draw/diagram/diagram.h"
#include "draw/sheet/graphviz.h"

G_BEGIN_DECLS

/* Places actors and labels, whose sizes are set, and gives the links their points. The layers go from left to
 * right, or from top to bottom if the picture is much easier to read that way; then *down is set. `gap` is
 * the minimal distance between actors. Errors are those of relata_graphviz_layout(). */
gboolean relata_flow(RelataDiagram *diagram, double gap, gboolean *down, RelataGraphviz *graphviz,
                     GError **error);

G_END_DECLS

#endif
