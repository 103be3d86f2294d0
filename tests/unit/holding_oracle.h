/* SPDX-License-Identifier: GPL-2.0-or-later */
/* When claims hold, by loops over all claims: what network/holding.h finds by sorting. It is written from the
 * rules as people read them (the manual's table of dates), question by question, and shares nothing with the
 * program but the days of a date, which have tests of their own. */
#ifndef RELATA_TESTS_HOLDING_ORACLE_H
#define RELATA_TESTS_HOLDING_ORACLE_H

#include "corpus/corpus.h"
#include "network/witness.h"

#define ORACLE_ALL_TYPES G_MAXUINT

typedef struct {
  guint parent; /* RELATA_NONE */
  gboolean symmetric, event;
  guint ends_pair, ends_to; /* types, as bits */
} OracleType;

typedef struct {
  guint type, from, to;
  gboolean denies, unheard; /* unheard: a filter of evidence leaves it out */
  guint doubt;              /* 0: certain, 1: probable, 2: possible */
  RelataDate when, published;
} OracleClaim;

typedef struct {
  const OracleType *types;
  const OracleClaim *claims;
  guint n_claims;
} OracleTimes;

/* What a claim says by itself: the state began within b1 … b2 and ended within e1 … e2. */
typedef struct {
  gint32 b1, b2, e1, e2;
  gboolean states_begin, states_end;
} OracleSpan;

static inline gboolean
oracle_dated(const OracleClaim *claim)
{
  return claim->when.edtf != NULL || claim->published.edtf != NULL;
}

/* Its own date, or else its document's. */
static inline const RelataDate *
oracle_told(const OracleClaim *claim)
{
  return claim->when.edtf != NULL ? &claim->when : &claim->published;
}

static inline gboolean
oracle_attests(const OracleClaim *claim)
{
  return claim->when.edtf == NULL || (claim->when.flags & RELATA_DATE_INTERVAL) == 0;
}

static inline gboolean
oracle_has(const OracleClaim *claim, guint flag)
{
  return claim->when.edtf != NULL && (claim->when.flags & flag) != 0;
}

static inline gint32
oracle_cut(const OracleClaim *claim, gint32 day)
{
  return MIN(day, claim->published.end_max);
}

/* Nobody tells of what is not yet: of a document that speaks of the past, all is over by its publication. It
 * speaks of the future where anything begins, or is said to end, wholly later. */
static inline gboolean
oracle_is_past(const OracleClaim *claim)
{
  const RelataDate *date = oracle_told(claim);
  const gboolean ends = !oracle_has(claim, RELATA_DATE_OPEN_END | RELATA_DATE_UNKNOWN_END);
  return claim->published.edtf != NULL && date->begin_min <= claim->published.end_max &&
         (!ends || date->end_min <= claim->published.end_max);
}

/* By the rows of the table. */
static inline OracleSpan
oracle_span(const OracleClaim *claim)
{
  const RelataDate *date = oracle_told(claim);
  const gboolean past = oracle_is_past(claim);
  const gint32 a = date->begin_min, e1 = date->end_min;
  const gint32 b2 = past ? oracle_cut(claim, date->begin_max) : date->begin_max;
  const gint32 z = past ? oracle_cut(claim, date->end_max) : date->end_max;
  if (oracle_attests(claim))
    return (OracleSpan){a, z, a, RELATA_DAY_MAX, FALSE, FALSE};
  if (oracle_has(claim, RELATA_DATE_OPEN_END))
    return (OracleSpan){a, b2, past ? MAX(a, claim->published.begin_min) : a, RELATA_DAY_MAX, TRUE, FALSE};
  if (oracle_has(claim, RELATA_DATE_UNKNOWN_END))
    return (OracleSpan){a, b2, a, RELATA_DAY_MAX, TRUE, FALSE};
  if (oracle_has(claim, RELATA_DATE_OPEN_BEGIN))
    return (OracleSpan){RELATA_DAY_MIN, RELATA_DAY_MIN, e1, z, TRUE, TRUE};
  if (oracle_has(claim, RELATA_DATE_UNKNOWN_BEGIN))
    return (OracleSpan){RELATA_DAY_MIN, z, e1, z, FALSE, TRUE};
  return (OracleSpan){a, b2, e1, z, TRUE, TRUE};
}

/* The last day that it may speak of. "Still" is said on the day of publication. */
static inline gint32
oracle_last_spoken(const OracleClaim *claim)
{
  const OracleSpan span = oracle_span(claim);
  if (span.states_end)
    return span.e2;
  return oracle_has(claim, RELATA_DATE_OPEN_END) && oracle_is_past(claim) ? claim->published.end_max
                                                                          : span.b2;
}

/* ── Breakers ────────────────────────────────────────────────────────────────────────────── */

static inline gboolean
oracle_is_kind(const OracleTimes *times, guint type, guint of)
{
  for (; type != RELATA_NONE; type = times->types[type].parent)
    if (type == of)
      return TRUE;
  return FALSE;
}

