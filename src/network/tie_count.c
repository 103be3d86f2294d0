/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "network/tie_count.h"

#include "corpus/origin.h"
#include "network/network_internal.h"
#include "network/verdict.h"

#include <math.h>

/* ── Counting ────────────────────────────────────────────────────────────────────────────── */

RelataTally *
relata_tally_new(void)
{
  RelataTally *tally = g_new(RelataTally, 1);
  *tally = (RelataTally){g_array_new(FALSE, FALSE, sizeof(guint)), g_array_new(FALSE, FALSE, sizeof(guint))};
  return tally;
}

void
relata_tally_free(RelataTally *tally)
{
  if (tally == NULL)
    return;
  g_array_unref(tally->origins);
  g_array_unref(tally->voices);
  g_free(tally);
}

void
relata_tally_clear(RelataTally *tally)
{
  g_array_set_size(tally->origins, 0);
  g_array_set_size(tally->voices, 0);
}

static void
add_claim(RelataTally *tally, const RelataCorpus *corpus, const RelataClaim *claim)
{
  const guint origin = relata_claim_origin(corpus, claim), voice = claim->said.voice;
  g_array_append_val(tally->origins, origin);
  g_array_append_val(tally->voices, voice);
}

void
relata_tally_add(RelataTally *tally, const RelataNetwork *network, const RelataTie *tie, RelataStance stance)
{
  for (guint i = 0; i < tie->n_claims; i++) {
    const RelataClaim *claim = relata_network_claim(network, tie, i);
    if (claim->said.stance == stance)
      add_claim(tally, network->corpus, claim);
  }
}

static gint
compare_guints(gconstpointer a, gconstpointer b)
{
  return relata_order(*(const guint *)a, *(const guint *)b);
}

static guint
count_distinct(GArray *numbers)
{
  const guint *number = (const guint *)(const void *)numbers->data;
  if (numbers->len > 1)
    g_array_sort(numbers, compare_guints);
  guint n = 0;
  for (guint i = 0; i < numbers->len; i++)
    n += i == 0 || number[i] != number[i - 1];
  return n;
}

guint
relata_tally_count(RelataTally *tally)
{
  const guint n_origins = count_distinct(tally->origins);
  return n_origins > 1 ? MIN(n_origins, count_distinct(tally->voices)) : n_origins;
}

void
relata_tie_count(const RelataNetwork *network, RelataTie *tie, RelataTally *tally)
{
  tie->n_affirming = tie->n_denying = 0;
  tie->certainty = RELATA_POSSIBLE;
  tie->confidence = NAN;
  relata_tally_clear(tally);
  for (guint i = 0; i < tie->n_claims; i++) {
    const RelataClaim *claim = relata_network_claim(network, tie, i);
    const RelataStatement *said = &claim->said;
    if (said->stance == RELATA_DENIES) {
      tie->n_denying++;
      continue;
    }
    tie->certainty = MAX(tie->certainty, said->certainty);
    tie->n_affirming++;
    if (!isnan(said->confidence) && !(tie->confidence >= said->confidence))
      tie->confidence = said->confidence;
    add_claim(tally, network->corpus, claim);
  }
  tie->corroboration = tie->corroboration_of_kinds = relata_tally_count(tally);
  tie->verdict = relata_verdict_of(network, tie);
  tie->contradiction =
      tie->verdict == RELATA_TIE_DISPUTED ? relata_tie_corroboration(network, tie, RELATA_DENIES) : 0;
}

guint
relata_tie_corroboration(const RelataNetwork *network, const RelataTie *tie, RelataStance stance)
{
  g_autoptr(RelataTally) tally = relata_tally_new();
  relata_tally_add(tally, network, tie, stance);
  return relata_tally_count(tally);
}

/* ── Kinds that count together ───────────────────────────────────────────────────────────── */

/* Returns the most general type of which the type is a kind. Only selected kinds of it are in a network.
 * Parents may form a circle until the schema is checked, so that a walk up ends after as many steps as there
 * are types. */
static guint
topmost(const RelataSchema *schema, guint type)
{
  for (guint step = 0; step < relata_schema_relation_types(schema)->len; step++) {
    const guint parent = relata_schema_relation_type(schema, type)->parent;
    if (parent == RELATA_NONE)
      return type;
    type = parent;
  }
  return type;
}

static gboolean
holds(const GArray *types, guint type)
{
  for (guint i = 0; i < types->len; i++)
    if (g_array_index(types, guint, i) == type)
      return TRUE;
  return FALSE;
}

/* Returns the most general types of those that the selection names, each once, or NULL. A shooting and a
 * bombing are two attacks also where these two are what is asked about. */
