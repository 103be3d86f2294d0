/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/draw.h"

#include "draw/compose.h"
#include "draw/diagram/build.h"
#include "draw/diagram/trace.h"
#include "draw/diagram/viewed.h"
#include "draw/paper.h"
#include "draw/picture.h"
#include "draw/series.h"
#include "draw/timeline.h"
#include "text/check.h"
#include "text/message.h"
#include "text/name.h"

#include <string.h>

const RelataPictureFormat relata_picture_formats[] = {
    {"svg", "SVG: live text, tooltips with the evidence, ids and classes for style sheets", TRUE, TRUE},
    {"png", "PNG: 1600 pixels wide, or more where the picture is large", FALSE, FALSE},
    {"pdf", "PDF: for print", FALSE, FALSE},
    {"dot", "DOT: the laid-out picture for Graphviz (relata export writes the bare network)", TRUE, FALSE},
    {NULL, NULL, FALSE, FALSE},
};

const RelataPictureFormat *
relata_picture_format_find(const char *name, GError **error)
{
  g_return_val_if_fail(name != NULL, NULL);
  const char *names[G_N_ELEMENTS(relata_picture_formats)];
  guint n = 0;
  for (; relata_picture_formats[n].name != NULL; n++) {
    names[n] = relata_picture_formats[n].name;
    if (strcmp(names[n], name) == 0)
      return &relata_picture_formats[n];
  }
  relata_unknown(error, RELATA_ERROR_FORMAT, "picture format", name, names, n);
  return NULL;
}

const char *
relata_layout_engine(guint i)
{
  return relata_engine_name(i);
}

RelataPicture *
relata_draw(RelataCorpus *corpus, const RelataView *view, const char *format, GError **error)
{
  g_return_val_if_fail(corpus != NULL && view != NULL && format != NULL, NULL);
  g_return_val_if_fail(relata_viewed_is_sound(corpus, view), NULL);
  if (relata_picture_format_find(format, error) == NULL)
    return NULL;
  if (view->sheet.paper != NULL)
    return relata_draw_on_paper(corpus, view, format, error);
  g_autoptr(RelataGraphviz) graphviz = relata_graphviz_new(NULL);
  g_autoptr(RelataNetwork) network = NULL;
  g_autoptr(RelataDiagram) diagram = relata_diagram_of_viewed(corpus, view, &network, error);
  if (diagram == NULL)
    return NULL;
  return relata_picture_of_diagram(diagram, view->engine, view->timeout, format, graphviz, error);
}

GPtrArray *
relata_draw_frames(RelataCorpus *corpus, const RelataView *view, const gint32 *days, guint n,
                   const char *format, GError **error)
{
  g_return_val_if_fail(corpus != NULL && view != NULL && days != NULL && format != NULL && n > 0, NULL);
  g_return_val_if_fail(relata_viewed_is_sound(corpus, view), NULL);
  if (relata_picture_format_find(format, error) == NULL)
    return NULL;
  g_autoptr(RelataSeries) series = relata_viewed_check_time(view, "frames", error)
                                       ? relata_series_of_view(corpus, view, days, n, FALSE, error)
                                       : NULL;
  if (series == NULL)
    return NULL;
  g_autoptr(RelataGraphviz) graphviz = relata_graphviz_new(NULL);
  GPtrArray *pictures =
      relata_pictures_of_series(series, view->engine, view->timeout, format, graphviz, error);
  if (pictures != NULL)
    relata_paper_check(g_ptr_array_index(pictures, 0), view->sheet.paper);
  return pictures;
}

RelataPicture *
relata_draw_animation(RelataCorpus *corpus, const RelataView *view, const gint32 *days, guint n,
                      GError **error)
{
  g_return_val_if_fail(corpus != NULL && view != NULL && days != NULL && n > 0, NULL);
  g_return_val_if_fail(relata_viewed_is_sound(corpus, view), NULL);
  g_autoptr(RelataSeries) series = relata_viewed_check_time(view, "frames", error)
                                       ? relata_series_of_view(corpus, view, days, n, TRUE, error)
                                       : NULL;
  if (series == NULL)
    return NULL;
  g_autoptr(RelataGraphviz) graphviz = relata_graphviz_new(NULL);
  g_autoptr(GPtrArray) pictures =
      relata_pictures_of_series(series, view->engine, view->timeout, "svg", graphviz, error);
  if (pictures == NULL)
    return NULL;
  relata_paper_check(g_ptr_array_index(pictures, 0), view->sheet.paper);
  return g_ptr_array_steal_index(pictures, 0);
}

RelataPicture *
relata_draw_timeline(const RelataCorpus *corpus, const RelataView *view, const guint *actors, guint n_actors,
                     const char *format, GError **error)
{
  g_return_val_if_fail(corpus != NULL && view != NULL && format != NULL, NULL);
  g_return_val_if_fail(relata_viewed_is_sound(corpus, view), NULL);
  g_return_val_if_fail(relata_all_below(actors, n_actors, relata_corpus_n_actors(corpus)), NULL);
  if (relata_picture_format_find(format, error) == NULL)
    return NULL;
  g_autoptr(RelataNetwork) network = relata_network_new(corpus, view->selection, error);
  if (network == NULL)
    return NULL;
  g_autoptr(RelataTimeline) timeline = relata_timeline_new(network, view, actors, n_actors, error);
  if (timeline == NULL)
    return NULL;
  g_autoptr(RelataGraphviz) graphviz = relata_graphviz_new(NULL);
  return relata_picture_of_timeline(timeline, format, graphviz, error);
}

RelataPicture *
relata_draw_trace(const RelataNetwork *network, const RelataTrace *trace, const char *format, GError **error)
{
  g_return_val_if_fail(network != NULL && trace != NULL && format != NULL, NULL);
  if (relata_picture_format_find(format, error) == NULL)
    return NULL;
  g_autoptr(RelataDiagram) diagram = relata_diagram_of_trace(network, trace, error);
  if (diagram == NULL)
    return NULL;
  g_autoptr(RelataGraphviz) graphviz = relata_graphviz_new(NULL);
  return relata_picture_of_diagram(diagram, "auto", RELATA_LAYOUT_SECONDS, format, graphviz, error);
}
