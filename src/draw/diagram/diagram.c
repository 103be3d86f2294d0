/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/diagram/diagram.h"

#include "analysis/centrality.h"
#include "corpus/names.h"
#include "draw/diagram/group_glyphs.h"
#include "draw/diagram/legend.h"
#include "draw/diagram/links.h"
#include "draw/sheet/reading.h"
#include "draw/diagram/scope.h"
#include "draw/diagram/summary.h"
#include "draw/diagram/tooltip.h"
#include "draw/diagram/words.h"
#include "text/display.h"
#include "text/message.h"

#include <string.h>

/* Names are broken into lines of about this many letters, and cut after as many lines. */
#define NAME_WIDTH  15
#define NAME_LINES  3
#define UPRIGHT     1.7
#define TITLE_WIDTH 60  /* letters, of a box */
#define MOST_FILLED 0.7 /* of any room */

static void
clear_label(gpointer data)
{
  relata_glyph_free(((RelataDiagramLabel *)data)->glyph);
  relata_glyph_free(((RelataDiagramLabel *)data)->sources);
}

static void
clear_cluster(gpointer data)
{
  RelataDiagramCluster *cluster = data;
  relata_glyph_free(cluster->frame);
  relata_glyph_free(cluster->title);
}

void
relata_diagram_free(RelataDiagram *diagram)
{
  if (diagram == NULL)
    return;
  g_ptr_array_unref(diagram->actors);
  g_ptr_array_unref(diagram->links);
  g_array_unref(diagram->labels);
  g_array_unref(diagram->clusters);
  g_free(diagram->cluster_of);
  g_ptr_array_unref(diagram->legend);
  g_ptr_array_unref(diagram->captions);
  g_ptr_array_unref(diagram->remarks);
  g_array_unref(diagram->occurs.relations);
  g_free(diagram->occurs.actor_types);
  relata_scope_free(diagram->scope);
  relata_sources_free(diagram->sources);
  g_clear_pointer(&diagram->reading, g_array_unref);
  g_free(diagram->title);
  g_free(diagram->subtitle);
  g_free(diagram->summary);
  g_free(diagram->date);
  g_free(diagram);
}

void
relata_diagram_remark(RelataDiagram *diagram, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  char *sentence = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  g_ptr_array_add(diagram->captions, g_strdup(sentence));
  g_ptr_array_add(diagram->remarks, sentence);
}

double
relata_diagram_fill(const RelataDiagram *diagram, double share)
{
  return MIN(share * MAX(diagram->density, 1), MAX(share, MOST_FILLED));
}

char *
relata_diagram_token(const char *words)
{
  GString *token = g_string_new(NULL);
  for (; *words != '\0'; words++) {
    if (g_ascii_isalnum(*words) || *words == '-')
      g_string_append_c(token, *words);
    else
      g_string_append_printf(token, "_%02x", (guint)(guchar)*words);
  }
  return g_string_free(token, FALSE);
}

/* The page about an actor: its own, else one of its links that is one. */
static const char *
actor_page(const RelataActor *actor)
{
  if (actor->url != NULL && relata_display_is_link(actor->url))
    return actor->url;
  for (guint i = 0; actor->links != NULL && i < actor->links->len; i++) {
    const char *value = g_array_index(actor->links, RelataLink, i).value;
    if (relata_display_is_link(value))
      return value;
  }
  return NULL;
}

/* Graphviz writes quotes in a link into an SVG as they are. */
char *
relata_diagram_link(const char *url)
{
  if (url == NULL || !relata_display_is_link(url))
    return NULL;
  GString *encoded = g_string_new(NULL);
  for (; *url != '\0'; url++) {
    if (strchr("\"'<>\\^`{|}", *url) != NULL)
      g_string_append_printf(encoded, "%%%02X", (guint)(guchar)*url);
    else
      g_string_append_c(encoded, *url);
  }
  return g_string_free(encoded, FALSE);
}

