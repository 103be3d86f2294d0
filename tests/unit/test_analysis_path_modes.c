/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Every mode of path search in random combination against an oracle that tries every row of hops
 * (path_oracle.h): the same paths in the same order. A case that fails prints the question, and the corpus as
 * a file that relata reads. */
#include "analysis/question.h"

#include "path_case.h"
#include "text/error.h"

/* Given with -D, there are more worlds to be had. */
#ifndef N_WORLDS
#define N_WORLDS 2000
#endif
#define N_QUERIES 5 /* to each */

/* What was put to the test, counted where there is something to get wrong: an answer, and hops in it. */
typedef enum {
  MODE_PLAIN,
  MODE_PATTERN,
  MODE_LOOPLESS_PATTERN,
  MODE_COMES_TWICE, /* an actor that is on the path again */
  MODE_SEVERAL,
  MODE_ALL,
  MODE_CUT,
  MODE_MAX_HOPS,
  MODE_VIA,
  MODE_VIA_PATTERN,
  MODE_AVOID,
  MODE_DIRECTED,
  MODE_STRONGEST,
  MODE_RELIABLE,
  MODE_HUBS,
  MODE_HUBS_PATTERN,
  MODE_POSSIBLY,
  MODE_SURELY,
  MODE_TIME_PATTERN,
  MODE_TIME_MATTERS, /* without it the answer would be another */
  MODE_NO_PATH,
  MODE_LONG,
  MODE_UNKNOWN, /* to the oracle */
  N_MODES
} Mode;

static const struct {
  const char *name;
  guint least;
} modes[N_MODES] = {
    [MODE_PLAIN] = {"no pattern", 3000},
    [MODE_PATTERN] = {"pattern", 1000},
    [MODE_LOOPLESS_PATTERN] = {"loopless along a pattern", 400},
    [MODE_COMES_TWICE] = {"an actor twice", 200},
    [MODE_SEVERAL] = {"several", 800},
    [MODE_ALL] = {"all", 250},
    [MODE_CUT] = {"cut", 1000},
    [MODE_MAX_HOPS] = {"hop limit", 1800},
    [MODE_VIA] = {"via", 800},
    [MODE_VIA_PATTERN] = {"via along a pattern", 150},
    [MODE_AVOID] = {"avoid", 400},
    [MODE_DIRECTED] = {"directed", 1200},
    [MODE_STRONGEST] = {"strongest", 500},
    [MODE_RELIABLE] = {"most reliable", 500},
    [MODE_HUBS] = {"avoid hubs", 450},
    [MODE_HUBS_PATTERN] = {"avoid hubs along a pattern", 120},
    [MODE_POSSIBLY] = {"possibly in order", 400},
    [MODE_SURELY] = {"surely in order", 300},
    [MODE_TIME_PATTERN] = {"in order along a pattern", 200},
    [MODE_TIME_MATTERS] = {"order excludes something", 100},
    [MODE_NO_PATH] = {"no path", 1000},
    [MODE_LONG] = {"four hops or more", 150},
    [MODE_UNKNOWN] = {"unknown to the oracle", 0},
};
static guint counts[N_MODES];

/* ── Printing ────────────────────────────────────────────────────────────────────────────── */

static char *
row_text(const World *world, const Row *row)
{
  GString *text = g_string_new(world_actors[row->actors[0]]);
  for (guint i = 0; i < row->n_hops; i++)
    g_string_append_printf(text, row->forward[i] ? " %s> %s" : " <%s %s",
                           world_types[world->ties[row->ties[i]].type].id, world_actors[row->actors[i + 1]]);
  g_string_append_c(text, '\n');
  return g_string_free(text, FALSE);
}

static char *
path_text(const RelataNetwork *network, const RelataPath *path)
{
  GString *text = g_string_new(relata_network_actor(network, path->vertices[0])->id);
  for (guint i = 0; i < path->n_hops; i++) {
    const RelataTie *tie = &network->ties[path->hops[i].tie];
    const guint ends[] = {path->vertices[i], path->vertices[i + 1]};
    g_assert_true((tie->from == ends[0] && tie->to == ends[1]) ||
                  (tie->from == ends[1] && tie->to == ends[0]));
    g_string_append_printf(text, path->hops[i].forward ? " %s> %s" : " <%s %s",
                           relata_network_relation(network, tie)->id,
                           relata_network_actor(network, ends[1])->id);
  }
  g_string_append_c(text, '\n');
  return g_string_free(text, FALSE);
}

