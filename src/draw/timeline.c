/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/timeline.h"

#include "analysis/centrality.h"
#include "corpus/names.h"
#include "draw/links.h"
#include "draw/tooltip.h"
#include "text/display.h"

#include <string.h>

#define MOST_ACTORS  12 /* where nobody is asked about */
#define MOST_LETTERS 52 /* of a row */

static void
free_row(gpointer data)
{
  RelataTimelineRow *row = data;
  g_free(row->text);
  g_free(row->id);
  g_free(row->classes);
  g_free(row->tooltip);
  g_array_unref(row->dates);
  g_free(row);
}

static void
free_group(gpointer data)
{
  RelataTimelineGroup *group = data;
  g_free(group->name);
  g_free(group->id);
  g_ptr_array_unref(group->rows);
  g_free(group);
}

void
relata_timeline_free(RelataTimeline *timeline)
{
  if (timeline == NULL)
    return;
  g_ptr_array_unref(timeline->groups);
  g_ptr_array_unref(timeline->undated);
  relata_diagram_free(timeline->diagram);
  g_free(timeline);
}

/* ── Rows ────────────────────────────────────────────────────────────────────────────────── */

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

/* What claims that affirm the tie are dated to, each once. */
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

/* What kind of event it was, " (bombing)", where all its claims that follow from one agree; else "". */
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

static RelataTimelineRow *
make_row(const RelataNetwork *network, const RelataTie *tie, gboolean forward, GArray *dates)
{
  RelataTimelineRow *row = g_new0(RelataTimelineRow, 1);
  const RelataRelationType *relation = relata_network_relation(network, tie);
  const char *other = relata_network_actor(network, forward ? tie->to : tie->from)->name;
  g_autofree char *event = event_of(network, tie);
  g_autofree char *words = g_strdup_printf("%s %s%s%s", relata_network_label(network, tie, forward), other,
                                           tie->n_denying > 0 ? " (denied by some)" : "", event);
  g_autofree char *safe = relata_display_safe(words);
  g_autofree char *type = relata_diagram_token(relation->id);
  g_autofree char *name = relata_links_name(network, tie);
  row->text = relata_wrap(safe, MOST_LETTERS, 1);
  row->sign = relata_theme_sign(relation->sign);
  row->id = g_strconcat("tie__", name, NULL);
  row->classes = g_strdup_printf("tie relation-%s sign-%s", type, relata_theme_print.signs[row->sign].name);
  row->tooltip = relata_tooltip_tie(network, tie);
  row->dates = dates;
  return row;
}

static int
compare_rows(gconstpointer a, gconstpointer b)
{
  const RelataTimelineRow *left = *(const RelataTimelineRow *const *)a;
  const RelataTimelineRow *right = *(const RelataTimelineRow *const *)b;
  const int order = relata_date_compare(&g_array_index(left->dates, RelataDate, 0),
                                        &g_array_index(right->dates, RelataDate, 0));
  return order != 0 ? order : strcmp(left->id, right->id);
}

/* ── Which ties ──────────────────────────────────────────────────────────────────────────── */

typedef struct {
  const RelataNetwork *network;
  RelataTimeline *timeline;
  gboolean among; /* only ties between two of the actors */
  guint *places;  /* by vertex: which of the actors it is, or RELATA_NONE */
  guint n_rows;
  gboolean *counted; /* by vertex: whether it has a row */
} Maker;

static void
add_tie(Maker *maker, const RelataTie *tie)
{
  const RelataNetwork *network = maker->network;
  const guint from = maker->places[tie->from], to = maker->places[tie->to];
  if ((from == RELATA_NONE && to == RELATA_NONE) ||
      (maker->among && (from == RELATA_NONE || to == RELATA_NONE)))
    return;
  const gboolean forward = from != RELATA_NONE && (to == RELATA_NONE || from <= to);
  RelataTimelineGroup *group = g_ptr_array_index(maker->timeline->groups, forward ? from : to);
  GArray *dates = dates_of(network, tie);
  RelataTimelineRow *row = make_row(network, tie, forward, dates);
  maker->counted[tie->from] = maker->counted[tie->to] = TRUE;
  maker->timeline->diagram->occurs.signs[row->sign] = TRUE;
  maker->n_rows++;
  if (dates->len > 0) {
    g_ptr_array_add(group->rows, row);
    return;
  }
  g_ptr_array_add(maker->timeline->undated, g_strconcat(group->name, " ", row->text, NULL));
  free_row(row);
}

static void
add_group(Maker *maker, guint vertex)
{
  if (maker->places[vertex] != RELATA_NONE) /* named twice */
    return;
  const RelataActor *actor = relata_network_actor(maker->network, vertex);
  RelataTimelineGroup *group = g_new0(RelataTimelineGroup, 1);
  g_autofree char *safe = relata_display_safe(actor->name);
  g_autofree char *token = relata_diagram_token(actor->id);
  group->name = relata_wrap(safe, MOST_LETTERS, 1);
  group->id = g_strconcat("actor-", token, NULL);
  group->rows = g_ptr_array_new_with_free_func(free_row);
  maker->places[vertex] = maker->timeline->groups->len;
  g_ptr_array_add(maker->timeline->groups, group);
}

