/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/timeline_tie.h"

#include "draw/diagram/links.h"
#include "draw/diagram/tooltip.h"
#include "draw/diagram/words.h"
#include "draw/sheet/escape.h"
#include "text/display.h"

static int
compare_dates(gconstpointer a, gconstpointer b)
{
  return relata_date_compare(a, b);
}

static gboolean
same_days(const RelataDate *a, const RelataDate *b)
{
  return a->begin_min == b->begin_min && a->begin_max == b->begin_max && a->end_min == b->end_min &&
         a->end_max == b->end_max && a->flags == b->flags;
}

/* Adds a date unless its days are there already. */
static void
add_once(GArray *dates, const RelataDate *date)
{
  for (guint i = 0; i < dates->len; i++)
    if (same_days(date, &g_array_index(dates, RelataDate, i)))
      return;
  g_array_append_vals(dates, date, 1);
}

/* Returns the days that a claim of a state speaks of, as a date. Where it states no end, that is no more than
 * the days on which it saw the state, however long this lasted. */
static RelataDate
attested(const RelataCorpus *corpus, const RelataStatement *said)
{
  const RelataWitness witness = relata_witness_of(corpus, said);
  RelataDate date = said->when;
  if (witness.says_end)
    return date;
  date.begin_max = witness.begin_max;
  date.end_min = witness.end_min;
  date.end_max = relata_witness_end(&witness);
  date.flags &= ~(guint)(RELATA_DATE_OPEN_END | RELATA_DATE_UNKNOWN_END);
  return date;
}

/* Adds the dates of the claims that affirm the tie, each once, and what is drawn for them. */
static void
add_dates(const RelataNetwork *network, const RelataTie *tie, RelataTimelineRow *row)
{
  const gboolean event = relata_network_relation(network, tie)->event;
  g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(RelataDate));
  for (guint i = 0; i < tie->n_claims; i++) {
    const RelataStatement *said = &relata_network_claim(network, tie, i)->said;
    if (said->stance != RELATA_AFFIRMS || !relata_date_is_set(&said->when))
      continue;
    const RelataDate mark = event ? said->when : attested(network->corpus, said);
    g_array_append_val(all, said->when);
    add_once(row->marks, &mark);
  }
  g_array_sort(all, compare_dates);
  for (guint i = 0; i < all->len; i++)
    add_once(row->dates, &g_array_index(all, RelataDate, i));
}

static int
compare_stretches(gconstpointer a, gconstpointer b)
{
  const RelataDays *left = a, *right = b;
  return left->first < right->first ? -1 : left->first > right->first;
}

/* Adds the stretches on which a state is presumed to hold, those that touch joined. */
static void
add_lasts(const RelataNetwork *network, const RelataTie *tie, GArray *lasts)
{
  const RelataSelection *selection = relata_network_selection(network);
  if (relata_network_relation(network, tie)->event || relata_selection_reading(selection) == RELATA_SURELY)
    return;
  g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(RelataDays));
  for (guint i = 0; i < tie->n_claims; i++) {
    const RelataStatement *said = &relata_network_claim(network, tie, i)->said;
    const RelataDays days =
        relata_holdings_days(relata_selection_holdings(selection), network->claims[tie->first_claim + i],
                             RELATA_PRESUMABLY, FALSE);
    if (said->stance == RELATA_AFFIRMS && relata_statement_is_dated(network->corpus, said) &&
        days.first <= days.last)
      g_array_append_val(all, days);
  }
  g_array_sort(all, compare_stretches);
  for (guint i = 0; i < all->len; i++) {
    const RelataDays days = g_array_index(all, RelataDays, i);
    RelataDays *before = lasts->len > 0 ? &g_array_index(lasts, RelataDays, lasts->len - 1) : NULL;
    if (before == NULL || (gint64)before->last + 1 < days.first)
      g_array_append_val(lasts, days);
    else
      before->last = MAX(before->last, days.last);
  }
}

/* Returns the type of event, " (bombing)", if all its claims that follow from an event agree on it; else
 * "". */
