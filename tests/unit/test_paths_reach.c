/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who is reached in random worlds: exactly those to whom a path is found under the same options, with as many
 * hops, and the nearest first. Whether the paths are right: test_paths_modes.c, test_paths_whole.c. */
#include "many.h"
#include "paths/reach.h"
#include "paths/sets.h"
#include "whole_oracle.h"

#define N_WORLDS  many(200)
#define N_QUERIES 5 /* to each */

static guint n_reached, n_itself, n_circles, n_cut, n_not_by_walk, n_whole;

static gint
compare_rows(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* "hops|id" of everybody to whom a path is found, the nearest first. */
static GPtrArray *
asked_one_by_one(const Case *at, const RelataPathQuestion *question)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func(g_free);
  for (guint actor = 0; actor < at->world.n_actors; actor++) {
    RelataPathQuestion one = *question;
    one.to = actor;
    if (oracle_among(question->avoid, question->n_avoid, actor))
      continue;
    g_autoptr(GError) error = NULL;
    g_autoptr(RelataPathFindings) findings = relata_path_ask(&one, &error);
    g_assert_no_error(error);
    if (findings->answer->n_found == 0)
      continue;
    const guint hops = ((const RelataPath *)g_ptr_array_index(findings->answer->paths, 0))->n_hops;
    g_ptr_array_add(rows, g_strdup_printf("%02u|%s", hops, world_actors[actor]));
    n_itself += actor == question->from ? 1 : 0;
    n_circles += actor == question->from && hops > 0;
  }
  g_ptr_array_sort(rows, compare_rows);
  return rows;
}

static void
compare(const Case *at, const WorldQuery *query, RelataPathQuestion question, guint limit)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataPathGround) ground = relata_path_ground_new(question.corpus, question.selection, &error);
  g_assert_no_error(error);
  question.ground = ground;
  g_autoptr(GPtrArray) expected = asked_one_by_one(at, &question);
  question.to = RELATA_NONE;
  g_autoptr(RelataPathReach) reach = relata_path_ask_reach(&question, limit, &error);
  g_assert_no_error(error);
  g_autoptr(GString) is = g_string_new(NULL);
  g_autoptr(GString) should_be = g_string_new(NULL);
  for (guint i = 0; i < reach->reached->len; i++) {
    const RelataReached *one = &g_array_index(reach->reached, RelataReached, i);
    g_assert_cmpuint(relata_path_reach_witness(reach, i)->n_hops, ==, one->hops);
    g_string_append_printf(is, "%02u|%s\n", one->hops, relata_network_actor(reach->network, one->vertex)->id);
  }
  for (guint i = 0; i < MIN(expected->len, limit); i++)
    g_string_append_printf(should_be, "%s\n", (const char *)g_ptr_array_index(expected, i));
  if (strcmp(is->str, should_be->str) != 0 || reach->cut != (expected->len > limit) || reach->n_unknown > 0 ||
      reach->left_out)
    case_fail(at, query, reach->cut ? "reached, and more" : "reached", is->str, should_be->str);
  g_autoptr(RelataPathSets) sets = relata_path_sets_new(&question, reach->network, reach->parts, TRUE);
  g_autoptr(GArray) walked = relata_path_sets_reach(ground->searcher, sets, FALSE);
  n_reached += expected->len;
  n_cut += reach->cut ? 1 : 0;
  n_not_by_walk += question.pattern != NULL && !question.whole && walked->len > expected->len;
  n_whole += question.whole && expected->len > 1;
}

static void
test_reach(void)
{
  for (guint32 seed = 1; seed <= N_WORLDS; seed++) {
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    Case at;
    case_init(&at, seed, random);
    g_autoptr(RelataSelection) selection = relata_selection_new(whole_corpus(&at));
    for (guint i = 0; i < N_QUERIES; i++) {
      WorldQuery query = case_good_query(random, &at.world);
      g_autoptr(RelataPattern) pattern = query.pattern != NULL ? case_parse(&at, &query) : NULL;
      query.n_via = 0;
      query.selector = RELATA_PATHS_BEST;
      query.count = 1;
      query.reading = RELATA_PRESUMABLY;
      RelataPathQuestion question = case_question(&at, selection, &query, pattern);
      question.whole = world_one_in(random, 4);
      if (query.pattern == NULL || pattern != NULL)
        compare(&at, &query, question, world_one_in(random, 3) ? 1 + world_below(random, 4) : 100);
      case_query_clear(&query);
    }
    case_clear(&at);
  }
  g_test_message("reached %u, itself %u, by a circle %u, cut %u, walks only %u, whole %u", n_reached,
                 n_itself, n_circles, n_cut, n_not_by_walk, n_whole);
  g_assert_cmpuint(n_reached, >, 5 * N_WORLDS);
  g_assert_cmpuint(n_itself, >, N_WORLDS);
  g_assert_cmpuint(n_circles, >, N_WORLDS / 20);
  g_assert_cmpuint(n_cut, >, N_WORLDS / 4);
  g_assert_cmpuint(n_not_by_walk, >, N_WORLDS / 20);
  g_assert_cmpuint(n_whole, >, N_WORLDS / 5);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/paths/reach/random", test_reach);
  return g_test_run();
}
