/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Path search: selects the search that answers a query, and finds the k best loopless paths.
 *
 * These are found in order, by partition (Yen 1971 in the form of Lawler 1972). After the first path of a set
 * is taken, the other paths of the set are split by where they leave it. Each part begins with one more hop
 * of that path and bans the hop that follows. Its own first path is found by a search for a single path. The
 * parts are disjoint, so no path is found twice. */
#include "paths/path.h"

#include "paths/path_space.h"
#include "text/error.h"

#include <string.h>

/* A set of paths, and its first path: all paths that begin with the first `n_prefix` hops and do not continue
 * with a banned hop. */
typedef struct {
  guint n_hops, n_prefix, n_banned;
  guint *hops, *banned;
  guint *vertices; /* n_hops + 1 */
  gint64 worth;
} Part;

typedef struct {
  const RelataPathQuery *query;
  RelataPathSpace space;
  GSequence *parts; /* ordered by their first paths */
  RelataPathAnswer *answer;
  gboolean stopped; /* by the caller's `found` */
  /* Of the first path, where all paths as good as it are asked for: */
  gint64 best;
  guint length;
} Search;

/* ── Answers ─────────────────────────────────────────────────────────────────────────────── */

void
relata_path_free(RelataPath *path)
{
  if (path == NULL)
    return;
  g_free(path->vertices);
  g_free(path->hops);
  g_free(path);
}

static RelataPath *
path_new(const Search *search, const guint *hops, guint n_hops)
{
  const RelataAdjacency *adjacency = search->space.adjacency;
  RelataPath *path = g_new0(RelataPath, 1);
  path->n_hops = n_hops;
  path->vertices = g_new(guint, n_hops + 1);
  path->hops = g_new(RelataHop, n_hops + 1);
  path->vertices[0] = search->query->from;
  for (guint i = 0; i < n_hops; i++) {
    path->vertices[i + 1] = relata_adjacency_leads_to(adjacency, path->vertices[i], hops[i]);
    path->hops[i] = adjacency->hops[hops[i]];
  }
  return path;
}

/* Reports a path. Returns FALSE where no more are wanted. */
static gboolean
say(Search *search, const guint *hops, guint n_hops)
{
  const RelataPathQuery *query = search->query;
  RelataPath *path = path_new(search, hops, n_hops);
  search->answer->n_found++;
  if (query->found == NULL) {
    g_ptr_array_add(search->answer->paths, path);
  } else {
    search->stopped = !query->found(path, query->data);
    relata_path_free(path);
  }
  return !search->stopped;
}

/* A visitor that reports paths until there are enough. With `probe` it waits for one more, which it does not
 * report. */
static gboolean
say_found(const GArray *hops, gpointer data)
{
  Search *search = data;
  if (search->answer->n_found == search->query->count) {
    search->answer->cut = TRUE;
    return FALSE;
  }
  if (!say(search, (const guint *)(gconstpointer)hops->data, hops->len))
    return FALSE;
  return search->answer->n_found < search->query->count || search->query->probe;
}

static gint64
worth_of(const Search *search, const guint *hops, guint n_hops)
{
  gint64 worth = relata_path_worth_of_nothing(&search->space, TRUE);
  guint vertex = search->query->from;
  for (guint i = 0; i < n_hops; i++) {
    vertex = relata_adjacency_leads_to(search->space.adjacency, vertex, hops[i]);
    worth = relata_path_worth_append(&search->space, worth, hops[i], vertex);
  }
  return relata_path_worth_join(&search->space, worth, relata_path_worth_of_nothing(&search->space, FALSE));
}

/* A visitor of paths in order that reports those as good as the first. */
static gboolean
say_best(const GArray *hops, gpointer data)
{
  Search *search = data;
  const gint64 worth = worth_of(search, (const guint *)(gconstpointer)hops->data, hops->len);
  if (search->answer->n_found == 0) {
    search->best = worth;
    search->length = hops->len;
  }
  return worth == search->best && hops->len == search->length && say_found(hops, data);
}

/* ── Partition ───────────────────────────────────────────────────────────────────────────── */

static void
part_free(gpointer data)
{
  Part *part = data;
  g_free(part->hops);
  g_free(part->banned);
  g_free(part->vertices);
  g_free(part);
}

