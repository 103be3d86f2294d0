/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files of corpus/ share and nobody else sees. */
#ifndef RELATA_CORPUS_INTERNAL_H
#define RELATA_CORPUS_INTERNAL_H

#include "corpus/corpus.h"

struct RelataCorpus {
  GStringChunk *strings;
  const char *title;
  RelataSchema *schema;
  GArray *documents, *actors, *claims, *events, *figures, *mentions;
  GHashTable *document_ids, *actor_ids, *event_ids; /* interned id → index + 1 */
  GHashTable *aliases; /* of AliasKey: what an actor is called already, with its place + 1 */
  /* The index of names covers the first n_named actors; NULL until first asked for. */
  GHashTable *strong_names, *weak_names; /* folded name → GArray of actor indices */
  guint n_named;
};

/* Adds one name to the index where the index already covers the actor. */
void relata_names_add(RelataCorpus *corpus, guint actor, const char *name, gboolean strong);
/* Forgets the index: the next question makes it again. */
void relata_names_reset(RelataCorpus *corpus);
/* All folded names with the actors that bear them as name or strong alias; made where missing. */
GHashTable *relata_names_strong(RelataCorpus *corpus);

/* Takes away, and says, the arguments by which an event is a part of itself. */
void relata_events_cut_circles(RelataCorpus *corpus, RelataDiagnostics *diagnostics);
/* Adds the claims that events give by the schema's rules. */
void relata_events_give_claims(RelataCorpus *corpus, RelataDiagnostics *diagnostics);

#endif
