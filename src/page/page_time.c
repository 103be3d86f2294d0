/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "page/page_time.h"

#include "corpus/grade.h"
#include "network/verdict.h"

/* What the reader's filters of evidence see of a claim. */
typedef struct {
  gint32 day; /* from which it ends another; of a beginning, the day of it */
  guint document;
  RelataCertainty certainty;
  RelataGrade grade;
  gboolean says_begin;
} Heard;

struct RelataPageTime {
  const RelataNetwork *network;
  const guint *documents;
  GPtrArray *breakers;    /* see relata_holdings_list_breakers() */
  GHashTable *beginnings; /* tie and stance (char *) → GArray of Heard, by day */
};

/* ── Evidence ────────────────────────────────────────────────────────────────────────────── */

/* Returns whether the selection hears the claim as evidence. */
static gboolean
is_heard(const RelataSelection *selection, guint claim)
{
  for (guint filter = 0; filter < RELATA_N_FILTERS; filter++)
    if (relata_filters[filter].evidence && relata_selection_is_set(selection, filter) &&
        !relata_selection_claim_passes(selection, claim, filter))
      return FALSE;
  return TRUE;
}

static Heard
heard_of(const RelataCorpus *corpus, guint claim, gint32 day, gboolean says_begin)
{
  const RelataStatement *said = &relata_corpus_claim(corpus, claim)->said;
  return (Heard){day, said->document, said->certainty, relata_corpus_grade(corpus, said), says_begin};
}

/* Returns whether the one is heard wherever the other is, as far as their grades tell: with both of its
 * halves. */
static gboolean
is_graded_as_well(RelataGrade one, RelataGrade other)
{
  const gboolean reliable = relata_grade_reaches((RelataGrade){other.reliability, 0}, (RelataGrade){'E', 0});
  const gboolean credible =
      relata_grade_reaches((RelataGrade){'\0', other.credibility}, (RelataGrade){'\0', 5});
  return relata_grade_reaches(
      one, (RelataGrade){reliable ? other.reliability : '\0', credible ? other.credibility : 0});
}

/* Adds evidence to a list that is in order of days. What is heard only where an earlier entry is heard too,
 * and says no more than that, changes nothing: so a list is not longer than 36 times the number of documents.
 */
static void
add_heard(GArray *list, const Heard *heard)
{
  for (guint i = 0; i < list->len; i++) {
    const Heard *earlier = &g_array_index(list, Heard, i);
    if ((earlier->document == RELATA_NONE || earlier->document == heard->document) &&
        earlier->certainty >= heard->certainty && is_graded_as_well(earlier->grade, heard->grade) &&
        (earlier->says_begin || !heard->says_begin))
      return;
  }
  g_array_append_val(list, *heard);
}

/* ── Beginnings ──────────────────────────────────────────────────────────────────────────── */

/* Returns what the claims of one tie with one stance have in common. Newly allocated. */
static char *
key_of(const RelataCorpus *corpus, const RelataClaim *claim)
{
  const gboolean turn = relata_schema_relation_type(relata_corpus_schema(corpus), claim->type)->symmetric &&
                        claim->from > claim->to;
  return g_strdup_printf("%u %u %u %d", claim->type, turn ? claim->to : claim->from,
                         turn ? claim->from : claim->to, (int)claim->said.stance);
}

static gboolean
is_dated_state(const RelataCorpus *corpus, const RelataClaim *claim)
{
  return !relata_schema_relation_type(relata_corpus_schema(corpus), claim->type)->event &&
         relata_statement_is_dated(corpus, &claim->said);
}

static gint
compare_days(gconstpointer a, gconstpointer b)
{
  const gint32 left = ((const Heard *)a)->day, right = ((const Heard *)b)->day;
  return left < right ? -1 : left > right;
}

static void
free_list(gpointer list)
{
  g_array_unref(list);
}

/* Puts a list in order of days, without what changes nothing. Frees it, and returns a new one. */
static GArray *
sorted(GArray *list)
{
  GArray *kept = g_array_new(FALSE, FALSE, sizeof(Heard));
  g_array_sort(list, compare_days);
  for (guint i = 0; i < list->len; i++)
    add_heard(kept, &g_array_index(list, Heard, i));
  g_array_unref(list);
  return kept;
}

