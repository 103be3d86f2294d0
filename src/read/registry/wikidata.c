/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Wikidata's entities in JSON: what its interface answers ("entities"), a dump (an array), or one a line. */
#include "read/json/json_loose.h"
#include "read/readers.h"
#include "read/registry/wikidata_internal.h"
#include "text/name.h"

#include <cJSON.h>
#include <string.h>

/* Keys of an entity that are read. All others are counted. */
static const char *const known_keys[] = {"id", "type", "labels", "descriptions", "aliases", "claims", NULL};

/* ── Recognising ── */

/* Returns whether the number of an entity stands behind the first place of the words, after blanks and
 * `between`. */
static gboolean
has_number_behind(const char *bytes, const char *words, const char *between)
{
  const char *at = strstr(bytes, words);
  if (at == NULL)
    return FALSE;
  at += strlen(words);
  at += strspn(at, between);
  return *at != '\0' && strchr("QPL", *at) != NULL && g_ascii_isdigit(at[1]);
}

gboolean
relata_wikidata_recognises(const RelataInput *input)
{
  static const char *const texts[] = {"labels", "descriptions", "aliases", "claims", NULL};
  if (relata_json_first_has(input, "entities"))
    return has_number_behind(input->bytes, "\"entities\"", " \t\r\n:{\"");
  return relata_json_first_has(input, "type") && relata_json_first_has_any(input, texts) &&
         has_number_behind(input->bytes, "\"id\"", " \t\r\n:\"");
}

/* ── Names ── */

const char *
relata_wikidata_actor_id(const RelataWikidataReading *reading, const char *item)
{
  g_autofree char *id = g_strconcat("wikidata:", item, NULL);
  return relata_corpus_intern(reading->corpus, id);
}

static const char *
string_of(const cJSON *record, const char *key)
{
  return record != NULL ? relata_json_words(relata_json_member(record, key)) : NULL;
}

/* Returns the text of a language, else of "mul", which is that of all, else of any. */
static const char *
text_in(const cJSON *texts, const char *language)
{
  const char *text = texts != NULL ? string_of(relata_json_member(texts, language), "value") : NULL;
  if (text == NULL && texts != NULL)
    text = string_of(relata_json_member(texts, "mul"), "value");
  for (const cJSON *any = texts != NULL ? texts->child : NULL; text == NULL && any != NULL; any = any->next)
    text = string_of(any, "value");
  return text;
}

static void
add_alias(const RelataWikidataReading *reading, guint actor, const cJSON *text)
{
  const char *language = string_of(text, "language"), *value = string_of(text, "value");
  g_autofree char *name = value != NULL ? relata_name_line(value) : NULL;
  const gboolean own = g_strcmp0(language, reading->language) == 0 || g_strcmp0(language, "mul") == 0;
  if (name != NULL && *name != '\0')
    relata_corpus_add_alias(reading->corpus, actor, name, own);
}

/* Adds the other names: those of the language, or of all, are strong. */
static void
add_aliases(const RelataWikidataReading *reading, guint actor, const cJSON *entity)
{
  const cJSON *labels = relata_json_member(entity, "labels"),
              *aliases = relata_json_member(entity, "aliases");
  for (const cJSON *label = labels != NULL ? labels->child : NULL; label != NULL; label = label->next)
    add_alias(reading, actor, label);
  for (const cJSON *list = aliases != NULL ? aliases->child : NULL; list != NULL; list = list->next)
    for (const cJSON *alias = list->child; alias != NULL; alias = alias->next)
      if (cJSON_IsObject(alias))
        add_alias(reading, actor, alias);
}

/* Names an actor, of whom perhaps only the number was known. */
static void
set_name(const RelataWikidataReading *reading, RelataActor *actor, const char *item, const char *name)
{
  const gboolean numbered = actor->name == actor->id || strcmp(actor->name, item) == 0;
  g_autofree char *line = relata_name_line(name != NULL ? name : item);
  if (numbered && *line != '\0')
    actor->name = relata_corpus_intern(reading->corpus, line);
}

/* ── Facts ── */

/* Returns the word for what the item is an instance of; NULL where it is nothing that is known. */
static const char *
kind_of(const RelataWikidataReading *reading, const cJSON *claims)
{
  const cJSON *instances = claims != NULL ? relata_json_member(claims, "P31") : NULL;
  const char *kind = NULL;
  for (const cJSON *one = instances != NULL ? instances->child : NULL; kind == NULL && one != NULL;
       one = one->next) {
    const char *item = relata_wikidata_item(relata_json_member(one, "mainsnak"));
    if (item != NULL && g_strcmp0(string_of(one, "rank"), "deprecated") != 0)
      kind = relata_wikidata_word(reading->vocabulary, "instances", item);
  }
  return kind;
}

/* Adds the numbers that an item has in registries. */
static void
add_links(const RelataWikidataReading *reading, guint actor, const char *item, const cJSON *claims)
{
  relata_corpus_add_link(reading->corpus, actor, "wikidata", item);
  for (const cJSON *property = claims != NULL ? claims->child : NULL; property != NULL;
       property = property->next)
    for (const cJSON *one = property->child; one != NULL; one = one->next) {
      const cJSON *main = relata_json_member(one, "mainsnak");
      const char *text = relata_wikidata_text(main);
      if (property->string == NULL || text == NULL ||
          g_strcmp0(string_of(main, "datatype"), "external-id") != 0 ||
          g_strcmp0(string_of(one, "rank"), "deprecated") == 0)
        continue;
      const char *key = relata_wikidata_word(reading->vocabulary, "identifiers", property->string);
      relata_corpus_add_link(reading->corpus, actor, key != NULL ? key : property->string, text);
    }
}

