/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/sheet/graphviz.h"

#include "text/error.h"

#include <cgraph.h>
#include <gvc.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static GVC_t *context;
static GString *complaints;

static int
take_complaint(char *fragment)
{
  g_string_append(complaints, fragment);
  return 0;
}

static gboolean
open_context(GError **error)
{
  if (context != NULL)
    return TRUE;
  complaints = g_string_new(NULL);
  setlocale(LC_NUMERIC, "C"); /* numbers in attributes have a point */
  agseterr(AGERR);            /* warnings are no failures and nobody can act on them */
  agseterrf(take_complaint);
  context = gvContext();
  if (context == NULL)
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_FAILED, "Graphviz does not start");
  return context != NULL;
}

static gboolean
fail(const char *doing, GError **error)
{
  g_strdelimit(g_strchomp(complaints->str), "\r\n\t", ' ');
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_FAILED, "Graphviz fails at %s: %s", doing,
              complaints->str[0] != '\0' ? complaints->str : "no reason given");
  g_string_truncate(complaints, 0);
  return FALSE;
}

static void
set(void *object, const char *name, const char *value)
{
  agsafeset(object, (char *)(gpointer)name, (char *)(gpointer)value, (char *)(gpointer) "");
}

static void set_format(void *object, const char *name, const char *format, ...) G_GNUC_PRINTF(3, 4);

static void
set_format(void *object, const char *name, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *value = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  set(object, name, value);
}

/* Texts are Graphviz's "escStrings", in which \N, \G … name objects and entities are decoded. */
static char *
escape(const char *text, const char *line_end)
{
  GString *escaped = g_string_new(NULL);
  for (; *text != '\0'; text++) {
    if (*text == '\\')
      g_string_append(escaped, "\\\\");
    else if (*text == '&')
      g_string_append(escaped, "&amp;");
    else if (*text == '\n')
      g_string_append(escaped, line_end);
    else
      g_string_append_c(escaped, *text);
  }
  return g_string_free(escaped, FALSE);
}

static void
set_text(void *object, const char *name, const char *text, gboolean left)
{
  g_autofree char *escaped = escape(text, left ? "\\l" : "\\n");
  /* \l ends a line, the last one too. */
  g_autofree char *whole = g_strconcat(escaped, left && text[0] != '\0' ? "\\l" : "", NULL);
  set(object, name, whole);
}

static void
set_font(Agnode_t *node, const RelataGlyph *glyph, const char *fonts)
{
  set_format(node, "fontname", "%s%s", fonts, glyph->bold ? " Bold" : "");
  set_format(node, "fontsize", "%.2f", glyph->font_size);
}

static Agraph_t *
open_graph(const char *name)
{
  return agopen((char *)(gpointer)name, Agdirected, NULL);
}

static Agnode_t *
add_node(Agraph_t *graph, guint index)
{
  g_autofree char *name = g_strdup_printf("glyph%u", index);
  return agnode(graph, name, 1);
}

static void
set_size(Agnode_t *node, double width, double height)
{
  set(node, "fixedsize", "true");
  set_format(node, "width", "%.4f", width / 72);
  set_format(node, "height", "%.4f", height / 72);
}

/* Graphviz draws a parallelogram √½ · (hypot(skew, 1) + skew / 2) times as wide as it is told to, its skew
 * being 0.6. */
#define PARALLELOGRAM_WIDER 1.0369

static void
set_extent(Agnode_t *node, const RelataGlyph *glyph)
{
  const gboolean wider = glyph->shape == RELATA_SHAPE_PARALLELOGRAM;
  set_size(node, wider ? glyph->width / PARALLELOGRAM_WIDER : glyph->width, glyph->height);
}

static void
set_position(Agnode_t *node, const RelataGlyph *glyph)
{
  set_format(node, "pos", "%.1f,%.1f!", glyph->x, glyph->y);
}

static void
set_line(Agedge_t *edge, const RelataCurve *curve)
{
  const gboolean head = !g_str_equal(curve->head, "none"), tail = !g_str_equal(curve->tail, "none");
  set(edge, "dir", head && tail ? "both" : head ? "forward" : tail ? "back" : "none");
  set(edge, "arrowhead", curve->head);
  set(edge, "arrowtail", curve->tail);
  set_format(edge, "arrowsize", "%.2f", curve->head_size);
  set_format(edge, "penwidth", "%.2f", curve->width);
}

