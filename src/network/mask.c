/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "network/mask.h"

#include "network/network_internal.h"

struct RelataMask {
  const RelataNetwork *whole;
  RelataNetwork network; /* owns its ties, claims, hops and kinds; shares the rest */
  struct RelataNetworkMade made;
  RelataAdjacency adjacency;
  RelataFamilies *families;
  guint *ranks;       /* of relation types */
  guint *tie_of;      /* claim of the corpus → tie, RELATA_NONE */
  guint8 *has;        /* claim of the corpus → whether it is kept */
  guint8 *changed;    /* by tie; all 0 between calls */
  RelataTally *tally; /* scratch space */
  gboolean asks_days; /* as the selection that it was set to did */
};

static guint
count_ties(const RelataNetwork *network)
{
  return network->n_ties + network->n_denied_only + network->n_ties_weak;
}

RelataMask *
relata_mask_new(const RelataNetwork *network, const RelataSelection *selection)
{
  const RelataAdjacency *adjacency = relata_network_adjacency(network);
  const guint n_claims = MAX(relata_corpus_n_claims(network->corpus), 1), n_all = count_ties(network);
  const guint n_listed =
      n_all > 0 ? network->ties[n_all - 1].first_claim + network->ties[n_all - 1].n_claims : 0;
  const guint n_hops = MAX(adjacency->n_hops, 1);
  RelataMask *mask = g_new0(RelataMask, 1);
  mask->whole = network;
  mask->families = relata_families_new(selection);
  mask->families->undisputed = relata_selection_is_set(network->made->selection, RELATA_FILTER_UNDISPUTED);
  mask->asks_days = relata_selection_asks_days(network->made->selection);
  mask->network = *network;
  mask->network.ties = g_memdup2(network->ties, MAX(n_all, 1) * sizeof *network->ties);
  mask->network.claims = g_memdup2(network->claims, MAX(n_listed, 1) * sizeof *network->claims);
  mask->network.made = &mask->made;
  mask->made.adjacency = &mask->adjacency;
  mask->made.selection = relata_selection_copy(selection);
  mask->adjacency = *adjacency;
  mask->adjacency.hops = g_memdup2(adjacency->hops, n_hops * sizeof *adjacency->hops);
  mask->adjacency.kinds = g_memdup2(adjacency->kinds, n_hops * sizeof *adjacency->kinds);
  mask->ranks = relata_adjacency_rank_types(relata_corpus_schema(network->corpus));
  mask->tie_of = g_new(guint, n_claims);
  mask->has = g_new0(guint8, n_claims);
  mask->changed = g_new0(guint8, MAX(n_all, 1));
  mask->tally = relata_tally_new();
  for (guint i = 0; i < n_claims; i++)
    mask->tie_of[i] = RELATA_NONE;
  for (guint i = 0; i < n_all; i++)
    for (guint k = 0; k < network->ties[i].n_claims; k++) {
      const guint claim = network->claims[network->ties[i].first_claim + k];
      mask->tie_of[claim] = i;
      mask->has[claim] = 1;
    }
  return mask;
}

void
relata_mask_free(RelataMask *mask)
{
  if (mask == NULL)
    return;
  g_free(mask->network.ties);
  g_free(mask->network.claims);
  g_free(mask->adjacency.hops);
  g_free(mask->adjacency.kinds);
  relata_graphs_free(mask->made.graphs);
  relata_selection_free(mask->made.selection);
  g_free(mask->ranks);
  g_free(mask->tie_of);
  g_free(mask->has);
  g_free(mask->changed);
  relata_tally_free(mask->tally);
  relata_families_free(mask->families);
  g_free(mask);
}

const RelataNetwork *
relata_mask_network(const RelataMask *mask)
{
  return &mask->network;
}

static gboolean
stands(const RelataMask *mask, const RelataTie *tie)
{
  return relata_families_stands(mask->families, tie);
}

/* Compares parallel hops; those over ties that do not stand come last. */
static gboolean
comes_before(const RelataMask *mask, RelataHop left, RelataHop right)
{
  const RelataTie *one = &mask->network.ties[left.tie], *other = &mask->network.ties[right.tie];
  if (stands(mask, one) != stands(mask, other))
    return stands(mask, one);
  if (one->corroboration != other->corroboration)
    return one->corroboration > other->corroboration;
  if (one->type != other->type)
    return mask->ranks[one->type] < mask->ranks[other->type];
  return left.forward > right.forward;
}

/* Sorts the hops from one vertex to its neighbour, and opens or closes them. An insertion sort will
 * do for so few. */
