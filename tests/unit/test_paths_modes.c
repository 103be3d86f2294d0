/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Every mode of path search in random combination against an oracle that tries every row of hops
 * (path_oracle.h): the same paths in the same order. A case that fails prints the question, and the corpus as
 * a file that relata reads. */
#include "many.h"
#include "path_case.h"
#include "text/error.h"

#define N_WORLDS  many(500)
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
  MODE_SURELY,
  MODE_PRESUMABLY,
  MODE_POSSIBLY,
  MODE_TIME_PATTERN,
  MODE_TIME_MATTERS, /* without it the answer would be another */
  MODE_NO_PATH,
  MODE_LONG,
  MODE_UNKNOWN, /* to the oracle */
  N_MODES
} Mode;

static const struct {
  const char *name;
  guint least; /* in 2000 worlds */
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
    [MODE_SURELY] = {"surely in order", 150},
    [MODE_PRESUMABLY] = {"presumably in order", 200},
    [MODE_POSSIBLY] = {"possibly in order", 200},
    [MODE_TIME_PATTERN] = {"in order along a pattern", 200},
    [MODE_TIME_MATTERS] = {"order excludes something", 50},
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

/* ── Questions ───────────────────────────────────────────────────────────────────────────── */

/* The same with vertices; they are kept in `vertices`. */
static RelataPathQuery
engine_query(const Case *at, const WorldQuery *query, const RelataPattern *pattern, guint *vertices)
{
  const guint *numbers = at->networks[query->reading]->vertices;
  RelataPathQuery asked = {.from = numbers[query->from],
                           .to = numbers[query->to],
                           .directed = query->directed,
                           .max_hops = query->max_hops,
                           .via = vertices,
                           .n_via = query->n_via,
                           .avoid = vertices + query->n_via,
                           .n_avoid = query->n_avoid,
                           .pattern = pattern,
                           .order = query->order,
                           .in_order = query->in_order,
                           .all = query->all,
                           .loopless = query->loopless,
                           .count = query->count,
                           .probe = TRUE};
  for (guint i = 0; i < query->n_via; i++)
    vertices[i] = numbers[query->via[i]];
  for (guint i = 0; i < query->n_avoid; i++)
    vertices[query->n_via + i] = numbers[query->avoid[i]];
  return asked;
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
  if (!query->in_order || first->n_hops == 1)
    return;
  seen((Mode)(MODE_SURELY + query->reading), TRUE);
  seen(MODE_TIME_PATTERN, along);
  WorldQuery anytime = *query;
  anytime.in_order = FALSE;
  const OracleAnswer other = oracle_ask(&at->world, &anytime);
  if (other.is_known)
    seen(MODE_TIME_MATTERS,
         oracle_compare_rows(&g_array_index(other.rows, Row, 0), first, (gpointer)(gsize)&at->world) != 0);
  g_array_unref(other.rows);
}

typedef struct {
  const RelataNetwork *network;
  GString *text;
  guint n, most;
} Collected;

static gboolean
collect(const RelataPath *path, gpointer data)
{
  Collected *collected = data;
  g_autofree char *one = path_text(collected->network, path);
  g_string_append(collected->text, one);
  return ++collected->n < collected->most;
}

/* Given away one by one: the same, and the answer keeps none. Stopped early: the first ones. */
static void
compare_given_away(const Case *at, const WorldQuery *query, RelataPathQuery asked, const char *is,
                   gboolean cut)
{
  g_autoptr(GString) text = g_string_new(NULL);
  Collected collected = {at->networks[query->reading], text, 0, G_MAXUINT};
  asked.found = collect;
  asked.data = &collected;
  g_autoptr(RelataPathAnswer) answer = relata_path_search(at->searchers[query->reading], &asked, NULL);
  if (strcmp(text->str, is) != 0 || answer->n_found != collected.n || answer->paths->len != 0 ||
      answer->cut != cut)
    case_fail(at, query, "paths given away one by one are others", text->str, is);
  if (collected.n < 2)
    return;
  collected.most = collected.n / 2;
  collected.n = 0;
  g_string_truncate(text, 0);
  g_autoptr(RelataPathAnswer) half = relata_path_search(at->searchers[query->reading], &asked, NULL);
  if (!g_str_has_prefix(is, text->str) || collected.n != collected.most || half->n_found != collected.n)
    case_fail(at, query, "paths given away until there are enough are others", text->str, is);
}

/* Without `probe` the same paths; what is said to be left out is there. */
static void
compare_without_probe(const Case *at, const WorldQuery *query, RelataPathQuery asked, const char *is,
                      gboolean cut)
{
  asked.probe = FALSE;
  g_autoptr(RelataPathAnswer) answer = relata_path_search(at->searchers[query->reading], &asked, NULL);
  g_autofree char *text = paths_text(at->networks[query->reading], answer->paths);
  if (strcmp(text, is) != 0 || (answer->cut && !cut))
    case_fail(at, query, answer->cut && !cut ? "cut without probe" : "without probe", text, is);
}

/* The answer as text; newly allocated. NULL where the pattern is too large. */
static char *
compare(const Case *at, const WorldQuery *query, gboolean in_full)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataPattern) pattern = query->pattern != NULL ? case_parse(at, query) : NULL;
  guint vertices[8];
  if (query->pattern != NULL && pattern == NULL)
    return NULL;
  const RelataPathQuery asked = engine_query(at, query, pattern, vertices);
  g_autoptr(RelataPathAnswer) answer = relata_path_search(at->searchers[query->reading], &asked, &error);
  g_assert_no_error(error);
  g_autofree char *is = paths_text(at->networks[query->reading], answer->paths);
  if (!in_full)
    return g_steal_pointer(&is);
  const OracleAnswer expected = oracle_ask(&at->world, query);
  g_autoptr(GArray) rows = expected.rows;
  g_autofree char *should_be = rows_text(&at->world, rows);
  if (answer->gave_up || answer->n_found != answer->paths->len)
    case_fail(at, query, answer->gave_up ? "gave up" : "n_found", is, should_be);
  if (expected.is_known) {
    if (strcmp(is, should_be) != 0)
      case_fail(at, query, "other paths", is, should_be);
    if (answer->cut != expected.cut)
      case_fail(at, query, answer->cut ? "there are no more paths" : "there are more paths", is, should_be);
    count(at, query, &expected);
  } else {
    counts[MODE_UNKNOWN]++;
    if (expected.length != RELATA_NONE &&
        (answer->paths->len == 0 ||
         ((const RelataPath *)g_ptr_array_index(answer->paths, 0))->n_hops != expected.length))
      case_fail(at, query, "another length than the best", is, should_be);
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
        case_fail(&at, &queries[i], "another answer the second time", again, answers[i]);
      g_free(answers[i]);
      case_query_clear(&queries[i]);
    }
    case_clear(&at);
  }
  for (guint i = 0; i < N_MODES; i++)
    g_test_message("%s: %u", modes[i].name, counts[i]);
  for (guint i = 0; i < N_MODES; i++)
    g_assert_cmpuint(2000 * counts[i], >=, N_WORLDS * modes[i].least);
  g_assert_cmpuint(counts[MODE_UNKNOWN], <, N_WORLDS * N_QUERIES / 20);
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
      {{.to = 1, .count = 1, .in_order = TRUE, .order = RELATA_ORDER_STRONGEST}, "fewest hops only"},
      {{.to = 1, .count = 1, .in_order = TRUE, .order = RELATA_ORDER_MOST_RELIABLE}, "fewest hops only"},
      {{.to = 1, .count = 1, .in_order = TRUE, .order = RELATA_ORDER_AVOID_HUBS}, "fewest hops only"},
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
  return g_test_run();
}
