/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: what the searches for paths share. A search goes over pairs (vertex, state of the
 * pattern's automaton); a search without a pattern has one state. Hops are named by their place in the
 * adjacency's lists at the vertex that they leave: among those of one vertex a smaller number comes first in
 * the order of answers. */
#ifndef RELATA_PATHS_PATH_SPACE_H
#define RELATA_PATHS_PATH_SPACE_H

#include "network/adjacency.h"
#include "paths/path.h"

G_BEGIN_DECLS

/* When a tie holds: it can be walked from the first day to the last. */
typedef struct {
  gint32 first, last;
} RelataTieSpan;

struct RelataPathSearcher {
  const RelataNetwork *network;
  const RelataAdjacency *adjacency;
  guint8 *closed; /* by vertex: may not be entered; all 0 between searches */
  guint8 *banned; /* by hop: may not be the first; all 0 between searches */
  /* By tie, made when first asked for: */
  guint *strengths;        /* corroboration · 3 + certainty */
  GArray *strength_levels; /* of guint: those that occur, ascending */
  gint64 *doubts;          /* −log(confidence), in RELATA_DOUBT_UNIT */
  guint *spans_first[3];   /* by RelataPathTime; n_ties + 1 */
  RelataTieSpan *spans[3]; /* the affirming claims' */
  RelataAutomaton *any[2]; /* of no pattern; [1]: directed */
  /* Scratch of path_meet.c, by pair: a level of the search under way is stored with `base` added, so that
   * what earlier searches left is smaller and nothing needs to be cleared. */
  gsize n_pairs;
  guint *forward, *backward, *marks;
  guint base;
};

/* Confidences are multiplied as a sum of whole numbers: sums of equals are equal, whatever their order. */
#define RELATA_DOUBT_UNIT 1e-12
/* The doubt of confidence 0, which logarithms know no number for, and of any path with such a hop: more than
 * that of any product that a double can hold. */
#define RELATA_MOST_DOUBT ((gint64)1000000000000000)

/* What is searched, for one query. */
typedef struct {
  RelataPathSearcher *searcher;
  const RelataAdjacency *adjacency;
  const RelataAutomaton *automaton;
  guint n_states;
  guint32 *tests; /* by vertex: the pattern's tests that it passes; NULL where there are none */
  guint to;
  guint limit; /* of hops */
  RelataPathOrder order;
  RelataPathTime time;
  /* Of the order and time at hand: */
  const guint *strengths;
  const GArray *strength_levels; /* of guint: those that occur, ascending */
  guint least_strength;          /* weaker hops are not taken */
  const gint64 *doubts;
  const guint *spans_first;
  const RelataTieSpan *spans;
} RelataPathSpace;

/* The beginning of a path, from which a search completes it. */
typedef struct {
  guint vertex;
  gboolean has_banned; /* some of its hops are */
  gint64 so_far;       /* the worth of the beginning, see below */
  guint limit;         /* at most so many hops more */
} RelataPathStart;

/* Forgets what it made by tie: the network's ties have changed, as those of a mask do. */
void relata_path_searcher_forget(RelataPathSearcher *searcher);

void relata_path_space_init(RelataPathSpace *space, RelataPathSearcher *searcher,
                            const RelataPathQuery *query);
void relata_path_space_clear(RelataPathSpace *space);

/* ── Worth: what the order asks of a path, more is better ────────────────────────────────────
 *
 * HOPS      nothing: 0.
 * … in time the worth of a beginning is the day until which it takes at least; that of an end the day at
 * which it must be begun at the latest. The two fit where the first is not after the second. STRONGEST the
 * weakest hop's strength. RELIABLE and HUBS: minus the sum of doubts, or of degrees. */
#define RELATA_WORTHLESS G_MININT64 /* of what is no path */

gint64 relata_path_worth_of_nothing(const RelataPathSpace *space, gboolean beginning);
/* Of a beginning and a hop after it that leads to `next`. */
gint64 relata_path_worth_append(const RelataPathSpace *space, gint64 beginning, guint hop, guint next);
/* Of a hop that leads to `next` and an end after it; `hop` may be listed at either of its vertices. */
gint64 relata_path_worth_prepend(const RelataPathSpace *space, guint hop, guint next, gint64 end);
/* Of a beginning and an end joined. */
gint64 relata_path_worth_join(const RelataPathSpace *space, gint64 beginning, gint64 end);
/* Whether a path can end at the vertex in that state. */
gboolean relata_path_ends(const RelataPathSpace *space, guint vertex, guint state);

static inline gboolean
relata_path_guard_holds(const RelataPathSpace *space, guint vertex, guint32 guard)
{
  return guard == 0 || (space->tests != NULL && (space->tests[vertex] & guard) == guard);
}

/* Whether a hop is one as the step asks; with `back` the same hop walked the other way round. */
static inline gboolean
relata_path_takes(const RelataPathSpace *space, guint step, guint hop, gboolean back)
{
  const RelataAutomaton *automaton = space->automaton;
  const guint kind = space->adjacency->kinds[hop], ways = RELATA_KIND_WAYS(kind);
  return (automaton->ways[(gsize)step * automaton->n_types + RELATA_KIND_TYPE(kind)] &
          (back ? RELATA_WAYS_BACK(ways) : ways)) != 0 &&
         (space->least_strength == 0 ||
          space->strengths[space->adjacency->hops[hop].tie] >= space->least_strength);
}

/* The states (as bits) that a hop from a vertex leads to from a set of states; 0 where it cannot be taken. */
guint64 relata_path_step(const RelataPathSpace *space, guint vertex, guint64 states, guint hop);

/* ── path_meet.c: fewest hops, from both ends ── */

/* Appends the hops of the first of all shortest completions; FALSE where there is none. For order HOPS
 * without time. O(S · (V + E)), as a rule far less. */
gboolean relata_path_meet(RelataPathSpace *space, const RelataPathStart *start, GArray *hops);

/* ── path_bound.c: any order, from the end ── */

typedef struct RelataPathBound RelataPathBound;

/* What the best end from every pair is worth with at most so many hops, for all numbers of hops. With a
 * start, only as far as its best completions need it. O(rounds · S · (V + E)), the rounds being at most the
 * hops of the longest path that is better than all shorter ones. */
RelataPathBound *relata_path_bound_new(const RelataPathSpace *space, const RelataPathStart *start);
void relata_path_bound_free(RelataPathBound *bound);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPathBound, relata_path_bound_free)

