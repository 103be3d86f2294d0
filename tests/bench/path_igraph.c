/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "path_igraph.h"

#include <math.h>

/* igraph 1.0 moved the weights to the front, and gave them to the first of the three as well. */
#if IGRAPH_VERSION_MAJOR >= 1
#define SHORTEST(graph, edges, from, to, mode)                                                               \
  igraph_get_shortest_path(graph, NULL, NULL, edges, from, to, mode)
#define WIDEST(graph, edges, from, to, weights, mode)                                                        \
  igraph_get_widest_path(graph, weights, NULL, edges, from, to, mode)
#define LIGHTEST(graph, edges, from, to, weights, mode)                                                      \
  igraph_get_shortest_path_dijkstra(graph, NULL, edges, from, to, weights, mode)
#else
#define SHORTEST(graph, edges, from, to, mode) igraph_get_shortest_path(graph, NULL, edges, from, to, mode)
#define WIDEST(graph, edges, from, to, weights, mode)                                                        \
  igraph_get_widest_path(graph, NULL, edges, from, to, weights, mode)
#define LIGHTEST(graph, edges, from, to, weights, mode)                                                      \
  igraph_get_shortest_path_dijkstra(graph, NULL, edges, from, to, weights, mode)
#endif

char *
chain_pattern(const Chain *chain)
{
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < chain->n_steps; i++) {
    const Step *step = &chain->steps[i];
    if (i > 0)
      g_string_append_c(text, '/');
    if (step->leaves != NULL)
      g_string_append_printf(text, "<type=%s>/", step->leaves);
    const char *separator = "(";
    for (guint j = 0; j < G_N_ELEMENTS(step->types) && step->types[j] != NULL; j++) {
      if (step->along) {
        g_string_append_printf(text, "%s%s", separator, step->types[j]);
        separator = "|";
      }
      if (step->against) {
        g_string_append_printf(text, "%s^%s", separator, step->types[j]);
        separator = "|";
      }
    }
    g_string_append(text, step->repeated ? ")+" : ")");
  }
  return g_string_free(text, FALSE);
}

/* Which relation types are one of those named or a kind of one. */
static gboolean *
wanted_types(const RelataNetwork *network, const char *const *names, guint n_names)
{
  const RelataSchema *schema = relata_corpus_schema(network->corpus);
  const guint n = relata_schema_relation_types(schema)->len;
  gboolean *wanted = g_new0(gboolean, n + 1);
  for (guint i = 0; i < n_names && names[i] != NULL; i++)
    for (guint type = 0; type < n; type++)
      if (relata_schema_relation_is_a(schema, type, relata_schema_find_relation_type(schema, names[i])))
        wanted[type] = TRUE;
  return wanted;
}

static void
add_edge(igraph_vector_int_t *edges, guint from, guint to)
{
  igraph_vector_int_push_back(edges, from);
  igraph_vector_int_push_back(edges, to);
}

void
filtered_graph(const RelataNetwork *network, const char *const *types, guint n_types, igraph_t *graph)
{
  g_autofree gboolean *wanted = wanted_types(network, types, n_types);
  igraph_vector_int_t edges;
  igraph_vector_int_init(&edges, 0);
  for (guint i = 0; i < network->n_ties; i++)
    if (wanted[network->ties[i].type])
      add_edge(&edges, network->ties[i].from, network->ties[i].to);
  igraph_create(graph, &edges, network->n_actors, IGRAPH_DIRECTED);
  igraph_vector_int_destroy(&edges);
}

/* Whether each actor may be left by the step. */
static gboolean *
actors_left(const RelataNetwork *network, const Step *step)
{
  const RelataSchema *schema = relata_corpus_schema(network->corpus);
  const guint type = step->leaves != NULL ? relata_schema_find_actor_type(schema, step->leaves) : RELATA_NONE;
  gboolean *left = g_new(gboolean, network->n_actors + 1);
  for (guint i = 0; i < network->n_actors; i++)
    left[i] = step->leaves == NULL ||
              relata_schema_actor_type_is_a(schema, relata_network_actor(network, i)->type, type);
  return left;
}

/* The edges of a step: from the actors before it to those behind it, and among these where it is repeated. */
static void
add_step(const RelataNetwork *network, const Step *step, guint before, guint behind,
         igraph_vector_int_t *edges)
{
  g_autofree gboolean *wanted = wanted_types(network, step->types, G_N_ELEMENTS(step->types));
  g_autofree gboolean *left = actors_left(network, step);
  for (guint i = 0; i < network->n_ties; i++) {
    const RelataTie *tie = &network->ties[i];
    if (!wanted[tie->type])
      continue;
    const gboolean symmetric = relata_network_relation(network, tie)->symmetric;
    for (guint way = 0; way < 2; way++) {
      const guint from = way == 0 ? tie->from : tie->to, to = way == 0 ? tie->to : tie->from;
      if (!symmetric && !(way == 0 ? step->along : step->against))
        continue;
      if (left[from])
        add_edge(edges, before + from, behind + to);
      if (step->repeated)
        add_edge(edges, behind + from, behind + to);
    }
  }
}

void
chain_graph(const Chain *chain, const RelataNetwork *network, igraph_t *graph)
{
  const guint n = network->n_actors;
  igraph_vector_int_t edges;
  igraph_vector_int_init(&edges, 0);
  for (guint i = 0; i < chain->n_steps; i++)
    add_step(network, &chain->steps[i], i * n, (i + 1) * n, &edges);
  igraph_create(graph, &edges, (igraph_integer_t)(chain->n_steps + 1) * n, IGRAPH_DIRECTED);
  igraph_vector_int_destroy(&edges);
}

/* Of a path that igraph found; it gives no edges where there is none. */
static double
value(const igraph_vector_int_t *edges, IgraphAim aim, const igraph_vector_t *weights)
{
  const igraph_integer_t n = igraph_vector_int_size(edges);
  if (n == 0)
    return NAN;
  if (aim == IGRAPH_SHORTEST)
    return (double)n;
  double value = aim == IGRAPH_WIDEST ? HUGE_VAL : 0;
  for (igraph_integer_t i = 0; i < n; i++) {
    const double weight = VECTOR(*weights)[VECTOR(*edges)[i]];
    value = aim == IGRAPH_WIDEST ? MIN(value, weight) : value + weight;
  }
  return value;
}

double
igraph_best(const igraph_t *graph, IgraphAim aim, guint from, guint to, igraph_neimode_t mode,
            const igraph_vector_t *weights)
{
  igraph_vector_int_t edges;
  igraph_vector_int_init(&edges, 0);
  if (aim == IGRAPH_WIDEST)
    WIDEST(graph, &edges, from, to, weights, mode);
  else if (aim == IGRAPH_LIGHTEST)
    LIGHTEST(graph, &edges, from, to, weights, mode);
  else
    SHORTEST(graph, &edges, from, to, mode);
  const double best = value(&edges, aim, weights);
  igraph_vector_int_destroy(&edges);
  return best;
}
