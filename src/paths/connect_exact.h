/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: the table of the exact search, and the choice among the smallest connections. */
#ifndef RELATA_PATHS_CONNECT_EXACT_H
#define RELATA_PATHS_CONNECT_EXACT_H

#include "paths/connect_kernel.h"

G_BEGIN_DECLS

/* For each set of terminals and each vertex, the fewest hops that connect them. A set has one bit for each
 * terminal except the last, which is the vertex at which the final answer is read. */
typedef struct {
  const RelataConnectKernel *kernel;
  guint n_sets; /* 2^(k−1), with the empty set */
  guint *hops;  /* n_sets rows of kernel->n; the row of the empty set is not used */
} RelataConnectTable;

static inline guint *
relata_connect_row(const RelataConnectTable *table, guint set)
{
  return table->hops + (gsize)set * table->kernel->n;
}

/* connect_choice.c: returns the vertices, ascending, of the smallest connection of all terminals whose
 * vertices come first. If that takes more than most_steps (derivations and places looked at), returns the
 * vertices of any smallest connection. Free with g_array_unref(). */
GArray *relata_connect_choose(const RelataConnectTable *table, guint64 most_steps);

G_END_DECLS

#endif
