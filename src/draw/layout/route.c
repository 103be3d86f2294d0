/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/layout/route.h"

#include "draw/layout/spacing.h"

#include <math.h>
#include <string.h>

#define SAMPLES 24   /* points at which an arc is compared with actors */
#define HIT     90.0 /* cost of an actor in the way; for comparison, a bend of 1 at both ends costs 60 */
#define UNEVEN  30.0 /* additional cost of a difference of 1 between the bends at the two ends */
/* In radians. Lines that leave an actor at a smaller angle to each other are hard to distinguish. */
#define CROWDED 0.12

typedef struct {
  RelataPoint p[4];
} Arc;

/* Outlines of shapes as Graphviz draws them, in shares of width and height. Ellipses are computed. */
typedef struct {
  guint n;
  RelataPoint corners[8];
} Outline;

static const Outline rectangle = {4, {{-.5, -.5}, {.5, -.5}, {.5, .5}, {-.5, .5}}};
static const Outline outlines[RELATA_N_SHAPES] = {
    [RELATA_SHAPE_HEXAGON] = {6, {{-.5, 0}, {-.25, -.5}, {.25, -.5}, {.5, 0}, {.25, .5}, {-.25, .5}}},
    [RELATA_SHAPE_OCTAGON] = {8,
                              {{-.5, -.207},
                               {-.207, -.5},
                               {.207, -.5},
                               {.5, -.207},
                               {.5, .207},
                               {.207, .5},
                               {-.207, .5},
                               {-.5, .207}}},
    [RELATA_SHAPE_DIAMOND] = {4, {{-.5, 0}, {0, -.5}, {.5, 0}, {0, .5}}},
    [RELATA_SHAPE_HOUSE] = {5, {{-.5, -.41}, {.5, -.41}, {.5, .152}, {0, .5}, {-.5, .152}}},
    [RELATA_SHAPE_PARALLELOGRAM] = {4, {{-.5, -.5}, {.295, -.5}, {.5, .5}, {-.295, .5}}},
    [RELATA_SHAPE_TRAPEZIUM] = {4, {{-.5, -.5}, {.5, -.5}, {.292, .5}, {-.292, .5}}},
};

static gboolean
holds(const RelataGlyph *glyph, RelataPoint point)
{
  const double x = (point.x - glyph->x) / MAX(glyph->width, 1),
               y = (point.y - glyph->y) / MAX(glyph->height, 1);
  if (glyph->shape == RELATA_SHAPE_ELLIPSE)
    return x * x + y * y < 0.25;
  const Outline *outline = outlines[glyph->shape].n > 0 ? &outlines[glyph->shape] : &rectangle;
  for (guint i = 0; i < outline->n; i++) { /* convex and anticlockwise: the inside is to the left of every
                                              side */
    const RelataPoint a = outline->corners[i], b = outline->corners[(i + 1) % outline->n];
    if ((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) < 0)
      return FALSE;
  }
  return TRUE;
}

