/* SPDX-License-Identifier: GPL-2.0-or-later */
/* JSON of a network with everything that the selection includes. Each record is on one line, so that two
 * exports can be compared and memory is needed for only one record at a time:
 *
 *   { "relata_network": 1,
 *     "title": string or null,
 *     "relations": [ {"id","label","inverse","symmetric","kind","sign"} ],
 *     "documents": [ {"id","title","publisher","author","published","language","url","origin",
 *                    "reliability"} ],
 *     "actors": [ {"id","name","type","aliases","weak_aliases","links","url","description"} ],
 *     "ties": [
 * {"from","to","relation","verdict","corroboration","contradiction","certainty","confidence","affirming","denying",
 *                "claims"} ] }
 *
 * Only relations and documents that occur are listed. Unknown values are null. A claim has the fields of
 * claim_json.h; its actors and relation are those of its tie. "reversed" is true where a claim of a symmetric
 * relation was written from `to` to `from`. Records are ordered by id; ties by from, to, relation; claims by
 * publication. */
#include "write/formats.h"

#include "write/claim_json.h"
#include "write/emit.h"
#include "write/tie_json.h"
#include "write/sink.h"

#include <math.h>
#include <string.h>

/* Appends a record as one line of a list, and frees the record. */
static gboolean
add_record(RelataSink *sink, gboolean *first, cJSON *record, GError **error)
{
  g_autofree char *text = relata_emit_text(record, TRUE);
  g_string_append(sink->text, *first ? "\n" : ",\n");
  g_string_append(sink->text, text);
  *first = FALSE;
  cJSON_Delete(record);
  return relata_sink_pass(sink, error);
}

