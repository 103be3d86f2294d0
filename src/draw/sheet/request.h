/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A request to relata-graphviz (graphviz/protocol.h), word by word. */
#ifndef RELATA_DRAW_SHEET_REQUEST_H
#define RELATA_DRAW_SHEET_REQUEST_H

#include "draw/sheet/sheet.h"

G_BEGIN_DECLS

/* Of a graph without nodes and edges yet; `format` is "" where places are asked for. */
GByteArray *relata_request_new(const char *graph, const char *engine, const char *format);
/* Nodes count from 0, and so do edges; the node of a name that there is already is that one again. */
void relata_request_add_node(GByteArray *request, const char *name);
void relata_request_add_edge(GByteArray *request, guint from, guint to, const char *key);

/* An attribute of what was added last, at first of the graph. */
void relata_request_set(GByteArray *request, const char *name, const char *value);
/* … of numbers, each in a form as "%.2f", with a point in every locale; two are "x,y", and `end` follows. */
void relata_request_set_number(GByteArray *request, const char *name, const char *form, double number);
void relata_request_set_point(GByteArray *request, const char *name, const char *form, double x, double y,
                              const char *end);
/* … of a text, which is shown as it is; with `left` its lines begin at one edge. */
void relata_request_set_text(GByteArray *request, const char *name, const char *text, gboolean left);
/* … of a link. */
void relata_request_set_link(GByteArray *request, const char *name, const char *link);

/* A node's size; it keeps it whatever text is in it. */
void relata_request_set_size(GByteArray *request, double width, double height);
/* A glyph's shape, its size, its font; a curve's arrowheads and width. */
void relata_request_set_shape(GByteArray *request, RelataShape shape);
void relata_request_set_extent(GByteArray *request, const RelataGlyph *glyph);
void relata_request_set_font(GByteArray *request, const RelataGlyph *glyph, const char *fonts);
void relata_request_set_line(GByteArray *request, const RelataCurve *curve);

G_END_DECLS

#endif
