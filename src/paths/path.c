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

/* Limit of hops looked at while walks that do not keep to the mode are passed over. */
#define MOST_WORK 20000000

typedef struct {
  const RelataPathQuery *query;
  RelataPathSpace space;
  RelataPathAnswer *answer;
  gboolean stopped; /* by the caller's `found` */
  /* Where groups of equally good paths are asked for: */
  guint groups; /* their number; 0: they are not */
  guint n_groups;
  gint64 worth; /* of the current group */
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

/* Whether the path belongs to the groups that are asked for. */
static gboolean
is_wanted(Search *search, const guint *hops, guint n)
{
  if (search->groups == 0)
    return TRUE;
  const gint64 worth = relata_path_worth_of(&search->space, search->query->from, hops, n);
  if (search->n_groups == 0 || worth != search->worth || n != search->length)
    search->n_groups++;
  search->worth = worth;
  search->length = n;
  return search->n_groups <= search->groups;
}

/* A visitor that reports the paths asked for. With `probe` it waits for one more, which it does not report.
 */
static RelataPathHearing
hear(const guint *hops, guint n, gpointer data)
{
  Search *search = data;
  const RelataPathQuery *query = search->query;
  if (!is_wanted(search, hops, n))
    return RELATA_ENOUGH;
  if (search->answer->n_found == query->count) {
    search->answer->cut = TRUE;
    return RELATA_ENOUGH;
  }
  if (!say(search, hops, n) || query->selector == RELATA_PATHS_ANY)
    return RELATA_ENOUGH;
  if (search->answer->n_found < query->count)
    return RELATA_GO_ON;
  return !query->probe ? RELATA_ENOUGH : search->groups > 0 ? RELATA_GO_ON : RELATA_ONE_MORE;
}

/* ── Searches ────────────────────────────────────────────────────────────────────────────── */

static void
by_partition(Search *search)
{
  const RelataPathQuery *query = search->query;
  const gboolean more = relata_path_partition(&search->space, query->from, hear, search);
  if (more && search->groups == 0 && search->answer->n_found == query->count)
    search->answer->cut = TRUE;
}

static void
by_beginnings(Search *search)
{
  const RelataPathEffort effort =
      search->query->selector == RELATA_PATHS_ANY ? RELATA_EFFORT_EASY : RELATA_EFFORT_FULL;
  if (!relata_path_best_first(&search->space, search->query, effort, hear, search))
    search->answer->gave_up = TRUE;
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

static RelataPathStart
start_of(const Search *search)
{
  const RelataPathSpace *space = &search->space;
  return (RelataPathStart){search->query->from, FALSE, relata_path_worth_of_nothing(space, TRUE),
                           space->limit};
}

/* Reports the best walks that keep to the mode. Returns whether there are walks, though none of the best may
 * keep to it. */
static gboolean
say_best_walks(Search *search)
{
  RelataPathSpace *space = &search->space;
  const RelataPathOrder order = space->order;
  RelataPathStart start = start_of(search);
  guint64 work = MOST_WORK;
  if (order == RELATA_ORDER_STRONGEST) { /* all paths without hops weaker than the strongest's */
    g_autoptr(GArray) hops = g_array_new(FALSE, FALSE, sizeof(guint));
    if (!relata_path_complete(space, &start, hops))
      return FALSE;
    space->least_strength = weakest(space, hops);
    space->order = RELATA_ORDER_HOPS;
    start = start_of(search);
  }
  g_autoptr(RelataPathBound) bound = relata_path_bound_new(space, &start);
  const gboolean any =
      relata_path_bound_each(bound, &start, hear, search, space->mode == RELATA_MODE_WALK ? NULL : &work);
  space->order = order;
  space->least_strength = 0;
  search->answer->gave_up = work == 0;
  return any;
}

/* Reports the first of the best walks if it keeps to the mode. Returns whether there is a walk. */
static gboolean
say_first_walk(Search *search)
{
  RelataPathSpace *space = &search->space;
  const RelataPathStart start = start_of(search);
  g_autoptr(GArray) hops = g_array_new(FALSE, FALSE, sizeof(guint));
  if (!relata_path_complete(space, &start, hops))
    return FALSE;
  const guint *row = (const guint *)(gconstpointer)hops->data;
  if (relata_path_keeps_mode(space, start.vertex, row, hops->len))
    say(search, row, hops->len);
  return TRUE;
}

/* Counts paths up to the second. */
static RelataPathHearing
count_two(const guint *hops, guint n, gpointer data)
{
  guint *count = data;
  (void)hops;
  (void)n;
  return ++*count < 2 ? RELATA_GO_ON : RELATA_ENOUGH;
}

/* Finds out whether there is another path than the first, unless that takes much work. */
static void
probe_for_second(Search *search)
{
  guint n = 0;
  relata_path_best_first(&search->space, search->query, RELATA_EFFORT_SMALL, count_two, &n);
  search->answer->cut = n == 2;
}

/* Looks at the best walks only. Returns FALSE where there are walks, but none of the best keeps to the mode.
 * It is not looked at where they all do. */
static gboolean
by_walks(Search *search, gboolean all_keep)
{
  const RelataPathMode mode = search->space.mode;
  const RelataPathQuery *query = search->query;
  RelataPathAnswer *answer = search->answer;
  const gboolean first = search->groups == 0 && (!query->probe || query->selector == RELATA_PATHS_ANY);
  search->space.mode = all_keep ? RELATA_MODE_WALK : mode;
  gboolean any = first && say_first_walk(search);
  if (!first || (any && answer->n_found == 0)) /* another one may keep to the mode */
    any = say_best_walks(search);
  search->space.mode = mode;
  if (!any || answer->n_found == 0)
    return !any || answer->gave_up;
  answer->gave_up = answer->gave_up && search->groups > 0;
  if (query->probe && !first && search->groups == 0 && !answer->cut && !search->stopped)
    probe_for_second(search);
  return TRUE;
}

static RelataPathAnswered
answered(const RelataPathQuery *query, const char **why)
{
  return relata_path_rule(relata_path_mode_of(query->mode, query->pattern != NULL, query->from == query->to),
                          query->selector, query->count > 1,
                          query->in_order ? RELATA_ORDERED_IN_TIME : (RelataPathOrdered)query->order,
                          query->n_via > 0         ? RELATA_ASKS_VIA
                          : query->pattern != NULL ? RELATA_ASKS_ALONG
                                                   : RELATA_ASKS_PLAIN,
                          why);
}

static void
run(Search *search)
{
  RelataPathSpace *space = &search->space;
  if (space->mode >= RELATA_MODE_ACYCLIC) /* each actor once, and perhaps the first again */
    space->limit = MIN(space->limit, space->adjacency->n_vertices);
  switch (answered(search->query, NULL)) {
  case RELATA_ANSWER_PARTS:
    by_partition(search);
    break;
  case RELATA_ANSWER_WALKS:
    by_walks(search, TRUE);
    break;
  case RELATA_ANSWER_CHECKED:
    if (!by_walks(search, FALSE))
      by_beginnings(search);
    break;
  case RELATA_ANSWER_BEGINNINGS:
    by_beginnings(search);
    break;
  case RELATA_ANSWER_REFUSED:
  case RELATA_N_ANSWERS:
  default:
    break;
  }
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
  if (query->count == 0 || (query->selector == RELATA_PATHS_GROUPS && query->groups == 0))
    return "at least one path must be asked for";
  if (query->directed && query->pattern != NULL)
    return "a pattern says the direction of each hop itself: it cannot be combined with 'directed'";
  if (query->in_order && query->pattern != NULL && relata_pattern_n_conditioned(query->pattern) > 0)
    return "the order of time goes by all claims of a hop, and its conditions by some of them: one search "
           "cannot do both";
  if (query->in_order && query->order != RELATA_ORDER_HOPS)
    return "hops in the order of time can be had with fewest hops only: the best way to an actor in another "
           "order may get there too late to go on";
  const char *why;
  answered(query, &why);
  return why;
}

RelataPathAnswer *
relata_path_search(RelataPathSearcher *searcher, const RelataPathQuery *query, GError **error)
{
  g_return_val_if_fail(searcher != NULL && query != NULL, NULL);
  g_return_val_if_fail((guint)query->order <= RELATA_ORDER_AVOID_HUBS, NULL);
  g_return_val_if_fail((guint)query->mode < RELATA_N_MODES && (guint)query->selector < RELATA_N_PATHS, NULL);
  const char *fault = find_fault(searcher->network, query);
  if (fault != NULL) {
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_VALUE, fault);
    return NULL;
  }
  Search search = {.query = query, .answer = g_new0(RelataPathAnswer, 1)};
  search.groups = query->selector == RELATA_PATHS_ALL      ? 1
                  : query->selector == RELATA_PATHS_GROUPS ? query->groups
                                                           : 0;
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