static char *
rows_text(const World *world, const GArray *rows)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < rows->len; i++) {
    g_autofree char *one = row_text(world, &g_array_index(rows, Row, i));
    g_string_append(text, one);
  }
  return g_string_free(g_steal_pointer(&text), FALSE);
}

static char *
paths_text(const RelataNetwork *network, const GPtrArray *paths)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < paths->len; i++) {
    g_autofree char *one = path_text(network, g_ptr_array_index(paths, i));
    g_string_append(text, one);
  }
  return g_string_free(g_steal_pointer(&text), FALSE);
}

G_GNUC_NORETURN static void
fail(const Case *at, const WorldQuery *query, const char *what, const char *is, const char *should_be)
{
  g_autofree char *line = case_query_text(query), *json = world_json(&at->world);
  g_error("seed %u: %s\n%s\nis:\n%sshould be:\n%scorpus.json:\n%s", at->seed, what, line, is, should_be,
          json);
}

/* ── Questions ───────────────────────────────────────────────────────────────────────────── */

/* The same with vertices; they are kept in `vertices`. */
static RelataPathQuery
engine_query(const Case *at, const WorldQuery *query, const RelataPattern *pattern, guint *vertices)
{
  RelataPathQuery asked = {.from = at->network->vertices[query->from],
                           .to = at->network->vertices[query->to],
                           .directed = query->directed,
                           .max_hops = query->max_hops,
                           .via = vertices,
                           .n_via = query->n_via,
                           .avoid = vertices + query->n_via,
                           .n_avoid = query->n_avoid,
                           .pattern = pattern,
                           .order = query->order,
                           .time = query->time,
                           .all = query->all,
                           .loopless = query->loopless,
                           .count = query->count,
                           .probe = TRUE};
  for (guint i = 0; i < query->n_via; i++)
    vertices[i] = at->network->vertices[query->via[i]];
  for (guint i = 0; i < query->n_avoid; i++)
    vertices[query->n_via + i] = at->network->vertices[query->avoid[i]];
  return asked;
}

/* NULL where it has too many hops for an automaton. */
static RelataPattern *
parse(const Case *at, const WorldQuery *query)
{
  g_autoptr(GError) error = NULL;
  RelataPattern *pattern = relata_pattern_parse(at->corpus, query->pattern->text->str, &error);
  if (pattern == NULL &&
      (oracle_written_out(query->pattern, query->pattern->root) < RELATA_PATTERN_MAX_STATES ||
       !g_error_matches(error, RELATA_ERROR, RELATA_ERROR_LIMIT)))
    fail(at, query, error->message, "", "");
  return pattern;
}

/* ── The comparison ──────────────────────────────────────────────────────────────────────── */

static gboolean
comes_twice(const Row *row)
{
  for (guint i = 1; i <= row->n_hops; i++)
    if (oracle_among(row->actors, i, row->actors[i]))
      return TRUE;
  return FALSE;
}

static void
seen(Mode mode, gboolean it)
{
  if (it)
    counts[mode]++;
}

static void
count(const Case *at, const WorldQuery *query, const OracleAnswer *answer)
{
  const gboolean along = query->pattern != NULL;
  const gboolean several = query->count > 1 && !query->all;
  seen(MODE_NO_PATH, answer->rows->len == 0);
  seen(MODE_CUT, answer->cut);
  if (answer->rows->len == 0)
    return;
  const Row *first = &g_array_index(answer->rows, Row, 0);
  if (first->n_hops == 0)
    return;
  seen(along ? MODE_PATTERN : MODE_PLAIN, TRUE);
  seen(MODE_LOOPLESS_PATTERN, along && (query->loopless || several) && query->n_via == 0);
  seen(MODE_COMES_TWICE, comes_twice(first));
  seen(MODE_SEVERAL, several && answer->rows->len > 1);
  seen(MODE_ALL, query->all && answer->rows->len > 1);
  seen(MODE_MAX_HOPS, query->max_hops > 0);
  seen(MODE_VIA, query->n_via > 0);
  seen(MODE_VIA_PATTERN, query->n_via > 0 && along);
  seen(MODE_AVOID, query->n_avoid > 0);
  seen(MODE_DIRECTED, query->directed);
  seen(MODE_STRONGEST, query->order == RELATA_ORDER_STRONGEST);
  seen(MODE_RELIABLE, query->order == RELATA_ORDER_MOST_RELIABLE);
  seen(MODE_HUBS, query->order == RELATA_ORDER_AVOID_HUBS);
  seen(MODE_HUBS_PATTERN, query->order == RELATA_ORDER_AVOID_HUBS && along);
  seen(MODE_LONG, first->n_hops >= 4);
  if (query->time == RELATA_TIME_IGNORED || first->n_hops == 1)
    return;
  seen(query->time == RELATA_TIME_SURELY ? MODE_SURELY : MODE_POSSIBLY, TRUE);
  seen(MODE_TIME_PATTERN, along);
  WorldQuery anytime = *query;
  anytime.time = RELATA_TIME_IGNORED;
  const OracleAnswer other = oracle_ask(&at->world, &anytime);
  if (other.is_known)
    seen(MODE_TIME_MATTERS,
         oracle_compare_rows(&g_array_index(other.rows, Row, 0), first, (gpointer)(gsize)&at->world) != 0);
  g_array_unref(other.rows);
}

