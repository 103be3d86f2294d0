/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Parts the ties of a network: those that stand, those that claims only deny, and those that too few origins
 * affirm, whose claims may still count for another tie. */
#include "network/network_internal.h"
#include "network/tie_count.h"

#include <string.h>

typedef enum { STANDING, DENIED, WEAK, N_PARTS } Part;

static Part
part_of(const RelataFamilies *families, const RelataTie *tie)
{
  return tie->n_affirming == 0 ? DENIED : relata_families_stands(families, tie) ? STANDING : WEAK;
}

/* Lists ties and claims anew, one part after the other, each in its order. */
static void
list_by_part(RelataNetwork *network, const RelataFamilies *families)
{
  const guint n = network->n_ties, n_claims = network->n_claims;
  g_autofree RelataTie *all = network->ties;
  g_autofree guint *claims = network->claims;
  guint n_ties[N_PARTS] = {0}, place = 0, tie = 0;
  network->ties = g_new(RelataTie, MAX(n, 1));
  network->claims = g_new(guint, MAX(n_claims, 1));
  for (Part part = STANDING; part < N_PARTS; part++) {
    for (guint i = 0; i < n; i++) {
      if (part_of(families, &all[i]) != part)
        continue;
      n_ties[part]++;
      network->n_ties_disputed +=
          part == WEAK && families->undisputed && all[i].verdict == RELATA_TIE_DISPUTED;
      network->ties[tie] = all[i];
      network->ties[tie++].first_claim = place;
      memcpy(network->claims + place, claims + all[i].first_claim, all[i].n_claims * sizeof(guint));
      place += all[i].n_claims;
    }
    if (part == STANDING)
      network->n_claims = place;
  }
  network->n_ties = n_ties[STANDING];
  network->n_denied_only = n_ties[DENIED];
  network->n_ties_weak = n_ties[WEAK];
}

void
relata_network_part(RelataNetwork *network, const RelataSelection *selection, RelataTally *tally)
{
  g_autoptr(RelataFamilies) families = relata_families_new(selection);
  gboolean all_stand = TRUE;
  for (guint i = 0; i < network->n_ties; i++) {
    relata_families_count(families, network, &network->ties[i], tally);
    all_stand &= part_of(families, &network->ties[i]) == STANDING;
  }
  if (!all_stand)
    list_by_part(network, families);
}
