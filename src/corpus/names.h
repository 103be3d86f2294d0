/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which actor a name means, when all is read. It never guesses: a name that fits several actors names none of
 * them. */
#ifndef RELATA_CORPUS_NAMES_H
#define RELATA_CORPUS_NAMES_H

#include "corpus/corpus.h"

RELATA_BEGIN_DECLS

/* Returns the actors that a name fits, as a user writes it, sorted by id. Only the best match counts: actors
 * with this id; else those whose name or strong alias is spelled alike; else those with whom it is equal
 * after folding; else, with `weak`, those whose weak alias is. Indices (guint), none where the name fits no
 * actor; free with g_array_unref(). O(|name|), but O(names) on first use and after actors were added, when
 * the index is built. */
GArray *relata_corpus_match_name(RelataCorpus *corpus, const char *name, gboolean weak);

/* Does the same for a name in the data, which decides who is who: it is not folded. */
GArray *relata_corpus_match_spelling(RelataCorpus *corpus, const char *name);

/* Returns the actor that the user's words mean: an id, a name, any alias, or else a link, "wikidata:Q100" or
 * "ftm:FORMER-ID". On failure returns RELATA_NONE
 * with RELATA_ERROR_UNKNOWN_NAME (the message gives the three nearest names) or RELATA_ERROR_AMBIGUOUS (it
 * gives the candidates). */
guint relata_corpus_resolve_actor(RelataCorpus *corpus, const char *words, GError **error);

/* Does the same for a document: id, or title after folding. */
guint relata_corpus_resolve_document(const RelataCorpus *corpus, const char *words, GError **error);

RELATA_END_DECLS

#endif