/* Whether the two speak of the same actors, in either order where one of the types knows no order. */
static inline gboolean
oracle_same_ends(const OracleTimes *times, const OracleClaim *one, const OracleClaim *other)
{
  const gboolean turned = times->types[one->type].symmetric || times->types[other->type].symmetric;
  return (one->from == other->from && one->to == other->to) ||
         (turned && one->from == other->to && one->to == other->from);
}

/* Whether `ender`, or what it is a kind of, lists the type, or what that is a kind of. */
static inline gboolean
oracle_lists(const OracleTimes *times, guint ender, guint type, gboolean to)
{
  for (; ender != RELATA_NONE; ender = times->types[ender].parent) {
    const guint listed = to ? times->types[ender].ends_to : times->types[ender].ends_pair;
    if (listed == ORACLE_ALL_TYPES)
      return TRUE;
    for (guint of = type; of != RELATA_NONE; of = times->types[of].parent)
      if ((listed >> of & 1) != 0)
        return TRUE;
  }
  return FALSE;
}

static inline gboolean
oracle_touches(const OracleClaim *claim, guint actor)
{
  return claim->from == actor || claim->to == actor;
}

static inline gboolean
oracle_ends_it(const OracleTimes *times, const OracleClaim *ender, const OracleClaim *claim)
{
  if (oracle_lists(times, ender->type, claim->type, FALSE) && oracle_touches(claim, ender->from) &&
      oracle_touches(claim, ender->to) && (ender->from != ender->to || claim->from == claim->to))
    return TRUE;
  return oracle_lists(times, ender->type, claim->type, TRUE) &&
         (oracle_touches(claim, ender->to) ||
          (times->types[ender->type].symmetric && oracle_touches(claim, ender->from)));
}

/* The first day that something is said to have happened. */
static inline gint32
oracle_first_stated(const OracleClaim *claim)
{
  const RelataDate *date = oracle_told(claim);
  const gboolean no_begin = oracle_has(claim, RELATA_DATE_OPEN_BEGIN | RELATA_DATE_UNKNOWN_BEGIN);
  return no_begin ? date->end_min : date->begin_min;
}

/* Whether `other` breaks the claim from a day on that lies after the last that the claim speaks of, and not
 * after `day`. A denial does so from its first day on; an end, or what ends it, from the day after. */
static inline gboolean
oracle_breaks(const OracleTimes *times, const OracleClaim *claim, const OracleClaim *other, gint32 day)
{
  if (other == claim || other->unheard || !oracle_dated(other))
    return FALSE;
  if (other->doubt == 2 && claim->doubt < 2) /* what is only possible disputes what is more than that */
    return FALSE;
  const gint32 spoken = oracle_last_spoken(claim);
  const gboolean state = !times->types[other->type].event;
  const gboolean same = state && oracle_same_ends(times, claim, other);
  const OracleSpan span = oracle_span(other);
  if (claim->denies)
    return !other->denies && same && oracle_is_kind(times, other->type, claim->type) && span.b1 > spoken &&
           span.b1 <= day;
  const gboolean includes = same && oracle_is_kind(times, claim->type, other->type);
  if (other->denies)
    return includes && span.b1 > spoken && span.b1 <= day;
  if (includes && span.states_end && span.e1 >= spoken && span.e1 < day)
    return TRUE;
  const gint32 first = oracle_first_stated(other);
  return first >= spoken && first < day && oracle_ends_it(times, other, claim);
}

static inline gboolean
oracle_broken(const OracleTimes *times, const OracleClaim *claim, gint32 day)
{
  for (guint i = 0; i < times->n_claims; i++)
    if (oracle_breaks(times, claim, &times->claims[i], day))
      return TRUE;
  return FALSE;
}

/* ── Questions ───────────────────────────────────────────────────────────────────────────── */

/* The latest day on which it may have begun and the earliest on which it may have ended; where they are in
 * the wrong order, it is on some day between them. It is sure of the days that meet them however they lie.
 * Never sure: the last and the first of all days. */
static inline void
oracle_extremes(const OracleTimes *times, const OracleClaim *claim, gint32 *begun, gint32 *not_ended)
{
  *begun = RELATA_DAY_MAX;
  *not_ended = RELATA_DAY_MIN;
  if (!oracle_dated(claim))
    return;
  const OracleSpan span = oracle_span(claim);
  *begun = span.b2;
  *not_ended = span.e1;
  if (!times->types[claim->type].event)
    return;
  /* An event happened once: on any day of all that its date covers. */
  *begun = span.states_end ? span.e2 : span.b2;
  *not_ended = claim->when.edtf == NULL ? RELATA_DAY_MIN : oracle_first_stated(claim);
}

static inline gboolean
oracle_surely(const OracleTimes *times, const OracleClaim *claim, gint32 q1, gint32 q2)
{
  gint32 begun, not_ended;
  oracle_extremes(times, claim, &begun, &not_ended);
  if (begun == RELATA_DAY_MAX && not_ended == RELATA_DAY_MIN)
    return FALSE;
  if (begun <= not_ended)
    return MAX(begun, q1) <= MIN(not_ended, q2); /* a day that it surely lasted is asked about */
  return q1 <= not_ended && begun <= q2;         /* all days on which it may have been are asked about */
}

