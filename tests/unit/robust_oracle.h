/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Random worlds for robustness, and what their answers must be, found by brute force. */
#ifndef RELATA_TESTS_ROBUST_ORACLE_H
#define RELATA_TESTS_ROBUST_ORACLE_H

#include "holding_oracle.h"
#include "paths/robust.h"

#include <string.h>

#define MAX_ACTORS    6
#define MAX_CLAIMS    26
#define MAX_DOCUMENTS 7
#define N_TYPES       4
#define LAST_DAY      34
#define LATE          1000

static const RelataPlace nowhere = {NULL, 0, 0};
/* Day 1 is 1 January 2021, the 18628th since 1970. */
#define DAY_ZERO 18627
static const char *const dates[] = {
    NULL,
    "2021-01-02",
    "2021-01-04?",
    "2021-01-09",
    "2021-01-20",
    "2021-01",
    "../2021-01-10",
    "2021-01-05/..",
    "2021-01-03/2021-01-08",
    "2021-01-09/2021-01-25",
    "/2021-01-12~",
    "2021-01-11/",
};
#define N_PUBLICATIONS 8 /* the first of them are dates of documents too */
/* Two spellings of one origin; none, twice, is the document itself. */
static const char *const origin_names[] = {"Zeta", "Alpha", "ALPHA", "Mu, Nu", NULL, ""};
static const char *const type_ids[N_TYPES] = {"attacks", "with", "reports", "bombs"};
#define ATTACKS 0u
#define BOMBS   3u
/* Attacks end what is between the two, and those that are attacked report no more. Bombs are a kind of
 * attacks. */
static const OracleType types[N_TYPES] = {
    {.parent = RELATA_NONE, .event = TRUE, .ends_pair = 1 << 1, .ends_to = 1 << 2},
    {.parent = RELATA_NONE, .symmetric = TRUE},
    {.parent = RELATA_NONE},
    {.parent = ATTACKS, .event = TRUE}};
/* Whom a claim is attributed to: nobody, an origin, and one who is none. */
static const char *const speakers[] = {NULL, "zeta", "Minister"};

typedef struct {
  guint type, from, to, document, date; /* document: RELATA_NONE for none */
  gboolean denies;
  RelataCertainty certainty;
  guint speaker;
} Row;

typedef struct {
  guint n_actors, n_rows, n_documents;
  guint n_groups; /* origins by rank, the order of names */
  guint group[MAX_DOCUMENTS], published[MAX_DOCUMENTS];
  char ids[MAX_DOCUMENTS][8];
  const char *names[MAX_DOCUMENTS]; /* of groups */
  Row rows[MAX_CLAIMS];
  OracleClaim claims[MAX_CLAIMS]; /* the same rows, as the oracle of time sees them */
} World;

/* The question's constraints, in days; 0: not set. */
typedef struct {
  guint from, to, max_hops, via, avoid; /* via, avoid: RELATA_NONE for none */
  gboolean directed, dated;
  guint corroboration;
  RelataCertainty certainty;
  int known_by, as_of, during_first, during_last;
  RelataReading reading;
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

static RelataDate
date_of(guint date)
{
  RelataDate parsed = RELATA_NO_DATE;
  if (dates[date] != NULL)
    g_assert_true(relata_date_parse(dates[date], &parsed, NULL));
  return parsed;
}

static void
set_claims(World *world)
{
  for (guint i = 0; i < world->n_rows; i++) {
    const Row *row = &world->rows[i];
    world->claims[i] = (OracleClaim){.type = row->type,
                                     .from = row->from,
                                     .to = row->to,
                                     .denies = row->denies,
                                     .doubt = (guint)(RELATA_CERTAIN - row->certainty),
                                     .when = date_of(row->date),
                                     .published = RELATA_NO_DATE};
    if (row->document != RELATA_NONE)
      world->claims[i].published = date_of(world->published[row->document]);
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
    world->published[i] = below(random, N_PUBLICATIONS);
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
                           (RelataCertainty)below(random, 3),
                           below(random, 2) == 0 ? 0 : below(random, G_N_ELEMENTS(speakers))};
    if (all_dated && world->rows[i].date == 0)
      world->rows[i].date = 1;
  }
  group_documents(world, origins);
  set_claims(world);
  return world;
}

static GArray *
ended(guint bits)
{
  GArray *list = bits != 0 ? g_array_new(FALSE, FALSE, sizeof(guint)) : NULL;
  for (guint i = 0; i < N_TYPES; i++)
    if ((bits >> i & 1) != 0)
      g_array_append_val(list, i);
  return list;
}

static RelataCorpus *
corpus_of(const World *world, const guint *origins)
{
  RelataCorpus *corpus = relata_corpus_new();
  RelataSchema *schema = relata_corpus_schema(corpus);
  for (guint i = 0; i < N_TYPES; i++) {
    RelataRelationType *type = relata_schema_declare_relation_type(schema, type_ids[i], nowhere);
    type->symmetric = types[i].symmetric;
    type->event = types[i].event;
    type->ends_pair = ended(types[i].ends_pair);
    type->ends_to = ended(types[i].ends_to);
    type->parent = i == BOMBS ? ATTACKS : RELATA_NONE;
  }
  gboolean again;
  for (guint i = 0; i < world->n_documents; i++) {
    RelataDocument *document = relata_corpus_declare_document(corpus, world->ids[i], nowhere, &again);
    document->origin = relata_corpus_intern(corpus, origin_names[origins[i]]);
    document->published = date_of(world->published[i]);
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
    claim.said.when = date_of(row->date);
    claim.said.by_text = relata_corpus_intern(corpus, speakers[row->speaker]);
    relata_corpus_add_claim(corpus, &claim);
  }
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  relata_corpus_finish(corpus, diagnostics);
  return corpus;
}

