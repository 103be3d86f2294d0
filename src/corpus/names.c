/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "corpus/names.h"

#include "corpus/internal.h"
#include "text/message.h"
#include "text/name.h"
#include "text/spelling.h"

#include <string.h>

/* The ways in which names are compared, and so the tables of the index, the best first. */
enum { SPELT, STRONG, WEAK };

static void
index_key(GHashTable *names, const char *key, guint actor)
{
  if (*key == '\0') /* only dots and dashes, which name nobody */
    return;
  GArray *actors = g_hash_table_lookup(names, key);
  if (actors == NULL) {
    actors = g_array_new(FALSE, FALSE, sizeof(guint));
    g_hash_table_insert(names, g_strdup(key), actors); /* the key has room to grow, and names are many */
  }
  for (guint i = 0; i < actors->len; i++)
    if (g_array_index(actors, guint, i) == actor)
      return;
  g_array_append_val(actors, actor);
}

static void
index_name(RelataCorpus *corpus, const char *name, gboolean strong, guint actor)
{
  g_autofree char *folded = relata_name_fold(name);
  index_key(corpus->names[strong ? STRONG : WEAK], folded, actor);
  if (!strong)
    return;
  g_autofree char *spelling = relata_spelling(name);
  index_key(corpus->names[SPELT], spelling, actor);
}

void
relata_names_add(RelataCorpus *corpus, guint actor, const char *name, gboolean strong)
{
  if (actor < corpus->n_named)
    index_name(corpus, name, strong, actor);
}

void
relata_names_reset(RelataCorpus *corpus)
{
  for (guint i = 0; i < G_N_ELEMENTS(corpus->names); i++)
    g_clear_pointer(&corpus->names[i], g_hash_table_unref);
  corpus->n_named = 0;
}

/* Extends the index to all current actors. */
static void
update(RelataCorpus *corpus)
{
  for (guint i = 0; i < G_N_ELEMENTS(corpus->names); i++)
    if (corpus->names[i] == NULL)
      corpus->names[i] =
          g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  for (; corpus->n_named < corpus->actors->len; corpus->n_named++) {
    const RelataActor *actor = &g_array_index(corpus->actors, RelataActor, corpus->n_named);
    index_name(corpus, actor->name, TRUE, corpus->n_named);
    for (guint i = 0; actor->aliases != NULL && i < actor->aliases->len; i++) {
      const RelataAlias *alias = &g_array_index(actor->aliases, RelataAlias, i);
      index_name(corpus, alias->name, alias->strong, corpus->n_named);
    }
  }
}

GHashTable *
relata_names_spelt(RelataCorpus *corpus)
{
  update(corpus);
  return corpus->names[SPELT];
}

static gint
compare_by_id(gconstpointer a, gconstpointer b, gpointer corpus)
{
  return strcmp(relata_corpus_actor(corpus, *(const guint *)a)->id,
                relata_corpus_actor(corpus, *(const guint *)b)->id);
}

/* Returns the actors that the name fits in the best of the ways up to `last`. */
static GArray *
match(RelataCorpus *corpus, const char *name, guint last)
{
  GArray *matches = g_array_new(FALSE, FALSE, sizeof(guint));
  const guint by_id = relata_corpus_find_actor(corpus, name);
  if (by_id != RELATA_NONE) {
    g_array_append_val(matches, by_id);
    return matches;
  }
  update(corpus);
  g_autofree char *spelling = relata_spelling(name);
  g_autofree char *folded = relata_name_fold(name);
  for (guint way = SPELT; way <= last && matches->len == 0; way++) {
    const GArray *found = g_hash_table_lookup(corpus->names[way], way == SPELT ? spelling : folded);
    if (found != NULL)
      g_array_append_vals(matches, found->data, found->len);
  }
  g_array_sort_with_data(matches, compare_by_id, corpus);
  return matches;
}

GArray *
relata_corpus_match_name(RelataCorpus *corpus, const char *name, gboolean weak)
{
  g_return_val_if_fail(corpus != NULL && name != NULL, NULL);
  return match(corpus, name, weak ? WEAK : STRONG);
}

GArray *
relata_corpus_match_spelling(RelataCorpus *corpus, const char *name)
{
  g_return_val_if_fail(corpus != NULL && name != NULL, NULL);
  return match(corpus, name, SPELT);
}

gboolean
relata_names_is_unique(const RelataCorpus *corpus, const char *name)
{
  g_autofree char *spelling = relata_spelling(name);
  const GArray *actors =
      corpus->names[SPELT] != NULL ? g_hash_table_lookup(corpus->names[SPELT], spelling) : NULL;
  return actors == NULL || actors->len == 1;
}

