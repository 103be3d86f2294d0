/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The last step of reading: resolves references by name, derives what follows, and checks what no single
 * record shows. */
#include "corpus/internal.h"
#include "corpus/schema_internal.h"

#include "corpus/layers.h"
#include "corpus/names.h"
#include "text/message.h"

#include <string.h>

typedef struct {
  RelataCorpus *corpus;
  RelataDiagnostics *diagnostics;
  GHashTable *statement_ids; /* of claims and figures */
  gboolean *mentioned;       /* by actor */
} Finish;

/* Resolves a place by name, in the same way: words that fit no actor, or several, stay words. */
static void
resolve_place(RelataCorpus *corpus, RelataStatement *said, RelataDiagnostics *diagnostics)
{
  if (said->place != RELATA_NONE || said->place_text == NULL)
    return;
  g_autoptr(GArray) matches = relata_corpus_match_spelling(corpus, said->place_text);
  if (matches->len == 1)
    said->place = g_array_index(matches, guint, 0);
  else if (matches->len > 1)
    relata_diagnose(diagnostics, RELATA_WARNING, "ambiguous-alias", &said->where, "name the place by id",
                    "'%s' is in '%s', but %u actors are called that", said->id, said->place_text,
                    matches->len);
}

/* Returns "did you mean 'x'?" with an id of a declared record, or NULL. */
static char *
suggest(const char *id, const char *const *known, guint n)
{
  return relata_hint(id, known, n, '\'');
}

/* The offsets of the fields that records of all kinds have: id, whether declared, and where. */
typedef struct {
  gsize id, declared, where;
} Layout;

#define LAYOUT_OF(Type)                                                                                      \
  {                                                                                                          \
    offsetof(Type, id), offsetof(Type, declared), offsetof(Type, where)                                      \
  }

static const Layout of_document = LAYOUT_OF(RelataDocument), of_actor = LAYOUT_OF(RelataActor),
                    of_actor_type = LAYOUT_OF(RelataActorType),
                    of_relation_type = LAYOUT_OF(RelataRelationType),
                    of_event_type = LAYOUT_OF(RelataEventType), of_measure = LAYOUT_OF(RelataMeasure);

static const char *
record_at(const GArray *records, guint index)
{
  return records->data + (gsize)index * g_array_get_element_size((GArray *)records);
}

static const char *
id_of(const char *record, const Layout *layout)
{
  return *(const char *const *)(gconstpointer)(record + layout->id);
}

static gboolean
is_declared(const char *record, const Layout *layout)
{
  return *(const gboolean *)(gconstpointer)(record + layout->declared);
}

/* If a corpus declares any records of a kind, it must declare all that it uses. */
static void
check_all_declared(Finish *finish, const GArray *records, const Layout *layout, RelataSeverity severity,
                   const char *code, const char *kind)
{
  g_autoptr(GPtrArray) known = g_ptr_array_new();
  for (guint i = 0; i < records->len; i++)
    if (is_declared(record_at(records, i), layout))
      g_ptr_array_add(known, (gpointer)id_of(record_at(records, i), layout));
  for (guint i = 0; known->len > 0 && i < records->len; i++) {
    const char *record = record_at(records, i), *id = id_of(record, layout);
    if (is_declared(record, layout))
      continue;
    g_autofree char *hint = suggest(id, (const char *const *)known->pdata, known->len);
    relata_diagnose(finish->diagnostics, severity, code,
                    (const RelataPlace *)(gconstpointer)(record + layout->where), hint,
                    "no %s '%s' is declared", kind, id);
  }
}

/* If it declares none, references create them; this is reported once, not for each record. */
static void
check_any_declared(Finish *finish, const GArray *records, const Layout *layout, const char *code,
                   const char *kind)
{
  for (guint i = 0; i < records->len; i++)
    if (is_declared(record_at(records, i), layout))
      return;
  if (records->len > 0)
    relata_diagnose(finish->diagnostics, RELATA_NOTE, code, NULL, NULL,
                    "no %ss are declared: %u %s taken from what refers to them", kind, records->len,
                    records->len == 1 ? "was" : "were");
}

