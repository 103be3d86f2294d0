/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "paths/connect.h"

#include "paths/connect_kernel.h"

/* Work limit of the choice among the smallest connections: about a second. */
#define MOST_STEPS 50000000

/* The vertices that the search works on. */
typedef struct {
  const RelataNetwork *network;
  const RelataAdjacency *adjacency;
  guint8 *closed;    /* by vertex: it is avoided, or belongs to a group already */
  GArray *terminals; /* the vertices asked for, ascending */
  GArray *component; /* the vertices connected with the first terminal, itself included */
} Search;

static gboolean
holds(const guint *actors, guint n, guint actor)
{
  for (guint i = 0; i < n; i++)
    if (actors[i] == actor)
      return TRUE;
  return FALSE;
}

static gboolean
check(const RelataNetwork *network, const RelataConnectQuery *query, GError **error)
{
  const guint n_actors = relata_corpus_n_actors(network->corpus);
  const char *wrong = query->n_actors == 0 ? "at least one actor must be asked for" : NULL;
  for (guint i = 0; i < query->n_actors; i++)
    if (query->actors[i] >= n_actors)
      wrong = "an actor that is asked for is not in the corpus";
    else if (holds(query->avoid, query->n_avoid, query->actors[i]))
      wrong = "an actor that is to be connected cannot be avoided";
  for (guint i = 0; i < query->n_avoid; i++)
    if (query->avoid[i] >= n_actors)
      wrong = "an actor that is to be avoided is not in the corpus";
  if (wrong != NULL)
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_VALUE, wrong);
  return wrong == NULL;
}

static void
clear_group(gpointer data)
{
  g_array_unref(((RelataConnectGroup *)data)->actors);
}

static RelataConnectAnswer *
answer_new(const RelataConnectQuery *query)
{
  RelataConnectAnswer *answer = g_new0(RelataConnectAnswer, 1);
  answer->actors = g_array_new(FALSE, FALSE, sizeof(guint));
  answer->members = g_array_new(FALSE, FALSE, sizeof(guint));
  answer->vertices = g_array_new(FALSE, FALSE, sizeof(guint));
  answer->hops = g_array_new(FALSE, FALSE, sizeof(RelataConnectHop));
  answer->others = g_array_new(FALSE, FALSE, sizeof(RelataHop));
  answer->groups = g_array_new(FALSE, FALSE, sizeof(RelataConnectGroup));
  g_array_set_clear_func(answer->groups, clear_group);
  for (guint i = 0; i < query->n_actors; i++)
    if (!holds(query->actors, i, query->actors[i]))
      g_array_append_val(answer->actors, query->actors[i]);
  g_array_append_vals(answer->members, answer->actors->data, answer->actors->len);
  return answer;
}

void
relata_connect_answer_free(RelataConnectAnswer *answer)
{
  if (answer == NULL)
    return;
  g_array_unref(answer->actors);
  g_array_unref(answer->members);
  g_array_unref(answer->vertices);
  g_array_unref(answer->hops);
  g_array_unref(answer->others);
  g_array_unref(answer->groups);
  g_free(answer);
}

GArray *
relata_connect_between(const RelataNetwork *network, const RelataConnectAnswer *answer)
{
  g_return_val_if_fail(network != NULL && answer != NULL, NULL);
  GArray *between = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < answer->vertices->len; i++) {
    const guint actor = network->actors[g_array_index(answer->vertices, guint, i)];
    if (!holds((const guint *)(gconstpointer)answer->members->data, answer->members->len, actor))
      g_array_append_val(between, actor);
  }
  return between;
}

GArray *
relata_connect_edges(const RelataConnectAnswer *answer)
{
  g_return_val_if_fail(answer != NULL, NULL);
  GArray *edges = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < answer->hops->len; i++)
    g_array_append_val(edges, g_array_index(answer->hops, RelataConnectHop, i).hop.tie);
  return edges;
}

/* Closes a vertex and its component, and appends these vertices. O(V + E). */
static void
flood(Search *search, guint start, GArray *reached)
{
  const RelataAdjacency *adjacency = search->adjacency;
  search->closed[start] = TRUE;
  g_array_append_val(reached, start);
  for (guint head = 0; head < reached->len; head++) {
    const guint here = g_array_index(reached, guint, head);
    for (guint k = adjacency->offsets[here]; k < adjacency->offsets[here + 1]; k++) {
      const guint neighbour = adjacency->neighbours[k];
      if (search->closed[neighbour])
        continue;
      search->closed[neighbour] = TRUE;
      g_array_append_val(reached, neighbour);
    }
  }
}

