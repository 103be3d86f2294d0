/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Shapes hold their texts, and their boxes hold the shapes. How they look in the end, tests/browser says. */
#include "draw/sheet/sheet.h"

#include <math.h>

/* Whether the point, from the centre and as a share of half the width and height, is in the shape. House and
 * cylinder have their texts below roof and lid, and so are not asked about. */
static gboolean
holds(RelataShape shape, double x, double y)
{
  switch (shape) {
  case RELATA_SHAPE_ELLIPSE:
    return hypot(x, y) <= 1;
  case RELATA_SHAPE_DIAMOND:
    return x + y <= 1;
  case RELATA_SHAPE_OCTAGON: /* the corners are cut where those of a regular one are */
    return x + y <= G_SQRT2;
  case RELATA_SHAPE_HEXAGON: /* the upper and lower side are half as long as it is wide */
    return x <= 1 - y / 2;
  default:
    return x <= 1 && y <= 1;
  }
}

static void
test_fit(void)
{
  const RelataShape shapes[] = {RELATA_SHAPE_BOX,     RELATA_SHAPE_ELLIPSE, RELATA_SHAPE_DIAMOND,
                                RELATA_SHAPE_OCTAGON, RELATA_SHAPE_HEXAGON, RELATA_SHAPE_FOLDER};
  const double line = 15,
               descent = 3; /* of text at 13 points: what is above the first line's letters is air */
  for (guint i = 0; i < G_N_ELEMENTS(shapes); i++)
    for (guint lines = 1; lines <= 3; lines++)
      for (double text_width = 10; text_width < 600; text_width *= 1.5) {
        double width, height;
        relata_shape_fit(shapes[i], text_width, lines * line, &width, &height);
        const double x = text_width / width, y = (lines * line - 2 * descent) / height;
        if (!holds(shapes[i], x, y))
          g_error("%s: a text of %u lines, %g wide, does not fit %g × %g", relata_shape_names[shapes[i]],
                  lines, text_width, width, height);
      }
}

/* A folder's tab stands above the size that Graphviz was told: labels that came too near lay on it. */
static void
test_tab(void)
{
  g_autoptr(RelataGlyph) glyph = relata_glyph_new("UN", 13, "#000000");
  glyph->x = 100;
  glyph->y = 50;
  glyph->width = 60;
  glyph->height = 20;
  glyph->shape = RELATA_SHAPE_BOX;
  g_assert_cmpfloat(relata_glyph_box(glyph).top, ==, 60);
  glyph->shape = RELATA_SHAPE_FOLDER;
  const RelataBox box = relata_glyph_box(glyph);
  g_assert_cmpfloat_with_epsilon(box.top, 60 + 20.0 / 9, 1e-9);
  g_assert_cmpfloat(box.bottom, ==, 40);
  g_assert_cmpfloat(box.left, ==, 70);
  g_assert_cmpfloat(box.right, ==, 130);
  glyph->height = 120; /* a tab ends growing */
  g_assert_cmpfloat_with_epsilon(relata_glyph_box(glyph).top, 110 + 4, 1e-9);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/draw/shapes/fit", test_fit);
  g_test_add_func("/draw/shapes/tab", test_tab);
  return g_test_run();
}
