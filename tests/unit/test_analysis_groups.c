/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which actors belong together, and which ties are strong: backbone, communities, sides. */
#include "analysis/backbone.h"
#include "analysis/communities.h"
#include "analysis/dyads.h"
#include "analysis/sides.h"
#include "small_corpus.h"

#include <math.h>

/* A claim from each of n documents: a tie of corroboration n. */
static void
tie(RelataCorpus *corpus, const char *from, const char *type, const char *to, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *document = g_strdup_printf("d%u", i);
    small_claim(corpus, from, type, to, document);
  }
}

static void
tie_numbers(RelataCorpus *corpus, guint from, const char *type, guint to, guint n)
{
  g_autofree char *a = g_strdup_printf("a%02u", from), *b = g_strdup_printf("a%02u", to);
  tie(corpus, a, type, b, n);
}

static const RelataTie *
find_tie(const RelataNetwork *network, const char *from, const char *to, guint *edge)
{
  for (guint i = 0; i < network->n_ties; i++)
    if (network->ties[i].from == small_vertex(network, from) &&
        network->ties[i].to == small_vertex(network, to)) {
      *edge = i;
      return &network->ties[i];
    }
  g_assert_not_reached();
}

static double
level(const RelataNetwork *network, const double *levels, const char *from, const char *to)
{
  guint edge;
  find_tie(network, from, to, &edge);
  return levels[edge];
}

/* ── Backbone ────────────────────────────────────────────────────────────────────────────── */

/* By hand: a hub of weights 7, 1, 1, 1 has p = 0.7 and α = 0.3³ = 0.027 for the first, 0.9³ = 0.729 for the
 * others; the leaves, of degree one, have nothing to say. */
static void
test_backbone_star(void)
{
  RelataCorpus *corpus = relata_corpus_new();
  tie(corpus, "hub", "meets", "one", 4);
  tie(corpus, "one", "calls", "hub", 3); /* the other way round, of another type: the same dyad */
  tie(corpus, "hub", "meets", "two", 1);
  tie(corpus, "three", "meets", "hub", 1);
  tie(corpus, "hub", "meets", "four", 1);
  tie(corpus, "lone", "meets", "pair", 9);
  g_autoptr(RelataNetwork) network = small_network(corpus);
  g_autofree double *levels = relata_backbone(network, NULL);
  g_assert_cmpfloat_with_epsilon(level(network, levels, "hub", "one"), 0.027, 1e-12);
  g_assert_cmpfloat_with_epsilon(level(network, levels, "one", "hub"), 0.027, 1e-12);
  g_assert_cmpfloat_with_epsilon(level(network, levels, "hub", "two"), 0.729, 1e-12);
  g_assert_cmpfloat_with_epsilon(level(network, levels, "three", "hub"), 0.729, 1e-12);
  g_assert_cmpfloat(level(network, levels, "lone", "pair"), ==, 1); /* no chance to compare with */
  relata_corpus_free(corpus);
}

/* Without a tie its dyad is weaker, and of two dyads one is as likely as the other. */
static void
test_backbone_of_some_ties(void)
{
  RelataCorpus *corpus = relata_corpus_new();
  tie(corpus, "hub", "meets", "one", 2);
  tie(corpus, "one", "calls", "hub", 5);
  tie(corpus, "hub", "meets", "two", 2);
  g_autoptr(RelataNetwork) network = small_network(corpus);
  g_autofree gboolean *ties = g_new0(gboolean, network->n_ties);
  guint meets_one, meets_two, calls;
  find_tie(network, "hub", "one", &meets_one);
  find_tie(network, "hub", "two", &meets_two);
  find_tie(network, "one", "hub", &calls);
  ties[meets_one] = ties[meets_two] = TRUE;
  g_autofree double *levels = relata_backbone(network, ties);
  g_assert_cmpfloat_with_epsilon(levels[meets_one], 0.5, 1e-12);
  g_assert_cmpfloat_with_epsilon(levels[meets_two], 0.5, 1e-12);
  g_assert_cmpfloat(levels[calls], ==, 1);
  relata_corpus_free(corpus);
}

