/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The words around a diagram: title, subtitle, and how much it shows. */
#ifndef RELATA_DRAW_DIAGRAM_CAPTIONS_H
#define RELATA_DRAW_DIAGRAM_CAPTIONS_H

#include "draw/diagram/diagram.h"

G_BEGIN_DECLS

/* Adds title, subtitle and captions as the view asks for them, and the diagram's remarks. `extent` says in
 * words how much the diagram shows; NULL: the text of relata_diagram_count(). */
void relata_diagram_add_words(RelataDiagram *diagram, const RelataNetwork *network, const RelataView *view,
                              const char *extent);
/* Returns the first words of the caption, which say how much the scope holds: "5 actors and 6 ties, from 8
 * claims in 3 documents". Newly allocated. */
char *relata_diagram_count(const RelataDiagram *diagram, const RelataNetwork *network);
/* Returns the number of documents behind the picture, "4 documents"; NULL if there are none. Newly
 * allocated. */
char *relata_diagram_extent(const RelataDiagram *diagram);

G_END_DECLS

#endif
