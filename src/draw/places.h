/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Places: where everything in a diagram is, for others that show some of it and are to have it there too. */
#ifndef RELATA_DRAW_PLACES_H
#define RELATA_DRAW_PLACES_H

#include "draw/diagram/diagram.h"

G_BEGIN_DECLS

typedef struct RelataPlaces RelataPlaces;

/* Of a diagram that was placed, and outlives this. */
RelataPlaces *relata_places_new(const RelataDiagram *whole);
void relata_places_free(RelataPlaces *places);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPlaces, relata_places_free)

/* Has a diagram's labels show directions as those of the whole do. To be called before it is measured. */
void relata_places_direct(const RelataPlaces *places, RelataDiagram *frame);
/* Gives a diagram that was measured, of nothing but what the whole holds, its places. Boxes, labels and turns
 * follow; boxes without actors are left out. O(actors · boxes + links + labels). */
void relata_places_give(const RelataPlaces *places, RelataDiagram *frame);

G_END_DECLS

#endif
