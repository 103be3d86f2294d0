/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Turns an existing diagram into a picture. Tries engines until one is fast enough. Only for the files of
 * draw.h and page/html.h.
 *
 * The diagram stays as it is, except that everything in it gets its place, and that remarks are added about
 * what was done differently. A layout gets `timeout` seconds. Returns NULL and sets *error as relata_draw()
 * does. */
#ifndef RELATA_DRAW_PICTURE_H
#define RELATA_DRAW_PICTURE_H

#include "draw/draw.h"
#include "draw/series.h"
#include "draw/timeline.h"

G_BEGIN_DECLS

RelataPicture *relata_picture_of_diagram(RelataDiagram *diagram, const char *engine, guint timeout,
                                         const char *format, RelataGraphviz *graphviz, GError **error);

/* Returns an array of RelataPicture: one per frame, or a single one for an animated series. The first holds
 * the remarks. */
GPtrArray *relata_pictures_of_series(RelataSeries *series, const char *engine, guint timeout,
                                     const char *format, RelataGraphviz *graphviz, GError **error);

/* Draws a time line, which has its own layout and needs no engine. May be called only once for a time
 * line. */
RelataPicture *relata_picture_of_timeline(RelataTimeline *timeline, const char *format,
                                          RelataGraphviz *graphviz, GError **error);

G_END_DECLS

#endif
