/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The answer about paths as JSON, on many lines or on one. */
#include "write/answers.h"

#include "write/answer_robust.h"
#include "write/claim_json.h"
#include "write/emit.h"
#include "write/tie_json.h"

#include <cJSON.h>

static cJSON *
path_json(const RelataNetwork *network, const RelataPath *path)
{
  cJSON *json = cJSON_CreateObject();
  cJSON *hops = cJSON_AddArrayToObject(json, "hops");
  for (guint i = 0; i < path->n_hops; i++)
    cJSON_AddItemToArray(hops,
                         relata_hop_json(network, path->vertices[i], path->vertices[i + 1], path->hops[i]));
  return json;
}

static void
add_no(cJSON *json, const RelataPathReport *report)
{
  const RelataPathFindings *findings = report->findings, *miss = report->miss;
  cJSON *reach = cJSON_AddObjectToObject(json, "reach");
  cJSON_AddNumberToObject(reach, "from", findings->n_from);
  cJSON_AddNumberToObject(reach, "to", findings->n_to);
  g_autoptr(RelataPathProgress) progress = relata_path_progress_of(report->question, findings);
  if (progress != NULL) {
    cJSON *matching = cJSON_AddObjectToObject(json, "progress");
    cJSON_AddStringToObject(matching, "matched", progress->matched);
    cJSON_AddBoolToObject(matching, "whole", progress->whole);
    cJSON *actors = cJSON_AddArrayToObject(matching, "actors");
    for (guint i = 0; i < progress->actors->len; i++) {
      const guint actor = g_array_index(progress->actors, guint, i);
      cJSON_AddItemToArray(actors,
                           cJSON_CreateString(relata_corpus_actor(report->question->corpus, actor)->id));
    }
  }
  if (miss == NULL) {
    cJSON_AddNullToObject(json, "lift");
    return;
  }
  cJSON *lift = cJSON_AddObjectToObject(json, "lift");
  cJSON_AddStringToObject(lift, "option", report->option);
  cJSON_AddItemToObject(lift, "path", path_json(miss->network, g_ptr_array_index(miss->answer->paths, 0)));
}

char *
relata_answer_paths(const RelataPathReport *report, gboolean one_line)
{
  g_return_val_if_fail(report != NULL && report->question != NULL && report->findings != NULL, NULL);
  const RelataPathQuestion *question = report->question;
  const RelataPathFindings *findings = report->findings;
  cJSON *json = cJSON_CreateObject();
  if (report->line > 0)
    cJSON_AddNumberToObject(json, "line", report->line);
  cJSON_AddStringToObject(json, "from", relata_corpus_actor(question->corpus, question->from)->id);
  cJSON_AddStringToObject(json, "to", relata_corpus_actor(question->corpus, question->to)->id);
  cJSON *paths = cJSON_AddArrayToObject(json, "paths");
  const GPtrArray *found = findings->answer->paths;
  for (guint i = 0; i < found->len; i++)
    cJSON_AddItemToArray(paths, path_json(findings->network, g_ptr_array_index(found, i)));
  cJSON_AddBoolToObject(json, "cut", findings->answer->cut);
  cJSON_AddBoolToObject(json, "gave_up", findings->answer->gave_up);
  if (found->len == 0)
    add_no(json, report);
  relata_presumed_json_add(json, findings->network);
  if (report->robustness != NULL)
    cJSON_AddItemToObject(json, "robust", relata_robustness_json(question->corpus, report->robustness));
  return relata_emit_print(json, one_line);
}

char *
relata_answer_error(guint line, const char *from, const char *to, const char *message)
{
  g_return_val_if_fail(message != NULL, NULL);
  cJSON *json = cJSON_CreateObject();
  cJSON_AddNumberToObject(json, "line", line);
  if (from != NULL)
    cJSON_AddStringToObject(json, "from", from);
  if (to != NULL)
    cJSON_AddStringToObject(json, "to", to);
  cJSON_AddStringToObject(json, "error", message);
  return relata_emit_print(json, TRUE);
}

char *
relata_answer_reach(const RelataNetwork *network, guint actor, const RelataReached *reached, guint n,
                    const RelataPath *const *witnesses, gboolean cut)
{
  g_return_val_if_fail(network != NULL && actor < relata_corpus_n_actors(network->corpus), NULL);
  g_return_val_if_fail((reached != NULL && witnesses != NULL) || n == 0, NULL);
  cJSON *json = cJSON_CreateObject();
  cJSON_AddStringToObject(json, "from", relata_corpus_actor(network->corpus, actor)->id);
  cJSON *list = cJSON_AddArrayToObject(json, "reached");
  for (guint i = 0; i < n; i++) {
    const RelataActor *there = relata_network_actor(network, reached[i].vertex);
    cJSON *one = cJSON_CreateObject();
    cJSON_AddStringToObject(one, "id", there->id);
    cJSON_AddStringToObject(one, "name", there->name);
    cJSON_AddNumberToObject(one, "hops", reached[i].hops);
    cJSON_AddItemToObject(one, "path", path_json(network, witnesses[i]));
    cJSON_AddItemToArray(list, one);
  }
  cJSON_AddBoolToObject(json, "cut", cut);
  relata_presumed_json_add(json, network);
  return relata_emit_print(json, FALSE);
}

static void
add_hops(cJSON *object, const char *key, const RelataNetwork *network, guint from, guint to,
         const RelataHop *hops, guint n)
{
  cJSON *list = cJSON_CreateArray();
  for (guint i = 0; i < n; i++)
    cJSON_AddItemToArray(list, relata_hop_json(network, from, to, hops[i]));
  cJSON_AddItemToObject(object, key, list);
}

char *
relata_answer_common(const RelataNetwork *network, guint a, guint b, const GPtrArray *between)
{
  g_return_val_if_fail(network != NULL, NULL);
  g_return_val_if_fail(MAX(a, b) < relata_corpus_n_actors(network->corpus), NULL);
  cJSON *json = cJSON_CreateObject();
  const guint from = network->vertices[a], to = network->vertices[b];
  cJSON_AddStringToObject(json, "from", relata_corpus_actor(network->corpus, a)->id);
  cJSON_AddStringToObject(json, "to", relata_corpus_actor(network->corpus, b)->id);
  cJSON *list = cJSON_AddArrayToObject(json, "between");
  for (guint i = 0; between != NULL && i < between->len; i++) {
    const RelataBetween *one = g_ptr_array_index(between, i);
    const RelataActor *actor = relata_network_actor(network, one->vertex);
    cJSON *row = cJSON_CreateObject();
    cJSON_AddStringToObject(row, "id", actor->id);
    cJSON_AddStringToObject(row, "name", actor->name);
    add_hops(row, "before", network, from, one->vertex, one->before, one->n_before);
    add_hops(row, "after", network, one->vertex, to, one->after, one->n_after);
    cJSON_AddItemToArray(list, row);
  }
  relata_presumed_json_add(json, network);
  return relata_emit_print(json, FALSE);
}
