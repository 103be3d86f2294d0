/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What connects several actors: a smallest connected part of the network that holds them all. Each hop counts
 * one and direction is ignored, which makes it a Steiner tree with unit weights.
 *
 * Exact for few actors, by dynamic programming over their subsets (Dreyfus & Wagner 1971, "The Steiner
 * problem in graphs", Networks 1, in the form of Erickson, Monma & Veinott 1987, "Send-and-split method for
 * minimum-concave-cost network flows", Mathematics of Operations Research 12); else at most 2 · (1 − 1/k)
 * times the fewest hops, k being the number of actors (Mehlhorn 1988, "A faster approximation algorithm for
 * the Steiner problem in graphs", Information Processing Letters 27).
 *
 * Which of several smallest: the one whose actors come first by id (of two, the one that has the smallest id
 * that is not in both). Which ties, where these actors have more among themselves than are needed: the best
 * corroborated ones, equals by the ids of their ends (a maximum spanning tree, Kruskal 1956); of parallel
 * ties the best corroborated, then by relation type id, then the one along the hop. */
#ifndef RELATA_PATHS_CONNECT_H
#define RELATA_PATHS_CONNECT_H

#include "paths/path.h"

RELATA_BEGIN_DECLS

/* The exact answer is given for so many distinct actors at most, */
#define RELATA_CONNECT_EXACT_ACTORS 10
/* and where 3^(k−1) · V + 2^(k−1) · (V + E) is no more than this; a second or two. V and E are what is left
 * of the network when whoever is not asked for and has a single neighbour is taken away, again and again. */
#define RELATA_CONNECT_WORK G_GUINT64_CONSTANT(2000000000)

/* To be said of an answer that is not exact. */
#define RELATA_CONNECT_INEXACT "Perhaps fewer hops would do, but not fewer than half."

typedef struct {
  const guint *actors; /* of the corpus; at least one; repetitions do not count */
  guint n_actors;
  const guint *avoid; /* actors that must not be used (never one that is asked for) */
  guint n_avoid;
  gboolean approximate; /* be content with the approximation, whatever the size */
} RelataConnectQuery;

/* Two actors that are next to each other, and the tie chosen between them. */
typedef struct {
  guint from, to; /* vertices; `from` is nearer to the first actor asked for */
  RelataHop hop;
  guint first_other, n_others; /* the other ties between the two, in answer->others */
} RelataConnectHop;

/* Actors that are connected with each other, but with none of the other groups. */
typedef struct {
  GArray *actors; /* of guint: those asked for, in the order asked */
  guint size;     /* all actors that they are connected with, themselves included; 0 for a single one that the
                   * selection leaves out */
} RelataConnectGroup;

typedef struct {
  gboolean connected;
  gboolean exact;   /* no connection has fewer hops (or there is none); else see above */
  GArray *actors;   /* of guint: those asked for, each once, in the order asked */
  GArray *vertices; /* of guint: all that the connection takes, by id; empty where there is none */
  GArray *hops;     /* of RelataConnectHop: one fewer than vertices, in depth-first order from the first actor
                     * asked for, neighbours by id */
  GArray *others;   /* of RelataHop, in the order of choice */
  GArray *groups;   /* of RelataConnectGroup, by their first actor in the order asked: one where connected */
} RelataConnectAnswer;

/* NULL only for an invalid query (RELATA_ERROR_VALUE). Under the bound above O(3^k · V + 2^k · (V + E)) and
 * 2^(k+1) · V bytes; else O(V + E log E). Where comparing the smallest ones by their actors would take more
 * than a second or so, one of them is taken, always the same. */
RelataConnectAnswer *relata_connect(const RelataNetwork *network, const RelataConnectQuery *query,
                                    GError **error);
/* The actors (of the corpus, of guint, by id) that are needed though nobody asked for them. Free with
 * g_array_unref(). */
GArray *relata_connect_between(const RelataNetwork *network, const RelataConnectAnswer *answer);
void relata_connect_answer_free(RelataConnectAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataConnectAnswer, relata_connect_answer_free)

RELATA_END_DECLS

#endif
