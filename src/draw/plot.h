/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The plot of a time line: its scale, and what is put on it. For the files of draw/timeline.h only. */
#ifndef RELATA_DRAW_PLOT_H
#define RELATA_DRAW_PLOT_H

#include "draw/drawing.h"
#include "draw/timeline.h"
#include "draw/timescale.h"

G_BEGIN_DECLS

/* In points. */
#define RELATA_PLOT_WIDTH  1050.0 /* of the whole: beside it words have their nominal size */
#define RELATA_PLOT_NAMES  268.0  /* of it for the rows' texts */
#define RELATA_PLOT_BEYOND 14.0   /* at each end of the scale: for what lies beyond it */

typedef enum {
  RELATA_WHEN_DAY,
  RELATA_WHEN_WITHIN,
  RELATA_WHEN_THROUGHOUT,
  RELATA_WHEN_OPEN,
  RELATA_WHEN_UNCERTAIN,
  RELATA_N_WHENS
} RelataWhen;

typedef struct {
  RelataTimeline *timeline;
  RelataDiagram *diagram; /* its theme, its words and its legend */
  RelataDrawing *drawing; /* what is put on it */
  RelataTimescale *scale;
  double y; /* how far down it is filled; it begins at 0 */
  gboolean occurs[RELATA_N_WHENS];
  GArray *figures; /* numbers of sources, each with the text that it stands after: draw/timeline_plot.c */
} RelataPlot;

typedef enum { RELATA_AT_LEFT, RELATA_AT_CENTRE } RelataAnchor;

/* How far to the right a day begins. */
double relata_plot_at(const RelataPlot *plot, gint32 day);
/* A text whose x is that of its anchor until it is measured; `left` of the glyph says which. */
RelataGlyph *relata_plot_add_text(RelataPlot *plot, const char *text, double size, const char *ink, double x,
                                  double y, RelataAnchor anchor);
RelataCurve *relata_plot_add_line(RelataPlot *plot, double x, double y, double to_x, double to_y,
                                  const char *color, double width);

/* The lines of the scale's labels, from plot->y downwards: years, their months, the days of these. */
void relata_plot_add_labels(RelataPlot *plot);
/* The scale's own line, with strokes across it where a stretch is drawn together. */
void relata_plot_add_base(RelataPlot *plot, double y);
void relata_plot_add_grid(RelataPlot *plot, double top, double bottom);

G_END_DECLS

#endif
