/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Small corpora for tests, built by hand. Relation types that begin with "with-" are symmetric. */
#ifndef RELATA_TESTS_SMALL_CORPUS_H
#define RELATA_TESTS_SMALL_CORPUS_H

#include "network/network.h"

#include <math.h>
#include <string.h>

#define SMALL_NOWHERE ((RelataPlace){NULL, 0, 0})

static inline void
small_actor(RelataCorpus *corpus, const char *id)
{
  gboolean again;
  RelataActor *actor = relata_corpus_declare_actor(corpus, id, SMALL_NOWHERE, &again);
  if (actor->name == NULL)
    actor->name = relata_corpus_intern(corpus, id);
}

static inline guint
small_relation(RelataCorpus *corpus, const char *type)
{
  RelataSchema *schema = relata_corpus_schema(corpus);
  guint index = relata_schema_find_relation_type(schema, type);
  if (index != RELATA_NONE)
    return index;
  RelataRelationType *relation = relata_schema_declare_relation_type(schema, type, SMALL_NOWHERE);
  relation->symmetric = g_str_has_prefix(type, "with-");
  if (relation->symmetric)
    relation->inverse = relation->label;
  return relata_schema_find_relation_type(schema, type);
}

/* One claim, in a document of its own origin. */
static inline guint
small_claim(RelataCorpus *corpus, const char *from, const char *type, const char *to, const char *document)
{
  gboolean again;
  small_actor(corpus, from);
  small_actor(corpus, to);
  relata_corpus_declare_document(corpus, document, SMALL_NOWHERE, &again);
  RelataClaim claim = {.said = RELATA_STATEMENT_INIT, .event = RELATA_NONE};
  claim.type = small_relation(corpus, type);
  claim.from = relata_corpus_find_actor(corpus, from);
  claim.to = relata_corpus_find_actor(corpus, to);
  claim.said.document = relata_corpus_find_document(corpus, document);
  return relata_corpus_add_claim(corpus, &claim);
}

/* Finishes the corpus and makes a network of all of it. */
static inline RelataNetwork *
small_network(RelataCorpus *corpus)
{
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  g_autoptr(GError) error = NULL;
  relata_corpus_finish(corpus, diagnostics);
  g_autoptr(RelataSelection) selection = relata_selection_new(corpus);
  RelataNetwork *network = relata_network_new(corpus, selection, &error);
  g_assert_no_error(error);
  g_assert_nonnull(network);
  return network;
}

static inline guint
small_vertex(const RelataNetwork *network, const char *id)
{
  guint actor = relata_corpus_find_actor(network->corpus, id);
  g_assert_cmpuint(actor, !=, RELATA_NONE);
  return network->vertices[actor];
}

#endif
