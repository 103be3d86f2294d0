/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A random world made ready for searches, and random questions to it, that can be printed as a command line.
 */
#ifndef RELATA_TESTS_PATH_CASE_H
#define RELATA_TESTS_PATH_CASE_H

#include "path_oracle.h"
#include "paths/question.h"
#include "pattern_random.h"
#include "text/error.h"

typedef struct {
  guint32 seed;
  World world;
  RelataCorpus *corpus;
  RelataNetwork *networks[RELATA_N_READINGS]; /* they differ in how their dates are read */
  RelataPathSearcher *searchers[RELATA_N_READINGS];
  RelataNetwork *network; /* of what is presumed: one of these */
  RelataPathSearcher *searcher;
} Case;

static inline void
case_init(Case *at, guint32 seed, GRand *random)
{
  at->seed = seed;
  at->world = world_random(random);
  at->corpus = world_corpus(&at->world);
  for (guint reading = 0; reading < RELATA_N_READINGS; reading++) {
    at->networks[reading] = world_network(at->corpus, (RelataReading)reading);
    at->searchers[reading] = relata_path_searcher_new(at->networks[reading]);
  }
  at->network = at->networks[RELATA_PRESUMABLY];
  at->searcher = at->searchers[RELATA_PRESUMABLY];
}

static inline void
case_clear(Case *at)
{
  for (guint reading = 0; reading < RELATA_N_READINGS; reading++) {
    relata_path_searcher_free(at->searchers[reading]);
    relata_network_free(at->networks[reading]);
  }
  relata_corpus_free(at->corpus);
}

/* ── Questions ───────────────────────────────────────────────────────────────────────────── */

static inline guint
case_some_actors(GRand *random, const World *world, guint most, guint not_these, guint *actors)
{
  guint n = 0;
  for (guint wanted = world_one_in(random, 2) ? 1 + world_below(random, most) : 0; wanted > 0; wanted--) {
    const guint actor = world_below(random, world->n_actors);
    if ((not_these >> actor & 1) == 0)
      actors[n++] = actor;
  }
  return n;
}

static inline WorldQuery
case_random_query(GRand *random, const World *world)
{
  static const guint few[] = {1, 1, 1, 2, 3, 5, 40}, many_hops[] = {0, 0, 0, 1, 2, 3, 4, 5, 6};
  WorldQuery query = {.from = world_below(random, world->n_actors),
                      .to = world_below(random, world->n_actors)};
  guint taken;
  if (query.from == query.to && !world_one_in(random, 3))
    query.to = (query.to + 1) % world->n_actors;
  query.count = few[world_below(random, G_N_ELEMENTS(few))];
  query.max_hops = many_hops[world_below(random, G_N_ELEMENTS(many_hops))];
  query.mode = (RelataPathMode)world_below(random, RELATA_N_MODES);
  query.selector = (RelataPathSelector)world_below(random, RELATA_N_PATHS);
  query.groups = 1 + world_below(random, 3);
  query.order = world_one_in(random, 2) ? RELATA_ORDER_HOPS : (RelataPathOrder)world_below(random, 4);
  if (query.selector == RELATA_PATHS_ANY || (query.selector == RELATA_PATHS_BEST && world_one_in(random, 3)))
    query.count = 1;
  if (query.selector == RELATA_PATHS_ANY)
    query.order = RELATA_ORDER_HOPS;
  query.in_order = query.order == RELATA_ORDER_HOPS && world_one_in(random, 2);
  query.reading = (RelataReading)world_below(random, RELATA_N_READINGS);
  taken = 1u << query.from | 1u << query.to;
  query.n_avoid = world_one_in(random, 2) ? case_some_actors(random, world, 2, taken, query.avoid) : 0;
  taken = 0;
  for (guint i = 0; i < query.n_avoid; i++)
    taken |= 1u << query.avoid[i];
  query.n_via = world_one_in(random, 2) ? case_some_actors(random, world, 3, taken, query.via) : 0;
  if (world_one_in(random, 3))
    query.directed = world_one_in(random, 2);
  else
    query.pattern = oracle_pattern_random(world, random);
  return query;
}

static inline void
case_query_clear(WorldQuery *query)
{
  g_clear_pointer(&query->pattern, oracle_pattern_free);
}