static GArray *
named_types(const RelataSelection *selection)
{
  const char *value = relata_selection_value(selection, RELATA_FILTER_RELATION);
  if (value == NULL)
    return NULL;
  const RelataSchema *schema = relata_corpus_schema(relata_selection_corpus(selection));
  GArray *named = g_array_new(FALSE, FALSE, sizeof(guint));
  g_auto(GStrv) names = g_strsplit(value, ",", -1);
  for (char **name = names; *name != NULL; name++) {
    const guint type = relata_schema_resolve_relation_type(schema, g_strstrip(*name), NULL);
    const guint root = type != RELATA_NONE ? topmost(schema, type) : RELATA_NONE;
    if (root != RELATA_NONE && !holds(named, root))
      g_array_append_val(named, root);
  }
  return named;
}

RelataFamilies *
relata_families_new(const RelataSelection *selection)
{
  RelataFamilies *families = g_new(RelataFamilies, 1);
  *families = (RelataFamilies){relata_corpus_schema(relata_selection_corpus(selection)),
                               relata_selection_min_corroboration(selection), named_types(selection),
                               relata_selection_is_set(selection, RELATA_FILTER_UNDISPUTED)};
  return families;
}

void
relata_families_free(RelataFamilies *families)
{
  if (families == NULL)
    return;
  g_clear_pointer(&families->named, g_array_unref);
  g_free(families);
}

guint
relata_families_root(const RelataFamilies *families, const RelataTie *tie, guint i)
{
  if (families->named == NULL)
    return i == 0 ? tie->type : RELATA_NONE;
  for (guint k = 0; k < families->named->len; k++) {
    const guint root = g_array_index(families->named, guint, k);
    if (relata_schema_relation_is_a(families->schema, tie->type, root) && i-- == 0)
      return root;
  }
  return RELATA_NONE;
}

/* Calls the function for those of n sorted ties that lead from one vertex to the other and count. */
static void
for_each_among(const RelataFamilies *families, const RelataTie *ties, guint n, const RelataTie *tie,
               gboolean same_direction, guint root, void (*function)(const RelataTie *other, gpointer data),
               gpointer data)
{
  const guint from = same_direction ? tie->from : tie->to, to = same_direction ? tie->to : tie->from;
  guint low = 0, high = n;
  while (low < high) {
    const guint middle = low + (high - low) / 2;
    if (ties[middle].from < from || (ties[middle].from == from && ties[middle].to < to))
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < n && ties[low].from == from && ties[low].to == to; low++)
    if (relata_schema_supports(families->schema, tie->type, ties[low].type, same_direction, root))
      function(&ties[low], data);
}

void
relata_families_for_each(const RelataFamilies *families, const RelataNetwork *network, const RelataTie *tie,
                         guint root, void (*function)(const RelataTie *other, gpointer data), gpointer data)
{
  const RelataTie *weak = network->ties + network->n_ties + network->n_denied_only;
  const int least = tie->from == tie->to ? 1 : 0; /* a loop has one direction: count what supports it once */
  for (int same_direction = 1; same_direction >= least; same_direction--) {
    for_each_among(families, network->ties, network->n_ties, tie, same_direction, root, function, data);
    for_each_among(families, weak, network->n_ties_weak, tie, same_direction, root, function, data);
  }
}

typedef struct {
  const RelataNetwork *network;
  RelataTally *tally;
} Adding;

static void
add_affirming(const RelataTie *other, gpointer data)
{
  const Adding *adding = data;
  relata_tally_add(adding->tally, adding->network, other, RELATA_AFFIRMS);
}

void
relata_families_count(const RelataFamilies *families, const RelataNetwork *network, RelataTie *tie,
                      RelataTally *tally)
{
  Adding adding = {network, tally};
  guint root;
  tie->corroboration_of_kinds = tie->corroboration;
  if (tie->corroboration >= families->least)
    return;
  for (guint i = 0; (root = relata_families_root(families, tie, i)) != RELATA_NONE; i++) {
    relata_tally_clear(tally);
    relata_families_for_each(families, network, tie, root, add_affirming, &adding);
    const guint counted = relata_tally_count(tally);
    tie->corroboration_of_kinds = MAX(tie->corroboration_of_kinds, counted);
  }
}

gboolean
relata_families_stands(const RelataFamilies *families, const RelataTie *tie)
{
  return tie->n_affirming > 0 && tie->corroboration_of_kinds >= families->least &&
         !(families->undisputed && tie->verdict == RELATA_TIE_DISPUTED);
}
