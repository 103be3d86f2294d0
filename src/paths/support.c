/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "paths/support.h"

#include "corpus/origin.h"

RelataSupport *
relata_support_new(const RelataNetwork *network, const RelataFamilies *families)
{
  RelataSupport *support = g_new(RelataSupport, 1);
  *support = (RelataSupport){network, families, g_ptr_array_new()};
  return support;
}

void
relata_support_free(RelataSupport *support)
{
  if (support == NULL)
    return;
  g_ptr_array_unref(support->claims);
  g_free(support);
}

/* ── Taking claims ───────────────────────────────────────────────────────────────────────── */

static void
add_affirming(const RelataTie *tie, gpointer data)
{
  const RelataSupport *support = data;
  for (guint i = 0; i < tie->n_claims; i++) {
    const RelataClaim *claim = relata_network_claim(support->network, tie, i);
    if (claim->said.stance == RELATA_AFFIRMS)
      g_ptr_array_add(support->claims, (gpointer)claim);
  }
}

void
relata_support_take_own(RelataSupport *support, const RelataTie *tie)
{
  g_ptr_array_set_size(support->claims, 0);
  add_affirming(tie, support);
}

typedef struct {
  const RelataNetwork *network;
  RelataTally *tally;
} Counting;

static void
count_affirming(const RelataTie *tie, gpointer data)
{
  const Counting *counting = data;
  relata_tally_add(counting->tally, counting->network, tie, RELATA_AFFIRMS);
}

void
relata_support_take_kinds(RelataSupport *support, const RelataTie *tie)
{
  g_autoptr(RelataTally) tally = relata_tally_new();
  Counting counting = {support->network, tally};
  guint best = RELATA_NONE, most = 0, root;
  for (guint i = 0; (root = relata_families_root(support->families, tie, i)) != RELATA_NONE; i++) {
    relata_tally_clear(tally);
    relata_families_for_each(support->families, support->network, tie, root, count_affirming, &counting);
    const guint counted = relata_tally_count(tally);
    if (best == RELATA_NONE || counted > most) {
      best = root;
      most = counted;
    }
  }
  g_ptr_array_set_size(support->claims, 0);
  if (best != RELATA_NONE)
    relata_families_for_each(support->families, support->network, tie, best, add_affirming, support);
}

/* ── What it needs ───────────────────────────────────────────────────────────────────────── */

typedef guint (*Property)(const RelataCorpus *corpus, const RelataClaim *claim);

static guint
voice_of(G_GNUC_UNUSED const RelataCorpus *corpus, const RelataClaim *claim)
{
  return claim->said.voice;
}

static guint
document_of(G_GNUC_UNUSED const RelataCorpus *corpus, const RelataClaim *claim)
{
  return claim->said.document;
}

/* Tells for each value of `what` (an origin, a voice) among the claims which values of `where` (a document,
 * an origin) it is found in: a set of value → GHashTable. */
static GHashTable *
found_in(const RelataSupport *support, Property what, Property where)
{
  GHashTable *found = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_hash_table_unref);
  for (guint i = 0; i < support->claims->len; i++) {
    const RelataClaim *claim = g_ptr_array_index(support->claims, i);
    gpointer value = GUINT_TO_POINTER(what(support->network->corpus, claim));
    GHashTable *places = g_hash_table_lookup(found, value);
    if (places == NULL) {
      places = g_hash_table_new(NULL, NULL);
      g_hash_table_insert(found, value, places);
    }
    g_hash_table_add(places, GUINT_TO_POINTER(where(support->network->corpus, claim)));
  }
  return found;
}

/* Counts the values that are found in this document only. */
static void
count_alone(GHashTable *found, GHashTable *alone)
{
  GHashTableIter iter;
  gpointer places;
  g_hash_table_iter_init(&iter, found);
  while (g_hash_table_iter_next(&iter, NULL, &places)) {
    GHashTableIter inner;
    gpointer document;
    g_hash_table_iter_init(&inner, places);
    if (g_hash_table_size(places) == 1 && g_hash_table_iter_next(&inner, &document, NULL)) {
      const guint n = GPOINTER_TO_UINT(g_hash_table_lookup(alone, document));
      g_hash_table_insert(alone, document, GUINT_TO_POINTER(n + 1));
    }
  }
}

