/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One claim as a JSON object: the same in exports and in the command line's answers. */
#ifndef RELATA_WRITE_CLAIM_JSON_H
#define RELATA_WRITE_CLAIM_JSON_H

#include "network/network.h"

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

/* Adds "claims": all of the tie's, those that deny it too. */
void relata_json_add_claims(cJSON *object, const RelataNetwork *network, const RelataTie *tie);

/* How a tie is walked: "both" where it is symmetric, else "forward" or "backward". */
const char *relata_json_direction(const RelataNetwork *network, const RelataTie *tie, gboolean forward);

/* A tie as it is walked: "relation", "direction", "corroboration", "claims". */
void relata_json_add_walked(cJSON *object, const RelataNetwork *network, guint tie, gboolean forward);

/* Prints with a line break at the end, and deletes. */
char *relata_json_print(cJSON *json);

/* Adds a string, or null where it is NULL. The key must be a string constant. */
void relata_json_add_string(cJSON *object, const char *key, const char *value);

G_END_DECLS

#endif
