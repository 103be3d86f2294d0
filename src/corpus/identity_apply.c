/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Leaves one record for each actor. Its id, name and type are a registry's where one knows it; else they come
 * from its marks, in a way that does not depend on which was read first. */
#include "corpus/identity_internal.h"

#include <string.h>

/* An actor to be: the records of a component are members[first … first + n − 1]. */
typedef struct {
  guint first, n;
  RelataActor actor;
  char *slug;     /* NULL where it has an id */
  guint document; /* the rank of the first document that names it, by the documents' texts */
  guint start;    /* and where */
} Final;

typedef struct {
  RelataIdentity *identity;
  RelataCorpus *corpus;
  guint *members;       /* the records, by component */
  guint *document_rank; /* by document: its place among all when sorted by text */
  GArray *finals;       /* of Final */
  guint *final_of;      /* by record */
  gboolean declared;    /* some corpus declares actors: the others' ids are their names */
} Apply;

static RelataActor *
record_at(const Apply *apply, guint record)
{
  return &g_array_index(apply->corpus->actors, RelataActor, record);
}

/* ── Documents in an order that does not depend on their names ── */

static gint
compare_texts(gconstpointer a, gconstpointer b, gpointer corpus)
{
  const RelataDocument *left = relata_corpus_document(corpus, *(const guint *)a);
  const RelataDocument *right = relata_corpus_document(corpus, *(const guint *)b);
  const int by_text = left->text != NULL && right->text != NULL
                          ? strcmp(relata_text_bytes(left->text), relata_text_bytes(right->text))
                          : (left->text != NULL) - (right->text != NULL);
  return by_text != 0 ? by_text : strcmp(left->id, right->id);
}

static guint *
rank_documents(RelataCorpus *corpus)
{
  const guint n = corpus->documents->len;
  g_autofree guint *order = g_new(guint, n + 1);
  guint *rank = g_new(guint, n + 1);
  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data(order, (gint)n, sizeof(guint), compare_texts, corpus);
  for (guint i = 0; i < n; i++)
    rank[order[i]] = i;
  return rank;
}

/* ── The record of an actor ── */

static const char *
type_id(const RelataSchema *schema, const RelataActor *actor)
{
  return actor->type != RELATA_NONE ? relata_schema_actor_type(schema, actor->type)->id : "";
}

/* Compares by what the records say, not by what their folders are called or which was read first. */
static gboolean
is_better_registered(const RelataSchema *schema, const RelataActor *a, const RelataActor *b)
{
  if (b == NULL || a->declared != b->declared)
    return b == NULL || a->declared;
  const int by_id = strcmp(a->id, b->id);
  const int by_name = by_id != 0 ? by_id : strcmp(a->name, b->name);
  return by_name != 0 ? by_name < 0 : strcmp(type_id(schema, a), type_id(schema, b)) < 0;
}

