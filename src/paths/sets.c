/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "paths/sets.h"

#include "paths/path_view.h"
#include "text/check.h"

#include <string.h>

/* ── Who stands for whom ───────────────────────────────────────────────────────────────────── */

static gboolean
holds(const GArray *numbers, guint number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index(numbers, guint, i) == number)
      return TRUE;
  return FALSE;
}

static const guint *
numbers_of(const GArray *numbers)
{
  return (const guint *)(gconstpointer)numbers->data;
}

/* Adds the actors that stand for one: it, even where it is excluded, and its parts that are not. */
static void
add_members(GArray *actors, const RelataParts *parts, guint actor, const GArray *excluded)
{
  if (!holds(actors, actor))
    g_array_append_val(actors, actor);
  if (parts == NULL)
    return;
  g_autoptr(GArray) members = relata_parts_of(parts, actor);
  for (guint i = 1; i < members->len; i++) {
    const guint member = g_array_index(members, RelataMember, i).actor;
    if (!holds(excluded, member) && !holds(actors, member))
      g_array_append_val(actors, member);
  }
}

static GArray *
numbers_new(const guint *first, guint n)
{
  GArray *numbers = g_array_new(FALSE, FALSE, sizeof(guint));
  if (n > 0)
    g_array_append_vals(numbers, first, n);
  return numbers;
}

/* Replaces actors by vertices. Those that the network lacks are dropped. */
static void
to_vertices(const RelataNetwork *network, GArray *actors)
{
  guint n = 0;
  for (guint i = 0; i < actors->len; i++) {
    const guint vertex = network->vertices[g_array_index(actors, guint, i)];
    if (vertex != RELATA_NONE)
      g_array_index(actors, guint, n++) = vertex;
  }
  g_array_set_size(actors, n);
}

static gboolean
is_in_documents(const RelataSelection *selection, guint claim)
{
  return relata_selection_claim_passes(selection, claim, RELATA_FILTER_DOCUMENT) &&
         relata_selection_claim_passes(selection, claim, RELATA_FILTER_NOT_DOCUMENT) &&
         relata_selection_claim_passes(selection, claim, RELATA_FILTER_KNOWN_BY);
}

/* Whether the documents that are selected make a claim about the actor. Only of who has no tie are all claims
 * looked at. */
static gboolean
is_spoken_of(const RelataNetwork *network, const RelataSelection *selection, guint vertex)
{
  const RelataAdjacency *adjacency = relata_network_adjacency(network);
  const guint n_claims = relata_corpus_n_claims(network->corpus), actor = network->actors[vertex];
  if (adjacency->offsets[vertex] != adjacency->offsets[vertex + 1] ||
      !(relata_selection_is_set(selection, RELATA_FILTER_DOCUMENT) ||
        relata_selection_is_set(selection, RELATA_FILTER_NOT_DOCUMENT) ||
        relata_selection_is_set(selection, RELATA_FILTER_KNOWN_BY)))
    return TRUE;
  for (guint i = 0; i < n_claims; i++) {
    const RelataClaim *claim = relata_corpus_claim(network->corpus, i);
    if ((claim->from == actor || claim->to == actor) && is_in_documents(selection, i))
      return TRUE;
  }
  return FALSE;
}

/* Drops the ends of which the documents say nothing: a path without hops would have nothing to rest on. */
static void
drop_unspoken(const RelataNetwork *network, const RelataSelection *selection, GArray *vertices)
{
  for (guint i = vertices->len; selection != NULL && i > 0; i--)
    if (!is_spoken_of(network, selection, g_array_index(vertices, guint, i - 1)))
      g_array_remove_index(vertices, i - 1);
}

/* Who is named to be on the path is not avoided as a part of another. */
static void
set_avoided(RelataPathSets *sets, const RelataPathQuestion *question, const RelataParts *parts)
{
  g_autoptr(GArray) named = numbers_new(&question->from, 1);
  if (question->to != RELATA_NONE)
    g_array_append_val(named, question->to);
  if (question->n_via > 0)
    g_array_append_vals(named, question->via, question->n_via);
  for (guint i = 0; i < question->n_avoid; i++)
    add_members(sets->avoid, parts, question->avoid[i], named);
}

/* The parts of an end without the other end and those that are avoided. An actor asked for the way to itself
 * is itself only. */
static void
set_end(GArray *end, const RelataParts *parts, guint actor, guint other, const GArray *avoided)
{
  g_autoptr(GArray) excluded = numbers_new(numbers_of(avoided), avoided->len);
  g_array_append_val(excluded, other);
  add_members(end, actor == other ? NULL : parts, actor, excluded);
}

