/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The way to Graphviz: measuring texts, layout, rendering. It lives in a program of its own
 * (graphviz/main.c), which is started for the first of these and ended with the session. */
#ifndef RELATA_DRAW_SHEET_GRAPHVIZ_H
#define RELATA_DRAW_SHEET_GRAPHVIZ_H

#include "draw/sheet/sheet.h"

G_BEGIN_DECLS

/* A session: what is drawn for one question. Not for two threads at a time. */
typedef struct RelataGraphviz RelataGraphviz;

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

/* `program`: the path of what answers instead of relata-graphviz, for tests; else NULL. Never NULL. */
RelataGraphviz *relata_graphviz_new(const char *program);
/* Ends the program. */
void relata_graphviz_free(RelataGraphviz *graphviz);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataGraphviz, relata_graphviz_free)

/* From now on there are so many seconds until relata_graphviz_reached(), and from then on `more`; the
 * caller's own work counts. Before the first of them there is no time at all. */
void relata_graphviz_begin(RelataGraphviz *graphviz, double seconds, double more);
/* What the first deadline is for is done; where it is not met, it stays. */
void relata_graphviz_reached(RelataGraphviz *graphviz);

/* The three below return FALSE with RELATA_ERROR_LIMIT where the time is over, whereupon another begin may
 * follow, and with RELATA_ERROR_FAILED where Graphviz fails or its program is not to be found. */

/* Sets text_width and text_height of every glyph that has a text, set in the first of the fonts (a CSS list)
 * that there is. What was measured before is known. */
gboolean relata_graphviz_measure(RelataGraphviz *graphviz, const GPtrArray *glyphs, const char *fonts,
                                 GError **error);

/* Places glyphs whose width and height are set; they may overlap. */
gboolean relata_graphviz_layout(RelataGraphviz *graphviz, const GPtrArray *glyphs, const GPtrArray *curves,
                                const RelataLayoutOptions *options, GError **error);

/* Draws a sheet on which everything has its place, as "svg", "png", "pdf" or "dot". Appends to out. In
 * draw/sheet/graphviz_render.c. */
gboolean relata_graphviz_render(RelataGraphviz *graphviz, const RelataSheet *sheet, const char *format,
                                double pixels_wide, GByteArray *out, GError **error);

/* Appends the program's answer to any request (draw/sheet/request.h). */
gboolean relata_graphviz_ask(RelataGraphviz *graphviz, const GByteArray *request, GByteArray *answer,
                             GError **error);

G_END_DECLS

#endif
