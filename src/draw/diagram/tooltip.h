/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tooltips show the evidence when a reader points at an actor or a tie. */
#ifndef RELATA_DRAW_DIAGRAM_TOOLTIP_H
#define RELATA_DRAW_DIAGRAM_TOOLTIP_H

#include "draw/diagram/scope.h"

G_BEGIN_DECLS

/* Returns name, type, description and number of ties. Safe to show; lines are separated by '\n'; newly
 * allocated. */
char *relata_tooltip_actor(const RelataNetwork *network, guint vertex, guint n_ties);
/* Returns "A attacks B", then each claim: the covered text, document, dates, who is quoted, stance and
 * certainty. Of many claims it shows the first ones, and says how many more there are. Otherwise as above. */
char *relata_tooltip_tie(const RelataNetwork *network, const RelataTie *tie);
/* Does the same for a tie that is shown, and adds what ended it. */
char *relata_tooltip_shown(const RelataNetwork *network, const RelataShownTie *shown);
/* Returns the name of the event, then the statement of it in the same form. */
char *relata_tooltip_event(const RelataCorpus *corpus, const RelataEvent *event);

G_END_DECLS

#endif
