/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Robustness against brute force: on random corpora with documents, origins, dates, denials and claims
 * without a document, every set of origins is withdrawn in order of size, every document taken away and every
 * day tried, by an oracle that knows nothing of networks. A failing case prints its seed. */
#include "many.h"
#include "paths/robust.h"
#include "robust_oracle.h"

#include <string.h>

#define N_CASES many(175)

/* ── Comparison ──────────────────────────────────────────────────────────────────────────── */

static char *
names_of_groups(const World *world, guint groups)
{
  GString *list = g_string_new(NULL);
  for (guint rank = 0; rank < world->n_groups; rank++)
    if ((groups >> rank & 1) != 0)
      g_string_append_printf(list, "%s;", world->names[rank]);
  return g_string_free(list, FALSE);
}

static char *
names_of_origins(const GPtrArray *origins)
{
  GString *list = g_string_new(NULL);
  for (guint i = 0; i < origins->len; i++)
    g_string_append_printf(list, "%s;", ((const RelataOrigin *)g_ptr_array_index(origins, i))->name);
  return g_string_free(list, FALSE);
}

static guint
groups_of_origins(const World *world, const GPtrArray *origins)
{
  guint groups = 0;
  for (guint i = 0; i < origins->len; i++) {
    const RelataOrigin *origin = g_ptr_array_index(origins, i);
    const guint group = world->group[g_array_index(origin->documents, guint, 0)];
    guint n = 0;
    for (guint d = 0; d < world->n_documents; d++)
      n += world->group[d] == group;
    g_assert_cmpuint(origin->documents->len, ==, n);
    groups |= 1u << group;
  }
  return groups;
}

static void
compare_withdrawal(const World *world, const Ask *ask, const RelataWithdrawal *withdrawal, gboolean limited)
{
  Ask without = *ask;
  without.without_groups = (1u << world->n_groups) - 1;
  const gboolean possible = !connected(world, &without);
  const guint truth = possible ? smallest_withdrawal(world, ask) : 0;
  const guint size = (guint)__builtin_popcount(truth);
  if (limited && withdrawal->kind == RELATA_WITHDRAWAL_BOUNDED) {
    g_assert_true(possible || withdrawal->most == RELATA_NONE);
    g_assert_cmpuint(withdrawal->least, >=, 1);
    g_assert_cmpuint(withdrawal->least, <=, possible ? size : 1);
    g_assert_cmpuint(withdrawal->most, >=, size);
    if (withdrawal->most == RELATA_NONE)
      return;
    g_assert_cmpuint(withdrawal->origins->len, ==, withdrawal->most);
    without.without_groups = groups_of_origins(world, withdrawal->origins);
    g_assert_false(connected(world, &without));
    return;
  }
  g_assert_cmpint(withdrawal->kind, ==, possible ? RELATA_WITHDRAWAL_EXACT : RELATA_WITHDRAWAL_IMPOSSIBLE);
  g_assert_cmpuint(withdrawal->least, ==, size);
  g_autofree char *is = names_of_origins(withdrawal->origins), *should_be = names_of_groups(world, truth);
  if (!limited) {
    g_assert_cmpstr(is, ==, should_be);
  } else if (possible) {
    without.without_groups = groups_of_origins(world, withdrawal->origins);
    g_assert_false(connected(world, &without));
  }
}

static guint
compare_documents(const World *world, const Ask *ask, const RelataRobustness *robustness)
{
  guint n_found = 0;
  Ask without = *ask;
  without.max_hops = robustness->n_hops;
  for (guint d = 0; d < world->n_documents; d++) {
    without.without_document = d;
    gboolean listed = FALSE;
    for (guint i = 0; i < robustness->documents->len; i++)
      listed |= g_array_index(robustness->documents, guint, i) == d;
    const gboolean needed = !connected(world, &without);
    g_assert_true(listed == needed || (needed && !robustness->documents_complete));
    n_found += listed ? 1 : 0;
  }
  g_assert_cmpuint(robustness->documents->len, ==, n_found);
  for (guint i = 1; i < n_found; i++)
    g_assert_cmpstr(world->ids[g_array_index(robustness->documents, guint, i - 1)], <,
                    world->ids[g_array_index(robustness->documents, guint, i)]);
  return n_found;
}