/* ── Measuring ───────────────────────────────────────────────────────────────────────────── */

/* The node that measures the glyph's text: one for all that look the same, of which a picture has many. */
static Agnode_t *
measuring_node(Agraph_t *graph, GHashTable *nodes, const RelataGlyph *glyph, const char *fonts)
{
  char *look = g_strdup_printf("%d %d %.3f %s", glyph->bold, glyph->left, glyph->font_size, glyph->text);
  Agnode_t *node = g_hash_table_lookup(nodes, look);
  if (node != NULL) {
    g_free(look);
    return node;
  }
  node = add_node(graph, g_hash_table_size(nodes));
  set(node, "shape", "plain");
  set(node, "pos", "0,0!");
  set_font(node, glyph, fonts);
  set_text(node, "label", glyph->text, glyph->left);
  g_hash_table_insert(nodes, look, node);
  return node;
}

gboolean
relata_graphviz_measure(GPtrArray *glyphs, const char *fonts, GError **error)
{
  if (!open_context(error))
    return FALSE;
  Agraph_t *graph = open_graph("texts");
  g_autoptr(GHashTable) nodes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autofree Agnode_t **of_glyphs = g_new0(Agnode_t *, MAX(glyphs->len, 1));
  for (guint i = 0; i < glyphs->len; i++) {
    const RelataGlyph *glyph = g_ptr_array_index(glyphs, i);
    if (glyph->text != NULL)
      of_glyphs[i] = measuring_node(graph, nodes, glyph, fonts);
  }
  if (gvLayout(context, graph, "nop2") != 0)
    return fail("measuring texts", error);
  for (guint i = 0; i < glyphs->len; i++) {
    RelataGlyph *glyph = g_ptr_array_index(glyphs, i);
    if (glyph->text == NULL)
      continue;
    glyph->text_width = ND_width(of_glyphs[i]) * 72;
    glyph->text_height = ND_height(of_glyphs[i]) * 72;
  }
  gvFreeLayout(context, graph);
  agclose(graph);
  return TRUE;
}

/* ── Layout ──────────────────────────────────────────────────────────────────────────────── */

static void
read_curve(RelataCurve *curve, Agedge_t *edge)
{
  const splines *routed = ED_spl(edge);
  if (routed == NULL || routed->size == 0)
    return;
  const bezier *piece = &routed->list[0];
  const guint n = (guint)piece->size;
  g_free(curve->points);
  curve->n_points = n;
  curve->points = g_new(RelataPoint, n);
  for (guint i = 0; i < n; i++)
    curve->points[i] = (RelataPoint){piece->list[i].x, piece->list[i].y};
  curve->has_start = piece->sflag != 0;
  curve->has_end = piece->eflag != 0;
  curve->start = (RelataPoint){piece->sp.x, piece->sp.y};
  curve->end = (RelataPoint){piece->ep.x, piece->ep.y};
}

static const char *
shape_name(RelataShape shape)
{
  return shape == RELATA_SHAPE_PLAIN ? "plain" : relata_shape_names[shape];
}

