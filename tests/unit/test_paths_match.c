/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Every pair that a pattern leads from one to the other, against a question for each pair; with any limit,
 * the first of them. */
#include "many.h"
#include "path_world.h"
#include "paths/match.h"

#define N_WORLDS many(60)

static const char *const patterns[] = {"attacks",
                                       "attacks/^attacks",
                                       ".+",
                                       "(owns|^meets)*",
                                       "([-]|^[-]){2,3}",
                                       "<type=group>./<type!=person>",
                                       ".[document=d1|d2]/^.[certainty=probable]",
                                       "owns?/allies"};

/* Asks for each pair by itself; pairs that need no hop are left out. */
static GArray *
ask_each(const RelataPathQuestion *question, const gboolean *from, const gboolean *to)
{
  const RelataNetwork *network = question->ground->network;
  GArray *pairs = g_array_new(FALSE, FALSE, sizeof(RelataMatch));
  for (guint hops = 1; hops <= 4 * WORLD_MAX_ACTORS; hops++)
    for (guint a = 0; a < network->n_actors; a++)
      for (guint b = 0; b < network->n_actors; b++) {
        RelataPathQuestion one = *question;
        one.from = network->actors[a];
        one.to = network->actors[b];
        if (!from[one.from] || !to[one.to] ||
            (one.n_avoid > 0 && (one.avoid[0] == one.from || one.avoid[0] == one.to)))
          continue;
        g_autoptr(RelataPathFindings) findings = relata_path_ask(&one, NULL);
        const RelataMatch pair = {a, b, hops};
        if (findings->answer->paths->len > 0 &&
            ((const RelataPath *)g_ptr_array_index(findings->answer->paths, 0))->n_hops == hops)
          g_array_append_val(pairs, pair);
      }
  return pairs;
}

static void
check_limit(const RelataPathQuestion *question, const gboolean *from, const gboolean *to,
            const GArray *expected, guint limit)
{
  g_autoptr(RelataMatches) matches = relata_path_match(question, from, to, limit);
  g_assert_cmpuint(matches->n, ==, expected->len);
  g_assert_cmpuint(matches->pairs->len, ==, MIN(limit, expected->len));
  for (guint i = 0; i < matches->pairs->len; i++) {
    const RelataMatch *one = &g_array_index(matches->pairs, RelataMatch, i);
    const RelataMatch *other = &g_array_index(expected, RelataMatch, i);
    g_assert_cmpuint(one->from, ==, other->from);
    g_assert_cmpuint(one->to, ==, other->to);
    g_assert_cmpuint(one->hops, ==, other->hops);
    g_autoptr(RelataPathAnswer) witness = relata_path_match_witness(question, one, NULL);
    g_assert_cmpuint(((const RelataPath *)g_ptr_array_index(witness->paths, 0))->n_hops, ==, one->hops);
  }
}

static guint
check_world(GRand *random)
{
  const World world = world_random(random);
  g_autoptr(RelataCorpus) corpus = world_corpus(&world);
  g_autoptr(RelataSelection) selection = relata_selection_new(corpus);
  g_autoptr(RelataPathGround) ground = relata_path_ground_new(corpus, selection, NULL);
  const char *text = patterns[world_below(random, G_N_ELEMENTS(patterns))];
  g_autoptr(RelataPattern) pattern = relata_pattern_parse(corpus, text, NULL);
  const guint avoid = world_below(random, world.n_actors);
  gboolean from[WORLD_MAX_ACTORS], to[WORLD_MAX_ACTORS];
  for (guint i = 0; i < world.n_actors; i++) {
    from[i] = !world_one_in(random, 4);
    to[i] = !world_one_in(random, 4);
  }
  const RelataPathQuestion question = {.corpus = corpus,
                                       .selection = selection,
                                       .ground = ground,
                                       .pattern = pattern,
                                       .max_hops = world_below(random, 4),
                                       .avoid = &avoid,
                                       .n_avoid = world_one_in(random, 3) ? 1 : 0,
                                       .same = (RelataSame)world_below(random, RELATA_N_SAME),
                                       .count = 1};
  g_autoptr(GArray) expected = ask_each(&question, from, to);
  g_test_message("%s: %u pairs", text, expected->len);
  check_limit(&question, from, to, expected, 1);
  check_limit(&question, from, to, expected, 1 + world_below(random, 8));
  check_limit(&question, from, to, expected, 1000);
  return expected->len;
}

static void
test_random(void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(6);
  guint n = 0;
  for (guint i = 0; i < N_WORLDS; i++)
    n += check_world(random);
  g_assert_cmpuint(n, >, N_WORLDS); /* it is not about nothing */
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/paths/match/random", test_random);
  return g_test_run();
}
