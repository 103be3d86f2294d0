/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/page.h"

#include "draw/legend.h"

#include <math.h>

#define LEAST_WIDTH  620.0 /* of the drawing, in points: room for a title and a legend */
#define LEAST_HEIGHT 240.0
#define WORDS_WIDTH  1050.0 /* of a drawing beside which words have their nominal size */
/* Of one that flows, which may be no more than a row of names: it is printed small, and the words beside it
 * are to be read as well as those in it. */
#define LEAST_FLOW_WIDTH  400.0
#define LEAST_FLOW_HEIGHT 60.0
#define LEAST_FLOW_UNIT   0.85

typedef struct {
  RelataDiagram *diagram;
  RelataSheet *sheet;
  RelataMeasureTexts measure;
  double unit; /* what sizes of words and margins are multiples of: a page looks the same at every size */
  double margin, width;
  double y; /* how far down the page is filled; it begins at 0 and is shifted up in the end */
} Page;

RelataBox
relata_page_bounds(const RelataDiagram *diagram, const GPtrArray *labels)
{
  const RelataBox words = relata_glyphs_box(labels);
  RelataBox box = relata_glyphs_box(diagram->actors);
  if (labels->len > 0) {
    box = relata_box_unite(box, (RelataPoint){words.left, words.bottom});
    box = relata_box_unite(box, (RelataPoint){words.right, words.top});
  }
  for (guint i = 0; i < diagram->links->len; i++) {
    guint n;
    g_autofree RelataPoint *line = relata_curve_flatten(g_ptr_array_index(diagram->links, i), 8, &n);
    for (guint j = 0; j < n; j++)
      box = relata_box_unite(box, line[j]);
  }
  if (box.left > box.right)
    return (RelataBox){0, 0, 0, 0};
  return box;
}

static void
move_glyphs(GPtrArray *glyphs, double dx, double dy)
{
  for (guint i = 0; i < glyphs->len; i++) {
    RelataGlyph *glyph = g_ptr_array_index(glyphs, i);
    glyph->x += dx;
    glyph->y += dy;
  }
}

static void
take_all(GPtrArray *to, GPtrArray *from)
{
  while (from->len > 0)
    g_ptr_array_add(to, g_ptr_array_steal_index(from, 0));
}

/* A text of the page, measured, in as many lines as the width asks for. */
static RelataGlyph *
set_words(Page *page, const char *words, double size, gboolean bold, const char *ink, double width,
          guint lines, GError **error)
{
  g_autoptr(RelataGlyph) glyph = relata_glyph_new(words, size * page->unit, ink);
  g_autoptr(GPtrArray) one = g_ptr_array_new();
  glyph->bold = bold;
  glyph->left = TRUE;
  g_ptr_array_add(one, glyph);
  if (!page->measure(one, error))
    return NULL;
  /* Letters differ in width: a text of which a line turns out too long is broken a little earlier. */
  double letters = floor((double)g_utf8_strlen(words, -1) * width / MAX(glyph->text_width, 1));
  for (guint tries = 0; glyph->text_width > width && tries < 12; tries++, letters *= 0.94) {
    g_free(glyph->text);
    glyph->text = relata_wrap(words, (guint)MAX(letters, 8), lines);
    if (!page->measure(one, error))
      return NULL;
  }
  glyph->width = glyph->text_width;
  glyph->height = glyph->text_height;
  return g_steal_pointer(&glyph);
}

/* Puts a text at the left margin below what is there. */
static gboolean
add_words(Page *page, const char *id, const char *words, double size, gboolean bold, const char *ink,
          guint lines, GError **error)
{
  RelataGlyph *glyph = set_words(page, words, size, bold, ink, page->width - 2 * page->margin, lines, error);
  if (glyph == NULL)
    return FALSE;
  glyph->id = g_strdup(id);
  glyph->classes = g_strdup(id);
  glyph->x = page->margin + glyph->width / 2;
  glyph->y = page->y - glyph->height / 2;
  page->y -= glyph->height;
  g_ptr_array_add(page->sheet->glyphs, glyph);
  return TRUE;
}

/* The band behind what is marked: a stroke of a highlighter, wider than what it marks. */
static void
add_band(Page *page, const char *id, guint end, double width, const char *color, RelataCurve *band)
{
  band->from = band->to = end;
  band->id = id != NULL ? g_strconcat("marker-", id, NULL) : NULL;
  band->classes = id != NULL ? g_strdup("marker") : NULL;
  band->color = color;
  band->width = width;
  g_ptr_array_add(page->sheet->curves, band);
}

static void
mark_curve(Page *page, const RelataCurve *curve)
{
  if (curve->marker == NULL || curve->n_points == 0)
    return;
  RelataCurve *band = relata_curve_new(curve->from, curve->to);
  band->n_points = curve->n_points;
  band->points = g_memdup2(curve->points, curve->n_points * sizeof *curve->points);
  add_band(page, curve->id, curve->from, curve->width + 5, curve->marker, band);
}

