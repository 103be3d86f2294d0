/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What was found in a network, to be drawn: paths between two actors, or what connects several. */
#ifndef RELATA_DRAW_DIAGRAM_TRACE_H
#define RELATA_DRAW_DIAGRAM_TRACE_H

#include "draw/sheet/theme_file.h"
#include "paths/connect.h"

RELATA_BEGIN_DECLS

/* A tie as it is walked. */
typedef struct {
  guint tie;        /* edge of the network */
  guint from, to;   /* its two vertices, in walking order */
  guint path, step; /* from 1: which path, and which hop of it; 0: no order */
} RelataTraceHop;

/* What was found in a network: paths, or a part of it. */
typedef struct {
  const RelataTraceHop *hops;
  guint n_hops;
  guint n_paths;      /* how many paths the hops are of; 0: they are none */
  const guint *asked; /* vertices that were asked about: drawn though no hop leads there, and emphasised */
  guint n_asked;
  const char *title, *subtitle; /* subtitle may be NULL */
  const char *note;             /* a sentence for the caption, as of what was left out; or NULL */
  const RelataTheme *theme;     /* NULL: the default */
  gboolean no_sources;          /* without numbered sources */
} RelataTrace;

/* The hops (RelataTraceHop) of paths (RelataPath), each with its path's number and its own; of a connection,
 * numbered from the first. Free with g_array_unref(). */
GArray *relata_trace_paths(const GPtrArray *paths);
GArray *relata_trace_connection(const RelataConnectAnswer *answer);
/* "A", "A and B", "A, B, C, D and 3 others": a title. actors: of guint. Newly allocated. */
char *relata_trace_names(const RelataCorpus *corpus, const GArray *actors);

RELATA_END_DECLS

#endif