static void
arrange(RelataMask *mask, guint vertex, guint neighbour)
{
  RelataAdjacency *adjacency = &mask->adjacency;
  const guint place = relata_adjacency_find(adjacency, vertex, neighbour);
  const guint first = adjacency->first[place], end = adjacency->first[place + 1];
  for (guint i = first + 1; i < end; i++) {
    const RelataHop hop = adjacency->hops[i];
    guint at = i;
    for (; at > first && comes_before(mask, hop, adjacency->hops[at - 1]); at--)
      adjacency->hops[at] = adjacency->hops[at - 1];
    adjacency->hops[at] = hop;
  }
  for (guint i = first; i < end; i++) {
    const RelataTie *tie = &mask->network.ties[adjacency->hops[i].tie];
    adjacency->kinds[i] = relata_adjacency_kind(&mask->network, adjacency->hops[i]);
    if (!stands(mask, tie))
      adjacency->kinds[i] -= RELATA_KIND_WAYS(adjacency->kinds[i]);
  }
}

/* Recounts a tie from the claims that are kept, which stay in order. Returns whether anything changed that
 * the ties between its two actors are ordered by, or may stand by. */
static gboolean
recount(RelataMask *mask, guint index)
{
  const RelataTie *whole = &mask->whole->ties[index];
  RelataTie *tie = &mask->network.ties[index];
  const guint corroboration = tie->corroboration;
  tie->n_claims = 0;
  for (guint i = 0; i < whole->n_claims; i++) {
    const guint claim = mask->whole->claims[whole->first_claim + i];
    if (mask->has[claim])
      mask->network.claims[tie->first_claim + tie->n_claims++] = claim;
  }
  relata_tie_count(&mask->network, tie, mask->tally);
  return tie->corroboration != corroboration || mask->families->least > 1 || mask->families->undisputed;
}

/* Counts the kinds of all ties between two vertices, and arranges them. A tie that is no hop, because it
 * never stood, may be the only one between them. */
static void
arrange_both_ways(RelataMask *mask, guint vertex, guint neighbour)
{
  const RelataAdjacency *adjacency = &mask->adjacency;
  const guint place = relata_adjacency_find(adjacency, vertex, neighbour);
  if (place == RELATA_NONE)
    return;
  for (guint i = adjacency->first[place]; i < adjacency->first[place + 1]; i++)
    relata_families_count(mask->families, &mask->network, &mask->network.ties[adjacency->hops[i].tie],
                          mask->tally);
  arrange(mask, vertex, neighbour);
  arrange(mask, neighbour, vertex);
}

/* Takes note of the claims that the selection lets pass, and returns the ties in which any changed. */
static GArray *
take_claims(RelataMask *mask, const RelataSelection *selection)
{
  const RelataCorpus *corpus = mask->network.corpus;
  GArray *changed = g_array_new(FALSE, FALSE, sizeof(guint)); /* indices of ties */
  if (relata_selection_asks_days(selection))
    relata_selection_holdings(selection); /* made once, and kept with the copy */
  relata_selection_free(mask->made.selection);
  mask->made.selection = relata_selection_copy(selection);
  for (guint i = 0; i < relata_corpus_n_claims(corpus); i++) {
    const guint tie = mask->tie_of[i];
    if (tie == RELATA_NONE)
      continue;
    const gboolean has = relata_selection_has_claim(selection, i);
    if (has == mask->has[i])
      continue;
    mask->has[i] = has ? 1 : 0;
    if (!mask->changed[tie])
      g_array_append_val(changed, tie);
    mask->changed[tie] = 1;
  }
  return changed;
}

/* Adds the ties that some deny, whose verdict depends on whether days are asked about, where that has
 * changed. */
static void
judge_again(RelataMask *mask, const RelataSelection *selection, GArray *changed)
{
  const gboolean asks_days = relata_selection_asks_days(selection);
  const gboolean undisputed = relata_selection_is_set(selection, RELATA_FILTER_UNDISPUTED);
  const gboolean same = asks_days == mask->asks_days && undisputed == mask->families->undisputed;
  mask->asks_days = asks_days;
  mask->families->undisputed = undisputed;
  for (guint i = 0; !same && i < count_ties(mask->whole); i++) {
    if (mask->whole->ties[i].n_denying == 0 || mask->changed[i])
      continue;
    g_array_append_val(changed, i);
    mask->changed[i] = 1;
  }
}

void
relata_mask_set(RelataMask *mask, const RelataSelection *selection)
{
  g_autoptr(GArray) changed = take_claims(mask, selection);
  judge_again(mask, selection, changed);
  for (guint i = 0; i < changed->len; i++) {
    const guint index = g_array_index(changed, guint, i);
    mask->changed[index] = recount(mask, index) ? 1 : 0;
  }
  for (guint i = 0; i < changed->len; i++) { /* after all are counted: parallel ties are compared */
    const guint index = g_array_index(changed, guint, i);
    const RelataTie *tie = &mask->network.ties[index];
    if (mask->changed[index])
      arrange_both_ways(mask, tie->from, tie->to);
    mask->changed[index] = 0;
  }
}
