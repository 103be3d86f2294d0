/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The picture in words, for those who do not see it, and for where there is no picture. */
#ifndef RELATA_DRAW_DIAGRAM_DESCRIBE_H
#define RELATA_DRAW_DIAGRAM_DESCRIBE_H

#include "draw/diagram/view.h"

RELATA_BEGIN_DECLS

/* What relata_draw() would draw, as plain text in lines of at most 80 columns (a longer word stays whole):
 * title and subtitle, how much it holds, who is most central, what is contradictory and what was left out;
 * then each actor, the most central first, with its ties by sign, each tie told once and its sources named,
 * and whether it is new or has ended where the view has `changes_since`; then groups, and how many ties they
 * have; then all sources. Safe to show; the same bytes for the same input. NULL with *error as relata_draw();
 * no layout is made. Newly allocated. O(what the view's measure costs + claims). */
char *relata_describe(RelataCorpus *corpus, const RelataView *view, GError **error);

RELATA_END_DECLS

#endif
