/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "network/verdict.h"

#include "corpus/origin.h"
#include "network/network_internal.h"
#include "network/tie_count.h"
#include "text/message.h"

const char *
relata_verdict_name(RelataVerdict verdict)
{
  static const char *const names[] = {"affirmed", "disputed", "denied"};
  g_return_val_if_fail((guint)verdict < G_N_ELEMENTS(names), NULL);
  return names[verdict];
}

/* ── Days ────────────────────────────────────────────────────────────────────────────────── */

/* The days that a claim may speak of. */
typedef struct {
  gint32 first, last;
  RelataStance stance;
  const RelataStatement *said;
} Said;

/* Returns the days of which the claim speaks itself. */
static RelataDays
spoken_days(const RelataNetwork *network, guint claim)
{
  const RelataClaim *record = relata_corpus_claim(network->corpus, claim);
  if (relata_schema_relation_type(relata_corpus_schema(network->corpus), record->type)->event)
    return relata_event_days(network->corpus, &record->said, RELATA_POSSIBLY, FALSE);
  const RelataWitness witness = relata_witness_of(network->corpus, &record->said);
  return witness.dated ? (RelataDays){witness.begin_min, relata_witness_end(&witness)} : RELATA_ALL_DAYS;
}

/* Returns the days on which what a claim of a state says holds, as other claims do not end it. */
static RelataDays
holding_days(const RelataNetwork *network, guint claim)
{
  return relata_holdings_days(relata_selection_holdings(network->made->selection), claim, RELATA_PRESUMABLY,
                              FALSE);
}

static gint
compare_said(gconstpointer a, gconstpointer b)
{
  const Said *left = a, *right = b;
  const int order = relata_order(left->first, right->first);
  return order != 0 ? order : relata_order(left->stance, right->stance);
}

/* Returns the days of all claims (Said), by their first. */
static GArray *
list_said(const RelataNetwork *network, const RelataTie *tie,
          RelataDays (*days_of)(const RelataNetwork *network, guint claim))
{
  GArray *list = g_array_sized_new(FALSE, FALSE, sizeof(Said), tie->n_claims);
  for (guint i = 0; i < tie->n_claims; i++) {
    const RelataStatement *said = &relata_network_claim(network, tie, i)->said;
    const RelataDays days = days_of(network, network->claims[tie->first_claim + i]);
    const Said entry = {days.first, days.last, said->stance, said};
    g_array_append_val(list, entry);
  }
  g_array_sort(list, compare_said);
  return list;
}

/* Returns whether a claim and one of the other stance share a day. *doubted is set to whether a claim cannot
 * end an earlier one of the other stance, because it is less certain. */
static gboolean
contradict(const GArray *list, gboolean *doubted)
{
  gboolean any[2] = {FALSE, FALSE};
  gint32 last[2] = {RELATA_DAY_MIN, RELATA_DAY_MIN}; /* by stance: how far those before reach */
  RelataCertainty most[2] = {RELATA_POSSIBLE, RELATA_POSSIBLE};
  *doubted = FALSE;
  for (guint i = 0; i < list->len; i++) {
    const Said *said = &g_array_index(list, Said, i);
    const RelataStance other = said->stance == RELATA_AFFIRMS ? RELATA_DENIES : RELATA_AFFIRMS;
    if (any[other] && said->first <= last[other])
      return TRUE;
    *doubted |= any[other] && !relata_certainty_ends(said->said->certainty, most[other]);
    any[said->stance] = TRUE;
    last[said->stance] = MAX(last[said->stance], said->last);
    most[said->stance] = MAX(most[said->stance], said->said->certainty);
  }
  return FALSE;
}

RelataVerdict
relata_verdict_of(const RelataNetwork *network, const RelataTie *tie)
{
  g_return_val_if_fail(network != NULL && tie != NULL, RELATA_TIE_AFFIRMED);
  if (tie->n_affirming == 0)
    return RELATA_TIE_DENIED;
  if (tie->n_denying == 0)
    return RELATA_TIE_AFFIRMED;
  if (relata_selection_asks_days(network->made->selection))
    return RELATA_TIE_DISPUTED; /* all of its claims speak of the days that are asked about */
  gboolean doubted;
  g_autoptr(GArray) spoken = list_said(network, tie, spoken_days);
  if (contradict(spoken, &doubted))
    return RELATA_TIE_DISPUTED;
  if (!doubted || relata_network_relation(network, tie)->event)
    return RELATA_TIE_AFFIRMED;
  g_autoptr(GArray) holding = list_said(network, tie, holding_days); /* dear, and seldom needed */
  return contradict(holding, &doubted) ? RELATA_TIE_DISPUTED : RELATA_TIE_AFFIRMED;
}

/* ── Words ───────────────────────────────────────────────────────────────────────────────── */

static gint
compare_guints(gconstpointer a, gconstpointer b)
{
  return relata_order(*(const guint *)a, *(const guint *)b);
}

