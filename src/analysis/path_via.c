/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The first completion of a path that visits given vertices. Even with one of them this holds the problem of
 * two disjoint paths, which is NP-complete in directed graphs (Fortune, Hopcroft & Wyllie 1980), so it is
 * searched:
 *
 * What lies on no path without repetition from start to target is left out: of the graph with an edge from
 * start to target added, only the block (biconnected component) that holds this edge remains (Tarjan 1972).
 * Where a vertex to be visited is not in it, the answer is no, at once.
 *
 * Bounds from below are the hops from each vertex to each one to be visited and to the target, and from these
 * the shortest walk that visits what remains, in the best order (Held & Karp 1962).
 *
 * Then iterative deepening, depth first, smallest vertex first (Korf 1985): a branch is cut when hops so far
 * plus bound exceed the depth; the next depth is the least that a branch was cut at. The first path found is
 * the first one in order, and where no branch was cut for its depth there is none. */
#include "analysis/path_finder.h"

#include <string.h>

#define UNREACHABLE (G_MAXUINT / 4) /* two of them add up without overflow */

typedef struct {
  RelataPathFinder *finder;
  guint start;
  guint8 *open; /* vertices of the block, without the start and those on the path being tried */
  guint n_open;
  guint n_targets; /* those to be visited, then finder->to */
  guint targets[17];
  guint8 *number;   /* 1 + place in targets, for those to be visited */
  guint *distances; /* [target][vertex] */
  guint *tours;     /* [set of those to be visited][place]: from there through the set to finder->to */
} Search;

static gboolean
spend(RelataPathFinder *finder, guint64 steps)
{
  if (finder->work < steps) {
    finder->work = 0;
    finder->gave_up = TRUE;
    return FALSE;
  }
  finder->work -= steps;
  return TRUE;
}

/* ── The block of start and target ───────────────────────────────────────────────────────── */

typedef struct {
  guint vertex;
  guint next; /* the neighbour to be looked at: those of `out`, then those of `in` */
} Frame;

/* The index-th neighbour of a vertex, whatever the direction; RELATA_NONE after the last. */
static guint
neighbour(const RelataPathFinder *finder, guint vertex, guint index)
{
  const RelataAdjacency *out = finder->out, *in = finder->in;
  guint n_out = out->offsets[vertex + 1] - out->offsets[vertex];
  if (index < n_out)
    return out->neighbours[out->offsets[vertex] + index];
  if (in == out || index - n_out >= in->offsets[vertex + 1] - in->offsets[vertex])
    return RELATA_NONE;
  return in->neighbours[in->offsets[vertex] + index - n_out];
}

/* Tarjan's search from the start, whose first child is the target by way of the added edge. Fills
 * search->open. */
static gboolean
find_block(Search *search)
{
  RelataPathFinder *finder = search->finder;
  const guint n = finder->out->n_vertices;
  g_autofree guint *order = g_new0(guint, n); /* 0: not seen */
  g_autofree guint *low = g_new0(guint, n);
  g_autofree guint *parent = g_new0(guint, n);
  g_autofree guint *stack = g_new(guint, n); /* vertices whose block is not known yet */
  g_autofree Frame *frames = g_new(Frame, n);
  guint n_seen = 1, n_stack = 0, depth = 0;
  g_autofree guint8 *first_hop = g_new0(guint8, n);
  for (guint i = finder->out->offsets[search->start]; i < finder->out->offsets[search->start + 1]; i++)
    first_hop[finder->out->neighbours[i]] = !finder->banned[finder->out->neighbours[i]];

  order[search->start] = low[search->start] = n_seen++;
  order[finder->to] = low[finder->to] = n_seen++;
  parent[finder->to] = search->start;
  stack[n_stack++] = finder->to;
  frames[depth++] = (Frame){finder->to, 0};
  while (depth > 0) {
    Frame *frame = &frames[depth - 1];
    guint v = frame->vertex, u = neighbour(finder, v, frame->next++);
    if (!spend(finder, 1))
      return FALSE;
    if (u == RELATA_NONE) {
      guint above = parent[v];
      depth--;
      low[above] = MIN(low[above], low[v]);
      if (depth > 0 && low[v] >= order[above]) {
        while (stack[n_stack - 1] != v)
          n_stack--;
        n_stack--; /* a block that hangs on `above` alone */
      }
    } else if (u == search->start) {
      if (first_hop[v])
        low[v] = order[u];
    } else if (!finder->closed[u] && u != parent[v]) {
      if (order[u] != 0) {
        low[v] = MIN(low[v], order[u]);
      } else {
        order[u] = low[u] = n_seen++;
        parent[u] = v;
        stack[n_stack++] = u;
        frames[depth++] = (Frame){u, 0};
      }
    }
  }
  for (guint i = 0; i < n_stack; i++)
    search->open[stack[i]] = 1;
  search->n_open = n_stack;
  return TRUE;
}

/* ── Bounds ──────────────────────────────────────────────────────────────────────────────── */

