/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Origins and voices: whose word it is.
 *
 * The *origin* of a document is the independent source behind it:
 *
 * - Where it names another document (by id) as its origin, it has the origin of that one, and so on.
 * Documents that name each other in a circle have one origin; this is reported.
 * - Otherwise its origin is what it names. Two names are one where the registry knows them as one actor, by
 * id, name or strong alias, and else where they fold alike (relata_name_fold()). The letters of an initialism
 * may stand apart: "A. F. P.", "a f p" and "AFP" are one (relata_name_join_initials()).
 * - A document that names no origin is its own. But where somebody names its publisher as an origin (another
 *   document does, or the list of graded origins), it comes from there too. So two documents of one publisher
 *   are two origins as long as nobody treats the publisher as the source, because a newspaper's articles are
 *   not copies of each other.
 *
 * The *voice* of a statement is who says so in the end: the one whom it is attributed to (the deepest one, of
 * "A says that B said"), else the origin of its document. It is the same voice as an origin of that name. A
 * document without an origin of its own speaks with its publisher's voice where some statement is attributed
 * to that. A statement without a document and an attribution has no known voice; all of these are one.
 *
 * The corroboration of a tie is the smaller of the numbers of distinct origins and distinct voices that
 * affirm it, so that neither two papers that quote one minister nor one paper that quotes two count twice. */
#ifndef RELATA_CORPUS_ORIGIN_H
#define RELATA_CORPUS_ORIGIN_H

#include "corpus/corpus.h"

RELATA_BEGIN_DECLS

/* Voices are numbered: first the origins of documents, in the order of their first document, then the others.
 * The numbers are known after relata_corpus_finish().
 *
 * Returns the name of a voice: that of the actor, else as it was first written, else the document's id.
 * Borrowed. */
const char *relata_corpus_voice_name(const RelataCorpus *corpus, guint voice);
/* Returns the actor who has this voice, or RELATA_NONE. */
guint relata_corpus_voice_actor(const RelataCorpus *corpus, guint voice);

/* Returns the origin of the document that makes the claim; RELATA_NONE for a claim without a document. O(1).
 */
guint relata_claim_origin(const RelataCorpus *corpus, const RelataClaim *claim);
/* Returns whether the one who says so is one of the two whom the claim is about. O(1). */
gboolean relata_claim_says_itself(const RelataCorpus *corpus, const RelataClaim *claim);

/* Returns the attribution in words, from the deepest voice outwards: "B, as C says, as A says"; NULL where
 * there is none. Free with g_free(). */
char *relata_corpus_speakers_in_words(const RelataCorpus *corpus, const RelataStatement *said);

RELATA_END_DECLS

#endif