static RelataPoint
at(const Arc *arc, double t)
{
  const double u = 1 - t;
  const double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
  const RelataPoint *p = arc->p;
  return (RelataPoint){a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                       a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
}

static RelataPoint
between(RelataPoint a, RelataPoint b, double t)
{
  return (RelataPoint){a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
}

/* Returns a point beside the middle between two points, at `bend` times their distance. */
static RelataPoint
beside(RelataPoint a, RelataPoint b, double bend)
{
  return (RelataPoint){(a.x + b.x) / 2 - bend * (b.y - a.y), (a.y + b.y) / 2 + bend * (b.x - a.x)};
}

/* Returns the arc from one centre to the other, with these bends at its beginning and its end. */
static Arc
make_arc(const RelataGlyph *from, const RelataGlyph *to, double bend, double bend_at_end)
{
  const RelataPoint a = {from->x, from->y}, b = {to->x, to->y};
  return (Arc){
      {a, between(a, beside(a, b, bend), 2.0 / 3), between(b, beside(a, b, bend_at_end), 2.0 / 3), b}};
}

/* Returns the part of an arc between two parameters, by de Casteljau's construction. */
static Arc
cut(const Arc *arc, double from, double to)
{
  Arc left = *arc;
  for (guint level = 1; level < 4; level++) /* keeps [0, to] */
    for (guint i = 3; i >= level; i--)
      left.p[i] = between(left.p[i - 1], left.p[i], to);
  Arc part = left;
  const double t = to > 0 ? from / to : 0;
  for (guint level = 1; level < 4; level++) /* keeps [from, to] of that */
    for (guint i = 0; i + level < 4; i++)
      part.p[i] = between(part.p[i], part.p[i + 1], t);
  return part;
}

/* Returns the parameter at which the arc leaves its first glyph (`forward`), or enters its last. */
static double
border(const Arc *arc, const RelataGlyph *glyph, gboolean forward)
{
  double inside = forward ? 0 : 1, outside = forward ? 1 : 0;
  for (guint i = 1; i < SAMPLES; i++) {
    const double t = forward ? (double)i / SAMPLES : 1 - (double)i / SAMPLES;
    if (holds(glyph, at(arc, t))) {
      inside = t;
    } else {
      outside = t;
      break;
    }
  }
  for (guint i = 0; i < 20; i++) {
    const double middle = (inside + outside) / 2;
    if (holds(glyph, at(arc, middle)))
      inside = middle;
    else
      outside = middle;
  }
  return outside;
}

/* Returns the parameter, from `tip` towards `other`, at which the distance to the tip is the length of the
 * head. */
static double
base_of_head(const Arc *arc, double tip, double other, double length)
{
  const RelataPoint end = at(arc, tip);
  double near = tip, far = other;
  for (guint i = 0; i < 20; i++) {
    const double middle = (near + far) / 2;
    const RelataPoint point = at(arc, middle);
    if (hypot(point.x - end.x, point.y - end.y) < length)
      near = middle;
    else
      far = middle;
  }
  return far;
}

/* Gives the curve the part of the arc that lies outside its glyphs, without the heads. */
static void
set_curve(RelataCurve *curve, const Arc *arc, const RelataGlyph *from, const RelataGlyph *to)
{
  const double first = border(arc, from, TRUE), last = border(arc, to, FALSE);
  const RelataPoint start = at(arc, MIN(first, last)), end = at(arc, MAX(first, last));
  curve->has_start = strcmp(curve->tail, "none") != 0;
  curve->has_end = strcmp(curve->head, "none") != 0;
  const double head = relata_curve_head_length(curve);
  const gboolean loop = curve->from == curve->to; /* its ends are close, but it is long */
  if (first >= last || (!loop && hypot(end.x - start.x, end.y - start.y) < head * 2.2)) {
    relata_curve_set_straight(curve, start, end); /* too short for anything else */
    return;
  }
  const double begin = curve->has_start ? base_of_head(arc, first, last, head) : first;
  const double stop = curve->has_end ? base_of_head(arc, last, first, head) : last;
  const Arc part = cut(arc, MIN(begin, stop), MAX(begin, stop));
  g_free(curve->points);
  curve->points = g_memdup2(part.p, sizeof part.p);
  curve->n_points = 4;
  curve->start = start;
  curve->end = end;
}

/* Counts the actors, other than its ends, that an arc hits, weighted by depth. */
static double
count_hits(const Arc *arc, const GPtrArray *glyphs, const guint *near, guint n_near, double enough)
{
  RelataPoint points[SAMPLES - 1];
  double hits = 0;
  for (guint i = 1; i < SAMPLES; i++)
    points[i - 1] = at(arc, (double)i / SAMPLES);
  for (guint i = 0; i < n_near && hits < enough; i++) {
    const RelataGlyph *glyph = g_ptr_array_index(glyphs, near[i]);
    guint inside = 0;
    for (guint j = 0; j < SAMPLES - 1; j++)
      inside += fabs(points[j].x - glyph->x) < glyph->width / 2 + RELATA_ROUTED_AIR &&
                fabs(points[j].y - glyph->y) < glyph->height / 2 + RELATA_ROUTED_AIR;
    hits += inside > 0 ? 1 + 0.15 * inside : 0;
  }
  return hits;
}

/* Finds the actors that some arc between the two could hit. */
static guint
find_near(const GPtrArray *glyphs, const RelataCurve *curve, double most_bend, guint *near)
{
  const RelataGlyph *from = g_ptr_array_index(glyphs, curve->from),
                    *to = g_ptr_array_index(glyphs, curve->to);
  const double reach = most_bend / 2 * hypot(to->x - from->x, to->y - from->y) + RELATA_ROUTED_AIR;
  guint n = 0;
  for (guint i = 0; i < glyphs->len; i++) {
    const RelataGlyph *glyph = g_ptr_array_index(glyphs, i);
    if (i != curve->from && i != curve->to && glyph->x + glyph->width / 2 > MIN(from->x, to->x) - reach &&
        glyph->x - glyph->width / 2 < MAX(from->x, to->x) + reach &&
        glyph->y + glyph->height / 2 > MIN(from->y, to->y) - reach &&
        glyph->y - glyph->height / 2 < MAX(from->y, to->y) + reach)
      near[n++] = i;
  }
  return n;
}

/* Returns how far an arc leaves the area that the actors fill, as a multiple of its length. */
static double
leave_area(const Arc *arc, RelataBox area)
{
  const RelataPoint top = at(arc, 0.5);
  const double out =
      MAX(MAX(area.left - top.x, top.x - area.right), MAX(area.bottom - top.y, top.y - area.top));
  return out > 0 ? out / MAX(hypot(arc->p[3].x - arc->p[0].x, arc->p[3].y - arc->p[0].y), 1) : 0;
}

/* The directions in which lines leave an actor. */
typedef struct {
  GArray **angles; /* by actor, of double; NULL if no line leaves it yet */
} Departures;

static double
direction(const Arc *arc, gboolean at_start)
{
  const RelataPoint a = at_start ? arc->p[0] : arc->p[3], b = at_start ? arc->p[1] : arc->p[2];
  return atan2(b.y - a.y, b.x - a.x);
}

static double
count_crowd(const Departures *departures, guint actor, double angle)
{
  double crowd = 0;
  const GArray *angles = departures->angles[actor];
  for (guint i = 0; angles != NULL && i < angles->len; i++) {
    const double apart = fabs(remainder(g_array_index(angles, double, i) - angle, 2 * G_PI));
    crowd += apart < CROWDED ? 1 - apart / CROWDED : 0;
  }
  return crowd;
}

static void
depart(Departures *departures, guint actor, double angle)
{
  if (departures->angles[actor] == NULL)
    departures->angles[actor] = g_array_new(FALSE, FALSE, sizeof(double));
  g_array_append_val(departures->angles[actor], angle);
}

static const double bends[] = {0,    0.06,  -0.06, 0.12, -0.12, 0.2,   -0.2, 0.28, -0.28,
                               0.38, -0.38, 0.5,   -0.5, 0.65,  -0.65, 0.8,  -0.8};
#define N_BENDS    G_N_ELEMENTS(bends)
#define MOST_BENDS 0.8

/* The arcs tried for one line, and the best one so far. */
typedef struct {
  const GPtrArray *glyphs;
  const RelataGlyph *from, *to;
  const RelataCurve *curve;
  const Departures *departures;
  double bias; /* added to every bend */
  RelataBox area;
  const guint *near;
  guint n_near;
  double crowds[2][N_BENDS]; /* cost at the beginning and the end, by the bend there; below 0: not computed
                                yet */
  Arc best;
  double least;
} Search;

/* The direction in which an arc leaves an actor depends only on the bend at that end. */
static double
crowd_at(Search *search, const Arc *arc, guint bend, gboolean at_start)
{
  double *crowd = &search->crowds[at_start ? 0 : 1][bend];
  if (*crowd < 0)
    *crowd = count_crowd(search->departures, at_start ? search->curve->from : search->curve->to,
                         direction(arc, at_start));
  return *crowd;
}

/* Tries the arc with these bends at its beginning and its end. `shape` is the cost of these bends. */
static void
try_arc(Search *search, guint one, guint other, double shape)
{
  if (shape >= search->least)
    return;
  const Arc arc = make_arc(search->from, search->to, bends[one] + search->bias, bends[other] + search->bias);
  double cost = shape + 400 * leave_area(&arc, search->area);
  if (cost < search->least)
    cost += 9 * (crowd_at(search, &arc, one, TRUE) + crowd_at(search, &arc, other, FALSE));
  if (cost < search->least)
    cost +=
        HIT * count_hits(&arc, search->glyphs, search->near, search->n_near, (search->least - cost) / HIT);
  if (cost < search->least) {
    search->least = cost;
    search->best = arc;
  }
}

static void
route_one(const GPtrArray *glyphs, RelataCurve *curve, double bias, gboolean straight, RelataBox area,
          guint *near, Departures *departures)
{
  Search search = {.glyphs = glyphs, .curve = curve, .departures = departures, .bias = bias, .area = area};
  search.from = g_ptr_array_index(glyphs, curve->from);
  search.to = g_ptr_array_index(glyphs, curve->to);
  search.near = near;
  search.n_near = straight ? 0 : find_near(glyphs, curve, MOST_BENDS + fabs(bias), near);
  search.best = make_arc(search.from, search.to, bias, bias);
  search.least = G_MAXDOUBLE;
  for (guint i = 0; i < N_BENDS; i++)
    search.crowds[0][i] = search.crowds[1][i] = -1;
  for (guint i = 0; i < (straight ? 1 : N_BENDS); i++)
    try_arc(&search, i, i, 60 * fabs(bends[i]));
  /* If every even arc hits an actor, the arc may wind between them. */
  const gboolean winds = count_hits(&search.best, glyphs, near, search.n_near, G_MAXDOUBLE) > 0;
  for (guint i = 0; winds && i < N_BENDS; i++)
    for (guint j = 0; j < N_BENDS; j++)
      try_arc(&search, i, j, 30 * (fabs(bends[i]) + fabs(bends[j])) + UNEVEN * fabs(bends[i] - bends[j]));
  depart(departures, curve->from, direction(&search.best, TRUE));
  depart(departures, curve->to, direction(&search.best, FALSE));
  set_curve(curve, &search.best, search.from, search.to);
}

/* ── Loops ───────────────────────────────────────────────────────────────────────────────── */

#define LOOP_HEIGHT 30.0         /* how far a loop leads away from its actor's border */
#define LOOP_SPREAD (G_PI / 5)   /* angle between a loop's axis and the direction in which it leaves */
#define LOOP_ROOM   (G_PI / 3.2) /* a line that leaves the actor so near to the axis disturbs the loop */
#define LOOP_AXES   16

/* Returns the distance from the glyph's centre to its border. */
static double
reach_of(const RelataGlyph *glyph, double angle)
{
  double inside = 0, outside = hypot(glyph->width, glyph->height);
  for (guint i = 0; i < 20; i++) {
    const double middle = (inside + outside) / 2;
    const RelataPoint point = {glyph->x + middle * cos(angle), glyph->y + middle * sin(angle)};
    if (holds(glyph, point))
      inside = middle;
    else
      outside = middle;
  }
  return outside;
}

/* Returns the loop whose top lies in that direction from the centre. */
static Arc
make_loop(const RelataGlyph *glyph, double axis)
{
  const RelataPoint centre = {glyph->x, glyph->y};
  const double radius = (reach_of(glyph, axis) + LOOP_HEIGHT) / (0.75 * cos(LOOP_SPREAD));
  const double one = axis - LOOP_SPREAD, other = axis + LOOP_SPREAD;
  return (Arc){{centre,
                {centre.x + radius * cos(one), centre.y + radius * sin(one)},
                {centre.x + radius * cos(other), centre.y + radius * sin(other)},
                centre}};
}

/* Returns the cost of a loop: of the lines that leave its actor there, of other actors in the way, and of
 * leaving the area. */
static double
loop_cost(const GPtrArray *glyphs, guint actor, double axis, const Arc *arc, RelataBox area,
          const Departures *departures)
{
  const RelataGlyph *glyph = g_ptr_array_index(glyphs, actor);
  const RelataPoint top = at(arc, 0.5);
  const GArray *angles = departures->angles[actor];
  double cost = 0;
  for (guint i = 0; angles != NULL && i < angles->len; i++) {
    const double apart = fabs(remainder(g_array_index(angles, double, i) - axis, 2 * G_PI));
    cost += apart < LOOP_ROOM ? 30 * (1.2 - apart / LOOP_ROOM) : 0;
  }
  for (guint i = 0; i < glyphs->len; i++) {
    const RelataGlyph *other = g_ptr_array_index(glyphs, i);
    if (i != actor && hypot(other->x - glyph->x, other->y - glyph->y) <
                          hypot(top.x - glyph->x, top.y - glyph->y) + hypot(other->width, other->height))
      cost += HIT * count_hits(arc, glyphs, &i, 1, G_MAXDOUBLE);
  }
  const double out =
      MAX(MAX(area.left - top.x, top.x - area.right), MAX(area.bottom - top.y, top.y - area.top));
  /* Short ways through the glyph are better: a wide name has its loops above or below. */
  return cost + MAX(out, 0) / 4 + reach_of(glyph, axis) / 8;
}

static void
route_loop(const GPtrArray *glyphs, RelataCurve *curve, RelataBox area, Departures *departures)
{
  const RelataGlyph *glyph = g_ptr_array_index(glyphs, curve->from);
  double best = G_PI / 2, least = G_MAXDOUBLE;
  for (guint i = 0; i < LOOP_AXES; i++) {
    const double axis = G_PI / 2 + 2 * G_PI * i / LOOP_AXES;
    const Arc arc = make_loop(glyph, axis);
    const double cost = loop_cost(glyphs, curve->from, axis, &arc, area, departures);
    if (cost < least - 1e-9) {
      least = cost;
      best = axis;
    }
  }
  const Arc arc = make_loop(glyph, best);
  for (int side = -1; side <= 1; side++)
    depart(departures, curve->from, best + side * LOOP_SPREAD);
  set_curve(curve, &arc, glyph, glyph);
}

typedef struct {
  RelataCurve *curve;
  guint index;
  double length;
  double bias; /* bends parallel curves apart */
} Order;

static int
compare_length(gconstpointer a, gconstpointer b)
{
  const Order *one = a, *other = b;
  if (one->length < other->length || one->length > other->length)
    return one->length < other->length ? -1 : 1;
  return one->index < other->index ? -1 : one->index > other->index;
}

static gboolean
are_parallel(const RelataCurve *a, const RelataCurve *b)
{
  return MIN(a->from, a->to) == MIN(b->from, b->to) && MAX(a->from, a->to) == MAX(b->from, b->to);
}

/* Parallel curves are consecutive in the diagram. */
static void
set_biases(Order *orders, guint n)
{
  for (guint first = 0, last; first < n; first = last) {
    for (last = first + 1; last < n && are_parallel(orders[first].curve, orders[last].curve); last++)
      ;
    for (guint i = first; i < last; i++) {
      const double place = i - first - (last - first - 1) / 2.0;
      /* The side to which an arc bends depends on its direction. */
      orders[i].bias = 0.26 * place * (orders[i].curve->from < orders[i].curve->to ? 1 : -1);
    }
  }
}

void
relata_route(const GPtrArray *glyphs, GPtrArray *curves, gboolean straight)
{
  g_autofree Order *orders = g_new0(Order, MAX(curves->len, 1));
  g_autofree guint *near = g_new(guint, MAX(glyphs->len, 1));
  const RelataBox area = relata_glyphs_box(glyphs);
  Departures departures = {g_new0(GArray *, MAX(glyphs->len, 1))};
  for (guint i = 0; i < curves->len; i++) {
    RelataCurve *curve = g_ptr_array_index(curves, i);
    const RelataGlyph *from = g_ptr_array_index(glyphs, curve->from),
                      *to = g_ptr_array_index(glyphs, curve->to);
    orders[i] = (Order){curve, i, hypot(to->x - from->x, to->y - from->y), 0};
  }
  set_biases(orders, curves->len);
  qsort(orders, curves->len, sizeof *orders, compare_length); /* long lines give way to short ones */
  for (guint i = 0; i < curves->len; i++)
    if (orders[i].curve->from != orders[i].curve->to)
      route_one(glyphs, orders[i].curve, orders[i].bias, straight, area, near, &departures);
  for (guint i = 0; i < curves->len; i++) /* loops find room between the lines */
    if (orders[i].curve->from == orders[i].curve->to)
      route_loop(glyphs, orders[i].curve, area, &departures);
  for (guint i = 0; i < glyphs->len; i++)
    if (departures.angles[i] != NULL)
      g_array_unref(departures.angles[i]);
  g_free(departures.angles);
}
