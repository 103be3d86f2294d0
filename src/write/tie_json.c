/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "write/tie_json.h"

#include "corpus/origin.h"
#include "network/presumption.h"
#include "network/verdict.h"
#include "write/claim_json.h"
#include "write/emit.h"

#include <math.h>

const char *
relata_tie_direction(const RelataNetwork *network, const RelataTie *tie, gboolean forward)
{
  return relata_network_relation(network, tie)->symmetric ? "both" : forward ? "forward" : "backward";
}

static void
add_corroboration(cJSON *object, const RelataTie *tie)
{
  cJSON_AddNumberToObject(object, "corroboration", tie->corroboration);
  if (tie->corroboration_of_kinds > tie->corroboration)
    cJSON_AddNumberToObject(object, "corroboration_of_kinds", tie->corroboration_of_kinds);
}

void
relata_holds_json_add(cJSON *claim, const RelataNetwork *network, guint index)
{
  RelataReading reading;
  if (relata_network_claim_reading(network, index, &reading))
    cJSON_AddStringToObject(claim, "holds", relata_reading_name(reading));
}

void
relata_presumed_json_add(cJSON *answer, const RelataNetwork *network, const GArray *edges)
{
  if (!relata_selection_asks_days(relata_network_selection(network)))
    return;
  const RelataPresumption presumption = relata_presumption_of(network, edges);
  g_autofree char *since = presumption.since != RELATA_DAY_MAX ? relata_day_to_edtf(presumption.since) : NULL;
  cJSON *presumed = cJSON_AddObjectToObject(answer, "presumed");
  cJSON_AddNumberToObject(presumed, "ties", presumption.n_presumed);
  cJSON_AddNumberToObject(presumed, "of", presumption.n_ties);
  relata_emit_string(presumed, "since", since);
}

void
relata_tie_json_add_claims(cJSON *object, const RelataNetwork *network, const RelataTie *tie)
{
  cJSON *claims = cJSON_AddArrayToObject(object, "claims");
  for (guint i = 0; i < tie->n_claims; i++) {
    cJSON *claim = relata_claim_json(network->corpus, relata_network_claim(network, tie, i));
    relata_holds_json_add(claim, network, network->claims[tie->first_claim + i]);
    cJSON_AddItemToArray(claims, claim);
  }
}

void
relata_tie_json_add_verdict(cJSON *object, const RelataNetwork *network, const RelataTie *tie)
{
  cJSON_AddStringToObject(object, "verdict", relata_verdict_name(tie->verdict));
  add_corroboration(object, tie);
  cJSON_AddNumberToObject(object, "contradiction", tie->contradiction);
  if (tie->verdict != RELATA_TIE_DISPUTED)
    return;
  g_autoptr(GArray) both = relata_verdict_both_sides(network, tie);
  cJSON *names = cJSON_AddArrayToObject(object, "both_sides");
  for (guint i = 0; i < both->len; i++) {
    const guint origin = g_array_index(both, guint, i);
    cJSON_AddItemToArray(names, origin != RELATA_NONE
                                    ? cJSON_CreateString(relata_corpus_voice_name(network->corpus, origin))
                                    : cJSON_CreateNull());
  }
}

cJSON *
relata_hop_json(const RelataNetwork *network, guint from, guint to, RelataHop hop)
{
  const RelataTie *tie = &network->ties[hop.tie];
  cJSON *json = cJSON_CreateObject();
  cJSON_AddStringToObject(json, "from", relata_network_actor(network, from)->id);
  cJSON_AddStringToObject(json, "to", relata_network_actor(network, to)->id);
  cJSON_AddStringToObject(json, "relation", relata_network_relation(network, tie)->id);
  cJSON_AddStringToObject(json, "direction", relata_tie_direction(network, tie, hop.forward));
  relata_tie_json_add_verdict(json, network, tie);
  cJSON_AddStringToObject(json, "certainty", relata_certainty_name(tie->certainty));
  cJSON_AddNumberToObject(json, "confidence", relata_tie_confidence(network, tie));
  relata_tie_json_add_claims(json, network, tie);
  return json;
}

void
relata_emit_left_out(cJSON *object, const RelataNetwork *network)
{
  if (network != NULL && network->n_reports > 0)
    cJSON_AddNumberToObject(object, "reports_left_out", network->n_reports);
}

void
relata_part_json(cJSON *to, const char *key, const RelataParts *parts, guint actor, guint of)
{
  g_autoptr(GArray) chain = parts != NULL ? relata_parts_chain(parts, actor, of) : NULL;
  if (chain == NULL || chain->len == 0)
    return;
  const RelataNetwork *network = relata_parts_network(parts);
  cJSON *part = cJSON_CreateObject();
  cJSON_AddStringToObject(part, "actor", relata_corpus_actor(network->corpus, actor)->id);
  cJSON_AddStringToObject(part, "of", relata_corpus_actor(network->corpus, of)->id);
  cJSON *hops = cJSON_AddArrayToObject(part, "chain");
  for (guint i = 0; i < chain->len; i++) {
    const guint index = g_array_index(chain, guint, i);
    const RelataTie *tie = &network->ties[index];
    cJSON_AddItemToArray(hops, relata_hop_json(network, tie->from, tie->to, (RelataHop){index, TRUE}));
  }
  if (key != NULL)
    cJSON_AddItemToObject(to, key, part);
  else
    cJSON_AddItemToArray(to, part);
}