static RelataGlyph *
make_actor(RelataDiagram *diagram, const RelataNetwork *network, guint vertex, guint n_ties)
{
  const RelataSchema *schema = relata_corpus_schema(network->corpus);
  const RelataActor *actor = relata_network_actor(network, vertex);
  const RelataActorType *type =
      actor->type == RELATA_NONE ? NULL : relata_schema_actor_type(schema, actor->type);
  const RelataTint tint = relata_theme_tint(diagram->theme, actor->type);
  g_autofree char *name = relata_display_safe(actor->name);
  g_autofree char *wrapped = relata_wrap(name, NAME_WIDTH, NAME_LINES);
  RelataGlyph *glyph = relata_glyph_new(wrapped, diagram->theme->even_name, diagram->theme->ink);
  g_autofree char *id = relata_diagram_token(actor->id);
  g_autofree char *type_id = relata_diagram_token(type != NULL ? type->id : "none");
  glyph->id = g_strconcat("actor-", id, NULL);
  glyph->classes = g_strconcat("actor type-", type_id, NULL);
  glyph->tooltip = relata_tooltip_actor(network, vertex, n_ties);
  glyph->spoken = relata_words_actor(network, vertex, n_ties);
  glyph->part = RELATA_PART_DRAWING;
  glyph->url = relata_diagram_link(actor_page(actor));
  glyph->shape = type != NULL ? type->shape : RELATA_SHAPE_BOX;
  /* A name without a shape still hides the lines behind it. */
  const gboolean plain = glyph->shape == RELATA_SHAPE_PLAIN;
  glyph->fill = plain ? diagram->theme->ground : tint.fill;
  glyph->stroke = plain ? NULL : tint.stroke;
  glyph->stroke_width = diagram->theme->outline;
  diagram->occurs.actor_types[type != NULL ? actor->type : diagram->occurs.n_actor_types - 1] = TRUE;
  return glyph;
}

/* `share` of the highest score. */
static void
set_rank(const RelataTheme *theme, double share, RelataGlyph *actor)
{
  actor->font_size = relata_theme_name_size(theme, share);
  actor->stroke_width = share > 0.5 ? theme->strong_outline : theme->outline;
  actor->bold = share > 0.25;
}

static void
emphasise(RelataDiagram *diagram, RelataGlyph *actor)
{
  if (actor->shape == RELATA_SHAPE_PLAIN) /* which has no outline */
    actor->shape = RELATA_SHAPE_BOX;
  actor->stroke = diagram->theme->ink;
  actor->stroke_width = diagram->theme->asked_outline;
  actor->bold = TRUE;
  char *classes = g_strconcat(actor->classes, " asked", NULL);
  g_free(actor->classes);
  actor->classes = classes;
  diagram->occurs.asked = TRUE;
}

/* Marks an actor that has a first tie, or none any longer. */
static void
mark_change(RelataDiagram *diagram, RelataChange change, RelataGlyph *actor)
{
  if (change == RELATA_SAME)
    return;
  char *classes = g_strconcat(actor->classes, change == RELATA_NEW ? " new" : " ended", NULL);
  char *spoken = g_strconcat(actor->spoken, relata_words_actor_change(change), NULL);
  g_free(actor->classes);
  g_free(actor->spoken);
  actor->classes = classes;
  actor->spoken = spoken;
  if (change == RELATA_NEW) {
    actor->marker = diagram->theme->marker;
    diagram->occurs.new_actors = TRUE;
    return;
  }
  if (actor->shape == RELATA_SHAPE_PLAIN) /* which has no outline to be broken */
    actor->shape = RELATA_SHAPE_BOX;
  actor->fill = diagram->theme->ground;
  actor->ink = actor->stroke = diagram->theme->soft_ink;
  actor->line = RELATA_LINE_DASHED;
  diagram->occurs.ended_actors = TRUE;
}

/* Glyphs for the actors shown, in the order of vertices; numbers[vertex] is each one's index. */
static void
add_actors(RelataDiagram *diagram, const RelataNetwork *network, const RelataScope *scope,
           const double *scores, guint *numbers)
{
  g_autofree guint *n_ties = relata_summary_count_ties(network, scope);
  double highest = 0;
  for (guint i = 0; scores != NULL && i < network->n_actors; i++)
    if (scope->actors[i])
      highest = MAX(highest, scores[i]);
  for (guint i = 0; i < network->n_actors; i++) {
    numbers[i] = RELATA_NONE;
    if (!scope->actors[i])
      continue;
    numbers[i] = diagram->actors->len;
    RelataGlyph *actor = make_actor(diagram, network, i, n_ties[i]);
    if (scores != NULL)
      set_rank(diagram->theme, highest > 0 ? scores[i] / highest : 0, actor);
    if (scope->asked[i])
      emphasise(diagram, actor);
    mark_change(diagram, scope->changes[i], actor);
    g_ptr_array_add(diagram->actors, actor);
  }
}