typedef struct {
  const Case *at;
  GString *text;
  guint n, most;
} Collected;

static gboolean
collect(const RelataPath *path, gpointer data)
{
  Collected *collected = data;
  g_autofree char *one = path_text(collected->at->network, path);
  g_string_append(collected->text, one);
  return ++collected->n < collected->most;
}

/* Given away one by one: the same, and the answer keeps none. Stopped early: the first ones. */
static void
compare_given_away(const Case *at, const WorldQuery *query, RelataPathQuery asked, const char *is,
                   gboolean cut)
{
  g_autoptr(GString) text = g_string_new(NULL);
  Collected collected = {at, text, 0, G_MAXUINT};
  asked.found = collect;
  asked.data = &collected;
  g_autoptr(RelataPathAnswer) answer = relata_path_search(at->searcher, &asked, NULL);
  if (strcmp(text->str, is) != 0 || answer->n_found != collected.n || answer->paths->len != 0 ||
      answer->cut != cut)
    fail(at, query, "paths given away one by one are others", text->str, is);
  if (collected.n < 2)
    return;
  collected.most = collected.n / 2;
  collected.n = 0;
  g_string_truncate(text, 0);
  g_autoptr(RelataPathAnswer) half = relata_path_search(at->searcher, &asked, NULL);
  if (!g_str_has_prefix(is, text->str) || collected.n != collected.most || half->n_found != collected.n)
    fail(at, query, "paths given away until there are enough are others", text->str, is);
}

/* Without `probe` the same paths; what is said to be left out is there. */
static void
compare_without_probe(const Case *at, const WorldQuery *query, RelataPathQuery asked, const char *is,
                      gboolean cut)
{
  asked.probe = FALSE;
  g_autoptr(RelataPathAnswer) answer = relata_path_search(at->searcher, &asked, NULL);
  g_autofree char *text = paths_text(at->network, answer->paths);
  if (strcmp(text, is) != 0 || (answer->cut && !cut))
    fail(at, query, answer->cut && !cut ? "cut without probe" : "without probe", text, is);
}

/* The answer as text; newly allocated. NULL where the pattern is too large. */
static char *
compare(const Case *at, const WorldQuery *query, gboolean in_full)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataPattern) pattern = query->pattern != NULL ? parse(at, query) : NULL;
  guint vertices[8];
  if (query->pattern != NULL && pattern == NULL)
    return NULL;
  const RelataPathQuery asked = engine_query(at, query, pattern, vertices);
  g_autoptr(RelataPathAnswer) answer = relata_path_search(at->searcher, &asked, &error);
  g_assert_no_error(error);
  g_autofree char *is = paths_text(at->network, answer->paths);
  if (!in_full)
    return g_steal_pointer(&is);
  const OracleAnswer expected = oracle_ask(&at->world, query);
  g_autoptr(GArray) rows = expected.rows;
  g_autofree char *should_be = rows_text(&at->world, rows);
  if (answer->gave_up || answer->n_found != answer->paths->len)
    fail(at, query, answer->gave_up ? "gave up" : "n_found", is, should_be);
  if (expected.is_known) {
    if (strcmp(is, should_be) != 0)
      fail(at, query, "other paths", is, should_be);
    if (answer->cut != expected.cut)
      fail(at, query, answer->cut ? "there are no more paths" : "there are more paths", is, should_be);
    count(at, query, &expected);
  } else {
    counts[MODE_UNKNOWN]++;
    if (expected.length != RELATA_NONE &&
        (answer->paths->len == 0 ||
         ((const RelataPath *)g_ptr_array_index(answer->paths, 0))->n_hops != expected.length))
      fail(at, query, "another length than the best", is, should_be);
  }
  compare_given_away(at, query, asked, is, answer->cut);
  compare_without_probe(at, query, asked, is, answer->cut);
  return g_steal_pointer(&is);
}

