/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Questions under selections against brute force: random corpora with types, signs, dates, documents,
 * origins, certainties and denials; every filter and every option of path; an oracle that filters claims one
 * by one, asks holding_oracle.h when they hold, and then tries every walk. A failing case prints its seed. */
#include "many.h"
#include "question_oracle.h"

#define N_CASES many(375)

/* ── The comparison ──────────────────────────────────────────────────────────────────────── */

static char *
path_text(const RelataNetwork *network, const RelataPath *path)
{
  g_autoptr(GString) text = g_string_new(NULL);
  g_string_printf(text, "%u|%u|", path->n_hops, network->actors[path->vertices[0]]);
  for (guint i = 0; i < path->n_hops; i++) {
    const RelataTie *tie = &network->ties[path->hops[i].tie];
    g_string_append_printf(text, "%u,%u%s%u;", network->actors[path->vertices[i + 1]], 9 - tie->corroboration,
                           types[tie->type].id, types[tie->type].symmetric ? 0 : !path->hops[i].forward);
  }
  return g_string_free(g_steal_pointer(&text), FALSE);
}

static Filters
random_filters(GRand *random, RelataSelection *selection)
{
  static const char *const choices[RELATA_N_FILTERS][3] = {
      [RELATA_FILTER_RELATION] = {"attacks", "bombs,with", "with,reports"},
      [RELATA_FILTER_NOT_RELATION] = {"attacks", "bombs", "with,reports"},
      [RELATA_FILTER_SIGN] = {"-", "0,+", "-,+"},
      [RELATA_FILTER_TYPE] = {"state", "person", "state,person"},
      [RELATA_FILTER_NOT_TYPE] = {"state", "person", "person"},
      [RELATA_FILTER_AS_OF] = {"2020-06-15", "2021-01-10", "2021-12-31"},
      [RELATA_FILTER_SURELY] = {"yes", "yes", "yes"},
      [RELATA_FILTER_POSSIBLY] = {"yes", "yes", "yes"},
      [RELATA_FILTER_KNOWN_BY] = {"2020-03-01", "2021-06-01", "2021-12-31"},
      [RELATA_FILTER_DATED] = {"yes", "yes", "yes"},
      [RELATA_FILTER_DOCUMENT] = {"d0", "d1,d2", "d0,d1,d3"},
      [RELATA_FILTER_NOT_DOCUMENT] = {"d0", "d1,d2", "d3"},
      [RELATA_FILTER_CERTAINTY] = {"possible", "probable", "certain"},
      [RELATA_FILTER_CORROBORATION] = {"1", "2", "3"},
  };
  Filters filters = {{NULL}};
  for (guint i = 0; i < RELATA_N_FILTERS; i++) {
    if (choices[i][0] == NULL &&
        i != RELATA_FILTER_DURING) /* of origins, grades and reports: tests of their own */
      continue;
    if (g_rand_int_range(random, 0, 7) > 0 ||
        (i == RELATA_FILTER_POSSIBLY && filters.values[RELATA_FILTER_SURELY] != NULL))
      continue;
    const guint choice = (guint)g_rand_int_range(random, 0, 3);
    filters.values[i] = i == RELATA_FILTER_DURING ? intervals[choice] : choices[i][choice];
    g_assert_true(relata_selection_set(selection, i, filters.values[i], NULL));
  }
  return filters;
}

static void
compare(const World *world, const Filters *filters, const RelataPathQuestion *question)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataPathFindings) findings = relata_path_ask(question, &error);
  g_assert_no_error(error);
  g_autoptr(GPtrArray) expected = oracle_paths(world, filters, question);
  const GPtrArray *paths = findings->answer->paths;
  for (guint i = 0; i < MIN(paths->len, expected->len); i++) {
    g_autofree char *got = path_text(findings->network, g_ptr_array_index(paths, i));
    g_assert_cmpstr(got, ==, g_ptr_array_index(expected, i));
  }
  g_assert_cmpuint(paths->len, ==, expected->len);
}