/* Against the first day with a path: day 0 lies before everything, LATE is none. */
static void
compare_first(const RelataFirst *first, int truth, gboolean limited)
{
  const int day = first->day - DAY_ZERO;
  if (limited && first->kind == RELATA_FIRST_BY_DAY) {
    g_assert_cmpint(truth, <=, day);
  } else if (limited && first->kind == RELATA_FIRST_NOT_BEFORE) {
    g_assert_cmpint(truth, >=, MIN(day, 0));
    g_assert_true(truth == 0 || truth >= day);
  } else {
    g_assert_cmpint(first->kind, ==,
                    truth == 0      ? RELATA_FIRST_ALWAYS
                    : truth == LATE ? RELATA_FIRST_NEVER
                                    : RELATA_FIRST_DAY);
    if (first->kind == RELATA_FIRST_DAY)
      g_assert_cmpint(day, ==, truth);
  }
}

/* No day is 0 for the oracle, whose 0 is "not set". */
static int
oracle_day(int day)
{
  return day == 0 ? -1 : day;
}

static int
first_documentable(const World *world, const Ask *ask)
{
  Ask asked = *ask;
  for (int day = 0; day <= (ask->known_by != 0 ? ask->known_by : LAST_DAY); day++) {
    asked.known_by = oracle_day(day);
    if (connected(world, &asked))
      return day;
  }
  return LATE;
}

static int
first_held(const World *world, const Ask *ask)
{
  Ask asked = *ask;
  asked.dated = TRUE;
  for (int day = 0; day <= (ask->as_of != 0 ? ask->as_of : LAST_DAY); day++) {
    asked.as_of = oracle_day(day);
    if (connected(world, &asked))
      return day;
  }
  return LATE;
}

/* ── Random questions ────────────────────────────────────────────────────────────────────── */

static void
set(RelataSelection *selection, RelataFilter filter, const char *format, int number)
{
  g_autofree char *value = g_strdup_printf(format, number); // NOLINT(clang-diagnostic-format-nonliteral)
  g_assert_true(relata_selection_set(selection, filter, value, NULL));
}

static Ask
random_ask(GRand *random, const World *world, RelataSelection *selection)
{
  Ask ask = {.from = below(random, world->n_actors),
             .to = below(random, world->n_actors),
             .max_hops = below(random, 3) == 0 ? 1 + below(random, 4) : 0,
             .via = RELATA_NONE,
             .avoid = RELATA_NONE,
             .directed = below(random, 3) == 0,
             .dated = below(random, 6) == 0,
             .corroboration = below(random, 3) == 0 ? 1 + below(random, 3) : 1,
             .certainty = below(random, 6) == 0 ? RELATA_PROBABLE : RELATA_POSSIBLE,
             .known_by = below(random, 5) == 0 ? 1 + (int)below(random, 31) : 0,
             .as_of = below(random, 5) == 0 ? 1 + (int)below(random, 31) : 0,
             .during_first = below(random, 6) == 0 ? 1 + (int)below(random, 15) : 0,
             .reading = RELATA_PRESUMABLY,
             .without_document = RELATA_NONE};
  if (ask.during_first != 0)
    ask.during_last = ask.during_first + (int)below(random, 15);
  if (below(random, 5) == 0)
    ask.via = below(random, world->n_actors);
  const guint avoid = below(random, world->n_actors);
  if (below(random, 5) == 0 && avoid != ask.from && avoid != ask.to && avoid != ask.via)
    ask.avoid = avoid;
  if (below(random, 3) == 0)
    ask.reading = below(random, 2) == 0 ? RELATA_SURELY : RELATA_POSSIBLY;
  if (ask.reading != RELATA_PRESUMABLY)
    relata_selection_set(
        selection, ask.reading == RELATA_SURELY ? RELATA_FILTER_SURELY : RELATA_FILTER_POSSIBLY, NULL, NULL);
  if (ask.dated)
    relata_selection_set(selection, RELATA_FILTER_DATED, NULL, NULL);
  if (ask.corroboration > 1)
    set(selection, RELATA_FILTER_CORROBORATION, "%d", (int)ask.corroboration);
  if (ask.certainty == RELATA_PROBABLE)
    g_assert_true(relata_selection_set(selection, RELATA_FILTER_CERTAINTY, "probable", NULL));
  if (ask.known_by != 0)
    set(selection, RELATA_FILTER_KNOWN_BY, "2021-01-%02d", ask.known_by);
  if (ask.as_of != 0)
    set(selection, RELATA_FILTER_AS_OF, "2021-01-%02d", ask.as_of);
  if (ask.during_first != 0)
    relata_selection_set_days(selection, RELATA_FILTER_DURING, DAY_ZERO + ask.during_first,
                              DAY_ZERO + ask.during_last);
  return ask;
}

