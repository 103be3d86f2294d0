/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A compact adjacency for own kernels: who is next to whom and by which ties, in three flat arrays of 32-bit
 * numbers. Parallel ties are grouped, so that a search goes over pairs of actors and spells the ties out at
 * its end. */
#ifndef RELATA_ANALYSIS_ADJACENCY_H
#define RELATA_ANALYSIS_ADJACENCY_H

#include "analysis/path.h"

G_BEGIN_DECLS

typedef struct {
  guint n_vertices;
  guint *offsets;    /* n_vertices + 1: where a vertex's neighbours begin */
  guint *neighbours; /* each once, ascending (by actor id) */
  guint *first;      /* one for each neighbour, and one more: where its hops begin */
  RelataHop *hops;   /* by corroboration, more first; relation type id; along the tie first */
} RelataAdjacency;

/* The hops that lead out of each vertex: all, or when directed those along a tie or over a symmetric one.
 * With `backward` the same hops listed at the vertex that they lead into, `neighbours` being where they come
 * from. O(V + E log d). */
RelataAdjacency *relata_adjacency_new(const RelataNetwork *network, gboolean directed, gboolean backward);
void relata_adjacency_free(RelataAdjacency *adjacency);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataAdjacency, relata_adjacency_free)

/* The place of a neighbour in `neighbours`, or RELATA_NONE. O(log d). */
guint relata_adjacency_find(const RelataAdjacency *adjacency, guint vertex, guint neighbour);

G_END_DECLS

#endif