gboolean
relata_graphviz_layout(GPtrArray *glyphs, GPtrArray *curves, const RelataLayoutOptions *options,
                       GError **error)
{
  if (!open_context(error))
    return FALSE;
  Agraph_t *graph = open_graph("layout");
  g_autofree Agnode_t **nodes = g_new(Agnode_t *, glyphs->len);
  g_autofree Agedge_t **edges = g_new(Agedge_t *, curves->len);
  set(graph, "splines", options->routed ? "true" : "none");
  set(graph, "start", "random7");
  set(graph, "overlap", "true"); /* what overlaps, draw/layout/separate.c mends */
  set_format(graph, "nodesep", "%.3f", options->gap * 2 / 72);
  set_format(graph, "ranksep", "%.3f", options->layer_gap / 72);
  if (options->ratio > 0)
    set_format(graph, "ratio", "%.4f", options->ratio);
  set(graph, "rankdir", options->across ? "LR" : "TB");
  /* Without these dot may work on an ordering for many seconds. */
  set(graph, "nslimit", "2");
  set(graph, "nslimit1", "2");
  for (guint i = 0; i < glyphs->len; i++) {
    const RelataGlyph *glyph = g_ptr_array_index(glyphs, i);
    nodes[i] = add_node(graph, i);
    set(nodes[i], "label", "");
    set(nodes[i], "shape", shape_name(glyph->shape));
    set_extent(nodes[i], glyph);
    if (g_str_equal(options->engine, "fdp")) { /* whose own beginnings are not the same on every run */
      const double angle = 2 * G_PI * i / glyphs->len, radius = 20.0 * glyphs->len;
      set_format(nodes[i], "pos", "%.3f,%.3f", radius * cos(angle), radius * sin(angle));
    }
  }
  for (guint i = 0; i < curves->len; i++) {
    const RelataCurve *curve = g_ptr_array_index(curves, i);
    g_autofree char *key = g_strdup_printf("e%u", i);
    edges[i] = agedge(graph, nodes[curve->from], nodes[curve->to], key, 1);
    set_line(edges[i], curve);
    if (curve->from >= options->n_ends)
      set(edges[i], "tailport", options->across ? "e" : "s");
    if (curve->to >= options->n_ends)
      set(edges[i], "headport", options->across ? "w" : "n");
    if (curve->length > 0)
      set_format(edges[i], "len", "%.3f", curve->length / 72);
  }
  if (gvLayout(context, graph, options->engine) != 0)
    return fail("layout", error);
  for (guint i = 0; i < glyphs->len; i++) {
    RelataGlyph *glyph = g_ptr_array_index(glyphs, i);
    glyph->x = ND_coord(nodes[i]).x;
    glyph->y = ND_coord(nodes[i]).y;
  }
  for (guint i = 0; options->routed && i < curves->len; i++)
    read_curve(g_ptr_array_index(curves, i), edges[i]);
  gvFreeLayout(context, graph);
  agclose(graph);
  return TRUE;
}

/* ── Rendering ───────────────────────────────────────────────────────────────────────────── */

static void
set_identity(void *object, const char *id, const char *classes, const char *tooltip, gboolean with_tooltip)
{
  set(object, "id", id);
  if (classes != NULL)
    set(object, "class", classes);
  /* In an SVG a tooltip is its element's <title>, which draw/sheet/svg.c writes. */
  if (with_tooltip && tooltip != NULL)
    set_text(object, "tooltip", tooltip, FALSE);
}

static Agnode_t *
draw_glyph(Agraph_t *graph, guint index, const RelataGlyph *glyph, const char *fonts, gboolean with_tooltip)
{
  g_autofree char *id = relata_sheet_id(glyph->id, "glyph", index);
  Agnode_t *node = agnode(graph, id, 1);
  /* A text's ground: Graphviz computes no corners for a filled shape without an outline. */
  const gboolean ground = glyph->fill != NULL && glyph->stroke == NULL;
  set(node, "shape", ground ? "box" : shape_name(glyph->shape));
  set_extent(node, glyph);
  set_position(node, glyph);
  set(node, "margin", "0");
  if (glyph->shape == RELATA_SHAPE_HOUSE || glyph->shape == RELATA_SHAPE_CYLINDER)
    set(node, "labelloc", "b"); /* below the roof, the lid */
  set_font(node, glyph, fonts);
  set_text(node, "label", glyph->text != NULL ? glyph->text : "", glyph->left);
  if (glyph->ink != NULL)
    set(node, "fontcolor", glyph->ink);
  if (glyph->line == RELATA_LINE_UNSET)
    set(node, "style", glyph->fill != NULL ? "filled" : "solid");
  else
    set_format(node, "style", "%s%s", glyph->fill != NULL ? "filled," : "", relata_line_names[glyph->line]);
  if (glyph->fill != NULL)
    set(node, "fillcolor", glyph->fill);
  if (ground || glyph->stroke != NULL) {
    set(node, "color", ground ? glyph->fill : glyph->stroke);
    set_format(node, "penwidth", "%.2f", ground ? 0.1 : glyph->stroke_width);
  }
  set_identity(node, id, glyph->classes, glyph->tooltip, with_tooltip);
  if (glyph->url != NULL) {
    g_autofree char *url = escape(glyph->url, "");
    set(node, "URL", url);
  }
  return node;
}

