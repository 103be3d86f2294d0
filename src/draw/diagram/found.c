/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Draws what a view finds in a network: the paths between two actors, or what connects several. */
#include "corpus/names.h"
#include "draw/diagram/build.h"
#include "draw/diagram/diagram.h"
#include "draw/diagram/trace.h"
#include "paths/question.h"
#include "text/check.h"
#include "text/display.h"
#include "text/error.h"

/* A title names at most this many actors. */
#define MOST_NAMES 5
/* Most paths in a picture if the view gives no number. More would be a tangle. */
#define MOST_PATHS 40

GArray *
relata_trace_paths(const GPtrArray *paths)
{
  g_return_val_if_fail(paths != NULL, NULL);
  GArray *hops = g_array_new(FALSE, FALSE, sizeof(RelataTraceHop));
  for (guint i = 0; i < paths->len; i++) {
    const RelataPath *path = g_ptr_array_index(paths, i);
    for (guint j = 0; j < path->n_hops; j++) {
      const RelataTraceHop hop = {path->hops[j].tie, path->vertices[j], path->vertices[j + 1], i + 1, j + 1};
      g_array_append_val(hops, hop);
    }
  }
  return hops;
}

GArray *
relata_trace_connection(const RelataConnectAnswer *answer)
{
  g_return_val_if_fail(answer != NULL, NULL);
  GArray *hops = g_array_new(FALSE, FALSE, sizeof(RelataTraceHop));
  for (guint i = 0; i < answer->hops->len; i++) {
    const RelataConnectHop *found = &g_array_index(answer->hops, RelataConnectHop, i);
    const RelataTraceHop hop = {found->hop.tie, found->from, found->to, 0, i + 1};
    g_array_append_val(hops, hop);
  }
  return hops;
}

char *
relata_trace_names(const RelataCorpus *corpus, const GArray *actors)
{
  g_return_val_if_fail(corpus != NULL && actors != NULL, NULL);
  g_return_val_if_fail(relata_all_below((const guint *)(gconstpointer)actors->data, actors->len,
                                        relata_corpus_n_actors(corpus)),
                       NULL);
  GString *names = g_string_new(NULL);
  const guint shown = actors->len <= MOST_NAMES ? actors->len : MOST_NAMES - 1;
  for (guint i = 0; i < shown; i++)
    g_string_append_printf(names, "%s%s",
                           i == 0                 ? ""
                           : i + 1 == actors->len ? " and "
                                                  : ", ",
                           relata_corpus_actor(corpus, g_array_index(actors, guint, i))->name);
  if (shown < actors->len)
    g_string_append_printf(names, " and %u others", actors->len - shown);
  return g_string_free(names, FALSE);
}

/* ── The diagram of a view ───────────────────────────────────────────────────────────────── */

/* Finds the actors that the view names, as actors and as vertices. */
static gboolean
resolve(RelataCorpus *corpus, const RelataNetwork *network, const RelataView *view, GArray *actors,
        GArray *vertices, GError **error)
{
  for (char **name = view->between != NULL ? view->between : view->connect; *name != NULL; name++) {
    const guint actor = relata_corpus_resolve_actor(corpus, *name, error);
    if (actor == RELATA_NONE)
      return FALSE;
    g_array_append_val(actors, actor);
    if (network->vertices[actor] != RELATA_NONE)
      g_array_append_val(vertices, network->vertices[actor]);
  }
  return TRUE;
}

static void
fail_empty(const RelataCorpus *corpus, const RelataView *view, const GArray *actors, GError **error)
{
  g_autofree char *names = relata_trace_names(corpus, actors),
                  *words = relata_selection_in_words(view->selection);
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_EMPTY, "nothing connects %s in what is selected (%s)", names,
              words);
}

/* Sets the trace's hops, newly allocated, and the remarks about it. Returns NULL with an error, or without
 * one if there is no path. */
static GArray *
find_paths(const RelataCorpus *corpus, const RelataView *view, const GArray *actors, RelataTrace *trace,
           GError **error)
{
  const RelataPathQuestion question = {.corpus = corpus,
                                       .selection = view->selection,
                                       .from = g_array_index(actors, guint, 0),
                                       .to = g_array_index(actors, guint, 1),
                                       .selector = view->paths == 0 ? RELATA_PATHS_ALL : RELATA_PATHS_BEST,
                                       .probe = TRUE,
                                       .count = view->paths != 0 ? view->paths : MOST_PATHS};
  g_autoptr(RelataPathFindings) findings = relata_path_ask(&question, error);
  if (findings == NULL || findings->answer->n_found == 0)
    return NULL;
  trace->n_paths = findings->answer->paths->len;
  trace->note = findings->answer->cut ? "There are other paths." : NULL;
  return relata_trace_paths(findings->answer->paths);
}

static GArray *
find_connection(const RelataNetwork *network, const GArray *actors, RelataTrace *trace, GError **error)
{
  const RelataConnectQuery query = {.actors = (const guint *)(gconstpointer)actors->data,
                                    .n_actors = actors->len};
  g_autoptr(RelataConnectAnswer) answer = relata_connect(network, &query, error);
  if (answer == NULL || !answer->connected)
    return NULL;
  trace->note = answer->exact ? NULL : RELATA_CONNECT_INEXACT;
  return relata_trace_connection(answer);
}

RelataDiagram *
relata_diagram_of_found(RelataCorpus *corpus, const RelataNetwork *network, const RelataView *view,
                        GError **error)
{
  g_autoptr(GArray) actors = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GArray) vertices = g_array_new(FALSE, FALSE, sizeof(guint));
  if (!resolve(corpus, network, view, actors, vertices, error))
    return NULL;
  RelataTrace trace = {0};
  GError *fault = NULL;
  g_autoptr(GArray) hops = view->between != NULL ? find_paths(corpus, view, actors, &trace, &fault)
                                                 : find_connection(network, actors, &trace, &fault);
  if (hops == NULL) {
    if (fault != NULL)
      g_propagate_error(error, fault);
    else
      fail_empty(corpus, view, actors, error);
    return NULL;
  }
  g_autofree char *names = relata_trace_names(corpus, actors);
  g_autofree char *words = relata_selection_in_words_of(view->selection, NULL);
  g_autofree char *subtitle = relata_display_begin(words);
  trace.hops = (const RelataTraceHop *)(gconstpointer)hops->data;
  trace.n_hops = hops->len;
  trace.asked = (const guint *)(gconstpointer)vertices->data;
  trace.n_asked = vertices->len;
  trace.theme = view->theme;
  trace.no_sources = !view->sources;
  trace.title = view->title != NULL ? view->title : names;
  trace.subtitle = view->subtitle != NULL ? view->subtitle : *subtitle != '\0' ? subtitle : NULL;
  return relata_diagram_of_trace(network, &trace, error);
}
