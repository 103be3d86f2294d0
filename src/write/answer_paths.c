/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The answer about paths as JSON, on many lines or on one. */
#include "write/answers.h"

#include "corpus/origin.h"
#include "write/answer_robust.h"
#include "write/claim_json.h"
#include "write/alike_json.h"
#include "write/emit.h"
#include "write/event_json.h"
#include "write/tie_json.h"

#include <cJSON.h>

/* Adds who on the path stands for those to go by. */
static void
add_via_parts(cJSON *json, const RelataNetwork *network, const RelataPath *path, const RelataParts *parts,
              const RelataPathQuestion *question)
{
  cJSON *list = cJSON_CreateArray();
  for (guint k = 0; parts != NULL && k < question->n_via; k++)
    for (guint i = 0; i <= path->n_hops; i++)
      relata_part_json(list, NULL, parts, network->actors[path->vertices[i]], question->via[k]);
  if (cJSON_GetArraySize(list) > 0)
    cJSON_AddItemToObject(json, "via_parts", list);
  else
    cJSON_Delete(list);
}

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

/* Adds the documents or origins that affirm every hop, where the question asks for that. */
static void
add_sources(cJSON *json, const RelataNetwork *network, const RelataPath *path, RelataSame same)
{
  if (same == RELATA_SAME_NOTHING)
    return;
  g_autoptr(GArray) sources = relata_path_sources(network, path, same);
  cJSON *list = cJSON_AddArrayToObject(json, "affirmed_by");
  for (guint i = 0; i < sources->len; i++) {
    const guint source = g_array_index(sources, guint, i);
    cJSON_AddItemToArray(list, cJSON_CreateString(same == RELATA_SAME_DOCUMENT
                                                      ? relata_corpus_document(network->corpus, source)->id
                                                      : relata_corpus_voice_name(network->corpus, source)));
  }
}

/* Does the same for a path that answers the question, and says whom its actors stand for. */
static cJSON *
answer_json(const RelataPathFindings *findings, const RelataPathQuestion *question, guint index)
{
  const RelataPath *path = g_ptr_array_index(findings->answer->paths, index);
  const RelataNetwork *network = findings->network;
  cJSON *json = path_json(network, path);
  relata_part_json(json, "from_part", findings->parts, network->actors[path->vertices[0]], question->from);
  relata_part_json(json, "to_part", findings->parts, network->actors[path->vertices[path->n_hops]],
                   question->to);
  add_via_parts(json, network, path, findings->parts, question);
  add_sources(json, network, path, question->same);
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
  relata_tieless_json_add(json, report->question->corpus);
  g_autoptr(GArray) namesakes = relata_path_namesakes(report->question, findings);
  relata_alike_json_add(json, "unite", report->question->corpus, namesakes);
  if (miss == NULL || miss->by_adding)
    cJSON_AddNullToObject(json, "lift");
  if (miss == NULL)
    return;
  cJSON *lift = cJSON_AddObjectToObject(json, miss->by_adding ? "add" : "lift");
  cJSON_AddStringToObject(lift, "option", report->option);
  if (miss->instead != RELATA_MODE_USUAL) {
    g_autofree char *instead = g_strdup_printf("--mode %s", relata_path_modes[miss->instead].name);
    cJSON_AddStringToObject(lift, "instead", instead);
  }
  cJSON_AddItemToObject(lift, "path", answer_json(miss, report->question, 0));
  if (report->also != NULL)
    cJSON_AddItemToObject(lift, "also",
                          cJSON_CreateStringArray(report->also, (int)g_strv_length((char **)report->also)));
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
    cJSON_AddItemToArray(paths, answer_json(findings, question, i));
  cJSON_AddBoolToObject(json, "cut", findings->answer->cut);
  cJSON_AddBoolToObject(json, "gave_up", findings->answer->gave_up);
  relata_emit_left_out(json, findings->network);
  if (found->len == 0)
    add_no(json, report);
  g_autoptr(GArray) edges = relata_path_edges(found);
  relata_presumed_json_add(json, findings->network, edges);
  if (report->robustness != NULL)
    cJSON_AddItemToObject(json, "robust", relata_robustness_json(question->corpus, report->robustness));
  return relata_emit_print(json, one_line);
}

