/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Layout engines: which one suits a graph's size, and which one is the next faster. */
#ifndef RELATA_DRAW_LAYOUT_ENGINE_H
#define RELATA_DRAW_LAYOUT_ENGINE_H

#include "draw/sheet/sheet.h"

G_BEGIN_DECLS

typedef struct {
  const char *name;
  const char *cheaper; /* the engine to try when this one is too slow; NULL for the last */
} RelataEngine;

/* The table of engines. A row whose name is NULL ends it. The last engine needs neither Graphviz nor time: it
 * puts actors on a spiral. */
extern const RelataEngine relata_engines[];

/* The properties of a graph that determine which engine suits it. */
typedef struct {
  guint n_actors, n_links;
  double loops; /* the share of linked pairs that could be removed without disconnecting anything, 0 … 1; 0
                   for trees */
  double density; /* linked pairs per actor */
  gboolean boxed; /* clusters of actors are in boxes */
} RelataTopology;

/* Returns the topology of curves (RelataCurve) between n_actors actors. O(links · log links). */
RelataTopology relata_engine_topology(guint n_actors, const GPtrArray *curves, gboolean boxed);

/* Returns the engine of this name; for "auto" the one that suits the graph; NULL with
 * RELATA_ERROR_UNKNOWN_NAME. */
const RelataEngine *relata_engine_find(const char *name, const RelataTopology *topology, GError **error);
/* Returns the name at index i, from 0, among those that relata_engine_find() knows. The first is "auto". NULL
 * past the last. */
const char *relata_engine_name(guint i);
const RelataEngine *relata_engine_cheaper(const RelataEngine *engine);

/* The fallback: puts glyphs, whose sizes are set, on a sunflower spiral (Vogel 1979), the largest innermost,
 * so that no two overlap. O(n log n). */
void relata_engine_spiral(GPtrArray *glyphs, double ratio);

G_END_DECLS

#endif
