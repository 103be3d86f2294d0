/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The order in which the actors and links of a diagram are read. */
#ifndef RELATA_DRAW_DIAGRAM_READING_H
#define RELATA_DRAW_DIAGRAM_READING_H

#include "draw/diagram/diagram.h"

G_BEGIN_DECLS

/* The actors shown as vertices (guint), the most important first: by score, else as the ties of the scope are
 * walked. Free with g_array_unref(). O(V log V + E). */
GArray *relata_reading_of_scope(const RelataNetwork *network, const RelataScope *scope, const double *scores);

/* Gives actors and links their turns: after each actor its links, unless an actor before had them.
 * numbers[vertex] is the actor's index in the diagram. O(V + E). */
void relata_reading_set_turns(RelataDiagram *diagram, const guint *numbers);

G_END_DECLS

#endif
