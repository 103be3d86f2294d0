/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is searched: the prepared network, a query's automaton and tests, and the worth of paths. */
#include "paths/path_space.h"

#include "corpus/origin.h"
#include "paths/path_view.h"

#include <math.h>

/* By RelataCertainty, Kent's numbers for the words. */
static const double confidence_of_words[] = {
    [RELATA_POSSIBLE] = 0.5, [RELATA_PROBABLE] = 0.75, [RELATA_CERTAIN] = 0.93};

double
relata_tie_confidence(const RelataNetwork *network, const RelataTie *tie)
{
  g_return_val_if_fail(network != NULL && tie != NULL, 0);
  double best = 0;
  for (guint i = 0; i < tie->n_claims; i++) {
    const RelataStatement *said = &relata_network_claim(network, tie, i)->said;
    const double one = isnan(said->confidence) ? confidence_of_words[said->certainty] : said->confidence;
    if (said->stance == RELATA_AFFIRMS)
      best = MAX(best, one);
  }
  /* Of a disputed tie, the share of its sources that affirm it. */
  return best * tie->corroboration / (tie->corroboration + tie->contradiction);
}

RelataPathSearcher *
relata_path_searcher_new(const RelataNetwork *network)
{
  g_return_val_if_fail(network != NULL, NULL);
  RelataPathSearcher *searcher = g_new0(RelataPathSearcher, 1);
  searcher->network = network;
  searcher->adjacency = relata_network_adjacency(network);
  searcher->closed = g_new0(guint8, MAX(network->n_actors, 1));
  searcher->banned = g_new0(guint8, MAX(searcher->adjacency->n_hops, 1));
  return searcher;
}

void
relata_path_searcher_forget(RelataPathSearcher *searcher)
{
  g_clear_pointer(&searcher->strengths, g_free);
  g_clear_pointer(&searcher->strength_levels, g_array_unref);
  g_clear_pointer(&searcher->doubts, g_free);
  g_clear_pointer(&searcher->spans_first, g_free);
  g_clear_pointer(&searcher->spans, g_free);
  g_clear_pointer(&searcher->span_claims, g_free);
  g_clear_pointer(&searcher->view, relata_path_view_free);
}

void
relata_path_searcher_free(RelataPathSearcher *searcher)
{
  if (searcher == NULL)
    return;
  relata_path_searcher_forget(searcher);
  g_free(searcher->closed);
  g_free(searcher->others);
  g_free(searcher->banned);
  for (guint i = 0; i < G_N_ELEMENTS(searcher->any); i++)
    relata_automaton_free(searcher->any[i]);
  g_free(searcher->forward);
  g_free(searcher->backward);
  g_free(searcher->marks);
  g_free(searcher);
}

const guint *
relata_path_searcher_others(RelataPathSearcher *searcher)
{
  if (searcher->others == NULL) {
    searcher->others = g_new(guint, MAX(searcher->adjacency->n_vertices, 1));
    for (guint i = 0; i < searcher->adjacency->n_vertices; i++)
      searcher->others[i] = relata_adjacency_n_others(searcher->adjacency, i);
  }
  return searcher->others;
}

/* ── By tie ──────────────────────────────────────────────────────────────────────────────── */

static int
compare_numbers(gconstpointer a, gconstpointer b)
{
  const guint one = *(const guint *)a, other = *(const guint *)b;
  return one < other ? -1 : one > other;
}

static void
make_strengths(RelataPathSearcher *searcher)
{
  const RelataNetwork *network = searcher->network;
  g_autoptr(GArray) sorted = g_array_sized_new(FALSE, FALSE, sizeof(guint), network->n_ties);
  searcher->strengths = g_new(guint, MAX(network->n_ties, 1));
  for (guint i = 0; i < network->n_ties; i++)
    searcher->strengths[i] = relata_tie_strength(&network->ties[i]) * 3 + (guint)network->ties[i].certainty;
  g_array_append_vals(sorted, searcher->strengths, network->n_ties);
  g_array_sort(sorted, compare_numbers);
  searcher->strength_levels = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < sorted->len; i++)
    if (i == 0 || g_array_index(sorted, guint, i) != g_array_index(sorted, guint, i - 1))
      g_array_append_val(searcher->strength_levels, g_array_index(sorted, guint, i));
}

static const gint64 *
doubts_of(RelataPathSearcher *searcher)
{
  const RelataNetwork *network = searcher->network;
  if (searcher->doubts == NULL) {
    searcher->doubts = g_new(gint64, MAX(network->n_ties, 1));
    for (guint i = 0; i < network->n_ties; i++) {
      const double confidence = relata_tie_confidence(network, &network->ties[i]);
      searcher->doubts[i] =
          confidence > 0 ? llround(-log(MIN(confidence, 1)) / RELATA_DOUBT_UNIT) : RELATA_MOST_DOUBT;
    }
  }
  return searcher->doubts;
}

