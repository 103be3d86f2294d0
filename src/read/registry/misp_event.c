/* SPDX-License-Identifier: GPL-2.0-or-later */
/* MISP events: each is a document that names clusters of galaxies, and relates objects and attributes. That
 * it names two clusters relates them only where that is asked for. */
#include "corpus/identity.h"
#include "read/json/json_loose.h"
#include "read/registry/misp.h"
#include "read/readers.h"
#include "read/statement.h"
#include "read/vocabulary.h"
#include "text/date_pattern.h"
#include "text/name.h"

#include <cJSON.h>
#include <string.h>

#define MOST_SHOWN 80

/* Of more clusters than this, each with each, nobody asks. */
#define MOST_CO_MENTIONED 100

typedef struct {
  RelataCorpus *corpus;
  const RelataInput *input;
  RelataDiagnostics *diagnostics;
  RelataVocabulary *vocabulary;
  RelataJson *json;
  gboolean co_mentions;
  /* Of the event that is being read: */
  const char *uuid;
  guint document;
  GHashTable *nodes; /* uuid → its object or attribute (cJSON), unless it is deleted */
  GArray *clusters;  /* guint: actors, each once */
} Events;

static void
leave_out(const Events *events, const char *why)
{
  relata_account_leave_out(events->input->account, why);
}

/* Returns the first element of an array that is a member, NULL where there is none. */
static const cJSON *
first_in(const cJSON *object, const char *key)
{
  const cJSON *array = cJSON_IsObject(object) ? relata_json_member(object, key) : NULL;
  return array != NULL && cJSON_IsArray(array) ? array->child : NULL;
}

/* ── Objects and attributes ── */

static gboolean
is_deleted(const Events *events, const cJSON *node)
{
  const gboolean deleted = relata_misp_is_true(node, "deleted");
  if (deleted)
    leave_out(events, "deleted");
  return deleted;
}

static void
note_node(Events *events, const cJSON *node)
{
  const char *uuid = relata_misp_text(node, "uuid");
  if (uuid != NULL && relata_name_is_id(uuid))
    g_hash_table_insert(events->nodes, (gpointer)uuid, (gpointer)node);
}

/* Notes which objects and attributes the event has, those that are deleted excepted. */
static void
note_nodes(Events *events, const cJSON *event)
{
  for (const cJSON *attribute = first_in(event, "Attribute"); attribute != NULL; attribute = attribute->next)
    if (cJSON_IsObject(attribute) && !is_deleted(events, attribute))
      note_node(events, attribute);
  for (const cJSON *object = first_in(event, "Object"); object != NULL; object = object->next) {
    if (!cJSON_IsObject(object) || is_deleted(events, object))
      continue;
    note_node(events, object);
    for (const cJSON *part = first_in(object, "Attribute"); part != NULL; part = part->next)
      if (cJSON_IsObject(part) && !is_deleted(events, part))
        note_node(events, part);
  }
}

/* Returns the value that names an object, that of its first attribute, or an attribute; NULL where there is
 * none. */
static const char *
value_of(const cJSON *node)
{
  const char *value = relata_misp_text(node, "value");
  for (const cJSON *part = first_in(node, "Attribute"); value == NULL && part != NULL; part = part->next)
    if (cJSON_IsObject(part) && !relata_misp_is_true(part, "deleted"))
      value = relata_misp_text(part, "value");
  return value;
}

/* Declares the actor that an object or attribute is. */
static guint
declare_node(Events *events, const cJSON *node)
{
  const char *name = relata_misp_text(node, "name"), *value = value_of(node);
  const char *type = name != NULL ? name : relata_misp_text(node, "type");
  const RelataPlace where = relata_json_place(events->json, node);
  g_autofree char *id = relata_misp_id(relata_misp_text(node, "uuid"));
  g_autofree char *line = relata_name_line(value != NULL ? value : type != NULL ? type : "object");
  g_autofree char *begin =
      g_utf8_strlen(line, -1) > MOST_SHOWN ? g_utf8_substring(line, 0, MOST_SHOWN) : NULL;
  g_autofree char *shown = begin != NULL ? g_strconcat(begin, "…", NULL) : g_strdup(line);
  gboolean again;
  RelataActor *actor = relata_corpus_declare_actor(events->corpus, id, where, &again);
  const char *comment = relata_misp_text(node, "comment");
  if (!again) {
    actor->name = relata_corpus_intern(events->corpus, shown);
    actor->description = relata_corpus_intern(events->corpus, comment);
    actor->type = relata_vocabulary_actor(events->vocabulary, type, where);
  }
  return relata_corpus_find_actor(events->corpus, id);
}