/* ── The oracle ──────────────────────────────────────────────────────────────────────────── */

/* Whether a claim is among the evidence, whatever it says. */
static gboolean
is_heard(const World *world, const Ask *ask, guint claim)
{
  const Row *row = &world->rows[claim];
  const RelataDate *published = &world->claims[claim].published;
  const gboolean is_published = published->edtf != NULL;
  if (row->certainty < ask->certainty)
    return FALSE;
  if (ask->dated && (row->date == 0 || (ask->known_by != 0 && !is_published)))
    return FALSE;
  return ask->known_by == 0 || !is_published || published->end_max <= DAY_ZERO + ask->known_by;
}

static gboolean
is_withdrawn(const World *world, const Ask *ask, guint document)
{
  return document != RELATA_NONE &&
         (document == ask->without_document || (ask->without_groups >> world->group[document] & 1) != 0);
}

/* Whether the claim counts for its tie. What is withdrawn still ends other states, and so does not count here
 * only at last. */
static gboolean
keeps(const World *world, const Ask *ask, const OracleTimes *times, guint claim)
{
  const Row *row = &world->rows[claim];
  const OracleClaim *said = &times->claims[claim];
  if (row->denies || said->unheard || is_withdrawn(world, ask, row->document))
    return FALSE;
  const gint32 day = DAY_ZERO + ask->as_of;
  if (ask->as_of != 0 && !oracle_holds(times, said, ask->reading, TRUE, day, day))
    return FALSE;
  return ask->during_first == 0 || oracle_holds(times, said, ask->reading, FALSE,
                                                DAY_ZERO + ask->during_first, DAY_ZERO + ask->during_last);
}

static void
find_kept(const World *world, const Ask *ask, gboolean *kept)
{
  OracleClaim claims[MAX_CLAIMS];
  const OracleTimes times = {types, claims, world->n_rows};
  for (guint i = 0; i < world->n_rows; i++) {
    claims[i] = world->claims[i];
    claims[i].unheard = !is_heard(world, ask, i);
  }
  for (guint i = 0; i < world->n_rows; i++)
    kept[i] = keeps(world, ask, &times, i);
}

/* Who says so in the end, as a bit: a group, or somebody else. */
static guint
voice_of(const World *world, const Row *row)
{
  for (guint group = 0; row->speaker > 0 && group < world->n_groups; group++)
    if (g_ascii_strcasecmp(world->names[group], speakers[row->speaker]) == 0)
      return 1u << group;
  if (row->speaker > 0)
    return 1u << (MAX_DOCUMENTS + row->speaker);
  return row->document == RELATA_NONE ? 1u << MAX_DOCUMENTS : 1u << world->group[row->document];
}

/* Whether one may walk from one actor to another along ties of the type in its own direction. */
static gboolean
stands(const World *world, const Ask *ask, const gboolean *kept, guint type, guint from, guint to)
{
  guint origins = 0, voices = 0;
  gboolean affirmed = FALSE;
  for (guint i = 0; i < world->n_rows; i++) {
    const Row *row = &world->rows[i];
    const gboolean same =
        (row->from == from && row->to == to) || (types[type].symmetric && row->from == to && row->to == from);
    if ((row->type != type && (type != ATTACKS || row->type != BOMBS)) || !same || !kept[i])
      continue;
    affirmed |= row->type == type;
    origins |= row->document == RELATA_NONE ? 1u << MAX_DOCUMENTS : 1u << world->group[row->document];
    voices |= voice_of(world, row);
  }
  return affirmed && (guint)__builtin_popcount(origins) >= ask->corroboration &&
         (guint)__builtin_popcount(voices) >= ask->corroboration;
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
      relata_selection_withdraw_documents(selection, &d, 1);
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

/* Whether the documents that are known make a claim about the first actor: else it has no path to itself. */
static gboolean
is_spoken_of(const World *world, const Ask *ask)
{
  gboolean spoken = ask->known_by == 0;
  for (guint i = 0; i < world->n_rows && !spoken; i++) {
    const RelataDate *published = &world->claims[i].published;
    spoken = (world->rows[i].from == ask->from || world->rows[i].to == ask->from) &&
             (published->edtf != NULL ? published->end_max <= DAY_ZERO + ask->known_by : !ask->dated);
  }
  return spoken;
}

/* By brute force; where patterns and the order of time matter, by a search, whose own tests vouch for it. */
static gboolean
connected(const World *world, const Ask *ask)
{
  if (ask->question != NULL)
    return connected_by_search(world, ask);
  guint next[MAX_ACTORS] = {0};
  gboolean kept[MAX_CLAIMS];
  if (!is_spoken_of(world, ask))
    return FALSE;
  find_kept(world, ask, kept);
  for (guint type = 0; type < N_TYPES; type++)
    for (guint from = 0; from < world->n_actors; from++)
      for (guint to = 0; to < world->n_actors; to++)
        if (from != to && stands(world, ask, kept, type, from, to)) {
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

#endif
