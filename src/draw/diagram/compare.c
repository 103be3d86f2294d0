/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/diagram/compare.h"

#include "analysis/centrality.h"
#include "draw/diagram/build.h"
#include "draw/diagram/captions.h"

/* Appends a text such as "12 ties are new and 3 have ended". */
static void
append_kind(GString *words, const char *kind, guint n_new, guint n_ended)
{
  if (n_new == 0 && n_ended == 0)
    return;
  if (words->len > 0)
    g_string_append(words, "; ");
  if (n_new > 0)
    g_string_append_printf(words, "%u %s%s new", n_new, kind, n_new == 1 ? " is" : "s are");
  if (n_ended > 0 && n_new > 0)
    g_string_append_printf(words, " and %u %s ended", n_ended, n_ended == 1 ? "has" : "have");
  else if (n_ended > 0)
    g_string_append_printf(words, "%u %s%s ended", n_ended, kind, n_ended == 1 ? " has" : "s have");
}

char *
relata_changes_in_words(const RelataChanges *changes)
{
  g_autoptr(GString) words = g_string_new(NULL);
  append_kind(words, "tie", changes->new_ties, changes->ended_ties);
  if (changes->new_actors > 0)
    g_string_append_printf(words, "%s%u actor%s a first tie", words->len > 0 ? "; " : "", changes->new_actors,
                           changes->new_actors == 1 ? " has" : "s have");
  if (changes->ended_actors > 0)
    g_string_append_printf(words, "%s%u %sno tie any longer", words->len > 0 ? "; " : "",
                           changes->ended_actors, changes->ended_actors == 1 ? "actor has " : "actors have ");
  return words->len > 0 ? g_string_free(g_steal_pointer(&words), FALSE) : g_strdup("nothing has changed");
}

static gboolean
stands_in(const RelataNetwork *network, const RelataTie *tie)
{
  return relata_network_find_tie(network, tie->from, tie->to, tie->type) != RELATA_NONE;
}

RelataChanges
relata_compare(const RelataNetwork *network, const RelataNetwork *earlier, const RelataNetwork *later,
               RelataScope *scope)
{
  RelataChanges changes = {0, 0, 0, 0};
  const guint n = MAX(network->n_actors, 1);
  g_autofree gboolean *before = g_new0(gboolean, n), *after = g_new0(gboolean, n);
  for (guint i = 0; i < scope->ties->len; i++) {
    RelataShownTie *shown = &g_array_index(scope->ties, RelataShownTie, i);
    const RelataTie *tie = &network->ties[shown->tie];
    const gboolean was = stands_in(earlier, tie), is = stands_in(later, tie);
    shown->change = is == was ? RELATA_SAME : is ? RELATA_NEW : RELATA_ENDED;
    changes.new_ties += shown->change == RELATA_NEW;
    changes.ended_ties += shown->change == RELATA_ENDED;
    before[tie->from] = before[tie->from] || was;
    before[tie->to] = before[tie->to] || was;
    after[tie->from] = after[tie->from] || is;
    after[tie->to] = after[tie->to] || is;
  }
  for (guint i = 0; i < network->n_actors; i++) {
    if (!scope->actors[i])
      continue;
    scope->changes[i] = before[i] == after[i] ? RELATA_SAME : after[i] ? RELATA_NEW : RELATA_ENDED;
    changes.new_actors += scope->changes[i] == RELATA_NEW;
    changes.ended_actors += scope->changes[i] == RELATA_ENDED;
  }
  return changes;
}

/* Returns the selection as of the other date, which must be earlier than that of the view's selection. */
static RelataSelection *
select_earlier(const RelataView *view, GError **error)
{
  const char *as_of = relata_selection_value(view->selection, RELATA_FILTER_AS_OF);
  RelataDate earlier, later;
  if (as_of == NULL) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
                "`changes-since` %s needs `as-of` DATE: the later date, whose state is drawn",
                view->changes_since);
    return NULL;
  }
  if (!relata_date_parse(view->changes_since, &earlier, error) || !relata_date_parse(as_of, &later, error)) {
    g_prefix_error(error, "`changes-since`: ");
    return NULL;
  }
  if (earlier.begin_min >= later.begin_min || earlier.end_max >= later.end_max) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
                "`changes-since` %s: expected a date before `as-of` %s", view->changes_since, as_of);
    return NULL;
  }
  RelataSelection *selection = relata_selection_copy(view->selection);
  if (relata_selection_set(selection, RELATA_FILTER_AS_OF, view->changes_since, error))
    return selection;
  relata_selection_free(selection);
  return NULL;
}

static char *
date_in_words(const char *edtf)
{
  RelataDate date;
  return relata_date_parse(edtf, &date, NULL) ? relata_date_in_words(&date) : NULL;
}

/* Writes the two dates above the picture, and the changes below it. */
static void
add_words(RelataDiagram *diagram, const RelataView *view, const RelataChanges *changes)
{
  g_autofree char *now = date_in_words(relata_selection_value(view->selection, RELATA_FILTER_AS_OF));
  g_autofree char *then = date_in_words(view->changes_since);
  g_autofree char *words = relata_changes_in_words(changes);
  diagram->date = g_strdup_printf("%s, compared with %s", now, then);
  g_ptr_array_insert(diagram->captions, 1, g_strdup_printf("Since %s: %s.", then, words));
}

RelataDiagram *
relata_diagram_of_changes(RelataCorpus *corpus, const RelataView *view, RelataNetwork **network,
                          GError **error)
{
  g_autoptr(RelataSelection) selection = select_earlier(view, error);
  if (selection == NULL)
    return NULL;
  g_autoptr(RelataNetwork) earlier = relata_network_new(corpus, selection, error);
  g_autoptr(RelataNetwork) later =
      earlier != NULL ? relata_network_new(corpus, view->selection, error) : NULL;
  if (later == NULL)
    return NULL;
  g_autoptr(RelataNetwork) both =
      relata_network_merge((const RelataNetwork *const[]){earlier, later}, 2, error);
  if (both == NULL || !relata_network_has_ties(both, view->selection, error))
    return NULL;
  const RelataMeasureInfo *measure = relata_measure_find(view->size, error);
  g_autofree double *scores = measure != NULL ? relata_centrality(later, measure, error) : NULL;
  RelataScope *scope = scores != NULL ? relata_scope_of_view(corpus, both, view, scores, error) : NULL;
  if (scope == NULL)
    return NULL;
  const RelataChanges changes = relata_compare(both, earlier, later, scope);
  const RelataDiagramLook look = {.scores = scores,
                                  .measure = measure->name,
                                  .parallel = view->parallel,
                                  .labels = view->labels,
                                  .sources = view->sources,
                                  .theme = view->theme};
  RelataDiagram *diagram = relata_diagram_new(both, scope, &look);
  /* The dates have a line of their own, so the subtitle must not repeat one of them. */
  g_autoptr(RelataSelection) dateless = relata_selection_copy(view->selection);
  relata_selection_clear(dateless, RELATA_FILTER_AS_OF);
  RelataView wording = *view;
  wording.selection = dateless;
  relata_diagram_add_words(diagram, both, &wording, NULL);
  add_words(diagram, view, &changes);
  *network = g_steal_pointer(&both);
  return diagram;
}
