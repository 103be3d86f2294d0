/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/sheet/order.h"

#include "draw/sheet/clip.h"

#define STEPS 6 /* straight pieces per Bézier curve when looking for crossings */

/* Above this number, lines are straight and cross actors anyway (draw/compose.c), and the search would be
 * slow. */
#define MOST_LOOKED_AT 1500

static gboolean
is_actor(const RelataGlyph *glyph)
{
  return glyph->part == RELATA_PART_DRAWING;
}

/* Returns whether the segment runs through the box. A segment that only touches it does not. */
static gboolean
enters(RelataBox box, RelataPoint a, RelataPoint b)
{
  double from, to;
  return relata_box_clip(box, a, b, &from, &to) && from < to;
}

static gboolean
crosses_actor(const RelataSheet *sheet, const RelataCurve *curve)
{
  guint n;
  g_autofree RelataPoint *line = relata_curve_flatten(curve, STEPS, &n);
  for (guint i = 0; i < sheet->glyphs->len; i++) {
    const RelataGlyph *glyph = g_ptr_array_index(sheet->glyphs, i);
    if (i == curve->from || i == curve->to || !is_actor(glyph))
      continue;
    const RelataBox box = relata_glyph_box(glyph);
    for (guint j = 1; j < n; j++)
      if (enters(box, line[j - 1], line[j]))
        return TRUE;
  }
  return FALSE;
}

gboolean
relata_sheet_lines_lie_behind(const RelataSheet *sheet)
{
  if (sheet->curves->len > MOST_LOOKED_AT)
    return TRUE;
  for (guint i = 0; i < sheet->curves->len; i++) {
    const RelataCurve *curve = g_ptr_array_index(sheet->curves, i);
    if (curve->part == RELATA_PART_DRAWING && crosses_actor(sheet, curve))
      return TRUE;
  }
  return FALSE;
}

typedef struct {
  const RelataSheet *sheet;
  gboolean lines_first;
} Order;

static guint
turn_of(const RelataSheet *sheet, const RelataSheetItem *item)
{
  return item->is_curve ? ((const RelataCurve *)g_ptr_array_index(sheet->curves, item->index))->turn
                        : ((const RelataGlyph *)g_ptr_array_index(sheet->glyphs, item->index))->turn;
}

static int
compare_items(gconstpointer a, gconstpointer b, gpointer data)
{
  const RelataSheetItem *one = a, *other = b;
  const Order *order = data;
  if (one->part != other->part)
    return one->part < other->part ? -1 : 1;
  if (order->lines_first && one->part == RELATA_PART_DRAWING && one->is_curve != other->is_curve)
    return one->is_curve ? -1 : 1;
  const guint turn = turn_of(order->sheet, one), other_turn = turn_of(order->sheet, other);
  if (turn != other_turn)
    return turn < other_turn ? -1 : 1;
  if (one->is_curve != other->is_curve)
    return one->is_curve ? -1 : 1;
  return one->index < other->index ? -1 : one->index > other->index;
}

GArray *
relata_sheet_order(const RelataSheet *sheet)
{
  GArray *items = g_array_new(FALSE, FALSE, sizeof(RelataSheetItem));
  Order order = {sheet, relata_sheet_lines_lie_behind(sheet)};
  for (guint i = 0; i < sheet->glyphs->len; i++) {
    const RelataSheetItem item = {FALSE, i, ((const RelataGlyph *)g_ptr_array_index(sheet->glyphs, i))->part};
    g_array_append_val(items, item);
  }
  for (guint i = 0; i < sheet->curves->len; i++) {
    const RelataSheetItem item = {TRUE, i, ((const RelataCurve *)g_ptr_array_index(sheet->curves, i))->part};
    g_array_append_val(items, item);
  }
  g_array_sort_with_data(items, compare_items, &order);
  return items;
}
