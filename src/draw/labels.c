/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/labels.h"

#include <math.h>

#define CELL       64.0 /* side of a grid cell, in points: a few labels wide */
#define STEP       3.0  /* between the places tried along a line */
#define MOST_STEPS 200
#define CLEAR      2.0 /* kept free around a label */

typedef struct {
  RelataPoint a, b;
  guint line;
} Segment;

typedef struct {
  RelataPoint *points;
  guint n;
  double length;
} Line;

struct RelataLabeller {
  GArray *boxes;                         /* of RelataBox: actors, arrowheads, labels placed */
  GArray *segments;                      /* of Segment */
  GArray *lines;                         /* of Line */
  GHashTable *box_cells, *segment_cells; /* cell → GArray of indices */
};

static void
clear_line(gpointer data)
{
  g_free(((Line *)data)->points);
}

RelataLabeller *
relata_labeller_new(void)
{
  RelataLabeller *labeller = g_new0(RelataLabeller, 1);
  labeller->boxes = g_array_new(FALSE, FALSE, sizeof(RelataBox));
  labeller->segments = g_array_new(FALSE, FALSE, sizeof(Segment));
  labeller->lines = g_array_new(FALSE, FALSE, sizeof(Line));
  g_array_set_clear_func(labeller->lines, clear_line);
  labeller->box_cells =
      g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_array_unref);
  labeller->segment_cells =
      g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_array_unref);
  return labeller;
}

void
relata_labeller_free(RelataLabeller *labeller)
{
  if (labeller == NULL)
    return;
  g_array_unref(labeller->boxes);
  g_array_unref(labeller->segments);
  g_array_unref(labeller->lines);
  g_hash_table_unref(labeller->box_cells);
  g_hash_table_unref(labeller->segment_cells);
  g_free(labeller);
}

static gint64
cell_key(gint64 column, gint64 row)
{
  return column * G_GINT64_CONSTANT(0x100000000) + row;
}

static gint64
cell_of(double x)
{
  return (gint64)floor(CLAMP(x, -1e8, 1e8) / CELL);
}

static void
enter(GHashTable *cells, RelataBox box, guint index)
{
  for (gint64 column = cell_of(box.left); column <= cell_of(box.right); column++)
    for (gint64 row = cell_of(box.bottom); row <= cell_of(box.top); row++) {
      const gint64 key = cell_key(column, row);
      GArray *cell = g_hash_table_lookup(cells, &key);
      if (cell == NULL) {
        cell = g_array_new(FALSE, FALSE, sizeof(guint));
        g_hash_table_insert(cells, g_memdup2(&key, sizeof key), cell);
      }
      g_array_append_val(cell, index);
    }
}

void
relata_labeller_block(RelataLabeller *labeller, RelataBox box)
{
  g_array_append_val(labeller->boxes, box);
  enter(labeller->box_cells, box, labeller->boxes->len - 1);
}

static RelataBox
box_of(RelataPoint a, RelataPoint b)
{
  return (RelataBox){MIN(a.x, b.x), MIN(a.y, b.y), MAX(a.x, b.x), MAX(a.y, b.y)};
}

guint
relata_labeller_add_line(RelataLabeller *labeller, const RelataPoint *points, guint n_points)
{
  Line line = {g_memdup2(points, n_points * sizeof *points), n_points, 0};
  for (guint i = 1; i < n_points; i++) {
    const Segment segment = {points[i - 1], points[i], labeller->lines->len};
    line.length += hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
    g_array_append_val(labeller->segments, segment);
    enter(labeller->segment_cells, box_of(segment.a, segment.b), labeller->segments->len - 1);
  }
  g_array_append_val(labeller->lines, line);
  return labeller->lines->len - 1;
}

static gboolean
overlap(RelataBox a, RelataBox b)
{
  return a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;
}

/* Liang and Barsky's clipping (1984), without the clipped points. */
static gboolean
crosses(const Segment *segment, RelataBox box)
{
  const double dx = segment->b.x - segment->a.x, dy = segment->b.y - segment->a.y;
  const double p[] = {-dx, dx, -dy, dy};
  const double q[] = {segment->a.x - box.left, box.right - segment->a.x, segment->a.y - box.bottom,
                      box.top - segment->a.y};
  double enters = 0, leaves = 1;
  for (guint i = 0; i < 4; i++) {
    if (p[i] == 0) {
      if (q[i] < 0)
        return FALSE;
    } else if (p[i] < 0) {
      enters = MAX(enters, q[i] / p[i]);
    } else {
      leaves = MIN(leaves, q[i] / p[i]);
    }
  }
  return enters <= leaves;
}