static void
draw_curve(Agraph_t *graph, guint index, const RelataCurve *curve, Agnode_t *const *nodes,
           gboolean with_tooltip)
{
  if (curve->n_points == 0)
    return;
  g_autofree char *id = relata_sheet_id(curve->id, "curve", index);
  Agedge_t *edge = agedge(graph, nodes[curve->from], nodes[curve->to], id, 1);
  set_line(edge, curve);
  set(edge, "color", curve->color);
  set(edge, "style", relata_line_names[curve->line]);
  /* One edge whose position is not understood, and Graphviz routes all of them anew. It wants s before e. */
  g_autoptr(GString) pos = g_string_new(NULL);
  if (curve->has_start)
    g_string_append_printf(pos, "s,%.1f,%.1f ", curve->start.x, curve->start.y);
  if (curve->has_end)
    g_string_append_printf(pos, "e,%.1f,%.1f ", curve->end.x, curve->end.y);
  for (guint i = 0; i < curve->n_points; i++)
    g_string_append_printf(pos, "%s%.1f,%.1f", i > 0 ? " " : "", curve->points[i].x, curve->points[i].y);
  set(edge, "pos", pos->str);
  set_identity(edge, id, curve->classes, curve->tooltip, with_tooltip);
}

/* Graphviz draws as much of the sheet as holds nodes. */
static void
add_corner(Agraph_t *graph, const char *name, double x, double y)
{
  Agnode_t *node = agnode(graph, (char *)(gpointer)name, 1);
  set(node, "shape", "plain");
  set(node, "label", "");
  set(node, "class", "corner");
  set_size(node, 0.01, 0.01);
  set_format(node, "pos", "%.1f,%.1f!", x, y);
}

gboolean
relata_graphviz_render(const RelataSheet *sheet, const char *format, double pixels_wide, GByteArray *out,
                       GError **error)
{
  if (!open_context(error))
    return FALSE;
  const gboolean svg = g_str_equal(format, "svg");
  Agraph_t *graph = open_graph("relata");
  set(graph, "bgcolor", sheet->ground);
  set(graph, "outputorder", "edgesfirst");
  set(graph, "pad", "0");
  set(graph, "splines", "true");
  if (g_str_equal(format, "png"))
    set_format(graph, "dpi", "%.4f", pixels_wide / sheet->width * 72);
  if (g_str_equal(format, "pdf") && sheet->paper_wide > 0) {
    set(graph, "margin", "0");
    set_format(graph, "size", "%.4f,%.4f!", sheet->paper_wide / 25.4, sheet->paper_high / 25.4);
  }
  /* Not as Graphviz's clusters, which it writes in the order of their addresses in memory. */
  for (guint i = 0; i < sheet->frames->len; i++)
    draw_glyph(graph, i, g_ptr_array_index(sheet->frames, i), sheet->fonts, !svg);
  g_autofree Agnode_t **nodes = g_new(Agnode_t *, sheet->glyphs->len);
  for (guint i = 0; i < sheet->glyphs->len; i++)
    nodes[i] = draw_glyph(graph, i, g_ptr_array_index(sheet->glyphs, i), sheet->fonts, !svg);
  for (guint i = 0; i < sheet->curves->len; i++)
    draw_curve(graph, i, g_ptr_array_index(sheet->curves, i), nodes, !svg);
  /* Who reads the DOT may have wider fonts, and is not to be told so of every text. */
  for (Agnode_t *node = agfstnode(graph); node != NULL && g_str_equal(format, "dot");
       node = agnxtnode(graph, node))
    set(node, "fixedsize", "shape");
  add_corner(graph, "corner-low", 0, 0);
  add_corner(graph, "corner-high", sheet->width, sheet->height);
  if (gvLayout(context, graph, "nop2") != 0)
    return fail("placing", error);
  /* Into a stream: gvRenderData() changed its signature in Graphviz 13, and leaks when it fails. */
  char *bytes = NULL;
  size_t n = 0;
  FILE *stream = open_memstream(&bytes, &n);
  const int failed = stream == NULL || gvRender(context, graph, format, stream) != 0;
  if (stream != NULL)
    fclose(stream);
  if (failed || n == 0) {
    free(bytes);
    return fail("rendering", error);
  }
  g_byte_array_append(out, (const guint8 *)bytes, (guint)n);
  free(bytes);
  gvFreeLayout(context, graph);
  agclose(graph);
  return TRUE;
}
