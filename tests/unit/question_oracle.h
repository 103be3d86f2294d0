/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Random worlds for questions about paths, and what their answers must be, found by brute force. */
#ifndef RELATA_TESTS_QUESTION_ORACLE_H
#define RELATA_TESTS_QUESTION_ORACLE_H

#include "holding_oracle.h"
#include "paths/question.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MAX_ACTORS  6
#define MAX_CLAIMS  14
#define N_TYPES     4
#define N_DOCUMENTS 4

static const RelataPlace nowhere = {NULL, 0, 0};
/* "" is no date. */
static const char *const days[] = {"",           "2020-01-05",  "2020-06-15",    "2021-01-10",
                                   "2021-08-26", "../2020-03~", "2020-06-15/..", "2020-01/2021-01-10"};
static const char *const intervals[] = {"2020-01-01/2020-06-30", "2020-06-15/2021-01-10",
                                        "2021-08-26/2021-08-26"};
static const char *const published[N_DOCUMENTS] = {"2020-03-01", "2021-02-01", "2021-09-24", ""};
static const guint origins[N_DOCUMENTS] = {0, 1, 1, 2}; /* documents 1 and 2 share one */
/* attacks ← bombs (a kind of it), with (symmetric, ended by attacks), reports */
static const struct {
  const char *id;
  gboolean symmetric, event;
  int sign;
} types[N_TYPES] = {{"attacks", FALSE, TRUE, -1},
                    {"bombs", FALSE, TRUE, -1},
                    {"with", TRUE, FALSE, 1},
                    {"reports", FALSE, FALSE, 0}};
enum { ATTACKS, BOMBS, WITH, REPORTS };
static const OracleType timed_types[N_TYPES] = {
    [ATTACKS] = {.parent = RELATA_NONE, .event = TRUE, .ends_pair = 1 << WITH},
    [BOMBS] = {.parent = ATTACKS, .event = TRUE},
    [WITH] = {.parent = RELATA_NONE, .symmetric = TRUE},
    [REPORTS] = {.parent = RELATA_NONE}};

typedef struct {
  guint type, from, to, document, day;
  RelataStance stance;
  RelataCertainty certainty;
} Row;

typedef struct {
  guint n_actors, n_rows;
  guint actor_types[MAX_ACTORS]; /* 0 or 1 */
  Row rows[MAX_CLAIMS];
} World;

typedef struct {
  const char *values[RELATA_N_FILTERS]; /* NULL: not set */
} Filters;

/* ── The world as a corpus ───────────────────────────────────────────────────────────────── */

static World
random_world(GRand *random)
{
  World world = {.n_actors = (guint)g_rand_int_range(random, 2, MAX_ACTORS + 1),
                 .n_rows = (guint)g_rand_int_range(random, 0, MAX_CLAIMS + 1)};
  for (guint i = 0; i < world.n_actors; i++)
    world.actor_types[i] = (guint)g_rand_int_range(random, 0, 2);
  for (guint i = 0; i < world.n_rows; i++)
    world.rows[i] = (Row){(guint)g_rand_int_range(random, 0, N_TYPES),
                          (guint)g_rand_int_range(random, 0, (gint)world.n_actors),
                          (guint)g_rand_int_range(random, 0, (gint)world.n_actors),
                          (guint)g_rand_int_range(random, 0, N_DOCUMENTS),
                          (guint)g_rand_int_range(random, 0, G_N_ELEMENTS(days)),
                          g_rand_int_range(random, 0, 5) == 0 ? RELATA_DENIES : RELATA_AFFIRMS,
                          (RelataCertainty)g_rand_int_range(random, 0, 3)};
  return world;
}

static RelataDate
date_of(const char *text)
{
  RelataDate date = RELATA_NO_DATE;
  if (*text != '\0')
    g_assert_true(relata_date_parse(text, &date, NULL));
  return date;
}

