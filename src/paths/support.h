/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: the claims that a tie stands on, and what must be taken from them before it falls. */
#ifndef RELATA_PATHS_SUPPORT_H
#define RELATA_PATHS_SUPPORT_H

#include "network/tie_count.h"

G_BEGIN_DECLS

typedef struct {
  const RelataNetwork *network;
  const RelataFamilies *families;
  GPtrArray *claims; /* of RelataClaim: the affirming claims taken last; borrowed from the corpus */
} RelataSupport;

/* Borrows both arguments. */
RelataSupport *relata_support_new(const RelataNetwork *network, const RelataFamilies *families);
void relata_support_free(RelataSupport *support);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataSupport, relata_support_free)

/* Takes the claims of the tie alone: without any of them it does not stand. */
void relata_support_take_own(RelataSupport *support, const RelataTie *tie);
/* Takes all claims that count for the tie; where it counts with several types, those of the type with which
 * it counts best. It falls only after their corroboration falls below the minimum asked for. */
void relata_support_take_kinds(RelataSupport *support, const RelataTie *tie);

/* Returns documents (guint) without any one of which the corroboration of the claims taken would be below
 * `least`; G_MAXUINT asks for all documents. Free with g_array_unref(). O(claims). */
GArray *relata_support_needed_documents(const RelataSupport *support, guint least);
/* Returns a number of origins such that the corroboration of the claims taken stays at `least` or above as
 * long as fewer are withdrawn; 0 where it does whatever is withdrawn. With least 1 this is the number of all
 * origins. O(claims · log claims). */
guint relata_support_fewest_origins(const RelataSupport *support, guint least);

G_END_DECLS

#endif
