/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "text/date_internal.h"

#include "text/error.h"

#include <string.h>

/* Returns days since 1970-01-01 in the proleptic Gregorian calendar (Hinnant, "chrono-compatible low-level
 * date algorithms", 2013), or the open end where 32 bits cannot hold the number. GDate begins with year 1 and
 * has no numbers for earlier days. */
static gint32
day_number(int year, int month, int day)
{
  const gint64 y = (gint64)year - (month <= 2);
  const gint64 era = (y >= 0 ? y : y - 399) / 400;
  const gint64 year_of_era = y - era * 400;
  const gint64 day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const gint64 day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return (gint32)CLAMP(era * 146097 + day_of_era - 719468, RELATA_DAY_MIN, RELATA_DAY_MAX);
}

/* The inverse of day_number(), from the same paper. */
void
relata_day_split(gint32 day, int *year, int *month, int *day_of_month)
{
  const gint64 shifted = (gint64)day + 719468;
  const gint64 era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const int day_of_era = (int)(shifted - era * 146097);
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * day_of_year + 2) / 153;
  const int found = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  if (year != NULL)
    *year = year_of_era + (int)era * 400 + (found <= 2);
  if (month != NULL)
    *month = found;
  if (day_of_month != NULL)
    *day_of_month = day_of_year - (153 * shifted_month + 2) / 5 + 1;
}

gint32
relata_day_of(int year, int month, int day_of_month)
{
  g_return_val_if_fail(month >= 1 && month <= 12 && day_of_month >= 1 && day_of_month <= 31, RELATA_DAY_MIN);
  return day_number(year, month, day_of_month);
}

int
relata_date_days_in_month(gint64 year, int month)
{
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[month - 1];
}

gint32
relata_day_end_of_month(gint32 day)
{
  int year, month;
  relata_day_split(day, &year, &month, NULL);
  return day_number(year, month, relata_date_days_in_month(year, month));
}

gint32
relata_day_end_of_year(gint32 day)
{
  int year;
  relata_day_split(day, &year, NULL, NULL);
  return day_number(year, 12, 31);
}

char *
relata_day_to_edtf(gint32 day)
{
  int year, month, day_of_month;
  relata_day_split(day, &year, &month, &day_of_month);
  if (ABS(year) > 9999)
    return g_strdup_printf("Y%d", year);
  return g_strdup_printf("%s%04d-%02d-%02d", year < 0 ? "-" : "", ABS(year), month, day_of_month);
}

/* Sets the stretch of days that the beginning lies in, from those of the point that is written for it. */
static void
set_begin(RelataDate *date, const RelataDatePointDays *days)
{
  date->begin_min = days->first;
  date->begin_max = days->last;
  date->begin_possible = days->possible_first;
}

static void
set_end(RelataDate *date, const RelataDatePointDays *days)
{
  date->end_min = days->first;
  date->end_max = days->last;
  date->end_possible = days->possible_last;
}

/* Sets the days of an interval's end that is not written, from those of the other end. What is open has no
 * day; what is unknown may be any day that the other end leaves. */
static void
set_unwritten(RelataDate *date)
{
  if (date->flags & RELATA_DATE_OPEN_BEGIN)
    date->begin_min = date->begin_max = date->begin_possible = RELATA_DAY_MIN;
  if (date->flags & RELATA_DATE_UNKNOWN_BEGIN) {
    date->begin_min = date->begin_possible = RELATA_DAY_MIN;
    date->begin_max = date->end_max;
  }
  if (date->flags & RELATA_DATE_OPEN_END)
    date->end_min = date->end_max = date->end_possible = RELATA_DAY_MAX;
  if (date->flags & RELATA_DATE_UNKNOWN_END) {
    date->end_min = date->begin_min;
    date->end_max = date->end_possible = RELATA_DAY_MAX;
  }
}

/* Reads the end of an interval, after its '/', and checks it against the beginning, which is NULL where it is
 * not written. */
