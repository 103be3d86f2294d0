/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/refine.h"

#include <math.h>
#include <string.h>

#define GAP 10.0 /* kept free between actors */

/* What each fault costs; crossings are the unit. */
#define COST_CROSSING 1.0
#define COST_HIT      3.5   /* a line runs through an actor */
#define COST_SHORT    9.0   /* a line leaves no room for its label */
#define COST_LONG     1.2   /* a line is longer than its label asks, for each FAR */
#define FAR           130.0 /* … in points */
#define LEAST_ROOM    30.0  /* that a line is to show */
#define COST_NEAR     0.5   /* actors stand close while the page has room */
#define NEAR          110.0 /* … in points */

typedef struct {
  guint from, to;
  double room;
} Tie;

typedef struct {
  RelataGlyph *const *glyphs;
  guint n;
  RelataPoint *at; /* where they are, close together in memory: most time goes into looking there */
  Tie *ties;       /* one for each pair of actors */
  guint n_ties;
  guint *first, *of; /* ties of glyph i: of[first[i] … first[i + 1]) */
  RelataBox page;
} Picture;

static double
side(RelataPoint a, RelataPoint b, RelataPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static gboolean
cross(RelataPoint a, RelataPoint b, RelataPoint c, RelataPoint d)
{
  if (MAX(a.x, b.x) < MIN(c.x, d.x) || MAX(c.x, d.x) < MIN(a.x, b.x) || MAX(a.y, b.y) < MIN(c.y, d.y) ||
      MAX(c.y, d.y) < MIN(a.y, b.y))
    return FALSE;
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/* Whether the line a–b meets the glyph's box if that stood at `centre`. */
static gboolean
hits(RelataPoint a, RelataPoint b, const RelataGlyph *glyph, RelataPoint centre)
{
  const double w = glyph->width / 2 + 3, h = glyph->height / 2 + 3;
  if (MAX(a.x, b.x) < centre.x - w || MIN(a.x, b.x) > centre.x + w || MAX(a.y, b.y) < centre.y - h ||
      MIN(a.y, b.y) > centre.y + h)
    return FALSE;
  /* The box's corners are not all on one side of the line. */
  const double d = side(a, b, centre);
  return fabs(d) < fabs(b.x - a.x) * h + fabs(b.y - a.y) * w;
}

static RelataPoint
place_of(const Picture *picture, guint glyph)
{
  return picture->at[glyph];
}

/* How much of a line from the glyph's centre its box covers, as a share of the line. */
static double
covered(const RelataGlyph *glyph, double dx, double dy)
{
  return MIN(glyph->width / 2 / MAX(dx, 1e-6), glyph->height / 2 / MAX(dy, 1e-6));
}

/* How far the moved glyph's line to another is from leaving just the room for its label. */
static double
length_energy(const Picture *picture, guint mover, RelataPoint here, const Tie *tie)
{
  const guint other = tie->from == mover ? tie->to : tie->from;
  const RelataPoint there = place_of(picture, other);
  const double dx = fabs(there.x - here.x), dy = fabs(there.y - here.y), length = sqrt(dx * dx + dy * dy);
  const double seen =
      length * MAX(1 - covered(picture->glyphs[mover], dx, dy) - covered(picture->glyphs[other], dx, dy), 0);
  /* A label lies level: a steep line needs no more room than its height. */
  const double wish = LEAST_ROOM + tie->room * dx / MAX(length, 1);
  const double share = seen / wish;
  return share < 1 ? COST_SHORT * (1 - share) * (1 - share) : COST_LONG * (seen - wish) / FAR;
}

/* What the moved glyph's line crosses and runs through; counted no further than `enough`. */
static double
line_energy(const Picture *picture, guint mover, RelataPoint here, const Tie *tie, double enough)
{
  const guint other = tie->from == mover ? tie->to : tie->from;
  const RelataPoint there = place_of(picture, other);
  double energy = 0;
  for (guint i = 0; i < picture->n_ties && energy < enough; i++) {
    const Tie *crossed = &picture->ties[i];
    if (crossed->from != mover && crossed->to != mover && crossed->from != other && crossed->to != other &&
        cross(here, there, place_of(picture, crossed->from), place_of(picture, crossed->to)))
      energy += COST_CROSSING;
  }
  for (guint i = 0; i < picture->n && energy < enough; i++)
    if (i != mover && i != other && hits(here, there, picture->glyphs[i], place_of(picture, i)))
      energy += COST_HIT;
  return energy;
}

/* How the glyph would stand to other glyphs; G_MAXDOUBLE where it would touch one. */
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
    if (dx < GAP && dy < GAP)
      return G_MAXDOUBLE;
    const double x = MAX(dx, 0), y = MAX(dy, 0), free_share = sqrt(x * x + y * y) / NEAR;
    if (free_share < 1)
      energy += COST_NEAR * (1 - free_share) * (1 - free_share);
  }
  return energy;
}

