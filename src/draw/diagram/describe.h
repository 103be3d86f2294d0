/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Describes a picture in words: for people who cannot see it, and for use without pictures. */
#ifndef RELATA_DRAW_DIAGRAM_DESCRIBE_H
#define RELATA_DRAW_DIAGRAM_DESCRIBE_H

#include "draw/diagram/view.h"

RELATA_BEGIN_DECLS

/* Returns what relata_draw() would draw as plain text, in lines of at most 80 columns (a longer word is not
 * broken). The order is: title and subtitle, extent, the most central actors, contradictions, and what was
 * left out; then each actor, the most central first, with its ties by sign; then groups with their numbers of
 * ties; then all sources. Each tie is described once, with its sources. If the view has `changes_since`, the
 * text says whether a tie is new or has ended. The text is safe to show, and the same input gives the same
 * bytes. Returns NULL and sets *error as relata_draw() does. No layout is computed. Newly allocated. O(cost
 * of the view's measure + claims). */
char *relata_describe(RelataCorpus *corpus, const RelataView *view, GError **error);

RELATA_END_DECLS

#endif
