/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Walks are followed from the actor first. An actor that no walk leads to is not reached in any mode, and one
 * that is has at least as many hops as its walk. So the others are asked about in this order, until those
 * that are found cannot be overtaken. */
#include "paths/reach.h"

#include "paths/ground.h"
#include "paths/sets.h"

#include <string.h>

typedef struct {
  RelataReached at;
  RelataPathAnswer *answer;
} Found;

typedef struct {
  RelataPathQuestion question; /* for one path */
  const RelataNetwork *network;
  const RelataParts *parts;
  GArray *found; /* of Found */
  guint n_unknown;
} Asking;

static gint
compare_reached(gconstpointer a, gconstpointer b)
{
  const RelataReached *one = a, *other = b;
  if (one->hops != other->hops)
    return one->hops < other->hops ? -1 : 1;
  return one->vertex < other->vertex ? -1 : one->vertex > other->vertex;
}

/* Returns the fewest hops of a walk to somebody who stands for the actor; RELATA_NONE where there is none. */
static guint
fewest_hops(const Asking *asking, const guint *hops, guint vertex)
{
  guint fewest = hops[vertex];
  if (asking->parts == NULL)
    return fewest;
  g_autoptr(GArray) members = relata_parts_of(asking->parts, asking->network->actors[vertex]);
  for (guint i = 0; i < members->len; i++) {
    const guint member = asking->network->vertices[g_array_index(members, RelataMember, i).actor];
    fewest = member != RELATA_NONE ? MIN(fewest, hops[member]) : fewest;
  }
  return fewest;
}

/* Returns whom walks lead to (RelataReached), the nearest first. */
static GArray *
candidates_of(const Asking *asking, RelataPathSearcher *searcher, const RelataPathSets *sets)
{
  const guint n = asking->network->n_actors;
  g_autoptr(GArray) walked = relata_path_sets_reach(searcher, sets, FALSE);
  g_autofree guint *hops = g_new(guint, MAX(n, 1));
  memset(hops, 0xff, n * sizeof *hops);
  for (guint i = 0; i < walked->len; i++) {
    const RelataReached *at = &g_array_index(walked, RelataReached, i);
    hops[at->vertex] = at->hops;
  }
  GArray *candidates = g_array_new(FALSE, FALSE, sizeof(RelataReached));
  for (guint vertex = 0; vertex < n; vertex++) {
    const RelataReached one = {vertex, fewest_hops(asking, hops, vertex)};
    if (one.hops != RELATA_NONE)
      g_array_append_val(candidates, one);
  }
  g_array_sort(candidates, compare_reached);
  return candidates;
}

/* Asks for a path to one actor. Returns FALSE with *error where that cannot be asked. */
static gboolean
ask_about(Asking *asking, RelataPathSearcher *searcher, guint vertex, GError **error)
{
  RelataPathQuestion *question = &asking->question;
  question->to = asking->network->actors[vertex];
  for (guint i = 0; i < question->n_avoid; i++)
    if (question->avoid[i] == question->to)
      return TRUE; /* nobody asks for the way to whom they avoid */
  g_autoptr(RelataPathSets) sets = relata_path_sets_new(question, asking->network, asking->parts, TRUE);
  RelataPathAnswer *answer = relata_path_sets_search(searcher, sets, error);
  if (answer == NULL)
    return FALSE;
  asking->n_unknown += answer->paths->len == 0 && answer->gave_up ? 1 : 0;
  if (answer->paths->len == 0) {
    relata_path_answer_free(answer);
    return TRUE;
  }
  const Found found = {{vertex, ((const RelataPath *)g_ptr_array_index(answer->paths, 0))->n_hops}, answer};
  guint place = asking->found->len;
  while (place > 0 && compare_reached(&found, &g_array_index(asking->found, Found, place - 1)) < 0)
    place--;
  g_array_insert_val(asking->found, place, found);
  return TRUE;
}

static RelataPathReach *
reach_of(const Asking *asking, guint limit)
{
  RelataPathReach *reach = g_new0(RelataPathReach, 1);
  reach->network = asking->network;
  reach->parts = asking->parts;
  reach->n_unknown = asking->n_unknown;
  reach->cut = asking->found->len > limit;
  reach->reached = g_array_new(FALSE, FALSE, sizeof(RelataReached));
  reach->answers = g_ptr_array_new_with_free_func((GDestroyNotify)relata_path_answer_free);
  for (guint i = 0; i < asking->found->len; i++) {
    const Found *found = &g_array_index(asking->found, Found, i);
    if (i >= limit) {
      relata_path_answer_free(found->answer);
      continue;
    }
    g_array_append_val(reach->reached, found->at);
    g_ptr_array_add(reach->answers, found->answer);
  }
  return reach;
}

RelataPathReach *
relata_path_ask_reach(const RelataPathQuestion *question, guint limit, GError **error)
{
  g_return_val_if_fail(question != NULL && question->ground != NULL && limit > 0, NULL);
  RelataPathQuestion anybody = *question;
  anybody.to = question->from; /* checked as an end */
  if (!relata_path_question_check(&anybody, error))
    return NULL;
  Asking asking = {.question = relata_path_question_for_first(question),
                   .network = question->ground->network};
  if (!relata_path_question_parts(question, &asking.parts, error))
    return NULL;
  anybody.to = RELATA_NONE;
  RelataPathSearcher *searcher = question->ground->searcher;
  /* A part of whom is to be avoided may be asked about by its name. */
  g_autoptr(RelataPathSets) sets = relata_path_sets_new(&anybody, asking.network, asking.parts, FALSE);
  g_autoptr(GArray) candidates = candidates_of(&asking, searcher, sets);
  g_autoptr(GArray) found = asking.found = g_array_new(FALSE, FALSE, sizeof(Found));
  gboolean ok = TRUE;
  for (guint i = 0; ok && i < candidates->len; i++) {
    const RelataReached *next = &g_array_index(candidates, RelataReached, i);
    if (found->len > limit && compare_reached(&g_array_index(found, Found, limit), next) < 0)
      break;
    ok = ask_about(&asking, searcher, next->vertex, error);
  }
  RelataPathReach *reach = reach_of(&asking, limit);
  reach->left_out = !sets->possible;
  if (!ok)
    g_clear_pointer(&reach, relata_path_reach_free);
  return reach;
}

void
relata_path_reach_free(RelataPathReach *reach)
{
  if (reach == NULL)
    return;
  g_array_unref(reach->reached);
  g_ptr_array_unref(reach->answers);
  g_free(reach);
}

const RelataPath *
relata_path_reach_witness(const RelataPathReach *reach, guint index)
{
  g_return_val_if_fail(reach != NULL && index < reach->answers->len, NULL);
  return g_ptr_array_index(((const RelataPathAnswer *)g_ptr_array_index(reach->answers, index))->paths, 0);
}
