/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/layout/refine.h"

#include "draw/layout/spacing.h"

#include <math.h>
#include <stdlib.h>

/* The cost of each fault, in units of a crossing. */
#define COST_CROSSING 1.0
#define COST_HIT      3.5   /* a line runs through an actor */
#define COST_SHORT    9.0   /* a line is too short for its label */
#define COST_LONG     1.2   /* a line is longer than its label needs, per FAR */
#define FAR           130.0 /* in points */
#define LEAST_ROOM    30.0  /* visible length of a line, at least */
#define COST_NEAR     0.5   /* actors stand close although the area has space */
#define NEAR          110.0 /* in points */

/* The places that are tried: a grid over the area, and directions around the glyph. */
enum { COLUMNS = 18, ROWS = 14, DIRECTIONS = 12 };

typedef struct {
  guint from, to;
  double room;
} Tie;

/* A candidate place for a glyph. */
typedef struct {
  RelataPoint at;
  double cheap; /* the part of its cost that is computed first */
  guint number;
} Place;

/* Lines as arrays of coordinates, so that one machine instruction handles several. */
typedef struct {
  double *ax, *ay, *bx, *by;
  guint n;
} Lines;

typedef struct {
  RelataGlyph *const *glyphs;
  guint n;
  RelataPoint *at; /* positions of the glyphs, in one array because most time is spent reading them */
  Tie *ties;       /* one for each pair of actors */
  guint n_ties;
  guint *first, *of; /* ties of glyph i: of[first[i] … first[i + 1]) */
  RelataPoint *half; /* half the width and height of each glyph, including the distance that lines keep
                        from it */
  Lines lines;       /* the lines that do not move with the current glyph */
  double *here;      /* by line: the side of it on which the current place is; > 0: left */
  double *there;     /* the same for the other end of each tie of the moving glyph: lines.n values for each */
  double gap;        /* minimal distance between glyphs */
  RelataBox area;
  const RelataBox *cells; /* by glyph: the box in which it must stay; NULL: anywhere in the area */
} Picture;

