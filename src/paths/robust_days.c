/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The first day on which a path could be documented, and the first day on which it held. */
#include "paths/robust_internal.h"

/* ── Days ────────────────────────────────────────────────────────────────────────────────── */

static gint
compare_days(gconstpointer a, gconstpointer b)
{
  const gint32 left = *(const gint32 *)a, right = *(const gint32 *)b;
  return left < right ? -1 : left > right;
}

static gint32
day_at(const GArray *days, guint index)
{
  return g_array_index(days, gint32, index);
}

/* Sorts the days and removes duplicates. */
static void
make_distinct(GArray *days)
{
  g_array_sort(days, compare_days);
  guint n = 0;
  for (guint i = 0; i < days->len; i++)
    if (n == 0 || day_at(days, i) != day_at(days, n - 1))
      g_array_index(days, gint32, n++) = day_at(days, i);
  g_array_set_size(days, n);
}

/* Returns the last day of a filter's date, or its first day with `first`. RELATA_DAY_MAX (RELATA_DAY_MIN)
 * where the filter is not set. */
static gint32
bound(const RelataSelection *selection, RelataFilter filter, gboolean first)
{
  RelataDate date = RELATA_NO_DATE;
  if (relata_selection_is_set(selection, filter))
    relata_date_parse(relata_selection_value(selection, filter), &date, NULL); /* the filter accepted it */
  return first ? date.begin_min : date.end_max;
}

static RelataReply
ask_on(RelataInquiry *inquiry, RelataSelection *selection, RelataFilter filter, gint32 first, gint32 last,
       RelataPathAnswer **answer)
{
  relata_selection_set_days(selection, filter, first, last);
  return relata_inquiry_ask(inquiry, selection, inquiry->question.max_hops, answer);
}

/* Returns the index of the first day on which the answer is yes, by bisection: if it is yes on a day, it is
 * on all later ones. Returns days->len where it never is. Sets *all_known to FALSE where an answer is
 * unknown; such an answer counts as no. */