/* Hops from each open vertex to a target; none leads on from finder->to, where a path ends. */
static gboolean
measure(Search *search, guint target, guint *distance)
{
  RelataPathFinder *finder = search->finder;
  const RelataAdjacency *in = finder->in;
  guint head = 0, tail = 0;
  for (guint i = 0; i < in->n_vertices; i++)
    distance[i] = UNREACHABLE;
  distance[target] = 0;
  finder->queue[tail++] = target;
  while (head < tail) {
    guint v = finder->queue[head++];
    if (!spend(finder, 1 + in->offsets[v + 1] - in->offsets[v]))
      return FALSE;
    for (guint i = in->offsets[v]; i < in->offsets[v + 1]; i++) {
      guint u = in->neighbours[i];
      if (!search->open[u] || distance[u] != UNREACHABLE || u == finder->to)
        continue;
      distance[u] = distance[v] + 1;
      finder->queue[tail++] = u;
    }
  }
  return TRUE;
}

/* The shortest walk from a vertex through the set to the target: a bound, since it may repeat itself. */
static guint
bound(const Search *search, guint vertex, guint set)
{
  const guint n = search->finder->out->n_vertices, n_via = search->n_targets - 1;
  guint best = UNREACHABLE;
  if (set == 0)
    return search->distances[(gsize)n_via * n + vertex];
  for (guint i = 0; i < n_via; i++) {
    if ((set >> i & 1) != 0) {
      guint rest = search->tours[(gsize)(set & ~(1u << i)) * n_via + i];
      best = MIN(best, search->distances[(gsize)i * n + vertex] + rest);
    }
  }
  return MIN(best, UNREACHABLE);
}

static gboolean
plan_tours(Search *search)
{
  const guint n_via = search->n_targets - 1;
  if (!spend(search->finder, ((guint64)1 << n_via) * n_via * (n_via + 1)))
    return FALSE;
  search->tours = g_new(guint, ((gsize)1 << n_via) * n_via);
  for (guint set = 0; set < 1u << n_via; set++)
    for (guint i = 0; i < n_via; i++)
      search->tours[(gsize)set * n_via + i] =
          (set >> i & 1) != 0 ? UNREACHABLE : bound(search, search->targets[i], set);
  return TRUE;
}

/* ── Deepening ───────────────────────────────────────────────────────────────────────────── */

typedef struct {
  guint vertex;
  guint next; /* place in out->neighbours */
  guint set;  /* still to be visited */
} Step;

/* Paths of at most `depth` hops; *next is the least bound of those cut off. The steps are the path. */
static gboolean
search_to_depth(Search *search, guint depth, GArray *steps, guint *next)
{
  RelataPathFinder *finder = search->finder;
  const RelataAdjacency *out = finder->out;
  Step start = {search->start, out->offsets[search->start], (1u << (search->n_targets - 1)) - 1};
  g_array_set_size(steps, 0);
  g_array_append_val(steps, start);
  *next = UNREACHABLE;
  while (steps->len > 0) {
    Step *step = &g_array_index(steps, Step, steps->len - 1);
    if (step->next == out->offsets[step->vertex + 1]) {
      if (step->vertex != search->start)
        search->open[step->vertex] = 1;
      g_array_set_size(steps, steps->len - 1);
      continue;
    }
    guint v = out->neighbours[step->next++], set = step->set;
    if (!spend(finder, search->n_targets))
      return FALSE;
    if (!search->open[v] || (steps->len == 1 && finder->banned[v]) || (v == finder->to && set != 0))
      continue;
    if (search->number[v] != 0)
      set &= ~(1u << (search->number[v] - 1));
    guint least = bound(search, v, set);
    if (least == UNREACHABLE)
      continue;
    if (steps->len + least > depth) {
      *next = MIN(*next, steps->len + least);
      continue;
    }
    search->open[v] = 0;
    Step into = {v, out->offsets[v], set};
    g_array_append_val(steps, into);
    if (v == finder->to)
      return TRUE;
  }
  return FALSE;
}

static gboolean
deepen(Search *search, guint limit, GArray *completion)
{
  g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(Step));
  guint depth = 0, next;
  limit = MIN(limit, search->n_open);
  for (;;) {
    if (search_to_depth(search, depth, steps, &next))
      break;
    if (search->finder->gave_up || next > limit)
      return FALSE;
    depth = next;
  }
  for (guint i = 1; i < steps->len; i++)
    g_array_append_val(completion, g_array_index(steps, Step, i).vertex);
  return TRUE;
}

gboolean
relata_path_finder_complete_via(RelataPathFinder *finder, const RelataPathPrefix *prefix, GArray *completion)
{
  const guint n = finder->out->n_vertices;
  g_autofree guint8 *open = g_new0(guint8, n);
  g_autofree guint8 *number = g_new0(guint8, n);
  Search search = {
      .finder = finder, .start = prefix->vertices[prefix->n_vertices - 1], .open = open, .number = number};
  if (!find_block(&search))
    return FALSE;
  for (guint v = 0; v < n; v++) {
    if (finder->via[v] == 0 || finder->closed[v])
      continue;
    if (!open[v])
      return FALSE;
    search.targets[search.n_targets++] = v;
    number[v] = (guint8)search.n_targets;
  }
  search.targets[search.n_targets++] = finder->to;
  search.distances = g_new(guint, (gsize)search.n_targets * n);
  gboolean done = TRUE;
  for (guint i = 0; done && i < search.n_targets; i++)
    done = measure(&search, search.targets[i], search.distances + (gsize)i * n);
  done = done && plan_tours(&search) && deepen(&search, prefix->limit, completion);
  g_free(search.distances);
  g_free(search.tours);
  return done;
}
