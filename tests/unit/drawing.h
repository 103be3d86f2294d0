/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Small corpora for the tests of drawing. */
#ifndef RELATA_TESTS_DRAWING_H
#define RELATA_TESTS_DRAWING_H

#include "corpus/corpus.h"
#include "draw/draw.h"

#include <math.h>

static const RelataPlace nowhere = {NULL, 0, 0};

static inline guint
declare_actor(RelataCorpus *corpus, const char *id, const char *name, const char *type)
{
  RelataSchema *schema = relata_corpus_schema(corpus);
  gboolean again;
  RelataActor *actor = relata_corpus_declare_actor(corpus, id, nowhere, &again);
  actor->name = relata_corpus_intern(corpus, name);
  if (type != NULL)
    actor->type = relata_schema_use_actor_type(schema, type, nowhere);
  return relata_corpus_find_actor(corpus, id);
}

static inline guint
declare_relation(RelataCorpus *corpus, const char *id, int sign, gboolean symmetric)
{
  RelataSchema *schema = relata_corpus_schema(corpus);
  RelataRelationType *type = relata_schema_declare_relation_type(schema, id, nowhere);
  type->sign = sign;
  type->symmetric = symmetric;
  return relata_schema_find_relation_type(schema, id);
}

static inline guint
add_document(RelataCorpus *corpus, const char *id)
{
  gboolean again;
  relata_corpus_declare_document(corpus, id, nowhere, &again);
  return relata_corpus_find_document(corpus, id);
}

/* A claim of a document with a quote. */
static inline guint
add_claim(RelataCorpus *corpus, guint document, guint from, guint relation, guint to, const char *quote,
          RelataCertainty certainty)
{
  RelataClaim claim = {RELATA_STATEMENT_INIT, relation, from, to, RELATA_NONE};
  claim.said.document = document;
  claim.said.quote = relata_corpus_intern(corpus, quote);
  claim.said.certainty = certainty;
  return relata_corpus_add_claim(corpus, &claim);
}

static inline void
finish(RelataCorpus *corpus)
{
  RelataDiagnostics *diagnostics = relata_diagnostics_new(0);
  relata_corpus_finish(corpus, diagnostics);
  relata_diagnostics_free(diagnostics);
}

/* The network of everything in the corpus; *selection is the caller's to free. */
static inline RelataNetwork *
network_of(RelataCorpus *corpus, RelataSelection **selection)
{
  g_autoptr(GError) error = NULL;
  finish(corpus);
  *selection = relata_selection_new(corpus);
  RelataNetwork *network = relata_network_new(corpus, *selection, &error);
  g_assert_no_error(error);
  return network;
}

/* Draws the trace; the picture must be text. Newly allocated. */
static inline char *
draw_trace(const RelataNetwork *network, const RelataTrace *trace, const char *format)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataPicture) picture = relata_draw_trace(network, trace, format, &error);
  g_assert_no_error(error);
  gsize n;
  const char *bytes = g_bytes_get_data(picture->bytes, &n);
  g_assert_cmpuint(g_strv_length(picture->remarks), ==, 0); /* every label has found room */
  return g_strndup(bytes, n);
}

#endif