/* Returns copies of the actors that corpora call by an id; those that only marks name need no declaration. */
static GArray *
registered_actors(const RelataCorpus *corpus)
{
  GArray *registered = g_array_new(FALSE, FALSE, sizeof(RelataActor));
  for (guint i = 0; i < corpus->actors->len; i++)
    if (relata_corpus_actor(corpus, i)->registry != NULL)
      g_array_append_vals(registered, relata_corpus_actor(corpus, i), 1);
  return registered;
}

static void
check_declared(Finish *finish)
{
  const RelataCorpus *corpus = finish->corpus;
  const RelataSchema *schema = corpus->schema;
  g_autoptr(GArray) registered = registered_actors(corpus);
  check_any_declared(finish, corpus->documents, &of_document, "undeclared-documents", "document");
  check_any_declared(finish, registered, &of_actor, "undeclared-actors", "actor");
  check_all_declared(finish, corpus->documents, &of_document, RELATA_ERROR_IN_DATA, "unknown-document",
                     "document");
  check_all_declared(finish, registered, &of_actor, RELATA_ERROR_IN_DATA, "unknown-actor", "actor");
  if (relata_schema_declares_actor_types(schema))
    check_all_declared(finish, relata_schema_actor_types(schema), &of_actor_type,
                       relata_schema_severity(schema, RELATA_OPEN_ACTOR_TYPES), "unknown-type", "actor type");
  if (relata_schema_declares_relations(schema))
    check_all_declared(finish, relata_schema_relation_types(schema), &of_relation_type,
                       relata_schema_severity(schema, RELATA_OPEN_RELATION_TYPES), "unknown-type",
                       "relation type");
  check_all_declared(finish, relata_schema_event_types(schema), &of_event_type,
                     relata_schema_severity(schema, RELATA_OPEN_EVENT_TYPES), "unknown-type", "event type");
  check_all_declared(finish, relata_schema_measures(schema), &of_measure, RELATA_ERROR_IN_DATA,
                     "unknown-type", "measure");
}

