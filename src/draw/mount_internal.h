/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What mount.c, which gives everything its place, and mount_words.c, which sets the words, share. */
#ifndef RELATA_DRAW_MOUNT_INTERNAL_H
#define RELATA_DRAW_MOUNT_INTERNAL_H

#include "draw/mount.h"

G_BEGIN_DECLS

typedef struct {
  RelataDiagram *diagram;
  RelataSheet *sheet;
  RelataMeasureTexts measure;
  double unit; /* what sizes of words and margins are multiples of: a sheet looks the same at every size */
  double margin, width;
  guint turn; /* of what was read last */
  double y;   /* how far down the sheet is filled; it begins at 0 and is shifted up in the end */
} RelataMount;

/* What stands above the drawing: title, subtitle, date; and below it: legend, sources, caption. */
gboolean relata_mount_add_heading(RelataMount *mount, GError **error);
gboolean relata_mount_add_words_below(RelataMount *mount, GError **error);

/* The band behind what is marked, if it is: the stroke of a highlighter, wider than what it marks. The curve
 * has its place, the glyph as well. */
void relata_mount_mark_curve(RelataMount *mount, const RelataCurve *curve, RelataPart part);
void relata_mount_mark_glyph(RelataMount *mount, const RelataGlyph *glyph, RelataPart part);

G_END_DECLS

#endif