static RelataCorpus *
corpus_of(const World *world)
{
  RelataCorpus *corpus = relata_corpus_new();
  RelataSchema *schema = relata_corpus_schema(corpus);
  const guint ended = WITH;
  for (guint i = 0; i < N_TYPES; i++) {
    RelataRelationType *type = relata_schema_declare_relation_type(schema, types[i].id, nowhere);
    type->symmetric = types[i].symmetric;
    type->event = types[i].event;
    type->sign = types[i].sign;
    type->parent = i == BOMBS ? ATTACKS : RELATA_NONE;
    type->ends_pair = i == ATTACKS ? g_array_new(FALSE, FALSE, sizeof(guint)) : NULL;
    if (i == ATTACKS)
      g_array_append_val(type->ends_pair, ended);
  }
  relata_schema_declare_actor_type(schema, "state", nowhere);
  relata_schema_declare_actor_type(schema, "person", nowhere);
  gboolean again;
  for (guint i = 0; i < N_DOCUMENTS; i++) {
    g_autofree char *id = g_strdup_printf("d%u", i);
    g_autofree char *origin = g_strdup_printf("Agency %u", origins[i]);
    RelataDocument *document = relata_corpus_declare_document(corpus, id, nowhere, &again);
    document->origin = relata_corpus_intern(corpus, origin);
    document->published = date_of(published[i]);
  }
  for (guint i = 0; i < world->n_actors; i++) {
    g_autofree char *id = g_strdup_printf("a%u", i);
    relata_corpus_declare_actor(corpus, id, nowhere, &again)->type = world->actor_types[i];
  }
  for (guint i = 0; i < world->n_rows; i++) {
    const Row *row = &world->rows[i];
    RelataClaim claim = {RELATA_STATEMENT_INIT, row->type, row->from, row->to, RELATA_NONE};
    claim.said.document = row->document;
    claim.said.stance = row->stance;
    claim.said.certainty = row->certainty;
    claim.said.when = date_of(days[row->day]);
    relata_corpus_add_claim(corpus, &claim);
  }
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  relata_corpus_finish(corpus, diagnostics);
  return corpus;
}

/* ── The oracle ──────────────────────────────────────────────────────────────────────────── */

static gboolean
lists(const char *list, const char *word)
{
  g_auto(GStrv) words = g_strsplit(list, ",", -1);
  return g_strv_contains((const char *const *)words, word);
}

static gboolean
keeps_type(const char *list, guint type)
{
  return lists(list, types[type].id) || (strcmp(types[type].id, "bombs") == 0 && lists(list, "attacks"));
}

static gboolean
keeps_actor(const World *world, const Filters *filters, guint actor)
{
  const char *type = world->actor_types[actor] == 0 ? "state" : "person";
  const char *only = filters->values[RELATA_FILTER_TYPE], *without = filters->values[RELATA_FILTER_NOT_TYPE];
  return (only == NULL || lists(only, type)) && (without == NULL || !lists(without, type));
}

/* Whether the filters of ties let a claim pass. */
static gboolean
keeps(const World *world, const Filters *filters, const Row *row)
{
  const char *const *f = filters->values;
  static const char *const signs[] = {"-", "0", "+"};
  if (!keeps_actor(world, filters, row->from) || !keeps_actor(world, filters, row->to))
    return FALSE;
  if (f[RELATA_FILTER_RELATION] != NULL && !keeps_type(f[RELATA_FILTER_RELATION], row->type))
    return FALSE;
  if (f[RELATA_FILTER_NOT_RELATION] != NULL && keeps_type(f[RELATA_FILTER_NOT_RELATION], row->type))
    return FALSE;
  return f[RELATA_FILTER_SIGN] == NULL || lists(f[RELATA_FILTER_SIGN], signs[types[row->type].sign + 1]);
}

/* Whether the filters of evidence do. */
static gboolean
is_heard(const Filters *filters, const Row *row)
{
  const char *const *f = filters->values;
  const char *out = published[row->document];
  const gboolean dated = *days[row->day] != '\0';
  static const char *const levels[] = {"possible", "probable", "certain"};
  g_autofree char *document = g_strdup_printf("d%u", row->document);
  if (f[RELATA_FILTER_KNOWN_BY] != NULL && *out != '\0' && strcmp(out, f[RELATA_FILTER_KNOWN_BY]) > 0)
    return FALSE;
  if (f[RELATA_FILTER_DATED] != NULL && (!dated || (f[RELATA_FILTER_KNOWN_BY] != NULL && *out == '\0')))
    return FALSE;
  if (f[RELATA_FILTER_DOCUMENT] != NULL && !lists(f[RELATA_FILTER_DOCUMENT], document))
    return FALSE;
  if (f[RELATA_FILTER_NOT_DOCUMENT] != NULL && lists(f[RELATA_FILTER_NOT_DOCUMENT], document))
    return FALSE;
  if (f[RELATA_FILTER_CERTAINTY] != NULL) {
    guint least = 0;
    while (strcmp(levels[least], f[RELATA_FILTER_CERTAINTY]) != 0)
      least++;
    if ((guint)row->certainty < least)
      return FALSE;
  }
  return TRUE;
}

