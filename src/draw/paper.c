/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/paper.h"

#include "draw/diagram/viewed.h"
#include "draw/picture.h"

/* The largest factor by which a denser drawing enlarges its texts. In tests, names and labels became 1.4
 * times as large when they filled twice the share. */
#define MOST_GAINED 1.5

typedef struct {
  RelataCorpus *corpus;
  const RelataView *view;
  const char *format;
  RelataGraphviz *graphviz; /* one session for all tries, because most of their texts are the same */
  RelataPicture *best;
  double named; /* size of the smallest text in the picture with names of relations; 0: not tried */
} Press;

/* From the least dense. */
static const double densities[] = {1, 1.25, 1.5, 1.75, 2};

static gboolean
is_readable(const RelataPicture *picture)
{
  return picture != NULL && picture->smallest >= RELATA_LEAST_PRINTED;
}

/* Draws one picture, and keeps it if it is the best so far. */
static gboolean
try_so(Press *press, gboolean labels, double density, GError **error)
{
  RelataView view = *press->view;
  g_autoptr(RelataNetwork) network = NULL;
  view.labels = labels;
  g_autoptr(RelataDiagram) diagram = relata_diagram_of_viewed(press->corpus, &view, &network, error);
  if (diagram == NULL)
    return FALSE;
  diagram->density = density;
  if (labels != press->view->labels)
    relata_diagram_remark(diagram, "Names of relations are left out: on %s they would be %.1f points large.",
                          view.sheet.paper->name, press->named);
  g_autoptr(RelataPicture) picture =
      relata_picture_of_diagram(diagram, view.engine, view.timeout, press->format, press->graphviz, error);
  if (picture == NULL)
    return FALSE;
  if (labels)
    press->named = MAX(press->named, picture->smallest);
  if (press->best == NULL || picture->smallest > press->best->smallest) {
    g_clear_pointer(&press->best, relata_picture_free);
    press->best = g_steal_pointer(&picture);
  }
  return TRUE;
}

/* Stops when a picture is readable, or when denser ones cannot be readable either. */
static gboolean
try_densities(Press *press, gboolean labels, GError **error)
{
  double first = 0;
  for (guint i = 0; i < G_N_ELEMENTS(densities) && !is_readable(press->best); i++) {
    if (i > 0 && labels && first * MOST_GAINED < RELATA_LEAST_PRINTED)
      break;
    if (!try_so(press, labels, densities[i], error))
      return FALSE;
    first = i == 0 ? press->best->smallest : first;
  }
  return TRUE;
}

void
relata_paper_check(RelataPicture *picture, const RelataPaper *paper)
{
  if (paper == NULL || !(picture->smallest > 0) || is_readable(picture))
    return;
  g_autoptr(GStrvBuilder) remarks = g_strv_builder_new();
  g_autofree char *remark =
      g_strdup_printf("On %s the smallest text is %.1f points large: `top`, `backbone`, `groups` or a larger "
                      "paper would make it easier to read.",
                      paper->name, picture->smallest);
  g_strv_builder_addv(remarks, (const char **)picture->remarks);
  g_strv_builder_add(remarks, remark);
  g_strfreev(picture->remarks);
  picture->remarks = g_strv_builder_end(remarks);
}

RelataPicture *
relata_draw_on_paper(RelataCorpus *corpus, const RelataView *view, const char *format, GError **error)
{
  g_autoptr(RelataGraphviz) graphviz = relata_graphviz_new(NULL);
  Press press = {corpus, view, format, graphviz, NULL, 0};
  if ((view->labels && !try_densities(&press, TRUE, error)) ||
      (!is_readable(press.best) && !try_densities(&press, FALSE, error))) {
    g_clear_pointer(&press.best, relata_picture_free);
    return NULL;
  }
  relata_paper_check(press.best, view->sheet.paper);
  return press.best;
}