/* Returns whether each actor to go by has somebody in the network who stands for it. */
static gboolean
set_via(RelataPathSets *sets, const RelataPathQuestion *question, const RelataNetwork *network,
        const RelataParts *parts)
{
  gboolean all = TRUE;
  for (guint i = 0; i < question->n_via; i++) {
    g_autoptr(GArray) members = numbers_new(NULL, 0);
    add_members(members, parts, question->via[i], sets->avoid);
    to_vertices(network, members);
    all = all && members->len > 0;
    for (guint k = 0; k < members->len; k++) {
      g_array_append_val(sets->via, g_array_index(members, guint, k));
      g_array_append_val(sets->via_groups, i);
    }
  }
  return all;
}

RelataPathSets *
relata_path_sets_new(const RelataPathQuestion *question, const RelataNetwork *network,
                     const RelataParts *parts, gboolean avoid_parts)
{
  g_return_val_if_fail(question != NULL && network != NULL, NULL);
  const guint n_actors = relata_corpus_n_actors(network->corpus);
  const gboolean anybody = question->to == RELATA_NONE;
  g_return_val_if_fail(question->from < n_actors && (anybody || question->to < n_actors), NULL);
  g_return_val_if_fail(relata_all_below(question->via, question->n_via, n_actors), NULL);
  g_return_val_if_fail(relata_all_below(question->avoid, question->n_avoid, n_actors), NULL);
  RelataPathSets *sets = g_new0(RelataPathSets, 1);
  GArray **const arrays[] = {&sets->from, &sets->to, &sets->avoid, &sets->via, &sets->via_groups};
  for (guint i = 0; i < G_N_ELEMENTS(arrays); i++)
    *arrays[i] = numbers_new(NULL, 0);
  sets->same = anybody || question->from == question->to;
  set_avoided(sets, question, avoid_parts ? parts : NULL);
  set_end(sets->from, parts, question->from, question->to, sets->avoid);
  if (!anybody)
    set_end(sets->to, parts, question->to, question->from, sets->avoid);
  sets->possible = set_via(sets, question, network, parts);
  to_vertices(network, sets->from);
  to_vertices(network, sets->to);
  to_vertices(network, sets->avoid);
  drop_unspoken(network, question->selection, sets->from);
  drop_unspoken(network, question->selection, sets->to);
  sets->possible = sets->possible && sets->from->len > 0 && (anybody || sets->to->len > 0);
  sets->query = (RelataPathQuery){.from = sets->from->len > 0 ? numbers_of(sets->from)[0] : RELATA_NONE,
                                  .to = sets->to->len > 0 ? numbers_of(sets->to)[0] : RELATA_NONE,
                                  .directed = question->directed,
                                  .max_hops = question->max_hops,
                                  .via = numbers_of(sets->via),
                                  .n_via = sets->via->len,
                                  .via_groups = numbers_of(sets->via_groups),
                                  .avoid = numbers_of(sets->avoid),
                                  .n_avoid = sets->avoid->len,
                                  .pattern = question->pattern,
                                  .order = question->order,
                                  .in_order = question->in_order,
                                  .same = question->same,
                                  .source = RELATA_NONE,
                                  .mode = question->mode,
                                  .selector = question->selector,
                                  .groups = question->groups,
                                  .count = question->count,
                                  .probe = question->probe};
  return sets;
}

void
relata_path_sets_turn(RelataPathSets *sets, guint to)
{
  g_return_if_fail(sets != NULL);
  g_array_set_size(sets->to, 0);
  g_array_append_val(sets->to, to);
  sets->query.to = to;
}

void
relata_path_sets_free(RelataPathSets *sets)
{
  if (sets == NULL)
    return;
  GArray *const arrays[] = {sets->from, sets->to, sets->avoid, sets->via, sets->via_groups};
  for (guint i = 0; i < G_N_ELEMENTS(arrays); i++)
    g_array_unref(arrays[i]);
  g_free(sets);
}

/* ── Paths ─────────────────────────────────────────────────────────────────────────────────── */

/* A path of some pair, with what the order of all paths needs. */
typedef struct {
  RelataPath *path;
  guint *hops; /* indices in the adjacency's list, which are in the order of answers */
  guint start; /* index in sets->from */
  gint64 worth;
  gboolean cut; /* its pair has more paths */
} Candidate;

typedef struct {
  RelataPathSearcher *searcher;
  const RelataPathSets *sets;
  GArray *candidates;
  gboolean cut, gave_up;
} Merge;

