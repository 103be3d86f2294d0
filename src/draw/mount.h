/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes the sheet: the placed diagram, with title and subtitle above it, and legend and caption below. */
#ifndef RELATA_DRAW_MOUNT_H
#define RELATA_DRAW_MOUNT_H

#include "draw/diagram/diagram.h"
#include "draw/sheet/graphviz.h"

G_BEGIN_DECLS

/* Sets *ratio to the ratio (height by width) that the drawing must have for the sheet to get the requested
 * proportions. If no proportions are requested, *ratio stays unchanged. */
gboolean relata_mount_drawing_ratio(RelataDiagram *diagram, RelataGraphviz *graphviz, double *ratio,
                                    GError **error);

/* The box of all that is drawn of a diagram that is laid out, with these labels (RelataGlyph). Of nothing: a
 * point. */
RelataBox relata_mount_bounds(const RelataDiagram *diagram, const GPtrArray *labels);

/* What the words of pictures that are to have sheets of the same given proportions take of them: of the one
 * that has most to say. n ≥ 1. */
gboolean relata_mount_share(RelataDiagram *const *diagrams, guint n, RelataGraphviz *graphviz,
                            RelataSheetShares *shares, GError **error);

/* A new sheet with copies of the diagram's actors, links and boxes, with the labels (RelataGlyph, placed),
 * which it takes out of their array, and with the words around them. Sets the diagram's `smallest`. NULL
 * where texts cannot be measured. */
RelataSheet *relata_mount(RelataDiagram *diagram, GPtrArray *labels, RelataGraphviz *graphviz,
                          GError **error);

G_END_DECLS

#endif
