/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows of hops in a random world, tried one after the other: each is walked with what may be left of the
 * pattern (pattern_oracle.h), and they are sorted as path.h says. */
#ifndef RELATA_TESTS_PATH_ROWS_H
#define RELATA_TESTS_PATH_ROWS_H

#include "paths/path.h"
#include "pattern_oracle.h"

#define ORACLE_LONGEST 8      /* rows that are tried */
#define ORACLE_BUDGET  300000 /* hops that are tried */
#define ORACLE_EQUAL   1e-9   /* of logarithms */
#define ORACLE_NOTHING -900.0 /* the logarithm of 0, which is less than that of any other product */

/* A question in terms of actors of the world. */
typedef struct {
  guint from, to, max_hops, count, groups;
  RelataPathMode mode;
  RelataPathSelector selector;
  gboolean directed;
  guint n_via, n_avoid;
  guint via[4], avoid[WORLD_MAX_ACTORS];
  RelataPathOrder order;
  gboolean in_order;
  RelataReading reading;  /* of the dates, for in_order */
  OraclePattern *pattern; /* or NULL */
} WorldQuery;

typedef struct {
  guint n_hops;
  guint actors[ORACLE_LONGEST + 1];
  guint ties[ORACLE_LONGEST];
  gboolean forward[ORACLE_LONGEST];
  double worth;
} Row;

typedef struct {
  const World *world;
  const WorldQuery *query;
  OraclePattern *pattern;
  RelataPathMode mode;                                     /* not the usual one */
  guint longest, exactly;                                  /* hops; exactly: RELATA_NONE for any number */
  double least;                                            /* rows worth less are not looked for */
  Row row;                                                 /* under way */
  GArray *rows;                                            /* of Row */
  guint64 days[WORLD_MAX_CLAIMS], early[WORLD_MAX_CLAIMS]; /* by claim: see oracle_set_days() */
  guint contradictions[WORLD_MAX_CLAIMS];                  /* by tie */
  guint work;
  gboolean gave_up;
} Oracle;

/* ── Ties ────────────────────────────────────────────────────────────────────────────────── */

/* Whether the tie leads on from an actor; to whom, and how. */
static inline gboolean
oracle_hop(const WorldTie *tie, guint actor, guint *to, guint *ways, gboolean *forward)
{
  if (tie->from != actor && tie->to != actor)
    return FALSE;
  const gboolean symmetric = world_types[tie->type].symmetric;
  *to = tie->from == actor ? tie->to : tie->from;
  *forward = symmetric || tie->from == actor;
  *ways = symmetric || tie->from == tie->to ? ORACLE_ALONG | ORACLE_AGAINST
          : *forward                        ? ORACLE_ALONG
                                            : ORACLE_AGAINST;
  return TRUE;
}

static inline guint
oracle_corroboration(const WorldTie *tie)
{
  return (guint)__builtin_popcount(tie->origins);
}

static inline guint
oracle_degree(const World *world, guint actor)
{
  guint neighbours = 0, to, ways;
  gboolean forward;
  for (guint i = 0; i < world->n_ties; i++)
    if (oracle_hop(&world->ties[i], actor, &to, &ways, &forward))
      neighbours |= 1u << to;
  return (guint)__builtin_popcount(neighbours & ~(1u << actor)); /* the others */
}

/* The number of origins that deny a disputed tie, 0 of another. */
static inline guint
oracle_contradiction(const World *world, const OracleTimes *times, const WorldTie *tie)
{
  gboolean disputed = FALSE;
  guint deniers = 0;
  for (guint i = 0; i < times->n_claims; i++) {
    const OracleClaim *denial = &times->claims[i], *first = &times->claims[tie->claims[0]];
    if (!denial->denies || denial->type != tie->type || !oracle_same_ends(times, denial, first))
      continue;
    deniers |= 1u << world_origins[world->claims[i].document];
    for (guint k = 0; k < tie->n_claims; k++)
      disputed = disputed || oracle_contradict(times, denial, &times->claims[tie->claims[k]]);
  }
  return disputed ? (guint)__builtin_popcount(deniers) : 0;
}

/* The worth of a row and a hop after it; more is better. Only what is between the ends counts as a hub, so
 * that a row is charged for an actor when it goes on from there. */
static inline double
oracle_worth(const Oracle *oracle, double worth, const WorldTie *tie, guint from, gboolean first)
{
  const guint yes = oracle_corroboration(tie), no = oracle->contradictions[tie - oracle->world->ties];
  switch (oracle->query->order) {
  case RELATA_ORDER_STRONGEST:
    return MIN(worth, (yes > no ? yes - no : 0) * 10.0 + (double)tie->certainty);
  case RELATA_ORDER_MOST_RELIABLE:
    return fmax(worth + log(tie->confidence * yes / (yes + no)), ORACLE_NOTHING);
  case RELATA_ORDER_AVOID_HUBS:
    return first ? worth : worth - oracle_degree(oracle->world, from);
  case RELATA_ORDER_HOPS:
  default:
    return 0;
  }
}

