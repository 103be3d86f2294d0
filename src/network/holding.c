/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lists the claims of states by pair of actors, and what ends states of one actor; answers when a claim
 * holds. holding_pair.c decides about each pair. */
#include "network/holding_internal.h"

/* ── Listing ─────────────────────────────────────────────────────────────────────────────── */

/* Types that end something are few, so that each is compared with all. */
static void
set_enders(RelataHoldingWork *work)
{
  const GArray *types = relata_schema_relation_types(work->schema);
  work->ends_pair = g_new0(gboolean, MAX(types->len, 1));
  work->ends_to = g_new0(gboolean, MAX(types->len, 1));
  for (guint i = 0; i < types->len; i++) {
    const RelataRelationType *ender = &g_array_index(types, RelataRelationType, i);
    for (guint type = 0; (ender->ends_pair != NULL || ender->ends_to != NULL) && type < types->len; type++) {
      const gboolean kind = relata_schema_relation_is_a(work->schema, type, i);
      work->ends_pair[type] |= kind && ender->ends_pair != NULL;
      work->ends_to[type] |= kind && ender->ends_to != NULL;
    }
  }
}

static const RelataRelationType *
type_of(const RelataHoldingWork *work, const RelataClaim *claim)
{
  return relata_schema_relation_type(work->schema, claim->type);
}

gint32
relata_holding_ender_day(const RelataHoldingWork *work, const RelataClaim *claim)
{
  return relata_event_days(work->corpus, &claim->said, RELATA_PRESUMABLY, TRUE).first;
}

static void
add_deaths(RelataHoldingWork *work, const RelataClaim *claim, guint index)
{
  if (!work->ends_to[claim->type] || claim->said.stance == RELATA_DENIES)
    return;
  RelataHoldingDeath death = {claim->to, relata_holding_day_after(relata_holding_ender_day(work, claim)),
                              claim->type, index};
  g_array_append_val(work->deaths, death);
  death.actor = claim->from;
  if (type_of(work, claim)->symmetric)
    g_array_append_val(work->deaths, death);
}

static RelataHoldingRow
row_of(const RelataHoldingWork *work, const RelataClaim *claim, guint index)
{
  RelataHoldingRow row = {.low = MIN(claim->from, claim->to),
                          .high = MAX(claim->from, claim->to),
                          .claim = index,
                          .type = claim->type,
                          .stance = claim->said.stance & 1,
                          .certainty = claim->said.certainty & 3,
                          .state = !type_of(work, claim)->event,
                          .forward = claim->from < claim->to};
  if (!row.state) {
    row.begin = relata_holding_ender_day(work, claim);
    return row;
  }
  const RelataWitness witness = relata_witness_of(work->corpus, &claim->said);
  row.begin = witness.begin_min;
  row.until = relata_witness_end(&witness);
  row.end = witness.end_min;
  row.says_begin = witness.says_begin ? 1 : 0;
  row.says_end = witness.says_end ? 1 : 0;
  return row;
}

static void
list_claims(RelataHoldingWork *work)
{
  for (guint i = 0; i < relata_corpus_n_claims(work->corpus); i++) {
    const RelataClaim *claim = relata_corpus_claim(work->corpus, i);
    if ((work->heard != NULL && !work->heard[i]) || !relata_statement_is_dated(work->corpus, &claim->said))
      continue;
    add_deaths(work, claim, i);
    if (type_of(work, claim)->event && !work->ends_pair[claim->type])
      continue;
    const RelataHoldingRow row = row_of(work, claim, i);
    g_array_append_val(work->rows, row);
  }
}

static gint
compare_rows(gconstpointer a, gconstpointer b, G_GNUC_UNUSED gpointer data)
{
  const RelataHoldingRow *left = a, *right = b;
  int order = relata_holding_compare(left->high, right->high);
  if (order == 0)
    order = relata_holding_compare(left->begin, right->begin);
  return order != 0 ? order : relata_holding_compare(left->claim, right->claim);
}

/* Sorts the rows. They are dealt to their first actors, as there are many rows but few of most actors. */
static void
sort_rows(RelataHoldingWork *work)
{
  const guint n_actors = relata_corpus_n_actors(work->corpus);
  g_autofree guint *ends = g_new0(guint, n_actors + 1); /* by actor: where its rows end, so far */
  GArray *rows = work->rows;
  GArray *sorted = g_array_set_size(g_array_new(FALSE, FALSE, sizeof(RelataHoldingRow)), rows->len);
  for (guint i = 0; i < rows->len; i++)
    ends[g_array_index(rows, RelataHoldingRow, i).low + 1]++;
  for (guint actor = 0; actor < n_actors; actor++)
    ends[actor + 1] += ends[actor];
  for (guint i = 0; i < rows->len; i++) {
    const RelataHoldingRow *row = &g_array_index(rows, RelataHoldingRow, i);
    g_array_index(sorted, RelataHoldingRow, ends[row->low]++) = *row;
  }
  for (guint actor = 0, first = 0; actor < n_actors; first = ends[actor++])
    if (ends[actor] > first + 1)
      g_qsort_with_data(&g_array_index(sorted, RelataHoldingRow, first), (gint)(ends[actor] - first),
                        sizeof(RelataHoldingRow), compare_rows, NULL);
  g_array_unref(rows);
  work->rows = sorted;
}

gint
relata_holding_compare_breakers(gconstpointer a, gconstpointer b)
{
  const RelataBreaker *left = a, *right = b;
  const int order = relata_holding_compare(left->day, right->day);
  return order != 0 ? order : relata_holding_compare(left->claim, right->claim);
}

