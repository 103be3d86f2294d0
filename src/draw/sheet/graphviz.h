/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The only door to Graphviz: measuring texts, layout, rendering.
 *
 * Graphviz may exit(), cannot be interrupted and leaks on failures, and a process may hold only one context:
 * call these in a child process only (draw/sheet/process.h), which ends without ever freeing the context. */
#ifndef RELATA_DRAW_SHEET_GRAPHVIZ_H
#define RELATA_DRAW_SHEET_GRAPHVIZ_H

#include "draw/sheet/sheet.h"

G_BEGIN_DECLS

typedef struct {
  const char *engine; /* "dot", "neato", "fdp", "sfdp", "circo", "twopi" */
  double gap;         /* kept free between glyphs, in points */
  double layer_gap;   /* … between layers, by the engine dot */
  gboolean routed;    /* curves get the engine's lines; else their points are left unset */
  double ratio;       /* height by width that the engine dot stretches its layout to; 0: as it comes */
  gboolean across;    /* layers follow one another from left to right; else from top to bottom */
  guint n_ends; /* so many glyphs are what lines run between; the others stand in lines, which run straight
                 * through them */
} RelataLayoutOptions;

/* Sets text_width and text_height of every glyph that has a text, set in the first of the fonts (a CSS list)
 * that there is. */
gboolean relata_graphviz_measure(GPtrArray *glyphs, const char *fonts, GError **error);

/* Places glyphs whose width and height are set; they may overlap. */
gboolean relata_graphviz_layout(GPtrArray *glyphs, GPtrArray *curves, const RelataLayoutOptions *options,
                                GError **error);

/* Draws a sheet on which everything has its place, as "svg", "png", "pdf" or "dot". Appends to out. */
gboolean relata_graphviz_render(const RelataSheet *sheet, const char *format, double pixels_wide,
                                GByteArray *out, GError **error);

G_END_DECLS

#endif
