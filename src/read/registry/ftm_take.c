/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What becomes of an entity, by its schema. */
#include "read/registry/ftm_entity.h"
#include "text/name.h"

#include <string.h>

/* An entity that is no actor, unless something is related to it. */
typedef struct {
  char *name; /* owned; NULL: none */
  const char *schema;
  RelataPlace where;
} Bystander;

static void
free_bystander(gpointer data)
{
  g_free(((Bystander *)data)->name);
  g_free(data);
}

RelataFtmReading
relata_ftm_begin(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics)
{
  RelataVocabulary *vocabulary = relata_vocabulary_new("ftm", corpus, input);
  g_autofree char *folder = g_path_get_dirname(input->shown);
  g_autofree char *registry = g_strdup_printf("FollowTheMoney in %s", folder);
  relata_corpus_enter(corpus, registry); /* so that who has another id in another format may be one */
  relata_account_begin(input->account, "FollowTheMoney", "entity", "property");
  return (RelataFtmReading){.corpus = corpus,
                            .input = input,
                            .diagnostics = diagnostics,
                            .vocabulary = vocabulary,
                            .model = relata_ftm_model_new(vocabulary),
                            .addresses = relata_input_option(input, "addresses") != NULL,
                            .authorities = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                            .unnamed = g_array_new(FALSE, FALSE, sizeof(guint)),
                            .bystanders =
                                g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_bystander)};
}

/* Makes actors of the bystanders to whom something is related, and counts the others. */
static void
settle_bystanders(RelataFtmReading *reading)
{
  RelataCorpus *corpus = reading->corpus;
  guint left = g_hash_table_size(reading->bystanders);
  for (guint i = 0; left > 0 && i < relata_corpus_n_actors(corpus); i++) {
    const RelataActor *known = relata_corpus_actor(corpus, i);
    const Bystander *bystander =
        known->expected && !known->declared ? g_hash_table_lookup(reading->bystanders, known->id) : NULL;
    if (bystander == NULL)
      continue;
    const guint type = relata_vocabulary_actor(reading->vocabulary, bystander->schema, bystander->where);
    gboolean again;
    RelataActor *actor = relata_corpus_declare_actor(corpus, known->id, bystander->where, &again);
    actor->type = type;
    if (bystander->name != NULL)
      actor->name = relata_corpus_intern(corpus, bystander->name);
    else
      g_array_append_val(reading->unnamed, i);
    left--;
  }
  for (; left > 0; left--)
    relata_account_leave_out(reading->input->account,
                             "an address, a document or a note that nothing is related to");
}

/* Nobody is shown by an id: who has no name is called after what it is. */
static void
name_unnamed(const RelataFtmReading *reading)
{
  for (guint i = 0; i < reading->unnamed->len; i++) {
    const RelataActor *known =
        relata_corpus_actor(reading->corpus, g_array_index(reading->unnamed, guint, i));
    if (known->name != known->id)
      continue;
    const RelataActorType *type =
        known->type != RELATA_NONE
            ? relata_schema_actor_type(relata_corpus_schema(reading->corpus), known->type)
            : NULL;
    g_autofree char *name =
        g_strdup_printf("%s without a name (%s)", type != NULL ? type->label : "entity", known->id);
    gboolean again;
    relata_corpus_declare_actor(reading->corpus, known->id, known->where, &again)->name =
        relata_corpus_intern(reading->corpus, name);
  }
}

void
relata_ftm_end(RelataFtmReading *reading)
{
  settle_bystanders(reading);
  name_unnamed(reading);
  g_hash_table_unref(reading->authorities);
  g_hash_table_unref(reading->bystanders);
  g_array_unref(reading->unnamed);
  relata_ftm_model_free(reading->model);
  relata_vocabulary_free(reading->vocabulary);
}

static void
take_bystander(RelataFtmReading *reading, const RelataFtmEntity *entity, const RelataFtmSchema *schema)
{
  Bystander *bystander = g_new(Bystander, 1);
  *bystander = (Bystander){relata_ftm_name(entity, schema), entity->schema, entity->where};
  g_hash_table_replace(reading->bystanders, g_strdup(relata_ftm_id(reading, entity->id)), bystander);
}

/* Counts the properties that nobody asked for. */
static void
count_unused(const RelataFtmReading *reading, const RelataFtmEntity *entity)
{
  for (guint i = 0; i < entity->properties->len; i++) {
    const RelataFtmProperty *property = &g_array_index(entity->properties, RelataFtmProperty, i);
    if (!property->used)
      relata_account_unused(reading->input->account, property->name);
  }
}

/* Says who may be the same, which decides nothing. */
static void
propose(const RelataFtmReading *reading, const RelataFtmEntity *entity)
{
  const char *candidate = relata_ftm_value(entity, "candidate"), *match = relata_ftm_value(entity, "match");
  if (candidate != NULL && match != NULL)
    relata_account_propose(reading->input->account, relata_ftm_id(reading, candidate),
                           relata_ftm_id(reading, match));
}

void
relata_ftm_take(RelataFtmReading *reading, const RelataFtmEntity *entity)
{
  const RelataFtmSchema *schema = relata_ftm_schema(reading->model, entity->schema);
  RelataFtmKind kind = relata_ftm_kind(schema);
  relata_account_record(reading->input->account);
  reading->sourceless = FALSE;
  if (schema == NULL)
    relata_account_remark(reading->input->account, RELATA_REMARK_NO_SCHEMA);
  if (reading->addresses && relata_ftm_is(schema, "Address"))
    kind = RELATA_FTM_ACTOR;
  if (kind == RELATA_FTM_ACTOR) {
    relata_ftm_add_actor(reading, entity, schema);
    relata_ftm_add_links(reading, entity, schema);
  } else if (kind == RELATA_FTM_BYSTANDER) {
    take_bystander(reading, entity, schema);
    return;
  } else if (kind == RELATA_FTM_EVENT) {
    relata_ftm_add_event(reading, entity, schema);
  } else if (kind == RELATA_FTM_EDGE) {
    relata_ftm_add_edge(reading, entity, schema);
  } else if (kind == RELATA_FTM_SANCTION) {
    relata_ftm_add_sanction(reading, entity);
  } else if (relata_ftm_is(schema, "Similar")) {
    propose(reading, entity);
  } else {
    g_autofree char *why = g_strdup_printf("%s, which is neither an actor nor a relation", entity->schema);
    relata_account_leave_out(reading->input->account, why);
    return;
  }
  count_unused(reading, entity);
}