/* Returns the actor of an end; one who is expected where neither the event nor the reference has it. */
static guint
end_of(Events *events, const char *uuid, const cJSON *reference, RelataPlace where)
{
  static const char *const kinds[] = {"Object", "Attribute"};
  const cJSON *node = g_hash_table_lookup(events->nodes, uuid);
  for (guint i = 0; node == NULL && i < G_N_ELEMENTS(kinds); i++) {
    const cJSON *held = relata_json_member(reference, kinds[i]);
    if (g_strcmp0(relata_misp_text(held, "uuid"), uuid) == 0 && !relata_misp_is_true(held, "deleted"))
      node = held;
  }
  if (node != NULL)
    return declare_node(events, node);
  g_autofree char *id = relata_misp_id(uuid);
  return relata_corpus_expect_actor(events->corpus, id, where);
}

static RelataStating
begin(const Events *events, RelataPlace where)
{
  RelataStating stating = relata_stating(events->corpus, events->diagnostics, where);
  stating.said.document = events->document;
  return stating;
}

static void
add_reference(Events *events, const cJSON *object, const cJSON *reference)
{
  const char *to = relata_misp_text(reference, "referenced_uuid"), *id = relata_misp_text(reference, "uuid");
  const char *word = relata_misp_text(reference, "relationship_type");
  const RelataPlace where = relata_json_place(events->json, reference);
  if (relata_misp_is_true(reference, "deleted") || to == NULL || !relata_name_is_id(to)) {
    leave_out(events, to == NULL ? "a relation without an end" : "deleted");
    return;
  }
  if (word == NULL)
    relata_account_remark(events->input->account, RELATA_REMARK_UNTYPED);
  RelataStating stating = begin(events, where);
  if (id != NULL)
    relata_statement_set_text(&stating, RELATA_SAID_ID, id);
  relata_statement_set_text(&stating, RELATA_SAID_NOTE, relata_misp_text(reference, "comment"));
  if (!relata_statement_end(&stating))
    return;
  RelataClaim claim = {.said = stating.said, .event = RELATA_NONE};
  claim.type = relata_vocabulary_relation(events->vocabulary, word, where);
  claim.from = declare_node(events, object);
  claim.to = end_of(events, to, reference, where);
  relata_corpus_add_claim(events->corpus, &claim);
}

static void
add_references(Events *events, const cJSON *event)
{
  for (const cJSON *object = first_in(event, "Object"); object != NULL; object = object->next) {
    const char *uuid = relata_misp_text(object, "uuid");
    const cJSON *reference = first_in(object, "ObjectReference");
    if (uuid == NULL || g_hash_table_lookup(events->nodes, uuid) != object)
      continue;
    for (; reference != NULL; reference = reference->next)
      if (cJSON_IsObject(reference))
        add_reference(events, object, reference);
  }
}

/* Counts the objects and attributes that nothing relates. */
static void
count_idle(const Events *events, const cJSON *event)
{
  static const char *const keys[] = {"Object", "Attribute"};
  static const char *const why[] = {"an object that is related to nothing",
                                    "an attribute that is related to nothing"};
  for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
    for (const cJSON *node = first_in(event, keys[i]); node != NULL; node = node->next) {
      const char *uuid = relata_misp_text(node, "uuid");
      g_autofree char *id = uuid != NULL ? relata_misp_id(uuid) : NULL;
      if (id == NULL || (g_hash_table_lookup(events->nodes, uuid) == node &&
                         relata_corpus_find_actor(events->corpus, id) == RELATA_NONE))
        leave_out(events, why[i]);
    }
}

/* ── Clusters ── */

/* Returns the actor of a cluster. Older versions of MISP write the UUID of the whole galaxy in each cluster,
 * and no collection_uuid beside it; the name decides then who is meant, as that of a mark does. */
