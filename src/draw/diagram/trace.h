/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A result found in a network, to be drawn: paths between two actors, or what connects several actors. */
#ifndef RELATA_DRAW_DIAGRAM_TRACE_H
#define RELATA_DRAW_DIAGRAM_TRACE_H

#include "draw/sheet/theme_file.h"
#include "paths/connect.h"

RELATA_BEGIN_DECLS

/* A tie in the direction in which it is walked. */
typedef struct {
  guint tie;        /* edge of the network */
  guint from, to;   /* its two vertices, in walking order */
  guint path, step; /* number of the path and of the hop on it, from 1; 0: no order */
} RelataTraceHop;

/* A result found in a network: paths, or a part of the network. */
typedef struct {
  const RelataTraceHop *hops;
  guint n_hops;
  guint n_paths;      /* number of paths that the hops belong to; 0: the hops are not paths */
  const guint *asked; /* vertices that were asked about: drawn even if no hop leads to them, and emphasised */
  guint n_asked;
  const char *title, *subtitle; /* subtitle may be NULL */
  const char *note;             /* a sentence for the caption, such as what was left out; or NULL */
  const RelataTheme *theme;     /* NULL: the default */
  gboolean no_sources;          /* do not number sources */
} RelataTrace;

/* Return hops (RelataTraceHop): those of paths (RelataPath) with the numbers of their path and hop, those of
 * a connection numbered from the first. Free with g_array_unref(). */
GArray *relata_trace_paths(const GPtrArray *paths);
GArray *relata_trace_connection(const RelataConnectAnswer *answer);
/* Returns a title: "A", "A and B", "A, B, C, D and 3 others". `actors` is of guint. Newly allocated. */
char *relata_trace_names(const RelataCorpus *corpus, const GArray *actors);

RELATA_END_DECLS

#endif
