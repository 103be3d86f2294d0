/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes the sheet: the placed diagram, with title and subtitle above it, and legend and caption below. */
#ifndef RELATA_DRAW_MOUNT_H
#define RELATA_DRAW_MOUNT_H

#include "draw/drawing.h"
#include "draw/sheet/graphviz.h"

G_BEGIN_DECLS

/* Sets *ratio to the ratio (height by width) that the drawing must have for the sheet to get the requested
 * proportions. If no proportions are requested, *ratio stays unchanged. */
gboolean relata_mount_drawing_ratio(RelataDiagram *diagram, RelataGraphviz *graphviz, double *ratio,
                                    GError **error);

/* Computes the shares that words take of sheets with the same given proportions, for n ≥ 1 diagrams. The
 * diagram with the most words determines them. FALSE where texts cannot be measured. */
gboolean relata_mount_share(RelataDiagram *const *diagrams, guint n, RelataGraphviz *graphviz,
                            RelataSheetShares *shares, GError **error);

/* Makes a sheet of the drawing, which it moves there, and of the diagram's words around it. Sets the
 * diagram's `smallest`. NULL where texts cannot be measured. Free with relata_sheet_free(). */
RelataSheet *relata_mount(RelataDiagram *diagram, RelataDrawing *drawing, RelataGraphviz *graphviz,
                          GError **error);

G_END_DECLS

#endif
