/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The actor that an entity is: its names, links and description. */
#include "read/registry/ftm_entity.h"
#include "text/name.h"

#include <string.h>

/* Properties that hold other names. */
static const struct {
  const char *property;
  gboolean strong;
} alias_properties[] = {
    {"name", TRUE}, {"alias", TRUE}, {"previousName", TRUE}, {"weakAlias", FALSE}, {"abbreviation", FALSE}};

/* Properties that are numbers of registries that know everybody. */
static const struct {
  const char *property, *key;
} registries[] = {{"wikidataId", "wikidata"}, {"leiCode", "lei"},   {"innCode", "inn"},
                  {"ogrnCode", "ogrn"},       {"imoNumber", "imo"}, {"swiftBic", "swift"}};

const char *
relata_ftm_id(const RelataFtmReading *reading, const char *id)
{
  g_autofree char *prefixed = g_strconcat("ftm:", id, NULL);
  return relata_corpus_intern(reading->corpus, prefixed);
}

/* ── Names ── */

/* Returns whether a name has letters, and all of them are Latin. */
static gboolean
is_latin(const char *name)
{
  gboolean letters = FALSE;
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char(at)) {
    const gunichar c = g_utf8_get_char(at);
    if (g_unichar_isalpha(c) && g_unichar_get_script(c) != G_UNICODE_SCRIPT_LATIN)
      return FALSE;
    letters |= g_unichar_isalpha(c);
  }
  return letters;
}

/* Returns the first value in Latin script, else the first; NULL where there is none. */
static const char *
best_of(const RelataFtmEntity *entity, const char *property)
{
  const GArray *values = relata_ftm_values(entity, property);
  for (guint i = 0; values != NULL && i < values->len; i++)
    if (is_latin(g_array_index(values, RelataFtmValue, i).text))
      return g_array_index(values, RelataFtmValue, i).text;
  return values != NULL ? g_array_index(values, RelataFtmValue, 0).text : NULL;
}

/* Returns the parts of a person's name that are given instead of the whole; NULL where there are none. */
static char *
name_of_parts(const RelataFtmEntity *entity)
{
  static const char *const parts[] = {"firstName", "secondName", "middleName", "fatherName", "lastName"};
  g_autoptr(GString) name = g_string_new(NULL);
  for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
    const char *part = relata_ftm_value(entity, parts[i]);
    if (part != NULL)
      g_string_append_printf(name, "%s%s", name->len > 0 ? " " : "", part);
  }
  return name->len > 0 ? g_strdup(name->str) : NULL;
}

/* Returns a name on one line; NULL where nothing is left of it. */
static char *
line_of(const char *name)
{
  char *line = name != NULL ? relata_name_line(name) : NULL;
  if (line != NULL && relata_name_is_id(line))
    return line;
  g_free(line);
  return NULL;
}

char *
relata_ftm_name(const RelataFtmEntity *entity, const RelataFtmSchema *schema)
{
  char *name = line_of(entity->caption);
  if (name == NULL)
    name = line_of(best_of(entity, "name"));
  g_autofree char *parts = name == NULL ? name_of_parts(entity) : NULL;
  if (name == NULL)
    name = line_of(parts);
  for (guint i = 0; name == NULL && schema != NULL && i < schema->caption->len; i++)
    name = line_of(best_of(entity, g_ptr_array_index(schema->caption, i)));
  return name != NULL ? name : line_of(best_of(entity, "alias"));
}

static void
add_aliases(const RelataFtmReading *reading, const RelataFtmEntity *entity, guint actor)
{
  for (guint i = 0; i < G_N_ELEMENTS(alias_properties); i++) {
    const GArray *values = relata_ftm_values(entity, alias_properties[i].property);
    for (guint k = 0; values != NULL && k < values->len; k++) {
      g_autofree char *name = line_of(g_array_index(values, RelataFtmValue, k).text);
      if (name != NULL)
        relata_corpus_add_alias(reading->corpus, actor, name, alias_properties[i].strong);
    }
  }
}

/* ── Links ── */

