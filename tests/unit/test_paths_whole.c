/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Questions about wholes against brute force, on random worlds in which "owns" says that its first actor is a
 * part of its second ("co-owns", a kind of it, does not). Who stands for whom is found here from the rows;
 * every pair of ends and every choice of those to go by is a question to the oracle of path_oracle.h, and the
 * answers are put in order. The withdrawal of origins is tried set by set, a connection subset by subset. */
#include "many.h"
#include "path_case.h"
#include "paths/connect.h"
#include "paths/robust.h"

#define N_WORLDS   many(375)
#define N_QUERIES  4
#define MOST_ASKED 60 /* questions to the oracle for one */

/* What was put to the test. */
static guint n_parts, n_several, n_via, n_cut, n_all, n_orders[4], n_robust, n_chains, n_connected;

/* ── Who stands for whom ─────────────────────────────────────────────────────────────────── */

typedef struct {
  guint actors[WORLD_MAX_ACTORS], n;
} Members;

static gboolean
has(const Members *members, guint actor)
{
  for (guint i = 0; i < members->n; i++)
    if (members->actors[i] == actor)
      return TRUE;
  return FALSE;
}

static gboolean
owns(const World *world, guint part, guint whole)
{
  for (guint i = 0; i < world->n_ties; i++) {
    const WorldTie *tie = &world->ties[i];
    if (strcmp(world_types[tie->type].id, "owns") == 0 && tie->from == part && tie->to == whole)
      return TRUE;
  }
  return FALSE;
}

static Members
members_of(const World *world, guint actor)
{
  static const guint by_id[WORLD_MAX_ACTORS] = {1, 3, 5, 0, 2, 4}; /* alpha, bravo … */
  Members members = {{actor}, 1};
  for (guint i = 0; i < members.n; i++)
    for (guint k = 0; k < WORLD_MAX_ACTORS; k++)
      if (by_id[k] < world->n_actors && owns(world, by_id[k], members.actors[i]) && !has(&members, by_id[k]))
        members.actors[members.n++] = by_id[k];
  return members;
}

/* Without those in `out`, but always with the first. */
static Members
without(const Members *members, const Members *out, guint other)
{
  Members rest = {{members->actors[0]}, 1};
  for (guint i = 1; i < members->n; i++)
    if (!has(out, members->actors[i]) && members->actors[i] != other)
      rest.actors[rest.n++] = members->actors[i];
  return rest;
}

static Members
avoided(const World *world, const WorldQuery *query)
{
  Members all = {{0}, 0};
  for (guint i = 0; i < query->n_avoid; i++) {
    const Members members = members_of(world, query->avoid[i]);
    for (guint k = 0; k < members.n; k++) {
      const guint actor = members.actors[k];
      const gboolean named =
          actor == query->from || actor == query->to || oracle_among(query->via, query->n_via, actor);
      if ((k == 0 || !named) && !has(&all, actor))
        all.actors[all.n++] = actor;
    }
  }
  return all;
}

/* ── The oracle ──────────────────────────────────────────────────────────────────────────── */

typedef struct {
  Row row;
  guint start;
  gboolean cut;
} Found;

typedef struct {
  const World *world;
  GArray *found; /* of Found, each once */
  gboolean unknown;
  guint n_asked;
} Truth;

static gint
compare_found(gconstpointer a, gconstpointer b, gpointer data)
{
  const Found *p = a, *q = b;
  if (fabs(p->row.worth - q->row.worth) > ORACLE_EQUAL)
    return p->row.worth > q->row.worth ? -1 : 1;
  if (p->row.n_hops != q->row.n_hops)
    return p->row.n_hops < q->row.n_hops ? -1 : 1;
  if (p->start != q->start)
    return p->start < q->start ? -1 : 1;
  return oracle_compare_rows(&p->row, &q->row, data);
}

static void
ask_oracle(Truth *truth, const WorldQuery *query, guint start)
{
  if (++truth->n_asked > MOST_ASKED) {
    truth->unknown = TRUE;
    return;
  }
  const OracleAnswer answer = oracle_ask(truth->world, query);
  truth->unknown = truth->unknown || !answer.is_known;
  for (guint i = 0; i < answer.rows->len; i++) {
    const Found one = {g_array_index(answer.rows, Row, i), start, answer.cut};
    Found *known = NULL;
    for (guint k = 0; k < truth->found->len && known == NULL; k++)
      if (compare_found(&g_array_index(truth->found, Found, k), &one, (gpointer)(gsize)truth->world) == 0)
        known = &g_array_index(truth->found, Found, k);
    if (known == NULL)
      g_array_append_val(truth->found, one);
    else
      known->cut |= answer.cut;
  }
  g_array_unref(answer.rows);
}