static void
free_each(gpointer data, gpointer user_data)
{
  (void)user_data;
  part_free(data);
}

static gint
compare_parts(gconstpointer a, gconstpointer b, gpointer data)
{
  const Part *p = a, *q = b;
  (void)data;
  if (p->worth != q->worth)
    return p->worth > q->worth ? -1 : 1;
  if (p->n_hops != q->n_hops)
    return p->n_hops < q->n_hops ? -1 : 1;
  for (guint i = 0; i < p->n_hops; i++)
    if (p->hops[i] != q->hops[i])
      return p->hops[i] < q->hops[i] ? -1 : 1;
  return 0;
}

static gboolean
take_first(const GArray *hops, gpointer data)
{
  g_array_append_vals((GArray *)data, hops->data, hops->len);
  return FALSE;
}

/* Finds the strongest completion: the shortest path that uses only hops of the greatest strength level at
 * which there is a path. Strengths above that of the beginning's weakest hop are not tried, as they make the
 * path no better. */
static gboolean
complete_strongest(Search *search, const RelataPathStart *start, GArray *hops)
{
  RelataPathSpace *space = &search->space;
  const GArray *levels = space->strength_levels;
  g_autoptr(GArray) tried = g_array_new(FALSE, FALSE, sizeof(guint));
  guint low = 0, high = levels->len; /* range of the levels not yet known to be possible or impossible */
  gboolean found = FALSE;
  while (high > 0 && (gint64)g_array_index(levels, guint, high - 1) > start->so_far)
    high--;
  if (levels->len == 0) /* the network has no hops */
    return relata_path_meet(space, start, hops);
  for (guint level = 0; low < high; level = low + (high - low) / 2) {
    space->least_strength = g_array_index(levels, guint, level);
    g_array_set_size(tried, 0);
    if (relata_path_meet(space, start, tried)) {
      low = level + 1;
      found = TRUE;
      g_array_set_size(hops, 0);
      g_array_append_vals(hops, tried->data, tried->len);
    } else {
      high = level;
    }
  }
  space->least_strength = 0;
  return found;
}

/* Appends the hops of the first completion of a beginning. Returns FALSE where there is none. */
static gboolean
complete(Search *search, const RelataPathStart *start, GArray *hops)
{
  RelataPathSpace *space = &search->space;
  if (space->order == RELATA_ORDER_HOPS && !space->in_order)
    return relata_path_meet(space, start, hops);
  if (space->order == RELATA_ORDER_STRONGEST)
    return complete_strongest(search, start, hops);
  g_autoptr(RelataPathBound) bound = relata_path_bound_new(space, start);
  return relata_path_bound_each(bound, start, take_first, hops);
}

/* Adds the part that begins with n_prefix hops of a path, if it has a path. */
static void
add_part(Search *search, const guint *path, const guint *vertices, guint n_prefix, const guint *banned,
         guint n_banned)
{
  RelataPathSpace *space = &search->space;
  RelataPathSearcher *searcher = space->searcher;
  if (n_prefix > space->limit)
    return;
  RelataPathStart start = {vertices[n_prefix], n_banned > 0, relata_path_worth_of_nothing(space, TRUE),
                           space->limit - n_prefix};
  g_autoptr(GArray) hops = g_array_new(FALSE, FALSE, sizeof(guint));
  g_array_append_vals(hops, path, n_prefix);
  for (guint i = 0; i < n_prefix; i++)
    start.so_far = relata_path_worth_append(space, start.so_far, path[i], vertices[i + 1]);
  for (guint i = 0; i <= n_prefix; i++)
    searcher->closed[vertices[i]] = 1;
  searcher->closed[space->to] = 0; /* where a path without hops begins and ends */
  for (guint i = 0; i < n_banned; i++)
    searcher->banned[banned[i]] = 1;
  g_autoptr(GArray) rest = g_array_new(FALSE, FALSE, sizeof(guint));
  const gboolean found = complete(search, &start, rest);
  g_array_append_vals(hops, rest->data, rest->len);
  for (guint i = 0; i <= n_prefix; i++)
    searcher->closed[vertices[i]] = 0;
  for (guint i = 0; i < n_banned; i++)
    searcher->banned[banned[i]] = 0;
  if (!found)
    return;
  Part *part = g_new0(Part, 1);
  part->n_prefix = n_prefix;
  part->n_hops = hops->len;
  part->hops = (guint *)(void *)g_array_free(g_steal_pointer(&hops), FALSE);
  part->n_banned = n_banned;
  part->banned = g_memdup2(banned, n_banned * sizeof *banned);
  part->worth = worth_of(search, part->hops, part->n_hops);
  part->vertices = g_new(guint, part->n_hops + 1);
  part->vertices[0] = search->query->from;
  for (guint i = 0; i < part->n_hops; i++)
    part->vertices[i + 1] = relata_adjacency_leads_to(space->adjacency, part->vertices[i], part->hops[i]);
  g_sequence_insert_sorted(search->parts, part, compare_parts, NULL);
}

