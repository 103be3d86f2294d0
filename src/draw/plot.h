/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The plot of a time line: its scale and what is drawn on it. Only for the files of draw/timeline.h. */
#ifndef RELATA_DRAW_PLOT_H
#define RELATA_DRAW_PLOT_H

#include "draw/drawing.h"
#include "draw/layout/spacing.h"
#include "draw/timeline.h"
#include "draw/timescale.h"

G_BEGIN_DECLS

/* In points. */
#define RELATA_PLOT_WIDTH  RELATA_WORDS_WIDTH
#define RELATA_PLOT_NAMES  268.0 /* part of the width for the texts of rows */
#define RELATA_PLOT_BEYOND 14.0  /* at each end of the scale, for what lies outside it */

typedef enum {
  RELATA_WHEN_DAY,
  RELATA_WHEN_WITHIN,
  RELATA_WHEN_THROUGHOUT,
  RELATA_WHEN_OPEN,
  RELATA_WHEN_PRESUMED,
  RELATA_WHEN_UNCERTAIN,
  RELATA_N_WHENS
} RelataWhen;

typedef struct {
  RelataTimeline *timeline;
  RelataDiagram *diagram; /* its theme, its words and its legend */
  RelataDrawing *drawing; /* what is put on it */
  RelataTimescale *scale;
  double y; /* how far down the plot is filled; starts at 0 */
  gboolean occurs[RELATA_N_WHENS];
  GArray *figures; /* numbers of sources, each with the text that it follows: draw/timeline_plot.c */
} RelataPlot;

typedef enum { RELATA_AT_LEFT, RELATA_AT_CENTRE } RelataAnchor;

/* Returns the horizontal position where a day begins. */
double relata_plot_at(const RelataPlot *plot, gint32 day);
/* Adds a text. Until it is measured, its x is that of its anchor, which is its left edge if `left` is set,
 * else its middle. */
RelataGlyph *relata_plot_add_text(RelataPlot *plot, const char *text, double size, const char *ink, double x,
                                  double y, RelataAnchor anchor);
RelataCurve *relata_plot_add_line(RelataPlot *plot, double x, double y, double to_x, double to_y,
                                  const char *color, double width);

/* Adds the label lines of the scale, from plot->y downwards: years, their months, the days of these. */
void relata_plot_add_labels(RelataPlot *plot);
/* Add the scale's own line, with strokes across it where a gap shortens it; and the grid. */
void relata_plot_add_base(RelataPlot *plot, double y);
void relata_plot_add_grid(RelataPlot *plot, double top, double bottom);

G_END_DECLS

#endif
