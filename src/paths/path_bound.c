/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The best ends of paths from every pair (vertex, state), computed in rounds from the end of the path. After
 * round h, the worth of the best end with at most h hops is known for every pair (Bellman 1958; a round looks
 * only at the pairs that improved in the previous one). Each pair keeps its worth after each round that
 * changed it, so that a search can ask for any number of hops left. Hop limits need this, and it makes the
 * number of hops the second criterion of every order.
 *
 * To find one path in an order that is a sum, pairs are settled best first instead (Dijkstra 1959, by worth
 * and then hops), from both ends (path_forward.c) and up to the start. Each pair then keeps only its best
 * end, which is enough: the rest of a best path is a best path. This fails where the best path has too many
 * hops, or where it has the worst possible worth (-RELATA_MOST_DOUBT), which does not depend on how good its
 * rest is. Then the rounds are computed after all. */
#include "analysis/heap.h"
#include "paths/path_space.h"

/* The worth of a pair from a round on. Before that round, `before` tells it. */
typedef struct {
  gint64 worth;
  guint round;
  guint before; /* index in changes, or RELATA_NONE */
} Change;

struct RelataPathBound {
  const RelataPathSpace *space;
  guint *last;     /* by pair: index of its latest change, or RELATA_NONE */
  GArray *changes; /* of Change */
};

typedef struct {
  guint pair;
  gint64 worth;
} Improved;

typedef struct {
  RelataPathBound *bound;
  const RelataPathStart *start;
  GArray *frontier, *next; /* of Improved; of guint: pairs */
  guint round;
  /* Where pairs are settled best first: */
  GArray *reached; /* of Reached, or NULL */
  RelataHeap heap; /* of indices in `reached` */
} Rounds;

/* A pair with an end of this worth. It is outdated if the pair has a better end by now. */
typedef struct {
  guint pair, hops;
  gint64 worth;
} Reached;

/* Records that a pair has a better end. */
static void
note(Rounds *rounds, guint pair, gint64 worth)
{
  if (rounds->reached == NULL) {
    g_array_append_val(rounds->next, pair);
    return;
  }
  const Reached reached = {pair, rounds->round, worth};
  g_array_append_val(rounds->reached, reached);
  relata_heap_push(&rounds->heap, rounds->reached->len - 1);
}

static void
improve(Rounds *rounds, guint pair, gint64 worth)
{
  RelataPathBound *bound = rounds->bound;
  const guint last = bound->last[pair];
  Change *newest = last != RELATA_NONE ? &g_array_index(bound->changes, Change, last) : NULL;
  const gboolean best_first = rounds->reached != NULL;
  if (worth == RELATA_WORTHLESS ||
      (newest != NULL && (worth < newest->worth ||
                          (worth == newest->worth && (!best_first || rounds->round >= newest->round)))))
    return;
  if (newest != NULL && (best_first || newest->round == rounds->round)) {
    newest->worth = worth;
    newest->round = rounds->round;
    if (best_first)
      note(rounds, pair, worth);
    return;
  }
  const Change change = {worth, rounds->round, last};
  bound->last[pair] = bound->changes->len;
  g_array_append_val(bound->changes, change);
  note(rounds, pair, worth);
}

/* Returns the best worth that a pair gets from a hop to its neighbour followed by the neighbour's end. */
static gint64
best_hop(const Rounds *rounds, guint place, guint step, guint vertex, gint64 end, gboolean back,
         gboolean check_banned)
{
  const RelataPathSpace *space = rounds->bound->space;
  const RelataAdjacency *adjacency = space->adjacency;
  gint64 best = RELATA_WORTHLESS;
  for (guint hop = adjacency->first[place]; hop < adjacency->first[place + 1]; hop++)
    if (relata_path_takes(space, step, hop, back) && !(check_banned && space->searcher->banned[hop]))
      best = MAX(best, relata_path_worth_prepend(space, hop, vertex, end));
  return best;
}

/* Best first only: no end that leads on through a pair is better than that pair's own. */
static gboolean
is_settled(const Rounds *rounds, guint pair, gint64 end)
{
  const guint last = rounds->reached != NULL ? rounds->bound->last[pair] : RELATA_NONE;
  const Change *newest = last != RELATA_NONE ? &g_array_index(rounds->bound->changes, Change, last) : NULL;
  return newest != NULL && (newest->worth > end || (newest->worth == end && newest->round <= rounds->round));
}