/* Adds the group of an actor that is in none yet. Sets group_of to the group's number for each of its
 * actors. */
static void
add_group(Search *search, RelataConnectAnswer *answer, guint first, guint *group_of)
{
  const guint *vertices = search->network->vertices, number = answer->groups->len;
  const guint vertex = vertices[g_array_index(answer->actors, guint, first)];
  RelataConnectGroup group = {g_array_new(FALSE, FALSE, sizeof(guint)), 0};
  g_autoptr(GArray) reached = g_array_new(FALSE, FALSE, sizeof(guint));
  if (vertex != RELATA_NONE)
    flood(search, vertex, reached);
  group.size = reached->len;
  for (guint i = first; i < answer->actors->len; i++) {
    const guint actor = g_array_index(answer->actors, guint, i);
    if (i == first || (group_of[i] == RELATA_NONE && vertices[actor] != RELATA_NONE &&
                       vertex != RELATA_NONE && search->closed[vertices[actor]])) {
      group_of[i] = number;
      g_array_append_val(group.actors, actor);
    }
  }
  g_array_append_val(answer->groups, group);
  if (number == 0)
    search->component = g_steal_pointer(&reached);
}

static void
group(Search *search, RelataConnectAnswer *answer)
{
  const guint n = answer->actors->len;
  g_autofree guint *group_of = g_new(guint, n);
  for (guint i = 0; i < n; i++)
    group_of[i] = RELATA_NONE;
  for (guint i = 0; i < n; i++)
    if (group_of[i] == RELATA_NONE)
      add_group(search, answer, i, group_of);
  const RelataConnectGroup *first = &g_array_index(answer->groups, RelataConnectGroup, 0);
  answer->connected = answer->groups->len == 1 && first->size > 0;
}

/* Returns the network's vertices of a connection. Where nobody else is needed, the approximation finds the
 * exact answer: each of its paths is a single hop, and no connection has fewer vertices than the
 * terminals. */
static GArray *
connection(const Search *search, const RelataConnectQuery *query, gboolean *exact)
{
  g_autoptr(RelataConnectKernel) kernel =
      relata_connect_kernel_new(search->adjacency, search->component, search->terminals);
  GArray *vertices = relata_connect_near(kernel);
  *exact = vertices->len == kernel->n_terminals;
  if (!*exact && !query->approximate) {
    GArray *fewest = relata_connect_exact(kernel, MOST_STEPS);
    *exact = fewest != NULL;
    if (*exact) {
      g_array_unref(vertices);
      vertices = fewest;
    }
  }
  for (guint i = 0; i < vertices->len; i++)
    g_array_index(vertices, guint, i) = kernel->vertices[g_array_index(vertices, guint, i)];
  return vertices;
}

static void
connect_all(Search *search, const RelataConnectQuery *query, RelataConnectAnswer *answer)
{
  for (guint i = 0; i < answer->actors->len; i++)
    g_array_append_val(search->terminals, search->network->vertices[g_array_index(answer->actors, guint, i)]);
  const guint root = g_array_index(search->terminals, guint, 0);
  g_array_sort(search->terminals, relata_connect_compare);
  g_autoptr(GArray) vertices = connection(search, query, &answer->exact);
  relata_connect_tree(search->network, search->adjacency, vertices, search->terminals, root, answer);
}

RelataConnectAnswer *
relata_connect(const RelataNetwork *network, const RelataConnectQuery *query, GError **error)
{
  g_return_val_if_fail(network != NULL && query != NULL, NULL);
  g_return_val_if_fail(query->actors != NULL || query->n_actors == 0, NULL);
  g_return_val_if_fail(query->avoid != NULL || query->n_avoid == 0, NULL);
  if (!check(network, query, error))
    return NULL;
  RelataConnectAnswer *answer = answer_new(query);
  g_autoptr(GArray) terminals = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autofree guint8 *closed = g_new0(guint8, MAX(network->n_actors, 1));
  Search search = {network, relata_network_adjacency(network), closed, terminals, NULL};
  for (guint i = 0; i < query->n_avoid; i++)
    if (network->vertices[query->avoid[i]] != RELATA_NONE)
      closed[network->vertices[query->avoid[i]]] = TRUE;
  group(&search, answer);
  answer->exact = TRUE;
  if (answer->connected)
    connect_all(&search, query, answer);
  g_clear_pointer(&search.component, g_array_unref);
  return answer;
}
