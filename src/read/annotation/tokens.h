/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A text that is given as words: sentences of tokens. Tokens are joined by one space, sentences by a line
 * break. */
#ifndef RELATA_READ_ANNOTATION_TOKENS_H
#define RELATA_READ_ANNOTATION_TOKENS_H

#include "read/json/json_text.h"
#include "text/position.h"

G_BEGIN_DECLS

typedef struct {
  GString *text;
  GArray *spans;     /* of RelataSpan: where each token is, in code points */
  GArray *sentences; /* of guint: the number of the first token of each */
  guint length;      /* of the text, in code points */
} RelataTokens;

RelataTokens relata_tokens_begin(void);
void relata_tokens_end(RelataTokens *tokens);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RelataTokens, relata_tokens_end)

/* Adds a sentence: an array of strings. What is no string is an empty token, so that the others keep their
 * numbers. */
void relata_tokens_add(RelataTokens *tokens, const cJSON *sentence);

/* Returns the place of the tokens from the first to the last, both included and numbered through the text;
 * RELATA_NO_SPAN where there are no such tokens, or they are empty. */
RelataSpan relata_tokens_span(const RelataTokens *tokens, double first, double last);
/* Does the same for tokens that are numbered within a sentence. */
RelataSpan relata_tokens_span_in(const RelataTokens *tokens, double sentence, double first, double last);

/* Returns the place of the sentences that hold a span, without the line break; RELATA_NO_SPAN for none. */
RelataSpan relata_tokens_sentences(const RelataTokens *tokens, RelataSpan span);

/* Returns item i of an array as a number, −1 where it is none. */
double relata_tokens_number(const cJSON *array, int i);

G_END_DECLS

#endif
