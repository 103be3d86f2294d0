/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ties and hops as JSON, the same in all answers of the command line. */
#ifndef RELATA_WRITE_TIE_JSON_H
#define RELATA_WRITE_TIE_JSON_H

#include "paths/path.h"

#include <cJSON.h>

G_BEGIN_DECLS

/* Returns "forward" or "backward", or "both" for a symmetric tie. */
const char *relata_tie_direction(const RelataNetwork *network, const RelataTie *tie, gboolean forward);
/* Adds "holds" to a claim's object, "surely", "presumably" or "possibly", where the network's selection asks
 * about days and the claim, of that index in the corpus, holds on them. */
void relata_holds_json_add(cJSON *claim, const RelataNetwork *network, guint index);
/* Adds "presumed": {"ties","of","since"} to an answer, where the network's selection asks about days: how
 * many of its ties rest on presumption, and the oldest day on which one of these was last attested, or null.
 */
void relata_presumed_json_add(cJSON *answer, const RelataNetwork *network);
/* Adds "claims": all claims of the tie. */
void relata_tie_json_add_claims(cJSON *object, const RelataNetwork *network, const RelataTie *tie);
/* Returns {"from","to","relation","direction","corroboration","certainty","confidence","claims":[…]} for a
 * hop between two vertices. Free with cJSON_Delete(). */
cJSON *relata_hop_json(const RelataNetwork *network, guint from, guint to, RelataHop hop);

G_END_DECLS

#endif
