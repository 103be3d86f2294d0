/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What connects wholes: each actor asked for is represented by itself or by one of its parts (a group Steiner
 * tree). Each choice of representatives is a question of its own; the best answer is the one with the fewest
 * groups, then the fewest hops, then the first in the order of choices. Where there are too many choices, one
 * representative after another is exchanged for a better one until that helps no more. */
#include "paths/connect.h"

/* Limit of the choices that are all tried. */
#define MOST_CHOICES 2048

typedef struct {
  const RelataNetwork *network;
  const RelataConnectQuery *query;
  RelataConnectQuery asked; /* the choice at hand; owns nothing */
  guint n;                  /* actors asked for, each once */
  guint *named;             /* by actor asked for */
  GPtrArray *members;       /* of GArray of guint: who may stand for each, itself first */
  guint *actors;            /* the choice at hand, by actor asked for */
  RelataConnectAnswer *best;
  guint *best_actors;
} Choice;

static gboolean
holds(const guint *actors, guint n, guint actor)
{
  for (guint i = 0; i < n; i++)
    if (actors[i] == actor)
      return TRUE;
  return FALSE;
}

/* Returns whom the actor can be represented by: nobody who is asked for or avoided himself, and only actors
 * of the network with a tie. */
static GArray *
members_of(const Choice *choice, const RelataParts *parts, guint actor, const GArray *avoid)
{
  const RelataNetwork *network = choice->network;
  const RelataAdjacency *adjacency = relata_network_adjacency(network);
  GArray *members = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GArray) all = relata_parts_of(parts, actor);
  g_array_append_val(members, actor);
  for (guint i = 1; i < all->len; i++) {
    const guint part = g_array_index(all, RelataMember, i).actor, vertex = network->vertices[part];
    if (vertex != RELATA_NONE && relata_adjacency_n_others(adjacency, vertex) > 0 &&
        !holds(choice->query->actors, choice->query->n_actors, part) &&
        !holds((const guint *)(gconstpointer)avoid->data, avoid->len, part))
      g_array_append_val(members, part);
  }
  return members;
}

/* Returns the actors to avoid with their parts, but for those that are asked for. */
static GArray *
avoided(const RelataConnectQuery *query, const RelataParts *parts)
{
  GArray *avoid = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < query->n_avoid; i++) {
    g_autoptr(GArray) all = relata_parts_of(parts, query->avoid[i]);
    for (guint k = 0; k < all->len; k++) {
      const guint part = g_array_index(all, RelataMember, k).actor;
      if (k == 0 || !holds(query->actors, query->n_actors, part))
        g_array_append_val(avoid, part);
    }
  }
  return avoid;
}

static gboolean
is_better(const RelataConnectAnswer *one, const RelataConnectAnswer *other)
{
  if (other == NULL || one->groups->len != other->groups->len)
    return other == NULL || one->groups->len < other->groups->len;
  return one->hops->len < other->hops->len;
}

/* Tries the choice at hand. Returns FALSE with *error where the question is invalid. *better is set to
 * whether it is the best so far. Nobody represents two at once. */
static gboolean
attempt(Choice *choice, gboolean *better, GError **error)
{
  *better = FALSE;
  for (guint i = 1; i < choice->n; i++)
    if (holds(choice->actors, i, choice->actors[i]))
      return TRUE;
  RelataConnectAnswer *answer = relata_connect(choice->network, &choice->asked, error);
  if (answer == NULL)
    return FALSE;
  *better = is_better(answer, choice->best);
  if (*better) {
    relata_connect_answer_free(choice->best);
    choice->best = answer;
    for (guint i = 0; i < choice->n; i++)
      choice->best_actors[i] = choice->actors[i];
  } else {
    relata_connect_answer_free(answer);
  }
  return TRUE;
}

static guint
member(const Choice *choice, guint asked, guint index)
{
  return g_array_index((GArray *)g_ptr_array_index(choice->members, asked), guint, index);
}