static void
clear_candidate(gpointer data)
{
  Candidate *candidate = data;
  g_clear_pointer(&candidate->path, relata_path_free);
  g_free(candidate->hops);
}

static guint *
hops_of(const RelataAdjacency *adjacency, const RelataPath *path)
{
  guint *hops = g_new(guint, path->n_hops + 1);
  for (guint i = 0; i < path->n_hops; i++) {
    guint hop = adjacency->first[relata_adjacency_find(adjacency, path->vertices[i], path->vertices[i + 1])];
    while (adjacency->hops[hop].tie != path->hops[i].tie ||
           adjacency->hops[hop].forward != path->hops[i].forward)
      hop++;
    hops[i] = hop;
  }
  return hops;
}

/* Returns the path's worth. The order that avoids hubs counts those between the ends: the last actor's degree
 * is taken off, which is the same only for paths that end at the same actor. */
static gint64
worth_of(const RelataPathSpace *space, const RelataPath *path, const guint *hops)
{
  const guint end = path->vertices[path->n_hops];
  gint64 worth = relata_path_worth_of_nothing(space, TRUE);
  for (guint i = 0; i < path->n_hops; i++)
    worth = relata_path_worth_append(space, worth, hops[i], path->vertices[i + 1]);
  worth = relata_path_worth_join(space, worth, relata_path_worth_of_nothing(space, FALSE));
  if (space->order == RELATA_ORDER_AVOID_HUBS && path->n_hops > 0)
    worth += (gint64)space->others[end];
  return worth;
}

static gint
compare_candidates(gconstpointer a, gconstpointer b)
{
  const Candidate *one = a, *other = b;
  if (one->worth != other->worth)
    return one->worth > other->worth ? -1 : 1;
  if (one->path->n_hops != other->path->n_hops)
    return one->path->n_hops < other->path->n_hops ? -1 : 1;
  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  for (guint i = 0; i < one->path->n_hops; i++)
    if (one->hops[i] != other->hops[i])
      return one->hops[i] < other->hops[i] ? -1 : 1;
  return 0;
}

static void
take_paths(Merge *merge, const RelataPathSpace *space, guint start, RelataPathAnswer *answer)
{
  merge->gave_up = merge->gave_up || answer->gave_up;
  while (answer->paths->len > 0) {
    Candidate candidate = {.path = g_ptr_array_steal_index(answer->paths, answer->paths->len - 1),
                           .start = start,
                           .cut = answer->cut};
    candidate.hops = hops_of(merge->searcher->adjacency, candidate.path);
    candidate.worth = worth_of(space, candidate.path, candidate.hops);
    g_array_append_val(merge->candidates, candidate);
  }
}

static gboolean
search_pairs(Merge *merge, GError **error)
{
  const RelataPathSets *sets = merge->sets;
  RelataPathQuery query = sets->query;
  RelataPathSpace space;
  query.found = NULL;
  gboolean ok = TRUE;
  for (guint i = 0; ok && i < sets->from->len; i++)
    for (guint k = 0; ok && k < sets->to->len; k++) {
      query.from = g_array_index(sets->from, guint, i);
      query.to = g_array_index(sets->to, guint, k);
      if (query.from == query.to && !sets->same)
        continue;
      g_autoptr(GArray) sources = relata_path_sources_at(merge->searcher, query.same, query.from);
      for (guint n = 0; ok && n < sources->len; n++) {
        query.source = g_array_index(sources, guint, n);
        g_autoptr(RelataPathAnswer) answer = relata_path_search(merge->searcher, &query, error);
        ok = answer != NULL;
        relata_path_space_init(&space, merge->searcher, &query);
        if (ok)
          take_paths(merge, &space, i, answer);
        relata_path_space_clear(&space);
      }
    }
  return ok;
}

/* Returns how many of the sorted candidates are answers, apart from the limit of their number. */
static guint
count_wanted(const Merge *merge)
{
  const GArray *all = merge->candidates;
  const RelataPathQuery *query = &merge->sets->query;
  guint groups = query->selector == RELATA_PATHS_ALL      ? 1
                 : query->selector == RELATA_PATHS_GROUPS ? query->groups
                                                          : G_MAXUINT;
  if (query->selector == RELATA_PATHS_ANY)
    return MIN(all->len, 1);
  for (guint n = 0; n < all->len; n++) {
    const Candidate *at = &g_array_index(all, Candidate, n);
    const Candidate *before = n > 0 ? &g_array_index(all, Candidate, n - 1) : NULL;
    const gboolean opens =
        before == NULL || at->worth != before->worth || at->path->n_hops != before->path->n_hops;
    if (opens && groups-- == 0)
      return n;
  }
  return all->len;
}

