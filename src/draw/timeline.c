/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/timeline.h"

#include "analysis/centrality.h"
#include "corpus/names.h"
#include "draw/diagram/captions.h"
#include "draw/diagram/links.h"
#include "draw/diagram/summary.h"
#include "draw/diagram/words.h"
#include "draw/sheet/escape.h"
#include "draw/timeline_event.h"
#include "draw/timeline_tie.h"
#include "text/display.h"
#include "text/message.h"

#include <string.h>

#define MOST_ACTORS 12 /* default number, if no actors are named */

static void
free_group(gpointer data)
{
  RelataTimelineGroup *group = data;
  g_free(group->name);
  g_free(group->id);
  g_free(group->spoken);
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

/* ── Choosing ties ───────────────────────────────────────────────────────────────────────── */

typedef struct {
  const RelataNetwork *network;
  RelataTimeline *timeline;
  gboolean among;              /* only ties between two of the actors */
  guint *places;               /* by vertex: its index among the actors, or RELATA_NONE */
  RelataScope *scope;          /* what the rows show */
  RelataTimelineGroup *nobody; /* of events that name no actor */
} Maker;

static gboolean
is_wanted(const Maker *maker, const RelataTie *tie)
{
  const gboolean from = maker->places[tie->from] != RELATA_NONE, to = maker->places[tie->to] != RELATA_NONE;
  return maker->among ? from && to : from || to;
}

static void
choose_ties(Maker *maker)
{
  const RelataNetwork *network = maker->network;
  for (guint i = 0; i < network->n_ties; i++) {
    const RelataTie *tie = &network->ties[i];
    const RelataShownTie shown = {.tie = i};
    if (!is_wanted(maker, tie))
      continue;
    maker->scope->actors[tie->from] = maker->scope->actors[tie->to] = TRUE;
    g_array_append_val(maker->scope->ties, shown);
  }
}

/* Returns the group of an event: that of the first of the actors that took part in it; RELATA_NONE: none of
 * them did. */
static guint
place_of_event(const Maker *maker, guint event, gboolean *wanted)
{
  g_autoptr(GArray) parties = relata_corpus_event_parties(maker->network->corpus, event);
  guint place = RELATA_NONE, n = 0;
  for (guint i = 0; i < parties->len; i++) {
    const guint its = maker->places[maker->network->vertices[g_array_index(parties, guint, i)]];
    n += its != RELATA_NONE;
    place = MIN(place, its);
  }
  *wanted = maker->among ? n == parties->len : n > 0;
  return place;
}

static void
choose_events(Maker *maker, const RelataSelection *selection)
{
  g_autoptr(GArray) events = relata_timeline_events(maker->network, selection);
  for (guint i = 0; i < events->len; i++) {
    const guint event = g_array_index(events, guint, i);
    gboolean wanted;
    place_of_event(maker, event, &wanted);
    if (!wanted)
      continue;
    g_autoptr(GArray) parties = relata_corpus_event_parties(maker->network->corpus, event);
    for (guint j = 0; j < parties->len; j++)
      maker->scope->actors[maker->network->vertices[g_array_index(parties, guint, j)]] = TRUE;
    g_array_append_val(maker->scope->events, event);
  }
}

static void
add_event(Maker *maker, guint event)
{
  RelataTimeline *timeline = maker->timeline;
  const RelataCorpus *corpus = maker->network->corpus;
  gboolean wanted;
  const guint place = place_of_event(maker, event, &wanted);
  RelataTimelineGroup *group =
      place != RELATA_NONE ? g_ptr_array_index(timeline->groups, place) : maker->nobody;
  const gboolean dated = relata_date_is_set(&relata_corpus_event(corpus, event)->said.when);
  RelataTimelineRow *row = relata_timeline_event_row(timeline->diagram, corpus, event, group->actor,
                                                     !dated && place != RELATA_NONE ? group->name : NULL);
  timeline->diagram->occurs.signs[row->sign] = TRUE;
  g_ptr_array_add(dated ? group->rows : timeline->undated, row);
}

static void
add_tie(Maker *maker, const RelataTie *tie)
{
  const guint from = maker->places[tie->from], to = maker->places[tie->to];
  RelataTimeline *timeline = maker->timeline;
  const gboolean forward = from != RELATA_NONE && (to == RELATA_NONE || from <= to);
  RelataTimelineGroup *group = g_ptr_array_index(timeline->groups, forward ? from : to);
  RelataTimelineRow *row =
      relata_timeline_tie_row(timeline->diagram, maker->network, tie, forward, group->name);
  timeline->diagram->occurs.signs[row->sign] = TRUE;
  g_ptr_array_add(row->dates->len > 0 ? group->rows : timeline->undated, row);
}

static RelataTimelineGroup *
make_group(void)
{
  RelataTimelineGroup *group = g_new0(RelataTimelineGroup, 1);
  group->actor = RELATA_NONE;
  group->rows = g_ptr_array_new_with_free_func((GDestroyNotify)relata_timeline_row_free);
  return group;
}

/* The group of events without an actor comes last. */
static void
add_nobody(Maker *maker)
{
  RelataTimelineGroup *group = maker->nobody = make_group();
  group->name = g_strdup("Events that name no actor");
  group->spoken = g_strdup(group->name);
  group->id = g_strdup("events");
  g_ptr_array_add(maker->timeline->groups, group);
}

static void
add_group(Maker *maker, guint vertex)
{
  if (maker->places[vertex] != RELATA_NONE) /* the actor was named twice */
    return;
  const RelataActor *actor = relata_network_actor(maker->network, vertex);
  RelataTimelineGroup *group = make_group();
  g_autofree char *safe = relata_display_safe(actor->name);
  g_autofree char *token = relata_sheet_token(actor->id);
  group->name = relata_wrap(safe, RELATA_TIMELINE_LETTERS, 1);
  group->id = g_strconcat("actor-", token, NULL);
  group->spoken = relata_display_safe(actor->name);
  group->actor = maker->network->actors[vertex];
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
  g_autofree double *scores = measure != NULL ? relata_centrality_prominence(network, measure, error) : NULL;
  if (scores == NULL)
    return FALSE;
  g_autofree guint *order = relata_centrality_order(network, scores, FALSE);
  const guint top = view->top == RELATA_TOP_AUTO ? MOST_ACTORS : view->top;
  const guint n = top > 0 ? MIN(top, network->n_actors) : network->n_actors;
  for (guint i = 0; i < n; i++)
    add_group(maker, order[i]);
  maker->among = TRUE;
  if (n < network->n_actors)
    g_ptr_array_add(maker->timeline->diagram->remarks,
                    g_strdup_printf("Shown are the ties among the %u of %u actors with the %s %s.", n,
                                    network->n_actors, relata_measure_superlative(measure), view->size));
  return TRUE;
}

/* ── Words ───────────────────────────────────────────────────────────────────────────────── */

static char *
name_all(const RelataTimeline *timeline)
{
  GString *names = g_string_new(NULL);
  guint n = 0;
  while (n < timeline->groups->len &&
         ((const RelataTimelineGroup *)g_ptr_array_index(timeline->groups, n))->actor != RELATA_NONE)
    n++;
  for (guint i = 0; i < n && i < 5; i++) {
    const RelataTimelineGroup *group = g_ptr_array_index(timeline->groups, i);
    g_string_append_printf(names, "%s%s", relata_comma(i, n), group->name);
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
  const guint n_ties = maker->scope->ties->len, n_events = maker->scope->events->len;
  guint n_actors = 0;
  for (guint i = 0; i < maker->network->n_actors; i++)
    n_actors += maker->scope->actors[i] != FALSE;
  g_autoptr(GString) extent = g_string_new(NULL);
  g_string_append_printf(extent, "%u tie%s between %u actors", n_ties, relata_plural(n_ties), n_actors);
  if (n_events > 0)
    g_string_append_printf(extent, " and %u event%s that make%s no tie", n_events, relata_plural(n_events),
                           n_events == 1 ? "s" : "");
  if (timeline->undated->len > 0)
    g_string_append_printf(extent, ", %u of them without a date", timeline->undated->len);
  relata_diagram_add_words(diagram, maker->network, &wording, extent->str);
  diagram->summary = relata_summary(maker->network, maker->scope, NULL, NULL);
}

RelataTimeline *
relata_timeline_new(const RelataNetwork *network, const RelataView *view, const guint *actors, guint n_actors,
                    GError **error)
{
  g_autoptr(RelataTimeline) timeline = g_new0(RelataTimeline, 1);
  timeline->groups = g_ptr_array_new_with_free_func(free_group);
  timeline->undated = g_ptr_array_new_with_free_func((GDestroyNotify)relata_timeline_row_free);
  timeline->corpus = network->corpus;
  RelataDiagram *diagram = timeline->diagram =
      relata_diagram_new_empty(relata_corpus_schema(network->corpus), view->theme);
  diagram->sheet = view->sheet;
  diagram->scope = relata_scope_new(network);
  const guint n = MAX(network->n_actors, 1);
  g_autofree guint *places = g_new(guint, n);
  for (guint i = 0; i < n; i++)
    places[i] = RELATA_NONE;
  Maker maker = {.network = network, .timeline = timeline, .places = places, .scope = diagram->scope};
  if (!add_groups(&maker, view, actors, n_actors, error))
    return NULL;
  choose_ties(&maker);
  choose_events(&maker, view->selection);
  if (maker.scope->ties->len + maker.scope->events->len == 0) {
    if (!relata_network_has_ties(network, view->selection, error))
      return NULL;
    g_autofree char *names = name_all(timeline);
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_EMPTY, "the selection leaves no tie of %s", names);
    return NULL;
  }
  diagram->numbers_sources = view->sources;
  diagram->sources = relata_sources_new(network, maker.scope);
  for (guint i = 0; i < maker.scope->ties->len; i++)
    add_tie(&maker, &network->ties[g_array_index(maker.scope->ties, RelataShownTie, i).tie]);
  add_nobody(&maker);
  for (guint i = 0; i < maker.scope->events->len; i++)
    add_event(&maker, g_array_index(maker.scope->events, guint, i));
  add_words(&maker, view, n_actors > 0);
  for (guint i = timeline->groups->len; i-- > 0;) {
    RelataTimelineGroup *group = g_ptr_array_index(timeline->groups, i);
    if (group->rows->len == 0)
      g_ptr_array_remove_index(timeline->groups, i);
    else
      g_ptr_array_sort(group->rows, relata_timeline_row_compare);
  }
  return g_steal_pointer(&timeline);
}
