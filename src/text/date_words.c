/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Dates as people say them. */
#include "text/date_internal.h"

#include <string.h>

static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};
static const char *const seasons[] = {"spring", "summer", "autumn", "winter"};

/* Appends a year: "2021", "AD 79", "44 BC". */
static void
append_year(GString *out, gint64 year)
{
  if (year > 9999)
    g_string_append_printf(out, "the year %" G_GINT64_FORMAT, year);
  else if (year >= 1000)
    g_string_append_printf(out, "%" G_GINT64_FORMAT, year);
  else if (year > 0)
    g_string_append_printf(out, "AD %" G_GINT64_FORMAT, year);
  else /* there is no year 0 between 1 BC and AD 1 */
    g_string_append_printf(out, "%" G_GINT64_FORMAT " BC", 1 - year);
}

char *
relata_year_in_words(int year)
{
  GString *out = g_string_new(NULL);
  append_year(out, year);
  return g_string_free(out, FALSE);
}

/* Appends the year that follows in "winter 2021–22" and "winter 44–43 BC", behind the first. */
static void
append_winter(GString *out, gint64 year)
{
  if (year < 0) {
    g_string_append_printf(out, "%" G_GINT64_FORMAT "–", 1 - year);
    append_year(out, year + 1);
    return;
  }
  append_year(out, year);
  g_string_append(out, "–");
  if (year >= 1000 && (year + 1) % 100 != 0)
    g_string_append_printf(out, "%02d", (int)((year + 1) % 100));
  else
    append_year(out, year + 1);
}

/* Appends the years that a year with X may be: "the 2010s", and "20XX" as it is written. */
static void
append_years(GString *out, const RelataDatePoint *point, const char *text)
{
  if (point->years == 10 && point->year.low > 0)
    g_string_append_printf(out, "the %" G_GINT64_FORMAT "s", point->year.low);
  else
    g_string_append_len(out, text, text[0] == '-' ? 5 : 4);
}

/* Appends one end in words; `text` is how it is written. Without `year`, only the month and day are, where
 * the date has them. */
static void
append_point(GString *out, const RelataDatePoint *point, const char *text, gboolean year)
{
  static const char *const marks[] = {"", "possibly ", "about ", "possibly about "};
  const RelataDatePrecision precision = point->precision;
  g_string_append(out, marks[point->flags & (RELATA_DATE_UNCERTAIN | RELATA_DATE_APPROXIMATE)]);
  if (precision == RELATA_DATE_DAY)
    g_string_append_printf(out, "%d ", (int)point->day.low);
  if (precision == RELATA_DATE_SEASON)
    g_string_append(out, seasons[point->month.low / 3 - 1]);
  else if (precision >= RELATA_DATE_MONTH)
    g_string_append(out, months[point->month.low - 1]);
  if (precision > RELATA_DATE_YEAR && !year)
    return;
  if (precision > RELATA_DATE_YEAR)
    g_string_append(out, point->years > 1 ? " of " : " ");
  if (point->years > 1)
    append_years(out, point, text);
  else if (precision == RELATA_DATE_SEASON && point->month.high > 12)
    append_winter(out, point->year.low);
  else
    append_year(out, point->year.low);
}

/* Returns whether "1 January – 11 August 2021" need have its year only once. A winter has two, and
 * "2021 – August 2021" needs both. */
static gboolean
share_year(const RelataDatePoint *begin, const RelataDatePoint *end)
{
  return begin->precision > RELATA_DATE_YEAR && end->precision > RELATA_DATE_YEAR && begin->years == 1 &&
         end->years == 1 && begin->year.low == end->year.low && begin->month.high <= 12 &&
         end->month.high <= 12;
}

/* What stands before and behind the one end that is a date, where the other is open or unknown, and before it
 * in a question. */
static const struct {
  guint flag;
  const char *before, *behind, *asked;
} open_ends[] = {
    {RELATA_DATE_OPEN_BEGIN, "always until ", "", "until "},
    {RELATA_DATE_UNKNOWN_BEGIN, "from an unknown date to ", "", "until "},
    {RELATA_DATE_OPEN_END, "since ", " and still when published", "since "},
    {RELATA_DATE_UNKNOWN_END, "from ", " to an unknown date", "since "},
};

/* Reads the point at `text`, which is well formed. */
static RelataDatePoint
point_at(const char *text)
{
  RelataDatePoint point;
  const char *expected;
  relata_date_point_parse(&text, &point, &expected);
  return point;
}

/* Appends an interval, whose '/' is at `solidus`. */
static void
append_interval(GString *out, const RelataDate *date, const char *solidus, gboolean asked)
{
  const gboolean from_end = (date->flags & (RELATA_DATE_OPEN_BEGIN | RELATA_DATE_UNKNOWN_BEGIN)) != 0;
  const char *first = from_end ? solidus + 1 : date->edtf;
  const RelataDatePoint point = point_at(first);
  for (guint i = 0; i < G_N_ELEMENTS(open_ends); i++)
    if (date->flags & open_ends[i].flag) {
      g_string_append(out, asked ? open_ends[i].asked : open_ends[i].before);
      append_point(out, &point, first, TRUE);
      g_string_append(out, asked ? "" : open_ends[i].behind);
      return;
    }
  const RelataDatePoint end = point_at(solidus + 1);
  append_point(out, &point, first, !share_year(&point, &end));
  g_string_append(out, " – ");
  append_point(out, &end, solidus + 1, TRUE);
}

static char *
in_words(const RelataDate *date, gboolean asked)
{
  if (!relata_date_is_set(date))
    return g_strdup("undated");
  GString *out = g_string_new(NULL);
  const char *solidus = strchr(date->edtf, '/');
  if (solidus != NULL) {
    append_interval(out, date, solidus, asked);
  } else {
    const RelataDatePoint point = point_at(date->edtf);
    append_point(out, &point, date->edtf, TRUE);
  }
  return g_string_free(out, FALSE);
}

char *
relata_date_in_words(const RelataDate *date)
{
  g_return_val_if_fail(date != NULL, NULL);
  return in_words(date, FALSE);
}

char *
relata_date_asked_in_words(const RelataDate *date)
{
  g_return_val_if_fail(date != NULL, NULL);
  return in_words(date, TRUE);
}

char *
relata_day_in_words(gint32 day)
{
  int year, month, day_of_month;
  relata_day_split(day, &year, &month, &day_of_month);
  GString *out = g_string_new(NULL);
  g_string_append_printf(out, "%d %s ", day_of_month, months[month - 1]);
  if (year > 9999)
    g_string_append_printf(out, "%d", year);
  else
    append_year(out, year);
  return g_string_free(out, FALSE);
}
