/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Robustness against brute force: on random corpora with documents, origins, dates, denials and claims
 * without a document, every set of origins is withdrawn in order of size, every document taken away and every
 * day tried, by an oracle that knows nothing of networks. A failing case prints its seed. */
#include "paths/robust.h"

#include <string.h>

#define N_CASES       700
#define MAX_ACTORS    6
#define MAX_CLAIMS    26
#define MAX_DOCUMENTS 7
#define N_TYPES       3
#define LAST_DAY      34
#define EARLY         (-1000)
#define LATE          1000

static const RelataPlace nowhere = {NULL, 0, 0};
/* Day 1 is 1 January 2021, the 18628th since 1970. */
#define DAY_ZERO 18627
static const struct {
  const char *edtf;
  int begin, end;
} dates[] = {
    {NULL, EARLY, LATE},
    {"2021-01-02", 2, 2},
    {"2021-01-04", 4, 4},
    {"2021-01-09", 9, 9},
    {"2021-01-20", 20, 20},
    {"2021-01", 1, 31},
    {"../2021-01-10", EARLY, 10},
    {"2021-01-05/..", 5, LATE},
    {"2021-01-03/2021-01-08", 3, 8},
    {"2021-01-09/2021-01-25", 9, 25},
};
/* Two spellings of one origin; none, twice, is the document itself. */
static const char *const origin_names[] = {"Zeta", "Alpha", "ALPHA", "Mu, Nu", NULL, ""};
static const struct {
  const char *id;
  gboolean symmetric, event;
} types[N_TYPES] = {{"attacks", FALSE, TRUE}, {"with", TRUE, FALSE}, {"reports", FALSE, FALSE}};

typedef struct {
  guint type, from, to, document, date; /* document: RELATA_NONE for none */
  gboolean denies;
  RelataCertainty certainty;
} Row;

typedef struct {
  guint n_actors, n_rows, n_documents;
  guint n_groups; /* origins by rank, the order of names */
  guint group[MAX_DOCUMENTS], published[MAX_DOCUMENTS];
  char ids[MAX_DOCUMENTS][8];
  const char *names[MAX_DOCUMENTS]; /* of groups */
  Row rows[MAX_CLAIMS];
} World;

/* The question's constraints, in days; 0: not set. */
typedef struct {
  guint from, to, max_hops, via, avoid; /* via, avoid: RELATA_NONE for none */
  gboolean directed, dated;
  guint corroboration;
  RelataCertainty certainty;
  int known_by, as_of, during_first, during_last;
  /* What is taken away. */
  guint without_groups; /* bits */
  guint without_document;
  const RelataPathQuestion *question; /* where set, the search is believed: see connected() */
} Ask;

/* ── Random worlds ───────────────────────────────────────────────────────────────────────── */

static guint
below(GRand *random, guint n)
{
  return (guint)g_rand_int_range(random, 0, (gint)n);
}

static void
group_documents(World *world, const guint *origins)
{
  g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func(g_free);
  const char *names[MAX_DOCUMENTS];
  guint groups[MAX_DOCUMENTS];
  for (guint i = 0; i < world->n_documents; i++) {
    const char *origin = origin_names[origins[i]];
    const gboolean named = origin != NULL && *origin != '\0';
    char *key = named ? g_ascii_strdown(origin, -1) : g_strdup(world->ids[i]);
    guint found;
    if (g_ptr_array_find_with_equal_func(keys, key, g_str_equal, &found)) {
      g_free(key);
    } else {
      found = keys->len;
      names[found] = named ? origin : world->ids[i];
      g_ptr_array_add(keys, key);
    }
    groups[i] = found;
  }
  world->n_groups = keys->len;
  for (guint i = 0; i < keys->len; i++) {
    guint rank = 0;
    for (guint k = 0; k < keys->len; k++)
      rank += strcmp(names[k], names[i]) < 0;
    world->names[rank] = names[i];
    for (guint d = 0; d < world->n_documents; d++)
      if (groups[d] == i)
        world->group[d] = rank;
  }
}

