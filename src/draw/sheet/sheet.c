/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/sheet/sheet.h"

#include <math.h>

RelataSheet *
relata_sheet_new(void)
{
  RelataSheet *sheet = g_new0(RelataSheet, 1);
  sheet->frames = g_ptr_array_new_with_free_func((GDestroyNotify)relata_glyph_free);
  sheet->glyphs = g_ptr_array_new_with_free_func((GDestroyNotify)relata_glyph_free);
  sheet->curves = g_ptr_array_new_with_free_func((GDestroyNotify)relata_curve_free);
  return sheet;
}

void
relata_sheet_free(RelataSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_ptr_array_unref(sheet->frames);
  g_ptr_array_unref(sheet->glyphs);
  g_ptr_array_unref(sheet->curves);
  g_free(sheet->title);
  g_free(sheet->description);
  g_free(sheet);
}

char *
relata_sheet_id(const char *id, const char *kind, guint index)
{
  return id != NULL ? g_strdup(id) : g_strdup_printf("%s%u", kind, index);
}

RelataGlyph *
relata_glyph_new(const char *text, double font_size, const char *ink)
{
  RelataGlyph *glyph = g_new0(RelataGlyph, 1);
  glyph->text = g_strdup(text);
  glyph->shape = RELATA_SHAPE_PLAIN;
  glyph->font_size = font_size;
  glyph->ink = ink;
  return glyph;
}

RelataGlyph *
relata_glyph_copy(const RelataGlyph *glyph)
{
  RelataGlyph *copy = g_memdup2(glyph, sizeof *glyph);
  copy->id = g_strdup(glyph->id);
  copy->classes = g_strdup(glyph->classes);
  copy->text = g_strdup(glyph->text);
  copy->tooltip = g_strdup(glyph->tooltip);
  copy->url = g_strdup(glyph->url);
  copy->spoken = g_strdup(glyph->spoken);
  return copy;
}

void
relata_glyph_free(RelataGlyph *glyph)
{
  if (glyph == NULL)
    return;
  g_free(glyph->id);
  g_free(glyph->classes);
  g_free(glyph->text);
  g_free(glyph->tooltip);
  g_free(glyph->url);
  g_free(glyph->spoken);
  g_free(glyph);
}

RelataBox
relata_glyph_box(const RelataGlyph *glyph)
{
  /* Graphviz draws the tab of a folder above the requested size. */
  const double tab =
      glyph->shape == RELATA_SHAPE_FOLDER ? MIN(12, MIN(glyph->width, glyph->height) / 3) / 3 : 0;
  return (RelataBox){glyph->x - glyph->width / 2, glyph->y - glyph->height / 2, glyph->x + glyph->width / 2,
                     glyph->y + glyph->height / 2 + tab};
}

RelataBox
relata_box_unite(RelataBox box, RelataPoint point)
{
  return (RelataBox){MIN(box.left, point.x), MIN(box.bottom, point.y), MAX(box.right, point.x),
                     MAX(box.top, point.y)};
}

RelataBox
relata_glyphs_box(const GPtrArray *glyphs)
{
  RelataBox all = RELATA_BOX_EMPTY;
  for (guint i = 0; i < glyphs->len; i++) {
    const RelataBox one = relata_glyph_box(g_ptr_array_index(glyphs, i));
    all = relata_box_unite(all, (RelataPoint){one.left, one.bottom});
    all = relata_box_unite(all, (RelataPoint){one.right, one.top});
  }
  return all;
}

void
relata_glyphs_scale(GPtrArray *glyphs, double across, double along)
{
  for (guint i = 0; i < glyphs->len; i++) {
    RelataGlyph *glyph = g_ptr_array_index(glyphs, i);
    glyph->x *= across;
    glyph->y *= along;
  }
}

RelataCurve *
relata_curve_new(guint from, guint to)
{
  RelataCurve *curve = g_new0(RelataCurve, 1);
  curve->from = from;
  curve->to = to;
  curve->line = RELATA_LINE_SOLID;
  curve->width = 1;
  curve->strands = 1;
  curve->head = curve->tail = "none";
  curve->head_size = 1;
  return curve;
}

RelataCurve *
relata_curve_copy(const RelataCurve *curve)
{
  RelataCurve *copy = g_memdup2(curve, sizeof *curve);
  copy->id = g_strdup(curve->id);
  copy->classes = g_strdup(curve->classes);
  copy->tooltip = g_strdup(curve->tooltip);
  copy->spoken = g_strdup(curve->spoken);
  copy->points = g_memdup2(curve->points, curve->n_points * sizeof *curve->points);
  return copy;
}

