/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Centralities against published numbers, against brute force on random multigraphs written from the
 * definitions, and on the networks where definitions leave a choice. */
#include "analysis/centrality.h"
#include "many.h"
#include "small_corpus.h"
#include "text/error.h"

#define MOST 8 /* actors of a random network */

static double *
scores_of(const RelataNetwork *network, const char *name)
{
  g_autoptr(GError) error = NULL;
  const RelataMeasureInfo *measure = relata_measure_find(name, &error);
  g_assert_no_error(error);
  double *scores = relata_centrality(network, measure, &error);
  g_assert_no_error(error);
  g_assert_nonnull(scores);
  return scores;
}

static double
score_of(const RelataNetwork *network, const char *name, const char *actor)
{
  g_autofree double *scores = scores_of(network, name);
  return scores[small_vertex(network, actor)];
}

static RelataNetwork *
florentine(RelataCorpus *corpus)
{
  static const char *const marriages[][2] = {
      {"acciaiuoli", "medici"},   {"albizzi", "ginori"},       {"albizzi", "guadagni"},
      {"albizzi", "medici"},      {"barbadori", "castellani"}, {"barbadori", "medici"},
      {"bischeri", "guadagni"},   {"bischeri", "peruzzi"},     {"bischeri", "strozzi"},
      {"castellani", "peruzzi"},  {"castellani", "strozzi"},   {"guadagni", "lamberteschi"},
      {"guadagni", "tornabuoni"}, {"medici", "ridolfi"},       {"medici", "salviati"},
      {"medici", "tornabuoni"},   {"pazzi", "salviati"},       {"peruzzi", "strozzi"},
      {"ridolfi", "strozzi"},     {"ridolfi", "tornabuoni"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(marriages); i++)
    small_claim(corpus, marriages[i][0], "with-marriage", marriages[i][1], "padgett-ansell-1993");
  return small_network(corpus);
}

/* Jackson, Social and Economic Networks (2008), section 2.2.4, has three decimals. */
static void
test_florentine(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  g_autoptr(RelataNetwork) network = florentine(corpus);
  g_assert_cmpuint(network->n_actors, ==, 15);
  g_assert_cmpuint(network->n_ties, ==, 20);
  g_assert_cmpfloat_with_epsilon(score_of(network, "betweenness", "medici"), 0.522, 0.0005);
  g_assert_cmpfloat_with_epsilon(score_of(network, "betweenness", "guadagni"), 0.255, 0.0005);
  g_assert_cmpfloat_with_epsilon(score_of(network, "betweenness", "albizzi"), 0.212, 0.0005);
  g_assert_cmpfloat(score_of(network, "betweenness", "pazzi"), ==, 0);
  g_assert_cmpfloat(score_of(network, "degree", "medici"), ==, 6);
  g_assert_cmpfloat(score_of(network, "in-degree", "medici"), ==, 6);
  g_assert_cmpfloat(score_of(network, "out-degree", "medici"), ==, 6);
  g_assert_cmpfloat_with_epsilon(score_of(network, "closeness", "medici"), 14.0 / 25, 1e-12);
  g_assert_cmpfloat(score_of(network, "eigenvector", "medici"), ==, 1);
  g_assert_cmpfloat(score_of(network, "coreness", "strozzi"), ==, 2);

  g_autofree double *betweenness = scores_of(network, "betweenness");
  g_autofree guint *order = relata_centrality_order(network, betweenness, FALSE);
  g_assert_cmpuint(order[0], ==, small_vertex(network, "medici"));
  g_assert_cmpuint(order[1], ==, small_vertex(network, "guadagni"));
  for (guint i = 1; i < network->n_actors; i++)
    g_assert_true(betweenness[order[i - 1]] > betweenness[order[i]] ||
                  (betweenness[order[i - 1]] == betweenness[order[i]] && order[i - 1] < order[i]));
}

/* ── Brute force ─────────────────────────────────────────────────────────────────────────── */

typedef struct {
  guint n;
  double undirected[MOST][MOST], directed[MOST][MOST]; /* numbers of ties */
  double origins[MOST];
  double distance[MOST][MOST], ways[MOST][MOST];
} Truth;

static void
truth_distances(Truth *truth)
{
  for (guint s = 0; s < truth->n; s++) {
    for (guint t = 0; t < truth->n; t++) {
      truth->distance[s][t] = s == t ? 0 : truth->undirected[s][t] > 0 ? 1 : INFINITY;
      truth->ways[s][t] = s == t;
    }
  }
  for (guint m = 0; m < truth->n; m++)
    for (guint s = 0; s < truth->n; s++)
      for (guint t = 0; t < truth->n; t++)
        truth->distance[s][t] = MIN(truth->distance[s][t], truth->distance[s][m] + truth->distance[m][t]);
  for (guint d = 1; d < truth->n; d++)
    for (guint s = 0; s < truth->n; s++)
      for (guint t = 0; t < truth->n; t++)
        for (guint u = 0; truth->distance[s][t] == d && u < truth->n; u++)
          if (truth->undirected[u][t] > 0 && truth->distance[s][u] == d - 1)
            truth->ways[s][t] += truth->ways[s][u];
}

static double
truth_betweenness(const Truth *truth, guint v)
{
  double sum = 0, n = truth->n;
  for (guint s = 0; s < truth->n; s++)
    for (guint t = s + 1; t < truth->n; t++)
      if (s != v && t != v && isfinite(truth->distance[s][t]) &&
          truth->distance[s][v] + truth->distance[v][t] == truth->distance[s][t])
        sum += truth->ways[s][v] * truth->ways[v][t] / truth->ways[s][t];
  return n > 2 ? sum / ((n - 1) * (n - 2) / 2) : 0;
}

static double
truth_closeness(const Truth *truth, guint v)
{
  double reached = 0, sum = 0;
  for (guint t = 0; t < truth->n; t++) {
    if (t != v && isfinite(truth->distance[v][t])) {
      reached++;
      sum += truth->distance[v][t];
    }
  }
  return reached > 0 ? reached / sum * reached / (truth->n - 1.0) : 0;
}

static double
truth_harmonic(const Truth *truth, guint v)
{
  double sum = 0;
  for (guint t = 0; t < truth->n; t++)
    sum += t != v ? 1 / truth->distance[v][t] : 0;
  return truth->n > 1 ? sum / (truth->n - 1.0) : 0;
}

static double
truth_coreness(const Truth *truth, guint v)
{
  for (guint k = truth->n; k > 0; k--) {
    gboolean in[MOST], changed = TRUE;
    for (guint i = 0; i < truth->n; i++)
      in[i] = TRUE;
    while (changed) {
      changed = FALSE;
      for (guint i = 0; i < truth->n; i++) {
        guint neighbours = 0;
        for (guint j = 0; j < truth->n; j++)
          neighbours += in[j] && truth->undirected[i][j] > 0;
        if (in[i] && neighbours < k) {
          in[i] = FALSE;
          changed = TRUE;
        }
      }
    }
    if (in[v])
      return k;
  }
  return 0;
}

static double
proportion(const Truth *truth, guint i, guint j)
{
  double sum = 0;
  for (guint k = 0; k < truth->n; k++)
    sum += truth->undirected[i][k];
  return sum > 0 ? truth->undirected[i][j] / sum : 0;
}

static double
truth_constraint(const Truth *truth, guint v)
{
  double sum = 0;
  gboolean isolated = TRUE;
  for (guint j = 0; j < truth->n; j++) {
    if (j == v)
      continue;
    double p = proportion(truth, v, j);
    for (guint q = 0; q < truth->n; q++)
      if (q != v && q != j)
        p += proportion(truth, v, q) * proportion(truth, q, j);
    isolated = isolated && !(truth->undirected[v][j] > 0);
    sum += truth->undirected[v][j] > 0 ? p * p : 0; /* Burt sums over contacts */
  }
  return isolated ? 1 : sum;
}

/* The limit of matrix^k · start, by squaring 24 times, scaled to a maximum of 1. */
static void
limit(guint n, double matrix[MOST][MOST], const double *start, double *result)
{
  double power[MOST][MOST];
  memcpy(power, matrix, sizeof power);
  for (guint round = 0; round < 24; round++) {
    double square[MOST][MOST] = {{0}}, most = 0;
    for (guint i = 0; i < n; i++)
      for (guint j = 0; j < n; j++) {
        for (guint k = 0; k < n; k++)
          square[i][j] += power[i][k] * power[k][j];
        most = MAX(most, square[i][j]);
      }
    for (guint i = 0; i < n; i++)
      for (guint j = 0; j < n; j++)
        power[i][j] = most > 0 ? square[i][j] / most : 0;
  }
  double most = 0;
  for (guint i = 0; i < n; i++) {
    result[i] = 0;
    for (guint j = 0; j < n; j++)
      result[i] += power[i][j] * start[j];
    most = MAX(most, result[i]);
  }
  for (guint i = 0; i < n; i++)
    result[i] = most > 0 ? result[i] / most : 0;
}

static void
truth_spectral(const Truth *truth, double *eigenvector, double *hub, double *authority, double *pagerank)
{
  double shifted[MOST][MOST] = {{0}}, hubs[MOST][MOST] = {{0}}, ones[MOST], most = 0;
  gboolean ties = FALSE;
  guint n = truth->n;
  for (guint i = 0; i < n; i++) {
    ones[i] = 1;
    for (guint j = 0; j < n; j++) {
      ties = ties || truth->undirected[i][j] > 0;
      shifted[i][j] = truth->undirected[i][j] + (i == j); /* bipartite graphs would swing */
      for (guint k = 0; k < n; k++)
        hubs[i][j] += truth->directed[i][k] * truth->directed[j][k];
    }
  }
  limit(n, shifted, ones, eigenvector);
  for (guint i = 0; !ties && i < n; i++)
    eigenvector[i] = 0;
  limit(n, hubs, ones, hub);
  for (guint i = 0; i < n; i++) {
    authority[i] = 0;
    for (guint j = 0; j < n; j++)
      authority[i] += truth->directed[j][i] * hub[j];
    most = MAX(most, authority[i]);
  }
  for (guint i = 0; i < n; i++)
    authority[i] = most > 0 ? authority[i] / most : 0;

  for (guint i = 0; i < n; i++)
    pagerank[i] = 1.0 / n;
  for (guint round = 0; round < 500; round++) {
    double next[MOST] = {0};
    for (guint i = 0; i < n; i++) {
      double out = 0;
      for (guint j = 0; j < n; j++)
        out += truth->directed[i][j];
      for (guint j = 0; j < n; j++)
        next[j] +=
            0.15 * pagerank[i] / n + 0.85 * pagerank[i] * (out > 0 ? truth->directed[i][j] / out : 1.0 / n);
    }
    memcpy(pagerank, next, n * sizeof *next);
  }
}

/* A random multigraph as a corpus, and as matrices made from the claims alone. */
static RelataNetwork *
random_network(RelataCorpus *corpus, GRand *random, Truth *truth)
{
  static const char *const types[] = {"likes", "hits", "with-talks"};
  guint8 seen[3][MOST][MOST] = {{{0}}}; /* documents that claim the tie, as bits */
  memset(truth, 0, sizeof *truth);
  truth->n = (guint)g_rand_int_range(random, 2, MOST + 1);
  for (guint i = 0; i < truth->n; i++) {
    char id[] = {(char)('a' + i), '\0'};
    small_actor(corpus, id);
  }
  guint n_claims = (guint)g_rand_int_range(random, 1, 4 * (gint)truth->n);
  for (guint i = 0; i < n_claims; i++) {
    guint from = (guint)g_rand_int_range(random, 0, (gint)truth->n);
    guint to = (from + (guint)g_rand_int_range(random, 1, (gint)truth->n)) % truth->n;
    guint type = (guint)g_rand_int_range(random, 0, 3), document = (guint)g_rand_int_range(random, 0, 4);
    char a[] = {(char)('a' + from), '\0'}, b[] = {(char)('a' + to), '\0'},
         d[] = {'d', (char)('0' + document), '\0'};
    small_claim(corpus, a, types[type], b, d);
    if (type == 2 && from > to) {
      guint swap = from;
      from = to;
      to = swap;
    }
    seen[type][from][to] |= (guint8)(1 << document);
  }
  for (guint type = 0; type < 3; type++) {
    for (guint i = 0; i < truth->n; i++) {
      for (guint j = 0; j < truth->n; j++) {
        if (seen[type][i][j] == 0)
          continue;
        truth->undirected[i][j]++;
        truth->undirected[j][i]++;
        truth->directed[i][j]++;
        truth->directed[j][i] += type == 2;
        for (guint bit = 0; bit < 4; bit++) {
          truth->origins[i] += (seen[type][i][j] >> bit) & 1;
          truth->origins[j] += (seen[type][i][j] >> bit) & 1;
        }
      }
    }
  }
  truth_distances(truth);
  return small_network(corpus);
}

static void
compare(const RelataNetwork *network, const char *name, guint seed, const double *expected)
{
  g_autofree double *scores = scores_of(network, name);
  for (guint i = 0; i < network->n_actors; i++) {
    if (!(fabs(scores[i] - expected[i]) < 1e-7))
      g_error("seed %u: %s of %s is %.12g, should be %.12g", seed, name, relata_network_actor(network, i)->id,
              scores[i], expected[i]);
  }
}

static void
test_random(void)
{
  for (guint seed = 1; seed <= many(100); seed++) {
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    g_autoptr(RelataCorpus) corpus = relata_corpus_new();
    Truth truth;
    g_autoptr(RelataNetwork) network = random_network(corpus, random, &truth);
    double degree[MOST] = {0}, in[MOST] = {0}, out[MOST] = {0}, betweenness[MOST], closeness[MOST],
           harmonic[MOST];
    double coreness[MOST], constraint[MOST], eigenvector[MOST], hub[MOST], authority[MOST], pagerank[MOST];
    for (guint i = 0; i < truth.n; i++) {
      for (guint j = 0; j < truth.n; j++) {
        degree[i] += truth.undirected[i][j];
        in[i] += truth.directed[j][i];
        out[i] += truth.directed[i][j];
      }
      betweenness[i] = truth_betweenness(&truth, i);
      closeness[i] = truth_closeness(&truth, i);
      harmonic[i] = truth_harmonic(&truth, i);
      coreness[i] = truth_coreness(&truth, i);
      constraint[i] = truth_constraint(&truth, i);
    }
    truth_spectral(&truth, eigenvector, hub, authority, pagerank);
    compare(network, "degree", seed, degree);
    compare(network, "in-degree", seed, in);
    compare(network, "out-degree", seed, out);
    compare(network, "strength", seed, truth.origins);
    compare(network, "betweenness", seed, betweenness);
    compare(network, "closeness", seed, closeness);
    compare(network, "harmonic", seed, harmonic);
    compare(network, "eigenvector", seed, eigenvector);
    compare(network, "hub", seed, hub);
    compare(network, "authority", seed, authority);
    compare(network, "pagerank", seed, pagerank);
    compare(network, "coreness", seed, coreness);
    compare(network, "constraint", seed, constraint);
  }
}

/* ── Where definitions leave a choice ────────────────────────────────────────────────────── */

static void
test_one_actor(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  small_actor(corpus, "alone");
  g_autoptr(RelataNetwork) network = small_network(corpus);
  for (const RelataMeasureInfo *measure = relata_measures; measure->name != NULL; measure++) {
    double expected =
        strcmp(measure->name, "pagerank") == 0 || strcmp(measure->name, "constraint") == 0 ? 1 : 0;
    g_assert_cmpfloat(score_of(network, measure->name, "alone"), ==, expected);
  }
}

static void
test_no_ties(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  static const char *const ids[] = {"a", "b", "c", "d"};
  for (guint i = 0; i < G_N_ELEMENTS(ids); i++)
    small_actor(corpus, ids[i]);
  g_autoptr(RelataNetwork) network = small_network(corpus);
  for (const RelataMeasureInfo *measure = relata_measures; measure->name != NULL; measure++) {
    double expected = strcmp(measure->name, "pagerank") == 0     ? 0.25
                      : strcmp(measure->name, "constraint") == 0 ? 1
                                                                 : 0;
    for (guint i = 0; i < G_N_ELEMENTS(ids); i++)
      g_assert_cmpfloat(score_of(network, measure->name, ids[i]), ==, expected);
  }
}

/* Two pairs and an isolate: the largest eigenvalue is there twice, so that "the" eigenvector does not exist.
 */
static void
test_disconnected(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  small_actor(corpus, "isolate");
  small_claim(corpus, "a", "hits", "b", "d");
  small_claim(corpus, "c", "hits", "d", "d");
  g_autoptr(RelataNetwork) network = small_network(corpus);
  static const char *const pairs[] = {"a", "b", "c", "d"};
  for (guint i = 0; i < 4; i++) {
    g_assert_cmpfloat(score_of(network, "eigenvector", pairs[i]), ==, 1);
    g_assert_cmpfloat(score_of(network, "hub", pairs[i]), ==, i % 2 == 0 ? 1 : 0);
    g_assert_cmpfloat(score_of(network, "authority", pairs[i]), ==, i % 2 == 0 ? 0 : 1);
    g_assert_cmpfloat(score_of(network, "closeness", pairs[i]), ==, 0.25);
    g_assert_cmpfloat(score_of(network, "harmonic", pairs[i]), ==, 0.25);
    g_assert_cmpfloat(score_of(network, "constraint", pairs[i]), ==, 1);
  }
  g_assert_cmpfloat(score_of(network, "eigenvector", "isolate"), ==, 0);
  g_assert_cmpfloat(score_of(network, "closeness", "isolate"), ==, 0);
  g_assert_cmpfloat(score_of(network, "pagerank", "isolate"), >, 0);
}

/* In a ring all positions are equal, in a star all but one: their scores must be equal to the last bit. */
static void
test_equal_positions(void)
{
  g_autoptr(RelataCorpus) ring_corpus = relata_corpus_new(), star_corpus = relata_corpus_new();
  const guint n = 151;
  for (guint i = 0; i < n; i++) {
    g_autofree char *a = g_strdup_printf("a%03u", i), *b = g_strdup_printf("a%03u", (i + 1) % n);
    small_claim(ring_corpus, a, "with-talks", b, "d");
    small_claim(star_corpus, a, "hits", "centre", "d");
  }
  g_autoptr(RelataNetwork) ring = small_network(ring_corpus), star = small_network(star_corpus);
  for (const RelataMeasureInfo *measure = relata_measures; measure->name != NULL; measure++) {
    g_autofree double *in_ring = scores_of(ring, measure->name), *in_star = scores_of(star, measure->name);
    for (guint i = 1; i < n; i++) {
      g_assert_cmpfloat(in_ring[i], ==, in_ring[0]);
      g_assert_cmpfloat(in_star[i], ==, in_star[0]);
    }
  }
  g_assert_cmpuint(small_vertex(star, "centre"), ==, n);
}

/* A long chain: the eigensolver's worst case. Its principal eigenvector is a half wave of sine. */
static void
test_chain(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  const guint n = 400;
  for (guint i = 0; i + 1 < n; i++) {
    g_autofree char *a = g_strdup_printf("a%04u", i), *b = g_strdup_printf("a%04u", i + 1);
    small_claim(corpus, a, "hits", b, "d");
  }
  g_autoptr(RelataNetwork) network = small_network(corpus);
  g_autofree double *scores = scores_of(network, "eigenvector"), *again = scores_of(network, "eigenvector");
  double most = sin(G_PI * (n / 2) / (n + 1));
  for (guint i = 0; i < n; i++) {
    g_assert_cmpfloat_with_epsilon(scores[i], sin(G_PI * (i + 1) / (n + 1)) / most, 1e-8);
    g_assert_cmpfloat(scores[i], ==, again[i]);
  }
}

static void
test_unknown_measure(void)
{
  g_autoptr(GError) error = NULL;
  g_assert_null(relata_measure_find("betweeness", &error));
  g_assert_error(error, RELATA_ERROR, RELATA_ERROR_UNKNOWN_NAME);
  g_assert_nonnull(strstr(error->message, "'betweenness'"));
  g_clear_error(&error);
  g_assert_null(relata_measure_find("xyzzy", &error));
  g_assert_error(error, RELATA_ERROR, RELATA_ERROR_UNKNOWN_NAME);
  g_assert_nonnull(strstr(error->message, "degree, in-degree"));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/analysis/centrality/florentine", test_florentine);
  g_test_add_func("/analysis/centrality/random", test_random);
  g_test_add_func("/analysis/centrality/one-actor", test_one_actor);
  g_test_add_func("/analysis/centrality/no-ties", test_no_ties);
  g_test_add_func("/analysis/centrality/disconnected", test_disconnected);
  g_test_add_func("/analysis/centrality/equal-positions", test_equal_positions);
  g_test_add_func("/analysis/centrality/chain", test_chain);
  g_test_add_func("/analysis/centrality/unknown-measure", test_unknown_measure);
  return g_test_run();
}
