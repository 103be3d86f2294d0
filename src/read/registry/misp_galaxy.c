/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The clusters of a MISP galaxy: threat actors, tools … with their synonyms, and how they are related. They
 * are read one by one; what the file says of all of them may stand behind them. */
#include "corpus/identity.h"
#include "read/json/json_loose.h"
#include "read/registry/misp.h"
#include "read/readers.h"
#include "read/statement.h"
#include "read/vocabulary.h"
#include "text/name.h"
#include "text/words.h"

#include <cJSON.h>
#include <string.h>

#define SPONSOR "suspected-sponsor"

/* Two of whom the file says that they are similar. */
typedef struct {
  guint a, b;
} Pair;

typedef struct {
  RelataCorpus *corpus;
  const RelataInput *input;
  RelataDiagnostics *diagnostics;
  RelataVocabulary *vocabulary;
  RelataJson *json;
  guint document;
  char *type, *source, *title;
  GString *authors;
  GArray *actors;       /* guint: of the clusters */
  GArray *similar;      /* of Pair */
  GHashTable *stated;   /* what a symmetric relation says of a pair is said once: "type a b" */
  GHashTable *sponsors; /* name → actor + 1 */
} Galaxy;

/* ── Claims ── */

static RelataStating
begin(const Galaxy *galaxy, RelataPlace where)
{
  RelataStating stating = relata_stating(galaxy->corpus, galaxy->diagnostics, where);
  stating.said.document = galaxy->document;
  return stating;
}

static void
add_claim(Galaxy *galaxy, RelataStating *stating, guint type, guint from, guint to)
{
  if (!relata_statement_end(stating))
    return;
  const RelataClaim claim = {stating->said, type, from, to, RELATA_NONE};
  relata_corpus_add_claim(galaxy->corpus, &claim);
}

/* Sets the certainty from a tag, estimative-language:likelihood-probability="very-likely". */
static void
take_tag(const char *word, gpointer data)
{
  static const char beginning[] = "estimative-language:likelihood-probability=\"";
  if (!g_str_has_prefix(word, beginning))
    return;
  g_autofree char *likely = g_strdup(word + strlen(beginning));
  likely[strcspn(likely, "\"")] = '\0';
  g_strdelimit(likely, "-", ' ');
  relata_statement_set_text(data, RELATA_SAID_CERTAINTY, relata_words_find("certainty", likely));
}

/* Returns whether a relation was stated already from the other end, where it has no direction. */
static gboolean
is_stated(Galaxy *galaxy, guint type, guint a, guint b)
{
  const RelataRelationType *relation =
      relata_schema_relation_type(relata_corpus_schema(galaxy->corpus), type);
  if (!relation->symmetric)
    return FALSE;
  return !g_hash_table_add(galaxy->stated, g_strdup_printf("%u %u %u", type, MIN(a, b), MAX(a, b)));
}

static void
add_related(Galaxy *galaxy, const cJSON *related, const char *uuid, guint actor)
{
  const char *to = relata_misp_text(related, "dest-uuid"), *word = relata_misp_text(related, "type");
  const RelataPlace where = relata_json_place(galaxy->json, related);
  if (to == NULL || !relata_name_is_id(to)) {
    relata_account_leave_out(galaxy->input->account, "a relation without an end");
    return;
  }
  if (word == NULL)
    relata_account_remark(galaxy->input->account, RELATA_REMARK_UNTYPED);
  g_autofree char *id = relata_misp_id(to);
  const guint type = relata_vocabulary_relation(galaxy->vocabulary, word, where);
  const Pair pair = {actor, relata_corpus_expect_actor(galaxy->corpus, id, where)};
  if (is_stated(galaxy, type, pair.a, pair.b)) {
    relata_account_leave_out(galaxy->input->account, "says what the other of the two says, too");
    return;
  }
  RelataStating stating = begin(galaxy, where);
  g_autofree char *claim = g_strconcat(uuid, "/", word != NULL ? word : "related", "/", to, NULL);
  relata_statement_set_text(&stating, RELATA_SAID_ID, claim);
  relata_misp_each(related, "tags", take_tag, &stating);
  add_claim(galaxy, &stating, type, pair.a, pair.b);
  if (g_strcmp0(word, "similar") == 0)
    g_array_append_val(galaxy->similar, pair);
}

/* ── Sponsors ── */

/* What is read of a cluster's sponsors. */
typedef struct {
  Galaxy *galaxy;
  const cJSON *meta;
  const char *uuid;
  guint actor;
  RelataPlace where;
} Sponsored;

