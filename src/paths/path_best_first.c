/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Paths in any mode, along a pattern or through given actors, best first (A*: Hart, Nilsson & Raphael 1968).
 * To find even one that comes to no actor or no tie twice is NP-hard (Mendelzon & Wood 1995 for patterns), so
 * the search has a work limit. Beginnings of paths are kept in the order of the worth of the best walk that
 * completes them, equals in the order of answers. A beginning comes before all that continue it, so complete
 * paths come up in the order of answers. A beginning keeps the set of states that it can be in, so that each
 * sequence of hops comes up once, even if the pattern matches it in several ways. */
#include "analysis/heap.h"
#include "paths/path_space.h"

#include <string.h>

/* Limit of beginnings. Each takes about 60 bytes and a look at the ties of its last actor. */
#define MOST_BEGINNINGS 2000000
/* Limit of ties looked at. */
#define MOST_WORK 60000000
/* What a small effort is of a full one. */
#define SMALL 40

typedef struct {
  guint parent; /* index of a beginning, or RELATA_NONE */
  guint hop;
  guint vertex;
  guint n_hops;
  guint set; /* groups of which a vertex is still to be visited, as bits */
  guint64 states;
  gint64 so_far;
  /* The worth of the best walk with this beginning, and its number of hops. */
  gint64 worth;
  guint length;
  gboolean whole; /* it is a complete path: reported instead of continued */
} Beginning;

/* What all that completes a beginning of a walk depends on. */
typedef struct {
  guint vertex, set;
  guint n_hops; /* 0 where their number is not limited */
  guint64 states;
  gint64 so_far;
} Stand;

typedef struct {
  RelataPathSpace *space;
  RelataPathBound *bound;
  RelataPathTours *tours; /* or NULL */
  GArray *beginnings;     /* of Beginning */
  RelataHeap heap;        /* of indices of beginnings */
  GArray *hops;           /* scratch memory: those of one */
  guint limit;
  gboolean easy; /* what is nearest to the end comes first */
  /* By Stand: how many beginnings there were continued; or NULL. More than paths are asked for, and one to
   * see that there are more, are of no use, as what completes the first completes the others to something
   * worse. This is so of walks. Without actors to go by each beginning leads to a path, and it is not needed.
   */
  GHashTable *stands;
  guint most_stands;
  guint64 work;
} Search;

static const Beginning *
beginning(const Search *search, guint index)
{
  return &g_array_index(search->beginnings, Beginning, index);
}

static void
row_of(const Search *search, guint index, GArray *hops)
{
  const guint n = beginning(search, index)->n_hops;
  g_array_set_size(hops, n);
  for (guint i = n; i > 0; i--) {
    const Beginning *at = beginning(search, index);
    g_array_index(hops, guint, i - 1) = at->hop;
    index = at->parent;
  }
}

static gboolean
comes_before(guint a, guint b, gconstpointer data)
{
  const Search *search = data;
  const Beginning *one = beginning(search, a), *other = beginning(search, b);
  const guint left = one->length - one->n_hops, other_left = other->length - other->n_hops;
  if (search->easy && left != other_left)
    return left < other_left;
  if (one->worth != other->worth)
    return one->worth > other->worth;
  if (one->length != other->length)
    return one->length < other->length;
  for (guint i = one->n_hops; i > other->n_hops; i--)
    a = beginning(search, a)->parent;
  for (guint i = other->n_hops; i > one->n_hops; i--)
    b = beginning(search, b)->parent;
  guint p = 0, q = 0; /* the first hops that differ: nothing does before the beginning that both continue */
  for (; a != b; a = beginning(search, a)->parent, b = beginning(search, b)->parent)
    if (beginning(search, a)->hop != beginning(search, b)->hop) {
      p = beginning(search, a)->hop;
      q = beginning(search, b)->hop;
    }
  if (p != q)
    return p < q;
  if (one->n_hops != other->n_hops)
    return one->n_hops < other->n_hops;
  return one->whole && !other->whole;
}

