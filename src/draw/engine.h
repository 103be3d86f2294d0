/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Layout engines: which one suits a graph's size, and which is the next cheaper one. */
#ifndef RELATA_DRAW_ENGINE_H
#define RELATA_DRAW_ENGINE_H

#include "draw/sheet.h"

G_BEGIN_DECLS

typedef struct RelataEngine RelataEngine;

struct RelataEngine {
  const char *name;
  guint most_actors, most_links; /* up to which "auto" takes it; 0: never */
  const char *cheaper;           /* what is tried when it is too slow; NULL for the last */
};

/* The table, ended by a row without a name. Its last row needs no Graphviz and no time: actors on a spiral.
 */
extern const RelataEngine relata_engines[];

/* The row of that name, for "auto" the one that suits the size; NULL with RELATA_ERROR_UNKNOWN_NAME. */
const RelataEngine *relata_engine_find(const char *name, guint n_actors, guint n_links, GError **error);
const RelataEngine *relata_engine_cheaper(const RelataEngine *engine);

/* The last resort: glyphs, whose sizes are set, on a sunflower's spiral (Vogel 1979), the largest innermost,
 * no two overlapping. O(n log n). */
void relata_engine_spiral(GPtrArray *glyphs, double ratio);

G_END_DECLS

#endif
