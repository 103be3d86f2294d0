/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Merges several networks into one. */
#include "network/network_internal.h"
#include "network/tie_count.h"

#include <string.h>

typedef struct {
  const RelataTie *tie;
  guint network;
} Source;

static int
compare_sources(gconstpointer a, gconstpointer b, gpointer network)
{
  const Source *left = a, *right = b;
  const int order = relata_tie_compare(network, left->tie, right->tie);
  return order != 0 ? order : relata_order(left->network, right->network);
}

static void
copy_tie(RelataNetwork *network, guint place, guint *n_claims, const RelataNetwork *from,
         const RelataTie *tie)
{
  RelataTie *copy = &network->ties[place];
  *copy = *tie;
  copy->first_claim = *n_claims;
  memcpy(network->claims + *n_claims, from->claims + tie->first_claim, tie->n_claims * sizeof(guint));
  *n_claims += tie->n_claims;
}

/* Returns the ties of all networks in the order of edges. Copies of a tie are adjacent, that of the last
 * network last. */
static GArray *
list_sources(const RelataNetwork *const *networks, guint n, guint64 *n_claims)
{
  GArray *sources = g_array_new(FALSE, FALSE, sizeof(Source));
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < networks[i]->n_ties; j++) {
      const Source source = {&networks[i]->ties[j], i};
      *n_claims += source.tie->n_claims;
      g_array_append_val(sources, source);
    }
  g_array_sort_with_data(sources, compare_sources, (gpointer)networks[n - 1]);
  return sources;
}

static const RelataDocument *
document_of(const RelataCorpus *corpus, const RelataStatement *said)
{
  return said->document != RELATA_NONE ? relata_corpus_document(corpus, said->document) : NULL;
}

static gint32
published(const RelataDocument *document)
{
  return document != NULL && relata_date_is_set(&document->published) ? document->published.begin_min
                                                                      : RELATA_DAY_MAX;
}

/* Compares claims in the order in which a tie lists them. */
static int
compare_claims(gconstpointer a, gconstpointer b, gpointer data)
{
  const RelataStatement *left = &relata_corpus_claim(data, *(const guint *)a)->said;
  const RelataStatement *right = &relata_corpus_claim(data, *(const guint *)b)->said;
  const RelataDocument *one = document_of(data, left), *other = document_of(data, right);
  int order = relata_order(published(one), published(other));
  if (order == 0 && one != other)
    order =
        one == NULL || other == NULL ? relata_order(one == NULL, other == NULL) : strcmp(one->id, other->id);
  if (order == 0)
    order = relata_order(left->span.start, right->span.start);
  return order != 0 ? order : strcmp(left->id, right->id);
}

/* Makes the claims of a tie that are only denials part of its copy, each once. What stood before and is only
 * denied now is not disputed by that: it was affirmed until then. */
static void
join_denials(RelataNetwork *network, RelataTie *tie, const RelataNetwork *from, const RelataTie *denied)
{
  guint *claims = network->claims + tie->first_claim;
  memcpy(claims + tie->n_claims, from->claims + denied->first_claim, denied->n_claims * sizeof(guint));
  g_qsort_with_data(claims, (gint)(tie->n_claims + denied->n_claims), sizeof(guint), compare_claims,
                    (gpointer)network->corpus);
  const guint n = tie->n_claims + denied->n_claims;
  tie->n_claims = 0;
  for (guint i = 0; i < n; i++)
    if (tie->n_claims == 0 || claims[tie->n_claims - 1] != claims[i])
      claims[tie->n_claims++] = claims[i];
  tie->n_denying = tie->n_claims - tie->n_affirming;
  if (tie->verdict == RELATA_TIE_DISPUTED)
    tie->contradiction = relata_tie_corroboration(network, tie, RELATA_DENIES);
  network->n_claims = tie->first_claim + tie->n_claims;
}

/* Returns the copy of a tie among n ties of a network from `first` on, which are in the order of edges, or
 * NULL. */
