/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "paths/path_view.h"

#include "corpus/origin.h"

#include <string.h>

/* The ties that each document, or origin, affirms, and the hops of each tie. */
typedef struct {
  guint n;
  guint *first, *ties; /* of source s: [first[s], first[s + 1]) */
} Affirmed;

struct RelataPathView {
  /* With conditions: */
  char *pattern; /* its text */
  guint *kinds;  /* by hop: class · 4 + ways */
  guint *types;  /* by class: relation type */
  guint32 *met;  /* by class: the conditions met, as bits */
  guint n_classes;
  RelataAutomaton automaton; /* that of the pattern, with a column for each class */
  /* With a source: */
  Affirmed affirmed[RELATA_N_SAME];
  guint *hops_of; /* by tie: its two hops; a loop's only hop twice */
  guint *open;    /* by hop: its kind where the source affirms it, else without ways */
  GArray *opened; /* of guint: the hops that have ways there */
};

static RelataPathView *
view_of(RelataPathSearcher *searcher)
{
  if (searcher->view == NULL)
    searcher->view = g_new0(RelataPathView, 1);
  return searcher->view;
}

static void
forget_pattern(RelataPathView *view)
{
  g_clear_pointer(&view->pattern, g_free);
  g_clear_pointer(&view->kinds, g_free);
  g_clear_pointer(&view->types, g_free);
  g_clear_pointer(&view->met, g_free);
  g_clear_pointer(&view->automaton.ways, g_free);
}

void
relata_path_view_free(RelataPathView *view)
{
  if (view == NULL)
    return;
  forget_pattern(view);
  for (guint same = 0; same < RELATA_N_SAME; same++) {
    g_free(view->affirmed[same].first);
    g_free(view->affirmed[same].ties);
  }
  g_free(view->hops_of);
  g_free(view->open);
  g_clear_pointer(&view->opened, g_array_unref);
  g_free(view);
}

/* ── Conditions ──────────────────────────────────────────────────────────────────────────── */

/* Returns, by tie, the conditions under which it stands, as bits. A network that cannot be made meets none.
 */
static guint32 *
find_met(const RelataNetwork *network, const RelataPattern *pattern)
{
  guint32 *met = g_new0(guint32, MAX(network->n_ties, 1));
  for (guint i = 0; i < relata_pattern_n_conditioned(pattern); i++) {
    g_autoptr(RelataSelection) selection = relata_selection_copy(relata_network_selection(network));
    relata_pattern_select(pattern, i, selection);
    g_autoptr(RelataNetwork) narrow = relata_network_new(network->corpus, selection, NULL);
    for (guint k = 0; narrow != NULL && k < narrow->n_ties; k++) {
      const RelataTie *tie = &narrow->ties[k];
      const guint from = network->vertices[narrow->actors[tie->from]];
      const guint to = network->vertices[narrow->actors[tie->to]];
      const guint known = from != RELATA_NONE && to != RELATA_NONE
                              ? relata_network_find_tie(network, from, to, tie->type)
                              : RELATA_NONE;
      if (known != RELATA_NONE)
        met[known] |= 1u << i;
    }
  }
  return met;
}

/* Returns the class of ties of a type that meet these conditions. There are few: they are looked for from the
 * last, because ties between the same actors are alike. */
static guint
class_of(GHashTable *classes, GArray *types, GArray *mets, guint type, guint32 met)
{
  const gint64 key = (gint64)((guint64)type << 32 | met);
  gpointer known;
  if (g_hash_table_lookup_extended(classes, &key, NULL, &known))
    return GPOINTER_TO_UINT(known);
  g_hash_table_insert(classes, g_memdup2(&key, sizeof key), GUINT_TO_POINTER(types->len));
  g_array_append_val(types, type);
  g_array_append_val(mets, met);
  return types->len - 1;
}

static void
classify(RelataPathView *view, const RelataPathSearcher *searcher, const guint32 *met)
{
  const RelataAdjacency *adjacency = searcher->adjacency;
  g_autoptr(GHashTable) classes = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
  GArray *types = g_array_new(FALSE, FALSE, sizeof(guint)),
         *mets = g_array_new(FALSE, FALSE, sizeof(guint32));
  view->kinds = g_new(guint, MAX(adjacency->n_hops, 1));
  for (guint i = 0; i < adjacency->n_hops; i++) {
    const guint kind = adjacency->kinds[i];
    const guint class = class_of(classes, types, mets, RELATA_KIND_TYPE(kind), met[adjacency->hops[i].tie]);
    view->kinds[i] = class << 2 | RELATA_KIND_WAYS(kind);
  }
  view->n_classes = types->len;
  view->types = (guint *)(void *)g_array_free(types, FALSE);
  view->met = (guint32 *)(void *)g_array_free(mets, FALSE);
}

