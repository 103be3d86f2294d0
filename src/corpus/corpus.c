/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The store: records, their strings and their ids. finish.c and names.c interpret them. */
#include "corpus/corpus.h"

#include "corpus/internal.h"
#include "corpus/schema_internal.h"
#include "corpus/schema_roles.h"

#include <string.h>

static void
clear_document(gpointer data)
{
  relata_text_free(((RelataDocument *)data)->text);
}

static void
clear_actor(gpointer data)
{
  RelataActor *actor = data;
  g_clear_pointer(&actor->aliases, g_array_unref);
  g_clear_pointer(&actor->links, g_array_unref);
}

static void
clear_event(gpointer data)
{
  g_array_unref(((RelataEvent *)data)->arguments);
}

static void
clear_mention(gpointer data)
{
  g_free(((RelataMention *)data)->spans);
}

static GArray *
new_records(gsize size, GDestroyNotify clear)
{
  GArray *records = g_array_new(FALSE, TRUE, (guint)size);
  if (clear != NULL)
    g_array_set_clear_func(records, clear);
  return records;
}

RelataCorpus *
relata_corpus_new(void)
{
  RelataCorpus *corpus = g_new0(RelataCorpus, 1);
  corpus->strings = g_string_chunk_new(1 << 16);
  corpus->schema = relata_schema_new();
  corpus->documents = new_records(sizeof(RelataDocument), clear_document);
  corpus->actors = new_records(sizeof(RelataActor), clear_actor);
  corpus->claims = new_records(sizeof(RelataClaim), NULL);
  corpus->events = new_records(sizeof(RelataEvent), clear_event);
  corpus->figures = new_records(sizeof(RelataFigure), NULL);
  corpus->mentions = new_records(sizeof(RelataMention), clear_mention);
  corpus->document_ids = g_hash_table_new(g_str_hash, g_str_equal);
  corpus->actor_ids = g_hash_table_new(g_str_hash, g_str_equal);
  corpus->event_ids = g_hash_table_new(g_str_hash, g_str_equal);
  corpus->aliases = relata_aliases_new();
  corpus->speakers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  corpus->layers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  corpus->marked = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  corpus->graded_origins = new_records(sizeof(RelataGradedOrigin), NULL);
  corpus->voices = new_records(sizeof(RelataVoice), NULL);
  corpus->registry = corpus->first_registry = "";
  return corpus;
}

void
relata_corpus_free(RelataCorpus *corpus)
{
  if (corpus == NULL)
    return;
  relata_names_reset(corpus);
  relata_identity_clear(&corpus->identity);
  GArray *const records[] = {corpus->documents, corpus->actors,   corpus->claims,         corpus->events,
                             corpus->figures,   corpus->mentions, corpus->graded_origins, corpus->voices};
  for (guint i = 0; i < G_N_ELEMENTS(records); i++)
    g_array_unref(records[i]);
  g_hash_table_unref(corpus->document_ids);
  g_hash_table_unref(corpus->actor_ids);
  g_hash_table_unref(corpus->event_ids);
  g_hash_table_unref(corpus->aliases);
  g_free(corpus->dates);
  g_hash_table_unref(corpus->speakers);
  g_hash_table_unref(corpus->layers);
  g_hash_table_unref(corpus->marked);
  g_clear_pointer(&corpus->figures_of_claims, g_hash_table_unref);
  relata_schema_free(corpus->schema);
  g_string_chunk_free(corpus->strings);
  g_free(corpus);
}

const char *
relata_corpus_title(const RelataCorpus *corpus)
{
  g_return_val_if_fail(corpus != NULL, NULL);
  return corpus->title;
}

RelataSchema *
relata_corpus_schema(const RelataCorpus *corpus)
{
  g_return_val_if_fail(corpus != NULL, NULL);
  return corpus->schema;
}

