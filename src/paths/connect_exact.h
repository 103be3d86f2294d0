/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: the table of the exact search, and the choice among the smallest connections. */
#ifndef RELATA_PATHS_CONNECT_EXACT_H
#define RELATA_PATHS_CONNECT_EXACT_H

#include "paths/connect_kernel.h"

G_BEGIN_DECLS

/* The fewest hops that connect a vertex with a set of terminals, for each of both. Sets are bits, one for
 * each terminal but the last: that one is where the whole is read off. */
typedef struct {
  const RelataConnectKernel *kernel;
  guint n_sets; /* 2^(k−1), the empty one included */
  guint *hops;  /* n_sets rows of kernel->n; the row of the empty set is not used */
} RelataConnectTable;

static inline guint *
relata_connect_row(const RelataConnectTable *table, guint set)
{
  return table->hops + (gsize)set * table->kernel->n;
}

/* connect_choice.c: the vertices, ascending, of the smallest connection of all terminals whose vertices come
 * first. Beyond the limit of steps (derivations and places looked at), of some smallest one. */
GArray *relata_connect_choose(const RelataConnectTable *table, guint64 most_steps);

G_END_DECLS

#endif
