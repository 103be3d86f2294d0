/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Best-first search from the start: one half of the search from both ends (Pohl 1971, "Bi-directional
 * search") for orders that are sums. It gives the worth of the best path as soon as the two halves are sure
 * to have met. After that it gives an upper bound on the worth of a pair's beginning, so that the other half
 * can skip pairs that no best path uses. */
#include "analysis/heap.h"
#include "paths/path_space.h"

typedef struct {
  guint pair;
  gint64 worth;
} Reached;

struct RelataPathForward {
  const RelataPathSpace *space;
  const RelataPathStart *start;
  const RelataPathBound *ends;
  gint64 *worths; /* by pair: worth of the best known beginning, or RELATA_WORTHLESS */
  GArray *reached;
  RelataHeap heap; /* of indices in `reached`, some of them outdated */
  gint64 best;     /* worth of the best known path */
};

static gboolean
comes_before(guint a, guint b, gconstpointer data)
{
  const GArray *all = data;
  const Reached *one = &g_array_index(all, Reached, a), *other = &g_array_index(all, Reached, b);
  return one->worth != other->worth ? one->worth > other->worth : one->pair < other->pair;
}

/* Removes outdated entries, so that the first of the heap is the next to be settled. */
static void
tidy(RelataPathForward *forward)
{
  while (!relata_heap_is_empty(&forward->heap)) {
    const Reached *first = &g_array_index(forward->reached, Reached, relata_heap_first(&forward->heap));
    if (forward->worths[first->pair] == first->worth)
      return;
    relata_heap_pop(&forward->heap);
  }
}

static void
reach(RelataPathForward *forward, guint pair, gint64 worth)
{
  guint hops;
  if (worth == RELATA_WORTHLESS || worth <= forward->worths[pair])
    return;
  const Reached reached = {pair, worth};
  forward->worths[pair] = worth;
  g_array_append_val(forward->reached, reached);
  relata_heap_push(&forward->heap, forward->reached->len - 1);
  const guint n_states = forward->space->n_states;
  const gint64 whole = relata_path_bound_best(forward->ends, pair / n_states, (guint64)1 << pair % n_states,
                                              worth, G_MAXUINT, &hops);
  forward->best = MAX(forward->best, whole);
}

RelataPathForward *
relata_path_forward_new(const RelataPathSpace *space, const RelataPathStart *start,
                        const RelataPathBound *ends)
{
  const gsize n_pairs = (gsize)space->adjacency->n_vertices * space->n_states;
  RelataPathForward *forward = g_new0(RelataPathForward, 1);
  forward->space = space;
  forward->start = start;
  forward->ends = ends;
  forward->best = RELATA_WORTHLESS;
  forward->worths = g_new(gint64, MAX(n_pairs, 1));
  for (gsize i = 0; i < n_pairs; i++)
    forward->worths[i] = RELATA_WORTHLESS;
  forward->reached = g_array_new(FALSE, FALSE, sizeof(Reached));
  forward->heap = relata_heap_new(comes_before, forward->reached);
  reach(forward, start->vertex * space->n_states, 0);
  return forward;
}

void
relata_path_forward_free(RelataPathForward *forward)
{
  if (forward == NULL)
    return;
  relata_heap_clear(&forward->heap);
  g_array_unref(forward->reached);
  g_free(forward->worths);
  g_free(forward);
}

static void
walk(RelataPathForward *forward, guint vertex, const RelataPatternArc *arc, gint64 so_far,
     gboolean check_banned)
{
  const RelataPathSpace *space = forward->space;
  const RelataAdjacency *adjacency = space->adjacency;
  for (guint place = adjacency->offsets[vertex]; place < adjacency->offsets[vertex + 1]; place++) {
    const guint next = adjacency->neighbours[place], pair = next * space->n_states + arc->state;
    if (space->searcher->closed[next] || forward->worths[pair] >= so_far)
      continue;
    gint64 best = RELATA_WORTHLESS;
    for (guint hop = adjacency->first[place]; hop < adjacency->first[place + 1]; hop++)
      if (relata_path_takes(space, arc->step, hop, FALSE) && !(check_banned && space->searcher->banned[hop]))
        best = MAX(best, relata_path_worth_append(space, so_far, hop, next));
    reach(forward, pair, best);
  }
}

void
relata_path_forward_settle(RelataPathForward *forward)
{
  const RelataPathSpace *space = forward->space;
  const RelataAutomaton *automaton = space->automaton;
  if (relata_heap_is_empty(&forward->heap))
    return;
  const Reached at = g_array_index(forward->reached, Reached, relata_heap_pop(&forward->heap));
  const guint vertex = at.pair / space->n_states, state = at.pair % space->n_states;
  const gboolean check_banned = vertex == forward->start->vertex && forward->start->has_banned;
  for (guint a = automaton->first[state]; a < automaton->first[state + 1]; a++)
    if (relata_path_guard_holds(space, vertex, automaton->arcs[a].guard))
      walk(forward, vertex, &automaton->arcs[a], at.worth, check_banned);
  tidy(forward);
}

void
relata_path_forward_meet(RelataPathForward *forward, guint pair, gint64 end)
{
  if (forward->worths[pair] != RELATA_WORTHLESS)
    forward->best = MAX(forward->best, relata_path_worth_join(forward->space, forward->worths[pair], end));
}

gint64
relata_path_forward_best(const RelataPathForward *forward)
{
  return forward->best;
}

gint64
relata_path_forward_next(const RelataPathForward *forward)
{
  return relata_heap_is_empty(&forward->heap)
             ? RELATA_WORTHLESS
             : g_array_index(forward->reached, Reached, relata_heap_first(&forward->heap)).worth;
}

gint64
relata_path_forward_at_most(const RelataPathForward *forward, guint pair)
{
  return MAX(forward->worths[pair], relata_path_forward_next(forward));
}
