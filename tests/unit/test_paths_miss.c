/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which option stands in the way of a path, against the oracle asked with each option lifted in turn. */
#include "many.h"
#include "path_case.h"
#include "paths/question.h"
#include "small_corpus.h"

#define N_WORLDS  many(200)
#define N_QUERIES 9 /* to each */

#define N_LIFTS 7

/* Takes one constraint away, first the filters, of which the reading of dates is one, and returns how it is
 * written; NULL where it is not set. */
static char *
lift(WorldQuery *query, guint which)
{
  g_autoptr(GString) option = g_string_new(NULL);
  const WorldQuery was = *query;
  switch (which) {
  case 0:
    query->reading = RELATA_PRESUMABLY;
    return was.reading == RELATA_PRESUMABLY ? NULL
                                            : g_strdup_printf("`%s`", relata_reading_name(was.reading));
  case 1:
    query->directed = FALSE;
    return was.directed ? g_strdup("`directed`") : NULL;
  case 2:
    query->max_hops = 0;
    return was.max_hops > 0 ? g_strdup_printf("`max-hops` %u", was.max_hops) : NULL;
  case 3:
    query->n_via = 0;
    case_append_actors(option, "`via` ", was.via, was.n_via);
    return was.n_via > 0 ? g_strdup(option->str) : NULL;
  case 4:
    query->n_avoid = 0;
    case_append_actors(option, "`avoid` ", was.avoid, was.n_avoid);
    return was.n_avoid > 0 ? g_strdup(option->str) : NULL;
  case 5: {
    query->pattern = NULL;
    g_autofree char *quoted = was.pattern != NULL ? g_shell_quote(was.pattern->text->str) : NULL;
    return quoted != NULL ? g_strdup_printf("`along` %s", quoted) : NULL;
  }
  default:
    query->in_order = FALSE;
    return was.in_order ? g_strdup("`in-order`") : NULL;
  }
}

/* The mode in force, where a looser one opens a path, "" where none does; NULL: not known. */
static char *
expected_mode(const World *world, const WorldQuery *query, guint *fewest)
{
  static const RelataPathMode modes[] = {RELATA_MODE_ACYCLIC, RELATA_MODE_SIMPLE, RELATA_MODE_TRAIL,
                                         RELATA_MODE_WALK};
  WorldQuery looser = *query;
  gboolean is_looser = FALSE;
  looser.selector = RELATA_PATHS_BEST;
  looser.count = 1;
  for (guint i = 0; i < G_N_ELEMENTS(modes); i++) {
    looser.mode = modes[i];
    const OracleAnswer answer = oracle_ask(world, &looser);
    g_autoptr(GArray) rows = answer.rows;
    if (is_looser && !answer.is_known)
      return NULL;
    if (is_looser && rows->len > 0) {
      *fewest = g_array_index(rows, Row, 0).n_hops;
      return g_strdup_printf("`mode` %s", relata_path_modes[oracle_mode(query)].name);
    }
    is_looser = is_looser || modes[i] == oracle_mode(query);
  }
  return g_strdup("");
}

/* The option without which the path has the fewest hops, "" where none opens one; NULL: not known. */
static char *
expected_miss(const World *world, const WorldQuery *query, guint *fewest)
{
  g_autofree char *best = expected_mode(world, query, fewest);
  if (best == NULL || *best != '\0')
    return g_steal_pointer(&best);
  *fewest = G_MAXUINT;
  for (guint which = 0; which < N_LIFTS; which++) {
    WorldQuery lifted = *query;
    g_autofree char *option = lift(&lifted, which);
    if (option == NULL)
      continue;
    lifted.selector = RELATA_PATHS_BEST;
    lifted.count = 1;
    const OracleAnswer answer = oracle_ask(world, &lifted);
    g_autoptr(GArray) rows = answer.rows;
    if (!answer.is_known)
      return NULL;
    if (rows->len > 0 && g_array_index(rows, Row, 0).n_hops < *fewest) {
      *fewest = g_array_index(rows, Row, 0).n_hops;
      g_free(best);
      best = g_steal_pointer(&option);
    }
  }
  return g_steal_pointer(&best);
}

