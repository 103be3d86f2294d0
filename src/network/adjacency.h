/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A compact adjacency for own kernels: who is next to whom and by which ties, in flat arrays of 32-bit
 * numbers. Each tie is listed at both its ends, with the ways in which it can be walked from there; parallel
 * ties are grouped by neighbour. */
#ifndef RELATA_ANALYSIS_ADJACENCY_H
#define RELATA_ANALYSIS_ADJACENCY_H

#include "paths/path.h"

G_BEGIN_DECLS

typedef struct {
  guint n_vertices;
  guint *offsets;    /* n_vertices + 1: where a vertex's neighbours begin */
  guint *neighbours; /* each once, ascending (by actor id) */
  guint *first;      /* one for each neighbour, and one more: where its hops begin */
  guint n_hops;
  RelataHop *hops; /* by corroboration, more first; relation type id; along the tie first */
  guint *kinds;    /* by hop: relation type · 4 + ways (RELATA_WAY_…, both for a symmetric tie) */
} RelataAdjacency;

#define RELATA_KIND_TYPE(kind) ((kind) >> 2)
#define RELATA_KIND_WAYS(kind) ((kind)&3u)
/* The ways of the same hop walked the other way round. */
#define RELATA_WAYS_BACK(ways) ((((ways) << 1) & 2u) | ((ways) >> 1))

/* O(V + E log d). */
RelataAdjacency *relata_adjacency_new(const RelataNetwork *network);
void relata_adjacency_free(RelataAdjacency *adjacency);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataAdjacency, relata_adjacency_free)

/* The place of a neighbour in `neighbours`, or RELATA_NONE. O(log d). */
guint relata_adjacency_find(const RelataAdjacency *adjacency, guint vertex, guint neighbour);

/* The neighbour that a hop of the vertex leads to. O(log d). */
guint relata_adjacency_leads_to(const RelataAdjacency *adjacency, guint vertex, guint hop);

G_END_DECLS

#endif
