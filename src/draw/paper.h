/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A picture for a sheet of paper, to which nobody can come nearer: what is on it has to be large enough. */
#ifndef RELATA_DRAW_PAPER_H
#define RELATA_DRAW_PAPER_H

#include "draw/draw.h"

G_BEGIN_DECLS

/* In points: no name or label is smaller, where that can be had; the numbers of sources are no smaller than
 * three quarters of it. */
#define RELATA_LEAST_PRINTED 6.0

/* As relata_draw() of a view that has a paper: drawn more densely, then without the names of relations, until
 * all can be read. What it takes is said, and so is what remains too small. Up to ten layouts. */
RelataPicture *relata_draw_on_paper(RelataCorpus *corpus, const RelataView *view, const char *format,
                                    GError **error);

/* Adds a remark to a picture on which something is smaller than that; on no paper (NULL) nothing is. */
void relata_paper_check(RelataPicture *picture, const RelataPaper *paper);

G_END_DECLS

#endif
