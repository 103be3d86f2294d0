/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What connects several actors, found by brute force. */
#ifndef RELATA_TESTS_CONNECT_ORACLE_H
#define RELATA_TESTS_CONNECT_ORACLE_H

#include "paths/connect_kernel.h"
#include "small_corpus.h"
#include "text/error.h"

#define MOST 10 /* actors of a random network */

/* ── The oracle ──────────────────────────────────────────────────────────────────────────── */

/* The best corroboration between any two vertices; 0: no tie. */
typedef struct {
  guint n;
  guint best[MOST][MOST];
} Matrix;

static Matrix
matrix_of(const RelataNetwork *network)
{
  Matrix matrix = {.n = network->n_actors};
  for (guint i = 0; i < network->n_ties; i++) {
    const RelataTie *tie = &network->ties[i];
    guint *one = &matrix.best[tie->from][tie->to], *other = &matrix.best[tie->to][tie->from];
    *one = *other = MAX(*one, tie->corroboration);
  }
  return matrix;
}

/* The vertices of the set that can be reached from `start` within it. */
static guint
reach(const Matrix *matrix, guint set, guint start)
{
  guint reached = 1u << start;
  for (guint before = 0; before != reached;) {
    before = reached;
    for (guint a = 0; a < matrix->n; a++)
      for (guint b = 0; (reached >> a & 1) != 0 && b < matrix->n; b++)
        if ((set >> b & 1) != 0 && matrix->best[a][b] > 0)
          reached |= 1u << b;
  }
  return reached;
}

static guint
size_of(guint set)
{
  guint size = 0;
  for (; set != 0; set &= set - 1)
    size++;
  return size;
}

/* Of two sets of one size: the smallest vertex that is not in both decides. */
static gboolean
comes_before(guint p, guint q)
{
  const guint differing = p ^ q;
  return (p & differing & (~differing + 1)) != 0;
}

/* The first of the smallest connected sets of allowed vertices that hold all wanted; 0 where there is none.
 */
static guint
smallest(const Matrix *matrix, guint allowed, guint wanted)
{
  guint best = 0;
  const guint start = (guint)g_bit_nth_lsf(wanted, -1);
  for (guint set = 1; set < 1u << matrix->n; set++) {
    if ((set & wanted) != wanted || (set & ~allowed) != 0 || reach(matrix, set, start) != set)
      continue;
    const guint size = size_of(set), least = size_of(best);
    if (best == 0 || size < least || (size == least && comes_before(set, best)))
      best = set;
  }
  return best;
}

/* The corroboration of a maximum spanning tree, by Prim's algorithm. */
static guint
best_sum(const Matrix *matrix, guint set)
{
  guint in = set & (~set + 1), sum = 0;
  while (in != set) {
    guint best = 0, next = 0;
    for (guint a = 0; a < matrix->n; a++)
      for (guint b = 0; b < matrix->n; b++)
        if ((in >> a & 1) != 0 && ((set & ~in) >> b & 1) != 0 && matrix->best[a][b] > best) {
          best = matrix->best[a][b];
          next = b;
        }
    sum += best;
    in |= 1u << next;
  }
  return sum;
}

#endif