static World *
random_world(GRand *random, guint *origins)
{
  World *world = g_new0(World, 1);
  world->n_actors = 2 + below(random, MAX_ACTORS - 1);
  world->n_documents = 1 + below(random, MAX_DOCUMENTS);
  world->n_rows = 1 + below(random, MAX_CLAIMS);
  const gboolean all_dated = g_rand_boolean(random);
  for (guint i = 0; i < world->n_documents; i++) {
    g_snprintf(world->ids[i], sizeof world->ids[i], i % 2 == 0 ? "d,%u" : "e%u",
               (i * 3) % 7); /* commas too */
    origins[i] = below(random, G_N_ELEMENTS(origin_names));
    world->published[i] = below(random, G_N_ELEMENTS(dates) - 2);
    if (all_dated)
      world->published[i] = 1 + world->published[i] % 5;
  }
  for (guint i = 0; i < world->n_rows; i++) {
    const gboolean loose = below(random, 25) == 0;
    world->rows[i] = (Row){below(random, N_TYPES),
                           below(random, world->n_actors),
                           below(random, world->n_actors),
                           loose ? RELATA_NONE : below(random, world->n_documents),
                           below(random, G_N_ELEMENTS(dates)),
                           below(random, 8) == 0,
                           (RelataCertainty)below(random, 3)};
    if (all_dated && world->rows[i].date == 0)
      world->rows[i].date = 1;
  }
  group_documents(world, origins);
  return world;
}

static RelataCorpus *
corpus_of(const World *world, const guint *origins)
{
  RelataCorpus *corpus = relata_corpus_new();
  RelataSchema *schema = relata_corpus_schema(corpus);
  for (guint i = 0; i < N_TYPES; i++) {
    RelataRelationType *type = relata_schema_declare_relation_type(schema, types[i].id, nowhere);
    type->symmetric = types[i].symmetric;
    type->event = types[i].event;
  }
  gboolean again;
  for (guint i = 0; i < world->n_documents; i++) {
    RelataDocument *document = relata_corpus_declare_document(corpus, world->ids[i], nowhere, &again);
    document->origin = relata_corpus_intern(corpus, origin_names[origins[i]]);
    const char *published = dates[world->published[i]].edtf;
    if (published != NULL)
      g_assert_true(relata_date_parse(published, &document->published, NULL));
  }
  for (guint i = 0; i < world->n_actors; i++) {
    g_autofree char *id = g_strdup_printf("a%u", i);
    relata_corpus_declare_actor(corpus, id, nowhere, &again);
  }
  for (guint i = 0; i < world->n_rows; i++) {
    const Row *row = &world->rows[i];
    RelataClaim claim = {RELATA_STATEMENT_INIT, row->type, row->from, row->to, RELATA_NONE};
    claim.said.document = row->document;
    claim.said.stance = row->denies ? RELATA_DENIES : RELATA_AFFIRMS;
    claim.said.certainty = row->certainty;
    if (row->date > 0)
      g_assert_true(relata_date_parse(dates[row->date].edtf, &claim.said.when, NULL));
    relata_corpus_add_claim(corpus, &claim);
  }
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  relata_corpus_finish(corpus, diagnostics);
  return corpus;
}

/* ── The oracle ──────────────────────────────────────────────────────────────────────────── */

static gboolean
keeps(const World *world, const Ask *ask, const Row *row)
{
  const int begin = dates[row->date].begin, end = dates[row->date].end;
  const gboolean has_document = row->document != RELATA_NONE;
  const guint published = has_document ? world->published[row->document] : 0;
  if (row->denies || row->certainty < ask->certainty)
    return FALSE;
  if (has_document && (row->document == ask->without_document ||
                       (ask->without_groups >> world->group[row->document] & 1) != 0))
    return FALSE;
  if (ask->dated && (row->date == 0 || (ask->known_by != 0 && published == 0)))
    return FALSE;
  if (ask->known_by != 0 && published != 0 && dates[published].end > ask->known_by)
    return FALSE;
  if (ask->as_of != 0 && (begin > ask->as_of || (!types[row->type].event && end < ask->as_of)))
    return FALSE;
  return ask->during_first == 0 || (begin <= ask->during_last && end >= ask->during_first);
}

/* Whether one may walk from one actor to another along ties of the type in its own direction. */
static gboolean
stands(const World *world, const Ask *ask, guint type, guint from, guint to)
{
  guint affirmed = 0;
  for (guint i = 0; i < world->n_rows; i++) {
    const Row *row = &world->rows[i];
    const gboolean same =
        (row->from == from && row->to == to) || (types[type].symmetric && row->from == to && row->to == from);
    if (row->type == type && same && keeps(world, ask, row))
      affirmed |= row->document == RELATA_NONE ? 1u << MAX_DOCUMENTS : 1u << world->group[row->document];
  }
  return (guint)__builtin_popcount(affirmed) >= ask->corroboration;
}