/* Asks with each choice of those to go by. */
static void
ask_choices(Truth *truth, WorldQuery *query, guint index, const Members *via, guint start)
{
  if (index == query->n_via) {
    ask_oracle(truth, query, start);
    return;
  }
  for (guint i = 0; i < via[index].n; i++) {
    query->via[index] = via[index].actors[i];
    ask_choices(truth, query, index + 1, via, start);
  }
}

static void
ask_all(Truth *truth, const WorldQuery *query)
{
  const World *world = truth->world;
  const Members avoid = avoided(world, query), nobody = {{0}, 0};
  const gboolean same = query->from == query->to;
  Members from = members_of(world, query->from), to = members_of(world, query->to), via[4];
  from = same ? (Members){{query->from}, 1} : without(&from, &avoid, query->to);
  to = same ? (Members){{query->to}, 1} : without(&to, &avoid, query->from);
  for (guint i = 0; i < query->n_via; i++) {
    via[i] = members_of(world, query->via[i]);
    via[i] = without(&via[i], query->n_avoid > 0 ? &avoid : &nobody, RELATA_NONE);
  }
  WorldQuery one = *query;
  memcpy(one.avoid, avoid.actors, sizeof one.avoid);
  one.n_avoid = avoid.n;
  for (guint i = 0; i < from.n; i++)
    for (guint k = 0; k < to.n && !truth->unknown; k++) {
      one.from = from.actors[i];
      one.to = to.actors[k];
      if (one.from != one.to || same)
        ask_choices(truth, &one, 0, via, i);
    }
}

/* ── Text ────────────────────────────────────────────────────────────────────────────────── */

static void
append_row(GString *text, const World *world, const Row *row)
{
  g_string_append(text, world_actors[row->actors[0]]);
  for (guint i = 0; i < row->n_hops; i++)
    g_string_append_printf(text, row->forward[i] ? " %s> %s" : " <%s %s",
                           world_types[world->ties[row->ties[i]].type].id, world_actors[row->actors[i + 1]]);
  g_string_append_c(text, '\n');
}

static char *
paths_text(const RelataPathFindings *findings)
{
  const RelataNetwork *network = findings->network;
  GString *text = g_string_new(NULL);
  for (guint p = 0; p < findings->answer->paths->len; p++) {
    const RelataPath *path = g_ptr_array_index(findings->answer->paths, p);
    g_string_append(text, relata_network_actor(network, path->vertices[0])->id);
    for (guint i = 0; i < path->n_hops; i++)
      g_string_append_printf(text, path->hops[i].forward ? " %s> %s" : " <%s %s",
                             relata_network_relation(network, &network->ties[path->hops[i].tie])->id,
                             relata_network_actor(network, path->vertices[i + 1])->id);
    g_string_append_c(text, '\n');
  }
  g_string_append(text, findings->answer->cut ? "cut\n" : "");
  return g_string_free(text, FALSE);
}

/* The answer that the oracle's rows give. */
static char *
truth_text(const Truth *truth, const WorldQuery *query)
{
  GString *text = g_string_new(NULL);
  guint n = 0;
  gboolean cut = FALSE;
  g_array_sort_with_data(truth->found, compare_found, (gpointer)(gsize)truth->world);
  for (guint i = 0; i < truth->found->len; i++) {
    const Found *first = &g_array_index(truth->found, Found, 0), *at = &g_array_index(truth->found, Found, i);
    if (query->all &&
        (fabs(at->row.worth - first->row.worth) > ORACLE_EQUAL || at->row.n_hops != first->row.n_hops))
      break;
    cut = cut || at->cut || n == query->count;
    if (n < query->count)
      append_row(text, truth->world, &at->row);
    n += n < query->count;
  }
  g_string_append(text, cut ? "cut\n" : "");
  n_several += n > 1;
  n_cut += cut ? 1 : 0;
  n_all += query->all && n > 1;
  return g_string_free(text, FALSE);
}

/* ── Paths ───────────────────────────────────────────────────────────────────────────────── */

static RelataCorpus *
corpus_of(const Case *at)
{
  RelataSchema *schema = relata_corpus_schema(at->corpus);
  const guint type = relata_schema_find_relation_type(schema, "owns");
  ((RelataRelationType *)(gsize)relata_schema_relation_type(schema, type))->part = TRUE;
  return at->corpus;
}

static RelataPathQuestion
question_of(const Case *at, const RelataSelection *selection, const WorldQuery *query,
            const RelataPattern *pattern)
{
  RelataPathQuestion question = case_question(at, selection, query, pattern);
  question.probe = question.whole = TRUE;
  return question;
}

