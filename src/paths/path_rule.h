/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a path may come to twice, how many paths are asked for, and which search answers that: one table for
 * every mode, selector and order. The search, the command line and its help use this table. */
#ifndef RELATA_PATHS_PATH_RULE_H
#define RELATA_PATHS_PATH_RULE_H

#include "text/export.h"

#include <glib.h>

RELATA_BEGIN_DECLS

/* What may come again on a path, by the names of ISO/IEC 39075 (GQL). */
typedef enum {
  RELATA_MODE_USUAL,   /* a trail along a pattern, otherwise acyclic */
  RELATA_MODE_WALK,    /* anything, as in SPARQL */
  RELATA_MODE_TRAIL,   /* no tie twice */
  RELATA_MODE_ACYCLIC, /* no actor twice */
  RELATA_MODE_SIMPLE,  /* no actor twice, but the last may be the first: a circle */
  RELATA_N_MODES
} RelataPathMode;

/* How many paths. All but `any` come in the order asked for. */
typedef enum {
  RELATA_PATHS_BEST,   /* the first `count` */
  RELATA_PATHS_ANY,    /* one, whichever is found with least effort */
  RELATA_PATHS_ALL,    /* every one that is as good as the best: of the same worth and number of hops */
  RELATA_PATHS_GROUPS, /* every one of the best `groups` groups of equally good paths */
  RELATA_PATHS_EVERY,  /* every one */
  RELATA_N_PATHS
} RelataPathSelector;

/* The criterion by which paths are ordered. */
typedef enum {
  RELATA_ORDER_HOPS,
  /* By the weakest hop: its corroboration, then its certainty. A widest path. */
  RELATA_ORDER_STRONGEST,
  /* By the product of the hops' confidences, see relata_tie_confidence(). */
  RELATA_ORDER_MOST_RELIABLE,
  /* By the sum of the degrees (neighbours in the network) of the actors between the ends, smaller first:
   * Croes, Couche, Wodak & van Helden 2006, "Inferring meaningful pathways in weighted metabolic
   * networks". */
  RELATA_ORDER_AVOID_HUBS
} RelataPathOrder;

/* The columns of the table: an order, or the order of time. */
typedef enum {
  RELATA_ORDERED_HOPS = RELATA_ORDER_HOPS,
  RELATA_ORDERED_STRONGEST = RELATA_ORDER_STRONGEST,
  RELATA_ORDERED_MOST_RELIABLE = RELATA_ORDER_MOST_RELIABLE,
  RELATA_ORDERED_AVOID_HUBS = RELATA_ORDER_AVOID_HUBS,
  RELATA_ORDERED_IN_TIME, /* fewest hops, none earlier than the one before it */
  RELATA_N_ORDERED
} RelataPathOrdered;

/* What else the question says. */
typedef enum {
  RELATA_ASKS_PLAIN, /* neither of the following */
  RELATA_ASKS_ALONG, /* a pattern */
  RELATA_ASKS_VIA,   /* actors to go by, with or without a pattern */
  RELATA_N_ASKS
} RelataPathAsks;

typedef enum {
  RELATA_ANSWER_REFUSED,
  RELATA_ANSWER_WALKS, /* the best walks, which keep to the mode: a search from both ends, or from the end */
  RELATA_ANSWER_PARTS, /* by partition: Yen 1971, with Lawler's index, 1972 */
  RELATA_ANSWER_CHECKED,    /* the best walks, if one keeps to the mode; otherwise beginnings */
  RELATA_ANSWER_BEGINNINGS, /* beginnings of paths, best first, under a work limit */
  RELATA_N_ANSWERS
} RelataPathAnswered;

typedef struct {
  const char *name, *help;
} RelataPathWord;

extern const RelataPathWord relata_path_modes[RELATA_N_MODES];     /* the usual one has no name */
extern const RelataPathWord relata_path_selectors[RELATA_N_PATHS]; /* the options; `paths` for the best */
extern const RelataPathWord relata_path_ordered[RELATA_N_ORDERED]; /* the options; fewest hops have none */
extern const RelataPathWord relata_path_asks[RELATA_N_ASKS];       /* the options; none has none */
extern const RelataPathWord relata_path_answers[RELATA_N_ANSWERS]; /* a letter, and what it means */

/* Returns how a question is answered. `several`: the best are more than one; of RELATA_PATHS_BEST only. *why
 * (where not NULL) is set to the reason where it is refused, and to NULL otherwise. The mode must not be the
 * usual one. O(1). */
RelataPathAnswered relata_path_rule(RelataPathMode mode, RelataPathSelector selector, gboolean several,
                                    RelataPathOrdered ordered, RelataPathAsks asks, const char **why);

/* Returns the mode of a question: the usual one depends on whether there is a pattern, and between two
 * different actors a simple path is an acyclic one. O(1). */
RelataPathMode relata_path_mode_of(RelataPathMode mode, gboolean has_pattern, gboolean same_ends);

RELATA_END_DECLS

#endif