static guint
bisect(RelataInquiry *inquiry, RelataSelection *selection, RelataFilter filter, gint32 open,
       const GArray *days, gboolean *all_known)
{
  guint low = 0, high = days->len;
  while (low < high) {
    const guint middle = low + (high - low) / 2;
    const gint32 day = day_at(days, middle);
    const gint32 first = filter == RELATA_FILTER_DURING ? open : day;
    const RelataReply reply = ask_on(inquiry, selection, filter, first, MAX(first, day), NULL);
    *all_known &= reply != RELATA_REPLY_UNKNOWN;
    if (reply == RELATA_REPLY_YES)
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

/* ── Documentable ────────────────────────────────────────────────────────────────────────── */

static const RelataDate *
published(const RelataCorpus *corpus, const RelataClaim *claim)
{
  static const RelataDate none = RELATA_NO_DATE_INIT;
  return claim->said.document != RELATA_NONE
             ? &relata_corpus_document(corpus, claim->said.document)->published
             : &none;
}

static gboolean
rests_on_undated(const RelataNetwork *network, const RelataTie *tie)
{
  for (guint i = 0; i < tie->n_claims; i++) {
    const RelataClaim *claim = relata_network_claim(network, tie, i);
    if (claim->said.stance == RELATA_AFFIRMS && relata_date_is_set(published(network->corpus, claim)))
      return FALSE;
  }
  return TRUE;
}

static guint
count_undated(const GArray *rests)
{
  guint n = 0;
  for (guint i = 0; i < rests->len; i++) {
    const RelataRest *rest = &g_array_index(rests, RelataRest, i);
    n += rests_on_undated(rest->network, rest->tie) ? 1 : 0;
  }
  return n;
}

/* Returns the index of the first day of publication on which the answer is yes, asking about each. What is
 * published later may end a state, so that a yes says nothing of later days. As bisect() otherwise. */
static guint
go_through(RelataInquiry *inquiry, RelataSelection *selection, const GArray *days, gboolean *all_known)
{
  for (guint i = 0; i < days->len; i++) {
    const gint32 day = day_at(days, i);
    const RelataReply reply = ask_on(inquiry, selection, RELATA_FILTER_KNOWN_BY, day, day, NULL);
    if (reply == RELATA_REPLY_YES)
      return i;
    *all_known &= reply != RELATA_REPLY_UNKNOWN;
  }
  return days->len;
}

void
relata_robust_documentable(RelataInquiry *inquiry, RelataFirst *first)
{
  const RelataPathQuestion *question = &inquiry->question;
  inquiry->n_asked = 0;
  *first = (RelataFirst){.kind = RELATA_FIRST_NEVER};
  const gint32 last = bound(question->selection, RELATA_FILTER_KNOWN_BY, FALSE);
  g_autoptr(GArray) days = g_array_new(FALSE, FALSE, sizeof(gint32));
  /* With fewer documents, a state may hold that others end. */
  g_autoptr(RelataSelection) any_day = relata_selection_of_any_day(question->selection);
  g_autoptr(RelataSelection) of_parts = relata_parts_selection(any_day);
  gint32 before = MIN(last, 0); /* a day before all others; any day where there are none */
  for (guint i = 0; i < relata_corpus_n_claims(question->corpus); i++) {
    const RelataClaim *claim = relata_corpus_claim(question->corpus, i);
    const gint32 day = published(question->corpus, claim)->end_max;
    if (claim->said.stance == RELATA_DENIES || day == RELATA_DAY_MAX ||
        !relata_inquiry_selects(question, any_day, of_parts, i))
      continue;
    before = MIN(before, day - 1);
    g_array_append_val(days, day);
  }
  g_array_append_val(days, before);
  make_distinct(days);
  g_autoptr(RelataSelection) selection = relata_selection_copy(question->selection);
  gboolean all_known = TRUE;
  /* With more documents there are more ties, unless they end or dispute some. */
  const gboolean only_grows =
      !relata_selection_asks_days(selection) && !relata_selection_is_set(selection, RELATA_FILTER_UNDISPUTED);
  const guint found = !only_grows ? go_through(inquiry, selection, days, &all_known)
                                  : bisect(inquiry, selection, RELATA_FILTER_KNOWN_BY, 0, days, &all_known);
  if (found == days->len) {
    if (!all_known)
      *first = (RelataFirst){.kind = RELATA_FIRST_NOT_BEFORE, .day = before};
    return;
  }
  first->day = day_at(days, found);
  first->kind = found == 0 ? RELATA_FIRST_ALWAYS : all_known ? RELATA_FIRST_DAY : RELATA_FIRST_BY_DAY;
  g_autoptr(RelataPathAnswer) answer = NULL;
  inquiry->n_asked = 0; /* this question has been answered before */
  if (ask_on(inquiry, selection, RELATA_FILTER_KNOWN_BY, first->day, first->day, &answer) != RELATA_REPLY_YES)
    return;
  g_autoptr(GArray) rests = relata_inquiry_rests(question, relata_inquiry_network(inquiry),
                                                 inquiry->masked->parts, relata_inquiry_path(answer));
  first->n_undated = count_undated(rests);
}

/* ── Held ────────────────────────────────────────────────────────────────────────────────── */

/* Returns the days on which what affirming claims of the selection say begins to hold: a path can only come
 * into existence on these. Where a claim has no beginning, *open is set and the first day is one before all
 * others. */
static GArray *
beginnings(const RelataPathQuestion *question, const RelataSelection *selection, gint32 last, gboolean *open)
{
  GArray *days = g_array_new(FALSE, FALSE, sizeof(gint32));
  const RelataHoldings *holdings = relata_selection_holdings(selection);
  const RelataReading reading = relata_selection_reading(selection);
  g_autoptr(RelataSelection) of_parts = relata_parts_selection(selection);
  gint32 before = last;
  *open = FALSE;
  for (guint i = 0; i < relata_corpus_n_claims(question->corpus); i++) {
    const RelataClaim *claim = relata_corpus_claim(question->corpus, i);
    if (claim->said.stance == RELATA_DENIES || !relata_inquiry_selects(question, selection, of_parts, i))
      continue;
    const RelataDays holds = relata_holdings_days(holdings, i, reading, TRUE);
    const gint32 begin = holds.first;
    if (begin == RELATA_DAY_MAX)
      continue; /* never */
    before = MIN(before, begin == RELATA_DAY_MIN ? holds.last : begin - 1);
    if (begin == RELATA_DAY_MIN)
      *open = TRUE;
    else if (begin <= last)
      g_array_append_val(days, begin);
  }
  if (*open)
    g_array_append_val(days, before);
  make_distinct(days);
  return days;
}

/* Returns the index of the first day to try. What holds on a day has begun by then, and the set of claims
 * that have begun only grows. Where `during` is set, no claim begins after its end. */
static guint
skip(RelataInquiry *inquiry, const RelataSelection *selection, const GArray *days)
{
  g_autoptr(RelataSelection) begun = relata_selection_copy(selection);
  const gint32 open = bound(selection, RELATA_FILTER_DURING, TRUE);
  gboolean all_known = TRUE;
  const guint found = bisect(inquiry, begun, RELATA_FILTER_DURING, open, days, &all_known);
  return all_known ? found : 0;
}

/* Looks for the day among the candidate days, in order. */
static void
find_day(RelataInquiry *inquiry, RelataSelection *selection, gint32 last, RelataFirst *first)
{
  gboolean open, all_known = TRUE;
  g_autoptr(GArray) days = beginnings(&inquiry->question, selection, last, &open);
  for (guint i = skip(inquiry, selection, days); i < days->len; i++) {
    const gint32 day = day_at(days, i);
    const RelataReply reply = ask_on(inquiry, selection, RELATA_FILTER_AS_OF, day, day, NULL);
    if (reply == RELATA_REPLY_YES) {
      first->day = day;
      first->kind = open && i == 0 ? RELATA_FIRST_ALWAYS : all_known ? RELATA_FIRST_DAY : RELATA_FIRST_BY_DAY;
      return;
    }
    if (reply == RELATA_REPLY_NO)
      continue;
    if (all_known) /* nothing is certain from here on, but a yes may still follow */
      *first = (RelataFirst){.kind = RELATA_FIRST_NOT_BEFORE, .day = day};
    all_known = FALSE;
  }
}

void
relata_robust_held(RelataInquiry *inquiry, RelataFirst *first)
{
  const RelataSelection *asked = inquiry->question.selection;
  inquiry->n_asked = 0;
  *first = (RelataFirst){.kind = RELATA_FIRST_NEVER};
  g_autoptr(RelataSelection) selection = relata_selection_copy(asked);
  const gint32 last = bound(selection, RELATA_FILTER_AS_OF, FALSE);
  relata_selection_clear(selection, RELATA_FILTER_AS_OF);
  relata_selection_set(selection, RELATA_FILTER_DATED, NULL, NULL);
  find_day(inquiry, selection, last, first);
}
