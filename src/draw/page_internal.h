/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What page.c, which gives everything its place, and page_words.c, which sets the words, share. */
#ifndef RELATA_DRAW_PAGE_INTERNAL_H
#define RELATA_DRAW_PAGE_INTERNAL_H

#include "draw/page.h"

G_BEGIN_DECLS

typedef struct {
  RelataDiagram *diagram;
  RelataSheet *sheet;
  RelataGraphviz *graphviz;
  double unit; /* what sizes of words and margins are multiples of: a page looks the same at every size */
  double margin, width;
  guint turn; /* of what was read last */
  double y;   /* how far down the page is filled; it begins at 0 and is shifted up in the end */
} RelataPage;

/* What stands above the drawing: title, subtitle, date; and below it: legend, sources, caption. */
gboolean relata_page_add_heading(RelataPage *page, GError **error);
gboolean relata_page_add_words_below(RelataPage *page, GError **error);

/* The band behind what is marked, if it is: the stroke of a highlighter, wider than what it marks. The curve
 * has its place, the glyph as well. */
void relata_page_mark_curve(RelataPage *page, const RelataCurve *curve, RelataPart part);
void relata_page_mark_glyph(RelataPage *page, const RelataGlyph *glyph, RelataPart part);

G_END_DECLS

#endif
