/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/layout/labels.h"

#include "draw/layout/spacing.h"
#include "draw/sheet/clip.h"

#include <math.h>

#define CELL       64.0 /* side of a grid cell in points: the width of one or two labels */
#define MOST_CELLS 1000 /* in each direction */
#define STEP       3.0  /* distance between the places tried along a line */
#define MOST_STEPS 200
#define CROSSED    22.0  /* cost of each other line that runs through a label */
#define DISPLACED  200.0 /* cost of each label that must be displaced */
#define NO_LABEL   G_MAXUINT

typedef struct {
  RelataPoint a, b;
  guint line;
} Segment;

typedef struct {
  RelataPoint *points;
  double *lengths; /* lengths of the segments: from the previous point to this one */
  guint n;
  double length;
} Line;

typedef struct {
  RelataBox box;
  guint owner; /* the label's number; NO_LABEL: the block is permanent */
} Block;

/* What touches a cell of the grid. Stored by value, because most time is spent reading it. */
typedef struct {
  GArray *blocks;   /* of Block */
  GArray *segments; /* of Segment */
} Cell;

/* The range of cells that a box touches. */
typedef struct {
  guint left, bottom, right, top;
} Range;

struct RelataLabeller {
  GArray *lines; /* of Line */
  RelataBox area;
  guint columns, rows;
  double across, up; /* cells per point */
  Cell *cells;       /* a grid over the area; what lies outside is in the cells at its border */
};

static void
clear_line(gpointer data)
{
  Line *line = data;
  g_free(line->points);
  g_free(line->lengths);
}

RelataLabeller *
relata_labeller_new(RelataBox area)
{
  RelataLabeller *labeller = g_new0(RelataLabeller, 1);
  labeller->lines = g_array_new(FALSE, FALSE, sizeof(Line));
  g_array_set_clear_func(labeller->lines, clear_line);
  labeller->area = area;
  labeller->columns = (guint)CLAMP((area.right - area.left) / CELL, 1, MOST_CELLS);
  labeller->rows = (guint)CLAMP((area.top - area.bottom) / CELL, 1, MOST_CELLS);
  labeller->across = labeller->columns / MAX(area.right - area.left, 1e-6);
  labeller->up = labeller->rows / MAX(area.top - area.bottom, 1e-6);
  labeller->cells = g_new0(Cell, (gsize)labeller->columns * labeller->rows);
  return labeller;
}

void
relata_labeller_free(RelataLabeller *labeller)
{
  if (labeller == NULL)
    return;
  for (guint i = 0; i < labeller->columns * labeller->rows; i++) {
    g_clear_pointer(&labeller->cells[i].blocks, g_array_unref);
    g_clear_pointer(&labeller->cells[i].segments, g_array_unref);
  }
  g_array_unref(labeller->lines);
  g_free(labeller->cells);
  g_free(labeller);
}

static guint
cell_at(double cells, guint n)
{
  return cells > 0 ? MIN((guint)MIN(cells, MOST_CELLS), n - 1) : 0;
}

static Range
range_of(const RelataLabeller *labeller, RelataBox box)
{
  const RelataBox *area = &labeller->area;
  return (Range){cell_at((box.left - area->left) * labeller->across, labeller->columns),
                 cell_at((box.bottom - area->bottom) * labeller->up, labeller->rows),
                 cell_at((box.right - area->left) * labeller->across, labeller->columns),
                 cell_at((box.top - area->bottom) * labeller->up, labeller->rows)};
}

static Cell *
get_cell(const RelataLabeller *labeller, guint column, guint row)
{
  return &labeller->cells[(gsize)row * labeller->columns + column];
}

static void
enter_block(RelataLabeller *labeller, RelataBox box, guint owner)
{
  const Block block = {box, owner};
  const Range range = range_of(labeller, box);
  for (guint column = range.left; column <= range.right; column++)
    for (guint row = range.bottom; row <= range.top; row++) {
      Cell *cell = get_cell(labeller, column, row);
      if (cell->blocks == NULL)
        cell->blocks = g_array_new(FALSE, FALSE, sizeof(Block));
      g_array_append_val(cell->blocks, block);
    }
}

void
relata_labeller_block(RelataLabeller *labeller, RelataBox box)
{
  enter_block(labeller, box, NO_LABEL);
}

