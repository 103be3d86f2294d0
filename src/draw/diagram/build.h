/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes diagrams: of a scope, of a view, of a result found in a network. */
#ifndef RELATA_DRAW_DIAGRAM_BUILD_H
#define RELATA_DRAW_DIAGRAM_BUILD_H

#include "draw/diagram/diagram.h"
#include "draw/diagram/trace.h"

G_BEGIN_DECLS

/* Returns the diagram of the scope, with its legend but without words. Takes ownership of the scope. Never
 * NULL. */
RelataDiagram *relata_diagram_new(const RelataNetwork *network, RelataScope *scope,
                                  const RelataDiagramLook *look);
/* Returns NULL and sets *error if the view names an unknown actor or measure, or an actor that the selection
 * leaves out. */
RelataDiagram *relata_diagram_of_view(RelataCorpus *corpus, const RelataNetwork *network,
                                      const RelataView *view, GError **error);
/* Returns the diagram of what a view searches with `between` or `connect`. Returns NULL and sets *error as
 * relata_path_ask() and relata_connect() do, for unknown or ambiguous actors, and with RELATA_ERROR_EMPTY if
 * there is no path or connection. Defined in draw/diagram/found.c. */
RelataDiagram *relata_diagram_of_found(RelataCorpus *corpus, const RelataNetwork *network,
                                       const RelataView *view, GError **error);
/* Returns NULL with RELATA_ERROR_VALUE if the trace names something that is not in the network. Defined in
 * draw/diagram/trace.c. */
RelataDiagram *relata_diagram_of_trace(const RelataNetwork *network, const RelataTrace *trace,
                                       GError **error);

G_END_DECLS

#endif
