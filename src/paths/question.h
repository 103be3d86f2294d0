/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Questions about paths, in terms of actors and a selection. The network is made from the selection first, so
 * that no constraint is applied after the search. Where the answer is no, the nearest miss tells which option
 * prevents a path. */
#ifndef RELATA_PATHS_QUESTION_H
#define RELATA_PATHS_QUESTION_H

#include "paths/parts.h"
#include "paths/path.h"

RELATA_BEGIN_DECLS

/* The network of a selection, prepared for many questions. Reference counted. */
typedef struct {
  RelataNetwork *network;
  RelataPathSearcher *searcher;
  struct RelataPathKept *kept; /* private: what questions about robustness and nearest misses have made */
} RelataPathGround;

/* Makes the network of the selection. The corpus is borrowed; the selection is used only during the call.
 * NULL as relata_network_new(). Release with relata_path_ground_unref(). */
RelataPathGround *relata_path_ground_new(const RelataCorpus *corpus, const RelataSelection *selection,
                                         GError **error);
RelataPathGround *relata_path_ground_ref(RelataPathGround *ground);
/* Releases a reference. NULL is allowed. */
void relata_path_ground_unref(RelataPathGround *ground);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPathGround, relata_path_ground_unref)

typedef struct {
  const RelataCorpus *corpus;
  const RelataSelection *selection;
  RelataPathGround *ground; /* the ground of the selection where one exists, or NULL */
  guint from, to;           /* actors */
  /* As in RelataPathQuery, with actors instead of vertices: */
  gboolean directed;
  guint max_hops; /* 0: no limit */
  const guint *via, *avoid;
  guint n_via, n_avoid;
  const RelataPattern *pattern;
  RelataPathOrder order;
  gboolean in_order;
  RelataSame same; /* one document, or one origin, affirms all hops */
  RelataPathMode mode;
  RelataPathSelector selector;
  guint groups, count;
  gboolean probe;
  /* The actors that the question names (its ends, and those to go by or to avoid, never those between) stand
   * for their parts too, see paths/parts.h; paths/sets.h says which paths these are. */
  gboolean whole;
  /* NULL, or a function that gets each path as soon as it is found. The answer then does not keep the paths.
   * It returns FALSE to end the search. */
  gboolean (*found)(const RelataNetwork *network, const RelataPath *path, gpointer data);
  gpointer data;
} RelataPathQuestion;

/* An answer with the network that its paths belong to. */
typedef struct {
  RelataPathGround *ground;
  const RelataNetwork *network; /* owned by the ground */
  const RelataParts
      *parts; /* owned by the ground: what is a part of what; NULL unless `whole` was asked for */
  RelataPathAnswer *answer; /* never NULL; without paths where the answer is no */
  guint n_from, n_to; /* number of actors that `from` reaches, and that reach `to`, themselves included, under
                       * only the selection, direction, hop limit and avoided actors; 0 where the selection
                       * leaves the actor out. Set only where no path was found */
  gboolean
      by_adding; /* of a nearest miss: the field opens the path where it is set, not where it is lifted */
  RelataPathMode instead; /* of a nearest miss for which the mode is lifted: the mode that opens the path;
                           * otherwise RELATA_MODE_USUAL */
  char **also; /* of a nearest miss: what else would open a path by itself, as "without `max-hops` 2" or "with
                * `whole`", in the order tried; ends with NULL; NULL where nothing else does */
} RelataPathFindings;

/* Answers the question. Returns NULL only where the question itself is invalid, as with actors that the
 * corpus does not have (RELATA_ERROR_VALUE), or as relata_network_new(). Free with
 * relata_path_findings_free(). */
RelataPathFindings *relata_path_ask(const RelataPathQuestion *question, GError **error);
void relata_path_findings_free(RelataPathFindings *findings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPathFindings, relata_path_findings_free)

/* How far the pattern of a question without paths could be followed. */
typedef struct {
  const char *matched; /* the furthest beginning that leads to an actor, itself a pattern; owned by the
                        * question's pattern */
  gboolean whole;      /* that is the whole pattern */
  gboolean begun;      /* at least one hop could be taken */
  GArray *actors;      /* of guint: the actors that it leads to, nearest first */
} RelataPathProgress;

/* Returns how far the pattern could be followed. NULL where the question has no pattern, or its selection
 * leaves out the first actor. Free with relata_path_progress_free(). O(S · (V + E)). */
RelataPathProgress *relata_path_progress_of(const RelataPathQuestion *question,
                                            const RelataPathFindings *findings);
void relata_path_progress_free(RelataPathProgress *progress);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPathProgress, relata_path_progress_free)

/* For a question without paths: asks again with each single field lifted. The mode comes first, also the
 * usual one: what is found in the strictest mode in which there is a path still keeps to all that was asked.
 * Then it is asked for one path only, as the search for more may have given up earlier. Of the others (each
 * filter that is set, then `directed`, `max-hops`, `via`, `avoid`, `along`, `in-order`, `same-document` or
 * `same-origin`, and each condition of a hop: see text/error.h) it returns the findings with the fewest hops,
 * the first of equals. It is also asked with `reporting` set, where the selection leaves out claims of
 * reporting relations, and with `whole`, where something is a part; see by_adding. *field is set to that
 * field and its value as a shell takes it ("`as-of` 2020"); free it with g_free(). NULL where no single field
 * opens a path. Costs one question for each field that is set, and one network for each filter that is set.
 * The question's ground, where it has one, keeps these networks for later questions. */
RelataPathFindings *relata_path_nearest_miss(const RelataPathQuestion *question, char **field);

/* For a question without paths: returns who looks like one actor and was not united (RelataLikeness, see
 * corpus/likeness.h), where uniting the two would open a path. Empty where the question has a pattern, an
 * order or actors to go by: then it is not known. Free with g_array_unref(). O(V + E), and
 * relata_corpus_alike(). */
GArray *relata_path_namesakes(const RelataPathQuestion *question, const RelataPathFindings *findings);

RELATA_END_DECLS

#endif
