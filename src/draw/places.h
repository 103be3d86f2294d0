/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Remembers the places of everything in a diagram, for other diagrams that show parts of it in the same
 * places. */
#ifndef RELATA_DRAW_PLACES_H
#define RELATA_DRAW_PLACES_H

#include "draw/diagram/diagram.h"

G_BEGIN_DECLS

typedef struct RelataPlaces RelataPlaces;

/* Returns the places of a diagram that is placed. The diagram must outlive the result. */
RelataPlaces *relata_places_new(const RelataDiagram *whole);
void relata_places_free(RelataPlaces *places);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPlaces, relata_places_free)

/* Makes a diagram's labels show directions as those of the whole do. Call it before the diagram is
 * measured. */
void relata_places_direct(const RelataPlaces *places, RelataDiagram *frame);
/* Places a measured diagram, which must hold only what the whole holds. Boxes, labels and turns follow; boxes
 * without actors are left out. O(actors · boxes + links + labels). */
void relata_places_give(const RelataPlaces *places, RelataDiagram *frame);

G_END_DECLS

#endif
