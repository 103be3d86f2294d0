/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/layout/engine.h"

#include "text/message.h"

#include <math.h>
#include <string.h>

const RelataEngine relata_engines[] = {
    {"dot", "neato"}, {"circo", "neato"}, {"twopi", "neato"}, {"neato", "sfdp"},
    {"fdp", "sfdp"},  {"sfdp", "spiral"}, {"spiral", NULL},   {NULL, NULL},
};

/* clang-format off */
/* "auto" takes the first row that fits. The rows are based on tests/bench/layout.py. It prints seconds,
 * crossings and actors run through, both per line, the share of the drawing that is names, and the ratio of
 * its width to its height. All are measured after draw/layout/arrange.c has done its part:
 *
 *                        dot                  neato                fdp                  sfdp                 circo
 *           n    ties    s  cross hits fill   s  cross hits fill   s  cross hits fill   s  cross hits fill   s  cross hits fill
 * tree     40      39  0.07 0.00 0.00 0.12  0.05 0.00 0.00 0.20  0.10 0.23 0.00 0.17  0.12 0.13 0.00 0.24  0.13 0.00 0.00 0.16
 * tree    150     149  0.13 0.00 0.00 0.13  0.30 0.17 0.06 0.19  0.29 0.79 0.02 0.13  0.35 0.09 0.03 0.22  0.24 0.05 0.00 0.13
 * tree    400     399  0.31 0.00 0.00 0.12  2.02 0.09 0.10 0.18  1.62 5.80 0.16 0.09  0.98 0.10 0.05 0.17  0.86 0.63 0.03 0.08
 * star     80      79  0.09 0.00 0.00 0.10  0.17 0.00 0.15 0.21  0.24 0.01 0.10 0.14  0.19 0.03 0.33 0.25  0.19 0.00 0.10 0.16
 * power    10      20  0.20 0.10 0.00 0.12  0.16 0.20 0.05 0.31  0.13 0.25 0.00 0.31  0.17 0.20 0.10 0.33  1.45 0.20 0.00 0.36
 * power    40      80  0.20 1.24 0.05 0.11  0.47 1.62 0.28 0.22  0.42 1.98 0.16 0.16  0.57 1.81 0.29 0.22  0.94 1.69 0.06 0.18
 * power   150     300  1.12 4.19 0.07 0.04  1.22 3.96 0.53 0.19  1.45 5.99 0.24 0.12  0.63 5.38 0.39 0.17  > 10
 * dense    20     100  0.24 3.00 0.02 0.04  0.20 3.07 0.49 0.28  0.39 3.44 0.45 0.15  0.29 3.48 0.85 0.34  1.00 3.77 0.35 0.17
 * dense    80     400  10.3 16.2 0.04 0.01  0.39 14.1 0.86 0.24  0.75 13.4 0.59 0.15  0.37 12.8 0.91 0.23  > 10
 * tree   2000    1999  1.74           0.10  > 10                 5.00           0.08  2.46           0.14  3.90           0.03
 *
 * dot has the fewest crossings, but its drawings become wide (trees of 10 actors are 5 times as wide as
 * high, those of 150 are 9 times, stars of 40 are 46 times), so that names are small: use it for a dozen
 * actors. circo keeps trees within the area, nearly without crossings. In dense graphs, the lines of fdp
 * run through far fewer actors. neato is best for graphs between these as long as it is fast enough, sfdp
 * for the rest. With boxes, each part is laid out separately, and dot and circo leave too much empty space
 * in the parts. */
/* clang-format on */
static const struct {
  const char *engine;
  guint least_actors, most_actors, most_links;
  double most_loops, least_density;
  gboolean in_boxes;
} choices[] = {
    {"dot", 0, 12, 16, 1, 0, FALSE},
    {"circo", 13, 150, G_MAXUINT, 0.05, 0, FALSE},
    {"fdp", 40, 400, 1200, 1, 4, TRUE},
    {"neato", 0, 400, 1200, 1, 0, TRUE},
    {"sfdp", 0, G_MAXUINT, G_MAXUINT, 1, 0, TRUE},
};

static const RelataEngine *
row(const char *name)
{
  for (const RelataEngine *engine = relata_engines; engine->name != NULL; engine++)
    if (strcmp(engine->name, name) == 0)
      return engine;
  return NULL;
}

static guint
root_of(guint *parents, guint actor)
{
  while (parents[actor] != actor)
    actor = parents[actor] = parents[parents[actor]];
  return actor;
}

RelataTopology
relata_engine_topology(guint n_actors, const GPtrArray *curves, gboolean boxed)
{
  g_autofree guint *parents = g_new(guint, MAX(n_actors, 1));
  g_autoptr(GHashTable) pairs = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
  guint n_joining = 0;
  for (guint i = 0; i < n_actors; i++)
    parents[i] = i;
  for (guint i = 0; i < curves->len; i++) {
    const RelataCurve *curve = g_ptr_array_index(curves, i);
    if (curve->from == curve->to)
      continue;
    const guint64 pair = (guint64)MIN(curve->from, curve->to) << 32 | MAX(curve->from, curve->to);
    const guint a = root_of(parents, curve->from), b = root_of(parents, curve->to);
    g_hash_table_add(pairs, g_memdup2(&pair, sizeof pair));
    n_joining += a != b ? 1 : 0;
    parents[a] = b;
  }
  const double n = g_hash_table_size(pairs);
  return (RelataTopology){n_actors, curves->len, n > 0 ? 1 - n_joining / n : 0, n / MAX(n_actors, 1), boxed};
}

static const RelataEngine *
choose(const RelataTopology *topology)
{
  guint i = 0;
  while (topology->n_actors < choices[i].least_actors || topology->n_actors > choices[i].most_actors ||
         topology->n_links > choices[i].most_links || topology->loops > choices[i].most_loops ||
         topology->density < choices[i].least_density || (topology->boxed && !choices[i].in_boxes))
    i++; /* the last row fits every graph */
  return row(choices[i].engine);
}

const char *
relata_engine_name(guint i)
{
  if (i == 0)
    return "auto";
  const RelataEngine *engine = &relata_engines[MIN(i, G_N_ELEMENTS(relata_engines)) - 1];
  return engine->cheaper != NULL ? engine->name : NULL; /* the last engine is a fallback and cannot be
                                                           chosen */
}

const RelataEngine *
relata_engine_find(const char *name, const RelataTopology *topology, GError **error)
{
  if (strcmp(name, "auto") == 0)
    return choose(topology);
  const char *names[G_N_ELEMENTS(relata_engines)];
  guint n = 0;
  while ((names[n] = relata_engine_name(n)) != NULL) {
    if (strcmp(names[n], name) == 0)
      return row(name);
    n++;
  }
  relata_unknown(error, RELATA_ERROR_UNKNOWN_NAME, "layout engine", name, names, n);
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
  /* Neighbours on the spiral r = c·√i at the golden angle are never nearer than 1.6·c. If this is at least
   * the largest glyph's diagonal, no two overlap. */
  const double step = hypot(widest, highest) * 1.25 / 1.6, golden = G_PI * (3 - sqrt(5));
  for (guint i = 0; i < glyphs->len; i++) {
    RelataGlyph *glyph = g_ptr_array_index(glyphs, order[i]);
    const double radius = step * sqrt(i);
    glyph->x = radius * cos(i * golden) * MAX(1 / MAX(ratio, 0.1), 1);
    glyph->y = radius * sin(i * golden);
  }
}
