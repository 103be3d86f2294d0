/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A partition: which of a network's actors belong together, each in one group or in none. */
#ifndef RELATA_ANALYSIS_PARTITION_H
#define RELATA_ANALYSIS_PARTITION_H

#include "network/network.h"

RELATA_BEGIN_DECLS

typedef struct {
  guint n_groups;
  guint *of;    /* by vertex: its group, from 0; RELATA_NONE: in none */
  guint *sizes; /* by group: how many actors, ≥ 1 */
} RelataPartition;

/* Vertices with the same label (below n_labels) are one group; those labelled RELATA_NONE are in none. Groups
 * are numbered by size, the largest first, and those of one size by their first vertex. O(V + L log L). */
RelataPartition *relata_partition_new(const guint *labels, guint n_vertices, guint n_labels);
void relata_partition_free(RelataPartition *partition);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataPartition, relata_partition_free)

RELATA_END_DECLS

#endif
