/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Identity: which actor a name means. Never a guess: a name that fits several actors names none. */
#ifndef RELATA_CORPUS_NAMES_H
#define RELATA_CORPUS_NAMES_H

#include "corpus/corpus.h"

RELATA_BEGIN_DECLS

/* The actors that a name fits, best rank only, ordered by id: those whose id it is; else whose name
 * or strong alias it is after folding; else, with `weak`, whose weak alias it is. Indices (guint);
 * empty where it fits none. The index behind it is made on first use and again when actors were
 * added: O(names) then, O(|name|) else. Free with g_array_unref(). */
GArray *relata_corpus_match_name(RelataCorpus *corpus, const char *name, gboolean weak);

/* The one actor meant by a person's words: id, name, or any alias. RELATA_NONE with
 * RELATA_ERROR_UNKNOWN_NAME (the three nearest named) or RELATA_ERROR_AMBIGUOUS (the candidates named). */
guint relata_corpus_resolve_actor(RelataCorpus *corpus, const char *words, GError **error);

/* Likewise a document: id, or title after folding. */
guint relata_corpus_resolve_document(const RelataCorpus *corpus, const char *words, GError **error);

RELATA_END_DECLS

#endif
