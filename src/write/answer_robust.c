/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "write/answer_robust.h"

#include "write/claim_json.h"
#include "write/emit.h"

static cJSON *
ids_json(const RelataCorpus *corpus, const GArray *documents)
{
  cJSON *ids = cJSON_CreateArray();
  for (guint i = 0; i < documents->len; i++) {
    const RelataDocument *document = relata_corpus_document(corpus, g_array_index(documents, guint, i));
    cJSON_AddItemToArray(ids, cJSON_CreateString(document->id));
  }
  return ids;
}

static cJSON *
withdrawal_json(const RelataCorpus *corpus, const RelataWithdrawal *withdrawal)
{
  static const char *const kinds[] = {[RELATA_WITHDRAWAL_EXACT] = "exact",
                                      [RELATA_WITHDRAWAL_BOUNDED] = "bounded",
                                      [RELATA_WITHDRAWAL_IMPOSSIBLE] = "impossible"};
  const gboolean possible = withdrawal->kind != RELATA_WITHDRAWAL_IMPOSSIBLE;
  cJSON *json = cJSON_CreateObject();
  cJSON_AddStringToObject(json, "kind", kinds[withdrawal->kind]);
  cJSON_AddItemToObject(json, "least", possible ? cJSON_CreateNumber(withdrawal->least) : cJSON_CreateNull());
  cJSON_AddItemToObject(json, "most",
                        possible && withdrawal->most != RELATA_NONE ? cJSON_CreateNumber(withdrawal->most)
                                                                    : cJSON_CreateNull());
  cJSON *origins = cJSON_AddArrayToObject(json, "origins");
  for (guint i = 0; i < withdrawal->origins->len; i++) {
    const RelataOrigin *origin = g_ptr_array_index(withdrawal->origins, i);
    cJSON *row = cJSON_CreateObject();
    cJSON_AddStringToObject(row, "name", origin->name);
    cJSON_AddItemToObject(row, "documents", ids_json(corpus, origin->documents));
    cJSON_AddItemToArray(origins, row);
  }
  return json;
}

static cJSON *
first_json(const RelataFirst *first)
{
  static const char *const kinds[] = {[RELATA_FIRST_NEVER] = "never",
                                      [RELATA_FIRST_ALWAYS] = "always",
                                      [RELATA_FIRST_DAY] = "day",
                                      [RELATA_FIRST_BY_DAY] = "by-day",
                                      [RELATA_FIRST_NOT_BEFORE] = "not-before"};
  const gboolean has_day = first->kind != RELATA_FIRST_NEVER && first->kind != RELATA_FIRST_ALWAYS;
  g_autofree char *day = has_day ? relata_day_to_edtf(first->day) : NULL;
  cJSON *json = cJSON_CreateObject();
  cJSON_AddStringToObject(json, "kind", kinds[first->kind]);
  relata_emit_string(json, "day", day);
  return json;
}

cJSON *
relata_robustness_json(const RelataCorpus *corpus, const RelataRobustness *robustness)
{
  cJSON *json = cJSON_CreateObject();
  cJSON_AddNumberToObject(json, "hops", robustness->n_hops);
  if (robustness->weakest_hop > 0) {
    cJSON *weakest = cJSON_AddObjectToObject(json, "weakest");
    cJSON_AddNumberToObject(weakest, "hop", robustness->weakest_hop);
    cJSON_AddNumberToObject(weakest, "origins", robustness->weakest_origins);
  } else {
    cJSON_AddNullToObject(json, "weakest");
  }
  cJSON_AddItemToObject(json, "withdrawal", withdrawal_json(corpus, &robustness->withdrawal));
  cJSON *documents = cJSON_AddObjectToObject(json, "documents");
  cJSON_AddItemToObject(documents, "ids", ids_json(corpus, robustness->documents));
  cJSON_AddBoolToObject(documents, "complete", robustness->documents_complete);
  cJSON *documentable = first_json(&robustness->documentable);
  cJSON_AddNumberToObject(documentable, "undated_hops", robustness->documentable.n_undated);
  cJSON_AddItemToObject(json, "documentable", documentable);
  cJSON_AddItemToObject(json, "held", first_json(&robustness->held));
  return json;
}
