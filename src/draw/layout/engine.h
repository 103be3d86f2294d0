/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Layout engines: which one suits a graph's size, and which is the next cheaper one. */
#ifndef RELATA_DRAW_LAYOUT_ENGINE_H
#define RELATA_DRAW_LAYOUT_ENGINE_H

#include "draw/sheet/sheet.h"

G_BEGIN_DECLS

typedef struct {
  const char *name;
  const char *cheaper; /* what is tried when it is too slow; NULL for the last */
} RelataEngine;

/* The table, ended by a row without a name. Its last row needs no Graphviz and no time: actors on a spiral.
 */
extern const RelataEngine relata_engines[];

/* What of a graph's size and shape decides which engine suits it. */
typedef struct {
  guint n_actors, n_links;
  double loops; /* the share of the linked pairs without which nothing would fall apart: 0 for trees, 0 … 1 */
  double density; /* linked pairs for each actor */
  gboolean boxed; /* clusters of actors stand in boxes */
} RelataTopology;

/* Of curves (RelataCurve) between so many actors. O(links · log links). */
RelataTopology relata_engine_topology(guint n_actors, const GPtrArray *curves, gboolean boxed);

/* The row of that name, for "auto" the one that suits the graph; NULL with RELATA_ERROR_UNKNOWN_NAME. */
const RelataEngine *relata_engine_find(const char *name, const RelataTopology *topology, GError **error);
/* The name that stands at i, from 0, among those that find a row: "auto" first; NULL past the last. */
const char *relata_engine_name(guint i);
const RelataEngine *relata_engine_cheaper(const RelataEngine *engine);

/* The last resort: glyphs, whose sizes are set, on a sunflower's spiral (Vogel 1979), the largest innermost,
 * no two overlapping. O(n log n). */
void relata_engine_spiral(GPtrArray *glyphs, double ratio);

G_END_DECLS

#endif
