/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/vocabulary.h"

#include "corpus/schema_internal.h"
#include "corpus/state_words.h"
#include "text/name.h"

#include <cJSON.h>
#include <string.h>

struct RelataVocabulary {
  RelataCorpus *corpus;
  RelataDiagnostics *diagnostics; /* a vocabulary has no mistakes that a user could mend */
  RelataInput input;              /* what its types say they come from */
  RelataJson *json;               /* its tree */
  const cJSON *root;              /* NULL: there is none */
  GHashTable *relations, *actors; /* id → its record (cJSON) */
};

static GHashTable *
index_records(const cJSON *records)
{
  GHashTable *by_id = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (const cJSON *record = records != NULL ? records->child : NULL; record != NULL; record = record->next)
    g_hash_table_insert(by_id, relata_name_type_id(cJSON_GetStringValue(relata_json_member(record, "id"))),
                        (gpointer)record);
  return by_id;
}

static cJSON *
parse(RelataVocabulary *vocabulary, const char *name)
{
  g_autofree char *called = g_strconcat(name, ".types", NULL);
  for (const RelataVocabularySource *source = relata_vocabulary_sources; source->name != NULL; source++)
    if (strcmp(source->name, called) == 0)
      return relata_json_parse(vocabulary->json, (const char *)source->bytes, source->n, 1);
  return NULL;
}

RelataVocabulary *
relata_vocabulary_new(const char *name, RelataCorpus *corpus, const RelataInput *input)
{
  RelataVocabulary *vocabulary = g_new0(RelataVocabulary, 1);
  vocabulary->corpus = corpus;
  vocabulary->input = *input;
  vocabulary->diagnostics = relata_diagnostics_new(1);
  vocabulary->json = relata_json_new(input->shown, vocabulary->diagnostics);
  const cJSON *root = vocabulary->root = name != NULL ? parse(vocabulary, name) : NULL;
  vocabulary->relations = index_records(root != NULL ? relata_json_member(root, "relation_types") : NULL);
  vocabulary->actors = index_records(root != NULL ? relata_json_member(root, "actor_types") : NULL);
  return vocabulary;
}

void
relata_vocabulary_free(RelataVocabulary *vocabulary)
{
  if (vocabulary == NULL)
    return;
  g_hash_table_unref(vocabulary->relations);
  g_hash_table_unref(vocabulary->actors);
  relata_json_free(vocabulary->json);
  relata_diagnostics_free(vocabulary->diagnostics);
  g_free(vocabulary);
}

const cJSON *
relata_vocabulary_part(const RelataVocabulary *vocabulary, const char *key)
{
  return vocabulary->root != NULL ? relata_json_member(vocabulary->root, key) : NULL;
}

void
relata_vocabulary_rename(RelataVocabulary *vocabulary, const char *relation, const char *id)
{
  g_autofree char *known = relata_name_type_id(relation);
  const cJSON *record = g_hash_table_lookup(vocabulary->relations, known);
  cJSON *word = record != NULL ? cJSON_GetObjectItemCaseSensitive(record, "id") : NULL;
  if (word == NULL || cJSON_SetValuestring(word, id) == NULL)
    return;
  g_hash_table_remove(vocabulary->relations, known);
  g_hash_table_insert(vocabulary->relations, relata_name_type_id(id), (gpointer)record);
}

/* Declares a type as the vocabulary has it, with those above it. A record is used once. */
static void
declare(RelataVocabulary *vocabulary, GHashTable *records, RelataJsonRecordReader read, const char *word)
{
  const RelataJsonReading reading = {vocabulary->corpus, vocabulary->json, &vocabulary->input,
                                     vocabulary->diagnostics};
  RelataSchema *schema = relata_corpus_schema(vocabulary->corpus);
  relata_schema_borrow(schema, TRUE);
  while (word != NULL) {
    g_autofree char *id = relata_name_type_id(word);
    const cJSON *record = g_hash_table_lookup(records, id);
    word = record != NULL ? cJSON_GetStringValue(relata_json_member(record, "parent")) : NULL;
    if (record != NULL)
      read(&reading, record);
    g_hash_table_remove(records, id);
  }
  relata_schema_borrow(schema, FALSE);
}

/* Returns whether a word is several that are written as one: foundedBy. */
static gboolean
is_camel(const char *word)
{
  for (; *word != '\0'; word++)
    if (g_ascii_islower(word[0]) && g_ascii_isupper(word[1]))
      return TRUE;
  return FALSE;
}

/* Labels a type that its first use made, and that programs call foundedBy, by the words. */
static void
label_by_words(RelataSchema *schema, guint relation, const char *word)
{
  if (!g_str_is_ascii(word) || !is_camel(word))
    return;
  RelataRelationType *type = relata_schema_edit_relation_type(schema, relation);
  g_autofree char *label = relata_name_words(word), *inverse = g_strdup_printf("(%s)", label);
  g_autofree char *id = relata_name_type_id(label);
  if (type->kind_from != RELATA_KIND_SAID)
    type->event = !relata_state_words_fit(id);
  type->label = relata_schema_intern(schema, label);
  type->inverse = relata_schema_intern(schema, inverse);
}

/* Returns the type of a word; *is_new says whether nobody declared or used it before. */
static guint
relation_of(RelataVocabulary *vocabulary, const char *word, RelataPlace where, gboolean *is_new)
{
  RelataSchema *schema = relata_corpus_schema(vocabulary->corpus);
  if (word == NULL || !relata_name_is_id(word))
    word = "related";
  guint type = relata_schema_find_relation_type(schema, word);
  if (type == RELATA_NONE || !relata_schema_relation_type(schema, type)->declared)
    declare(vocabulary, vocabulary->relations, relata_json_read_relation_type, word);
  *is_new = relata_schema_find_relation_type(schema, word) == RELATA_NONE;
  type = relata_schema_use_relation_type(schema, word, where);
  if (*is_new)
    label_by_words(schema, type, word);
  relata_schema_adopt_relation_type(schema, type);
  return type;
}

guint
relata_vocabulary_relation(RelataVocabulary *vocabulary, const char *word, RelataPlace where)
{
  gboolean is_new;
  const guint type = relation_of(vocabulary, word, where, &is_new);
  return relata_schema_directed(relata_corpus_schema(vocabulary->corpus), type, where);
}

guint
relata_vocabulary_undirected(RelataVocabulary *vocabulary, const char *word, RelataPlace where)
{
  gboolean is_new;
  const guint type = relation_of(vocabulary, word, where, &is_new);
  return relata_schema_undirected(relata_corpus_schema(vocabulary->corpus), type, is_new, where);
}

guint
relata_vocabulary_actor(RelataVocabulary *vocabulary, const char *word, RelataPlace where)
{
  RelataSchema *schema = relata_corpus_schema(vocabulary->corpus);
  if (word == NULL || !relata_name_is_id(word))
    return RELATA_NONE;
  guint type = relata_schema_find_actor_type(schema, word);
  if (type != RELATA_NONE && relata_schema_actor_type(schema, type)->declared)
    return type;
  declare(vocabulary, vocabulary->actors, relata_json_read_actor_type, word);
  type = relata_schema_use_actor_type(schema, word, where);
  relata_schema_adopt_actor_type(schema, type);
  return type;
}
