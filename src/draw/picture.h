/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A diagram that is made already as a picture: engines are tried until one is quick enough. For the files of
 * draw.h and page/html.h only.
 *
 * The diagram stays as it is, but that everything in it has its place, and that it has remarks on what was
 * done otherwise. `timeout` seconds are given to a layout. NULL with *error as relata_draw(). */
#ifndef RELATA_DRAW_PICTURE_H
#define RELATA_DRAW_PICTURE_H

#include "draw/draw.h"
#include "draw/series.h"
#include "draw/timeline.h"

G_BEGIN_DECLS

RelataPicture *relata_picture_of_diagram(RelataDiagram *diagram, const char *engine, guint timeout,
                                         const char *format, RelataGraphviz *graphviz, GError **error);

/* Of RelataPicture: one of each frame, or of an animated series one of all. Remarks are with the first. */
GPtrArray *relata_pictures_of_series(RelataSeries *series, const char *engine, guint timeout,
                                     const char *format, RelataGraphviz *graphviz, GError **error);

/* A time line has its places, whatever the engine. Once. */
RelataPicture *relata_picture_of_timeline(RelataTimeline *timeline, const char *format,
                                          RelataGraphviz *graphviz, GError **error);

G_END_DECLS

#endif
