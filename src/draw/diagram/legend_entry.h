/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An entry of a legend: a sample and its meaning. */
#ifndef RELATA_DRAW_DIAGRAM_LEGEND_ENTRY_H
#define RELATA_DRAW_DIAGRAM_LEGEND_ENTRY_H

#include "draw/sheet/sheet.h"

G_BEGIN_DECLS

typedef enum {
  RELATA_LEGEND_ACTORS,
  RELATA_LEGEND_TIES,
  RELATA_LEGEND_TIME,
  RELATA_LEGEND_SOURCES,
  RELATA_N_LEGEND_GROUPS
} RelataLegendGroup;

/* How a group of entries is set. Lengths are multiples of the theme's legend size. */
typedef struct {
  const char *title;
  RelataPart part;
  double size;   /* of its texts */
  double sample; /* the width of a sample */
  double row;    /* the least height of a row */
  guint single;  /* up to this many entries get a row each, more share rows, at least two in each; 0: as
                    many in a row as fit */
} RelataLegendStyle;

extern const RelataLegendStyle relata_legend_styles[RELATA_N_LEGEND_GROUPS];

typedef struct {
  RelataLegendGroup group;
  RelataGlyph *shape; /* a sample of an actor's shape, or NULL */
  RelataCurve *line;  /* a sample of a line, or NULL */
  char *text;
  char *id, *classes, *url; /* of the text; each may be NULL */
  gboolean scale;           /* it explains sizes */
  gboolean absent;          /* it keeps its place but is not drawn */
} RelataLegendEntry;

void relata_legend_entry_free(RelataLegendEntry *entry);
/* Returns a deep copy. */
RelataLegendEntry *relata_legend_entry_copy(const RelataLegendEntry *entry);

G_END_DECLS

#endif
