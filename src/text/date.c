/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "text/date.h"

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

static int
days_in_month(int year, int month)
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
  return day_number(year, month, days_in_month(year, month));
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
  return g_strdup_printf("%s%04d-%02d-%02d", year < 0 ? "-" : "", ABS(year), month, day_of_month);
}

/* Reads `digits` characters as the range of numbers that they can mean; the last ones may be X. */
static gboolean
parse_digits(const char **at, guint digits, int *low, int *high)
{
  *low = *high = 0;
  gboolean unspecified = FALSE;
  for (guint i = 0; i < digits; i++, (*at)++) {
    if (**at == 'X' || **at == 'x') {
      unspecified = TRUE;
      *low = *low * 10;
      *high = *high * 10 + 9;
    } else if (g_ascii_isdigit(**at) && !unspecified) {
      *low = *low * 10 + (**at - '0');
      *high = *high * 10 + (**at - '0');
    } else {
      return FALSE;
    }
  }
  return TRUE;
}

/* Skips a time of day, hh:mm[:ss[.s…]][Z|±hh[:mm]], because only days count here. */
static gboolean
skip_time(const char **at)
{
  static const int most[] = {24, 59, 60}; /* 24:00 and leap seconds exist */
  int low, high;
  for (guint part = 0; part < G_N_ELEMENTS(most); part++) {
    if (part > 0 && **at != ':')
      break;
    *at += part > 0;
    if (!g_ascii_isdigit(**at) || !g_ascii_isdigit((*at)[1]) || !parse_digits(at, 2, &low, &high) ||
        high > most[part])
      return FALSE;
  }
  if (**at == '.')
    *at += 1 + strspn(*at + 1, "0123456789");
  if (**at == 'Z') {
    (*at)++;
  } else if (**at == '+' || **at == '-') {
    (*at)++;
    if (!g_ascii_isdigit(**at) || !g_ascii_isdigit((*at)[1]) || !parse_digits(at, 2, &low, &high) ||
        high > most[0])
      return FALSE;
    if (**at == ':') {
      (*at)++;
      return g_ascii_isdigit(**at) && g_ascii_isdigit((*at)[1]) && parse_digits(at, 2, &low, &high) &&
             high <= most[1];
    }
  }
  return TRUE;
}

/* The first and last value that a part of a date may have. */
typedef struct {
  int low, high;
} Range;

/* Reads "-MM", which follows the year of a date. */
static gboolean
parse_month(const char **at, Range *month, const char **expected)
{
  const char *digits = ++*at;
  *expected = "a month of two digits, 01 to 12, or XX";
  if (!parse_digits(at, 2, &month->low, &month->high) || (month->low == month->high && month->low < 1) ||
      month->low > 12) {
    *at = digits;
    return FALSE;
  }
  month->low = MAX(month->low, 1);
  month->high = MIN(month->high, 12);
  return TRUE;
}

