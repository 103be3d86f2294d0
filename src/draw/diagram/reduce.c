/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/diagram/reduce.h"

#include "analysis/backbone.h"
#include "analysis/centrality.h"
#include "text/message.h"

#include <math.h>

static guint
count(const gboolean *shown, guint n)
{
  guint sum = 0;
  for (guint i = 0; i < n; i++)
    sum += shown[i] != FALSE;
  return sum;
}

static void
say(RelataScope *scope, char *sentence)
{
  g_ptr_array_add(scope->remarks, sentence);
}

/* Removes the ties with an end that is not shown. */
static void
keep_between(const RelataNetwork *network, const gboolean *shown, gboolean *ties)
{
  for (guint i = 0; i < network->n_ties; i++)
    ties[i] = ties[i] && shown[network->ties[i].from] && shown[network->ties[i].to];
}

/* Returns by vertex whether it has one of the ties, or is the centre. Newly allocated. */
static gboolean *
find_tied(const RelataNetwork *network, const gboolean *ties, guint centre)
{
  gboolean *tied = g_new0(gboolean, MAX(network->n_actors, 1));
  for (guint i = 0; i < network->n_ties; i++)
    if (ties[i])
      tied[network->ties[i].from] = tied[network->ties[i].to] = TRUE;
  if (centre != RELATA_NONE)
    tied[centre] = TRUE;
  return tied;
}

static void
explain_empty(double level, double least, guint n_ties, GError **error)
{
  if (least >= 1) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_EMPTY,
                "there is no backbone: of the %u tie%s none joins an actor with several neighbours", n_ties,
                relata_plural(n_ties));
    return;
  }
  /* The suggested level has three decimals and is above the least one. */
  g_autofree char *enough = g_strdup_printf("%.3f", floor(least * 1000 + 1) / 1000);
  g_set_error(
      error, RELATA_ERROR, RELATA_ERROR_EMPTY,
      "the backbone below %g keeps none of %u tie%s: the strongest one is at %.3g; `backbone` %s keeps it",
      level, n_ties, relata_plural(n_ties), least, enough);
}

gboolean
relata_reduce_to_backbone(const RelataNetwork *network, double level, guint centre, RelataScope *scope,
                          gboolean *ties, GError **error)
{
  gboolean *shown = scope->actors;
  keep_between(network, shown, ties);
  const guint n_ties = count(ties, network->n_ties), n_actors = count(shown, network->n_actors);
  g_autofree double *levels = relata_backbone(network, ties);
  double least = 1;
  for (guint i = 0; i < network->n_ties; i++) {
    if (ties[i])
      least = MIN(least, levels[i]);
    ties[i] = ties[i] && levels[i] < level;
  }
  const guint n_kept = count(ties, network->n_ties);
  if (n_kept == 0) {
    explain_empty(level, least, n_ties, error);
    return FALSE;
  }
  g_autofree gboolean *tied = find_tied(network, ties, centre);
  for (guint i = 0; i < network->n_actors; i++)
    shown[i] = shown[i] && tied[i];
  say(scope,
      g_strdup_printf("Shown is the backbone: the %u of %u ties that are strong for one of their actors "
                      "(disparity filter, α < %g), and the %u of %u actors that have one.",
                      n_kept, n_ties, level, count(shown, network->n_actors), n_actors));
  return TRUE;
}

void
relata_reduce_to_top(const RelataNetwork *network, const RelataView *view, const double *scores, guint centre,
                     RelataScope *scope)
{
  gboolean *shown = scope->actors;
  const guint n = count(shown, network->n_actors);
  const gboolean unasked = view->top == RELATA_TOP_AUTO;
  const gboolean asked =
      view->backbone > 0 || view->groups || view->open->len > 0; /* another reduction applies */
  const guint top = !unasked ? view->top : asked ? 0 : RELATA_MOST_ACTORS;
  if (top == 0 || top >= n)
    return;
  g_autofree guint *order = relata_centrality_order(network, scores, FALSE);
  guint left = top;
  if (centre != RELATA_NONE) { /* an actor always belongs to its own surroundings */
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
  const RelataMeasureInfo *measure = relata_measure_find(view->size, NULL);
  say(scope, g_strdup_printf("Shown are the %u of %u actors with the %s %s%s.", top, n,
                             relata_measure_superlative(measure), view->size,
                             unasked ? " (--top 0 draws all)" : ""));
}

void
relata_reduce_to_tied(const RelataNetwork *network, guint centre, RelataScope *scope, gboolean *ties)
{
  gboolean *shown = scope->actors;
  keep_between(network, shown, ties);
  if (count(ties, network->n_ties) == 0)
    return;
  g_autofree gboolean *tied = find_tied(network, ties, centre);
  guint dropped = 0;
  for (guint i = 0; i < network->n_actors; i++)
    if (shown[i] && !tied[i]) {
      shown[i] = FALSE;
      dropped++;
    }
  if (dropped > 0)
    say(scope, g_strdup_printf(dropped == 1 ? "%u actor without a tie to the others is not shown."
                                            : "%u actors without a tie to the others are not shown.",
                               dropped));
}
