/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The legend: just what occurs in the picture. */
#ifndef RELATA_DRAW_DIAGRAM_LEGEND_H
#define RELATA_DRAW_DIAGRAM_LEGEND_H

#include "draw/diagram/diagram.h"

G_BEGIN_DECLS

typedef enum {
  RELATA_LEGEND_ACTORS,
  RELATA_LEGEND_TIES,
  RELATA_LEGEND_TIME,
  RELATA_LEGEND_SOURCES,
  RELATA_N_LEGEND_GROUPS
} RelataLegendGroup;

/* How a group is set; lengths in multiples of the theme's size of legends. */
typedef struct {
  const char *title;
  RelataPart part;
  double size;   /* of its texts */
  double sample; /* the width of a sample */
  double row;    /* the least height of a row */
  guint single;  /* up to so many entries have a row each, more two in a row at least; 0: as many as fit */
} RelataLegendStyle;

extern const RelataLegendStyle relata_legend_styles[RELATA_N_LEGEND_GROUPS];

typedef struct {
  RelataLegendGroup group;
  RelataGlyph *shape; /* a sample of an actor's shape, or NULL */
  RelataCurve *line;  /* a sample of a line, or NULL */
  char *text;
  char *id, *classes, *url; /* of the text; each may be NULL */
  gboolean scale;           /* it says what sizes mean */
  gboolean absent;          /* it keeps its place, but is not drawn */
} RelataLegendEntry;

void relata_legend_entry_free(RelataLegendEntry *entry);
RelataLegendEntry *relata_legend_entry_copy(const RelataLegendEntry *entry);
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
