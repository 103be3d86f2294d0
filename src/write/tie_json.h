/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ties and hops as JSON, the same in all answers of the command line. */
#ifndef RELATA_WRITE_TIE_JSON_H
#define RELATA_WRITE_TIE_JSON_H

#include "paths/path.h"

#include <cJSON.h>

G_BEGIN_DECLS

/* Returns "forward" or "backward", or "both" for a symmetric tie. */
const char *relata_tie_direction(const RelataNetwork *network, const RelataTie *tie, gboolean forward);
/* Adds "claims": all claims of the tie. */
void relata_tie_json_add_claims(cJSON *object, const RelataNetwork *network, const RelataTie *tie);
/* Adds "verdict", "corroboration" (and "corroboration_of_kinds" where the tie stands only by kinds that count
 * with it), "contradiction" and, of a disputed tie, "both_sides". */
void relata_tie_json_add_verdict(cJSON *object, const RelataNetwork *network, const RelataTie *tie);
/* Returns {"from","to","relation","direction", the verdict, "certainty","confidence","claims":[…]} for a hop
 * between two vertices. Free with cJSON_Delete(). */
cJSON *relata_hop_json(const RelataNetwork *network, guint from, guint to, RelataHop hop);

G_END_DECLS

#endif
