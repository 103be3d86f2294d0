/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who stands between two actors directly: tied to both. */
#ifndef RELATA_PATHS_BETWEEN_H
#define RELATA_PATHS_BETWEEN_H

#include "paths/path.h"

RELATA_BEGIN_DECLS

typedef struct {
  guint vertex;
  guint n_before, n_after;
  RelataHop *before, *after; /* from the first actor to this one, and from this one to the second */
} RelataBetween;

/* Of RelataBetween, those with the most ties to the two first, equals by id; free with g_ptr_array_unref().
 * With `directed` only ties walked along. O(d log d) of the two actors' neighbours and ties. */
GPtrArray *relata_path_between(RelataPathSearcher *searcher, guint a, guint b, gboolean directed);

RELATA_END_DECLS

#endif
