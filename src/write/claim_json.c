/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Claims and ties as JSON. */
#include "write/claim_json.h"

#include <math.h>

void
relata_json_add_string(cJSON *object, const char *key, const char *value)
{
  cJSON_AddItemToObjectCS(object, key, value != NULL ? cJSON_CreateString(value) : cJSON_CreateNull());
}

static void
add_position(cJSON *object, const char *key, gboolean known, guint position)
{
  cJSON_AddItemToObjectCS(object, key, known ? cJSON_CreateNumber(position) : cJSON_CreateNull());
}

void
relata_statement_json(cJSON *object, const RelataCorpus *corpus, const RelataStatement *said)
{
  const RelataDocument *document =
      said->document != RELATA_NONE ? relata_corpus_document(corpus, said->document) : NULL;
  g_autofree char *evidence = relata_corpus_evidence(corpus, said);
  gboolean placed = relata_span_is_set(said->span);
  relata_json_add_string(object, "id", said->id);
  relata_json_add_string(object, "document", document != NULL ? document->id : NULL);
  add_position(object, "start", placed, said->span.start);
  add_position(object, "end", placed, said->span.end);
  relata_json_add_string(object, "text", evidence);
  relata_json_add_string(object, "when", said->when.edtf);
  relata_json_add_string(object, "published", document != NULL ? document->published.edtf : NULL);
  relata_json_add_string(object, "by",
                         said->by != RELATA_NONE ? relata_corpus_actor(corpus, said->by)->id : said->by_text);
  relata_json_add_string(object, "stance", relata_stance_name(said->stance));
  relata_json_add_string(object, "certainty", relata_certainty_name(said->certainty));
  if (!isnan(said->confidence))
    cJSON_AddItemToObjectCS(object, "confidence", cJSON_CreateNumber(said->confidence));
  if (said->note != NULL)
    relata_json_add_string(object, "note", said->note);
}

cJSON *
relata_claim_json(const RelataCorpus *corpus, const RelataClaim *claim)
{
  cJSON *object = cJSON_CreateObject();
  relata_statement_json(object, corpus, &claim->said);
  return object;
}

void
relata_json_add_claims(cJSON *object, const RelataNetwork *network, const RelataTie *tie)
{
  cJSON *claims = cJSON_AddArrayToObject(object, "claims");
  for (guint i = 0; i < tie->n_claims; i++)
    cJSON_AddItemToArray(claims, relata_claim_json(network->corpus, relata_network_claim(network, tie, i)));
}

const char *
relata_json_direction(const RelataNetwork *network, const RelataTie *tie, gboolean forward)
{
  return relata_network_relation(network, tie)->symmetric ? "both" : forward ? "forward" : "backward";
}

void
relata_json_add_walked(cJSON *object, const RelataNetwork *network, guint index, gboolean forward)
{
  const RelataTie *tie = &network->ties[index];
  cJSON_AddStringToObject(object, "relation", relata_network_relation(network, tie)->id);
  cJSON_AddStringToObject(object, "direction", relata_json_direction(network, tie, forward));
  cJSON_AddNumberToObject(object, "corroboration", tie->corroboration);
  relata_json_add_claims(object, network, tie);
}

char *
relata_json_print(cJSON *json)
{
  char *text = cJSON_Print(json);
  char *answer = g_strconcat(text, "\n", NULL);
  cJSON_free(text);
  cJSON_Delete(json);
  return answer;
}