/* Applies the end of a pair to the pairs before it. */
static void
relax(Rounds *rounds, guint pair, gint64 end)
{
  const RelataPathSpace *space = rounds->bound->space;
  const RelataAdjacency *adjacency = space->adjacency;
  const RelataAutomaton *automaton = space->automaton;
  const RelataPathStart *start = rounds->start;
  const guint vertex = pair / space->n_states, state = pair % space->n_states;
  for (guint a = automaton->reversed_first[state]; a < automaton->reversed_first[state + 1]; a++) {
    const RelataPatternArc *arc = &automaton->reversed[a];
    for (guint place = adjacency->offsets[vertex]; place < adjacency->offsets[vertex + 1]; place++) {
      const guint before = adjacency->neighbours[place];
      const gboolean is_start = start != NULL && before == start->vertex;
      const guint pair_before = before * space->n_states + arc->state;
      if ((space->searcher->closed[before] && !is_start) ||
          !relata_path_guard_holds(space, before, arc->guard) || is_settled(rounds, pair_before, end))
        continue;
      const gint64 worth = is_start && start->has_banned
                               ? best_hop(rounds, relata_adjacency_find(adjacency, before, vertex), arc->step,
                                          vertex, end, FALSE, TRUE)
                               : best_hop(rounds, place, arc->step, vertex, end, TRUE, FALSE);
      improve(rounds, pair_before, worth);
    }
  }
}

static void
begin(Rounds *rounds)
{
  const RelataPathSpace *space = rounds->bound->space;
  for (guint state = 0; state < space->n_states; state++)
    if (relata_path_ends(space, space->to, state))
      improve(rounds, space->to * space->n_states + state, relata_path_worth_of_nothing(space, FALSE));
}

/* Where the fewest hops come first, the first round that reaches the start is the last. */
static gboolean
is_enough(const Rounds *rounds)
{
  const RelataPathSpace *space = rounds->bound->space;
  guint hops;
  return rounds->start != NULL && space->order == RELATA_ORDER_HOPS &&
         relata_path_bound_best(rounds->bound, rounds->start->vertex, 1, rounds->start->so_far, rounds->round,
                                &hops) != RELATA_WORTHLESS;
}

/* A path does not continue backward beyond its start. */
static gboolean
goes_on(const Rounds *rounds, guint pair)
{
  const RelataPathSpace *space = rounds->bound->space;
  const RelataPathStart *start = rounds->start;
  return start == NULL || pair / space->n_states != start->vertex || !space->searcher->closed[start->vertex];
}

static void
forget(RelataPathBound *bound)
{
  const gsize n_pairs = (gsize)bound->space->adjacency->n_vertices * bound->space->n_states;
  g_array_set_size(bound->changes, 0);
  for (gsize i = 0; i < n_pairs; i++)
    bound->last[i] = RELATA_NONE;
}

/* ── In rounds ───────────────────────────────────────────────────────────────────────────── */

static void
go_in_rounds(Rounds *rounds, guint limit)
{
  const RelataPathBound *bound = rounds->bound;
  rounds->frontier = g_array_new(FALSE, FALSE, sizeof(Improved));
  rounds->next = g_array_new(FALSE, FALSE, sizeof(guint));
  rounds->round = 0;
  begin(rounds);
  while (rounds->next->len > 0 && rounds->round < limit && !is_enough(rounds)) {
    /* Uses the worth that each pair had before the round, even if it improves during the round. */
    g_array_set_size(rounds->frontier, 0);
    for (guint i = 0; i < rounds->next->len; i++) {
      const guint pair = g_array_index(rounds->next, guint, i);
      const Improved improved = {pair, g_array_index(bound->changes, Change, bound->last[pair]).worth};
      g_array_append_val(rounds->frontier, improved);
    }
    g_array_set_size(rounds->next, 0);
    rounds->round++;
    for (guint i = 0; i < rounds->frontier->len; i++) {
      const Improved *improved = &g_array_index(rounds->frontier, Improved, i);
      if (goes_on(rounds, improved->pair))
        relax(rounds, improved->pair, improved->worth);
    }
  }
  g_array_unref(rounds->frontier);
  g_array_unref(rounds->next);
}

/* ── Best first ──────────────────────────────────────────────────────────────────────────── */

static gboolean
comes_before(guint a, guint b, gconstpointer data)
{
  const GArray *all = data;
  const Reached *one = &g_array_index(all, Reached, a), *other = &g_array_index(all, Reached, b);
  if (one->worth != other->worth)
    return one->worth > other->worth;
  return one->hops != other->hops ? one->hops < other->hops : one->pair < other->pair;
}

/* Continues from both ends in turn until the worth of the best path is known. Sets *best to it, or to
 * RELATA_WORTHLESS where there is no path. Returns whether it is known. */
static gboolean
is_met(const Rounds *rounds, RelataPathForward *forward, gint64 *best)
{
  const Reached *first = &g_array_index(rounds->reached, Reached, relata_heap_first(&rounds->heap));
  for (;;) {
    const gint64 next = relata_path_forward_next(forward);
    *best = relata_path_forward_best(forward);
    if (next == RELATA_WORTHLESS || (*best != RELATA_WORTHLESS && next + first->worth <= *best))
      return TRUE;
    if (next < first->worth)
      return FALSE;
    relata_path_forward_settle(forward);
  }
}