/* Of a question whose answer is no. Returns which option is said to stand in the way, or NULL. */
static char *
compare_miss(const Case *at, const WorldQuery *query)
{
  guint fewest;
  g_autoptr(RelataPattern) pattern = query->pattern != NULL ? case_parse(at, query) : NULL;
  g_autofree char *should_be = expected_miss(&at->world, query, &fewest), *option = NULL;
  if (should_be == NULL || (query->pattern != NULL && pattern == NULL))
    return NULL;
  g_autoptr(RelataSelection) selection = relata_selection_new(at->corpus);
  world_set_reading(selection, query->reading);
  const RelataPathQuestion question = case_question(at, selection, query, pattern);
  g_autoptr(RelataPathFindings) findings = relata_path_ask(&question, NULL);
  if (findings->answer->n_found > 0)
    case_fail(at, query, "no path expected", "", "");
  g_autoptr(RelataPathFindings) miss = relata_path_nearest_miss(&question, &option);
  if (g_strcmp0(miss != NULL ? option : "", should_be) != 0)
    case_fail(at, query, "another option stands in the way", option != NULL ? option : "none\n", should_be);
  if (miss != NULL && ((const RelataPath *)g_ptr_array_index(miss->answer->paths, 0))->n_hops != fewest)
    case_fail(at, query, "another miss", option, "");
  return g_steal_pointer(&option);
}

/* One that has an answer, as a rule, with something more asked of it. */
static WorldQuery
tightened_query(GRand *random, const World *world)
{
  WorldQuery query = case_good_query(random, world);
  if (world_one_in(random, 2))
    query.max_hops = 1 + world_below(random, 2);
  if (world_one_in(random, 2)) {
    query.order = RELATA_ORDER_HOPS;
    query.in_order = TRUE;
    query.reading = world_one_in(random, 2) ? RELATA_SURELY : RELATA_PRESUMABLY;
  }
  if (query.pattern != NULL && world_one_in(random, 2))
    query.mode = world_one_in(random, 2) ? RELATA_MODE_ACYCLIC : RELATA_MODE_TRAIL;
  const guint actor = world_below(random, world->n_actors);
  if (query.n_avoid == 0 && world_one_in(random, 2) && actor != query.from && actor != query.to &&
      !oracle_among(query.via, query.n_via, actor))
    query.avoid[query.n_avoid++] = actor;
  return query;
}

static void
test_miss(void)
{
  static const char *const names[] = {"`directed`", "`max-hops`", "`via`",  "`avoid`", "`along`",
                                      "`surely`",   "`in-order`", "`mode`", "none"};
  static const guint least[G_N_ELEMENTS(names)] = {40, 100, 60, 20, 300, 20, 2, 20, 300}; /* in 800 worlds */
  guint n[G_N_ELEMENTS(names)] = {0};
  for (guint32 seed = 1; seed <= N_WORLDS; seed++) {
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    Case at;
    case_init(&at, seed, random);
    for (guint i = 0; i < N_QUERIES; i++) {
      WorldQuery query = tightened_query(random, &at.world);
      const OracleAnswer answer = oracle_ask(&at.world, &query);
      if (answer.is_known && answer.rows->len == 0) {
        g_autofree char *option = compare_miss(&at, &query);
        guint which = 0;
        while (which + 1 < G_N_ELEMENTS(names) && (option == NULL || !g_str_has_prefix(option, names[which])))
          which++;
        n[which]++;
      }
      g_array_unref(answer.rows);
      case_query_clear(&query);
    }
    case_clear(&at);
  }
  for (guint i = 0; i < G_N_ELEMENTS(names); i++)
    g_test_message("%s: %u", names[i], n[i]);
  for (guint i = 0; i < G_N_ELEMENTS(names); i++)
    g_assert_cmpuint(800 * n[i], >=, N_WORLDS * least[i]);
}

/* What a ground keeps for the next question is what that would have made itself. */
static void
test_kept(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  small_claim(corpus, "a", "likes", "b", "d1");
  small_claim(corpus, "b", "hits", "c", "d2");
  small_claim(corpus, "a", "owns", "x", "d3");
  small_claim(corpus, "x", "owns", "c", "d3");
  g_autoptr(RelataSelection) selection = relata_selection_new(corpus);
  g_assert_true(relata_selection_set(selection, RELATA_FILTER_RELATION, "likes", NULL));
  g_assert_true(relata_selection_set(selection, RELATA_FILTER_NOT_DOCUMENT, "d3", NULL));
  g_autoptr(RelataPathGround) ground = relata_path_ground_new(corpus, selection, NULL);
  const RelataNetwork *first = NULL;
  for (guint i = 0; i < 3; i++) {
    const RelataPathQuestion question = {.corpus = corpus,
                                         .selection = selection,
                                         .ground = i < 2 ? ground : NULL,
                                         .from = relata_corpus_find_actor(corpus, "a"),
                                         .to = relata_corpus_find_actor(corpus, "c"),
                                         .count = 1};
    g_autofree char *option = NULL;
    g_autoptr(RelataPathFindings) miss = relata_path_nearest_miss(&question, &option);
    g_assert_cmpstr(option, ==, "`relation` likes");
    g_assert_cmpuint(miss->network->n_ties, ==, 2);
    g_assert_true(i != 1 || miss->network == first);
    first = miss->network;
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/paths/miss/random", test_miss);
  g_test_add_func("/paths/miss/kept", test_kept);
  return g_test_run();
}
