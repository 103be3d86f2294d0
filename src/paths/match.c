/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "paths/match.h"

#include "analysis/heap.h"
#include "paths/sets.h"
#include "text/check.h"

/* The best pairs so far: the worst of them comes out of the heap first, to give way to a better one. */
typedef struct {
  RelataMatches *matches;
  RelataHeap heap; /* of indices of matches->pairs */
  guint limit;
} Best;

static int
compare(const RelataMatch *a, const RelataMatch *b)
{
  if (a->hops != b->hops)
    return a->hops < b->hops ? -1 : 1;
  if (a->from != b->from)
    return a->from < b->from ? -1 : 1;
  return a->to < b->to ? -1 : a->to > b->to;
}

static int
compare_matches(gconstpointer a, gconstpointer b)
{
  return compare(a, b);
}

static gboolean
is_worse(guint a, guint b, gconstpointer data)
{
  const GArray *pairs = ((const RelataMatches *)data)->pairs;
  return compare(&g_array_index(pairs, RelataMatch, a), &g_array_index(pairs, RelataMatch, b)) > 0;
}

static void
take(Best *best, const RelataMatch *match)
{
  GArray *pairs = best->matches->pairs;
  best->matches->n++;
  if (pairs->len < best->limit) {
    g_array_append_vals(pairs, match, 1);
    relata_heap_push(&best->heap, pairs->len - 1);
    return;
  }
  const guint worst = relata_heap_first(&best->heap);
  if (compare(match, &g_array_index(pairs, RelataMatch, worst)) > 0)
    return;
  relata_heap_pop(&best->heap);
  g_array_index(pairs, RelataMatch, worst) = *match;
  relata_heap_push(&best->heap, worst);
}

/* The question that one pair asks, for one path; `to`: RELATA_NONE for anybody. */
static RelataPathQuestion
question_of(const RelataPathQuestion *question, guint from, guint to)
{
  RelataPathQuestion one = *question;
  one.from = from;
  one.to = to;
  one.order = RELATA_ORDER_HOPS;
  one.in_order = one.whole = one.probe = FALSE;
  one.selector = RELATA_PATHS_BEST;
  one.n_via = 0;
  one.count = 1;
  one.found = NULL;
  return one;
}

static gboolean
is_avoided(const RelataPathQuestion *question, guint actor)
{
  for (guint i = 0; i < question->n_avoid; i++)
    if (question->avoid[i] == actor)
      return TRUE;
  return FALSE;
}

/* Finds out how many hops a path in the question's mode has, where a walk has so many. RELATA_NONE where
 * there is none, or it is not known. Without a pattern, a shortest walk between two actors comes to nobody
 * again; and one of two hops never comes to a tie again. */
static guint
hops_of(Best *best, const RelataPathQuestion *question, const RelataMatch *walk)
{
  const gboolean two = walk->from != walk->to, free = question->pattern == NULL;
  const RelataPathMode mode = relata_path_mode_of(question->mode, !free, !two);
  if (mode == RELATA_MODE_WALK || (two && (free || (mode == RELATA_MODE_TRAIL && walk->hops <= 2))))
    return walk->hops;
  g_autoptr(RelataPathAnswer) answer = relata_path_match_witness(question, walk, NULL);
  if (answer != NULL && answer->paths->len > 0)
    return ((const RelataPath *)g_ptr_array_index(answer->paths, 0))->n_hops;
  best->matches->n_unknown += answer != NULL && answer->gave_up ? 1 : 0;
  return RELATA_NONE;
}

static void
match_from(Best *best, const RelataPathQuestion *question, guint vertex, const gboolean *to)
{
  const RelataNetwork *network = question->ground->network;
  const RelataPathQuestion one = question_of(question, network->actors[vertex], RELATA_NONE);
  g_autoptr(RelataPathSets) sets = relata_path_sets_new(&one, network, NULL, FALSE);
  g_autoptr(GArray) reached = relata_path_sets_reach(question->ground->searcher, sets, FALSE);
  for (guint i = 0; i < reached->len; i++) {
    const RelataReached *at = &g_array_index(reached, RelataReached, i);
    RelataMatch match = {vertex, at->vertex, at->hops};
    if (at->hops == 0 || (to != NULL && !to[network->actors[at->vertex]]))
      continue;
    match.hops = hops_of(best, question, &match);
    if (match.hops != RELATA_NONE)
      take(best, &match);
  }
}

RelataMatches *
relata_path_match(const RelataPathQuestion *question, const gboolean *from, const gboolean *to, guint limit)
{
  g_return_val_if_fail(question != NULL && question->ground != NULL && limit > 0, NULL);
  g_return_val_if_fail(question->avoid != NULL || question->n_avoid == 0, NULL);
  const RelataNetwork *network = question->ground->network;
  g_return_val_if_fail(
      relata_all_below(question->avoid, question->n_avoid, relata_corpus_n_actors(network->corpus)), NULL);
  RelataMatches *matches = g_new0(RelataMatches, 1);
  matches->pairs = g_array_new(FALSE, FALSE, sizeof(RelataMatch));
  Best best = {matches, relata_heap_new(is_worse, matches), limit};
  for (guint vertex = 0; vertex < network->n_actors; vertex++)
    if ((from == NULL || from[network->actors[vertex]]) && !is_avoided(question, network->actors[vertex]))
      match_from(&best, question, vertex, to);
  relata_heap_clear(&best.heap);
  g_array_sort(matches->pairs, compare_matches);
  return matches;
}

void
relata_matches_free(RelataMatches *matches)
{
  if (matches == NULL)
    return;
  g_array_unref(matches->pairs);
  g_free(matches);
}

RelataPathAnswer *
relata_path_match_witness(const RelataPathQuestion *question, const RelataMatch *match, GError **error)
{
  g_return_val_if_fail(question != NULL && question->ground != NULL && match != NULL, NULL);
  const RelataNetwork *network = question->ground->network;
  g_return_val_if_fail(match->from < network->n_actors && match->to < network->n_actors, NULL);
  const RelataPathQuestion one =
      question_of(question, network->actors[match->from], network->actors[match->to]);
  g_autoptr(RelataPathSets) sets = relata_path_sets_new(&one, network, NULL, FALSE);
  return relata_path_sets_search(question->ground->searcher, sets, error);
}
