/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The first completion of a path by breadth-first search: backwards from the target, level by level, until a
 * permitted first hop is met; then forwards, each time to the smallest vertex that is one nearer. Among
 * shortest completions that is the lexicographically first one, and being a shortest one it meets no vertex
 * twice. */
#include "analysis/path_finder.h"

void
relata_path_finder_init(RelataPathFinder *finder, const RelataAdjacency *out, const RelataAdjacency *in,
                        guint to)
{
  const guint n = out->n_vertices;
  *finder = (RelataPathFinder){.out = out, .in = in, .to = to};
  finder->closed = g_new0(guint8, n);
  finder->banned = g_new0(guint8, n);
  finder->distance = g_new(guint, n);
  finder->queue = g_new(guint, n);
}

void
relata_path_finder_clear(RelataPathFinder *finder)
{
  g_free(finder->closed);
  g_free(finder->banned);
  g_free(finder->distance);
  g_free(finder->queue);
  g_free(finder->via);
}

/* Sets the distance to the target of every vertex nearer than `start`, and returns start's, or RELATA_NONE
 * where it is more than `limit`. */
static guint
measure(RelataPathFinder *finder, guint start, guint limit)
{
  const RelataAdjacency *in = finder->in;
  for (guint i = 0; i < in->n_vertices; i++)
    finder->distance[i] = RELATA_NONE;
  guint head = 0, tail = 0;
  finder->distance[finder->to] = 0;
  finder->queue[tail++] = finder->to;
  while (head < tail) {
    guint v = finder->queue[head++], hops = finder->distance[v] + 1;
    if (hops > limit)
      break;
    for (guint i = in->offsets[v]; i < in->offsets[v + 1]; i++) {
      guint u = in->neighbours[i];
      if (u == start && !finder->banned[v])
        return hops;
      if (finder->closed[u] || finder->distance[u] != RELATA_NONE)
        continue;
      finder->distance[u] = hops;
      finder->queue[tail++] = u;
    }
  }
  return RELATA_NONE;
}

static gboolean
complete_shortest(RelataPathFinder *finder, const RelataPathPrefix *prefix, GArray *completion)
{
  const RelataAdjacency *out = finder->out;
  guint at = prefix->vertices[prefix->n_vertices - 1];
  guint left = measure(finder, at, prefix->limit);
  gboolean first = TRUE;
  if (left == RELATA_NONE)
    return FALSE;
  while (left > 0) {
    left--;
    for (guint i = out->offsets[at]; i < out->offsets[at + 1]; i++) {
      guint v = out->neighbours[i];
      if (finder->distance[v] == left && !(first && finder->banned[v])) {
        at = v;
        break;
      }
    }
    g_array_append_val(completion, at);
    first = FALSE;
  }
  return TRUE;
}

gboolean
relata_path_finder_complete(RelataPathFinder *finder, const RelataPathPrefix *prefix, GArray *completion)
{
  guint n_via = finder->n_via;
  for (guint i = 0; i < prefix->n_vertices; i++) {
    finder->closed[prefix->vertices[i]] = 1;
    if (finder->via != NULL && finder->via[prefix->vertices[i]] != 0)
      n_via--;
  }
  for (guint i = 0; i < prefix->n_banned; i++)
    finder->banned[prefix->banned[i]] = 1;
  gboolean found = n_via == 0 ? complete_shortest(finder, prefix, completion)
                              : relata_path_finder_complete_via(finder, prefix, completion);
  for (guint i = 0; i < prefix->n_vertices; i++)
    finder->closed[prefix->vertices[i]] = 0;
  for (guint i = 0; i < prefix->n_banned; i++)
    finder->banned[prefix->banned[i]] = 0;
  return found;
}
