/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Dates as tables and databases write them → EDTF (text/date.h). Month names are English, whatever the
 * locale. Day and month are never guessed: 03/04/2021 is read by a stated pattern only. */
#ifndef RELATA_TEXT_DATE_PATTERN_H
#define RELATA_TEXT_DATE_PATTERN_H

#include "text/export.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  RELATA_WRITTEN_DATE,    /* *edtf is the date */
  RELATA_WRITTEN_NOTHING, /* empty, or zeros only: there is no date */
  RELATA_WRITTEN_OTHER    /* this is no date of that form */
} RelataWritten;

/* Reads a date by a pattern of strptime(3): %Y %y %m %d %e %b %B %H %M %S %f (a fraction of a second) %z and
 * %%, all else as it stands; blanks match any blanks. Parts that are zero are unknown: 2005-00-00 is 2005,
 * and so is 2005 where the pattern has only %Y. %y is of 1969 … 2068, as in POSIX. *edtf is newly allocated,
 * NULL where it is no date; *timed is set to TRUE where a time of day was dropped, and left as it is
 * elsewhere. O(length). */
RelataWritten relata_date_by_pattern(const char *text, const char *pattern, char **edtf, gboolean *timed);

/* Reads a date whose form is not stated: EDTF, or one of the forms that have one meaning only (20250131, 3
 * January 2025, 23-MAR-2006, 2025/01/31, with a time of day or without). As relata_date_by_pattern(). */
RelataWritten relata_date_by_form(const char *text, char **edtf, gboolean *timed);

/* Returns whether a pattern holds only what relata_date_by_pattern() knows, and at least a year. Where it
 * does not, *wrong is where it is not understood, or its end. */
gboolean relata_date_pattern_is_valid(const char *pattern, const char **wrong);

/* Returns the EDTF interval of a beginning and an end, each a date, "..", "" or NULL: "2015/2021", "2015/",
 * "/2021"; NULL where both are missing. Newly allocated. */
char *relata_date_interval(const char *begin, const char *end);

/* Sets *edtf to the date of something that began and ended as written: the interval, but the one date where
 * both are the same and it is no state; NULL where neither is known, or only that it goes on (".."). FALSE,
 * with *edtf NULL, where it would end before it began. Newly allocated. */
gboolean relata_date_period(const char *begin, const char *end, gboolean state, char **edtf);

G_END_DECLS

#endif
