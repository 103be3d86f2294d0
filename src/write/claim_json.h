/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A claim as a JSON object, the same in exports and in the answers of the command line. */
#ifndef RELATA_WRITE_CLAIM_JSON_H
#define RELATA_WRITE_CLAIM_JSON_H

#include "corpus/corpus.h"

#include <cJSON.h>

G_BEGIN_DECLS

/* Adds the fields of a statement to the object in this order, null where not known:
 *
 *   id          its own, unique in the corpus
 *   document    id
 *   start, end  position of the evidence in the document's text, in code points, end exclusive
 *   text        the evidence itself
 *   when        EDTF
 *   published   EDTF, the document's
 *   by          who says so: the id of an actor, or the words written; where one says that another said it,
 *               the array of all, the outermost first
 *   stance      "affirms" or "denies"
 *   certainty   "certain", "probable" or "possible"
 *
 * and, only where they were given: confidence (0 … 1), credibility (1 … 6), reliability ("A" … "F": the
 * document's or its origin's), note, layers (an array: who annotated it). */
void relata_statement_json(cJSON *object, const RelataCorpus *corpus, const RelataStatement *said);

/* Returns the names of layers as an array. Free with cJSON_Delete(). */
cJSON *relata_layers_json(const char *const *layers);

/* Returns an object with only these fields, and says_so_itself (true) where the one who says so is an end of
 * the tie. The tie around it gives the actors and the relation. Free with cJSON_Delete(). */
cJSON *relata_claim_json(const RelataCorpus *corpus, const RelataClaim *claim);

/* Returns a figure as a JSON object. Free with cJSON_Delete(). */
cJSON *relata_figure_json(const RelataCorpus *corpus, const RelataFigure *figure);
/* Adds "figures", those that belong to the claim, where there are any. */
void relata_claim_json_add_figures(cJSON *object, const RelataCorpus *corpus, const char *claim_id);

G_END_DECLS

#endif
