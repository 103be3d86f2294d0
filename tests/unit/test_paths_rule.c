/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table that says which search answers what: each question has a row, and the help may show it without
 * the orders. */
#include "paths/path_rule.h"

#include <string.h>

typedef void (*Visit)(RelataPathMode mode, RelataPathSelector selector, gboolean several,
                      RelataPathAsks asks);

static void
visit_all(Visit visit)
{
  for (guint mode = RELATA_MODE_WALK; mode < RELATA_N_MODES; mode++)
    for (guint selector = 0; selector < RELATA_N_PATHS; selector++)
      for (guint several = 0; several < 2; several++)
        for (guint asks = 0; asks < RELATA_N_ASKS; asks++)
          visit((RelataPathMode)mode, (RelataPathSelector)selector, several != 0, (RelataPathAsks)asks);
}

/* It is refused with a reason, or answered as with fewest hops. */
static void
check_orders(RelataPathMode mode, RelataPathSelector selector, gboolean several, RelataPathAsks asks)
{
  const char *why;
  const RelataPathAnswered usual = relata_path_rule(mode, selector, several, RELATA_ORDERED_HOPS, asks, &why);
  g_assert_cmpint(usual, !=, RELATA_ANSWER_REFUSED);
  g_assert_null(why);
  for (guint ordered = 0; ordered < RELATA_N_ORDERED; ordered++) {
    const RelataPathAnswered answered =
        relata_path_rule(mode, selector, several, (RelataPathOrdered)ordered, asks, &why);
    g_assert_true((answered == RELATA_ANSWER_REFUSED) == (why != NULL));
    g_assert_true(answered == usual || answered == RELATA_ANSWER_REFUSED);
  }
}

static void
test_orders(void)
{
  visit_all(check_orders);
}

/* Only walks, and what is best without a pattern, need no look at what comes twice; only acyclic paths
 * without a pattern can be parted; actors to go by need a search for them. */
static void
check_answer(RelataPathMode mode, RelataPathSelector selector, gboolean several, RelataPathAsks asks)
{
  const gboolean first = selector == RELATA_PATHS_ANY || selector == RELATA_PATHS_ALL ||
                         (selector == RELATA_PATHS_BEST && !several);
  switch (relata_path_rule(mode, selector, several, RELATA_ORDERED_HOPS, asks, NULL)) {
  case RELATA_ANSWER_WALKS:
    g_assert_true(first && asks != RELATA_ASKS_VIA);
    g_assert_true(mode == RELATA_MODE_WALK || asks == RELATA_ASKS_PLAIN);
    break;
  case RELATA_ANSWER_PARTS:
    g_assert_true(mode == RELATA_MODE_ACYCLIC && asks == RELATA_ASKS_PLAIN);
    break;
  case RELATA_ANSWER_CHECKED:
    g_assert_true(first && asks == RELATA_ASKS_ALONG);
    break;
  case RELATA_ANSWER_BEGINNINGS:
    g_assert_true(asks == RELATA_ASKS_VIA || !first);
    break;
  case RELATA_ANSWER_REFUSED:
  case RELATA_N_ANSWERS:
  default:
    g_assert_not_reached();
  }
}

static void
test_answers(void)
{
  visit_all(check_answer);
}

static void
test_usual_mode(void)
{
  g_assert_cmpint(relata_path_mode_of(RELATA_MODE_USUAL, TRUE, TRUE), ==, RELATA_MODE_TRAIL);
  g_assert_cmpint(relata_path_mode_of(RELATA_MODE_USUAL, FALSE, TRUE), ==, RELATA_MODE_ACYCLIC);
  g_assert_cmpint(relata_path_mode_of(RELATA_MODE_SIMPLE, TRUE, FALSE), ==, RELATA_MODE_ACYCLIC);
  g_assert_cmpint(relata_path_mode_of(RELATA_MODE_SIMPLE, TRUE, TRUE), ==, RELATA_MODE_SIMPLE);
  g_assert_cmpint(relata_path_mode_of(RELATA_MODE_WALK, FALSE, FALSE), ==, RELATA_MODE_WALK);
  for (guint i = RELATA_MODE_USUAL + 1; i < RELATA_N_MODES; i++)
    g_assert_cmpuint(strlen(relata_path_modes[i].name), >, 0);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/paths/rule/orders", test_orders);
  g_test_add_func("/paths/rule/answers", test_answers);
  g_test_add_func("/paths/rule/usual-mode", test_usual_mode);
  return g_test_run();
}