static void
test_modes(void)
{
  for (guint32 seed = 1; seed <= N_WORLDS; seed++) {
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    Case at;
    WorldQuery queries[N_QUERIES];
    char *answers[N_QUERIES];
    case_init(&at, seed, random);
    for (guint i = 0; i < N_QUERIES; i++) {
      queries[i] = case_good_query(random, &at.world);
      answers[i] = compare(&at, &queries[i], TRUE);
    }
    /* What other searches left behind does not matter. */
    for (guint i = 0; i < N_QUERIES; i++) {
      g_autofree char *again = compare(&at, &queries[i], FALSE);
      if (g_strcmp0(again, answers[i]) != 0)
        fail(&at, &queries[i], "another answer the second time", again, answers[i]);
      g_free(answers[i]);
      case_query_clear(&queries[i]);
    }
    case_clear(&at);
  }
  for (guint i = 0; i < N_MODES; i++)
    g_test_message("%s: %u", modes[i].name, counts[i]);
  for (guint i = 0; i < N_MODES; i++)
    g_assert_cmpuint(counts[i], >=, modes[i].least);
  g_assert_cmpuint(counts[MODE_UNKNOWN], <, N_WORLDS * N_QUERIES / 20);
}

/* ── The nearest miss ────────────────────────────────────────────────────────────────────── */

/* Takes one constraint away and returns how it is written; NULL where it is not set. */
static char *
lift(WorldQuery *query, guint which)
{
  g_autoptr(GString) option = g_string_new(NULL);
  const WorldQuery was = *query;
  switch (which) {
  case 0:
    query->directed = FALSE;
    return was.directed ? g_strdup("--directed") : NULL;
  case 1:
    query->max_hops = 0;
    return was.max_hops > 0 ? g_strdup_printf("--max-hops %u", was.max_hops) : NULL;
  case 2:
    query->n_via = 0;
    case_append_actors(option, "--via ", was.via, was.n_via);
    return was.n_via > 0 ? g_strdup(option->str) : NULL;
  case 3:
    query->n_avoid = 0;
    case_append_actors(option, "--avoid ", was.avoid, was.n_avoid);
    return was.n_avoid > 0 ? g_strdup(option->str) : NULL;
  case 4:
    query->pattern = NULL;
    return was.pattern != NULL ? g_strdup_printf("--along '%s'", was.pattern->text->str) : NULL;
  case 5:
    query->time = RELATA_TIME_POSSIBLY;
    return was.time == RELATA_TIME_SURELY ? g_strdup("--surely") : NULL;
  default:
    query->time = RELATA_TIME_IGNORED;
    return was.time != RELATA_TIME_IGNORED ? g_strdup("--in-order") : NULL;
  }
}