static RelataBox
box_of(RelataPoint a, RelataPoint b)
{
  return (RelataBox){MIN(a.x, b.x), MIN(a.y, b.y), MAX(a.x, b.x), MAX(a.y, b.y)};
}

static void
enter_segment(RelataLabeller *labeller, const Segment *segment)
{
  const Range range = range_of(labeller, box_of(segment->a, segment->b));
  for (guint column = range.left; column <= range.right; column++)
    for (guint row = range.bottom; row <= range.top; row++) {
      Cell *cell = get_cell(labeller, column, row);
      if (cell->segments == NULL)
        cell->segments = g_array_new(FALSE, FALSE, sizeof(Segment));
      g_array_append_vals(cell->segments, segment, 1);
    }
}

guint
relata_labeller_add_line(RelataLabeller *labeller, const RelataPoint *points, guint n_points)
{
  Line line = {g_memdup2(points, n_points * sizeof *points), g_new0(double, MAX(n_points, 1)), n_points, 0};
  for (guint i = 1; i < n_points; i++) {
    const Segment segment = {points[i - 1], points[i], labeller->lines->len};
    line.lengths[i] = hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
    line.length += line.lengths[i];
    enter_segment(labeller, &segment);
  }
  g_array_append_val(labeller->lines, line);
  return labeller->lines->len - 1;
}

static gboolean
overlap(RelataBox a, RelataBox b)
{
  return a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;
}

/* Returns the cost of clearing the box: 0 if it is free, the cost of displaced labels, or G_MAXDOUBLE if it
 * cannot be cleared. In the last case *blocker is set to what is in the way. */
static double
clearing_cost(const RelataLabeller *labeller, RelataBox box, Range range, gboolean may_displace,
              RelataBox *blocker)
{
  double cost = 0;
  for (guint column = range.left; column <= range.right; column++)
    for (guint row = range.bottom; row <= range.top; row++) {
      const GArray *blocks = get_cell(labeller, column, row)->blocks;
      for (guint i = 0; blocks != NULL && i < blocks->len; i++) {
        const Block *block = &g_array_index(blocks, Block, i);
        if (!overlap(box, block->box))
          continue;
        if (block->owner == NO_LABEL || !may_displace) {
          *blocker = block->box;
          return G_MAXDOUBLE;
        }
        cost += DISPLACED;
      }
    }
  return cost;
}

static gboolean
contains(const GArray *numbers, guint number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index(numbers, guint, i) == number)
      return TRUE;
  return FALSE;
}

/* Removes the labels that overlap the box, from all cells that they touch. */
static void
displace(RelataLabeller *labeller, RelataBox box, GArray *displaced)
{
  const guint known = displaced->len;
  const Range range = range_of(labeller, box);
  for (guint column = range.left; column <= range.right; column++)
    for (guint row = range.bottom; row <= range.top; row++) {
      const GArray *blocks = get_cell(labeller, column, row)->blocks;
      for (guint i = 0; blocks != NULL && i < blocks->len; i++) {
        const Block *block = &g_array_index(blocks, Block, i);
        if (overlap(box, block->box) && !contains(displaced, block->owner))
          g_array_append_val(displaced, block->owner);
      }
    }
  for (guint i = 0; displaced->len > known && i < labeller->columns * labeller->rows; i++) {
    GArray *blocks = labeller->cells[i].blocks;
    for (guint j = blocks == NULL ? 0 : blocks->len; j-- > 0;)
      if (contains(displaced, g_array_index(blocks, Block, j).owner))
        g_array_remove_index(blocks, j);
  }
}

/* Counts the other lines that run through the box, up to about `enough`. A line counts once for each of its
 * cells and segments there, so long intersections cost more. */
static guint
count_crossings(const RelataLabeller *labeller, RelataBox box, Range range, guint own, double enough)
{
  guint count = 0;
  for (guint column = range.left; column <= range.right; column++)
    for (guint row = range.bottom; row <= range.top && count < enough; row++) {
      const GArray *segments = get_cell(labeller, column, row)->segments;
      for (guint i = 0; segments != NULL && i < segments->len; i++) {
        const Segment *segment = &g_array_index(segments, Segment, i);
        double enters, leaves;
        count += segment->line != own && relata_box_clip(box, segment->a, segment->b, &enters, &leaves);
      }
    }
  return count;
}

