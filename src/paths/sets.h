/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room and for the command line: the vertices that the actors of a question stand for, and the
 * search among them. Without `whole` each actor stands for itself. With it, those that the question names
 * (its ends, and those to go by or to avoid, never those between) stand for their parts too.
 *
 * The paths are those of all questions that have one of the first end's actors instead of `from`, one of the
 * second end's instead of `to`, and at least one of each actor's to go by. Nobody stands for both ends at
 * once. They are found by a search for each pair of ends, and put in one order: by worth, by hops, then by
 * the actor that they begin with (the one named, then its parts in the order of relata_parts_of()), then hop
 * by hop. Where one document or origin is to affirm all hops, each that affirms a tie of the first actor is
 * searched by itself, and a path that several affirm is one. As the paths of a pair come in this order, the
 * first k of all are among the first k of each pair.
 */
#ifndef RELATA_PATHS_SETS_H
#define RELATA_PATHS_SETS_H

#include "paths/parts.h"
#include "paths/question.h"

RELATA_BEGIN_DECLS

typedef struct {
  GArray *from, *to,
      *avoid; /* of guint: vertices, each once; those that the selection leaves out are missing, and of the
               * ends those without a claim in the documents that it selects */
  GArray *via, *via_groups; /* of guint: vertices, and for each the number of the actor that it stands for */
  gboolean
      possible;  /* the selection leaves out neither an end nor one to go by, with all that stand for it */
  gboolean same; /* the question asks for the way from an actor to itself */
  RelataPathQuery query; /* the question about the first pair; it borrows the arrays */
} RelataPathSets;

/* Returns the sets of a question to a network. Where `to` is RELATA_NONE the second set is empty: for
 * relata_path_sets_reach(), and relata_path_sets_turn(). `parts` is NULL where nobody stands for parts. With
 * avoid_parts FALSE the actors to avoid stand only for themselves. Free with relata_path_sets_free(). */
RelataPathSets *relata_path_sets_new(const RelataPathQuestion *question, const RelataNetwork *network,
                                     const RelataParts *parts, gboolean avoid_parts);
void relata_path_sets_free(RelataPathSets *sets);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPathSets, relata_path_sets_free)

/* Returns the parts by which actors stand for a question's: those of its ground, made at first use. *parts is
 * NULL where the question is not about wholes. FALSE with *error as relata_parts_new(). A question about
 * wholes must have a ground. */
gboolean relata_path_question_parts(const RelataPathQuestion *question, const RelataParts **parts,
                                    GError **error);

/* Lets the paths end at one vertex. */
void relata_path_sets_turn(RelataPathSets *sets, guint to);

/* Finds the paths between the sets, as relata_path_search(), or none where that is not possible. O(pairs)
 * searches. */
RelataPathAnswer *relata_path_sets_search(RelataPathSearcher *searcher, const RelataPathSets *sets,
                                          GError **error);
/* Returns whom the first set reaches, or with `backward` who reaches the second, as relata_path_reach(), each
 * once with the smallest number of hops. */
GArray *relata_path_sets_reach(RelataPathSearcher *searcher, const RelataPathSets *sets, gboolean backward);

RELATA_END_DECLS

#endif
