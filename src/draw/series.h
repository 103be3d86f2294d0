/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A series: one diagram at several dates, with everything in the same place. The whole, which holds what is
 * shown at any of the dates, is laid out once; each frame takes its places from it. */
#ifndef RELATA_DRAW_SERIES_H
#define RELATA_DRAW_SERIES_H

#include "draw/diagram/diagram.h"
#include "draw/layout/engine.h"
#include "draw/sheet/graphviz.h"

G_BEGIN_DECLS

typedef struct {
  RelataDiagram *whole;
  GPtrArray *frames; /* of RelataDiagram, by date */
  gboolean animated; /* they are one picture, that steps through them */
} RelataSeries;

/* The frames of a view as of these days (rising, n ≥ 1). NULL with *error as relata_diagram_of_view(), or
 * RELATA_ERROR_VALUE where the view's selection has a date of its own. */
RelataSeries *relata_series_of_view(RelataCorpus *corpus, const RelataView *view, const gint32 *days, guint n,
                                    gboolean animated, GError **error);
void relata_series_free(RelataSeries *series);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataSeries, relata_series_free)

/* Draws the frames: appends to `pictures` a GByteArray for each, or of an animated series one SVG for all. As
 * relata_compose(), with remarks and `smallest` in the whole. */
gboolean relata_series_compose(RelataSeries *series, const RelataEngine *engine, const char *format,
                               GPtrArray *pictures, RelataGraphviz *graphviz, GError **error);

G_END_DECLS

#endif
