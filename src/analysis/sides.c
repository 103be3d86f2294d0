/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analysis/sides.h"

#include "analysis/dyads.h"

#include <stdlib.h>
#include <string.h>

#define KICKS       60   /* restarts from the best labels, for up to KICKED vertices; fewer for more */
#define KICKED      200  /* in vertices */
#define KICK_SHARE  0.12 /* share of the vertices that a kick relabels */
#define LEAST_KICKS 3

typedef struct {
  guint to;
  gint64 weight;
} Arc;

/* A connected component; its vertices are numbered from 0. */
typedef struct {
  guint n;
  guint *first; /* n + 1: where a vertex's arcs begin */
  Arc *arcs;
  /* State of the search: */
  guint *labels; /* by vertex: its label, below n */
  guint *sizes;  /* by label: its number of vertices */
  guint *spare;  /* stack of labels without vertices */
  guint n_spare;
  gint64 *sums; /* by label: weight of the arcs from the current vertex; 0 between calls */
  guint64 random;
} Part;

static void
count_labels(Part *part)
{
  memset(part->sizes, 0, part->n * sizeof *part->sizes);
  for (guint i = 0; i < part->n; i++)
    part->sizes[part->labels[i]]++;
  part->n_spare = 0;
  for (guint i = part->n; i-- > 0;)
    if (part->sizes[i] == 0)
      part->spare[part->n_spare++] = i;
}

static gint64
gain_of(const Part *part)
{
  gint64 gain = 0;
  for (guint i = 0; i < part->n; i++)
    for (guint j = part->first[i]; j < part->first[i + 1]; j++)
      if (part->arcs[j].to > i && part->labels[part->arcs[j].to] == part->labels[i])
        gain += part->arcs[j].weight;
  return gain;
}

/* ── Local search ────────────────────────────────────────────────────────────────────────── */

static gboolean
move_vertex(Part *part, guint vertex)
{
  const guint here = part->labels[vertex];
  const guint first = part->first[vertex], end = part->first[vertex + 1];
  for (guint i = first; i < end; i++)
    part->sums[part->labels[part->arcs[i].to]] += part->arcs[i].weight;
  guint best = here;
  gint64 most = part->sums[here];
  if (most < 0) { /* better alone */
    most = 0;
    best = RELATA_NONE;
  }
  for (guint i = first; i < end; i++) {
    const guint label = part->labels[part->arcs[i].to];
    if (part->sums[label] > most) {
      most = part->sums[label];
      best = label;
    }
  }
  for (guint i = first; i < end; i++)
    part->sums[part->labels[part->arcs[i].to]] = 0;
  if (best == here)
    return FALSE;
  if (best == RELATA_NONE)
    best = part->spare[--part->n_spare];
  part->labels[vertex] = best;
  part->sizes[best]++;
  if (--part->sizes[here] == 0)
    part->spare[part->n_spare++] = here;
  return TRUE;
}

static int
compare_pairs(gconstpointer a, gconstpointer b)
{
  const RelataSignedPair *one = a, *other = b;
  if (one->low != other->low)
    return one->low < other->low ? -1 : 1;
  return one->high < other->high ? -1 : one->high > other->high;
}

/* Unites the two sides whose union gains most. Returns FALSE where no union gains anything. */
static gboolean
unite_best(Part *part, GArray *pairs)
{
  g_array_set_size(pairs, 0);
  for (guint i = 0; i < part->n; i++)
    for (guint j = part->first[i]; j < part->first[i + 1]; j++) {
      const guint a = part->labels[i], b = part->labels[part->arcs[j].to];
      const RelataSignedPair pair = {a, b, part->arcs[j].weight};
      if (a < b)
        g_array_append_val(pairs, pair);
    }
  g_array_sort(pairs, compare_pairs);
  RelataSignedPair best = {0, 0, 0}, sum = {0, 0, 0};
  for (guint i = 0; i < pairs->len; i++) {
    const RelataSignedPair *pair = &g_array_index(pairs, RelataSignedPair, i);
    if (i == 0 || compare_pairs(pair, &sum) != 0)
      sum = (RelataSignedPair){pair->low, pair->high, 0};
    sum.weight += pair->weight;
    const gboolean last =
        i + 1 == pairs->len || compare_pairs(&g_array_index(pairs, RelataSignedPair, i + 1), &sum) != 0;
    if (last && sum.weight > best.weight)
      best = sum;
  }
  if (best.weight == 0)
    return FALSE;
  for (guint i = 0; i < part->n; i++)
    if (part->labels[i] == best.high)
      part->labels[i] = best.low;
  count_labels(part);
  return TRUE;
}

