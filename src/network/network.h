/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The network: the graph of a selection, with the way back to actors and claims.
 *
 * A vertex is an actor. An edge is a tie: all selected claims of one relation type between the same two
 * actors in the same direction. A tie stands if at least one selected claim affirms it; claims that deny it
 * belong to it too. The graph is directed; a tie of a symmetric relation runs from the actor that sorts first
 * by id. A claim of an actor with itself makes a tie too, a loop, unless it only says that two names are of
 * one actor (RelataRelationType.same).
 *
 * The ties are a list. The adjacency (network/adjacency.h) tells the neighbours of each actor, and an igraph
 * graph (network/graph.h) serves igraph's functions. Both are made on first use and belong to the network. */
#ifndef RELATA_NETWORK_NETWORK_H
#define RELATA_NETWORK_NETWORK_H

#include "network/selection.h"

RELATA_BEGIN_DECLS

/* What the claims of a tie say together. */
typedef enum {
  RELATA_TIE_AFFIRMED, /* nobody denies it, or only of other days than those of which it is affirmed */
  RELATA_TIE_DISPUTED, /* it is affirmed and denied, and both may speak of the same days */
  RELATA_TIE_DENIED    /* nobody affirms it */
} RelataVerdict;

typedef struct {
  guint type;     /* relation type */
  guint from, to; /* vertices */
  guint first_claim,
      n_claims; /* in network->claims, ordered by publication date, then document id, then span, then id */
  guint n_affirming, n_denying;
  /* How many independent sources affirm it, ≥ 1: the smaller of the numbers of distinct origins and of
   * distinct voices (corpus/origin.h) of its affirming claims. */
  guint corroboration;
  /* The same with the claims of kinds that count with it (network/tie_count.h), where it needs them to reach
   * the minimum that is asked for; otherwise its own. */
  guint corroboration_of_kinds;
  RelataVerdict verdict;
  guint contradiction; /* of a disputed tie: how many independent sources deny it, counted likewise; else 0 */
  RelataCertainty certainty; /* the highest certainty of the affirming claims */
  double confidence;         /* the highest confidence of the affirming claims; NAN where none gives one */
} RelataTie;

/* The fields are read-only; only the functions below make and free a network. Vertices are ordered by actor
 * id, edges by (from, to, relation type id), so the same corpus and selection give the same numbers. */
typedef struct {
  const RelataCorpus *corpus; /* borrowed; must outlive the network */
  guint n_actors, n_ties;
  guint *actors;   /* vertex → actor */
  guint *vertices; /* actor → vertex, RELATA_NONE where left out; one element per actor of the corpus */
  /* edge → tie; after these, n_denied_only ties that are not edges, as claims only deny them; then
   * n_ties_weak, whose claims may count for others */
  RelataTie *ties;
  guint *claims;  /* claim indices, grouped by tie */
  guint n_claims; /* of the ties that stand; the claims of the others follow */
  /* What the selection left out, for captions: */
  guint n_undated; /* claims of included ties that lack a date which a filter asks for */
  guint n_claims_removed[RELATA_N_FILTERS]; /* claims that each filter removes by itself */
  guint n_reports;                /* claims that only lack `reporting`: see RELATA_FILTER_REPORTING */
  guint n_ties_weak;              /* ties that are not well enough affirmed, or disputed */
  guint n_ties_disputed;          /* of these, those that `undisputed` leaves out */
  guint n_denied_only;            /* ties that claims only deny; their corroboration is 0 */
  struct RelataNetworkMade *made; /* private: what is made on first use */
} RelataNetwork;

/* Builds the network. Each actor that passes the actor filters is a vertex, with or without ties. A selection
 * may leave nothing: see relata_network_has_ties(). The corpus is borrowed; the network keeps a copy of the
 * selection. NULL with RELATA_ERROR_LIMIT where more claims are selected than 32-bit numbers can number
 * at both ends of their ties (2³⁰). O(claims · log claims + actors · log actors). */
RelataNetwork *relata_network_new(const RelataCorpus *corpus, const RelataSelection *selection,
                                  GError **error);
/* Returns FALSE with RELATA_ERROR_EMPTY where the corpus has claims but the selection left no tie. The
 * message says how many claims each filter removes by itself. */
gboolean relata_network_has_ties(const RelataNetwork *network, const RelataSelection *selection,
                                 GError **error);
/* Returns the network of the ties that stand in any of several networks. These must have the same corpus,
 * and selections with the same actors (they may differ in dates, for example), so that a vertex is the same
 * actor in all of them. A tie is taken from the last network in which it stands, with its claims there, and
 * with those of the last network that deny it, where it is only denied there: it was affirmed until then. The
 * counts of what a selection left out, and the ties that stand in none but are listed after the edges, are
 * those of the last network. n ≥ 1; the
 * networks are needed only during the call. NULL with RELATA_ERROR_LIMIT as above. O(ties · log ties +
 * claims + actors). */
RelataNetwork *relata_network_merge(const RelataNetwork *const *networks, guint n, GError **error);
/* Returns how strong a tie is: how many more independent sources affirm than deny it, at least 0. */
static inline guint
relata_tie_strength(const RelataTie *tie)
{
  return tie->corroboration > tie->contradiction ? tie->corroboration - tie->contradiction : 0;
}

/* Returns the edge of the tie of this relation type between two vertices, or RELATA_NONE. O(log ties). */
guint relata_network_find_tie(const RelataNetwork *network, guint from, guint to, guint type);
/* Returns the days on which what the claim says is true, in the reading and by the evidence of the selection
 * that the network was made from. by: for an event, the days by which it had happened. The first call may
 * cost as much as relata_holdings_new(), every other is O(1). */
RelataDays relata_network_claim_days(const RelataNetwork *network, guint claim, gboolean by);
/* Sets *reading to the surest reading in which the claim holds on the days that the network's selection asks
 * about. FALSE where it asks about none, or the claim holds in no reading. */
gboolean relata_network_claim_reading(const RelataNetwork *network, guint claim, RelataReading *reading);
/* Returns the selection that the network was made from; of a merged network, that of the last. Borrowed. */
const RelataSelection *relata_network_selection(const RelataNetwork *network);
/* Frees the network with its adjacency and graphs. NULL is allowed. */
void relata_network_free(RelataNetwork *network);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataNetwork, relata_network_free)

/* The way back to the corpus, O(1). The results are borrowed from the corpus; vertex, tie and index (below
 * tie->n_claims) must be the network's own. */
const RelataActor *relata_network_actor(const RelataNetwork *network, guint vertex);
const RelataRelationType *relata_network_relation(const RelataNetwork *network, const RelataTie *tie);
const RelataClaim *relata_network_claim(const RelataNetwork *network, const RelataTie *tie, guint index);
/* Returns the word for the tie as seen from one end: the label, or the inverse label when walked against
 * it. */
const char *relata_network_label(const RelataNetwork *network, const RelataTie *tie, gboolean forward);

RELATA_END_DECLS

#endif