static guint
cluster_actor(Events *events, const cJSON *cluster, const char *value)
{
  RelataCorpus *corpus = events->corpus;
  const char *uuid = relata_misp_text(cluster, "uuid"), *tag = relata_misp_text(cluster, "tag_name");
  const char *type_name = relata_misp_text(cluster, "type");
  const char *collection = relata_misp_text(cluster, "collection_uuid");
  const RelataPlace where = relata_json_place(events->json, cluster);
  const guint type = relata_vocabulary_actor(events->vocabulary, type_name, where);
  g_autofree char *name = relata_name_line(value);
  if (uuid == NULL || !relata_name_is_id(uuid) || collection == NULL || strcmp(collection, uuid) == 0) {
    const RelataCandidate candidate = {.document = events->document,
                                       .mark = relata_corpus_intern(corpus, tag != NULL ? tag : name),
                                       .name = relata_corpus_intern(corpus, name),
                                       .type = type,
                                       .type_name = relata_corpus_intern(corpus, type_name),
                                       .type_where = where,
                                       .level = RELATA_LEVEL_NAME,
                                       .where = where};
    return relata_corpus_add_candidate(corpus, &candidate);
  }
  g_autofree char *id = relata_misp_id(uuid);
  gboolean again;
  RelataActor *actor = relata_corpus_declare_actor(corpus, id, where, &again);
  if (!again) {
    actor->name = relata_corpus_intern(corpus, name);
    actor->type = type;
  }
  return relata_corpus_find_actor(corpus, id);
}

static void
add_cluster(Events *events, const cJSON *cluster)
{
  const char *value = relata_misp_text(cluster, "value");
  if (value == NULL || !relata_name_is_id(value)) {
    leave_out(events, "a cluster without a value");
    return;
  }
  const guint actor = cluster_actor(events, cluster, value);
  for (guint i = 0; i < events->clusters->len; i++)
    if (g_array_index(events->clusters, guint, i) == actor)
      return;
  g_array_append_val(events->clusters, actor);
  RelataActor about = *relata_corpus_actor(events->corpus, actor);
  if (about.description == NULL && about.declared) {
    gboolean again;
    relata_corpus_declare_actor(events->corpus, about.id, about.where, &again)->description =
        relata_corpus_intern(events->corpus, relata_misp_text(cluster, "description"));
  }
  relata_misp_describe(events->corpus, actor, cluster);
}

static void
add_clusters(Events *events, const cJSON *event)
{
  for (const cJSON *galaxy = first_in(event, "Galaxy"); galaxy != NULL; galaxy = galaxy->next)
    for (const cJSON *cluster = first_in(galaxy, "GalaxyCluster"); cluster != NULL; cluster = cluster->next)
      if (cJSON_IsObject(cluster))
        add_cluster(events, cluster);
}

/* Relates all clusters that the event names. */
static void
add_co_mentions(Events *events, RelataPlace where)
{
  const guint n = events->clusters->len;
  if (n > MOST_CO_MENTIONED) {
    leave_out(events, "co-mentions of more than 100 clusters");
    return;
  }
  const guint type = relata_vocabulary_relation(events->vocabulary, "co-mentioned", where);
  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n; k++) {
      RelataStating stating = begin(events, where);
      if (!relata_statement_end(&stating))
        continue;
      const RelataClaim claim = {stating.said, type, g_array_index(events->clusters, guint, i),
                                 g_array_index(events->clusters, guint, k), RELATA_NONE};
      relata_corpus_add_claim(events->corpus, &claim);
    }
}

/* ── Events ── */

static void
declare_document(Events *events, const cJSON *event, RelataPlace where)
{
  const char *date = relata_misp_text(event, "date"), *info = relata_misp_text(event, "info");
  const char *publisher = relata_misp_text(relata_json_member(event, "Orgc"), "name");
  g_autofree char *id = relata_misp_id(events->uuid);
  gboolean again, timed = FALSE;
  char *edtf = NULL;
  RelataDocument *document = relata_corpus_declare_document(events->corpus, id, where, &again);
  RelataStating stating = relata_stating(events->corpus, events->diagnostics, where);
  if (info != NULL && document->title == document->id) {
    g_autofree char *title = relata_name_line(info);
    document->title = relata_corpus_intern(events->corpus, title);
  }
  if (document->publisher == NULL)
    document->publisher = relata_corpus_intern(events->corpus, publisher);
  if (date != NULL && relata_date_by_form(date, &edtf, &timed) == RELATA_WRITTEN_DATE &&
      relata_statement_set_text(&stating, RELATA_SAID_WHEN, edtf))
    document->published = stating.said.when;
  g_free(edtf);
  events->document = relata_corpus_find_document(events->corpus, id);
}

