/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/legend.h"
#include "draw/page_internal.h"

#include <math.h>

/* Browsers that place letters on whole pixels set a line up to so much wider. */
#define BROWSER_AIR 1.04

#define BAND     5.0  /* how much wider a line's band is than the line */
#define BAND_AIR 4.0  /* of an actor's band, on each side */
#define DATE     1.26 /* how much larger a date is than a subtitle */

/* A text of the page, measured, in as many lines as the width asks for. */
static RelataGlyph *
set_words(RelataPage *page, const char *words, double size, gboolean bold, const char *ink, double width,
          guint lines, GError **error)
{
  g_autoptr(RelataGlyph) glyph = relata_glyph_new(words, size * page->unit, ink);
  g_autoptr(GPtrArray) one = g_ptr_array_new();
  const char *fonts = page->diagram->theme->fonts;
  glyph->bold = bold;
  glyph->left = TRUE;
  g_ptr_array_add(one, glyph);
  if (!page->measure(one, fonts, error))
    return NULL;
  /* Letters differ in width: a text of which a line turns out too long is broken a little earlier. */
  double letters = floor((double)g_utf8_strlen(words, -1) * width / MAX(glyph->text_width, 1));
  for (guint tries = 0; glyph->text_width * BROWSER_AIR > width && tries < 12; tries++) {
    g_free(glyph->text);
    glyph->text = relata_wrap(words, (guint)MAX(letters, 8), lines);
    if (!page->measure(one, fonts, error))
      return NULL;
    letters *= 0.94;
  }
  glyph->width = glyph->text_width;
  glyph->height = glyph->text_height;
  return g_steal_pointer(&glyph);
}

/* Puts a text at the left margin below what is there. */
static gboolean
add_words(RelataPage *page, const char *id, RelataPart part, const char *words, double size, gboolean bold,
          const char *ink, guint lines, GError **error)
{
  RelataGlyph *glyph = set_words(page, words, size, bold, ink, page->width - 2 * page->margin, lines, error);
  if (glyph == NULL)
    return FALSE;
  glyph->id = g_strdup(id);
  glyph->classes = g_strdup(id);
  glyph->part = part;
  glyph->turn = ++page->turn;
  glyph->x = page->margin + glyph->width / 2;
  glyph->y = page->y - glyph->height / 2;
  page->y -= glyph->height;
  g_ptr_array_add(page->sheet->glyphs, glyph);
  return TRUE;
}

static void
add_band(RelataPage *page, const char *id, const char *color, RelataPart part, RelataCurve *band)
{
  band->from = band->to =
      0; /* Graphviz draws lines in the order of the glyphs at their ends: before all others */
  band->id = id != NULL ? g_strconcat("marker-", id, NULL) : NULL;
  band->classes = id != NULL ? g_strdup("marker") : NULL;
  band->color = color;
  band->part = part;
  band->turn = part == RELATA_PART_MARKS ? 0 : page->turn;
  g_ptr_array_add(page->sheet->curves, band);
}

void
relata_page_mark_curve(RelataPage *page, const RelataCurve *curve, RelataPart part)
{
  if (curve->marker == NULL || curve->n_points == 0)
    return;
  RelataCurve *band = relata_curve_new(0, 0);
  band->n_points = curve->n_points;
  band->points = g_memdup2(curve->points, curve->n_points * sizeof *curve->points);
  band->width = curve->width + BAND;
  add_band(page, curve->id, curve->marker, part, band);
}

void
relata_page_mark_glyph(RelataPage *page, const RelataGlyph *glyph, RelataPart part)
{
  if (glyph->marker == NULL)
    return;
  const RelataBox box = relata_glyph_box(glyph);
  RelataCurve *band = relata_curve_new(0, 0);
  relata_curve_set_straight(band, (RelataPoint){box.left - BAND_AIR, glyph->y},
                            (RelataPoint){box.right + BAND_AIR, glyph->y});
  band->width = glyph->height + 2 * BAND_AIR;
  add_band(page, glyph->id, glyph->marker, part, band);
}