GArray *
relata_support_needed_documents(const RelataSupport *support, guint least)
{
  static const Property properties[] = {relata_claim_origin, voice_of};
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  GHashTable *alone[G_N_ELEMENTS(properties)] = {NULL};
  guint n[G_N_ELEMENTS(properties)] = {0};
  for (guint k = 0; k < G_N_ELEMENTS(properties); k++) {
    g_autoptr(GHashTable) found = found_in(support, properties[k], document_of);
    alone[k] = g_hash_table_new(NULL, NULL);
    n[k] = g_hash_table_size(found);
    count_alone(found, alone[k]);
  }
  GArray *documents = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < support->claims->len; i++) {
    const guint document = document_of(NULL, g_ptr_array_index(support->claims, i));
    guint left = G_MAXUINT - 1;
    for (guint k = 0; k < G_N_ELEMENTS(properties); k++)
      left = MIN(left, n[k] - GPOINTER_TO_UINT(g_hash_table_lookup(alone[k], GUINT_TO_POINTER(document))));
    if (left < least && document != RELATA_NONE && g_hash_table_add(seen, GUINT_TO_POINTER(document)))
      g_array_append_val(documents, document);
  }
  for (guint k = 0; k < G_N_ELEMENTS(properties); k++)
    g_hash_table_unref(alone[k]);
  return documents;
}

static gint
compare_shares(gconstpointer a, gconstpointer b)
{
  const double left = *(const double *)a, right = *(const double *)b;
  return left > right ? -1 : left < right;
}

/* Returns how many of the largest shares make up a sum; 0 where all together do not. */
static guint
fewest_of(GArray *shares, double sum)
{
  const double nearly = 1e-9; /* thirds and the like are rounded */
  double reached = 0;
  g_array_sort(shares, compare_shares);
  for (guint i = 0; i < shares->len; i++) {
    reached += g_array_index(shares, double, i);
    if (reached >= sum - nearly)
      return i + 1;
  }
  return 0;
}

/* Returns how many origins must go at least before `excess` of the voices are silent. A voice is silent when
 * all its origins are gone, so each of its m origins has a share of 1/m in it; the origins with the largest
 * sums of shares must make up the excess. 0 where it cannot be reached. */
static guint
origins_for_voices(const RelataSupport *support, guint excess)
{
  g_autoptr(GHashTable) voices = found_in(support, voice_of, relata_claim_origin);
  g_autoptr(GHashTable) of_origin = found_in(support, relata_claim_origin, voice_of);
  g_autoptr(GArray) shares = g_array_new(FALSE, FALSE, sizeof(double));
  GHashTableIter iter, inner;
  gpointer origin, spoken, voice;
  g_hash_table_iter_init(&iter, of_origin);
  while (g_hash_table_iter_next(&iter, &origin, &spoken)) {
    double share = 0;
    g_hash_table_iter_init(&inner, spoken);
    while (GPOINTER_TO_UINT(origin) != RELATA_NONE && g_hash_table_iter_next(&inner, &voice, NULL)) {
      GHashTable *origins = g_hash_table_lookup(voices, voice);
      if (!g_hash_table_contains(origins, GUINT_TO_POINTER(RELATA_NONE))) /* else it is never silent */
        share += 1.0 / g_hash_table_size(origins);
    }
    g_array_append_val(shares, share);
  }
  return fewest_of(shares, excess);
}

guint
relata_support_fewest_origins(const RelataSupport *support, guint least)
{
  g_autoptr(GHashTable) origins = found_in(support, relata_claim_origin, document_of);
  g_autoptr(GHashTable) voices = found_in(support, voice_of, document_of);
  const guint n_origins = g_hash_table_size(origins), n_voices = g_hash_table_size(voices);
  if (n_origins < least || n_voices < least)
    return 0; /* it has fallen */
  const guint kept = g_hash_table_contains(origins, GUINT_TO_POINTER(RELATA_NONE)) ? 1 : 0;
  const guint by_origins = n_origins - least + 1;
  const guint by_voices = origins_for_voices(support, n_voices - least + 1);
  if (by_origins > n_origins - kept)
    return by_voices;
  return by_voices > 0 ? MIN(by_origins, by_voices) : by_origins;
}
