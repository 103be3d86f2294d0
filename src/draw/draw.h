/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Drawing: network + view, or what was found in a network → a picture's bytes. */
#ifndef RELATA_DRAW_DRAW_H
#define RELATA_DRAW_DRAW_H

#include "draw/view.h"
#include "network/network.h"

G_BEGIN_DECLS

typedef struct {
  const char *name; /* "svg": the file ending */
  const char *description;
} RelataPictureFormat;

/* The table, ended by a row without a name: svg, png, pdf, dot. */
extern const RelataPictureFormat relata_picture_formats[];

/* The row of that name; NULL with RELATA_ERROR_FORMAT. */
const RelataPictureFormat *relata_picture_format_find(const char *name, GError **error);

typedef struct {
  GBytes *bytes;  /* the picture */
  char *engine;   /* the layout engine that was used in the end */
  char **remarks; /* NULL-terminated: what was left out or done otherwise, one sentence each */
} RelataPicture;

/* Draws. NULL with *error when the view names an unknown actor, measure, engine or format, or
 * Graphviz fails. Layout and rendering run in a child process with a deadline and a memory limit. */
RelataPicture *relata_draw(RelataCorpus *corpus, const RelataView *view, const char *format, GError **error);

void relata_picture_free(RelataPicture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPicture, relata_picture_free)

G_END_DECLS

#endif
