/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The actors that stand directly between two actors: those tied to both. */
#ifndef RELATA_PATHS_BETWEEN_H
#define RELATA_PATHS_BETWEEN_H

#include "paths/path.h"

RELATA_BEGIN_DECLS

typedef struct {
  guint vertex;
  guint n_before, n_after;
  RelataHop *before, *after; /* from the first actor to this one, and from this one to the second; owned */
} RelataBetween;

/* Returns the actors between vertices a and b as RelataBetween: those with the most ties to the two first,
 * equals by id. With `directed`, only ties that can be walked from a to b count. Free with
 * g_ptr_array_unref(). O(d log d) for the d neighbours and ties of the two actors. */
GPtrArray *relata_path_between(RelataPathSearcher *searcher, guint a, guint b, gboolean directed);

RELATA_END_DECLS

#endif