/* A frame for each cluster of the scope, with its title. */
static void
add_clusters(RelataDiagram *diagram, const RelataNetwork *network, const RelataScope *scope,
             const guint *numbers)
{
  const RelataTheme *theme = diagram->theme;
  diagram->cluster_of = g_new(guint, MAX(diagram->actors->len, 1));
  for (guint i = 0; i < diagram->actors->len; i++)
    diagram->cluster_of[i] = RELATA_NONE;
  for (guint i = 0; scope->clusters != NULL && i < network->n_actors; i++)
    if (scope->actors[i])
      diagram->cluster_of[numbers[i]] = scope->clusters->of[i];
  for (guint i = 0; i < scope->cluster_titles->len; i++) {
    g_autofree char *wrapped = relata_wrap(g_ptr_array_index(scope->cluster_titles, i), TITLE_WIDTH, 1);
    RelataDiagramCluster cluster = {relata_glyph_new(NULL, 1, NULL),
                                    relata_glyph_new(wrapped, theme->even_name, theme->soft_ink)};
    cluster.frame->id = g_strdup_printf("cluster-%u", i + 1);
    cluster.frame->classes = g_strdup("cluster");
    cluster.frame->tooltip = g_strdup(g_ptr_array_index(scope->cluster_titles, i));
    cluster.frame->shape = RELATA_SHAPE_BOX;
    cluster.frame->stroke = theme->soft_ink;
    cluster.frame->stroke_width = 0.8;
    cluster.title->id = g_strdup_printf("cluster-title-%u", i + 1);
    cluster.title->classes = g_strdup("cluster-title");
    cluster.title->part = RELATA_PART_LABELS;
    cluster.title->bold = cluster.title->left = TRUE;
    cluster.title->fill = theme->ground; /* lines end behind it */
    g_array_append_val(diagram->clusters, cluster);
  }
}

static guint
count_actors(const RelataNetwork *network, const RelataScope *scope)
{
  guint n = 0;
  for (guint i = 0; i < network->n_actors; i++)
    n += scope->actors[i] || (scope->groups != NULL && scope->groups->of[i] != RELATA_NONE);
  return n;
}

char *
relata_diagram_count(const RelataDiagram *diagram, const RelataNetwork *network)
{
  const GArray *ties = diagram->scope->ties;
  /* The diagram's own may be those of a whole series. */
  g_autoptr(RelataSources) sources = relata_sources_new(network, diagram->scope);
  const guint n_documents = sources->documents->len;
  guint n_claims = 0;
  for (guint i = 0; i < ties->len; i++)
    n_claims += network->ties[g_array_index(ties, RelataShownTie, i).tie].n_claims;
  for (guint i = 0; i < diagram->scope->folded->len; i++)
    n_claims += network->ties[g_array_index(diagram->scope->folded, guint, i)].n_claims;
  const guint n_actors = count_actors(network, diagram->scope);
  return g_strdup_printf("%u actor%s and %u tie%s, from %u claim%s in %u document%s", n_actors,
                         relata_plural(n_actors), diagram->n_ties, relata_plural(diagram->n_ties), n_claims,
                         relata_plural(n_claims), n_documents, relata_plural(n_documents));
}

char *
relata_diagram_extent(const RelataDiagram *diagram)
{
  const guint n = diagram->sources->documents->len;
  return n > 0 ? g_strdup_printf("%u document%s", n, relata_plural(n)) : NULL;
}

static char *
make_subtitle(const RelataDiagram *diagram, const RelataNetwork *network, const RelataView *view)
{
  if (view->subtitle != NULL)
    return view->subtitle[0] != '\0' ? relata_display_safe(view->subtitle) : NULL;
  g_autofree char *extent = relata_diagram_extent(diagram);
  g_autofree char *words = relata_selection_in_words_of(view->selection, extent);
  g_autofree char *selection = relata_display_safe(words);
  if (view->around == NULL)
    return selection[0] != '\0' ? relata_display_begin(selection) : NULL;
  RelataCorpus *corpus = (RelataCorpus *)(gpointer)network->corpus; /* resolving fills an index of names */
  const guint actor = relata_corpus_resolve_actor(corpus, view->around, NULL);
  g_autofree char *name = relata_display_safe(relata_corpus_actor(corpus, actor)->name);
  g_autofree char *reach = view->hops == 1 ? g_strdup("all whom it is tied to")
                                           : g_strdup_printf("all within %u ties", view->hops);
  return g_strconcat(name, " and ", reach, selection[0] != '\0' ? "; " : "", selection, NULL);
}

void
relata_diagram_add_words(RelataDiagram *diagram, const RelataNetwork *network, const RelataView *view,
                         const char *extent)
{
  const char *title = view->title != NULL ? view->title : relata_corpus_title(network->corpus);
  diagram->title = title != NULL ? relata_display_safe(title) : g_strdup("Who relates to whom");
  diagram->subtitle = make_subtitle(diagram, network, view);
  g_autofree char *count = extent == NULL ? relata_diagram_count(diagram, network) : g_strdup(extent);
  g_ptr_array_add(diagram->captions, g_strconcat(count, ".", NULL));
  for (guint i = 0; i < diagram->remarks->len; i++)
    g_ptr_array_add(diagram->captions, g_strdup(g_ptr_array_index(diagram->remarks, i)));
  g_autofree char *contradictions = relata_summary_contradictions(network, diagram->scope);
  if (contradictions != NULL)
    g_ptr_array_add(diagram->captions, g_steal_pointer(&contradictions));
  char *losses =
      relata_selection_losses_in_words(network->n_claims_removed, relata_corpus_n_claims(network->corpus));
  if (losses != NULL)
    g_ptr_array_add(diagram->captions, losses);
  if (network->n_undated > 0)
    relata_diagram_remark(diagram, "%u claim%s without a date %s included.", network->n_undated,
                          relata_plural(network->n_undated), network->n_undated == 1 ? "is" : "are");
  if (network->n_denied_only > 0)
    relata_diagram_remark(diagram, "%u tie%s that %s only denied %s not shown.", network->n_denied_only,
                          relata_plural(network->n_denied_only), network->n_denied_only == 1 ? "is" : "are",
                          network->n_denied_only == 1 ? "is" : "are");
  if (network->n_ties_weak > 0)
    relata_diagram_remark(diagram, "%u tie%s with too few independent sources %s not shown.",
                          network->n_ties_weak, relata_plural(network->n_ties_weak),
                          network->n_ties_weak == 1 ? "is" : "are");
}

