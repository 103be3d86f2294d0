/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Builds a request to relata-graphviz (graphviz/protocol.h), word by word. */
#ifndef RELATA_DRAW_SHEET_REQUEST_H
#define RELATA_DRAW_SHEET_REQUEST_H

#include "draw/sheet/sheet.h"

G_BEGIN_DECLS

/* Returns the request for a graph without nodes and edges yet. `format` is "" if positions are asked for. */
GByteArray *relata_request_new(const char *graph, const char *engine, const char *format);
/* Nodes count from 0, and so do edges. Adding a node with a name that exists already selects that node
 * again. */
void relata_request_add_node(GByteArray *request, const char *name);
void relata_request_add_edge(GByteArray *request, guint from, guint to, const char *key);

/* Sets an attribute of what was added last; before that, of the graph. */
void relata_request_set(GByteArray *request, const char *name, const char *value);
/* Sets an attribute to one number or to two, "x,y", followed by `end`. `form` is a format such as "%.2f"; the
 * decimal point is a point in every locale. */
void relata_request_set_number(GByteArray *request, const char *name, const char *form, double number);
void relata_request_set_point(GByteArray *request, const char *name, const char *form, double x, double y,
                              const char *end);
/* Sets an attribute to a text, which is shown literally. With `left` its lines are aligned to the left. */
void relata_request_set_text(GByteArray *request, const char *name, const char *text, gboolean left);
/* Sets an attribute to a link. */
void relata_request_set_link(GByteArray *request, const char *name, const char *link);

/* Sets a node's size. The node keeps it whatever its text is. */
void relata_request_set_size(GByteArray *request, double width, double height);
/* Set a glyph's shape, size and font, and a curve's arrowheads and width. */
void relata_request_set_shape(GByteArray *request, RelataShape shape);
void relata_request_set_extent(GByteArray *request, const RelataGlyph *glyph);
void relata_request_set_font(GByteArray *request, const RelataGlyph *glyph, const char *fonts);
void relata_request_set_line(GByteArray *request, const RelataCurve *curve);

G_END_DECLS

#endif