static guint
draw_below(GRand *random, guint n)
{
  return (guint)g_rand_int_range(random, 0, (int)n);
}

static void
make_random(RelataCorpus *corpus, GRand *random, guint n_actors, guint n_ties)
{
  static const char *const types[] = {"meets", "with-kin", "calls"};
  for (guint i = 0; i < n_ties; i++) {
    const guint from = draw_below(random, n_actors), to = draw_below(random, n_actors);
    if (from != to)
      tie_numbers(corpus, from, types[draw_below(random, 3)], to, 1 + draw_below(random, 6));
  }
}

/* The definition, from a matrix of weights: α = 1 − (k − 1) ∫₀ᵖ (1 − x)^(k − 2) dx, the integral by Simpson's
 * rule. */
static double
integrate(guint degree, double share)
{
  const guint steps = 2000;
  double sum = 0;
  if (degree < 2)
    return 1;
  for (guint i = 0; i <= steps; i++) {
    const double x = share * i / steps, weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
    sum += weight * pow(1 - x, degree - 2.0);
  }
  return 1 - (degree - 1) * sum * share / steps / 3;
}

static void
test_backbone_random(void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(42);
  for (guint round = 0; round < 20; round++) {
    RelataCorpus *corpus = relata_corpus_new();
    make_random(corpus, random, 9, 30);
    g_autoptr(RelataNetwork) network = small_network(corpus);
    g_autofree double *levels = relata_backbone(network, NULL);
    double weights[9][9] = {{0}};
    for (guint i = 0; i < network->n_ties; i++) {
      const RelataTie *one = &network->ties[i];
      weights[one->from][one->to] += one->corroboration;
      weights[one->to][one->from] += one->corroboration;
    }
    for (guint i = 0; i < network->n_ties; i++) {
      const guint ends[] = {network->ties[i].from, network->ties[i].to};
      double least = 1;
      for (guint end = 0; end < 2; end++) {
        double strength = 0;
        guint degree = 0;
        for (guint j = 0; j < network->n_actors; j++) {
          strength += weights[ends[end]][j];
          degree += weights[ends[end]][j] > 0;
        }
        least = MIN(least, integrate(degree, weights[ends[end]][ends[1 - end]] / strength));
      }
      g_assert_cmpfloat_with_epsilon(levels[i], least, 1e-6);
    }
    relata_corpus_free(corpus);
  }
}

/* ── Communities ─────────────────────────────────────────────────────────────────────────── */

static void
test_two_cliques(void)
{
  RelataCorpus *corpus = relata_corpus_new();
  for (guint i = 0; i < 9; i++)
    for (guint j = 0; j < i; j++)
      if ((i < 5) == (j < 5))
        tie_numbers(corpus, i, "meets", j, 1);
  tie_numbers(corpus, 0, "attacks", 8, 1);
  small_actor(corpus, "loner");
  g_autoptr(RelataNetwork) network = small_network(corpus);
  g_autoptr(GError) error = NULL;
  double modularity;
  g_autoptr(RelataPartition) found = relata_communities(network, NULL, &modularity, &error);
  g_assert_no_error(error);
  g_assert_cmpuint(found->n_groups, ==, 2);
  g_assert_cmpuint(found->sizes[0], ==, 5); /* the largest first */
  g_assert_cmpuint(found->sizes[1], ==, 4);
  for (guint i = 0; i < 9; i++)
    g_assert_cmpuint(found->of[i], ==, i < 5 ? 0 : 1);
  g_assert_cmpuint(found->of[small_vertex(network, "loner")], ==, RELATA_NONE);
  /* 17 ties, of which 16 within; the ends are 21 and 13 */
  g_assert_cmpfloat_with_epsilon(modularity, 16 / 17.0 - (21 * 21 + 13 * 13) / (34.0 * 34), 1e-9);
  relata_corpus_free(corpus);
}

