/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/diagram/summary.h"

#include "draw/diagram/words.h"
#include "text/display.h"
#include "text/message.h"

#define MOST_NAMED 5 /* names in one sentence */

static const RelataTie *
tie_at(const RelataNetwork *network, const RelataScope *scope, guint index)
{
  return &network->ties[g_array_index(scope->ties, RelataShownTie, index).tie];
}

guint *
relata_summary_count_ties(const RelataNetwork *network, const RelataScope *scope)
{
  guint *counts = g_new0(guint, MAX(network->n_actors, 1));
  for (guint i = 0; i < scope->ties->len; i++) {
    counts[tie_at(network, scope, i)->from]++;
    counts[tie_at(network, scope, i)->to]++;
  }
  return counts;
}

static void
add_central(const RelataNetwork *network, const GArray *reading, const RelataMeasureInfo *measure,
            GString *summary)
{
  char *names[MOST_NAMED];
  const guint n = MIN(reading->len, MOST_NAMED);
  for (guint i = 0; i < n; i++)
    names[i] = relata_display_safe(relata_network_actor(network, g_array_index(reading, guint, i))->name);
  g_autofree char *list = relata_words_join((const char *const *)names, n);
  if (g_str_equal(measure->name, "degree"))
    g_string_append_printf(summary, "Those with the most ties: %s.", list);
  else
    g_string_append_printf(summary, "Those with the %s %s: %s.", relata_measure_superlative(measure),
                           measure->name, list);
  for (guint i = 0; i < n; i++)
    g_free(names[i]);
}

char *
relata_summary(const RelataNetwork *network, const RelataScope *scope, const GArray *reading,
               const RelataMeasureInfo *measure)
{
  GString *summary = g_string_new(NULL);
  guint counts[3] = {0}, n = 0;
  char *parts[3];
  if (measure != NULL && reading->len > 1)
    add_central(network, reading, measure, summary);
  for (guint i = 0; i < scope->ties->len; i++) {
    const int sign = relata_network_relation(network, tie_at(network, scope, i))->sign;
    counts[sign < 0 ? 0 : sign > 0 ? 2 : 1]++;
  }
  for (guint i = 0; i < 3; i++)
    if (counts[i] > 0)
      parts[n++] = g_strdup_printf("%u %s", counts[i], relata_sign_name((int)i - 1));
  if (n > 0) {
    g_autofree char *list = relata_words_join((const char *const *)parts, n);
    g_string_append_printf(summary, "%s%s: %s.", summary->len > 0 ? " " : "",
                           scope->ties->len == 1 ? "The tie" : "Of the ties", list);
  }
  for (guint i = 0; i < n; i++)
    g_free(parts[i]);
  return g_string_free(summary, FALSE);
}

/* The signs of the ties between two actors. */
typedef struct {
  guint low, high;
  gboolean hostile, friendly;
} Pair;

static int
compare_pairs(gconstpointer a, gconstpointer b)
{
  const Pair *one = a, *other = b;
  if (one->low != other->low)
    return one->low < other->low ? -1 : 1;
  return one->high < other->high ? -1 : one->high > other->high;
}

/* Returns the pairs (Pair) that are both hostile and friendly. */
static GArray *
mixed_pairs(const RelataNetwork *network, const RelataScope *scope)
{
  GArray *pairs = g_array_new(FALSE, FALSE, sizeof(Pair));
  for (guint i = 0; i < scope->ties->len; i++) {
    const RelataTie *tie = tie_at(network, scope, i);
    const int sign = relata_network_relation(network, tie)->sign;
    const Pair pair = {MIN(tie->from, tie->to), MAX(tie->from, tie->to), sign<0, sign> 0};
    g_array_append_val(pairs, pair);
  }
  g_array_sort(pairs, compare_pairs);
  guint kept = 0, n;
  for (guint i = 0; i < pairs->len; i += n) {
    Pair whole = g_array_index(pairs, Pair, i);
    for (n = 1; i + n < pairs->len && compare_pairs(&whole, &g_array_index(pairs, Pair, i + n)) == 0; n++) {
      whole.hostile = whole.hostile || g_array_index(pairs, Pair, i + n).hostile;
      whole.friendly = whole.friendly || g_array_index(pairs, Pair, i + n).friendly;
    }
    if (whole.hostile && whole.friendly)
      g_array_index(pairs, Pair, kept++) = whole;
  }
  g_array_set_size(pairs, kept);
  return pairs;
}

char *
relata_summary_contradictions(const RelataNetwork *network, const RelataScope *scope)
{
  g_autoptr(GArray) mixed = mixed_pairs(network, scope);
  GString *words = g_string_new(NULL);
  guint disputed = 0;
  for (guint i = 0; i < scope->ties->len; i++)
    disputed += tie_at(network, scope, i)->verdict == RELATA_TIE_DISPUTED;
  if (disputed > 0)
    g_string_append_printf(words, "Disputed: %u tie%s.", disputed, relata_plural(disputed));
  if (mixed->len > 0)
    g_string_append_printf(words, "%sBoth hostile and friendly: ", words->len > 0 ? " " : "");
  for (guint i = 0; i < MIN(mixed->len, MOST_NAMED); i++) {
    const Pair *pair = &g_array_index(mixed, Pair, i);
    g_autofree char *one = relata_display_safe(relata_network_actor(network, pair->low)->name);
    g_autofree char *other = relata_display_safe(relata_network_actor(network, pair->high)->name);
    g_string_append_printf(words, "%s%s %s %s", i > 0 ? "; " : "", one,
                           pair->low == pair->high ? "with" : "and",
                           pair->low == pair->high ? "itself" : other);
  }
  if (mixed->len > MOST_NAMED)
    g_string_append_printf(words, "; and %u more pair%s", mixed->len - MOST_NAMED,
                           relata_plural(mixed->len - MOST_NAMED));
  if (mixed->len > 0)
    g_string_append_c(words, '.');
  return g_string_free(words, words->len == 0);
}