/* The fewest hops with one option lifted, by brute force; G_MAXUINT: none opens a path. */
static guint
fewest_when_lifted(const World *world, const Filters *filters, const RelataPathQuestion *question)
{
  guint fewest = G_MAXUINT;
  for (guint lift = 0; lift < RELATA_N_FILTERS + 4; lift++) {
    Filters lifted = *filters;
    RelataPathQuestion asked = *question;
    asked.selector = RELATA_PATHS_BEST;
    asked.count = 1;
    if (lift < RELATA_N_FILTERS)
      lifted.values[lift] = NULL;
    else if (lift == RELATA_N_FILTERS)
      asked.directed = FALSE;
    else if (lift == RELATA_N_FILTERS + 1)
      asked.max_hops = 0;
    else if (lift == RELATA_N_FILTERS + 2)
      asked.n_via = 0;
    else
      asked.n_avoid = 0;
    g_autoptr(GPtrArray) paths = oracle_paths(world, &lifted, &asked);
    if (paths->len > 0)
      fewest = MIN(fewest, (guint)g_ascii_digit_value(*(const char *)g_ptr_array_index(paths, 0)));
  }
  return fewest;
}

static void
compare_miss(const World *world, const Filters *filters, const RelataPathQuestion *question)
{
  g_autoptr(GPtrArray) expected = oracle_paths(world, filters, question);
  if (expected->len > 0)
    return;
  g_autofree char *option = NULL;
  g_autoptr(RelataPathFindings) miss = relata_path_nearest_miss(question, &option);
  const guint fewest = fewest_when_lifted(world, filters, question);
  if (miss != NULL && miss->instead != RELATA_MODE_USUAL) { /* there and back: test_paths_miss.c */
    g_assert_cmpstr(option, ==, "`mode` acyclic");
    g_assert_cmpuint(question->n_via, >, 0);
    return;
  }
  g_assert_true((miss == NULL) == (fewest == G_MAXUINT));
  if (miss != NULL) {
    g_assert_nonnull(option);
    g_assert_cmpuint(((const RelataPath *)g_ptr_array_index(miss->answer->paths, 0))->n_hops, ==, fewest);
  }
}

static void
test_brute_force(void)
{
  guint n_found = 0, n_none = 0;
  for (guint32 seed = 1; seed <= N_CASES; seed++) {
    g_test_message("seed %u", seed);
    GRand *random = g_rand_new_with_seed(seed);
    const World world = random_world(random);
    g_autoptr(RelataCorpus) corpus = corpus_of(&world);
    for (guint round = 0; round < 3; round++) {
      g_autoptr(RelataSelection) selection = relata_selection_new(corpus);
      const Filters filters = random_filters(random, selection);
      guint via = (guint)g_rand_int_range(random, 0, (gint)world.n_actors);
      guint avoid = (guint)g_rand_int_range(random, 0, (gint)world.n_actors);
      RelataPathQuestion question = {.corpus = corpus,
                                     .selection = selection,
                                     .from = (guint)g_rand_int_range(random, 0, (gint)world.n_actors),
                                     .to = (guint)g_rand_int_range(random, 0, (gint)world.n_actors),
                                     .directed = g_rand_boolean(random),
                                     .via = &via,
                                     .avoid = &avoid,
                                     .max_hops = (guint)g_rand_int_range(random, 0, 4),
                                     .selector =
                                         g_rand_boolean(random) ? RELATA_PATHS_ALL : RELATA_PATHS_BEST,
                                     .count = (guint)g_rand_int_range(random, 1, 30)};
      question.n_via = g_rand_int_range(random, 0, 4) == 0;
      question.n_avoid = g_rand_int_range(random, 0, 4) == 0 && avoid != question.from &&
                         avoid != question.to && !(question.n_via && avoid == via);
      compare(&world, &filters, &question);
      compare_miss(&world, &filters, &question);
      g_autoptr(GPtrArray) paths = oracle_paths(&world, &filters, &question);
      n_found += paths->len > 0;
      n_none += paths->len == 0;
    }
    g_rand_free(random);
  }
  /* Both kinds of answer have been put to the test. */
  g_assert_cmpuint(n_found, >, N_CASES / 4);
  g_assert_cmpuint(n_none, >, N_CASES / 4);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/question/brute-force", test_brute_force);
  return g_test_run();
}
