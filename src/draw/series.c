/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/series.h"

#include "analysis/centrality.h"
#include "corpus/names.h"
#include "draw/animate.h"
#include "draw/compare.h"
#include "draw/compose.h"
#include "draw/graphviz.h"
#include "draw/legend.h"
#include "draw/page.h"

#include <math.h>
#include <string.h>

void
relata_series_free(RelataSeries *series)
{
  if (series == NULL)
    return;
  relata_diagram_free(series->whole);
  g_ptr_array_unref(series->frames);
  g_free(series);
}

/* ── What each frame shows ───────────────────────────────────────────────────────────────── */

typedef struct {
  RelataCorpus *corpus;
  const RelataView *view; /* without a date: its words are the same in every frame */
  const gint32 *days;
  guint n;
  GPtrArray *networks; /* of RelataNetwork, one for each day */
  RelataNetwork *all;  /* their ties together */
  RelataScope *scope;  /* what of it is shown */
  RelataDiagramLook look;
} Maker;

/* The actors of the whole that have a tie then, and the one whose surroundings they are. */
static RelataScope *
scope_frame(const Maker *maker, const RelataNetwork *network)
{
  const RelataScope *whole = maker->scope;
  RelataScope *scope = relata_scope_new(network);
  for (guint i = 0; i < network->n_ties; i++) {
    const RelataTie *tie = &network->ties[i];
    const RelataShownTie shown = {.tie = i};
    if (!whole->actors[tie->from] || !whole->actors[tie->to])
      continue;
    scope->actors[tie->from] = scope->actors[tie->to] = TRUE;
    g_array_append_val(scope->ties, shown);
  }
  if (maker->view->around != NULL)
    scope->actors[network->vertices[relata_corpus_resolve_actor(maker->corpus, maker->view->around, NULL)]] =
        TRUE;
  memcpy(scope->asked, whole->asked, network->n_actors * sizeof *whole->asked);
  for (guint i = 0; i < whole->remarks->len; i++)
    g_ptr_array_add(scope->remarks, g_strdup(g_ptr_array_index(whole->remarks, i)));
  return scope;
}

static RelataDiagram *
make_frame(Maker *maker, guint index)
{
  const RelataNetwork *network = g_ptr_array_index(maker->networks, index);
  g_autoptr(RelataScope) scope = scope_frame(maker, network);
  RelataDiagram *frame = relata_diagram_new(network, scope, &maker->look);
  relata_diagram_add_words(frame, network, maker->view, scope);
  frame->date = relata_day_in_words(maker->days[index]);
  if (index > 0) {
    const RelataChanges changes =
        relata_compare(maker->all, g_ptr_array_index(maker->networks, index - 1), network, maker->scope);
    g_autofree char *then = relata_day_in_words(maker->days[index - 1]);
    g_autofree char *words = relata_changes_in_words(&changes);
    g_ptr_array_insert(frame->captions, 0, g_strdup_printf("Since %s: %s.", then, words));
  }
  return frame;
}

static gboolean
make_networks(Maker *maker, GError **error)
{
  g_autoptr(RelataSelection) selection = relata_selection_copy(maker->view->selection);
  for (guint i = 0; i < maker->n; i++) {
    relata_selection_set_days(selection, RELATA_FILTER_AS_OF, maker->days[i], maker->days[i]);
    RelataNetwork *network = relata_network_new(maker->corpus, selection, error);
    if (network == NULL)
      return FALSE;
    g_ptr_array_add(maker->networks, network);
  }
  maker->all = relata_network_merge((const RelataNetwork *const *)maker->networks->pdata, maker->n, error);
  return maker->all != NULL && relata_network_has_ties(maker->all, selection, error);
}

/* What stands at a line may be longer in a frame than in the whole, which tells of the last date: room is
 * kept for the longest. */