/* What the picture would cost, as far as one glyph decides it, with the glyph there. Cheap parts come first,
 * as the rest is not looked at when it is too much already. */
static double
energy_at(const Picture *picture, guint mover, RelataPoint here, double enough)
{
  const guint first = picture->first[mover], last = picture->first[mover + 1];
  double energy = room_energy(picture, mover, here);
  for (guint i = first; i < last && energy < enough; i++)
    energy += length_energy(picture, mover, here, &picture->ties[picture->of[i]]);
  for (guint i = 0; i < picture->n_ties && energy < enough; i++) {
    const Tie *tie = &picture->ties[i];
    if (tie->from != mover && tie->to != mover &&
        hits(place_of(picture, tie->from), place_of(picture, tie->to), picture->glyphs[mover], here))
      energy += COST_HIT;
  }
  for (guint i = first; i < last && energy < enough; i++)
    energy += line_energy(picture, mover, here, &picture->ties[picture->of[i]], enough - energy);
  return energy;
}

static void
try_place(const Picture *picture, guint mover, RelataPoint here, RelataPoint *best, double *least)
{
  const RelataGlyph *glyph = picture->glyphs[mover];
  here.x = CLAMP(here.x, picture->page.left + glyph->width / 2, picture->page.right - glyph->width / 2);
  here.y = CLAMP(here.y, picture->page.bottom + glyph->height / 2, picture->page.top - glyph->height / 2);
  const double energy = energy_at(picture, mover, here, *least);
  if (energy < *least - 1e-9) {
    *least = energy;
    *best = here;
  }
}

/* Anywhere on the page. */
static void
try_page(const Picture *picture, guint mover, RelataPoint *best, double *least)
{
  enum { COLUMNS = 18, ROWS = 14 };
  for (guint row = 0; row < ROWS; row++)
    for (guint column = 0; column < COLUMNS; column++) {
      const double x = (column + (row % 2 == 0 ? 0.25 : 0.75)) / COLUMNS, y = (row + 0.5) / ROWS;
      const RelataPoint here = {picture->page.left + x * (picture->page.right - picture->page.left),
                                picture->page.bottom + y * (picture->page.top - picture->page.bottom)};
      try_place(picture, mover, here, best, least);
    }
}

/* Round about, at a distance. */
static void
try_round(const Picture *picture, guint mover, double radius, RelataPoint *best, double *least)
{
  const RelataPoint from = place_of(picture, mover);
  for (guint i = 0; i < 12; i++) {
    const double angle = (i + (radius > 40 ? 0 : 0.5)) * G_PI / 6;
    try_place(picture, mover, (RelataPoint){from.x + radius * cos(angle), from.y + radius * sin(angle)}, best,
              least);
  }
}

static void
descend(const Picture *picture)
{
  static const double radii[] = {0, 120, 60, 0, 80, 40, 20, 60, 30, 12};
  for (guint pass = 0; pass < G_N_ELEMENTS(radii); pass++)
    for (guint i = 0; i < picture->n; i++) {
      RelataPoint best = place_of(picture, i);
      double least = energy_at(picture, i, best, G_MAXDOUBLE);
      if (radii[pass] > 0)
        try_round(picture, i, radii[pass], &best, &least);
      else
        try_page(picture, i, &best, &least);
      picture->at[i] = best;
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
    if (is_known(picture, curve))
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
relata_refine(const GPtrArray *glyphs, const GPtrArray *curves)
{
  if (glyphs->len == 0)
    return;
  Picture picture = {.glyphs = (RelataGlyph *const *)glyphs->pdata, .n = glyphs->len};
  picture.page = relata_glyph_box(g_ptr_array_index(glyphs, 0));
  for (guint i = 1; i < glyphs->len; i++) {
    const RelataBox box = relata_glyph_box(g_ptr_array_index(glyphs, i));
    picture.page = (RelataBox){MIN(picture.page.left, box.left), MIN(picture.page.bottom, box.bottom),
                               MAX(picture.page.right, box.right), MAX(picture.page.top, box.top)};
  }
  picture.at = g_new(RelataPoint, picture.n);
  for (guint i = 0; i < picture.n; i++)
    picture.at[i] = (RelataPoint){picture.glyphs[i]->x, picture.glyphs[i]->y};
  add_ties(&picture, curves);
  descend(&picture);
  for (guint i = 0; i < picture.n; i++) {
    picture.glyphs[i]->x = picture.at[i].x;
    picture.glyphs[i]->y = picture.at[i].y;
  }
  g_free(picture.at);
  g_free(picture.ties);
  g_free(picture.first);
  g_free(picture.of);
}
