/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who stands behind what the page shows. */
#ifndef RELATA_PAGE_PAGE_VOICE_H
#define RELATA_PAGE_PAGE_VOICE_H

#include "network/tie_count.h"

#include <cJSON.h>

G_BEGIN_DECLS

/* Returns, for each relation type with whose kinds the tie counts, the claims of other ties that count for
 * it, as arrays of claim (index into network->claims) and relation type. Types without any are left out. The
 * page's scripts count them as network/tie_count.h says. Free with cJSON_Delete(). */
cJSON *relata_page_kin(const RelataNetwork *network, const RelataFamilies *families, const RelataTie *tie);

/* Adds who says so: whom the document quotes ("by", and "by_actor", a vertex), through whom, by number whose
 * voice it is in the end, and whether that is one of the ends. */
void relata_page_add_speakers(cJSON *record, const RelataNetwork *network, const RelataClaim *claim);
/* Adds the "reliability" of a document or its origin. */
void relata_page_add_reliability(cJSON *record, const RelataDocument *document);

G_END_DECLS

#endif
