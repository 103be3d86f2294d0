/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Bounds for paths that visit given vertices. Even with one such vertex this includes the problem of two
 * disjoint paths, which is NP-complete in directed graphs (Fortune, Hopcroft & Wyllie 1980). So the answer is
 * found by search.
 *
 * Where a path comes to no actor twice, vertices on no such path from start to end are left out. In the graph
 * with an added edge from start to end, they are those outside the block (biconnected component) of that edge
 * (Tarjan 1972). Where a vertex to be visited is outside that block, the answer is no at once.
 *
 * The vertices to be visited come in groups, of each of which one is enough. The lower bound on the hops uses
 * the distances from each vertex to the nearest of each group, and to the end: it is the shortest walk that
 * visits the remaining groups in the best order (Held & Karp 1962), each step from the best of its group. */
#include "paths/path_space.h"

#include <string.h>

struct RelataPathTours {
  const RelataPathSpace *space;
  guint from;
  guint8 *ways;        /* by relation type: the ways in which some step of the pattern walks it */
  gboolean comes_once; /* a path comes to its ends once: it does not continue from the end, nor lead back to
                        * the start */
  guint8 *open;        /* by vertex: it is in the block, or there is none */
  guint16 *groups;     /* by vertex: those it belongs to, as bits; 0 for a group that an end belongs to */
  guint n_via;         /* groups */
  GArray *targets[RELATA_PATH_MAX_VIA + 1]; /* of guint: the vertices of each group, then the end */
  guint *distances;                         /* [target][vertex] */
  guint *tours;                             /* [set][index]: hops from there through the set to the end */
};

static gboolean
may_walk(const RelataPathTours *tours, guint place, gboolean back)
{
  const RelataAdjacency *adjacency = tours->space->adjacency;
  for (guint hop = adjacency->first[place]; hop < adjacency->first[place + 1]; hop++) {
    const guint kind = tours->space->kinds[hop], ways = RELATA_KIND_WAYS(kind);
    if ((tours->ways[RELATA_KIND_TYPE(kind)] & (back ? RELATA_WAYS_BACK(ways) : ways)) != 0)
      return TRUE;
  }
  return FALSE;
}

/* ── The block of start and end ──────────────────────────────────────────────────────────── */

typedef struct {
  guint vertex;
  guint next; /* index of the next neighbour to look at */
} Frame;

/* Tarjan's search from the start. Its first child is the end, reached by the added edge. */
static void
find_block(RelataPathTours *tours)
{
  const RelataAdjacency *adjacency = tours->space->adjacency;
  const guint8 *closed = tours->space->searcher->closed;
  const guint n = adjacency->n_vertices, to = tours->space->to;
  g_autofree guint *order = g_new0(guint, n); /* by vertex: 0 if not seen */
  g_autofree guint *low = g_new0(guint, n);
  g_autofree guint *parent = g_new0(guint, n);
  g_autofree guint *stack = g_new(guint, n); /* vertices whose block is not yet known */
  g_autofree Frame *frames = g_new(Frame, n);
  guint n_seen = 1, n_stack = 0, depth = 0;
  order[tours->from] = low[tours->from] = n_seen++;
  order[to] = low[to] = n_seen++;
  parent[to] = tours->from;
  stack[n_stack++] = to;
  frames[depth++] = (Frame){to, adjacency->offsets[to]};
  while (depth > 0) {
    Frame *frame = &frames[depth - 1];
    const guint v = frame->vertex;
    if (frame->next == adjacency->offsets[v + 1]) {
      const guint above = parent[v];
      depth--;
      low[above] = MIN(low[above], low[v]);
      if (depth > 0 && low[v] >= order[above]) {
        while (stack[n_stack - 1] != v)
          n_stack--;
        n_stack--; /* removes a block attached only at `above` */
      }
      continue;
    }
    const guint place = frame->next++, u = adjacency->neighbours[place];
    if (closed[u] || (!may_walk(tours, place, FALSE) && !may_walk(tours, place, TRUE)))
      continue;
    if (u == tours->from) {
      low[v] = order[u];
    } else if (u == parent[v]) {
      continue;
    } else if (order[u] != 0) {
      low[v] = MIN(low[v], order[u]);
    } else {
      order[u] = low[u] = n_seen++;
      parent[u] = v;
      stack[n_stack++] = u;
      frames[depth++] = (Frame){u, adjacency->offsets[u]};
    }
  }
  for (guint i = 0; i < n_stack; i++)
    tours->open[stack[i]] = 1;
}

/* ── Bounds ──────────────────────────────────────────────────────────────────────────────── */

/* Computes the hops from each open vertex, and from the start, to the nearest target. */
static void
measure(const RelataPathTours *tours, const GArray *targets, guint *distance, guint *queue)
{
  const RelataAdjacency *adjacency = tours->space->adjacency;
  guint head = 0, tail = 0;
  for (guint i = 0; i < adjacency->n_vertices; i++)
    distance[i] = RELATA_PATH_FAR;
  for (guint i = 0; i < targets->len; i++) {
    queue[tail++] = g_array_index(targets, guint, i);
    distance[queue[tail - 1]] = 0;
  }
  while (head < tail) {
    const guint v = queue[head++];
    if (tours->comes_once && v == tours->from)
      continue;
    for (guint place = adjacency->offsets[v]; place < adjacency->offsets[v + 1]; place++) {
      const guint u = adjacency->neighbours[place];
      if ((!tours->open[u] && u != tours->from) || distance[u] != RELATA_PATH_FAR ||
          (tours->comes_once && u == tours->space->to) || !may_walk(tours, place, TRUE))
        continue;
      distance[u] = distance[v] + 1;
      queue[tail++] = u;
    }
  }
}

