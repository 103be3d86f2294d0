/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The first completion of a beginning in any order; and from it all paths without a pattern that come to no
 * actor twice, in order, by partition (Yen 1971, with Lawler's index, 1972). */
#include "paths/path_space.h"

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
  RelataPathSpace *space;
  guint from;
  GSequence *parts; /* ordered by their first paths */
} Partition;

/* ── Completions ─────────────────────────────────────────────────────────────────────────── */

static RelataPathHearing
take_first(const guint *hops, guint n, gpointer data)
{
  if (n > 0)
    g_array_append_vals((GArray *)data, hops, n);
  return RELATA_ENOUGH;
}

/* Finds the strongest completion: the shortest path that uses only hops of the greatest strength level at
 * which there is a path. Strengths above that of the beginning's weakest hop are not tried, as they make the
 * path no better. */
static gboolean
complete_strongest(RelataPathSpace *space, const RelataPathStart *start, GArray *hops)
{
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

gboolean
relata_path_complete(RelataPathSpace *space, const RelataPathStart *start, GArray *hops)
{
  if (space->order == RELATA_ORDER_HOPS && !space->in_order)
    return relata_path_meet(space, start, hops);
  if (space->order == RELATA_ORDER_STRONGEST)
    return complete_strongest(space, start, hops);
  const RelataPathMode mode = space->mode;
  space->mode = RELATA_MODE_WALK;
  g_autoptr(RelataPathBound) bound = relata_path_bound_new(space, start);
  const gboolean found = relata_path_bound_each(bound, start, take_first, hops, NULL);
  space->mode = mode;
  return found;
}

gint64
relata_path_worth_of(const RelataPathSpace *space, guint from, const guint *hops, guint n)
{
  gint64 worth = relata_path_worth_of_nothing(space, TRUE);
  guint vertex = from;
  for (guint i = 0; i < n; i++) {
    vertex = relata_adjacency_leads_to(space->adjacency, vertex, hops[i]);
    worth = relata_path_worth_append(space, worth, hops[i], vertex);
  }
  return relata_path_worth_join(space, worth, relata_path_worth_of_nothing(space, FALSE));
}

/* ── Parts ───────────────────────────────────────────────────────────────────────────────── */

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

/* Takes the hops; the banned ones are copied. */
static void
insert_part(Partition *partition, GArray *hops, guint n_prefix, const guint *banned, guint n_banned)
{
  const RelataPathSpace *space = partition->space;
  Part *part = g_new0(Part, 1);
  part->n_prefix = n_prefix;
  part->n_hops = hops->len;
  part->hops = (guint *)(void *)g_array_free(hops, FALSE);
  part->n_banned = n_banned;
  part->banned = g_memdup2(banned, n_banned * sizeof *banned);
  part->worth = relata_path_worth_of(space, partition->from, part->hops, part->n_hops);
  part->vertices = g_new(guint, part->n_hops + 1);
  part->vertices[0] = partition->from;
  for (guint i = 0; i < part->n_hops; i++)
    part->vertices[i + 1] = relata_adjacency_leads_to(space->adjacency, part->vertices[i], part->hops[i]);
  g_sequence_insert_sorted(partition->parts, part, compare_parts, NULL);
}

/* Adds the part that begins with n_prefix hops of a path, if it has a path. */
static void
add_part(Partition *partition, const guint *path, const guint *vertices, guint n_prefix, const guint *banned,
         guint n_banned)
{
  RelataPathSpace *space = partition->space;
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
  const gboolean found = relata_path_complete(space, &start, rest);
  g_array_append_vals(hops, rest->data, rest->len);
  for (guint i = 0; i <= n_prefix; i++)
    searcher->closed[vertices[i]] = 0;
  for (guint i = 0; i < n_banned; i++)
    searcher->banned[banned[i]] = 0;
  if (found)
    insert_part(partition, g_steal_pointer(&hops), n_prefix, banned, n_banned);
}

/* Adds the parts that remain of a part without its first path. With `any` it stops at the first part that has
 * a path. */
static void
split(Partition *partition, const Part *part, gboolean any)
{
  g_autofree guint *banned = g_new(guint, part->n_banned + 1);
  if (part->n_banned > 0)
    memcpy(banned, part->banned, part->n_banned * sizeof *banned);
  for (guint n_prefix = part->n_prefix; n_prefix < part->n_hops; n_prefix++) {
    const guint n_banned = n_prefix == part->n_prefix ? part->n_banned : 0;
    banned[n_banned] = part->hops[n_prefix];
    add_part(partition, part->hops, part->vertices, n_prefix, banned, n_banned + 1);
    if (any && !g_sequence_is_empty(partition->parts))
      return;
  }
}

static Part *
take_part(Partition *partition)
{
  if (g_sequence_is_empty(partition->parts))
    return NULL;
  GSequenceIter *first = g_sequence_get_begin_iter(partition->parts);
  Part *part = g_sequence_get(first);
  g_sequence_remove(first);
  return part;
}

gboolean
relata_path_partition(RelataPathSpace *space, guint from, RelataPathVisit found, gpointer data)
{
  Partition partition = {space, from, NULL};
  partition.parts = g_sequence_new(NULL); /* without a destroy function, as removing must not free */
  add_part(&partition, NULL, &from, 0, NULL, 0);
  RelataPathHearing wanted = RELATA_GO_ON;
  Part *part;
  while (wanted == RELATA_GO_ON && (part = take_part(&partition)) != NULL) {
    wanted = found(part->hops, part->n_hops, data);
    if (wanted == RELATA_GO_ON || (wanted == RELATA_ONE_MORE && g_sequence_is_empty(partition.parts)))
      split(&partition, part, wanted == RELATA_ONE_MORE);
    part_free(part);
  }
  const gboolean more = !g_sequence_is_empty(partition.parts);
  g_sequence_foreach(partition.parts, free_each, NULL);
  g_sequence_free(partition.parts);
  return more;
}
