/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What connects several actors, against all sets of vertices: on random small multigraphs the exact answer
 * must be the first of the smallest connected sets that hold the actors, told by a best corroborated tree;
 * the approximation must keep its promise; the same claims in another order must give the same answer. */
#include "connect_oracle.h"
#include "many.h"
#include "paths/connect_kernel.h"
#include "small_corpus.h"
#include "text/error.h"

#define N_RANDOM many(625)

/* ── Random questions ────────────────────────────────────────────────────────────────────── */

typedef struct {
  guint from, to, type, document;
} Said;

static RelataNetwork *
network_of(RelataCorpus *corpus, guint n, const Said *said, guint n_said, gboolean backwards)
{
  static const char *const types[] = {"likes", "hits", "with-talks", "owns"};
  for (guint i = 0; i < n; i++) {
    const char id[] = {(char)('a' + (backwards ? n - 1 - i : i)), '\0'};
    small_actor(corpus, id);
  }
  small_relation(corpus, types[backwards ? 3 : 0]); /* numbers of types must not matter either */
  for (guint i = 0; i < n_said; i++) {
    const Said *one = &said[backwards ? n_said - 1 - i : i];
    const char a[] = {(char)('a' + one->from), '\0'}, b[] = {(char)('a' + one->to), '\0'};
    const char d[] = {'d', (char)('0' + one->document), '\0'};
    small_claim(corpus, a, types[one->type], b, d);
  }
  return small_network(corpus);
}

static Said *
random_claims(GRand *random, guint n, guint n_said)
{
  Said *said = g_new0(Said, MAX(n_said, 1));
  for (guint i = 0; i < n_said; i++) {
    said[i].from = (guint)g_rand_int_range(random, 0, (gint)n);
    said[i].to = (said[i].from + (guint)g_rand_int_range(random, 1, (gint)n)) % n;
    said[i].type = (guint)g_rand_int_range(random, 0, 4);
    said[i].document = (guint)g_rand_int_range(random, 0, 4);
  }
  return said;
}

/* Vertices are numbered by id, and so are the letters. */
static guint
actor_of(const RelataNetwork *network, guint vertex)
{
  return network->actors[vertex];
}

static guint
set_of(const RelataConnectAnswer *answer)
{
  guint set = 0;
  for (guint i = 0; i < answer->vertices->len; i++)
    set |= 1u << g_array_index(answer->vertices, guint, i);
  return set;
}

/* The hops make one tree of the answer's vertices, told from the first actor, each over the best tie. */
static guint
check_tree(const RelataNetwork *network, const Matrix *matrix, const RelataConnectAnswer *answer, guint seed)
{
  guint reached = 1u << network->vertices[g_array_index(answer->actors, guint, 0)], sum = 0;
  for (guint i = 0; i < answer->hops->len; i++) {
    const RelataConnectHop *hop = &g_array_index(answer->hops, RelataConnectHop, i);
    const RelataTie *tie = &network->ties[hop->hop.tie];
    const gboolean along = tie->from == hop->from && tie->to == hop->to;
    const gboolean symmetric = relata_network_relation(network, tie)->symmetric;
    if (!along && (tie->from != hop->to || tie->to != hop->from))
      g_error("seed %u: hop %u is not over its tie", seed, i);
    if (hop->hop.forward != (along || symmetric))
      g_error("seed %u: hop %u is told the wrong way", seed, i);
    if ((reached >> hop->from & 1) == 0 || (reached >> hop->to & 1) != 0)
      g_error("seed %u: hop %u does not lead on", seed, i);
    if (tie->corroboration != matrix->best[hop->from][hop->to])
      g_error("seed %u: hop %u is not over the best tie", seed, i);
    reached |= 1u << hop->to;
    sum += tie->corroboration;
    guint n_between = 0;
    for (guint k = 0; k < network->n_ties; k++)
      n_between += (network->ties[k].from == hop->from && network->ties[k].to == hop->to) ||
                   (network->ties[k].from == hop->to && network->ties[k].to == hop->from);
    g_assert_cmpuint(hop->n_others, ==, n_between - 1);
    for (guint k = 0; k < hop->n_others; k++)
      g_assert_cmpuint(g_array_index(answer->others, RelataHop, hop->first_other + k).tie, !=, hop->hop.tie);
  }
  for (guint i = 0; i < answer->vertices->len; i++) {
    const guint vertex = g_array_index(answer->vertices, guint, i);
    guint n_hops = 0, asked = 0;
    for (guint k = 0; k < answer->hops->len; k++) {
      const RelataConnectHop *hop = &g_array_index(answer->hops, RelataConnectHop, k);
      n_hops += hop->from == vertex || hop->to == vertex;
    }
    for (guint k = 0; k < answer->actors->len; k++)
      asked += network->vertices[g_array_index(answer->actors, guint, k)] == vertex;
    if (n_hops < 2 && asked == 0)
      g_error("seed %u: an end that nobody asked for", seed);
  }
  if (reached != set_of(answer))
    g_error("seed %u: the hops hold other vertices than the answer", seed);
  return sum;
}

