/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The answers of the command line as JSON, in the stable form of data/schemas/answers.schema.json. Each
 * returns a newly allocated string that ends with a line break. Keys and rows have a fixed order. */
#ifndef RELATA_WRITE_ANSWERS_H
#define RELATA_WRITE_ANSWERS_H

#include "analysis/centrality.h"
#include "analysis/connect.h"
#include "analysis/question.h"

G_BEGIN_DECLS

/* {"from","to","paths":[{"hops":[…]}],"cut", and where the answer is no "reach":{"from","to"} and
 * "lift":{"option", "path"}}. miss may be NULL. */
char *relata_answer_paths(const RelataPathQuestion *question, const RelataPathFindings *findings,
                          const RelataPathFindings *miss, const char *option);
/* {"actors":[ids],"connected","exact","between":[ids],"hops":[{"from","to",…,"also":[…]}]}, and where the
 * answer is no "groups":[{"actors":[ids],"size"}]. */
char *relata_answer_connect(const RelataNetwork *network, const RelataConnectAnswer *answer);
/* {"measures":[…],"actors":[{"id","name","scores":{…}}]}: the vertices of `order`, the first n. */
char *relata_answer_ranks(const RelataNetwork *network, const RelataMeasureInfo *const *measures,
                          guint n_measures, double *const *scores, const guint *order, guint n);
/* {"actors":[{"id","name","type","aliases":[…]}]}: the actors listed. */
char *relata_answer_actors(const RelataCorpus *corpus, const guint *actors, guint n);
/* The actor with "ties" (those that are only denied have a corroboration of 0), "figures", "documents". */
char *relata_answer_actor(const RelataNetwork *network, const RelataCorpus *corpus, guint actor);
/* The document with its "claims" (of the selection), "figures" and "actors". */
char *relata_answer_document(const RelataCorpus *corpus, const RelataSelection *selection, guint document);
/* {"counts":{…},"errors","warnings","notes","diagnostics":[…]} */
char *relata_answer_check(const RelataCorpus *corpus, const RelataDiagnostics *diagnostics);

G_END_DECLS

#endif