/* Zachary 1977, "An information flow model for conflict and fission in small groups". */
static const guint8 karate[][2] = {
    /* clang-format off */
    {1, 2}, {1, 3}, {1, 4}, {1, 5}, {1, 6}, {1, 7}, {1, 8}, {1, 9}, {1, 11}, {1, 12}, {1, 13}, {1, 14},
    {1, 18}, {1, 20}, {1, 22}, {1, 32}, {2, 3}, {2, 4}, {2, 8}, {2, 14}, {2, 18}, {2, 20}, {2, 22}, {2, 31},
    {3, 4}, {3, 8}, {3, 9}, {3, 10}, {3, 14}, {3, 28}, {3, 29}, {3, 33}, {4, 8}, {4, 13}, {4, 14}, {5, 7},
    {5, 11}, {6, 7}, {6, 11}, {6, 17}, {7, 17}, {9, 31}, {9, 33}, {9, 34}, {10, 34}, {14, 34}, {15, 33},
    {15, 34}, {16, 33}, {16, 34}, {19, 33}, {19, 34}, {20, 34}, {21, 33}, {21, 34}, {23, 33}, {23, 34},
    {24, 26}, {24, 28}, {24, 30}, {24, 33}, {24, 34}, {25, 26}, {25, 28}, {25, 32}, {26, 32}, {27, 30},
    {27, 34}, {28, 34}, {29, 32}, {29, 34}, {30, 33}, {30, 34}, {31, 33}, {31, 34}, {32, 33}, {32, 34},
    {33, 34}, /* clang-format on */
};

/* Its greatest modularity is known: 0.4198, with four communities (Brandes et al. 2008, "On modularity
 * clustering", table 1). */
static void
test_karate_club(void)
{
  RelataCorpus *corpus = relata_corpus_new();
  for (guint i = 0; i < G_N_ELEMENTS(karate); i++)
    tie_numbers(corpus, karate[i][0], "meets", karate[i][1], 1);
  g_autoptr(RelataNetwork) network = small_network(corpus);
  g_assert_cmpuint(network->n_ties, ==, 78);
  double modularity, again;
  g_autoptr(RelataPartition) found = relata_communities(network, NULL, &modularity, NULL);
  g_assert_cmpuint(found->n_groups, ==, 4);
  g_assert_cmpfloat_with_epsilon(modularity, 0.4198, 5e-5);
  g_autoptr(RelataPartition) same = relata_communities(network, NULL, &again, NULL);
  g_assert_true(memcmp(found->of, same->of, network->n_actors * sizeof *found->of) == 0);
  g_assert_cmpfloat(again, ==, modularity);
  relata_corpus_free(corpus);
}

/* What many sources say binds more: a ring of five that breaks where its ties are weak. */
static void
test_communities_by_weight(void)
{
  RelataCorpus *corpus = relata_corpus_new();
  tie(corpus, "a", "meets", "b", 1);
  tie(corpus, "c", "meets", "d", 1);
  tie(corpus, "b", "meets", "c", 9);
  tie(corpus, "d", "meets", "e", 9);
  tie(corpus, "e", "meets", "a", 1);
  g_autoptr(RelataNetwork) network = small_network(corpus);
  g_autoptr(RelataPartition) found = relata_communities(network, NULL, NULL, NULL);
  g_assert_cmpuint(found->of[small_vertex(network, "b")], ==, found->of[small_vertex(network, "c")]);
  g_assert_cmpuint(found->of[small_vertex(network, "d")], ==, found->of[small_vertex(network, "e")]);
  g_assert_cmpuint(found->of[small_vertex(network, "a")], !=, RELATA_NONE);
  relata_corpus_free(corpus);
}

