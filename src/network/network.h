/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The network: the graph of a selection, with the way back to actors and claims.
 *
 * A vertex is an actor, an edge is a tie: all selected claims of one relation type between the same
 * two actors in the same direction. A tie stands if at least one selected claim affirms it; claims
 * that deny it travel with it. The graph is directed; of a symmetric relation the tie runs from the
 * actor that sorts first by id. Claims of an actor with itself make no tie.
 *
 * The ties are a list. Who is next to whom says the network's adjacency (network/adjacency.h), and for
 * igraph's functions there is an igraph graph (network/graph.h); both are made when they are first asked
 * for, and belong to the network. */
#ifndef RELATA_NETWORK_NETWORK_H
#define RELATA_NETWORK_NETWORK_H

#include "network/selection.h"

RELATA_BEGIN_DECLS

typedef struct {
  guint type;     /* relation type */
  guint from, to; /* vertices */
  guint first_claim,
      n_claims; /* in network->claims, ordered by publication date, then document id, then span, then id */
  guint n_affirming, n_denying;
  guint corroboration;       /* distinct origins that affirm it: ≥ 1 */
  RelataCertainty certainty; /* the best of the affirming claims */
  double confidence;         /* the best confidence of the affirming claims; NAN where none gives one */
} RelataTie;

/* Read freely; made and freed only by the functions below. Vertices are ordered by actor id,
 * edges by (from, to, relation type id): the same corpus and selection give the same numbers. */
typedef struct {
  const RelataCorpus *corpus; /* borrowed; outlives the network */
  guint n_actors, n_ties;
  guint *actors;   /* vertex → actor */
  guint *vertices; /* actor → vertex, RELATA_NONE where left out; one for each actor of the corpus */
  RelataTie
      *ties; /* edge → tie; after these, n_denied_only ties that are no edges, for claims only deny them */
  guint *claims;  /* claim indices, tie after tie */
  guint n_claims; /* of the standing ties; those of denied ones follow */
  /* What the selection left out, for captions: */
  guint n_undated; /* claims of the ties that are included though a filter asks for a date that they lack */
  guint n_claims_removed[RELATA_N_FILTERS]; /* claims each filter removes on its own */
  guint n_ties_weak;                        /* ties below the minimum corroboration */
  guint n_denied_only;                      /* ties that claims only deny: their corroboration is 0 */
  struct RelataNetworkMade *made;           /* private: what was made when it was first asked for */
} RelataNetwork;

/* Builds the network; every actor that passes the actor filters is a vertex, with ties or without. A
 * selection may leave nothing: see relata_network_has_ties(). The corpus and the selection are borrowed, the
 * selection for the call only. NULL with RELATA_ERROR_LIMIT where more claims are selected than 32-bit
 * numbers can tell apart at both ends of their ties (2³⁰). O(claims · log claims + actors · log actors). */
RelataNetwork *relata_network_new(const RelataCorpus *corpus, const RelataSelection *selection,
                                  GError **error);
/* FALSE with RELATA_ERROR_EMPTY where the corpus has claims but its selection left no tie; the message says
 * how much each filter removes by itself. */
gboolean relata_network_has_ties(const RelataNetwork *network, const RelataSelection *selection,
                                 GError **error);
/* The network of the ties that stand in any of several networks, which are of one corpus and whose selections
 * hold the same actors (they differ in dates, say): so a vertex is the same actor in all of them. A tie is as
 * in the last network that has it, with the claims it has there; what a selection left out, and ties that are
 * only denied, are those of the last network. n ≥ 1; the networks are borrowed for the call. NULL with
 * RELATA_ERROR_LIMIT as above. O(ties · log ties + claims + actors). */
RelataNetwork *relata_network_merge(const RelataNetwork *const *networks, guint n, GError **error);
/* The edge of the tie between two vertices of that relation type, or RELATA_NONE. O(log ties). */
guint relata_network_find_tie(const RelataNetwork *network, guint from, guint to, guint type);
/* Frees the network and what was made of it: its adjacency, its graphs. NULL is fine. */
void relata_network_free(RelataNetwork *network);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataNetwork, relata_network_free)

/* The way back, O(1). All are borrowed from the corpus; vertex, tie and index (below tie->n_claims) are the
 * network's own. */
const RelataActor *relata_network_actor(const RelataNetwork *network, guint vertex);
const RelataRelationType *relata_network_relation(const RelataNetwork *network, const RelataTie *tie);
const RelataClaim *relata_network_claim(const RelataNetwork *network, const RelataTie *tie, guint index);
/* The tie as a word seen from one of its ends: label, or inverse label when walked against it. */
const char *relata_network_label(const RelataNetwork *network, const RelataTie *tie, gboolean forward);

RELATA_END_DECLS

#endif
