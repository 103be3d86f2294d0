/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: what the path searches share. A search visits pairs (vertex, state of the pattern's
 * automaton); a search without a pattern has one state. A hop is identified by its index in the adjacency's
 * list at the vertex that it leaves. Of the hops of one vertex, a smaller index comes first in the order of
 * answers. */
#ifndef RELATA_PATHS_PATH_SPACE_H
#define RELATA_PATHS_PATH_SPACE_H

#include "network/adjacency.h"
#include "paths/path.h"

G_BEGIN_DECLS

struct RelataPathSearcher {
  const RelataNetwork *network;
  const RelataAdjacency *adjacency;
  guint8 *closed; /* by vertex: must not be entered; all 0 between searches */
  guint8 *banned; /* by hop: must not be the first; all 0 between searches */
  guint *others;  /* by vertex: how many others it has ties with; made at first use */
  /* By tie, made at first use: */
  guint *strengths;            /* corroboration · 3 + certainty */
  GArray *strength_levels;     /* of guint: the values that occur, ascending */
  gint64 *doubts;              /* −log(confidence), in RELATA_DOUBT_UNIT */
  guint *spans_first;          /* n_ties + 1 */
  RelataDays *spans;           /* of the affirming claims: when each can be walked */
  guint *span_claims;          /* by span: its claim */
  struct RelataPathView *view; /* made at first use, see path_view.h */
  RelataAutomaton *any[2];     /* automata for queries without a pattern; [1]: directed */
  /* Scratch memory of path_meet.c, by pair. Levels of the current search are stored with `base` added, so
   * that values of earlier searches are smaller and need not be cleared. */
  gsize n_pairs;
  guint *forward, *backward, *marks;
  guint base;
};

/* Confidences are multiplied by adding whole numbers, so that the sum does not depend on the order. */
#define RELATA_DOUBT_UNIT 1e-12
/* The doubt of confidence 0, whose logarithm is infinite, and of any path with such a hop. It is greater than
 * the doubt of any product that a double can represent. */
#define RELATA_MOST_DOUBT ((gint64)1000000000000000)

/* Returns, by vertex, how many others it has ties with. Owned by the searcher. O(V log d) at the first call.
 */
const guint *relata_path_searcher_others(RelataPathSearcher *searcher);

/* What one query searches. */
typedef struct {
  RelataPathSearcher *searcher;
  const RelataAdjacency *adjacency;
  const RelataAutomaton *automaton;
  const guint *kinds; /* by hop, as the automaton counts them: see path_view.h */
  guint n_states;
  guint32 *tests; /* by vertex: the pattern's tests that it passes, as bits; NULL where there are none */
  guint to;
  guint limit;         /* maximum number of hops */
  RelataPathMode mode; /* what may come again on a path, see relata_path_mode_of() */
  RelataPathOrder order;
  gboolean in_order;
  /* For the current order: */
  const guint *strengths;
  const GArray *strength_levels; /* of guint: the values that occur, ascending */
  guint least_strength;          /* weaker hops are not taken */
  const gint64 *doubts;
  const guint *others;
  const guint *spans_first;
  const RelataDays *spans;
  const guint *span_claims;
  RelataSame same; /* only spans of claims of the source count, see RelataPathQuery */
  guint source;
} RelataPathSpace;

/* The beginning of a path, from which a search completes it. */
typedef struct {
  guint vertex;
  gboolean has_banned; /* some of its hops are banned */
  gint64 so_far;       /* the worth of the beginning, see below */
  guint limit;         /* maximum number of further hops */
} RelataPathStart;

void relata_path_free(RelataPath *path);

/* Forgets what was made by tie. To be called when the network's ties have changed, as those of a mask do. */
void relata_path_searcher_forget(RelataPathSearcher *searcher);

void relata_path_space_init(RelataPathSpace *space, RelataPathSearcher *searcher,
                            const RelataPathQuery *query);
void relata_path_space_clear(RelataPathSpace *space);

/* ── Worth: the value of a path in the current order, more is better ────────────────────────────────────
 *
 *   HOPS       always 0. With time, the worth of a beginning is the earliest day on which its last hop
 *              can be taken, and the worth of an end is the latest day on which it must be begun. The two
 *              fit where the first is not after the second.
 *   STRONGEST  the strength of the weakest hop.
 *   RELIABLE   minus the sum of the doubts.
 *   HUBS       minus the sum of the degrees. */
#define RELATA_WORTHLESS G_MININT64 /* the worth where there is no path */