static gint
compare_strings(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *
sorted_ids(GHashTable *ids)
{
  GPtrArray *keys = g_ptr_array_new();
  GHashTableIter iter;
  gpointer key;
  g_hash_table_iter_init(&iter, ids);
  while (g_hash_table_iter_next(&iter, &key, NULL))
    g_ptr_array_add(keys, key);
  g_ptr_array_sort(keys, compare_strings);
  return keys;
}

static gboolean
add_relations(RelataSink *sink, const RelataNetwork *network, GError **error)
{
  RelataSchema *schema = relata_corpus_schema(network->corpus);
  g_autoptr(GHashTable) used = g_hash_table_new(g_str_hash, g_str_equal);
  gboolean first = TRUE;
  for (guint i = 0; i < network->n_ties; i++)
    g_hash_table_add(used, (gpointer)(gsize)relata_network_relation(network, &network->ties[i])->id);
  g_autoptr(GPtrArray) ids = sorted_ids(used);
  for (guint i = 0; i < ids->len; i++) {
    const RelataRelationType *relation =
        relata_schema_relation_type(schema, relata_schema_find_relation_type(schema, ids->pdata[i]));
    cJSON *record = cJSON_CreateObject();
    relata_emit_string(record, "id", relation->id);
    relata_emit_string(record, "label", relation->label);
    relata_emit_string(record, "inverse", relation->inverse);
    cJSON_AddItemToObjectCS(record, "symmetric", cJSON_CreateBool(relation->symmetric));
    relata_emit_string(record, "kind", relation->event ? "event" : "state");
    cJSON_AddItemToObjectCS(record, "sign", cJSON_CreateNumber(relation->sign));
    if (!add_record(sink, &first, record, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
add_documents(RelataSink *sink, const RelataNetwork *network, GError **error)
{
  const RelataCorpus *corpus = network->corpus;
  g_autoptr(GHashTable) used = g_hash_table_new(g_str_hash, g_str_equal);
  gboolean first = TRUE;
  for (guint i = 0; i < network->n_claims; i++) {
    guint document = relata_corpus_claim(corpus, network->claims[i])->said.document;
    if (document != RELATA_NONE)
      g_hash_table_add(used, (gpointer)(gsize)relata_corpus_document(corpus, document)->id);
  }
  g_autoptr(GPtrArray) ids = sorted_ids(used);
  for (guint i = 0; i < ids->len; i++) {
    const RelataDocument *document =
        relata_corpus_document(corpus, relata_corpus_find_document(corpus, ids->pdata[i]));
    cJSON *record = cJSON_CreateObject();
    relata_emit_string(record, "id", document->id);
    relata_emit_string(record, "title", document->title);
    relata_emit_string(record, "publisher", document->publisher);
    relata_emit_string(record, "author", document->author);
    relata_emit_string(record, "published", document->published.edtf);
    relata_emit_string(record, "language", document->language);
    relata_emit_string(record, "url", document->url);
    relata_emit_string(record, "origin", document->origin);
    const char reliability[] = {document->grade, '\0'};
    relata_emit_string(record, "reliability", document->grade != '\0' ? reliability : NULL);
    if (!add_record(sink, &first, record, error))
      return FALSE;
  }
  return TRUE;
}

static cJSON *
aliases(const RelataActor *actor, gboolean strong)
{
  cJSON *list = cJSON_CreateArray();
  for (guint i = 0; actor->aliases != NULL && i < actor->aliases->len; i++) {
    const RelataAlias *alias = &g_array_index(actor->aliases, RelataAlias, i);
    if (alias->strong == strong)
      cJSON_AddItemToArray(list, cJSON_CreateString(alias->name));
  }
  return list;
}

static gboolean
add_actors(RelataSink *sink, const RelataNetwork *network, GError **error)
{
  RelataSchema *schema = relata_corpus_schema(network->corpus);
  gboolean first = TRUE;
  for (guint i = 0; i < network->n_actors; i++) {
    const RelataActor *actor = relata_network_actor(network, i);
    cJSON *record = cJSON_CreateObject(), *links = cJSON_CreateObject();
    relata_emit_string(record, "id", actor->id);
    relata_emit_string(record, "name", actor->name);
    relata_emit_string(record, "type",
                       actor->type != RELATA_NONE ? relata_schema_actor_type(schema, actor->type)->id : NULL);
    cJSON_AddItemToObjectCS(record, "aliases", aliases(actor, TRUE));
    cJSON_AddItemToObjectCS(record, "weak_aliases", aliases(actor, FALSE));
    for (guint j = 0; actor->links != NULL && j < actor->links->len; j++) {
      const RelataLink *link = &g_array_index(actor->links, RelataLink, j);
      cJSON_AddItemToObject(links, link->key, cJSON_CreateString(link->value));
    }
    cJSON_AddItemToObjectCS(record, "links", links);
    relata_emit_string(record, "url", actor->url);
    relata_emit_string(record, "description", actor->description);
    if (!add_record(sink, &first, record, error))
      return FALSE;
  }
  return TRUE;
}

/* Returns a claim in its document's own direction. It can be opposite to its tie only where the relation is
 * symmetric. */
static cJSON *
claim_record(const RelataNetwork *network, const RelataTie *tie, const RelataClaim *claim)
{
  cJSON *record = relata_claim_json(network->corpus, claim);
  if (claim->from != network->actors[tie->from])
    cJSON_AddItemToObjectCS(record, "reversed", cJSON_CreateBool(TRUE));
  return record;
}

static gboolean
add_ties(RelataSink *sink, const RelataNetwork *network, GError **error)
{
  gboolean first = TRUE;
  for (guint i = 0; i < network->n_ties; i++) {
    const RelataTie *tie = &network->ties[i];
    cJSON *record = cJSON_CreateObject(), *claims = cJSON_CreateArray();
    relata_emit_string(record, "from", relata_network_actor(network, tie->from)->id);
    relata_emit_string(record, "to", relata_network_actor(network, tie->to)->id);
    relata_emit_string(record, "relation", relata_network_relation(network, tie)->id);
    relata_tie_json_add_verdict(record, network, tie);
    relata_emit_string(record, "certainty", relata_certainty_name(tie->certainty));
    cJSON_AddItemToObjectCS(record, "confidence",
                            isnan(tie->confidence) ? cJSON_CreateNull()
                                                   : cJSON_CreateNumber(tie->confidence));
    cJSON_AddItemToObjectCS(record, "affirming", cJSON_CreateNumber(tie->n_affirming));
    cJSON_AddItemToObjectCS(record, "denying", cJSON_CreateNumber(tie->n_denying));
    for (guint j = 0; j < tie->n_claims; j++)
      cJSON_AddItemToArray(claims, claim_record(network, tie, relata_network_claim(network, tie, j)));
    cJSON_AddItemToObjectCS(record, "claims", claims);
    if (!add_record(sink, &first, record, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
relata_write_json(const RelataNetwork *network, RelataSink *sink, GError **error)
{
  g_return_val_if_fail(network != NULL && sink != NULL, FALSE);
  static const struct {
    const char *key;
    gboolean (*add)(RelataSink *sink, const RelataNetwork *network, GError **error);
  } lists[] = {
      {"relations", add_relations}, {"documents", add_documents}, {"actors", add_actors}, {"ties", add_ties}};
  const char *title = relata_corpus_title(network->corpus);
  cJSON *value = title != NULL ? cJSON_CreateString(title) : cJSON_CreateNull();
  g_autofree char *quoted = relata_emit_text(value, TRUE);
  GString *out = sink->text;
  g_string_append_printf(out, "{\n\"relata_network\": 1,\n\"title\": %s", quoted);
  cJSON_Delete(value);
  for (guint i = 0; i < G_N_ELEMENTS(lists); i++) {
    g_string_append_printf(out, ",\n\"%s\": [", lists[i].key);
    if (!lists[i].add(sink, network, error))
      return FALSE;
    g_string_append(out, "\n]");
  }
  g_string_append(out, "\n}\n");
  return TRUE;
}
