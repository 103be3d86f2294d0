/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Every pair of actors that a pattern leads from one to the other. */
#ifndef RELATA_PATHS_MATCH_H
#define RELATA_PATHS_MATCH_H

#include "paths/question.h"

RELATA_BEGIN_DECLS

/* A pair, and the fewest hops of a path between the two. */
typedef struct {
  guint from, to; /* vertices */
  guint hops;
} RelataMatch;

typedef struct {
  GArray *pairs;     /* of RelataMatch: those with the fewest hops first, then by the ids of both actors */
  guint64 n;         /* of all pairs, also those beyond the limit */
  guint64 n_unknown; /* of pairs of which searches gave up: it is not known whether they are among them */
} RelataMatches;

/* Finds the pairs between which there is a path as the question wants it, in its mode; it must have a ground,
 * and its ends do not count, nor do its order, `in_order`, `whole`, `via` and the number of paths. from, to:
 * by actor of the corpus, whether it may be that end; NULL: anybody. Whoever is to be avoided is no end. An
 * actor and itself are a pair where a path leads back to it, but not where the pattern is matched without any
 * hop: of that nobody says anything.
 *
 * Keeps at most `limit` pairs (≥ 1), however many there are: a breadth-first search over (actor, state of the
 * pattern) from each actor, O(V · S · (V + E)) time, and memory O(S · V + limit). Whom a walk of more than
 * two hops leads to, a search asks about, unless the mode is that of walks. Free with relata_matches_free().
 */
RelataMatches *relata_path_match(const RelataPathQuestion *question, const gboolean *from, const gboolean *to,
                                 guint limit);
void relata_matches_free(RelataMatches *matches);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataMatches, relata_matches_free)

/* Returns the first path of a pair, as relata_path_search(). NULL with *error as there. Free with
 * relata_path_answer_free(). */
RelataPathAnswer *relata_path_match_witness(const RelataPathQuestion *question, const RelataMatch *match,
                                            GError **error);

RELATA_END_DECLS

#endif
