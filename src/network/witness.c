/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "network/witness.h"

const char *
relata_reading_name(RelataReading reading)
{
  static const char *const names[RELATA_N_READINGS] = {"surely", "presumably", "possibly"};
  g_return_val_if_fail((guint)reading < RELATA_N_READINGS, NULL);
  return names[reading];
}

/* Returns the date of publication, or NULL where it is not known. */
static const RelataDate *
published(const RelataCorpus *corpus, const RelataStatement *said)
{
  if (said->document == RELATA_NONE)
    return NULL;
  const RelataDate *date = &relata_corpus_document(corpus, said->document)->published;
  return relata_date_is_set(date) ? date : NULL;
}

gboolean
relata_statement_is_dated(const RelataCorpus *corpus, const RelataStatement *said)
{
  g_return_val_if_fail(corpus != NULL && said != NULL, FALSE);
  return relata_date_is_set(&said->when) || published(corpus, said) != NULL;
}

/* ── States ──────────────────────────────────────────────────────────────────────────────── */

/* A witness that saw the state on some day of a date. */
static RelataWitness
attesting(const RelataDate *date)
{
  return (RelataWitness){.begin_min = date->begin_min,
                         .begin_max = date->end_max,
                         .end_min = date->begin_min,
                         .end_max = RELATA_DAY_MAX,
                         .begin_possible = date->begin_possible,
                         .end_possible = RELATA_DAY_MAX,
                         .seen_until = RELATA_DAY_MIN,
                         .dated = TRUE};
}

/* A witness that says when the state began or ended. */
static RelataWitness
telling(const RelataDate *date)
{
  const guint no_end = RELATA_DATE_OPEN_END | RELATA_DATE_UNKNOWN_END;
  RelataWitness witness = {.begin_min = date->begin_min,
                           .begin_max = date->begin_max,
                           .end_min = date->end_min,
                           .end_max = date->end_max,
                           .begin_possible = date->begin_possible,
                           .end_possible = date->end_possible,
                           .seen_until = RELATA_DAY_MIN,
                           .dated = TRUE,
                           .says_begin = (date->flags & RELATA_DATE_UNKNOWN_BEGIN) == 0,
                           .says_end = (date->flags & no_end) == 0};
  if (!witness.says_end)
    witness.end_min = date->begin_min;
  return witness;
}

/* A document tells of what was: nothing that it tells happened after its publication. Unless it begins later,
 * or is said to end later, because then the document speaks of the future. */
static gboolean
tells_of_the_past(const RelataDate *when, const RelataDate *publication)
{
  const gboolean ends = (when->flags & RELATA_DATE_INTERVAL) != 0 && when->end_max != RELATA_DAY_MAX;
  return when->begin_min <= publication->end_max && (!ends || when->end_min <= publication->end_max);
}

RelataWitness
relata_witness_of(const RelataCorpus *corpus, const RelataStatement *said)
{
  g_return_val_if_fail(corpus != NULL && said != NULL, (RelataWitness){0});
  const RelataDate *when = &said->when, *publication = published(corpus, said);
  if (!relata_date_is_set(when))
    return publication != NULL ? attesting(publication) : (RelataWitness){0};
  const gboolean tells = (when->flags & RELATA_DATE_INTERVAL) != 0;
  RelataWitness witness = tells ? telling(when) : attesting(when);
  if (publication == NULL || !tells_of_the_past(when, publication))
    return witness;
  witness.begin_max = MIN(witness.begin_max, publication->end_max);
  if (witness.says_end) {
    witness.end_max = MIN(witness.end_max, publication->end_max);
    witness.end_possible = MIN(witness.end_possible, publication->end_max);
  }
  if ((when->flags & RELATA_DATE_OPEN_END) != 0) {
    witness.end_min = MAX(witness.end_min, publication->begin_min);
    witness.seen_until = publication->end_max;
  }
  return witness;
}

