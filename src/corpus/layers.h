/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Layers: the annotations that several people, or one in several passes, made of the same document. */
#ifndef RELATA_CORPUS_LAYERS_H
#define RELATA_CORPUS_LAYERS_H

#include "corpus/corpus.h"

G_BEGIN_DECLS

/* Returns the names as a list for RelataStatement.layers: sorted, each once. NULL where n is 0. Owned by the
 * corpus. */
const char *const *relata_layers_intern(RelataCorpus *corpus, const char *const *names, guint n);
/* Returns whether the list, which may be NULL, has the name. */
gboolean relata_layers_have(const char *const *layers, const char *name);
/* Returns what is in either list; each may be NULL. */
const char *const *relata_layers_union(RelataCorpus *corpus, const char *const *a, const char *const *b);

/* How much there was before a layer was read. */
typedef struct {
  guint n_claims, n_events, n_figures, n_mentions;
} RelataLayer;

RelataLayer relata_layer_begin(const RelataCorpus *corpus);
/* Says that all that was added since it began is in this layer of the document, which has all of `layers`;
 * whoever is marked in the same place as in an earlier layer is the same actor. Nothing where name is NULL.
 */
void relata_layer_end(RelataCorpus *corpus, const RelataLayer *layer, guint document, const char *name,
                      const char *const *layers);

/* Does what relata_layers_merge() does to statements and mentions (layers_merge.c). */
void relata_layers_merge_statements(RelataCorpus *corpus);

/* Makes one of the events, claims and figures of a document that say the same and are in different layers,
 * and one of the mentions that mark the same. The one that is kept has the layers of all, and what only
 * another says of its circumstances. Reports on how many claims each two layers agree. Call it when identity
 * is decided and events have given their claims. O(n log n). */
void relata_layers_merge(RelataCorpus *corpus, RelataDiagnostics *diagnostics);

G_END_DECLS

#endif