static void
add_rule(RelataPage *page)
{
  /* A line needs glyphs to belong to; any will do. */
  RelataCurve *rule = relata_curve_new(0, page->sheet->glyphs->len - 1);
  rule->id = g_strdup("rule");
  rule->classes = g_strdup("rule");
  rule->part = RELATA_PART_LEGEND;
  rule->color = page->diagram->theme->rule;
  rule->width = page->diagram->theme->rule_width * page->unit;
  relata_curve_set_straight(rule, (RelataPoint){page->margin, page->y},
                            (RelataPoint){page->width - page->margin, page->y});
  g_ptr_array_add(page->sheet->curves, rule);
}

/* Puts an entry's sample, in a column that begins at x, beside its text. */
static void
add_sample(RelataPage *page, const RelataLegendEntry *entry, double x, double y, double width, double height)
{
  const RelataPart part = relata_legend_styles[entry->group].part;
  if (entry->shape != NULL) {
    RelataGlyph *shape = relata_glyph_copy(entry->shape);
    if (shape->width <= 0) { /* it has no size of its own */
      shape->width = width * 0.8;
      shape->height = height;
    }
    shape->x = x + width / 2;
    shape->y = y;
    shape->stroke_width *= page->unit * 0.9;
    if (shape->text != NULL)
      shape->font_size *= page->unit;
    shape->part = part;
    shape->turn = page->turn;
    relata_page_mark_glyph(page, shape, part);
    g_ptr_array_add(page->sheet->glyphs, shape);
  } else if (entry->line != NULL) {
    RelataCurve *line = relata_curve_copy_style(entry->line);
    line->from = 0;
    line->to = page->sheet->glyphs->len - 1;
    line->head_size *= MAX(page->unit, 0.8);
    line->part = part;
    line->turn = page->turn;
    relata_curve_set_straight(line, (RelataPoint){x, y}, (RelataPoint){x + width, y});
    relata_page_mark_curve(page, line, part);
    g_ptr_array_add(page->sheet->curves, line);
  }
}

/* The texts of a group's entries (RelataGlyph), none wider than `width`. */
static GPtrArray *
set_entries(RelataPage *page, const GPtrArray *entries, const RelataLegendStyle *style, double width,
            GError **error)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func((GDestroyNotify)relata_glyph_free);
  for (guint i = 0; i < entries->len; i++) {
    const RelataLegendEntry *entry = g_ptr_array_index(entries, i);
    RelataGlyph *text = set_words(page, entry->text, style->size * page->diagram->theme->legend, FALSE,
                                  page->diagram->theme->ink, width, 3, error);
    if (text == NULL)
      return NULL;
    text->id = g_strdup(entry->id);
    text->classes = g_strdup(entry->classes);
    text->url = g_strdup(entry->url);
    text->part = style->part;
    g_ptr_array_add(texts, text);
  }
  return g_steal_pointer(&texts);
}

static double
widest_of(const GPtrArray *texts)
{
  double widest = 0;
  for (guint i = 0; i < texts->len; i++)
    widest = MAX(widest, ((const RelataGlyph *)g_ptr_array_index(texts, i))->width);
  return widest;
}

static guint
count_breaks(const char *text)
{
  guint n = 0;
  for (; *text != '\0'; text++)
    n += *text == '\n';
  return n;
}

/* Of the row of texts that begins with `first`. */
static double
row_height(const GPtrArray *texts, guint first, guint columns, double least)
{
  double height = least;
  for (guint i = first; i < MIN(first + columns, texts->len); i++) {
    const RelataGlyph *text = g_ptr_array_index(texts, i);
    const guint breaks = count_breaks(text->text);
    height = MAX(height, least + text->height * breaks / (1 + breaks));
  }
  return height;
}