gint64 relata_path_worth_of_nothing(const RelataPathSpace *space, gboolean beginning);
/* Returns the worth of a beginning followed by a hop to `next`. */
gint64 relata_path_worth_append(const RelataPathSpace *space, gint64 beginning, guint hop, guint next);
/* Returns the worth of a hop to `next` followed by an end; `hop` may be listed at either of its vertices. */
gint64 relata_path_worth_prepend(const RelataPathSpace *space, guint hop, guint next, gint64 end);
/* Returns the worth of a beginning joined with an end. */
gint64 relata_path_worth_join(const RelataPathSpace *space, gint64 beginning, gint64 end);
/* Whether a path can end at the vertex in that state. */
gboolean relata_path_ends(const RelataPathSpace *space, guint vertex, guint state);

static inline gboolean
relata_path_guard_holds(const RelataPathSpace *space, guint vertex, guint32 guard)
{
  return guard == 0 || (space->tests != NULL && (space->tests[vertex] & guard) == guard);
}

/* Whether the step allows the hop; with `back`, whether it allows the hop walked in the other direction. */
static inline gboolean
relata_path_takes(const RelataPathSpace *space, guint step, guint hop, gboolean back)
{
  const RelataAutomaton *automaton = space->automaton;
  const guint kind = space->kinds[hop], ways = RELATA_KIND_WAYS(kind);
  return (automaton->ways[(gsize)step * automaton->n_types + RELATA_KIND_TYPE(kind)] &
          (back ? RELATA_WAYS_BACK(ways) : ways)) != 0 &&
         (space->least_strength == 0 ||
          space->strengths[space->adjacency->hops[hop].tie] >= space->least_strength);
}

/* Returns the states (as bits) that a hop leads to from a vertex and a set of states; 0 where it cannot be
 * taken. */
guint64 relata_path_step(const RelataPathSpace *space, guint vertex, guint64 states, guint hop);

/* ── Mode ── */

/* Whether a path that has come to a vertex after n hops may go on from there. */
gboolean relata_path_goes_on(const RelataPathSpace *space, guint vertex, guint n);
/* Whether a vertex, and the hop by which a path came to it (RELATA_NONE: it begins there), bar the path from
 * a hop to `next`. */
static inline gboolean
relata_path_bars(const RelataPathSpace *space, guint vertex, guint by, guint hop, guint next)
{
  switch (space->mode) {
  case RELATA_MODE_TRAIL:
    return by != RELATA_NONE && space->adjacency->hops[by].tie == space->adjacency->hops[hop].tie;
  case RELATA_MODE_ACYCLIC:
    return vertex == next;
  case RELATA_MODE_SIMPLE: /* asked of an actor and itself, see relata_path_mode_of() */
    return vertex == next && next != space->to;
  case RELATA_MODE_WALK:
  case RELATA_MODE_USUAL:
  case RELATA_N_MODES:
  default:
    return FALSE;
  }
}
/* Whether a row of n hops, which comes to n + 1 vertices, may go on with a hop to `next`. O(n). */
gboolean relata_path_may_add(const RelataPathSpace *space, const guint *vertices, const guint *hops, guint n,
                             guint hop, guint next);
/* Whether the whole row of hops from a vertex keeps to the mode. O(n²). */
gboolean relata_path_keeps_mode(const RelataPathSpace *space, guint from, const guint *hops, guint n);

/* What a visitor of paths wants next. */
typedef enum {
  RELATA_GO_ON,
  RELATA_ONE_MORE, /* only whether there is one more: a search that cannot tell it apart goes on */
  RELATA_ENOUGH
} RelataPathHearing;

/* Gets the hops of a path. */
typedef RelataPathHearing (*RelataPathVisit)(const guint *hops, guint n, gpointer data);

/* ── path_meet.c: fewest hops, from both ends ── */

/* Appends the hops of the first of all shortest completions. Returns FALSE where there is none. Only for
 * order HOPS without time. O(S · (V + E)), usually far less. */
gboolean relata_path_meet(RelataPathSpace *space, const RelataPathStart *start, GArray *hops);

/* ── path_bound.c: any order, from the end ── */

typedef struct RelataPathBound RelataPathBound;

/* Computes the worth of the best end from every pair for each maximum number of hops. With a start, it
 * computes only what the start's best completions need. O(rounds · S · (V + E)); the number of rounds is at
 * most the length of the longest path that is better than all shorter ones. */
RelataPathBound *relata_path_bound_new(const RelataPathSpace *space, const RelataPathStart *start);
void relata_path_bound_free(RelataPathBound *bound);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPathBound, relata_path_bound_free)