static gboolean
parse_end(const char **at, const RelataDatePoint *begin, RelataDate *date, const char **expected)
{
  const char *start = *at;
  RelataDatePoint end;
  if (**at == '\0' || strcmp(*at, "..") == 0) {
    date->flags |= **at == '\0' ? RELATA_DATE_UNKNOWN_END : RELATA_DATE_OPEN_END;
    *at += strlen(*at);
    *expected = "at least one end that is a date";
    return begin != NULL;
  }
  if (!relata_date_point_parse(at, &end, expected))
    return FALSE;
  const RelataDatePointDays days = relata_date_point_days(&end);
  set_end(date, &days);
  date->flags |= end.flags;
  if (begin == NULL)
    return TRUE;
  /* Years whose days are no numbers of 32 bits are still in order. */
  const gboolean far = date->begin_min == RELATA_DAY_MIN || date->begin_min == RELATA_DAY_MAX;
  if (date->begin_min > date->end_max || (far && begin->year.low > end.year.high)) {
    *at = start;
    *expected = "an end that is not before the beginning";
    return FALSE;
  }
  /* Ends that overlap bound each other. */
  date->begin_max = MIN(date->begin_max, date->end_max);
  date->end_min = MAX(date->end_min, date->begin_min);
  return TRUE;
}

/* Reads an interval, whose '/' is at `solidus`. */
static gboolean
parse_interval(const char **at, const char *solidus, RelataDate *date, const char **expected)
{
  RelataDatePoint begin;
  gboolean written = FALSE;
  date->flags = RELATA_DATE_INTERVAL;
  if (*at == solidus) {
    date->flags |= RELATA_DATE_UNKNOWN_BEGIN;
  } else if (g_str_has_prefix(*at, "..") && solidus == *at + 2) {
    date->flags |= RELATA_DATE_OPEN_BEGIN;
  } else {
    if (!relata_date_point_parse(at, &begin, expected))
      return FALSE;
    const RelataDatePointDays days = relata_date_point_days(&begin);
    set_begin(date, &days);
    date->flags |= begin.flags;
    written = TRUE;
    if (*at != solidus) {
      *expected = "'/', or '?', '~' or '%' before it";
      return FALSE;
    }
  }
  *at = solidus + 1;
  if (!parse_end(at, written ? &begin : NULL, date, expected))
    return FALSE;
  set_unwritten(date);
  return TRUE;
}

/* Reads a whole date and leaves *at behind it. */
static gboolean
parse_date(const char **at, RelataDate *date, const char **expected)
{
  const char *solidus = strchr(*at, '/');
  RelataDatePoint point;
  if (solidus != NULL) {
    if (!parse_interval(at, solidus, date, expected))
      return FALSE;
  } else {
    if (!relata_date_point_parse(at, &point, expected))
      return FALSE;
    const RelataDatePointDays days = relata_date_point_days(&point);
    set_begin(date, &days);
    set_end(date, &days);
    date->flags |= point.flags;
  }
  if (**at != '\0')
    *expected = solidus == NULL ? "the end of the date, '-', '/', '?', '~' or '%'" : "the end of the date";
  return **at == '\0';
}

gboolean
relata_date_parse(const char *text, RelataDate *date, GError **error)
{
  g_return_val_if_fail(text != NULL && date != NULL, FALSE);
  const char *at = text, *expected = NULL;
  *date = RELATA_NO_DATE;
  date->edtf = text;
  if (parse_date(&at, date, &expected))
    return TRUE;
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE, "'%s' is not a date: expected %s, at character %d",
              text, expected, (int)(at - text) + 1);
  *date = RELATA_NO_DATE;
  return FALSE;
}

int
relata_date_compare(const RelataDate *a, const RelataDate *b)
{
  g_return_val_if_fail(a != NULL && b != NULL, 0);
  if (relata_date_is_set(a) != relata_date_is_set(b))
    return relata_date_is_set(a) ? -1 : 1;
  if (!relata_date_is_set(a))
    return 0;
  if (a->begin_min != b->begin_min)
    return a->begin_min < b->begin_min ? -1 : 1;
  if (a->end_max != b->end_max)
    return a->end_max < b->end_max ? -1 : 1;
  return strcmp(a->edtf, b->edtf);
}
