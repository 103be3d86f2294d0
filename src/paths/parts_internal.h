/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: parts from which claims are withdrawn. */
#ifndef RELATA_PATHS_PARTS_INTERNAL_H
#define RELATA_PATHS_PARTS_INTERNAL_H

#include "network/mask.h"
#include "paths/parts.h"

G_BEGIN_DECLS

/* Returns the selection whose network the parts are: of its relations all that are `part`, and their kinds.
 * NULL where there are none. Newly allocated. */
RelataSelection *relata_parts_selection(const RelataSelection *selection);

/* Keeps only the claims that pass the selection. It must be the one that the parts were made with, except
 * that it may have more filters of claims, or stricter ones. O(claims of the corpus) and a copy of the
 * network at the first call. */
void relata_parts_restrict(RelataParts *parts, const RelataSelection *selection);

G_END_DECLS

#endif