/* Adds the parts that remain of a part without its first path. With `any` it stops at the first part that has
 * a path. */
static void
split(Search *search, const Part *part, gboolean any)
{
  g_autofree guint *banned = g_new(guint, part->n_banned + 1);
  if (part->n_banned > 0)
    memcpy(banned, part->banned, part->n_banned * sizeof *banned);
  for (guint n_prefix = part->n_prefix; n_prefix < part->n_hops; n_prefix++) {
    const guint n_banned = n_prefix == part->n_prefix ? part->n_banned : 0;
    banned[n_banned] = part->hops[n_prefix];
    add_part(search, part->hops, part->vertices, n_prefix, banned, n_banned + 1);
    if (any && !g_sequence_is_empty(search->parts))
      return;
  }
}

static Part *
take_part(Search *search)
{
  if (g_sequence_is_empty(search->parts))
    return NULL;
  GSequenceIter *first = g_sequence_get_begin_iter(search->parts);
  Part *part = g_sequence_get(first);
  g_sequence_remove(first);
  return part;
}

static void
search_parts(Search *search)
{
  const RelataPathQuery *query = search->query;
  search->parts = g_sequence_new(NULL); /* without a destroy function, as removing a part must not free it */
  add_part(search, NULL, &query->from, 0, NULL, 0);
  for (Part *part; (part = take_part(search)) != NULL; part_free(part)) {
    const gboolean more = say(search, part->hops, part->n_hops);
    const gboolean full = search->answer->n_found == query->count;
    if (more && (!full || (query->probe && g_sequence_is_empty(search->parts))))
      split(search, part, full);
    if (!more || full) {
      search->answer->cut = full && !g_sequence_is_empty(search->parts);
      part_free(part);
      break;
    }
  }
  g_sequence_foreach(search->parts, free_each, NULL);
  g_sequence_free(search->parts);
}

/* ── Public functions ──────────────────────────────────────────────────────────────────────── */

static gboolean
holds(const guint *vertices, guint n, guint vertex)
{
  for (guint i = 0; i < n; i++)
    if (vertices[i] == vertex)
      return TRUE;
  return FALSE;
}

static guint
n_groups(const RelataPathQuery *query)
{
  return query->n_via == 0 || query->via_groups == NULL ? query->n_via
                                                        : query->via_groups[query->n_via - 1] + 1;
}

static const char *
find_fault(const RelataNetwork *network, const RelataPathQuery *query)
{
  gboolean known = query->from < network->n_actors && query->to < network->n_actors;
  gboolean both = FALSE;
  for (guint i = 0; i < query->n_via; i++) {
    known = known && query->via[i] < network->n_actors;
    both = both || holds(query->avoid, query->n_avoid, query->via[i]);
  }
  for (guint i = 0; i < query->n_avoid; i++)
    known = known && query->avoid[i] < network->n_actors;
  if (!known)
    return "an actor that the selection leaves out cannot be an end of a path, be on it, or be avoided";
  if (both)
    return "an actor cannot both be on the path and be avoided";
  if (holds(query->avoid, query->n_avoid, query->from) || holds(query->avoid, query->n_avoid, query->to))
    return "an end of the path cannot be avoided";
  if (n_groups(query) > RELATA_PATH_MAX_VIA)
    return "a path can be led by way of at most 16 actors";
  if (query->count == 0)
    return "at least one path must be asked for";
  if (query->directed && query->pattern != NULL)
    return "a pattern says the direction of each hop itself: it cannot be combined with 'directed'";
  if (query->in_order && query->pattern != NULL && relata_pattern_n_conditioned(query->pattern) > 0)
    return "the order of time goes by all claims of a hop, and its conditions by some of them: one search "
           "cannot do both";
  if (query->in_order && query->order != RELATA_ORDER_HOPS)
    return "hops in the order of time can be had with fewest hops only: the best way to an actor in another "
           "order may get there too late to go on";
  return NULL;
}

