/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/layout/spacing.h"
#include "draw/mount_internal.h"

#include <math.h>

#define LEAST_WIDTH  620.0 /* least width of the drawing in points: space for a title and a legend */
#define LEAST_HEIGHT 240.0
/* Limits for a drawing that flows, which may be just a row of names: it is printed small, and the words
 * around it must be as readable as those in it. */
#define LEAST_FLOW_WIDTH  400.0
#define LEAST_FLOW_HEIGHT 60.0
#define LEAST_FLOW_UNIT   0.85
/* For a sheet of given proportions: the side of a square of the same area, at the nominal size of words. */
#define NOMINAL_SIDE 958.0
#define MARGIN       28.0
/* The same for a paper. On A4, words have this share of their nominal size, and captions, which are the
 * smallest, have 6.1 points. On a smaller paper they are not smaller. */
#define PRINTED_SIDE  1106.0
#define LEAST_PRINTED 0.64
/* The largest share of the sheet's height for words. If they need more, they are set smaller. */
#define MOST_WORDS 0.5

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

/* Moves the drawing to the sheet, in the middle of the height that it is given. */
static void
add_drawing(RelataMount *mount, RelataDrawing *drawing, double height)
{
  const RelataBox room = drawing->room;
  const double dx = mount->width / 2 - (room.left + room.right) / 2;
  const double dy = mount->y - height / 2 - (room.top + room.bottom) / 2;
  move_glyphs(drawing->frames, dx, dy);
  move_glyphs(drawing->glyphs, dx, dy);
  for (guint i = 0; i < drawing->curves->len; i++)
    relata_curve_move(g_ptr_array_index(drawing->curves, i), dx, dy);
  /* Bands lie behind all other curves. */
  for (guint i = 0; i < drawing->curves->len; i++)
    relata_mount_mark_curve(mount, g_ptr_array_index(drawing->curves, i), RELATA_PART_MARKS);
  for (guint i = 0; i < drawing->glyphs->len; i++)
    relata_mount_mark_glyph(mount, g_ptr_array_index(drawing->glyphs, i), RELATA_PART_MARKS);
  take_all(mount->sheet->frames, drawing->frames);
  take_all(mount->sheet->glyphs, drawing->glyphs); /* first: curves name them by index */
  take_all(mount->sheet->curves, drawing->curves);
  mount->y -= height;
}

/* Adds the strands to lines that have several. */
static void
add_cores(RelataSheet *sheet)
{
  g_autoptr(GPtrArray) curves = sheet->curves;
  sheet->curves = g_ptr_array_new_with_free_func((GDestroyNotify)relata_curve_free);
  for (guint i = 0; i < curves->len; i++) {
    RelataCurve *curve = g_ptr_array_index(curves, i);
    g_ptr_array_add(sheet->curves, curve);
    relata_curve_split_strands(curve, curve->marker != NULL ? curve->marker : sheet->ground, sheet->curves);
  }
  g_ptr_array_set_free_func(curves, NULL);
}

static RelataMount
begin(RelataDiagram *diagram, RelataSheet *sheet, RelataGraphviz *graphviz, double width, double unit)
{
  return (RelataMount){.diagram = diagram,
                       .sheet = sheet,
                       .words = sheet->glyphs,
                       .graphviz = graphviz,
                       .unit = unit,
                       .margin = MARGIN * unit,
                       .width = width,
                       .y = -MARGIN * unit};
}

/* Returns the height of all words at this size, including margins, as a share of the sheet's width; below 0
 * if they cannot be measured. It sets them on a temporary sheet. Lines break there as on the final sheet,
 * because everything grows in proportion. */
static double
measure_words(RelataDiagram *diagram, RelataGraphviz *graphviz, double unit, GError **error)
{
  const double width = 1000;
  g_autoptr(RelataSheet) scratch = relata_sheet_new();
  RelataMount mount = begin(diagram, scratch, graphviz, width, unit * width);
  if (!relata_mount_add_heading(&mount, error) || !relata_mount_add_words_below(&mount, error))
    return -1;
  return (mount.margin * 0.8 - mount.y) / width;
}