/* Where what is sure ends before it begins, a tie cannot follow one that was walked between these two days.
 */
static void
make_spans(RelataPathSearcher *searcher)
{
  const RelataNetwork *network = searcher->network;
  GArray *spans = g_array_new(FALSE, FALSE, sizeof(RelataDays));
  GArray *claims = g_array_new(FALSE, FALSE, sizeof(guint));
  searcher->spans_first = g_new0(guint, (gsize)network->n_ties + 1);
  for (guint i = 0; i < network->n_ties; i++) {
    const RelataTie *tie = &network->ties[i];
    for (guint k = 0; k < tie->n_claims; k++) {
      const guint claim = network->claims[tie->first_claim + k];
      const RelataDays days = relata_network_claim_days(network, claim, FALSE);
      if (relata_network_claim(network, tie, k)->said.stance != RELATA_AFFIRMS)
        continue;
      g_array_append_val(spans, days);
      g_array_append_val(claims, claim);
    }
    searcher->spans_first[i + 1] = spans->len;
  }
  searcher->spans = (RelataDays *)(void *)g_array_free(spans, FALSE);
  searcher->span_claims = (guint *)(void *)g_array_free(claims, FALSE);
}

/* ── A query's space ─────────────────────────────────────────────────────────────────────── */

void
relata_path_space_init(RelataPathSpace *space, RelataPathSearcher *searcher, const RelataPathQuery *query)
{
  const RelataNetwork *network = searcher->network;
  *space = (RelataPathSpace){
      .searcher = searcher,
      .adjacency = searcher->adjacency,
      .to = query->to,
      .limit = query->max_hops != 0 ? query->max_hops : G_MAXINT32,
      .mode = relata_path_mode_of(query->mode, query->pattern != NULL, query->from == query->to),
      .order = query->order,
      .in_order = query->in_order,
      .same = query->same,
      .source = query->source};
  if (query->pattern != NULL) {
    space->automaton = relata_pattern_automaton(query->pattern);
    if (relata_pattern_has_tests(query->pattern)) {
      space->tests = g_new(guint32, MAX(network->n_actors, 1));
      for (guint i = 0; i < network->n_actors; i++)
        space->tests[i] = relata_pattern_test(query->pattern, network->corpus, network->actors[i]);
    }
  } else {
    RelataAutomaton **any = &searcher->any[query->directed ? 1 : 0];
    const GArray *types = relata_schema_relation_types(relata_corpus_schema(network->corpus));
    if (*any == NULL)
      *any = relata_automaton_any(types->len, query->directed);
    space->automaton = *any;
  }
  space->n_states = space->automaton->n_states;
  relata_path_view_look(space, query);
  if (query->order == RELATA_ORDER_STRONGEST) {
    if (searcher->strengths == NULL)
      make_strengths(searcher);
    space->strengths = searcher->strengths;
    space->strength_levels = searcher->strength_levels;
  }
  if (query->order == RELATA_ORDER_MOST_RELIABLE)
    space->doubts = doubts_of(searcher);
  if (query->order == RELATA_ORDER_AVOID_HUBS)
    space->others = relata_path_searcher_others(searcher);
  if (query->in_order) {
    if (searcher->spans_first == NULL)
      make_spans(searcher);
    space->spans_first = searcher->spans_first;
    space->spans = searcher->spans;
    space->span_claims = searcher->span_claims;
  }
}

void
relata_path_space_clear(RelataPathSpace *space)
{
  g_clear_pointer(&space->tests, g_free);
}

gboolean
relata_path_ends(const RelataPathSpace *space, guint vertex, guint state)
{
  const RelataAutomaton *automaton = space->automaton;
  for (guint i = automaton->final_first[state]; i < automaton->final_first[state + 1]; i++)
    if (relata_path_guard_holds(space, vertex, automaton->final_guards[i]))
      return TRUE;
  return FALSE;
}

guint64
relata_path_step(const RelataPathSpace *space, guint vertex, guint64 states, guint hop)
{
  const RelataAutomaton *automaton = space->automaton;
  guint64 next = 0;
  for (guint state = 0; state < space->n_states; state++) {
    if ((states >> state & 1) == 0)
      continue;
    for (guint i = automaton->first[state]; i < automaton->first[state + 1]; i++) {
      const RelataPatternArc *arc = &automaton->arcs[i];
      if (relata_path_takes(space, arc->step, hop, FALSE) &&
          relata_path_guard_holds(space, vertex, arc->guard))
        next |= (guint64)1 << arc->state;
    }
  }
  return next;
}

/* ── Mode ────────────────────────────────────────────────────────────────────────────────── */