static guint
weakest_of(const RelataPathFindings *findings, guint *hop)
{
  const RelataPath *path = g_ptr_array_index(findings->answer->paths, 0);
  guint least = 0;
  for (guint i = path->n_hops; i > 0; i--) {
    const guint n = findings->network->ties[path->hops[i - 1].tie].corroboration;
    if (i == path->n_hops || n <= least) {
      least = n;
      *hop = i;
    }
  }
  return least;
}

typedef struct {
  guint n_found, n_exact, n_large, n_impossible, n_bounded, n_documents, n_documentable, n_held;
} Seen;

static void
compare(const World *world, const Ask *ask, const RelataPathQuestion *question, guint limit, Seen *seen)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataRobustness) robustness = relata_robustness_ask(question, limit, &error);
  g_assert_no_error(error);
  g_assert_cmpint(robustness != NULL, ==, connected(world, ask));
  if (robustness == NULL || robustness->n_hops == 0) {
    g_assert_true(robustness == NULL || ask->from == ask->to);
    g_assert_true(robustness == NULL || robustness->withdrawal.kind == RELATA_WITHDRAWAL_IMPOSSIBLE);
    return;
  }
  const RelataWithdrawal *withdrawal = &robustness->withdrawal;
  g_assert_cmpuint(robustness->n_hops, ==, fewest_hops(world, ask));
  compare_withdrawal(world, ask, withdrawal, limit > 0);
  seen->n_documents += compare_documents(world, ask, robustness) > 0;
  compare_first(&robustness->documentable, first_documentable(world, ask), limit > 0);
  compare_first(&robustness->held, first_held(world, ask), limit > 0);
  g_autoptr(RelataPathFindings) findings = relata_path_ask(question, NULL);
  guint hop = 0;
  g_assert_cmpuint(robustness->weakest_origins, ==, weakest_of(findings, &hop));
  g_assert_cmpuint(robustness->weakest_hop, ==, hop);
  seen->n_found++;
  seen->n_exact += withdrawal->kind == RELATA_WITHDRAWAL_EXACT;
  seen->n_large += withdrawal->kind == RELATA_WITHDRAWAL_EXACT && withdrawal->least > 2;
  seen->n_impossible += withdrawal->kind == RELATA_WITHDRAWAL_IMPOSSIBLE;
  seen->n_bounded += withdrawal->kind == RELATA_WITHDRAWAL_BOUNDED;
  seen->n_documentable += robustness->documentable.kind == RELATA_FIRST_DAY;
  seen->n_held += robustness->held.kind == RELATA_FIRST_DAY;
}