GArray *
relata_verdict_both_sides(const RelataNetwork *network, const RelataTie *tie)
{
  g_return_val_if_fail(network != NULL && tie != NULL, NULL);
  GArray *both = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GHashTable) affirming = g_hash_table_new(NULL, NULL), listed = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < tie->n_claims; i++) {
    const RelataClaim *claim = relata_network_claim(network, tie, i);
    if (claim->said.stance == RELATA_AFFIRMS)
      g_hash_table_add(affirming, GUINT_TO_POINTER(relata_claim_origin(network->corpus, claim) + 1));
  }
  for (guint i = 0; i < tie->n_claims; i++) {
    const RelataClaim *claim = relata_network_claim(network, tie, i);
    const guint origin = relata_claim_origin(network->corpus, claim);
    if (claim->said.stance == RELATA_DENIES &&
        g_hash_table_contains(affirming, GUINT_TO_POINTER(origin + 1)) &&
        g_hash_table_add(listed, GUINT_TO_POINTER(origin + 1)))
      g_array_append_val(both, origin);
  }
  g_array_sort(both, compare_guints);
  return both;
}

/* Appends "; AFP and Reuters say both". */
static void
append_both_sides(GString *words, const RelataNetwork *network, const RelataTie *tie)
{
  g_autoptr(GArray) both = relata_verdict_both_sides(network, tie);
  for (guint i = 0; i < both->len; i++) {
    const guint origin = g_array_index(both, guint, i);
    g_string_append(words, i == 0 ? "; " : relata_comma(i, both->len));
    g_string_append(words, origin == RELATA_NONE ? "claims without a document"
                                                 : relata_corpus_voice_name(network->corpus, origin));
  }
  if (both->len > 0)
    g_string_append(words, both->len == 1 && g_array_index(both, guint, 0) != RELATA_NONE ? " says both"
                                                                                          : " say both");
}

char *
relata_verdict_since_in_words(const RelataCorpus *corpus, const RelataStatement *said)
{
  g_return_val_if_fail(corpus != NULL && said != NULL, NULL);
  const RelataDate *date = &said->when;
  if (!relata_date_is_set(date) && said->document != RELATA_NONE)
    date = &relata_corpus_document(corpus, said->document)->published;
  g_auto(GStrv) ends = g_strsplit(relata_date_is_set(date) ? date->edtf : "", "/", 2);
  const gboolean open =
      ends[0] != NULL && ends[1] != NULL && (*ends[0] == '\0' || g_str_equal(ends[0], ".."));
  RelataDate beginning = RELATA_NO_DATE;
  if (ends[0] == NULL || !relata_date_parse(open ? ends[1] : ends[0], &beginning, NULL))
    return g_strdup("then");
  return relata_date_in_words(&beginning);
}

char *
relata_verdict_turn_in_words(const RelataNetwork *network, const RelataTie *tie)
{
  static const char *const verbs[] = {[RELATA_AFFIRMS] = "affirmed", [RELATA_DENIES] = "denied"};
  g_return_val_if_fail(network != NULL && tie != NULL, NULL);
  if (tie->verdict != RELATA_TIE_AFFIRMED || tie->n_denying == 0)
    return NULL;
  g_autoptr(GArray) list = list_said(network, tie, spoken_days);
  guint turn = 0, n_turns = 0; /* the first claim of the last turn */
  for (guint i = 1; i < list->len; i++)
    if (g_array_index(list, Said, i).stance != g_array_index(list, Said, i - 1).stance) {
      turn = i;
      n_turns++;
    }
  const Said *last = &g_array_index(list, Said, turn);
  g_autofree char *day = relata_verdict_since_in_words(network->corpus, last->said);
  const char *now = verbs[last->stance], *before = verbs[g_array_index(list, Said, turn - 1).stance];
  if (n_turns == 1)
    return g_strdup_printf("%s until %s, %s since", before, day, now);
  return g_strdup_printf("affirmed and denied in turn, %s since %s", now, day);
}

char *
relata_verdict_in_words(const RelataNetwork *network, const RelataTie *tie)
{
  g_return_val_if_fail(network != NULL && tie != NULL, NULL);
  GString *words = g_string_new(NULL);
  g_autofree char *turn = relata_verdict_turn_in_words(network, tie);
  const guint n = tie->corroboration;
  switch (tie->verdict) {
  case RELATA_TIE_DISPUTED:
    g_string_append_printf(words, "disputed, %u origin%s so, %u den%s it", n, n == 1 ? " says" : "s say",
                           tie->contradiction, tie->contradiction == 1 ? "ies" : "y");
    append_both_sides(words, network, tie);
    break;
  case RELATA_TIE_DENIED: {
    const guint deniers = relata_tie_corroboration(network, tie, RELATA_DENIES);
    g_string_append_printf(words, "only denied, by %u origin%s", deniers, relata_plural(deniers));
    break;
  }
  case RELATA_TIE_AFFIRMED:
  default:
    g_string_append_printf(words, "%u origin%s", n, relata_plural(n));
    if (turn != NULL)
      g_string_append_printf(words, ", %s", turn);
  }
  return g_string_free(words, FALSE);
}
