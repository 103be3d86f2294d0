/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files of corpus/ share; private to them. */
#ifndef RELATA_CORPUS_INTERNAL_H
#define RELATA_CORPUS_INTERNAL_H

#include "corpus/corpus.h"

struct RelataCorpus {
  GStringChunk *strings;
  const char *title;
  RelataSchema *schema;
  GArray *documents, *actors, *claims, *events, *figures, *mentions;
  GHashTable *document_ids, *actor_ids, *event_ids; /* interned id → index + 1 */
  GHashTable *aliases; /* AliasKey → index + 1 in the actor's aliases; finds known aliases */
  /* The name index covers the first n_named actors; the tables are NULL until first used. */
  GHashTable *strong_names, *weak_names; /* folded name → GArray of actor indices */
  guint n_named;
};

/* Adds one name to the index, if the index already covers the actor. */
void relata_names_add(RelataCorpus *corpus, guint actor, const char *name, gboolean strong);
/* Drops the index; the next lookup builds it again. */
void relata_names_reset(RelataCorpus *corpus);
/* Returns all folded names with the actors that have them as name or strong alias. Builds the
 * index if needed. */
GHashTable *relata_names_strong(RelataCorpus *corpus);

/* Looks up the quotations of all statements in the texts of their documents, and gives them offsets. Reports
 * and drops those that are not there (RelataStatement.misquoted), offsets outside their text, and statements
 * without evidence. */
void relata_evidence_settle(RelataCorpus *corpus, RelataDiagnostics *diagnostics);

/* Removes and reports the arguments that make an event a part of itself. */
void relata_events_cut_circles(RelataCorpus *corpus, RelataDiagnostics *diagnostics);
/* Adds the claims that the schema's rules derive from events. */
void relata_events_give_claims(RelataCorpus *corpus, RelataDiagnostics *diagnostics);

#endif