/* Returns the point at this distance along the line. */
static RelataPoint
point_at(const Line *line, double distance)
{
  for (guint i = 1; i < line->n; i++) {
    const RelataPoint a = line->points[i - 1], b = line->points[i];
    const double length = line->lengths[i];
    if (distance <= length && length > 0)
      return (RelataPoint){a.x + (b.x - a.x) * distance / length, a.y + (b.y - a.y) * distance / length};
    distance -= length;
  }
  return line->points[line->n - 1];
}

/* A place for a label relative to a point of its line, and its cost. */
typedef struct {
  double x, y, cost;
} Shift;

#define N_SHIFTS 5

/* The search for a label's place. */
typedef struct {
  RelataLabeller *labeller;
  const RelataLabel *label;
  gboolean may_displace;
  Shift shifts[N_SHIFTS];
  RelataBox blockers[N_SHIFTS]; /* by shift: what blocked the previous step, which usually blocks this one
                                   too */
  double best;
  RelataPoint centre; /* of the best place so far */
} Search;

static Search
begin_search(RelataLabeller *labeller, const RelataLabel *label, gboolean may_displace)
{
  const double width = label->width, height = label->height;
  Search search = {.labeller = labeller,
                   .label = label,
                   .may_displace = may_displace,
                   /* On the line, then above, below and beside it. */
                   .shifts = {{0, 0, 0},
                              {0, height / 2 + 2, 14},
                              {0, -height / 2 - 2, 14},
                              {width / 2 + 3, 0, 18},
                              {-width / 2 - 3, 0, 18}},
                   .best = G_MAXDOUBLE};
  for (guint i = 0; i < N_SHIFTS; i++)
    search.blockers[i] = (RelataBox){G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE}; /* an empty box */
  return search;
}

/* Returns the box that the label occupies at this centre, with `clear` points around it. */
static RelataBox
box_at(const RelataLabel *label, RelataPoint centre, double clear)
{
  return (RelataBox){centre.x - label->width / 2 - clear, centre.y - label->height / 2 - clear,
                     centre.x + label->width / 2 + clear, centre.y + label->height / 2 + clear};
}

/* Tries the places around a point of the line. `away` is the cost of its distance from the preferred
 * point. */
static void
try_point(Search *search, RelataPoint at, double away)
{
  for (guint i = 0; i < N_SHIFTS; i++) {
    const Shift *shift = &search->shifts[i];
    double cost = away + shift->cost;
    if (cost >= search->best)
      continue;
    const RelataPoint middle = {at.x + shift->x, at.y + shift->y};
    const RelataBox box = box_at(search->label, middle, RELATA_LABEL_CLEAR);
    if (overlap(box, search->blockers[i]))
      continue;
    const Range range = range_of(search->labeller, box);
    cost += clearing_cost(search->labeller, box, range, search->may_displace, &search->blockers[i]);
    if (cost >= search->best)
      continue;
    cost += CROSSED * count_crossings(search->labeller, box, range, search->label->line,
                                      (search->best - cost) / CROSSED);
    if (cost < search->best) {
      search->best = cost;
      search->centre = middle;
    }
  }
}

gboolean
relata_labeller_place(RelataLabeller *labeller, const RelataLabel *label, guint number, GArray *displaced,
                      RelataPoint *centre)
{
  const Line *line = &g_array_index(labeller->lines, Line, label->line);
  if (line->n == 0)
    return FALSE;
  Search search = begin_search(labeller, label, displaced != NULL);
  const guint steps = (guint)CLAMP(line->length / STEP, 1, MOST_STEPS);
  /* Goes outwards from the preferred place, so that most later places are already too expensive by their
   * distance. */
  const int middle_step = (int)lround(CLAMP(label->prefer, 0, 1) * steps);
  for (guint i = 0; i <= 2 * steps; i++) {
    const int step = middle_step + (int)(i + 1) / 2 * (i % 2 == 0 ? 1 : -1);
    const double share = (double)step / steps, away = fabs(share - label->prefer) * 60;
    if (step >= 0 && step <= (int)steps && away < search.best)
      try_point(&search, point_at(line, share * line->length), away);
  }
  if (search.best == G_MAXDOUBLE)
    return FALSE;
  *centre = search.centre;
  if (displaced != NULL)
    displace(labeller, box_at(label, *centre, RELATA_LABEL_CLEAR), displaced);
  enter_block(labeller, box_at(label, *centre, 0), number);
  return TRUE;
}
