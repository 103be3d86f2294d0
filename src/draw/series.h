/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A series: one diagram at several dates, with everything in the same place. The whole, which holds what is
 * shown at any of the dates, is laid out once; each frame takes its places from it. */
#ifndef RELATA_DRAW_SERIES_H
#define RELATA_DRAW_SERIES_H

#include "draw/diagram/diagram.h"
#include "draw/layout/engine.h"

G_BEGIN_DECLS

typedef struct {
  RelataDiagram *whole;
  GPtrArray *frames; /* of RelataDiagram, by date */
} RelataSeries;

/* The frames of a view as of these days (rising, n ≥ 1). NULL with *error as relata_diagram_of_view(), or
 * RELATA_ERROR_VALUE where the view's selection has a date of its own. */
RelataSeries *relata_series_of_view(RelataCorpus *corpus, const RelataView *view, const gint32 *days, guint n,
                                    GError **error);
void relata_series_free(RelataSeries *series);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataSeries, relata_series_free)

/* Draws the frames: appends to `pictures` a GByteArray for each, or with `animate` one SVG for all. In a
 * child process only, as it calls Graphviz; relata_process_reached() is said when the layout is done. The
 * series is used up, but for the whole's remarks. */
gboolean relata_series_compose(RelataSeries *series, const RelataEngine *engine, const char *format,
                               gboolean animate, GPtrArray *pictures, GError **error);

G_END_DECLS

#endif