static gboolean
is_worth_it(const Rounds *rounds, gint64 best)
{
  const RelataPathSpace *space = rounds->bound->space;
  return best != RELATA_WORTHLESS &&
         (space->order != RELATA_ORDER_MOST_RELIABLE ||
          relata_path_worth_join(space, rounds->start->so_far, best) > -RELATA_MOST_DOUBT);
}

static gboolean
is_outdated(const RelataPathBound *bound, const Reached *at)
{
  const Change *best = &g_array_index(bound->changes, Change, bound->last[at->pair]);
  return best->worth != at->worth || best->round != at->hops;
}

/* Returns FALSE where the best path to the start has too many hops or the worst possible worth. */
static gboolean
settle(Rounds *rounds)
{
  RelataPathBound *bound = rounds->bound;
  const RelataPathSpace *space = bound->space;
  const guint start = rounds->start->vertex * space->n_states;
  gboolean good = TRUE, met = FALSE;
  gint64 best = RELATA_WORTHLESS;
  rounds->reached = g_array_new(FALSE, FALSE, sizeof(Reached));
  rounds->heap = relata_heap_new(comes_before, rounds->reached);
  rounds->round = 0;
  begin(rounds);
  g_autoptr(RelataPathForward) forward = relata_path_forward_new(space, rounds->start, bound);
  while (!relata_heap_is_empty(&rounds->heap)) {
    met = met || is_met(rounds, forward, &best);
    if (met && !is_worth_it(rounds, best)) {
      good = best == RELATA_WORTHLESS; /* there is no path, and that is the answer */
      break;
    }
    const Reached at = g_array_index(rounds->reached, Reached, relata_heap_pop(&rounds->heap));
    if (is_outdated(bound, &at))
      continue;
    if (at.pair == start) {
      good = at.hops <= rounds->start->limit;
      break;
    }
    /* Once they have met, only pairs on best paths matter. */
    if (met && at.worth + relata_path_forward_at_most(forward, at.pair) < best)
      continue;
    relata_path_forward_meet(forward, at.pair, at.worth);
    rounds->round = at.hops + 1;
    if (goes_on(rounds, at.pair))
      relax(rounds, at.pair, at.worth);
  }
  relata_heap_clear(&rounds->heap);
  g_clear_pointer(&rounds->reached, g_array_unref);
  return good;
}

RelataPathBound *
relata_path_bound_new(const RelataPathSpace *space, const RelataPathStart *start)
{
  RelataPathBound *bound = g_new0(RelataPathBound, 1);
  const gsize n_pairs = (gsize)space->adjacency->n_vertices * space->n_states;
  const gboolean adds_up =
      space->order == RELATA_ORDER_MOST_RELIABLE || space->order == RELATA_ORDER_AVOID_HUBS;
  Rounds rounds = {.bound = bound, .start = start};
  bound->space = space;
  bound->changes = g_array_new(FALSE, FALSE, sizeof(Change));
  bound->last = g_new(guint, MAX(n_pairs, 1));
  forget(bound);
  if (adds_up && start != NULL && settle(&rounds))
    return bound;
  forget(bound);
  go_in_rounds(&rounds, start != NULL ? start->limit : space->limit);
  return bound;
}

void
relata_path_bound_free(RelataPathBound *bound)
{
  if (bound == NULL)
    return;
  g_free(bound->last);
  g_array_unref(bound->changes);
  g_free(bound);
}

/* Returns the latest change of a pair up to a round, or NULL. */
static const Change *
change_by(const RelataPathBound *bound, guint pair, guint round)
{
  guint at = bound->last[pair];
  while (at != RELATA_NONE && g_array_index(bound->changes, Change, at).round > round)
    at = g_array_index(bound->changes, Change, at).before;
  return at != RELATA_NONE ? &g_array_index(bound->changes, Change, at) : NULL;
}

gint64
relata_path_bound_best(const RelataPathBound *bound, guint vertex, guint64 states, gint64 so_far, guint left,
                       guint *hops)
{
  gint64 best = RELATA_WORTHLESS;
  *hops = G_MAXUINT;
  for (guint state = 0; state < bound->space->n_states; state++) {
    if ((states >> state & 1) == 0)
      continue;
    const Change *change = change_by(bound, vertex * bound->space->n_states + state, left);
    if (change == NULL)
      continue;
    const gint64 worth = relata_path_worth_join(bound->space, so_far, change->worth);
    if (worth == RELATA_WORTHLESS || worth < best)
      continue;
    /* The earliest round that is as good. */
    guint fewest = change->round;
    for (guint at = change->before; at != RELATA_NONE;) {
      const Change *earlier = &g_array_index(bound->changes, Change, at);
      if (relata_path_worth_join(bound->space, so_far, earlier->worth) < worth)
        break;
      fewest = earlier->round;
      at = earlier->before;
    }
    *hops = worth > best ? fewest : MIN(*hops, fewest);
    best = worth;
  }
  return best;
}