gint
relata_holding_compare_deaths(gconstpointer a, gconstpointer b)
{
  const RelataHoldingDeath *left = a, *right = b;
  const int order = relata_holding_compare(left->actor, right->actor);
  return order != 0 ? order : relata_holding_compare(left->day, right->day);
}

/* ── All of them ─────────────────────────────────────────────────────────────────────────── */

static guint
end_of_pair(const GArray *rows, guint first)
{
  const RelataHoldingRow *row = &g_array_index(rows, RelataHoldingRow, first);
  guint end = first + 1;
  while (end < rows->len && g_array_index(rows, RelataHoldingRow, end).low == row->low &&
         g_array_index(rows, RelataHoldingRow, end).high == row->high)
    end++;
  return end;
}

static void
clear_work(RelataHoldingWork *work)
{
  g_free(work->ends_pair);
  g_free(work->ends_to);
  g_free(work->beginnings);
  g_array_unref(work->rows);
  g_array_unref(work->breakers[RELATA_AFFIRMS]);
  g_array_unref(work->breakers[RELATA_DENIES]);
  g_array_unref(work->deaths);
}

/* lists: see RelataHoldingWork. */
static RelataHoldings *
find_holdings(const RelataCorpus *corpus, const gboolean *heard, GPtrArray *lists)
{
  const guint n = relata_corpus_n_claims(corpus);
  RelataHoldings *holdings = g_rc_box_new0(RelataHoldings);
  holdings->corpus = corpus;
  holdings->breakers = g_new(RelataBreaker, MAX(n, 1));
  holdings->is_first = g_new0(guint8, MAX(n, 1));
  for (guint i = 0; i < n; i++)
    holdings->breakers[i] = RELATA_NO_BREAKER;
  RelataHoldingWork work = {.holdings = holdings,
                            .corpus = corpus,
                            .schema = relata_corpus_schema(corpus),
                            .heard = heard,
                            .lists = lists,
                            .rows = g_array_new(FALSE, FALSE, sizeof(RelataHoldingRow)),
                            .breakers = {relata_holding_breakers_new(), relata_holding_breakers_new()},
                            .deaths = g_array_new(FALSE, FALSE, sizeof(RelataHoldingDeath))};
  work.beginnings =
      g_new0(RelataHoldingBeginning, MAX(relata_schema_relation_types(work.schema)->len, 1) * 4);
  set_enders(&work);
  list_claims(&work);
  sort_rows(&work);
  g_array_sort(work.deaths, relata_holding_compare_deaths);
  for (guint first = 0, end; first < work.rows->len; first = end) {
    end = end_of_pair(work.rows, first);
    relata_holding_decide_pair(&work, first, end);
  }
  clear_work(&work);
  return holdings;
}

RelataHoldings *
relata_holdings_new(const RelataCorpus *corpus, const gboolean *heard)
{
  g_return_val_if_fail(corpus != NULL, NULL);
  return find_holdings(corpus, heard, NULL);
}

static void
free_list(gpointer list)
{
  if (list != NULL)
    g_array_unref(list);
}

GPtrArray *
relata_holdings_list_breakers(const RelataCorpus *corpus)
{
  g_return_val_if_fail(corpus != NULL, NULL);
  const guint n = relata_corpus_n_claims(corpus);
  GPtrArray *lists = g_ptr_array_new_with_free_func(free_list);
  g_ptr_array_set_size(lists, (gint)n);
  relata_holdings_unref(find_holdings(corpus, NULL, lists));
  for (guint i = 0; i < n; i++)
    if (g_ptr_array_index(lists, i) != NULL)
      g_array_sort(g_ptr_array_index(lists, i), relata_holding_compare_breakers);
  return lists;
}

RelataHoldings *
relata_holdings_ref(RelataHoldings *holdings)
{
  g_return_val_if_fail(holdings != NULL, NULL);
  return g_rc_box_acquire(holdings);
}

static void
clear_holdings(gpointer data)
{
  RelataHoldings *holdings = data;
  g_free(holdings->breakers);
  g_free(holdings->is_first);
}

void
relata_holdings_unref(RelataHoldings *holdings)
{
  if (holdings != NULL)
    g_rc_box_release_full(holdings, clear_holdings);
}

RelataDays
relata_holdings_days(const RelataHoldings *holdings, guint claim, RelataReading reading, gboolean by)
{
  g_return_val_if_fail(holdings != NULL && (guint)reading < RELATA_N_READINGS, RELATA_NO_DAYS);
  g_return_val_if_fail(claim < relata_corpus_n_claims(holdings->corpus), RELATA_NO_DAYS);
  const RelataClaim *record = relata_corpus_claim(holdings->corpus, claim);
  const RelataSchema *schema = relata_corpus_schema(holdings->corpus);
  if (relata_schema_relation_type(schema, record->type)->event)
    return relata_event_days(holdings->corpus, &record->said, reading, by);
  const RelataWitness witness = relata_witness_of(holdings->corpus, &record->said);
  const RelataBreaker breaker = holdings->breakers[claim];
  return relata_witness_days(&witness, reading,
                             breaker.claim != RELATA_NONE ? breaker.day - 1 : RELATA_DAY_MAX,
                             holdings->is_first[claim] != 0);
}

RelataBreaker
relata_holdings_breaker(const RelataHoldings *holdings, guint claim)
{
  g_return_val_if_fail(holdings != NULL && claim < relata_corpus_n_claims(holdings->corpus),
                       RELATA_NO_BREAKER);
  return holdings->breakers[claim];
}
