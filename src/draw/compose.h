/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From a diagram to a picture's bytes: layout, labels, sheet, rendering. The diagram is not used up: what is
 * drawn of it are copies, and it may be placed again, by another engine. All of it fails as
 * draw/sheet/graphviz.h does. */
#ifndef RELATA_DRAW_COMPOSE_H
#define RELATA_DRAW_COMPOSE_H

#include "draw/diagram/diagram.h"
#include "draw/layout/engine.h"
#include "draw/sheet/graphviz.h"

G_BEGIN_DECLS

/* The steps, one by one. Measures the texts in the drawing, and gives actors and labels their sizes. */
gboolean relata_compose_measure(RelataDiagram *diagram, RelataGraphviz *graphviz, GError **error);
/* … then layout, whereupon relata_graphviz_reached() is said, and labels: everything in the diagram gets its
 * place. Labels that find none are remarked upon. */
gboolean relata_compose_place(RelataDiagram *diagram, const RelataEngine *engine, RelataGraphviz *graphviz,
                              GError **error);
/* Of a diagram that was measured, and got its places otherwise: turns the arrows of labels to where their
 * ties lead. */
void relata_compose_arrows(RelataDiagram *diagram);
/* The sheet. Sets the diagram's `smallest`. */
RelataSheet *relata_compose_sheet(RelataDiagram *diagram, RelataGraphviz *graphviz, GError **error);
/* Its bytes, appended to out. */
gboolean relata_compose_render(const RelataSheet *sheet, const RelataTheme *theme, const char *format,
                               GByteArray *out, RelataGraphviz *graphviz, GError **error);

/* All of them: draws with the engine. */
gboolean relata_compose(RelataDiagram *diagram, const RelataEngine *engine, const char *format,
                        GByteArray *out, RelataGraphviz *graphviz, GError **error);

G_END_DECLS

#endif
