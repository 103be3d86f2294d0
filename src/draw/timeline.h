/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The time line: a row for each tie, by actor, with what its claims are dated to, and for each event that
 * makes no tie. */
#ifndef RELATA_DRAW_TIMELINE_H
#define RELATA_DRAW_TIMELINE_H

#include "draw/diagram/diagram.h"
#include "draw/sheet/graphviz.h"
#include "draw/timeline_row.h"

G_BEGIN_DECLS

typedef struct {
  guint actor; /* RELATA_NONE: the group of events that name none */
  char *name;
  char *id, *spoken;
  GPtrArray *rows; /* of RelataTimelineRow: the dated ones, by date */
} RelataTimelineGroup;

typedef struct {
  GPtrArray *groups;      /* of RelataTimelineGroup */
  GPtrArray *undated;     /* of RelataTimelineRow, whose texts are whole: "ISIS-K is part of ISIS" */
  RelataDiagram *diagram; /* its words and legend; what is drawn is added by relata_timeline_compose() */
  const RelataCorpus *corpus;
} RelataTimeline;

/* What a view's selection says of actors, each with everyone it is tied to; with no actors of the most
 * central by `size` (view->top of them, 0: all, default 12) among themselves. A tie is in the group of the
 * first of its actors, an event likewise. NULL with *error where the selection leaves no tie nor event, or
 * none of theirs (RELATA_ERROR_EMPTY), or the view names an unknown measure. */
RelataTimeline *relata_timeline_new(const RelataNetwork *network, const RelataView *view, const guint *actors,
                                    guint n_actors, GError **error);
void relata_timeline_free(RelataTimeline *timeline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataTimeline, relata_timeline_free)

/* Draws it, once; appends to out. In draw/timeline_plot.c. */
gboolean relata_timeline_compose(RelataTimeline *timeline, const char *format, GByteArray *out,
                                 RelataGraphviz *graphviz, GError **error);

G_END_DECLS

#endif