/* Returns the size of words as a share of the width. A sheet with many words may use a smaller one. */
static double
nominal_unit(const RelataSheetSize *sheet)
{
  if (sheet->paper == NULL)
    return sqrt(sheet->ratio) / NOMINAL_SIDE;
  return MAX(sqrt(sheet->ratio) / PRINTED_SIDE, LEAST_PRINTED / (sheet->paper_wide * RELATA_POINTS_A_MM));
}

gboolean
relata_mount_share(RelataDiagram *const *diagrams, guint n, RelataGraphviz *graphviz,
                   RelataSheetShares *shares, GError **error)
{
  const double ratio = diagrams[0]->sheet.ratio;
  double unit = nominal_unit(&diagrams[0]->sheet);
  for (guint tries = 0;; tries++) {
    *shares = (RelataSheetShares){unit, 0};
    for (guint i = 0; i < n; i++) {
      const double words = measure_words(diagrams[i], graphviz, unit, error);
      if (words < 0)
        return FALSE;
      shares->words = MAX(shares->words, words);
    }
    if (shares->words < ratio * MOST_WORDS || tries == 8)
      break;
    unit *= 0.85;
  }
  shares->words = MIN(shares->words, ratio * 0.9);
  return TRUE;
}

static gboolean
find_shares(RelataDiagram *diagram, RelataGraphviz *graphviz, RelataSheetShares *shares, GError **error)
{
  *shares = diagram->shares;
  return shares->unit > 0 || relata_mount_share(&diagram, 1, graphviz, shares, error);
}

gboolean
relata_mount_drawing_ratio(RelataDiagram *diagram, RelataGraphviz *graphviz, double *ratio, GError **error)
{
  RelataSheetShares shares;
  if (!(diagram->sheet.ratio > 0))
    return TRUE;
  if (!find_shares(diagram, graphviz, &shares, error))
    return FALSE;
  *ratio = (diagram->sheet.ratio - shares.words) / (1 - 2 * MARGIN * shares.unit);
  return TRUE;
}

/* Sets the sheet's width and unit, and the height of its drawing, to what the drawing needs. */
static void
fit_freely(RelataMount *mount, RelataBox box, double *height)
{
  const gboolean flows = mount->diagram->flows;
  const double drawing = MAX(box.right - box.left, flows ? LEAST_FLOW_WIDTH : LEAST_WIDTH);
  const double unit = MAX(drawing / RELATA_WORDS_WIDTH, flows ? LEAST_FLOW_UNIT : 0);
  *height = MAX(box.top - box.bottom, flows ? LEAST_FLOW_HEIGHT : LEAST_HEIGHT);
  *mount = begin(mount->diagram, mount->sheet, mount->graphviz, drawing + 2 * MARGIN * unit, unit);
}

/* Does the same for the smallest sheet of given proportions that holds the drawing. */
static gboolean
fit_proportions(RelataMount *mount, RelataBox box, double *height, GError **error)
{
  RelataSheetShares shares;
  const double ratio = mount->diagram->sheet.ratio;
  if (!find_shares(mount->diagram, mount->graphviz, &shares, error))
    return FALSE;
  const gboolean flows = mount->diagram->flows, printed = mount->diagram->sheet.paper != NULL;
  double width = !flows ? LEAST_WIDTH : printed ? LEAST_FLOW_WIDTH : LEAST_FLOW_UNIT / shares.unit;
  width = MAX(width, (box.right - box.left) / (1 - 2 * MARGIN * shares.unit));
  width = MAX(width, (box.top - box.bottom) / (ratio - shares.words));
  *height = (ratio - shares.words) * width;
  *mount = begin(mount->diagram, mount->sheet, mount->graphviz, width, shares.unit * width);
  return TRUE;
}

