/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The legend explains only what occurs in the picture. */
#ifndef RELATA_DRAW_DIAGRAM_LEGEND_H
#define RELATA_DRAW_DIAGRAM_LEGEND_H

#include "draw/diagram/diagram.h"
#include "draw/diagram/legend_entry.h"

G_BEGIN_DECLS

/* Gives the diagram's legend the layout of the other's: an entry that only the other has leaves its place
 * empty, and scales are taken from the other. */
void relata_legend_align(RelataDiagram *diagram, const RelataDiagram *other);

/* Adds an entry to the diagram's legend and returns it. The caller sets the sample. Takes ownership of the
 * text. */
RelataLegendEntry *relata_legend_new_entry(RelataDiagram *diagram, RelataLegendGroup group, char *text);
/* Adds to `occurs` what occurs in the other of two pictures of one schema. */
void relata_legend_unite(RelataOccurrence *occurs, const RelataOccurrence *other);

/* Makes the entries for what diagram->occurs holds. `measure` names what determines the size of actors; NULL:
 * nothing does. */
void relata_legend_add(RelataDiagram *diagram, const RelataCorpus *corpus, const RelataMeasureInfo *measure);
/* If the diagram numbers its sources, adds them to the legend, with an entry that explains the superscript
 * numbers. */
void relata_legend_add_sources(RelataDiagram *diagram, const RelataCorpus *corpus);

G_END_DECLS

#endif