/* Whether it is the first that is told of its tie, and nobody says when that began. */
static inline gboolean
oracle_is_first(const OracleTimes *times, const OracleClaim *claim)
{
  for (guint i = 0; i < times->n_claims; i++) {
    const OracleClaim *other = &times->claims[i];
    if (other->unheard || !oracle_dated(other) || other->type != claim->type ||
        other->denies != claim->denies || !oracle_same_ends(times, claim, other))
      continue;
    if (oracle_span(other).states_begin || oracle_span(other).b1 < oracle_span(claim).b1)
      return FALSE;
  }
  return TRUE;
}

static inline gint32
oracle_last_possible(const OracleClaim *claim)
{
  const gint32 last = oracle_told(claim)->end_possible;
  return oracle_is_past(claim) ? oracle_cut(claim, last) : last;
}

static inline gboolean
oracle_state(const OracleTimes *times, const OracleClaim *claim, RelataReading reading, gint32 q1, gint32 q2)
{
  const OracleSpan span = oracle_span(claim);
  if (reading == RELATA_SURELY)
    return oracle_surely(times, claim, q1, q2);
  if (reading == RELATA_PRESUMABLY)
    return span.b1 <= q2 && (!span.states_end || q1 <= span.e2) && !oracle_broken(times, claim, q1);
  return (oracle_told(claim)->begin_possible <= q2 || oracle_is_first(times, claim)) &&
         (!span.states_end || q1 <= oracle_last_possible(claim)) && !oracle_broken(times, claim, q1);
}

/* Whether an event had happened by the last day that is asked about. */
static inline gboolean
oracle_happened_by(const OracleClaim *claim, RelataReading reading, gint32 q2)
{
  const RelataDate *date = oracle_told(claim);
  const gboolean open_begin = oracle_has(claim, RELATA_DATE_OPEN_BEGIN | RELATA_DATE_UNKNOWN_BEGIN);
  const OracleSpan span = oracle_span(claim);
  if (reading == RELATA_SURELY)
    return (span.states_end ? span.e2 : span.b2) <= q2;
  if (reading == RELATA_PRESUMABLY)
    return oracle_first_stated(claim) <= q2;
  return claim->when.edtf == NULL || open_begin || date->begin_possible <= q2;
}

static inline gboolean
oracle_happened_in(const OracleTimes *times, const OracleClaim *claim, RelataReading reading, gint32 q1,
                   gint32 q2)
{
  const gboolean open_end = oracle_has(claim, RELATA_DATE_OPEN_END | RELATA_DATE_UNKNOWN_END);
  if (reading == RELATA_SURELY)
    return oracle_surely(times, claim, q1, q2);
  if (reading == RELATA_POSSIBLY)
    return oracle_happened_by(claim, reading, q2) && (open_end || q1 <= oracle_last_possible(claim));
  const OracleSpan span = oracle_span(claim);
  return oracle_first_stated(claim) <= q2 && (open_end || q1 <= (span.states_end ? span.e2 : span.b2));
}

/* Whether the claim holds on the days from q1 to q2, or (by: an event) had happened by then. */
static inline gboolean
oracle_holds(const OracleTimes *times, const OracleClaim *claim, RelataReading reading, gboolean by,
             gint32 q1, gint32 q2)
{
  if (!oracle_dated(claim))
    return reading != RELATA_SURELY;
  if (!times->types[claim->type].event)
    return oracle_state(times, claim, reading, q1, q2);
  return by ? oracle_happened_by(claim, reading, q2) : oracle_happened_in(times, claim, reading, q1, q2);
}

/* ── Verdicts ────────────────────────────────────────────────────────────────────────────── */

/* Whether two claims of a tie contradict each other: both may speak of the same day, or, of a state, neither
 * ends the other, so that both presumably hold on the first day of the later. */
static inline gboolean
oracle_contradict(const OracleTimes *times, const OracleClaim *one, const OracleClaim *other)
{
  const OracleClaim *const both[] = {one, other};
  gint32 first[2], last[2];
  for (guint i = 0; i < 2; i++) {
    const OracleClaim *claim = both[i];
    if (!oracle_dated(claim))
      return TRUE;
    const gboolean open_begin = oracle_has(claim, RELATA_DATE_OPEN_BEGIN | RELATA_DATE_UNKNOWN_BEGIN);
    const gboolean open_end = oracle_has(claim, RELATA_DATE_OPEN_END | RELATA_DATE_UNKNOWN_END);
    first[i] = oracle_span(claim).b1;
    last[i] = oracle_last_spoken(claim);
    if (!times->types[claim->type].event)
      continue;
    first[i] = open_begin || claim->when.edtf == NULL ? RELATA_DAY_MIN : claim->when.begin_possible;
    last[i] = open_end ? RELATA_DAY_MAX : oracle_last_possible(claim);
  }
  if (first[0] <= last[1] && first[1] <= last[0])
    return TRUE;
  const gint32 day = MAX(first[0], first[1]);
  return !times->types[one->type].event && oracle_state(times, one, RELATA_PRESUMABLY, day, day) &&
         oracle_state(times, other, RELATA_PRESUMABLY, day, day);
}

#endif
