/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes glyphs of actors, and the boxes around clusters of them. */
#ifndef RELATA_DRAW_DIAGRAM_ACTORS_H
#define RELATA_DRAW_DIAGRAM_ACTORS_H

#include "draw/diagram/diagram.h"

G_BEGIN_DECLS

/* Adds a glyph for each actor shown, in the order of vertices. Sets numbers[vertex] to the index of the
 * glyph, or to RELATA_NONE for an actor that is not shown. `scores`, by vertex, determine the size of names;
 * NULL: all have one size. Notes what occurs, for the legend. O(V + ties). */
void relata_actors_add(RelataDiagram *diagram, const RelataNetwork *network, const RelataScope *scope,
                       const double *scores, guint *numbers);

/* Adds a frame with a title for each cluster of the scope. numbers[vertex] is an actor's index. O(V). */
void relata_actors_add_frames(RelataDiagram *diagram, const RelataNetwork *network, const RelataScope *scope,
                              const guint *numbers);

G_END_DECLS

#endif
