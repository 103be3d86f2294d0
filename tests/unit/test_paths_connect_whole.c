/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What connects wholes, on random worlds against every set of actors that holds somebody for each. */
#include "many.h"
#include "paths/connect.h"
#include "small_corpus.h"
#include "whole_oracle.h"

#define N_WORLDS  many(375)
#define N_QUERIES 4

/* What was put to the test. */
static guint n_connected, n_avoiding;

static gboolean
is_connected(const World *world, guint set)
{
  guint reached = set & (~set + 1), before = 0;
  while (before != reached) {
    before = reached;
    for (guint i = 0; i < world->n_ties; i++) {
      const guint ends = 1u << world->ties[i].from | 1u << world->ties[i].to;
      if ((ends & set) == ends && (ends & reached) != 0)
        reached |= ends;
    }
  }
  return reached == set;
}

/* Whether the set holds somebody for each, nobody for two. */
static gboolean
represents(guint set, const Members *members, guint n)
{
  if (n == 0)
    return TRUE;
  for (guint i = 0; i < members[n - 1].n; i++) {
    const guint one = 1u << members[n - 1].actors[i];
    if ((set & one) != 0 && represents(set & ~one, members, n - 1))
      return TRUE;
  }
  return FALSE;
}

static void
compare_connection(const Case *at, const RelataParts *parts, GRand *random)
{
  const World *world = &at->world;
  guint actors[3], n = 0;
  for (guint i = 0; i < 3; i++) {
    const guint actor = world_below(random, world->n_actors);
    if (!oracle_among(actors, n, actor))
      actors[n++] = actor;
  }
  const guint avoided_actor = world_below(random, world->n_actors);
  const gboolean avoids = world_one_in(random, 2) && !oracle_among(actors, n, avoided_actor);
  Members members[3], others = avoids ? whole_members(world, avoided_actor) : (Members){{0}, 0};
  guint out = 0; /* who is avoided, as bits: the parts too, but for those asked for */
  for (guint i = 0; i < others.n; i++)
    out |= oracle_among(actors, n, others.actors[i]) ? 0 : 1u << others.actors[i];
  for (guint i = 0; i < n; i++)
    if (!whole_has(&others, actors[i]))
      others.actors[others.n++] = actors[i];
  for (guint i = 0; i < n; i++) {
    members[i] = whole_members(world, actors[i]);
    members[i] = whole_without(&members[i], &others, RELATA_NONE);
  }
  guint fewest = G_MAXUINT;
  for (guint set = 1; set < 1u << world->n_actors; set++)
    if ((set & out) == 0 && represents(set, members, n) && is_connected(world, set))
      fewest = MIN(fewest, (guint)__builtin_popcount(set) - 1);
  n_avoiding += avoids && fewest != G_MAXUINT;
  const RelataConnectQuery query = {
      .actors = actors, .n_actors = n, .avoid = &avoided_actor, .n_avoid = avoids ? 1 : 0};
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataConnectAnswer) answer = relata_connect_wholes(at->network, parts, &query, &error);
  g_assert_no_error(error);
  g_assert_cmpint(answer->connected, ==, fewest != G_MAXUINT);
  g_assert_cmpuint(answer->actors->len, ==, n);
  if (!answer->connected)
    return;
  g_assert_cmpuint(answer->hops->len, ==, fewest);
  for (guint i = 0; i < n; i++) {
    g_assert_cmpuint(g_array_index(answer->actors, guint, i), ==, actors[i]);
    g_assert_true(whole_has(&members[i], g_array_index(answer->members, guint, i)));
    n_connected += g_array_index(answer->members, guint, i) != actors[i];
  }
}

static void
test_random(void)
{
  for (guint32 seed = 1; seed <= N_WORLDS; seed++) {
    g_test_message("seed %u", seed);
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    Case at;
    case_init(&at, seed, random);
    g_autoptr(RelataSelection) selection = relata_selection_new(whole_corpus(&at));
    g_autoptr(RelataParts) parts = relata_parts_new(at.corpus, selection, NULL);
    for (guint i = 0; i < N_QUERIES; i++)
      compare_connection(&at, parts, random);
    case_clear(&at);
  }
  g_test_message("parts that connect %u, with somebody avoided %u", n_connected, n_avoiding);
  g_assert_cmpuint(n_connected, >, N_WORLDS / 10);
  g_assert_cmpuint(n_avoiding, >, N_WORLDS / 8);
}

/* With so many parts that not every choice of them is tried, one is exchanged for a better one. */
static void
test_many_parts(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  static const char *const wholes[] = {"army", "bank", "club"};
  relata_schema_declare_relation_type(relata_corpus_schema(corpus), "part-of", SMALL_NOWHERE)->part = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS(wholes); i++)
    for (guint k = 0; k < 20; k++) {
      g_autofree char *part = g_strdup_printf("%s-%02u", wholes[i], k);
      small_claim(corpus, part, "part-of", wholes[i], "d");
      g_autofree char *far = g_strdup_printf("far-%s", part);
      small_claim(corpus, part, "knows", far, "d");
      small_claim(corpus, far, "knows", "hub", "d");
    }
  small_claim(corpus, "army-17", "knows", "bank-03", "d");
  small_claim(corpus, "bank-03", "knows", "club-11", "d");
  g_autoptr(RelataNetwork) network = small_network(corpus);
  g_autoptr(RelataSelection) selection = relata_selection_new(corpus);
  g_autoptr(RelataParts) parts = relata_parts_new(corpus, selection, NULL);
  guint actors[G_N_ELEMENTS(wholes)];
  for (guint i = 0; i < G_N_ELEMENTS(wholes); i++)
    actors[i] = relata_corpus_find_actor(corpus, wholes[i]);
  const RelataConnectQuery query = {.actors = actors, .n_actors = G_N_ELEMENTS(actors)};
  g_autoptr(RelataConnectAnswer) answer = relata_connect_wholes(network, parts, &query, NULL);
  g_assert_true(answer->connected);
  g_assert_false(answer->exact);
  g_assert_cmpuint(answer->hops->len, <=, 6); /* that of the wholes themselves */
  for (guint i = 0; i < G_N_ELEMENTS(wholes); i++)
    g_assert_cmpuint(g_array_index(answer->actors, guint, i), ==, actors[i]);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/paths/connect-whole/random", test_random);
  g_test_add_func("/paths/connect-whole/many-parts", test_many_parts);
  return g_test_run();
}
