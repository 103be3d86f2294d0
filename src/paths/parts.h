/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which actors are parts of which, by the claims of relation types that the schema marks as `part` (their
 * kinds are not, unless they say so themselves). Parts of parts are parts. A selection decides which claims
 * count: by its filters of dates and of evidence and by the minimum corroboration, not by those of relations,
 * signs and types of actors, which are about what is between the actors that a question names. */
#ifndef RELATA_PATHS_PARTS_H
#define RELATA_PATHS_PARTS_H

#include "network/adjacency.h"

RELATA_BEGIN_DECLS

typedef struct RelataParts RelataParts;

/* An actor that stands for a whole: that itself, or a part of it. */
typedef struct {
  guint actor;
  guint tie;   /* of relata_parts_network(): makes the actor a part; RELATA_NONE for the whole itself */
  guint above; /* index of the actor that it is directly a part of; RELATA_NONE for the whole itself */
} RelataMember;

/* Returns the parts that the selection lets stand. The corpus is borrowed; the selection is needed only
 * during the call. NULL with RELATA_ERROR_VALUE where no relation type is `part`, or as relata_network_new().
 * O(claims · log claims + actors · log actors). */
RelataParts *relata_parts_new(const RelataCorpus *corpus, const RelataSelection *selection, GError **error);
void relata_parts_free(RelataParts *parts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataParts, relata_parts_free)

/* Returns the network of what is a part of what. Borrowed. */
const RelataNetwork *relata_parts_network(const RelataParts *parts);

/* Returns who stands for the actor, as RelataMember: first it, then its parts, the nearest first; those of
 * one whole by id. Each is there once, by the first way. Free with g_array_unref(). O(parts and their ties).
 */
GArray *relata_parts_of(const RelataParts *parts, guint actor);

/* Returns the ties (guint) by which an actor is a part of another, from the part up to the whole, a nearest
 * way; empty where both are one. NULL where it is none. Free with g_array_unref(). Cost as relata_parts_of().
 */
GArray *relata_parts_chain(const RelataParts *parts, guint part, guint whole);

RELATA_END_DECLS

#endif
