/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Path search: what is asked, the order of the answers, and parallel ties.
 *
 * The paths over pairs of actors come one after the other, in order, by partition (Yen 1971 in the form of
 * Lawler 1972): all paths but the first of a set are split by where they leave it, each part begins with one
 * more vertex of that path and forbids its next hop, and its own first path is found by path_finder.h. The
 * parts have no path in common, so none is found twice. Each path over actors then gives, in order, all
 * choices of parallel ties along it: since actors' ids decide before any tie does, these follow each other.
 */
#include "analysis/path.h"

#include "analysis/path_finder.h"
#include "text/error.h"

#include <string.h>

/* A set of paths (those with the first `n_prefix` vertices, and not followed by a banned one) and its first
 * path. */
typedef struct {
  guint n_vertices, n_prefix, n_banned;
  guint *vertices, *banned;
} Part;

typedef struct {
  const RelataPathQuery *query;
  RelataPathFinder finder;
  guint limit;      /* of hops */
  GSequence *parts; /* in the order of their first paths */
  RelataPathAnswer *answer;
} Search;

static void
part_free(gpointer data)
{
  Part *part = data;
  g_free(part->vertices);
  g_free(part->banned);
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
  if (p->n_vertices != q->n_vertices)
    return p->n_vertices < q->n_vertices ? -1 : 1;
  for (guint i = 0; i < p->n_vertices; i++)
    if (p->vertices[i] != q->vertices[i])
      return p->vertices[i] < q->vertices[i] ? -1 : 1;
  return 0;
}

/* Adds the part with its first path, if it has one. */
static void
add_part(Search *search, const guint *prefix, guint n_prefix, const guint *banned, guint n_banned)
{
  if (n_prefix - 1 >= search->limit)
    return;
  g_autoptr(GArray) vertices = g_array_new(FALSE, FALSE, sizeof(guint));
  RelataPathPrefix beginning = {prefix, n_prefix, banned, n_banned, search->limit - (n_prefix - 1)};
  g_array_append_vals(vertices, prefix, n_prefix);
  if (!relata_path_finder_complete(&search->finder, &beginning, vertices))
    return;
  Part *part = g_new0(Part, 1);
  part->n_prefix = n_prefix;
  part->n_vertices = vertices->len;
  part->vertices = (guint *)(void *)g_array_free(g_steal_pointer(&vertices), FALSE);
  part->n_banned = n_banned;
  part->banned = g_memdup2(banned, n_banned * sizeof *banned);
  g_sequence_insert_sorted(search->parts, part, compare_parts, NULL);
}

/* Adds what remains of a part without its first path. When `any` it stops at the first part that has a path.
 */
static void
split(Search *search, const Part *part, gboolean any)
{
  g_autofree guint *banned = g_new(guint, part->n_banned + 1);
  if (part->n_banned > 0)
    memcpy(banned, part->banned, part->n_banned * sizeof *banned);
  for (guint n_prefix = part->n_prefix; n_prefix < part->n_vertices; n_prefix++) {
    guint n_banned = n_prefix == part->n_prefix ? part->n_banned : 0;
    banned[n_banned] = part->vertices[n_prefix];
    add_part(search, part->vertices, n_prefix, banned, n_banned + 1);
    if (search->finder.gave_up || (any && !g_sequence_is_empty(search->parts)))
      return;
  }
}

/* The next part in order, to be freed; NULL where there is none of at most `limit` hops. */
static Part *
take_part(Search *search)
{
  if (g_sequence_is_empty(search->parts))
    return NULL;
  GSequenceIter *first = g_sequence_get_begin_iter(search->parts);
  Part *part = g_sequence_get(first);
  if (part->n_vertices - 1 > search->limit)
    return NULL;
  g_sequence_remove(first);
  return part;
}

static void
path_free(gpointer data)
{
  RelataPath *path = data;
  g_free(path->vertices);
  g_free(path->hops);
  g_free(path);
}

/* Adds a path over actors with every choice of ties, the last hop's changing fastest. FALSE when the answer
 * was full before all were said. */
static gboolean
spell_out(Search *search, const Part *part)
{
  const RelataAdjacency *out = search->finder.out;
  const guint n_hops = part->n_vertices - 1;
  g_autofree guint *first = g_new(guint, n_hops + 1);
  g_autofree guint *end = g_new(guint, n_hops + 1);
  g_autofree guint *at = g_new(guint, n_hops + 1);
  for (guint i = 0; i < n_hops; i++) {
    guint place = relata_adjacency_find(out, part->vertices[i], part->vertices[i + 1]);
    at[i] = first[i] = out->first[place];
    end[i] = out->first[place + 1];
  }
  for (;;) {
    if (search->answer->paths->len == search->query->count)
      return FALSE;
    RelataPath *path = g_new0(RelataPath, 1);
    path->n_hops = n_hops;
    path->vertices = g_memdup2(part->vertices, part->n_vertices * sizeof *part->vertices);
    path->hops = g_new(RelataHop, n_hops + 1);
    for (guint i = 0; i < n_hops; i++)
      path->hops[i] = out->hops[at[i]];
    g_ptr_array_add(search->answer->paths, path);
    guint i = n_hops;
    while (i > 0 && ++at[i - 1] == end[i - 1]) {
      at[i - 1] = first[i - 1];
      i--;
    }
    if (i == 0)
      return TRUE;
  }
}

