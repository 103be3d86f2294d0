/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "write/answers.h"

#include "network/about.h"
#include "text/check.h"
#include "write/claim_json.h"
#include "write/emit.h"
#include "write/event_json.h"
#include "write/tie_json.h"

#include <cJSON.h>
#include <math.h>
#include <string.h>

static void
add_date(cJSON *object, const char *key, const RelataDate *date)
{
  relata_emit_string(object, key, date->edtf);
}

/* ── Ranks and actors ────────────────────────────────────────────────────────────────────── */

char *
relata_answer_measures(void)
{
  cJSON *json = cJSON_CreateObject();
  cJSON *explained = cJSON_AddArrayToObject(json, "explained");
  for (const RelataMeasureInfo *measure = relata_measures; measure->name != NULL; measure++) {
    cJSON *row = cJSON_CreateObject();
    cJSON_AddStringToObject(row, "name", measure->name);
    cJSON_AddStringToObject(row, "meaning", measure->help);
    cJSON_AddBoolToObject(row, "directed", measure->directed);
    cJSON_AddStringToObject(row, "parallel_ties", relata_parallel_ties_name(measure->parallel));
    cJSON_AddStringToObject(row, "loops", relata_loops_name(measure->loops));
    relata_emit_string(row, "divisor", measure->divisor);
    cJSON_AddStringToObject(row, "best", relata_measure_superlative(measure));
    cJSON_AddStringToObject(row, "source", measure->reference);
    cJSON_AddItemToArray(explained, row);
  }
  return relata_emit_print(json, FALSE);
}

char *
relata_answer_ranks(const RelataNetwork *network, const RelataMeasureInfo *const *measures, guint n_measures,
                    double *const *scores, const guint *order, guint n)
{
  g_return_val_if_fail(n == 0 || (network != NULL && relata_all_below(order, n, network->n_actors)), NULL);
  g_return_val_if_fail(measures != NULL || n_measures == 0, NULL);
  g_return_val_if_fail(scores != NULL || n_measures == 0 || n == 0, NULL);
  cJSON *json = cJSON_CreateObject();
  cJSON *names = cJSON_AddArrayToObject(json, "measures");
  for (guint k = 0; k < n_measures; k++)
    cJSON_AddItemToArray(names, cJSON_CreateString(measures[k]->name));
  cJSON_AddNumberToObject(json, "count", network != NULL ? network->n_actors : 0);
  relata_emit_left_out(json, network);
  cJSON *actors = cJSON_AddArrayToObject(json, "actors");
  for (guint i = 0; i < n; i++) {
    const RelataActor *actor = relata_network_actor(network, order[i]);
    cJSON *row = cJSON_CreateObject();
    cJSON_AddStringToObject(row, "id", actor->id);
    cJSON_AddStringToObject(row, "name", actor->name);
    cJSON *values = cJSON_AddObjectToObject(row, "scores");
    for (guint k = 0; k < n_measures; k++)
      cJSON_AddNumberToObject(values, measures[k]->name, scores[k][order[i]]);
    cJSON_AddItemToArray(actors, row);
  }
  if (network != NULL)
    relata_presumed_json_add(json, network, NULL);
  return relata_emit_print(json, FALSE);
}

static void
add_identity(cJSON *object, const RelataCorpus *corpus, const RelataActor *actor)
{
  const RelataSchema *schema = relata_corpus_schema(corpus);
  cJSON_AddStringToObject(object, "id", actor->id);
  cJSON_AddStringToObject(object, "name", actor->name);
  relata_emit_string(object, "type",
                     actor->type != RELATA_NONE ? relata_schema_actor_type(schema, actor->type)->id : NULL);
  cJSON *lists[2] = {NULL, NULL};
  lists[0] = cJSON_AddArrayToObject(object, "weak_aliases");
  lists[1] = cJSON_AddArrayToObject(object, "aliases");
  for (guint i = 0; actor->aliases != NULL && i < actor->aliases->len; i++) {
    const RelataAlias *alias = &g_array_index(actor->aliases, RelataAlias, i);
    cJSON_AddItemToArray(lists[alias->strong ? 1 : 0], cJSON_CreateString(alias->name));
  }
}