static void
read_event(Events *events, const cJSON *event)
{
  static const char *const used[] = {"uuid",   "info",      "date",      "Orgc", "Org", "Galaxy",
                                     "Object", "Attribute", "timestamp", "id",   NULL};
  const RelataPlace where = relata_json_place(events->json, event);
  events->uuid = relata_misp_text(event, "uuid");
  relata_account_record(events->input->account);
  if (events->uuid == NULL || !relata_name_is_id(events->uuid)) {
    relata_diagnose(events->diagnostics, RELATA_WARNING, "missing-key", &where, NULL,
                    "an event of MISP has a \"uuid\": this one is left out");
    leave_out(events, "an event without a uuid");
    return;
  }
  declare_document(events, event, where);
  g_hash_table_remove_all(events->nodes);
  g_array_set_size(events->clusters, 0);
  note_nodes(events, event);
  add_clusters(events, event);
  add_references(events, event);
  count_idle(events, event);
  if (events->co_mentions)
    add_co_mentions(events, where);
  else if (events->clusters->len > 1)
    leave_out(events, "clusters that are only named together: see --read co-mentions");
  relata_misp_count_unused(events->input->account, event, "", used);
}

/* Reads a record: an event, or one in {"Event": …}. */
static void
read_record(gpointer data, const char *key, const cJSON *record)
{
  Events *events = data;
  const cJSON *inner = cJSON_IsObject(record) ? relata_json_member(record, "Event") : NULL;
  if (cJSON_IsObject(inner))
    read_event(events, inner);
  else if (cJSON_IsObject(record))
    read_event(events, record);
  else
    relata_account_unused(events->input->account, key != NULL ? key : "what is no event");
}

/* Returns whether the file is an answer of MISP, {"response": [events]}. */
static gboolean
is_answer(const RelataInput *input)
{
  static const char *const keys[] = {"response", "Event", "info", "uuid", "Attribute", NULL};
  return relata_json_peek(input->bytes, input->n, keys) == keys[0];
}

gboolean
relata_misp_event_recognises(const RelataInput *input)
{
  static const char *const keys[] = {"response", "Event", "Attribute",       "Object", "Galaxy",
                                     "Orgc",     "info",  "threat_level_id", NULL};
  static const char *const marks[] = {"\"to_ids\"", "\"threat_level_id\"", "\"Orgc\"", "\"GalaxyCluster\""};
  const char *at = input->bytes + (g_str_has_prefix(input->bytes, "\xEF\xBB\xBF") ? 3 : 0);
  while (g_ascii_isspace(*at))
    at++;
  if (*at == '[' ? strstr(at, "\"Event\"") == NULL : relata_json_peek(input->bytes, input->n, keys) == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(marks); i++)
    if (strstr(at, marks[i]) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
relata_misp_event_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                       GError **error)
{
  static const char *const keys[] = {"response", NULL};
  Events events = {.corpus = corpus,
                   .input = input,
                   .diagnostics = diagnostics,
                   .vocabulary = relata_vocabulary_new("misp", corpus, input),
                   .json = relata_json_new(input->shown, diagnostics),
                   .co_mentions = relata_input_option(input, "co-mentions") != NULL,
                   .nodes = g_hash_table_new(g_str_hash, g_str_equal),
                   .clusters = g_array_new(FALSE, FALSE, sizeof(guint))};
  relata_account_begin(input->account, "misp-event", "event", "key");
  const gboolean ok = relata_json_each(input, events.json, is_answer(input) ? keys : NULL, read_record,
                                       &events, diagnostics, error);
  relata_vocabulary_free(events.vocabulary);
  relata_json_free(events.json);
  g_hash_table_unref(events.nodes);
  g_array_unref(events.clusters);
  return ok;
}
