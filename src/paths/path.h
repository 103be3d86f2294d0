/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Paths between actors. A path is a sequence of ties, so that each hop has a definite relation.
 *
 * Paths are ordered by the order asked for, best first; then by the number of hops; then hop by hop: by the
 * id of the actor that the hop leads to, its corroboration (higher first), relation type id, and direction
 * (along the tie first).
 *
 * What may come twice on a path is its mode (RelataPathMode): as a rule no tie along a pattern, and no actor
 * otherwise. The first k paths are the first k of any greater number. */
#ifndef RELATA_PATHS_PATH_H
#define RELATA_PATHS_PATH_H

#include "network/adjacency.h"
#include "paths/path_rule.h"
#include "paths/pattern.h"

RELATA_BEGIN_DECLS

/* The maximum number of groups in RelataPathQuery.via. */
#define RELATA_PATH_MAX_VIA 16

typedef struct {
  guint n_hops;    /* 0 where both ends are the same actor */
  guint *vertices; /* n_hops + 1 */
  RelataHop *hops; /* n_hops */
} RelataPath;

/* What all hops of a path are to have in common. */
typedef enum {
  RELATA_SAME_NOTHING,
  RELATA_SAME_DOCUMENT, /* one document affirms each of them */
  RELATA_SAME_ORIGIN,   /* claims of one origin do (corpus/origin.h) */
  RELATA_N_SAME
} RelataSame;

typedef struct {
  guint from, to;    /* vertices */
  gboolean directed; /* only along directed ties; symmetric ties go both ways. Not allowed with a pattern */
  guint max_hops;    /* 0: no limit */
  const guint *via;  /* vertices that must be on the path, in any order */
  guint n_via;
  /* By vertex of `via`, the number of its group, ascending from 0: one of each group must be on the path.
   * NULL: each is a group of its own. At most RELATA_PATH_MAX_VIA groups. */
  const guint *via_groups;
  const guint *avoid; /* vertices that must not be on the path; neither end */
  guint n_avoid;
  const RelataPattern *pattern; /* what the sequence of hops must match; NULL: anything */
  RelataPathOrder order;
  /* Each hop must not be earlier than the one before it. Hops are dated by their claims, in the reading of
   * the network's selection: a state can be walked on any day on which it holds. Where the claims of a hop
   * differ, any affirming one is enough. Surely: however the dates are read; an undated hop fits only where
   * it is the only hop. Only for RELATA_ORDER_HOPS. */
  gboolean in_order;
  /* The document or origin (by its number) that affirms all hops, where `same` says that one is to;
   * RELATA_NONE: none does, so that there is no hop. relata_path_sets_search() tries all of them. Then hops
   * are dated by its claims only. */
  RelataSame same;
  guint source;
  RelataPathMode mode;
  RelataPathSelector selector;
  guint groups;   /* of RELATA_PATHS_GROUPS: their number, ≥ 1 */
  guint count;    /* maximum number of paths, whatever the selector; ≥ 1 */
  gboolean probe; /* find out whether there are more paths, for `cut`; may cost one more search */
  /* NULL, or a function that gets each path as soon as it is found. The answer then does not keep the paths.
   * It returns FALSE to end the search. */
  gboolean (*found)(const RelataPath *path, gpointer data);
  gpointer data;
} RelataPathQuery;

typedef struct {
  GPtrArray *paths; /* of RelataPath, in order */
  guint n_found;
  gboolean cut;     /* there are more than `count` paths of those asked for. With `probe` it is TRUE wherever
                     * that is so, but for the first path alone in a mode in which looking for a second may
                     * take long: then only where one was found with little work */
  gboolean gave_up; /* the work limit was reached before the search was complete. The paths are still the
                     * first ones, but it is not known whether there are more */
} RelataPathAnswer;

/* A network prepared for many questions. It keeps memory that searches reuse. */
typedef struct RelataPathSearcher RelataPathSearcher;

/* Makes a searcher for the network, which is borrowed. O(V + E), and the cost of the network's adjacency
 * where that is not made yet. */
RelataPathSearcher *relata_path_searcher_new(const RelataNetwork *network);
void relata_path_searcher_free(RelataPathSearcher *searcher);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPathSearcher, relata_path_searcher_free)

/* Finds paths. Returns NULL only for an invalid query (RELATA_ERROR_VALUE). Free with
 * relata_path_answer_free(). S is the number of the pattern's states (1 without a pattern). The shortest path
 * is found by breadth-first search from both ends, O(S · (V + E)); other orders and `time` by rounds over
 * hops (Bellman–Ford), O(length · S · (V + E)) at worst; more paths by partition (Yen 1971 with Lawler's
 * index, 1972), O(k · length) searches. Paths along a pattern that may not come to a tie or an actor twice,
 * or that go through given actors, include the disjoint paths problem; where the best walk is no such path,
 * they are found by best-first search under a work limit. paths/path_rule.h says which search answers what.
 */
RelataPathAnswer *relata_path_search(RelataPathSearcher *searcher, const RelataPathQuery *query,
                                     GError **error);
void relata_path_answer_free(RelataPathAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPathAnswer, relata_path_answer_free)

/* Return the documents, or origins, that affirm a tie, and those that affirm every hop of a path, as
 * ascending numbers (guint). Claims without a document are of none. Free with g_array_unref(). O(claims²) for
 * those of one tie. */
GArray *relata_path_tie_sources(const RelataNetwork *network, guint tie, RelataSame same);
GArray *relata_path_sources(const RelataNetwork *network, const RelataPath *path, RelataSame same);

/* Returns the ties (guint, edges) of paths (RelataPath), hop by hop. Free with g_array_unref(). */
GArray *relata_path_edges(const GPtrArray *paths);

typedef struct {
  guint vertex;
  guint hops; /* the smallest number of hops */
} RelataReached;

/* Returns the vertices that can be reached from a vertex, nearest first, equals by id, as RelataReached; with
 * `backward`, those that reach it. The vertex itself is included where the pattern allows no hop. Of the
 * query only direction, pattern, avoided vertices and hop limit count. The result is empty for an avoided
 * vertex. Free with g_array_unref(). O(S · (V + E)). */
GArray *relata_path_reach(RelataPathSearcher *searcher, const RelataPathQuery *query, guint vertex,
                          gboolean backward);

/* Finds how far the pattern can be followed from query->from. Returns the vertices that its furthest matched
 * beginning leads to, as RelataReached. *progress is set to that beginning's relata_pattern_progress(), and
 * *begun to whether at least one hop could be taken. Free with g_array_unref(). O(S · (V + E)). */
GArray *relata_path_progress(RelataPathSearcher *searcher, const RelataPathQuery *query, guint *progress,
                             gboolean *begun);

/* Returns how sure a tie is, from 0 to 1: the highest confidence of its affirming claims. A claim without a
 * confidence counts by its certainty, in the reading of Kent (1964, "Words of estimative probability"):
 * certain 0.93, probable 0.75, possible 0.5. Of a disputed tie only the share of its independent sources that
 * affirm it counts: 1 source against 3 leave a quarter. */
double relata_tie_confidence(const RelataNetwork *network, const RelataTie *tie);

RELATA_END_DECLS

#endif
