/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/annotation/tokens.h"

#include <cJSON.h>
#include <math.h>

RelataTokens
relata_tokens_begin(void)
{
  return (RelataTokens){g_string_new(NULL), g_array_new(FALSE, FALSE, sizeof(RelataSpan)),
                        g_array_new(FALSE, FALSE, sizeof(guint)), 0};
}

void
relata_tokens_end(RelataTokens *tokens)
{
  g_string_free(tokens->text, TRUE);
  g_array_unref(tokens->spans);
  g_array_unref(tokens->sentences);
}

static void
append(RelataTokens *tokens, const char *words)
{
  g_string_append(tokens->text, words);
  tokens->length += (guint)g_utf8_strlen(words, -1);
}

void
relata_tokens_add(RelataTokens *tokens, const cJSON *sentence)
{
  const guint first = tokens->spans->len;
  if (tokens->sentences->len > 0)
    append(tokens, "\n");
  g_array_append_val(tokens->sentences, first);
  for (const cJSON *token = cJSON_IsArray(sentence) ? sentence->child : NULL; token != NULL;
       token = token->next) {
    if (tokens->spans->len > first)
      append(tokens, " ");
    RelataSpan span = {tokens->length, 0};
    append(tokens, cJSON_IsString(token) ? token->valuestring : "");
    span.end = tokens->length;
    g_array_append_val(tokens->spans, span);
  }
}

/* Returns whether a number counts something below n. */
static gboolean
is_index(double number, guint n)
{
  return number >= 0 && number < n && floor(number) >= number;
}

RelataSpan
relata_tokens_span(const RelataTokens *tokens, double first, double last)
{
  if (!is_index(first, tokens->spans->len) || !is_index(last, tokens->spans->len) || last < first)
    return RELATA_NO_SPAN;
  const RelataSpan span = {g_array_index(tokens->spans, RelataSpan, (guint)first).start,
                           g_array_index(tokens->spans, RelataSpan, (guint)last).end};
  return span.start < span.end ? span : RELATA_NO_SPAN;
}

/* Returns the number after the last token of a sentence. */
static guint
end_of(const RelataTokens *tokens, guint sentence)
{
  return sentence + 1 < tokens->sentences->len ? g_array_index(tokens->sentences, guint, sentence + 1)
                                               : tokens->spans->len;
}

RelataSpan
relata_tokens_span_in(const RelataTokens *tokens, double sentence, double first, double last)
{
  if (!is_index(sentence, tokens->sentences->len))
    return RELATA_NO_SPAN;
  const guint begin = g_array_index(tokens->sentences, guint, (guint)sentence);
  const guint n = end_of(tokens, (guint)sentence) - begin;
  return is_index(first, n) && is_index(last, n) ? relata_tokens_span(tokens, begin + first, begin + last)
                                                 : RELATA_NO_SPAN;
}

RelataSpan
relata_tokens_sentences(const RelataTokens *tokens, RelataSpan span)
{
  RelataSpan hull = RELATA_NO_SPAN;
  for (guint i = 0; relata_span_is_set(span) && i < tokens->sentences->len; i++) {
    const guint begin = g_array_index(tokens->sentences, guint, i), end = end_of(tokens, i);
    const RelataSpan sentence = end > begin ? relata_tokens_span(tokens, begin, end - 1) : RELATA_NO_SPAN;
    if (!relata_span_is_set(sentence) || sentence.end <= span.start || sentence.start >= span.end)
      continue;
    hull.start = MIN(hull.start, sentence.start);
    hull.end = hull.end == G_MAXUINT ? sentence.end : MAX(hull.end, sentence.end);
  }
  return hull;
}

double
relata_tokens_number(const cJSON *array, int i)
{
  const cJSON *item = cJSON_IsArray(array) ? cJSON_GetArrayItem(array, i) : NULL;
  return item != NULL && cJSON_IsNumber(item) ? item->valuedouble : -1;
}