static void
keep_longest_labels(const RelataSeries *series)
{
  g_autoptr(GHashTable) longest = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < series->frames->len; i++) {
    const RelataDiagram *frame = g_ptr_array_index(series->frames, i);
    for (guint j = 0; j < frame->labels->len; j++) {
      const RelataGlyph *glyph = g_array_index(frame->labels, RelataDiagramLabel, j).glyph;
      const RelataGlyph *other = g_hash_table_lookup(longest, glyph->id);
      if (other == NULL || strlen(other->text) < strlen(glyph->text))
        g_hash_table_insert(longest, glyph->id, (gpointer)glyph);
    }
  }
  for (guint i = 0; i < series->whole->labels->len; i++) {
    RelataGlyph *glyph = g_array_index(series->whole->labels, RelataDiagramLabel, i).glyph;
    const RelataGlyph *other = g_hash_table_lookup(longest, glyph->id);
    if (other == NULL)
      continue;
    g_free(glyph->text);
    glyph->text = g_strdup(other->text);
  }
}

static RelataSeries *
make_series(Maker *maker, GError **error)
{
  const RelataView *view = maker->view;
  if (!make_networks(maker, error))
    return NULL;
  const RelataMeasureInfo *measure = relata_measure_find(view->size, error);
  g_autofree double *scores = measure != NULL ? relata_centrality(maker->all, measure, error) : NULL;
  if (scores == NULL)
    return NULL;
  maker->scope = relata_scope_of_view(maker->corpus, maker->all, view, scores, error);
  if (maker->scope == NULL)
    return NULL;
  maker->look = (RelataDiagramLook){scores, measure->name, view->parallel, view->labels};
  RelataSeries *series = g_new0(RelataSeries, 1);
  series->frames = g_ptr_array_new_with_free_func((GDestroyNotify)relata_diagram_free);
  series->whole = relata_diagram_new(maker->all, maker->scope, &maker->look);
  relata_diagram_add_words(series->whole, maker->all, view, maker->scope);
  /* In all frames alike, as the whole has it. */
  maker->look.parallel =
      series->whole->links->len < maker->scope->ties->len ? RELATA_PARALLEL_BUNDLE : RELATA_PARALLEL_APART;
  for (guint i = 0; i < maker->n; i++)
    g_ptr_array_add(series->frames, make_frame(maker, i));
  keep_longest_labels(series);
  return series;
}

RelataSeries *
relata_series_of_view(RelataCorpus *corpus, const RelataView *view, const gint32 *days, guint n,
                      GError **error)
{
  if (relata_selection_is_set(view->selection, RELATA_FILTER_AS_OF) || view->changes_since != NULL) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
                "--frames sets the dates; %s cannot be combined with it",
                view->changes_since != NULL ? "--changes-since" : "--as-of");
    return NULL;
  }
  Maker maker = {.corpus = corpus, .view = view, .days = days, .n = n};
  maker.networks = g_ptr_array_new_with_free_func((GDestroyNotify)relata_network_free);
  RelataSeries *series = make_series(&maker, error);
  g_ptr_array_unref(maker.networks);
  relata_network_free(maker.all);
  relata_scope_free(maker.scope);
  return series;
}

/* ── Where it goes ───────────────────────────────────────────────────────────────────────── */

/* What of the whole is found by which name. */
typedef struct {
  const RelataDiagram *whole;
  GHashTable *actors; /* id → RelataGlyph */
  GHashTable *links;  /* the ids of both ends, or the tie's → RelataCurve */
  GHashTable *labels; /* id → RelataDiagramLabel */
  gboolean bundled;
} Places;

static const char *
actor_id(const RelataDiagram *diagram, guint index)
{
  return ((const RelataGlyph *)g_ptr_array_index(diagram->actors, index))->id;
}

/* Bundles are known by their ends, as what is in them changes; ties by themselves. Newly allocated. */
static char *
link_key(const RelataDiagram *diagram, const RelataCurve *link, gboolean bundled)
{
  const char *from = actor_id(diagram, link->from), *to = actor_id(diagram, link->to);
  if (!bundled)
    return g_strdup(link->id);
  return strcmp(from, to) < 0 ? g_strconcat(from, " ", to, NULL) : g_strconcat(to, " ", from, NULL);
}

