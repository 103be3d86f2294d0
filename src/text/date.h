/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Dates of a news corpus, in the Extended Date/Time Format (EDTF, Library of Congress 2019; ISO 8601-2),
 * levels 0 and 1: 2021 · 2021-08 · 2021-08-26 · 2021-08-26T17:50:00+04:30 · -0043-03-15 · Y170000 · Y-170000
 * · seasons 2021-21 to 2021-24 · unspecified digits 201X, 20XX, 2021-XX, 2021-08-XX, 2021-XX-XX · qualifiers
 * ? ~ % on each end · intervals 2021-01-01/2021-08-11, ../2021, 2014/.., /2021, 2014/. Of level 2 only X in
 * other places is read, such as 201X-08.
 *
 * The time of a date-time is not kept; its day is the one that is written, whatever its zone. Seasons are
 * those of the northern half of the earth, by whole months: spring 21 is March to May, winter 24 December to
 * February of the next year. */
#ifndef RELATA_TEXT_DATE_H
#define RELATA_TEXT_DATE_H

#include "text/export.h"

#include <glib.h>

RELATA_BEGIN_DECLS

/* A day is the number of days since 1970-01-01 in the proleptic Gregorian calendar, whose year 0 is 1 BC.
 * Days that 32 bits cannot hold, those before the year -5877641 and after 5881580, are RELATA_DAY_MIN and
 * RELATA_DAY_MAX: all days of Y170000000 are RELATA_DAY_MAX, and so it is later than every other date and
 * equal to what is as late. Its flags do not say that an end is open. */
#define RELATA_DAY_MIN G_MININT32 /* an open or unknown beginning */
#define RELATA_DAY_MAX G_MAXINT32 /* an open or unknown end */

enum {
  RELATA_DATE_UNCERTAIN = 1 << 0,     /* ? or % */
  RELATA_DATE_APPROXIMATE = 1 << 1,   /* ~ or % */
  RELATA_DATE_INTERVAL = 1 << 2,      /* written with a slash */
  RELATA_DATE_OPEN_BEGIN = 1 << 3,    /* "../b": always until b */
  RELATA_DATE_UNKNOWN_BEGIN = 1 << 4, /* "/b": until b, nobody says since when */
  RELATA_DATE_OPEN_END = 1 << 5,      /* "a/..": since a, and still when it was written */
  RELATA_DATE_UNKNOWN_END = 1 << 6    /* "a/": since a, nobody says until when */
};

/* When something began and ended. Each of the two lies between an earliest and a latest day. 2021-08 says
 * that both lie in August. Of an end that is not written, open and unknown differ:
 *
 *   written  begin_min … begin_max        end_min … end_max
 *   a/..     first … last day of a        RELATA_DAY_MAX, both
 *   a/       first … last day of a        first day of a … RELATA_DAY_MAX
 *   ../b     RELATA_DAY_MIN, both         first … last day of b
 *   /b       RELATA_DAY_MIN … last of b   first … last day of b
 *
 * A qualifier ? ~ % doubts the end that it stands at, and both where there is only one: begin_possible is one
 * unit of its precision (day, month, season, year, decade, century …) before begin_min, and end_possible one
 * unit after end_max; without a qualifier they are begin_min and end_max. One month before 2021-03 begins on
 * 2021-02-01. */
typedef struct {
  const char *edtf; /* as written; owned by the owner of the date's record; NULL where no date is known */
  gint32 begin_min, begin_max;
  gint32 end_min, end_max;
  gint32 begin_possible, end_possible;
  guint flags;
} RelataDate;

/* No date as an initializer, and as a value. */
#define RELATA_NO_DATE_INIT                                                                                  \
  {                                                                                                          \
    NULL, RELATA_DAY_MIN, RELATA_DAY_MAX, RELATA_DAY_MIN, RELATA_DAY_MAX, RELATA_DAY_MIN, RELATA_DAY_MAX, 0  \
  }
#define RELATA_NO_DATE ((RelataDate)RELATA_NO_DATE_INIT)

static inline gboolean
relata_date_is_set(const RelataDate *date)
{
  return date->edtf != NULL;
}

/* Parses text as EDTF. date->edtf borrows text. On failure *error says what was expected and at which column
 * (RELATA_ERROR_VALUE). */
gboolean relata_date_parse(const char *text, RelataDate *date, GError **error);

/* Return the last day of the month, or year, that the day is in. */
gint32 relata_day_end_of_month(gint32 day);
gint32 relata_day_end_of_year(gint32 day);
/* Splits the day into year, month (1 … 12) and day of the month; each pointer may be NULL. */
void relata_day_split(gint32 day, int *year, int *month, int *day_of_month);
/* Returns the day of a date; month is 1 … 12, day_of_month 1 … 31. A year too far away gives the open end. */
gint32 relata_day_of(int year, int month, int day_of_month);
/* Returns the day in words: "26 August 2021", "15 March 44 BC". Newly allocated; free with g_free(). */
char *relata_day_in_words(gint32 day);
/* Returns the year in words: "2021", "AD 79", "44 BC" for -43, "the year 170000". Newly allocated; free with
 * g_free(). */
char *relata_year_in_words(int year);
/* Returns the day as EDTF: "2021-08-26", or only the year, "Y170000", where it has more than four digits, for
 * EDTF names no days of such years. Newly allocated; free with g_free(). */
char *relata_day_to_edtf(gint32 day);

/* Compares by earliest beginning, then earliest end, then text; unset dates come last. */
int relata_date_compare(const RelataDate *a, const RelataDate *b);
/* Returns the date in words, for captions, sentences and parentheses: "26 August 2021", "about August 2021",
 * "summer 2021", "winter 2021–22", "44 BC", "AD 79", "the year 170000", "1 January – 11 August 2021", "the
 * 2010s" for 201X. The
 * four kinds of interval with one end are "since 2014 and still when published" (2014/..), "from 2014 to an
 * unknown date" (2014/), "always until 2016" (../2016) and "from an unknown date to 2016" (/2016). An unset
 * date is "undated". Newly allocated; free with g_free(). */
char *relata_date_in_words(const RelataDate *date);
/* Returns the date in words where it is a question's, to which open and unknown ends are the same: "since
 * 2014" and "until 2016"; else as relata_date_in_words(). Newly allocated; free with g_free(). */
char *relata_date_asked_in_words(const RelataDate *date);

RELATA_END_DECLS

#endif
