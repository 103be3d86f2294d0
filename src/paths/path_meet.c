/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The shortest path by breadth-first search from both ends (Pohl 1971), level by level, always on the side
 * that has fewer hops to look at. The level at which the two sides meet is completed. Then the pairs on some
 * shortest path are marked from the meeting back to the start, and the first path in order is read forwards.
 *
 * Levels are kept between searches: a value below `base` belongs to an earlier search. */
#include "paths/path_space.h"

#include <string.h>

typedef struct {
  GArray *pairs;   /* of guint: the pairs of all levels, in order of level */
  guint first;     /* index of the last level's first pair */
  guint level;     /* number of the last level */
  guint64 n_ahead; /* number of hops that leave the last level */
  guint *levels;   /* by pair: base + level */
} Side;

typedef struct {
  RelataPathSpace *space;
  const RelataPathStart *start;
  guint base;
  Side from, to;
} Meeting;

static guint
pair_of(const RelataPathSpace *space, guint vertex, guint state)
{
  return vertex * space->n_states + state;
}

/* Makes room for the levels. Levels of earlier searches stay recognisable as such. */
static void
prepare(RelataPathSpace *space)
{
  RelataPathSearcher *searcher = space->searcher;
  g_assert(space->n_states > 0);
  const gsize n = MAX((gsize)space->adjacency->n_vertices * space->n_states, 1);
  /* There are fewer levels than pairs. */
  if (searcher->n_pairs < n || searcher->base > G_MAXUINT - 2 * n - 4) {
    searcher->n_pairs = MAX(n, searcher->n_pairs);
    searcher->base = 1;
    g_free(searcher->forward);
    g_free(searcher->backward);
    g_free(searcher->marks);
    searcher->forward = g_new0(guint, searcher->n_pairs);
    searcher->backward = g_new0(guint, searcher->n_pairs);
    searcher->marks = g_new0(guint, searcher->n_pairs);
  }
}

static void
reach(const Meeting *meeting, Side *side, guint vertex, guint state, guint level)
{
  const RelataPathSpace *space = meeting->space;
  const guint pair = pair_of(space, vertex, state);
  side->levels[pair] = meeting->base + level;
  g_array_append_val(side->pairs, pair);
  side->n_ahead += space->adjacency->offsets[vertex + 1] - space->adjacency->offsets[vertex] + 1;
}

static gboolean
is_reached(const Meeting *meeting, const Side *side, guint pair)
{
  return side->levels[pair] >= meeting->base;
}

/* Whether the arc may take some hop to the neighbour at that index of the adjacency. */
static gboolean
has_hop(const RelataPathSpace *space, guint place, guint step, gboolean back, gboolean check_banned)
{
  const RelataAdjacency *adjacency = space->adjacency;
  for (guint hop = adjacency->first[place]; hop < adjacency->first[place + 1]; hop++)
    if (relata_path_takes(space, step, hop, back) && !(check_banned && space->searcher->banned[hop]))
      return TRUE;
  return FALSE;
}

/* Advances one level from the start. Returns whether it met the other side. */
static gboolean
go_forward(Meeting *meeting)
{
  RelataPathSpace *space = meeting->space;
  const RelataAdjacency *adjacency = space->adjacency;
  const RelataAutomaton *automaton = space->automaton;
  const guint8 *closed = space->searcher->closed;
  Side *side = &meeting->from;
  const guint begin = side->first, end = side->pairs->len;
  const gboolean check_banned = side->level == 0 && meeting->start->has_banned;
  gboolean met = FALSE;
  side->first = end;
  side->level++;
  side->n_ahead = 0;
  for (guint i = begin; i < end; i++) {
    const guint pair = g_array_index(side->pairs, guint, i);
    const guint vertex = pair / space->n_states, state = pair % space->n_states;
    for (guint a = automaton->first[state]; a < automaton->first[state + 1]; a++) {
      const RelataPatternArc *arc = &automaton->arcs[a];
      if (!relata_path_guard_holds(space, vertex, arc->guard))
        continue;
      for (guint place = adjacency->offsets[vertex]; place < adjacency->offsets[vertex + 1]; place++) {
        const guint next = adjacency->neighbours[place], next_pair = pair_of(space, next, arc->state);
        if (is_reached(meeting, side, next_pair) || closed[next] ||
            !has_hop(space, place, arc->step, FALSE, check_banned))
          continue;
        reach(meeting, side, next, arc->state, side->level);
        met = met || is_reached(meeting, &meeting->to, next_pair);
      }
    }
  }
  return met;
}

/* Goes one level back from the end. The vertices of a beginning are closed, except the last, from which the
 * search starts. */
static gboolean
go_backward(Meeting *meeting)
{
  RelataPathSpace *space = meeting->space;
  const RelataAdjacency *adjacency = space->adjacency;
  const RelataAutomaton *automaton = space->automaton;
  const guint8 *closed = space->searcher->closed;
  Side *side = &meeting->to;
  const guint begin = side->first, end = side->pairs->len, start = meeting->start->vertex;
  gboolean met = FALSE;
  side->first = end;
  side->level++;
  side->n_ahead = 0;
  for (guint i = begin; i < end; i++) {
    const guint pair = g_array_index(side->pairs, guint, i);
    const guint vertex = pair / space->n_states, state = pair % space->n_states;
    for (guint a = automaton->reversed_first[state]; a < automaton->reversed_first[state + 1]; a++) {
      const RelataPatternArc *arc = &automaton->reversed[a];
      for (guint place = adjacency->offsets[vertex]; place < adjacency->offsets[vertex + 1]; place++) {
        const guint next = adjacency->neighbours[place], next_pair = pair_of(space, next, arc->state);
        if (is_reached(meeting, side, next_pair) || (closed[next] && next != start) ||
            !relata_path_guard_holds(space, next, arc->guard))
          continue;
        if (next == start && meeting->start->has_banned) {
          if (!has_hop(space, relata_adjacency_find(adjacency, start, vertex), arc->step, FALSE, TRUE))
            continue;
        } else if (!has_hop(space, place, arc->step, TRUE, FALSE)) {
          continue;
        }
        reach(meeting, side, next, arc->state, side->level);
        met = met || is_reached(meeting, &meeting->from, next_pair);
      }
    }
  }
  return met;
}