static guint
n_members(const Choice *choice, guint asked)
{
  return ((GArray *)g_ptr_array_index(choice->members, asked))->len;
}

/* Tries every choice, the first actor's representative slowest. */
static gboolean
try_all(Choice *choice, guint64 n_choices, GError **error)
{
  gboolean better;
  for (guint64 number = 0; number < n_choices; number++) {
    guint64 rest = number;
    for (guint i = choice->n; i-- > 0; rest /= n_members(choice, i))
      choice->actors[i] = member(choice, i, (guint)(rest % n_members(choice, i)));
    if (!attempt(choice, &better, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
try_in_turn(Choice *choice, GError **error)
{
  gboolean better, improved = TRUE;
  for (guint i = 0; i < choice->n; i++)
    choice->actors[i] = member(choice, i, 0);
  if (!attempt(choice, &better, error))
    return FALSE;
  while (improved) {
    improved = FALSE;
    for (guint i = 0; i < choice->n; i++)
      for (guint k = 0; k < n_members(choice, i); k++) {
        for (guint j = 0; j < choice->n; j++)
          choice->actors[j] = choice->best_actors[j];
        choice->actors[i] = member(choice, i, k);
        if (!attempt(choice, &better, error))
          return FALSE;
        improved = improved || better;
      }
  }
  choice->best->exact = FALSE;
  return TRUE;
}

static guint64
count_choices(const Choice *choice)
{
  guint64 n = 1;
  for (guint i = 0; i < choice->n && n <= MOST_CHOICES; i++)
    n *= n_members(choice, i);
  return n;
}

/* Names in the answer those that were asked for, and beside them who represents them. */
static void
name_asked(Choice *choice)
{
  RelataConnectAnswer *answer = choice->best;
  g_assert(answer != NULL); /* some choice was the best */
  for (guint i = 0; i < choice->n; i++) {
    g_array_index(answer->actors, guint, i) = choice->named[i];
    g_array_index(answer->members, guint, i) = choice->best_actors[i];
  }
  for (guint g = 0; g < answer->groups->len; g++) {
    GArray *actors = g_array_index(answer->groups, RelataConnectGroup, g).actors;
    for (guint k = 0; k < actors->len; k++)
      for (guint i = 0; i < choice->n; i++)
        if (g_array_index(actors, guint, k) == choice->best_actors[i]) {
          g_array_index(actors, guint, k) = choice->named[i];
          break;
        }
  }
}

RelataConnectAnswer *
relata_connect_wholes(const RelataNetwork *network, const RelataParts *parts, const RelataConnectQuery *query,
                      GError **error)
{
  g_return_val_if_fail(network != NULL && parts != NULL && query != NULL, NULL);
  g_return_val_if_fail(query->actors != NULL || query->n_actors == 0, NULL);
  g_return_val_if_fail(query->avoid != NULL || query->n_avoid == 0, NULL);
  g_autoptr(RelataConnectAnswer) checked = relata_connect(network, query, error);
  if (checked == NULL)
    return NULL;
  g_autoptr(GArray) avoid = avoided(query, parts);
  g_autoptr(GPtrArray) members = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
  const guint n = checked->actors->len;
  g_autofree guint *actors = g_new0(guint, n), *best = g_new0(guint, n);
  Choice choice = {.network = network,
                   .query = query,
                   .n = n,
                   .named = (guint *)(gpointer)checked->actors->data,
                   .members = members,
                   .actors = actors,
                   .best_actors = best};
  choice.asked = *query;
  choice.asked.actors = actors;
  choice.asked.n_actors = n;
  choice.asked.avoid = (const guint *)(gconstpointer)avoid->data;
  choice.asked.n_avoid = avoid->len;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add(members, members_of(&choice, parts, choice.named[i], avoid));
  const guint64 n_choices = count_choices(&choice);
  if (!(n_choices <= MOST_CHOICES ? try_all(&choice, n_choices, error) : try_in_turn(&choice, error))) {
    relata_connect_answer_free(choice.best);
    return NULL;
  }
  name_asked(&choice);
  return choice.best;
}