static inline double
oracle_worth_of_nothing(const Oracle *oracle)
{
  return oracle->query->order == RELATA_ORDER_STRONGEST ? 1e9 : 0;
}

/* ── Time ────────────────────────────────────────────────────────────────────────────────── */

static inline void
oracle_add_day(gint32 *days, guint *n, gint32 day)
{
  guint at = 0;
  while (at < *n && days[at] < day)
    at++;
  if (at < *n && days[at] == day)
    return;
  memmove(days + at + 1, days + at, (*n - at) * sizeof *days);
  days[at] = day;
  (*n)++;
}

static inline void
oracle_add_days(gint32 *days, guint *n, const char *text)
{
  const RelataDate date = world_date(text);
  const gint32 ends[] = {date.begin_min, date.begin_max,      date.end_min,
                         date.end_max,   date.begin_possible, date.end_possible};
  for (guint i = 0; i < G_N_ELEMENTS(ends); i++)
    oracle_add_day(days, n, ends[i]);
}

/* All days that dates name, in order: if hops can be put in order at all, then on these, for what holds on
 * any day does so since one of them. */
static inline const gint32 *
oracle_days(guint *n)
{
  static gint32 days[6 * (G_N_ELEMENTS(world_dates) + WORLD_DOCUMENTS)];
  static guint n_days = 0;
  const gboolean known = n_days > 0;
  for (guint i = 0; !known && i < G_N_ELEMENTS(world_dates); i++)
    oracle_add_days(days, &n_days, world_dates[i]);
  for (guint i = 0; !known && i < WORLD_DOCUMENTS; i++)
    oracle_add_days(days, &n_days, world_published[i]);
  g_assert_cmpuint(n_days, <=, 64);
  *n = n_days;
  return days;
}

/* The days from one to another, as bits. */
static inline guint64
oracle_between(gint32 first, gint32 last)
{
  guint64 between = 0;
  guint n;
  const gint32 *days = oracle_days(&n);
  for (guint i = 0; i < n; i++)
    between |= (guint64)(days[i] >= first && days[i] <= last) << i;
  return between;
}

/* Of `days` those that are not before the first of `before`. */
static inline guint64
oracle_not_before(guint64 days, guint64 before)
{
  return before == 0 ? 0 : days & ~((before & (~before + 1)) - 1);
}

/* Asks on which days each claim holds; where it must be sure, on which it does if it begins as late as it can
 * (`days`) and if it ends as early (`early`). */
static inline void
oracle_set_days(Oracle *oracle, const OracleTimes *times)
{
  const RelataReading reading = oracle->query->reading;
  guint n;
  const gint32 *days = oracle_days(&n);
  for (guint i = 0; i < times->n_claims; i++) {
    gint32 begun, not_ended;
    oracle_extremes(times, &times->claims[i], &begun, &not_ended);
    oracle->days[i] = reading == RELATA_SURELY ? oracle_between(begun, MAX(begun, not_ended)) : 0;
    oracle->early[i] = oracle_between(MIN(begun, not_ended), not_ended);
    for (guint k = 0; reading != RELATA_SURELY && k < n; k++)
      oracle->days[i] |= (guint64)oracle_holds(times, &times->claims[i], reading, FALSE, days[k], days[k])
                         << k;
  }
}

/* Presumably, possibly: some day on which some claim of each hop holds, none before the one before it. */
static inline gboolean
oracle_has_days(const Oracle *oracle, const Row *row)
{
  guint64 days = G_MAXUINT64;
  for (guint i = 0; i < row->n_hops; i++) {
    const WorldTie *tie = &oracle->world->ties[row->ties[i]];
    guint64 here = 0;
    for (guint k = 0; k < tie->n_claims; k++)
      here |= oracle->days[tie->claims[k]];
    days = oracle_not_before(here, days);
  }
  return days != 0;
}

/* Surely: whatever each claim means there are such days. Of what a claim may mean only the extremes are
 * tried: any other meaning leaves more days to one of them. `here` are the days of the claims before that
 * one. Each hop is read by itself, also where a row walks a tie twice. */
static inline gboolean
oracle_is_sure_from(const Oracle *oracle, const Row *row, guint hop, guint claim, guint64 here, guint64 days)
{
  if (hop == row->n_hops)
    return TRUE;
  const WorldTie *tie = &oracle->world->ties[row->ties[hop]];
  if (claim == tie->n_claims) {
    const guint64 now = oracle_not_before(here, days);
    return now != 0 && oracle_is_sure_from(oracle, row, hop + 1, 0, 0, now);
  }
  const guint64 late = oracle->days[tie->claims[claim]], early = oracle->early[tie->claims[claim]];
  return oracle_is_sure_from(oracle, row, hop, claim + 1, here | late, days) &&
         (late == early || oracle_is_sure_from(oracle, row, hop, claim + 1, here | early, days));
}

