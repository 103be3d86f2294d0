/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How robust is an answer? What a path rests on: the fewest origins without which there would be none, the
 * documents behind every shortest one, and since when it could be known and has held.
 *
 * An origin is withdrawn by asking the same question without any of its documents (`not-document`); all other
 * options stay in force. Claims without a document count as one origin that cannot be withdrawn. */
#ifndef RELATA_PATHS_ROBUST_H
#define RELATA_PATHS_ROBUST_H

#include "paths/question.h"

RELATA_BEGIN_DECLS

/* At most so many questions are asked for each part of the answer (the withdrawal, the documents, each of the
 * dates), and fewer where the corpus is so large that they would read more claims than this together. */
#define RELATA_ROBUST_QUESTIONS 2000u
#define RELATA_ROBUST_CLAIMS    30000000u

typedef struct {
  const char *name;  /* as its first document writes it, else that document's id. Borrowed from the corpus */
  GArray *documents; /* of guint: all of them, by id; owned */
} RelataOrigin;

typedef enum {
  RELATA_WITHDRAWAL_EXACT,     /* `least` origins are the fewest */
  RELATA_WITHDRAWAL_BOUNDED,   /* a limit was reached: the fewest are between `least` and `most` */
  RELATA_WITHDRAWAL_IMPOSSIBLE /* a path remains whatever origins are withdrawn: claims without a document
                                * carry one, or it has no hop */
} RelataWithdrawalKind;

/* The minimum number of origins whose withdrawal leaves no path. */
typedef struct {
  RelataWithdrawalKind kind;
  guint least, most;  /* RELATA_NONE for `most`: not known. Equal where exact */
  GPtrArray *origins; /* of RelataOrigin, by name: without these `most` there is no path. Of several
                       * smallest sets the first by their names in order, unless a limit was reached */
} RelataWithdrawal;

typedef enum {
  RELATA_FIRST_NEVER,     /* no day gives a path */
  RELATA_FIRST_ALWAYS,    /* there is one on any day, however early */
  RELATA_FIRST_DAY,       /* on `day`, not before */
  RELATA_FIRST_BY_DAY,    /* on `day`, but whether before was not found out: a search gave up */
  RELATA_FIRST_NOT_BEFORE /* none before `day`: what came then was not found out, for the limit was reached or
                           * a search gave up */
} RelataFirstKind;

typedef struct {
  RelataFirstKind kind;
  gint32 day;      /* see relata_day_to_edtf() */
  guint n_undated; /* documentable: hops of the path found that only claims without a date of publication
                    * affirm */
} RelataFirst;

typedef struct {
  guint n_hops; /* the fewest; 0: the ends are the same actor, or the pattern takes no hop */
  /* Of the first path in the order asked for: the hop that the fewest origins affirm (the first of these,
   * counted from 1; 0 where there is no hop) and how many do. */
  guint weakest_hop, weakest_origins;
  RelataWithdrawal withdrawal;
  /* The documents (guint, by id) without any one of which no path of n_hops is left. */
  GArray *documents;
  gboolean documents_complete; /* FALSE: a limit was reached, there may be more */
  /* The least day D on which `known-by` D gives a path. D is a publication date's last day. Where `known-by`
   * was asked for, D takes its place and is not after it. Documents without a date of publication count as
   * known on any day, unless `dated` was asked for: ALWAYS says that they suffice. */
  RelataFirst documentable;
  /* The least day D on which `as-of` D `dated` gives a path. Where `as-of` was asked for, D takes its place
   * and is not after it. ALWAYS says that claims without a beginning suffice. */
  RelataFirst held;
} RelataRobustness;

/* NULL with *error unset where the question has no path; NULL with *error set as relata_path_ask() does.
 * `most_questions` is the limit, 0 for the default. Costs questions: the withdrawal by implicit hitting sets
 * (Moreno-Centeno & Karp 2013, "The implicit hitting set approach to solve combinatorial optimization
 * problems"), exponential in its size at worst; the documents one for each that alone affirms a hop; the date
 * of documentation O(log documents); the day on which it held one for each day on which a claim begins, at
 * worst. Each question costs a look at all claims and a search; no network is built for it, and the
 * question's ground, where it has one, keeps for the next question what is made for these. */
RelataRobustness *relata_robustness_ask(const RelataPathQuestion *question, guint most_questions,
                                        GError **error);
void relata_robustness_free(RelataRobustness *robustness);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataRobustness, relata_robustness_free)

RELATA_END_DECLS

#endif