static gboolean
walk(const World *world, const Ask *ask, const guint *next, guint here, guint visited, guint n_hops)
{
  if (here == ask->to)
    return ask->via == RELATA_NONE || (visited >> ask->via & 1) != 0;
  if (ask->max_hops > 0 && n_hops == ask->max_hops)
    return FALSE;
  for (guint i = 0; i < world->n_actors; i++)
    if ((next[here] >> i & 1) != 0 && (visited >> i & 1) == 0 && i != ask->avoid &&
        walk(world, ask, next, i, visited | 1u << i, n_hops + 1))
      return TRUE;
  return FALSE;
}

/* The day of the oracle as a selection's; it has no year before 2020. */
static void
set_day(RelataSelection *selection, RelataFilter filter, int day)
{
  if (day != 0)
    relata_selection_set_days(selection, filter, DAY_ZERO + day, DAY_ZERO + day);
}

static gboolean
connected_by_search(const World *world, const Ask *ask)
{
  g_autoptr(RelataSelection) selection = relata_selection_copy(ask->question->selection);
  for (guint d = 0; d < world->n_documents; d++)
    if (d == ask->without_document || (ask->without_groups >> world->group[d] & 1) != 0)
      relata_selection_exclude_documents(selection, &d, 1);
  set_day(selection, RELATA_FILTER_KNOWN_BY, ask->known_by);
  set_day(selection, RELATA_FILTER_AS_OF, ask->as_of);
  if (ask->dated)
    relata_selection_set(selection, RELATA_FILTER_DATED, NULL, NULL);
  RelataPathQuestion question = *ask->question;
  question.selection = selection;
  question.max_hops = ask->max_hops;
  g_autoptr(RelataPathFindings) findings = relata_path_ask(&question, NULL);
  g_assert_false(findings->answer->gave_up);
  return findings->answer->paths->len > 0;
}

/* By brute force; where patterns and the order of time matter, by a search, whose own tests vouch for it. */
static gboolean
connected(const World *world, const Ask *ask)
{
  if (ask->question != NULL)
    return connected_by_search(world, ask);
  guint next[MAX_ACTORS] = {0};
  for (guint type = 0; type < N_TYPES; type++)
    for (guint from = 0; from < world->n_actors; from++)
      for (guint to = 0; to < world->n_actors; to++)
        if (from != to && stands(world, ask, type, from, to)) {
          next[from] |= 1u << to;
          if (!ask->directed)
            next[to] |= 1u << from;
        }
  return walk(world, ask, next, ask->from, 1u << ask->from, 0);
}

/* Rank 0 is the highest bit here, so that of sets of one size the first by name is the greatest number. */
static guint
smallest_withdrawal(const World *world, const Ask *ask)
{
  const guint n = world->n_groups;
  for (guint size = 1; size <= n; size++)
    for (guint code = 1u << n; code-- > 0;) {
      if ((guint)__builtin_popcount(code) != size)
        continue;
      Ask without = *ask;
      for (guint rank = 0; rank < n; rank++)
        without.without_groups |= (code >> (n - 1 - rank) & 1) << rank;
      if (!connected(world, &without))
        return without.without_groups;
    }
  return 0;
}

static guint
fewest_hops(const World *world, const Ask *ask)
{
  Ask shorter = *ask;
  for (shorter.max_hops = 1; shorter.max_hops < 4 * MAX_ACTORS; shorter.max_hops++)
    if (connected(world, &shorter))
      break;
  return shorter.max_hops;
}

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
             .without_document = RELATA_NONE};
  if (ask.during_first != 0)
    ask.during_last = ask.during_first + (int)below(random, 15);
  if (below(random, 5) == 0)
    ask.via = below(random, world->n_actors);
  const guint avoid = below(random, world->n_actors);
  if (below(random, 5) == 0 && avoid != ask.from && avoid != ask.to && avoid != ask.via)
    ask.avoid = avoid;
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
  question->loopless = below(random, 4) == 0;
  if (g_rand_boolean(random)) {
    question->directed = FALSE;
    pattern = relata_pattern_parse(corpus, patterns[below(random, G_N_ELEMENTS(patterns))], NULL);
    g_assert_nonnull(pattern);
    question->pattern = pattern;
  }
  if (below(random, 3) > 0)
    question->time = g_rand_boolean(random) ? RELATA_TIME_POSSIBLY : RELATA_TIME_SURELY;
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
                                   .all = g_rand_boolean(random),
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
