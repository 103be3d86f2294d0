/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One statement as a JSON object: shared by the exported network and the command line's answers. */
#ifndef RELATA_WRITE_CLAIM_JSON_H
#define RELATA_WRITE_CLAIM_JSON_H

#include "corpus/corpus.h"

#include <cjson/cJSON.h>

G_BEGIN_DECLS

/* Adds to the object, always and in this order: id, document, start, end, text, when, published, by (an
 * actor's id, else the words, else null), stance, certainty; what is not known is null. confidence and note
 * only where given. */
void relata_statement_json(cJSON *object, const RelataCorpus *corpus, const RelataStatement *said);

/* A new object of that form for a claim. The caller owns it. */
cJSON *relata_claim_json(const RelataCorpus *corpus, const RelataClaim *claim);

G_END_DECLS

#endif
