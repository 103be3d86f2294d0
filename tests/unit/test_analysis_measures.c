/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the table of measures says of each is so: what it ignores changes nothing, everything else does. And
 * the orders: the best first, or turned, equals by id in both. */
#include "analysis/centrality.h"
#include "small_corpus.h"

#define N_WORLDS 40
#define MOST     8 /* actors */

/* The same random claims, told in several ways. */
typedef struct {
  gboolean turned;  /* the other way round */
  gboolean doubled; /* each tie has a parallel one */
  gboolean single;  /* only the first tie has */
  gboolean looped;  /* the first actor has a tie with itself */
} Telling;

static RelataNetwork *
tell(RelataCorpus *corpus, guint32 seed, const Telling *telling)
{
  static const char *const types[] = {"likes", "hits"}, *const parallel[] = {"likes-too", "hits-too"};
  g_autoptr(GRand) random = g_rand_new_with_seed(seed);
  const gint n = g_rand_int_range(random, 4, MOST + 1), n_claims = g_rand_int_range(random, n, 3 * n);
  for (gint i = 0; i < n; i++) {
    const char id[] = {(char)('a' + i), '\0'};
    small_actor(corpus, id);
  }
  for (gint i = 0; i < n_claims; i++) {
    const gint a = g_rand_int_range(random, 0, n), b = (a + g_rand_int_range(random, 1, n)) % n;
    const gint type = g_rand_int_range(random, 0, 2);
    const char from[] = {(char)('a' + (telling->turned ? b : a)), '\0'},
               to[] = {(char)('a' + (telling->turned ? a : b)), '\0'};
    small_claim(corpus, from, types[type], to, "d");
    if (telling->doubled || (telling->single && i == 0))
      small_claim(corpus, from, parallel[type], to, "d");
  }
  if (telling->looped)
    small_claim(corpus, "a", "hits", "a", "d");
  return small_network(corpus);
}

static double *
scores_of(const RelataNetwork *network, const RelataMeasureInfo *measure)
{
  g_autoptr(GError) error = NULL;
  double *scores = relata_centrality(network, measure, &error);
  g_assert_no_error(error);
  return scores;
}

/* Returns in how many of the worlds the telling changes the scores. */
static guint
count_changed(const RelataMeasureInfo *measure, const Telling *telling)
{
  guint n = 0;
  for (guint32 seed = 0; seed < N_WORLDS; seed++) {
    g_autoptr(RelataCorpus) plain_corpus = relata_corpus_new(), told_corpus = relata_corpus_new();
    g_autoptr(RelataNetwork) plain = tell(plain_corpus, seed, &(Telling){.turned = FALSE});
    g_autoptr(RelataNetwork) told = tell(told_corpus, seed, telling);
    g_autofree double *before = scores_of(plain, measure), *after = scores_of(told, measure);
    gboolean same = TRUE;
    for (guint i = 0; i < plain->n_actors; i++)
      same = same && fabs(before[i] - after[i]) < 1e-7;
    n += same ? 0 : 1;
  }
  return n;
}

static void
test_ignored(void)
{
  for (const RelataMeasureInfo *measure = relata_measures; measure->name != NULL; measure++) {
    g_test_message("%s", measure->name);
    const guint by_turning = count_changed(measure, &(Telling){.turned = TRUE});
    const guint by_one = count_changed(measure, &(Telling){.single = TRUE});
    const guint by_loop = count_changed(measure, &(Telling){.looped = TRUE});
    g_assert_cmpint(by_loop > 0, ==, measure->loops != RELATA_LOOPS_IGNORED);
    const guint by_all = count_changed(measure, &(Telling){.doubled = TRUE});
    g_assert_cmpint(by_turning > 0, ==, measure->directed);
    g_assert_cmpint(by_one > 0, ==, measure->parallel != RELATA_TIES_AS_ONE);
    /* Where the number of ties is a weight, only its share counts. */
    g_assert_cmpint(by_all > 0, ==, measure->parallel == RELATA_TIES_EACH);
  }
}

/* What counts ties counts a loop so often as the table says, whether it has a direction or not. */
static void
test_loops(void)
{
  static const char *const types[] = {"hits", "with-himself"};
  for (guint i = 0; i < G_N_ELEMENTS(types); i++) {
    g_autoptr(RelataCorpus) corpus = relata_corpus_new();
    small_claim(corpus, "a", types[i], "a", "d");
    small_claim(corpus, "b", types[i], "b", "d");
    small_claim(corpus, "b", types[i], "b", "e");
    g_autoptr(RelataNetwork) network = small_network(corpus);
    g_assert_cmpuint(network->n_ties, ==, 2);
    for (const RelataMeasureInfo *measure = relata_measures; measure->name != NULL; measure++) {
      g_autofree double *scores = scores_of(network, measure);
      if (measure->parallel == RELATA_TIES_EACH && !g_str_equal(measure->name, "strength"))
        g_assert_cmpfloat(scores[0], ==, measure->loops == RELATA_LOOPS_TWICE ? 2 : 1);
      if (g_str_equal(measure->name, "strength"))
        g_assert_cmpfloat(scores[1], ==, 4);
      if (g_str_equal(measure->name, "pagerank"))
        g_assert_cmpfloat(scores[0], ==, 0.5);
    }
  }
}

