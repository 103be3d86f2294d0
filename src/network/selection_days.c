/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The filters of dates: which claims hold on the days that are asked about. */
#include "network/selection_internal.h"

RelataReading
relata_selection_reading(const RelataSelection *selection)
{
  g_return_val_if_fail(selection != NULL, RELATA_PRESUMABLY);
  if (relata_selection_is_set(selection, RELATA_FILTER_SURELY))
    return RELATA_SURELY;
  return relata_selection_is_set(selection, RELATA_FILTER_POSSIBLY) ? RELATA_POSSIBLY : RELATA_PRESUMABLY;
}

gboolean
relata_selection_asks_days(const RelataSelection *selection)
{
  g_return_val_if_fail(selection != NULL, FALSE);
  return relata_selection_is_set(selection, RELATA_FILTER_AS_OF) ||
         relata_selection_is_set(selection, RELATA_FILTER_DURING);
}

void
relata_selection_changed(RelataSelection *selection, RelataFilter filter)
{
  if (relata_filters[filter].evidence)
    g_clear_pointer(&selection->holdings, relata_holdings_unref);
}

/* Returns by claim whether all filters of evidence let it pass; NULL where none is set. Newly allocated. */
static gboolean *
heard_claims(const RelataSelection *selection)
{
  const guint n = relata_corpus_n_claims(selection->corpus);
  gboolean *heard = NULL;
  for (guint filter = 0; filter < RELATA_N_FILTERS; filter++) {
    if (!relata_filters[filter].evidence || !relata_selection_is_set(selection, filter))
      continue;
    if (heard == NULL) {
      heard = g_new(gboolean, MAX(n, 1));
      for (guint i = 0; i < n; i++)
        heard[i] = TRUE;
    }
    for (guint i = 0; i < n; i++)
      heard[i] = heard[i] && relata_selection_claim_passes(selection, i, filter);
  }
  return heard;
}

RelataHoldings *
relata_selection_holdings(const RelataSelection *selection)
{
  g_return_val_if_fail(selection != NULL, NULL);
  RelataSelection *keeper = (RelataSelection *)selection; /* what is kept changes no answer */
  if (keeper->holdings == NULL) {
    g_autofree gboolean *heard = heard_claims(selection);
    keeper->holdings = relata_holdings_new(selection->corpus, heard);
  }
  return keeper->holdings;
}

static gboolean
meets(const RelataSelection *selection, RelataDays days, RelataFilter filter)
{
  return relata_days_meet(days, selection->dates[filter].begin_min, selection->dates[filter].end_max);
}

gboolean
relata_selection_claim_in_days(const RelataSelection *selection, guint claim, RelataFilter filter)
{
  const RelataHoldings *holdings = relata_selection_holdings(selection);
  return meets(selection,
               relata_holdings_days(holdings, claim, relata_selection_reading(selection),
                                    filter == RELATA_FILTER_AS_OF),
               filter);
}

gboolean
relata_selection_statement_in_days(const RelataSelection *selection, const RelataStatement *said,
                                   RelataFilter filter)
{
  return meets(selection,
               relata_event_days(selection->corpus, said, relata_selection_reading(selection),
                                 filter == RELATA_FILTER_AS_OF),
               filter);
}

RelataSelection *
relata_selection_of_any_day(const RelataSelection *selection)
{
  g_return_val_if_fail(selection != NULL, NULL);
  RelataSelection *of_any_day = relata_selection_copy(selection);
  relata_selection_clear(of_any_day, RELATA_FILTER_AS_OF);
  relata_selection_clear(of_any_day, RELATA_FILTER_DURING);
  relata_selection_clear(of_any_day, RELATA_FILTER_UNDISPUTED);
  return of_any_day;
}

/* Returns whether the claim holds in that reading on all days that are asked about. */
static gboolean
holds(const RelataSelection *selection, guint claim, RelataReading reading)
{
  static const RelataFilter filters[] = {RELATA_FILTER_AS_OF, RELATA_FILTER_DURING};
  const RelataHoldings *holdings = relata_selection_holdings(selection);
  for (guint i = 0; i < G_N_ELEMENTS(filters); i++)
    if (relata_selection_is_set(selection, filters[i]) &&
        !meets(selection, relata_holdings_days(holdings, claim, reading, filters[i] == RELATA_FILTER_AS_OF),
               filters[i]))
      return FALSE;
  return TRUE;
}

gboolean
relata_selection_claim_reading(const RelataSelection *selection, guint claim, RelataReading *reading)
{
  g_return_val_if_fail(selection != NULL && reading != NULL, FALSE);
  g_return_val_if_fail(claim < relata_corpus_n_claims(selection->corpus), FALSE);
  const RelataStatement *said = &relata_corpus_claim(selection->corpus, claim)->said;
  /* An undated claim is included, but no more than possible. */
  *reading = relata_statement_is_dated(selection->corpus, said) ? RELATA_SURELY : RELATA_POSSIBLY;
  while (*reading < RELATA_N_READINGS && !holds(selection, claim, *reading))
    (*reading)++;
  return *reading < RELATA_N_READINGS;
}

void
relata_selection_set_days(RelataSelection *selection, RelataFilter filter, gint32 first, gint32 last)
{
  g_return_if_fail(selection != NULL);
  g_return_if_fail(filter == RELATA_FILTER_AS_OF || filter == RELATA_FILTER_DURING ||
                   filter == RELATA_FILTER_KNOWN_BY);
  g_return_if_fail(first <= last);
  g_autofree char *from = first == RELATA_DAY_MIN ? g_strdup("..") : relata_day_to_edtf(first);
  g_autofree char *to = relata_day_to_edtf(last);
  char *written = first == last ? g_strdup(to) : g_strconcat(from, "/", to, NULL);
  g_free(selection->values[filter]);
  selection->values[filter] = written;
  relata_date_parse(written, &selection->dates[filter], NULL);
  relata_selection_changed(selection, filter);
}