static char *
event_of(const RelataNetwork *network, const RelataTie *tie)
{
  guint type = RELATA_NONE;
  for (guint i = 0; i < tie->n_claims; i++) {
    const guint event = relata_network_claim(network, tie, i)->event;
    if (event == RELATA_NONE)
      continue;
    const guint its = relata_corpus_event(network->corpus, event)->type;
    if (type != RELATA_NONE && type != its)
      return g_strdup("");
    type = its;
  }
  if (type == RELATA_NONE)
    return g_strdup("");
  const char *label = relata_schema_event_type(relata_corpus_schema(network->corpus), type)->label;
  return g_str_equal(label, relata_network_relation(network, tie)->label) ? g_strdup("")
                                                                          : g_strdup_printf(" (%s)", label);
}

/* Returns what is presumed of a state, "; presumably until 6 September 2021", or "". */
static char *
say_last(const GArray *lasts)
{
  const gint32 last = lasts->len > 0 ? g_array_index(lasts, RelataDays, lasts->len - 1).last : RELATA_DAY_MIN;
  if (last == RELATA_DAY_MIN)
    return g_strdup("");
  if (last == RELATA_DAY_MAX)
    return g_strdup("; nobody says that it ended");
  g_autofree char *day = relata_day_in_words(last);
  return g_strconcat("; presumably until ", day, NULL);
}

/* Returns a text such as "…; dated 2019 and 26 August 2021; nobody says that it ended". */
static char *
say(const RelataNetwork *network, const RelataTie *tie, gboolean forward, const RelataTimelineRow *row,
    const RelataSources *sources)
{
  const GArray *dates = row->dates;
  g_autofree char *words = relata_words_tie(network, tie, forward, sources);
  g_autoptr(GPtrArray) said = g_ptr_array_new_with_free_func(g_free);
  if (dates->len == 0)
    return g_strconcat(words, "; without a date", NULL);
  for (guint i = 0; i < dates->len; i++)
    g_ptr_array_add(said, relata_date_in_words(&g_array_index(dates, RelataDate, i)));
  g_autofree char *list = relata_words_join((const char *const *)(gpointer)said->pdata, said->len);
  g_autofree char *last = say_last(row->lasts);
  return g_strconcat(words, "; dated ", list, last, NULL);
}

RelataTimelineRow *
relata_timeline_tie_row(RelataDiagram *diagram, const RelataNetwork *network, const RelataTie *tie,
                        gboolean forward, const char *group)
{
  RelataTimelineRow *row = relata_timeline_row_new();
  const RelataRelationType *relation = relata_network_relation(network, tie);
  add_dates(network, tie, row);
  if (row->dates->len > 0)
    add_lasts(network, tie, row->lasts);
  const char *before = row->dates->len > 0 ? NULL : group;
  const char *other = relata_network_actor(network, forward ? tie->to : tie->from)->name;
  g_autofree char *event = event_of(network, tie);
  g_autofree char *type = relata_sheet_token(relation->id);
  g_autofree char *name = relata_links_name(network, tie);
  row->figures = relata_links_figures(diagram, network, &tie, 1, name, diagram->theme->ink);
  g_autofree char *words =
      g_strdup_printf("%s%s%s%s %s%s", before != NULL ? before : "", before != NULL ? " " : "",
                      tie->verdict == RELATA_TIE_DISPUTED ? "disputed: " : "",
                      relata_network_label(network, tie, forward), other, event);
  g_autofree char *safe = relata_display_safe(words);
  row->text = relata_timeline_fit(safe, before != NULL, row->figures);
  row->sign = relata_theme_sign(relation->sign);
  row->state = !relation->event;
  row->id = g_strconcat("tie__", name, NULL);
  row->classes = g_strdup_printf("tie relation-%s sign-%s", type, diagram->theme->signs[row->sign].name);
  row->tooltip = relata_tooltip_tie(network, tie);
  row->spoken = say(network, tie, forward, row, diagram->numbers_sources ? diagram->sources : NULL);
  return row;
}
