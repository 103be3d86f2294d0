/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The words around a diagram: title, subtitle, and how much it holds. */
#ifndef RELATA_DRAW_DIAGRAM_CAPTIONS_H
#define RELATA_DRAW_DIAGRAM_CAPTIONS_H

#include "draw/diagram/diagram.h"

G_BEGIN_DECLS

/* Adds title, subtitle and captions as the view wants them, with the remarks that the diagram has. `extent`:
 * how much it holds, in words; NULL: as relata_diagram_count() says it. */
void relata_diagram_add_words(RelataDiagram *diagram, const RelataNetwork *network, const RelataView *view,
                              const char *extent);
/* The caption's first words: how much the scope holds, "5 actors and 6 ties, from 8 claims in 3 documents".
 * Newly allocated. */
char *relata_diagram_count(const RelataDiagram *diagram, const RelataNetwork *network);
/* How many documents the picture rests on, "4 documents"; NULL where on none. Newly allocated. */
char *relata_diagram_extent(const RelataDiagram *diagram);

G_END_DECLS

#endif