static void
check_groups(const RelataNetwork *network, const Matrix *matrix, guint allowed,
             const RelataConnectAnswer *answer, guint seed)
{
  guint n_actors = 0, seen = 0;
  for (guint i = 0; i < answer->groups->len; i++) {
    const RelataConnectGroup *group = &g_array_index(answer->groups, RelataConnectGroup, i);
    const guint first = network->vertices[g_array_index(group->actors, guint, 0)];
    const guint component = reach(matrix, allowed, first);
    if (group->size != size_of(component) || (seen & component) != 0)
      g_error("seed %u: group %u is wrong", seed, i);
    seen |= component;
    n_actors += group->actors->len;
    for (guint k = 0; k < group->actors->len; k++)
      if ((component >> network->vertices[g_array_index(group->actors, guint, k)] & 1) == 0)
        g_error("seed %u: group %u holds a stranger", seed, i);
  }
  g_assert_cmpuint(n_actors, ==, answer->actors->len);
}

static char *
in_words(const RelataNetwork *network, const RelataConnectAnswer *answer)
{
  GString *words = g_string_new(NULL);
  for (guint i = 0; i < answer->hops->len; i++) {
    const RelataConnectHop *hop = &g_array_index(answer->hops, RelataConnectHop, i);
    g_string_append_printf(words, "%s %s%s %s\n", relata_network_actor(network, hop->from)->id,
                           relata_network_relation(network, &network->ties[hop->hop.tie])->id,
                           hop->hop.forward ? "" : " by", relata_network_actor(network, hop->to)->id);
  }
  return g_string_free(words, FALSE);
}

typedef struct {
  guint asked[MOST], n_asked, avoided[MOST], n_avoided; /* vertices */
} Question;

static RelataConnectAnswer *
ask(const RelataNetwork *network, const Question *question, gboolean approximate)
{
  guint actors[MOST], avoid[MOST];
  for (guint i = 0; i < question->n_asked; i++)
    actors[i] = actor_of(network, question->asked[i]);
  for (guint i = 0; i < question->n_avoided; i++)
    avoid[i] = actor_of(network, question->avoided[i]);
  const RelataConnectQuery query = {actors, question->n_asked, avoid, question->n_avoided, approximate};
  g_autoptr(GError) error = NULL;
  RelataConnectAnswer *answer = relata_connect(network, &query, &error);
  g_assert_no_error(error);
  return answer;
}

static Question
random_question(GRand *random, guint n, guint *wanted, guint *allowed)
{
  Question question = {.n_asked = (guint)g_rand_int_range(random, 1, (gint)MIN(n, 6) + 1)};
  *wanted = 0;
  *allowed = (1u << n) - 1;
  for (guint i = 0; i < question.n_asked; i++) {
    question.asked[i] = (guint)g_rand_int_range(random, 0, (gint)n);
    *wanted |= 1u << question.asked[i];
  }
  const guint avoided = (guint)g_rand_int_range(random, 0, 3 * (gint)n);
  if (avoided < n && (*wanted >> avoided & 1) == 0) {
    question.avoided[question.n_avoided++] = avoided;
    *allowed &= ~(1u << avoided);
  }
  return question;
}

