/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What mount.c, which gives everything its place, mount_words.c, which sets the words, and mount_legend.c
 * share. */
#ifndef RELATA_DRAW_MOUNT_INTERNAL_H
#define RELATA_DRAW_MOUNT_INTERNAL_H

#include "draw/diagram/legend.h"
#include "draw/mount.h"

G_BEGIN_DECLS

typedef struct {
  RelataDiagram *diagram;
  RelataSheet *sheet;
  GPtrArray *words; /* of RelataGlyph, borrowed: what words are added to */
  RelataGraphviz *graphviz;
  double unit; /* what sizes of words and margins are multiples of: a sheet looks the same at every size */
  double margin, width;
  guint turn; /* of what was read last */
  double y;   /* how far down the sheet is filled; it begins at 0 and is shifted up in the end */
} RelataMount;

/* How words are set. */
typedef struct {
  RelataPart part;
  double size; /* in points at unit 1 */
  gboolean bold;
  const char *ink;
  guint lines; /* at most; what is longer is cut */
} RelataWordsStyle;

/* A text of the sheet, measured, in as many lines as the width asks for; its place is the caller's to set.
 * NULL where it cannot be measured. */
RelataGlyph *relata_mount_set(RelataMount *mount, const char *words, const RelataWordsStyle *style,
                              double width, GError **error);

/* What stands above the drawing: title, subtitle, date; and below it: legend, sources, caption. */
gboolean relata_mount_add_heading(RelataMount *mount, GError **error);
gboolean relata_mount_add_words_below(RelataMount *mount, GError **error);
/* One group of the legend: its title at the margin, its entries in columns that begin title_width beside it.
 */
gboolean relata_mount_add_legend(RelataMount *mount, RelataLegendGroup group, double title_width,
                                 GError **error);

/* The band behind what is marked, if it is: the stroke of a highlighter, wider than what it marks. The curve
 * has its place, the glyph as well. */
void relata_mount_mark_curve(RelataMount *mount, const RelataCurve *curve, RelataPart part);
void relata_mount_mark_glyph(RelataMount *mount, const RelataGlyph *glyph, RelataPart part);

G_END_DECLS

#endif