/* Each chain leads from a part to its whole, one affirmed tie after the other. */
static void
check_chain(const World *world, const RelataParts *parts, guint part, guint whole)
{
  const RelataNetwork *network = relata_parts_network(parts);
  g_autoptr(GArray) chain = relata_parts_chain(parts, part, whole);
  guint at = part;
  g_assert_nonnull(chain);
  for (guint i = 0; i < chain->len; i++) {
    const RelataTie *tie = &network->ties[g_array_index(chain, guint, i)];
    g_assert_cmpuint(network->actors[tie->from], ==, at);
    g_assert_true(owns(world, at, network->actors[tie->to]));
    at = network->actors[tie->to];
  }
  g_assert_cmpuint(at, ==, whole);
  n_chains += chain->len > 1;
}

static void
count(const Case *at, const WorldQuery *query, const RelataPathFindings *findings)
{
  for (guint i = 0; i < findings->answer->paths->len; i++) {
    const RelataPath *path = g_ptr_array_index(findings->answer->paths, i);
    const guint ends[] = {findings->network->actors[path->vertices[0]],
                          findings->network->actors[path->vertices[path->n_hops]]};
    check_chain(&at->world, findings->parts, ends[0], query->from);
    check_chain(&at->world, findings->parts, ends[1], query->to);
    const gboolean part = ends[0] != query->from || ends[1] != query->to;
    n_parts += part ? 1 : 0;
    n_orders[query->order] += part ? 1 : 0;
    n_via += part && query->n_via > 0;
  }
}

/* ── Robustness ──────────────────────────────────────────────────────────────────────────── */

static gboolean
stands_without(const RelataPathQuestion *question, guint origins)
{
  g_autoptr(RelataSelection) selection = relata_selection_copy(question->selection);
  for (guint i = 0; i < WORLD_DOCUMENTS; i++)
    if ((origins >> world_origins[i] & 1) != 0)
      relata_selection_withdraw_documents(selection, &i, 1);
  RelataPathQuestion without_them = *question;
  without_them.selection = selection;
  g_autoptr(RelataPathFindings) findings = relata_path_ask(&without_them, NULL);
  return findings->answer->n_found > 0;
}

static void
compare_withdrawal(const Case *at, const WorldQuery *query, RelataPathQuestion question)
{
  question.n_avoid = 0; /* who is avoided stays so when origins are withdrawn */
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataRobustness) robustness = relata_robustness_ask(&question, 0, &error);
  g_assert_no_error(error);
  if (robustness == NULL || robustness->n_hops == 0)
    return;
  guint least = G_MAXUINT;
  for (guint origins = 0; origins < 16; origins++)
    if (!stands_without(&question, origins))
      least = MIN(least, (guint)__builtin_popcount(origins));
  g_assert_cmpint(robustness->withdrawal.kind, ==, RELATA_WITHDRAWAL_EXACT);
  if (robustness->withdrawal.least != least) {
    g_autofree char *is = g_strdup_printf("%u\n", robustness->withdrawal.least);
    g_autofree char *should_be = g_strdup_printf("%u\n", least);
    case_fail(at, query, "withdrawal about wholes", is, should_be);
  }
  n_robust++;
}

/* ── Connections ─────────────────────────────────────────────────────────────────────────── */

static gboolean
is_connected(const World *world, guint set)
{
  guint reached = set & (~set + 1), before = 0;
  while (before != reached) {
    before = reached;
    for (guint i = 0; i < world->n_ties; i++) {
      const guint ends = 1u << world->ties[i].from | 1u << world->ties[i].to;
      if ((ends & set) == ends && (ends & reached) != 0)
        reached |= ends;
    }
  }
  return reached == set;
}

/* Whether the set holds somebody for each, nobody for two. */
static gboolean
represents(guint set, const Members *members, guint n)
{
  if (n == 0)
    return TRUE;
  for (guint i = 0; i < members[n - 1].n; i++) {
    const guint one = 1u << members[n - 1].actors[i];
    if ((set & one) != 0 && represents(set & ~one, members, n - 1))
      return TRUE;
  }
  return FALSE;
}

