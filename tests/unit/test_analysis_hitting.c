/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Smallest hitting choices against all subsets. */
#include "analysis/hitting.h"
#include "many.h"

#define N_CASES       many(750)
#define MOST          8 /* elements */
#define MAX_CONFLICTS 8
#define MAX_DEMANDS   3

typedef struct {
  guint elements, need; /* bits */
} Demand;

typedef struct {
  guint n_conflicts, n_demands[MAX_CONFLICTS];
  Demand demands[MAX_CONFLICTS][MAX_DEMANDS];
} Problem;

static gboolean
hits(const Problem *problem, guint chosen)
{
  for (guint i = 0; i < problem->n_conflicts; i++) {
    gboolean met = FALSE;
    for (guint k = 0; k < problem->n_demands[i]; k++)
      met |=
          (guint)__builtin_popcount(problem->demands[i][k].elements & chosen) >= problem->demands[i][k].need;
    if (!met)
      return FALSE;
  }
  return TRUE;
}

/* Element 0 is the highest bit of `code`: of choices of one size the first is the greatest number. */
static gboolean
smallest(const Problem *problem, guint n, guint *chosen)
{
  for (guint size = 0; size <= n; size++)
    for (guint code = 1u << n; code-- > 0;) {
      *chosen = 0;
      for (guint i = 0; i < n; i++)
        *chosen |= (code >> (n - 1 - i) & 1) << i;
      if ((guint)__builtin_popcount(code) == size && hits(problem, *chosen))
        return TRUE;
    }
  return FALSE;
}

static void
add_random(Problem *problem, GRand *random, guint n, RelataHitting *hitting)
{
  const guint i = problem->n_conflicts++;
  problem->n_demands[i] = (guint)g_rand_int_range(random, 1, MAX_DEMANDS + 1);
  relata_hitting_add_conflict(hitting);
  for (guint k = 0; k < problem->n_demands[i]; k++) {
    Demand *demand = &problem->demands[i][k];
    guint elements[MOST], n_elements = 0;
    for (guint e = 0; e < n; e++)
      if (g_rand_int_range(random, 0, 3) == 0) {
        demand->elements |= 1u << e;
        elements[n_elements++] = e;
      }
    demand->need = (guint)g_rand_int_range(random, 1, 4);
    relata_hitting_add_demand(hitting, elements, n_elements, demand->need);
  }
}

/* Conflicts come one after the other, as they do in use. */
static void
test_brute_force(void)
{
  guint n_solved = 0;
  for (guint32 seed = 1; seed <= N_CASES; seed++) {
    g_test_message("seed %u", seed);
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    const guint n = (guint)g_rand_int_range(random, 1, MOST + 1);
    g_autoptr(RelataHitting) hitting = relata_hitting_new(n, 1000000);
    Problem problem = {0};
    const guint n_conflicts = (guint)g_rand_int_range(random, 0, MAX_CONFLICTS + 1);
    for (guint round = 0; round <= n_conflicts; round++) {
      gboolean chosen[MOST] = {FALSE};
      guint size, expected, is = 0;
      const gboolean solved = relata_hitting_solve(hitting, chosen, &size);
      g_assert_cmpint(solved, ==, smallest(&problem, n, &expected));
      if (!solved)
        break;
      for (guint i = 0; i < n; i++)
        is |= (chosen[i] ? 1u : 0u) << i;
      g_assert_cmpuint(is, ==, expected);
      g_assert_cmpuint(size, ==, (guint)__builtin_popcount(expected));
      n_solved++;
      if (round < n_conflicts)
        add_random(&problem, random, n, hitting);
    }
  }
  g_assert_cmpuint(n_solved, >, N_CASES);
}

/* Steiner triples and the like are hard; a limit there must be. */
static void
test_limit(void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(1);
  const guint n = 400;
  g_autoptr(RelataHitting) hitting = relata_hitting_new(n, 1000000);
  for (guint i = 0; i < 1600; i++) {
    const guint first = (guint)g_rand_int_range(random, 0, 400);
    const guint elements[3] = {first, (first + 1 + i % 150) % n, (first + 200 + i % 199) % n};
    relata_hitting_add_conflict(hitting);
    relata_hitting_add_demand(hitting, elements, 3, 1);
  }
  g_autofree gboolean *chosen = g_new0(gboolean, n);
  guint size;
  g_assert_false(relata_hitting_solve(hitting, chosen, &size));
  g_assert_cmpuint(size, >, 50); /* the bound, by packing */
  g_assert_cmpuint(size, <, 400);
  for (guint i = 0; i < n; i++)
    g_assert_false(chosen[i]);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/hitting/brute-force", test_brute_force);
  g_test_add_func("/hitting/limit", test_limit);
  return g_test_run();
}
