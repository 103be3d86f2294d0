/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What connects several actors, as JSON. */
#include "write/answers.h"

#include "write/claim_json.h"
#include "write/emit.h"
#include "write/tie_json.h"

static void
add_actor(cJSON *list, const RelataCorpus *corpus, guint actor)
{
  cJSON_AddItemToArray(list, cJSON_CreateString(relata_corpus_actor(corpus, actor)->id));
}

static void
add_actors(cJSON *json, const RelataCorpus *corpus, const GArray *actors)
{
  cJSON *list = cJSON_AddArrayToObject(json, "actors");
  for (guint i = 0; i < actors->len; i++)
    add_actor(list, corpus, g_array_index(actors, guint, i));
}

/* Adds the actors that were not asked for. */
static void
add_between(cJSON *json, const RelataNetwork *network, const RelataConnectAnswer *answer)
{
  cJSON *list = cJSON_AddArrayToObject(json, "between");
  g_autoptr(GArray) between = relata_connect_between(network, answer);
  for (guint i = 0; i < between->len; i++)
    add_actor(list, network->corpus, g_array_index(between, guint, i));
}

static cJSON *
hop_json(const RelataNetwork *network, const RelataConnectAnswer *answer, const RelataConnectHop *hop)
{
  cJSON *json = relata_hop_json(network, hop->from, hop->to, hop->hop);
  cJSON *also = cJSON_AddArrayToObject(json, "also");
  for (guint i = 0; i < hop->n_others; i++) {
    const RelataHop *other = &g_array_index(answer->others, RelataHop, hop->first_other + i);
    cJSON_AddItemToArray(also, relata_hop_json(network, hop->from, hop->to, *other));
  }
  return json;
}

/* Adds those that represent a whole in the connection. */
static void
add_parts(cJSON *json, const RelataParts *parts, const RelataConnectAnswer *answer)
{
  cJSON *list = parts != NULL && answer->connected ? cJSON_AddArrayToObject(json, "parts") : NULL;
  for (guint i = 0; list != NULL && i < answer->actors->len; i++)
    relata_part_json(list, NULL, parts, g_array_index(answer->members, guint, i),
                     g_array_index(answer->actors, guint, i));
}

static void
add_hops(cJSON *json, const RelataNetwork *network, const RelataConnectAnswer *answer)
{
  cJSON *hops = cJSON_AddArrayToObject(json, "hops");
  for (guint i = 0; i < answer->hops->len; i++)
    cJSON_AddItemToArray(hops, hop_json(network, answer, &g_array_index(answer->hops, RelataConnectHop, i)));
}

/* Adds who is connected with whom, and which option would connect all. */
static void
add_no(cJSON *json, const RelataCorpus *corpus, const RelataConnectAnswer *answer,
       const RelataConnectMiss *miss, const char *option)
{
  cJSON *groups = cJSON_AddArrayToObject(json, "groups");
  for (guint i = 0; i < answer->groups->len; i++) {
    const RelataConnectGroup *group = &g_array_index(answer->groups, RelataConnectGroup, i);
    cJSON *row = cJSON_CreateObject();
    add_actors(row, corpus, group->actors);
    cJSON_AddNumberToObject(row, "size", group->size);
    cJSON_AddItemToArray(groups, row);
  }
  if (miss == NULL || miss->by_adding)
    cJSON_AddNullToObject(json, "lift");
  if (miss == NULL)
    return;
  cJSON *lift = cJSON_AddObjectToObject(json, miss->by_adding ? "add" : "lift");
  cJSON_AddStringToObject(lift, "option", option);
  add_between(lift, miss->network, miss->answer);
  add_parts(lift, miss->parts, miss->answer);
  add_hops(lift, miss->network, miss->answer);
}

char *
relata_answer_connect(const RelataNetwork *network, const RelataParts *parts,
                      const RelataConnectAnswer *answer, const RelataConnectMiss *miss, const char *option)
{
  g_return_val_if_fail(network != NULL && answer != NULL && (miss == NULL || option != NULL), NULL);
  cJSON *json = cJSON_CreateObject();
  add_actors(json, network->corpus, answer->actors);
  cJSON_AddBoolToObject(json, "connected", answer->connected);
  cJSON_AddBoolToObject(json, "exact", answer->exact);
  add_between(json, network, answer);
  add_parts(json, parts, answer);
  relata_emit_left_out(json, network);
  add_hops(json, network, answer);
  if (!answer->connected)
    add_no(json, network->corpus, answer, miss, option);
  g_autoptr(GArray) edges = relata_connect_edges(answer);
  relata_presumed_json_add(json, network, edges);
  return relata_emit_print(json, FALSE);
}
