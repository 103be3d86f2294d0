/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes the diagram that a view asks for, of any kind: everything, surroundings, search results, changes. */
#ifndef RELATA_DRAW_DIAGRAM_VIEWED_H
#define RELATA_DRAW_DIAGRAM_VIEWED_H

#include "draw/diagram/diagram.h"

G_BEGIN_DECLS

/* Returns the diagram, and sets *network to the network of its scope, which the caller frees. The view's
 * `frames` is ignored. Returns NULL and sets *error as relata_diagram_of_view(), relata_diagram_of_found() or
 * relata_diagram_of_changes() do, and leaves *network unchanged. */
RelataDiagram *relata_diagram_of_viewed(RelataCorpus *corpus, const RelataView *view, RelataNetwork **network,
                                        GError **error);
/* Returns whether what the view shows can be drawn for several dates; else fails with RELATA_ERROR_VALUE. The
 * message names the option that asks for it. */
gboolean relata_viewed_check_time(const RelataView *view, const char *option, GError **error);

/* Whether a function that draws can work with the view: its selection is of the corpus, nothing that must be
 * there is NULL, and its enumerations have values of their own. For g_return_val_if_fail(). */
gboolean relata_viewed_is_sound(const RelataCorpus *corpus, const RelataView *view);

G_END_DECLS

#endif
