/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: the sub-problem of path search. Given the beginning of a path and the hops that may not
 * follow it, the first of all completions: fewest hops, then smallest vertices along the way. */
#ifndef RELATA_ANALYSIS_PATH_FINDER_H
#define RELATA_ANALYSIS_PATH_FINDER_H

#include "analysis/adjacency.h"

G_BEGIN_DECLS

typedef struct {
  const RelataAdjacency *out, *in; /* the same one where direction is ignored */
  guint to;
  guint8 *closed;  /* vertices that may not be entered: avoided, or on the path already */
  guint8 *banned;  /* vertices that may not be the first one entered; all 0 between calls */
  guint *distance; /* scratch, as is the queue */
  guint *queue;
  guint n_via;
  guint8 *via;  /* 1 + the number of a vertex that must be on the path; NULL where there is none */
  guint64 work; /* what may still be done, in steps */
  gboolean gave_up;
} RelataPathFinder;

typedef struct {
  const guint *vertices; /* of the path so far; the last one is where the completion begins */
  guint n_vertices;
  const guint *banned;
  guint n_banned;
  guint limit; /* at most so many hops more */
} RelataPathPrefix;

/* Without avoided vertices and via; those are set by the caller. */
void relata_path_finder_init(RelataPathFinder *finder, const RelataAdjacency *out, const RelataAdjacency *in,
                             guint to);
void relata_path_finder_clear(RelataPathFinder *finder);

/* Appends the vertices after the prefix to `completion`; FALSE where there is no completion, or
 * finder->gave_up. O(V + E), or with vertices that must still be visited exponential, cut off by
 * finder->work. */
gboolean relata_path_finder_complete(RelataPathFinder *finder, const RelataPathPrefix *prefix,
                                     GArray *completion);

/* path_via.c: the same where some vertices must still be visited; the prefix is closed and banned is set. */
gboolean relata_path_finder_complete_via(RelataPathFinder *finder, const RelataPathPrefix *prefix,
                                         GArray *completion);

G_END_DECLS

#endif
