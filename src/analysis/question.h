/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A question about paths in terms of actors and a selection: the network is made from the selection first,
 * so that no constraint is applied after the search; and where the answer is no, which option stands in
 * the way. */
#ifndef RELATA_ANALYSIS_QUESTION_H
#define RELATA_ANALYSIS_QUESTION_H

#include "analysis/path.h"

G_BEGIN_DECLS

typedef struct {
  const RelataCorpus *corpus;
  const RelataSelection *selection;
  guint from, to; /* actors */
  gboolean directed;
  guint max_hops;           /* 0: no limit */
  const guint *via, *avoid; /* actors */
  guint n_via, n_avoid;
  gboolean all;
  guint count;
} RelataPathQuestion;

/* An answer with the network that its paths are of. */
typedef struct {
  RelataNetwork *network;
  RelataPathAnswer *answer; /* never NULL; without paths where the answer is no */
  guint n_from, n_to; /* actors that `from` reaches, and that reach `to`, themselves included; 0 where the
                       * selection leaves the actor out */
} RelataPathFindings;

/* NULL only for what is wrong with the question itself (RELATA_ERROR_VALUE) or where igraph fails. */
RelataPathFindings *relata_path_ask(const RelataPathQuestion *question, GError **error);
void relata_path_findings_free(RelataPathFindings *findings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPathFindings, relata_path_findings_free)

/* After a no: asks again with each option lifted alone (each filter that is set, --directed, --max-hops,
 * --via,
 * --avoid, in that order) and returns the findings with the fewest hops, the first of equals; *option is the
 * option as it was given ("--as-of 2020"), newly allocated. NULL where no single option opens a path.
 * Costs one question for each option that is set. */
RelataPathFindings *relata_path_nearest_miss(const RelataPathQuestion *question, char **option);

G_END_DECLS

#endif
