/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Centralities of a network's actors. A measure is one row of a table and one function. */
#ifndef RELATA_ANALYSIS_CENTRALITY_H
#define RELATA_ANALYSIS_CENTRALITY_H

#include "network/network.h"

RELATA_BEGIN_DECLS

typedef struct RelataMeasureInfo RelataMeasureInfo;

/* What ties of several relations between the same two actors are to a measure. */
typedef enum {
  RELATA_TIES_EACH,   /* each counts */
  RELATA_TIES_AS_ONE, /* they are one: their number is ignored */
  RELATA_TIES_WEIGH   /* they are one, and their number is its weight */
} RelataParallelTies;

/* What the tie of an actor with itself is to a measure. */
typedef enum {
  RELATA_LOOPS_TWICE,  /* it counts at both its ends, which are the same actor */
  RELATA_LOOPS_ONCE,   /* it leads once from the actor to itself */
  RELATA_LOOPS_IGNORED /* only ties with others count */
} RelataLoops;

struct RelataMeasureInfo {
  const char *name;      /* "betweenness": for --by and in JSON */
  const char *help;      /* one line: what a high value means, and its range */
  const char *reference; /* the paper that defines it */
  gboolean integer;      /* values are whole numbers */
  gboolean directed;     /* FALSE: the direction of ties is ignored */
  RelataParallelTies parallel;
  RelataLoops loops;
  const char *divisor;     /* what values are divided by, where n is the number of actors; NULL: nothing */
  gboolean less_is_better; /* the lowest value comes first */
  /* Fills scores[network->n_actors]; the network has at least one actor. Returns FALSE and sets *error on
   * failure. */
  gboolean (*compute)(const RelataNetwork *network, double *scores, GError **error);
};

/* The table of measures. The last row has no name. */
extern const RelataMeasureInfo relata_measures[];

/* Returns the row with that name, or NULL with RELATA_ERROR_UNKNOWN_NAME, whose message gives the nearest
 * name. */
const RelataMeasureInfo *relata_measure_find(const char *name, GError **error);

/* Returns the scores of all vertices (free with g_free()), or NULL with RELATA_ERROR_FAILED where memory runs
 * out or an eigensolver does not converge within some seconds (as on a chain of thousands of actors). Every
 * value is finite and defined. The head of centrality.c says how the measures treat a directed multigraph,
 * isolated actors, disconnected networks and networks of one actor. Values are rounded so that equal
 * positions compare equal: to 12 significant digits, and scores from eigenvectors to 8 decimals. Cost: O(V +
 * E) for counts and coreness, O(V · E) for measures of distance, O(E · d) for constraint, O(E) a round for
 * spectral measures. The adjacency and the simple graphs, which measures share, are made once for each
 * network. */
double *relata_centrality(const RelataNetwork *network, const RelataMeasureInfo *measure, GError **error);

/* Does the same, but gives up with RELATA_ERROR_LIMIT at a time, as g_get_monotonic_time() counts it, if a
 * measure of distances is not computed by then. A time that is over: only measures that cost O(V + E) are
 * computed. */
double *relata_centrality_until(const RelataNetwork *network, const RelataMeasureInfo *measure,
                                gint64 deadline, GError **error);

/* Returns, for pictures, how prominent each vertex is: its score, or where less is better the score mirrored
 * within the range of the scores, so that the best has the highest value and all orders are turned. Otherwise
 * as relata_centrality(). */
double *relata_centrality_prominence(const RelataNetwork *network, const RelataMeasureInfo *measure,
                                     GError **error);

/* Returns what the measure ignores: "direction, parallel ties", one of them, or "nothing". */
const char *relata_measure_ignores(const RelataMeasureInfo *measure);
/* Returns "each", "as one" or "weigh". */
const char *relata_parallel_ties_name(RelataParallelTies parallel);
/* Returns "twice", "once" or "ignored". */
const char *relata_loops_name(RelataLoops loops);
/* Returns the word for the best value, as in "the actors with the highest degree": "highest" or "lowest". */
const char *relata_measure_superlative(const RelataMeasureInfo *measure);

/* Returns the vertices in descending order of score, or in ascending order with `least_first`; equal scores
 * are ordered by actor id in both. Free with g_free(). */
guint *relata_centrality_order(const RelataNetwork *network, const double *scores, gboolean least_first);

RELATA_END_DECLS

#endif
