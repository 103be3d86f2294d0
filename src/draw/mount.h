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

/* Returns the box around everything that is drawn of a placed diagram with these labels (RelataGlyph). Of an
 * empty diagram it is a point. */
RelataBox relata_mount_bounds(const RelataDiagram *diagram, const GPtrArray *labels);

/* Computes the shares that words take of sheets with the same given proportions, for n ≥ 1 diagrams. The
 * diagram with the most words determines them. */
gboolean relata_mount_share(RelataDiagram *const *diagrams, guint n, RelataGraphviz *graphviz,
                            RelataSheetShares *shares, GError **error);

/* Returns a new sheet with copies of the diagram's actors, links and boxes, with the labels (RelataGlyph,
 * placed) and the words around the drawing. The labels are removed from their array. Sets the diagram's
 * `smallest`. Returns NULL if texts cannot be measured. */
RelataSheet *relata_mount(RelataDiagram *diagram, GPtrArray *labels, RelataGraphviz *graphviz,
                          GError **error);

G_END_DECLS

#endif