/* As a rule one that has an answer of more than one hop: most that are made at random have none. */
static inline WorldQuery
case_good_query(GRand *random, const World *world)
{
  for (guint tries = 0;; tries++) {
    WorldQuery query = case_random_query(random, world);
    const OracleAnswer answer = oracle_ask(world, &query);
    const gboolean good = answer.rows->len > 0 && g_array_index(answer.rows, Row, 0).n_hops > 1;
    g_array_unref(answer.rows);
    if (good || tries == 5)
      return query;
    case_query_clear(&query);
  }
}

/* ── Printing ────────────────────────────────────────────────────────────────────────────── */

static inline void
case_append_actors(GString *line, const char *option, const guint *actors, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf(line, "%s%s", i == 0 ? option : ",", world_actors[actors[i]]);
}

/* As a command line, and what a command line does not say. */
static inline char *
case_query_text(const WorldQuery *query)
{
  static const char *const orders[] = {"", " --strongest", " --most-reliable", " --avoid-hubs"};
  static const char *const readings[] = {" --surely", "", " --possibly"};
  GString *line = g_string_new("relata path corpus.json ");
  g_string_append_printf(line, "%s %s%s%s%s", world_actors[query->from], world_actors[query->to],
                         orders[query->order], query->in_order ? " --in-order" : "",
                         readings[query->reading]);
  case_append_actors(line, " --via ", query->via, query->n_via);
  case_append_actors(line, " --avoid ", query->avoid, query->n_avoid);
  g_string_append(line, query->directed ? " --directed" : "");
  if (query->max_hops > 0)
    g_string_append_printf(line, " --max-hops %u", query->max_hops);
  if (query->pattern != NULL) {
    g_autofree char *quoted = g_shell_quote(query->pattern->text->str);
    g_string_append_printf(line, " --along %s", quoted);
  }
  if (query->mode != RELATA_MODE_USUAL)
    g_string_append_printf(line, " --mode %s", relata_path_modes[query->mode].name);
  if (query->selector == RELATA_PATHS_BEST)
    g_string_append_printf(line, " -k %u", query->count);
  else
    g_string_append_printf(line, " --%s", relata_path_selectors[query->selector].name);
  if (query->selector == RELATA_PATHS_GROUPS)
    g_string_append_printf(line, " %u", query->groups);
  if (query->selector > RELATA_PATHS_ANY)
    g_string_append_printf(line, " --limit %u", query->count);
  return g_string_free(line, FALSE);
}

G_GNUC_NORETURN static inline void
case_fail(const Case *at, const WorldQuery *query, const char *what, const char *is, const char *should_be)
{
  g_autofree char *line = case_query_text(query), *json = world_json(&at->world);
  g_error("seed %u: %s\n%s\nis:\n%sshould be:\n%scorpus.json:\n%s", at->seed, what, line, is, should_be,
          json);
}

/* As a question about the case's corpus; it borrows all that it is given. */
static inline RelataPathQuestion
case_question(const Case *at, const RelataSelection *selection, const WorldQuery *query,
              const RelataPattern *pattern)
{
  return (RelataPathQuestion){.corpus = at->corpus,
                              .selection = selection,
                              .from = query->from,
                              .to = query->to,
                              .directed = query->directed,
                              .max_hops = query->max_hops,
                              .via = query->via,
                              .n_via = query->n_via,
                              .avoid = query->avoid,
                              .n_avoid = query->n_avoid,
                              .pattern = pattern,
                              .order = query->order,
                              .in_order = query->in_order,
                              .mode = query->mode,
                              .selector = query->selector,
                              .groups = query->groups,
                              .count = query->count};
}

/* NULL where it has too many hops for an automaton. */
static inline RelataPattern *
case_parse(const Case *at, const WorldQuery *query)
{
  g_autoptr(GError) error = NULL;
  RelataPattern *pattern = relata_pattern_parse(at->corpus, query->pattern->text->str, &error);
  if (pattern == NULL &&
      (oracle_written_out(query->pattern, query->pattern->root) < RELATA_PATTERN_MAX_STATES ||
       !g_error_matches(error, RELATA_ERROR, RELATA_ERROR_VALUE)))
    case_fail(at, query, error->message, "", "");
  return pattern;
}

#endif