/* Makes it a question of a pattern, the order of time or another order of paths. */
static RelataPattern *
complicate(GRand *random, RelataCorpus *corpus, Ask *ask, RelataPathQuestion *question)
{
  static const char *const patterns[] = {"attacks/with*", "(attacks|^attacks|with)+", "reports?/with/.*",
                                         "(.|^.){2,4}",   "with/(attacks|reports)*",  "!attacks+"};
  RelataPattern *pattern = NULL;
  ask->question = question;
  question->mode = below(random, 4) == 0 ? RELATA_MODE_ACYCLIC : RELATA_MODE_WALK;
  if (g_rand_boolean(random)) {
    question->directed = FALSE;
    pattern = relata_pattern_parse(corpus, patterns[below(random, G_N_ELEMENTS(patterns))], NULL);
    g_assert_nonnull(pattern);
    question->pattern = pattern;
  }
  if (below(random, 3) > 0)
    question->in_order = TRUE;
  else
    question->order = (RelataPathOrder)below(random, 4);
  return pattern;
}

typedef enum { PLAIN, LIMITED, COMPLICATED } Mode;

static void
test_brute_force(gconstpointer data)
{
  const Mode mode = (Mode)GPOINTER_TO_UINT(data);
  Seen seen = {0};
  for (guint32 seed = 1; seed <= N_CASES; seed++) {
    g_test_message("seed %u", seed);
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    guint origins[MAX_DOCUMENTS];
    g_autofree World *world = random_world(random, origins);
    g_autoptr(RelataCorpus) corpus = corpus_of(world, origins);
    g_autoptr(RelataSelection) selection = relata_selection_new(corpus);
    Ask ask = random_ask(random, world, selection);
    RelataPathQuestion question = {.corpus = corpus,
                                   .selection = selection,
                                   .from = ask.from,
                                   .to = ask.to,
                                   .directed = ask.directed,
                                   .max_hops = ask.max_hops,
                                   .via = &ask.via,
                                   .n_via = ask.via != RELATA_NONE,
                                   .avoid = &ask.avoid,
                                   .n_avoid = ask.avoid != RELATA_NONE,
                                   .selector = g_rand_boolean(random) ? RELATA_PATHS_ALL : RELATA_PATHS_BEST,
                                   .count = 1 + below(random, 4)};
    RelataPattern *pattern = mode == COMPLICATED ? complicate(random, corpus, &ask, &question) : NULL;
    compare(world, &ask, &question, mode == LIMITED ? 1 + below(random, 8) : 0, &seen);
    relata_pattern_free(pattern);
  }
  /* Every kind of answer has been put to the test. */
  g_test_message("found %u, exact %u, of more than two %u, impossible %u, bounded %u, documents %u, "
                 "documentable %u, held %u",
                 seen.n_found, seen.n_exact, seen.n_large, seen.n_impossible, seen.n_bounded,
                 seen.n_documents, seen.n_documentable, seen.n_held);
  g_assert_cmpuint(seen.n_found, >, N_CASES / 4);
  g_assert_cmpuint(seen.n_impossible, >, N_CASES / 100);
  g_assert_cmpuint(seen.n_exact, >, N_CASES / 20);
  if (mode == LIMITED)
    g_assert_cmpuint(seen.n_bounded, >, N_CASES / 20);
  else
    g_assert_cmpuint(seen.n_bounded, ==, 0);
  g_assert_cmpuint(seen.n_documents, >, N_CASES / 20);
  g_assert_cmpuint(seen.n_documentable, >, N_CASES / 20);
  g_assert_cmpuint(seen.n_held, >, N_CASES / 20);
  if (mode == PLAIN)
    g_assert_cmpuint(seen.n_large, >, N_CASES / 100);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_data_func("/robust/brute-force", GUINT_TO_POINTER(PLAIN), test_brute_force);
  g_test_add_data_func("/robust/limits", GUINT_TO_POINTER(LIMITED), test_brute_force);
  g_test_add_data_func("/robust/patterns-and-time", GUINT_TO_POINTER(COMPLICATED), test_brute_force);
  return g_test_run();
}
