/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Path patterns: who is reached along them and how far they can be followed, against the oracle's reading of
 * random ones; which option stands in the way; what is said about those that are wrong, and that nothing a
 * stranger may type does harm. */
#include "analysis/question.h"

#include "path_case.h"
#include "text/error.h"

#define N_WORLDS 700

/* A case with a pattern to it. */
typedef struct {
  Case of;
  OraclePattern *pattern;
  RelataPattern *parsed; /* or NULL */
} PatternCase;

static void
pattern_case_init(PatternCase *at, guint32 seed, GRand *random)
{
  case_init(&at->of, seed, random);
  at->pattern = oracle_pattern_random(&at->of.world, random);
  at->parsed = relata_pattern_parse(at->of.corpus, at->pattern->text->str, NULL);
}

static void
pattern_case_clear(PatternCase *at)
{
  relata_pattern_free(at->parsed);
  oracle_pattern_free(at->pattern);
  case_clear(&at->of);
}

G_GNUC_NORETURN static void
fail(const PatternCase *at, const char *what, guint from)
{
  g_autofree char *json = world_json(&at->of.world);
  g_error("seed %u: %s, from %s along '%s'\ncorpus.json:\n%s", at->of.seed, what, world_actors[from],
          at->pattern->text->str, json);
}

/* ── Reach and progress ──────────────────────────────────────────────────────────────────── */

typedef struct {
  guint hops[WORLD_MAX_ACTORS];     /* to who can be reached; RELATA_NONE */
  guint farthest[WORLD_MAX_ACTORS]; /* to where the pattern was followed farthest */
  guint progress;
} Reached;

static void
arrive(Reached *reached, const OraclePattern *pattern, guint actor, guint64 rests, guint hops, guint progress)
{
  if (oracle_accepts(pattern, rests, actor) && reached->hops[actor] == RELATA_NONE)
    reached->hops[actor] = hops;
  if (progress > reached->progress) {
    memset(reached->farthest, 0xff, sizeof reached->farthest);
    reached->progress = progress;
  }
  if (progress == reached->progress)
    reached->farthest[actor] = MIN(reached->farthest[actor], hops);
}

/* By rounds of all pairs (actor, what may be left), hop by hop. */
static Reached
reach(const World *world, OraclePattern *pattern, guint from, guint max_hops, guint avoided)
{
  Reached reached;
  guint64 seen[WORLD_MAX_ACTORS] = {0}, now[WORLD_MAX_ACTORS] = {0};
  memset(&reached, 0xff, sizeof reached);
  reached.progress = 0;
  if (from == avoided)
    return reached;
  now[from] = seen[from] = 1;
  arrive(&reached, pattern, from, 1, 0, 0);
  gboolean more = TRUE;
  for (guint hops = 1; more && (max_hops == 0 || hops <= max_hops); hops++) {
    guint64 next[WORLD_MAX_ACTORS] = {0};
    more = FALSE;
    for (guint actor = 0; actor < world->n_actors; actor++)
      for (guint rest = 0; rest < pattern->n_rests; rest++) {
        const GArray *heads = (now[actor] >> rest & 1) != 0 ? oracle_heads(pattern, rest, actor) : NULL;
        for (guint i = 0; heads != NULL && i < heads->len * world->n_ties; i++) {
          const Head *head = &g_array_index(heads, Head, i / world->n_ties);
          const WorldTie *tie = &world->ties[i % world->n_ties];
          guint to, ways;
          gboolean forward;
          if (!oracle_hop(tie, actor, &to, &ways, &forward) || to == avoided ||
              !oracle_takes(pattern, head, tie->type, ways))
            continue;
          next[to] |= (guint64)1 << head->rest;
          arrive(&reached, pattern, to, (guint64)1 << head->rest, hops,
                 g_array_index(pattern->steps, Step, head->step).progress);
        }
      }
    for (guint actor = 0; actor < world->n_actors; actor++) {
      now[actor] = next[actor] & ~seen[actor];
      seen[actor] |= next[actor];
      more = more || now[actor] != 0;
    }
  }
  return reached;
}

