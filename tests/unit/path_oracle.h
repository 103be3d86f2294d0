/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What path search should answer, by trying every row of hops (path_rows.h). Rows that may come to an actor
 * again have no limit of their own: they are tried by length, or the length of the best is found first, by
 * rounds over (actor, what is left). */
#ifndef RELATA_TESTS_PATH_ORACLE_H
#define RELATA_TESTS_PATH_ORACLE_H

#include "path_rows.h"

/* ── The best of rows that may come to an actor again ────────────────────────────────────── */

typedef struct {
  double worth[WORLD_MAX_ACTORS][ORACLE_MOST];
} Round;

static inline void
oracle_clear(Round *round)
{
  for (guint i = 0; i < WORLD_MAX_ACTORS; i++)
    for (guint k = 0; k < ORACLE_MOST; k++)
      round->worth[i][k] = -INFINITY;
}

/* One hop more: the best that is got to with it, as far as it is better than with fewer. */
static inline gboolean
oracle_next_round(Oracle *oracle, const Round *last, guint hops, Round *best, Round *next)
{
  OraclePattern *pattern = oracle->pattern;
  gboolean better = FALSE;
  oracle_clear(next);
  for (guint actor = 0; actor < oracle->world->n_actors; actor++)
    for (guint rest = 0; rest < pattern->n_rests; rest++) {
      if (last->worth[actor][rest] == -INFINITY)
        continue;
      for (guint i = 0; i < oracle->world->n_ties; i++) {
        const WorldTie *tie = &oracle->world->ties[i];
        guint to, ways;
        gboolean forward;
        if (!oracle_hop(tie, actor, &to, &ways, &forward) ||
            oracle_among(oracle->query->avoid, oracle->query->n_avoid, to))
          continue;
        const guint64 after = oracle_advance(pattern, (guint64)1 << rest, actor, tie->type, ways);
        const double worth = oracle_worth(oracle, last->worth[actor][rest], tie, actor, hops == 1);
        for (guint k = 0; k < pattern->n_rests; k++)
          if ((after >> k & 1) != 0 && worth > best->worth[to][k] + ORACLE_EQUAL) {
            best->worth[to][k] = next->worth[to][k] = worth;
            better = TRUE;
          }
      }
    }
  return better;
}

/* How many hops the best rows have, RELATA_NONE where there are none, and what they are worth. */
static inline guint
oracle_length_of_best(Oracle *oracle, double *worth)
{
  const WorldQuery *query = oracle->query;
  Round last, best, next;
  guint length = RELATA_NONE;
  oracle_clear(&last);
  oracle_clear(&best);
  last.worth[query->from][0] = best.worth[query->from][0] = oracle_worth_of_nothing(oracle);
  *worth = -INFINITY;
  gboolean more = TRUE;
  for (guint hops = 0; more && (query->max_hops == 0 || hops <= query->max_hops); hops++) {
    if (hops > 0) {
      more = oracle_next_round(oracle, &last, hops, &best, &next);
      last = next;
    }
    for (guint rest = 0; rest < oracle->pattern->n_rests; rest++)
      if (last.worth[query->to][rest] > *worth + ORACLE_EQUAL &&
          oracle_accepts(oracle->pattern, (guint64)1 << rest, query->to)) {
        *worth = last.worth[query->to][rest];
        length = hops;
      }
  }
  return length;
}

/* ── The answer ──────────────────────────────────────────────────────────────────────────── */

typedef struct {
  GArray *rows;       /* of Row: as many as are asked for */
  gboolean cut;       /* there are more */
  gboolean cut_known; /* FALSE where that is not known */
  gboolean is_known;  /* FALSE where the oracle gave up: `rows` is empty */
  guint length;       /* then of the first row, where that is known; RELATA_NONE: of none */
  double worth;
} OracleAnswer;

static inline RelataPathMode
oracle_mode(const WorldQuery *query)
{
  if (query->mode == RELATA_MODE_USUAL)
    return query->pattern != NULL ? RELATA_MODE_TRAIL : RELATA_MODE_ACYCLIC;
  return query->mode;
}

/* The number of groups of equally good rows that are asked for; 0: they are not. */
static inline guint
oracle_groups(const WorldQuery *query)
{
  return query->selector == RELATA_PATHS_ALL ? 1 : query->selector == RELATA_PATHS_GROUPS ? query->groups : 0;
}

/* Tries row by row, the shorter ones first, until there are more than `n`, or more than so many lengths.
 * Returns whether these are known to be the first ones. */
static inline gboolean
oracle_walk_by_length(Oracle *oracle, guint n, guint n_lengths)
{
  const guint limit = oracle->longest;
  guint lengths = 0;
  for (guint hops = 0; hops <= limit && oracle->rows->len <= n && lengths <= n_lengths && !oracle->gave_up;
       hops++) {
    const guint before = oracle->rows->len;
    oracle->longest = oracle->exactly = hops;
    oracle_walk(oracle, 1);
    lengths += oracle->rows->len > before ? 1 : 0;
  }
  oracle->longest = limit;
  oracle->exactly = RELATA_NONE;
  return !oracle->gave_up && (oracle->rows->len > n || lengths > n_lengths);
}