RelataCurve *
relata_curve_copy_style(const RelataCurve *curve)
{
  RelataCurve *copy = g_memdup2(curve, sizeof *curve);
  copy->id = copy->classes = copy->tooltip = copy->spoken = NULL;
  copy->points = NULL;
  copy->n_points = 0;
  copy->has_start = copy->has_end = FALSE;
  return copy;
}

/* Returns a curve that lies inside the other, with some of its points and its style. */
static RelataCurve *
make_core(const RelataCurve *curve, const RelataPoint *points, guint n)
{
  RelataCurve *core = relata_curve_copy_style(curve);
  core->core = TRUE;
  core->strands = 1;
  core->width = curve->strand;
  core->head = core->tail = "none";
  core->n_points = n;
  core->points = g_memdup2(points, n * sizeof *points);
  return core;
}

/* Returns an arrowhead without a visible line. Renderers draw a head with the pen of its line, and the pen of
 * a line of several strands is far too wide. So the head gets a line of length zero, drawn with the pen of a
 * strand. */
static RelataCurve *
make_head(const RelataCurve *curve, const char *head, RelataPoint base, RelataPoint tip)
{
  const RelataPoint points[] = {base, base, base, base};
  RelataCurve *core = make_core(curve, points, G_N_ELEMENTS(points));
  core->line = RELATA_LINE_SOLID;
  core->head = head;
  core->has_end = TRUE;
  core->end = tip;
  return core;
}

void
relata_curve_split_strands(RelataCurve *curve, const char *ground, GPtrArray *curves)
{
  if (curve->strands < 2 || curve->n_points == 0)
    return;
  /* From the outside inwards: alternately a gap on either side and a strand. */
  const double gap = (curve->width - curve->strands * curve->strand) / (curve->strands - 1);
  double width = curve->width;
  for (guint i = 1; i < curve->strands; i++) {
    const gboolean strand = i % 2 == 0;
    RelataCurve *core = make_core(curve, curve->points, curve->n_points);
    width -= 2 * (strand ? gap : curve->strand);
    core->width = width;
    core->color = strand ? curve->color : ground;
    core->line = strand ? curve->line : RELATA_LINE_SOLID;
    g_ptr_array_add(curves, core);
  }
  if (curve->has_start)
    g_ptr_array_add(curves, make_head(curve, curve->tail, curve->points[0], curve->start));
  if (curve->has_end)
    g_ptr_array_add(curves, make_head(curve, curve->head, curve->points[curve->n_points - 1], curve->end));
  curve->has_start = curve->has_end = FALSE;
  curve->head = curve->tail = "none";
}

void
relata_curve_free(RelataCurve *curve)
{
  if (curve == NULL)
    return;
  g_free(curve->id);
  g_free(curve->classes);
  g_free(curve->tooltip);
  g_free(curve->spoken);
  g_free(curve->points);
  g_free(curve);
}

double
relata_curve_head_length(const RelataCurve *curve)
{
  /* Graphviz's ARROW_LENGTH. A gap and a bar behind a head take three quarters of it. */
  const gboolean barred = g_str_has_suffix(curve->head, "tee") || g_str_has_suffix(curve->tail, "tee");
  return (barred ? 17.5 : 10) * curve->head_size;
}

void
relata_curve_set_straight(RelataCurve *curve, RelataPoint start, RelataPoint end)
{
  const double length = hypot(end.x - start.x, end.y - start.y);
  curve->has_start = !g_str_equal(curve->tail, "none");
  curve->has_end = !g_str_equal(curve->head, "none");
  /* Two heads on a line that is too short for both share it. */
  double head = relata_curve_head_length(curve);
  if (length < head * (curve->has_start + curve->has_end))
    head = length / 2;
  const double at_start = length > 0 && curve->has_start ? head / length : 0;
  const double at_end = length > 0 && curve->has_end ? 1 - head / length : 1;
  g_free(curve->points);
  curve->n_points = 4;
  curve->points = g_new(RelataPoint, 4);
  for (guint i = 0; i < 4; i++) {
    const double t = at_start + (at_end - at_start) * i / 3.0;
    curve->points[i] = (RelataPoint){start.x + t * (end.x - start.x), start.y + t * (end.y - start.y)};
  }
  curve->start = start;
  curve->end = end;
}

void
relata_curve_move(RelataCurve *curve, double dx, double dy)
{
  for (guint i = 0; i < curve->n_points; i++) {
    curve->points[i].x += dx;
    curve->points[i].y += dy;
  }
  curve->start.x += dx;
  curve->start.y += dy;
  curve->end.x += dx;
  curve->end.y += dy;
}