static void
list_beginnings(RelataPageTime *time, const RelataSelection *selection)
{
  const RelataCorpus *corpus = time->network->corpus;
  for (guint i = 0; i < relata_corpus_n_claims(corpus); i++) {
    const RelataClaim *claim = relata_corpus_claim(corpus, i);
    if (!is_dated_state(corpus, claim) || !is_heard(selection, i))
      continue;
    const RelataWitness witness = relata_witness_of(corpus, &claim->said);
    const Heard heard = heard_of(corpus, i, witness.begin_min, witness.says_begin);
    g_autofree char *key = key_of(corpus, claim);
    GArray *list = g_hash_table_lookup(time->beginnings, key);
    if (list == NULL) {
      list = g_array_new(FALSE, FALSE, sizeof(Heard));
      g_hash_table_insert(time->beginnings, g_steal_pointer(&key), list);
    }
    g_array_append_val(list, heard);
  }
  GHashTableIter iter;
  gpointer list;
  g_hash_table_iter_init(&iter, time->beginnings);
  while (g_hash_table_iter_next(&iter, NULL, &list))
    g_hash_table_iter_replace(&iter, sorted(g_array_ref(list)));
}

/* Returns the evidence by which the claim is not the first of its tie: claims that say when it began, and
 * earlier ones. */
static GArray *
not_first(const RelataPageTime *time, const RelataClaim *claim, gint32 begin)
{
  g_autofree char *key = key_of(time->network->corpus, claim);
  const GArray *all = g_hash_table_lookup(time->beginnings, key);
  GArray *list = g_array_new(FALSE, FALSE, sizeof(Heard));
  for (guint i = 0; all != NULL && i < all->len; i++) {
    const Heard *heard = &g_array_index(all, Heard, i);
    if (heard->says_begin || heard->day < begin)
      add_heard(list, heard);
  }
  return list;
}

static GArray *
breakers_of(const RelataPageTime *time, guint claim)
{
  const RelataCorpus *corpus = time->network->corpus;
  const GArray *all = g_ptr_array_index(time->breakers, claim);
  GArray *list = g_array_new(FALSE, FALSE, sizeof(Heard));
  for (guint i = 0; all != NULL && i < all->len; i++) {
    const RelataBreaker *breaker = &g_array_index(all, RelataBreaker, i);
    if (!is_heard(relata_network_selection(time->network), breaker->claim))
      continue;
    const Heard heard = heard_of(corpus, breaker->claim, breaker->day, FALSE);
    add_heard(list, &heard);
  }
  return list;
}

RelataPageTime *
relata_page_time_new(const RelataNetwork *network, const guint *documents)
{
  g_return_val_if_fail(network != NULL && documents != NULL, NULL);
  RelataPageTime *time = g_new0(RelataPageTime, 1);
  time->network = network;
  time->documents = documents;
  time->breakers = relata_holdings_list_breakers(network->corpus);
  time->beginnings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_list);
  list_beginnings(time, relata_network_selection(network));
  return time;
}

void
relata_page_time_free(RelataPageTime *time)
{
  if (time == NULL)
    return;
  g_ptr_array_unref(time->breakers);
  g_hash_table_unref(time->beginnings);
  g_free(time);
}

/* ── JSON ────────────────────────────────────────────────────────────────────────────────── */

/* The ends of time are null where they are the natural ones. A last day before all days stays a number. */
static cJSON *
first_json(gint32 day)
{
  return day != RELATA_DAY_MIN ? cJSON_CreateNumber(day) : cJSON_CreateNull();
}

static cJSON *
last_json(gint32 day)
{
  return day != RELATA_DAY_MAX ? cJSON_CreateNumber(day) : cJSON_CreateNull();
}

/* Returns the stretch of one reading as if nothing ended it, and other claims were earlier. */
static RelataDays
stretch(const RelataCorpus *corpus, const RelataClaim *claim, RelataReading reading, gboolean by)
{
  if (relata_schema_relation_type(relata_corpus_schema(corpus), claim->type)->event)
    return relata_event_days(corpus, &claim->said, reading, by);
  const RelataWitness witness = relata_witness_of(corpus, &claim->said);
  return relata_witness_days(&witness, reading, RELATA_DAY_MAX, FALSE);
}

static cJSON *
stretches_json(const RelataCorpus *corpus, const RelataClaim *claim, gboolean by)
{
  cJSON *list = cJSON_CreateArray();
  for (guint reading = 0; reading < RELATA_N_READINGS; reading++) {
    const RelataDays days = stretch(corpus, claim, (RelataReading)reading, by);
    if (days.first == RELATA_DAY_MAX && days.last == RELATA_DAY_MIN) {
      cJSON_AddItemToArray(list, cJSON_CreateNull());
      continue;
    }
    cJSON *pair = cJSON_CreateArray();
    cJSON_AddItemToArray(pair, first_json(days.first));
    cJSON_AddItemToArray(pair, last_json(days.last));
    cJSON_AddItemToArray(list, pair);
  }
  return list;
}