static gboolean
has_link(const RelataActor *actor, const RelataLink *link)
{
  for (guint i = 0; actor->links != NULL && i < actor->links->len; i++)
    if (strcmp(g_array_index(actor->links, RelataLink, i).key, link->key) == 0 &&
        strcmp(g_array_index(actor->links, RelataLink, i).value, link->value) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_name(const RelataActor *actor, const char *name)
{
  gboolean has = strcmp(actor->name, name) == 0;
  for (guint i = 0; actor->aliases != NULL && i < actor->aliases->len && !has; i++)
    has = strcmp(g_array_index(actor->aliases, RelataAlias, i).name, name) == 0;
  return has;
}

static void
add_alias(RelataActor *actor, const char *name, gboolean strong)
{
  const RelataAlias alias = {name, strong};
  if (has_name(actor, name))
    return;
  if (actor->aliases == NULL)
    actor->aliases = g_array_new(FALSE, FALSE, sizeof alias);
  g_array_append_val(actor->aliases, alias);
}

/* Adds to an actor what another record of it says, and takes it from there. */
static void
absorb(RelataActor *actor, RelataActor *other)
{
  for (guint i = 0; other->links != NULL && i < other->links->len; i++) {
    const RelataLink *link = &g_array_index(other->links, RelataLink, i);
    if (has_link(actor, link))
      continue;
    if (actor->links == NULL)
      actor->links = g_array_new(FALSE, FALSE, sizeof(RelataLink));
    g_array_append_vals(actor->links, link, 1);
  }
  if (other->registry != NULL && other->declared)
    add_alias(actor, other->name, TRUE);
  for (guint i = 0; other->aliases != NULL && i < other->aliases->len; i++)
    add_alias(actor, g_array_index(other->aliases, RelataAlias, i).name,
              g_array_index(other->aliases, RelataAlias, i).strong);
  actor->description = actor->description != NULL ? actor->description : other->description;
  actor->url = actor->url != NULL ? actor->url : other->url;
  if (actor->type == RELATA_NONE)
    actor->type = other->type;
  g_clear_pointer(&other->aliases, g_array_unref);
  g_clear_pointer(&other->links, g_array_unref);
}

/* Names an actor by its marks, where it has any. Its other wordings only suggest: "the group" means it in
 * this text, but not in every other. */
static void
name_by_marks(Apply *apply, Final *final)
{
  g_autoptr(GPtrArray) wordings =
      relata_identity_wordings(apply->identity, apply->members + final->first, final->n);
  if (wordings->len > 0)
    final->actor.name = g_ptr_array_index(wordings, 0);
  for (guint i = 1; i < wordings->len; i++)
    add_alias(&final->actor, g_ptr_array_index(wordings, i), FALSE);
}

static void
find_first_place(const Apply *apply, Final *final)
{
  final->document = final->start = G_MAXUINT;
  for (guint i = 0; i < final->n; i++) {
    const RelataCandidate *mark =
        relata_identity_candidate(apply->identity, apply->members[final->first + i]);
    const guint rank = mark != NULL ? apply->document_rank[mark->document] : G_MAXUINT;
    if (rank < final->document || (rank == final->document && mark != NULL && mark->start < final->start)) {
      final->document = rank;
      final->start = mark->start;
    }
  }
}

static void
settle_final(Apply *apply, Final *final)
{
  const guint *members = apply->members + final->first;
  guint best = RELATA_NONE;
  for (guint i = 0; i < final->n; i++) {
    const RelataActor *record = record_at(apply, members[i]);
    if (record->registry != NULL && is_better_registered(apply->corpus->schema, record,
                                                         best != RELATA_NONE ? record_at(apply, best) : NULL))
      best = members[i];
  }
  const guint kept = best != RELATA_NONE ? best : members[0];
  final->actor = *record_at(apply, kept);
  record_at(apply, kept)->aliases = record_at(apply, kept)->links = NULL; /* they are the final one's now */
  if (best == RELATA_NONE)
    final->actor.type = RELATA_NONE;
  for (guint i = 0; i < final->n; i++)
    if (members[i] != kept && record_at(apply, members[i])->registry != NULL)
      absorb(&final->actor, record_at(apply, members[i]));
  if (final->actor.type == RELATA_NONE)
    final->actor.type = relata_identity_type_of_marks(apply->identity, members, final->n);
  for (guint i = 0; i < final->n; i++)
    if (members[i] != kept && record_at(apply, members[i])->registry == NULL)
      absorb(&final->actor, record_at(apply, members[i]));
  find_first_place(apply, final);
  if (best == RELATA_NONE || (!final->actor.declared && !apply->declared))
    name_by_marks(apply, final);
  if (best == RELATA_NONE)
    final->slug = relata_identity_slug(final->actor.name);
}

static void
make_finals(Apply *apply)
{
  const RelataIdentity *identity = apply->identity;
  g_autofree guint *at = g_new0(guint, identity->n + 2); /* by root: where its members go */
  for (guint i = 0; i < identity->n; i++)
    at[relata_identity_root(identity, i) + 1]++;
  for (guint i = 1; i <= identity->n; i++)
    at[i] += at[i - 1];
  g_autofree guint *next = g_memdup2(at, (identity->n + 1) * sizeof(guint));
  for (guint i = 0; i < identity->n; i++)
    apply->members[next[relata_identity_root(identity, i)]++] = i;
  for (guint i = 0; i < identity->n; i++) {
    if (relata_identity_root(identity, i) != i)
      continue;
    Final final = {.first = at[i], .n = at[i + 1] - at[i]};
    settle_final(apply, &final);
    g_array_append_val(apply->finals, final);
  }
}

/* ── Ids ── */

/* Registered actors in the order read; then the others by name, and those of one name by where they are first
 * named. */
static gint
compare_finals(gconstpointer a, gconstpointer b)
{
  const Final *left = a, *right = b;
  if ((left->slug == NULL) != (right->slug == NULL))
    return left->slug == NULL ? -1 : 1;
  if (left->slug == NULL)
    return left->first < right->first ? -1 : left->first > right->first;
  const int by_slug = strcmp(left->slug, right->slug);
  if (by_slug != 0)
    return by_slug;
  if (left->document != right->document)
    return left->document < right->document ? -1 : 1;
  return left->start < right->start ? -1 : left->start > right->start;
}

/* One id in two corpora that mean two actors: each gets the name of its corpus before it. */
static void
part_ids(Apply *apply)
{
  g_autoptr(GHashTable) owner = g_hash_table_new(g_str_hash, g_str_equal); /* id → final, from 1 */
  g_autoptr(GHashTable) shared = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < apply->finals->len; i++) {
    const Final *final = &g_array_index(apply->finals, Final, i);
    if (final->slug == NULL &&
        !g_hash_table_insert(owner, (gpointer) final->actor.id, GUINT_TO_POINTER(i + 1)))
      g_hash_table_add(shared, (gpointer) final->actor.id);
  }
  for (guint i = 0; i < apply->finals->len; i++) {
    RelataActor *actor = &g_array_index(apply->finals, Final, i).actor;
    if (actor->registry == NULL || !g_hash_table_contains(shared, actor->id))
      continue;
    g_autofree char *folder = g_path_get_basename(actor->registry);
    g_autofree char *id = g_strdup_printf("%s:%s", folder, actor->id);
    actor->id = relata_corpus_intern(apply->corpus, id);
  }
}

/* Gives ids to the actors whom only marks know: "abu-umar", and the next of that name "abu-umar-2". */
static void
make_ids(Apply *apply)
{
  part_ids(apply);
  g_array_sort(apply->finals, compare_finals);
  g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < apply->finals->len; i++) {
    Final *final = &g_array_index(apply->finals, Final, i);
    g_autoptr(GString) id = g_string_new(final->slug != NULL ? final->slug : final->actor.id);
    const gsize stem = id->len;
    for (guint number = 2; g_hash_table_contains(taken, id->str); number++) {
      g_string_truncate(id, stem);
      g_string_append_printf(id, "-%u", number);
    }
    final->actor.id = relata_corpus_intern(apply->corpus, id->str);
    g_hash_table_add(taken, (gpointer) final->actor.id);
  }
}

