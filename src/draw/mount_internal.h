/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Shared by mount.c, which places everything, mount_words.c, which sets the words, and mount_legend.c. */
#ifndef RELATA_DRAW_MOUNT_INTERNAL_H
#define RELATA_DRAW_MOUNT_INTERNAL_H

#include "draw/diagram/legend.h"
#include "draw/mount.h"

G_BEGIN_DECLS

typedef struct {
  RelataDiagram *diagram;
  RelataSheet *sheet;
  GPtrArray *words; /* of RelataGlyph, borrowed: where new words are added */
  RelataGraphviz *graphviz;
  double unit; /* the unit of text sizes and margins, so that a sheet looks the same at every size */
  double margin, width;
  guint turn; /* the turn of the last element in reading order */
  double y;   /* how far down the sheet is filled; starts at 0; everything is shifted up in the end */
} RelataMount;

/* The style of words. */
typedef struct {
  RelataPart part;
  double size; /* in points if the unit is 1 */
  gboolean bold;
  const char *ink;
  guint lines; /* maximum; a longer text is cut off */
} RelataWordsStyle;

/* Returns a measured glyph for a text on the sheet, broken into lines that fit the width. The caller places
 * it. Returns NULL if it cannot be measured. */
RelataGlyph *relata_mount_set(RelataMount *mount, const char *words, const RelataWordsStyle *style,
                              double width, GError **error);

/* Add what is above the drawing (title, subtitle, date) and below it (legend, sources, caption). */
gboolean relata_mount_add_heading(RelataMount *mount, GError **error);
gboolean relata_mount_add_words_below(RelataMount *mount, GError **error);
/* Adds one group of the legend: its title at the margin, its entries in columns that begin `title_width` to
 * its right. */
gboolean relata_mount_add_legend(RelataMount *mount, RelataLegendGroup group, double title_width,
                                 GError **error);

/* Add the band behind a curve or glyph that is marked, if it is: like the stroke of a highlighter, wider than
 * what it marks. The curve or glyph must be placed. */
void relata_mount_mark_curve(RelataMount *mount, const RelataCurve *curve, RelataPart part);
void relata_mount_mark_glyph(RelataMount *mount, const RelataGlyph *glyph, RelataPart part);

G_END_DECLS

#endif
