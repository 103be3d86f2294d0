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

/* Adds a string, or null where it is NULL. The key must be a string constant. */
void relata_json_add_string(cJSON *object, const char *key, const char *value);

/* The value as text, in which what nobody sees (control characters above ASCII, bidi overrides) is written as
 * \uXXXX: a terminal does not obey it, a reader gets it back. Newly allocated. */
char *relata_json_text(const cJSON *value, gboolean one_line);

/* The text of an answer, newly allocated, with a line break at its end; frees the object. */
char *relata_json_print(cJSON *object, gboolean one_line);

G_END_DECLS

#endif
