/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Hyphens at the ends of lines: whether the dashes of a quotation and of a text agree, once all dashes
 * between words are dropped. */
#include "corpus/quote_internal.h"

/* No word is divided at the ends of more lines: it has so many pieces at most. */
#define MOST_PIECES 4

RelataQuotes *
relata_quotes_joined(RelataQuotes *quotes, const char *quote)
{
  if (quotes->joins || !relata_fold_has_breaks(quote))
    return quotes;
  if (quotes->joined == NULL)
    quotes->joined = relata_quotes_index(quotes->text, TRUE);
  return quotes->joined;
}

/* Returns the index of the first joint after an offset. */
static guint
first_after(const GArray *joints, gsize at)
{
  guint low = 0, high = joints->len;
  while (low < high) {
    const guint middle = low + (high - low) / 2;
    if (g_array_index(joints, RelataQuoteJoint, middle).at > at)
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

/* Returns the joint at an offset, or RELATA_JOINT_NONE. */
static RelataJoint
joint_at(const GArray *joints, gsize at)
{
  const guint i = at > 0 ? first_after(joints, at - 1) : joints->len;
  const gboolean there = i < joints->len && g_array_index(joints, RelataQuoteJoint, i).at == at;
  return there ? g_array_index(joints, RelataQuoteJoint, i).joint : RELATA_JOINT_NONE;
}

gboolean
relata_quote_has_joint(const RelataQuotes *quotes, gsize at)
{
  return joint_at(quotes->folded.joints, at) != RELATA_JOINT_NONE;
}

gboolean
relata_quote_breaks_at(const RelataQuotes *quotes, gsize at)
{
  return joint_at(quotes->folded.joints, at) == RELATA_JOINT_BREAK;
}

static gboolean
is_optional(const GArray *joints, guint i)
{
  return g_array_index(joints, RelataQuoteJoint, i).joint == RELATA_JOINT_BREAK;
}

gboolean
relata_quote_is_broken(const GArray *joints, const RelataQuoteWord *word)
{
  guint i = word->at > 0 ? first_after(joints, word->at - 1) : 0;
  for (; i < joints->len && g_array_index(joints, RelataQuoteJoint, i).at <= word->at + word->n; i++)
    if (is_optional(joints, i))
      return TRUE;
  return FALSE;
}

/* Returns whether the end of a line divides words[i] from the next. */
static gboolean
divides(const RelataFolded *folded, guint i)
{
  const RelataQuoteWord *word = &g_array_index(folded->words, RelataQuoteWord, i);
  return joint_at(folded->joints, word->at + word->n) == RELATA_JOINT_BREAK;
}

GArray *
relata_quote_join_words(const RelataFolded *folded)
{
  GArray *wholes = g_array_new(FALSE, FALSE, sizeof(RelataQuoteWord));
  for (guint i = 0; folded->joints->len > 0 && i < folded->words->len; i++) {
    const RelataQuoteWord *first = &g_array_index(folded->words, RelataQuoteWord, i), *last = first;
    for (guint n = 1; n < MOST_PIECES && divides(folded, i + n - 1); n++) {
      last++;
      RelataQuoteWord whole = {.at = first->at, .n = (guint32)(last->at + last->n - first->at)};
      whole.hash = relata_quote_hash(folded->bytes->str + whole.at, whole.n);
      g_array_append_val(wholes, whole);
    }
  }
  return wholes;
}

/* Walks through joints: returns where the next one is from `base`, or n where none is before that. */
static gsize
next_at(const GArray *joints, guint i, gsize base, gsize n)
{
  if (i >= joints->len)
    return n;
  return MIN(g_array_index(joints, RelataQuoteJoint, i).at - base, n);
}

gboolean
relata_quote_joints_agree(const RelataQuotes *quotes, const RelataQuotePattern *pattern, gsize at)
{
  const GArray *ours = quotes->folded.joints, *theirs = pattern->joints;
  guint i = first_after(ours, at), k = first_after(theirs, pattern->base);
  for (;;) {
    const gsize our = next_at(ours, i, at, pattern->n), their = next_at(theirs, k, pattern->base, pattern->n);
    if (our == pattern->n && their == pattern->n)
      return TRUE;
    if ((our < their && !is_optional(ours, i)) || (their < our && !is_optional(theirs, k)))
      return FALSE;
    i += our <= their;
    k += their <= our;
  }
}