/* Reads "-DD" of a date; `days` is the highest day of its month. */
static gboolean
parse_day(const char **at, int days, Range *day, const char **expected)
{
  const char *digits = ++*at;
  *expected = "a day of that month in two digits, or XX";
  if (parse_digits(at, 2, &day->low, &day->high) && day->low <= days &&
      !(day->low == day->high && day->low < 1))
    return TRUE;
  *at = digits;
  return FALSE;
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

/* Reads one end, YYYY[-MM[-DD[T…]]][?~%], as the first and the last day that it may mean. */
static gboolean
parse_point(const char **at, gint32 *first, gint32 *last, guint *flags, const char **expected)
{
  Range year, month = {1, 12}, day = {1, 31};
  gboolean has_day = FALSE;
  *expected = "a year of four digits, such as 2021 or 202X";
  if (!parse_digits(at, 4, &year.low, &year.high))
    return FALSE;
  if (**at == '-') {
    if (!parse_month(at, &month, expected))
      return FALSE;
    has_day = **at == '-';
    if (has_day && !parse_day(at, days_in_month(year.high, month.high), &day, expected))
      return FALSE;
  }
  if (has_day && **at == 'T') {
    (*at)++;
    *expected = "a time of day such as 08:30:00Z";
    if (!skip_time(at))
      return FALSE;
  }
  *first = day_number(year.low, month.low, MAX(day.low, 1));
  *last = day_number(year.high, month.high, MIN(day.high, days_in_month(year.high, month.high)));
  *flags |= parse_qualifier(at);
  return TRUE;
}

/* Reads the end of an interval, after its '/', and checks it against the beginning. `open`: the interval has
 * an open beginning. */
static gboolean
parse_end(const char **at, gboolean open, RelataDate *date, const char **expected)
{
  const char *end = *at;
  if (strcmp(*at, "..") == 0 || **at == '\0') {
    date->end_min = date->end_max = RELATA_DAY_MAX;
    *at += strlen(*at);
  } else if (!parse_point(at, &date->end_min, &date->end_max, &date->flags, expected)) {
    return FALSE;
  }
  if (open)
    date->begin_max = RELATA_DAY_MIN;
  if (date->begin_min > date->end_max) {
    *at = end;
    *expected = "an end that is not before the beginning";
    return FALSE;
  }
  if (open && date->end_max == RELATA_DAY_MAX) {
    *expected = "at least one end that is a date";
    return FALSE;
  }
  date->begin_max = MIN(date->begin_max, date->end_max);
  date->end_min = MAX(date->end_min, date->begin_min);
  return TRUE;
}

/* Reads a whole date and leaves *at behind it. */
static gboolean
parse_date(const char **at, RelataDate *date, const char **expected)
{
  const char *solidus = strchr(*at, '/');
  gint32 first = RELATA_DAY_MIN, last = RELATA_DAY_MAX;
  if (g_str_has_prefix(*at, "..") && solidus == *at + 2)
    *at += 2;
  else if (solidus != *at && !parse_point(at, &first, &last, &date->flags, expected))
    return FALSE;
  date->begin_min = first;
  date->begin_max = last;
  if (solidus == NULL) {
    date->end_min = first;
    date->end_max = last;
  } else if (*at == solidus) {
    (*at)++;
    date->flags |= RELATA_DATE_INTERVAL;
    if (!parse_end(at, first == RELATA_DAY_MIN, date, expected))
      return FALSE;
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

gboolean
relata_date_overlaps(const RelataDate *a, const RelataDate *b)
{
  g_return_val_if_fail(a != NULL && b != NULL, FALSE);
  return a->begin_min <= b->end_max && b->begin_min <= a->end_max;
}

gboolean
relata_date_begun(const RelataDate *date, const RelataDate *by)
{
  g_return_val_if_fail(date != NULL && by != NULL, FALSE);
  return date->begin_min <= by->end_max;
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

/* Appends one end in words. text is well formed and not empty; n is its length. Without `year`, only the
 * month and day are written, where the date has them. */
static void
append_point(GString *out, const char *text, gsize n, gboolean year)
{
  static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                       "July",    "August",   "September", "October", "November", "December"};
  const char *mark = "";
  while (n > 0 && strchr("?~%", text[n - 1]) != NULL) {
    mark = text[n - 1] == '~' ? "about " : text[n - 1] == '?' ? "possibly " : "possibly about ";
    n--;
  }
  g_string_append(out, mark);
  const char *x = memchr(text, 'X', MIN(n, 4));
  if (x == NULL)
    x = memchr(text, 'x', MIN(n, 4));
  const gsize known = x != NULL ? (gsize)(x - text) : 4;
  if (known == 3) { /* 201X */
    g_string_append_printf(out, "the %.3s0s", text);
    return;
  }
  if (known < 3) {
    g_string_append_len(out, text, (gssize)MIN(n, 4));
    return;
  }
  const guint month = n >= 7 && g_ascii_isdigit(text[5]) && g_ascii_isdigit(text[6])
                          ? (guint)((text[5] - '0') * 10 + (text[6] - '0'))
                          : 0;
  if (month > 0 && n >= 10 && g_ascii_isdigit(text[8]) && g_ascii_isdigit(text[9]))
    g_string_append_printf(out, "%d ", (text[8] - '0') * 10 + (text[9] - '0'));
  if (month > 0)
    g_string_append_printf(out, "%s%s", months[month - 1], year ? " " : "");
  if (month == 0 || year)
    g_string_append_len(out, text, 4);
}

char *
relata_date_in_words(const RelataDate *date)
{
  g_return_val_if_fail(date != NULL, NULL);
  if (!relata_date_is_set(date))
    return g_strdup("undated");
  GString *out = g_string_new(NULL);
  const char *text = date->edtf;
  const char *solidus = strchr(text, '/');
  if (solidus == NULL) {
    append_point(out, text, strlen(text), TRUE);
  } else if (date->begin_min == RELATA_DAY_MIN) {
    g_string_append(out, "until ");
    append_point(out, solidus + 1, strlen(solidus + 1), TRUE);
  } else if (date->end_max == RELATA_DAY_MAX) {
    g_string_append(out, "since ");
    append_point(out, text, (gsize)(solidus - text), TRUE);
  } else {
    /* The year is written once in "1 January – 11 August 2021", but "2021 – August 2021" needs it twice. */
    const gboolean same_year = strncmp(text, solidus + 1, 4) == 0 && solidus[5] == '-';
    append_point(out, text, (gsize)(solidus - text), !same_year);
    g_string_append(out, " – ");
    append_point(out, solidus + 1, strlen(solidus + 1), TRUE);
  }
  return g_string_free(out, FALSE);
}

char *
relata_day_in_words(gint32 day)
{
  char *edtf = relata_day_to_edtf(day);
  const RelataDate date = {edtf, day, day, day, day, 0};
  if (strlen(edtf) != strlen("2021-08-26")) /* a year that EDTF's level 0 cannot write */
    return edtf;
  char *words = relata_date_in_words(&date);
  g_free(edtf);
  return words;
}
