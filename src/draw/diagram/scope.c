/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/diagram/scope.h"

#include "corpus/names.h"
#include "draw/diagram/clusters.h"
#include "draw/diagram/groups.h"
#include "draw/diagram/reduce.h"
#include "text/display.h"
#include "text/message.h"

#include <string.h>

static void
clear_tie(gpointer data)
{
  RelataShownTie *shown = data;
  g_clear_pointer(&shown->steps, g_array_unref);
  g_clear_pointer(&shown->paths, g_array_unref);
  g_clear_pointer(&shown->enders, g_array_unref);
}

RelataScope *
relata_scope_new(const RelataNetwork *network)
{
  RelataScope *scope = g_new0(RelataScope, 1);
  scope->actors = g_new0(gboolean, MAX(network->n_actors, 1));
  scope->asked = g_new0(gboolean, MAX(network->n_actors, 1));
  scope->changes = g_new0(RelataChange, MAX(network->n_actors, 1));
  scope->ties = g_array_new(FALSE, FALSE, sizeof(RelataShownTie));
  g_array_set_clear_func(scope->ties, clear_tie);
  scope->events = g_array_new(FALSE, FALSE, sizeof(guint));
  scope->remarks = g_ptr_array_new_with_free_func(g_free);
  scope->folded = g_array_new(FALSE, FALSE, sizeof(guint));
  scope->cluster_titles = g_ptr_array_new_with_free_func(g_free);
  return scope;
}

void
relata_scope_free(RelataScope *scope)
{
  if (scope == NULL)
    return;
  g_free(scope->actors);
  g_free(scope->asked);
  g_free(scope->changes);
  g_array_unref(scope->ties);
  g_array_unref(scope->events);
  g_ptr_array_unref(scope->remarks);
  relata_partition_free(scope->groups);
  g_free(scope->group_numbers);
  g_array_unref(scope->folded);
  relata_partition_free(scope->clusters);
  g_ptr_array_unref(scope->cluster_titles);
  g_free(scope);
}

/* Spreads from the centre hop by hop, along ties in both directions. */
static gboolean
keep_surroundings(RelataCorpus *corpus, const RelataNetwork *network, const RelataView *view, gboolean *shown,
                  guint *centre, GError **error)
{
  const guint actor = relata_corpus_resolve_actor(corpus, view->around, error);
  if (actor == RELATA_NONE)
    return FALSE;
  *centre = network->vertices[actor];
  if (*centre == RELATA_NONE) {
    g_autofree char *words = relata_selection_in_words(view->selection);
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_EMPTY, "the selection (%s) leaves out %s", words,
                relata_corpus_actor(corpus, actor)->name);
    return FALSE;
  }
  memset(shown, 0, network->n_actors * sizeof *shown);
  shown[*centre] = TRUE;
  g_autofree gboolean *next = g_memdup2(shown, network->n_actors * sizeof *shown);
  for (guint hop = 0; hop < view->hops; hop++) {
    gboolean grew = FALSE;
    for (guint i = 0; i < network->n_ties; i++) {
      const RelataTie *tie = &network->ties[i];
      if (shown[tie->from] == shown[tie->to])
        continue;
      next[tie->from] = next[tie->to] = grew = TRUE;
    }
    if (!grew)
      break;
    memcpy(shown, next, network->n_actors * sizeof *shown);
  }
  return TRUE;
}

static void
say_far(const RelataNetwork *network, const RelataView *view, const gboolean *shown, GPtrArray *remarks)
{
  guint n = 0;
  for (guint i = 0; i < network->n_actors; i++)
    n += !shown[i];
  if (n == 0)
    return;
  RelataCorpus *corpus = (RelataCorpus *)(gpointer)network->corpus; /* resolving names fills an index in
                                                                       the corpus */
  g_autofree char *name = relata_display_safe(
      relata_corpus_actor(corpus, relata_corpus_resolve_actor(corpus, view->around, NULL))->name);
  g_ptr_array_add(remarks, g_strdup_printf("%u actor%s more than %u tie%s away from %s %s not shown.", n,
                                           relata_plural(n), view->hops, relata_plural(view->hops), name,
                                           n == 1 ? "is" : "are"));
}

static gboolean
is_shown(const RelataScope *scope, guint vertex, gboolean *folded)
{
  const gboolean in_group = scope->groups != NULL && scope->groups->of[vertex] != RELATA_NONE;
  *folded = *folded || in_group;
  return in_group || scope->actors[vertex];
}

static void
add_ties(const RelataNetwork *network, const gboolean *ties, RelataScope *scope)
{
  for (guint i = 0; i < network->n_ties; i++) {
    const RelataShownTie shown = {.tie = i};
    gboolean folded = FALSE;
    if (!ties[i] || !is_shown(scope, network->ties[i].from, &folded) ||
        !is_shown(scope, network->ties[i].to, &folded))
      continue;
    if (folded)
      g_array_append_val(scope->folded, i);
    else
      g_array_append_val(scope->ties, shown);
  }
}

RelataScope *
relata_scope_of_view(RelataCorpus *corpus, const RelataNetwork *network, const RelataView *view,
                     const double *scores, GError **error)
{
  g_autoptr(RelataScope) scope = relata_scope_new(network);
  g_autofree gboolean *ties = g_new(gboolean, MAX(network->n_ties, 1));
  gboolean *shown = scope->actors;
  guint centre = RELATA_NONE;
  for (guint i = 0; i < network->n_actors; i++)
    shown[i] = TRUE;
  for (guint i = 0; i < network->n_ties; i++)
    ties[i] = TRUE;
  if (view->around != NULL && !keep_surroundings(corpus, network, view, shown, &centre, error))
    return NULL;
  if (view->around != NULL)
    say_far(network, view, shown, scope->remarks);
  if (view->backbone > 0 && !relata_reduce_to_backbone(network, view->backbone, centre, scope, ties, error))
    return NULL;
  relata_reduce_to_top(network, view, scores, centre, scope);
  relata_reduce_to_tied(network, centre, scope, ties);
  if (!relata_groups_choose(corpus, network, view, scope, ties, error) ||
      !relata_clusters_choose(network, view, scores, scope, ties, error))
    return NULL;
  add_ties(network, ties, scope);
  return g_steal_pointer(&scope);
}
