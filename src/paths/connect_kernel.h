/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: what the parts of relata_connect() share. */
#ifndef RELATA_PATHS_CONNECT_KERNEL_H
#define RELATA_PATHS_CONNECT_KERNEL_H

#include "network/adjacency.h"
#include "paths/connect.h"

G_BEGIN_DECLS

/* The part of a network that contains every smallest connection of the terminals, renumbered in the same
 * order. It is connected. */
typedef struct {
  guint n;
  guint *offsets, *neighbours; /* as in RelataAdjacency */
  guint *vertices;             /* by kernel vertex: the network's vertex, ascending */
  guint n_terminals;
  guint *terminals; /* ascending */
} RelataConnectKernel;

/* connect_kernel.c: makes the kernel from `component` (network vertices). It repeatedly removes vertices that
 * are not terminals (ascending) and have one neighbour, because no smallest connection ends in such a vertex.
 * O(V + E). */
RelataConnectKernel *relata_connect_kernel_new(const RelataAdjacency *adjacency, const GArray *component,
                                               const GArray *terminals);
void relata_connect_kernel_free(RelataConnectKernel *kernel);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataConnectKernel, relata_connect_kernel_free)

/* connect_exact.c: returns the vertices (of the kernel, ascending) of a smallest connection of at least two
 * terminals; NULL where that is too much work. Of several it returns the first, unless comparing them takes
 * more than most_steps. */
GArray *relata_connect_exact(const RelataConnectKernel *kernel, guint64 most_steps);

/* connect_near.c: returns the vertices (of the kernel, ascending) of a connection that is at most twice as
 * large as the smallest. It may have ends that are not terminals. O(V + E log E). */
GArray *relata_connect_near(const RelataConnectKernel *kernel);

/* connect_tree.c: fills answer->vertices, hops and others with the best corroborated tree among the vertices
 * (of the network, ascending), without ends that are not terminals. O(n · d + e log e) for n vertices with d
 * neighbours each and e ties among them. */
void relata_connect_tree(const RelataNetwork *network, const RelataAdjacency *adjacency,
                         const GArray *vertices, const GArray *terminals, guint root,
                         RelataConnectAnswer *answer);

/* Disjoint sets (Galler & Fischer 1964, with path halving): each element points towards the representative of
 * its set. */
guint *relata_connect_sets_new(guint n);
/* Returns FALSE where the two are in one set already. */
gboolean relata_connect_sets_join(guint *sets, guint a, guint b);

/* Orders guint ascending. */
gint relata_connect_compare(gconstpointer a, gconstpointer b);

G_END_DECLS

#endif
