/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Drawing a diagram that is made already: for the files of draw.h and html.h only. */
#ifndef RELATA_DRAW_DRAW_INTERNAL_H
#define RELATA_DRAW_DRAW_INTERNAL_H

#include "draw/diagram/diagram.h"
#include "draw/draw.h"

G_BEGIN_DECLS

/* The diagram as a picture, `timeout` seconds given to a layout. A child process uses up its own copy; to
 * this one only remarks are added. NULL with *error as relata_draw(). */
RelataPicture *relata_draw_diagram(RelataDiagram *diagram, const char *engine, guint timeout,
                                   const char *format, GError **error);

G_END_DECLS

#endif
