/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/series.h"

#include "analysis/centrality.h"
#include "corpus/names.h"
#include "draw/compose.h"
#include "draw/diagram/build.h"
#include "draw/diagram/captions.h"
#include "draw/diagram/compare.h"
#include "draw/diagram/legend.h"
#include "draw/mount.h"
#include "draw/places.h"
#include "draw/sheet/animate.h"
#include "draw/sheet/graphviz.h"

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
  const RelataView *view; /* without a date, so that its words are the same in every frame */
  const gint32 *days;
  guint n;
  GPtrArray *networks;  /* of RelataNetwork, one per day */
  RelataNetwork *all;   /* the network of the ties of all days */
  RelataDiagram *whole; /* the diagram of everything that is shown */
  GPtrArray *scopes;    /* of RelataScope, one per day; frames that are made own theirs */
  RelataDiagramLook look;
} Maker;

static RelataPartition *
copy_partition(const RelataPartition *partition, guint n_vertices)
{
  RelataPartition *copy = g_memdup2(partition, sizeof *partition);
  copy->of = g_memdup2(partition->of, MAX(n_vertices, 1) * sizeof *partition->of);
  copy->sizes = g_memdup2(partition->sizes, MAX(partition->n_groups, 1) * sizeof *partition->sizes);
  return copy;
}

/* Returns by edge whether the whole shows it. */
static gboolean *
shown_ties(const Maker *maker)
{
  gboolean *shown = g_new0(gboolean, MAX(maker->all->n_ties, 1));
  const GArray *ties = maker->whole->scope->ties;
  for (guint i = 0; i < ties->len; i++)
    shown[g_array_index(ties, RelataShownTie, i).tie] = TRUE;
  return shown;
}

/* Returns the scope of a frame: the actors of the whole that have a tie on that day, and the actor whose
 * surroundings are shown. They are in the same boxes. */