/* Whether no row is longer than those that are tried. */
static inline gboolean
oracle_tries_all(const Oracle *oracle)
{
  return oracle->mode >= RELATA_MODE_ACYCLIC || oracle->query->max_hops == oracle->longest ||
         (oracle->mode == RELATA_MODE_TRAIL && oracle->world->n_ties <= oracle->longest);
}

/* The best walks: they may be longer than what is tried without knowing how long they are. */
static inline void
oracle_find_best(Oracle *oracle, OracleAnswer *answer)
{
  answer->length = oracle_length_of_best(oracle, &answer->worth);
  oracle->exactly = answer->length;
  oracle->least = answer->worth - ORACLE_EQUAL;
  oracle->gave_up = answer->length != RELATA_NONE && answer->length > ORACLE_LONGEST;
  const guint limit = oracle->longest;
  oracle->longest = MIN(limit, answer->length);
  if (answer->length != RELATA_NONE && !oracle->gave_up)
    oracle_walk(oracle, 1);
  oracle->longest = limit;
  oracle->exactly = RELATA_NONE;
  oracle->least = -INFINITY;
}

/* Whether there is more than one row of any worth. */
static inline void
oracle_look_for_second(Oracle *oracle, OracleAnswer *answer)
{
  GArray *rows = oracle->rows;
  oracle->rows = g_array_new(FALSE, FALSE, sizeof(Row));
  const gboolean enough = oracle_walk_by_length(oracle, 1, G_MAXUINT);
  answer->cut = oracle->rows->len > 1;
  answer->cut_known = enough || (oracle_tries_all(oracle) && !oracle->gave_up);
  g_array_unref(oracle->rows);
  oracle->rows = rows;
  oracle->gave_up = FALSE;
}

/* Sorts the rows and leaves those that are asked for. */
static inline void
oracle_choose(const Oracle *oracle, OracleAnswer *answer)
{
  const WorldQuery *query = oracle->query;
  guint n = 0, groups = oracle_groups(query) > 0 ? oracle_groups(query) : G_MAXUINT;
  g_array_sort_with_data(oracle->rows, oracle_compare_rows, (gpointer)(gsize)oracle->world);
  for (; n < oracle->rows->len; n++) {
    const Row *row = &g_array_index(oracle->rows, Row, n);
    const gboolean opens =
        n == 0 || row[-1].n_hops != row->n_hops || row[-1].worth - row->worth > ORACLE_EQUAL;
    if (opens && groups-- == 0)
      break;
  }
  answer->cut = n > query->count;
  answer->cut_known = TRUE;
  g_array_set_size(oracle->rows, answer->is_known ? MIN(n, query->count) : 0);
}

static inline OracleAnswer
oracle_ask(const World *world, const WorldQuery *query)
{
  Oracle oracle = {.world = world, .query = query, .exactly = RELATA_NONE, .least = -INFINITY};
  OracleAnswer answer = {.is_known = TRUE, .length = RELATA_NONE};
  WorldTimes said;
  const OracleTimes times = world_times(world, &said);
  for (guint i = 0; i < world->n_ties; i++)
    oracle.contradictions[i] = oracle_contradiction(world, &times, &world->ties[i]);
  g_autoptr(OraclePattern) any = query->pattern == NULL ? oracle_pattern_any(world, query->directed) : NULL;
  oracle.pattern = any != NULL ? any : query->pattern;
  oracle.mode = oracle_mode(query);
  oracle.rows = answer.rows = g_array_new(FALSE, FALSE, sizeof(Row));
  oracle.row.actors[0] = query->from;
  oracle.row.worth = oracle_worth_of_nothing(&oracle);
  oracle.longest = MIN(ORACLE_LONGEST, query->max_hops > 0 ? query->max_hops : ORACLE_LONGEST);
  if (query->in_order)
    oracle_set_days(&oracle, &times);
  const guint groups = oracle_groups(query);
  const gboolean one = groups == 0 && query->count == 1;
  gboolean enough = TRUE;
  if (oracle.mode == RELATA_MODE_WALK && (one || groups == 1) && !query->in_order && query->n_via == 0) {
    oracle_find_best(&oracle, &answer);
  } else if (query->order == RELATA_ORDER_HOPS) {
    enough = oracle_walk_by_length(&oracle, groups > 0 ? G_MAXUINT - 1 : query->count,
                                   groups > 0 ? groups : G_MAXUINT) ||
             oracle_tries_all(&oracle);
  } else {
    oracle_walk(&oracle, 1);
    enough = oracle_tries_all(&oracle);
  }
  answer.is_known = enough && !oracle.gave_up && !oracle.pattern->too_many;
  oracle_choose(&oracle, &answer);
  if (one)
    oracle_look_for_second(&oracle, &answer);
  return answer;
}

#endif
