/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What connects several actors: a smallest connected part of the network that contains them all. Each hop
 * counts one and direction is ignored, so this is a Steiner tree with unit weights.
 *
 * For few actors the answer is exact, by dynamic programming over their subsets (Dreyfus & Wagner 1971, "The
 * Steiner problem in graphs", Networks 1, in the form of Erickson, Monma & Veinott 1987, "Send-and-split
 * method for minimum-concave-cost network flows", Mathematics of Operations Research 12). Otherwise it has at
 * most 2 · (1 − 1/k) times the fewest hops, where k is the number of actors (Mehlhorn 1988, "A faster
 * approximation algorithm for the Steiner problem in graphs", Information Processing Letters 27).
 *
 * Of several smallest connections, the one is chosen whose actors come first by id: of two, the one that has
 * the smallest id that is not in both. Where its actors have more ties among themselves than are needed, the
 * best corroborated ones are chosen, equals by the ids of their ends (a maximum spanning tree, Kruskal 1956).
 * Of parallel ties the best corroborated is chosen, then the first by relation type id, then the one along
 * the hop. */
#ifndef RELATA_PATHS_CONNECT_H
#define RELATA_PATHS_CONNECT_H

#include "paths/parts.h"
#include "paths/path.h"

RELATA_BEGIN_DECLS

/* The answer is exact for at most this many distinct actors, */
#define RELATA_CONNECT_EXACT_ACTORS 10
/* and where 3^(k−1) · V + 2^(k−1) · (V + E) is at most this, which takes a second or two. V and E are counted
 * after repeatedly removing the actors that are not asked for and have a single neighbour. */
#define RELATA_CONNECT_WORK G_GUINT64_CONSTANT(2000000000)

/* A remark to be shown with an answer that is not exact. */
#define RELATA_CONNECT_INEXACT "Perhaps fewer hops would do, but not fewer than half."

typedef struct {
  const guint *actors; /* actors of the corpus, at least one; repetitions are ignored */
  guint n_actors;
  const guint *avoid; /* actors that must not be used; none of `actors` */
  guint n_avoid;
  gboolean approximate; /* accept the approximation whatever the size */
} RelataConnectQuery;

/* Two neighbouring actors, and the tie chosen between them. */
typedef struct {
  guint from, to; /* vertices; `from` is nearer to the first actor asked for */
  RelataHop hop;
  guint first_other, n_others; /* the range of the other ties between the two in answer->others */
} RelataConnectHop;

/* Actors that are connected with each other, but not with any other group. */
typedef struct {
  GArray *actors; /* of guint: the group's actors that were asked for, in the order asked */
  guint size;     /* number of actors in their component, themselves included; 0 for a single actor that the
                   * selection leaves out */
} RelataConnectGroup;

typedef struct {
  gboolean connected;
  gboolean exact;   /* no connection has fewer hops, or there is no connection; FALSE: see above */
  GArray *actors;   /* of guint: the actors asked for, each once, in the order asked */
  GArray *members;  /* of guint: by actor asked for, who represents it: itself, or with wholes a part of it */
  GArray *vertices; /* of guint: all vertices of the connection, by id; empty where there is none */
  GArray *hops;     /* of RelataConnectHop: one fewer than vertices, in depth-first order from the first actor
                     * asked for; neighbours by id */
  GArray *others;   /* of RelataHop, best first for each pair */
  GArray *groups;   /* of RelataConnectGroup, in the order of their first actors as asked; one group where
                     * connected */
} RelataConnectAnswer;

/* Finds what connects the actors. Returns NULL only for an invalid query (RELATA_ERROR_VALUE). Free with
 * relata_connect_answer_free(). Below the bound above the cost is O(3^k · V + 2^k · (V + E)) and 2^(k+1) · V
 * bytes, otherwise O(V + E log E). Where comparing the smallest connections by their actors would take more
 * than about a second, one of them is chosen, always the same. */
RelataConnectAnswer *relata_connect(const RelataNetwork *network, const RelataConnectQuery *query,
                                    GError **error);
/* Does the same where those that are named, to be connected or avoided, stand for their parts too: each is
 * connected by itself or by one of its parts, whichever needs fewest hops. No part represents two. The answer
 * is exact where relata_connect() is for each choice of representatives and there are at most 2048 choices,
 * for each of which it costs as much as that. */
RelataConnectAnswer *relata_connect_wholes(const RelataNetwork *network, const RelataParts *parts,
                                           const RelataConnectQuery *query, GError **error);
/* Returns the actors of the corpus (guint, by id) that the connection needs although nobody asked for them.
 * Free with g_array_unref(). */
GArray *relata_connect_between(const RelataNetwork *network, const RelataConnectAnswer *answer);
/* Returns the ties (guint, edges) that were chosen for its hops. Free with g_array_unref(). */
GArray *relata_connect_edges(const RelataConnectAnswer *answer);
void relata_connect_answer_free(RelataConnectAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataConnectAnswer, relata_connect_answer_free)

RELATA_END_DECLS

#endif