static void
check_one(guint seed)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(seed);
  const guint n = (guint)g_rand_int_range(random, 2, MOST + 1);
  const guint n_said = (guint)g_rand_int_range(random, 0, 3 * (gint)n);
  g_autofree Said *said = random_claims(random, n, n_said);
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  g_autoptr(RelataNetwork) network = network_of(corpus, n, said, n_said, FALSE);
  const Matrix matrix = matrix_of(network);
  guint wanted, allowed;
  const Question question = random_question(random, n, &wanted, &allowed);
  const guint expected = smallest(&matrix, allowed, wanted);

  g_autoptr(RelataConnectAnswer) answer = ask(network, &question, FALSE);
  check_groups(network, &matrix, allowed, answer, seed);
  if (answer->connected != (expected != 0) || set_of(answer) != expected || !answer->exact)
    g_error("seed %u: vertices %x, expected %x", seed, set_of(answer), expected);
  if (expected == 0)
    return;
  g_assert_cmpuint(answer->hops->len, ==, size_of(expected) - 1);
  if (check_tree(network, &matrix, answer, seed) != best_sum(&matrix, expected))
    g_error("seed %u: another tree is better corroborated", seed);

  g_autoptr(RelataConnectAnswer) near = ask(network, &question, TRUE);
  const guint k = size_of(wanted);
  if ((set_of(near) & wanted) != wanted || (set_of(near) & ~allowed) != 0 ||
      near->hops->len + 1 != near->vertices->len || near->hops->len * k > 2 * (k - 1) * answer->hops->len)
    g_error("seed %u: the approximation takes %u hops, %u would do", seed, near->hops->len,
            answer->hops->len);
  g_assert_cmpint(near->exact, ==, near->vertices->len == k);
  check_tree(network, &matrix, near, seed);

  g_autoptr(RelataCorpus) reversed = relata_corpus_new();
  g_autoptr(RelataNetwork) again = network_of(reversed, n, said, n_said, TRUE);
  g_autoptr(RelataConnectAnswer) same = ask(again, &question, FALSE);
  g_autofree char *words = in_words(network, answer), *other_words = in_words(again, same);
  if (strcmp(words, other_words) != 0)
    g_error("seed %u: the order of claims matters:\n%s\n%s", seed, words, other_words);
}

static void
test_random(void)
{
  for (guint seed = 0; seed < N_RANDOM; seed++)
    check_one(seed);
}

/* ── Networks with known answers ─────────────────────────────────────────────────────────── */

static RelataNetwork *
grid(RelataCorpus *corpus, guint size)
{
  for (guint x = 0; x < size; x++)
    for (guint y = 0; y < size; y++) {
      g_autofree char *here = g_strdup_printf("a%02u%02u", x, y);
      g_autofree char *right = g_strdup_printf("a%02u%02u", x + 1, y);
      g_autofree char *down = g_strdup_printf("a%02u%02u", x, y + 1);
      if (x + 1 < size)
        small_claim(corpus, here, "likes", right, "d");
      if (y + 1 < size)
        small_claim(corpus, here, "likes", down, "d");
    }
  return small_network(corpus);
}

static RelataConnectAnswer *
ask_ids(const RelataNetwork *network, const char *ids, const char *avoid_id)
{
  g_auto(GStrv) words = g_strsplit(ids, " ", -1);
  g_autoptr(GArray) actors = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; words[i] != NULL; i++) {
    const guint actor = relata_corpus_find_actor(network->corpus, words[i]);
    g_array_append_val(actors, actor);
  }
  const guint avoid = avoid_id != NULL ? relata_corpus_find_actor(network->corpus, avoid_id) : 0;
  const RelataConnectQuery query = {.actors = (const guint *)(gconstpointer)actors->data,
                                    .n_actors = actors->len,
                                    .avoid = &avoid,
                                    .n_avoid = avoid_id != NULL};
  g_autoptr(GError) error = NULL;
  RelataConnectAnswer *answer = relata_connect(network, &query, &error);
  g_assert_no_error(error);
  return answer;
}

/* Connecting a grid's corners takes three sides, in many ways: the first way by id is along the first column,
 * with the two sides that go out from it. */
static void
test_grid(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  g_autoptr(RelataNetwork) network = grid(corpus, 12);
  g_autoptr(RelataConnectAnswer) answer = ask_ids(network, "a1111 a0000 a0011 a1100", NULL);
  g_assert_true(answer->exact);
  g_assert_cmpuint(answer->hops->len, ==, 33);
  for (guint i = 0; i < 12; i++) {
    g_autofree char *id = g_strdup_printf("a00%02u", i);
    g_assert_cmpuint(g_array_index(answer->vertices, guint, i), ==, small_vertex(network, id));
  }
  const RelataConnectHop *first = &g_array_index(answer->hops, RelataConnectHop, 0);
  g_assert_cmpuint(first->from, ==, small_vertex(network, "a1111"));

  /* Around whoever is avoided. */
  g_autoptr(RelataConnectAnswer) around = ask_ids(network, "a0000 a0002", "a0001");
  g_assert_cmpuint(around->hops->len, ==, 4);
  g_assert_true(around->exact);
}

