/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A network as igraph graphs, and their pairs against a count of all ties. */
#include "many.h"
#include "network/graph.h"
#include "small_corpus.h"

#define N_CASES many(25)

static RelataNetwork *
random_network(GRand *random, RelataCorpus *corpus)
{
  static const char *const actors[] = {"a", "b", "c", "d", "e", "f", "g"};
  static const char *const types[] = {"likes", "hits", "with-talks", "with-trades"};
  small_actor(corpus, "a");
  for (gint n = g_rand_int_range(random, 0, 25); n > 0; n--)
    small_claim(corpus, actors[g_rand_int_range(random, 0, 7)], types[g_rand_int_range(random, 0, 4)],
                actors[g_rand_int_range(random, 0, 7)], "d");
  return small_network(corpus);
}

static guint
count_ties(const RelataNetwork *network, guint from, guint to, gboolean directed)
{
  guint n = 0;
  for (guint i = 0; i < network->n_ties; i++) {
    const RelataTie *tie = &network->ties[i];
    const gboolean both = !directed || relata_network_relation(network, tie)->symmetric;
    n += (tie->from == from && tie->to == to) || (both && tie->from == to && tie->to == from) ? 1 : 0;
  }
  return n;
}

static void
check_simple(const RelataNetwork *network, gboolean directed)
{
  const RelataSimple *simple = relata_network_simple(network, directed, NULL);
  guint at = 0;
  g_assert_true(relata_network_simple(network, directed, NULL) == simple);
  for (guint from = 0; from < network->n_actors; from++)
    for (guint to = directed ? 0 : from + 1; to < network->n_actors; to++) {
      const guint weight = count_ties(network, from, to, directed);
      if (weight == 0)
        continue;
      g_assert_cmpuint(at, <, simple->pairs->len);
      const RelataPair *pair = &g_array_index(simple->pairs, RelataPair, at);
      g_assert_cmpuint(pair->from, ==, from);
      g_assert_cmpuint(pair->to, ==, to);
      g_assert_cmpuint(pair->weight, ==, weight);
      g_assert_cmpfloat(VECTOR(simple->weights)[at], ==, weight);
      g_assert_cmpint((int)IGRAPH_FROM(&simple->graph, at), ==, directed ? from : MAX(from, to));
      g_assert_cmpint((int)IGRAPH_TO(&simple->graph, at), ==, directed ? to : MIN(from, to));
      at++;
    }
  g_assert_cmpuint(at, ==, simple->pairs->len);
  g_assert_cmpint((int)igraph_ecount(&simple->graph), ==, at);
  g_assert_cmpint((int)igraph_vcount(&simple->graph), ==, network->n_actors);
  g_assert_true(igraph_is_directed(&simple->graph) == directed);
}

static void
test_random(void)
{
  for (guint32 seed = 1; seed <= N_CASES; seed++) {
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    g_autoptr(RelataCorpus) corpus = relata_corpus_new();
    g_autoptr(RelataNetwork) network = random_network(random, corpus);
    const igraph_t *graph = relata_network_graph(network, NULL);
    g_assert_true(relata_network_graph(network, NULL) == graph);
    g_assert_cmpint((int)igraph_vcount(graph), ==, network->n_actors);
    g_assert_cmpint((int)igraph_ecount(graph), ==, network->n_ties);
    for (guint i = 0; i < network->n_ties; i++) {
      g_assert_cmpint((int)IGRAPH_FROM(graph, i), ==, network->ties[i].from);
      g_assert_cmpint((int)IGRAPH_TO(graph, i), ==, network->ties[i].to);
    }
    check_simple(network, FALSE);
    check_simple(network, TRUE);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/network/graph/random", test_random);
  return g_test_run();
}
