/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Paths between actors. A path is a row of ties, so that each hop says which relation was meant; no actor
 * is on it twice.
 *
 * Order of answers: fewest hops first; equals by the actors' ids along the way, then, hop by hop, by
 * corroboration (more first), relation type id, and direction (along the tie first). */
#ifndef RELATA_ANALYSIS_PATH_H
#define RELATA_ANALYSIS_PATH_H

#include "network/network.h"

G_BEGIN_DECLS

/* At most so many vertices can be required. */
#define RELATA_PATH_MAX_VIA 16
/* The work limit of a query with `via`: steps from an actor to a neighbour, or what takes as long; a tenth of
 * a second or two. */
#define RELATA_PATH_WORK 30000000u

typedef struct {
  guint tie;        /* edge of the network */
  gboolean forward; /* walked along the tie (a symmetric tie always is) */
} RelataHop;

typedef struct {
  guint n_hops;    /* 0 where the ends are the same actor */
  guint *vertices; /* n_hops + 1 */
  RelataHop *hops; /* n_hops */
} RelataPath;

typedef struct {
  guint from, to;    /* vertices */
  gboolean directed; /* only along directed ties; symmetric ones go both ways */
  guint max_hops;    /* 0: no limit */
  const guint *via;  /* vertices that must be on the path, in any order; at most RELATA_PATH_MAX_VIA */
  guint n_via;
  const guint *avoid; /* vertices that must not be on it (never an end) */
  guint n_avoid;
  gboolean all; /* all paths of the fewest hops; else the `count` first of any length */
  guint count;  /* how many at most (also with `all`); ≥ 1 */
} RelataPathQuery;

typedef struct {
  GPtrArray *paths; /* of RelataPath, in order */
  gboolean cut;     /* there are more than `count` (of those asked for) */
  gboolean gave_up; /* the work limit was reached before the search was complete (only with `via`): the paths
                     * are the first ones all the same, but whether there are more is not known */
} RelataPathAnswer;

/* Yen's k shortest loopless paths (Yen 1971, with Lawler's index, 1972) over breadth-first searches:
 * O(k · length · (V + E)) without `via`. With `via` the problem holds the disjoint paths problem: exact
 * branch and bound under RELATA_PATH_WORK. Never NULL save for an invalid query (RELATA_ERROR_VALUE). */
RelataPathAnswer *relata_path_search(const RelataNetwork *network, const RelataPathQuery *query,
                                     GError **error);
void relata_path_answer_free(RelataPathAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPathAnswer, relata_path_answer_free)

/* The number of vertices that can be reached from one, itself included, under the query's direction, avoided
 * vertices and hop limit; with `backward` against the direction. 0 for an avoided one. O(V + E). */
guint relata_path_reach(const RelataNetwork *network, const RelataPathQuery *query, guint vertex,
                        gboolean backward);

G_END_DECLS

#endif