static Places
index_places(const RelataDiagram *whole)
{
  Places places = {whole, g_hash_table_new(g_str_hash, g_str_equal),
                   g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                   g_hash_table_new(g_str_hash, g_str_equal), whole->links->len < whole->n_ties};
  for (guint i = 0; i < whole->actors->len; i++)
    g_hash_table_insert(places.actors, (gpointer)actor_id(whole, i), g_ptr_array_index(whole->actors, i));
  for (guint i = 0; i < whole->links->len; i++) {
    RelataCurve *link = g_ptr_array_index(whole->links, i);
    g_hash_table_insert(places.links, link_key(whole, link, places.bundled), link);
  }
  for (guint i = 0; i < whole->labels->len; i++) {
    RelataDiagramLabel *label = &g_array_index(whole->labels, RelataDiagramLabel, i);
    g_hash_table_insert(places.labels, label->glyph->id, label);
  }
  return places;
}

static void
clear_places(Places *places)
{
  g_hash_table_unref(places->actors);
  g_hash_table_unref(places->links);
  g_hash_table_unref(places->labels);
}

static void
place_actor(const Places *places, RelataGlyph *actor)
{
  const RelataGlyph *place = g_hash_table_lookup(places->actors, actor->id);
  actor->x = place->x;
  actor->y = place->y;
  actor->width = place->width;
  actor->height = place->height;
  actor->text_width = place->text_width;
  actor->text_height = place->text_height;
  actor->font_size = place->font_size;
  actor->bold = place->bold;
  if (!g_str_has_suffix(actor->classes, " asked"))
    actor->stroke_width = place->stroke_width;
}

/* The line of the whole, which may run the other way; without a head where none arrives, which then reaches
 * to where the head's tip was. */
static void
place_link(const Places *places, const RelataDiagram *frame, RelataCurve *link)
{
  g_autofree char *key = link_key(frame, link, places->bundled);
  const RelataCurve *place = g_hash_table_lookup(places->links, key);
  const guint n = place->n_points;
  const gboolean turned = !g_str_equal(actor_id(frame, link->from), actor_id(places->whole, place->from));
  if (n == 0)
    return;
  link->points = g_new(RelataPoint, n);
  link->n_points = n;
  for (guint i = 0; i < n; i++)
    link->points[i] = place->points[turned ? n - 1 - i : i];
  link->has_start = turned ? place->has_end : place->has_start;
  link->has_end = turned ? place->has_start : place->has_end;
  link->start = turned ? place->end : place->start;
  link->end = turned ? place->start : place->end;
  link->head_size = place->head_size;
  if (link->has_start && g_str_equal(link->tail, "none")) {
    link->points[0] = link->start;
    link->has_start = FALSE;
  }
  if (link->has_end && g_str_equal(link->head, "none")) {
    link->points[n - 1] = link->end;
    link->has_end = FALSE;
  }
}

/* Whether a label stands right below another, as those do that were placed as one block. */
static gboolean
is_below(const RelataDiagramLabel *upper, const RelataDiagramLabel *lower)
{
  return upper->link == lower->link && upper->placed && lower->placed &&
         fabs(upper->glyph->x - lower->glyph->x) < 0.1 &&
         fabs(upper->glyph->y - lower->glyph->y - (upper->glyph->height + lower->glyph->height) / 2) < 0.1;
}

/* Blocks of labels of which a frame lacks some close up about their middle, which is on the line. */
static void
place_labels(const Places *places, GHashTable *present)
{
  const GArray *all = places->whole->labels;
  for (guint first = 0, last; first < all->len; first = last) {
    const RelataDiagramLabel *labels = &g_array_index(all, RelataDiagramLabel, 0);
    for (last = first + 1; last < all->len && is_below(&labels[last - 1], &labels[last]); last++)
      ;
    double height = 0;
    for (guint i = first; i < last; i++)
      if (g_hash_table_contains(present, labels[i].glyph->id))
        height += labels[i].glyph->height;
    const RelataBox top = relata_glyph_box(labels[first].glyph);
    const RelataBox bottom = relata_glyph_box(labels[last - 1].glyph);
    double y = (top.top + bottom.bottom) / 2 + height / 2;
    for (guint i = first; i < last; i++) {
      RelataDiagramLabel *label = g_hash_table_lookup(present, labels[i].glyph->id);
      if (label == NULL)
        continue;
      label->placed = labels[i].placed;
      label->directed = labels[i].directed;
      label->glyph->x = labels[i].glyph->x;
      label->glyph->y = y - labels[i].glyph->height / 2;
      label->glyph->width = labels[i].glyph->width;
      label->glyph->height = labels[i].glyph->height;
      y -= labels[i].glyph->height;
    }
  }
}

