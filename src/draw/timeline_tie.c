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

/* Returns the dates of the claims that affirm the tie, each once. */
static GArray *
dates_of(const RelataNetwork *network, const RelataTie *tie)
{
  g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(RelataDate));
  GArray *dates = g_array_new(FALSE, FALSE, sizeof(RelataDate));
  for (guint i = 0; i < tie->n_claims; i++) {
    const RelataStatement *said = &relata_network_claim(network, tie, i)->said;
    if (said->stance == RELATA_AFFIRMS && relata_date_is_set(&said->when))
      g_array_append_val(all, said->when);
  }
  g_array_sort(all, compare_dates);
  for (guint i = 0; i < all->len; i++) {
    const RelataDate *date = &g_array_index(all, RelataDate, i);
    gboolean there = FALSE;
    for (guint j = 0; j < dates->len && !there; j++)
      there = same_days(date, &g_array_index(dates, RelataDate, j));
    if (!there)
      g_array_append_val(dates, *date);
  }
  return dates;
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

/* Returns a text such as "…; dated 2019 and 26 August 2021". */
static char *
say(const RelataNetwork *network, const RelataTie *tie, gboolean forward, const GArray *dates,
    const RelataSources *sources)
{
  g_autofree char *words = relata_words_tie(network, tie, forward, sources);
  g_autoptr(GPtrArray) said = g_ptr_array_new_with_free_func(g_free);
  if (dates->len == 0)
    return g_strconcat(words, "; without a date", NULL);
  for (guint i = 0; i < dates->len; i++)
    g_ptr_array_add(said, relata_date_in_words(&g_array_index(dates, RelataDate, i)));
  g_autofree char *list = relata_words_join((const char *const *)(gpointer)said->pdata, said->len);
  return g_strconcat(words, "; dated ", list, NULL);
}

RelataTimelineRow *
relata_timeline_tie_row(RelataDiagram *diagram, const RelataNetwork *network, const RelataTie *tie,
                        gboolean forward, const char *group)
{
  RelataTimelineRow *row = g_new0(RelataTimelineRow, 1);
  const RelataRelationType *relation = relata_network_relation(network, tie);
  row->dates = dates_of(network, tie);
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
  row->id = g_strconcat("tie__", name, NULL);
  row->classes = g_strdup_printf("tie relation-%s sign-%s", type, diagram->theme->signs[row->sign].name);
  row->tooltip = relata_tooltip_tie(network, tie);
  row->spoken = say(network, tie, forward, row->dates, diagram->numbers_sources ? diagram->sources : NULL);
  return row;
}
