/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How robust an answer is, that is, what a path rests on: the fewest origins whose withdrawal leaves no path,
 * the documents that every shortest path needs, the first day on which a path could be known, and the first
 * day on which it held.
 *
 * An origin is withdrawn by asking the same question without any of its documents (`not-document`); all other
 * options stay in force. Claims without a document count as one origin that cannot be withdrawn. */
#ifndef RELATA_PATHS_ROBUST_H
#define RELATA_PATHS_ROBUST_H

#include "paths/question.h"

RELATA_BEGIN_DECLS

/* The maximum number of questions for each part of the answer (the withdrawal, the documents, each of the
 * dates). It is lower for large corpora, where the questions together would read more claims than the second
 * limit. */
#define RELATA_ROBUST_QUESTIONS 2000u
#define RELATA_ROBUST_CLAIMS    30000000u

typedef struct {
  const char *name;  /* relata_corpus_voice_name(); borrowed from the corpus */
  GArray *documents; /* of guint: all its documents, by id; owned */
} RelataOrigin;

typedef enum {
  RELATA_WITHDRAWAL_EXACT,     /* `least` is the minimum */
  RELATA_WITHDRAWAL_BOUNDED,   /* a limit was reached: the minimum is between `least` and `most` */
  RELATA_WITHDRAWAL_IMPOSSIBLE /* a path remains whatever origins are withdrawn: claims without a document
                                * carry it, or it has no hop */
} RelataWithdrawalKind;

/* The minimum number of origins whose withdrawal leaves no path. */
typedef struct {
  RelataWithdrawalKind kind;
  guint least, most;  /* equal where exact; `most` is RELATA_NONE where not known */
  GPtrArray *origins; /* of RelataOrigin, by name: `most` origins whose withdrawal leaves no path. Of several
                       * smallest sets, the first by their names in order, unless a limit was reached */
} RelataWithdrawal;

typedef enum {
  RELATA_FIRST_NEVER,     /* no day gives a path */
  RELATA_FIRST_ALWAYS,    /* there is a path on any day, however early */
  RELATA_FIRST_DAY,       /* a path on `day`, none before */
  RELATA_FIRST_BY_DAY,    /* a path on `day`; whether there is an earlier one is not known, because a search
                           * gave up */
  RELATA_FIRST_NOT_BEFORE /* none before `day`; from then on nothing is known, because the limit was reached
                           * or a search gave up */
} RelataFirstKind;

typedef struct {
  RelataFirstKind kind;
  gint32 day;      /* see relata_day_to_edtf() */
  guint n_undated; /* documentable only: hops of the path found that are affirmed only by claims without a
                    * publication date */
} RelataFirst;

typedef struct {
  guint n_hops; /* the fewest hops; 0: the ends are the same actor, or the pattern takes no hop */
  /* In the first path in the order asked for: the hop that the fewest origins affirm (the first of equals,
   * counted from 1; 0 where there is no hop), and the number of these origins. */
  guint weakest_hop, weakest_origins;
  RelataWithdrawal withdrawal;
  /* The documents (guint, by id) that every path of n_hops needs: without any one of them none is left. */
  GArray *documents;
  gboolean documents_complete; /* FALSE: a limit was reached and there may be more */
  /* The earliest day D such that `known-by` D gives a path. D is the last day of a publication date. Where
   * `known-by` was asked for, D replaces it and is not after it. Documents without a publication date count
   * as known on any day, unless `dated` was asked for: ALWAYS means that they are enough. */
  RelataFirst documentable;
  /* The earliest day D such that `as-of` D `dated` gives a path. Where `as-of` was asked for, D replaces it
   * and is not after it. ALWAYS means that claims without a beginning are enough. */
  RelataFirst held;
} RelataRobustness;

/* Returns NULL with *error unset where the question has no path, and NULL with *error set as
 * relata_path_ask(). `most_questions` is the limit for each part, 0 for the default. Free with
 * relata_robustness_free(). The cost is a number of questions. The withdrawal, by implicit hitting sets
 * (Moreno-Centeno & Karp 2013, "The implicit hitting set approach to solve combinatorial optimization
 * problems"), is exponential in its size at worst. The documents take one question for each document that
 * alone affirms a hop; the day of documentation O(log documents); the day on which a path held at worst one
 * for each day on which a claim begins. Each question looks at all claims and makes one search. No network is
 * built for it, and the question's ground, where it has one, keeps what is made for later questions. */
RelataRobustness *relata_robustness_ask(const RelataPathQuestion *question, guint most_questions,
                                        GError **error);
void relata_robustness_free(RelataRobustness *robustness);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataRobustness, relata_robustness_free)

RELATA_END_DECLS

#endif
