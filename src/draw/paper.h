/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Draws a picture for print. A reader cannot zoom in on paper, so everything must be large enough. */
#ifndef RELATA_DRAW_PAPER_H
#define RELATA_DRAW_PAPER_H

#include "draw/draw.h"

G_BEGIN_DECLS

/* In points. No name or label is smaller, if that is possible. The numbers of sources have at least three
 * quarters of this size. */
#define RELATA_LEAST_PRINTED 6.0

/* Does what relata_draw() does for a view with a paper. It draws more densely, and then without the names of
 * relations, until everything is readable. Remarks say what was changed, and what is still too small.
 * Computes up to ten layouts. */
RelataPicture *relata_draw_on_paper(RelataCorpus *corpus, const RelataView *view, const char *format,
                                    GError **error);

/* Adds a remark to a picture with texts smaller than that. Does nothing if there is no paper (NULL). */
void relata_paper_check(RelataPicture *picture, const RelataPaper *paper);

G_END_DECLS

#endif
