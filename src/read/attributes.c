/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Polarity Negative, Modality Hypothetical, Realis Other … data/words/attributes.txt and attribute-values.txt
 * list them. */
#include "read/attributes.h"

#include "text/name.h"
#include "text/words.h"

#include <string.h>

/* Returns the question that an attribute of that name answers, or NULL: of "Event_polarity", the last words
 * that name one. */
static const char *
question_of(const char *name)
{
  g_autofree char *words = relata_name_words(name);
  for (const char *at = words; at != NULL; at = strchr(at, ' ') != NULL ? strchr(at, ' ') + 1 : NULL) {
    const char *question = relata_words_find("attributes", at);
    if (question != NULL)
      return question;
  }
  return NULL;
}

static const char *
answer_of(const char *question, const char *value)
{
  g_autofree char *written = g_strdup_printf("%s %s", question, value);
  const char *answer = relata_words_find("attribute-values", written);
  if (answer != NULL)
    return answer;
  g_autofree char *words = relata_name_words(value);
  g_autofree char *folded = g_strdup_printf("%s %s", question, words);
  return relata_words_find("attribute-values", folded);
}

/* Reads a number from 0 to 1. FALSE where the value is none; *share is then left as it is. */
static gboolean
read_share(const char *value, double *share)
{
  char *end;
  const double number = g_ascii_strtod(value, &end);
  if (end == value || *end != '\0' || !(number >= 0 && number <= 1))
    return FALSE;
  *share = number;
  return TRUE;
}

RelataAttributeMeaning
relata_attribute_apply(const char *name, const char *value, RelataStatement *said)
{
  const char *question = question_of(name);
  if (question == NULL)
    return RELATA_ATTRIBUTE_UNKNOWN;
  if (value != NULL && strcmp(question, "confidence") == 0 && read_share(value, &said->confidence))
    return RELATA_ATTRIBUTE_MEANT;
  const char *answer = value != NULL ? answer_of(question, value) : NULL;
  if (answer == NULL)
    answer = relata_words_find("attribute-values", question);
  if (answer == NULL)
    return RELATA_ATTRIBUTE_NO_VALUE;
  if (strstr(answer, "denies") != NULL)
    said->stance = RELATA_DENIES;
  if (strstr(answer, "possible") != NULL)
    said->certainty = RELATA_POSSIBLE;
  else if (strstr(answer, "probable") != NULL)
    said->certainty = MIN(said->certainty, RELATA_PROBABLE);
  return RELATA_ATTRIBUTE_MEANT;
}

gboolean
relata_attribute_is_no_relation(const char *word)
{
  static const char *const words[] = {"no rel", "no relation", "norel", NULL};
  g_autofree char *folded = relata_name_fold(word);
  return g_strv_contains(words, folded);
}