static void
push(Search *search, const Beginning *new_one)
{
  g_array_append_vals(search->beginnings, new_one, 1);
  relata_heap_push(&search->heap, search->beginnings->len - 1);
}

/* Adds a beginning if some walk completes it. If it is already a path, adds that too. */
static void
add(Search *search, Beginning *new_one)
{
  const RelataPathSpace *space = search->space;
  if (new_one->n_hops > search->limit)
    return;
  const guint left = search->limit - new_one->n_hops;
  if (new_one->set == 0 && new_one->vertex == space->to) {
    for (guint state = 0; state < space->n_states; state++) {
      const gint64 worth =
          (new_one->states >> state & 1) != 0 && relata_path_ends(space, space->to, state)
              ? relata_path_worth_join(space, new_one->so_far, relata_path_worth_of_nothing(space, FALSE))
              : RELATA_WORTHLESS;
      if (worth == RELATA_WORTHLESS)
        continue;
      Beginning path = *new_one;
      path.whole = TRUE;
      path.worth = worth;
      path.length = path.n_hops;
      push(search, &path);
      break;
    }
  }
  if (!relata_path_goes_on(space, new_one->vertex, new_one->n_hops))
    return;
  guint length, least = 0;
  if (search->tours != NULL) {
    least = relata_path_tours_bound(search->tours, new_one->vertex, new_one->set);
    if (least > left || least >= RELATA_PATH_FAR)
      return;
  }
  new_one->worth =
      relata_path_bound_best(search->bound, new_one->vertex, new_one->states, new_one->so_far, left, &length);
  new_one->length = new_one->n_hops + MAX(length, least);
  if (new_one->worth != RELATA_WORTHLESS)
    push(search, new_one);
}

/* Whether the beginning keeps to the mode with one more hop. */
static gboolean
may_add(const Search *search, guint index, guint hop, guint next)
{
  if (search->space->mode == RELATA_MODE_WALK)
    return TRUE;
  for (; index != RELATA_NONE; index = beginning(search, index)->parent) {
    const Beginning *at = beginning(search, index);
    if (relata_path_bars(search->space, at->vertex, at->parent != RELATA_NONE ? at->hop : RELATA_NONE, hop,
                         next))
      return FALSE;
  }
  return TRUE;
}

static void
go_on(Search *search, guint index)
{
  const RelataPathSpace *space = search->space;
  const RelataAdjacency *adjacency = space->adjacency;
  const Beginning from = *beginning(search, index);
  const gboolean by_actor = space->mode >= RELATA_MODE_ACYCLIC; /* all hops to one are barred, or none */
  for (guint place = adjacency->offsets[from.vertex]; place < adjacency->offsets[from.vertex + 1]; place++) {
    const guint next = adjacency->neighbours[place], first = adjacency->first[place];
    guint end = adjacency->first[place + 1]; /* end of the hops that can be walked in some direction */
    while (end > first && RELATA_KIND_WAYS(adjacency->kinds[end - 1]) == 0)
      end--;
    if (end == first)
      continue;
    search->work += 1 + from.n_hops + end - first;
    if (space->searcher->closed[next] ||
        (search->tours != NULL && !relata_path_tours_open(search->tours, next)) ||
        (by_actor && !may_add(search, index, first, next)))
      continue;
    for (guint hop = first; hop < end; hop++) {
      Beginning then = {
          .parent = index, .hop = hop, .vertex = next, .n_hops = from.n_hops + 1, .set = from.set};
      then.states = relata_path_step(space, from.vertex, from.states, hop);
      if (then.states == 0 || (!by_actor && !may_add(search, index, hop, next)))
        continue;
      then.so_far = relata_path_worth_append(space, from.so_far, hop, next);
      if (then.so_far == RELATA_WORTHLESS)
        continue;
      if (search->tours != NULL)
        then.set &= ~relata_path_tours_groups(search->tours, next);
      add(search, &then);
    }
  }
}