/* Terminates, because each step increases the gain. */
static void
climb(Part *part, GArray *pairs)
{
  count_labels(part);
  for (;;) {
    gboolean moved = FALSE;
    for (guint i = 0; i < part->n; i++)
      moved = move_vertex(part, i) || moved;
    if (!moved && !unite_best(part, pairs))
      return;
  }
}

/* SplitMix64: Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators". */
static guint
draw_below(Part *part, guint n)
{
  g_assert(n > 0);
  guint64 z = part->random += G_GUINT64_CONSTANT(0x9E3779B97F4A7C15);
  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT(0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT(0x94D049BB133111EB);
  return (guint)((z ^ (z >> 31)) % n);
}

static void
kick(Part *part)
{
  const guint n = MAX(2, (guint)(KICK_SHARE * part->n));
  for (guint i = 0; i < n; i++) {
    const guint vertex = draw_below(part, part->n);
    const guint first = part->first[vertex], degree = part->first[vertex + 1] - first;
    part->labels[vertex] = part->labels[part->arcs[first + draw_below(part, degree)].to];
  }
}

static void
keep_better(Part *part, guint *best, gint64 *most)
{
  const gint64 gain = gain_of(part);
  if (gain > *most) {
    *most = gain;
    memcpy(best, part->labels, part->n * sizeof *best);
  }
}

/* Sets part->labels to the best labels that it finds. */
static void
search(Part *part)
{
  g_autoptr(GArray) pairs = g_array_new(FALSE, FALSE, sizeof(RelataSignedPair));
  g_autofree guint *best = g_new(guint, part->n);
  gint64 most = -1;
  for (guint i = 0; i < part->n; i++)
    part->labels[i] = i; /* start with each vertex alone, then with all together */
  climb(part, pairs);
  keep_better(part, best, &most);
  memset(part->labels, 0, part->n * sizeof *part->labels);
  climb(part, pairs);
  keep_better(part, best, &most);
  const guint kicks = part->n <= KICKED ? KICKS : MAX(LEAST_KICKS, KICKS * KICKED / part->n);
  for (guint i = 0; i < kicks; i++) {
    memcpy(part->labels, best, part->n * sizeof *best);
    kick(part);
    climb(part, pairs);
    keep_better(part, best, &most);
  }
  memcpy(part->labels, best, part->n * sizeof *best);
}

/* ── Exact search ────────────────────────────────────────────────────────────────────────── */

typedef struct {
  guint n;
  gint64 weights[RELATA_SIDES_EXACT][RELATA_SIDES_EXACT]; /* by position in the order */
  gint64 hope[RELATA_SIDES_EXACT + 1]; /* upper bound on what vertices from this position on can add */
  guint labels[RELATA_SIDES_EXACT], best[RELATA_SIDES_EXACT];
  gint64 most;
} Tree;

/* Tries the vertex at that position on each existing side, and on a new one. */
static void
branch(Tree *tree, guint place, guint n_sides, gint64 gain)
{
  if (gain + tree->hope[place] <= tree->most)
    return;
  if (place == tree->n) {
    tree->most = gain;
    memcpy(tree->best, tree->labels, sizeof tree->best);
    return;
  }
  for (guint side = 0; side <= n_sides; side++) {
    gint64 more = 0;
    for (guint i = 0; i < place; i++)
      if (tree->labels[i] == side)
        more += tree->weights[place][i];
    tree->labels[place] = side;
    branch(tree, place + 1, MAX(n_sides, side + 1), gain + more);
  }
}

/* Improves on the labels of the local search, which give a good first bound. */
static void
prove(Part *part)
{
  Tree tree = {.n = part->n, .most = gain_of(part)};
  for (guint i = 0; i < part->n; i++)
    for (guint j = part->first[i]; j < part->first[i + 1]; j++)
      tree.weights[i][part->arcs[j].to] = part->arcs[j].weight;
  for (guint i = part->n; i-- > 0;) {
    tree.hope[i] = tree.hope[i + 1];
    for (guint j = 0; j < i; j++)
      tree.hope[i] += MAX(tree.weights[i][j], 0);
  }
  const gint64 before = tree.most;
  branch(&tree, 0, 0, 0);
  if (tree.most > before)
    memcpy(part->labels, tree.best, part->n * sizeof *part->labels);
}

/* ── Parts ───────────────────────────────────────────────────────────────────────────────── */

static guint
root_of(guint *parents, guint vertex)
{
  while (parents[vertex] != vertex)
    vertex = parents[vertex] = parents[parents[vertex]];
  return vertex;
}

/* The lower root becomes the root of both. */
static void
join(guint *parents, guint one, guint other)
{
  const guint a = root_of(parents, one), b = root_of(parents, other);
  parents[MAX(a, b)] = MIN(a, b);
}

/* Makes a part of the vertices `members`. Sets places[vertex] to each vertex's number in the part. */
static void
fill_part(Part *part, const GArray *members, const GArray *pairs, const GArray *own, guint *places)
{
  g_assert(members->len > 0 && own != NULL); /* a part is connected by its pairs */
  part->n = members->len;
  part->first = g_new0(guint, part->n + 1);
  part->arcs = g_new(Arc, 2 * own->len);
  part->labels = g_new(guint, part->n);
  part->sizes = g_new(guint, part->n);
  part->spare = g_new0(guint, part->n);
  part->sums = g_new0(gint64, part->n);
  for (guint i = 0; i < part->n; i++)
    places[g_array_index(members, guint, i)] = i;
  for (guint i = 0; i < own->len; i++) {
    const RelataSignedPair *pair = &g_array_index(pairs, RelataSignedPair, g_array_index(own, guint, i));
    part->first[places[pair->low] + 1]++;
    part->first[places[pair->high] + 1]++;
  }
  for (guint i = 0; i < part->n; i++)
    part->first[i + 1] += part->first[i];
  g_autofree guint *next = g_memdup2(part->first, (part->n + 1) * sizeof *next);
  for (guint i = 0; i < own->len; i++) {
    const RelataSignedPair *pair = &g_array_index(pairs, RelataSignedPair, g_array_index(own, guint, i));
    const guint low = places[pair->low], high = places[pair->high];
    part->arcs[next[low]++] = (Arc){high, pair->weight};
    part->arcs[next[high]++] = (Arc){low, pair->weight};
  }
}

static void
clear_part(Part *part)
{
  g_free(part->first);
  g_free(part->arcs);
  g_free(part->labels);
  g_free(part->sizes);
  g_free(part->spare);
  g_free(part->sums);
}

/* Collects vertices and pairs of each part under its root. Roots without a pair keep NULL. */
static void
sort_into_parts(guint n, const GArray *pairs, guint *parents, GArray **members, GArray **own)
{
  for (guint i = 0; i < n; i++)
    parents[i] = i;
  for (guint i = 0; i < pairs->len; i++) {
    const RelataSignedPair *pair = &g_array_index(pairs, RelataSignedPair, i);
    if (pair->weight != 0)
      join(parents, pair->low, pair->high);
  }
  for (guint i = 0; i < pairs->len; i++) {
    const RelataSignedPair *pair = &g_array_index(pairs, RelataSignedPair, i);
    const guint root = root_of(parents, pair->low);
    if (pair->weight == 0)
      continue;
    if (own[root] == NULL)
      own[root] = g_array_new(FALSE, FALSE, sizeof(guint));
    g_array_append_val(own[root], i);
  }
  for (guint i = 0; i < n; i++) {
    const guint root = root_of(parents, i);
    if (own[root] == NULL)
      continue;
    if (members[root] == NULL)
      members[root] = g_array_new(FALSE, FALSE, sizeof(guint));
    g_array_append_val(members[root], i);
  }
}

/* Splits each side into the pieces that friendly pairs connect, and labels each piece by its lowest vertex.
 * This loses nothing, as no friendly pair is cut. */
static void
split_by_friends(guint n, const GArray *pairs, guint *labels)
{
  g_autofree guint *friends = g_new(guint, MAX(n, 1));
  for (guint i = 0; i < n; i++)
    friends[i] = i;
  for (guint i = 0; i < pairs->len; i++) {
    const RelataSignedPair *pair = &g_array_index(pairs, RelataSignedPair, i);
    if (pair->weight > 0 && labels[pair->low] == labels[pair->high])
      join(friends, pair->low, pair->high);
  }
  for (guint i = 0; i < n; i++)
    labels[i] = root_of(friends, i);
}

gboolean
relata_sides_solve(guint n, const GArray *pairs, guint most_exact, guint *labels)
{
  g_return_val_if_fail(pairs != NULL, FALSE);
  g_return_val_if_fail(labels != NULL || n == 0, FALSE);
  for (guint i = 0; i < pairs->len; i++)
    g_return_val_if_fail(g_array_index(pairs, RelataSignedPair, i).low < n &&
                             g_array_index(pairs, RelataSignedPair, i).high < n,
                         FALSE);
  g_autofree guint *parents = g_new(guint, MAX(n, 1)), *places = g_new(guint, MAX(n, 1));
  g_autofree GArray **members = g_new0(GArray *, MAX(n, 1)), **own = g_new0(GArray *, MAX(n, 1));
  gboolean exact = TRUE;
  sort_into_parts(n, pairs, parents, members, own);
  for (guint i = 0; i < n; i++)
    labels[i] = i;
  for (guint i = 0; i < n; i++) {
    if (members[i] == NULL)
      continue;
    Part part = {.random = 1};
    fill_part(&part, members[i], pairs, own[i], places);
    search(&part);
    if (part.n <= MIN(most_exact, RELATA_SIDES_EXACT))
      prove(&part);
    else
      exact = FALSE;
    for (guint j = 0; j < part.n; j++)
      labels[g_array_index(members[i], guint, j)] = g_array_index(members[i], guint, part.labels[j]);
    clear_part(&part);
    g_array_unref(members[i]);
    g_array_unref(own[i]);
  }
  split_by_friends(n, pairs, labels);
  return exact;
}

RelataPartition *
relata_sides(const RelataNetwork *network, const gboolean *ties, guint64 *frustration, gboolean *exact)
{
  g_return_val_if_fail(network != NULL, NULL);
  const guint n = network->n_actors;
  g_autoptr(GArray) dyads = relata_dyads_new(network, ties);
  g_autoptr(GArray) pairs = g_array_new(FALSE, FALSE, sizeof(RelataSignedPair));
  g_autofree guint *labels = g_new(guint, MAX(n, 1));
  g_autofree gboolean *is_signed = g_new0(gboolean, MAX(n, 1));
  guint64 remains = 0;
  for (guint i = 0; i < dyads->len; i++) {
    const RelataDyad *dyad = &g_array_index(dyads, RelataDyad, i);
    const RelataSignedPair pair = {dyad->low, dyad->high, (gint64)dyad->friendly - dyad->hostile};
    g_array_append_val(pairs, pair);
    if (dyad->friendly > 0 || dyad->hostile > 0)
      is_signed[dyad->low] = is_signed[dyad->high] = TRUE;
  }
  const gboolean proven = relata_sides_solve(n, pairs, RELATA_SIDES_EXACT, labels);
  for (guint i = 0; i < dyads->len; i++) {
    const RelataDyad *dyad = &g_array_index(dyads, RelataDyad, i);
    remains += labels[dyad->low] == labels[dyad->high] ? dyad->hostile : dyad->friendly;
  }
  for (guint i = 0; i < n; i++)
    if (!is_signed[i])
      labels[i] = RELATA_NONE;
  if (frustration != NULL)
    *frustration = remains;
  if (exact != NULL)
    *exact = proven;
  return relata_partition_new(labels, n, n);
}
