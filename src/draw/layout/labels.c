/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/layout/labels.h"

#include "draw/sheet/clip.h"

#include <math.h>

#define CELL       64.0 /* side of a grid cell, in points: a label or two wide */
#define MOST_CELLS 1000 /* across, and down */
#define STEP       3.0  /* between the places tried along a line */
#define MOST_STEPS 200
#define CLEAR      2.0   /* kept free around a label */
#define CROSSED    22.0  /* what each other line through a label costs */
#define DISPLACED  200.0 /* … and each label that has to go for it */
#define NO_LABEL   G_MAXUINT

typedef struct {
  RelataPoint a, b;
  guint line;
} Segment;

typedef struct {
  RelataPoint *points;
  double *lengths; /* of the segments: to the point from the one before it */
  guint n;
  double length;
} Line;

typedef struct {
  RelataBox box;
  guint owner; /* the label's number, or NO_LABEL: it stays where it is */
} Block;

/* What touches a cell of the grid, by value: most time goes into looking there. */
typedef struct {
  GArray *blocks;   /* of Block */
  GArray *segments; /* of Segment */
} Cell;

/* The cells that a box touches. */
typedef struct {
  guint left, bottom, right, top;
} Range;

struct RelataLabeller {
  GArray *lines; /* of Line */
  RelataBox area;
  guint columns, rows;
  double across, up; /* cells a point */
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

/* What it costs to have the box free: nothing, labels that go, or G_MAXDOUBLE where it is not to be had, with
 * what stands there in *blocker. */
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

/* Takes the labels out that overlap the box. Afterwards they are in no cell, wherever else they reached. */
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

/* How many other lines run through the box, counted no further than `enough`; a line counts for each of its
 * cells and segments there, which is as much worse. */
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

/* The point at a distance along the line. */
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

/* Where a label may stand beside a point of its line, and what that costs. */
typedef struct {
  double x, y, cost;
} Shift;

#define N_SHIFTS 5

/* A label that looks for its place. */
typedef struct {
  RelataLabeller *labeller;
  const RelataLabel *label;
  gboolean may_displace;
  Shift shifts[N_SHIFTS];
  RelataBox blockers[N_SHIFTS]; /* by shift: what was in the way a step before, as a rule it is so again */
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
    search.blockers[i] = (RelataBox){G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE}; /* nothing */
  return search;
}

/* The box that the label takes there, and `clear` around it. */
static RelataBox
box_at(const RelataLabel *label, RelataPoint centre, double clear)
{
  return (RelataBox){centre.x - label->width / 2 - clear, centre.y - label->height / 2 - clear,
                     centre.x + label->width / 2 + clear, centre.y + label->height / 2 + clear};
}

/* Tries the places beside a point of the line; being so far from where it is best read costs `away`. */
static void
try_point(Search *search, RelataPoint at, double away)
{
  for (guint i = 0; i < N_SHIFTS; i++) {
    const Shift *shift = &search->shifts[i];
    double cost = away + shift->cost;
    if (cost >= search->best)
      continue;
    const RelataPoint middle = {at.x + shift->x, at.y + shift->y};
    const RelataBox box = box_at(search->label, middle, CLEAR);
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
  /* From the preferred place outwards, so that most places are too far off already when they come up. */
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
    displace(labeller, box_at(label, *centre, CLEAR), displaced);
  enter_block(labeller, box_at(label, *centre, 0), number);
  return TRUE;
}
