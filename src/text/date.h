/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Dates of a news corpus, in the Extended Date/Time Format (EDTF, Library of Congress 2019; ISO 8601-2):
 * level 0, and the parts of level 1 that name days, months and years.
 *
 * The parser understands: 2021 · 2021-08 · 2021-08-26 · intervals 2021-01-01/2021-08-11 · open and unknown
 * ends ../2021, 2014/.., /2021, 2014/ · qualifiers ? ~ % on each end · unspecified digits 201X, 20XX,
 * 2021-XX, 2021-08-XX. It ignores the time of a date-time. */
#ifndef RELATA_TEXT_DATE_H
#define RELATA_TEXT_DATE_H

#include "text/export.h"

#include <glib.h>

RELATA_BEGIN_DECLS

/* A day is the number of days since 1970-01-01 in the proleptic Gregorian calendar. */
#define RELATA_DAY_MIN G_MININT32 /* an open or unknown beginning */
#define RELATA_DAY_MAX G_MAXINT32 /* an open or unknown end */

enum {
  RELATA_DATE_UNCERTAIN = 1 << 0,   /* ? or % */
  RELATA_DATE_APPROXIMATE = 1 << 1, /* ~ or % */
  RELATA_DATE_INTERVAL = 1 << 2     /* written with a slash */
};

/* When something began and ended. Each of the two lies between an earliest and a latest day. 2021-08
 * says that both lie in August; 2014/.. says that it began in 2014 and goes on. edtf is NULL where no
 * date is known. */
typedef struct {
  const char *edtf; /* as written; owned by the owner of the date's record */
  gint32 begin_min, begin_max;
  gint32 end_min, end_max;
  guint flags;
} RelataDate;

#define RELATA_NO_DATE ((RelataDate){NULL, RELATA_DAY_MIN, RELATA_DAY_MAX, RELATA_DAY_MIN, RELATA_DAY_MAX, 0})

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
/* Returns the day in words: "26 August 2021". Newly allocated; free with g_free(). */
char *relata_day_in_words(gint32 day);
/* Returns the day as EDTF: "2021-08-26". Newly allocated; free with g_free(). */
char *relata_day_to_edtf(gint32 day);

/* Returns whether the two dates may have a day in common. An unset date may share one with every date. */
gboolean relata_date_overlaps(const RelataDate *a, const RelataDate *b);
/* Returns whether the date may have begun by the last day of `by`. TRUE for an unset date. */
gboolean relata_date_begun(const RelataDate *date, const RelataDate *by);
/* Compares by earliest beginning, then earliest end, then text; unset dates come last. */
int relata_date_compare(const RelataDate *a, const RelataDate *b);
/* Returns the date in words, for captions and sentences: "26 August 2021", "about August 2021", "since
 * 2014", "1 January – 11 August 2021"; 201X is "the 2010s"; an unset date is "undated". Newly allocated;
 * free with g_free(). */
char *relata_date_in_words(const RelataDate *date);

RELATA_END_DECLS

#endif
