/* SPDX-License-Identifier: GPL-2.0-or-later */
/* When the claims of a page hold, so that its scripts can decide it anew under the reader's own filters of
 * evidence, without knowing what ends what. */
#ifndef RELATA_PAGE_PAGE_TIME_H
#define RELATA_PAGE_PAGE_TIME_H

#include "network/network.h"

#include <cJSON.h>

G_BEGIN_DECLS

typedef struct RelataPageTime RelataPageTime;

/* Collects what may end the claims of the network, also by claims that are no part of it but of its
 * evidence. documents: by document of the corpus, its index on the page. All is borrowed and must outlive the
 * result. Costs as much as relata_holdings_list_breakers(). */
RelataPageTime *relata_page_time_new(const RelataNetwork *network, const guint *documents);
/* Frees it. NULL is allowed. */
void relata_page_time_free(RelataPageTime *time);

/* Adds "time" to the record of a claim of the network; data/schemas/page.schema.json describes it. */
void relata_page_time_add(RelataPageTime *time, cJSON *record, guint claim);

/* Returns whether a claim that the selection's dates leave out could hold on them if less evidence were
 * heard: the page does not have it. O(claims). */
gboolean relata_page_time_left_out(const RelataNetwork *network);

G_END_DECLS

#endif
