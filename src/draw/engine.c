/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/engine.h"

#include "text/error.h"
#include "text/name.h"

#include <math.h>
#include <string.h>

const RelataEngine relata_engines[] = {
    {"dot", 12, 16, "neato"},     {"circo", 0, 0, "neato"}, {"twopi", 0, 0, "neato"},
    {"neato", 400, 1200, "sfdp"}, {"fdp", 0, 0, "sfdp"},    {"sfdp", G_MAXUINT, G_MAXUINT, "spiral"},
    {"spiral", 0, 0, NULL},       {NULL, 0, 0, NULL},
};

static const RelataEngine *
row(const char *name)
{
  for (const RelataEngine *engine = relata_engines; engine->name != NULL; engine++)
    if (strcmp(engine->name, name) == 0)
      return engine;
  return NULL;
}

const RelataEngine *
relata_engine_find(const char *name, guint n_actors, guint n_links, GError **error)
{
  if (strcmp(name, "auto") == 0) {
    const RelataEngine *engine = relata_engines;
    while (n_actors > engine->most_actors || n_links > engine->most_links)
      engine++;
    return engine;
  }
  const RelataEngine *engine = row(name);
  if (engine != NULL && engine->cheaper != NULL) /* the last resort is not for choosing */
    return engine;
  const char *names[G_N_ELEMENTS(relata_engines)] = {"auto"};
  guint n = 1;
  for (engine = relata_engines; engine->cheaper != NULL; engine++)
    names[n++] = engine->name;
  const char *nearest = relata_name_suggest(name, names, n);
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_UNKNOWN_NAME, "no layout engine '%s'%s%s%s", name,
              nearest != NULL ? "; did you mean '" : " (auto, dot, neato, fdp, sfdp, circo, twopi)",
              nearest != NULL ? nearest : "", nearest != NULL ? "'?" : "");
  return NULL;
}

const RelataEngine *
relata_engine_cheaper(const RelataEngine *engine)
{
  return engine->cheaper != NULL ? row(engine->cheaper) : NULL;
}

static int
compare_size(gconstpointer a, gconstpointer b, gpointer data)
{
  const GPtrArray *glyphs = data;
  const guint i = *(const guint *)a, j = *(const guint *)b;
  const RelataGlyph *one = g_ptr_array_index(glyphs, i), *other = g_ptr_array_index(glyphs, j);
  if (one->font_size > other->font_size || one->font_size < other->font_size)
    return one->font_size > other->font_size ? -1 : 1;
  return i < j ? -1 : i > j;
}

void
relata_engine_spiral(GPtrArray *glyphs, double ratio)
{
  g_autofree guint *order = g_new(guint, MAX(glyphs->len, 1));
  double widest = 1, highest = 1;
  for (guint i = 0; i < glyphs->len; i++) {
    const RelataGlyph *glyph = g_ptr_array_index(glyphs, i);
    order[i] = i;
    widest = MAX(widest, glyph->width);
    highest = MAX(highest, glyph->height);
  }
  g_qsort_with_data(order, (int)glyphs->len, sizeof *order, compare_size, glyphs);
  /* Neighbours on the spiral r = c·√i at the golden angle are never nearer than 1.6·c: with the largest
   * glyph's diagonal that far apart none overlap. */
  const double step = hypot(widest, highest) * 1.25 / 1.6, golden = G_PI * (3 - sqrt(5));
  for (guint i = 0; i < glyphs->len; i++) {
    RelataGlyph *glyph = g_ptr_array_index(glyphs, order[i]);
    const double radius = step * sqrt(i);
    glyph->x = radius * cos(i * golden) * MAX(1 / MAX(ratio, 0.1), 1);
    glyph->y = radius * sin(i * golden);
  }
}