/* Returns the entries as arrays of their day, where it is wanted, document, certainty and credibility. Frees
 * the list. */
static cJSON *
heard_json(const RelataPageTime *time, GArray *list, gboolean with_day)
{
  cJSON *array = cJSON_CreateArray();
  for (guint i = 0; i < list->len; i++) {
    const Heard *heard = &g_array_index(list, Heard, i);
    cJSON *entry = cJSON_CreateArray();
    if (with_day)
      cJSON_AddItemToArray(entry, cJSON_CreateNumber(heard->day));
    cJSON_AddItemToArray(entry, heard->document != RELATA_NONE
                                    ? cJSON_CreateNumber(time->documents[heard->document])
                                    : cJSON_CreateNull());
    cJSON_AddItemToArray(entry, cJSON_CreateNumber(heard->certainty));
    cJSON_AddItemToArray(entry, heard->grade.credibility != 0 ? cJSON_CreateNumber(heard->grade.credibility)
                                                              : cJSON_CreateNull());
    cJSON_AddItemToArray(array, entry);
  }
  g_array_unref(list);
  return array;
}

void
relata_page_time_add(RelataPageTime *time, cJSON *record, guint claim)
{
  g_return_if_fail(time != NULL && record != NULL);
  const RelataCorpus *corpus = time->network->corpus;
  const RelataClaim *of = relata_corpus_claim(corpus, claim);
  const RelataWitness witness = relata_witness_of(corpus, &of->said);
  cJSON *json = cJSON_AddObjectToObject(record, "time");
  cJSON_AddItemToObjectCS(json, "stretches", stretches_json(corpus, of, FALSE));
  if (relata_schema_relation_type(relata_corpus_schema(corpus), of->type)->event)
    cJSON_AddItemToObjectCS(json, "by", stretches_json(corpus, of, TRUE));
  if (!witness.dated)
    return;
  cJSON *spoken = cJSON_AddArrayToObject(json, "spoken");
  cJSON_AddItemToArray(spoken, first_json(witness.begin_min));
  cJSON_AddItemToArray(spoken, last_json(relata_witness_end(&witness)));
  g_autofree char *since = relata_verdict_since_in_words(corpus, &of->said);
  cJSON_AddStringToObject(json, "since", since);
  if (!is_dated_state(corpus, of))
    return;
  cJSON_AddItemToObjectCS(json, "breakers", heard_json(time, breakers_of(time, claim), TRUE));
  cJSON_AddItemToObjectCS(json, "not_first", heard_json(time, not_first(time, of, witness.begin_min), FALSE));
}

/* ── What is left out ────────────────────────────────────────────────────────────────────── */

/* Returns whether the claim would meet the days of the selection if nothing ended it and it were the first.
 */
static gboolean
could_hold(const RelataSelection *selection, guint claim)
{
  static const RelataFilter filters[] = {RELATA_FILTER_AS_OF, RELATA_FILTER_DURING};
  const RelataCorpus *corpus = relata_selection_corpus(selection);
  const RelataWitness witness = relata_witness_of(corpus, &relata_corpus_claim(corpus, claim)->said);
  const RelataDays days =
      relata_witness_days(&witness, relata_selection_reading(selection), RELATA_DAY_MAX, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS(filters); i++) {
    const RelataDate *date = relata_selection_date(selection, filters[i]);
    if (date != NULL && !relata_days_meet(days, date->begin_min, date->end_max))
      return FALSE;
  }
  return TRUE;
}

gboolean
relata_page_time_left_out(const RelataNetwork *network)
{
  g_return_val_if_fail(network != NULL, FALSE);
  const RelataSelection *selection = relata_network_selection(network);
  if (!relata_selection_asks_days(selection))
    return FALSE;
  g_autoptr(RelataSelection) of_any_day = relata_selection_of_any_day(selection);
  for (guint i = 0; i < relata_corpus_n_claims(network->corpus); i++)
    if (is_dated_state(network->corpus, relata_corpus_claim(network->corpus, i)) &&
        relata_selection_has_claim(of_any_day, i) && !relata_selection_has_claim(selection, i) &&
        could_hold(selection, i))
      return TRUE;
  return FALSE;
}
