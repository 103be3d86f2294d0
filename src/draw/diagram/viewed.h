/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The one picture that a view asks for, whatever it shows: all, surroundings, what was found, what changed.
 */
#ifndef RELATA_DRAW_DIAGRAM_VIEWED_H
#define RELATA_DRAW_DIAGRAM_VIEWED_H

#include "draw/diagram/diagram.h"

G_BEGIN_DECLS

/* The diagram, and the network that its scope is of, which is the caller's to free. The view's `frames` is
 * not read. NULL with *error as relata_diagram_of_view(), relata_diagram_of_found() or
 * relata_diagram_of_changes(), and *network is left as it is. */
RelataDiagram *relata_diagram_of_viewed(RelataCorpus *corpus, const RelataView *view, RelataNetwork **network,
                                        GError **error);
/* Whether what the view shows can be told of several dates; else RELATA_ERROR_VALUE, which names the option
 * that asks for it. */
gboolean relata_viewed_check_time(const RelataView *view, const char *option, GError **error);

G_END_DECLS

#endif
