/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "network/network_internal.h"

#include "text/error.h"
#include "text/message.h"

#include <string.h>

const RelataActor *
relata_network_actor(const RelataNetwork *network, guint vertex)
{
  g_return_val_if_fail(network != NULL && vertex < network->n_actors, NULL);
  return relata_corpus_actor(network->corpus, network->actors[vertex]);
}

const RelataRelationType *
relata_network_relation(const RelataNetwork *network, const RelataTie *tie)
{
  g_return_val_if_fail(network != NULL && tie != NULL, NULL);
  return relata_schema_relation_type(relata_corpus_schema(network->corpus), tie->type);
}

const RelataClaim *
relata_network_claim(const RelataNetwork *network, const RelataTie *tie, guint index)
{
  g_return_val_if_fail(network != NULL && tie != NULL && index < tie->n_claims, NULL);
  return relata_corpus_claim(network->corpus, network->claims[tie->first_claim + index]);
}

const char *
relata_network_label(const RelataNetwork *network, const RelataTie *tie, gboolean forward)
{
  g_return_val_if_fail(network != NULL && tie != NULL, NULL);
  const RelataRelationType *type = relata_network_relation(network, tie);
  g_return_val_if_fail(type != NULL, NULL);
  return forward || type->symmetric ? type->label : type->inverse;
}

/* ── Ties ────────────────────────────────────────────────────────────────────────────────── */

int
relata_tie_compare(const RelataNetwork *network, const RelataTie *left, const RelataTie *right)
{
  int order = relata_order(left->from, right->from);
  if (order == 0)
    order = relata_order(left->to, right->to);
  if (order == 0 && left->type != right->type)
    order = strcmp(relata_network_relation(network, left)->id, relata_network_relation(network, right)->id);
  return order;
}

guint
relata_network_find_tie(const RelataNetwork *network, guint from, guint to, guint type)
{
  g_return_val_if_fail(network != NULL, RELATA_NONE);
  const RelataTie wanted = {.type = type, .from = from, .to = to};
  guint low = 0, high = network->n_ties;
  while (low < high) {
    const guint middle = low + (high - low) / 2;
    const int order = relata_tie_compare(network, &network->ties[middle], &wanted);
    if (order == 0)
      return middle;
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return RELATA_NONE;
}

RelataDays
relata_network_claim_days(const RelataNetwork *network, guint claim, gboolean by)
{
  g_return_val_if_fail(network != NULL, RELATA_NO_DAYS);
  const RelataSelection *selection = network->made->selection;
  return relata_holdings_days(relata_selection_holdings(selection), claim,
                              relata_selection_reading(selection), by);
}

gboolean
relata_network_claim_reading(const RelataNetwork *network, guint claim, RelataReading *reading)
{
  g_return_val_if_fail(network != NULL, FALSE);
  const RelataSelection *selection = network->made->selection;
  return relata_selection_asks_days(selection) && relata_selection_claim_reading(selection, claim, reading);
}

const RelataSelection *
relata_network_selection(const RelataNetwork *network)
{
  g_return_val_if_fail(network != NULL, NULL);
  return network->made->selection;
}

gboolean
relata_network_has_ties(const RelataNetwork *network, const RelataSelection *selection, GError **error)
{
  g_return_val_if_fail(network != NULL && selection != NULL, FALSE);
  const guint n_claims = relata_corpus_n_claims(network->corpus);
  if (network->n_ties > 0 || n_claims == 0)
    return TRUE;
  g_autoptr(GString) reasons = g_string_new(NULL);
  if (network->n_claims_removed[RELATA_FILTER_REPORTING] > 0)
    g_string_append_printf(reasons, "; %u of %u claims are reports, which `reporting` includes",
                           network->n_claims_removed[RELATA_FILTER_REPORTING], n_claims);
  for (guint filter = 0; filter < RELATA_N_FILTERS; filter++)
    if (filter != RELATA_FILTER_REPORTING && network->n_claims_removed[filter] > 0)
      g_string_append_printf(
          reasons, "; `%s`%s%s removes %u of %u claims", relata_filters[filter].name,
          relata_filters[filter].argument != NULL ? " " : "",
          relata_filters[filter].argument != NULL ? relata_selection_value(selection, filter) : "",
          network->n_claims_removed[filter], n_claims);
  const guint n_weak = network->n_ties_weak - network->n_ties_disputed;
  if (network->n_ties_disputed > 0)
    g_string_append_printf(reasons, "; `undisputed` removes %u ties", network->n_ties_disputed);
  if (n_weak > 0)
    g_string_append_printf(reasons, "; `corroboration` %s removes the remaining %u ties",
                           relata_selection_value(selection, RELATA_FILTER_CORROBORATION), n_weak);
  if (network->n_denied_only > 0)
    g_string_append_printf(reasons, "; %u ties are only denied", network->n_denied_only);
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_EMPTY, "the selection leaves no tie%s", reasons->str);
  return FALSE;
}