static gint
compare_strings(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* What the name of a relation type was taken to mean. */
typedef enum { MEANS_STATE, MEANS_EVENT, MEANS_SAME } Meaning;

static Meaning
meaning_of(const RelataRelationType *type)
{
  return type->same ? MEANS_SAME : type->event ? MEANS_EVENT : MEANS_STATE;
}

/* Appends "as states: leads, owns" for the guessed types of one meaning that claims use, by id. */
static void
append_guessed(GString *words, const RelataSchema *schema, const guint8 *used, Meaning meaning, guint most)
{
  static const char *const headings[] = {"as states", "as events", "to mean that both are one actor"};
  const GArray *types = relata_schema_relation_types(schema);
  g_autoptr(GPtrArray) ids = g_ptr_array_new();
  for (guint i = 0; i < types->len; i++) {
    const RelataRelationType *type = &g_array_index(types, RelataRelationType, i);
    if (used[i] != 0 && meaning_of(type) == meaning && type->kind_from == RELATA_KIND_GUESSED)
      g_ptr_array_add(ids, (gpointer)type->id);
  }
  g_ptr_array_sort(ids, compare_strings);
  RelataListing listing = RELATA_LISTING(most);
  for (guint i = 0; i < ids->len; i++)
    relata_listing_add(&listing, "%s", (const char *)g_ptr_array_index(ids, i));
  g_autofree char *list = relata_listing_end(&listing);
  if (ids->len > 0)
    g_string_append_printf(words, "%s%s: %s", words->len > 0 ? "; " : "", headings[meaning], list);
}

/* Lists the relations whose kind was guessed, because answers about dates rest on it. */
static void
check_guessed(Finish *finish)
{
  const RelataCorpus *corpus = finish->corpus;
  g_autofree guint8 *used = g_new0(guint8, MAX(relata_schema_relation_types(corpus->schema)->len, 1));
  for (guint i = 0; i < corpus->claims->len; i++)
    used[g_array_index(corpus->claims, RelataClaim, i).type] = 1;
  g_autoptr(GString) words = g_string_new(NULL);
  for (guint meaning = MEANS_STATE; meaning <= MEANS_SAME; meaning++)
    append_guessed(words, corpus->schema, used, (Meaning)meaning,
                   relata_diagnostics_most_listed(finish->diagnostics));
  if (words->len > 0)
    relata_diagnose(finish->diagnostics, RELATA_NOTE, "guessed-kind", NULL,
                    "say \"kind\" of each in a schema to decide", "by their names, relations are taken %s",
                    words->str);
}

/* Returns the ids of the registered actors that share a name, or NULL where there is at most one. Marks that
 * are spelled alike and were kept apart are no fault. */
static char *
sharers(const RelataCorpus *corpus, const GArray *actors, const RelataActor **last)
{
  GString *list = g_string_new(NULL);
  guint n = 0;
  for (guint i = 0; i < actors->len; i++) {
    const RelataActor *actor = relata_corpus_actor(corpus, g_array_index(actors, guint, i));
    if (actor->registry == NULL)
      continue;
    g_string_append_printf(list, "%s%s", n++ > 0 ? ", " : "", actor->id);
    *last = actor;
  }
  return g_string_free(list, n < 2);
}

/* Reports strong aliases that several actors share: they decide nothing, because a name must fit a
 * single actor. */
static void
check_aliases(Finish *finish)
{
  RelataCorpus *corpus = finish->corpus;
  GHashTable *names = relata_names_spelt(corpus);
  g_autoptr(GPtrArray) keys = g_ptr_array_new();
  GHashTableIter iter;
  gpointer key, value;
  g_hash_table_iter_init(&iter, names);
  while (g_hash_table_iter_next(&iter, &key, &value))
    if (((GArray *)value)->len > 1)
      g_ptr_array_add(keys, key);
  g_ptr_array_sort(keys, compare_strings);
  for (guint i = 0; i < keys->len; i++) {
    const RelataActor *last = NULL;
    g_autofree char *list = sharers(corpus, g_hash_table_lookup(names, g_ptr_array_index(keys, i)), &last);
    if (list != NULL)
      relata_diagnose(finish->diagnostics, RELATA_WARNING, "shared-alias", &last->where,
                      "make it a weak alias of all but one", "'%s' is a strong name of several actors: %s",
                      (const char *)g_ptr_array_index(keys, i), list);
  }
}

static void
check_statement(Finish *finish, RelataStatement *said, const char *kind, gboolean derived)
{
  const RelataCorpus *corpus = finish->corpus;
  /* Where mentions are marked, the speaker must be marked too to count as mentioned. */
  if (said->by != RELATA_NONE && corpus->mentions->len == 0)
    finish->mentioned[said->by] = TRUE;
  if (said->place != RELATA_NONE)
    finish->mentioned[said->place] = TRUE;
  if (derived) /* its event was checked already */
    return;
  if (!g_hash_table_add(finish->statement_ids, (gpointer)said->id))
    relata_diagnose(finish->diagnostics, RELATA_ERROR_IN_DATA, "duplicate-id", &said->where, NULL,
                    "there is already a statement with the id '%s'", said->id);
  if (said->document == RELATA_NONE)
    relata_diagnose(finish->diagnostics, RELATA_WARNING, "no-document", &said->where,
                    "say which document states it", "%s '%s' names no document", kind, said->id);
}

/* Says that a claim is a loop: with a warning where nobody wrote it so, because its two names may be of two.
 */
static void
check_loop(Finish *finish, const RelataClaim *claim)
{
  const RelataCorpus *corpus = finish->corpus;
  GHashTable *all = corpus->identity.united;
  const char *actor = relata_corpus_actor(corpus, claim->from)->id;
  const char *united = all != NULL ? g_hash_table_lookup(all, claim->said.id) : NULL;
  if (claim->from != claim->to || relata_schema_relation_type(corpus->schema, claim->type)->same)
    return;
  if (united == NULL)
    relata_diagnose(finish->diagnostics, RELATA_NOTE, "self-claim", &claim->said.where, NULL,
                    "claim '%s' relates '%s' with itself: its tie is a loop", claim->said.id, actor);
  else
    relata_diagnose(finish->diagnostics, RELATA_WARNING, "self-claim", &claim->said.where,
                    "if they are two, list them as different in identity.json",
                    "claim '%s' relates '%s' with itself, because %s are one actor: its tie is a loop",
                    claim->said.id, actor, united);
}

static void
check_statements(Finish *finish)
{
  RelataCorpus *corpus = finish->corpus;
  for (guint i = 0; i < corpus->claims->len; i++) {
    RelataClaim *claim = &g_array_index(corpus->claims, RelataClaim, i);
    check_statement(finish, &claim->said, "claim", claim->event != RELATA_NONE);
    finish->mentioned[claim->from] = finish->mentioned[claim->to] = TRUE;
    check_loop(finish, claim);
  }
  for (guint i = 0; i < corpus->events->len; i++) {
    RelataEvent *event = &g_array_index(corpus->events, RelataEvent, i);
    check_statement(finish, &event->said, "event", event->type == RELATA_NONE);
    for (guint k = 0; k < event->arguments->len; k++) {
      const guint actor = g_array_index(event->arguments, RelataArgument, k).actor;
      if (actor != RELATA_NONE)
        finish->mentioned[actor] = TRUE;
    }
  }
  for (guint i = 0; i < corpus->figures->len; i++) {
    RelataFigure *figure = &g_array_index(corpus->figures, RelataFigure, i);
    check_statement(finish, &figure->said, "figure", FALSE);
    if (figure->actor != RELATA_NONE)
      finish->mentioned[figure->actor] = TRUE;
    relata_figures_check(figure, finish->diagnostics);
  }
}

static void
check_mentions(Finish *finish)
{
  const RelataCorpus *corpus = finish->corpus;
  for (guint i = 0; i < corpus->mentions->len; i++)
    finish->mentioned[g_array_index(corpus->mentions, RelataMention, i).actor] = TRUE;
  if (corpus->mentions->len + corpus->claims->len + corpus->events->len + corpus->figures->len == 0)
    return;
  /* One line for all: a registry may serve many corpora. */
  g_autoptr(GPtrArray) ids = g_ptr_array_new();
  for (guint i = 0; i < corpus->actors->len; i++) {
    const RelataActor *actor = relata_corpus_actor(corpus, i);
    if (actor->declared && !finish->mentioned[i])
      g_ptr_array_add(ids, (gpointer)actor->id);
  }
  g_ptr_array_sort(ids, compare_strings);
  RelataListing listing = RELATA_LISTING(relata_diagnostics_most_listed(finish->diagnostics));
  for (guint i = 0; i < ids->len; i++)
    relata_listing_add(&listing, "'%s'", (const char *)g_ptr_array_index(ids, i));
  g_autofree char *list = relata_listing_end(&listing);
  if (listing.n > 0)
    relata_diagnose(finish->diagnostics, RELATA_NOTE, "unmentioned-actor", NULL, NULL,
                    listing.n == 1 ? "%u declared actor is mentioned nowhere: %s"
                                   : "%u declared actors are mentioned nowhere: %s",
                    listing.n, list);
}

void
relata_corpus_finish(RelataCorpus *corpus, RelataDiagnostics *diagnostics)
{
  g_return_if_fail(corpus != NULL);
  g_clear_pointer(&corpus->claim_ids, g_hash_table_unref);
  corpus->n_claim_ids = 0;
  relata_schema_check(corpus->schema, diagnostics);
  relata_missing_drop(corpus, diagnostics);
  relata_identity_decide(corpus, diagnostics);
  relata_attributions_resolve(corpus, diagnostics);
  for (guint i = 0; i < corpus->events->len; i++)
    resolve_place(corpus, &g_array_index(corpus->events, RelataEvent, i).said, diagnostics);
  for (guint i = 0; i < corpus->claims->len; i++)
    resolve_place(corpus, &g_array_index(corpus->claims, RelataClaim, i).said, diagnostics);
  relata_evidence_settle(corpus, diagnostics); /* before events give their evidence to claims */
  relata_events_cut_circles(corpus, diagnostics);
  relata_events_give_claims(corpus, diagnostics);
  relata_layers_merge(corpus, diagnostics);
  relata_figures_find_claims(corpus, diagnostics);
  relata_origins_set(corpus, diagnostics);
  Finish finish = {corpus, diagnostics, g_hash_table_new(g_str_hash, g_str_equal),
                   g_new0(gboolean, corpus->actors->len)};
  check_declared(&finish);
  check_aliases(&finish);
  check_statements(&finish);
  check_mentions(&finish);
  relata_grades_check(corpus, diagnostics);
  check_guessed(&finish);
  relata_open_beginnings_check(corpus, diagnostics);
  g_hash_table_unref(finish.statement_ids);
  g_free(finish.mentioned);
}