gint32
relata_witness_end(const RelataWitness *witness)
{
  g_return_val_if_fail(witness != NULL, RELATA_DAY_MAX);
  if (witness->says_end)
    return witness->end_max;
  return MAX(MAX(witness->begin_max, witness->end_min), witness->seen_until);
}

RelataDays
relata_witness_days(const RelataWitness *witness, RelataReading reading, gint32 until, gboolean is_first)
{
  g_return_val_if_fail(witness != NULL, RELATA_NO_DAYS);
  if (!witness->dated)
    return reading == RELATA_SURELY ? RELATA_NO_DAYS : RELATA_ALL_DAYS;
  switch (reading) {
  case RELATA_SURELY:
    return (RelataDays){witness->begin_max, witness->end_min};
  case RELATA_PRESUMABLY:
    return (RelataDays){witness->begin_min, MIN(witness->end_max, until)};
  case RELATA_POSSIBLY:
  default:
    return (RelataDays){is_first ? RELATA_DAY_MIN : witness->begin_possible,
                        MIN(witness->end_possible, until)};
  }
}

/* ── Events ──────────────────────────────────────────────────────────────────────────────── */

/* Returns the first day that is said of an event: where its beginning is open, the first day of its end. */
static gint32
first_stated(const RelataDate *date)
{
  return date->begin_min == RELATA_DAY_MIN ? date->end_min : date->begin_min;
}

/* What happened once, as one statement says. */
typedef struct {
  RelataDays surely, presumably, possibly; /* on which days it happened */
  gint32 by;                               /* the day by which it has surely happened */
} Happening;

/* Of an interval too, an event happened once, on some day of it. */
static Happening
happening_at(const RelataDate *date, const RelataDate *publication)
{
  const gboolean no_begin = (date->flags & (RELATA_DATE_OPEN_BEGIN | RELATA_DATE_UNKNOWN_BEGIN)) != 0;
  const gboolean no_end = (date->flags & (RELATA_DATE_OPEN_END | RELATA_DATE_UNKNOWN_END)) != 0;
  gint32 last = no_end ? date->begin_max : date->end_max, last_possible = date->end_possible;
  if (publication != NULL && tells_of_the_past(date, publication)) {
    last = MIN(last, publication->end_max);
    last_possible = no_end ? last_possible : MIN(last_possible, publication->end_max);
  }
  return (Happening){.surely = {last, first_stated(date)},
                     .presumably = {first_stated(date), no_end ? RELATA_DAY_MAX : last},
                     .possibly = {no_begin ? RELATA_DAY_MIN : date->begin_possible, last_possible},
                     .by = last};
}

/* An event whose document alone has a date happened by then. */
static Happening
happening_before(const RelataDate *publication)
{
  return (Happening){.surely = {publication->end_max, RELATA_DAY_MIN},
                     .presumably = {publication->begin_min, publication->end_max},
                     .possibly = {RELATA_DAY_MIN, publication->end_max},
                     .by = publication->end_max};
}

RelataDays
relata_event_days(const RelataCorpus *corpus, const RelataStatement *said, RelataReading reading, gboolean by)
{
  g_return_val_if_fail(corpus != NULL && said != NULL && (guint)reading < RELATA_N_READINGS, RELATA_NO_DAYS);
  const RelataDate *publication = published(corpus, said);
  if (!relata_statement_is_dated(corpus, said))
    return reading == RELATA_SURELY ? RELATA_NO_DAYS : RELATA_ALL_DAYS;
  const Happening happening = relata_date_is_set(&said->when) ? happening_at(&said->when, publication)
                                                              : happening_before(publication);
  RelataDays days = reading == RELATA_SURELY       ? happening.surely
                    : reading == RELATA_PRESUMABLY ? happening.presumably
                                                   : happening.possibly;
  if (!by)
    return days;
  if (reading == RELATA_SURELY)
    days.first = happening.by;
  days.last = RELATA_DAY_MAX;
  return days;
}
