/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The aliases of actors, each once: found by actor and name, because an actor may have thousands. */
#include "corpus/internal.h"

#include <string.h>

/* An actor and an interned name. Interning makes comparison by address valid. */
typedef struct {
  guint actor;
  const char *name;
} AliasKey;

static guint
hash_alias(gconstpointer key)
{
  const AliasKey *alias = key;
  return alias->actor * 2654435761u ^ g_direct_hash(alias->name);
}

static gboolean
equal_aliases(gconstpointer a, gconstpointer b)
{
  const AliasKey *left = a, *right = b;
  return left->actor == right->actor && left->name == right->name;
}

GHashTable *
relata_aliases_new(void)
{
  return g_hash_table_new_full(hash_alias, equal_aliases, g_free, NULL);
}

static void
know_alias(RelataCorpus *corpus, guint actor, guint alias)
{
  const AliasKey key = {actor,
                        g_array_index(relata_corpus_actor(corpus, actor)->aliases, RelataAlias, alias).name};
  g_hash_table_insert(corpus->aliases, g_memdup2(&key, sizeof key), GUINT_TO_POINTER(alias + 1));
}

void
relata_corpus_know_aliases(RelataCorpus *corpus)
{
  g_hash_table_remove_all(corpus->aliases);
  for (guint i = 0; i < corpus->actors->len; i++) {
    const GArray *aliases = relata_corpus_actor(corpus, i)->aliases;
    for (guint k = 0; aliases != NULL && k < aliases->len; k++)
      know_alias(corpus, i, k);
  }
}

void
relata_corpus_add_alias(RelataCorpus *corpus, guint actor, const char *name, gboolean strong)
{
  g_return_if_fail(corpus != NULL && name != NULL && actor < corpus->actors->len);
  RelataActor *record = &g_array_index(corpus->actors, RelataActor, actor);
  if (strcmp(record->name, name) == 0)
    return;
  if (record->aliases == NULL)
    record->aliases = g_array_new(FALSE, FALSE, sizeof(RelataAlias));
  const AliasKey key = {actor, relata_corpus_intern(corpus, name)};
  const guint known = GPOINTER_TO_UINT(g_hash_table_lookup(corpus->aliases, &key));
  if (known > 0) {
    RelataAlias *alias = &g_array_index(record->aliases, RelataAlias, known - 1);
    if (strong && !alias->strong)
      relata_names_add(corpus, actor, name, TRUE);
    alias->strong |= strong;
    return;
  }
  const RelataAlias alias = {key.name, strong};
  g_array_append_val(record->aliases, alias);
  g_hash_table_insert(corpus->aliases, g_memdup2(&key, sizeof key), GUINT_TO_POINTER(record->aliases->len));
  relata_names_add(corpus, actor, name, strong);
}
