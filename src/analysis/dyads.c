/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analysis/dyads.h"

#include <stdlib.h>

static int
compare_dyads(gconstpointer a, gconstpointer b)
{
  const RelataDyad *one = a, *other = b;
  if (one->low != other->low)
    return one->low < other->low ? -1 : 1;
  return one->high < other->high ? -1 : one->high > other->high;
}

GArray *
relata_dyads_new(const RelataNetwork *network, const gboolean *ties)
{
  GArray *dyads = g_array_new(FALSE, FALSE, sizeof(RelataDyad));
  for (guint i = 0; i < network->n_ties; i++) {
    const RelataTie *tie = &network->ties[i];
    const int sign = relata_network_relation(network, tie)->sign;
    const guint weight = tie->corroboration;
    const RelataDyad dyad = {MIN(tie->from, tie->to), MAX(tie->from, tie->to), weight, sign > 0 ? weight : 0,
                             sign < 0 ? weight : 0};
    if ((ties == NULL || ties[i]) && tie->from != tie->to)
      g_array_append_val(dyads, dyad);
  }
  g_array_sort(dyads, compare_dyads);
  guint n = 0;
  for (guint i = 0; i < dyads->len; i++) {
    const RelataDyad *dyad = &g_array_index(dyads, RelataDyad, i);
    RelataDyad *last = n > 0 ? &g_array_index(dyads, RelataDyad, n - 1) : NULL;
    if (last != NULL && compare_dyads(last, dyad) == 0) {
      last->weight += dyad->weight;
      last->friendly += dyad->friendly;
      last->hostile += dyad->hostile;
    } else {
      g_array_index(dyads, RelataDyad, n++) = *dyad;
    }
  }
  g_array_set_size(dyads, n);
  return dyads;
}

const RelataDyad *
relata_dyads_find(const GArray *dyads, guint one, guint other)
{
  const RelataDyad key = {.low = MIN(one, other), .high = MAX(one, other)};
  return bsearch(&key, dyads->data, dyads->len, sizeof key, compare_dyads);
}
