/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Routes lines between placed actors: arcs that avoid other actors where possible. This is own code, because
 * Graphviz's routing takes from 1 to over 60 seconds for 90 actors and 150 ties, and bends lines at every
 * corner that they pass. */
#ifndef RELATA_DRAW_LAYOUT_ROUTE_H
#define RELATA_DRAW_LAYOUT_ROUTE_H

#include "draw/sheet/sheet.h"

G_BEGIN_DECLS

/* Gives every curve its points. Among a few arcs, from flat to strongly bent, it chooses the one that hits
 * the fewest actors, leaves its ends where few other lines do, and is flattest. Curves between the same two
 * actors get different arcs. A loop, from an actor to itself, stands in the direction in which the fewest
 * lines leave the actor. O(curves · actors near a line). With `straight` no curve is bent, for large graphs.
 */
void relata_route(const GPtrArray *glyphs, GPtrArray *curves, gboolean straight);

G_END_DECLS

#endif