/* Returns the three nearest actors as "Name (id), …", newly allocated, or NULL when none is near. */
static char *
nearest_actors(RelataCorpus *corpus, const char *words)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  g_autoptr(GArray) owners = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < corpus->actors->len; i++) {
    const RelataActor *actor = relata_corpus_actor(corpus, i);
    g_ptr_array_add(names, (gpointer)actor->name);
    g_array_append_val(owners, i);
    for (guint k = 0; actor->aliases != NULL && k < actor->aliases->len; k++) {
      g_ptr_array_add(names, (gpointer)g_array_index(actor->aliases, RelataAlias, k).name);
      g_array_append_val(owners, i);
    }
  }
  g_autoptr(GArray) nearest =
      relata_name_nearest(words, (const char *const *)names->pdata, names->len, names->len);
  g_autoptr(GString) list = g_string_new(NULL);
  guint shown[3], n = 0;
  for (guint i = 0; i < nearest->len && n < 3; i++) {
    const guint owner = g_array_index(owners, guint, g_array_index(nearest, guint, i));
    gboolean known = FALSE;
    for (guint k = 0; k < n; k++)
      known |= shown[k] == owner;
    if (known)
      continue;
    shown[n++] = owner;
    const RelataActor *actor = relata_corpus_actor(corpus, owner);
    g_string_append_printf(list, "%s%s (%s)", n > 1 ? ", " : "", actor->name, actor->id);
  }
  return n > 0 ? g_string_free(g_steal_pointer(&list), FALSE) : NULL;
}

/* Adds the actors that have the link "KEY:VALUE". */
static void
add_linked(const RelataCorpus *corpus, const char *words, GArray *matches)
{
  const char *colon = strchr(words, ':');
  for (guint i = 0; colon != NULL && i < corpus->actors->len; i++) {
    const GArray *links = relata_corpus_actor(corpus, i)->links;
    for (guint k = 0; links != NULL && k < links->len; k++) {
      const RelataLink *link = &g_array_index(links, RelataLink, k);
      if (strlen(link->key) != (gsize)(colon - words) ||
          g_ascii_strncasecmp(link->key, words, strlen(link->key)) != 0 ||
          strcmp(link->value, colon + 1) != 0)
        continue;
      g_array_append_val(matches, i);
      break;
    }
  }
}

/* Most actors that a message names. */
#define MOST_LISTED 20

guint
relata_corpus_resolve_actor(RelataCorpus *corpus, const char *words, GError **error)
{
  g_return_val_if_fail(corpus != NULL && words != NULL, RELATA_NONE);
  g_autoptr(GArray) matches = relata_corpus_match_name(corpus, words, TRUE);
  if (matches->len == 0)
    add_linked(corpus, words, matches);
  if (matches->len == 1)
    return g_array_index(matches, guint, 0);
  if (matches->len == 0) {
    g_autofree char *nearest = nearest_actors(corpus, words);
    if (nearest != NULL)
      g_set_error(error, RELATA_ERROR, RELATA_ERROR_UNKNOWN_NAME, "no actor is called '%s'; nearest: %s",
                  words, nearest);
    else
      g_set_error(error, RELATA_ERROR, RELATA_ERROR_UNKNOWN_NAME,
                  "no actor is called '%s', and none has a name near it", words);
    return RELATA_NONE;
  }
  g_autoptr(GString) list = g_string_new(NULL);
  for (guint i = 0; i < MIN(matches->len, MOST_LISTED); i++) {
    const RelataActor *actor = relata_corpus_actor(corpus, g_array_index(matches, guint, i));
    g_string_append_printf(list, "%s%s (%s)", i > 0 ? ", " : "", actor->name, actor->id);
  }
  if (matches->len > MOST_LISTED)
    g_string_append_printf(list, " and %u more", matches->len - MOST_LISTED);
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_AMBIGUOUS, "'%s' may be any of: %s; give the id in brackets",
              words, list->str);
  return RELATA_NONE;
}

guint
relata_corpus_resolve_document(const RelataCorpus *corpus, const char *words, GError **error)
{
  g_return_val_if_fail(corpus != NULL && words != NULL, RELATA_NONE);
  const guint by_id = relata_corpus_find_document(corpus, words);
  if (by_id != RELATA_NONE)
    return by_id;
  g_autofree char *folded = relata_name_fold(words);
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  guint match = RELATA_NONE, n_matches = 0;
  for (guint i = 0; i < corpus->documents->len; i++) {
    const RelataDocument *document = relata_corpus_document(corpus, i);
    g_autofree char *title = relata_name_fold(document->title);
    if (strcmp(title, folded) == 0) {
      match = i;
      n_matches++;
    }
    g_ptr_array_add(names, (gpointer)document->id);
  }
  if (n_matches == 1)
    return match;
  g_autofree char *hint = relata_hint(words, (const char *const *)names->pdata, names->len, '\'');
  g_set_error(error, RELATA_ERROR, n_matches > 1 ? RELATA_ERROR_AMBIGUOUS : RELATA_ERROR_UNKNOWN_NAME,
              n_matches > 1 ? "several documents are called '%s'; give the id%s%s"
                            : "no document is called '%s'%s%s",
              words, hint != NULL ? "; " : "", hint != NULL ? hint : "");
  return RELATA_NONE;
}
