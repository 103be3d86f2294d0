/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two dates in one picture: it shows the later state, and marks what differs from the earlier one. */
#ifndef RELATA_DRAW_DIAGRAM_COMPARE_H
#define RELATA_DRAW_DIAGRAM_COMPARE_H

#include "draw/diagram/diagram.h"

G_BEGIN_DECLS

/* How many ties and actors differ, by the kind of change. An actor exists as long as it has a tie. */
typedef struct {
  guint ties[RELATA_N_CHANGES], actors[RELATA_N_CHANGES];
} RelataChanges;

/* Returns "3 ties have begun, 1 has ended; 2 actors have a first tie; 5 ties are first mentioned, which is no
 * change", or "nothing is said to have changed". Newly allocated. */
char *relata_changes_in_words(const RelataChanges *changes);

/* Marks in the scope how its ties and actors differ between two networks of one corpus, whose selections
 * differ only in the date that they are `as-of`. The scope is one of a network that holds the ties of both
 * (relata_network_merge()). O(ties · log ties + claims). */
RelataChanges relata_compare(const RelataNetwork *network, const RelataNetwork *earlier,
                             const RelataNetwork *later, RelataScope *scope);

/* Returns the diagram of a view that has `changes_since`. Sets *network to its network, which holds the ties
 * of both dates; the caller frees it. Returns NULL and sets *error: RELATA_ERROR_VALUE if `changes_since` is
 * no date or the selection is not as of a later date; else as relata_diagram_of_view() does. */
RelataDiagram *relata_diagram_of_changes(RelataCorpus *corpus, const RelataView *view,
                                         RelataNetwork **network, GError **error);

G_END_DECLS

#endif