/* Returns the strength of the weakest hop; 0 where there are no hops. */
static guint
weakest(const RelataPathSpace *space, const GArray *hops)
{
  guint least = hops->len > 0 ? G_MAXUINT : 0;
  for (guint i = 0; i < hops->len; i++)
    least = MIN(least, space->strengths[space->adjacency->hops[g_array_index(hops, guint, i)].tie]);
  return least;
}

static void
run(Search *search)
{
  const RelataPathQuery *query = search->query;
  RelataPathSpace *space = &search->space;
  const gboolean several = query->count > 1 && !query->all;
  const gboolean loopless = query->pattern == NULL || query->loopless || several || query->n_via > 0;
  if (loopless)
    space->limit = MIN(space->limit, space->adjacency->n_vertices - 1);
  if (query->n_via > 0 || (loopless && query->pattern != NULL)) {
    relata_path_best_first(space, query, query->all ? say_best : say_found, search, &search->answer->gave_up);
  } else if (loopless && !query->all) {
    search_parts(search);
  } else {
    RelataPathStart start = {query->from, FALSE, relata_path_worth_of_nothing(space, TRUE), space->limit};
    g_autoptr(GArray) hops = g_array_new(FALSE, FALSE, sizeof(guint));
    if (!query->all && !query->probe) {
      if (complete(search, &start, hops))
        say(search, (const guint *)(gconstpointer)hops->data, hops->len);
      return;
    }
    if (space->order == RELATA_ORDER_STRONGEST) { /* all paths without hops weaker than the strongest's */
      if (!complete(search, &start, hops))
        return;
      space->least_strength = weakest(space, hops);
      space->order = RELATA_ORDER_HOPS;
      start.so_far = relata_path_worth_of_nothing(space, TRUE);
    }
    g_autoptr(RelataPathBound) bound = relata_path_bound_new(space, &start);
    relata_path_bound_each(bound, &start, say_found, search);
  }
}

RelataPathAnswer *
relata_path_search(RelataPathSearcher *searcher, const RelataPathQuery *query, GError **error)
{
  g_return_val_if_fail(searcher != NULL && query != NULL, NULL);
  g_return_val_if_fail((guint)query->order <= RELATA_ORDER_AVOID_HUBS, NULL);
  const char *fault = find_fault(searcher->network, query);
  if (fault != NULL) {
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_VALUE, fault);
    return NULL;
  }
  Search search = {.query = query, .answer = g_new0(RelataPathAnswer, 1)};
  search.answer->paths = g_ptr_array_new_with_free_func((GDestroyNotify)relata_path_free);
  relata_path_space_init(&search.space, searcher, query);
  for (guint i = 0; i < query->n_avoid; i++)
    searcher->closed[query->avoid[i]] = 1;
  run(&search);
  for (guint i = 0; i < query->n_avoid; i++)
    searcher->closed[query->avoid[i]] = 0;
  relata_path_space_clear(&search.space);
  return search.answer;
}

void
relata_path_answer_free(RelataPathAnswer *answer)
{
  if (answer == NULL)
    return;
  g_ptr_array_unref(answer->paths);
  g_free(answer);
}

GArray *
relata_path_edges(const GPtrArray *paths)
{
  g_return_val_if_fail(paths != NULL, NULL);
  GArray *edges = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < paths->len; i++) {
    const RelataPath *path = g_ptr_array_index(paths, i);
    for (guint k = 0; k < path->n_hops; k++)
      g_array_append_val(edges, path->hops[k].tie);
  }
  return edges;
}
