/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The questions that tests/bench/path.c puts to relata, put to igraph: what a program has to do that has
 * igraph but no relata. Its own code, so that the answers are an independent check as well. */
#ifndef RELATA_BENCH_PATH_IGRAPH_H
#define RELATA_BENCH_PATH_IGRAPH_H

#include "network/graph.h"

G_BEGIN_DECLS

/* A row of steps; of each a pattern is written, and a graph made for igraph. */
typedef struct {
  const char *types[3]; /* relation types, a kind of them will do too; NULL behind the last */
  gboolean along, against;
  gboolean repeated;  /* any number of times, but once at least */
  const char *leaves; /* the actor that the step sets out from is of the type; NULL: anybody */
} Step;

typedef struct {
  guint n_steps;
  const Step *steps;
} Chain;

/* As relata has it: "'a'|'b'/^(c)+/…". Newly allocated. */
char *chain_pattern(const Chain *chain);
/* The graph in which the paths from vertex v to vertex n_steps · n_actors + w are those from v to w that
 * follow the chain: a copy of the actors behind each step. O(steps · (V + E)). */
void chain_graph(const Chain *chain, const RelataNetwork *network, igraph_t *graph);

/* The graph that has only the ties of the relation types (and of kinds of them). O(V + E). */
void filtered_graph(const RelataNetwork *network, const char *const *types, guint n_types, igraph_t *graph);

typedef enum {
  IGRAPH_SHORTEST, /* the value of a path: its hops */
  IGRAPH_WIDEST,   /* the least of its weights */
  IGRAPH_LIGHTEST  /* the sum of its weights */
} IgraphAim;

/* The value of a best path, NAN where there is none. `weights` is NULL for the shortest. */
double igraph_best(const igraph_t *graph, IgraphAim aim, guint from, guint to, igraph_neimode_t mode,
                   const igraph_vector_t *weights);

G_END_DECLS

#endif
