/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Every mode of path search in random combination against an oracle that tries every row of hops
 * (path_oracle.h): the same paths in the same order. A case that fails prints the question, and the corpus as
 * a file that relata reads. */
#include "many.h"
#include "path_case.h"
#include "text/error.h"

#define N_WORLDS  many(300)
#define N_QUERIES 8 /* to each */

/* What was put to the test, counted where there is something to get wrong: an answer, and hops in it. */
typedef enum {
  MODE_PLAIN,
  MODE_PATTERN,
  MODE_COMES_TWICE, /* an actor that is on the path again */
  MODE_WALKED,      /* the modes, where another would give another answer */
  MODE_TRAIL,
  MODE_ACYCLIC,
  MODE_SIMPLE,
  MODE_CIRCLE,
  MODE_SEVERAL,
  MODE_ANY,
  MODE_ALL,
  MODE_GROUPS,
  MODE_EVERY,
  MODE_CUT,
  MODE_MAX_HOPS,
  MODE_VIA,
  MODE_VIA_PATTERN,
  MODE_VIA_TWICE, /* and comes to an actor twice */
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
    [MODE_PLAIN] = {"no pattern", 4140},
    [MODE_PATTERN] = {"pattern", 1740},
    [MODE_COMES_TWICE] = {"an actor twice", 640},
    [MODE_WALKED] = {"walk", 280},
    [MODE_TRAIL] = {"trail", 300},
    [MODE_ACYCLIC] = {"acyclic", 110},
    [MODE_SIMPLE] = {"simple", 130},
    [MODE_CIRCLE] = {"circle", 80},
    [MODE_SEVERAL] = {"several", 330},
    [MODE_ANY] = {"any", 1190},
    [MODE_ALL] = {"all", 290},
    [MODE_GROUPS] = {"groups", 420},
    [MODE_EVERY] = {"every", 440},
    [MODE_CUT] = {"cut", 2790},
    [MODE_MAX_HOPS] = {"hop limit", 3810},
    [MODE_VIA] = {"via", 1540},
    [MODE_VIA_PATTERN] = {"via along a pattern", 360},
    [MODE_VIA_TWICE] = {"via with an actor twice", 300},
    [MODE_AVOID] = {"avoid", 540},
    [MODE_DIRECTED] = {"directed", 1870},
    [MODE_STRONGEST] = {"strongest", 640},
    [MODE_RELIABLE] = {"most reliable", 650},
    [MODE_HUBS] = {"avoid hubs", 580},
    [MODE_HUBS_PATTERN] = {"avoid hubs along a pattern", 220},
    [MODE_SURELY] = {"surely in order", 230},
    [MODE_PRESUMABLY] = {"presumably in order", 490},
    [MODE_POSSIBLY] = {"possibly in order", 440},
    [MODE_TIME_PATTERN] = {"in order along a pattern", 290},
    [MODE_TIME_MATTERS] = {"order excludes something", 90},
    [MODE_NO_PATH] = {"no path", 4610},
    [MODE_LONG] = {"four hops or more", 260},
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
                           .mode = query->mode,
                           .selector = query->selector,
                           .groups = query->groups,
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

/* Whether the answer would be another if more, or other things, could come twice. */
static gboolean
mode_matters(const Case *at, const WorldQuery *query, const OracleAnswer *answer)
{
  WorldQuery looser = *query;
  looser.mode = oracle_mode(query) == RELATA_MODE_TRAIL ? RELATA_MODE_WALK : RELATA_MODE_TRAIL;
  const OracleAnswer other = oracle_ask(&at->world, &looser);
  gboolean differs = other.rows->len != answer->rows->len;
  for (guint i = 0; !differs && i < answer->rows->len; i++)
    differs = oracle_compare_rows(&g_array_index(other.rows, Row, i), &g_array_index(answer->rows, Row, i),
                                  (gpointer)(gsize)&at->world) != 0;
  differs = differs && other.is_known;
  g_array_unref(other.rows);
  return differs;
}

static void
count_modes(const Case *at, const WorldQuery *query, const OracleAnswer *answer)
{
  const Row *first = &g_array_index(answer->rows, Row, 0);
  const RelataPathMode mode = oracle_mode(query);
  seen(MODE_COMES_TWICE, comes_twice(first));
  seen(MODE_CIRCLE, mode == RELATA_MODE_SIMPLE && query->from == query->to);
  if (mode == RELATA_MODE_WALK)
    seen(MODE_WALKED, comes_twice(first));
  else if (mode_matters(at, query, answer))
    seen((Mode)(MODE_TRAIL + (mode - RELATA_MODE_TRAIL)), TRUE);
}

static void
count(const Case *at, const WorldQuery *query, const OracleAnswer *answer)
{
  const gboolean along = query->pattern != NULL;
  seen(MODE_NO_PATH, answer->rows->len == 0);
  seen(MODE_CUT, answer->cut);
  if (answer->rows->len == 0)
    return;
  const Row *first = &g_array_index(answer->rows, Row, 0);
  if (first->n_hops == 0)
    return;
  seen(along ? MODE_PATTERN : MODE_PLAIN, TRUE);
  count_modes(at, query, answer);
  seen((Mode)(MODE_SEVERAL + query->selector), answer->rows->len > 1 || query->selector == RELATA_PATHS_ANY);
  seen(MODE_MAX_HOPS, query->max_hops > 0);
  seen(MODE_VIA, query->n_via > 0);
  seen(MODE_VIA_PATTERN, query->n_via > 0 && along);
  seen(MODE_VIA_TWICE, query->n_via > 0 && comes_twice(first));
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

/* Any path is one of all those that have as many hops; and there is one wherever there is a best. */
static void
compare_any(const Case *at, const WorldQuery *query, const RelataPathAnswer *answer, const char *is,
            const OracleAnswer *best)
{
  if (best->is_known && answer->paths->len != best->rows->len)
    case_fail(at, query, "there is a path, or there is none", is, "");
  if (best->is_known)
    count(at, query, best);
  if (answer->paths->len == 0)
    return;
  WorldQuery every = *query;
  every.selector = RELATA_PATHS_EVERY;
  every.count = G_MAXUINT - 2;
  every.max_hops = ((const RelataPath *)g_ptr_array_index(answer->paths, 0))->n_hops;
  const OracleAnswer all = oracle_ask(&at->world, &every);
  g_autofree char *rows = rows_text(&at->world, all.rows), *line_before = g_strconcat("\n", rows, NULL),
                  *row = g_strconcat("\n", is, NULL);
  if (all.is_known && every.max_hops > 0 && strstr(line_before, row) == NULL)
    case_fail(at, query, "this is no path", is, rows);
  g_array_unref(all.rows);
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
  if (query->selector == RELATA_PATHS_ANY) {
    compare_any(at, query, answer, is, &expected);
  } else if (expected.is_known) {
    if (strcmp(is, should_be) != 0)
      case_fail(at, query, "other paths", is, should_be);
    if (expected.cut_known && answer->cut != expected.cut)
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