static gboolean
is_free(const RelataLabeller *labeller, RelataBox box)
{
  for (gint64 column = cell_of(box.left); column <= cell_of(box.right); column++)
    for (gint64 row = cell_of(box.bottom); row <= cell_of(box.top); row++) {
      const gint64 key = cell_key(column, row);
      const GArray *cell = g_hash_table_lookup(labeller->box_cells, &key);
      for (guint i = 0; cell != NULL && i < cell->len; i++)
        if (overlap(box, g_array_index(labeller->boxes, RelataBox, g_array_index(cell, guint, i))))
          return FALSE;
    }
  return TRUE;
}

/* How many other lines run through the box; a line counts for each of its cells and segments there, which is
 * as much worse. */
static guint
count_crossings(const RelataLabeller *labeller, RelataBox box, guint own)
{
  guint count = 0;
  for (gint64 column = cell_of(box.left); column <= cell_of(box.right); column++)
    for (gint64 row = cell_of(box.bottom); row <= cell_of(box.top); row++) {
      const gint64 key = cell_key(column, row);
      const GArray *cell = g_hash_table_lookup(labeller->segment_cells, &key);
      for (guint i = 0; cell != NULL && i < cell->len; i++) {
        const Segment *segment = &g_array_index(labeller->segments, Segment, g_array_index(cell, guint, i));
        count += segment->line != own && crosses(segment, box);
      }
    }
  return count;
}

/* The point at a distance along the line. */
static RelataPoint
point_at(const Line *line, double distance)
{
  for (guint i = 1; i < line->n; i++) {
    const RelataPoint a = line->points[i - 1], b = line->points[i];
    const double length = hypot(b.x - a.x, b.y - a.y);
    if (distance <= length && length > 0)
      return (RelataPoint){a.x + (b.x - a.x) * distance / length, a.y + (b.y - a.y) * distance / length};
    distance -= length;
  }
  return line->points[line->n - 1];
}

gboolean
relata_labeller_place(RelataLabeller *labeller, guint line_number, double width, double height, double prefer,
                      RelataPoint *centre)
{
  const Line *line = &g_array_index(labeller->lines, Line, line_number);
  if (line->n == 0)
    return FALSE;
  /* On the line, then above, below and beside it. */
  const struct {
    double x, y, cost;
  } shifts[] = {{0, 0, 0},
                {0, height / 2 + 2, 14},
                {0, -height / 2 - 2, 14},
                {width / 2 + 3, 0, 18},
                {-width / 2 - 3, 0, 18}};
  const guint steps = (guint)CLAMP(line->length / STEP, 1, MOST_STEPS);
  double best = G_MAXDOUBLE;
  /* From the preferred place outwards, so that most places are too far off already when they come up. */
  const int middle_step = (int)lround(CLAMP(prefer, 0, 1) * steps);
  for (guint i = 0; i <= 2 * steps; i++) {
    const int step = middle_step + (int)(i + 1) / 2 * (i % 2 == 0 ? 1 : -1);
    if (step < 0 || step > (int)steps)
      continue;
    const double share = (double)step / steps;
    if (fabs(share - prefer) * 60 >= best)
      continue;
    const RelataPoint at = point_at(line, share * line->length);
    for (guint j = 0; j < G_N_ELEMENTS(shifts); j++) {
      double cost = fabs(share - prefer) * 60 + shifts[j].cost;
      if (cost >= best)
        continue;
      const RelataPoint middle = {at.x + shifts[j].x, at.y + shifts[j].y};
      const RelataBox box = {middle.x - width / 2 - CLEAR, middle.y - height / 2 - CLEAR,
                             middle.x + width / 2 + CLEAR, middle.y + height / 2 + CLEAR};
      if (!is_free(labeller, box))
        continue;
      cost += 22 * count_crossings(labeller, box, line_number);
      if (cost < best) {
        best = cost;
        *centre = middle;
      }
    }
  }
  if (best == G_MAXDOUBLE)
    return FALSE;
  relata_labeller_block(labeller, (RelataBox){centre->x - width / 2, centre->y - height / 2,
                                              centre->x + width / 2, centre->y + height / 2});
  return TRUE;
}
