/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/layout/arrange.h"

#include "draw/layout/refine.h"
#include "draw/layout/separate.h"
#include "draw/layout/spacing.h"
#include "draw/sheet/graphviz.h"

#include <math.h>

/* Engines use units from tenths of an inch to yards; drawings of fdp are a hundred times too large. */
#define LEAST_SCALE 1e-4
#define MOST_SCALE  20.0

/* Computes the factors, at most `most`, by which the layout must grow in width or height to have the
 * requested proportions. Returns the resulting area. */
static double
lacks(const RelataArrangement *arrangement, double most, double *across, double *along)
{
  const RelataBox area = relata_glyphs_box(arrangement->glyphs);
  const double width = MAX(area.right - area.left, 1), height = MAX(area.top - area.bottom, 1);
  *across = CLAMP(height / width / arrangement->ratio, 1, most);
  *along = CLAMP(arrangement->ratio * width / height, 1, most);
  return width * *across * height * *along;
}

/* Scales the layout to the drawing's proportions, and then until names and labels fill their share of it. */
static void
spread(const RelataArrangement *arrangement)
{
  double filled = 0, across, along;
  for (guint i = 0; i < arrangement->glyphs->len; i++) {
    const RelataGlyph *glyph = g_ptr_array_index(arrangement->glyphs, i);
    filled += glyph->width * glyph->height;
  }
  for (guint i = 0; i < arrangement->words->len; i++)
    filled += g_array_index(arrangement->words, double, i);
  const double area = lacks(arrangement, 4, &across, &along);
  const double by = CLAMP(sqrt(filled / arrangement->filled / area), LEAST_SCALE, MOST_SCALE);
  relata_glyphs_scale(arrangement->glyphs, across * by, along * by);
}

/* Stretches the layout again after actors have their places, as the area will have this size in any case. */
static void
fill_area(const RelataArrangement *arrangement)
{
  double across, along;
  lacks(arrangement, 1.5, &across, &along);
  relata_glyphs_scale(arrangement->glyphs, across, along);
}

gboolean
relata_arrange(const RelataArrangement *arrangement, const RelataEngine *engine, RelataGraphviz *graphviz,
               GError **error)
{
  GPtrArray *glyphs = arrangement->glyphs, *curves = arrangement->curves;
  const RelataLayoutOptions options = {
      .engine = engine->name, .gap = arrangement->gap, .layer_gap = RELATA_LAYER_GAP, .n_ends = glyphs->len};
  if (relata_engine_cheaper(engine) == NULL) {
    relata_engine_spiral(glyphs, arrangement->ratio);
    return TRUE;
  }
  if (!relata_graphviz_layout(graphviz, glyphs, curves, &options, error))
    return FALSE;
  spread(arrangement);
  relata_separate(glyphs, arrangement->gap);
  if (curves->len <= RELATA_MOST_REFINED && glyphs->len <= RELATA_MOST_REFINED)
    relata_refine(glyphs, curves, arrangement->gap + RELATA_MOVED_AIR, NULL);
  if (arrangement->fills)
    fill_area(arrangement);
  return TRUE;
}