/* ── The best completions, in order ────────────────────────────────────────────────────────── */

typedef struct {
  guint64 states;
  gint64 so_far;
  guint place, hop; /* to be tried next: the neighbour's index, and the hop to it */
} Stand;

typedef struct {
  const RelataPathBound *bound;
  const RelataPathStart *start;
  gint64 best;
  guint length;
  GArray *stands;          /* of Stand: by hop, and where the next one leaves */
  GArray *vertices, *hops; /* of guint: those of the row so far */
  guint64 *work;           /* or NULL */
} Rows;

static guint
vertex_at(const Rows *rows)
{
  return g_array_index(rows->vertices, guint, rows->vertices->len - 1);
}

/* Adds the row's next hop that keeps it as good as the best, if there is one after those that were tried. */
static gboolean
add_next_hop(Rows *rows)
{
  const RelataPathSpace *space = rows->bound->space;
  const RelataAdjacency *adjacency = space->adjacency;
  Stand *stand = &g_array_index(rows->stands, Stand, rows->stands->len - 1);
  const guint vertex = vertex_at(rows), n = rows->hops->len;
  const guint *vertices = (const guint *)(gconstpointer)rows->vertices->data,
              *hops = (const guint *)(gconstpointer)rows->hops->data;
  guint fewest;
  for (; stand->place < adjacency->offsets[vertex + 1]; stand->place++, stand->hop = 0) {
    const guint next = adjacency->neighbours[stand->place];
    stand->hop = MAX(stand->hop, adjacency->first[stand->place]);
    if (space->searcher->closed[next])
      continue;
    while (stand->hop < adjacency->first[stand->place + 1]) {
      const guint hop = stand->hop++;
      if (rows->work != NULL && *rows->work > 0)
        (*rows->work)--;
      if (n == 0 && rows->start->has_banned && space->searcher->banned[hop])
        continue;
      const guint64 states = relata_path_step(space, vertex, stand->states, hop);
      const gint64 so_far =
          states == 0 ? RELATA_WORTHLESS : relata_path_worth_append(space, stand->so_far, hop, next);
      if (so_far == RELATA_WORTHLESS ||
          relata_path_bound_best(rows->bound, next, states, so_far, rows->length - n - 1, &fewest) <
              rows->best ||
          !relata_path_may_add(space, vertices, hops, n, hop, next))
        continue;
      const Stand then = {states, so_far, adjacency->offsets[next], 0};
      g_array_append_val(rows->stands, then);
      g_array_append_val(rows->vertices, next);
      g_array_append_val(rows->hops, hop);
      return TRUE;
    }
  }
  return FALSE;
}

static void
take_back(Rows *rows)
{
  g_array_set_size(rows->stands, rows->stands->len - 1);
  g_array_set_size(rows->vertices, rows->vertices->len - 1);
  g_array_set_size(rows->hops, rows->hops->len > 0 ? rows->hops->len - 1 : 0);
}

gboolean
relata_path_bound_each(const RelataPathBound *bound, const RelataPathStart *start, RelataPathVisit found,
                       gpointer data, guint64 *work)
{
  Rows rows = {.bound = bound, .start = start, .work = work};
  const guint64 most_work = work != NULL ? *work : 0;
  rows.best = relata_path_bound_best(bound, start->vertex, 1, start->so_far, start->limit, &rows.length);
  if (rows.best == RELATA_WORTHLESS)
    return FALSE;
  rows.stands = g_array_new(FALSE, FALSE, sizeof(Stand));
  rows.vertices = g_array_new(FALSE, FALSE, sizeof(guint));
  rows.hops = g_array_new(FALSE, FALSE, sizeof(guint));
  const Stand begin_at = {1, start->so_far, bound->space->adjacency->offsets[start->vertex], 0};
  g_array_append_val(rows.stands, begin_at);
  g_array_append_val(rows.vertices, start->vertex);
  while (rows.stands->len > 0 && (work == NULL || *work > 0)) {
    const gboolean whole = rows.hops->len == rows.length;
    if (whole && found((const guint *)(gconstpointer)rows.hops->data, rows.hops->len, data) == RELATA_ENOUGH)
      break;
    if (whole && work != NULL)
      *work = most_work;
    if (whole || !add_next_hop(&rows))
      take_back(&rows);
  }
  g_array_unref(rows.stands);
  g_array_unref(rows.vertices);
  g_array_unref(rows.hops);
  return TRUE;
}