/* The option without which the path has the fewest hops, "" where none opens one; NULL: not known. */
static char *
expected_miss(const World *world, const WorldQuery *query, guint *fewest)
{
  g_autofree char *best = g_strdup("");
  *fewest = G_MAXUINT;
  for (guint which = 0; which < 7; which++) {
    WorldQuery lifted = *query;
    g_autofree char *option = lift(&lifted, which);
    if (option == NULL)
      continue;
    lifted.loopless = query->loopless || (query->count > 1 && !query->all);
    lifted.all = FALSE;
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
  g_autoptr(RelataPattern) pattern = query->pattern != NULL ? parse(at, query) : NULL;
  g_autofree char *should_be = expected_miss(&at->world, query, &fewest), *option = NULL;
  if (should_be == NULL || (query->pattern != NULL && pattern == NULL))
    return NULL;
  g_autoptr(RelataSelection) selection = relata_selection_new(at->corpus);
  const RelataPathQuestion question = {.corpus = at->corpus,
                                       .selection = selection,
                                       .from = query->from,
                                       .to = query->to,
                                       .directed = query->directed,
                                       .max_hops = query->max_hops,
                                       .via = query->via,
                                       .avoid = query->avoid,
                                       .n_via = query->n_via,
                                       .n_avoid = query->n_avoid,
                                       .pattern = pattern,
                                       .order = query->order,
                                       .time = query->time,
                                       .all = query->all,
                                       .loopless = query->loopless,
                                       .count = query->count};
  g_autoptr(RelataPathFindings) findings = relata_path_ask(&question, NULL);
  if (findings->answer->n_found > 0)
    fail(at, query, "no path expected", "", "");
  g_autoptr(RelataPathFindings) miss = relata_path_nearest_miss(&question, &option);
  if (g_strcmp0(miss != NULL ? option : "", should_be) != 0)
    fail(at, query, "another option stands in the way", option != NULL ? option : "none\n", should_be);
  if (miss != NULL && ((const RelataPath *)g_ptr_array_index(miss->answer->paths, 0))->n_hops != fewest)
    fail(at, query, "another miss", option, "");
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
    query.time = RELATA_TIME_SURELY;
  }
  const guint actor = world_below(random, world->n_actors);
  if (query.n_avoid == 0 && world_one_in(random, 2) && actor != query.from && actor != query.to &&
      !oracle_among(query.via, query.n_via, actor))
    query.avoid[query.n_avoid++] = actor;
  return query;
}

static void
test_miss(void)
{
  static const char *const names[] = {"--directed", "--max-hops", "--via",      "--avoid",
                                      "--along",    "--surely",   "--in-order", "none"};
  static const guint least[G_N_ELEMENTS(names)] = {40, 100, 60, 30, 300, 20, 5, 300};
  guint n[G_N_ELEMENTS(names)] = {0};
  for (guint32 seed = 1; seed <= N_WORLDS * 2 / 5; seed++) {
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
    g_assert_cmpuint(n[i], >=, least[i]);
}

static void
test_refused(void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(1);
  Case at;
  case_init(&at, 1, random);
  guint ends[] = {0, 1}, many[RELATA_PATH_MAX_VIA + 1] = {0}, beyond = at.network->n_actors;
  g_autoptr(RelataPattern) pattern = relata_pattern_parse(at.corpus, ".", NULL);
  const struct {
    RelataPathQuery query;
    const char *says;
  } refused[] = {
      {{.to = 1, .count = 0}, "at least one path"},
      {{.to = beyond, .count = 1}, "the selection leaves out"},
      {{.from = beyond, .count = 1}, "the selection leaves out"},
      {{.to = 1, .count = 1, .via = &beyond, .n_via = 1}, "the selection leaves out"},
      {{.to = 1, .count = 1, .avoid = &beyond, .n_avoid = 1}, "the selection leaves out"},
      {{.to = 1, .count = 1, .avoid = &ends[0], .n_avoid = 1}, "an end of the path cannot be avoided"},
      {{.to = 1, .count = 1, .avoid = &ends[1], .n_avoid = 1}, "an end of the path cannot be avoided"},
      {{.to = 1, .count = 1, .via = ends, .n_via = 2, .avoid = ends, .n_avoid = 1},
       "both be on the path and be"},
      {{.to = 1, .count = 1, .via = many, .n_via = RELATA_PATH_MAX_VIA + 1}, "at most 16"},
      {{.to = 1, .count = 1, .directed = TRUE, .pattern = pattern}, "a pattern says the direction"},
      {{.to = 1, .count = 1, .time = RELATA_TIME_POSSIBLY, .order = RELATA_ORDER_STRONGEST},
       "fewest hops only"},
      {{.to = 1, .count = 1, .time = RELATA_TIME_SURELY, .order = RELATA_ORDER_MOST_RELIABLE},
       "fewest hops only"},
      {{.to = 1, .count = 1, .time = RELATA_TIME_SURELY, .order = RELATA_ORDER_AVOID_HUBS},
       "fewest hops only"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(refused); i++) {
    g_autoptr(GError) error = NULL;
    g_assert_null(relata_path_search(at.searcher, &refused[i].query, &error));
    g_assert_error(error, RELATA_ERROR, RELATA_ERROR_VALUE);
    g_assert_nonnull(strstr(error->message, refused[i].says));
  }
  case_clear(&at);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/analysis/path-modes/refused", test_refused);
  g_test_add_func("/analysis/path-modes/random", test_modes);
  g_test_add_func("/analysis/path-modes/miss", test_miss);
  return g_test_run();
}
