/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The time line: by actor, a row for each tie with the dates of its claims, and for each event that gives
 * rise to no tie. */
#ifndef RELATA_DRAW_TIMELINE_H
#define RELATA_DRAW_TIMELINE_H

#include "draw/diagram/diagram.h"
#include "draw/sheet/graphviz.h"
#include "draw/timeline_row.h"

G_BEGIN_DECLS

typedef struct {
  guint actor; /* RELATA_NONE: the group of events that name no actor */
  char *name;
  char *id, *spoken;
  GPtrArray *rows; /* of RelataTimelineRow: the rows with a date, by date */
} RelataTimelineGroup;

typedef struct {
  GPtrArray *groups;      /* of RelataTimelineGroup */
  GPtrArray *undated;     /* of RelataTimelineRow, with full texts: "ISIS-K is part of ISIS" */
  RelataDiagram *diagram; /* its words and legend; relata_timeline_compose() adds the drawing */
  const RelataCorpus *corpus;
} RelataTimeline;

/* Returns what the view's selection says about actors, each with everyone it is tied to. With n_actors = 0 it
 * takes the most central actors by `size` (as many as view->top; 0: all; default 12), and the ties among
 * them. A tie is in the group of the first of its actors, and so is an event. Returns NULL and sets *error if
 * the selection leaves no tie and no event, or none of these actors (RELATA_ERROR_EMPTY), or if the view
 * names an unknown measure. */
RelataTimeline *relata_timeline_new(const RelataNetwork *network, const RelataView *view, const guint *actors,
                                    guint n_actors, GError **error);
void relata_timeline_free(RelataTimeline *timeline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataTimeline, relata_timeline_free)

/* Draws it, once; appends to out. In draw/timeline_plot.c. */
gboolean relata_timeline_compose(RelataTimeline *timeline, const char *format, GByteArray *out,
                                 RelataGraphviz *graphviz, GError **error);

G_END_DECLS

#endif
