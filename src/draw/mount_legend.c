/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/mount_internal.h"

#include <math.h>

/* Puts an entry's sample beside its text, in a column that begins at x. */
static void
add_sample(RelataMount *mount, const RelataLegendEntry *entry, double x, double y, double width,
           double height)
{
  const RelataPart part = relata_legend_styles[entry->group].part;
  if (entry->shape != NULL) {
    RelataGlyph *shape = relata_glyph_copy(entry->shape);
    if (shape->width <= 0) { /* it has no size yet */
      shape->width = width * 0.8;
      shape->height = height;
    }
    shape->x = x + width / 2;
    shape->y = y;
    shape->stroke_width *= mount->unit * 0.9;
    if (shape->text != NULL)
      shape->font_size *= mount->unit;
    shape->part = part;
    shape->turn = mount->turn;
    relata_mount_mark_glyph(mount, shape, part);
    g_ptr_array_add(mount->sheet->glyphs, shape);
  } else if (entry->line != NULL) {
    RelataCurve *line = relata_curve_copy_style(entry->line);
    line->from = 0;
    line->to = mount->sheet->glyphs->len - 1;
    line->head_size *= MAX(mount->unit, 0.8);
    line->part = part;
    line->turn = mount->turn;
    relata_curve_set_straight(line, (RelataPoint){x, y}, (RelataPoint){x + width, y});
    relata_mount_mark_curve(mount, line, part);
    g_ptr_array_add(mount->sheet->curves, line);
  }
}

/* Sets the texts of a group's entries (RelataGlyph), each at most `width` wide. */
static GPtrArray *
set_entries(RelataMount *mount, const GPtrArray *entries, const RelataLegendStyle *style, double width,
            GError **error)
{
  const RelataTheme *theme = mount->diagram->theme;
  const RelataWordsStyle words = {style->part, style->size * theme->legend, FALSE, theme->ink, 3};
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func((GDestroyNotify)relata_glyph_free);
  for (guint i = 0; i < entries->len; i++) {
    const RelataLegendEntry *entry = g_ptr_array_index(entries, i);
    RelataGlyph *text = relata_mount_set(mount, entry->text, &words, width, error);
    if (text == NULL)
      return NULL;
    text->id = g_strdup(entry->id);
    text->classes = g_strdup(entry->classes);
    text->url = g_strdup(entry->url);
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

/* Returns the height of the row of texts that begins with `first`. */
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

/* The grid of a group on its sheet. Lengths are points. */
typedef struct {
  const RelataLegendStyle *style;
  double left;        /* left edge of its entries */
  double sample, gap; /* a sample's width, and the distance to its text */
  double row;         /* the least height of a row */
  double letter;
  double column; /* the width of a column, including the gap to the next */
  guint columns;
} Grid;

static GPtrArray *
entries_of(const RelataDiagram *diagram, RelataLegendGroup group)
{
  GPtrArray *entries = g_ptr_array_new();
  for (guint i = 0; i < diagram->legend->len; i++) {
    RelataLegendEntry *entry = g_ptr_array_index(diagram->legend, i);
    if (entry->group == group)
      g_ptr_array_add(entries, entry);
  }
  return entries;
}

static gboolean
add_title(RelataMount *mount, const Grid *grid, double room, GError **error)
{
  const RelataTheme *theme = mount->diagram->theme;
  const RelataWordsStyle style = {grid->style->part, theme->legend, TRUE, theme->ink, 1};
  RelataGlyph *title = relata_mount_set(mount, grid->style->title, &style, room, error);
  if (title == NULL)
    return FALSE;
  title->x = mount->margin + title->width / 2;
  title->y = mount->y - grid->row / 2;
  title->turn = ++mount->turn;
  g_ptr_array_add(mount->sheet->glyphs, title);
  return TRUE;
}

/* Puts an entry, whose text is set, in the row that begins at mount->y. */
static void
add_entry(RelataMount *mount, const RelataLegendEntry *entry, const RelataGlyph *set, const Grid *grid,
          double x)
{
  mount->turn++;
  if (entry->absent)
    return;
  RelataGlyph *text = relata_glyph_copy(set);
  const gboolean sampled = entry->shape != NULL || entry->line != NULL;
  const double line = text->height / (1 + count_breaks(text->text));
  text->x = x + (sampled ? grid->sample + grid->gap : 0) + text->width / 2;
  text->y = mount->y - grid->row / 2 - (text->height - line) / 2;
  text->turn = mount->turn;
  add_sample(mount, entry, x, mount->y - grid->row / 2, grid->sample, MIN(1.24 * grid->letter, grid->row));
  g_ptr_array_add(mount->sheet->glyphs, text);
}

gboolean
relata_mount_add_legend(RelataMount *mount, RelataLegendGroup group, double title_width, GError **error)
{
  const RelataLegendStyle *style = &relata_legend_styles[group];
  const double letter = mount->diagram->theme->legend * mount->unit;
  Grid grid = {.style = style,
               .left = mount->margin + title_width,
               .sample = style->sample * letter,
               .gap = 0.76 * letter,
               .row = style->row * letter,
               .letter = letter};
  const double room = mount->width - 2 * mount->margin - title_width, between = 1.8 * grid.gap;
  g_autoptr(GPtrArray) entries = entries_of(mount->diagram, group);
  if (entries->len == 0)
    return TRUE;
  const gboolean single = entries->len <= style->single;
  const double share = single || style->single == 0 ? room : (room - between) / 2;
  g_autoptr(GPtrArray) texts = set_entries(mount, entries, style, share - grid.sample - grid.gap, error);
  if (texts == NULL || !add_title(mount, &grid, room, error))
    return FALSE;
  grid.column = grid.sample + grid.gap + widest_of(texts) + between;
  grid.columns = single ? 1 : (guint)MAX(1, floor((room + between) / grid.column));
  for (guint i = 0; i < entries->len; i++) {
    /* A row is as high as its highest text. Samples are at the height of the first line. */
    if (i % grid.columns == 0 && i > 0)
      mount->y -= row_height(texts, i - grid.columns, grid.columns, grid.row);
    add_entry(mount, g_ptr_array_index(entries, i), g_ptr_array_index(texts, i), &grid,
              grid.left + (i % grid.columns) * grid.column);
  }
  const guint last = (entries->len - 1) / grid.columns * grid.columns;
  mount->y -= row_height(texts, last, grid.columns, grid.row) + 0.45 * letter;
  return TRUE;
}