char *
relata_answer_actors(const RelataCorpus *corpus, const guint *actors, guint n)
{
  g_return_val_if_fail(corpus != NULL, NULL);
  g_return_val_if_fail(relata_all_below(actors, n, relata_corpus_n_actors(corpus)), NULL);
  cJSON *json = cJSON_CreateObject();
  cJSON *list = cJSON_AddArrayToObject(json, "actors");
  for (guint i = 0; i < n; i++) {
    cJSON *row = cJSON_CreateObject();
    add_identity(row, corpus, relata_corpus_actor(corpus, actors[i]));
    cJSON_AddItemToArray(list, row);
  }
  return relata_emit_print(json, FALSE);
}

char *
relata_answer_types(const RelataCorpus *corpus, const guint *n_claims, const guint *n_actors)
{
  g_return_val_if_fail(corpus != NULL && n_claims != NULL && n_actors != NULL, NULL);
  const RelataSchema *schema = relata_corpus_schema(corpus);
  cJSON *json = cJSON_CreateObject();
  cJSON *relations = cJSON_AddArrayToObject(json, "relations");
  for (guint i = 0; i < relata_schema_relation_types(schema)->len; i++) {
    const RelataRelationType *type = relata_schema_relation_type(schema, i);
    cJSON *row = cJSON_CreateObject();
    cJSON_AddStringToObject(row, "id", type->id);
    cJSON_AddStringToObject(row, "label", type->label);
    cJSON_AddStringToObject(row, "inverse", type->inverse);
    cJSON_AddNumberToObject(row, "sign", type->sign);
    cJSON_AddBoolToObject(row, "symmetric", type->symmetric);
    cJSON_AddBoolToObject(row, "event", type->event);
    cJSON_AddBoolToObject(row, "reporting", type->reporting);
    cJSON_AddBoolToObject(row, "part", type->part);
    relata_emit_string(row, "parent",
                       type->parent != RELATA_NONE ? relata_schema_relation_type(schema, type->parent)->id
                                                   : NULL);
    cJSON_AddNumberToObject(row, "claims", n_claims[i]);
    cJSON_AddItemToArray(relations, row);
  }
  cJSON *actors = cJSON_AddArrayToObject(json, "actors");
  for (guint i = 0; i < relata_schema_actor_types(schema)->len; i++) {
    const RelataActorType *type = relata_schema_actor_type(schema, i);
    cJSON *row = cJSON_CreateObject();
    cJSON_AddStringToObject(row, "id", type->id);
    cJSON_AddStringToObject(row, "label", type->label);
    relata_emit_string(row, "parent",
                       type->parent != RELATA_NONE ? relata_schema_actor_type(schema, type->parent)->id
                                                   : NULL);
    cJSON_AddNumberToObject(row, "actors", n_actors[i]);
    cJSON_AddItemToArray(actors, row);
  }
  return relata_emit_print(json, FALSE);
}

/* ── One actor, one document ─────────────────────────────────────────────────────────────── */

static void
add_figures(cJSON *json, const RelataSelection *selection, guint actor, guint document)
{
  const RelataCorpus *corpus = relata_selection_corpus(selection);
  cJSON *figures = cJSON_AddArrayToObject(json, "figures");
  for (guint i = 0; i < relata_corpus_n_figures(corpus); i++) {
    const RelataFigure *figure = relata_corpus_figure(corpus, i);
    const gboolean about = actor != RELATA_NONE ? figure->actor == actor : figure->said.document == document;
    if (about && relata_selection_has_figure(selection, figure))
      cJSON_AddItemToArray(figures, relata_figure_json(corpus, figure));
  }
}