static void
count_keys(const RelataWikidataReading *reading, const cJSON *entity)
{
  for (const cJSON *member = entity->child; member != NULL; member = member->next)
    if (!g_strv_contains(known_keys, member->string))
      relata_account_unused(reading->input->account, member->string);
}

static void
read_entity(RelataWikidataReading *reading, const cJSON *entity)
{
  const char *item = cJSON_IsObject(entity) ? string_of(entity, "id") : NULL;
  relata_account_record(reading->input->account);
  if (item == NULL || !relata_wikidata_is_item(item) || relata_json_member(entity, "missing") != NULL) {
    relata_account_leave_out(reading->input->account, "a property, a lexeme, or what is no item");
    return;
  }
  RelataCorpus *corpus = reading->corpus;
  const char *id = relata_wikidata_actor_id(reading, item);
  const cJSON *claims = relata_json_member(entity, "claims");
  gboolean again;
  RelataActor *actor =
      relata_corpus_declare_actor(corpus, id, relata_json_place(reading->json, entity), &again);
  const char *description = text_in(relata_json_member(entity, "descriptions"), reading->language);
  g_autofree char *url = g_strconcat("https://www.wikidata.org/wiki/", item, NULL);
  set_name(reading, actor, item, text_in(relata_json_member(entity, "labels"), reading->language));
  if (actor->description == NULL)
    actor->description = relata_corpus_intern(corpus, description);
  if (actor->url == NULL)
    actor->url = relata_corpus_intern(corpus, url);
  const char *kind = kind_of(reading, claims);
  if (kind != NULL)
    actor->type = relata_vocabulary_actor(reading->vocabulary, kind, actor->where);
  const guint index = relata_corpus_find_actor(corpus, id);
  add_aliases(reading, index, entity);
  add_links(reading, index, item, claims);
  count_keys(reading, entity);
  relata_wikidata_add_claims(reading, item, entity);
}

/* Reads a record: an entity, or an object that holds several. */
static void
read_record(gpointer reader, const char *key, const cJSON *record)
{
  (void)key;
  RelataWikidataReading *reading = reader;
  const cJSON *entities = cJSON_IsObject(record) ? relata_json_member(record, "entities") : NULL;
  if (entities == NULL) {
    read_entity(reading, record);
    return;
  }
  for (const cJSON *entity = entities->child; entity != NULL; entity = entity->next)
    read_entity(reading, entity);
}

/* ── The file ── */

/* Declares those whom the items name, and who are in no file so far: they are called by their numbers, unless
 * the file of labels knows them. */
static void
declare_ends(RelataWikidataReading *reading)
{
  for (guint i = 0; i < reading->ended->len; i++) {
    const char *item = g_ptr_array_index(reading->ended, i), *type = g_hash_table_lookup(reading->ends, item);
    const char *id = relata_wikidata_actor_id(reading, item),
               *label = g_hash_table_lookup(reading->labels, item);
    const RelataActor *known =
        relata_corpus_actor(reading->corpus, relata_corpus_find_actor(reading->corpus, id));
    const guint of = relata_vocabulary_actor(reading->vocabulary, type, known->where);
    gboolean again;
    RelataActor *actor = relata_corpus_declare_actor(reading->corpus, id, known->where, &again);
    set_name(reading, actor, item, label);
    if (actor->type == RELATA_NONE)
      actor->type = of;
    if (strcmp(actor->name, item) == 0)
      relata_account_remark(reading->input->account, RELATA_REMARK_NUMBERED);
  }
}

/* Calls relations by the numbers of their properties. */
static void
use_numbers(const RelataWikidataReading *reading)
{
  const cJSON *all = relata_vocabulary_part(reading->vocabulary, "properties");
  for (const cJSON *one = all != NULL ? all->child : NULL; one != NULL; one = one->next)
    relata_vocabulary_rename(reading->vocabulary, string_of(one, "relation"), one->string);
}

static RelataWikidataReading
begin(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics, RelataJson *json)
{
  const char *language = relata_input_option(input, "language");
  RelataWikidataReading reading = {.corpus = corpus,
                                   .input = input,
                                   .diagnostics = diagnostics,
                                   .vocabulary = relata_vocabulary_new("wikidata", corpus, input),
                                   .json = json,
                                   .language = language != NULL ? language : "en",
                                   .all = relata_input_option(input, "all-properties") != NULL,
                                   .numbers = relata_input_option(input, "property-numbers") != NULL,
                                   .labels = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
                                   .ends = g_hash_table_new(g_str_hash, g_str_equal),
                                   .ended = g_ptr_array_new_with_free_func(g_free)};
  relata_corpus_enter(corpus, "Wikidata"); /* its numbers mean the same in all corpora */
  relata_account_begin(input->account, "Wikidata's entities", "entity", "property");
  if (reading.numbers)
    use_numbers(&reading);
  relata_wikidata_read_labels(&reading);
  return reading;
}

static void
finish(RelataWikidataReading *reading)
{
  declare_ends(reading);
  g_hash_table_unref(reading->labels);
  g_hash_table_unref(reading->ends);
  g_ptr_array_unref(reading->ended);
  relata_vocabulary_free(reading->vocabulary);
}

gboolean
relata_wikidata_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                     GError **error)
{
  g_autoptr(RelataJson) json = relata_json_new(input->shown, diagnostics);
  RelataWikidataReading reading = begin(corpus, input, diagnostics, json);
  const gboolean good = relata_json_each(input, json, NULL, read_record, &reading, diagnostics, error);
  finish(&reading);
  return good;
}
