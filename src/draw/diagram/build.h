/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Making diagrams: of a scope, of a view, of what was found. */
#ifndef RELATA_DRAW_DIAGRAM_BUILD_H
#define RELATA_DRAW_DIAGRAM_BUILD_H

#include "draw/diagram/diagram.h"
#include "draw/diagram/trace.h"

G_BEGIN_DECLS

/* What the scope, which it takes, holds, with its legend; words are still to be added. Never NULL. */
RelataDiagram *relata_diagram_new(const RelataNetwork *network, RelataScope *scope,
                                  const RelataDiagramLook *look);
/* NULL with *error where the view names an unknown actor or measure, or an actor that the selection leaves
 * out. */
RelataDiagram *relata_diagram_of_view(RelataCorpus *corpus, const RelataNetwork *network,
                                      const RelataView *view, GError **error);
/* What a view asks for with `between` or `connect`. NULL with *error as relata_path_ask() and
 * relata_connect(), for unknown or ambiguous actors, and RELATA_ERROR_EMPTY where there is no path or
 * connection. In draw/diagram/found.c. */
RelataDiagram *relata_diagram_of_found(RelataCorpus *corpus, const RelataNetwork *network,
                                       const RelataView *view, GError **error);
/* NULL with RELATA_ERROR_VALUE where the trace speaks of what is not in the network. In draw/diagram/trace.c.
 */
RelataDiagram *relata_diagram_of_trace(const RelataNetwork *network, const RelataTrace *trace,
                                       GError **error);

G_END_DECLS

#endif
