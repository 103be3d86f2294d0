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
                           .dated = TRUE,
                           .says_begin = (date->flags & RELATA_DATE_UNKNOWN_BEGIN) == 0,
                           .says_end = (date->flags & no_end) == 0};
  if (!witness.says_end)
    witness.end_min = date->begin_min;
  return witness;
}

RelataWitness
relata_witness_of(const RelataCorpus *corpus, const RelataStatement *said)
{
  g_return_val_if_fail(corpus != NULL && said != NULL, (RelataWitness){0});
  const RelataDate *when = &said->when, *publication = published(corpus, said);
  if (!relata_date_is_set(when))
    return publication != NULL ? attesting(publication) : (RelataWitness){0};
  const gboolean still = (when->flags & RELATA_DATE_OPEN_END) != 0;
  const gboolean tells = (when->flags & RELATA_DATE_INTERVAL) != 0;
  RelataWitness witness = tells ? telling(when) : attesting(when);
  if (publication == NULL || (tells && !still))
    return witness;
  /* A document tells of what was, so the state was seen by the day of publication; unless the whole date lies
   * later, because the document speaks of the future. */
  if (witness.begin_min <= publication->end_max)
    witness.begin_max = MIN(witness.begin_max, publication->end_max);
  if (still)
    witness.end_min = MAX(witness.end_min, publication->begin_min);
  return witness;
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

/* Returns the last day on which an event can have happened: where its end is open, the last day of its
 * beginning. */
static gint32
last_stated(const RelataDate *date)
{
  return date->end_max == RELATA_DAY_MAX ? date->begin_max : date->end_max;
}

/* What is dated with a slash went on from the one end to the other: as of a state, it is sure that it still
 * did when its document was published. "../b" only says that it was over by then. */
static RelataDays
surely_happened_in(const RelataCorpus *corpus, const RelataStatement *said)
{
  const RelataDate *date = &said->when;
  if ((date->flags & RELATA_DATE_INTERVAL) == 0)
    return (RelataDays){date->end_max, date->begin_min};
  const RelataWitness witness = relata_witness_of(corpus, said);
  const gboolean open = (date->flags & RELATA_DATE_OPEN_BEGIN) != 0;
  return (RelataDays){open ? date->end_max : witness.begin_max, witness.end_min};
}

static RelataDays
happened_in(const RelataCorpus *corpus, const RelataStatement *said, RelataReading reading)
{
  const RelataDate *date = &said->when;
  switch (reading) {
  case RELATA_SURELY:
    return surely_happened_in(corpus, said);
  case RELATA_PRESUMABLY:
    return (RelataDays){first_stated(date), date->end_max};
  case RELATA_POSSIBLY:
  default:
    return (RelataDays){date->begin_possible, date->end_possible};
  }
}

/* An event whose document alone has a date happened by then. */
static RelataDays
happened_before(const RelataDate *publication, RelataReading reading)
{
  switch (reading) {
  case RELATA_SURELY:
    return RELATA_NO_DAYS;
  case RELATA_PRESUMABLY:
    return (RelataDays){publication->begin_min, publication->end_max};
  case RELATA_POSSIBLY:
  default:
    return (RelataDays){RELATA_DAY_MIN, publication->end_possible};
  }
}

RelataDays
relata_event_days(const RelataCorpus *corpus, const RelataStatement *said, RelataReading reading, gboolean by)
{
  g_return_val_if_fail(corpus != NULL && said != NULL, RELATA_NO_DAYS);
  const RelataDate *publication = published(corpus, said);
  const gboolean own = relata_date_is_set(&said->when);
  if (!own && publication == NULL)
    return reading == RELATA_SURELY ? RELATA_NO_DAYS : RELATA_ALL_DAYS;
  RelataDays days = own ? happened_in(corpus, said, reading) : happened_before(publication, reading);
  if (!by)
    return days;
  if (reading == RELATA_SURELY)
    days.first = own ? last_stated(&said->when) : publication->end_max;
  days.last = RELATA_DAY_MAX;
  return days;
}
