/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/diagram/build.h"

#include "analysis/centrality.h"
#include "draw/diagram/actors.h"
#include "draw/diagram/captions.h"
#include "draw/diagram/group_glyphs.h"
#include "draw/diagram/legend.h"
#include "draw/diagram/links.h"
#include "draw/diagram/reading.h"
#include "draw/diagram/summary.h"

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
  relata_actors_add(diagram, network, scope, look->scores, numbers);
  relata_group_glyphs_add(diagram, network, scope, look->scores, numbers);
  relata_actors_add_frames(diagram, network, scope, numbers);
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
  g_autofree double *scores = measure != NULL ? relata_centrality_prominence(network, measure, error) : NULL;
  if (scores == NULL)
    return NULL;
  RelataScope *scope = relata_scope_of_view(corpus, network, view, scores, error);
  if (scope == NULL)
    return NULL;
  const RelataDiagramLook look = {.scores = scores,
                                  .measure = measure,
                                  .parallel = view->parallel,
                                  .labels = view->labels,
                                  .sources = view->sources,
                                  .whole = view->top == 0,
                                  .theme = view->theme};
  RelataDiagram *diagram = relata_diagram_new(network, scope, &look);
  relata_diagram_add_words(diagram, network, view, NULL);
  return diagram;
}
