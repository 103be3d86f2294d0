/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/diagram/clusters.h"

#include "analysis/communities.h"
#include "analysis/sides.h"
#include "draw/diagram/groups.h"
#include "text/display.h"
#include "text/error.h"
#include "text/message.h"

static void
say(RelataScope *scope, char *sentence)
{
  g_ptr_array_add(scope->remarks, sentence);
}

/* ── Types ───────────────────────────────────────────────────────────────────────────────── */

static RelataPartition *
find_types(const RelataNetwork *network, const RelataScope *scope)
{
  const guint n = relata_schema_actor_types(relata_corpus_schema(network->corpus))->len;
  g_autofree guint *labels = g_new(guint, MAX(network->n_actors, 1));
  for (guint i = 0; i < network->n_actors; i++)
    labels[i] = scope->actors[i] ? relata_network_actor(network, i)->type : RELATA_NONE;
  return relata_partition_new(labels, network->n_actors, n);
}

static void
name_types(const RelataNetwork *network, const RelataPartition *types, RelataScope *scope)
{
  const RelataSchema *schema = relata_corpus_schema(network->corpus);
  for (guint i = 0; i < types->n_groups; i++) {
    guint vertex = 0;
    while (types->of[vertex] != i)
      vertex++;
    const RelataActorType *type =
        relata_schema_actor_type(schema, relata_network_actor(network, vertex)->type);
    g_autofree char *label = relata_display_safe(types->sizes[i] == 1 ? type->label : type->plural);
    g_autofree char *first = g_utf8_substring(label, 0, MIN(g_utf8_strlen(label, -1), 1));
    g_autofree char *capital = g_utf8_strup(first, -1);
    g_ptr_array_add(scope->cluster_titles, g_strconcat(capital, label + strlen(first), NULL));
  }
}

/* ── Communities and sides ───────────────────────────────────────────────────────────────── */

/* Drops the clusters of one actor, which need no box. Keeps the order. */
static RelataPartition *
without_loners(const RelataPartition *all, guint n_vertices)
{
  g_autofree guint *labels = g_new(guint, MAX(n_vertices, 1));
  for (guint i = 0; i < n_vertices; i++)
    labels[i] = all->of[i] != RELATA_NONE && all->sizes[all->of[i]] > 1 ? all->of[i] : RELATA_NONE;
  return relata_partition_new(labels, n_vertices, all->n_groups);
}

static void
name_groups(const RelataNetwork *network, const RelataPartition *groups, const double *scores,
            const char *what, RelataScope *scope)
{
  for (guint i = 0; i < groups->n_groups; i++) {
    g_autofree char *name = relata_groups_name(network, groups, i, scores, 1);
    g_ptr_array_add(scope->cluster_titles,
                    g_strdup_printf("%s %u, around %.*s", what, i + 1,
                                    (int)(strlen(name) - (groups->sizes[i] > 1 ? strlen(" …") : 0)), name));
  }
}

static RelataPartition *
find_communities(const RelataNetwork *network, const double *scores, RelataScope *scope, const gboolean *ties,
                 GError **error)
{
  double modularity;
  RelataPartition *communities = relata_communities(network, ties, &modularity, error);
  if (communities == NULL)
    return NULL;
  name_groups(network, communities, scores, "Community", scope);
  say(scope,
      g_strdup_printf("Boxes are drawn around %u communit%s: actors with more ties among themselves than "
                      "chance would give (Leiden algorithm, modularity %.2f).",
                      communities->n_groups, communities->n_groups == 1 ? "y" : "ies", modularity));
  return communities;
}

/* Counts the ties that contradict the sides. Sets *n_signed to the number of signed ties. Loops say nothing
 * of sides. */
static guint
count_against(const RelataNetwork *network, const RelataPartition *sides, const gboolean *ties,
              guint *n_signed)
{
  guint against = 0;
  *n_signed = 0;
  for (guint i = 0; i < network->n_ties; i++) {
    const RelataTie *tie = &network->ties[i];
    const int sign = relata_network_relation(network, tie)->sign;
    if (!ties[i] || sign == 0 || tie->from == tie->to)
      continue;
    ++*n_signed;
    against += (sides->of[tie->from] == sides->of[tie->to]) != (sign > 0);
  }
  return against;
}

static RelataPartition *
find_sides(const RelataNetwork *network, const double *scores, RelataScope *scope, const gboolean *ties)
{
  gboolean exact;
  guint n_signed, n_loners = 0;
  g_autoptr(RelataPartition) all = relata_sides(network, ties, NULL, &exact);
  RelataPartition *sides = without_loners(all, network->n_actors);
  const guint against = count_against(network, all, ties, &n_signed);
  for (guint i = 0; i < all->n_groups; i++)
    n_loners += all->sizes[i] == 1;
  name_groups(network, sides, scores, "Side", scope);
  say(scope,
      g_strdup_printf("Boxes are drawn around %u side%s, friendly within and hostile to each other: %u of "
                      "%u friendly and hostile ties run against them, %s.",
                      sides->n_groups, relata_plural(sides->n_groups), against, n_signed,
                      exact ? "and no other sides have less against them"
                            : "and no sides with less against them were found"));
  if (n_loners > 0)
    say(scope, g_strdup_printf(n_loners == 1 ? "%u actor is on no side with others."
                                             : "%u actors are on no side with others.",
                               n_loners));
  return sides;
}

gboolean
relata_clusters_choose(const RelataNetwork *network, const RelataView *view, const double *scores,
                       RelataScope *scope, const gboolean *ties, GError **error)
{
  if (view->cluster == RELATA_CLUSTER_NONE)
    return TRUE;
  if (scope->groups != NULL) {
    g_set_error_literal(
        error, RELATA_ERROR, RELATA_ERROR_VALUE,
        "a picture has either groups that are drawn as one (groups, open) or boxes around single "
        "actors (cluster)");
    return FALSE;
  }
  switch (view->cluster) {
  case RELATA_CLUSTER_TYPE:
    scope->clusters = find_types(network, scope);
    name_types(network, scope->clusters, scope);
    break;
  case RELATA_CLUSTER_COMMUNITY:
    scope->clusters = find_communities(network, scores, scope, ties, error);
    break;
  case RELATA_CLUSTER_SIDE:
    scope->clusters = find_sides(network, scores, scope, ties);
    break;
  case RELATA_CLUSTER_NONE:
    break;
  }
  return scope->clusters != NULL;
}
