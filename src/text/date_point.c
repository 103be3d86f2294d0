/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One end of an EDTF date: its grammar, and the days that it means. */
#include "text/date_internal.h"

#include <string.h>

/* Years beyond are the same: no day of theirs is a number of 32 bits, nor would a longer number tell more. */
#define MOST_YEARS G_GINT64_CONSTANT(1000000000000)

/* ── Digits ──────────────────────────────────────────────────────────────────────────────── */

/* Reads `digits` characters as the range of numbers that they can mean; the last ones may be X. */
static gboolean
parse_digits(const char **at, guint digits, RelataDateRange *range)
{
  range->low = range->high = 0;
  gboolean unspecified = FALSE;
  for (guint i = 0; i < digits; i++, (*at)++) {
    unspecified = unspecified || **at == 'X' || **at == 'x';
    if (unspecified ? **at != 'X' && **at != 'x' : !g_ascii_isdigit(**at))
      return FALSE;
    range->low = range->low * 10 + (unspecified ? 0 : **at - '0');
    range->high = range->high * 10 + (unspecified ? 9 : **at - '0');
  }
  return TRUE;
}

/* Reads two digits, neither of which is X, as a number up to `most`. */
static gboolean
parse_two(const char **at, int most)
{
  RelataDateRange number;
  return parse_digits(at, 2, &number) && number.low == number.high && number.high <= most;
}

/* ── The parts of a point ────────────────────────────────────────────────────────────────── */

/* Reads the time zone of a time of day, Z or ±hh[:mm], if there is one. */
static gboolean
skip_zone(const char **at)
{
  if (**at == 'Z') {
    (*at)++;
    return TRUE;
  }
  if (**at != '+' && **at != '-')
    return TRUE;
  (*at)++;
  if (!parse_two(at, 24))
    return FALSE;
  if (**at != ':')
    return TRUE;
  (*at)++;
  return parse_two(at, 59);
}

/* Skips a time of day, hh:mm[:ss[.s…]] with or without a zone, because only days count here. The day is the
 * one that is written: where the event was, its calendar said so. */
static gboolean
skip_time(const char **at)
{
  static const int most[] = {24, 59, 60}; /* 24:00 and leap seconds exist */
  for (guint part = 0; part < G_N_ELEMENTS(most); part++) {
    if (part > 0 && **at != ':')
      break;
    *at += part > 0;
    if (!parse_two(at, most[part]))
      return FALSE;
  }
  if (**at == '.')
    *at += 1 + strspn(*at + 1, "0123456789");
  return skip_zone(at);
}

/* Turns a year that is written with a minus: -004X is the years -49 … -40. */
static void
negate(RelataDateRange *year)
{
  const gint64 low = year->low;
  year->low = -year->high;
  year->high = -low;
}

/* Reads "Y" and a year of more than four digits. */
static gboolean
parse_long_year(const char **at, RelataDatePoint *point, const char **expected)
{
  *expected = "a year of more than four digits after Y, such as Y170000 or Y-170000";
  (*at)++;
  const gboolean negative = **at == '-';
  *at += negative;
  const gsize digits = strspn(*at, "0123456789");
  if (digits <= 4 || **at == '0') {
    *at += digits <= 4 ? digits : 0;
    return FALSE;
  }
  gint64 year = 0;
  for (gsize i = 0; i < digits; i++, (*at)++)
    year = MIN(year * 10 + (**at - '0'), MOST_YEARS);
  point->year = (RelataDateRange){year, year};
  if (negative)
    negate(&point->year);
  return TRUE;
}

/* Reads a year of four digits, the last of which may be X, with or without a minus. */
static gboolean
parse_year(const char **at, RelataDatePoint *point, const char **expected)
{
  const char *start = *at;
  const gboolean negative = **at == '-';
  *expected = "a year of four digits, such as 2021, 202X or -0043";
  *at += negative;
  if (!parse_digits(at, 4, &point->year))
    return FALSE;
  if (negative && point->year.high == 0) {
    *at = start;
    *expected = "0000 for the year before 0001, which has no minus";
    return FALSE;
  }
  point->years = point->year.high - point->year.low + 1;
  if (negative)
    negate(&point->year);
  return TRUE;
}

/* The seasons of the northern half of the earth by their months, as meteorologists have them; winter ends in
 * the next year, in its month 14. EDTF leaves open what a season is. */
static const RelataDateRange seasons[] = {{3, 5}, {6, 8}, {9, 11}, {12, 14}};