/* What the best path is worth that begins so and goes on from the vertex in one of the states with at most
 * `left` hops, and how few hops from there do for it; RELATA_WORTHLESS where there is none. */
gint64 relata_path_bound_best(const RelataPathBound *bound, guint vertex, guint64 states, gint64 so_far,
                              guint left, guint *hops);

/* Calls `found` with the hops (guint) of each best completion, in order, until it returns FALSE. The start's
 * banned hops are left out. Returns whether it was called at all. O(hops · degree) for each. */
typedef gboolean (*RelataPathVisit)(const GArray *hops, gpointer data);
gboolean relata_path_bound_each(const RelataPathBound *bound, const RelataPathStart *start,
                                RelataPathVisit found, gpointer data);

/* ── path_forward.c: orders that add up, from the start ── */

typedef struct RelataPathForward RelataPathForward;

/* `ends` is the other half, under way. O(S · V). */
RelataPathForward *relata_path_forward_new(const RelataPathSpace *space, const RelataPathStart *start,
                                           const RelataPathBound *ends);
void relata_path_forward_free(RelataPathForward *forward);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPathForward, relata_path_forward_free)
/* One pair more. */
void relata_path_forward_settle(RelataPathForward *forward);
/* The worth of the pair that is settled next; RELATA_WORTHLESS after the last. */
gint64 relata_path_forward_next(const RelataPathForward *forward);
/* The other half has found an end from the pair. */
void relata_path_forward_meet(RelataPathForward *forward, guint pair, gint64 end);
/* The best path that the two have found, without what the start is worth. */
gint64 relata_path_forward_best(const RelataPathForward *forward);
/* No beginning that leads to the pair is worth more. */
gint64 relata_path_forward_at_most(const RelataPathForward *forward, guint pair);

/* ── path_best_first.c: nobody twice, along a pattern or by way of others ── */

/* Calls `found` with the hops of each path from the vertex, in order. *gave_up: the work limit was reached.
 */
void relata_path_best_first(RelataPathSpace *space, const RelataPathQuery *query, RelataPathVisit found,
                            gpointer data, gboolean *gave_up);

/* ── path_tours.c: a bound for paths that visit others ── */

typedef struct RelataPathTours RelataPathTours;

/* NULL where there is no path that visits all of them. O(V + E) for each of them and O(2^n · n²). */
RelataPathTours *relata_path_tours_new(const RelataPathSpace *space, guint from, const guint *via,
                                       guint n_via);
void relata_path_tours_free(RelataPathTours *tours);
/* 1 + the number of the vertex among those to be visited, else 0. */
guint relata_path_tours_number(const RelataPathTours *tours, guint vertex);
/* All of them, as bits. */
guint relata_path_tours_all(const RelataPathTours *tours);
/* At least so many hops from the vertex through the set to the end. */
guint relata_path_tours_bound(const RelataPathTours *tours, guint vertex, guint set);
/* Whether a path without repetition can lead through the vertex. */
gboolean relata_path_tours_open(const RelataPathTours *tours, guint vertex);

G_END_DECLS

#endif
