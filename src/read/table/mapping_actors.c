/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The actors that a row names. Those with an id are declared; of those that only have a name the identity
 * stage decides who they are, as of marks in a text. */
#include "corpus/identity.h"
#include "read/table/mapping_internal.h"
#include "text/name.h"

#include <string.h>

/* Returns the type, or RELATA_NONE. */
static guint
type_of(RelataMappingReading *reading, const char *type, RelataPlace where)
{
  return type != NULL && relata_name_is_id(type)
             ? relata_schema_use_actor_type(relata_corpus_schema(reading->corpus), type, where)
             : RELATA_NONE;
}

/* Returns the actor of a name, one for each name and type. */
static guint
find_named(RelataMappingReading *reading, const char *name, const char *type)
{
  GString *key = g_string_assign(reading->key, "=");
  g_string_append(key, name);
  g_string_append_c(key, '\t');
  g_string_append(key, type != NULL ? type : "");
  const guint known = GPOINTER_TO_UINT(g_hash_table_lookup(reading->known_actors, key->str));
  if (known > 0)
    return known - 1;
  const RelataPlace where = relata_table_place(reading->table, 0);
  if (reading->documents->len == 0)
    relata_mapping_add_file(reading);
  g_autofree char *mark = g_strdup_printf("line %u", where.line);
  const RelataCandidate candidate = {.document = g_array_index(reading->documents, guint, 0),
                                     .mark = relata_corpus_intern(reading->corpus, mark),
                                     .name = relata_corpus_intern(reading->corpus, name),
                                     .type = type_of(reading, type, where),
                                     .type_name = relata_corpus_intern(reading->corpus, type),
                                     .type_where = where,
                                     .level = RELATA_LEVEL_UNSAID,
                                     .where = where};
  const guint actor = relata_corpus_add_candidate(reading->corpus, &candidate);
  g_hash_table_insert(reading->known_actors, g_strdup(key->str), GUINT_TO_POINTER(actor + 1));
  return actor;
}

/* Adds the names that the row has besides. */
static void
add_names(RelataMappingReading *reading, const RelataMappingValue *value, gboolean strong, guint actor)
{
  GPtrArray *names = reading->lists[3];
  if (value == NULL)
    return;
  relata_mapping_values(value, &reading->row, names);
  for (guint i = 0; i < names->len; i++)
    relata_corpus_add_alias(reading->corpus, actor, g_ptr_array_index(names, i), strong);
}

static void
add_links(RelataMappingReading *reading, const RelataActorPlace *place, guint actor)
{
  for (guint i = 0; i < place->links->len; i++) {
    GPtrArray *values = reading->lists[3];
    relata_mapping_values(g_ptr_array_index(place->links, i), &reading->row, values);
    for (guint k = 0; k < values->len; k++)
      relata_corpus_add_link(reading->corpus, actor, g_ptr_array_index(place->link_keys, i),
                             g_ptr_array_index(values, k));
  }
}

/* Declares the actor of an id, or adds to it what the row says more. */
static guint
declare(RelataMappingReading *reading, const RelataActorPlace *place, const char *id, const char *name,
        const char *type)
{
  RelataCorpus *corpus = reading->corpus;
  const RelataPlace where = relata_table_place(reading->table, 0);
  const guint of_type = type_of(reading, type, where);
  const guint index = relata_corpus_refer_actor(corpus, id, where);
  const RelataActor *known = relata_corpus_actor(corpus, index);
  const gboolean other = known->declared && name != NULL && strcmp(known->name, name) != 0;
  if (known->declared && known->name != known->id && other)
    relata_corpus_add_alias(corpus, index, name, TRUE);
  gboolean again;
  RelataActor *actor = relata_corpus_declare_actor(corpus, id, where, &again);
  if (name != NULL && actor->name == actor->id)
    actor->name = relata_corpus_intern(corpus, name);
  if (actor->type == RELATA_NONE)
    actor->type = of_type;
  if (actor->description == NULL) {
    actor->description =
        relata_corpus_intern(corpus, relata_mapping_value(place->description, &reading->row));
  }
  return index;
}

/* Counts why an actor of the row is left out. */
static void
leave_out(RelataMappingReading *reading, const char *why)
{
  reading->counted = TRUE;
  relata_account_leave_out(reading->input->account, why);
}

/* Returns the actor of an id, or RELATA_NONE where the tables of actors do not have it. */
static guint
find_by_id(RelataMappingReading *reading, const RelataActorPlace *place, const char *id, const char *name,
           const char *type)
{
  const guint known = GPOINTER_TO_UINT(g_hash_table_lookup(reading->known_actors, id));
  if (known > 0)
    return known - 1;
  guint actor;
  if (name == NULL && reading->registered) {
    actor = relata_corpus_find_actor(reading->corpus, id);
    if (actor == RELATA_NONE || !relata_corpus_actor(reading->corpus, actor)->declared) {
      leave_out(reading, "an end is in no table of actors");
      return RELATA_NONE;
    }
  } else {
    actor = declare(reading, place, id, name, type);
  }
  g_hash_table_insert(reading->known_actors, g_strdup(id), GUINT_TO_POINTER(actor + 1));
  return actor;
}

/* Returns whether the mapping leaves out who stands in this place, after counting it. */
static gboolean
is_skipped(RelataMappingReading *reading, guint place)
{
  const GArray *skips = reading->mapping->skips;
  for (guint i = 0; i < skips->len; i++) {
    const RelataSkip *skip = &g_array_index(skips, RelataSkip, i);
    if (skip->place != place || !relata_mapping_holds(skip->conditions, &reading->row))
      continue;
    leave_out(reading, skip->word);
    return TRUE;
  }
  return FALSE;
}

static void
find_in_place(RelataMappingReading *reading, guint index)
{
  const RelataActorPlace *place = &g_array_index(reading->mapping->actors, RelataActorPlace, index);
  GArray *people = reading->people[index];
  g_array_set_size(people, 0);
  if (is_skipped(reading, index))
    return;
  const gboolean names_only = place->id == NULL || (place->name == NULL && !reading->mapping->ids &&
                                                    relata_mapping_is_column(place->id));
  GPtrArray *ids = reading->lists[0], *names = reading->lists[1], *types = reading->lists[2];
  relata_mapping_values(place->id, &reading->row, ids);
  relata_mapping_values(place->name, &reading->row, names);
  relata_mapping_values(place->type, &reading->row, types);
  const GPtrArray *all = place->id != NULL ? ids : names;
  if (relata_mapping_is_too_much(reading, all->len, "actors"))
    return;
  for (guint i = 0; i < all->len; i++) {
    const char *id = g_ptr_array_index(all, i);
    const char *type = types->len == 0 ? NULL : g_ptr_array_index(types, MIN(i, types->len - 1));
    const char *name = i < names->len ? g_ptr_array_index(names, i) : NULL;
    if (!relata_name_is_id(id)) {
      leave_out(reading, "a name with control characters");
      continue;
    }
    const guint actor =
        names_only ? find_named(reading, id, type) : find_by_id(reading, place, id, name, type);
    if (actor == RELATA_NONE)
      continue;
    g_array_append_val(people, actor);
    add_names(reading, place->aliases, TRUE, actor);
    add_names(reading, place->weak_aliases, FALSE, actor);
    add_links(reading, place, actor);
  }
}

void
relata_mapping_find_actors(RelataMappingReading *reading)
{
  reading->counted = FALSE;
  for (guint i = 0; i < reading->mapping->actors->len; i++)
    find_in_place(reading, i);
}
