/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The legend: just what occurs in the picture. */
#ifndef RELATA_DRAW_DIAGRAM_LEGEND_H
#define RELATA_DRAW_DIAGRAM_LEGEND_H

#include "draw/diagram/diagram.h"
#include "draw/diagram/legend_entry.h"

G_BEGIN_DECLS

/* Makes the diagram's legend one of the places that the other's has, with what it does not have left empty;
 * scales are the other's. */
void relata_legend_align(RelataDiagram *diagram, const RelataDiagram *other);

/* An entry, added to the diagram's legend, whose sample is still to be set. Takes the text. */
RelataLegendEntry *relata_legend_new_entry(RelataDiagram *diagram, RelataLegendGroup group, char *text);
/* What occurs in either of two pictures of one schema, in the first. */
void relata_legend_unite(RelataOccurrence *occurs, const RelataOccurrence *other);

/* Makes the entries for what diagram->occurs holds. `measure` names what sizes the actors; NULL where nothing
 * does. */
void relata_legend_add(RelataDiagram *diagram, const RelataCorpus *corpus, const char *measure);
/* Adds to the legend the diagram's sources, where it numbers them, and what their raised numbers mean. */
void relata_legend_add_sources(RelataDiagram *diagram, const RelataCorpus *corpus);

G_END_DECLS

#endif