static void
test_no_ties(void)
{
  RelataCorpus *corpus = relata_corpus_new();
  small_actor(corpus, "a");
  small_actor(corpus, "b");
  g_autoptr(RelataNetwork) network = small_network(corpus);
  double modularity;
  guint64 frustration;
  gboolean exact;
  g_autoptr(RelataPartition) communities = relata_communities(network, NULL, &modularity, NULL);
  g_autoptr(RelataPartition) sides = relata_sides(network, NULL, &frustration, &exact);
  g_autofree double *levels = relata_backbone(network, NULL);
  g_assert_nonnull(levels);
  g_assert_cmpuint(communities->n_groups, ==, 0);
  g_assert_cmpuint(sides->n_groups, ==, 0);
  g_assert_cmpfloat(modularity, ==, 0);
  g_assert_cmpuint(frustration, ==, 0);
  g_assert_true(exact);
  relata_corpus_free(corpus);
}

/* ── Sides ───────────────────────────────────────────────────────────────────────────────── */

/* Two friends against two friends, a neutral observer, and one whom everybody fights. */
static void
test_sides(void)
{
  RelataCorpus *corpus = relata_corpus_new();
  RelataSchema *schema = relata_corpus_schema(corpus);
  const char *const both[] = {"a", "b", "c", "d"};
  relata_schema_declare_relation_type(schema, "attacks", SMALL_NOWHERE)->sign = -1;
  relata_schema_declare_relation_type(schema, "supports", SMALL_NOWHERE)->sign = 1;
  tie(corpus, "a", "supports", "b", 1);
  tie(corpus, "d", "supports", "c", 1);
  tie(corpus, "a", "attacks", "c", 1);
  tie(corpus, "c", "attacks", "b", 1);
  tie(corpus, "b", "supports", "d", 1); /* against the rest: weaker than … */
  tie(corpus, "d", "attacks", "b", 3);  /* … this */
  for (guint i = 0; i < 4; i++) {
    tie(corpus, "outcast", "attacks", both[i], 1);
    tie(corpus, "observer", "reports-on", both[i], 1);
  }
  g_autoptr(RelataNetwork) network = small_network(corpus);
  guint64 frustration;
  gboolean exact;
  g_autoptr(RelataPartition) found = relata_sides(network, NULL, &frustration, &exact);
  g_assert_true(exact);
  g_assert_cmpuint(frustration, ==, 1);
  g_assert_cmpuint(found->n_groups, ==, 3);
  g_assert_cmpuint(found->of[small_vertex(network, "a")], ==, found->of[small_vertex(network, "b")]);
  g_assert_cmpuint(found->of[small_vertex(network, "c")], ==, found->of[small_vertex(network, "d")]);
  g_assert_cmpuint(found->of[small_vertex(network, "a")], !=, found->of[small_vertex(network, "c")]);
  g_assert_cmpuint(found->of[small_vertex(network, "outcast")], ==, 2);
  g_assert_cmpuint(found->of[small_vertex(network, "observer")], ==, RELATA_NONE);
  relata_corpus_free(corpus);
}

/* Two who are attacked by a third are not thereby on one side. */
static void
test_enemies_of_an_enemy(void)
{
  RelataCorpus *corpus = relata_corpus_new();
  relata_schema_declare_relation_type(relata_corpus_schema(corpus), "attacks", SMALL_NOWHERE)->sign = -1;
  tie(corpus, "a", "attacks", "b", 1);
  tie(corpus, "a", "attacks", "c", 1);
  tie(corpus, "b", "meets", "c", 1);
  g_autoptr(RelataNetwork) network = small_network(corpus);
  g_autoptr(RelataPartition) found = relata_sides(network, NULL, NULL, NULL);
  g_assert_cmpuint(found->n_groups, ==, 3);
  relata_corpus_free(corpus);
}

