/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "network/presumption.h"

#include "network/network_internal.h"
#include "text/message.h"

#include <string.h>

/* Returns the last day of which an affirming claim of the tie surely speaks, RELATA_DAY_MIN where none has a
 * date. *surely is set to whether one of them surely holds on the days that are asked about. */
static gint32
last_attested(const RelataNetwork *network, const RelataTie *tie, gboolean *surely)
{
  gint32 last = RELATA_DAY_MIN;
  *surely = FALSE;
  for (guint i = 0; i < tie->n_claims; i++) {
    const guint index = network->claims[tie->first_claim + i];
    const RelataStatement *said = &relata_corpus_claim(network->corpus, index)->said;
    RelataReading reading;
    if (said->stance == RELATA_DENIES || !relata_statement_is_dated(network->corpus, said))
      continue;
    const RelataWitness witness = relata_witness_of(network->corpus, said);
    last = MAX(last, relata_witness_end(&witness));
    *surely |= relata_network_claim_reading(network, index, &reading) && reading == RELATA_SURELY;
  }
  return last;
}

/* Returns the first of the days that are asked about. */
static gint32
first_asked(const RelataSelection *selection)
{
  const RelataDate *as_of = relata_selection_date(selection, RELATA_FILTER_AS_OF);
  return (as_of != NULL ? as_of : relata_selection_date(selection, RELATA_FILTER_DURING))->begin_min;
}

static void
add_tie(RelataPresumption *presumption, const RelataNetwork *network, guint edge)
{
  gboolean surely;
  const gint32 last = last_attested(network, &network->ties[edge], &surely);
  presumption->n_ties++;
  if (surely || last == RELATA_DAY_MIN)
    return;
  presumption->n_presumed++;
  if (last < first_asked(network->made->selection)) /* else it is a long date that is in doubt, not whether it
                                                       lasted */
    presumption->since = MIN(presumption->since, last);
}

static gint
compare_edges(gconstpointer a, gconstpointer b)
{
  return relata_order(*(const guint *)a, *(const guint *)b);
}

RelataPresumption
relata_presumption_of(const RelataNetwork *network, const GArray *edges)
{
  RelataPresumption presumption = {0, 0, RELATA_DAY_MAX};
  g_return_val_if_fail(network != NULL, presumption);
  const guint n = edges != NULL ? edges->len : network->n_ties;
  if (!relata_selection_asks_days(network->made->selection)) {
    presumption.n_ties = n;
    return presumption;
  }
  g_autofree guint *sorted = g_new(guint, MAX(n, 1));
  for (guint i = 0; i < n; i++)
    sorted[i] = edges != NULL ? g_array_index(edges, guint, i) : i;
  if (edges != NULL)
    qsort(sorted, n, sizeof *sorted, compare_edges);
  for (guint i = 0; i < n; i++) {
    g_return_val_if_fail(sorted[i] < network->n_ties, presumption);
    if (i == 0 || sorted[i] != sorted[i - 1])
      add_tie(&presumption, network, sorted[i]);
  }
  return presumption;
}

char *
relata_presumption_in_words(const RelataNetwork *network, RelataPresumption presumption)
{
  g_return_val_if_fail(network != NULL, NULL);
  const guint n = presumption.n_presumed;
  if (n == 0)
    return NULL;
  const gboolean possibly = relata_selection_reading(network->made->selection) == RELATA_POSSIBLY;
  const gboolean lasted = !possibly && presumption.since != RELATA_DAY_MAX;
  GString *words = g_string_new(NULL);
  g_string_append_printf(words, "%u of %u tie%s %s presumed%s", n, presumption.n_ties,
                         relata_plural(presumption.n_ties), n == 1 ? "is" : "are",
                         possibly ? " or possible only"
                         : lasted ? " to have lasted"
                                  : "");
  if (presumption.since != RELATA_DAY_MAX) {
    g_autofree char *day = relata_day_in_words(presumption.since);
    g_string_append_printf(words, ": last attested %s %s", n == 1 ? "on" : "as long ago as", day);
  }
  return g_string_free(words, FALSE);
}