/* Gives the automaton a column for each class. */
static void
widen(RelataPathView *view, const RelataAutomaton *narrow)
{
  const guint n = view->n_classes;
  view->automaton = *narrow;
  view->automaton.n_types = n;
  view->automaton.ways = g_new0(guint8, MAX((gsize)n * narrow->n_steps, 1));
  for (guint step = 0; step < narrow->n_steps; step++)
    for (guint class = 0; class < n; class ++) {
      const guint condition = narrow->conditions[step];
      if (condition == RELATA_NONE || (view->met[class] >> condition & 1) != 0)
        view->automaton.ways[(gsize)step * n + class] =
            narrow->ways[(gsize)step * narrow->n_types + view->types[class]];
    }
}

static void
look_for_conditions(RelataPathSpace *space, const RelataPattern *pattern)
{
  RelataPathView *view = view_of(space->searcher);
  if (g_strcmp0(view->pattern, relata_pattern_text(pattern)) != 0) {
    forget_pattern(view);
    g_autofree guint32 *met = find_met(space->searcher->network, pattern);
    classify(view, space->searcher, met);
    widen(view, space->automaton);
    view->pattern = g_strdup(relata_pattern_text(pattern));
  } else { /* the same pattern may have been parsed again */
    guint8 *ways = view->automaton.ways;
    view->automaton = *space->automaton;
    view->automaton.ways = ways;
    view->automaton.n_types = view->n_classes;
  }
  space->kinds = view->kinds;
  space->automaton = &view->automaton;
}

/* ── A common source ─────────────────────────────────────────────────────────────────────── */

static guint
source_of(const RelataNetwork *network, const RelataClaim *claim, RelataSame same)
{
  if (claim->said.stance != RELATA_AFFIRMS || same == RELATA_SAME_NOTHING)
    return RELATA_NONE;
  return same == RELATA_SAME_DOCUMENT ? claim->said.document : relata_claim_origin(network->corpus, claim);
}

GArray *
relata_path_tie_sources(const RelataNetwork *network, guint tie, RelataSame same)
{
  g_return_val_if_fail(network != NULL && tie < network->n_ties, NULL);
  g_return_val_if_fail((guint)same < RELATA_N_SAME, NULL);
  GArray *sources = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < network->ties[tie].n_claims; i++) {
    const guint source = source_of(network, relata_network_claim(network, &network->ties[tie], i), same);
    guint at = 0;
    while (at < sources->len && g_array_index(sources, guint, at) < source)
      at++;
    if (source != RELATA_NONE && (at == sources->len || g_array_index(sources, guint, at) != source))
      g_array_insert_val(sources, at, source);
  }
  return sources;
}

GArray *
relata_path_sources(const RelataNetwork *network, const RelataPath *path, RelataSame same)
{
  g_return_val_if_fail(network != NULL && path != NULL && (guint)same < RELATA_N_SAME, NULL);
  GArray *common = NULL;
  for (guint i = 0; i < path->n_hops; i++) {
    g_autoptr(GArray) of_hop = relata_path_tie_sources(network, path->hops[i].tie, same);
    guint kept = 0;
    if (common == NULL) {
      common = g_steal_pointer(&of_hop);
      continue;
    }
    for (guint k = 0, n = 0; k < common->len; k++) {
      const guint source = g_array_index(common, guint, k);
      while (n < of_hop->len && g_array_index(of_hop, guint, n) < source)
        n++;
      if (n < of_hop->len && g_array_index(of_hop, guint, n) == source)
        g_array_index(common, guint, kept++) = source;
    }
    g_array_set_size(common, kept);
  }
  return common != NULL ? common : g_array_new(FALSE, FALSE, sizeof(guint));
}

static gint
compare_numbers(gconstpointer a, gconstpointer b)
{
  const guint one = *(const guint *)a, other = *(const guint *)b;
  return one < other ? -1 : one > other;
}

