/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A partition of a network's actors into groups. Each actor is in one group or in none. */
#ifndef RELATA_ANALYSIS_PARTITION_H
#define RELATA_ANALYSIS_PARTITION_H

#include "network/network.h"

RELATA_BEGIN_DECLS

typedef struct {
  guint n_groups;
  guint *of;    /* by vertex: the number of its group, from 0; RELATA_NONE where it is in none */
  guint *sizes; /* by group: the number of its actors, ≥ 1 */
} RelataPartition;

/* Makes one group of all vertices with the same label (below n_labels). Vertices labelled RELATA_NONE are in
 * no group. Groups are numbered by size, the largest first; those of equal size by their first vertex. Free
 * with relata_partition_free(). O(V + L log L). */
RelataPartition *relata_partition_new(const guint *labels, guint n_vertices, guint n_labels);
void relata_partition_free(RelataPartition *partition);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPartition, relata_partition_free)

RELATA_END_DECLS

#endif
