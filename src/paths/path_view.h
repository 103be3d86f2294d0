/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: which hops a query may take, where that depends on more than their relation and direction:
 * on the conditions of the pattern's hops, and on the document or origin that is to affirm all of them.
 *
 * Both are settled before the search, so that its inner loop asks nothing more. A hop's kind is then no
 * longer its relation type, but its type together with the set of conditions that its tie meets, and the
 * automaton has a column for each kind that occurs. A hop that the document or origin does not affirm cannot
 * be walked in any way. */
#ifndef RELATA_PATHS_PATH_VIEW_H
#define RELATA_PATHS_PATH_VIEW_H

#include "paths/path_space.h"

G_BEGIN_DECLS

typedef struct RelataPathView RelataPathView;

void relata_path_view_free(RelataPathView *view);

/* Returns the sources with which a path from, or to, the vertex may be looked for (guint): those that affirm
 * a tie at it, each once, and RELATA_NONE, for a path without hops. Only that where nothing is to be the
 * same. Free with g_array_unref(). O(claims at the vertex). */
GArray *relata_path_sources_at(const RelataPathSearcher *searcher, RelataSame same, guint vertex);

/* Sets the space's kinds and, with conditions, its automaton, which then belongs to the searcher. What
 * depends on the pattern is kept for further queries with it: O(claims · log claims) for each of its hops
 * with conditions, and O(hops). What depends on the document or origin: O(its ties), and once O(claims). */
void relata_path_view_look(RelataPathSpace *space, const RelataPathQuery *query);

G_END_DECLS

#endif