gboolean
relata_path_goes_on(const RelataPathSpace *space, guint vertex, guint n)
{
  return vertex != space->to || space->mode < RELATA_MODE_ACYCLIC ||
         (space->mode == RELATA_MODE_SIMPLE && n == 0);
}

gboolean
relata_path_may_add(const RelataPathSpace *space, const guint *vertices, const guint *hops, guint n,
                    guint hop, guint next)
{
  if (!relata_path_goes_on(space, vertices[n], n))
    return FALSE;
  if (space->mode == RELATA_MODE_WALK)
    return TRUE;
  for (guint i = 0; i <= n; i++)
    if (relata_path_bars(space, vertices[i], i > 0 ? hops[i - 1] : RELATA_NONE, hop, next))
      return FALSE;
  return TRUE;
}

gboolean
relata_path_keeps_mode(const RelataPathSpace *space, guint from, const guint *hops, guint n)
{
  g_autofree guint *vertices = g_new(guint, n + 1);
  vertices[0] = from;
  for (guint i = 0; i < n; i++) {
    vertices[i + 1] = relata_adjacency_leads_to(space->adjacency, vertices[i], hops[i]);
    if (!relata_path_may_add(space, vertices, hops, i, hops[i], vertices[i + 1]))
      return FALSE;
  }
  return TRUE;
}

/* Whether the claim of a span counts: where one source is to affirm all hops, only its claims do. */
static gboolean
counts(const RelataPathSpace *space, guint span)
{
  if (space->same == RELATA_SAME_NOTHING)
    return TRUE;
  const RelataCorpus *corpus = space->searcher->network->corpus;
  const RelataClaim *claim = relata_corpus_claim(corpus, space->span_claims[span]);
  return (space->same == RELATA_SAME_DOCUMENT ? claim->said.document : relata_claim_origin(corpus, claim)) ==
         space->source;
}

/* ── Worth ───────────────────────────────────────────────────────────────────────────────── */

/* The end's degree is the same for all paths except those without hops, which are the best anyway. Including
 * it gives the end its correct cost where a path leads through it and returns to it. */
static gint64
cost(const RelataPathSpace *space, guint tie, guint next)
{
  return space->order == RELATA_ORDER_MOST_RELIABLE ? space->doubts[tie] : (gint64)space->others[next];
}

gint64
relata_path_worth_of_nothing(const RelataPathSpace *space, gboolean beginning)
{
  if (space->in_order)
    return beginning ? RELATA_DAY_MIN : RELATA_DAY_MAX;
  return space->order == RELATA_ORDER_STRONGEST ? G_MAXINT64 : 0;
}

gint64
relata_path_worth_append(const RelataPathSpace *space, gint64 beginning, guint hop, guint next)
{
  const guint tie = space->adjacency->hops[hop].tie;
  if (space->in_order) {
    gint64 soonest = G_MAXINT64;
    for (guint i = space->spans_first[tie]; i < space->spans_first[tie + 1]; i++)
      if (beginning <= space->spans[i].last && counts(space, i))
        soonest = MIN(soonest, MAX(beginning, space->spans[i].first));
    return soonest == G_MAXINT64 ? RELATA_WORTHLESS : soonest;
  }
  switch (space->order) {
  case RELATA_ORDER_HOPS:
    return 0;
  case RELATA_ORDER_STRONGEST:
    return MIN(beginning, (gint64)space->strengths[tie]);
  case RELATA_ORDER_MOST_RELIABLE:
    return MAX(beginning - cost(space, tie, next), -RELATA_MOST_DOUBT);
  case RELATA_ORDER_AVOID_HUBS:
  default:
    return beginning - cost(space, tie, next);
  }
}

gint64
relata_path_worth_prepend(const RelataPathSpace *space, guint hop, guint next, gint64 end)
{
  const guint tie = space->adjacency->hops[hop].tie;
  if (!space->in_order)
    return relata_path_worth_append(space, end, hop, next); /* sums and minima ignore the direction */
  gint64 latest = RELATA_WORTHLESS;
  for (guint i = space->spans_first[tie]; i < space->spans_first[tie + 1]; i++)
    if (space->spans[i].first <= end && counts(space, i))
      latest = MAX(latest, MIN(end, space->spans[i].last));
  return latest;
}

gint64
relata_path_worth_join(const RelataPathSpace *space, gint64 beginning, gint64 end)
{
  if (beginning == RELATA_WORTHLESS || end == RELATA_WORTHLESS)
    return RELATA_WORTHLESS;
  if (space->in_order)
    return beginning <= end ? 0 : RELATA_WORTHLESS;
  if (space->order == RELATA_ORDER_STRONGEST)
    return MIN(beginning, end);
  return space->order == RELATA_ORDER_MOST_RELIABLE ? MAX(beginning + end, -RELATA_MOST_DOUBT)
                                                    : beginning + end;
}
