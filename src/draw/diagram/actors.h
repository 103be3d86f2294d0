/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Actors as glyphs, and the boxes around clusters of them. */
#ifndef RELATA_DRAW_DIAGRAM_ACTORS_H
#define RELATA_DRAW_DIAGRAM_ACTORS_H

#include "draw/diagram/diagram.h"

G_BEGIN_DECLS

/* Adds a glyph for each actor shown, in the order of vertices, and sets numbers[vertex] to its index,
 * RELATA_NONE for who is not shown. `scores` by vertex size the names; NULL: nothing does. Notes what occurs.
 * O(V + ties). */
void relata_actors_add(RelataDiagram *diagram, const RelataNetwork *network, const RelataScope *scope,
                       const double *scores, guint *numbers);

/* Adds a frame with its title for each cluster of the scope; numbers[vertex] is an actor's index. O(V). */
void relata_actors_add_frames(RelataDiagram *diagram, const RelataNetwork *network, const RelataScope *scope,
                              const guint *numbers);

G_END_DECLS

#endif
