/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows of a time line: for the files of draw/timeline.h only. */
#ifndef RELATA_DRAW_TIMELINE_INTERNAL_H
#define RELATA_DRAW_TIMELINE_INTERNAL_H

#include "draw/timeline.h"

G_BEGIN_DECLS

/* A row's words in the room that a dated row has, or an undated one, beside its figures. Newly allocated. */
char *relata_timeline_fit(const char *words, gboolean undated, const RelataGlyph *figures);

/* The events that the selection holds and that are affirmed, but give no claim: indices (guint), rising. Free
 * with g_array_unref(). O(claims + events). In draw/timeline_event.c, as what follows. */
GArray *relata_timeline_events(const RelataNetwork *network, const RelataSelection *selection);
/* The row of an event in the group of an actor (RELATA_NONE: of nobody); `before`: what stands before its
 * words, where it has no date, or NULL. */
RelataTimelineRow *relata_timeline_event_row(RelataDiagram *diagram, const RelataCorpus *corpus, guint event,
                                             guint actor, const char *before);

G_END_DECLS

#endif
