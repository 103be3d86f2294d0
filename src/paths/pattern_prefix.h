/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: the beginnings of a path pattern, to say how far one could be followed. A beginning is a
 * pattern itself: of a/(b/c|d){3}/e, say, a/(b/c|d){2}/b. While the automaton is built, each of its nodes is
 * marked with the beginning that leads there; the later of two in the pattern, as it is walked, is further.
 */
#ifndef RELATA_PATHS_PATTERN_PREFIX_H
#define RELATA_PATHS_PATTERN_PREFIX_H

#include "paths/pattern_parse.h"

G_BEGIN_DECLS

#define RELATA_PREFIX_EMPTY 0u /* nothing of the pattern */

typedef struct {
  GArray *prefixes; /* of Prefix; the empty one first */
  GArray *marks;    /* of Mark, in the order of the pattern */
} RelataPatternPrefixes;

void relata_prefixes_init(RelataPatternPrefixes *prefixes);
void relata_prefixes_clear(RelataPatternPrefixes *prefixes);

/* The beginning with a part after it, so many times: its number. The part stays the caller's. */
guint relata_prefixes_add(RelataPatternPrefixes *prefixes, guint before, const RelataPatternNode *part,
                          guint times);
void relata_prefixes_mark(RelataPatternPrefixes *prefixes, guint node, guint prefix);

/* The beginnings as they are written, each once, the empty one first, the furthest (all of the pattern) last:
 * newly allocated. places[node], of n_nodes, is set to the place there of each node's, 0 where none leads.
 * O(marks · length of the text). */
GPtrArray *relata_prefixes_order(const RelataPatternPrefixes *prefixes, const char *text, guint n_nodes,
                                 guint *places);

G_END_DECLS

#endif
