/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Compares marks with the text that they mark: whether the reference text stands there, and what went wrong
 * if not. */
#ifndef RELATA_READ_BRAT_BRAT_TEXT_H
#define RELATA_READ_BRAT_BRAT_TEXT_H

#include "read/brat/brat_parse.h"
#include "text/position.h"

G_BEGIN_DECLS

/* Compares every T with the text, and leaves in the record's value its reference text alone: what follows is
 * added as a comment. A text that is missing is filled in, with a note. A span outside the text is an error,
 * and the mark then has neither spans nor value, as a mark has that covers nothing. A reference text that
 * differs is an error too, whose message says how far it is off, or which way of counting explains it; where
 * only invisible characters differ, it is a warning that names them. White space in the text equals the space
 * that brat writes for it. Where the document has no text (NULL), the spans' length tells where the comment
 * begins. O(text + reference texts). */
void relata_brat_settle_marks(RelataBrat *brat, const RelataText *text, RelataDiagnostics *diagnostics);
/* Returns how many marks do not fit the text: to choose between two readings of a file. */
guint relata_brat_misfits(const RelataBrat *brat, const RelataText *text);

G_END_DECLS

#endif
