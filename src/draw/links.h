/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ties as lines: which ties share one, how it looks, and what stands at it. */
#ifndef RELATA_DRAW_LINKS_H
#define RELATA_DRAW_LINKS_H

#include "draw/diagram.h"

G_BEGIN_DECLS

/* Adds links and labels for the ties among the actors shown; numbers[vertex] is the actor's index in the
 * diagram or RELATA_NONE. Notes what occurs. O(ties · log ties). */
void relata_links_add(RelataDiagram *diagram, const RelataNetwork *network, const RelataView *view,
                      const guint *numbers);

G_END_DECLS

#endif