/* Marks the pairs of the forward side that lie on a shortest path to the meeting, with their level. */
static void
mark(Meeting *meeting)
{
  RelataPathSpace *space = meeting->space;
  const RelataAdjacency *adjacency = space->adjacency;
  const RelataAutomaton *automaton = space->automaton;
  guint *marks = space->searcher->marks;
  const Side *from = &meeting->from;
  g_autoptr(GArray) marked = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = from->first; i < from->pairs->len; i++) {
    const guint pair = g_array_index(from->pairs, guint, i);
    if (is_reached(meeting, &meeting->to, pair)) {
      marks[pair] = from->levels[pair];
      g_array_append_val(marked, pair);
    }
  }
  for (guint i = 0; i < marked->len; i++) {
    const guint pair = g_array_index(marked, guint, i), level = from->levels[pair];
    const guint vertex = pair / space->n_states, state = pair % space->n_states;
    if (level == meeting->base)
      continue;
    for (guint a = automaton->reversed_first[state]; a < automaton->reversed_first[state + 1]; a++) {
      const RelataPatternArc *arc = &automaton->reversed[a];
      for (guint place = adjacency->offsets[vertex]; place < adjacency->offsets[vertex + 1]; place++) {
        const guint before = pair_of(space, adjacency->neighbours[place], arc->state);
        if (from->levels[before] != level - 1 || marks[before] == level - 1 ||
            !relata_path_guard_holds(space, adjacency->neighbours[place], arc->guard) ||
            !has_hop(space, place, arc->step, TRUE, FALSE))
          continue;
        marks[before] = level - 1; /* read_off() skips banned first hops */
        g_array_append_val(marked, before);
      }
    }
  }
}

/* Returns the states at a vertex that lie on a shortest path, this many hops from the start. */
static guint64
good_states(const Meeting *meeting, guint vertex, guint64 states, guint hops)
{
  const RelataPathSpace *space = meeting->space;
  guint64 good = 0;
  for (guint state = 0; state < space->n_states; state++) {
    const guint pair = pair_of(space, vertex, state);
    const gboolean is_good =
        hops <= meeting->from.level
            ? space->searcher->marks[pair] == meeting->base + hops
            : meeting->to.levels[pair] == meeting->base + meeting->from.level + meeting->to.level - hops;
    if ((states >> state & 1) != 0 && is_good)
      good |= (guint64)1 << state;
  }
  return good;
}

/* Always takes the first hop that stays on a shortest path. Neighbours without such a hop are skipped at
 * once. */
static void
read_off(const Meeting *meeting, GArray *hops)
{
  const RelataPathSpace *space = meeting->space;
  const RelataAdjacency *adjacency = space->adjacency;
  const guint length = meeting->from.level + meeting->to.level;
  guint vertex = meeting->start->vertex;
  guint64 states = 1;
  for (guint done = 0; done < length; done++) {
    gboolean found = FALSE;
    for (guint place = adjacency->offsets[vertex]; !found && place < adjacency->offsets[vertex + 1];
         place++) {
      const guint next = adjacency->neighbours[place];
      if (space->searcher->closed[next] || good_states(meeting, next, G_MAXUINT64, done + 1) == 0)
        continue;
      for (guint hop = adjacency->first[place]; !found && hop < adjacency->first[place + 1]; hop++) {
        if (done == 0 && meeting->start->has_banned && space->searcher->banned[hop])
          continue;
        const guint64 then =
            good_states(meeting, next, relata_path_step(space, vertex, states, hop), done + 1);
        if (then == 0)
          continue;
        g_array_append_val(hops, hop);
        states = then;
        vertex = next;
        found = TRUE;
      }
    }
    g_assert(found);
  }
}

gboolean
relata_path_meet(RelataPathSpace *space, const RelataPathStart *start, GArray *hops)
{
  prepare(space);
  RelataPathSearcher *searcher = space->searcher;
  Meeting meeting = {.space = space, .start = start, .base = searcher->base};
  meeting.from.levels = searcher->forward;
  meeting.to.levels = searcher->backward;
  meeting.from.pairs = g_array_new(FALSE, FALSE, sizeof(guint));
  meeting.to.pairs = g_array_new(FALSE, FALSE, sizeof(guint));
  gboolean met = FALSE;
  reach(&meeting, &meeting.from, start->vertex, 0, 0);
  for (guint state = 0; state < space->n_states; state++)
    if (relata_path_ends(space, space->to, state)) {
      reach(&meeting, &meeting.to, space->to, state, 0);
      met = met || (space->to == start->vertex && state == 0);
    }
  while (!met && meeting.from.first < meeting.from.pairs->len && meeting.to.first < meeting.to.pairs->len &&
         meeting.from.level + meeting.to.level < start->limit)
    met = meeting.from.n_ahead <= meeting.to.n_ahead ? go_forward(&meeting) : go_backward(&meeting);
  if (met) {
    mark(&meeting);
    read_off(&meeting, hops);
  }
  searcher->base += MAX(meeting.from.level, meeting.to.level) + 1;
  g_array_unref(meeting.from.pairs);
  g_array_unref(meeting.to.pairs);
  return met;
}