char *
relata_answer_match(const RelataNetwork *network, const RelataMatch *match, const RelataPath *path,
                    RelataSame same)
{
  g_return_val_if_fail(network != NULL && match != NULL && path != NULL, NULL);
  g_return_val_if_fail(match->from < network->n_actors && match->to < network->n_actors, NULL);
  g_return_val_if_fail((guint)same < RELATA_N_SAME, NULL);
  cJSON *json = cJSON_CreateObject(), *of_path = path_json(network, path);
  cJSON_AddStringToObject(json, "from", relata_network_actor(network, match->from)->id);
  cJSON_AddStringToObject(json, "to", relata_network_actor(network, match->to)->id);
  add_sources(of_path, network, path, same);
  cJSON_AddItemToObject(json, "path", of_path);
  return relata_emit_print(json, TRUE);
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
relata_answer_reach(const RelataNetwork *network, guint actor, const RelataParts *parts,
                    const RelataReached *reached, guint n, const RelataPath *const *witnesses, gboolean cut,
                    guint n_unknown)
{
  g_return_val_if_fail(network != NULL && actor < relata_corpus_n_actors(network->corpus), NULL);
  g_return_val_if_fail((reached != NULL && witnesses != NULL) || n == 0, NULL);
  cJSON *json = cJSON_CreateObject();
  cJSON_AddStringToObject(json, "from", relata_corpus_actor(network->corpus, actor)->id);
  cJSON *list = cJSON_AddArrayToObject(json, "reached");
  g_autoptr(GPtrArray) paths = g_ptr_array_new();
  for (guint i = 0; i < n; i++) {
    const RelataActor *there = relata_network_actor(network, reached[i].vertex);
    cJSON *one = cJSON_CreateObject();
    cJSON_AddStringToObject(one, "id", there->id);
    cJSON_AddStringToObject(one, "name", there->name);
    cJSON_AddNumberToObject(one, "hops", reached[i].hops);
    cJSON *path = path_json(network, witnesses[i]);
    g_ptr_array_add(paths, (gpointer)witnesses[i]);
    relata_part_json(path, "from_part", parts, network->actors[witnesses[i]->vertices[0]], actor);
    relata_part_json(path, "to_part", parts, network->actors[witnesses[i]->vertices[witnesses[i]->n_hops]],
                     network->actors[reached[i].vertex]);
    cJSON_AddItemToObject(one, "path", path);
    cJSON_AddItemToArray(list, one);
  }
  cJSON_AddBoolToObject(json, "cut", cut);
  if (n_unknown > 0)
    cJSON_AddNumberToObject(json, "unknown", n_unknown);
  relata_emit_left_out(json, network);
  g_autoptr(GArray) edges = relata_path_edges(paths);
  relata_presumed_json_add(json, network, edges);
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

/* Adds a row for each actor between two vertices. */
static void
add_between(cJSON *list, const RelataNetwork *network, const RelataCommonPair *pair, const RelataParts *parts,
            guint a, guint b)
{
  for (guint i = 0; i < pair->between->len; i++) {
    const RelataBetween *one = g_ptr_array_index(pair->between, i);
    const RelataActor *actor = relata_network_actor(network, one->vertex);
    cJSON *row = cJSON_CreateObject();
    cJSON_AddStringToObject(row, "id", actor->id);
    cJSON_AddStringToObject(row, "name", actor->name);
    relata_part_json(row, "from_part", parts, network->actors[pair->from], a);
    relata_part_json(row, "to_part", parts, network->actors[pair->to], b);
    add_hops(row, "before", network, pair->from, one->vertex, one->before, one->n_before);
    add_hops(row, "after", network, one->vertex, pair->to, one->after, one->n_after);
    cJSON_AddItemToArray(list, row);
  }
}

GArray *
relata_common_edges(const RelataCommonPair *pairs, guint n)
{
  g_return_val_if_fail(pairs != NULL || n == 0, NULL);
  GArray *edges = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < n; i++)
    for (guint k = 0; pairs[i].between != NULL && k < pairs[i].between->len; k++) {
      const RelataBetween *one = g_ptr_array_index(pairs[i].between, k);
      for (guint hop = 0; hop < one->n_before; hop++)
        g_array_append_val(edges, one->before[hop].tie);
      for (guint hop = 0; hop < one->n_after; hop++)
        g_array_append_val(edges, one->after[hop].tie);
    }
  return edges;
}

char *
relata_answer_common_wholes(const RelataNetwork *network, const RelataParts *parts, guint a, guint b,
                            const RelataCommonPair *pairs, guint n)
{
  g_return_val_if_fail(network != NULL && (pairs != NULL || n == 0), NULL);
  g_return_val_if_fail(MAX(a, b) < relata_corpus_n_actors(network->corpus), NULL);
  cJSON *json = cJSON_CreateObject();
  cJSON_AddStringToObject(json, "from", relata_corpus_actor(network->corpus, a)->id);
  cJSON_AddStringToObject(json, "to", relata_corpus_actor(network->corpus, b)->id);
  cJSON *list = cJSON_AddArrayToObject(json, "between");
  for (guint i = 0; i < n; i++)
    add_between(list, network, &pairs[i], parts, a, b);
  relata_emit_left_out(json, network);
  g_autoptr(GArray) edges = relata_common_edges(pairs, n);
  relata_presumed_json_add(json, network, edges);
  return relata_emit_print(json, FALSE);
}

char *
relata_answer_common(const RelataNetwork *network, guint a, guint b, const GPtrArray *between)
{
  g_return_val_if_fail(network != NULL, NULL);
  g_return_val_if_fail(MAX(a, b) < relata_corpus_n_actors(network->corpus), NULL);
  const RelataCommonPair pair = {network->vertices[a], network->vertices[b], (GPtrArray *)(gpointer)between};
  return relata_answer_common_wholes(network, NULL, a, b, &pair, between != NULL ? 1 : 0);
}