/* Numbers of commercial registers mean somebody only together with the country. */
static void
add_registration(const RelataFtmReading *reading, const RelataFtmEntity *entity, guint actor)
{
  static const char *const countries[] = {"jurisdiction", "mainCountry", "country"};
  const GArray *numbers = relata_ftm_values(entity, "registrationNumber");
  const char *country = NULL;
  for (guint i = 0; numbers != NULL && country == NULL && i < G_N_ELEMENTS(countries); i++)
    country = relata_ftm_value(entity, countries[i]);
  if (numbers != NULL && country == NULL)
    relata_account_leave_out(reading->input->account, "a registration number without a country");
  for (guint i = 0; country != NULL && i < numbers->len; i++) {
    g_autofree char *key = g_strconcat("registration ", country, NULL);
    relata_corpus_add_link(reading->corpus, actor, key, g_array_index(numbers, RelataFtmValue, i).text);
  }
}

static void
add_links(const RelataFtmReading *reading, const RelataFtmEntity *entity, guint actor)
{
  for (guint i = 0; i < G_N_ELEMENTS(registries); i++) {
    const GArray *values = relata_ftm_values(entity, registries[i].property);
    for (guint k = 0; values != NULL && k < values->len; k++)
      relata_corpus_add_link(reading->corpus, actor, registries[i].key,
                             g_array_index(values, RelataFtmValue, k).text);
  }
  for (guint i = 0; i < entity->referents->len; i++)
    relata_corpus_add_link(reading->corpus, actor, "ftm", g_ptr_array_index(entity->referents, i));
  const char *website = relata_ftm_value(entity, "website");
  if (website != NULL)
    relata_corpus_add_link(reading->corpus, actor, "website", website);
  add_registration(reading, entity, actor);
}

/* ── The actor ── */

/* Returns the more special of two types of one actor. */
static guint
special_type(const RelataFtmReading *reading, guint known, const RelataFtmEntity *entity,
             const RelataFtmSchema *schema)
{
  const RelataSchema *types = relata_corpus_schema(reading->corpus);
  const char *of = known != RELATA_NONE ? relata_schema_actor_type(types, known)->id : NULL;
  GHashTableIter iter;
  gpointer above;
  if (of == NULL)
    return relata_vocabulary_actor(reading->vocabulary, entity->schema, entity->where);
  if (schema == NULL)
    return known;
  g_hash_table_iter_init(&iter, schema->above);
  while (g_hash_table_iter_next(&iter, &above, NULL)) {
    g_autofree char *id = relata_name_type_id(above);
    if (strcmp(id, of) == 0)
      return relata_vocabulary_actor(reading->vocabulary, schema->name, entity->where);
  }
  return known;
}

static void
set_about(const RelataFtmReading *reading, const RelataFtmEntity *entity, RelataActor *actor)
{
  static const char *const about[] = {"description", "summary", "notes"};
  for (guint i = 0; i < G_N_ELEMENTS(about); i++) {
    const char *words = relata_ftm_value(entity, about[i]);
    if (actor->description == NULL)
      actor->description = relata_corpus_intern(reading->corpus, words);
  }
  const char *url = relata_ftm_value(entity, "sourceUrl");
  if (actor->url == NULL)
    actor->url = relata_corpus_intern(reading->corpus, url);
}

/* Sets the name, or completes that of an actor who is declared again. Who has none at all gets one in the
 * end. */
static void
set_name(RelataFtmReading *reading, RelataActor *actor, guint index, const char *name)
{
  RelataCorpus *corpus = reading->corpus;
  if (name == NULL) {
    if (actor->name == actor->id)
      g_array_append_val(reading->unnamed, index);
  } else if (actor->name == actor->id) {
    actor->name = relata_corpus_intern(corpus, name);
  } else if (!is_latin(actor->name) && is_latin(name)) {
    const char *other = actor->name;
    actor->name = relata_corpus_intern(corpus, name);
    relata_corpus_add_alias(corpus, index, other, TRUE);
  } else {
    relata_corpus_add_alias(corpus, index, name, TRUE);
  }
}

void
relata_ftm_add_actor(RelataFtmReading *reading, const RelataFtmEntity *entity, const RelataFtmSchema *schema)
{
  RelataCorpus *corpus = reading->corpus;
  const char *id = relata_ftm_id(reading, entity->id);
  g_autofree char *name = relata_ftm_name(entity, schema);
  gboolean again;
  RelataActor *actor = relata_corpus_declare_actor(corpus, id, entity->where, &again);
  const guint index = relata_corpus_find_actor(corpus, id);
  actor->type = special_type(reading, actor->type, entity, schema);
  set_about(reading, entity, actor);
  set_name(reading, actor, index, name);
  add_aliases(reading, entity, index);
  add_links(reading, entity, index);
}
