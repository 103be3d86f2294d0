/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Compares marks with the text that they mark: whether the reference text stands there, and what went wrong
 * if not. Finds the sentences that hold a statement. */
#ifndef RELATA_READ_BRAT_TEXT_H
#define RELATA_READ_BRAT_TEXT_H

#include "read/brat_parse.h"
#include "text/position.h"

G_BEGIN_DECLS

/* Checks every T. A span outside the text is an error and leaves the mark without spans. A reference text
 * that differs is an error too; its message says how far it is off, or which way of counting explains it.
 * White space in the text equals the space that brat writes for it. O(text + reference texts). */
void relata_brat_check_text(RelataBrat *brat, const RelataText *text, RelataDiagnostics *diagnostics);

/* The sentences of a text. They are found once, so that each piece of evidence costs only O(log
 * sentences). */
typedef struct RelataSentences RelataSentences;

RelataSentences *relata_sentences_new(const RelataText *text); /* text is borrowed */
void relata_sentences_free(RelataSentences *sentences);
/* Returns the span widened to whole sentences, as relata_text_sentence() does. */
RelataSpan relata_sentences_widen(const RelataSentences *sentences, RelataSpan span);

G_END_DECLS

#endif
