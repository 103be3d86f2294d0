/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The answers of the command line as JSON, in the stable form of data/schemas/answers.schema.json. Each
 * returns a newly allocated string that ends with a line break. Keys and rows have a fixed order. */
#ifndef RELATA_WRITE_ANSWERS_H
#define RELATA_WRITE_ANSWERS_H

#include "analysis/centrality.h"
#include "paths/between.h"
#include "paths/connect.h"
#include "paths/question.h"
#include "paths/robust.h"

RELATA_BEGIN_DECLS

typedef struct {
  const RelataPathQuestion *question;
  const RelataPathFindings *findings;
  const RelataPathFindings *miss;     /* or NULL, and */
  const char *option;                 /* what to lift for it */
  const RelataRobustness *robustness; /* or NULL */
  guint line;                         /* of many questions in a file; 0: there is just one */
} RelataPathReport;

/* {"line"?,"from","to","paths":[{"hops":[…]}],"cut","gave_up", and where the answer is no
 * "reach":{"from","to"}, "progress":{"matched","actors"} of a pattern, and "lift":{"option", "path"}; where
 * asked for "robust", see data/schemas/answers.schema.json}. */
char *relata_answer_paths(const RelataPathReport *report, gboolean one_line);
/* {"line","from"?,"to"?,"error"} on one line; from and to as they were asked for, NULL where they were not
 * understood. */
char *relata_answer_error(guint line, const char *from, const char *to, const char *message);
/* {"from","reached":[{"id","name","hops","path"}],"cut"}; of an actor that the network may leave out. */
char *relata_answer_reach(const RelataNetwork *network, guint actor, const RelataReached *reached, guint n,
                          const RelataPath *const *witnesses, gboolean cut);
/* {"from","to","between":[{"id","name","before":[HOP…],"after":[HOP…]}]}; of RelataBetween, between two
 * actors; NULL where the network leaves one of them out. */
char *relata_answer_common(const RelataNetwork *network, guint a, guint b, const GPtrArray *between);
/* {"actors":[ids],"connected","exact","between":[ids],"hops":[{"from","to",…,"also":[…]}]}, and where the
 * answer is no "groups":[{"actors":[ids],"size"}]. */
char *relata_answer_connect(const RelataNetwork *network, const RelataConnectAnswer *answer);
/* {"measures":[…],"actors":[{"id","name","scores":{…}}]}: the vertices of `order`, the first n.
 * network: NULL where a selection leaves nothing; then n is 0. */
char *relata_answer_ranks(const RelataNetwork *network, const RelataMeasureInfo *const *measures,
                          guint n_measures, double *const *scores, const guint *order, guint n);
/* {"actors":[{"id","name","type","aliases":[…]}]}: the actors listed. */
char *relata_answer_actors(const RelataCorpus *corpus, const guint *actors, guint n);
/* {"relations":[{"id","label","inverse","sign","symmetric","event","parent","claims"}],
 * "actors":[{"id","label","parent","actors"}]}; n_claims and n_actors by type. */
char *relata_answer_types(const RelataCorpus *corpus, const guint *n_claims, const guint *n_actors);
/* The actor with "ties" (those that are only denied have a corroboration of 0), "figures", "documents". */
char *relata_answer_actor(const RelataNetwork *network, const RelataSelection *selection, guint actor);
/* The document with its "claims" and "figures". Both: as far as the selection, which the network is of,
 * leaves them. */
char *relata_answer_document(const RelataNetwork *network, const RelataSelection *selection, guint document);
/* {"counts":{…},"errors","warnings","notes","diagnostics":[…]} */
char *relata_answer_check(const RelataCorpus *corpus, const RelataDiagnostics *diagnostics);

RELATA_END_DECLS

#endif
