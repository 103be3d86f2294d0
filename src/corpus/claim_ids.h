/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which claims were added: for readers of formats in which one statement may be in several files, under an id
 * of the world's. */
#ifndef RELATA_CORPUS_CLAIM_IDS_H
#define RELATA_CORPUS_CLAIM_IDS_H

#include "corpus/corpus.h"

G_BEGIN_DECLS

/* Returns whether a claim with this id was added. Ask before the corpus is finished. O(1), but O(claims) in
 * all when it is first asked. */
gboolean relata_corpus_has_claim(RelataCorpus *corpus, const char *id);

G_END_DECLS

#endif
