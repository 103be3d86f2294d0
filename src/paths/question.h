/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A question about paths in terms of actors and a selection: the network is made from the selection first,
 * so that no constraint is applied after the search; and where the answer is no, which option stands in
 * the way. */
#ifndef RELATA_PATHS_QUESTION_H
#define RELATA_PATHS_QUESTION_H

#include "paths/path.h"

RELATA_BEGIN_DECLS

/* A selection's network made ready for many questions. Counts references. */
typedef struct {
  RelataNetwork *network;
  RelataPathSearcher *searcher;
  struct RelataPathKept *kept; /* private: what questions about its robustness and nearest misses made */
} RelataPathGround;

/* The corpus is borrowed, the selection for the call only. NULL as relata_network_new(). */
RelataPathGround *relata_path_ground_new(const RelataCorpus *corpus, const RelataSelection *selection,
                                         GError **error);
RelataPathGround *relata_path_ground_ref(RelataPathGround *ground);
/* NULL is fine. */
void relata_path_ground_unref(RelataPathGround *ground);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPathGround, relata_path_ground_unref)

typedef struct {
  const RelataCorpus *corpus;
  const RelataSelection *selection;
  RelataPathGround *ground; /* of the selection, where there is one already; else NULL */
  guint from, to;           /* actors */
  /* As in RelataPathQuery, of actors instead of vertices: */
  gboolean directed;
  guint max_hops; /* 0: no limit */
  const guint *via, *avoid;
  guint n_via, n_avoid;
  const RelataPattern *pattern;
  RelataPathOrder order;
  RelataPathTime time;
  gboolean all, loopless, probe;
  guint count;
  /* Where set, is given each path as soon as it is found, and the answer does not keep it. FALSE ends the
   * search. */
  gboolean (*found)(const RelataNetwork *network, const RelataPath *path, gpointer data);
  gpointer data;
} RelataPathQuestion;

/* An answer with the network that its paths are of. */
typedef struct {
  RelataPathGround *ground;
  const RelataNetwork *network; /* the ground's */
  RelataPathAnswer *answer;     /* never NULL; without paths where the answer is no */
  guint n_from, n_to; /* actors that `from` reaches, and that reach `to`, themselves included, if nothing but
                       * the selection, direction, hop limit and avoided actors count; 0 where the selection
                       * leaves the actor out */
} RelataPathFindings;

/* NULL only for what is wrong with the question itself, as actors that the corpus does not have
 * (RELATA_ERROR_VALUE), or as relata_network_new(). */
RelataPathFindings *relata_path_ask(const RelataPathQuestion *question, GError **error);
void relata_path_findings_free(RelataPathFindings *findings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPathFindings, relata_path_findings_free)

/* The question as a query to the ground's network: FALSE where the selection leaves out an end or an actor to
 * go by. via and avoid are filled with vertices (guint) and stay the query's. */
gboolean relata_path_query_of(const RelataPathQuestion *question, const RelataNetwork *network, GArray *via,
                              GArray *avoid, RelataPathQuery *query);

/* How far the pattern of a question without an answer could be followed. */
typedef struct {
  const char *matched; /* its furthest beginning that leads anywhere, itself a pattern; the question's */
  gboolean whole;      /* that is all of it */
  gboolean begun;      /* a hop of it could be taken */
  GArray *actors;      /* (guint) where that leads, nearest first */
} RelataPathProgress;

/* NULL where the question has no pattern or its selection leaves out where it begins. O(S · (V + E)). */
RelataPathProgress *relata_path_progress_of(const RelataPathQuestion *question,
                                            const RelataPathFindings *findings);
void relata_path_progress_free(RelataPathProgress *progress);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPathProgress, relata_path_progress_free)

/* After a no: asks again with each field lifted alone (each filter that is set, then `directed`, `max-hops`,
 * `via`, `avoid`, `along`, `surely`, `in-order`: see text/error.h) and returns the findings with the fewest
 * hops, the first of equals; *field is it and its value as a shell takes it ("`as-of` 2020"), newly
 * allocated. NULL where no single field opens a path. Costs one question for each field that is set, and a
 * network for each filter that is set; the question's ground, where it has one, keeps these for the next
 * question. */
RelataPathFindings *relata_path_nearest_miss(const RelataPathQuestion *question, char **field);

RELATA_END_DECLS

#endif