/* Returns the actor of a sponsor, who is known by name only. "Unknown" is nobody in particular. */
static guint
sponsor_called(Galaxy *galaxy, const char *name, RelataPlace where)
{
  const guint known = GPOINTER_TO_UINT(g_hash_table_lookup(galaxy->sponsors, name));
  if (known > 0)
    return known - 1;
  const char *type = g_ascii_strcasecmp(name, "unknown") == 0 ? "crowd" : "state";
  g_autofree char *mark = g_strconcat("sponsor ", name, NULL);
  const RelataCandidate candidate = {.document = galaxy->document,
                                     .mark = relata_corpus_intern(galaxy->corpus, mark),
                                     .name = relata_corpus_intern(galaxy->corpus, name),
                                     .type = relata_vocabulary_actor(galaxy->vocabulary, type, where),
                                     .type_name = type,
                                     .type_where = where,
                                     .level = RELATA_LEVEL_NAME,
                                     .where = where};
  const guint actor = relata_corpus_add_candidate(galaxy->corpus, &candidate);
  g_hash_table_insert(galaxy->sponsors, g_strdup(name), GUINT_TO_POINTER(actor + 1));
  return actor;
}

static void
add_sponsor(const char *word, gpointer data)
{
  const Sponsored *sponsored = data;
  Galaxy *galaxy = sponsored->galaxy;
  const char *attribution = relata_misp_text(sponsored->meta, "attribution-confidence");
  const char *country = relata_misp_text(sponsored->meta, "country");
  char *end = NULL;
  const double percent = attribution != NULL ? g_ascii_strtod(attribution, &end) : -1;
  const RelataValue confidence = {.number = percent / 100};
  g_autofree char *name = relata_name_line(word);
  g_autofree char *id = g_strconcat(sponsored->uuid, "/" SPONSOR "/", name, NULL);
  g_autofree char *note = country != NULL ? g_strconcat("country: ", country, NULL) : NULL;
  if (!relata_name_is_id(name))
    return;
  RelataStating stating = begin(galaxy, sponsored->where);
  relata_statement_set_text(&stating, RELATA_SAID_ID, id);
  relata_statement_set_text(&stating, RELATA_SAID_BY, "CFR");
  relata_statement_set_text(&stating, RELATA_SAID_NOTE, note);
  if (attribution != NULL && *end == '\0' && percent >= 0 && percent <= 100)
    relata_statement_set(&stating, RELATA_SAID_CONFIDENCE, &confidence);
  add_claim(galaxy, &stating, relata_vocabulary_relation(galaxy->vocabulary, SPONSOR, sponsored->where),
            sponsor_called(galaxy, name, sponsored->where), sponsored->actor);
}

/* ── Clusters ── */

static void
count_unused(const Galaxy *galaxy, const cJSON *cluster, const cJSON *meta)
{
  static const char *const used[] = {"uuid", "value", "description", "meta", "related", NULL};
  static const char *const sponsored[] = {
      "synonyms", "refs", "cfr-suspected-state-sponsor", "country", "attribution-confidence", NULL};
  static const char *const plain[] = {"synonyms", "refs", NULL};
  const gboolean has_sponsor =
      cJSON_IsObject(meta) && relata_json_member(meta, "cfr-suspected-state-sponsor") != NULL;
  relata_misp_count_unused(galaxy->input->account, cluster, "", used);
  relata_misp_count_unused(galaxy->input->account, meta, "meta", has_sponsor ? sponsored : plain);
}

static void
read_cluster(Galaxy *galaxy, const cJSON *cluster)
{
  const char *uuid = relata_misp_text(cluster, "uuid"), *value = relata_misp_text(cluster, "value");
  const cJSON *meta = cJSON_IsObject(cluster) ? relata_json_member(cluster, "meta") : NULL;
  const cJSON *related = cJSON_IsObject(cluster) ? relata_json_member(cluster, "related") : NULL;
  const RelataPlace where = relata_json_place(galaxy->json, cluster);
  relata_account_record(galaxy->input->account);
  if (uuid == NULL || value == NULL || !relata_name_is_id(uuid)) {
    relata_account_leave_out(galaxy->input->account, "a cluster without uuid or value");
    return;
  }
  g_autofree char *id = relata_misp_id(uuid), *name = relata_name_line(value);
  gboolean again;
  RelataActor *record = relata_corpus_declare_actor(galaxy->corpus, id, where, &again);
  const guint actor = relata_corpus_find_actor(galaxy->corpus, id);
  if (!again) {
    record->name = relata_corpus_intern(galaxy->corpus, name);
    record->description = relata_corpus_intern(galaxy->corpus, relata_misp_text(cluster, "description"));
    relata_misp_describe(galaxy->corpus, actor, cluster);
  }
  g_array_append_val(galaxy->actors, actor);
  count_unused(galaxy, cluster, meta);
  for (const cJSON *item = related != NULL && cJSON_IsArray(related) ? related->child : NULL; item != NULL;
       item = item->next)
    add_related(galaxy, item, uuid, actor);
  Sponsored sponsored = {galaxy, meta, uuid, actor, where};
  relata_misp_each(meta, "cfr-suspected-state-sponsor", add_sponsor, &sponsored);
}

/* ── The file ── */

static void
append_author(const char *word, gpointer data)
{
  GString *authors = data;
  g_string_append_printf(authors, "%s%s", authors->len > 0 ? ", " : "", word);
}