static RelataScope *
scope_frame(const Maker *maker, const RelataNetwork *network, const gboolean *in_whole)
{
  const RelataScope *whole = maker->whole->scope;
  RelataScope *scope = relata_scope_new(network);
  for (guint i = 0; i < network->n_ties; i++) {
    const RelataTie *tie = &network->ties[i];
    const RelataShownTie shown = {.tie = i};
    if (!in_whole[relata_network_find_tie(maker->all, tie->from, tie->to, tie->type)])
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
  if (whole->clusters != NULL)
    scope->clusters = copy_partition(whole->clusters, network->n_actors);
  for (guint i = 0; i < whole->cluster_titles->len; i++)
    g_ptr_array_add(scope->cluster_titles, g_strdup(g_ptr_array_index(whole->cluster_titles, i)));
  return scope;
}

static RelataDiagram *
make_frame(Maker *maker, guint index)
{
  const RelataNetwork *network = g_ptr_array_index(maker->networks, index);
  RelataDiagram *frame = relata_diagram_new(network, g_ptr_array_index(maker->scopes, index), &maker->look);
  relata_diagram_add_words(frame, network, maker->view, NULL);
  frame->sheet = maker->view->sheet;
  frame->date = relata_day_in_words(maker->days[index]);
  if (index > 0) {
    RelataChanges changes = relata_compare(maker->all, g_ptr_array_index(maker->networks, index - 1), network,
                                           maker->whole->scope);
    changes.ties[RELATA_SILENT] = 0; /* from month to month most ties are not mentioned */
    g_autofree char *then = relata_day_in_words(maker->days[index - 1]);
    g_autofree char *words = relata_changes_in_words(&changes);
    g_ptr_array_insert(frame->captions, 1, g_strdup_printf("Since %s: %s.", then, words));
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

/* Keeps the longer text of two glyphs in the first. Either glyph may be NULL. */
static void
keep_longer(RelataGlyph **glyph, const RelataGlyph *other)
{
  if (other == NULL || (*glyph != NULL && strlen((*glyph)->text) >= strlen(other->text)))
    return;
  if (*glyph == NULL) {
    *glyph = relata_glyph_copy(other);
    return;
  }
  g_free((*glyph)->text);
  (*glyph)->text = g_strdup(other->text);
}

/* A label may be longer in a frame than in the whole, which shows the last date. The whole reserves space for
 * the longest. */
static void
keep_longest_labels(const RelataSeries *series)
{
  g_autoptr(GHashTable) whole = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < series->whole->labels->len; i++) {
    RelataDiagramLabel *label = &g_array_index(series->whole->labels, RelataDiagramLabel, i);
    g_hash_table_insert(whole, label->glyph->id, label);
  }
  for (guint i = 0; i < series->frames->len; i++) {
    const RelataDiagram *frame = g_ptr_array_index(series->frames, i);
    for (guint j = 0; j < frame->labels->len; j++) {
      const RelataDiagramLabel *label = &g_array_index(frame->labels, RelataDiagramLabel, j);
      RelataDiagramLabel *kept = g_hash_table_lookup(whole, label->glyph->id);
      if (kept == NULL)
        continue;
      keep_longer(&kept->glyph, label->glyph);
      keep_longer(&kept->sources, label->sources);
    }
  }
}

/* Makes one legend with everything that occurs in any frame. Each frame draws its own entries only. */
static void
align_legends(const Maker *maker, const RelataSeries *series)
{
  RelataDiagram *whole = series->whole;
  for (guint i = 0; i < series->frames->len; i++)
    relata_legend_unite(&whole->occurs, &((RelataDiagram *)g_ptr_array_index(series->frames, i))->occurs);
  relata_legend_add(whole, maker->all->corpus, maker->look.measure);
  for (guint i = 0; i < series->frames->len; i++)
    relata_legend_align(g_ptr_array_index(series->frames, i), whole);
}

static RelataDiagram *
make_whole(Maker *maker, const double *scores, GError **error)
{
  RelataScope *scope = relata_scope_of_view(maker->corpus, maker->all, maker->view, scores, error);
  if (scope == NULL)
    return NULL;
  RelataDiagram *whole = relata_diagram_new(maker->all, scope, &maker->look);
  relata_diagram_add_words(whole, maker->all, maker->view, NULL);
  whole->sheet = maker->view->sheet;
  return whole;
}

/* Makes the scope of each frame. Returns the sources of all frames with their numbers. Free with
 * relata_sources_free(). */
static RelataSources *
make_scopes(Maker *maker)
{
  g_autofree gboolean *shown = shown_ties(maker);
  for (guint i = 0; i < maker->n; i++)
    g_ptr_array_add(maker->scopes, scope_frame(maker, g_ptr_array_index(maker->networks, i), shown));
  return relata_sources_new_of_all((const RelataNetwork *const *)maker->networks->pdata,
                                   (const RelataScope *const *)maker->scopes->pdata, maker->n);
}

static RelataSeries *
make_series(Maker *maker, GError **error)
{
  const RelataView *view = maker->view;
  if (!make_networks(maker, error))
    return NULL;
  const RelataMeasureInfo *measure = relata_measure_find(view->size, error);
  g_autofree double *scores =
      measure != NULL ? relata_centrality_prominence(maker->all, measure, error) : NULL;
  if (scores == NULL)
    return NULL;
  maker->look = (RelataDiagramLook){.scores = scores,
                                    .measure = measure,
                                    .parallel = view->parallel,
                                    .labels = view->labels,
                                    .sources = view->sources,
                                    .theme = view->theme};
  RelataDiagram *whole = maker->whole = make_whole(maker, scores, error);
  if (whole == NULL)
    return NULL;
  RelataSeries *series = g_new0(RelataSeries, 1);
  series->whole = whole;
  series->frames = g_ptr_array_new_with_free_func((GDestroyNotify)relata_diagram_free);
  g_autoptr(RelataSources) sources = maker->look.numbering = make_scopes(maker);
  relata_sources_free(whole->sources);
  whole->sources = relata_sources_ref(sources);
  /* All frames bundle ties as the whole does. */
  maker->look.parallel =
      whole->links->len < whole->scope->ties->len ? RELATA_PARALLEL_BUNDLE : RELATA_PARALLEL_APART;
  for (guint i = 0; i < maker->n; i++)
    g_ptr_array_add(series->frames, make_frame(maker, i));
  keep_longest_labels(series);
  align_legends(maker, series);
  return series;
}

/* Makes the summary of the last picture one of the whole animation. */
static void
tell_of_all(RelataSeries *series)
{
  series->animated = TRUE;
  const RelataDiagram *first = g_ptr_array_index(series->frames, 0);
  RelataDiagram *last = g_ptr_array_index(series->frames, series->frames->len - 1);
  char *words = g_strdup_printf(
      "The picture steps through %u dates, from %s to %s, and tells here of the last.%s%s",
      series->frames->len, first->date, last->date, last->summary[0] != '\0' ? " " : "", last->summary);
  g_free(last->summary);
  last->summary = words;
}

RelataSeries *
relata_series_of_view(RelataCorpus *corpus, const RelataView *view, const gint32 *days, guint n,
                      gboolean animated, GError **error)
{
  if (relata_selection_is_set(view->selection, RELATA_FILTER_AS_OF) || view->changes_since != NULL) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
                "`frames` sets the dates; `%s` cannot be combined with it",
                view->changes_since != NULL ? "changes-since" : "as-of");
    return NULL;
  }
  Maker maker = {.corpus = corpus, .view = view, .days = days, .n = n};
  maker.networks = g_ptr_array_new_with_free_func((GDestroyNotify)relata_network_free);
  maker.scopes = g_ptr_array_new();
  RelataSeries *series = make_series(&maker, error);
  if (series != NULL && animated)
    tell_of_all(series);
  g_ptr_array_unref(maker.networks);
  g_ptr_array_unref(maker.scopes);
  relata_network_free(maker.all);
  return series;
}