static guint
hash_stand(gconstpointer key)
{
  const Stand *stand = key;
  const guint64 parts[] = {stand->vertex, stand->set, stand->n_hops, stand->states, (guint64)stand->so_far};
  guint64 hash = 0;
  for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
    hash = (hash ^ parts[i]) * 0x9e3779b97f4a7c15u;
  return (guint)(hash >> 32);
}

static gboolean
is_same_stand(gconstpointer a, gconstpointer b)
{
  const Stand *one = a, *other = b;
  return one->vertex == other->vertex && one->set == other->set && one->n_hops == other->n_hops &&
         one->states == other->states && one->so_far == other->so_far;
}

/* Whether enough beginnings like this one were continued; counts it otherwise. */
static gboolean
is_of_no_use(Search *search, const Beginning *at)
{
  if (search->stands == NULL)
    return FALSE;
  const RelataPathSpace *space = search->space;
  Stand *stand = g_new(Stand, 1);
  *stand = (Stand){at->vertex, at->set, space->limit < G_MAXINT32 ? at->n_hops : 0, at->states,
                   space->order == RELATA_ORDER_AVOID_HUBS ? 0 : at->so_far}; /* in a sum more is better */
  const guint n = GPOINTER_TO_UINT(g_hash_table_lookup(search->stands, stand));
  if (n > search->most_stands) {
    g_free(stand);
    return TRUE;
  }
  g_hash_table_replace(search->stands, stand, GUINT_TO_POINTER(n + 1));
  return FALSE;
}

/* Takes out beginnings until enough was found. Returns FALSE where the work limit was reached. */
static gboolean
take_in_order(Search *search, guint64 share, RelataPathVisit found, gpointer data)
{
  while (!relata_heap_is_empty(&search->heap)) {
    const guint index = relata_heap_pop(&search->heap);
    if (!beginning(search, index)->whole) {
      if (is_of_no_use(search, beginning(search, index)))
        continue;
      go_on(search, index);
      if (search->beginnings->len > MOST_BEGINNINGS / share || search->work > MOST_WORK / share)
        return FALSE;
      continue;
    }
    row_of(search, index, search->hops);
    if (found((const guint *)(gconstpointer)search->hops->data, search->hops->len, data) == RELATA_ENOUGH)
      break;
  }
  return TRUE;
}

gboolean
relata_path_best_first(RelataPathSpace *space, const RelataPathQuery *query, RelataPathEffort effort,
                       RelataPathVisit found, gpointer data)
{
  Search search = {.space = space, .easy = effort == RELATA_EFFORT_EASY};
  if (query->n_via > 0) {
    search.tours = relata_path_tours_new(space, query);
    if (search.tours == NULL)
      return TRUE;
  }
  search.bound = relata_path_bound_new(space, NULL);
  search.beginnings = g_array_new(FALSE, FALSE, sizeof(Beginning));
  search.heap = relata_heap_new(comes_before, &search);
  search.hops = g_array_new(FALSE, FALSE, sizeof(guint));
  search.limit = MIN(space->limit, RELATA_PATH_FAR);
  if (space->mode >= RELATA_MODE_ACYCLIC) /* each actor once, and perhaps the first again */
    search.limit = MIN(search.limit, space->adjacency->n_vertices);
  if (space->mode == RELATA_MODE_WALK && query->n_via > 0)
    search.stands = g_hash_table_new_full(hash_stand, is_same_stand, g_free, NULL);
  search.most_stands = query->count;
  Beginning start = {.parent = RELATA_NONE, .vertex = query->from, .states = 1};
  start.so_far = relata_path_worth_of_nothing(space, TRUE);
  start.set = search.tours != NULL ? relata_path_tours_all(search.tours) : 0;
  add(&search, &start);
  const gboolean complete = take_in_order(&search, effort == RELATA_EFFORT_SMALL ? SMALL : 1, found, data);
  g_array_unref(search.beginnings);
  relata_heap_clear(&search.heap);
  g_clear_pointer(&search.stands, g_hash_table_unref);
  g_array_unref(search.hops);
  relata_path_bound_free(search.bound);
  relata_path_tours_free(search.tours);
  return complete;
}