static void
compare_connection(const Case *at, const RelataParts *parts, GRand *random)
{
  const World *world = &at->world;
  guint actors[3], n = 0;
  for (guint i = 0; i < 3; i++) {
    const guint actor = world_below(random, world->n_actors);
    if (!oracle_among(actors, n, actor))
      actors[n++] = actor;
  }
  Members members[3];
  for (guint i = 0; i < n; i++) {
    Members named = {{0}, 0};
    for (guint k = 0; k < n; k++)
      named.actors[named.n++] = actors[k];
    members[i] = members_of(world, actors[i]);
    members[i] = without(&members[i], &named, RELATA_NONE);
  }
  guint fewest = G_MAXUINT;
  for (guint set = 1; set < 1u << world->n_actors; set++)
    if (represents(set, members, n) && is_connected(world, set))
      fewest = MIN(fewest, (guint)__builtin_popcount(set) - 1);
  const RelataConnectQuery query = {.actors = actors, .n_actors = n};
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataConnectAnswer) answer = relata_connect_wholes(at->network, parts, &query, &error);
  g_assert_no_error(error);
  g_assert_cmpint(answer->connected, ==, fewest != G_MAXUINT);
  g_assert_cmpuint(answer->actors->len, ==, n);
  if (!answer->connected)
    return;
  g_assert_cmpuint(answer->hops->len, ==, fewest);
  for (guint i = 0; i < n; i++) {
    g_assert_cmpuint(g_array_index(answer->actors, guint, i), ==, actors[i]);
    g_assert_true(has(&members[i], g_array_index(answer->members, guint, i)));
    n_connected += g_array_index(answer->members, guint, i) != actors[i];
  }
}

/* ── Tests ───────────────────────────────────────────────────────────────────────────────── */

static void
compare(const Case *at, const RelataSelection *plain, const WorldQuery *query)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataPattern) pattern = query->pattern != NULL ? case_parse(at, query) : NULL;
  if (query->pattern != NULL && pattern == NULL)
    return;
  g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(Found));
  Truth truth = {&at->world, found, FALSE, 0};
  ask_all(&truth, query);
  g_autoptr(RelataSelection) selection = relata_selection_copy(plain);
  if (query->reading != RELATA_PRESUMABLY)
    relata_selection_set(selection,
                         query->reading == RELATA_SURELY ? RELATA_FILTER_SURELY : RELATA_FILTER_POSSIBLY,
                         NULL, NULL);
  const RelataPathQuestion question = question_of(at, selection, query, pattern);
  g_autoptr(RelataPathFindings) findings = relata_path_ask(&question, &error);
  g_assert_no_error(error);
  if (truth.unknown)
    return;
  g_autofree char *is = paths_text(findings), *should_be = truth_text(&truth, query);
  if (strcmp(is, should_be) != 0)
    case_fail(at, query, "about wholes", is, should_be);
  count(at, query, findings);
  if (findings->answer->n_found > 0 && at->seed % 5 == 0)
    compare_withdrawal(at, query, question);
}

static void
test_against_brute_force(void)
{
  for (guint32 seed = 1; seed <= N_WORLDS; seed++) {
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    Case at;
    case_init(&at, seed, random);
    g_autoptr(RelataSelection) selection = relata_selection_new(corpus_of(&at));
    g_autoptr(RelataParts) parts = relata_parts_new(at.corpus, selection, NULL);
    for (guint i = 0; i < N_QUERIES; i++) {
      WorldQuery query = case_good_query(random, &at.world);
      compare(&at, selection, &query);
      compare_connection(&at, parts, random);
      case_query_clear(&query);
    }
    case_clear(&at);
  }
  g_test_message("parts %u, several %u, via %u, cut %u, all %u, robust %u, chains %u, connected %u", n_parts,
                 n_several, n_via, n_cut, n_all, n_robust, n_chains, n_connected);
  for (guint i = 0; i < G_N_ELEMENTS(n_orders); i++)
    g_assert_cmpuint(n_orders[i], >, N_WORLDS / 30);
  g_assert_cmpuint(n_parts, >, 2 * N_WORLDS / 3);
  g_assert_cmpuint(n_several, >, N_WORLDS / 5);
  g_assert_cmpuint(n_via, >, N_WORLDS / 30);
  g_assert_cmpuint(n_cut, >, N_WORLDS / 5);
  g_assert_cmpuint(n_all, >, N_WORLDS / 15);
  g_assert_cmpuint(n_robust, >, N_WORLDS / 8);
  g_assert_cmpuint(n_chains, >, N_WORLDS / 75);
  g_assert_cmpuint(n_connected, >, N_WORLDS / 8);
}

/* Without a type that is `part` there is nothing to ask. */
static void
test_without_parts(void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(1);
  g_autoptr(GError) error = NULL;
  Case at;
  case_init(&at, 1, random);
  g_autoptr(RelataSelection) selection = relata_selection_new(at.corpus);
  const WorldQuery query = {.from = 0, .to = 1, .count = 1};
  const RelataPathQuestion question = question_of(&at, selection, &query, NULL);
  g_assert_null(relata_path_ask(&question, &error));
  g_assert_error(error, RELATA_ERROR, RELATA_ERROR_VALUE);
  case_clear(&at);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/paths/whole/brute-force", test_against_brute_force);
  g_test_add_func("/paths/whole/no-parts", test_without_parts);
  return g_test_run();
}
