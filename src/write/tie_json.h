/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ties and hops as JSON, the same in all answers of the command line. */
#ifndef RELATA_WRITE_TIE_JSON_H
#define RELATA_WRITE_TIE_JSON_H

#include "paths/question.h"

#include <cJSON.h>

G_BEGIN_DECLS

/* Returns "forward" or "backward", or "both" for a symmetric tie. */
const char *relata_tie_direction(const RelataNetwork *network, const RelataTie *tie, gboolean forward);
/* Adds "holds" to a claim's object, "surely", "presumably" or "possibly", where the network's selection asks
 * about days and the claim, of that index in the corpus, holds on them. */
void relata_holds_json_add(cJSON *claim, const RelataNetwork *network, guint index);
/* Adds "presumed": {"ties","of","since"} to an answer, where the network's selection asks about days: how
 * many of its ties rest on presumption, and the oldest day on which one of these was last attested, or null.
 * edges: as for relata_presumption_of(). */
void relata_presumed_json_add(cJSON *answer, const RelataNetwork *network, const GArray *edges);
/* Adds "claims": all claims of the tie. */
void relata_tie_json_add_claims(cJSON *object, const RelataNetwork *network, const RelataTie *tie);
/* Adds "verdict", "corroboration" (and "corroboration_of_kinds" where the tie stands only by kinds that count
 * with it), "contradiction" and, of a disputed tie, "both_sides". */
void relata_tie_json_add_verdict(cJSON *object, const RelataNetwork *network, const RelataTie *tie);
/* Returns {"from","to","relation","direction", the verdict, "certainty","confidence","claims":[…]} for a hop
 * between two vertices. Free with cJSON_Delete(). */
cJSON *relata_hop_json(const RelataNetwork *network, guint from, guint to, RelataHop hop);

/* Adds {"actor","of","chain":[HOP…]} under the key (or to the array, where the key is NULL) if the actor is a
 * part of the other: the ties by which it is. `parts` may be NULL. */
void relata_part_json(cJSON *to, const char *key, const RelataParts *parts, guint actor, guint of);

/* Adds "reports_left_out", the number of claims that the network lacks because they are of reporting
 * relations and `reporting` was not asked for, where there are any. `network` may be NULL. */
void relata_emit_left_out(cJSON *object, const RelataNetwork *network);

G_END_DECLS

#endif
