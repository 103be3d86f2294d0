/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "write/tie_json.h"

#include "write/claim_json.h"
#include "write/emit.h"

#include <math.h>

const char *
relata_tie_direction(const RelataNetwork *network, const RelataTie *tie, gboolean forward)
{
  return relata_network_relation(network, tie)->symmetric ? "both" : forward ? "forward" : "backward";
}

void
relata_holds_json_add(cJSON *claim, const RelataNetwork *network, guint index)
{
  RelataReading reading;
  if (relata_network_claim_reading(network, index, &reading))
    cJSON_AddStringToObject(claim, "holds", relata_reading_name(reading));
}

void
relata_presumed_json_add(cJSON *answer, const RelataNetwork *network)
{
  if (!relata_selection_asks_days(relata_network_selection(network)))
    return;
  g_autofree char *since =
      network->presumed_since != RELATA_DAY_MAX ? relata_day_to_edtf(network->presumed_since) : NULL;
  cJSON *presumed = cJSON_AddObjectToObject(answer, "presumed");
  cJSON_AddNumberToObject(presumed, "ties", network->n_presumed);
  cJSON_AddNumberToObject(presumed, "of", network->n_ties);
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

cJSON *
relata_hop_json(const RelataNetwork *network, guint from, guint to, RelataHop hop)
{
  const RelataTie *tie = &network->ties[hop.tie];
  cJSON *json = cJSON_CreateObject();
  cJSON_AddStringToObject(json, "from", relata_network_actor(network, from)->id);
  cJSON_AddStringToObject(json, "to", relata_network_actor(network, to)->id);
  cJSON_AddStringToObject(json, "relation", relata_network_relation(network, tie)->id);
  cJSON_AddStringToObject(json, "direction", relata_tie_direction(network, tie, hop.forward));
  cJSON_AddNumberToObject(json, "corroboration", tie->corroboration);
  cJSON_AddStringToObject(json, "certainty", relata_certainty_name(tie->certainty));
  cJSON_AddNumberToObject(json, "confidence", relata_tie_confidence(network, tie));
  relata_tie_json_add_claims(json, network, tie);
  return json;
}
