/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a reader sees who points at an actor or a tie: the evidence. */
#ifndef RELATA_DRAW_DIAGRAM_TOOLTIP_H
#define RELATA_DRAW_DIAGRAM_TOOLTIP_H

#include "network/network.h"

G_BEGIN_DECLS

/* Name, type, description and how many ties. Safe to show; lines parted by '\n'; newly allocated. */
char *relata_tooltip_actor(const RelataNetwork *network, guint vertex, guint n_ties);
/* "A attacks B", then each claim: the covered text, document, dates, who is quoted, stance and certainty; of
 * many claims the first, and how many more there are. */
char *relata_tooltip_tie(const RelataNetwork *network, const RelataTie *tie);
/* What the event is called, then the statement of it, likewise. */
char *relata_tooltip_event(const RelataCorpus *corpus, const RelataEvent *event);

G_END_DECLS

#endif