/* Adds the ties that say who acts, or those that only say who talks about whom. */
static void
add_ties(cJSON *json, const char *key, const RelataNetwork *network, guint actor, gboolean reporting)
{
  cJSON *ties = cJSON_AddArrayToObject(json, key);
  const guint vertex = network->vertices[actor];
  for (guint i = 0; vertex != RELATA_NONE && i < network->n_ties + network->n_denied_only; i++) {
    const RelataTie *tie = &network->ties[i];
    if ((tie->from != vertex && tie->to != vertex) ||
        relata_network_relation(network, tie)->reporting != reporting)
      continue;
    const gboolean forward = tie->from == vertex;
    cJSON *row = cJSON_CreateObject();
    cJSON_AddStringToObject(row, "relation", relata_network_relation(network, tie)->id);
    cJSON_AddStringToObject(row, "direction", relata_tie_direction(network, tie, forward));
    cJSON_AddStringToObject(row, "actor", relata_network_actor(network, forward ? tie->to : tie->from)->id);
    cJSON_AddNumberToObject(row, "sign", relata_network_relation(network, tie)->sign);
    relata_tie_json_add_verdict(row, network, tie);
    cJSON_AddStringToObject(row, "certainty", relata_certainty_name(tie->certainty));
    relata_tie_json_add_claims(row, network, tie);
    cJSON_AddItemToArray(ties, row);
  }
}

static void
add_metadata(cJSON *json, const RelataDocument *document)
{
  cJSON_AddStringToObject(json, "id", document->id);
  cJSON_AddStringToObject(json, "title", document->title);
  relata_emit_string(json, "publisher", document->publisher);
  add_date(json, "published", &document->published);
  relata_emit_string(json, "origin", document->origin);
  const char reliability[] = {document->grade, '\0'};
  if (document->grade != '\0')
    relata_emit_string(json, "reliability", reliability);
}

char *
relata_answer_actor(const RelataNetwork *network, const RelataSelection *selection, guint index)
{
  g_return_val_if_fail(network != NULL && selection != NULL, NULL);
  g_return_val_if_fail(index < relata_corpus_n_actors(network->corpus), NULL);
  const RelataCorpus *corpus = network->corpus;
  const RelataActor *actor = relata_corpus_actor(corpus, index);
  cJSON *json = cJSON_CreateObject();
  add_identity(json, corpus, actor);
  relata_emit_string(json, "description", actor->description);
  relata_emit_string(json, "url", actor->url);
  cJSON *links = cJSON_AddObjectToObject(json, "links");
  for (guint i = 0; actor->links != NULL && i < actor->links->len; i++) {
    const RelataLink *link = &g_array_index(actor->links, RelataLink, i);
    if (!cJSON_HasObjectItem(links, link->key))
      cJSON_AddStringToObject(links, link->key, link->value);
  }
  add_ties(json, "ties", network, index, FALSE);
  add_ties(json, "reports", network, index, TRUE);
  relata_events_json_add(json, selection, index, RELATA_NONE);
  add_figures(json, selection, index, RELATA_NONE);
  cJSON *documents = cJSON_AddArrayToObject(json, "documents");
  const guint n_documents = relata_corpus_n_documents(corpus);
  g_autofree guint *mentions = g_new(guint, MAX(n_documents, 1));
  g_autofree guint *claims = g_new(guint, MAX(n_documents, 1));
  relata_selection_count_actor(selection, index, mentions, claims);
  for (guint i = 0; i < n_documents; i++)
    if (mentions[i] + claims[i] > 0) {
      cJSON *row = cJSON_CreateObject();
      add_metadata(row, relata_corpus_document(corpus, i));
      cJSON_AddNumberToObject(row, "mentions", mentions[i]);
      cJSON_AddNumberToObject(row, "claims", claims[i]);
      cJSON_AddItemToArray(documents, row);
    }
  g_autoptr(GArray) edges = relata_network_edges_of_actor(network, index);
  relata_presumed_json_add(json, network, edges);
  return relata_emit_print(json, FALSE);
}

