/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The selection that a page was made of, as its scripts need it. */
#ifndef RELATA_PAGE_PAGE_BOUNDS_H
#define RELATA_PAGE_PAGE_BOUNDS_H

#include "network/network.h"

#include <cJSON.h>

G_BEGIN_DECLS

/* Returns the selection as command options: pairs of name and words. The words of a switch are null. Free
 * with cJSON_Delete(). */
cJSON *relata_page_options(const RelataSelection *selection);

/* Returns the filters that the reader's own narrow further: a command can have each option only once. Free
 * with cJSON_Delete(). O(claims). */
cJSON *relata_page_bounds(const RelataNetwork *network, const RelataSelection *selection);

G_END_DECLS

#endif
