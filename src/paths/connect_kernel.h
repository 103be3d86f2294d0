/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: what the parts of relata_connect() share. */
#ifndef RELATA_PATHS_CONNECT_KERNEL_H
#define RELATA_PATHS_CONNECT_KERNEL_H

#include "network/adjacency.h"
#include "paths/connect.h"

G_BEGIN_DECLS

/* The part of a network in which a smallest connection of the terminals must lie, numbered anew in the same
 * order. It is connected. */
typedef struct {
  guint n;
  guint *offsets, *neighbours; /* as in RelataAdjacency */
  guint *vertices;             /* the network's numbers, ascending */
  guint n_terminals;
  guint *terminals; /* ascending */
} RelataConnectKernel;

/* connect_kernel.c: those among `component` (of network vertices) that remain when all but the terminals
 * (ascending) are taken away as long as they have one neighbour: no smallest connection has such an end.
 * O(V + E). */
RelataConnectKernel *relata_connect_kernel_new(const RelataAdjacency *adjacency, const GArray *component,
                                               const GArray *terminals);
void relata_connect_kernel_free(RelataConnectKernel *kernel);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataConnectKernel, relata_connect_kernel_free)

/* connect_exact.c: the vertices (of the kernel, ascending) of a smallest connection of two
 * terminals or more; NULL where that is too much work. Of several the first one, unless comparing them takes
 * more steps than given. */
GArray *relata_connect_exact(const RelataConnectKernel *kernel, guint64 most_steps);

/* connect_near.c: the vertices (of the kernel, ascending, ends that are no terminals perhaps among them) of a
 * connection that is at most twice as large. O(V + E log E). */
GArray *relata_connect_near(const RelataConnectKernel *kernel);

/* connect_tree.c: the best corroborated tree among the vertices (of the network, ascending), without ends
 * that are no terminals: answer->vertices, hops and others. O(n · d + e log e) for n vertices of d neighbours
 * with e ties among them. */
void relata_connect_tree(const RelataNetwork *network, const RelataAdjacency *adjacency,
                         const GArray *vertices, const GArray *terminals, guint root,
                         RelataConnectAnswer *answer);

/* Disjoint sets (Galler & Fischer 1964, by halving): each element leads towards its set's name. */
guint *relata_connect_sets_new(guint n);
/* FALSE where the two are in one set already. */
gboolean relata_connect_sets_join(guint *sets, guint a, guint b);

/* Ascending order of guint. */
gint relata_connect_compare(gconstpointer a, gconstpointer b);

G_END_DECLS

#endif