static void
mark_glyph(Page *page, const RelataGlyph *glyph, guint index)
{
  if (glyph->marker == NULL)
    return;
  const double air = 4;
  const RelataBox box = relata_glyph_box(glyph);
  RelataCurve *band = relata_curve_new(index, index);
  relata_curve_set_straight(band, (RelataPoint){box.left - air, glyph->y},
                            (RelataPoint){box.right + air, glyph->y});
  add_band(page, glyph->id, index, glyph->height + 2 * air, glyph->marker, band);
}

static void
add_drawing(Page *page, GPtrArray *labels, RelataBox box)
{
  RelataDiagram *diagram = page->diagram;
  const double least = diagram->flows ? LEAST_FLOW_HEIGHT : LEAST_HEIGHT;
  const double height = MAX(box.top - box.bottom, least);
  const double dx = page->width / 2 - (box.left + box.right) / 2;
  const double dy = page->y - height / 2 - (box.top + box.bottom) / 2;
  move_glyphs(diagram->actors, dx, dy);
  move_glyphs(labels, dx, dy);
  for (guint i = 0; i < diagram->links->len; i++)
    relata_curve_move(g_ptr_array_index(diagram->links, i), dx, dy);
  /* Bands first, so that they lie behind everything: curves are drawn in their order, and before glyphs. */
  for (guint i = 0; i < diagram->links->len; i++)
    mark_curve(page, g_ptr_array_index(diagram->links, i));
  for (guint i = 0; i < diagram->actors->len; i++)
    mark_glyph(page, g_ptr_array_index(diagram->actors, i), i);
  take_all(page->sheet->glyphs, diagram->actors); /* first: links name actors by index */
  take_all(page->sheet->curves, diagram->links);
  take_all(page->sheet->glyphs, labels);
  page->y -= height;
}

static void
add_rule(Page *page)
{
  /* A line needs glyphs to belong to; any will do. */
  RelataCurve *rule = relata_curve_new(0, page->sheet->glyphs->len - 1);
  rule->id = g_strdup("rule");
  rule->classes = g_strdup("rule");
  rule->color = page->diagram->theme->rule;
  rule->width = 0.8 * page->unit;
  relata_curve_set_straight(rule, (RelataPoint){page->margin, page->y},
                            (RelataPoint){page->width - page->margin, page->y});
  g_ptr_array_add(page->sheet->curves, rule);
}

/* Puts an entry's sample, in a column that begins at x, beside its text. */
static void
add_sample(Page *page, const RelataLegendEntry *entry, double x, double y, double width, double height)
{
  if (entry->shape != NULL) {
    RelataGlyph *shape = relata_glyph_copy(entry->shape);
    if (shape->width <= 0) { /* it has no size of its own */
      shape->width = width * 0.8;
      shape->height = height;
    }
    shape->x = x + width / 2;
    shape->y = y;
    shape->stroke_width *= page->unit * 0.9;
    mark_glyph(page, shape, 0);
    g_ptr_array_add(page->sheet->glyphs, shape);
  } else if (entry->line != NULL) {
    RelataCurve *line = relata_curve_copy_style(entry->line);
    line->from = 0;
    line->to = page->sheet->glyphs->len - 1;
    line->head_size *= MAX(page->unit, 0.8);
    relata_curve_set_straight(line, (RelataPoint){x, y}, (RelataPoint){x + width, y});
    mark_curve(page, line);
    g_ptr_array_add(page->sheet->curves, line);
  }
}

/* One group of the legend: its title at the margin, its entries in columns beside it. */
static gboolean
add_legend_group(Page *page, RelataLegendGroup group, double title_width, GError **error)
{
  const RelataTheme *theme = page->diagram->theme;
  const double sample = 30 * page->unit, gap = 8 * page->unit, row = 19 * page->unit;
  const double room = page->width - 2 * page->margin - title_width;
  double widest = 0;
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func((GDestroyNotify)relata_glyph_free);
  for (guint i = 0; i < page->diagram->legend->len; i++) {
    const RelataLegendEntry *entry = g_ptr_array_index(page->diagram->legend, i);
    if (entry->group != group)
      continue;
    RelataGlyph *text = set_words(page, entry->text, 10.5, FALSE, theme->ink, room - sample - gap, 3, error);
    if (text == NULL)
      return FALSE;
    widest = MAX(widest, text->width);
    g_ptr_array_add(texts, text);
  }
  if (texts->len == 0)
    return TRUE;
  RelataGlyph *title = set_words(page, relata_legend_titles[group], 10.5, TRUE, theme->ink, room, 1, error);
  if (title == NULL)
    return FALSE;
  title->x = page->margin + title->width / 2;
  title->y = page->y - row / 2;
  g_ptr_array_add(page->sheet->glyphs, title);
  const double column = sample + gap + widest + 1.8 * gap;
  const guint columns = (guint)MAX(1, floor((room + 1.8 * gap) / column));
  guint at = 0;
  for (guint i = 0; i < page->diagram->legend->len; i++) {
    const RelataLegendEntry *entry = g_ptr_array_index(page->diagram->legend, i);
    if (entry->group != group)
      continue;
    if (at > 0 && at % columns == 0)
      page->y -= row;
    RelataGlyph *text = relata_glyph_copy(g_ptr_array_index(texts, at));
    if (entry->absent) {
      relata_glyph_free(text);
      at++;
      continue;
    }
    const double x = page->margin + title_width + (at % columns) * column, y = page->y - row / 2;
    const gboolean sampled = entry->shape != NULL || entry->line != NULL;
    text->x = x + (sampled ? sample + gap : 0) + text->width / 2;
    text->y = y;
    g_ptr_array_add(page->sheet->glyphs, text);
    add_sample(page, entry, x, y, sample, 13 * page->unit);
    at++;
  }
  page->y -= row * 1.25;
  return TRUE;
}