char *
relata_answer_document(const RelataNetwork *network, const RelataSelection *selection, guint index)
{
  g_return_val_if_fail(network != NULL && selection != NULL, NULL);
  g_return_val_if_fail(index < relata_corpus_n_documents(network->corpus), NULL);
  const RelataCorpus *corpus = network->corpus;
  const RelataDocument *document = relata_corpus_document(corpus, index);
  cJSON *json = cJSON_CreateObject();
  add_metadata(json, document);
  relata_emit_string(json, "author", document->author);
  relata_emit_string(json, "language", document->language);
  relata_emit_string(json, "url", document->url);
  if (document->layers != NULL)
    cJSON_AddItemToObject(json, "layers", relata_layers_json(document->layers));
  cJSON *claims = cJSON_AddArrayToObject(json, "claims");
  g_autofree gboolean *held = relata_network_claims(network);
  for (guint i = 0; i < relata_corpus_n_claims(corpus); i++) {
    const RelataClaim *claim = relata_corpus_claim(corpus, i);
    if (claim->said.document != index || !held[i])
      continue;
    cJSON *row = cJSON_CreateObject();
    cJSON_AddStringToObject(row, "from", relata_corpus_actor(corpus, claim->from)->id);
    cJSON_AddStringToObject(row, "relation",
                            relata_schema_relation_type(relata_corpus_schema(corpus), claim->type)->id);
    cJSON_AddStringToObject(row, "to", relata_corpus_actor(corpus, claim->to)->id);
    relata_statement_json(row, corpus, &claim->said);
    relata_claim_json_add_figures(row, corpus, claim->said.id);
    relata_holds_json_add(row, network, i);
    cJSON_AddItemToArray(claims, row);
  }
  relata_events_json_add(json, selection, RELATA_NONE, index);
  add_figures(json, selection, RELATA_NONE, index);
  g_autoptr(GArray) edges = relata_network_edges_of_document(network, index);
  relata_presumed_json_add(json, network, edges);
  return relata_emit_print(json, FALSE);
}

/* ── Check ───────────────────────────────────────────────────────────────────────────────── */

static void
add_quotations(cJSON *json, const RelataCorpus *corpus)
{
  const RelataQuotations counted = relata_corpus_quotations(corpus);
  cJSON *quotations = cJSON_AddObjectToObject(json, "quotations");
  cJSON_AddNumberToObject(quotations, "standing", counted.standing);
  cJSON_AddNumberToObject(quotations, "missing", counted.missing);
  cJSON_AddNumberToObject(quotations, "without_text", counted.unheld);
}

char *
relata_answer_check(const RelataCorpus *corpus, const RelataDiagnostics *diagnostics)
{
  g_return_val_if_fail(corpus != NULL && diagnostics != NULL, NULL);
  cJSON *json = cJSON_CreateObject();
  cJSON *counts = cJSON_AddObjectToObject(json, "counts");
  cJSON_AddNumberToObject(counts, "documents", relata_corpus_n_documents(corpus));
  cJSON_AddNumberToObject(counts, "actors", relata_corpus_n_actors(corpus));
  cJSON_AddNumberToObject(counts, "mentions", relata_corpus_n_mentions(corpus));
  cJSON_AddNumberToObject(counts, "claims", relata_corpus_n_claims(corpus));
  cJSON_AddNumberToObject(counts, "events", relata_corpus_n_events(corpus));
  cJSON_AddNumberToObject(counts, "figures", relata_corpus_n_figures(corpus));
  add_quotations(json, corpus);
  relata_tieless_json_add(json, corpus);
  cJSON_AddNumberToObject(json, "lost", relata_diagnostics_count(diagnostics, RELATA_LOSS));
  cJSON_AddNumberToObject(json, "errors", relata_diagnostics_count(diagnostics, RELATA_ERROR_IN_DATA));
  cJSON_AddNumberToObject(json, "warnings", relata_diagnostics_count(diagnostics, RELATA_WARNING));
  cJSON_AddNumberToObject(json, "notes", relata_diagnostics_count(diagnostics, RELATA_NOTE));
  cJSON *list = cJSON_AddArrayToObject(json, "diagnostics");
  for (guint i = 0; i < relata_diagnostics_n_kept(diagnostics); i++) {
    const RelataDiagnostic *diagnostic = relata_diagnostics_get(diagnostics, i);
    cJSON *row = cJSON_CreateObject();
    cJSON_AddStringToObject(row, "severity", relata_severity_name(diagnostic->severity));
    cJSON_AddStringToObject(row, "code", diagnostic->code);
    relata_emit_string(row, "file", diagnostic->file);
    cJSON_AddNumberToObject(row, "line", diagnostic->line);
    cJSON_AddNumberToObject(row, "column", diagnostic->column);
    cJSON_AddStringToObject(row, "message", diagnostic->message);
    relata_emit_string(row, "hint", diagnostic->hint);
    cJSON_AddItemToArray(list, row);
  }
  return relata_emit_print(json, FALSE);
}