#define DEFINE_RECORDS(Type, name)                                                                           \
  guint relata_corpus_n_##name##s(const RelataCorpus *corpus)                                                \
  {                                                                                                          \
    g_return_val_if_fail(corpus != NULL, 0);                                                                 \
    return corpus->name##s->len;                                                                             \
  }                                                                                                          \
  const Type *relata_corpus_##name(const RelataCorpus *corpus, guint index)                                  \
  {                                                                                                          \
    g_return_val_if_fail(corpus != NULL && index < corpus->name##s->len, NULL);                              \
    return &g_array_index(corpus->name##s, Type, index);                                                     \
  }

DEFINE_RECORDS(RelataDocument, document)
DEFINE_RECORDS(RelataActor, actor)
DEFINE_RECORDS(RelataClaim, claim)
DEFINE_RECORDS(RelataEvent, event)
DEFINE_RECORDS(RelataFigure, figure)
DEFINE_RECORDS(RelataMention, mention)

void
relata_corpus_enter(RelataCorpus *corpus, const char *registry)
{
  g_return_if_fail(corpus != NULL && registry != NULL);
  if (corpus->actors->len == 0)
    corpus->first_registry = relata_corpus_intern(corpus, registry);
  corpus->registry = relata_corpus_intern(corpus, registry);
}

/* Returns the key of an actor's id in the registry that is entered: the id itself in the first one, as in a
 * finished corpus, because most are of one. Free the string in *made. */
static const char *
actor_key(const RelataCorpus *corpus, const char *id, char **made)
{
  *made = corpus->registry != corpus->first_registry ? g_strconcat(corpus->registry, "\n", id, NULL) : NULL;
  return *made != NULL ? *made : id;
}

static guint
find(GHashTable *ids, const char *id)
{
  return GPOINTER_TO_UINT(g_hash_table_lookup(ids, id)) - 1;
}

guint
relata_corpus_find_document(const RelataCorpus *corpus, const char *id)
{
  g_return_val_if_fail(corpus != NULL && id != NULL, RELATA_NONE);
  return find(corpus->document_ids, id);
}

guint
relata_corpus_find_actor(const RelataCorpus *corpus, const char *id)
{
  g_return_val_if_fail(corpus != NULL && id != NULL, RELATA_NONE);
  g_autofree char *made;
  return find(corpus->actor_ids, actor_key(corpus, id, &made));
}

guint
relata_corpus_find_event(const RelataCorpus *corpus, const char *id)
{
  g_return_val_if_fail(corpus != NULL && id != NULL, RELATA_NONE);
  return find(corpus->event_ids, id);
}

char *
relata_corpus_evidence(const RelataCorpus *corpus, const RelataStatement *said)
{
  g_return_val_if_fail(corpus != NULL && said != NULL, NULL);
  g_return_val_if_fail(said->document == RELATA_NONE || said->document < corpus->documents->len, NULL);
  if (said->document != RELATA_NONE && relata_span_is_set(said->span)) {
    const RelataDocument *document = relata_corpus_document(corpus, said->document);
    if (document->text != NULL)
      return relata_text_slice(document->text, said->span);
  }
  return g_strdup(said->quote);
}

const char *
relata_corpus_speaker(const RelataCorpus *corpus, const RelataStatement *said)
{
  g_return_val_if_fail(corpus != NULL && said != NULL, NULL);
  g_return_val_if_fail(said->by == RELATA_NONE || said->by < corpus->actors->len, NULL);
  return said->by != RELATA_NONE ? relata_corpus_actor(corpus, said->by)->name : said->by_text;
}

const char *
relata_corpus_place(const RelataCorpus *corpus, const RelataStatement *said)
{
  g_return_val_if_fail(corpus != NULL && said != NULL, NULL);
  g_return_val_if_fail(said->place == RELATA_NONE || said->place < corpus->actors->len, NULL);
  return said->place != RELATA_NONE ? relata_corpus_actor(corpus, said->place)->name : said->place_text;
}

const char *
relata_corpus_intern(RelataCorpus *corpus, const char *string)
{
  g_return_val_if_fail(corpus != NULL, NULL);
  return string != NULL ? g_string_chunk_insert_const(corpus->strings, string) : NULL;
}

const char *
relata_corpus_copy(RelataCorpus *corpus, const char *string)
{
  g_return_val_if_fail(corpus != NULL, NULL);
  if (string != NULL && (corpus->copied == NULL || strcmp(corpus->copied, string) != 0))
    corpus->copied = g_string_chunk_insert(corpus->strings, string);
  return string != NULL ? corpus->copied : NULL;
}

gboolean
relata_corpus_date(RelataCorpus *corpus, const char *text, RelataDate *date, GError **error)
{
  g_return_val_if_fail(corpus != NULL && text != NULL && date != NULL, FALSE);
  if (corpus->dates == NULL)
    corpus->dates = g_new0(RelataDate, RELATA_KEPT_DATES);
  RelataDate *kept = &corpus->dates[g_str_hash(text) % RELATA_KEPT_DATES];
  if (kept->edtf == NULL || strcmp(kept->edtf, text) != 0) {
    if (!relata_date_parse(text, date, error))
      return FALSE;
    date->edtf = relata_corpus_intern(corpus, text);
    *kept = *date;
  }
  *date = *kept;
  return TRUE;
}

const RelataSpeaker *
relata_corpus_intern_speakers(RelataCorpus *corpus, const RelataSpeaker *speakers, guint n)
{
  g_return_val_if_fail(corpus != NULL && (speakers != NULL || n == 0), NULL);
  if (n == 0)
    return NULL;
  g_autoptr(GString) key = g_string_new(NULL);
  for (guint i = 0; i < n; i++) {
    g_return_val_if_fail(speakers[i].words != NULL, NULL);
    g_return_val_if_fail(speakers[i].by == RELATA_NONE || speakers[i].by < corpus->actors->len, NULL);
    g_string_append_printf(key, "%u %" G_GSIZE_FORMAT " %s", speakers[i].by, strlen(speakers[i].words),
                           speakers[i].words);
  }
  RelataSpeaker *list = g_hash_table_lookup(corpus->speakers, key->str);
  if (list != NULL)
    return list;
  list = g_new0(RelataSpeaker, n + 1);
  for (guint i = 0; i < n; i++)
    list[i] = (RelataSpeaker){speakers[i].by, relata_corpus_intern(corpus, speakers[i].words)};
  g_hash_table_insert(corpus->speakers, g_strdup(key->str), list);
  return list;
}

void
relata_corpus_grade_origin(RelataCorpus *corpus, const char *origin, char reliability, RelataPlace where)
{
  g_return_if_fail(corpus != NULL && origin != NULL && reliability >= 'A' && reliability <= 'F');
  const RelataGradedOrigin graded = {relata_corpus_intern(corpus, origin), reliability, where};
  g_array_append_val(corpus->graded_origins, graded);
}

void
relata_corpus_set_title(RelataCorpus *corpus, const char *title)
{
  g_return_if_fail(corpus != NULL);
  if (corpus->title == NULL)
    corpus->title = relata_corpus_intern(corpus, title);
}

/* Returns whether the document and the speaker of a statement exist. */
static gboolean
is_sound(const RelataCorpus *corpus, const RelataStatement *said)
{
  return (said->document == RELATA_NONE || said->document < corpus->documents->len) &&
         (said->by == RELATA_NONE || said->by < corpus->actors->len) &&
         (said->place == RELATA_NONE || said->place < corpus->actors->len);
}

/* Returns the index of the record with this id. Sets *new_id if it had to add one, which is zeroed. */
static guint
refer(RelataCorpus *corpus, GArray *records, GHashTable *ids, const char *id, const char **new_id)
{
  *new_id = NULL;
  guint index = find(ids, id);
  if (index != RELATA_NONE)
    return index;
  index = records->len;
  g_array_set_size(records, index + 1);
  *new_id = relata_corpus_intern(corpus, id);
  g_hash_table_insert(ids, (gpointer)*new_id, GUINT_TO_POINTER(index + 1));
  return index;
}

/* Returns the index of the actor with this id; where there is none, it adds one that is not declared. */
static guint
refer_actor(RelataCorpus *corpus, const char *id, RelataPlace where, gboolean expected)
{
  const char *new_key;
  g_autofree char *made;
  const guint index =
      refer(corpus, corpus->actors, corpus->actor_ids, actor_key(corpus, id, &made), &new_key);
  if (new_key != NULL) {
    const char *new_id = made != NULL ? relata_corpus_intern(corpus, id) : new_key;
    g_array_index(corpus->actors, RelataActor, index) = (RelataActor){
        .id = new_id, .name = new_id, .type = RELATA_NONE, .registry = corpus->registry, .where = where};
    g_array_index(corpus->actors, RelataActor, index).expected = expected;
  }
  return index;
}

guint
relata_corpus_refer_actor(RelataCorpus *corpus, const char *id, RelataPlace where)
{
  g_return_val_if_fail(corpus != NULL && id != NULL, RELATA_NONE);
  const guint index = refer_actor(corpus, id, where, FALSE);
  g_array_index(corpus->actors, RelataActor, index).expected = FALSE;
  return index;
}

guint
relata_corpus_expect_actor(RelataCorpus *corpus, const char *id, RelataPlace where)
{
  g_return_val_if_fail(corpus != NULL && id != NULL, RELATA_NONE);
  return refer_actor(corpus, id, where, TRUE);
}

void
relata_corpus_keep_missing(RelataCorpus *corpus)
{
  g_return_if_fail(corpus != NULL);
  corpus->keeps_missing = TRUE;
}

guint
relata_corpus_refer_document(RelataCorpus *corpus, const char *id, RelataPlace where)
{
  g_return_val_if_fail(corpus != NULL && id != NULL, RELATA_NONE);
  const char *new_id;
  const guint index = refer(corpus, corpus->documents, corpus->document_ids, id, &new_id);
  if (new_id != NULL)
    g_array_index(corpus->documents, RelataDocument, index) =
        (RelataDocument){.id = new_id, .title = new_id, .published = RELATA_NO_DATE, .where = where};
  return index;
}

guint
relata_corpus_refer_event(RelataCorpus *corpus, const char *id, RelataPlace where)
{
  g_return_val_if_fail(corpus != NULL && id != NULL, RELATA_NONE);
  const char *new_id;
  const guint index = refer(corpus, corpus->events, corpus->event_ids, id, &new_id);
  if (new_id != NULL) {
    RelataEvent *event = &g_array_index(corpus->events, RelataEvent, index);
    event->said = RELATA_STATEMENT_INIT;
    event->said.id = new_id;
    event->said.where = where;
    event->type = RELATA_NONE;
    event->arguments = g_array_new(FALSE, FALSE, sizeof(RelataArgument));
  }
  return index;
}

RelataActor *
relata_corpus_declare_actor(RelataCorpus *corpus, const char *id, RelataPlace where, gboolean *again)
{
  g_return_val_if_fail(corpus != NULL && id != NULL && again != NULL, NULL);
  const guint index = relata_corpus_refer_actor(corpus, id, where);
  RelataActor *actor = &g_array_index(corpus->actors, RelataActor, index);
  *again = actor->declared;
  if (index < corpus->n_named) /* the caller may change its name */
    relata_names_reset(corpus);
  if (!actor->declared)
    actor->where = where;
  actor->declared = TRUE;
  return actor;
}

RelataDocument *
relata_corpus_declare_document(RelataCorpus *corpus, const char *id, RelataPlace where, gboolean *again)
{
  g_return_val_if_fail(corpus != NULL && id != NULL && again != NULL, NULL);
  const guint index = relata_corpus_refer_document(corpus, id, where);
  RelataDocument *document = &g_array_index(corpus->documents, RelataDocument, index);
  *again = document->declared;
  if (!document->declared)
    document->where = where;
  document->declared = TRUE;
  return document;
}

RelataEvent *
relata_corpus_declare_event(RelataCorpus *corpus, const char *id, RelataPlace where, gboolean *again)
{
  g_return_val_if_fail(corpus != NULL && id != NULL && again != NULL, NULL);
  const guint index = relata_corpus_refer_event(corpus, id, where);
  RelataEvent *event = &g_array_index(corpus->events, RelataEvent, index);
  *again = event->type != RELATA_NONE;
  if (!*again)
    event->said.where = where;
  return event;
}

void
relata_corpus_add_link(RelataCorpus *corpus, guint actor, const char *key, const char *value)
{
  g_return_if_fail(corpus != NULL && key != NULL && value != NULL && actor < corpus->actors->len);
  RelataActor *record = &g_array_index(corpus->actors, RelataActor, actor);
  if (record->links == NULL)
    record->links = g_array_new(FALSE, FALSE, sizeof(RelataLink));
  const RelataLink link = {relata_corpus_intern(corpus, key), relata_corpus_intern(corpus, value)};
  for (guint i = 0; i < record->links->len; i++) {
    const RelataLink *known = &g_array_index(record->links, RelataLink, i);
    if (known->key == link.key && known->value == link.value)
      return;
  }
  g_array_append_val(record->links, link);
}

void
relata_corpus_add_argument(RelataCorpus *corpus, guint event, const char *role, guint actor, guint of_event,
                           RelataPlace where)
{
  g_return_if_fail(corpus != NULL && role != NULL && event < corpus->events->len);
  g_return_if_fail(actor == RELATA_NONE ? of_event < corpus->events->len
                                        : actor < corpus->actors->len && of_event == RELATA_NONE);
  const RelataArgument argument = {relata_corpus_intern(corpus, role), actor, of_event, where,
                                   relata_schema_use_role(corpus->schema, role)};
  g_array_append_val(g_array_index(corpus->events, RelataEvent, event).arguments, argument);
}

static const char *
made_id(RelataCorpus *corpus, const char *kind, guint index)
{
  g_autofree char *id = g_strdup_printf("%s-%u", kind, index + 1);
  return relata_corpus_copy(corpus, id);
}

guint
relata_corpus_add_claim(RelataCorpus *corpus, const RelataClaim *claim)
{
  g_return_val_if_fail(corpus != NULL && claim != NULL && is_sound(corpus, &claim->said), RELATA_NONE);
  g_return_val_if_fail(claim->from < corpus->actors->len && claim->to < corpus->actors->len, RELATA_NONE);
  g_return_val_if_fail(claim->type < relata_schema_relation_types(corpus->schema)->len, RELATA_NONE);
  g_return_val_if_fail(claim->event == RELATA_NONE || claim->event < corpus->events->len, RELATA_NONE);
  const guint index = corpus->claims->len;
  g_array_append_vals(corpus->claims, claim, 1);
  RelataClaim *added = &g_array_index(corpus->claims, RelataClaim, index);
  if (added->said.id == NULL)
    added->said.id = made_id(corpus, "claim", index);
  return index;
}

guint
relata_corpus_add_figure(RelataCorpus *corpus, const RelataFigure *figure)
{
  g_return_val_if_fail(corpus != NULL && figure != NULL && is_sound(corpus, &figure->said), RELATA_NONE);
  g_return_val_if_fail(figure->measure < relata_schema_measures(corpus->schema)->len, RELATA_NONE);
  g_return_val_if_fail(figure->actor == RELATA_NONE || figure->actor < corpus->actors->len, RELATA_NONE);
  g_return_val_if_fail(figure->event == RELATA_NONE || figure->event < corpus->events->len, RELATA_NONE);
  const guint index = corpus->figures->len;
  g_array_append_vals(corpus->figures, figure, 1);
  RelataFigure *added = &g_array_index(corpus->figures, RelataFigure, index);
  if (added->said.id == NULL)
    added->said.id = made_id(corpus, "figure", index);
  return index;
}

guint
relata_corpus_add_mention(RelataCorpus *corpus, guint document, guint actor, const RelataSpan *spans,
                          guint n_spans)
{
  g_return_val_if_fail(corpus != NULL, RELATA_NONE);
  g_return_val_if_fail(document < corpus->documents->len && actor < corpus->actors->len, RELATA_NONE);
  g_return_val_if_fail(spans != NULL || n_spans == 0, RELATA_NONE);
  const guint index = corpus->mentions->len;
  const RelataMention mention = {document, actor, n_spans, g_memdup2(spans, n_spans * sizeof(RelataSpan))};
  g_array_append_val(corpus->mentions, mention);
  return index;
}
