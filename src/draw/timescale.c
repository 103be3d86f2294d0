/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/timescale.h"

#include <math.h>

/* The width of a stretch relative to others. A gap has space for its label, but takes only a small part of
 * the scale. */
#define YEAR_WEIGHT  1.3
#define MONTH_WEIGHT 1.0
#define DAY_WEIGHT   0.34
#define GAP_SHARE    0.06 /* of the whole, within these limits: */
#define LEAST_GAP    0.45
#define MOST_GAP     1.3

#define GAP_MONTHS   3  /* consecutive months without dates that form a gap; for years 2 are enough */
#define MOST_MONTHED 12 /* most years divided into months; if there are more, no year is divided */
#define MOST_DAYED   4  /* most months divided into days; if there are more, no month is */
#define LEAST_DAYS   2  /* dates with a day that a month needs to be divided */
#define MOST_YEARS   3000

typedef enum { TO_THE_DAY, TO_THE_MONTH, TO_THE_YEAR } Precision;

/* One end of a date. */
typedef struct {
  gint32 min, max;
  Precision precision;
} End;

static void
add_end(GArray *ends, gint32 min, gint32 max)
{
  if (min == RELATA_DAY_MIN || min == RELATA_DAY_MAX || max == RELATA_DAY_MIN || max == RELATA_DAY_MAX)
    return;
  const End end = {min, max, max == min ? TO_THE_DAY : max - min < 31 ? TO_THE_MONTH : TO_THE_YEAR};
  g_array_append_val(ends, end);
}

static int
compare_ends(gconstpointer a, gconstpointer b)
{
  const End *left = a, *right = b;
  if (left->min != right->min)
    return left->min < right->min ? -1 : 1;
  return left->max < right->max ? -1 : left->max > right->max;
}

/* Counts the different ends of at least that precision that have a bound in the stretch. */
static guint
count_ends(const GArray *ends, gint32 first, gint32 last, Precision precision)
{
  guint n = 0;
  const End *before = NULL;
  for (guint i = 0; i < ends->len; i++) {
    const End *end = &g_array_index(ends, End, i);
    if (end->precision > precision ||
        !((end->min >= first && end->min <= last) || (end->max >= first && end->max <= last)))
      continue;
    n += before == NULL || compare_ends(before, end) != 0;
    before = end;
  }
  return n;
}

/* ── Dividing ────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  RelataTimescale *scale;
  const GArray *ends;
  gboolean months, days; /* whether years and months may be divided */
  double filled;         /* sum of the weights so far */
} Divider;

static void
add_cell(Divider *divider, RelataCellKind kind, gboolean months, gint32 first, gint32 last, double weight)
{
  const RelataCell cell = {kind, months, first, last, divider->filled, divider->filled + weight};
  divider->filled += weight;
  g_array_append_val(divider->scale->cells, cell);
}

static gboolean
month_has_days(const Divider *divider, int year, int month)
{
  const gint32 first = relata_day_of(year, month, 1);
  return count_ends(divider->ends, first, relata_day_end_of_month(first), TO_THE_DAY) >= LEAST_DAYS;
}

static gboolean
year_has_months(const Divider *divider, int year)
{
  return count_ends(divider->ends, relata_day_of(year, 1, 1), relata_day_of(year, 12, 31), TO_THE_MONTH) > 0;
}

static void
add_month(Divider *divider, int year, int month)
{
  const gint32 first = relata_day_of(year, month, 1), last = relata_day_end_of_month(first);
  if (!divider->days || !month_has_days(divider, year, month)) {
    add_cell(divider, RELATA_CELL_MONTH, FALSE, first, last, MONTH_WEIGHT);
    return;
  }
  for (gint32 day = first; day <= last; day++)
    add_cell(divider, RELATA_CELL_DAY, FALSE, day, day, DAY_WEIGHT);
}

/* Adds the months of a year. Months without dates are joined into gaps. */
static void
add_months(Divider *divider, int year)
{
  for (int month = 1, next; month <= 12; month = next) {
    for (next = month; next <= 12; next++) {
      const gint32 first = relata_day_of(year, next, 1);
      if (count_ends(divider->ends, first, relata_day_end_of_month(first), TO_THE_MONTH) > 0)
        break;
    }
    if (next - month >= GAP_MONTHS) {
      add_cell(divider, RELATA_CELL_GAP, TRUE, relata_day_of(year, month, 1),
               relata_day_end_of_month(relata_day_of(year, next - 1, 1)), 0);
      continue;
    }
    next = month + 1;
    add_month(divider, year, month);
  }
}

static void
add_years(Divider *divider, int from, int to)
{
  for (int year = from, next; year <= to; year = next) {
    for (next = year; next <= to; next++)
      if (count_ends(divider->ends, relata_day_of(next, 1, 1), relata_day_of(next, 12, 31), TO_THE_YEAR) > 0)
        break;
    if (next - year > 1) {
      add_cell(divider, RELATA_CELL_GAP, FALSE, relata_day_of(year, 1, 1), relata_day_of(next - 1, 12, 31),
               0);
      continue;
    }
    next = year + 1;
    if (divider->months && year_has_months(divider, year))
      add_months(divider, year);
    else
      add_cell(divider, RELATA_CELL_YEAR, FALSE, relata_day_of(year, 1, 1), relata_day_of(year, 12, 31),
               YEAR_WEIGHT);
  }
}

