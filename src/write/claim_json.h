/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One claim as a JSON object: the same in exports and in the command line's answers. */
#ifndef RELATA_WRITE_CLAIM_JSON_H
#define RELATA_WRITE_CLAIM_JSON_H

#include "corpus/corpus.h"

#include <cJSON.h>

G_BEGIN_DECLS

/* The fields of a statement, in this order; null where not known:
 *
 *   id          its own, unique in the corpus
 *   document    id
 *   start, end  the evidence's place in the document's text, in code points, end exclusive
 *   text        the evidence itself
 *   when        EDTF
 *   published   EDTF, the document's
 *   by          who says so: the id of an actor, else the words written
 *   stance      "affirms" or "denies"
 *   certainty   "certain", "probable" or "possible"
 *
 * and where they were given: confidence (0 … 1), note. */
void relata_statement_json(cJSON *object, const RelataCorpus *corpus, const RelataStatement *said);

/* An object of them alone: who and what the claim is about is said by the tie around it. Free with
 * cJSON_Delete(). */
cJSON *relata_claim_json(const RelataCorpus *corpus, const RelataClaim *claim);

G_END_DECLS

#endif
