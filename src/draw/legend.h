/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The legend: just what occurs in the picture. */
#ifndef RELATA_DRAW_LEGEND_H
#define RELATA_DRAW_LEGEND_H

#include "draw/diagram.h"

G_BEGIN_DECLS

typedef enum { RELATA_LEGEND_ACTORS, RELATA_LEGEND_TIES, RELATA_N_LEGEND_GROUPS } RelataLegendGroup;

extern const char *const relata_legend_titles[RELATA_N_LEGEND_GROUPS];

typedef struct {
  RelataLegendGroup group;
  RelataGlyph *shape; /* a sample of an actor's shape, or NULL */
  RelataCurve *line;  /* a sample of a line, or NULL */
  char *text;
} RelataLegendEntry;

void relata_legend_entry_free(RelataLegendEntry *entry);

/* Adds the entries for what diagram->occurs holds. `measure` names what sizes the actors; NULL where nothing
 * does. */
void relata_legend_add(RelataDiagram *diagram, const RelataSchema *schema, const char *measure);

G_END_DECLS

#endif
