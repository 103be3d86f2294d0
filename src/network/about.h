/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a selection leaves of the figures and documents that are about an actor: what is no tie of a network.
 */
#ifndef RELATA_NETWORK_ABOUT_H
#define RELATA_NETWORK_ABOUT_H

#include "network/network.h"

RELATA_BEGIN_DECLS

/* Whether the filters of documents, dates, certainty and actor types let the figure pass; a figure holds as
 * of every date from its own. Relations and signs do not concern it. O(1). */
gboolean relata_selection_has_figure(const RelataSelection *selection, const RelataFigure *figure);

/* By document, how often it mentions the actor and how many selected claims it makes about it; 0 in documents
 * that the selection leaves out. Both arrays have room for all documents. O(mentions + claims). */
void relata_selection_count_actor(const RelataSelection *selection, guint actor, guint *mentions,
                                  guint *claims);

/* By claim of the corpus, whether a tie of the network rests on it or is denied by it. Newly allocated. */
gboolean *relata_network_claims(const RelataNetwork *network);

/* Which of the tie's claims (see relata_network_claim()) is the first that affirms it: the first of all may
 * be a denial. RELATA_NONE where all deny it. O(claims of the tie). */
guint relata_tie_first_affirming(const RelataNetwork *network, const RelataTie *tie);

RELATA_END_DECLS

#endif
