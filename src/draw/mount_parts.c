/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The parts of words and drawing on a sheet: texts that are set, and highlighter bands. */
#include "draw/mount_internal.h"

#include <math.h>

/* Browsers that place letters on whole pixels make a line wider by up to this factor. */
#define BROWSER_AIR 1.04

#define BAND     5.0 /* how much wider a line's band is than the line */
#define BAND_AIR 4.0 /* the same for an actor's band, on each side */

RelataGlyph *
relata_mount_set(RelataMount *mount, const char *words, const RelataWordsStyle *style, double width,
                 GError **error)
{
  g_autoptr(RelataGlyph) glyph = relata_glyph_new(words, style->size * mount->unit, style->ink);
  g_autoptr(GPtrArray) one = g_ptr_array_new();
  const char *fonts = mount->diagram->theme->fonts;
  glyph->bold = style->bold;
  glyph->left = TRUE;
  glyph->part = style->part;
  g_ptr_array_add(one, glyph);
  if (!relata_graphviz_measure(mount->graphviz, one, fonts, error))
    return NULL;
  /* Letters differ in width. If a line turns out too long, the text is broken a little earlier. */
  double letters = floor((double)g_utf8_strlen(words, -1) * width / MAX(glyph->text_width, 1));
  for (guint tries = 0; glyph->text_width * BROWSER_AIR > width && tries < 12; tries++) {
    g_free(glyph->text);
    glyph->text = relata_wrap(words, (guint)MAX(letters, 8), style->lines);
    if (!relata_graphviz_measure(mount->graphviz, one, fonts, error))
      return NULL;
    letters *= 0.94;
  }
  glyph->width = glyph->text_width;
  glyph->height = glyph->text_height;
  return g_steal_pointer(&glyph);
}

static void
add_band(RelataMount *mount, const char *id, const char *color, RelataPart part, RelataCurve *band)
{
  band->from = band->to = 0; /* Graphviz draws lines in the order of the glyphs at their ends; this draws the
                                band before all others */
  band->id = id != NULL ? g_strconcat("marker-", id, NULL) : NULL;
  band->classes = id != NULL ? g_strdup("marker") : NULL;
  band->color = color;
  band->part = part;
  band->turn = part == RELATA_PART_MARKS ? 0 : mount->turn;
  g_ptr_array_add(mount->sheet->curves, band);
}

void
relata_mount_mark_curve(RelataMount *mount, const RelataCurve *curve, RelataPart part)
{
  if (curve->marker == NULL || curve->n_points == 0)
    return;
  RelataCurve *band = relata_curve_new(0, 0);
  band->n_points = curve->n_points;
  band->points = g_memdup2(curve->points, curve->n_points * sizeof *curve->points);
  band->width = curve->width + BAND;
  add_band(mount, curve->id, curve->marker, part, band);
}

void
relata_mount_mark_glyph(RelataMount *mount, const RelataGlyph *glyph, RelataPart part)
{
  if (glyph->marker == NULL)
    return;
  const RelataBox box = relata_glyph_box(glyph);
  RelataCurve *band = relata_curve_new(0, 0);
  relata_curve_set_straight(band, (RelataPoint){box.left - BAND_AIR, glyph->y},
                            (RelataPoint){box.right + BAND_AIR, glyph->y});
  band->width = glyph->height + 2 * BAND_AIR;
  add_band(mount, glyph->id, glyph->marker, part, band);
}
