/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds the sentences of a text, in any script. */
#ifndef RELATA_TEXT_SENTENCE_H
#define RELATA_TEXT_SENTENCE_H

#include "text/position.h"

G_BEGIN_DECLS

/* The sentences of a text. They are found once, so that each piece of evidence costs only O(log
 * sentences). */
typedef struct RelataSentences RelataSentences;

/* O(text). The text is borrowed until the function returns. */
RelataSentences *relata_sentences_new(const RelataText *text);
void relata_sentences_free(RelataSentences *sentences);

/* Returns the span widened to whole sentences, as relata_text_sentence() does. O(log sentences). */
RelataSpan relata_sentences_widen(const RelataSentences *sentences, RelataSpan span);

G_END_DECLS

#endif
