/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/sheet/graphviz.h"
#include "draw/sheet/request.h"

static void
set_identity(GByteArray *request, const char *id, const char *classes, const char *tooltip,
             gboolean with_tooltip)
{
  relata_request_set(request, "id", id);
  if (classes != NULL)
    relata_request_set(request, "class", classes);
  /* In an SVG a tooltip is the element's <title>, which draw/sheet/svg.c writes. */
  if (with_tooltip && tooltip != NULL)
    relata_request_set_text(request, "tooltip", tooltip, FALSE);
}

static void
set_colors(GByteArray *request, const RelataGlyph *glyph, gboolean ground)
{
  const gboolean filled = glyph->fill != NULL;
  if (glyph->ink != NULL)
    relata_request_set(request, "fontcolor", glyph->ink);
  if (glyph->line == RELATA_LINE_UNSET) {
    relata_request_set(request, "style", filled ? "filled" : "solid");
  } else {
    g_autofree char *style = g_strconcat(filled ? "filled," : "", relata_line_names[glyph->line], NULL);
    relata_request_set(request, "style", style);
  }
  if (filled)
    relata_request_set(request, "fillcolor", glyph->fill);
  if (ground || glyph->stroke != NULL) {
    relata_request_set(request, "color", ground ? glyph->fill : glyph->stroke);
    relata_request_set_number(request, "penwidth", "%.2f", ground ? 0.1 : glyph->stroke_width);
  }
}

static void
draw_glyph(GByteArray *request, guint index, const RelataGlyph *glyph, const char *fonts, const char *format)
{
  g_autofree char *id = relata_sheet_id(glyph->id, "glyph", index);
  /* The glyph is the ground of a text. Graphviz computes no corners for a filled shape without an outline. */
  const gboolean ground = glyph->fill != NULL && glyph->stroke == NULL;
  relata_request_add_node(request, id);
  relata_request_set_shape(request, ground ? RELATA_SHAPE_BOX : glyph->shape);
  relata_request_set_extent(request, glyph);
  /* The reader of a DOT file may have wider fonts, and need not be warned about every text. */
  if (g_str_equal(format, "dot"))
    relata_request_set(request, "fixedsize", "shape");
  relata_request_set_point(request, "pos", "%.1f", glyph->x, glyph->y, "!");
  relata_request_set(request, "margin", "0");
  if (glyph->shape == RELATA_SHAPE_HOUSE || glyph->shape == RELATA_SHAPE_CYLINDER)
    relata_request_set(request, "labelloc", "b"); /* below the roof or the lid */
  relata_request_set_font(request, glyph, fonts);
  relata_request_set_text(request, "label", glyph->text != NULL ? glyph->text : "", glyph->left);
  set_colors(request, glyph, ground);
  set_identity(request, id, glyph->classes, glyph->tooltip, !g_str_equal(format, "svg"));
  if (glyph->url != NULL)
    relata_request_set_link(request, "URL", glyph->url);
}

static void
append_point(GString *pos, const char *before, RelataPoint point)
{
  char across[G_ASCII_DTOSTR_BUF_SIZE], up[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append_printf(pos, "%s%s%s,%s", pos->len > 0 ? " " : "", before,
                         g_ascii_formatd(across, sizeof across, "%.1f", point.x),
                         g_ascii_formatd(up, sizeof up, "%.1f", point.y));
}

/* `first` is the number of the first node that curves may run between. */
static void
draw_curve(GByteArray *request, guint index, const RelataCurve *curve, guint first, const char *format)
{
  if (curve->n_points == 0)
    return;
  g_autofree char *id = relata_sheet_id(curve->id, "curve", index);
  relata_request_add_edge(request, first + curve->from, first + curve->to, id);
  relata_request_set_line(request, curve);
  relata_request_set(request, "color", curve->color);
  relata_request_set(request, "style", relata_line_names[curve->line]);
  /* If Graphviz does not understand the position of one edge, it routes all edges anew. It expects s before
   * e. */
  g_autoptr(GString) pos = g_string_new(NULL);
  if (curve->has_start)
    append_point(pos, "s,", curve->start);
  if (curve->has_end)
    append_point(pos, "e,", curve->end);
  for (guint i = 0; i < curve->n_points; i++)
    append_point(pos, "", curve->points[i]);
  relata_request_set(request, "pos", pos->str);
  set_identity(request, id, curve->classes, curve->tooltip, !g_str_equal(format, "svg"));
}

/* Graphviz draws only the part of the sheet that holds nodes. */
static void
add_corner(GByteArray *request, const char *name, double x, double y)
{
  relata_request_add_node(request, name);
  relata_request_set(request, "shape", "plain");
  relata_request_set(request, "label", "");
  relata_request_set(request, "class", "corner");
  relata_request_set_size(request, 0.01, 0.01);
  relata_request_set_point(request, "pos", "%.1f", x, y, "!");
}

static void
set_sheet(GByteArray *request, const RelataSheet *sheet, const char *format, double pixels_wide)
{
  relata_request_set(request, "bgcolor", sheet->ground);
  relata_request_set(request, "outputorder", "edgesfirst");
  relata_request_set(request, "pad", "0");
  relata_request_set(request, "splines", "true");
  if (g_str_equal(format, "png"))
    relata_request_set_number(request, "dpi", "%.4f", pixels_wide / sheet->width * 72);
  if (g_str_equal(format, "pdf") && sheet->paper_wide > 0) {
    relata_request_set(request, "margin", "0");
    relata_request_set_point(request, "size", "%.4f", sheet->paper_wide / 25.4, sheet->paper_high / 25.4,
                             "!");
  }
}

gboolean
relata_graphviz_render(RelataGraphviz *graphviz, const RelataSheet *sheet, const char *format,
                       double pixels_wide, GByteArray *out, GError **error)
{
  g_autoptr(GByteArray) request = relata_request_new("relata", "nop2", format);
  set_sheet(request, sheet, format, pixels_wide);
  /* Frames are not Graphviz's clusters, which it writes in the order of their addresses in memory. */
  for (guint i = 0; i < sheet->frames->len; i++)
    draw_glyph(request, i, g_ptr_array_index(sheet->frames, i), sheet->fonts, format);
  for (guint i = 0; i < sheet->glyphs->len; i++)
    draw_glyph(request, i, g_ptr_array_index(sheet->glyphs, i), sheet->fonts, format);
  for (guint i = 0; i < sheet->curves->len; i++)
    draw_curve(request, i, g_ptr_array_index(sheet->curves, i), sheet->frames->len, format);
  add_corner(request, "corner-low", 0, 0);
  add_corner(request, "corner-high", sheet->width, sheet->height);
  return relata_graphviz_ask(graphviz, request, out, error);
}