/* If too many stretches would be divided, none is, and the scale is even. */
static void
decide(Divider *divider, int from, int to)
{
  guint n_years = 0, n_months = 0;
  for (int year = from; year <= to; year++) {
    if (!year_has_months(divider, year))
      continue;
    n_years++;
    for (int month = 1; month <= 12; month++)
      n_months += month_has_days(divider, year, month) != FALSE;
  }
  divider->months = n_years <= MOST_MONTHED;
  divider->days = n_months <= MOST_DAYED;
}

/* Removes months and years at both ends that no date falls in. */
static void
trim(Divider *divider, gint32 first, gint32 last)
{
  GArray *cells = divider->scale->cells;
  while (cells->len > 1) {
    const RelataCell *front = &g_array_index(cells, RelataCell, 0);
    const RelataCell *back = &g_array_index(cells, RelataCell, cells->len - 1);
    const gboolean early = front->kind != RELATA_CELL_DAY && front->last < first;
    const gboolean late = back->kind != RELATA_CELL_DAY && back->first > last;
    if (!early && !late)
      return;
    const RelataCell *gone = early ? front : back;
    divider->filled -= gone->right - gone->left;
    g_array_remove_index(cells, early ? 0 : cells->len - 1);
  }
}

/* Converts weights to shares of the whole, once the width of gaps is known. */
static void
set_widths(Divider *divider)
{
  const double gap = CLAMP(GAP_SHARE * divider->filled, LEAST_GAP, MOST_GAP);
  double filled = 0;
  for (guint i = 0; i < divider->scale->cells->len; i++) {
    RelataCell *cell = &g_array_index(divider->scale->cells, RelataCell, i);
    const double weight = cell->kind == RELATA_CELL_GAP ? gap : cell->right - cell->left;
    cell->left = filled;
    cell->right = filled += weight;
  }
  for (guint i = 0; i < divider->scale->cells->len; i++) {
    RelataCell *cell = &g_array_index(divider->scale->cells, RelataCell, i);
    cell->left /= filled;
    cell->right /= filled;
  }
}

RelataTimescale *
relata_timescale_new(const RelataDate *dates, guint n)
{
  g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(End));
  for (guint i = 0; i < n; i++) {
    add_end(ends, dates[i].begin_min, dates[i].begin_max);
    add_end(ends, dates[i].end_min, dates[i].end_max);
  }
  g_array_sort(ends, compare_ends);
  gint32 last = ends->len > 0 ? g_array_index(ends, End, 0).max : 0;
  for (guint i = 0; i < ends->len; i++)
    last = MAX(last, g_array_index(ends, End, i).max);
  int from, to;
  relata_day_split(ends->len > 0 ? g_array_index(ends, End, 0).min : 0, &from, NULL, NULL);
  relata_day_split(last, &to, NULL, NULL);
  from = MAX(from, to - MOST_YEARS);
  Divider divider = {.scale = g_new0(RelataTimescale, 1), .ends = ends};
  divider.scale->cells = g_array_new(FALSE, FALSE, sizeof(RelataCell));
  decide(&divider, from, to);
  add_years(&divider, from, to);
  if (ends->len > 0)
    trim(&divider, g_array_index(ends, End, 0).min, last);
  set_widths(&divider);
  return divider.scale;
}

void
relata_timescale_free(RelataTimescale *scale)
{
  if (scale == NULL)
    return;
  g_array_unref(scale->cells);
  g_free(scale);
}

double
relata_timescale_at(const RelataTimescale *scale, gint32 day)
{
  guint low = 0, high = scale->cells->len;
  while (low < high) { /* find the first cell that ends on the day or later */
    const guint middle = low + (high - low) / 2;
    if (g_array_index(scale->cells, RelataCell, middle).last < day)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == scale->cells->len)
    return 1;
  const RelataCell *cell = &g_array_index(scale->cells, RelataCell, low);
  const double share = day < cell->first ? 0 : ((double)day - cell->first) / (cell->last - cell->first + 1.0);
  return cell->left + share * (cell->right - cell->left);
}

char *
relata_timescale_label(const RelataCell *cell)
{
  static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  int year, month, day, last_year, last_month;
  relata_day_split(cell->first, &year, &month, &day);
  relata_day_split(cell->last, &last_year, &last_month, NULL);
  switch (cell->kind) {
  case RELATA_CELL_YEAR:
    return relata_year_in_words(year);
  case RELATA_CELL_MONTH:
    return g_strdup(months[month - 1]);
  case RELATA_CELL_DAY:
    return g_strdup_printf("%d", day);
  case RELATA_CELL_GAP:
    break;
  }
  if (cell->months)
    return g_strdup_printf("%s–%s", months[month - 1], months[last_month - 1]);
  g_autofree char *from = relata_year_in_words(year), *to = relata_year_in_words(last_year);
  return year >= 1000 && last_year / 100 == year / 100 ? g_strdup_printf("%d–%02d", year, last_year % 100)
                                                       : g_strdup_printf("%s–%s", from, to);
}