/* ── Sheets and pictures ──────────────────────────────────────────────────────────────────── */

static RelataBox
whole_room(const RelataDiagram *whole)
{
  g_autoptr(GPtrArray) labels = g_ptr_array_new();
  for (guint i = 0; i < whole->labels->len; i++) {
    const RelataDiagramLabel *label = &g_array_index(whole->labels, RelataDiagramLabel, i);
    if (label->placed)
      g_ptr_array_add(labels, label->glyph);
  }
  return relata_drawing_bounds(whole, labels);
}

static gboolean
place_frames(const RelataSeries *series, RelataGraphviz *graphviz, GError **error)
{
  g_autoptr(RelataPlaces) places = relata_places_new(series->whole);
  const RelataBox room = whole_room(series->whole);
  for (guint i = 0; i < series->frames->len; i++) {
    RelataDiagram *frame = g_ptr_array_index(series->frames, i);
    relata_places_direct(places, frame);
    if (!relata_compose_measure(frame, graphviz, error))
      return FALSE;
    relata_places_give(places, frame);
    relata_compose_arrows(frame);
    frame->room = room;
  }
  return TRUE;
}

/* Makes the frames' sheets, all of one size. */
static GPtrArray *
make_sheets(const RelataSeries *series, RelataGraphviz *graphviz, GError **error)
{
  g_autoptr(GPtrArray) sheets = g_ptr_array_new_with_free_func((GDestroyNotify)relata_sheet_free);
  double height = 0, *smallest = &series->whole->smallest;
  *smallest = 0;
  for (guint i = 0; i < series->frames->len; i++) {
    RelataDiagram *frame = g_ptr_array_index(series->frames, i);
    RelataSheet *sheet = relata_compose_sheet(frame, graphviz, error);
    if (sheet == NULL)
      return NULL;
    if (frame->smallest > 0)
      *smallest = *smallest > 0 ? MIN(*smallest, frame->smallest) : frame->smallest;
    g_ptr_array_add(sheets, sheet);
    height = MAX(height, sheet->height);
  }
  for (guint i = 0; i < sheets->len; i++)
    relata_sheet_heighten(g_ptr_array_index(sheets, i), height);
  return g_steal_pointer(&sheets);
}

/* Sheets of given proportions are the same for all frames, because their words have the same size. */
static gboolean
share_sheet(const RelataSeries *series, RelataGraphviz *graphviz, GError **error)
{
  RelataSheetShares shares;
  if (!(series->whole->sheet.ratio > 0))
    return TRUE;
  if (!relata_mount_share((RelataDiagram *const *)series->frames->pdata, series->frames->len, graphviz,
                          &shares, error))
    return FALSE;
  series->whole->shares = shares;
  for (guint i = 0; i < series->frames->len; i++)
    ((RelataDiagram *)g_ptr_array_index(series->frames, i))->shares = shares;
  return TRUE;
}

gboolean
relata_series_compose(RelataSeries *series, const RelataEngine *engine, const char *format,
                      GPtrArray *pictures, RelataGraphviz *graphviz, GError **error)
{
  const RelataTheme *theme = series->whole->theme;
  RelataTheme light = *theme; /* dark colours are added once, for all frames of an animation */
  light.dark = NULL;
  if (!share_sheet(series, graphviz, error) ||
      !relata_compose_place(series->whole, engine, graphviz, error) || !place_frames(series, graphviz, error))
    return FALSE;
  g_autoptr(GPtrArray) sheets = make_sheets(series, graphviz, error);
  if (sheets == NULL)
    return FALSE;
  for (guint i = 0; i < sheets->len; i++) {
    GByteArray *picture = g_byte_array_new();
    g_ptr_array_add(pictures, picture);
    if (!relata_compose_render(g_ptr_array_index(sheets, i), series->animated ? &light : theme, format,
                               picture, graphviz, error))
      return FALSE;
  }
  if (!series->animated)
    return TRUE;
  g_autoptr(GByteArray) animation = g_byte_array_new();
  if (!relata_animate((GByteArray *const *)pictures->pdata, (RelataSheet *const *)sheets->pdata, sheets->len,
                      theme, animation, error))
    return FALSE;
  g_ptr_array_set_size(pictures, 0);
  g_ptr_array_add(pictures, g_steal_pointer(&animation));
  return TRUE;
}
