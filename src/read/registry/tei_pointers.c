/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whom the pointers of a TEI file mean. */
#include "read/iri.h"
#include "read/registry/tei.h"

#include <string.h>

/* Returns somebody of another file, whose ids are a registry of its own. */
static guint
actor_elsewhere(const RelataTei *tei, const char *file, const char *id, RelataPlace where)
{
  RelataCorpus *corpus = tei->reading.corpus;
  g_autofree char *folder = g_path_get_dirname(tei->registry);
  const gboolean has_folder = strchr(tei->registry, G_DIR_SEPARATOR) != NULL;
  g_autofree char *path = has_folder ? g_build_filename(folder, file, NULL) : g_strdup(file);
  relata_corpus_enter(corpus, path);
  const guint actor = relata_corpus_expect_actor(corpus, id, where);
  relata_corpus_enter(corpus, tei->registry);
  return actor;
}

/* Returns the id of somebody whom an address means: of one of the file who has that link, or one that the
 * address gives. Newly allocated. */
static char *
id_of_address(const RelataTei *tei, const char *address)
{
  char *id = relata_iri_actor(address);
  const char *own = g_hash_table_lookup(tei->meant, id);
  if (own == NULL)
    return id;
  g_free(id);
  return g_strdup(own);
}

/* Returns the id of one of the file, "#anna", or by a prefix that the header explains, "psn:anna"; NULL where
 * the pointer leads out of the file. Borrowed from the pointer. */
static const char *
own_id(const RelataTei *tei, const char *pointer)
{
  const char *sharp = strrchr(pointer, '#');
  const char *colon = strrchr(pointer, ':');
  const char *id = sharp != NULL ? sharp + 1 : pointer;
  if (sharp == NULL && colon != NULL && g_hash_table_contains(tei->listed, colon + 1))
    id = colon + 1;
  const gboolean leads_out = sharp != NULL ? sharp > pointer : relata_iri_is(pointer);
  return leads_out && !g_hash_table_contains(tei->listed, id) ? NULL : id;
}

guint
relata_tei_actor(const RelataTei *tei, const char *pointer, RelataPlace where)
{
  RelataCorpus *corpus = tei->reading.corpus;
  const char *own = own_id(tei, pointer);
  if (own != NULL)
    return relata_corpus_expect_actor(corpus, own, where);
  if (!relata_iri_is(pointer)) {
    const char *sharp = strrchr(pointer, '#');
    g_autofree char *file = g_strndup(pointer, (gsize)(sharp - pointer));
    return actor_elsewhere(tei, file, sharp + 1, where);
  }
  gboolean again;
  g_autofree char *id = id_of_address(tei, pointer);
  const RelataIri iri = relata_iri_parse(pointer);
  relata_corpus_declare_actor(corpus, id, where, &again);
  const guint actor = relata_corpus_find_actor(corpus, id);
  relata_corpus_add_link(corpus, actor, iri.registry, iri.value);
  return actor;
}

/* Completes somebody who is not listed by what the text says of him. */
static void
complete(const RelataTei *tei, const char *id, const RelataTeiMark *mark, const char *name)
{
  gboolean again;
  RelataActor *actor = relata_corpus_declare_actor(tei->reading.corpus, id, mark->where, &again);
  if (actor->name == actor->id && name != NULL)
    actor->name = relata_corpus_intern(tei->reading.corpus, name);
  if (actor->type == RELATA_NONE && mark->type != NULL)
    actor->type = relata_vocabulary_actor(tei->reading.vocabulary, mark->type, mark->where);
}

/* Returns whether a pointer leads to somebody: in the file, in another, or by an address. */
static gboolean
leads_to_somebody(const RelataTei *tei, const char *own, const char *address, const RelataTeiMark *mark)
{
  if (own != NULL)
    return g_hash_table_contains(tei->listed, own);
  return address == NULL || mark->type != NULL ||
         relata_corpus_find_actor(tei->reading.corpus, address) != RELATA_NONE;
}

guint
relata_tei_named(const RelataTei *tei, const char *pointer, const RelataTeiMark *mark, const char *name)
{
  const char *own = own_id(tei, pointer);
  g_autofree char *address = own == NULL && relata_iri_is(pointer) ? id_of_address(tei, pointer) : NULL;
  if (!leads_to_somebody(tei, own, address, mark))
    return RELATA_NONE;
  const guint actor = relata_tei_actor(tei, pointer, mark->where);
  if (address != NULL)
    complete(tei, address, mark, name);
  if (name != NULL)
    relata_corpus_add_alias(tei->reading.corpus, actor, name, FALSE);
  return actor;
}
