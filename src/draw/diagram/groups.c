/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/diagram/groups.h"

#include "analysis/communities.h"
#include "corpus/names.h"
#include "text/display.h"
#include "text/error.h"
#include "text/message.h"

#include <string.h>

/* Vertices are ordered by actor id, so among equal scores the lowest id wins. */
static guint
find_highest(const RelataPartition *partition, guint group, const double *scores, const gboolean *taken,
             guint n_vertices)
{
  guint best = RELATA_NONE;
  for (guint i = 0; i < n_vertices; i++)
    if (partition->of[i] == group && !taken[i] && (best == RELATA_NONE || scores[i] > scores[best]))
      best = i;
  return best;
}

char *
relata_groups_name(const RelataNetwork *network, const RelataPartition *partition, guint group,
                   const double *scores, guint most)
{
  g_autofree gboolean *taken = g_new0(gboolean, MAX(network->n_actors, 1));
  GString *names = g_string_new(NULL);
  for (guint i = 0; i < MIN(most, partition->sizes[group]); i++) {
    const guint vertex = find_highest(partition, group, scores, taken, network->n_actors);
    g_autofree char *name = relata_display_safe(relata_network_actor(network, vertex)->name);
    taken[vertex] = TRUE;
    g_string_append_printf(names, "%s%s", i > 0 ? ", " : "", name);
  }
  if (partition->sizes[group] > most)
    g_string_append(names, " …");
  return g_string_free(names, FALSE);
}

/* Returns the group that a word of the view names, by its number or by one of its actors. Returns RELATA_NONE
 * and sets *error if there is none. */
static guint
find_group(RelataCorpus *corpus, const RelataNetwork *network, const RelataPartition *groups,
           const char *word, GError **error)
{
  guint64 number;
  if (g_ascii_string_to_unsigned(word, 10, 0, G_MAXUINT, &number, NULL)) {
    if (number >= 1 && number <= groups->n_groups)
      return (guint)number - 1;
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
                "there is no group %" G_GUINT64_FORMAT " to open: they are numbered from 1 to %u", number,
                groups->n_groups);
    return RELATA_NONE;
  }
  const guint actor = relata_corpus_resolve_actor(corpus, word, error);
  if (actor == RELATA_NONE) {
    g_prefix_error(error, "no group can be opened by this name: ");
    return RELATA_NONE;
  }
  const guint vertex = network->vertices[actor];
  const guint group = vertex != RELATA_NONE ? groups->of[vertex] : RELATA_NONE;
  if (group == RELATA_NONE) {
    g_autofree char *name = relata_display_safe(relata_corpus_actor(corpus, actor)->name);
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
                "%s is in no group that could be opened: the selection leaves it out, or without a tie",
                name);
  }
  return group;
}

static gboolean
find_opened(RelataCorpus *corpus, const RelataNetwork *network, const RelataView *view,
            const RelataPartition *groups, gboolean *opened, GError **error)
{
  for (guint i = 0; i < view->open->len; i++) {
    const guint group = find_group(corpus, network, groups, g_ptr_array_index(view->open, i), error);
    if (group == RELATA_NONE)
      return FALSE;
    opened[group] = TRUE;
  }
  return TRUE;
}

/* Returns how many of the groups, taken from the largest on, can be drawn beside the actors that are drawn
 * singly. */
static guint
find_room(const RelataView *view, const RelataPartition *groups, const gboolean *opened)
{
  guint n_single = 0, n_closed = 0, room = 0;
  if (view->top != RELATA_TOP_AUTO)
    return groups->n_groups;
  for (guint i = 0; i < groups->n_groups; i++)
    n_single += opened[i] ? groups->sizes[i] : 0;
  const guint most = n_single < RELATA_MOST_ACTORS ? RELATA_MOST_ACTORS - n_single : 1;
  while (room < groups->n_groups && n_closed + !opened[room] <= most)
    n_closed += !opened[room++];
  return room;
}

/* Returns the groups that are opened; or, without `want`, those of the first `room` groups that are not. Sets
 * numbers[] to their numbers for the reader. They keep their order, which is by size. */
static RelataPartition *
select_groups(const RelataNetwork *network, const RelataPartition *groups, const gboolean *opened,
              gboolean want, guint room, guint *numbers)
{
  g_autofree guint *labels = g_new(guint, MAX(network->n_actors, 1));
  guint n = 0;
  for (guint i = 0; i < network->n_actors; i++) {
    const guint group = groups->of[i];
    const gboolean in = group != RELATA_NONE && (opened[group] != FALSE) == want && (want || group < room);
    labels[i] = in ? group : RELATA_NONE;
  }
  for (guint i = 0; i < groups->n_groups; i++)
    if ((opened[i] != FALSE) == want && (want || i < room))
      numbers[n++] = i + 1;
  return relata_partition_new(labels, network->n_actors, groups->n_groups);
}

static void
say(const RelataPartition *groups, const RelataPartition *closed, guint n_opened, double modularity,
    RelataScope *scope)
{
  guint n_folded = 0, n_left_out = 0;
  for (guint i = 0; i < closed->n_groups; i++)
    n_folded += closed->sizes[i];
  for (guint i = closed->n_groups + n_opened; i < groups->n_groups; i++)
    n_left_out += groups->sizes[i];
  g_ptr_array_add(scope->remarks,
                  g_strdup_printf("%u actors are drawn as %u group%s: communities with more ties within than "
                                  "chance would give (Leiden algorithm, modularity %.2f).",
                                  n_folded, closed->n_groups, relata_plural(closed->n_groups), modularity));
  if (n_left_out > 0)
    g_ptr_array_add(
        scope->remarks,
        g_strdup_printf("The %u smallest groups, of %u actors, are not shown (--top 0 draws all).",
                        groups->n_groups - closed->n_groups - n_opened, n_left_out));
}

gboolean
relata_groups_choose(RelataCorpus *corpus, const RelataNetwork *network, const RelataView *view,
                     RelataScope *scope, const gboolean *ties, GError **error)
{
  double modularity = 0;
  if (!view->groups && view->open->len == 0)
    return TRUE;
  g_autoptr(RelataPartition) groups = relata_communities(network, ties, &modularity, error);
  if (groups == NULL)
    return FALSE;
  g_autofree gboolean *opened = g_new0(gboolean, MAX(groups->n_groups, 1));
  if (!find_opened(corpus, network, view, groups, opened, error))
    return FALSE;
  const guint room = find_room(view, groups, opened);
  g_autofree guint *boxed = g_new0(guint, MAX(groups->n_groups, 1));
  scope->group_numbers = g_new0(guint, MAX(groups->n_groups, 1));
  scope->groups = select_groups(network, groups, opened, FALSE, room, scope->group_numbers);
  scope->clusters = select_groups(network, groups, opened, TRUE, room, boxed);
  for (guint i = 0; i < network->n_actors; i++)
    scope->actors[i] = scope->clusters->of[i] != RELATA_NONE;
  for (guint i = 0; i < scope->clusters->n_groups; i++)
    g_ptr_array_add(scope->cluster_titles, g_strdup_printf("Group %u", boxed[i]));
  say(groups, scope->groups, scope->clusters->n_groups, modularity, scope);
  return TRUE;
}
