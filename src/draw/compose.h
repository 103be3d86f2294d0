/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From a diagram to a picture's bytes: layout, labels, page, rendering. In a child process only, as it calls
 * Graphviz. */
#ifndef RELATA_DRAW_COMPOSE_H
#define RELATA_DRAW_COMPOSE_H

#include "draw/diagram.h"
#include "draw/engine.h"

G_BEGIN_DECLS

/* Draws with the engine; says relata_process_reached() when the layout is done. The diagram is used up; its
 * remarks hold afterwards also what could not be placed. */
gboolean relata_compose(RelataDiagram *diagram, const RelataEngine *engine, const char *format,
                        GByteArray *out, GError **error);

G_END_DECLS

#endif
