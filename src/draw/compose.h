/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Turns a diagram into the bytes of a picture: layout, labels, sheet, rendering. The diagram can be used
 * again: the sheet holds copies, and another engine may place the diagram anew. All functions fail as those
 * of draw/sheet/graphviz.h do. */
#ifndef RELATA_DRAW_COMPOSE_H
#define RELATA_DRAW_COMPOSE_H

#include "draw/diagram/diagram.h"
#include "draw/layout/engine.h"
#include "draw/sheet/graphviz.h"

G_BEGIN_DECLS

/* The steps, one by one. Measures the texts in the drawing, and sets the sizes of actors and labels. */
gboolean relata_compose_measure(RelataDiagram *diagram, RelataGraphviz *graphviz, GError **error);
/* Computes the layout, calls relata_graphviz_reached(), and places the labels, so that everything in the
 * diagram has its place. A remark says how many labels have no place. */
gboolean relata_compose_place(RelataDiagram *diagram, const RelataEngine *engine, RelataGraphviz *graphviz,
                              GError **error);
/* Turns the arrows of labels in the direction of their ties, in a diagram that was measured and was placed by
 * other means. */
void relata_compose_arrows(RelataDiagram *diagram);
/* Makes the sheet. Sets the diagram's `smallest`. */
RelataSheet *relata_compose_sheet(RelataDiagram *diagram, RelataGraphviz *graphviz, GError **error);
/* Renders the sheet and appends the bytes to `out`. */
gboolean relata_compose_render(const RelataSheet *sheet, const RelataTheme *theme, const char *format,
                               GByteArray *out, RelataGraphviz *graphviz, GError **error);

/* Does all steps: draws with the engine. */
gboolean relata_compose(RelataDiagram *diagram, const RelataEngine *engine, const char *format,
                        GByteArray *out, RelataGraphviz *graphviz, GError **error);

G_END_DECLS

#endif