RelataDiagram *
relata_diagram_new_empty(const RelataSchema *schema, const RelataTheme *theme)
{
  RelataDiagram *diagram = g_new0(RelataDiagram, 1);
  diagram->theme = theme != NULL ? theme : relata_theme_default();
  diagram->upright = UPRIGHT;
  diagram->room = RELATA_BOX_EMPTY;
  diagram->actors = g_ptr_array_new_with_free_func((GDestroyNotify)relata_glyph_free);
  diagram->links = g_ptr_array_new_with_free_func((GDestroyNotify)relata_curve_free);
  diagram->labels = g_array_new(FALSE, FALSE, sizeof(RelataDiagramLabel));
  g_array_set_clear_func(diagram->labels, clear_label);
  diagram->clusters = g_array_new(FALSE, FALSE, sizeof(RelataDiagramCluster));
  g_array_set_clear_func(diagram->clusters, clear_cluster);
  diagram->legend = g_ptr_array_new_with_free_func((GDestroyNotify)relata_legend_entry_free);
  diagram->captions = g_ptr_array_new_with_free_func(g_free);
  diagram->remarks = g_ptr_array_new_with_free_func(g_free);
  diagram->occurs.relations = g_array_new(FALSE, FALSE, sizeof(guint));
  diagram->occurs.n_actor_types = relata_schema_actor_types(schema)->len + 1;
  diagram->occurs.actor_types = g_new0(gboolean, diagram->occurs.n_actor_types);
  return diagram;
}

RelataDiagram *
relata_diagram_new(const RelataNetwork *network, RelataScope *scope, const RelataDiagramLook *look)
{
  const RelataSchema *schema = relata_corpus_schema(network->corpus);
  RelataDiagram *diagram = relata_diagram_new_empty(schema, look->theme);
  for (guint i = 0; i < scope->remarks->len; i++)
    g_ptr_array_add(diagram->remarks, g_strdup(g_ptr_array_index(scope->remarks, i)));
  diagram->scope = scope;
  diagram->sources =
      look->numbering != NULL ? relata_sources_ref(look->numbering) : relata_sources_new(network, scope);
  diagram->numbers_sources = look->sources;
  diagram->reading = relata_reading_of_scope(network, scope, look->scores);
  g_autofree guint *numbers = g_new(guint, MAX(network->n_actors, 1));
  add_actors(diagram, network, scope, look->scores, numbers);
  relata_group_glyphs_add(diagram, network, scope, look->scores, numbers);
  add_clusters(diagram, network, scope, numbers);
  relata_links_add(diagram, network, scope, look->parallel, look->labels, numbers);
  relata_group_links_add(diagram, network, scope, look, numbers);
  relata_reading_set_turns(diagram, numbers);
  diagram->summary =
      relata_summary(network, scope, diagram->reading, look->scores != NULL ? look->measure : NULL);
  relata_legend_add(diagram, network->corpus, look->scores != NULL ? look->measure : NULL);
  return diagram;
}

RelataDiagram *
relata_diagram_of_view(RelataCorpus *corpus, const RelataNetwork *network, const RelataView *view,
                       GError **error)
{
  const RelataMeasureInfo *measure = relata_measure_find(view->size, error);
  g_autofree double *scores = measure != NULL ? relata_centrality(network, measure, error) : NULL;
  if (scores == NULL)
    return NULL;
  RelataScope *scope = relata_scope_of_view(corpus, network, view, scores, error);
  if (scope == NULL)
    return NULL;
  const RelataDiagramLook look = {.scores = scores,
                                  .measure = measure->name,
                                  .parallel = view->parallel,
                                  .labels = view->labels,
                                  .sources = view->sources,
                                  .whole = view->top == 0,
                                  .theme = view->theme};
  RelataDiagram *diagram = relata_diagram_new(network, scope, &look);
  relata_diagram_add_words(diagram, network, view, NULL);
  return diagram;
}
