/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/plot.h"

#define TICK      13.0 /* height of a line of the scale's labels */
#define TICK_SIZE 9.0

double
relata_plot_at(const RelataPlot *plot, gint32 day)
{
  return RELATA_PLOT_NAMES + RELATA_PLOT_BEYOND +
         relata_timescale_at(plot->scale, day) *
             (RELATA_PLOT_WIDTH - RELATA_PLOT_NAMES - 2 * RELATA_PLOT_BEYOND);
}

RelataGlyph *
relata_plot_add_text(RelataPlot *plot, const char *text, double size, const char *ink, double x, double y,
                     RelataAnchor anchor)
{
  RelataGlyph *glyph = relata_glyph_new(text, size, ink);
  glyph->x = x;
  glyph->y = y;
  glyph->left = anchor == RELATA_AT_LEFT;
  glyph->part = RELATA_PART_DRAWING;
  g_ptr_array_add(plot->drawing->glyphs, glyph);
  return glyph;
}

RelataCurve *
relata_plot_add_line(RelataPlot *plot, double x, double y, double to_x, double to_y, const char *color,
                     double width)
{
  RelataCurve *curve = relata_curve_new(0, 0); /* a line must belong to two glyphs; which ones does not
                                                  matter */
  curve->color = color;
  curve->width = width;
  curve->part = RELATA_PART_DRAWING;
  relata_curve_set_straight(curve, (RelataPoint){x, y}, (RelataPoint){to_x, to_y});
  g_ptr_array_add(plot->drawing->curves, curve);
  return curve;
}

typedef struct {
  gboolean months, days; /* whether the scale has lines of labels for them */
} Levels;

static Levels
levels_of(const RelataTimescale *scale)
{
  Levels levels = {FALSE, FALSE};
  for (guint i = 0; i < scale->cells->len; i++) {
    const RelataCell *cell = &g_array_index(scale->cells, RelataCell, i);
    levels.months = levels.months || cell->kind == RELATA_CELL_MONTH || cell->kind == RELATA_CELL_DAY;
    levels.days = levels.days || cell->kind == RELATA_CELL_DAY;
  }
  return levels;
}

/* Labels a divided stretch where it begins, above its parts. */
static void
add_heading(RelataPlot *plot, const RelataCell *cell, RelataCellKind kind, double y)
{
  RelataCell whole = *cell;
  whole.kind = kind;
  g_autofree char *label = relata_timescale_label(&whole);
  relata_plot_add_text(plot, label, TICK_SIZE + 1, plot->diagram->theme->ink,
                       relata_plot_at(plot, cell->first) + 3, y, RELATA_AT_LEFT)
      ->bold = TRUE;
}

static void
add_tick(RelataPlot *plot, const RelataCell *cell, double y)
{
  const RelataTheme *theme = plot->diagram->theme;
  const gboolean gap = cell->kind == RELATA_CELL_GAP;
  int day;
  relata_day_split(cell->first, NULL, NULL, &day);
  if (cell->kind == RELATA_CELL_DAY && day != 1 && (day % 5 != 0 || day == 30))
    return;
  g_autofree char *label = relata_timescale_label(cell);
  const double x = (relata_plot_at(plot, cell->first) + relata_plot_at(plot, cell->last + 1)) / 2;
  RelataGlyph *glyph = relata_plot_add_text(plot, label, gap ? TICK_SIZE - 1 : TICK_SIZE,
                                            gap ? theme->soft_ink : theme->ink, x, y, RELATA_AT_CENTRE);
  glyph->bold = cell->kind == RELATA_CELL_YEAR;
  glyph->classes = g_strdup("tick");
}

void
relata_plot_add_labels(RelataPlot *plot)
{
  const Levels levels = levels_of(plot->scale);
  const double years = plot->y - TICK / 2, months = years - TICK, days = months - TICK;
  int year_before = G_MININT, month_before = 0;
  for (guint i = 0; i < plot->scale->cells->len; i++) {
    const RelataCell *cell = &g_array_index(plot->scale->cells, RelataCell, i);
    int year, month;
    relata_day_split(cell->first, &year, &month, NULL);
    const gboolean in_year = cell->kind == RELATA_CELL_MONTH || cell->kind == RELATA_CELL_DAY || cell->months;
    if (in_year && year != year_before)
      add_heading(plot, cell, RELATA_CELL_YEAR, years);
    if (cell->kind == RELATA_CELL_DAY && (year != year_before || month != month_before))
      add_heading(plot, cell, RELATA_CELL_MONTH, months);
    add_tick(plot, cell, cell->kind == RELATA_CELL_DAY ? days : in_year ? months : years);
    year_before = year;
    month_before = month;
  }
  plot->y -= TICK * (1 + levels.months + levels.days);
}

void
relata_plot_add_base(RelataPlot *plot, double y)
{
  const RelataTheme *theme = plot->diagram->theme;
  double x = RELATA_PLOT_NAMES;
  for (guint i = 0; i < plot->scale->cells->len; i++) {
    const RelataCell *cell = &g_array_index(plot->scale->cells, RelataCell, i);
    if (cell->kind != RELATA_CELL_GAP)
      continue;
    const double centre = (relata_plot_at(plot, cell->first) + relata_plot_at(plot, cell->last + 1)) / 2;
    relata_plot_add_line(plot, x, y, centre - 3, y, theme->soft_ink, 0.8);
    for (int side = -1; side <= 1; side += 2)
      relata_plot_add_line(plot, centre + side * 3 - 2, y - 4, centre + side * 3 + 2, y + 4, theme->soft_ink,
                           0.8);
    x = centre + 3;
  }
  relata_plot_add_line(plot, x, y, RELATA_PLOT_WIDTH, y, theme->soft_ink, 0.8);
}

void
relata_plot_add_grid(RelataPlot *plot, double top, double bottom)
{
  const RelataTheme *theme = plot->diagram->theme;
  int year_before = G_MININT, month_before = 0;
  for (guint i = 0; i < plot->scale->cells->len; i++) {
    const RelataCell *cell = &g_array_index(plot->scale->cells, RelataCell, i);
    int year, month, day;
    relata_day_split(cell->first, &year, &month, &day);
    const gboolean new_year = year != year_before, new_month = new_year || month != month_before;
    year_before = year;
    month_before = month;
    if (cell->kind == RELATA_CELL_DAY && !new_month && day % 5 != 0)
      continue;
    const double x = relata_plot_at(plot, cell->first);
    RelataCurve *line = relata_plot_add_line(plot, x, top, x, bottom, theme->rule,
                                             new_year    ? 0.9
                                             : new_month ? 0.5
                                                         : 0.3);
    line->classes = g_strdup("grid");
    if (!new_month)
      line->line = RELATA_LINE_DOTTED;
  }
  relata_plot_add_line(plot, RELATA_PLOT_WIDTH - RELATA_PLOT_BEYOND, top,
                       RELATA_PLOT_WIDTH - RELATA_PLOT_BEYOND, bottom, theme->rule, 0.5)
      ->classes = g_strdup("grid");
}
