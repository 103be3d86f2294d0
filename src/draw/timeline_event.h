/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Events that give no claim, for they name one actor or none, as rows of a time line. */
#ifndef RELATA_DRAW_TIMELINE_EVENT_H
#define RELATA_DRAW_TIMELINE_EVENT_H

#include "draw/timeline.h"

G_BEGIN_DECLS

/* The events that the selection holds and that are affirmed, but give no claim: indices (guint), rising. Free
 * with g_array_unref(). O(claims + events). */
GArray *relata_timeline_events(const RelataNetwork *network, const RelataSelection *selection);
/* The row of an event in the group of an actor (RELATA_NONE: of nobody); `before`: what stands before its
 * words, where it has no date, or NULL. */
RelataTimelineRow *relata_timeline_event_row(RelataDiagram *diagram, const RelataCorpus *corpus, guint event,
                                             guint actor, const char *before);

G_END_DECLS

#endif