/* Returns the worth of the best path that has the beginning `so_far` and continues from the vertex in one of
 * the states with at most `left` hops. *hops is set to the fewest hops that achieve it. RELATA_WORTHLESS
 * where there is none. */
gint64 relata_path_bound_best(const RelataPathBound *bound, guint vertex, guint64 states, gint64 so_far,
                              guint left, guint *hops);

/* Calls `found` with the hops of each best completion that keeps to the mode, in order, until it has
 * enough. The start's banned hops are not used. *work is the number of hops that may be looked at before the
 * next one is found; it is counted down, and the search ends where it is 0. NULL: no limit. Returns whether
 * there is a completion, in whatever mode. O(hops · degree) for each completion. */
gboolean relata_path_bound_each(const RelataPathBound *bound, const RelataPathStart *start,
                                RelataPathVisit found, gpointer data, guint64 *work);

/* ── path_partition.c: the first completion in any order, and all paths without repetition ── */

/* Appends the hops of the first of the best completions. Returns FALSE where there is none. */
gboolean relata_path_complete(RelataPathSpace *space, const RelataPathStart *start, GArray *hops);
/* Returns the worth of a row of hops. O(n log d). */
gint64 relata_path_worth_of(const RelataPathSpace *space, guint from, const guint *hops, guint n);
/* Calls `found` with the hops of each path from a vertex that comes to no actor twice, in order. Only without
 * a pattern. Returns whether it is known that there is one more; where `found` asks for that, it is found
 * out. */
gboolean relata_path_partition(RelataPathSpace *space, guint from, RelataPathVisit found, gpointer data);

/* ── path_forward.c: orders that are sums, from the start ── */

typedef struct RelataPathForward RelataPathForward;

/* `ends` is the other half of the search, in progress. O(S · V). */
RelataPathForward *relata_path_forward_new(const RelataPathSpace *space, const RelataPathStart *start,
                                           const RelataPathBound *ends);
void relata_path_forward_free(RelataPathForward *forward);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPathForward, relata_path_forward_free)
/* Settles one more pair. */
void relata_path_forward_settle(RelataPathForward *forward);
/* Returns the worth of the pair that is settled next; RELATA_WORTHLESS after the last. */
gint64 relata_path_forward_next(const RelataPathForward *forward);
/* Tells that the other half has found an end from the pair. */
void relata_path_forward_meet(RelataPathForward *forward, guint pair, gint64 end);
/* Returns the worth of the best path that the two halves have found, without the worth of the start. */
gint64 relata_path_forward_best(const RelataPathForward *forward);
/* Returns an upper bound on the worth of the beginnings that lead to the pair. */
gint64 relata_path_forward_at_most(const RelataPathForward *forward, guint pair);

/* ── path_best_first.c: any mode, along a pattern or through given actors ── */

typedef enum {
  RELATA_EFFORT_FULL,
  RELATA_EFFORT_SMALL, /* a small part of that, where the answer would be worth no more */
  RELATA_EFFORT_EASY   /* in full, but what is nearest to the end comes first, instead of what is best */
} RelataPathEffort;

/* Calls `found` with the hops of each path from the query's start, in order. Returns FALSE where the work
 * limit was reached before all were found. */
gboolean relata_path_best_first(RelataPathSpace *space, const RelataPathQuery *query, RelataPathEffort effort,
                                RelataPathVisit found, gpointer data);

/* ── path_tours.c: a bound for paths that visit given vertices ── */

typedef struct RelataPathTours RelataPathTours;

/* More hops than any path has; the sum of two such numbers does not overflow. */
#define RELATA_PATH_FAR (G_MAXUINT / 4)

/* Returns NULL where no path visits one vertex of each group of the query's `via`. O(V + E) for each group
 * and O(2^n · n · m) for n groups with m vertices together. */
RelataPathTours *relata_path_tours_new(const RelataPathSpace *space, const RelataPathQuery *query);
void relata_path_tours_free(RelataPathTours *tours);
/* Returns the groups that the vertex belongs to, as bits. */
guint relata_path_tours_groups(const RelataPathTours *tours, guint vertex);
/* Returns the set of all groups of which one is to be visited, as bits. */
guint relata_path_tours_all(const RelataPathTours *tours);
/* Returns a lower bound on the hops from the vertex through the set to the end; RELATA_PATH_FAR or more where
 * no path leads there. */
guint relata_path_tours_bound(const RelataPathTours *tours, guint vertex, guint set);
/* Whether a path of the space's mode can lead through the vertex. */
gboolean relata_path_tours_open(const RelataPathTours *tours, guint vertex);

G_END_DECLS

#endif
