/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Events as rows of a time line: those that give rise to no claim, because they name one actor or none. */
#ifndef RELATA_DRAW_TIMELINE_EVENT_H
#define RELATA_DRAW_TIMELINE_EVENT_H

#include "draw/timeline.h"

G_BEGIN_DECLS

/* Returns the events of the selection that are affirmed but give rise to no claim, as ascending indices
 * (guint). Free with g_array_unref(). O(claims + events). */
GArray *relata_timeline_events(const RelataNetwork *network, const RelataSelection *selection);
/* Returns the row of an event in the group of an actor (RELATA_NONE: no actor). `before` is put before its
 * words if it has no date; may be NULL. */
RelataTimelineRow *relata_timeline_event_row(RelataDiagram *diagram, const RelataCorpus *corpus, guint event,
                                             guint actor, const char *before);

G_END_DECLS

#endif