static gboolean
holds(const OracleTimes *times, guint claim, const Filters *filters, RelataFilter filter)
{
  const RelataReading reading = filters->values[RELATA_FILTER_SURELY] != NULL     ? RELATA_SURELY
                                : filters->values[RELATA_FILTER_POSSIBLY] != NULL ? RELATA_POSSIBLY
                                                                                  : RELATA_PRESUMABLY;
  if (filters->values[filter] == NULL)
    return TRUE;
  const RelataDate asked = date_of(filters->values[filter]);
  return oracle_holds(times, &times->claims[claim], reading, filter == RELATA_FILTER_AS_OF, asked.begin_min,
                      asked.end_max);
}

static void
find_kept(const World *world, const Filters *filters, gboolean *kept)
{
  OracleClaim claims[MAX_CLAIMS];
  const OracleTimes times = {timed_types, claims, world->n_rows};
  for (guint i = 0; i < world->n_rows; i++) {
    const Row *row = &world->rows[i];
    claims[i] = (OracleClaim){.type = row->type,
                              .from = row->from,
                              .to = row->to,
                              .denies = row->stance == RELATA_DENIES,
                              .unheard = !is_heard(filters, row),
                              .doubt = (guint)(RELATA_CERTAIN - row->certainty),
                              .when = date_of(days[row->day]),
                              .published = date_of(published[row->document])};
  }
  for (guint i = 0; i < world->n_rows; i++)
    kept[i] = !claims[i].unheard && keeps(world, filters, &world->rows[i]) &&
              holds(&times, i, filters, RELATA_FILTER_AS_OF) &&
              holds(&times, i, filters, RELATA_FILTER_DURING);
}

static gboolean
is_kind_of(guint type, guint ancestor)
{
  return type == ancestor || (type == 1 && ancestor == 0); /* bombs, attacks */
}

/* Returns the origins, as bits, that affirm any kind of `root` from one actor to the other, either way round
 * where that or the type is symmetric. */
static guint
affirm(const World *world, const gboolean *kept, guint type, guint root, guint from, guint to)
{
  guint affirmed = 0;
  for (guint i = 0; i < world->n_rows; i++) {
    const Row *row = &world->rows[i];
    const gboolean both = types[type].symmetric || types[root].symmetric || types[row->type].symmetric;
    const gboolean same =
        (row->from == from && row->to == to) || (both && row->from == to && row->to == from);
    if (is_kind_of(row->type, root) && same && row->stance == RELATA_AFFIRMS && kept[i])
      affirmed |= 1u << origins[row->document];
  }
  return affirmed;
}

static guint
own_corroboration(const World *world, const gboolean *kept, guint type, guint from, guint to)
{
  guint affirmed = 0;
  for (guint i = 0; i < world->n_rows; i++) {
    const Row *row = &world->rows[i];
    const gboolean same =
        (row->from == from && row->to == to) || (types[type].symmetric && row->from == to && row->to == from);
    if (row->type == type && same && row->stance == RELATA_AFFIRMS && kept[i])
      affirmed |= 1u << origins[row->document];
  }
  return (guint)__builtin_popcount(affirmed);
}

/* Whether a tie of the type stands: somebody affirms it, and as many as are asked for affirm it or the kinds
 * that count with it, which are the selected kinds of a type that was asked for, else the kinds of its own.
 */
static gboolean
stands(const World *world, const gboolean *kept, const Filters *filters, guint type, guint from, guint to)
{
  const char *asked = filters->values[RELATA_FILTER_RELATION];
  const char *least = filters->values[RELATA_FILTER_CORROBORATION];
  guint most = own_corroboration(world, kept, type, from, to);
  if (most == 0)
    return FALSE;
  for (guint root = 0; root < N_TYPES; root++)
    if (is_kind_of(type, root) && (asked != NULL ? lists(asked, types[root].id) : root == type))
      most = MAX(most, (guint)__builtin_popcount(affirm(world, kept, type, root, from, to)));
  return most >= (least != NULL ? (guint)atoi(least) : 1);
}