/* Those of `hops` that are known, nearest first, equals by id. */
static gboolean
is_list(const PatternCase *at, const GArray *list, const guint *hops)
{
  guint n = 0;
  for (guint i = 0; i < at->of.world.n_actors; i++)
    n += hops[i] != RELATA_NONE;
  for (guint i = 0; i < list->len; i++) {
    const RelataReached *one = &g_array_index(list, RelataReached, i), *before = i > 0 ? one - 1 : NULL;
    if (one->hops != hops[at->of.network->actors[one->vertex]] ||
        (before != NULL && (before->hops > one->hops ||
                            (before->hops == one->hops && before->vertex >= one->vertex))))
      return FALSE;
  }
  return n == list->len;
}

static guint
check_reach(PatternCase *at, OraclePattern *pattern, RelataPathQuery *query, guint avoided)
{
  Reached all[WORLD_MAX_ACTORS];
  guint n = 0;
  for (guint from = 0; from < at->of.world.n_actors; from++) {
    all[from] = reach(&at->of.world, pattern, from, query->max_hops, avoided);
    g_autoptr(GArray) list = relata_path_reach(at->of.searcher, query, at->of.network->vertices[from], FALSE);
    if (!is_list(at, list, all[from].hops))
      fail(at, query->pattern != NULL ? "reached" : "reached without the pattern", from);
    n += list->len > 1;
  }
  for (guint to = 0; to < at->of.world.n_actors; to++) {
    guint hops[WORLD_MAX_ACTORS];
    for (guint from = 0; from < at->of.world.n_actors; from++)
      hops[from] = all[from].hops[to];
    g_autoptr(GArray) list = relata_path_reach(at->of.searcher, query, at->of.network->vertices[to], TRUE);
    if (!is_list(at, list, hops))
      fail(at, query->pattern != NULL ? "reached backward" : "reached backward without the pattern", to);
    n += list->len > 1;
  }
  return n;
}

static guint
check_progress(PatternCase *at, RelataPathQuery *query, guint from, guint avoided)
{
  const Reached reached = reach(&at->of.world, at->pattern, from, query->max_hops, avoided);
  guint state = RELATA_NONE;
  query->from = at->of.network->vertices[from];
  g_autoptr(GArray) list = relata_path_progress(at->of.searcher, query, &state);
  if (relata_pattern_progress(at->parsed, state) != reached.progress || !is_list(at, list, reached.farthest))
    fail(at, "followed", from);
  return reached.progress > 0 && reached.progress + 2 < at->pattern->text->len;
}

static void
test_reach(void)
{
  guint n_along = 0, n_any = 0, n_progress = 0;
  for (guint32 seed = 1; seed <= N_WORLDS; seed++) {
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    PatternCase at;
    pattern_case_init(&at, seed, random);
    guint from = world_below(random, at.of.world.n_actors), avoided = world_below(random, at.of.world.n_actors), vertex;
    RelataPathQuery query = {.max_hops = world_below(random, 5), .avoid = &vertex};
    avoided = world_one_in(random, 3) ? avoided : RELATA_NONE;
    query.n_avoid = avoided != RELATA_NONE;
    vertex = avoided != RELATA_NONE ? at.of.network->vertices[avoided] : 0;
    query.directed = world_one_in(random, 2);
    g_autoptr(OraclePattern) any = oracle_pattern_any(&at.of.world, query.directed);
    n_any += check_reach(&at, any, &query, avoided);
    query.directed = FALSE;
    query.pattern = at.parsed;
    if (at.parsed != NULL && !at.pattern->too_many) {
      n_along += check_reach(&at, at.pattern, &query, avoided);
      n_progress += check_progress(&at, &query, from, avoided);
    }
    pattern_case_clear(&at);
  }
  g_test_message("reached %u and, along patterns, %u; followed in part: %u", n_any, n_along, n_progress);
  g_assert_cmpuint(n_any, >, 2 * N_WORLDS);
  g_assert_cmpuint(n_along, >, N_WORLDS);
  g_assert_cmpuint(n_progress, >, N_WORLDS / 10);
}
int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/analysis/pattern/reach", test_reach);
  return g_test_run();
}
