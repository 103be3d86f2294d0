/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/diagram/reading.h"

static int
compare_scores(gconstpointer a, gconstpointer b, gpointer data)
{
  const guint one = *(const guint *)a, other = *(const guint *)b;
  const double *scores = data;
  if (scores[one] < scores[other] || scores[one] > scores[other])
    return scores[one] > scores[other] ? -1 : 1;
  return one < other ? -1 : one > other;
}

static void
add_once(GArray *reading, gboolean *added, guint vertex)
{
  if (added[vertex])
    return;
  added[vertex] = TRUE;
  g_array_append_val(reading, vertex);
}

GArray *
relata_reading_of_scope(const RelataNetwork *network, const RelataScope *scope, const double *scores)
{
  GArray *reading = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autofree gboolean *added = g_new0(gboolean, MAX(network->n_actors, 1));
  for (guint i = 0; scores == NULL && i < scope->ties->len; i++) {
    const RelataShownTie *shown = &g_array_index(scope->ties, RelataShownTie, i);
    const RelataTie *tie = &network->ties[shown->tie];
    add_once(reading, added, shown->backward ? tie->to : tie->from);
    add_once(reading, added, shown->backward ? tie->from : tie->to);
  }
  for (guint i = 0; i < network->n_actors; i++)
    if (scope->actors[i])
      add_once(reading, added, i);
  if (scores != NULL)
    g_array_sort_with_data(reading, compare_scores, (gpointer)scores);
  return reading;
}

void
relata_reading_set_turns(RelataDiagram *diagram, const guint *numbers)
{
  g_autofree guint *ranks = g_new0(guint, MAX(diagram->actors->len, 1)); /* by index */
  for (guint i = 0; i < diagram->actors->len; i++) /* groups come after all single actors */
    ranks[i] = diagram->reading->len + i;
  for (guint i = 0; i < diagram->reading->len; i++)
    ranks[numbers[g_array_index(diagram->reading, guint, i)]] = i;
  for (guint i = 0; i < diagram->actors->len; i++)
    ((RelataGlyph *)g_ptr_array_index(diagram->actors, i))->turn = 2 * ranks[i];
  for (guint i = 0; i < diagram->links->len; i++) {
    RelataCurve *link = g_ptr_array_index(diagram->links, i);
    link->turn = 2 * MIN(ranks[link->from], ranks[link->to]) + 1;
  }
}