static gint64
weight_within(const GArray *pairs, const guint *labels)
{
  gint64 sum = 0;
  for (guint i = 0; i < pairs->len; i++) {
    const RelataSignedPair *pair = &g_array_index(pairs, RelataSignedPair, i);
    sum += labels[pair->low] == labels[pair->high] ? pair->weight : 0;
  }
  return sum;
}

/* Every partition of n vertices, as restricted growth strings. */
static gint64
best_of_all(guint n, const GArray *pairs, guint place, guint n_sides, guint *labels)
{
  if (place == n)
    return weight_within(pairs, labels);
  gint64 best = G_MININT64;
  for (guint side = 0; side <= n_sides; side++) {
    labels[place] = side;
    best = MAX(best, best_of_all(n, pairs, place + 1, MAX(n_sides, side + 1), labels));
  }
  return best;
}

static GArray *
random_pairs(GRand *random, guint n, double density, int most)
{
  GArray *pairs = g_array_new(FALSE, FALSE, sizeof(RelataSignedPair));
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++) {
      const RelataSignedPair pair = {i, j, g_rand_int_range(random, -most, most + 1)};
      if (g_rand_double(random) < density)
        g_array_append_val(pairs, pair);
    }
  return pairs;
}

static void
test_sides_against_all_partitions(void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(7);
  for (guint round = 0; round < 150; round++) {
    const guint n = 2 + round % 7;
    g_autoptr(GArray) pairs = random_pairs(random, n, 0.3 + 0.1 * (round % 6), 1 + (int)(round % 4));
    guint labels[8], scratch[8];
    const gint64 best = best_of_all(n, pairs, 0, 0, scratch);
    g_assert_true(relata_sides_solve(n, pairs, RELATA_SIDES_EXACT, labels));
    g_assert_cmpint(weight_within(pairs, labels), ==, best);
    relata_sides_solve(n, pairs, 0, labels); /* the local search alone finds as good a one here */
    g_assert_cmpint(weight_within(pairs, labels), ==, best);
  }
}

/* A large network that is balanced but for the noise: no worse than the camps that it was made of. */
static void
test_sides_of_many(void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(11);
  enum { N = 600 };
  g_autofree guint *camps = g_new(guint, N), *labels = g_new(guint, N), *again = g_new(guint, N);
  g_autoptr(GArray) pairs = g_array_new(FALSE, FALSE, sizeof(RelataSignedPair));
  for (guint i = 0; i < N; i++)
    camps[i] = draw_below(random, 4);
  for (guint i = 0; i < N; i++)
    for (guint j = i + 1; j < N; j++) {
      const gboolean noise = g_rand_double(random) < 0.1;
      const RelataSignedPair pair = {i, j, (camps[i] == camps[j]) != noise ? 1 : -1};
      if (g_rand_double(random) < 0.03)
        g_array_append_val(pairs, pair);
    }
  g_assert_false(relata_sides_solve(N, pairs, RELATA_SIDES_EXACT, labels));
  relata_sides_solve(N, pairs, RELATA_SIDES_EXACT, again);
  g_assert_true(memcmp(labels, again, N * sizeof *labels) == 0);
  g_assert_cmpint(weight_within(pairs, labels), >=, weight_within(pairs, camps));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/backbone/star", test_backbone_star);
  g_test_add_func("/backbone/some-ties", test_backbone_of_some_ties);
  g_test_add_func("/backbone/random", test_backbone_random);
  g_test_add_func("/communities/two-cliques", test_two_cliques);
  g_test_add_func("/communities/karate-club", test_karate_club);
  g_test_add_func("/communities/weight", test_communities_by_weight);
  g_test_add_func("/no-ties", test_no_ties);
  g_test_add_func("/sides/camps", test_sides);
  g_test_add_func("/sides/enemies-of-an-enemy", test_enemies_of_an_enemy);
  g_test_add_func("/sides/all-partitions", test_sides_against_all_partitions);
  g_test_add_func("/sides/many", test_sides_of_many);
  return g_test_run();
}
