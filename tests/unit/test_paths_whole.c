/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Questions about wholes against brute force, on random worlds in which "owns" says that its first actor is a
 * part of its second ("co-owns", a kind of it, does not). Who stands for whom is found here from the rows;
 * every pair of ends and every choice of those to go by is a question to the oracle of path_oracle.h, and the
 * answers are put in order. The withdrawal of origins is tried set by set. */
#include "many.h"
#include "path_case.h"
#include "paths/robust.h"
#include "whole_oracle.h"

#define N_WORLDS   many(250)
#define N_QUERIES  6
#define MOST_ASKED 60 /* questions to the oracle for one */

/* What was put to the test. */
static guint n_parts, n_several, n_via, n_cut, n_all, n_orders[4], n_robust, n_chains;

/* ── Who stands for whom ─────────────────────────────────────────────────────────────────── */

static Members
avoided(const World *world, const WorldQuery *query)
{
  Members all = {{0}, 0};
  for (guint i = 0; i < query->n_avoid; i++) {
    const Members members = whole_members(world, query->avoid[i]);
    for (guint k = 0; k < members.n; k++) {
      const guint actor = members.actors[k];
      const gboolean named =
          actor == query->from || actor == query->to || oracle_among(query->via, query->n_via, actor);
      if ((k == 0 || !named) && !whole_has(&all, actor))
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
  truth->unknown = truth->unknown || !answer.is_known || !answer.cut_known;
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
  Members from = whole_members(world, query->from), to = whole_members(world, query->to), via[4];
  from = same ? (Members){{query->from}, 1} : whole_without(&from, &avoid, query->to);
  to = same ? (Members){{query->to}, 1} : whole_without(&to, &avoid, query->from);
  for (guint i = 0; i < query->n_via; i++) {
    via[i] = whole_members(world, query->via[i]);
    via[i] = whole_without(&via[i], query->n_avoid > 0 ? &avoid : &nobody, RELATA_NONE);
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
  guint n = 0, groups = oracle_groups(query) > 0 ? oracle_groups(query) : G_MAXUINT;
  gboolean cut = FALSE;
  g_array_sort_with_data(truth->found, compare_found, (gpointer)(gsize)truth->world);
  for (guint i = 0; i < truth->found->len; i++) {
    const Found *at = &g_array_index(truth->found, Found, i);
    const gboolean opens = i == 0 || fabs(at->row.worth - at[-1].row.worth) > ORACLE_EQUAL ||
                           at->row.n_hops != at[-1].row.n_hops;
    if (opens && groups-- == 0)
      break;
    cut = cut || at->cut || n == query->count;
    if (n < query->count)
      append_row(text, truth->world, &at->row);
    n += n < query->count;
  }
  g_string_append(text, cut ? "cut\n" : "");
  n_several += n > 1;
  n_cut += cut ? 1 : 0;
  n_all += query->selector == RELATA_PATHS_ALL && n > 1;
  return g_string_free(text, FALSE);
}

/* ── Paths ───────────────────────────────────────────────────────────────────────────────── */

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
    g_assert_true(whole_owns(world, at, network->actors[tie->to]));
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
    g_autoptr(RelataSelection) selection = relata_selection_new(whole_corpus(&at));
    for (guint i = 0; i < N_QUERIES; i++) {
      WorldQuery query = case_good_query(random, &at.world);
      if (query.selector == RELATA_PATHS_ANY)
        query.selector = RELATA_PATHS_BEST;
      compare(&at, selection, &query);
      case_query_clear(&query);
    }
    case_clear(&at);
  }
  g_test_message("parts %u, several %u, via %u, cut %u, all %u, robust %u, chains %u", n_parts, n_several,
                 n_via, n_cut, n_all, n_robust, n_chains);
  for (guint i = 0; i < G_N_ELEMENTS(n_orders); i++)
    g_assert_cmpuint(n_orders[i], >, N_WORLDS / 30);
  g_assert_cmpuint(n_parts, >, 2 * N_WORLDS / 3);
  g_assert_cmpuint(n_several, >, N_WORLDS / 5);
  g_assert_cmpuint(n_via, >, N_WORLDS / 30);
  g_assert_cmpuint(n_cut, >, N_WORLDS / 5);
  g_assert_cmpuint(n_all, >, N_WORLDS / 15);
  g_assert_cmpuint(n_robust, >, N_WORLDS / 8);
  g_assert_cmpuint(n_chains, >, N_WORLDS / 75);
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