/* Reads "-MM" or "-SS", which follows the year of a date. */
static gboolean
parse_month(const char **at, RelataDatePoint *point, const char **expected)
{
  const char *digits = ++*at;
  *expected = "a month of two digits, 01 to 12, a season, 21 to 24, or XX";
  RelataDateRange month;
  if (!parse_digits(at, 2, &month)) {
    *at = digits;
    return FALSE;
  }
  if (month.low == month.high && month.low >= 21 && month.low <= 24) {
    point->precision = RELATA_DATE_SEASON;
    point->month = seasons[month.low - 21];
    return TRUE;
  }
  if (month.high < 1 || month.low > 12) {
    *at = digits;
    return FALSE;
  }
  if (month.low == month.high)
    point->precision = RELATA_DATE_MONTH;
  point->month = (RelataDateRange){MAX(month.low, 1), MIN(month.high, 12)};
  return TRUE;
}

/* Reads "-DD" of a date. */
static gboolean
parse_day(const char **at, RelataDatePoint *point, const char **expected)
{
  const int days = relata_date_days_in_month(point->year.high, (int)point->month.high);
  const char *digits = ++*at;
  *expected = "a day of that month in two digits, or XX";
  RelataDateRange day;
  if (!parse_digits(at, 2, &day) || day.low > days || day.high < 1) {
    *at = digits;
    return FALSE;
  }
  if (day.low == day.high && point->precision == RELATA_DATE_MONTH)
    point->precision = RELATA_DATE_DAY;
  point->day = (RelataDateRange){MAX(day.low, 1), MIN(day.high, 31)};
  return TRUE;
}

static guint
parse_qualifier(const char **at)
{
  const char sign = **at;
  if (sign != '?' && sign != '~' && sign != '%')
    return 0;
  (*at)++;
  return sign == '?'   ? RELATA_DATE_UNCERTAIN
         : sign == '~' ? RELATA_DATE_APPROXIMATE
                       : RELATA_DATE_UNCERTAIN | RELATA_DATE_APPROXIMATE;
}

/* Reads "-MM[-DD[T…]]", if it is there. */
static gboolean
parse_below_year(const char **at, RelataDatePoint *point, const char **expected)
{
  if (**at != '-')
    return TRUE;
  if (!parse_month(at, point, expected))
    return FALSE;
  if (**at != '-' || point->precision == RELATA_DATE_SEASON)
    return TRUE;
  if (!parse_day(at, point, expected))
    return FALSE;
  if (**at != 'T')
    return TRUE;
  (*at)++;
  *expected = "a time of day such as 08:30:00Z";
  return skip_time(at);
}

gboolean
relata_date_point_parse(const char **at, RelataDatePoint *point, const char **expected)
{
  *point = (RelataDatePoint){.precision = RELATA_DATE_YEAR, .years = 1, .month = {1, 12}, .day = {1, 31}};
  if (**at == 'Y') {
    if (!parse_long_year(at, point, expected))
      return FALSE;
  } else if (!parse_year(at, point, expected) || !parse_below_year(at, point, expected)) {
    return FALSE;
  }
  point->flags = parse_qualifier(at);
  return TRUE;
}

/* ── Its days ────────────────────────────────────────────────────────────────────────────── */

/* Returns the day of the month of the year, or the last of that month where it is shorter. `months` counts
 * from January of the year and may go beyond it. */
static gint32
day_in(gint64 year, gint64 months, gint64 day)
{
  const gint64 years = (months >= 0 ? months : months - 11) / 12;
  const int month = (int)(months - years * 12) + 1;
  const int within = (int)CLAMP(year + years, G_MININT + 1, G_MAXINT - 1);
  return relata_day_of(within, month, (int)MIN(day, relata_date_days_in_month(within, month)));
}

/* Returns the months of one unit of the precision, or 0 where it is a day. */
static gint64
months_of(const RelataDatePoint *point)
{
  if (point->years > 1 || point->precision == RELATA_DATE_YEAR)
    return 12 * point->years;
  return point->precision == RELATA_DATE_SEASON ? 3 : point->precision == RELATA_DATE_MONTH ? 1 : 0;
}

RelataDatePointDays
relata_date_point_days(const RelataDatePoint *point)
{
  const gint32 first = day_in(point->year.low, point->month.low - 1, point->day.low);
  const gint32 last = day_in(point->year.high, point->month.high - 1, point->day.high);
  const gint64 months = months_of(point);
  RelataDatePointDays days = {first, last, first, last};
  if (point->flags != 0 && first != RELATA_DAY_MIN)
    days.possible_first =
        months == 0 ? first - 1 : day_in(point->year.low, point->month.low - 1 - months, point->day.low);
  if (point->flags != 0 && last != RELATA_DAY_MAX)
    days.possible_last =
        months == 0 ? last + 1 : day_in(point->year.high, point->month.high - 1 + months, point->day.high);
  return days;
}
