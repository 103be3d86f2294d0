/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Chooses the kind of diagram that a view asks for. */
#include "draw/diagram/viewed.h"

#include "draw/diagram/build.h"
#include "draw/diagram/compare.h"

/* Returns whether the view shows the result of a search: paths or a connection. */
static gboolean
is_found(const RelataView *view)
{
  return view->between != NULL || view->connect != NULL;
}

gboolean
relata_viewed_check_time(const RelataView *view, const char *option, GError **error)
{
  if (is_found(view)) /* the result may differ at every date */
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE, "`%s` cannot be combined with `%s`", option,
                view->between != NULL ? "between" : "connect");
  else if (view->groups || view->open->len > 0)
    g_set_error(
        error, RELATA_ERROR, RELATA_ERROR_VALUE,
        "`%s` cannot be combined with `%s`: a group stands for many ties, of which some begin and others "
        "end; `cluster` community draws boxes around the same actors",
        option, view->groups ? "groups" : "open");
  else
    return TRUE;
  return FALSE;
}

gboolean
relata_viewed_is_sound(const RelataCorpus *corpus, const RelataView *view)
{
  return view->selection != NULL && relata_selection_corpus(view->selection) == corpus &&
         view->size != NULL && view->engine != NULL && view->open != NULL &&
         (guint)view->cluster <= RELATA_CLUSTER_SIDE && (guint)view->parallel <= RELATA_PARALLEL_BUNDLE;
}

RelataDiagram *
relata_diagram_of_viewed(RelataCorpus *corpus, const RelataView *view, RelataNetwork **network,
                         GError **error)
{
  g_autoptr(RelataNetwork) made = NULL;
  RelataDiagram *diagram = NULL;
  if (view->changes_since != NULL) {
    if (relata_viewed_check_time(view, "changes-since", error))
      diagram = relata_diagram_of_changes(corpus, view, &made, error);
  } else {
    made = relata_network_new(corpus, view->selection, error);
    if (made != NULL && relata_network_has_ties(made, view->selection, error))
      diagram = is_found(view) ? relata_diagram_of_found(corpus, made, view, error)
                               : relata_diagram_of_view(corpus, made, view, error);
  }
  if (diagram == NULL)
    return NULL;
  diagram->sheet = view->sheet;
  *network = g_steal_pointer(&made);
  return diagram;
}