static void
place_frame(const Places *places, RelataBox room, RelataDiagram *frame)
{
  g_autoptr(GHashTable) present = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < frame->actors->len; i++)
    place_actor(places, g_ptr_array_index(frame->actors, i));
  for (guint i = 0; i < frame->links->len; i++)
    place_link(places, frame, g_ptr_array_index(frame->links, i));
  for (guint i = 0; i < frame->labels->len; i++) {
    RelataDiagramLabel *label = &g_array_index(frame->labels, RelataDiagramLabel, i);
    g_hash_table_insert(present, label->glyph->id, label);
  }
  place_labels(places, present);
  relata_compose_arrows(frame);
  relata_legend_align(frame, places->whole);
  frame->room = room;
  frame->flows = places->whole->flows;
}

static RelataBox
whole_room(const RelataDiagram *whole)
{
  g_autoptr(GPtrArray) labels = g_ptr_array_new();
  for (guint i = 0; i < whole->labels->len; i++) {
    const RelataDiagramLabel *label = &g_array_index(whole->labels, RelataDiagramLabel, i);
    if (label->placed)
      g_ptr_array_add(labels, label->glyph);
  }
  return relata_page_bounds(whole, labels);
}

/* The frames' pages, all of one size. */
static GPtrArray *
make_sheets(RelataSeries *series, GError **error)
{
  g_autoptr(GPtrArray) sheets = g_ptr_array_new_with_free_func((GDestroyNotify)relata_sheet_free);
  Places places = index_places(series->whole);
  const RelataBox room = whole_room(series->whole);
  double height = 0;
  gboolean ok = TRUE;
  for (guint i = 0; ok && i < series->frames->len; i++) {
    RelataDiagram *frame = g_ptr_array_index(series->frames, i);
    place_frame(&places, room, frame);
    RelataSheet *sheet = relata_compose_sheet(frame, error);
    ok = sheet != NULL;
    if (ok)
      g_ptr_array_add(sheets, sheet);
    height = ok ? MAX(height, sheet->height) : height;
  }
  for (guint i = 0; i < sheets->len; i++)
    relata_sheet_heighten(g_ptr_array_index(sheets, i), height);
  clear_places(&places);
  return ok ? g_steal_pointer(&sheets) : NULL;
}

gboolean
relata_series_compose(RelataSeries *series, const RelataEngine *engine, const char *format, gboolean animate,
                      GPtrArray *pictures, GError **error)
{
  if (!relata_compose_place(series->whole, engine, error))
    return FALSE;
  g_autoptr(GPtrArray) sheets = make_sheets(series, error);
  if (sheets == NULL)
    return FALSE;
  for (guint i = 0; i < sheets->len; i++) {
    GByteArray *picture = g_byte_array_new();
    g_ptr_array_add(pictures, picture);
    if (!relata_compose_render(g_ptr_array_index(sheets, i), series->whole->theme, format, picture, error))
      return FALSE;
  }
  if (!animate)
    return TRUE;
  g_autoptr(GByteArray) animation = g_byte_array_new();
  if (!relata_animate((GByteArray *const *)pictures->pdata, (RelataSheet *const *)sheets->pdata, sheets->len,
                      animation, error))
    return FALSE;
  g_ptr_array_set_size(pictures, 0);
  g_ptr_array_add(pictures, g_steal_pointer(&animation));
  return TRUE;
}