static RelataPathAnswer *
answer_new(void)
{
  RelataPathAnswer *answer = g_new0(RelataPathAnswer, 1);
  answer->paths = g_ptr_array_new_with_free_func((GDestroyNotify)relata_path_free);
  return answer;
}

/* Keeps each path once: two sources may affirm all of its hops. */
static void
drop_twins(GArray *candidates)
{
  for (guint i = candidates->len; i-- > 1;) {
    Candidate *before = &g_array_index(candidates, Candidate, i - 1);
    if (compare_candidates(before, &g_array_index(candidates, Candidate, i)) != 0)
      continue;
    before->cut = before->cut || g_array_index(candidates, Candidate, i).cut;
    g_array_remove_index(candidates, i);
  }
}

static RelataPathAnswer *
answer_of(Merge *merge)
{
  const RelataPathQuery *query = &merge->sets->query;
  RelataPathAnswer *answer = answer_new();
  g_array_sort(merge->candidates, compare_candidates);
  drop_twins(merge->candidates);
  const guint n = count_wanted(merge);
  answer->gave_up = merge->gave_up;
  answer->cut = n > query->count;
  for (guint i = 0; i < n; i++) /* what is in no group that is asked for does not count */
    answer->cut = answer->cut || g_array_index(merge->candidates, Candidate, i).cut;
  gboolean more = TRUE;
  for (guint i = 0; more && i < MIN(n, query->count); i++) {
    Candidate *candidate = &g_array_index(merge->candidates, Candidate, i);
    answer->n_found++;
    if (query->found != NULL)
      more = query->found(candidate->path, query->data);
    else
      g_ptr_array_add(answer->paths, g_steal_pointer(&candidate->path));
  }
  return answer;
}

RelataPathAnswer *
relata_path_sets_search(RelataPathSearcher *searcher, const RelataPathSets *sets, GError **error)
{
  g_return_val_if_fail(searcher != NULL && sets != NULL, NULL);
  if (!sets->possible)
    return answer_new();
  if (sets->from->len == 1 && sets->to->len == 1 && sets->query.same == RELATA_SAME_NOTHING)
    return sets->same || sets->query.from != sets->query.to
               ? relata_path_search(searcher, &sets->query, error)
               : answer_new();
  Merge merge = {.searcher = searcher, .sets = sets};
  merge.candidates = g_array_new(FALSE, FALSE, sizeof(Candidate));
  g_array_set_clear_func(merge.candidates, clear_candidate);
  RelataPathAnswer *answer = search_pairs(&merge, error) ? answer_of(&merge) : NULL;
  g_array_unref(merge.candidates);
  return answer;
}

/* ── Reach ─────────────────────────────────────────────────────────────────────────────────── */

static gint
compare_reached(gconstpointer a, gconstpointer b)
{
  const RelataReached *one = a, *other = b;
  if (one->hops != other->hops)
    return one->hops < other->hops ? -1 : 1;
  return one->vertex < other->vertex ? -1 : one->vertex > other->vertex;
}

GArray *
relata_path_sets_reach(RelataPathSearcher *searcher, const RelataPathSets *sets, gboolean backward)
{
  g_return_val_if_fail(searcher != NULL && sets != NULL, NULL);
  const GArray *ends = backward ? sets->to : sets->from;
  const guint n = searcher->network->n_actors;
  GArray *reached = g_array_new(FALSE, FALSE, sizeof(RelataReached));
  g_autofree guint *hops = g_new(guint, MAX(n, 1));
  memset(hops, 0xff, n * sizeof *hops);
  for (guint i = 0; i < ends->len; i++) {
    RelataPathQuery query = sets->query;
    g_autoptr(GArray) sources = relata_path_sources_at(searcher, query.same, g_array_index(ends, guint, i));
    for (guint source = 0; source < sources->len; source++) {
      query.source = g_array_index(sources, guint, source);
      g_autoptr(GArray) one = relata_path_reach(searcher, &query, g_array_index(ends, guint, i), backward);
      for (guint k = 0; k < one->len; k++) {
        const RelataReached *at = &g_array_index(one, RelataReached, k);
        hops[at->vertex] = MIN(hops[at->vertex], at->hops);
      }
    }
  }
  for (guint vertex = 0; vertex < n; vertex++)
    if (hops[vertex] != G_MAXUINT) {
      const RelataReached at = {vertex, hops[vertex]};
      g_array_append_val(reached, at);
    }
  g_array_sort(reached, compare_reached);
  return reached;
}
