/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who can be reached, and how far a pattern can be followed: breadth-first search over pairs (vertex,
 * state). */
#include "paths/path_space.h"

typedef struct {
  RelataPathSpace space;
  guint8 *seen;  /* by pair */
  GArray *queue; /* of guint: pairs in the order reached */
  GArray *hops;  /* of guint: the number of hops to each */
} Reach;

static void
reach(Reach *search, guint vertex, guint state, guint hops)
{
  const guint pair = vertex * search->space.n_states + state;
  if (search->seen[pair])
    return;
  search->seen[pair] = 1;
  g_array_append_val(search->queue, pair);
  g_array_append_val(search->hops, hops);
}

/* Reaches, in the arc's state, each neighbour to which the arc can take a hop. */
static void
follow(Reach *search, guint vertex, const RelataPatternArc *arc, gboolean backward, guint hops)
{
  const RelataPathSpace *space = &search->space;
  const RelataAdjacency *adjacency = space->adjacency;
  for (guint place = adjacency->offsets[vertex]; place < adjacency->offsets[vertex + 1]; place++) {
    const guint next = adjacency->neighbours[place];
    if (space->searcher->closed[next] || search->seen[next * space->n_states + arc->state] ||
        !relata_path_guard_holds(space, backward ? next : vertex, arc->guard))
      continue;
    for (guint hop = adjacency->first[place]; hop < adjacency->first[place + 1]; hop++)
      if (relata_path_takes(space, arc->step, hop, backward)) {
        reach(search, next, arc->state, hops);
        break;
      }
  }
}

static void
spread(Reach *search, gboolean backward)
{
  const RelataPathSpace *space = &search->space;
  const RelataAutomaton *automaton = space->automaton;
  const guint *first = backward ? automaton->reversed_first : automaton->first;
  const RelataPatternArc *arcs = backward ? automaton->reversed : automaton->arcs;
  for (guint i = 0; i < search->queue->len; i++) {
    const guint pair = g_array_index(search->queue, guint, i), hops = g_array_index(search->hops, guint, i);
    const guint vertex = pair / space->n_states, state = pair % space->n_states;
    for (guint a = first[state]; hops < space->limit && a < first[state + 1]; a++)
      follow(search, vertex, &arcs[a], backward, hops + 1);
  }
}

static void
begin(Reach *search, RelataPathSearcher *searcher, const RelataPathQuery *query, guint vertex,
      gboolean backward)
{
  *search = (Reach){.queue = g_array_new(FALSE, FALSE, sizeof(guint)),
                    .hops = g_array_new(FALSE, FALSE, sizeof(guint))};
  relata_path_space_init(&search->space, searcher, query);
  g_assert(search->space.n_states > 0);
  search->seen = g_new0(guint8, MAX((gsize)search->space.adjacency->n_vertices * search->space.n_states, 1));
  for (guint i = 0; i < query->n_avoid; i++)
    searcher->closed[query->avoid[i]] = 1;
  if (vertex < search->space.adjacency->n_vertices && !searcher->closed[vertex])
    for (guint state = 0; state < search->space.n_states; state++)
      if (backward ? relata_path_ends(&search->space, vertex, state) : state == 0)
        reach(search, vertex, state, 0);
  spread(search, backward);
  for (guint i = 0; i < query->n_avoid; i++)
    searcher->closed[query->avoid[i]] = 0;
}

static void
end(Reach *search)
{
  relata_path_space_clear(&search->space);
  g_free(search->seen);
  g_array_unref(search->queue);
  g_array_unref(search->hops);
}

static int
compare_reached(gconstpointer a, gconstpointer b)
{
  const RelataReached *one = a, *other = b;
  if (one->hops != other->hops)
    return one->hops < other->hops ? -1 : 1;
  return one->vertex < other->vertex ? -1 : one->vertex > other->vertex;
}

typedef gboolean (*Wanted)(const Reach *search, guint vertex, guint state, gpointer data);

/* Returns the vertices of the wanted pairs, each once. */
static GArray *
list(const Reach *search, Wanted wanted, gpointer data)
{
  const guint n_states = search->space.n_states;
  GArray *list = g_array_new(FALSE, FALSE, sizeof(RelataReached));
  g_autofree guint8 *listed = g_new0(guint8, MAX(search->space.adjacency->n_vertices, 1));
  for (guint i = 0; i < search->queue->len; i++) {
    const guint pair = g_array_index(search->queue, guint, i), vertex = pair / n_states;
    const RelataReached reached = {vertex, g_array_index(search->hops, guint, i)};
    if (listed[vertex] || !wanted(search, vertex, pair % n_states, data))
      continue;
    listed[vertex] = 1;
    g_array_append_val(list, reached);
  }
  g_array_sort(list, compare_reached);
  return list;
}

static gboolean
ends_there(const Reach *search, guint vertex, guint state, gpointer backward)
{
  return backward != NULL ? state == 0 : relata_path_ends(&search->space, vertex, state);
}

GArray *
relata_path_reach(RelataPathSearcher *searcher, const RelataPathQuery *query, guint vertex, gboolean backward)
{
  g_return_val_if_fail(searcher != NULL && query != NULL && vertex < searcher->network->n_actors, NULL);
  Reach search;
  begin(&search, searcher, query, vertex, backward);
  GArray *reached = list(&search, ends_there, GINT_TO_POINTER(backward));
  end(&search);
  return reached;
}

typedef struct {
  const RelataPattern *pattern;
  guint progress;
} Farthest;

static guint
progress_at(const Reach *search, const RelataPattern *pattern, guint vertex, guint state)
{
  const guint32 *tests = search->space.tests;
  return relata_pattern_progress(pattern, state, tests != NULL ? tests[vertex] : 0);
}

static gboolean
is_farthest(const Reach *search, guint vertex, guint state, gpointer data)
{
  const Farthest *farthest = data;
  return progress_at(search, farthest->pattern, vertex, state) == farthest->progress;
}

GArray *
relata_path_progress(RelataPathSearcher *searcher, const RelataPathQuery *query, guint *progress,
                     gboolean *begun)
{
  g_return_val_if_fail(searcher != NULL && query != NULL && progress != NULL && begun != NULL, NULL);
  g_return_val_if_fail(query->pattern != NULL && query->from < searcher->network->n_actors, NULL);
  Reach search;
  Farthest farthest = {query->pattern, 0};
  begin(&search, searcher, query, query->from, FALSE);
  for (guint i = 0; i < search.queue->len; i++) {
    const guint pair = g_array_index(search.queue, guint, i), n_states = search.space.n_states;
    const guint here = progress_at(&search, query->pattern, pair / n_states, pair % n_states);
    farthest.progress = MAX(farthest.progress, here);
  }
  GArray *reached = list(&search, is_farthest, &farthest);
  *progress = farthest.progress;
  *begun = search.queue->len > 1;
  end(&search);
  return reached;
}