static void
search_all(Search *search)
{
  const RelataPathQuery *query = search->query;
  RelataPathAnswer *answer = search->answer;
  add_part(search, &query->from, 1, NULL, 0);
  for (Part *part; (part = take_part(search)) != NULL; part_free(part)) {
    if (query->all)
      search->limit = part->n_vertices - 1;
    if (!spell_out(search, part)) {
      answer->cut = TRUE;
    } else {
      gboolean full = answer->paths->len == query->count;
      if (!full || g_sequence_is_empty(search->parts))
        split(search, part, full);
      if (full) {
        Part *more = take_part(search);
        answer->cut = more != NULL;
        g_clear_pointer(&more, part_free);
      }
    }
    if (answer->cut || answer->paths->len == query->count || search->finder.gave_up) {
      part_free(part);
      break;
    }
  }
  answer->gave_up = search->finder.gave_up;
}

static gboolean
holds(const guint *vertices, guint n, guint vertex)
{
  for (guint i = 0; i < n; i++)
    if (vertices[i] == vertex)
      return TRUE;
  return FALSE;
}

static gboolean
check(const RelataNetwork *network, const RelataPathQuery *query, GError **error)
{
  const char *wrong = NULL;
  gboolean known = query->from < network->n_actors && query->to < network->n_actors;
  for (guint i = 0; i < query->n_via; i++) {
    known = known && query->via[i] < network->n_actors;
    if (holds(query->avoid, query->n_avoid, query->via[i]))
      wrong = "an actor cannot both be on the path and be avoided";
  }
  for (guint i = 0; i < query->n_avoid; i++)
    known = known && query->avoid[i] < network->n_actors;
  if (!known)
    wrong = "an actor that the selection leaves out cannot be an end of a path, be on it, or be avoided";
  else if (holds(query->avoid, query->n_avoid, query->from) || holds(query->avoid, query->n_avoid, query->to))
    wrong = "an end of the path cannot be avoided";
  else if (query->n_via > RELATA_PATH_MAX_VIA)
    wrong = "a path can be led by way of at most 16 actors";
  else if (query->count == 0)
    wrong = "at least one path must be asked for";
  if (wrong != NULL)
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_VALUE, wrong);
  return wrong == NULL;
}

/* Vertices to be visited; the ends, which always are, and repetitions do not count. */
static void
set_via(RelataPathFinder *finder, const RelataPathQuery *query, guint n_vertices)
{
  finder->via = g_new0(guint8, n_vertices);
  for (guint i = 0; i < query->n_via; i++) {
    guint vertex = query->via[i];
    if (vertex != query->from && vertex != query->to && finder->via[vertex] == 0)
      finder->via[vertex] = (guint8)++finder->n_via;
  }
}

RelataPathAnswer *
relata_path_search(const RelataNetwork *network, const RelataPathQuery *query, GError **error)
{
  if (!check(network, query, error))
    return NULL;
  g_autoptr(RelataAdjacency) out = relata_adjacency_new(network, query->directed, FALSE);
  g_autoptr(RelataAdjacency) in = query->directed ? relata_adjacency_new(network, TRUE, TRUE) : NULL;
  Search search = {.query = query, .limit = network->n_actors - 1};
  if (query->max_hops != 0)
    search.limit = MIN(search.limit, query->max_hops);
  search.parts = g_sequence_new(NULL); /* taking a part out must not free it */
  search.answer = g_new0(RelataPathAnswer, 1);
  search.answer->paths = g_ptr_array_new_with_free_func(path_free);
  relata_path_finder_init(&search.finder, out, in != NULL ? in : out, query->to);
  search.finder.work = RELATA_PATH_WORK;
  set_via(&search.finder, query, network->n_actors);
  for (guint i = 0; i < query->n_avoid; i++)
    search.finder.closed[query->avoid[i]] = 1;
  if (query->from != query->to) {
    search_all(&search);
  } else if (search.finder.n_via == 0) {
    guint vertex = query->from;
    Part nowhere = {.n_vertices = 1, .vertices = &vertex};
    spell_out(&search, &nowhere);
  }
  relata_path_finder_clear(&search.finder);
  g_sequence_foreach(search.parts, free_each, NULL);
  g_sequence_free(search.parts);
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

guint
relata_path_reach(const RelataNetwork *network, const RelataPathQuery *query, guint vertex, gboolean backward)
{
  if (vertex >= network->n_actors || holds(query->avoid, query->n_avoid, vertex))
    return 0;
  g_autoptr(RelataAdjacency) adjacency = relata_adjacency_new(network, query->directed, backward);
  g_autofree guint8 *closed = g_new0(guint8, network->n_actors);
  g_autofree guint *queue = g_new(guint, network->n_actors);
  guint head = 0, tail = 0, hops = 0;
  for (guint i = 0; i < query->n_avoid; i++)
    closed[query->avoid[i]] = 1;
  closed[vertex] = 1;
  queue[tail++] = vertex;
  for (guint level = tail; head < tail && (query->max_hops == 0 || hops < query->max_hops);
       level = tail, hops++) {
    for (; head < level; head++) {
      for (guint i = adjacency->offsets[queue[head]]; i < adjacency->offsets[queue[head] + 1]; i++) {
        guint next = adjacency->neighbours[i];
        if (closed[next])
          continue;
        closed[next] = 1;
        queue[tail++] = next;
      }
    }
  }
  return tail;
}