static const RelataTie *
find_among(const RelataNetwork *network, guint first, guint n, const RelataTie *tie)
{
  guint low = first, high = first + n;
  while (low < high) {
    const guint middle = low + (high - low) / 2;
    const int order = relata_tie_compare(network, &network->ties[middle], tie);
    if (order == 0)
      return &network->ties[middle];
    low = order < 0 ? middle + 1 : low;
    high = order < 0 ? high : middle;
  }
  return NULL;
}

/* Lists the ties of a network that stand in none of those that were merged: n of them from `first` on.
 * Returns their number. */
static guint
copy_fallen(RelataNetwork *merged, guint place, guint *n_claims, const RelataNetwork *last, guint first,
            guint n)
{
  guint copied = 0;
  for (guint i = first; i < first + n; i++)
    if (find_among(merged, 0, merged->n_ties, &last->ties[i]) == NULL)
      copy_tie(merged, place + copied++, n_claims, last, &last->ties[i]);
  return copied;
}

/* Lists the ties that stand in any of the networks, each as in the last that has it. */
static void
copy_standing(RelataNetwork *merged, const GArray *sources, const RelataNetwork *const *networks,
              const RelataNetwork *last)
{
  for (guint i = 0; i < sources->len; i++) {
    const Source source = g_array_index(sources, Source, i);
    if (i + 1 < sources->len &&
        relata_tie_compare(last, source.tie, g_array_index(sources, Source, i + 1).tie) == 0)
      continue;
    RelataTie *tie = &merged->ties[merged->n_ties];
    copy_tie(merged, merged->n_ties++, &merged->n_claims, networks[source.network], source.tie);
    const RelataTie *denied = find_among(last, last->n_ties, last->n_denied_only, tie);
    if (denied != NULL)
      join_denials(merged, tie, last, denied);
  }
}

RelataNetwork *
relata_network_merge(const RelataNetwork *const *networks, guint n, GError **error)
{
  g_return_val_if_fail(networks != NULL && n > 0, NULL);
  for (guint i = 0; i < n; i++)
    g_return_val_if_fail(networks[i] != NULL, NULL);
  const RelataNetwork *last = networks[n - 1];
  g_autoptr(RelataNetwork) merged = relata_network_alloc(last->corpus);
  guint64 most_claims = 0;
  g_autoptr(GArray) sources = list_sources(networks, n, &most_claims);
  const guint n_others = last->n_denied_only + last->n_ties_weak;
  for (guint i = 0; i < n_others; i++)
    most_claims += last->ties[last->n_ties + i].n_claims;
  if (!relata_network_check_size(most_claims, error))
    return NULL;
  merged->n_actors = last->n_actors;
  merged->actors = g_memdup2(last->actors, MAX(last->n_actors, 1) * sizeof(guint));
  merged->vertices = g_memdup2(last->vertices, MAX(relata_corpus_n_actors(last->corpus), 1) * sizeof(guint));
  merged->claims = g_new(guint, MAX(most_claims, 1));
  merged->ties = g_new(RelataTie, sources->len + n_others + 1);
  copy_standing(merged, sources, networks, last);
  guint n_claims = merged->n_claims;
  merged->n_denied_only =
      copy_fallen(merged, merged->n_ties, &n_claims, last, last->n_ties, last->n_denied_only);
  merged->n_ties_weak = copy_fallen(merged, merged->n_ties + merged->n_denied_only, &n_claims, last,
                                    last->n_ties + last->n_denied_only, last->n_ties_weak);
  merged->n_undated = last->n_undated;
  merged->made->selection = relata_selection_copy(last->made->selection);
  merged->n_reports = last->n_reports;
  merged->n_ties_disputed = last->n_ties_disputed;
  memcpy(merged->n_claims_removed, last->n_claims_removed, sizeof last->n_claims_removed);
  return g_steal_pointer(&merged);
}
