/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One end of an EDTF date in its parts, which date.c makes days of and date_words.c words. */
#ifndef RELATA_TEXT_DATE_INTERNAL_H
#define RELATA_TEXT_DATE_INTERNAL_H

#include "text/date.h"

/* The least and the greatest value that a part may have. They differ where digits are written X. */
typedef struct {
  gint64 low, high;
} RelataDateRange;

/* What a point names, and with it the unit of its precision. */
typedef enum {
  RELATA_DATE_YEAR, /* also 201X, 20XX, 2021-XX and 2021-XX-XX */
  RELATA_DATE_SEASON,
  RELATA_DATE_MONTH, /* also 2021-08-XX */
  RELATA_DATE_DAY
} RelataDatePrecision;

typedef struct {
  RelataDatePrecision precision;
  RelataDateRange year;  /* astronomical: 0 is 1 BC */
  gint64 years;          /* how many a year with X may be, a power of ten; 1 where it has none */
  RelataDateRange month; /* the months of the season, or of the year, where none is named */
  RelataDateRange day;   /* 1 … 31 where none is named; 31 is the last of a shorter month */
  guint flags;           /* of its qualifier */
} RelataDatePoint;

/* Reads YYYY[-MM[-DD[T…]]], YYYY-SS or Y…, each with or without a qualifier, from *at and leaves *at behind
 * it. On failure *at is the wrong character and *expected says what should stand there. */
gboolean relata_date_point_parse(const char **at, RelataDatePoint *point, const char **expected);

/* The first and the last day that a point may mean, and those where its doubt is counted: one unit of its
 * precision before and after. All of them lie in RELATA_DAY_MIN … RELATA_DAY_MAX. */
typedef struct {
  gint32 first, last;
  gint32 possible_first, possible_last;
} RelataDatePointDays;

RelataDatePointDays relata_date_point_days(const RelataDatePoint *point);

/* Returns how many days the month has; month is 1 … 12. */
int relata_date_days_in_month(gint64 year, int month);

#endif
