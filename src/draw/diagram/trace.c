/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Draws paths that were found, or a part of the network that was found, as a diagram. */
#include "draw/diagram/build.h"
#include "draw/diagram/captions.h"
#include "draw/diagram/diagram.h"
#include "text/display.h"
#include "text/error.h"
#include "text/message.h"

/* More lines than this form a tangle, which layers do not make clear. */
#define MOST_FLOWING 60

static gboolean
check(const RelataNetwork *network, const RelataTrace *trace, GError **error)
{
  for (guint i = 0; i < trace->n_asked; i++)
    if (trace->asked[i] >= network->n_actors) {
      g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE, "no vertex %u in the network", trace->asked[i]);
      return FALSE;
    }
  for (guint i = 0; i < trace->n_hops; i++) {
    const RelataTraceHop *hop = &trace->hops[i];
    const RelataTie *tie = hop->tie < network->n_ties ? &network->ties[hop->tie] : NULL;
    if (tie == NULL ||
        !((tie->from == hop->from && tie->to == hop->to) || (tie->from == hop->to && tie->to == hop->from))) {
      g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE, "no tie %u between the vertices %u and %u",
                  hop->tie, hop->from, hop->to);
      return FALSE;
    }
    if (hop->path > trace->n_paths) {
      g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE, "a hop of path %u, and there are %u", hop->path,
                  trace->n_paths);
      return FALSE;
    }
  }
  if (trace->n_hops + trace->n_asked > 0)
    return TRUE;
  g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_VALUE, "there is nothing to draw");
  return FALSE;
}

static int
compare_numbers(gconstpointer a, gconstpointer b)
{
  const guint one = *(const guint *)a, other = *(const guint *)b;
  return one < other ? -1 : one > other;
}

/* Sorts the numbers ascending and removes duplicates. */
static void
put_in_order(GArray *numbers)
{
  guint kept = 0;
  if (numbers == NULL)
    return;
  g_array_sort(numbers, compare_numbers);
  for (guint i = 0; i < numbers->len; i++) {
    const guint number = g_array_index(numbers, guint, i);
    if (kept == 0 || g_array_index(numbers, guint, kept - 1) != number)
      g_array_index(numbers, guint, kept++) = number;
  }
  g_array_set_size(numbers, kept);
}

static void
add_number(GArray **numbers, guint number)
{
  if (number == 0)
    return;
  if (*numbers == NULL)
    *numbers = g_array_new(FALSE, FALSE, sizeof(guint));
  g_array_append_val(*numbers, number);
}

/* A number that is 1 everywhere says nothing. */
static gboolean
is_numbered(const RelataTrace *trace)
{
  for (guint i = 0; i < trace->n_hops; i++)
    if (trace->hops[i].step > 1)
      return TRUE;
  return FALSE;
}

static RelataScope *
make_scope(const RelataNetwork *network, const RelataTrace *trace)
{
  RelataScope *scope = relata_scope_new(network);
  g_autofree guint *places = g_new0(guint, MAX(network->n_ties, 1)); /* position in scope->ties, from 1 */
  for (guint i = 0; i < trace->n_asked; i++)
    scope->actors[trace->asked[i]] = scope->asked[trace->asked[i]] = TRUE;
  const gboolean numbered = is_numbered(trace);
  for (guint i = 0; i < trace->n_hops; i++) {
    const RelataTraceHop *hop = &trace->hops[i];
    if (places[hop->tie] == 0) {
      const RelataShownTie shown = {.tie = hop->tie, .backward = network->ties[hop->tie].from != hop->from};
      g_array_append_val(scope->ties, shown);
      places[hop->tie] = scope->ties->len;
    }
    RelataShownTie *shown = &g_array_index(scope->ties, RelataShownTie, places[hop->tie] - 1);
    add_number(&shown->steps, numbered ? hop->step : 0);
    add_number(&shown->paths, hop->path);
    scope->actors[hop->from] = scope->actors[hop->to] = TRUE;
  }
  for (guint i = 0; i < scope->ties->len; i++) {
    put_in_order(g_array_index(scope->ties, RelataShownTie, i).steps);
    put_in_order(g_array_index(scope->ties, RelataShownTie, i).paths);
  }
  return scope;
}

/* Returns a text such as "12 paths of 2 to 4 hops". */
static char *
count_paths(const RelataTrace *trace)
{
  g_autofree guint *lengths = g_new0(guint, trace->n_paths + 1); /* by path, from 1 */
  for (guint i = 0; i < trace->n_hops; i++) {
    const RelataTraceHop *hop = &trace->hops[i];
    lengths[hop->path] = MAX(lengths[hop->path], hop->step);
  }
  guint least = G_MAXUINT, most = 0;
  for (guint i = 1; i <= trace->n_paths; i++) {
    least = MIN(least, lengths[i]);
    most = MAX(most, lengths[i]);
  }
  g_autofree char *from = least < most ? g_strdup_printf("%u to ", least) : g_strdup("");
  return g_strdup_printf("%u path%s of %s%u hop%s", trace->n_paths, relata_plural(trace->n_paths), from, most,
                         relata_plural(most));
}

/* Returns where the first hop begins, as an index in the diagram, whose actors are in the order of
 * vertices. */
static guint
find_start(const RelataTrace *trace, const RelataScope *scope)
{
  guint start = 0;
  for (guint i = 0; trace->n_hops > 0 && i < trace->hops[0].from; i++)
    start += scope->actors[i] != FALSE;
  return start;
}

static void
add_words(RelataDiagram *diagram, const RelataNetwork *network, const RelataTrace *trace)
{
  diagram->title = relata_display_safe(trace->title);
  diagram->subtitle = trace->subtitle != NULL ? relata_display_safe(trace->subtitle) : NULL;
  g_autofree char *paths = trace->n_paths > 0 ? count_paths(trace) : NULL;
  g_autofree char *count = relata_diagram_count(diagram, network);
  g_ptr_array_add(diagram->captions,
                  g_strconcat(paths != NULL ? paths : "", paths != NULL ? ": " : "", count, ".", NULL));
  for (guint i = 0; i < diagram->remarks->len; i++)
    g_ptr_array_add(diagram->captions, g_strdup(g_ptr_array_index(diagram->remarks, i)));
  if (trace->note != NULL)
    g_ptr_array_add(diagram->captions, relata_display_safe(trace->note));
}

RelataDiagram *
relata_diagram_of_trace(const RelataNetwork *network, const RelataTrace *trace, GError **error)
{
  if (!check(network, trace, error))
    return NULL;
  RelataScope *scope = make_scope(network, trace);
  const RelataDiagramLook look = {.parallel = RELATA_PARALLEL_BUNDLE,
                                  .labels = TRUE,
                                  .sources = !trace->no_sources,
                                  .theme = trace->theme};
  RelataDiagram *diagram = relata_diagram_new(network, scope, &look);
  diagram->flows = diagram->links->len <= MOST_FLOWING;
  diagram->start = find_start(trace, scope);
  add_words(diagram, network, trace);
  return diagram;
}