/* Ten are connected exactly; eleven by the approximation, which says so unless nobody else is needed. */
static void
test_many(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  g_autoptr(RelataNetwork) network = grid(corpus, 9);
  g_autoptr(RelataConnectAnswer) ten =
      ask_ids(network, "a0000 a0008 a0800 a0808 a0404 a0004 a0400 a0408 a0804 a0202", NULL);
  g_assert_true(ten->exact);
  g_assert_cmpuint(ten->hops->len, ==,
                   32); /* three lines of eight along, and one across: all nine, a0202 for 0 */
  g_autoptr(RelataConnectAnswer) eleven =
      ask_ids(network, "a0000 a0008 a0800 a0808 a0404 a0004 a0400 a0408 a0804 a0202 a0606", NULL);
  g_assert_false(eleven->exact);
  g_assert_cmpuint(eleven->hops->len, <=, 2 * 34);
  g_autoptr(RelataConnectAnswer) row =
      ask_ids(network, "a0000 a0001 a0002 a0003 a0004 a0005 a0006 a0007 a0008 a0100 a0200 a0200 a0300", NULL);
  g_assert_true(row->exact);
  g_assert_cmpuint(row->actors->len, ==, 12);
  g_assert_cmpuint(row->hops->len, ==, 11);
}

/* A row of diamonds: 2^4000 equals, of which the first one takes the left side of each. */
static void
test_many_equals(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  const guint length = 4000;
  for (guint i = 0; i < length; i++) {
    g_autofree char *a = g_strdup_printf("a%05u", i), *b = g_strdup_printf("b%05u", i);
    g_autofree char *c = g_strdup_printf("c%05u", i), *next = g_strdup_printf("a%05u", i + 1);
    small_claim(corpus, a, "likes", b, "d");
    small_claim(corpus, a, "likes", c, "d");
    small_claim(corpus, b, "likes", next, "d");
    small_claim(corpus, c, "likes", next, "d");
  }
  g_autoptr(RelataNetwork) network = small_network(corpus);
  g_autoptr(RelataConnectAnswer) answer = ask_ids(network, "a00000 a04000 a00007", NULL);
  g_assert_true(answer->exact);
  g_assert_cmpuint(answer->hops->len, ==, 2 * length);
  g_assert_cmpuint(g_array_index(answer->vertices, guint, 2 * length), ==, small_vertex(network, "b03999"));
}

/* Where trees part at the vertex that both hang on: the one by way of b and c comes before that by b and e.
 */
static void
test_first_of_equals(void)
{
  static const char *const ties[] = {"bd", "be", "bi", "cd", "cg", "eg", "ei"};
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  for (guint i = 0; i < G_N_ELEMENTS(ties); i++) {
    const char from[] = {ties[i][0], '\0'}, to[] = {ties[i][1], '\0'};
    small_claim(corpus, from, "likes", to, "d1");
  }
  g_autoptr(RelataNetwork) network = small_network(corpus);
  g_autoptr(RelataConnectAnswer) answer = ask_ids(network, "d g i", NULL);
  g_autoptr(GString) ids = g_string_new(NULL);
  for (guint i = 0; i < answer->vertices->len; i++)
    g_string_append(ids, relata_network_actor(network, g_array_index(answer->vertices, guint, i))->id);
  g_assert_cmpstr(ids->str, ==, "bcdgi");
}