/* Reads a member of the file that is not its clusters. */
static void
read_member(Galaxy *galaxy, const char *key, const cJSON *value)
{
  static const char *const plain[] = {"uuid", "version", "category", "description", NULL};
  char **const fields[] = {&galaxy->type, &galaxy->source, &galaxy->title};
  static const char *const keys[] = {"type", "source", "name"};
  for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
    if (strcmp(key, keys[i]) == 0 && cJSON_IsString(value)) {
      g_free(*fields[i]);
      *fields[i] = g_strdup(value->valuestring);
      return;
    }
  if (strcmp(key, "authors") == 0 && cJSON_IsArray(value))
    for (const cJSON *author = value->child; author != NULL; author = author->next)
      append_author(cJSON_IsString(author) ? author->valuestring : "", galaxy->authors);
  else if (!g_strv_contains(plain, key))
    relata_account_unused(galaxy->input->account, key);
}

/* Declares the document that is the file. */
static guint
declare_file(const Galaxy *galaxy)
{
  g_autofree char *name = g_path_get_basename(galaxy->input->shown);
  const RelataPlace where = {galaxy->input->shown, 0, 0};
  gboolean again;
  RelataDocument *document = relata_corpus_declare_document(galaxy->corpus, name, where, &again);
  if (galaxy->title != NULL) {
    g_autofree char *title = g_strconcat("MISP galaxy: ", galaxy->title, NULL);
    document->title = relata_corpus_intern(galaxy->corpus, title);
  }
  document->publisher = relata_corpus_intern(galaxy->corpus, galaxy->source);
  if (galaxy->authors->len > 0)
    document->author = relata_corpus_intern(galaxy->corpus, galaxy->authors->str);
  return relata_corpus_find_document(galaxy->corpus, name);
}

/* Does what needs the whole file: types, its document, and names of those who are similar. */
static void
finish(Galaxy *galaxy)
{
  const RelataPlace where = {galaxy->input->shown, 0, 0};
  const guint type = relata_vocabulary_actor(galaxy->vocabulary, galaxy->type, where);
  declare_file(galaxy);
  for (guint i = 0; i < galaxy->actors->len; i++) {
    const guint actor = g_array_index(galaxy->actors, guint, i);
    const char *id = relata_corpus_actor(galaxy->corpus, actor)->id;
    gboolean again;
    RelataActor *record = relata_corpus_declare_actor(galaxy->corpus, id, where, &again);
    record->type = record->type == RELATA_NONE ? type : record->type;
  }
  for (guint i = 0; i < galaxy->similar->len; i++) {
    const Pair *pair = &g_array_index(galaxy->similar, Pair, i);
    const RelataActor *a = relata_corpus_actor(galaxy->corpus, pair->a);
    const RelataActor *b = relata_corpus_actor(galaxy->corpus, pair->b);
    if (b->declared)
      relata_account_propose(galaxy->input->account, a->name, b->name);
  }
}

/* The member of a galaxy that holds its clusters. */
#define CLUSTERS "values"

static void
read_record(gpointer data, const char *key, const cJSON *record)
{
  Galaxy *galaxy = data;
  if (g_strcmp0(key, CLUSTERS) == 0)
    read_cluster(galaxy, record);
  else if (key != NULL)
    read_member(galaxy, key, record);
}

gboolean
relata_misp_galaxy_recognises(const RelataInput *input)
{
  static const char *const keys[] = {CLUSTERS, NULL};
  return relata_json_peek(input->bytes, input->n, keys) != NULL &&
         strstr(input->bytes, "\"value\"") != NULL && strstr(input->bytes, "\"uuid\"") != NULL;
}

static void
galaxy_end(Galaxy *galaxy)
{
  relata_vocabulary_free(galaxy->vocabulary);
  relata_json_free(galaxy->json);
  g_free(galaxy->type);
  g_free(galaxy->source);
  g_free(galaxy->title);
  g_string_free(galaxy->authors, TRUE);
  g_array_unref(galaxy->actors);
  g_array_unref(galaxy->similar);
  g_hash_table_unref(galaxy->stated);
  g_hash_table_unref(galaxy->sponsors);
}

gboolean
relata_misp_galaxy_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                        GError **error)
{
  static const char *const keys[] = {CLUSTERS, NULL};
  Galaxy galaxy = {.corpus = corpus,
                   .input = input,
                   .diagnostics = diagnostics,
                   .vocabulary = relata_vocabulary_new("misp", corpus, input),
                   .json = relata_json_new(input->shown, diagnostics),
                   .authors = g_string_new(NULL),
                   .actors = g_array_new(FALSE, FALSE, sizeof(guint)),
                   .similar = g_array_new(FALSE, FALSE, sizeof(Pair)),
                   .stated = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                   .sponsors = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
  relata_account_begin(input->account, "misp-galaxy", "cluster", "key");
  galaxy.document = declare_file(&galaxy);
  const gboolean ok = relata_json_each(input, galaxy.json, keys, read_record, &galaxy, diagnostics, error);
  if (ok)
    finish(&galaxy);
  galaxy_end(&galaxy);
  return ok;
}