guint
relata_path_tours_bound(const RelataPathTours *tours, guint vertex, guint set)
{
  const guint n = tours->space->adjacency->n_vertices;
  guint best = RELATA_PATH_FAR;
  if (set == 0)
    return tours->distances[(gsize)tours->n_via * n + vertex];
  for (guint i = 0; i < tours->n_via; i++) {
    if ((set >> i & 1) != 0) {
      const guint rest = tours->tours[(gsize)(set & ~(1u << i)) * tours->n_via + i];
      best = MIN(best, tours->distances[(gsize)i * n + vertex] + rest);
    }
  }
  return MIN(best, RELATA_PATH_FAR);
}

/* Returns the bound from the best vertex of a group. */
static guint
bound_from_group(const RelataPathTours *tours, guint group, guint set)
{
  guint best = RELATA_PATH_FAR;
  for (guint i = 0; i < tours->targets[group]->len; i++)
    best = MIN(best, relata_path_tours_bound(tours, g_array_index(tours->targets[group], guint, i), set));
  return best;
}

static void
plan_tours(RelataPathTours *tours)
{
  const guint n_sets = 1u << tours->n_via;
  tours->tours = g_new(guint, MAX((gsize)n_sets * tours->n_via, 1));
  for (guint set = 0; set < n_sets; set++)
    for (guint i = 0; i < tours->n_via; i++)
      tours->tours[(gsize)set * tours->n_via + i] =
          (set >> i & 1) != 0 ? RELATA_PATH_FAR : bound_from_group(tours, i, set);
}

static void
set_ways(RelataPathTours *tours)
{
  const RelataAutomaton *automaton = tours->space->automaton;
  tours->ways = g_new0(guint8, MAX(automaton->n_types, 1));
  for (guint step = 0; step < automaton->n_steps; step++)
    for (guint type = 0; type < automaton->n_types; type++)
      tours->ways[type] |= automaton->ways[(gsize)step * automaton->n_types + type];
}

static guint
group_of(const RelataPathQuery *query, guint index)
{
  return query->via_groups != NULL ? query->via_groups[index] : index;
}

/* Adds the group whose vertices are `first` to end − 1 of the query's, unless an end of the path belongs to
 * it. Vertices outside the block are left out. Returns whether one is left. */
static gboolean
add_group(RelataPathTours *tours, const RelataPathQuery *query, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    if (query->via[i] == tours->from || query->via[i] == tours->space->to)
      return TRUE;
  GArray *targets = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = first; i < end; i++)
    if (tours->open[query->via[i]]) {
      g_array_append_val(targets, query->via[i]);
      tours->groups[query->via[i]] |= (guint16)(1u << tours->n_via);
    }
  tours->targets[tours->n_via++] = targets;
  return targets->len > 0;
}

RelataPathTours *
relata_path_tours_new(const RelataPathSpace *space, const RelataPathQuery *query)
{
  const guint n = space->adjacency->n_vertices;
  RelataPathTours *tours = g_new0(RelataPathTours, 1);
  gboolean possible = TRUE;
  tours->space = space;
  tours->from = query->from;
  tours->open = g_new0(guint8, n);
  tours->groups = g_new0(guint16, n);
  set_ways(tours);
  tours->comes_once = space->mode == RELATA_MODE_ACYCLIC;
  for (guint i = 0; !tours->comes_once && i < n; i++)
    tours->open[i] = !space->searcher->closed[i];
  if (tours->comes_once && query->from != space->to)
    find_block(tours);
  for (guint first = 0, end; first < query->n_via; first = end) {
    for (end = first + 1; end < query->n_via && group_of(query, end) == group_of(query, first);)
      end++;
    possible = add_group(tours, query, first, end) && possible;
  }
  if (!possible) {
    relata_path_tours_free(tours);
    return NULL;
  }
  tours->targets[tours->n_via] = g_array_new(FALSE, FALSE, sizeof(guint));
  g_array_append_val(tours->targets[tours->n_via], space->to);
  g_autofree guint *queue = g_new(guint, n);
  tours->distances = g_new(guint, (gsize)(tours->n_via + 1) * n);
  for (guint i = 0; i <= tours->n_via; i++)
    measure(tours, tours->targets[i], tours->distances + (gsize)i * n, queue);
  plan_tours(tours);
  return tours;
}

void
relata_path_tours_free(RelataPathTours *tours)
{
  if (tours == NULL)
    return;
  g_free(tours->ways);
  g_free(tours->open);
  g_free(tours->groups);
  for (guint i = 0; i < G_N_ELEMENTS(tours->targets); i++)
    g_clear_pointer(&tours->targets[i], g_array_unref);
  g_free(tours->distances);
  g_free(tours->tours);
  g_free(tours);
}

guint
relata_path_tours_groups(const RelataPathTours *tours, guint vertex)
{
  return tours->groups[vertex];
}

guint
relata_path_tours_all(const RelataPathTours *tours)
{
  return (1u << tours->n_via) - 1;
}

gboolean
relata_path_tours_open(const RelataPathTours *tours, guint vertex)
{
  return tours->open[vertex] != 0;
}