/* One group of the legend: its title at the margin, its entries in columns beside it. */
static gboolean
add_legend_group(RelataPage *page, RelataLegendGroup group, double title_width, GError **error)
{
  const RelataTheme *theme = page->diagram->theme;
  const RelataLegendStyle *style = &relata_legend_styles[group];
  const double letter = theme->legend * page->unit;
  const double sample = style->sample * letter, gap = 0.76 * letter, row = style->row * letter;
  const double room = page->width - 2 * page->margin - title_width;
  g_autoptr(GPtrArray) entries = g_ptr_array_new();
  for (guint i = 0; i < page->diagram->legend->len; i++) {
    RelataLegendEntry *entry = g_ptr_array_index(page->diagram->legend, i);
    if (entry->group == group)
      g_ptr_array_add(entries, entry);
  }
  if (entries->len == 0)
    return TRUE;
  const gboolean single = entries->len <= style->single;
  const double share = single || style->single == 0 ? room : (room - 1.8 * gap) / 2;
  g_autoptr(GPtrArray) texts = set_entries(page, entries, style, share - sample - gap, error);
  RelataGlyph *title =
      texts != NULL ? set_words(page, style->title, theme->legend, TRUE, theme->ink, room, 1, error) : NULL;
  if (title == NULL)
    return FALSE;
  title->x = page->margin + title->width / 2;
  title->y = page->y - row / 2;
  title->part = style->part;
  title->turn = ++page->turn;
  g_ptr_array_add(page->sheet->glyphs, title);
  const double column = sample + gap + widest_of(texts) + 1.8 * gap;
  const guint columns = single ? 1 : (guint)MAX(1, floor((room + 1.8 * gap) / column));
  for (guint i = 0; i < entries->len; i++) {
    const RelataLegendEntry *entry = g_ptr_array_index(entries, i);
    /* A row is as high as its highest text; samples stand at its first line. */
    if (i % columns == 0 && i > 0)
      page->y -= row_height(texts, i - columns, columns, row);
    if (entry->absent) {
      page->turn++;
      continue;
    }
    RelataGlyph *text = relata_glyph_copy(g_ptr_array_index(texts, i));
    const double x = page->margin + title_width + (i % columns) * column;
    const gboolean sampled = entry->shape != NULL || entry->line != NULL;
    const double line = text->height / (1 + count_breaks(text->text));
    text->x = x + (sampled ? sample + gap : 0) + text->width / 2;
    text->y = page->y - row / 2 - (text->height - line) / 2;
    text->turn = ++page->turn;
    add_sample(page, entry, x, page->y - row / 2, sample, MIN(1.24 * letter, row));
    g_ptr_array_add(page->sheet->glyphs, text);
  }
  const guint last = (entries->len - 1) / columns * columns;
  page->y -= row_height(texts, last, columns, row) + 0.45 * letter;
  return TRUE;
}

gboolean
relata_page_add_words_below(RelataPage *page, GError **error)
{
  RelataDiagram *diagram = page->diagram;
  page->y -= 20 * page->unit;
  add_rule(page);
  page->y -= 10 * page->unit;
  for (guint group = 0; group < RELATA_N_LEGEND_GROUPS; group++)
    if (!add_legend_group(page, group, 5 * diagram->theme->legend * page->unit, error))
      return FALSE;
  g_autoptr(GString) caption = g_string_new(NULL);
  for (guint i = 0; i < diagram->captions->len; i++)
    g_string_append_printf(caption, "%s%s", i > 0 ? " " : "",
                           (const char *)g_ptr_array_index(diagram->captions, i));
  page->y -= 6 * page->unit;
  return caption->len == 0 || add_words(page, "caption", RELATA_PART_CAPTION, caption->str,
                                        diagram->theme->caption, FALSE, diagram->theme->soft_ink, 8, error);
}

gboolean
relata_page_add_heading(RelataPage *page, GError **error)
{
  const RelataDiagram *diagram = page->diagram;
  const RelataTheme *theme = diagram->theme;
  if (!add_words(page, "title", RELATA_PART_HEADING, diagram->title, theme->title, TRUE, theme->ink, 3,
                 error) ||
      (diagram->subtitle != NULL && !add_words(page, "subtitle", RELATA_PART_HEADING, diagram->subtitle,
                                               theme->subtitle, FALSE, theme->soft_ink, 3, error)) ||
      (diagram->date != NULL && !add_words(page, "date", RELATA_PART_HEADING, diagram->date,
                                           DATE * theme->subtitle, TRUE, theme->ink, 2, error)))
    return FALSE;
  page->y -= 18 * page->unit;
  return TRUE;
}