typedef struct {
  const World *world;
  const Filters *filters;
  const RelataPathQuestion *question;
  gboolean kept[MAX_CLAIMS]; /* by claim: whether the filters let it pass */
  guint walk[MAX_ACTORS];
  GString *steps;     /* the walk so far as text */
  GPtrArray *answers; /* of char *, "hops|first|steps" */
} Oracle;

static gboolean
among(const guint *actors, guint n, guint actor)
{
  for (guint i = 0; i < n; i++)
    if (actors[i] == actor)
      return TRUE;
  return FALSE;
}

static void
try_walks(Oracle *oracle, guint n_hops)
{
  const RelataPathQuestion *question = oracle->question;
  const guint here = oracle->walk[n_hops];
  if (here == question->to) {
    for (guint i = 0; i < question->n_via; i++)
      if (!among(oracle->walk, n_hops + 1, question->via[i]))
        return;
    g_ptr_array_add(oracle->answers,
                    g_strdup_printf("%u|%u|%s", n_hops, oracle->walk[0], oracle->steps->str));
    return;
  }
  if (question->max_hops > 0 && n_hops == question->max_hops)
    return;
  for (guint next = 0; next < oracle->world->n_actors; next++) {
    if (among(oracle->walk, n_hops + 1, next) || among(question->avoid, question->n_avoid, next) ||
        !keeps_actor(oracle->world, oracle->filters, next))
      continue;
    for (guint type = 0; type < N_TYPES; type++)
      for (guint backward = 0; backward < (types[type].symmetric ? 1u : 2u); backward++) {
        if (backward && question->directed)
          continue;
        const guint from = backward ? next : here, to = backward ? here : next;
        if (!stands(oracle->world, oracle->kept, oracle->filters, type, from, to))
          continue;
        const guint n = own_corroboration(oracle->world, oracle->kept, type, from, to);
        const gsize before = oracle->steps->len;
        oracle->walk[n_hops + 1] = next;
        /* Hop by hop: whom it leads to, then 9 − n, as more corroboration sorts first; the types' ids are in
         * alphabetical order but for their index. */
        g_string_append_printf(oracle->steps, "%u,%u%s%u;", next, 9 - n, types[type].id, backward);
        try_walks(oracle, n_hops + 1);
        g_string_truncate(oracle->steps, before);
      }
  }
}

static gint
compare_answers(gconstpointer a, gconstpointer b)
{
  return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Whether the documents that are selected make a claim about the actor; where none are chosen it is there. */
static gboolean
is_spoken_of(const World *world, const Filters *filters, guint actor)
{
  static const RelataFilter of_documents[] = {RELATA_FILTER_KNOWN_BY, RELATA_FILTER_DOCUMENT,
                                              RELATA_FILTER_NOT_DOCUMENT};
  Filters documents = {{NULL}};
  gboolean any = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(of_documents); i++) {
    documents.values[of_documents[i]] = filters->values[of_documents[i]];
    any = any || filters->values[of_documents[i]] != NULL;
  }
  for (guint i = 0; any && i < world->n_rows; i++)
    if ((world->rows[i].from == actor || world->rows[i].to == actor) && is_heard(&documents, &world->rows[i]))
      return TRUE;
  return !any;
}

/* All loopless paths in the documented order, cut as the question asks. */
static GPtrArray *
oracle_paths(const World *world, const Filters *filters, const RelataPathQuestion *question)
{
  Oracle oracle = {.world = world,
                   .filters = filters,
                   .question = question,
                   .steps = g_string_new(NULL),
                   .answers = g_ptr_array_new_with_free_func(g_free)};
  find_kept(world, filters, oracle.kept);
  oracle.walk[0] = question->from;
  if (keeps_actor(world, filters, question->from) && is_spoken_of(world, filters, question->from))
    try_walks(&oracle, 0);
  g_string_free(oracle.steps, TRUE);
  g_ptr_array_sort(oracle.answers, compare_answers);
  guint n = oracle.answers->len;
  if (question->selector == RELATA_PATHS_ALL && n > 0) {
    const char fewest = ((const char *)g_ptr_array_index(oracle.answers, 0))[0];
    while (((const char *)g_ptr_array_index(oracle.answers, n - 1))[0] != fewest)
      n--;
  }
  n = MIN(n, question->count);
  if (n < oracle.answers->len)
    g_ptr_array_remove_range(oracle.answers, n, oracle.answers->len - n);
  return oracle.answers;
}

#endif