static gboolean
add_groups(Maker *maker, const RelataView *view, const guint *actors, guint n_actors, GError **error)
{
  const RelataNetwork *network = maker->network;
  for (guint i = 0; i < n_actors; i++) {
    const guint vertex = network->vertices[actors[i]];
    if (vertex == RELATA_NONE) {
      g_set_error(error, RELATA_ERROR, RELATA_ERROR_EMPTY, "the selection leaves out %s",
                  relata_corpus_actor(network->corpus, actors[i])->name);
      return FALSE;
    }
    add_group(maker, vertex);
  }
  if (n_actors > 0)
    return TRUE;
  const RelataMeasureInfo *measure = relata_measure_find(view->size, error);
  g_autofree double *scores = measure != NULL ? relata_centrality(network, measure, error) : NULL;
  if (scores == NULL)
    return FALSE;
  g_autofree guint *order = relata_centrality_order(network, scores);
  const guint n = MIN(view->top > 0 ? view->top : MOST_ACTORS, network->n_actors);
  for (guint i = 0; i < n; i++)
    add_group(maker, order[i]);
  maker->among = TRUE;
  if (n < network->n_actors)
    g_ptr_array_add(maker->timeline->diagram->remarks,
                    g_strdup_printf("Shown are the ties among the %u of %u actors with the highest %s.", n,
                                    network->n_actors, view->size));
  return TRUE;
}

/* ── Words ───────────────────────────────────────────────────────────────────────────────── */

static char *
name_all(const RelataTimeline *timeline)
{
  GString *names = g_string_new(NULL);
  const guint n = timeline->groups->len;
  for (guint i = 0; i < n && i < 5; i++) {
    const RelataTimelineGroup *group = g_ptr_array_index(timeline->groups, i);
    g_string_append_printf(names, "%s%s", i == 0 ? "" : i + 1 == n ? " and " : ", ", group->name);
  }
  if (n > 5)
    g_string_append_printf(names, " and %u others", n - 5);
  return g_string_free(names, FALSE);
}

static void
add_words(Maker *maker, const RelataView *view, gboolean asked)
{
  RelataTimeline *timeline = maker->timeline;
  RelataDiagram *diagram = timeline->diagram;
  RelataView wording = *view;
  wording.around = NULL;
  g_autofree char *names = asked ? name_all(timeline) : NULL;
  g_autofree char *title = names != NULL ? g_strconcat(names, " in time", NULL) : NULL;
  if (view->title == NULL)
    wording.title = title;
  guint n_actors = 0;
  for (guint i = 0; i < maker->network->n_actors; i++)
    n_actors += maker->counted[i] != FALSE;
  relata_diagram_add_words(diagram, maker->network, &wording, NULL);
  g_ptr_array_insert(diagram->captions, 0,
                     timeline->undated->len > 0
                         ? g_strdup_printf("%u tie%s between %u actors, %u of them without a date.",
                                           maker->n_rows, maker->n_rows == 1 ? "" : "s", n_actors,
                                           timeline->undated->len)
                         : g_strdup_printf("%u tie%s between %u actors.", maker->n_rows,
                                           maker->n_rows == 1 ? "" : "s", n_actors));
}

RelataTimeline *
relata_timeline_new(const RelataNetwork *network, const RelataView *view, const guint *actors, guint n_actors,
                    GError **error)
{
  g_autoptr(RelataTimeline) timeline = g_new0(RelataTimeline, 1);
  timeline->groups = g_ptr_array_new_with_free_func(free_group);
  timeline->undated = g_ptr_array_new_with_free_func(g_free);
  timeline->diagram = relata_diagram_new_empty(relata_corpus_schema(network->corpus));
  const guint n = MAX(network->n_actors, 1);
  g_autofree guint *places = g_new(guint, n);
  g_autofree gboolean *counted = g_new0(gboolean, n);
  for (guint i = 0; i < n; i++)
    places[i] = RELATA_NONE;
  Maker maker = {.network = network, .timeline = timeline, .places = places, .counted = counted};
  if (!add_groups(&maker, view, actors, n_actors, error))
    return NULL;
  for (guint i = 0; i < network->n_ties; i++)
    add_tie(&maker, &network->ties[i]);
  if (maker.n_rows == 0) {
    g_autofree char *names = name_all(timeline);
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_EMPTY, "the selection leaves no tie of %s", names);
    return NULL;
  }
  add_words(&maker, view, n_actors > 0);
  for (guint i = timeline->groups->len; i-- > 0;) {
    RelataTimelineGroup *group = g_ptr_array_index(timeline->groups, i);
    if (group->rows->len == 0)
      g_ptr_array_remove_index(timeline->groups, i);
    else
      g_ptr_array_sort(group->rows, compare_rows);
  }
  return g_steal_pointer(&timeline);
}
