/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two dates in one picture: the state of the later one, with what differs from the earlier one marked. */
#ifndef RELATA_DRAW_DIAGRAM_COMPARE_H
#define RELATA_DRAW_DIAGRAM_COMPARE_H

#include "draw/diagram/diagram.h"

G_BEGIN_DECLS

/* How many ties and actors differ. An actor counts as there while it has a tie. */
typedef struct {
  guint new_ties, ended_ties, new_actors, ended_actors;
} RelataChanges;

/* "12 ties are new and 3 have ended; 2 actors are new", "nothing has changed". Newly allocated. */
char *relata_changes_in_words(const RelataChanges *changes);

/* Marks in the scope, which is of a network that holds the ties of both (relata_network_merge()), what the
 * later network has and the earlier lacks as new, and the reverse as ended. O(ties · log ties). */
RelataChanges relata_compare(const RelataNetwork *network, const RelataNetwork *earlier,
                             const RelataNetwork *later, RelataScope *scope);

/* The diagram of a view that has `changes_since`, and the network that it is of, which holds the ties of both
 * dates and is the caller's to free. NULL with *error: RELATA_ERROR_VALUE where that is no date,
 * or the selection is not as of a later one; else as relata_diagram_of_view(). */
RelataDiagram *relata_diagram_of_changes(RelataCorpus *corpus, const RelataView *view,
                                         RelataNetwork **network, GError **error);

G_END_DECLS

#endif