static double
side(RelataPoint a, RelataPoint b, RelataPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/* For loops over lines: also compiled for processors that handle four numbers at once. The results are the
 * same, because no operations are contracted. */
#ifdef RELATA_CLONES
#define CLONED __attribute__((target_clones("avx2", "default")))
#else
#define CLONED
#endif

/* Computes on which side of each line the point is. */
CLONED static void
find_sides(const Lines *lines, RelataPoint point, double *restrict sides)
{
  for (guint i = 0; i < lines->n; i++)
    sides[i] = (lines->bx[i] - lines->ax[i]) * (point.y - lines->ay[i]) -
               (lines->by[i] - lines->ay[i]) * (point.x - lines->ax[i]);
}

/* Counts the lines that a–b crosses. Two lines cross if each has its ends on different sides of the other;
 * lines that share an end do not cross. The loop has no branches, because they would be unpredictable, and a
 * wrong prediction costs more than the computation. */
CLONED static guint
count_crossings(const Lines *lines, RelataPoint a, RelataPoint b, const double *restrict side_of_a,
                const double *restrict side_of_b)
{
  const double dx = b.x - a.x, dy = b.y - a.y;
  guint64 n = 0; /* has the width of the values compared */
  for (guint i = 0; i < lines->n; i++) {
    const double one = dx * (lines->ay[i] - a.y) - dy * (lines->ax[i] - a.x);
    const double other = dx * (lines->by[i] - a.y) - dy * (lines->bx[i] - a.x);
    n += (guint64)(one * other < 0) & (guint64)(side_of_a[i] * side_of_b[i] < 0);
  }
  return (guint)n;
}

/* Returns whether the line a–b meets the box with this half width and height, that is: neither lies on one
 * side of the other. */
static guint64
hits(RelataPoint a, RelataPoint b, RelataPoint centre, RelataPoint half)
{
  const double across = fabs(b.x - a.x), along = fabs(b.y - a.y);
  return (guint64)(fabs(a.x + b.x - 2 * centre.x) <= across + 2 * half.x) &
         (guint64)(fabs(a.y + b.y - 2 * centre.y) <= along + 2 * half.y) &
         (guint64)(fabs(side(a, b, centre)) < across * half.y + along * half.x);
}

static guint
other_end(const Tie *tie, guint mover)
{
  return tie->from == mover ? tie->to : tie->from;
}

/* Returns the share of a line from the glyph's centre that the glyph's box covers. */
static double
covered(const RelataGlyph *glyph, double dx, double dy)
{
  return MIN(glyph->width / 2 / MAX(dx, 1e-6), glyph->height / 2 / MAX(dy, 1e-6));
}

/* Returns the cost of the moved glyph's line to another glyph. It is least if the line has just enough length
 * for its label. */
static double
length_energy(const Picture *picture, guint mover, RelataPoint here, const Tie *tie)
{
  const guint other = other_end(tie, mover);
  const RelataPoint there = picture->at[other];
  const double dx = fabs(there.x - here.x), dy = fabs(there.y - here.y), length = sqrt(dx * dx + dy * dy);
  const double seen =
      length * MAX(1 - covered(picture->glyphs[mover], dx, dy) - covered(picture->glyphs[other], dx, dy), 0);
  /* Labels are horizontal, so a steep line only needs the height of its label. */
  const double wish = LEAST_ROOM + tie->room * dx / MAX(length, 1);
  const double share = seen / wish;
  return share < 1 ? COST_SHORT * (1 - share) * (1 - share) : COST_LONG * (seen - wish) / FAR;
}

/* Counts the lines that run through the box. */
CLONED static guint
count_through(const Lines *lines, RelataPoint centre, RelataPoint half)
{
  guint64 n = 0;
  for (guint i = 0; i < lines->n; i++)
    n += hits((RelataPoint){lines->ax[i], lines->ay[i]}, (RelataPoint){lines->bx[i], lines->by[i]}, centre,
              half);
  return (guint)n;
}

/* Counts the boxes that the line a–b runs through. */
CLONED static guint
count_boxes(RelataPoint a, RelataPoint b, const RelataPoint *restrict centres,
            const RelataPoint *restrict halves, guint n_boxes)
{
  guint64 n = 0;
  for (guint i = 0; i < n_boxes; i++)
    n += hits(a, b, centres[i], halves[i]);
  return (guint)n;
}

/* Returns the cost of what the moved glyph's line number `own` crosses and runs through. */
static double
line_energy(const Picture *picture, guint mover, RelataPoint here, guint own)
{
  const guint other = other_end(&picture->ties[picture->of[picture->first[mover] + own]], mover);
  const RelataPoint there = picture->at[other];
  const guint crossings = count_crossings(&picture->lines, here, there, picture->here,
                                          picture->there + (gsize)own * picture->lines.n);
  const guint through = count_boxes(here, there, picture->at, picture->half, picture->n) -
                        (guint)hits(here, there, picture->at[mover], picture->half[mover]) -
                        (guint)hits(here, there, there, picture->half[other]);
  return COST_CROSSING * crossings + COST_HIT * through;
}

/* Returns the cost of the distances to other glyphs; G_MAXDOUBLE if the glyph would touch one. */
static double
room_energy(const Picture *picture, guint mover, RelataPoint here)
{
  const RelataGlyph *glyph = picture->glyphs[mover];
  double energy = 0;
  for (guint i = 0; i < picture->n; i++) {
    const RelataGlyph *other = picture->glyphs[i];
    const double dx = fabs(picture->at[i].x - here.x) - (other->width + glyph->width) / 2;
    const double dy = fabs(picture->at[i].y - here.y) - (other->height + glyph->height) / 2;
    if (dx > NEAR || dy > NEAR || i == mover)
      continue;
    if (dx < picture->gap && dy < picture->gap)
      return G_MAXDOUBLE;
    const double x = MAX(dx, 0), y = MAX(dy, 0), free_share = sqrt(x * x + y * y) / NEAR;
    if (free_share < 1)
      energy += COST_NEAR * (1 - free_share) * (1 - free_share);
  }
  return energy;
}

/* Returns the part of a place's cost that does not depend on other lines. Computing it takes a fraction of
 * the time. */
static double
cheap_energy(const Picture *picture, guint mover, RelataPoint here)
{
  double energy = room_energy(picture, mover, here);
  for (guint i = picture->first[mover]; i < picture->first[mover + 1] && energy < G_MAXDOUBLE; i++)
    energy += length_energy(picture, mover, here, &picture->ties[picture->of[i]]);
  return energy;
}

/* Returns the part of the picture's cost that depends on this glyph, if the glyph is at the place. Stops
 * counting at `enough`. */
static double
energy_at(const Picture *picture, guint mover, const Place *place, double enough)
{
  const Lines *lines = &picture->lines;
  double energy = place->cheap;
  energy += COST_HIT * count_through(lines, place->at, picture->half[mover]);
  if (energy < enough)
    find_sides(lines, place->at, picture->here);
  for (guint i = 0; i < picture->first[mover + 1] - picture->first[mover] && energy < enough; i++)
    energy += line_energy(picture, mover, place->at, i);
  return energy;
}

static int
compare_cheap(gconstpointer a, gconstpointer b)
{
  const Place *one = a, *other = b;
  if (one->cheap < other->cheap || one->cheap > other->cheap)
    return one->cheap < other->cheap ? -1 : 1;
  return one->number < other->number ? -1 : 1;
}

static RelataBox
cell_of(const Picture *picture, guint mover)
{
  return picture->cells != NULL ? picture->cells[mover] : picture->area;
}

/* Returns whether the glyph fills its cell. */
static gboolean
is_fixed(const Picture *picture, guint mover)
{
  const RelataBox cell = cell_of(picture, mover);
  const RelataGlyph *glyph = picture->glyphs[mover];
  return cell.right - cell.left < glyph->width + 0.01 && cell.top - cell.bottom < glyph->height + 0.01;
}

static void
list_lines(Picture *picture, guint mover)
{
  Lines *lines = &picture->lines;
  lines->n = 0;
  for (guint i = 0; i < picture->n_ties; i++) {
    const Tie *tie = &picture->ties[i];
    if (tie->from == mover || tie->to == mover)
      continue;
    lines->ax[lines->n] = picture->at[tie->from].x;
    lines->ay[lines->n] = picture->at[tie->from].y;
    lines->bx[lines->n] = picture->at[tie->to].x;
    lines->by[lines->n] = picture->at[tie->to].y;
    lines->n++;
  }
  for (guint i = 0; i < picture->first[mover + 1] - picture->first[mover]; i++) {
    const guint other = other_end(&picture->ties[picture->of[picture->first[mover] + i]], mover);
    find_sides(lines, picture->at[other], picture->there + (gsize)i * lines->n);
  }
}

/* Moves the glyph to the cheapest of the places, if that is cheaper than its present one. Places are tried
 * by ascending cheap cost. As soon as this alone exceeds the best cost, the remaining places cannot be
 * better. */
static void
move_to_best(Picture *picture, guint mover, Place *places, guint n)
{
  const RelataGlyph *glyph = picture->glyphs[mover];
  const RelataBox cell = cell_of(picture, mover);
  list_lines(picture, mover);
  Place best = {picture->at[mover], cheap_energy(picture, mover, picture->at[mover]), 0};
  double least = energy_at(picture, mover, &best, G_MAXDOUBLE);
  for (guint i = 0; i < n; i++) {
    RelataPoint *at = &places[i].at;
    at->x = CLAMP(at->x, cell.left + glyph->width / 2, cell.right - glyph->width / 2);
    at->y = CLAMP(at->y, cell.bottom + glyph->height / 2, cell.top - glyph->height / 2);
    places[i].cheap = cheap_energy(picture, mover, *at);
    places[i].number = i;
  }
  qsort(places, n, sizeof *places, compare_cheap);
  for (guint i = 0; i < n && places[i].cheap < least - 1e-9; i++) {
    const double energy = energy_at(picture, mover, &places[i], least);
    if (energy < least - 1e-9) {
      least = energy;
      best = places[i];
    }
  }
  picture->at[mover] = best.at;
}

/* Lists places all over the area. */
static guint
list_area(const RelataBox *area, Place *places)
{
  guint n = 0;
  for (guint row = 0; row < ROWS; row++)
    for (guint column = 0; column < COLUMNS; column++) {
      const double x = (column + (row % 2 == 0 ? 0.25 : 0.75)) / COLUMNS, y = (row + 0.5) / ROWS;
      places[n++].at = (RelataPoint){area->left + x * (area->right - area->left),
                                     area->bottom + y * (area->top - area->bottom)};
    }
  return n;
}

/* Lists places around a point, at a distance. */
static guint
list_round(RelataPoint from, double radius, Place *places)
{
  for (guint i = 0; i < DIRECTIONS; i++) {
    const double angle = (i + (radius > 40 ? 0 : 0.5)) * 2 * G_PI / DIRECTIONS;
    places[i].at = (RelataPoint){from.x + radius * cos(angle), from.y + radius * sin(angle)};
  }
  return DIRECTIONS;
}

static void
descend(Picture *picture)
{
  static const double radii[] = {0, 0, 120, 60, 0, 80, 40, 20, 60, 30, 12};
  Place places[MAX(COLUMNS * ROWS, DIRECTIONS)];
  for (guint pass = 0; pass < G_N_ELEMENTS(radii); pass++)
    for (guint i = 0; i < picture->n; i++) {
      const RelataBox cell = cell_of(picture, i);
      if (is_fixed(picture, i))
        continue;
      const guint n =
          radii[pass] > 0 ? list_round(picture->at[i], radii[pass], places) : list_area(&cell, places);
      move_to_best(picture, i, places, n);
    }
}

static gboolean
is_known(const Picture *picture, const RelataCurve *curve)
{
  for (guint i = 0; i < picture->n_ties; i++) {
    const Tie *tie = &picture->ties[i];
    if ((tie->from == curve->from && tie->to == curve->to) ||
        (tie->from == curve->to && tie->to == curve->from))
      return TRUE;
  }
  return FALSE;
}

static void
add_ties(Picture *picture, const GPtrArray *curves)
{
  picture->ties = g_new(Tie, MAX(curves->len, 1));
  picture->first = g_new0(guint, picture->n + 1);
  for (guint i = 0; i < curves->len; i++) {
    const RelataCurve *curve = g_ptr_array_index(curves, i);
    if (curve->from == curve->to || is_known(picture, curve))
      continue;
    picture->ties[picture->n_ties++] = (Tie){curve->from, curve->to, curve->room};
    picture->first[curve->from + 1]++;
    picture->first[curve->to + 1]++;
  }
  for (guint i = 0; i < picture->n; i++)
    picture->first[i + 1] += picture->first[i];
  picture->of = g_new(guint, MAX(2 * picture->n_ties, 1));
  g_autofree guint *next = g_memdup2(picture->first, (picture->n + 1) * sizeof *next);
  for (guint i = 0; i < picture->n_ties; i++) {
    picture->of[next[picture->ties[i].from]++] = i;
    picture->of[next[picture->ties[i].to]++] = i;
  }
}

void
relata_refine(const GPtrArray *glyphs, const GPtrArray *curves, double gap, const RelataBox *cells)
{
  if (glyphs->len == 0)
    return;
  Picture picture = {
      .glyphs = (RelataGlyph *const *)glyphs->pdata, .n = glyphs->len, .gap = gap, .cells = cells};
  picture.area = relata_glyphs_box(glyphs);
  picture.at = g_new(RelataPoint, picture.n);
  picture.half = g_new(RelataPoint, picture.n);
  for (guint i = 0; i < picture.n; i++) {
    const RelataGlyph *glyph = picture.glyphs[i];
    picture.at[i] = (RelataPoint){glyph->x, glyph->y};
    picture.half[i] =
        (RelataPoint){glyph->width / 2 + RELATA_REFINED_AIR, glyph->height / 2 + RELATA_REFINED_AIR};
  }
  add_ties(&picture, curves);
  const guint n_lines = MAX(picture.n_ties, 1);
  guint most_own = 1;
  for (guint i = 0; i < picture.n; i++)
    most_own = MAX(most_own, picture.first[i + 1] - picture.first[i]);
  double **of_lines[] = {&picture.lines.ax, &picture.lines.ay, &picture.lines.bx, &picture.lines.by,
                         &picture.here};
  for (guint i = 0; i < G_N_ELEMENTS(of_lines); i++)
    *of_lines[i] = g_new(double, n_lines);
  picture.there = g_new(double, (gsize)n_lines *most_own);
  descend(&picture);
  for (guint i = 0; i < picture.n; i++) {
    picture.glyphs[i]->x = picture.at[i].x;
    picture.glyphs[i]->y = picture.at[i].y;
  }
  g_free(picture.at);
  g_free(picture.half);
  for (guint i = 0; i < G_N_ELEMENTS(of_lines); i++)
    g_free(*of_lines[i]);
  g_free(picture.there);
  g_free(picture.ties);
  g_free(picture.first);
  g_free(picture.of);
}