static inline gboolean
oracle_is_in_order(const Oracle *oracle, const Row *row)
{
  if (!oracle->query->in_order)
    return TRUE;
  return oracle->query->reading == RELATA_SURELY ? oracle_is_sure_from(oracle, row, 0, 0, 0, G_MAXUINT64)
                                                 : oracle_has_days(oracle, row);
}

/* ── Every row ───────────────────────────────────────────────────────────────────────────── */

static inline gboolean
oracle_among(const guint *actors, guint n, guint actor)
{
  for (guint i = 0; i < n; i++)
    if (actors[i] == actor)
      return TRUE;
  return FALSE;
}

static inline void
oracle_keep(Oracle *oracle, guint64 rests)
{
  const WorldQuery *query = oracle->query;
  const Row *row = &oracle->row;
  if (row->actors[row->n_hops] != query->to || !oracle_accepts(oracle->pattern, rests, query->to) ||
      (oracle->exactly != RELATA_NONE && row->n_hops != oracle->exactly))
    return;
  for (guint i = 0; i < query->n_via; i++)
    if (!oracle_among(row->actors, row->n_hops + 1, query->via[i]))
      return;
  if (oracle_is_in_order(oracle, row))
    g_array_append_vals(oracle->rows, row, 1);
}

/* Whether the row may take one more hop in its mode. */
static inline gboolean
oracle_may_come(const Oracle *oracle, const Row *row, guint tie, guint to)
{
  const gboolean again = oracle_among(row->actors, row->n_hops + 1, to);
  switch (oracle->mode) {
  case RELATA_MODE_TRAIL:
    return !oracle_among(row->ties, row->n_hops, tie);
  case RELATA_MODE_ACYCLIC:
    return !again;
  case RELATA_MODE_SIMPLE: /* the first may be the last, and is so once */
    return row->n_hops == 0 || row->actors[row->n_hops] != row->actors[0] ? !again || to == row->actors[0]
                                                                          : FALSE;
  case RELATA_MODE_WALK:
  case RELATA_MODE_USUAL:
  case RELATA_N_MODES:
  default:
    return TRUE;
  }
}

static inline void
oracle_walk(Oracle *oracle, guint64 rests)
{
  const WorldQuery *query = oracle->query;
  Row *row = &oracle->row;
  const guint here = row->actors[row->n_hops];
  oracle_keep(oracle, rests);
  if (row->n_hops == oracle->longest)
    return;
  for (guint i = 0; i < oracle->world->n_ties && !oracle->gave_up; i++) {
    const WorldTie *tie = &oracle->world->ties[i];
    guint to, ways;
    if (!oracle_hop(tie, here, &to, &ways, &row->forward[row->n_hops]) ||
        oracle_among(query->avoid, query->n_avoid, to) || !oracle_may_come(oracle, row, i, to))
      continue;
    const double before = row->worth;
    const guint64 after = oracle_advance(oracle->pattern, rests, here, tie->type, ways);
    row->worth = oracle_worth(oracle, before, tie, here, row->n_hops == 0);
    oracle->gave_up = ++oracle->work > ORACLE_BUDGET;
    if (after != 0 && row->worth >= oracle->least) {
      row->ties[row->n_hops] = i;
      row->actors[++row->n_hops] = to;
      oracle_walk(oracle, after);
      row->n_hops--;
    }
    row->worth = before;
  }
}

static inline gint
oracle_compare_rows(gconstpointer a, gconstpointer b, gpointer data)
{
  const Row *p = a, *q = b;
  const World *world = data;
  if (fabs(p->worth - q->worth) > ORACLE_EQUAL)
    return p->worth > q->worth ? -1 : 1;
  if (p->n_hops != q->n_hops)
    return p->n_hops < q->n_hops ? -1 : 1;
  for (guint i = 0; i < p->n_hops; i++) {
    const WorldTie *s = &world->ties[p->ties[i]], *t = &world->ties[q->ties[i]];
    const int ids = strcmp(world_actors[p->actors[i + 1]], world_actors[q->actors[i + 1]]);
    const int types = strcmp(world_types[s->type].id, world_types[t->type].id);
    if (ids != 0)
      return ids;
    if (oracle_corroboration(s) != oracle_corroboration(t))
      return oracle_corroboration(s) > oracle_corroboration(t) ? -1 : 1;
    if (types != 0)
      return types;
    if (p->forward[i] != q->forward[i])
      return p->forward[i] ? -1 : 1;
  }
  return 0;
}

#endif