/* Whether the equals are compared or not, the connection is a smallest one. */
static void
test_choice_given_up(void)
{
  for (guint seed = 0; seed < N_RANDOM / 12; seed++) {
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    g_autofree Said *said = random_claims(random, MOST, 3 * MOST);
    g_autoptr(RelataCorpus) corpus = relata_corpus_new();
    g_autoptr(RelataNetwork) network = network_of(corpus, MOST, said, 3 * MOST, FALSE);
    g_autoptr(RelataConnectAnswer) all = ask_ids(network, "a b c d e f g h i j", NULL);
    if (!all->connected)
      continue;
    guint ends[] = {0, (guint)g_rand_int_range(random, 1, 5), (guint)g_rand_int_range(random, 5, MOST)};
    g_autoptr(GArray) terminals = g_array_append_vals(g_array_new(FALSE, FALSE, sizeof(guint)), ends, 3);
    const Question question = {.asked = {ends[0], ends[1], ends[2]}, .n_asked = 3};
    g_autoptr(RelataConnectAnswer) answer = ask(network, &question, FALSE);
    const RelataAdjacency *adjacency = relata_network_adjacency(network);
    g_autoptr(RelataConnectKernel) kernel = relata_connect_kernel_new(adjacency, all->vertices, terminals);
    for (guint most_steps = 0; most_steps < 60; most_steps += 4) {
      g_autoptr(GArray) vertices = relata_connect_exact(kernel, most_steps);
      guint set = 0;
      for (guint i = 0; i < vertices->len; i++)
        set |= 1u << kernel->vertices[g_array_index(vertices, guint, i)];
      const Matrix matrix = matrix_of(network);
      g_assert_cmpuint(vertices->len, ==, answer->vertices->len);
      g_assert_cmpuint(reach(&matrix, set, 0), ==, set);
      for (guint i = 0; i < 3; i++)
        g_assert_cmpuint(set >> ends[i] & 1, ==, 1);
    }
  }
}

static void
test_wrong_questions(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  small_claim(corpus, "a", "likes", "b", "d");
  g_autoptr(RelataNetwork) network = small_network(corpus);
  const guint pair[] = {0, 1}, beyond[] = {0, 2};
  const RelataConnectQuery queries[] = {
      {.n_actors = 0},
      {.actors = beyond, .n_actors = 2},
      {.actors = pair, .n_actors = 2, .avoid = pair, .n_avoid = 1},
      {.actors = pair, .n_actors = 2, .avoid = &beyond[1], .n_avoid = 1},
  };
  for (guint i = 0; i < G_N_ELEMENTS(queries); i++) {
    g_autoptr(GError) error = NULL;
    g_assert_null(relata_connect(network, &queries[i], &error));
    g_assert_error(error, RELATA_ERROR, RELATA_ERROR_VALUE);
  }
}

/* Whoever the selection leaves out is a group of none; the others are connected among themselves. */
static void
test_left_out(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  small_claim(corpus, "a", "likes", "b", "d");
  small_claim(corpus, "c", "likes", "b", "d");
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  gboolean again;
  RelataSchema *schema = relata_corpus_schema(corpus);
  relata_schema_declare_actor_type(schema, "state", SMALL_NOWHERE);
  relata_corpus_declare_actor(corpus, "c", SMALL_NOWHERE, &again)->type =
      relata_schema_find_actor_type(schema, "state");
  relata_corpus_finish(corpus, diagnostics);
  g_autoptr(RelataSelection) selection = relata_selection_new(corpus);
  g_autoptr(GError) error = NULL;
  g_assert_true(relata_selection_set(selection, RELATA_FILTER_NOT_TYPE, "state", &error));
  g_autoptr(RelataNetwork) network = relata_network_new(corpus, selection, &error);
  g_assert_no_error(error);
  g_autoptr(RelataConnectAnswer) answer = ask_ids(network, "c a b", NULL);
  g_assert_false(answer->connected);
  g_assert_cmpuint(answer->groups->len, ==, 2);
  g_assert_cmpuint(g_array_index(answer->groups, RelataConnectGroup, 0).size, ==, 0);
  g_assert_cmpuint(g_array_index(answer->groups, RelataConnectGroup, 1).size, ==, 2);
  g_assert_cmpuint(g_array_index(answer->groups, RelataConnectGroup, 1).actors->len, ==, 2);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/analysis/connect/random", test_random);
  g_test_add_func("/analysis/connect/grid", test_grid);
  g_test_add_func("/analysis/connect/many", test_many);
  g_test_add_func("/analysis/connect/many-equals", test_many_equals);
  g_test_add_func("/analysis/connect/first-of-equals", test_first_of_equals);
  g_test_add_func("/analysis/connect/choice-given-up", test_choice_given_up);
  g_test_add_func("/analysis/connect/wrong-questions", test_wrong_questions);
  g_test_add_func("/analysis/connect/left-out", test_left_out);
  return g_test_run();
}
