/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of Erickson, Monma & Veinott. A smallest tree of a set S and a vertex v either splits into two at
 * v, or v is attached by one hop to the tree of a neighbour. As all hops have length one, the second case is
 * a breadth-first search that starts from all vertices, each at the level that the first case gives it. */
#include "paths/connect_exact.h"

#include <string.h>

/* Infinitely many hops. The sum of two such values does not overflow. */
#define FAR (G_MAXUINT / 2)

/* Memory of the searches. */
typedef struct {
  guint *starts; /* index into `order` at which each level 0 … 2n begins, and the end */
  guint *order;  /* vertices by the level at which they start */
  guint *queue;
} Scratch;

/* Sorts vertices by their number of hops. A finite number is at most 2 · (n − 1), because it is the sum of
 * two trees. Returns how many vertices have one. */
static guint
sort_by_hops(const guint *row, guint n, Scratch *scratch)
{
  guint *starts = scratch->starts;
  memset(starts, 0, (2 * (gsize)n + 2) * sizeof *starts);
  for (guint vertex = 0; vertex < n; vertex++)
    if (row[vertex] < FAR)
      starts[row[vertex]]++;
  for (guint level = 1; level <= 2 * n + 1; level++)
    starts[level] += starts[level - 1];
  for (guint vertex = n; vertex-- > 0;) /* turns the end of each level into its start */
    if (row[vertex] < FAR)
      scratch->order[--starts[row[vertex]]] = vertex;
  return starts[2 * n + 1];
}

static guint
expand(const RelataConnectKernel *kernel, guint *row, guint vertex, guint *queue, guint tail)
{
  const guint next = row[vertex] + 1;
  for (guint k = kernel->offsets[vertex]; k < kernel->offsets[vertex + 1]; k++) {
    const guint neighbour = kernel->neighbours[k];
    if (row[neighbour] > next) {
      row[neighbour] = next;
      queue[tail++] = neighbour;
    }
  }
  return tail;
}

/* Levels are visited in order, so each vertex is improved at most once. It is then expanded from the queue,
 * and its entry in `order` is skipped. O(V + E). */
static void
spread(const RelataConnectKernel *kernel, guint *row, Scratch *scratch)
{
  const guint n_entering = sort_by_hops(row, kernel->n, scratch);
  guint head = 0, tail = 0, entered = 0;
  for (guint level = 0; head < tail || entered < n_entering; level++) {
    while (head < tail && row[scratch->queue[head]] == level) {
      tail = expand(kernel, row, scratch->queue[head], scratch->queue, tail);
      head++;
    }
    while (entered < n_entering && entered < scratch->starts[level + 1]) {
      const guint vertex = scratch->order[entered++];
      if (row[vertex] == level)
        tail = expand(kernel, row, vertex, scratch->queue, tail);
    }
  }
}

/* Sets row[v] to the minimum over all splits of the set in two. Only the part without the lowest terminal is
 * enumerated, so that no split occurs twice. */
static void
join(const RelataConnectTable *table, guint set)
{
  const guint lowest = set & (~set + 1), rest = set ^ lowest, n = table->kernel->n;
  guint *row = relata_connect_row(table, set);
  for (guint other = rest; other != 0; other = (other - 1) & rest) {
    const guint *p = relata_connect_row(table, set ^ other), *q = relata_connect_row(table, other);
    for (guint vertex = 0; vertex < n; vertex++) {
      const guint sum = p[vertex] + q[vertex];
      row[vertex] = MIN(row[vertex], sum);
    }
  }
}

static void
fill(const RelataConnectTable *table)
{
  const RelataConnectKernel *kernel = table->kernel;
  g_autofree guint *starts = g_new(guint, 2 * (gsize)kernel->n + 2);
  g_autofree guint *order = g_new(guint, kernel->n), *queue = g_new(guint, kernel->n);
  Scratch scratch = {starts, order, queue};
  for (guint set = 1; set < table->n_sets; set++) {
    guint *row = relata_connect_row(table, set);
    for (guint vertex = 0; vertex < kernel->n; vertex++)
      row[vertex] = FAR;
    if ((set & (set - 1)) == 0)
      row[kernel->terminals[g_bit_nth_lsf(set, -1)]] = 0;
    else
      join(table, set);
    spread(kernel, row, &scratch);
  }
}

/* Returns 3^(k−1) · V + 2^(k−1) · (V + E). */
static guint64
work(const RelataConnectKernel *kernel)
{
  guint64 ways = 1;
  for (guint i = 1; i < kernel->n_terminals; i++)
    ways *= 3;
  const guint64 edges = kernel->offsets[kernel->n] / 2, n = kernel->n;
  return ways * n + (G_GUINT64_CONSTANT(1) << (kernel->n_terminals - 1)) * (n + edges);
}

GArray *
relata_connect_exact(const RelataConnectKernel *kernel, guint64 most_steps)
{
  if (kernel->n_terminals > RELATA_CONNECT_EXACT_ACTORS || work(kernel) > RELATA_CONNECT_WORK)
    return NULL;
  const guint n_sets = 1u << (kernel->n_terminals - 1);
  g_autofree guint *hops = g_try_new(guint, (gsize)n_sets * kernel->n);
  if (hops == NULL)
    return NULL;
  const RelataConnectTable table = {kernel, n_sets, hops};
  fill(&table);
  return relata_connect_choose(&table, most_steps);
}
