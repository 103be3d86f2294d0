/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a selection keeps about an actor besides the ties of a network: figures, documents and claims. */
#ifndef RELATA_NETWORK_ABOUT_H
#define RELATA_NETWORK_ABOUT_H

#include "network/network.h"

RELATA_BEGIN_DECLS

/* Returns whether the filters of documents, dates, certainty and actor types let the figure pass. A figure
 * holds from its own date on. Filters of relations and signs do not apply. O(1). */
gboolean relata_selection_has_figure(const RelataSelection *selection, const RelataFigure *figure);

/* Returns the events (guint, in the order read) that the selection includes and the actor took part in, or
 * that the document tells where `actor` is RELATA_NONE. Free with g_array_unref(). O(events and their
 * arguments). */
GArray *relata_selection_events_of(const RelataSelection *selection, guint actor, guint document);

/* Counts, by document, how often it mentions the actor and how many selected claims it makes about the
 * actor. Documents that the selection leaves out count 0. Both arrays must have room for all documents.
 * O(mentions + claims). */
void relata_selection_count_actor(const RelataSelection *selection, guint actor, guint *mentions,
                                  guint *claims);

/* Return the ties (guint, edges) at an actor, and those of which a document has a claim. Free with
 * g_array_unref(). O(ties), and O(claims). */
GArray *relata_network_edges_of_actor(const RelataNetwork *network, guint actor);
GArray *relata_network_edges_of_document(const RelataNetwork *network, guint document);

/* Returns, by claim of the corpus, whether a tie of the network has this claim, affirming or denying. Newly
 * allocated; free with g_free(). */
gboolean *relata_network_claims(const RelataNetwork *network);

/* Returns which of the tie's claims (see relata_network_claim()) is the first that affirms it; claim 0 may be
 * a denial. RELATA_NONE where all deny it. O(claims of the tie). */
guint relata_tie_first_affirming(const RelataNetwork *network, const RelataTie *tie);

RELATA_END_DECLS

#endif