/* ── All that named the records ── */

/* Notes that a statement is about two records that become one actor. */
static void
note_one_united(const Apply *apply, const char *id, guint a, guint b)
{
  if (a != RELATA_NONE && b != RELATA_NONE && a != b && apply->final_of[a] == apply->final_of[b])
    g_hash_table_insert(
        apply->corpus->identity.united, (gpointer)id,
        g_strdup_printf("'%s' and '%s'", record_at(apply, a)->name, record_at(apply, b)->name));
}

/* Notes the claims and events that may become loops only because identity unites two records. */
static void
note_united(const Apply *apply)
{
  RelataCorpus *corpus = apply->corpus;
  g_clear_pointer(&corpus->identity.united, g_hash_table_unref);
  corpus->identity.united = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; i < corpus->claims->len; i++) {
    const RelataClaim *claim = relata_corpus_claim(corpus, i);
    note_one_united(apply, claim->said.id, claim->from, claim->to);
  }
  for (guint i = 0; i < corpus->events->len; i++) {
    const RelataEvent *event = relata_corpus_event(corpus, i);
    guint last =
        RELATA_NONE; /* a loop has no other actors, so that each is compared with the one before it */
    for (guint k = 0; k < event->arguments->len; k++) {
      const guint actor = g_array_index(event->arguments, RelataArgument, k).actor;
      note_one_united(apply, event->said.id, last, actor);
      last = actor != RELATA_NONE ? actor : last;
    }
  }
}

/* Puts the actors in the place of the records, and finds them by their ids again. */
static void
replace_records(Apply *apply)
{
  RelataCorpus *corpus = apply->corpus;
  relata_names_reset(corpus);
  g_hash_table_remove_all(corpus->actor_ids);
  corpus->registry = corpus->first_registry;
  g_array_set_size(corpus->actors, 0);
  for (guint i = 0; i < apply->finals->len; i++) {
    const Final *final = &g_array_index(apply->finals, Final, i);
    g_array_append_val(corpus->actors, final->actor);
    g_hash_table_insert(corpus->actor_ids, (gpointer) final->actor.id, GUINT_TO_POINTER(i + 1));
  }
  relata_corpus_know_aliases(corpus);
}

static void
clear_final(gpointer data)
{
  g_free(((Final *)data)->slug);
}

void
relata_identity_apply(RelataIdentity *identity)
{
  RelataCorpus *corpus = identity->corpus;
  g_autofree guint *members = g_new(guint, identity->n + 1);
  g_autofree guint *final_of = g_new(guint, identity->n + 1);
  g_autofree guint *document_rank = rank_documents(corpus);
  Apply apply = {identity, corpus, members, document_rank, g_array_new(FALSE, TRUE, sizeof(Final)),
                 final_of, FALSE};
  g_array_set_clear_func(apply.finals, clear_final);
  for (guint i = 0; i < identity->n && !apply.declared; i++)
    apply.declared = record_at(&apply, i)->declared;
  make_finals(&apply);
  make_ids(&apply);
  for (guint i = 0; i < apply.finals->len; i++) {
    const Final *final = &g_array_index(apply.finals, Final, i);
    for (guint k = 0; k < final->n; k++)
      final_of[members[final->first + k]] = i;
  }
  GArray *ids = g_array_new(FALSE, FALSE, sizeof(RelataRegisteredId));
  for (guint i = 0; i < identity->n; i++) {
    const RelataRegisteredId one = {i, record_at(&apply, i)->id, record_at(&apply, i)->declared};
    if (record_at(&apply, i)->registry != NULL)
      g_array_append_val(ids, one);
  }
  note_united(&apply);
  relata_actors_renumber(corpus, final_of);
  replace_records(&apply);
  relata_identity_tell(identity, final_of, ids);
  g_array_unref(apply.finals);
}
