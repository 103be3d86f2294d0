/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who is who, in JSON: `relata check --identity --json`. */
#include "write/answers.h"

#include "corpus/identity.h"
#include "corpus/likeness.h"
#include "write/alike_json.h"
#include "write/emit.h"

#include <cJSON.h>

static const char *
id_of(const RelataCorpus *corpus, guint actor)
{
  return relata_corpus_actor(corpus, actor)->id;
}

/* Adds the actors with the ids by which corpora call them, and gives each an empty list of mentions. */
static void
add_actors(cJSON *list, const RelataCorpus *corpus, cJSON **mentions)
{
  const GArray *ids = relata_corpus_registered_ids(corpus);
  guint next = 0;
  for (guint i = 0; i < relata_corpus_n_actors(corpus); i++) {
    const RelataActor *actor = relata_corpus_actor(corpus, i);
    cJSON *row = cJSON_CreateObject();
    cJSON_AddStringToObject(row, "id", actor->id);
    cJSON_AddStringToObject(row, "name", actor->name);
    if (actor->type != RELATA_NONE)
      cJSON_AddStringToObject(row, "type",
                              relata_schema_actor_type(relata_corpus_schema(corpus), actor->type)->id);
    cJSON *registered = cJSON_AddArrayToObject(row, "registered");
    for (; next < ids->len && g_array_index(ids, RelataRegisteredId, next).actor == i; next++)
      if (g_array_index(ids, RelataRegisteredId, next).declared)
        cJSON_AddItemToArray(registered, cJSON_CreateString(g_array_index(ids, RelataRegisteredId, next).id));
    mentions[i] = cJSON_AddArrayToObject(row, "mentions");
    cJSON_AddItemToArray(list, row);
  }
}

static void
add_mentions(const RelataCorpus *corpus, cJSON **mentions)
{
  for (guint i = 0; i < relata_corpus_n_mentions(corpus); i++) {
    const RelataMention *mention = relata_corpus_mention(corpus, i);
    cJSON *row = cJSON_CreateObject();
    cJSON_AddStringToObject(row, "document", relata_corpus_document(corpus, mention->document)->id);
    cJSON_AddNumberToObject(row, "start", mention->n_spans > 0 ? mention->spans[0].start : 0);
    cJSON_AddNumberToObject(row, "end", mention->n_spans > 0 ? mention->spans[mention->n_spans - 1].end : 0);
    cJSON_AddItemToArray(mentions[mention->actor], row);
  }
}

static void
add_pair(cJSON *row, const RelataCorpus *corpus, const guint actors[2])
{
  cJSON *pair = cJSON_AddArrayToObject(row, "actors");
  for (guint i = 0; i < 2; i++)
    cJSON_AddItemToArray(pair, cJSON_CreateString(id_of(corpus, actors[i])));
}

static void
add_decided(cJSON *json, const RelataCorpus *corpus)
{
  cJSON *decisions = cJSON_AddArrayToObject(json, "decisions"),
        *apart = cJSON_AddArrayToObject(json, "apart");
  const GArray *made = relata_corpus_decisions(corpus), *refused = relata_corpus_kept_apart(corpus);
  for (guint i = 0; i < made->len; i++) {
    const RelataDecision *decision = &g_array_index(made, RelataDecision, i);
    cJSON *row = cJSON_CreateObject();
    cJSON_AddStringToObject(row, "step", relata_identity_step_name(decision->step));
    cJSON_AddStringToObject(row, "actor", id_of(corpus, decision->actor));
    cJSON_AddNumberToObject(row, "records", decision->n);
    cJSON_AddStringToObject(row, "reason", decision->reason);
    cJSON_AddItemToArray(decisions, row);
  }
  for (guint i = 0; i < refused->len; i++) {
    const RelataApart *pair = &g_array_index(refused, RelataApart, i);
    cJSON *row = cJSON_CreateObject();
    cJSON_AddStringToObject(row, "step", relata_identity_step_name(pair->step));
    add_pair(row, corpus, pair->actors);
    cJSON_AddStringToObject(row, "reason", pair->reason);
    cJSON_AddStringToObject(row, "because", pair->because);
    cJSON_AddItemToArray(apart, row);
  }
}

void
relata_alike_json_add(cJSON *json, const char *key, const RelataCorpus *corpus, const GArray *pairs)
{
  cJSON *list = cJSON_AddArrayToObject(json, key);
  for (guint i = 0; i < pairs->len; i++) {
    const RelataLikeness *pair = &g_array_index(pairs, RelataLikeness, i);
    cJSON *row = cJSON_CreateObject();
    add_pair(row, corpus, pair->actors);
    cJSON_AddStringToObject(row, "reason", pair->reason);
    cJSON *names = cJSON_AddArrayToObject(row, "same");
    for (guint k = 0; k < 2; k++) {
      g_autofree char *name = relata_corpus_name_for_decision(corpus, pair->actors[k]);
      cJSON_AddItemToArray(names, cJSON_CreateString(name));
    }
    cJSON_AddItemToArray(list, row);
  }
}

char *
relata_answer_identity(RelataCorpus *corpus)
{
  g_return_val_if_fail(corpus != NULL, NULL);
  cJSON *json = cJSON_CreateObject();
  g_autofree cJSON **mentions = g_new0(cJSON *, relata_corpus_n_actors(corpus) + 1);
  add_actors(cJSON_AddArrayToObject(json, "actors"), corpus, mentions);
  add_mentions(corpus, mentions);
  add_decided(json, corpus);
  relata_alike_json_add(json, "alike", corpus, relata_corpus_alike(corpus, NULL));
  return relata_emit_print(json, FALSE);
}
