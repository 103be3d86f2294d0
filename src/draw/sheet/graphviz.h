/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Access to Graphviz: measures texts, computes layouts, renders. Graphviz runs in a separate program
 * (graphviz/main.c), which starts with the first of these calls and ends with the session. */
#ifndef RELATA_DRAW_SHEET_GRAPHVIZ_H
#define RELATA_DRAW_SHEET_GRAPHVIZ_H

#include "draw/sheet/sheet.h"

G_BEGIN_DECLS

/* A session, for what is drawn for one question. Two threads must not use it at the same time. */
typedef struct RelataGraphviz RelataGraphviz;

typedef struct {
  const char *engine; /* "dot", "neato", "fdp", "sfdp", "circo", "twopi" */
  double gap;         /* minimal distance between glyphs, in points */
  double layer_gap;   /* minimal distance between layers, in points; only for the engine dot */
  gboolean routed;    /* whether curves get the engine's lines; else their points stay unset */
  double ratio;       /* height by width to which the engine dot stretches its layout; 0: no stretching */
  gboolean across;    /* layers follow one another from left to right, else from top to bottom */
  guint n_ends;       /* lines run between the first n_ends glyphs; each of the others stands in a line, which
                         runs straight through it */
} RelataLayoutOptions;

/* Returns a new session. `program` is the path of a program that answers instead of relata-graphviz, for
 * tests; else NULL. Never returns NULL. */
RelataGraphviz *relata_graphviz_new(const char *program);
/* Ends the program and frees the session. */
void relata_graphviz_free(RelataGraphviz *graphviz);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataGraphviz, relata_graphviz_free)

/* Sets the deadline to `seconds` from now. relata_graphviz_reached() later replaces it by `more` seconds from
 * its call. The caller's own work counts as well. Before the first call of this function the deadline is
 * over. */
void relata_graphviz_begin(RelataGraphviz *graphviz, double seconds, double more);
/* Tells the session that the work of the first deadline is done. A deadline that was missed stays missed. */
void relata_graphviz_reached(RelataGraphviz *graphviz);

/* The three functions below return FALSE with RELATA_ERROR_LIMIT if the time is over, after which
 * relata_graphviz_begin() may be called again; and with RELATA_ERROR_FAILED if Graphviz fails or its program
 * is not found. */

/* Sets text_width and text_height of every glyph that has a text. Texts are set in the first font of the CSS
 * list `fonts` that is installed. Sizes measured before are remembered. */
gboolean relata_graphviz_measure(RelataGraphviz *graphviz, const GPtrArray *glyphs, const char *fonts,
                                 GError **error);

/* Places glyphs whose width and height are set. They may overlap. */
gboolean relata_graphviz_layout(RelataGraphviz *graphviz, const GPtrArray *glyphs, const GPtrArray *curves,
                                const RelataLayoutOptions *options, GError **error);

/* Renders a sheet on which everything has its place, as "svg", "png", "pdf" or "dot". Appends to `out`.
 * Defined in draw/sheet/graphviz_render.c. */
gboolean relata_graphviz_render(RelataGraphviz *graphviz, const RelataSheet *sheet, const char *format,
                                double pixels_wide, GByteArray *out, GError **error);

/* Appends the program's answer to any request (draw/sheet/request.h) to `answer`. */
gboolean relata_graphviz_ask(RelataGraphviz *graphviz, const GByteArray *request, GByteArray *answer,
                             GError **error);

G_END_DECLS

#endif
