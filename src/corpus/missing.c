/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Statements about actors whom a reference names, but no file has: a bundle without one end of a relation.
 * They are left out and said, because an actor called by a random id is nobody. */
#include "corpus/internal.h"
#include "text/message.h"

#include <string.h>

/* What is left out of one file. */
typedef struct {
  const char *file;
  RelataListing listing;
} Loss;

typedef struct {
  RelataCorpus *corpus;
  RelataDiagnostics *diagnostics;
  GArray *losses;     /* of Loss, in the order found */
  GHashTable *claims; /* ids of claims that are left out */
  guint n_figures, n_arguments, n_mentions;
} Missing;

static gboolean
is_missing(const Missing *missing, guint actor)
{
  const RelataActor *record = actor != RELATA_NONE ? relata_corpus_actor(missing->corpus, actor) : NULL;
  return record != NULL && record->expected && !record->declared;
}

static void
lose(Missing *missing, const RelataStatement *said, guint actor)
{
  guint i = 0;
  while (i < missing->losses->len && g_array_index(missing->losses, Loss, i).file != said->where.file)
    i++;
  if (i == missing->losses->len) {
    const Loss loss = {said->where.file,
                       RELATA_LISTING(relata_diagnostics_most_listed(missing->diagnostics))};
    g_array_append_val(missing->losses, loss);
  }
  relata_listing_add(&g_array_index(missing->losses, Loss, i).listing, "'%s' (no '%s')", said->id,
                     relata_corpus_actor(missing->corpus, actor)->id);
}

static void
drop_claims(Missing *missing)
{
  GArray *claims = missing->corpus->claims;
  guint kept = 0;
  for (guint i = 0; i < claims->len; i++) {
    RelataClaim *claim = &g_array_index(claims, RelataClaim, i);
    const guint end = is_missing(missing, claim->from) ? claim->from : claim->to;
    if (is_missing(missing, end)) {
      lose(missing, &claim->said, end);
      g_hash_table_add(missing->claims, (gpointer)claim->said.id);
    } else {
      g_array_index(claims, RelataClaim, kept++) = *claim;
    }
  }
  g_array_set_size(claims, kept);
}

static void
drop_figures(Missing *missing)
{
  GArray *figures = missing->corpus->figures;
  guint kept = 0;
  for (guint i = 0; i < figures->len; i++) {
    const RelataFigure *figure = &g_array_index(figures, RelataFigure, i);
    if (!is_missing(missing, figure->actor) &&
        (figure->of_claim == NULL || !g_hash_table_contains(missing->claims, figure->of_claim)))
      g_array_index(figures, RelataFigure, kept++) = *figure;
  }
  missing->n_figures = figures->len - kept;
  g_array_set_size(figures, kept);
}

static void
drop_arguments(Missing *missing)
{
  GArray *events = missing->corpus->events;
  for (guint i = 0; i < events->len; i++) {
    GArray *arguments = g_array_index(events, RelataEvent, i).arguments;
    guint kept = 0;
    for (guint k = 0; k < arguments->len; k++)
      if (!is_missing(missing, g_array_index(arguments, RelataArgument, k).actor))
        g_array_index(arguments, RelataArgument, kept++) = g_array_index(arguments, RelataArgument, k);
    missing->n_arguments += arguments->len - kept;
    g_array_set_size(arguments, kept);
  }
}

/* Removes the mentions of actors who are in no file: the text names somebody whom another file lists. Spans
 * move with their mention: the array frees what is left at its end. */
static void
drop_mentions(Missing *missing)
{
  GArray *mentions = missing->corpus->mentions;
  guint kept = 0;
  for (guint i = 0; i < mentions->len; i++) {
    RelataMention *mention = &g_array_index(mentions, RelataMention, i);
    if (is_missing(missing, mention->actor))
      continue;
    const RelataMention moved = *mention;
    mention->spans = kept == i ? mention->spans : NULL;
    if (kept < i)
      g_free(g_array_index(mentions, RelataMention, kept).spans);
    g_array_index(mentions, RelataMention, kept++) = moved;
  }
  missing->n_mentions = mentions->len - kept;
  g_array_set_size(mentions, kept);
}

/* Moves an actor to its new place, or frees what it has. Its old place has nothing then: where the array is
 * cut, that would be freed too. */
static void
move_actor(GArray *actors, guint from, guint to)
{
  RelataActor *actor = &g_array_index(actors, RelataActor, from);
  if (to == from)
    return;
  if (to != RELATA_NONE) {
    g_array_index(actors, RelataActor, to) = *actor;
    actor->aliases = actor->links = NULL;
    return;
  }
  g_clear_pointer(&actor->aliases, g_array_unref);
  g_clear_pointer(&actor->links, g_array_unref);
}