void
relata_sheet_heighten(RelataSheet *sheet, double height)
{
  const double dy = height - sheet->height;
  for (guint i = 0; i < sheet->frames->len; i++)
    ((RelataGlyph *)g_ptr_array_index(sheet->frames, i))->y += dy;
  for (guint i = 0; i < sheet->glyphs->len; i++)
    ((RelataGlyph *)g_ptr_array_index(sheet->glyphs, i))->y += dy;
  for (guint i = 0; i < sheet->curves->len; i++)
    relata_curve_move(g_ptr_array_index(sheet->curves, i), 0, dy);
  sheet->height = height;
}

RelataPoint *
relata_curve_flatten(const RelataCurve *curve, guint steps, guint *n)
{
  const guint pieces = curve->n_points > 0 ? (curve->n_points - 1) / 3 : 0;
  RelataPoint *line = g_new(RelataPoint, (gsize)pieces * steps + 3);
  guint count = 0;
  if (curve->has_start)
    line[count++] = curve->start;
  if (pieces > 0)
    line[count++] = curve->points[0];
  for (guint piece = 0; piece < pieces; piece++) {
    const RelataPoint *p = &curve->points[3 * piece];
    for (guint i = 1; i <= steps; i++) {
      const double t = (double)i / steps, u = 1 - t;
      const double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
      line[count++] = (RelataPoint){a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                                    a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
    }
  }
  if (curve->has_end)
    line[count++] = curve->end;
  *n = count;
  return line;
}

void
relata_shape_fit(RelataShape shape, double text_width, double text_height, double *width, double *height)
{
  /* For each shape as Graphviz draws it: how much higher than the text it is, and then how much wider it must
   * be to hold the text's corners. A text has blank space above and below its letters, which may overlap a
   * slope. */
  static const struct {
    double higher, wider;
  } room[RELATA_N_SHAPES] = {
      [RELATA_SHAPE_BOX] = {1, 1},
      [RELATA_SHAPE_ELLIPSE] = {1.5, 1.27},
      [RELATA_SHAPE_HEXAGON] = {1.25, 1.5},
      [RELATA_SHAPE_OCTAGON] = {1.5, 1.2},
      [RELATA_SHAPE_DIAMOND] = {2.15, 1.8},
      [RELATA_SHAPE_HOUSE] = {2.05, 1.12},
      [RELATA_SHAPE_CYLINDER] = {1.4, 1},
      [RELATA_SHAPE_NOTE] = {1.1, 1.05},
      [RELATA_SHAPE_FOLDER] = {1.25, 1.05},
      [RELATA_SHAPE_PARALLELOGRAM] = {1.2, 1.5},
      [RELATA_SHAPE_TRAPEZIUM] = {1.25, 1.5},
      [RELATA_SHAPE_PLAIN] = {1, 1},
  };
  const double padding = shape == RELATA_SHAPE_PLAIN ? 0 : text_height < 18 ? 4 : 5;
  *width = text_width * room[shape].wider + 2 * padding * (shape == RELATA_SHAPE_DIAMOND ? 1 : 1.4);
  *height = text_height * room[shape].higher + padding;
}

/* Returns at most `width` code points of a text, with "…" for the rest. */
static char *
shorten(const char *text, guint width)
{
  if ((gulong)g_utf8_strlen(text, -1) <= width)
    return g_strdup(text);
  g_autofree char *kept = g_utf8_substring(text, 0, width - 1);
  return g_strconcat(g_strchomp(kept), "…", NULL);
}

/* Fills lines of at most `longest` code points with the words; only a longer word exceeds that. */
static char *
fill(char **words, guint longest, guint *n_lines)
{
  GString *filled = g_string_new(NULL);
  guint at = 0;
  *n_lines = 1;
  for (char **word = words; *word != NULL; word++) {
    const guint length = (guint)g_utf8_strlen(*word, -1);
    if (at > 0 && at + 1 + length > longest) {
      g_string_append_c(filled, '\n');
      ++*n_lines;
      at = 0;
    } else if (at > 0) {
      g_string_append_c(filled, ' ');
      at++;
    }
    g_string_append(filled, *word);
    at += length;
  }
  return g_string_free(filled, FALSE);
}

char *
relata_wrap(const char *text, guint width, guint lines)
{
  g_autofree char *kept = shorten(text, width * lines);
  g_auto(GStrv) words = g_strsplit(kept, " ", -1);
  const guint total = (guint)g_utf8_strlen(kept, -1);
  const guint wanted = CLAMP((total + width - 1) / width, 1, lines);
  /* Lines of about equal length look better than full lines and a short last one. */
  for (guint longest = (total + wanted - 1) / wanted;; longest++) {
    guint n;
    char *filled = fill(words, longest, &n);
    if (n <= wanted || longest >= total)
      return filled;
    g_free(filled);
  }
}
