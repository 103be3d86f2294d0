/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A series: one diagram at several dates, with everything in the same place. The whole diagram, which holds
 * everything shown at any date, is laid out once. Each frame takes its places from it. */
#ifndef RELATA_DRAW_SERIES_H
#define RELATA_DRAW_SERIES_H

#include "draw/diagram/diagram.h"
#include "draw/layout/engine.h"
#include "draw/sheet/graphviz.h"

G_BEGIN_DECLS

typedef struct {
  RelataDiagram *whole;
  GPtrArray *frames; /* of RelataDiagram, by date */
  gboolean animated; /* the frames form one picture that steps through them */
} RelataSeries;

/* Returns the frames of a view as of these n ≥ 1 days, which must ascend. Returns NULL and sets *error as
 * relata_diagram_of_view() does, or to RELATA_ERROR_VALUE if the view's selection has a date of its own. */
RelataSeries *relata_series_of_view(RelataCorpus *corpus, const RelataView *view, const gint32 *days, guint n,
                                    gboolean animated, GError **error);
void relata_series_free(RelataSeries *series);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataSeries, relata_series_free)

/* Draws the frames: appends a GByteArray per frame to `pictures`, or one SVG for all frames of an animated
 * series. Otherwise like relata_compose(); remarks and `smallest` are set in the whole. */
gboolean relata_series_compose(RelataSeries *series, const RelataEngine *engine, const char *format,
                               GPtrArray *pictures, RelataGraphviz *graphviz, GError **error);

G_END_DECLS

#endif