static gboolean
add_words_below(Page *page, GError **error)
{
  RelataDiagram *diagram = page->diagram;
  page->y -= 20 * page->unit;
  add_rule(page);
  page->y -= 10 * page->unit;
  for (guint group = 0; group < RELATA_N_LEGEND_GROUPS; group++)
    if (!add_legend_group(page, group, 52 * page->unit, error))
      return FALSE;
  g_autoptr(GString) caption = g_string_new(NULL);
  for (guint i = 0; i < diagram->captions->len; i++)
    g_string_append_printf(caption, "%s%s", i > 0 ? " " : "",
                           (const char *)g_ptr_array_index(diagram->captions, i));
  page->y -= 6 * page->unit;
  return caption->len == 0 ||
         add_words(page, "caption", caption->str, 9.5, FALSE, diagram->theme->soft_ink, 8, error);
}

RelataSheet *
relata_page_new(RelataDiagram *diagram, GPtrArray *labels, RelataMeasureTexts measure, GError **error)
{
  g_autoptr(RelataSheet) sheet = relata_sheet_new();
  const RelataBox box =
      diagram->room.left <= diagram->room.right ? diagram->room : relata_page_bounds(diagram, labels);
  const double drawing = MAX(box.right - box.left, diagram->flows ? LEAST_FLOW_WIDTH : LEAST_WIDTH);
  const double unit = MAX(drawing / WORDS_WIDTH, diagram->flows ? LEAST_FLOW_UNIT : 0);
  Page page = {diagram, sheet, measure, unit, 0, 0, 0};
  page.margin = 28 * page.unit;
  page.width = drawing + 2 * page.margin;
  page.y = -page.margin;
  /* The drawing's glyphs must be first on the sheet: room for what stands above it is taken before. */
  g_autoptr(GPtrArray) above = g_ptr_array_new_with_free_func((GDestroyNotify)relata_glyph_free);
  g_autoptr(GPtrArray) drawn = sheet->glyphs;
  sheet->glyphs = g_steal_pointer(&above);
  const gboolean headed =
      add_words(&page, "title", diagram->title, 25, TRUE, diagram->theme->ink, 3, error) &&
      (diagram->subtitle == NULL ||
       add_words(&page, "subtitle", diagram->subtitle, 13.5, FALSE, diagram->theme->soft_ink, 3, error)) &&
      (diagram->date == NULL ||
       add_words(&page, "date", diagram->date, 17, TRUE, diagram->theme->ink, 2, error));
  above = g_steal_pointer(&sheet->glyphs);
  sheet->glyphs = g_steal_pointer(&drawn);
  if (!headed)
    return NULL;
  page.y -= 18 * page.unit;
  add_drawing(&page, labels, box);
  take_all(sheet->glyphs, above);
  if (!add_words_below(&page, error))
    return NULL;
  sheet->width = page.width;
  sheet->height = page.margin * 0.8 - page.y;
  sheet->ground = diagram->theme->ground;
  sheet->title = g_strdup(diagram->title);
  g_autoptr(GString) description = g_string_new(diagram->subtitle);
  for (guint i = 0; i < diagram->captions->len; i++)
    g_string_append_printf(description, "%s%s",
                           description->len == 0 ? ""
                           : i == 0              ? ". "
                                                 : " ",
                           (const char *)g_ptr_array_index(diagram->captions, i));
  sheet->description = g_string_free(g_steal_pointer(&description), FALSE);
  move_glyphs(sheet->glyphs, 0, sheet->height);
  for (guint i = 0; i < sheet->curves->len; i++)
    relata_curve_move(g_ptr_array_index(sheet->curves, i), 0, sheet->height);
  return g_steal_pointer(&sheet);
}
