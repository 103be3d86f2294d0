/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Labels overlap neither boxes nor each other, checked by brute force on random pictures. */
#include "draw/layout/labels.h"

#include <math.h>

static gboolean
overlap(RelataBox a, RelataBox b)
{
  return a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;
}

static double
distance(RelataPoint p, RelataPoint a, RelataPoint b)
{
  const double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
  const double t = square > 0 ? CLAMP(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0, 1) : 0;
  return hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/* Smaller than what lies on it in some tests: what lies outside is found as well. */
static const RelataBox page = {-200, -250, 300, 300};

static void
test_no_overlaps(void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(7);
  guint placed = 0, tried = 0;
  for (guint round = 0; round < 60; round++) {
    g_autoptr(RelataLabeller) labeller = relata_labeller_new(page);
    g_autoptr(GArray) boxes = g_array_new(FALSE, FALSE, sizeof(RelataBox));
    RelataPoint lines[40][2];
    for (guint i = 0; i < 12; i++) {
      const double x = g_rand_double_range(random, -300, 300), y = g_rand_double_range(random, -300, 300);
      const RelataBox box = {x, y, x + g_rand_double_range(random, 5, 90),
                             y + g_rand_double_range(random, 5, 40)};
      relata_labeller_block(labeller, box);
      g_array_append_val(boxes, box);
    }
    for (guint i = 0; i < 40; i++) {
      for (guint j = 0; j < 2; j++)
        lines[i][j] =
            (RelataPoint){g_rand_double_range(random, -300, 300), g_rand_double_range(random, -300, 300)};
      g_assert_cmpuint(relata_labeller_add_line(labeller, lines[i], 2), ==, i);
    }
    for (guint i = 0; i < 40; i++) {
      const double width = g_rand_double_range(random, 20, 90), height = g_rand_double_range(random, 8, 30);
      RelataPoint centre;
      tried++;
      if (!relata_labeller_place(labeller, &(RelataLabel){i, width, height, 0.5}, i, NULL, &centre))
        continue;
      placed++;
      const RelataBox box = {centre.x - width / 2, centre.y - height / 2, centre.x + width / 2,
                             centre.y + height / 2};
      for (guint j = 0; j < boxes->len; j++)
        g_assert_false(overlap(box, g_array_index(boxes, RelataBox, j)));
      g_array_append_val(boxes, box);
      g_assert_cmpfloat(distance(centre, lines[i][0], lines[i][1]), <, MAX(width, height) / 2 + 4);
    }
  }
  g_assert_cmpuint(placed * 10, >, tried * 5); /* it is no trick to place none */
}

static void
test_prefers(void)
{
  const RelataPoint line[] = {{0, 0}, {100, 0}};
  RelataPoint centre;
  g_autoptr(RelataLabeller) labeller = relata_labeller_new(page);
  relata_labeller_add_line(labeller, line, 2);
  g_assert_true(relata_labeller_place(labeller, &(RelataLabel){0, 20, 8, 0.7}, 0, NULL, &centre));
  g_assert_cmpfloat(fabs(centre.x - 70), <, 3);
  g_assert_cmpfloat(fabs(centre.y), <, 1e-9);
  /* The place is taken now: the next one goes elsewhere. */
  RelataPoint second;
  g_assert_true(relata_labeller_place(labeller, &(RelataLabel){0, 20, 8, 0.7}, 0, NULL, &second));
  g_assert_true(fabs(second.x - centre.x) >= 20 || fabs(second.y - centre.y) >= 8);
}

/* Where its line is crossed, a label keeps off the crossing though it would prefer to stand there. */
static void
test_avoids_lines(void)
{
  const RelataPoint line[] = {{0, 0}, {200, 0}}, other[] = {{100, -50}, {100, 50}};
  RelataPoint centre;
  g_autoptr(RelataLabeller) labeller = relata_labeller_new(page);
  relata_labeller_add_line(labeller, line, 2);
  relata_labeller_add_line(labeller, other, 2);
  g_assert_true(relata_labeller_place(labeller, &(RelataLabel){0, 30, 8, 0.5}, 0, NULL, &centre));
  g_assert_cmpfloat(fabs(centre.x - 100), >, 15);
}

static void
test_no_room(void)
{
  const RelataPoint line[] = {{0, 0}, {10, 0}};
  RelataPoint centre;
  g_autoptr(RelataLabeller) labeller = relata_labeller_new(page);
  relata_labeller_add_line(labeller, line, 2);
  relata_labeller_add_line(labeller, NULL, 0);
  relata_labeller_block(labeller, (RelataBox){-50, -50, 50, 50});
  g_assert_false(relata_labeller_place(labeller, &(RelataLabel){0, 20, 8, 0.5}, 0, NULL, &centre));
  g_assert_false(relata_labeller_place(labeller, &(RelataLabel){1, 20, 8, 0.5}, 1, NULL, &centre));
}

/* A label that finds no room makes another go, and never one of the boxes that stay. */
static void
test_displaces(void)
{
  const RelataPoint longer[] = {{0, 0}, {200, 0}}, shorter[] = {{90, 0}, {110, 0}};
  RelataPoint first, second, again;
  g_autoptr(RelataLabeller) labeller = relata_labeller_new(page);
  g_autoptr(GArray) displaced = g_array_new(FALSE, FALSE, sizeof(guint));
  relata_labeller_add_line(labeller, longer, 2);
  relata_labeller_add_line(labeller, shorter, 2);
  /* Room between four boxes, for one label. */
  relata_labeller_block(labeller, (RelataBox){0, 10, 200, 40});
  relata_labeller_block(labeller, (RelataBox){0, -40, 200, -10});
  relata_labeller_block(labeller, (RelataBox){-200, -9, 60, 9});
  relata_labeller_block(labeller, (RelataBox){140, -9, 250, 9});
  const RelataLabel one = {0, 60, 12, 0.5}, other = {1, 60, 12, 0.5};
  g_assert_true(relata_labeller_place(labeller, &one, 7, NULL, &first));
  g_assert_false(relata_labeller_place(labeller, &other, 8, NULL, &second));
  g_assert_true(relata_labeller_place(labeller, &other, 8, displaced, &second));
  g_assert_cmpuint(displaced->len, ==, 1);
  g_assert_cmpuint(g_array_index(displaced, guint, 0), ==, 7);
  g_assert_cmpfloat(fabs(second.x - 100), <=, 10);
  g_assert_false(relata_labeller_place(labeller, &one, 7, NULL, &again));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/draw/labels/no-overlaps", test_no_overlaps);
  g_test_add_func("/draw/labels/prefers", test_prefers);
  g_test_add_func("/draw/labels/avoids-lines", test_avoids_lines);
  g_test_add_func("/draw/labels/no-room", test_no_room);
  g_test_add_func("/draw/labels/displaces", test_displaces);
  return g_test_run();
}
