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
/* Of a page of given proportions: its side if it were a square, at the nominal size of words. */
#define NOMINAL_SIDE 958.0
#define MARGIN       28.0
/* Words take no more of the page's height; else they are set smaller. */
#define MOST_WORDS 0.5

/* Browsers that place letters on whole pixels set a line up to so much wider. */
#define BROWSER_AIR 1.04

typedef struct {
  RelataDiagram *diagram;
  RelataSheet *sheet;
  RelataMeasureTexts measure;
  double unit; /* what sizes of words and margins are multiples of: a page looks the same at every size */
  double margin, width;
  guint turn; /* of what was read last */
  double y;   /* how far down the page is filled; it begins at 0 and is shifted up in the end */
} Page;

/* The box of all that is drawn. */
static RelataBox
bounds(const RelataDiagram *diagram, const GPtrArray *labels)
{
  const RelataBox words = relata_glyphs_box(labels);
  RelataBox box = relata_glyphs_box(diagram->actors);
  if (labels->len > 0) {
    box = relata_box_unite(box, (RelataPoint){words.left, words.bottom});
    box = relata_box_unite(box, (RelataPoint){words.right, words.top});
  }
  for (guint i = 0; i < diagram->clusters->len; i++) {
    const RelataBox frame = relata_glyph_box(g_array_index(diagram->clusters, RelataDiagramCluster, i).frame);
    box = relata_box_unite(box, (RelataPoint){frame.left, frame.bottom});
    box = relata_box_unite(box, (RelataPoint){frame.right, frame.top});
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
move_curve(RelataCurve *curve, double dx, double dy)
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
  const char *fonts = page->diagram->theme->fonts;
  glyph->bold = bold;
  glyph->left = TRUE;
  g_ptr_array_add(one, glyph);
  if (!page->measure(one, fonts, error))
    return NULL;
  /* Letters differ in width: a text of which a line turns out too long is broken a little earlier. */
  double letters = floor((double)g_utf8_strlen(words, -1) * width / MAX(glyph->text_width, 1));
  for (guint tries = 0; glyph->text_width * BROWSER_AIR > width && tries < 12; tries++, letters *= 0.94) {
    g_free(glyph->text);
    glyph->text = relata_wrap(words, (guint)MAX(letters, 8), lines);
    if (!page->measure(one, fonts, error))
      return NULL;
  }
  glyph->width = glyph->text_width;
  glyph->height = glyph->text_height;
  return g_steal_pointer(&glyph);
}

/* Puts a text at the left margin below what is there. */
static gboolean
add_words(Page *page, const char *id, RelataPart part, const char *words, double size, gboolean bold,
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

/* Frames and titles of boxes, out of the diagram. */
static void
take_boxes(Page *page, double dx, double dy)
{
  GArray *clusters = page->diagram->clusters;
  for (guint i = 0; i < clusters->len; i++) {
    RelataDiagramCluster *cluster = &g_array_index(clusters, RelataDiagramCluster, i);
    RelataGlyph *both[] = {cluster->frame, cluster->title};
    for (guint j = 0; j < G_N_ELEMENTS(both); j++) {
      both[j]->x += dx;
      both[j]->y += dy;
    }
    g_ptr_array_add(page->sheet->frames, g_steal_pointer(&cluster->frame));
    g_ptr_array_add(page->sheet->glyphs, g_steal_pointer(&cluster->title));
  }
}

static void
add_drawing(Page *page, GPtrArray *labels, RelataBox box, double height)
{
  RelataDiagram *diagram = page->diagram;
  const double dx = page->width / 2 - (box.left + box.right) / 2;
  const double dy = page->y - height / 2 - (box.top + box.bottom) / 2;
  move_glyphs(diagram->actors, dx, dy);
  move_glyphs(labels, dx, dy);
  for (guint i = 0; i < diagram->links->len; i++)
    move_curve(g_ptr_array_index(diagram->links, i), dx, dy);
  take_all(page->sheet->glyphs, diagram->actors); /* first: links name actors by index */
  take_all(page->sheet->curves, diagram->links);
  take_boxes(page, dx, dy);
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
  rule->part = RELATA_PART_LEGEND;
  rule->color = page->diagram->theme->rule;
  rule->width = page->diagram->theme->rule_width * page->unit;
  relata_curve_set_straight(rule, (RelataPoint){page->margin, page->y},
                            (RelataPoint){page->width - page->margin, page->y});
  g_ptr_array_add(page->sheet->curves, rule);
}

/* Puts an entry's sample, in a column that begins at x, beside its text. */
static void
add_sample(Page *page, const RelataLegendEntry *entry, double x, double y, double width, double height)
{
  const RelataPart part = relata_legend_styles[entry->group].part;
  if (entry->shape != NULL) {
    RelataGlyph *shape = relata_glyph_copy(entry->shape);
    shape->width = width * 0.8;
    shape->height = height;
    shape->x = x + width / 2;
    shape->y = y;
    shape->stroke_width *= page->unit * 0.9;
    if (shape->text != NULL)
      shape->font_size *= page->unit;
    shape->part = part;
    shape->turn = page->turn;
    g_ptr_array_add(page->sheet->glyphs, shape);
  } else if (entry->line != NULL) {
    RelataCurve *line = relata_curve_copy_style(entry->line);
    line->from = 0;
    line->to = page->sheet->glyphs->len - 1;
    line->head_size *= MAX(page->unit, 0.8);
    line->part = part;
    line->turn = page->turn;
    relata_curve_set_straight(line, (RelataPoint){x, y}, (RelataPoint){x + width, y});
    g_ptr_array_add(page->sheet->curves, line);
  }
}

/* The texts of a group's entries (RelataGlyph), none wider than `width`. */
static GPtrArray *
set_entries(Page *page, const GPtrArray *entries, const RelataLegendStyle *style, double width,
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
add_legend_group(Page *page, RelataLegendGroup group, double title_width, GError **error)
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

static gboolean
add_words_below(Page *page, GError **error)
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

/* Lines of several strands get what lies in them. */
static void
add_cores(RelataSheet *sheet)
{
  g_autoptr(GPtrArray) curves = sheet->curves;
  sheet->curves = g_ptr_array_new_with_free_func((GDestroyNotify)relata_curve_free);
  for (guint i = 0; i < curves->len; i++) {
    RelataCurve *curve = g_ptr_array_index(curves, i);
    g_ptr_array_add(sheet->curves, curve);
    relata_curve_split_strands(curve, sheet->ground, sheet->curves);
  }
  g_ptr_array_set_free_func(curves, NULL);
}

static gboolean
add_heading(Page *page, GError **error)
{
  const RelataDiagram *diagram = page->diagram;
  const RelataTheme *theme = diagram->theme;
  if (!add_words(page, "title", RELATA_PART_HEADING, diagram->title, theme->title, TRUE, theme->ink, 3,
                 error) ||
      (diagram->subtitle != NULL && !add_words(page, "subtitle", RELATA_PART_HEADING, diagram->subtitle,
                                               theme->subtitle, FALSE, theme->soft_ink, 3, error)))
    return FALSE;
  page->y -= 18 * page->unit;
  return TRUE;
}

static Page
begin_page(RelataDiagram *diagram, RelataSheet *sheet, RelataMeasureTexts measure, double width, double unit)
{
  return (Page){.diagram = diagram,
                .sheet = sheet,
                .measure = measure,
                .unit = unit,
                .margin = MARGIN * unit,
                .width = width,
                .y = -MARGIN * unit};
}

/* What a page of given proportions has beside its drawing, as shares of its width. */
typedef struct {
  double unit, words; /* the height of all words, margins included */
} Shares;

/* By setting the words on a page that is thrown away: they are broken into lines as on the final one, since
 * all of it grows alike. */
static gboolean
measure_shares(RelataDiagram *diagram, RelataMeasureTexts measure, Shares *shares, GError **error)
{
  const double ratio = diagram->page.ratio, width = 1000;
  double unit = width * sqrt(ratio) / NOMINAL_SIDE;
  for (guint tries = 0;; tries++, unit *= 0.85) {
    g_autoptr(RelataSheet) scratch = relata_sheet_new();
    Page page = begin_page(diagram, scratch, measure, width, unit);
    if (!add_heading(&page, error) || !add_words_below(&page, error))
      return FALSE;
    *shares = (Shares){unit / width, (page.margin * 0.8 - page.y) / width};
    if (shares->words < ratio * MOST_WORDS || tries == 8)
      break;
  }
  shares->words = MIN(shares->words, ratio * 0.9);
  return TRUE;
}

gboolean
relata_page_drawing_ratio(RelataDiagram *diagram, RelataMeasureTexts measure, double *ratio, GError **error)
{
  Shares shares;
  if (!(diagram->page.ratio > 0))
    return TRUE;
  if (!measure_shares(diagram, measure, &shares, error))
    return FALSE;
  *ratio = (diagram->page.ratio - shares.words) / (1 - 2 * MARGIN * shares.unit);
  return TRUE;
}

/* The page's width and unit, and the height of its drawing: as the drawing asks for, … */
static void
fit_freely(Page *page, RelataBox box, double *height)
{
  const gboolean flows = page->diagram->flows;
  const double drawing = MAX(box.right - box.left, flows ? LEAST_FLOW_WIDTH : LEAST_WIDTH);
  const double unit = MAX(drawing / WORDS_WIDTH, flows ? LEAST_FLOW_UNIT : 0);
  *height = MAX(box.top - box.bottom, flows ? LEAST_FLOW_HEIGHT : LEAST_HEIGHT);
  *page = begin_page(page->diagram, page->sheet, page->measure, drawing + 2 * MARGIN * unit, unit);
}

/* … or the smallest page of given proportions that has room for it. */
static gboolean
fit_proportions(Page *page, RelataBox box, double *height, GError **error)
{
  Shares shares;
  const double ratio = page->diagram->page.ratio;
  if (!measure_shares(page->diagram, page->measure, &shares, error))
    return FALSE;
  double width = page->diagram->flows ? LEAST_FLOW_UNIT / shares.unit : LEAST_WIDTH;
  width = MAX(width, (box.right - box.left) / (1 - 2 * MARGIN * shares.unit));
  width = MAX(width, (box.top - box.bottom) / (ratio - shares.words));
  *height = (ratio - shares.words) * width;
  *page = begin_page(page->diagram, page->sheet, page->measure, width, shares.unit * width);
  return TRUE;
}

/* The words around the picture, for those who do not see it. */
static char *
describe(const RelataDiagram *diagram)
{
  GString *words = g_string_new(diagram->subtitle);
  if (words->len > 0)
    g_string_append_c(words, '.');
  for (guint i = 0; i < diagram->captions->len; i++) {
    g_string_append_printf(words, "%s%s", words->len > 0 ? " " : "",
                           (const char *)g_ptr_array_index(diagram->captions, i));
    if (i == 0 && diagram->summary != NULL && diagram->summary[0] != '\0')
      g_string_append_printf(words, " %s", diagram->summary);
  }
  return g_string_free(words, FALSE);
}

RelataSheet *
relata_page_new(RelataDiagram *diagram, GPtrArray *labels, RelataMeasureTexts measure, GError **error)
{
  g_autoptr(RelataSheet) sheet = relata_sheet_new();
  const RelataBox box = bounds(diagram, labels);
  const double ratio = diagram->page.ratio;
  double height;
  Page page = begin_page(diagram, sheet, measure, 0, 0);
  if (!(ratio > 0))
    fit_freely(&page, box, &height);
  else if (!fit_proportions(&page, box, &height, error))
    return NULL;
  /* The drawing's glyphs must be first on the sheet: room for what stands above it is taken before. */
  g_autoptr(GPtrArray) above = g_ptr_array_new_with_free_func((GDestroyNotify)relata_glyph_free);
  g_autoptr(GPtrArray) drawn = sheet->glyphs;
  sheet->glyphs = g_steal_pointer(&above);
  const gboolean headed = add_heading(&page, error);
  above = g_steal_pointer(&sheet->glyphs);
  sheet->glyphs = g_steal_pointer(&drawn);
  if (!headed)
    return NULL;
  add_drawing(&page, labels, box, height);
  take_all(sheet->glyphs, above);
  if (!add_words_below(&page, error))
    return NULL;
  sheet->width = page.width;
  sheet->height = ratio > 0 ? ratio * page.width : page.margin * 0.8 - page.y;
  sheet->pixels_wide = diagram->page.pixels_wide;
  sheet->pixels_high = diagram->page.pixels_high;
  sheet->ground = diagram->theme->ground;
  sheet->fonts = diagram->theme->fonts;
  add_cores(sheet);
  sheet->title = g_strdup(diagram->title);
  sheet->description = describe(diagram);
  move_glyphs(sheet->frames, 0, sheet->height);
  move_glyphs(sheet->glyphs, 0, sheet->height);
  for (guint i = 0; i < sheet->curves->len; i++)
    move_curve(g_ptr_array_index(sheet->curves, i), 0, sheet->height);
  return g_steal_pointer(&sheet);
}