GArray *
relata_path_sources_at(const RelataPathSearcher *searcher, RelataSame same, guint vertex)
{
  const RelataAdjacency *adjacency = searcher->adjacency;
  const guint none = RELATA_NONE;
  GArray *sources = g_array_new(FALSE, FALSE, sizeof(guint));
  const guint first = adjacency->first[adjacency->offsets[vertex]];
  const guint end = adjacency->first[adjacency->offsets[vertex + 1]];
  for (guint hop = first; same != RELATA_SAME_NOTHING && hop < end; hop++) {
    g_autoptr(GArray) of_tie = relata_path_tie_sources(searcher->network, adjacency->hops[hop].tie, same);
    g_array_append_vals(sources, of_tie->data, of_tie->len);
  }
  g_array_sort(sources, compare_numbers);
  guint kept = 0;
  for (guint i = 0; i < sources->len; i++)
    if (i == 0 || g_array_index(sources, guint, i) != g_array_index(sources, guint, i - 1))
      g_array_index(sources, guint, kept++) = g_array_index(sources, guint, i);
  g_array_set_size(sources, kept);
  g_array_append_val(sources, none);
  return sources;
}

/* Lists the ties by source. */
static const Affirmed *
affirmed_of(RelataPathSearcher *searcher, RelataSame same)
{
  const RelataNetwork *network = searcher->network;
  Affirmed *affirmed = &view_of(searcher)->affirmed[same];
  if (affirmed->first != NULL)
    return affirmed;
  affirmed->n = relata_corpus_n_documents(network->corpus); /* origins are fewer */
  affirmed->first = g_new0(guint, (gsize)affirmed->n + 2);
  g_autoptr(GArray) ties = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GArray) sources = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint tie = 0; tie < network->n_ties; tie++) {
    g_autoptr(GArray) of_tie = relata_path_tie_sources(network, tie, same);
    for (guint i = 0; i < of_tie->len; i++) {
      affirmed->first[g_array_index(of_tie, guint, i) + 2]++;
      g_array_append_val(ties, tie);
      g_array_append_val(sources, g_array_index(of_tie, guint, i));
    }
  }
  for (guint i = 2; i < affirmed->n + 2; i++)
    affirmed->first[i] += affirmed->first[i - 1];
  affirmed->ties = g_new(guint, MAX(ties->len, 1));
  for (guint i = 0; i < ties->len; i++)
    affirmed->ties[affirmed->first[g_array_index(sources, guint, i) + 1]++] = g_array_index(ties, guint, i);
  return affirmed;
}

static void
list_hops(RelataPathView *view, const RelataPathSearcher *searcher)
{
  const RelataAdjacency *adjacency = searcher->adjacency;
  const guint n = MAX(searcher->network->n_ties, 1);
  view->hops_of = g_new(guint, 2 * (gsize)n);
  memset(view->hops_of, 0xff, 2 * (gsize)n * sizeof *view->hops_of);
  for (guint hop = 0; hop < adjacency->n_hops; hop++) {
    guint *hops = &view->hops_of[2 * (gsize)adjacency->hops[hop].tie];
    hops[1] = hop;
    if (hops[0] == RELATA_NONE)
      hops[0] = hop;
  }
  view->open = g_new0(guint, MAX(adjacency->n_hops, 1));
  view->opened = g_array_new(FALSE, FALSE, sizeof(guint));
}

static void
look_for_source(RelataPathSpace *space, const RelataPathQuery *query)
{
  RelataPathSearcher *searcher = space->searcher;
  const Affirmed *affirmed = affirmed_of(searcher, query->same);
  RelataPathView *view = searcher->view;
  if (view->hops_of == NULL)
    list_hops(view, searcher);
  for (guint i = 0; i < view->opened->len; i++)
    view->open[g_array_index(view->opened, guint, i)] = 0;
  g_array_set_size(view->opened, 0);
  const guint first = query->source < affirmed->n ? affirmed->first[query->source] : 0;
  const guint end = query->source < affirmed->n ? affirmed->first[query->source + 1] : 0;
  for (guint i = first; i < end; i++)
    for (guint k = 0; k < 2; k++) {
      const guint hop = view->hops_of[2 * (gsize)affirmed->ties[i] + k];
      if (hop == RELATA_NONE)
        continue;
      view->open[hop] = space->kinds[hop];
      g_array_append_val(view->opened, hop);
    }
  space->kinds = view->open;
}

void
relata_path_view_look(RelataPathSpace *space, const RelataPathQuery *query)
{
  space->kinds = space->adjacency->kinds;
  if (space->automaton->conditions != NULL)
    look_for_conditions(space, query->pattern);
  if (query->same != RELATA_SAME_NOTHING)
    look_for_source(space, query);
}