static void
test_words(void)
{
  static const struct {
    const char *name, *ignores, *parallel, *best, *loops;
  } expected[] = {{"degree", "direction", "each", "highest", "twice"},
                  {"in-degree", "nothing", "each", "highest", "once"},
                  {"betweenness", "direction, parallel ties", "as one", "highest", "ignored"},
                  {"pagerank", "nothing", "weigh", "highest", "once"},
                  {"constraint", "direction", "weigh", "lowest", "ignored"}};
  for (guint i = 0; i < G_N_ELEMENTS(expected); i++) {
    const RelataMeasureInfo *measure = relata_measure_find(expected[i].name, NULL);
    g_assert_cmpstr(relata_measure_ignores(measure), ==, expected[i].ignores);
    g_assert_cmpstr(relata_parallel_ties_name(measure->parallel), ==, expected[i].parallel);
    g_assert_cmpstr(relata_measure_superlative(measure), ==, expected[i].best);
    g_assert_cmpstr(relata_loops_name(measure->loops), ==, expected[i].loops);
  }
}

/* The highest of what is divided by the highest is 1, and so on; what is divided by nothing is a count, or
 * Burt's sum. On a star, of whose n actors one is tied to all others. */
static void
test_divisors(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  for (char id[] = "a"; id[0] < 'h'; id[0]++)
    small_claim(corpus, id, "hits", "z", "d");
  g_autoptr(RelataNetwork) network = small_network(corpus);
  const guint n = network->n_actors, centre = small_vertex(network, "z");
  for (const RelataMeasureInfo *measure = relata_measures; measure->name != NULL; measure++) {
    g_test_message("%s", measure->name);
    g_autofree double *scores = scores_of(network, measure);
    double highest = 0, sum = 0;
    for (guint i = 0; i < n; i++) {
      highest = MAX(highest, scores[i]);
      sum += scores[i];
    }
    if (g_strcmp0(measure->divisor, "the highest") == 0)
      g_assert_cmpfloat(highest, ==, 1);
    else if (g_strcmp0(measure->divisor, "the sum of all") == 0)
      g_assert_cmpfloat_with_epsilon(sum, 1, 1e-9);
    else if (measure->divisor != NULL) /* the centre has all that can be had */
      g_assert_cmpfloat_with_epsilon(scores[centre], 1, 1e-12);
    else
      g_assert_true(measure->integer || g_str_equal(measure->name, "constraint"));
  }
}

static void
assert_ordered(const double *scores, const guint *order, guint n, gboolean least_first)
{
  for (guint i = 1; i < n; i++) {
    const double one = scores[order[i - 1]], other = scores[order[i]];
    g_assert_true(least_first ? one <= other : one >= other);
    if (!(one < other) && !(one > other))
      g_assert_cmpuint(order[i - 1], <, order[i]);
  }
}

static void
test_orders(void)
{
  for (guint32 seed = 0; seed < N_WORLDS; seed++) {
    g_autoptr(RelataCorpus) corpus = relata_corpus_new();
    g_autoptr(RelataNetwork) network = tell(corpus, seed, &(Telling){.turned = FALSE});
    for (const RelataMeasureInfo *measure = relata_measures; measure->name != NULL; measure++) {
      g_autofree double *scores = scores_of(network, measure);
      g_autofree double *prominence = relata_centrality_prominence(network, measure, NULL);
      g_autofree guint *down = relata_centrality_order(network, scores, FALSE);
      g_autofree guint *up = relata_centrality_order(network, scores, TRUE);
      g_autofree guint *best = relata_centrality_order(network, prominence, FALSE);
      assert_ordered(scores, down, network->n_actors, FALSE);
      assert_ordered(scores, up, network->n_actors, TRUE);
      for (guint i = 0; i < network->n_actors; i++) {
        g_assert_cmpuint(best[i], ==, (measure->less_is_better ? up : down)[i]);
        g_assert_true(prominence[i] >= scores[up[0]] - 1e-9 && prominence[i] <= scores[down[0]] + 1e-9);
      }
    }
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/analysis/measures/ignored", test_ignored);
  g_test_add_func("/analysis/measures/loops", test_loops);
  g_test_add_func("/analysis/measures/words", test_words);
  g_test_add_func("/analysis/measures/divisors", test_divisors);
  g_test_add_func("/analysis/measures/orders", test_orders);
  return g_test_run();
}
