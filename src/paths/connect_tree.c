/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From vertices to the ties between them: a maximum spanning tree by corroboration, listed from its root. */
#include "paths/connect_kernel.h"

/* Two neighbours among the vertices, by their indices. */
typedef struct {
  guint corroboration; /* of the best tie between them */
  guint a, b;          /* a < b */
} Pair;

typedef struct {
  const RelataNetwork *network;
  const RelataAdjacency *adjacency;
  const guint *vertices;
  guint n;
  guint8 *kept;                /* by index: FALSE once it is cut off */
  guint *offsets, *neighbours; /* adjacency of the tree, by index */
} Tree;

static gint
by_place(gconstpointer a, gconstpointer b)
{
  const Pair *p = a, *q = b;
  if (p->a != q->a)
    return p->a < q->a ? -1 : 1;
  return p->b < q->b ? -1 : p->b > q->b;
}

static gint
best_first(gconstpointer a, gconstpointer b)
{
  const Pair *p = a, *q = b;
  if (p->corroboration != q->corroboration)
    return p->corroboration > q->corroboration ? -1 : 1;
  return by_place(a, b);
}

static GArray *
pairs_among(const Tree *tree)
{
  const RelataAdjacency *adjacency = tree->adjacency;
  g_autofree guint *places = g_new(guint, MAX(adjacency->n_vertices, 1));
  for (guint i = 0; i < adjacency->n_vertices; i++)
    places[i] = RELATA_NONE;
  for (guint i = 0; i < tree->n; i++)
    places[tree->vertices[i]] = i;
  GArray *pairs = g_array_new(FALSE, FALSE, sizeof(Pair));
  for (guint i = 0; i < tree->n; i++)
    for (guint k = adjacency->offsets[tree->vertices[i]]; k < adjacency->offsets[tree->vertices[i] + 1];
         k++) {
      const guint place = places[adjacency->neighbours[k]];
      if (place == RELATA_NONE || place <= i) /* once from each end; loops join nobody */
        continue;
      const guint tie = adjacency->hops[adjacency->first[k]].tie;
      const Pair pair = {tree->network->ties[tie].corroboration, i, place};
      g_array_append_val(pairs, pair);
    }
  return pairs;
}

/* Reduces the pairs to those of a maximum spanning tree, in order of their indices. */
static void
span(GArray *pairs, guint n)
{
  g_autofree guint *sets = relata_connect_sets_new(n);
  guint kept = 0;
  g_array_sort(pairs, best_first);
  for (guint i = 0; i < pairs->len; i++) {
    const Pair pair = g_array_index(pairs, Pair, i);
    if (relata_connect_sets_join(sets, pair.a, pair.b))
      g_array_index(pairs, Pair, kept++) = pair;
  }
  g_array_set_size(pairs, kept);
  g_array_sort(pairs, by_place);
}

/* Adds each pair in both directions. The order of the pairs makes each vertex's neighbours ascending. */
static void
link_pairs(Tree *tree, const GArray *pairs)
{
  for (guint i = 0; i < pairs->len; i++) {
    const Pair *pair = &g_array_index(pairs, Pair, i);
    tree->offsets[pair->a + 1]++;
    tree->offsets[pair->b + 1]++;
  }
  for (guint i = 0; i < tree->n; i++)
    tree->offsets[i + 1] += tree->offsets[i];
  g_autofree guint *next = g_memdup2(tree->offsets, tree->n * sizeof *next);
  for (guint i = 0; i < pairs->len; i++) {
    const Pair *pair = &g_array_index(pairs, Pair, i);
    tree->neighbours[next[pair->a]++] = pair->b;
    tree->neighbours[next[pair->b]++] = pair->a;
  }
}

/* Cuts off ends that are not terminals. A spanning tree of an approximation may have such ends. */
static void
trim(Tree *tree, const GArray *terminals)
{
  g_autofree guint *degrees = g_new(guint, tree->n), *ends = g_new(guint, tree->n);
  g_autofree guint8 *asked = g_new0(guint8, tree->n);
  guint n_ends = 0;
  for (guint i = 0, k = 0; i < tree->n; i++) {
    if (k < terminals->len && tree->vertices[i] == g_array_index(terminals, guint, k)) {
      asked[i] = TRUE;
      k++;
    }
    tree->kept[i] = TRUE;
    degrees[i] = tree->offsets[i + 1] - tree->offsets[i];
    if (degrees[i] == 1 && !asked[i])
      ends[n_ends++] = i;
  }
  for (guint i = 0; i < n_ends; i++) {
    tree->kept[ends[i]] = FALSE;
    for (guint k = tree->offsets[ends[i]]; k < tree->offsets[ends[i] + 1]; k++) {
      const guint neighbour = tree->neighbours[k];
      if (tree->kept[neighbour] && --degrees[neighbour] == 1 && !asked[neighbour])
        ends[n_ends++] = neighbour;
    }
  }
}

static void
add_hop(const Tree *tree, guint from, guint to, RelataConnectAnswer *answer)
{
  const RelataAdjacency *adjacency = tree->adjacency;
  RelataConnectHop hop = {
      .from = tree->vertices[from], .to = tree->vertices[to], .first_other = answer->others->len};
  const guint place = relata_adjacency_find(adjacency, hop.from, hop.to);
  const guint first = adjacency->first[place];
  hop.hop = adjacency->hops[first];
  hop.n_others = adjacency->first[place + 1] - first - 1;
  g_array_append_vals(answer->others, &adjacency->hops[first + 1], hop.n_others);
  g_array_append_val(answer->hops, hop);
}

/* Appends the hops in depth-first order, the neighbours of each vertex by id. */
static void
tell(const Tree *tree, guint root, RelataConnectAnswer *answer)
{
  g_autofree guint *parents = g_new(guint, tree->n);
  g_autoptr(GArray) stack = g_array_new(FALSE, FALSE, sizeof(guint));
  parents[root] = RELATA_NONE;
  g_array_append_val(stack, root);
  while (stack->len > 0) {
    const guint here = g_array_index(stack, guint, stack->len - 1);
    g_array_set_size(stack, stack->len - 1);
    if (parents[here] != RELATA_NONE)
      add_hop(tree, parents[here], here, answer);
    for (guint k = tree->offsets[here + 1]; k-- > tree->offsets[here];) {
      const guint neighbour = tree->neighbours[k];
      if (neighbour == parents[here] || !tree->kept[neighbour])
        continue;
      parents[neighbour] = here;
      g_array_append_val(stack, neighbour);
    }
  }
}

void
relata_connect_tree(const RelataNetwork *network, const RelataAdjacency *adjacency, const GArray *vertices,
                    const GArray *terminals, guint root, RelataConnectAnswer *answer)
{
  const guint n = vertices->len;
  g_autofree guint8 *kept = g_new(guint8, n);
  g_autofree guint *offsets = g_new0(guint, (gsize)n + 1), *neighbours = g_new(guint, 2 * (gsize)n);
  Tree tree = {network, adjacency, (const guint *)(gconstpointer)vertices->data, n, kept,
               offsets, neighbours};
  g_autoptr(GArray) pairs = pairs_among(&tree);
  span(pairs, n);
  link_pairs(&tree, pairs);
  trim(&tree, terminals);
  guint root_place = 0;
  for (guint i = 0; i < n; i++) {
    if (kept[i])
      g_array_append_val(answer->vertices, tree.vertices[i]);
    if (tree.vertices[i] == root)
      root_place = i;
  }
  tell(&tree, root_place, answer);
}
