/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/diagram/compare.h"

#include "analysis/centrality.h"
#include "draw/diagram/build.h"
#include "draw/diagram/captions.h"
#include "text/message.h"

/* What is said of n ties or actors; the noun stands only with the first. */
typedef struct {
  RelataChange change;
  const char *of_one, *of_many;
} Phrase;

static const Phrase tie_phrases[] = {
    {RELATA_BEGUN, "has begun", "have begun"},
    {RELATA_ENDED, "has ended", "have ended"},
    {RELATA_HAPPENED, "is of events since then", "are of events since then"}};
static const Phrase actor_phrases[] = {{RELATA_BEGUN, "has a first tie", "have a first tie"},
                                       {RELATA_ENDED, "has no tie any longer", "have no tie any longer"}};
static const Phrase quiet_phrases[] = {{RELATA_MENTIONED, "is first mentioned", "are first mentioned"},
                                       {RELATA_SILENT, "is not mentioned since", "are not mentioned since"}};

/* Appends a text such as "3 ties have begun, 1 has ended", after a semicolon where it is not the first.
 * Returns whether there was anything to say. */
static gboolean
append_phrases(GString *words, const char *noun, const guint *counts, const Phrase *phrases, guint n)
{
  gboolean any = FALSE;
  for (guint i = 0; i < n; i++) {
    const guint count = counts[phrases[i].change];
    if (count == 0)
      continue;
    g_string_append_printf(words, "%s%u", any ? ", " : words->len > 0 ? "; " : "", count);
    if (!any)
      g_string_append_printf(words, " %s%s", noun, relata_plural(count));
    g_string_append_printf(words, " %s", count == 1 ? phrases[i].of_one : phrases[i].of_many);
    any = TRUE;
  }
  return any;
}

char *
relata_changes_in_words(const RelataChanges *changes)
{
  GString *words = g_string_new(NULL);
  append_phrases(words, "tie", changes->ties, tie_phrases, G_N_ELEMENTS(tie_phrases));
  append_phrases(words, "actor", changes->actors, actor_phrases, G_N_ELEMENTS(actor_phrases));
  if (words->len == 0)
    g_string_append(words, "nothing is said to have changed");
  if (append_phrases(words, "tie", changes->ties, quiet_phrases, G_N_ELEMENTS(quiet_phrases)))
    g_string_append(words, ", which is no change");
  return g_string_free(words, FALSE);
}

typedef struct {
  const RelataNetwork *earlier, *later;
  const RelataHoldings *holdings;
  RelataDate then, now;
} Comparison;

/* Returns the tie's copy in one of the two networks, or NULL. */
static const RelataTie *
copy_in(const RelataNetwork *network, const RelataTie *tie)
{
  const guint edge = relata_network_find_tie(network, tie->from, tie->to, tie->type);
  return edge != RELATA_NONE ? &network->ties[edge] : NULL;
}

/* A test of one claim that affirms a tie. */
typedef gboolean (*Test)(const Comparison *comparison, guint claim, const RelataWitness *witness);

static gboolean
says_begun(const Comparison *comparison, guint claim, const RelataWitness *witness)
{
  (void)claim;
  return witness->dated && witness->says_begin && witness->begin_min > comparison->then.end_max &&
         witness->begin_min <= comparison->now.end_max;
}

/* An event that only its document dates happened at any time before. */
static gboolean
happened(const Comparison *comparison, guint claim, const RelataWitness *witness)
{
  (void)witness;
  const RelataStatement *said = &relata_corpus_claim(comparison->later->corpus, claim)->said;
  return relata_date_is_set(&said->when) &&
         relata_network_claim_days(comparison->later, claim, TRUE).first > comparison->then.end_max;
}

/* An undated claim may speak of any day. */
static gboolean
speaks_since(const Comparison *comparison, guint claim, const RelataWitness *witness)
{
  (void)claim;
  return !witness->dated || relata_witness_end(witness) > comparison->then.end_max;
}

static gboolean
presumably_holds(const Comparison *comparison, guint claim, const RelataWitness *witness)
{
  (void)witness;
  return relata_days_meet(relata_holdings_days(comparison->holdings, claim, RELATA_PRESUMABLY, TRUE),
                          comparison->now.begin_min, comparison->now.end_max);
}

static gboolean
any_claim(const Comparison *comparison, const RelataNetwork *network, const RelataTie *tie, Test test)
{
  for (guint i = 0; i < tie->n_claims; i++) {
    const RelataStatement *said = &relata_network_claim(network, tie, i)->said;
    const RelataWitness witness = relata_witness_of(network->corpus, said);
    if (said->stance == RELATA_AFFIRMS && test(comparison, network->claims[tie->first_claim + i], &witness))
      return TRUE;
  }
  return FALSE;
}

/* Returns the change of a tie of which `was` is the copy at the earlier date and `is` that at the later one;
 * one of them may be NULL. */
