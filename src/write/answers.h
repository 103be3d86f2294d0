/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The answers of the command line as JSON, in the stable form of data/schemas/answers.schema.json. Each
 * function returns a string that ends with a line break; free it with g_free(). Keys and rows have a fixed
 * order. */
#ifndef RELATA_WRITE_ANSWERS_H
#define RELATA_WRITE_ANSWERS_H

#include "analysis/centrality.h"
#include "paths/between.h"
#include "paths/connect_miss.h"
#include "paths/match.h"
#include "paths/question.h"
#include "paths/robust.h"

RELATA_BEGIN_DECLS

typedef struct {
  const RelataPathQuestion *question;
  const RelataPathFindings *findings;
  const RelataPathFindings *miss;     /* NULL, or the nearest miss */
  const char *option;                 /* the option that was lifted for `miss` */
  const RelataRobustness *robustness; /* NULL where not asked for */
  guint line;                         /* the question's line in a file of questions; 0: not from a file */
  const char *const *also;            /* what else would open a path, in words; ends with NULL; or NULL */
} RelataPathReport;

/* Returns {"line"?,"from","to","paths":[{"hops":[…]}],"cut","gave_up"}. Where a question about wholes is
 * answered by parts, a path has "from_part", "to_part" and "via_parts" (a list) of
 * {"actor","of","chain":[HOP…]}. Where the answer is no, also "reach":{"from","to"},
 * "progress":{"matched","actors"} for a pattern, and "lift":{"option", "path", "also"?}. Where asked
 * for, also "robust", see data/schemas/answers.schema.json. */
char *relata_answer_paths(const RelataPathReport *report, gboolean one_line);
/* Returns {"line","from"?,"to"?,"error"} on one line. `from` and `to` are as they were asked for, NULL where
 * they were not understood. */
char *relata_answer_error(guint line, const char *from, const char *to, const char *message);
/* Returns {"from","reached":[{"id","name","hops","path"}],"cut"} for an actor of the corpus, which the
 * network may leave out. Where `parts` is not NULL they stand for it: a path that begins with one has
 * "from_part", and one that ends with a part of whom it leads to "to_part", see relata_answer_paths().
 * witnesses[i] is the path to reached[i]; both may be NULL where n is 0. Where n_unknown is not 0, also
 * "unknown": to so many, searches gave up. */
char *relata_answer_reach(const RelataNetwork *network, guint actor, const RelataParts *parts,
                          const RelataReached *reached, guint n, const RelataPath *const *witnesses,
                          gboolean cut, guint n_unknown);
/* Returns {"from","to","path":{"hops":[HOP…],"affirmed_by"?}} on one line, for a pair and its path. */
char *relata_answer_match(const RelataNetwork *network, const RelataMatch *match, const RelataPath *path,
                          RelataSame same);
/* Returns {"from","to","between":[{"id","name","before":[HOP…],"after":[HOP…]}]} for two actors of the
 * corpus. `between` holds RelataBetween; NULL where the network leaves one of the two out. */
char *relata_answer_common(const RelataNetwork *network, guint a, guint b, const GPtrArray *between);
/* Does the same where the two stand for their parts too. `answers` holds RelataCommonPair; each row of
 * "between" says with "from_part" and "to_part" between whom the actor stands, where that is a part. */
typedef struct {
  guint from, to;     /* vertices */
  GPtrArray *between; /* of RelataBetween */
} RelataCommonPair;
/* Returns the ties (guint, edges) of such an answer. Free with g_array_unref(). */
GArray *relata_common_edges(const RelataCommonPair *pairs, guint n);
char *relata_answer_common_wholes(const RelataNetwork *network, const RelataParts *parts, guint a, guint b,
                                  const RelataCommonPair *pairs, guint n);
/* Returns {"actors":[ids],"connected","exact","between":[ids],"hops":[{"from","to",…,"also":[…]}]}, and where
 * the answer is no also "groups":[{"actors":[ids],"size"}] and "lift" or "add", as relata_answer_paths(),
 * with
 * {"option","between","hops"}. Where `parts` is not NULL, also "parts", as "via_parts" of
 * relata_answer_paths(): those that represent a whole. miss: the nearest miss, or NULL; option: its field, as
 * it was given. */
char *relata_answer_connect(const RelataNetwork *network, const RelataParts *parts,
                            const RelataConnectAnswer *answer, const RelataConnectMiss *miss,
                            const char *option);
/* Returns {"explained":[{"name","meaning","directed","parallel_ties","divisor","best","source"}]}: the table
 * of measures. */
char *relata_answer_measures(void);
/* Returns {"measures":[…],"actors":[{"id","name","scores":{…}}]} with the first n vertices of `order`.
 * `network` is NULL where a selection leaves nothing; then n is 0. */
char *relata_answer_ranks(const RelataNetwork *network, const RelataMeasureInfo *const *measures,
                          guint n_measures, double *const *scores, const guint *order, guint n);
/* Returns {"actors":[{"id","name","type","aliases":[…]}]} with the given actors. */
char *relata_answer_actors(const RelataCorpus *corpus, const guint *actors, guint n);
/* Returns {"relations":[{"id","label","inverse","sign","symmetric","event","parent","claims"}],
 * "actors":[{"id","label","parent","actors"}]}. n_claims is indexed by relation type, n_actors by actor
 * type. */
char *relata_answer_types(const RelataCorpus *corpus, const guint *n_claims, const guint *n_actors);
/* Returns the actor with its "ties", "reports" (of reporting relations), "figures" and "documents", as far as
 * the selection includes them; the network must be the selection's. Ties that are only denied have a
 * corroboration of 0. */
char *relata_answer_actor(const RelataNetwork *network, const RelataSelection *selection, guint actor);
/* Returns the document with its "claims" and "figures", as far as the selection includes them; the network
 * must be the selection's. */
char *relata_answer_document(const RelataNetwork *network, const RelataSelection *selection, guint document);
/* Returns {"counts":{…},"errors","warnings","notes","diagnostics":[…]}. */
char *relata_answer_check(const RelataCorpus *corpus, const RelataDiagnostics *diagnostics);
/* Answers with who is who: {"actors", "decisions", "apart", "alike"}. Newly allocated. O(corpus). */
char *relata_answer_identity(RelataCorpus *corpus);

RELATA_END_DECLS

#endif
