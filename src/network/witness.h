/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What one statement says about days, taken by itself.
 *
 * Three readings say how much is presumed. For each of them a statement is true on one stretch of days, and a
 * question about the days q1 … q2 is answered by whether the stretch meets them. */
#ifndef RELATA_NETWORK_WITNESS_H
#define RELATA_NETWORK_WITNESS_H

#include "corpus/corpus.h"

RELATA_BEGIN_DECLS

/* How sure it must be that something held or happened. Each reading includes those before it. */
typedef enum {
  RELATA_SURELY,     /* whatever the dates mean */
  RELATA_PRESUMABLY, /* from the first day that is said, until somebody says otherwise */
  RELATA_POSSIBLY,   /* also before that, where no beginning is said; and within ?, ~ and % */
  RELATA_N_READINGS
} RelataReading;

const char *relata_reading_name(RelataReading reading); /* "surely", "presumably", "possibly" */

/* A stretch of days. It meets the days q1 … q2 where first ≤ q2 and q1 ≤ last. `last` may lie before `first`:
 * "some day of 2021" surely meets only questions about days that include all of 2021. */
typedef struct {
  gint32 first, last;
} RelataDays;

#define RELATA_NO_DAYS  ((RelataDays){RELATA_DAY_MAX, RELATA_DAY_MIN})
#define RELATA_ALL_DAYS ((RelataDays){RELATA_DAY_MIN, RELATA_DAY_MAX})

static inline gboolean
relata_days_meet(RelataDays days, gint32 first, gint32 last)
{
  return days.first <= last && first <= days.last &&
         !(days.first == RELATA_DAY_MAX && days.last == RELATA_DAY_MIN);
}

/* Returns whether what is said with one certainty can end what is said with another. What is no more than
 * possible ends only what is itself no more than possible: a doubt, a guess or a question disputes what
 * somebody holds to be so, but does not end it. What is probable ends also what is certain. */
static inline gboolean
relata_certainty_ends(RelataCertainty breaker, RelataCertainty broken)
{
  return breaker >= MIN(broken, RELATA_PROBABLE);
}

/* When a state held, as one statement says. It began within begin_min … begin_max and did not end before
 * end_min. It ended by end_max, which is RELATA_DAY_MAX where no end is said. */
typedef struct {
  gint32 begin_min, begin_max, end_min, end_max;
  gint32 begin_possible, end_possible; /* begin_min and end_max, widened by one unit where ?, ~ or % stands */
  gint32 seen_until; /* the last day on which "still" may have been said; RELATA_DAY_MIN where it was not */
  gboolean dated;    /* FALSE: neither it nor its document has a date; the days mean nothing */
  gboolean says_begin, says_end;
} RelataWitness;

/* Reads a statement of a state. A date without a slash attests the state: it held on some day within the
 * date, not after the document was published. A statement without a date attests it for the day of
 * publication. "a/.." says that it still held when the document was published. O(1). */
RelataWitness relata_witness_of(const RelataCorpus *corpus, const RelataStatement *said);

/* Returns the last day that the witness may speak of. What lies wholly after it begins later. O(1). */
gint32 relata_witness_end(const RelataWitness *witness);

/* Returns the stretch of a state. until: the last day before it was said to be over, by others;
 * RELATA_DAY_MAX where nobody says so. is_first: possible also before, because no claim of the tie says when
 * it began and none is earlier. */
RelataDays relata_witness_days(const RelataWitness *witness, RelataReading reading, gint32 until,
                               gboolean is_first);

/* Returns the stretch of something that happened once: with `by`, the days by which it had happened, else the
 * days on which it may have happened. An event without a date happened by the day its document was published.
 */
RelataDays relata_event_days(const RelataCorpus *corpus, const RelataStatement *said, RelataReading reading,
                             gboolean by);

/* Returns whether the statement has a date of its own or from its document's publication. */
gboolean relata_statement_is_dated(const RelataCorpus *corpus, const RelataStatement *said);

RELATA_END_DECLS

#endif
