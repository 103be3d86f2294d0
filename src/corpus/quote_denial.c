/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What an ellipsis must not leave out: words that deny what is quoted. */
#include "corpus/negation.h"
#include "corpus/quote_internal.h"

#include <string.h>

/* What is left out and has no more words than this says little else than its negation. */
#define FEW_WORDS 3

/* The words of the text that deny, by index: one, or several where an apostrophe or the end of a line divides
 * it. */
typedef struct {
  guint32 first, last;
} Denial;

/* ── Where they stand ────────────────────────────────────────────────────────────────────── */

static const RelataQuoteWord *
word_at(const RelataQuotes *quotes, guint i)
{
  return &g_array_index(quotes->folded.words, RelataQuoteWord, i);
}

static gboolean
is_word(const RelataQuotes *quotes, const RelataQuoteWord *word, const char *wanted, gsize n)
{
  return word->n == n && memcmp(quotes->folded.bytes->str + word->at, wanted, n) == 0;
}

/* Returns the index of the first word that does not begin before an offset. */
static guint
first_word(const RelataQuotes *quotes, gsize at)
{
  guint low = 0, high = quotes->folded.words->len;
  while (low < high) {
    const guint middle = low + (high - low) / 2;
    if (word_at(quotes, middle)->at < at)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Adds a word, or the pieces of one, unless the ends of lines make it part of a longer one ("no-" and "rth").
 */
static void
add_denial(RelataQuotes *quotes, const RelataQuoteWord *word)
{
  if (relata_quote_breaks_at(quotes, word->at) || relata_quote_breaks_at(quotes, word->at + word->n))
    return;
  const guint end = first_word(quotes, word->at + word->n);
  const Denial denial = {first_word(quotes, word->at), end - 1};
  g_array_append_val(quotes->denials, denial);
}

static void
add_word(RelataQuotes *quotes, const char *word)
{
  const gsize n = strlen(word);
  const guint32 hash = relata_quote_hash(word, n), *found;
  const guint n_singles = relata_postings_find(&quotes->singles, hash, &found);
  for (guint i = 0; i < n_singles; i++)
    if (is_word(quotes, word_at(quotes, found[i]), word, n))
      add_denial(quotes, word_at(quotes, found[i]));
  const guint n_wholes = relata_postings_find(&quotes->whole_words, hash, &found);
  for (guint i = 0; i < n_wholes; i++) {
    const RelataQuoteWord *whole = &g_array_index(quotes->wholes, RelataQuoteWord, found[i]);
    if (is_word(quotes, whole, word, n))
      add_denial(quotes, whole);
  }
}

/* Adds the words that end with what stands before the apostrophe, and go on with what stands after it ("didn"
 * and "t"); or that are the one, with an apostrophe after them ("n"). */
static void
add_contraction(RelataQuotes *quotes, const char *contraction)
{
  const char *bytes = quotes->folded.bytes->str, *apostrophe = strchr(contraction, '"');
  const gsize n = (gsize)(apostrophe - contraction), n_rest = strlen(apostrophe + 1);
  const char *sought = n_rest > 0 ? apostrophe + 1 : contraction;
  const gsize n_sought = n_rest > 0 ? n_rest : n;
  const guint32 *found;
  const guint n_found = relata_postings_find(&quotes->singles, relata_quote_hash(sought, n_sought), &found);
  for (guint i = 0; i < n_found; i++) {
    const RelataQuoteWord *word = word_at(quotes, found[i]);
    const gsize end = word->at + word->n;
    if (!is_word(quotes, word, sought, n_sought) || (n_rest == 0 && bytes[end] != '"'))
      continue;
    const gboolean follows =
        found[i] > 0 && word[-1].at + word[-1].n + 1 == word->at && bytes[word->at - 1] == '"';
    if (n_rest > 0 && (!follows || word[-1].n < n || memcmp(bytes + word->at - 1 - n, contraction, n) != 0))
      continue;
    const Denial denial = {n_rest > 0 ? found[i] - 1 : found[i], found[i]};
    g_array_append_val(quotes->denials, denial);
  }
}

static gint
compare_denials(gconstpointer a, gconstpointer b)
{
  const Denial *left = a, *right = b;
  return left->first != right->first ? (left->first < right->first ? -1 : 1) : 0;
}

/* Returns the words that deny, in the order of the text. */
static const GArray *
denials_of(RelataQuotes *quotes)
{
  if (quotes->denials != NULL)
    return quotes->denials;
  const RelataNegations *negations = relata_negations();
  GHashTableIter iter;
  gpointer word;
  quotes->denials = g_array_new(FALSE, FALSE, sizeof(Denial));
  g_hash_table_iter_init(&iter, negations->words);
  while (g_hash_table_iter_next(&iter, &word, NULL))
    add_word(quotes, word);
  for (guint i = 0; i < negations->contractions->len; i++)
    add_contraction(quotes, g_ptr_array_index(negations->contractions, i));
  g_array_sort(quotes->denials, compare_denials);
  return quotes->denials;
}

/* ── What is left out ────────────────────────────────────────────────────────────────────── */

/* Returns the first denial that begins with the word or later; NULL where there is none before `end`. */
static const Denial *
find_denial(RelataQuotes *quotes, guint first, guint end)
{
  const GArray *denials = denials_of(quotes);
  guint low = 0, high = denials->len;
  while (low < high) {
    const guint middle = low + (high - low) / 2;
    if (g_array_index(denials, Denial, middle).first < first)
      low = middle + 1;
    else
      high = middle;
  }
  const gboolean any = low < denials->len && g_array_index(denials, Denial, low).last < end;
  return any ? &g_array_index(denials, Denial, low) : NULL;
}

gboolean
relata_quote_has_denial(RelataQuotes *quotes, gsize from, gsize to)
{
  return find_denial(quotes, first_word(quotes, from), first_word(quotes, to)) != NULL;
}

/* Returns whether nothing but a blank or a quotation mark is between two offsets. */
static gboolean
touches(const RelataQuotes *quotes, gsize from, gsize to)
{
  const char *bytes = quotes->folded.bytes->str;
  while (from < to && (bytes[from] == ' ' || bytes[from] == '"'))
    from++;
  return from == to;
}

gboolean
relata_quote_leaves_out_denial(RelataQuotes *quotes, gsize from, gsize to)
{
  const guint first = first_word(quotes, from), end = first_word(quotes, to);
  if (find_denial(quotes, first, end) == NULL)
    return FALSE;
  const RelataQuoteWord *last = word_at(quotes, end - 1);
  const gboolean begins = touches(quotes, from, word_at(quotes, first)->at);
  const gboolean ends = touches(quotes, last->at + last->n, to);
  const Denial *denial = find_denial(quotes, first, end);
  if ((begins && denial->first == first) || ((begins || ends) && end - first <= FEW_WORDS))
    return TRUE;
  while (ends && denial != NULL) {
    if (denial->last + 1 == end)
      return TRUE;
    denial = find_denial(quotes, denial->first + 1, end);
  }
  return FALSE;
}
