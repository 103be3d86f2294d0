/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Merges several networks into one. */
#include "network/network_internal.h"

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
  for (guint i = 0; i < sources->len; i++) {
    const Source source = g_array_index(sources, Source, i);
    if (i + 1 == sources->len ||
        relata_tie_compare(last, source.tie, g_array_index(sources, Source, i + 1).tie) != 0)
      copy_tie(merged, merged->n_ties++, &merged->n_claims, networks[source.network], source.tie);
  }
  merged->n_denied_only = last->n_denied_only;
  guint n_claims = merged->n_claims;
  for (guint i = 0; i < n_others; i++)
    copy_tie(merged, merged->n_ties + i, &n_claims, last, &last->ties[last->n_ties + i]);
  merged->n_undated = last->n_undated;
  merged->n_presumed = last->n_presumed;
  merged->presumed_since = last->presumed_since;
  merged->made->selection = relata_selection_copy(last->made->selection);
  merged->n_reports = last->n_reports;
  merged->n_ties_weak = last->n_ties_weak;
  merged->n_ties_disputed = last->n_ties_disputed;
  memcpy(merged->n_claims_removed, last->n_claims_removed, sizeof last->n_claims_removed);
  return g_steal_pointer(&merged);
}
