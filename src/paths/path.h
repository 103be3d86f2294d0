/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Paths between actors. A path is a row of ties, so that each hop says which relation was meant.
 *
 * Order of answers: by the order asked for, best first; then fewest hops; equals hop by hop, by the id of the
 * actor that it leads to, corroboration (more first), relation type id, and direction (along the tie first).
 *
 * No actor is on a path twice, save where a pattern alone says what a path is and the shortest are asked for:
 * these are found as SPARQL 1.1 finds them, and the pattern may lead through an actor again. */
#ifndef RELATA_PATHS_PATH_H
#define RELATA_PATHS_PATH_H

#include "network/adjacency.h"
#include "paths/pattern.h"

RELATA_BEGIN_DECLS

/* At most so many vertices can be required. */
#define RELATA_PATH_MAX_VIA 16

typedef struct {
  guint n_hops;    /* 0 where the ends are the same actor */
  guint *vertices; /* n_hops + 1 */
  RelataHop *hops; /* n_hops */
} RelataPath;

/* What makes a path better than another. */
typedef enum {
  RELATA_ORDER_HOPS,
  /* The weakest hop counts: its corroboration, then its certainty. A widest path. */
  RELATA_ORDER_STRONGEST,
  /* The product of the hops' confidences, see relata_tie_confidence(). */
  RELATA_ORDER_MOST_RELIABLE,
  /* The sum of the degrees (neighbours in the network) of the actors between the ends, less first: Croes,
   * Couche, Wodak & van Helden 2006, "Inferring meaningful pathways in weighted metabolic networks". */
  RELATA_ORDER_AVOID_HUBS
} RelataPathOrder;

/* Whether each hop must not be before the one before it. A hop is as its claims date it: a state may be
 * walked at any time while it holds, and where claims differ any that affirms it will do. */
typedef enum {
  RELATA_TIME_IGNORED,
  RELATA_TIME_POSSIBLY, /* some reading of the dates puts them in order; an undated hop fits anywhere */
  RELATA_TIME_SURELY    /* every reading does; an undated hop fits only where it is the only one */
} RelataPathTime;

typedef struct {
  guint from, to;    /* vertices */
  gboolean directed; /* only along directed ties; symmetric ones go both ways. Not with a pattern */
  guint max_hops;    /* 0: no limit */
  const guint *via;  /* vertices that must be on the path, in any order; at most RELATA_PATH_MAX_VIA */
  guint n_via;
  const guint *avoid; /* vertices that must not be on it (never an end) */
  guint n_avoid;
  const RelataPattern *pattern; /* what the row of hops must be like; NULL: anything */
  RelataPathOrder order;
  RelataPathTime time; /* other than IGNORED: with RELATA_ORDER_HOPS only */
  gboolean all;        /* every path that is as good as the best; else the `count` first */
  gboolean loopless;   /* nobody twice, though a pattern may lead there; implied by count > 1 and by via */
  guint count;         /* how many at most (also with `all`); ≥ 1 */
  gboolean probe;      /* whether to find out, for `cut`, if there are more: may take a search more */
  /* Where set, is given each path as soon as it is found, and the answer does not keep it. FALSE ends the
   * search. */
  gboolean (*found)(const RelataPath *path, gpointer data);
  gpointer data;
} RelataPathQuery;

typedef struct {
  GPtrArray *paths; /* of RelataPath, in order */
  guint n_found;
  gboolean cut;     /* there are more than `count` (of those asked for) */
  gboolean gave_up; /* the work limit was reached before the search was complete: the paths are the first ones
                     * all the same, but whether there are more is not known */
} RelataPathAnswer;

/* A network made ready for many questions: memory that searches use again. */
typedef struct RelataPathSearcher RelataPathSearcher;

/* O(V + E), and the network's adjacency where that is not made yet. The network is borrowed. */
RelataPathSearcher *relata_path_searcher_new(const RelataNetwork *network);
void relata_path_searcher_free(RelataPathSearcher *searcher);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPathSearcher, relata_path_searcher_free)
const RelataNetwork *relata_path_searcher_network(const RelataPathSearcher *searcher);

/* NULL only for an invalid query (RELATA_ERROR_VALUE). S being the pattern's states (1 without one):
 * the shortest path by breadth-first search from both ends, O(S · (V + E)); other orders and `time` by
 * rounds over hops (Bellman–Ford), O(length · S · (V + E)) at worst; more paths by partition (Yen 1971 with
 * Lawler's index, 1972), O(k · length) searches. Loopless paths along a pattern, or by way of others, hold
 * the disjoint paths problem: best-first search under a work limit. */
RelataPathAnswer *relata_path_search(RelataPathSearcher *searcher, const RelataPathQuery *query,
                                     GError **error);
void relata_path_answer_free(RelataPathAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPathAnswer, relata_path_answer_free)

typedef struct {
  guint vertex;
  guint hops; /* the fewest */
} RelataReached;

/* Who can be reached from a vertex (itself included, where the pattern takes no hop), nearest first, equals
 * by id: under the query's direction, pattern, avoided vertices and hop limit; its `to`, order, time and the
 * rest are not looked at. With `backward`: who reaches it. Of RelataReached, newly allocated; empty for an
 * avoided vertex. O(S · (V + E)). */
GArray *relata_path_reach(RelataPathSearcher *searcher, const RelataPathQuery *query, guint vertex,
                          gboolean backward);

/* How far the pattern can be followed from query->from: the vertices to which its furthest beginning leads
 * (by relata_pattern_progress(), set in *progress), as RelataReached, newly allocated. *begun: a hop of it
 * could be taken. O(S · (V + E)). */
GArray *relata_path_progress(RelataPathSearcher *searcher, const RelataPathQuery *query, guint *progress,
                             gboolean *begun);

/* How sure a tie is, from 0 to 1: the best of its affirming claims' confidences, one that gives none counting
 * by its certainty as Kent (1964, "Words of estimative probability") reads the words: certain 0.93, probable
 * 0.75, possible 0.5. */
double relata_tie_confidence(const RelataNetwork *network, const RelataTie *tie);

RELATA_END_DECLS

#endif
