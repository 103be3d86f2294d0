/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From a diagram to a picture's bytes: layout, labels, sheet, rendering. In a child process only, as it calls
 * Graphviz. */
#ifndef RELATA_DRAW_COMPOSE_H
#define RELATA_DRAW_COMPOSE_H

#include "draw/diagram/diagram.h"
#include "draw/layout/engine.h"

G_BEGIN_DECLS

/* The steps, one by one. Measures the texts in the drawing, and gives actors and labels their sizes. Once. */
gboolean relata_compose_measure(RelataDiagram *diagram, GError **error);
/* … then layout and labels: everything in the diagram gets its place. */
gboolean relata_compose_place(RelataDiagram *diagram, const RelataEngine *engine, GError **error);
/* Of a diagram that was measured, and got its places otherwise: turns the arrows of labels to where their
 * ties lead. Once. */
void relata_compose_arrows(RelataDiagram *diagram);
/* The sheet. The diagram is used up. */
RelataSheet *relata_compose_sheet(RelataDiagram *diagram, GError **error);
/* Its bytes, appended to out. */
gboolean relata_compose_render(const RelataSheet *sheet, const RelataTheme *theme, const char *format,
                               GByteArray *out, GError **error);

/* All of them: draws with the engine; says relata_process_reached() when the layout is done. The diagram is
 * used up; its remarks hold afterwards also what could not be placed. */
gboolean relata_compose(RelataDiagram *diagram, const RelataEngine *engine, const char *format,
                        GByteArray *out, GError **error);

G_END_DECLS

#endif
