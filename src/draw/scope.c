/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/scope.h"

#include "analysis/centrality.h"
#include "corpus/names.h"

#include <string.h>

static void
clear_tie(gpointer data)
{
  RelataShownTie *shown = data;
  g_clear_pointer(&shown->steps, g_array_unref);
  g_clear_pointer(&shown->paths, g_array_unref);
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
  scope->remarks = g_ptr_array_new_with_free_func(g_free);
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
  g_ptr_array_unref(scope->remarks);
  g_free(scope);
}

static guint
count(const gboolean *shown, guint n)
{
  guint sum = 0;
  for (guint i = 0; i < n; i++)
    sum += shown[i] != FALSE;
  return sum;
}

/* Spreads from the centre, hop by hop, against ties as well as along them. */
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
keep_top(const RelataNetwork *network, const RelataView *view, const double *scores, gboolean *shown,
         guint centre, GPtrArray *remarks)
{
  const guint n = count(shown, network->n_actors);
  if (view->top == 0 || view->top >= n)
    return;
  g_autofree guint *order = relata_centrality_order(network, scores);
  guint left = view->top;
  if (centre != RELATA_NONE) { /* whose surroundings they are is always among them */
    shown[centre] = FALSE;
    left--;
  }
  for (guint i = 0; i < network->n_actors; i++) {
    if (!shown[order[i]])
      continue;
    if (left > 0)
      left--;
    else
      shown[order[i]] = FALSE;
  }
  if (centre != RELATA_NONE)
    shown[centre] = TRUE;
  g_ptr_array_add(remarks, g_strdup_printf("Shown are the %u of %u actors with the highest %s.", view->top, n,
                                           view->size));
}

/* Actors without a tie among those shown say nothing in a picture of relations. */
static void
drop_isolated(const RelataNetwork *network, gboolean *shown, guint centre, GPtrArray *remarks)
{
  g_autofree gboolean *tied = g_new0(gboolean, network->n_actors);
  for (guint i = 0; i < network->n_ties; i++) {
    const RelataTie *tie = &network->ties[i];
    if (shown[tie->from] && shown[tie->to])
      tied[tie->from] = tied[tie->to] = TRUE;
  }
  if (count(tied, network->n_actors) == 0)
    return;
  if (centre != RELATA_NONE)
    tied[centre] = TRUE;
  guint dropped = 0;
  for (guint i = 0; i < network->n_actors; i++)
    if (shown[i] && !tied[i]) {
      shown[i] = FALSE;
      dropped++;
    }
  if (dropped > 0)
    g_ptr_array_add(remarks,
                    g_strdup_printf(dropped == 1 ? "%u actor without a tie to the others is not shown."
                                                 : "%u actors without a tie to the others are not shown.",
                                    dropped));
}

static void
add_ties(const RelataNetwork *network, RelataScope *scope)
{
  for (guint i = 0; i < network->n_ties; i++) {
    const RelataShownTie shown = {.tie = i};
    if (scope->actors[network->ties[i].from] && scope->actors[network->ties[i].to])
      g_array_append_val(scope->ties, shown);
  }
}

RelataScope *
relata_scope_of_view(RelataCorpus *corpus, const RelataNetwork *network, const RelataView *view,
                     const double *scores, GError **error)
{
  g_autoptr(RelataScope) scope = relata_scope_new(network);
  gboolean *shown = scope->actors;
  guint centre = RELATA_NONE;
  for (guint i = 0; i < network->n_actors; i++)
    shown[i] = TRUE;
  if (view->around != NULL && !keep_surroundings(corpus, network, view, shown, &centre, error))
    return NULL;
  keep_top(network, view, scores, shown, centre, scope->remarks);
  drop_isolated(network, shown, centre, scope->remarks);
  add_ties(network, scope);
  return g_steal_pointer(&scope);
}