/* Returns the words around the picture, for screen readers. */
static char *
describe(const RelataDiagram *diagram)
{
  GString *words = g_string_new(diagram->subtitle);
  if (words->len > 0)
    g_string_append_c(words, '.');
  if (diagram->date != NULL)
    g_string_append_printf(words, "%s%s.", words->len > 0 ? " " : "", diagram->date);
  for (guint i = 0; i < diagram->captions->len; i++) {
    g_string_append_printf(words, "%s%s", words->len > 0 ? " " : "",
                           (const char *)g_ptr_array_index(diagram->captions, i));
    if (i == 0 && diagram->summary != NULL && diagram->summary[0] != '\0')
      g_string_append_printf(words, " %s", diagram->summary);
  }
  return g_string_free(words, FALSE);
}

/* Numbers of sources are deliberately smaller than names. They are readable down to this share of the
 * limit. */
#define NUMBERS_SMALLER 0.75

/* Returns the size of the smallest name or label of the drawing on paper. Numbers count like the names that
 * they follow. */
static double
smallest_printed(const RelataSheet *sheet)
{
  double smallest = 0;
  for (guint i = 0; i < sheet->glyphs->len; i++) {
    const RelataGlyph *glyph = g_ptr_array_index(sheet->glyphs, i);
    const gboolean drawn = glyph->part == RELATA_PART_DRAWING || glyph->part == RELATA_PART_LABELS;
    if (glyph->text == NULL || !drawn)
      continue;
    const gboolean is_number = g_strcmp0(glyph->classes, "tie-sources") == 0;
    const double size = glyph->font_size / (is_number ? NUMBERS_SMALLER : 1);
    smallest = smallest > 0 ? MIN(smallest, size) : size;
  }
  return smallest * sheet->paper_wide * RELATA_POINTS_A_MM / sheet->width;
}

RelataSheet *
relata_mount(RelataDiagram *diagram, RelataDrawing *drawing, RelataGraphviz *graphviz, GError **error)
{
  g_autoptr(RelataSheet) sheet = relata_sheet_new();
  const double ratio = diagram->sheet.ratio;
  double height;
  RelataMount mount = begin(diagram, sheet, graphviz, 0, 0);
  if (!(ratio > 0))
    fit_freely(&mount, drawing->room, &height);
  else if (!fit_proportions(&mount, drawing->room, &height, error))
    return NULL;
  /* The drawing's glyphs must be first on the sheet; what stands above it is set before, as it takes room. */
  g_autoptr(GPtrArray) above = g_ptr_array_new_with_free_func((GDestroyNotify)relata_glyph_free);
  mount.words = above;
  if (!relata_mount_add_heading(&mount, error))
    return NULL;
  mount.words = sheet->glyphs;
  add_drawing(&mount, drawing, height);
  take_all(sheet->glyphs, above);
  if (!relata_mount_add_words_below(&mount, error))
    return NULL;
  sheet->width = mount.width;
  sheet->height = ratio > 0 ? ratio * mount.width : mount.margin * 0.8 - mount.y;
  sheet->pixels_wide = diagram->sheet.pixels_wide;
  sheet->pixels_high = diagram->sheet.pixels_high;
  sheet->paper_wide = diagram->sheet.paper_wide;
  sheet->paper_high = diagram->sheet.paper_high;
  sheet->ground = diagram->theme->ground;
  sheet->fonts = diagram->theme->fonts;
  diagram->smallest = smallest_printed(sheet);
  add_cores(sheet);
  sheet->title = g_strdup(diagram->title);
  sheet->description = describe(diagram);
  move_glyphs(sheet->frames, 0, sheet->height);
  move_glyphs(sheet->glyphs, 0, sheet->height);
  for (guint i = 0; i < sheet->curves->len; i++)
    relata_curve_move(g_ptr_array_index(sheet->curves, i), 0, sheet->height);
  return g_steal_pointer(&sheet);
}
