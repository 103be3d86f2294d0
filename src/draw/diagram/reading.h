/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The reading order of a diagram's actors and links. */
#ifndef RELATA_DRAW_DIAGRAM_READING_H
#define RELATA_DRAW_DIAGRAM_READING_H

#include "draw/diagram/diagram.h"

G_BEGIN_DECLS

/* Returns the actors shown as vertices (guint), the most important first: by score, or without scores in the
 * order in which the ties of the scope are walked. Free with g_array_unref(). O(V log V + E). */
GArray *relata_reading_of_scope(const RelataNetwork *network, const RelataScope *scope, const double *scores);

/* Sets the turns of actors and links. Each actor is followed by its links, except those that follow an
 * earlier actor. numbers[vertex] is the actor's index in the diagram. O(V + E). */
void relata_reading_set_turns(RelataDiagram *diagram, const guint *numbers);

G_END_DECLS

#endif
