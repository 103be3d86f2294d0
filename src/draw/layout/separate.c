/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/layout/separate.h"

#include <math.h>

#define ROUNDS       150 /* rounds of pushing before the layout is stretched, which resolves every jam */
#define PATIENT      400 /* glyphs; with more there are fewer rounds, as each takes longer */
#define LEAST_ROUNDS 5

/* The sides of what is drawn. Inline, because they are read so often that calls for the whole box would be
 * slow. */
static inline double
left_of(const RelataGlyph *glyph)
{
  return glyph->x - glyph->width / 2;
}

static inline double
right_of(const RelataGlyph *glyph)
{
  return glyph->x + glyph->width / 2;
}

static int
compare_left(gconstpointer a, gconstpointer b, gpointer data)
{
  const GPtrArray *glyphs = data;
  const guint i = *(const guint *)a, j = *(const guint *)b;
  const double one = left_of(g_ptr_array_index(glyphs, i));
  const double other = left_of(g_ptr_array_index(glyphs, j));
  if (one < other || one > other)
    return one < other ? -1 : 1;
  return i < j ? -1 : i > j;
}

/* Pushes two glyphs apart along the axis on which they overlap less. Returns FALSE if they do not overlap. */
static gboolean
push(RelataGlyph *a, RelataGlyph *b, double gap)
{
  const double across = (a->width + b->width) / 2 + gap - fabs(b->x - a->x);
  const double along = (a->height + b->height) / 2 + gap - fabs(b->y - a->y);
  if (across <= 0 || along <= 0)
    return FALSE;
  const double more = 0.05; /* so that rounding cannot leave them touching */
  if (across < along) {
    const double step = (across / 2 + more) * (b->x < a->x ? -1 : 1);
    a->x -= step;
    b->x += step;
  } else {
    const double step = (along / 2 + more) * (b->y < a->y ? -1 : 1);
    a->y -= step;
    b->y += step;
  }
  return TRUE;
}

/* Sweeps once from left to right. Returns TRUE if something was moved. */
static gboolean
sweep(const GPtrArray *glyphs, guint *order, double gap)
{
  gboolean moved = FALSE;
  g_qsort_with_data(order, (int)glyphs->len, sizeof *order, compare_left, (gpointer)glyphs);
  for (guint i = 0; i < glyphs->len; i++) {
    RelataGlyph *glyph = g_ptr_array_index(glyphs, order[i]);
    for (guint j = i + 1; j < glyphs->len; j++) {
      RelataGlyph *other = g_ptr_array_index(glyphs, order[j]);
      if (left_of(other) > right_of(glyph) + gap)
        break;
      moved = push(glyph, other, gap) || moved;
    }
  }
  return moved;
}

void
relata_separate(const GPtrArray *glyphs, double gap)
{
  g_autofree guint *order = g_new(guint, MAX(glyphs->len, 1));
  for (guint i = 0; i < glyphs->len; i++)
    order[i] = i;
  const guint rounds =
      glyphs->len <= PATIENT ? ROUNDS : MAX(LEAST_ROUNDS, ROUNDS * PATIENT / glyphs->len / 4);
  for (guint round = 1; sweep(glyphs, order, gap); round++) {
    if (round % rounds != 0)
      continue;
    for (guint i = 0; i < glyphs->len; i++) {
      RelataGlyph *glyph = g_ptr_array_index(glyphs, i);
      glyph->x *= 1.04;
      glyph->y *= 1.04;
    }
  }
}
