/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: the beginnings of a path pattern, used to say how far one could be followed. A beginning
 * is itself a pattern: one of a/(b/c|d){3}/e is a/(b/c|d){2}/b. While the automaton is built, each of its
 * nodes is marked with the beginning that leads there. Of two beginnings, the one that comes later in the
 * pattern, in walking order, is further. */
#ifndef RELATA_PATHS_PATTERN_PREFIX_H
#define RELATA_PATHS_PATTERN_PREFIX_H

#include "paths/pattern_parse.h"

G_BEGIN_DECLS

#define RELATA_PREFIX_EMPTY 0u /* nothing of the pattern */

typedef struct {
  GArray *prefixes; /* of Prefix; the empty one is first */
  GArray *marks;    /* of Mark, in the order of the pattern */
} RelataPatternPrefixes;

void relata_prefixes_init(RelataPatternPrefixes *prefixes);
void relata_prefixes_clear(RelataPatternPrefixes *prefixes);

/* Adds the beginning that consists of `before` and then `times` times the part, and returns its number. The
 * part is borrowed. */
guint relata_prefixes_add(RelataPatternPrefixes *prefixes, guint before, const RelataPatternNode *part,
                          guint times);
void relata_prefixes_mark(RelataPatternPrefixes *prefixes, guint node, guint prefix);

/* Returns the texts of the beginnings, each once: the empty one first, the furthest (the whole pattern) last.
 * Sets places[node] for each of n_nodes nodes to the index of its beginning there, or 0 where none leads to
 * it. Free with g_ptr_array_unref(). O(marks · length of the text). */
GPtrArray *relata_prefixes_order(const RelataPatternPrefixes *prefixes, const char *text, guint n_nodes,
                                 guint *places);

G_END_DECLS

#endif