/* Removes the actors, and finds the others by their ids again. */
static void
drop_actors(Missing *missing)
{
  RelataCorpus *corpus = missing->corpus;
  g_autofree guint *new_of = g_new0(guint, corpus->actors->len + 1);
  GHashTableIter iter;
  gpointer index;
  guint kept = 0;
  for (guint i = 0; i < corpus->actors->len; i++)
    new_of[i] = is_missing(missing, i) ? RELATA_NONE : kept++;
  g_hash_table_iter_init(&iter, corpus->actor_ids);
  while (g_hash_table_iter_next(&iter, NULL, &index)) {
    const guint now = new_of[GPOINTER_TO_UINT(index) - 1];
    if (now == RELATA_NONE)
      g_hash_table_iter_remove(&iter);
    else
      g_hash_table_iter_replace(&iter, GUINT_TO_POINTER(now + 1));
  }
  relata_actors_renumber(corpus, new_of);
  for (guint i = 0; i < corpus->actors->len; i++)
    move_actor(corpus->actors, i, new_of[i]);
  g_array_set_size(corpus->actors, kept);
  relata_names_reset(corpus);
  relata_corpus_know_aliases(corpus);
}

static void
report(Missing *missing)
{
  for (guint i = 0; i < missing->losses->len; i++) {
    Loss *loss = &g_array_index(missing->losses, Loss, i);
    const RelataPlace where = {loss->file, 0, 0};
    const guint n = loss->listing.n;
    g_autofree char *list = relata_listing_end(&loss->listing);
    relata_diagnose(missing->diagnostics, RELATA_WARNING, "missing-end", &where,
                    "read the file that has them too, or keep them: `keep-missing`",
                    n == 1 ? "%u claim is left out, because an end of it is in no file: %s"
                           : "%u claims are left out, because an end of each is in no file: %s",
                    n, list);
  }
  if (missing->n_figures + missing->n_arguments > 0)
    relata_diagnose(missing->diagnostics, RELATA_WARNING, "missing-end", NULL,
                    "read the file that has them too, or keep them: `keep-missing`",
                    "%u figure%s and %u part%s in events of actors who are in no file are left out",
                    missing->n_figures, relata_plural(missing->n_figures), missing->n_arguments,
                    relata_plural(missing->n_arguments));
  if (missing->n_mentions > 0)
    relata_diagnose(missing->diagnostics, RELATA_WARNING, "missing-end", NULL,
                    "read the file that has them too, or keep them: `keep-missing`",
                    "%u mention%s of actors who are in no file %s left out", missing->n_mentions,
                    relata_plural(missing->n_mentions), missing->n_mentions == 1 ? "is" : "are");
}

/* ── Whom another id means ── */

/* Notes that an id is declared. One that two actors have means neither. */
static void
note_id(GHashTable *by_id, char *id, guint actor)
{
  gpointer known;
  const gboolean again = g_hash_table_lookup_extended(by_id, id, NULL, &known);
  const guint one = again && GPOINTER_TO_UINT(known) != actor + 1 ? 0 : actor + 1;
  g_hash_table_insert(by_id, id, GUINT_TO_POINTER(one));
}

/* Returns whether an id is of the world, as "stix:…", and not of its file or folder alone. */
static gboolean
is_of_world(const char *id)
{
  const gsize n = strspn(id, "abcdefghijklmnopqrstuvwxyz");
  return n > 1 && id[n] == ':';
}

/* Returns the declared actors by their ids of the world, in whatever folder, and by their links,
 * "ftm:OLD-ID". */
static GHashTable *
declared_ids(const RelataCorpus *corpus)
{
  GHashTable *by_id = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < corpus->actors->len; i++) {
    const RelataActor *actor = relata_corpus_actor(corpus, i);
    if (!actor->declared)
      continue;
    if (is_of_world(actor->id))
      note_id(by_id, g_strdup(actor->id), i);
    for (guint k = 0; actor->links != NULL && k < actor->links->len; k++) {
      const RelataLink *link = &g_array_index(actor->links, RelataLink, k);
      note_id(by_id, g_strconcat(link->key, ":", link->value, NULL), i);
    }
  }
  return by_id;
}

/* Lets the actors that are missing under one id be those that are there under another; of the others, none is
 * missing where they are to be kept. */
static void
find_elsewhere(const Missing *missing)
{
  RelataCorpus *corpus = missing->corpus;
  g_autoptr(GHashTable) by_id = declared_ids(corpus);
  g_autofree guint *new_of = g_new0(guint, corpus->actors->len + 1);
  gboolean any = FALSE;
  for (guint i = 0; i < corpus->actors->len; i++) {
    const guint there = is_missing(missing, i)
                            ? GPOINTER_TO_UINT(g_hash_table_lookup(by_id, relata_corpus_actor(corpus, i)->id))
                            : 0;
    new_of[i] = there > 0 ? there - 1 : i;
    any |= there > 0;
    if (there == 0 && corpus->keeps_missing)
      g_array_index(corpus->actors, RelataActor, i).expected = FALSE;
  }
  if (any)
    relata_actors_renumber(corpus, new_of);
}

void
relata_missing_drop(RelataCorpus *corpus, RelataDiagnostics *diagnostics)
{
  Missing missing = {.corpus = corpus, .diagnostics = diagnostics};
  guint first = 0;
  while (first < corpus->actors->len && !is_missing(&missing, first))
    first++;
  if (first == corpus->actors->len)
    return;
  find_elsewhere(&missing);
  missing.losses = g_array_new(FALSE, FALSE, sizeof(Loss));
  missing.claims = g_hash_table_new(g_str_hash, g_str_equal);
  drop_claims(&missing);
  drop_figures(&missing);
  drop_arguments(&missing);
  drop_mentions(&missing);
  drop_actors(&missing);
  report(&missing);
  g_array_unref(missing.losses);
  g_hash_table_unref(missing.claims);
}