static RelataChange
change_of(const Comparison *comparison, const RelataTie *was, const RelataTie *is)
{
  const RelataTie *one = is != NULL ? is : was;
  if (relata_network_relation(comparison->later, one)->event)
    return is != NULL && any_claim(comparison, comparison->later, is, happened) ? RELATA_HAPPENED
           : was == NULL                                                        ? RELATA_MENTIONED
                                                                                : RELATA_SAME;
  /* With `surely` a state may be in doubt at the later date though nobody says that it ended. */
  if (is == NULL)
    return any_claim(comparison, comparison->earlier, was, presumably_holds) ? RELATA_SILENT : RELATA_ENDED;
  if (was == NULL)
    return any_claim(comparison, comparison->later, is, says_begun) ? RELATA_BEGUN : RELATA_MENTIONED;
  return any_claim(comparison, comparison->later, is, speaks_since) ? RELATA_SAME : RELATA_SILENT;
}

/* Returns whether the tie of the network that the scope is of has the claim itself, or the list does. */
static gboolean
is_told(const RelataNetwork *network, const RelataTie *tie, const GArray *enders, guint claim)
{
  for (guint i = 0; i < tie->n_claims; i++)
    if (network->claims[tie->first_claim + i] == claim)
      return TRUE;
  for (guint i = 0; i < enders->len; i++)
    if (g_array_index(enders, guint, i) == claim)
      return TRUE;
  return FALSE;
}

/* Lists what ended the tie, as its claims at the earlier date do not tell it: a death, for example. */
static GArray *
find_enders(const Comparison *comparison, const RelataNetwork *network, const RelataTie *tie,
            const RelataTie *was)
{
  GArray *enders = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; was != NULL && i < was->n_claims; i++) {
    const guint claim = comparison->earlier->claims[was->first_claim + i];
    const RelataBreaker breaker = relata_holdings_breaker(comparison->holdings, claim);
    if (relata_corpus_claim(network->corpus, claim)->said.stance == RELATA_AFFIRMS &&
        breaker.claim != RELATA_NONE && breaker.day <= comparison->now.begin_min &&
        !is_told(network, tie, enders, breaker.claim))
      g_array_append_val(enders, breaker.claim);
  }
  if (enders->len > 0)
    return enders;
  g_array_unref(enders);
  return NULL;
}

/* How an actor was and is tied. */
enum { TIED_BEFORE = 1 << 0, TIED_AFTER = 1 << 1, TIED_BY_CHANGE = 1 << 2 };

static guint
tied(const RelataTie *was, RelataChange change)
{
  const gboolean by_change = change == RELATA_BEGUN || change == RELATA_HAPPENED;
  return (was != NULL ? TIED_BEFORE : 0) | (change != RELATA_ENDED ? TIED_AFTER : 0) |
         (by_change ? TIED_BY_CHANGE : 0);
}

static RelataChange
change_of_actor(guint ties)
{
  if ((ties & TIED_BEFORE) != 0)
    return (ties & TIED_AFTER) != 0 ? RELATA_SAME : RELATA_ENDED;
  return (ties & TIED_BY_CHANGE) != 0 ? RELATA_BEGUN
         : (ties & TIED_AFTER) != 0   ? RELATA_MENTIONED
                                      : RELATA_SAME;
}

RelataChanges
relata_compare(const RelataNetwork *network, const RelataNetwork *earlier, const RelataNetwork *later,
               RelataScope *scope)
{
  const RelataSelection *then = relata_network_selection(earlier), *now = relata_network_selection(later);
  const Comparison comparison = {earlier, later, relata_selection_holdings(now),
                                 *relata_selection_date(then, RELATA_FILTER_AS_OF),
                                 *relata_selection_date(now, RELATA_FILTER_AS_OF)};
  RelataChanges changes = {{0}, {0}};
  g_autofree guint *ties = g_new0(guint, MAX(network->n_actors, 1));
  for (guint i = 0; i < scope->ties->len; i++) {
    RelataShownTie *shown = &g_array_index(scope->ties, RelataShownTie, i);
    const RelataTie *tie = &network->ties[shown->tie];
    const RelataTie *was = copy_in(earlier, tie), *is = copy_in(later, tie);
    shown->change = RELATA_SAME;
    g_clear_pointer(&shown->enders, g_array_unref);
    if (was == NULL && is == NULL) /* the scope is of more dates than these two */
      continue;
    shown->change = change_of(&comparison, was, is);
    if (shown->change == RELATA_ENDED)
      shown->enders = find_enders(&comparison, network, tie, was);
    changes.ties[shown->change]++;
    ties[tie->from] |= tied(was, shown->change);
    ties[tie->to] |= tied(was, shown->change);
  }
  for (guint i = 0; i < network->n_actors; i++) {
    if (!scope->actors[i])
      continue;
    scope->changes[i] = change_of_actor(ties[i]);
    changes.actors[scope->changes[i]]++;
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
  g_autofree double *scores = measure != NULL ? relata_centrality_prominence(later, measure, error) : NULL;
  RelataScope *scope = scores != NULL ? relata_scope_of_view(corpus, both, view, scores, error) : NULL;
  if (scope == NULL)
    return NULL;
  const RelataChanges changes = relata_compare(both, earlier, later, scope);
  const RelataDiagramLook look = {.scores = scores,
                                  .measure = measure,
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
