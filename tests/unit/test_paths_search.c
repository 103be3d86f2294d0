/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Path search against exhaustive search: on random small multigraphs, with every option in random
 * combination, the answers must be the same in full, order included. The oracle walks over single ties, depth
 * first, and sorts by the documented order afterwards. */
#include "many.h"
#include "network/adjacency.h"
#include "paths/path.h"
#include "small_corpus.h"
#include "text/error.h"

#define N_RANDOM many(375)
#define MOST     7 /* actors of a random network */

/* ── The oracle ──────────────────────────────────────────────────────────────────────────── */

typedef struct {
  const RelataNetwork *network;
  const RelataPathQuery *query;
  guint vertices[MOST];
  RelataHop hops[MOST];
  guint n_hops;
  GPtrArray *found; /* of RelataPath */
} Walk;

static void
free_path(gpointer data)
{
  RelataPath *path = data;
  g_free(path->vertices);
  g_free(path->hops);
  g_free(path);
}

static gboolean
among(const guint *vertices, guint n, guint vertex)
{
  for (guint i = 0; i < n; i++)
    if (vertices[i] == vertex)
      return TRUE;
  return FALSE;
}

static gboolean
is_symmetric(const RelataNetwork *network, guint tie)
{
  return relata_network_relation(network, &network->ties[tie])->symmetric;
}

static void
walk(Walk *w)
{
  const RelataPathQuery *query = w->query;
  guint here = w->vertices[w->n_hops];
  if (here == query->to) {
    for (guint i = 0; i < query->n_via; i++)
      if (!among(w->vertices, w->n_hops + 1, query->via[i]))
        return;
    if (query->max_hops != 0 && w->n_hops > query->max_hops)
      return;
    RelataPath *path = g_new0(RelataPath, 1);
    path->n_hops = w->n_hops;
    path->vertices = g_memdup2(w->vertices, (w->n_hops + 1) * sizeof(guint));
    path->hops = g_memdup2(w->hops, w->n_hops * sizeof(RelataHop));
    g_ptr_array_add(w->found, path);
    return;
  }
  for (guint tie = 0; tie < w->network->n_ties; tie++) {
    const RelataTie *t = &w->network->ties[tie];
    gboolean symmetric = is_symmetric(w->network, tie);
    for (guint way = 0; way < 2; way++) {
      guint from = way == 0 ? t->from : t->to, to = way == 0 ? t->to : t->from;
      if (from != here || (way == 1 && query->directed && !symmetric) ||
          among(w->vertices, w->n_hops + 1, to) || among(query->avoid, query->n_avoid, to))
        continue;
      w->hops[w->n_hops] = (RelataHop){tie, way == 0 || symmetric};
      w->vertices[++w->n_hops] = to;
      walk(w);
      w->n_hops--;
    }
  }
}

static gint
by_order(gconstpointer a, gconstpointer b, gpointer data)
{
  const RelataPath *p = *(RelataPath *const *)a, *q = *(RelataPath *const *)b;
  const RelataNetwork *network = data;
  if (p->n_hops != q->n_hops)
    return p->n_hops < q->n_hops ? -1 : 1;
  for (guint i = 0; i < p->n_hops; i++) {
    const RelataTie *s = &network->ties[p->hops[i].tie], *t = &network->ties[q->hops[i].tie];
    int order = strcmp(relata_network_actor(network, p->vertices[i + 1])->id,
                       relata_network_actor(network, q->vertices[i + 1])->id);
    if (order != 0)
      return order;
    if (s->corroboration != t->corroboration)
      return s->corroboration > t->corroboration ? -1 : 1;
    order = strcmp(relata_network_relation(network, s)->id, relata_network_relation(network, t)->id);
    if (order != 0)
      return order;
    if (p->hops[i].forward != q->hops[i].forward)
      return p->hops[i].forward ? -1 : 1;
  }
  return 0;
}

static GPtrArray *
exhaust(const RelataNetwork *network, const RelataPathQuery *query, gboolean *cut)
{
  Walk w = {.network = network, .query = query, .vertices = {query->from}};
  w.found = g_ptr_array_new_with_free_func(free_path);
  walk(&w);
  g_ptr_array_sort_with_data(w.found, by_order, (gpointer)(gsize)network);
  guint n = w.found->len;
  if (query->selector == RELATA_PATHS_ALL)
    for (n = 0; n < w.found->len; n++)
      if (((RelataPath *)w.found->pdata[n])->n_hops != ((RelataPath *)w.found->pdata[0])->n_hops)
        break;
  *cut = n > query->count;
  g_ptr_array_set_size(w.found, (gint)MIN(n, query->count));
  return w.found;
}

/* ── Random questions ────────────────────────────────────────────────────────────────────── */

static RelataNetwork *
random_network(RelataCorpus *corpus, GRand *random, guint n, guint n_claims)
{
  static const char *const types[] = {"likes", "hits", "with-talks", "owns"};
  for (guint i = 0; i < n; i++) {
    char id[] = {(char)('a' + i), '\0'};
    small_actor(corpus, id);
  }
  for (guint i = 0; i < n_claims; i++) {
    guint from = (guint)g_rand_int_range(random, 0, (gint)n);
    guint to = (from + (guint)g_rand_int_range(random, 1, (gint)n)) % n;
    char a[] = {(char)('a' + from), '\0'}, b[] = {(char)('a' + to), '\0'};
    char d[] = {'d', (char)('0' + g_rand_int_range(random, 0, 3)), '\0'};
    small_claim(corpus, a, types[g_rand_int_range(random, 0, G_N_ELEMENTS(types))], b, d);
  }
  return small_network(corpus);
}

static guint
some_vertices(GRand *random, guint n, guint most, const guint *not_among, guint n_not, guint *vertices)
{
  guint n_vertices = 0,
        wanted = g_rand_boolean(random) ? 0 : (guint)g_rand_int_range(random, 0, (gint)most + 1);
  for (guint i = 0; i < wanted; i++) {
    guint vertex = (guint)g_rand_int_range(random, 0, (gint)n);
    if (!among(not_among, n_not, vertex))
      vertices[n_vertices++] = vertex;
  }
  return n_vertices;
}

static char *
in_words(const RelataNetwork *network, GPtrArray *paths)
{
  GString *words = g_string_new(NULL);
  for (guint i = 0; i < paths->len; i++) {
    const RelataPath *path = paths->pdata[i];
    g_string_append_printf(words, "  %s", relata_network_actor(network, path->vertices[0])->id);
    for (guint j = 0; j < path->n_hops; j++)
      g_string_append_printf(words, " %c%u %s", path->hops[j].forward ? '>' : '<', path->hops[j].tie,
                             relata_network_actor(network, path->vertices[j + 1])->id);
    g_string_append_c(words, '\n');
  }
  return g_string_free(words, FALSE);
}

static void
ask(const RelataNetwork *network, RelataPathSearcher *searcher, const RelataPathQuery *query, guint seed)
{
  g_autoptr(GError) error = NULL;
  gboolean cut;
  g_autoptr(RelataPathAnswer) answer = relata_path_search(searcher, query, &error);
  g_assert_no_error(error);
  g_autoptr(GPtrArray) expected = exhaust(network, query, &cut);
  g_autofree char *is = in_words(network, answer->paths), *should_be = in_words(network, expected);
  if (strcmp(is, should_be) != 0 || answer->cut != cut || answer->gave_up)
    g_error("seed %u: %u to %u%s%s, hops %u, via %u, avoid %u, count %u\nis (cut %d, gave up %d):\n%s"
            "should be (cut %d):\n%s",
            seed, query->from, query->to, query->directed ? ", directed" : "",
            query->selector == RELATA_PATHS_ALL ? ", all" : "", query->max_hops, query->n_via, query->n_avoid,
            query->count, answer->cut, answer->gave_up, is, cut, should_be);
}

static void
test_random(void)
{
  guint n_via = 0, n_found = 0;
  for (guint seed = 1; seed <= N_RANDOM; seed++) {
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    g_autoptr(RelataCorpus) corpus = relata_corpus_new();
    guint n = (guint)g_rand_int_range(random, 2, MOST + 1);
    g_autoptr(RelataNetwork) network =
        random_network(corpus, random, n, (guint)g_rand_int_range(random, 1, 3 * (gint)n));
    g_autoptr(RelataPathSearcher) searcher = relata_path_searcher_new(network);
    for (guint i = 0; i < 4; i++) {
      guint ends[2] = {(guint)g_rand_int_range(random, 0, (gint)n),
                       (guint)g_rand_int_range(random, 0, (gint)n)};
      guint via[4], avoid[2];
      RelataPathQuery query = {.from = ends[0], .to = ends[1], .via = via, .avoid = avoid};
      query.probe = TRUE;
      query.directed = g_rand_boolean(random);
      query.selector = g_rand_boolean(random) ? RELATA_PATHS_ALL : RELATA_PATHS_BEST;
      query.max_hops = g_rand_boolean(random) ? 0 : (guint)g_rand_int_range(random, 1, MOST);
      query.count = g_rand_boolean(random) ? (guint)g_rand_int_range(random, 1, 6) : 100000;
      query.n_avoid = some_vertices(random, n, 2, ends, 2, avoid);
      query.n_via = some_vertices(random, n, 4, avoid, query.n_avoid, via);
      ask(network, searcher, &query, seed);
      g_autoptr(RelataPathAnswer) answer = relata_path_search(searcher, &query, NULL);
      n_via += query.n_via > 1 && answer->paths->len > 0;
      n_found += answer->paths->len > 0;
    }
  }
  g_assert_cmpuint(n_found, >, N_RANDOM); /* the questions are not all trivial */
  g_assert_cmpuint(n_via, >, N_RANDOM / 10);
}

/* Against the transitive closure, by repeated walking over single ties. */
static void
test_reach(void)
{
  for (guint seed = 1; seed <= N_RANDOM / 5; seed++) {
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    g_autoptr(RelataCorpus) corpus = relata_corpus_new();
    guint n = (guint)g_rand_int_range(random, 2, MOST + 1), avoid[1] = {0};
    g_autoptr(RelataNetwork) network = random_network(corpus, random, n, n);
    g_autoptr(RelataPathSearcher) searcher = relata_path_searcher_new(network);
    RelataPathQuery query = {
        .directed = g_rand_boolean(random), .avoid = avoid, .n_avoid = g_rand_boolean(random)};
    query.max_hops = (guint)g_rand_int_range(random, 0, 3);
    gboolean backward = g_rand_boolean(random);
    guint start = (guint)g_rand_int_range(random, 0, (gint)n), expected = 0;
    guint hops[MOST];
    for (guint i = 0; i < n; i++)
      hops[i] = i == start && !(query.n_avoid && i == 0) ? 0 : 1000;
    for (guint round = 0; round < n; round++) {
      for (guint tie = 0; tie < network->n_ties; tie++) {
        for (guint way = 0; way < 2; way++) {
          if (query.directed && !is_symmetric(network, tie) && way != (guint)backward)
            continue;
          guint from = way == 0 ? network->ties[tie].from : network->ties[tie].to;
          guint to = way == 0 ? network->ties[tie].to : network->ties[tie].from;
          if (!(query.n_avoid && to == 0))
            hops[to] = MIN(hops[to], hops[from] + 1);
        }
      }
    }
    for (guint i = 0; i < n; i++)
      expected += hops[i] <= (query.max_hops == 0 ? 999 : query.max_hops);
    g_autoptr(GArray) reached = relata_path_reach(searcher, &query, start, backward);
    if (reached->len != expected)
      g_error("seed %u: %u reaches %u, should reach %u", seed, start, reached->len, expected);
    for (guint i = 0; i < reached->len; i++)
      g_assert_cmpuint(g_array_index(reached, RelataReached, i).hops, ==,
                       hops[g_array_index(reached, RelataReached, i).vertex]);
  }
}

static void
test_adjacency(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  small_claim(corpus, "a", "likes", "b", "d1");
  small_claim(corpus, "a", "hits", "b", "d1");
  small_claim(corpus, "a", "likes", "c", "d1");
  small_claim(corpus, "b", "owns", "a", "d1");
  small_claim(corpus, "b", "owns", "a", "d2");
  small_claim(corpus, "b", "with-talks", "a", "d1");
  g_autoptr(RelataNetwork) network = small_network(corpus);
  const RelataAdjacency *both = relata_network_adjacency(network);
  guint place = relata_adjacency_find(both, 0, 1);
  g_assert_cmpuint(place, ==, 0);
  g_assert_cmpuint(both->first[place + 1] - both->first[place], ==, 4);
  static const char *const order[] = {"owns", "hits", "likes", "with-talks"};
  for (guint i = 0; i < 4; i++) {
    RelataHop hop = both->hops[both->first[place] + i];
    g_assert_cmpstr(relata_network_relation(network, &network->ties[hop.tie])->id, ==, order[i]);
    g_assert_cmpint(hop.forward, ==, i != 0);
  }
  g_assert_cmpuint(relata_adjacency_find(both, 0, 2), ==, 1);
  g_assert_cmpuint(relata_adjacency_find(both, 1, 2), ==, RELATA_NONE);
  for (guint i = 0; i < 4; i++) { /* owns against, two along, talks both ways */
    static const guint ways[] = {RELATA_WAY_AGAINST, RELATA_WAY_ALONG, RELATA_WAY_ALONG,
                                 RELATA_WAY_ALONG | RELATA_WAY_AGAINST};
    g_assert_cmpuint(RELATA_KIND_WAYS(both->kinds[both->first[place] + i]), ==, ways[i]);
    g_assert_cmpuint(relata_adjacency_leads_to(both, 0, both->first[place] + i), ==, 1);
  }
  g_assert_cmpuint(relata_adjacency_leads_to(both, 0, both->first[1]), ==, 2);
}

static void
test_wrong_questions(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  small_claim(corpus, "a", "likes", "b", "d");
  small_claim(corpus, "b", "likes", "c", "d");
  g_autoptr(RelataNetwork) network = small_network(corpus);
  g_autoptr(RelataPathSearcher) searcher = relata_path_searcher_new(network);
  guint a = 0, b = 1, beyond = 3, many[17] = {0};
  RelataPathQuery queries[] = {
      {.from = 0, .to = 3, .count = 1},
      {.from = 0, .to = 2, .count = 0},
      {.from = 0, .to = 2, .count = 1, .avoid = &a, .n_avoid = 1},
      {.from = 2, .to = 0, .count = 1, .avoid = &a, .n_avoid = 1},
      {.from = 0, .to = 2, .count = 1, .avoid = &b, .n_avoid = 1, .via = &b, .n_via = 1},
      {.from = 0, .to = 2, .count = 1, .via = &beyond, .n_via = 1},
      {.from = 0, .to = 2, .count = 1, .avoid = &beyond, .n_avoid = 1},
      {.from = 0, .to = 2, .count = 1, .via = many, .n_via = 17},
  };
  for (guint i = 0; i < G_N_ELEMENTS(queries); i++) {
    g_autoptr(GError) error = NULL;
    g_assert_null(relata_path_search(searcher, &queries[i], &error));
    g_assert_error(error, RELATA_ERROR, RELATA_ERROR_VALUE);
  }
}

/* A grid in which the number of paths is astronomic: the first few come at once, and a required actor that
 * hangs on the grid by one tie is refused at once, since no path without repetition can visit it. */
static void
test_grid(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  const guint size = 12;
  for (guint x = 0; x < size; x++) {
    for (guint y = 0; y < size; y++) {
      g_autofree char *here = g_strdup_printf("a%02u%02u", x, y),
                      *right = g_strdup_printf("a%02u%02u", x + 1, y);
      g_autofree char *down = g_strdup_printf("a%02u%02u", x, y + 1);
      if (x + 1 < size)
        small_claim(corpus, here, "likes", right, "d");
      if (y + 1 < size)
        small_claim(corpus, here, "likes", down, "d");
    }
  }
  small_claim(corpus, "a0505", "likes", "pendant", "d");
  g_autoptr(RelataNetwork) network = small_network(corpus);
  g_autoptr(RelataPathSearcher) searcher = relata_path_searcher_new(network);
  RelataPathQuery query = {
      .probe = TRUE, .from = small_vertex(network, "a0000"), .to = small_vertex(network, "a1111")};
  query.selector = RELATA_PATHS_ALL;
  query.count = 20;
  g_autoptr(RelataPathAnswer) all = relata_path_search(searcher, &query, NULL);
  g_assert_cmpuint(all->paths->len, ==, 20);
  g_assert_true(all->cut);
  for (guint i = 0; i < 20; i++) {
    g_assert_cmpuint(((RelataPath *)all->paths->pdata[i])->n_hops, ==, 22);
    if (i > 0)
      g_assert_cmpint(by_order(&all->paths->pdata[i - 1], &all->paths->pdata[i], network), <, 0);
  }
  guint corners[] = {small_vertex(network, "a0011"), small_vertex(network, "a1100")};
  query.via = corners;
  query.n_via = 1;
  g_autoptr(RelataPathAnswer) corner = relata_path_search(searcher, &query, NULL);
  g_assert_cmpuint(corner->paths->len, ==, 1); /* along two sides: the only one of 22 hops */
  g_assert_false(corner->cut);
  g_assert_false(corner->gave_up);

  guint pendant = small_vertex(network, "pendant");
  query.via = &pendant;
  g_autoptr(RelataPathAnswer) none = relata_path_search(searcher, &query, NULL);
  g_assert_cmpuint(none->paths->len, ==, 0);
  g_assert_false(none->gave_up);
}

/* Two disjoint directed routes that cannot be had, hidden in a thicket: the search gives up, after two
 * million beginnings, and says so. */
static void
test_gives_up(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  const guint width = 6, length = 12;
  for (guint i = 0; i + 1 < length; i++) {
    for (guint j = 0; j < width; j++) {
      for (guint k = 0; k < width; k++) {
        g_autofree char *a = g_strdup_printf("a%02u%02u", i, j), *b = g_strdup_printf("a%02u%02u", i + 1, k);
        small_claim(corpus, a, "likes", b, "d");
        small_claim(corpus, b, "likes", a, "d");
      }
    }
  }
  /* from → thicket → gate → via → gate: in both directions only through the gate */
  small_claim(corpus, "from", "likes", "a0000", "d");
  small_claim(corpus, "a1100", "likes", "gate", "d");
  small_claim(corpus, "gate", "likes", "via", "d");
  small_claim(corpus, "via", "likes", "gate2", "d");
  small_claim(corpus, "gate2", "likes", "gate", "d");
  small_claim(corpus, "gate", "likes", "to", "d");
  small_claim(corpus, "to", "likes", "via", "d"); /* makes one block of all, without direction */
  g_autoptr(RelataNetwork) network = small_network(corpus);
  g_autoptr(RelataPathSearcher) searcher = relata_path_searcher_new(network);
  guint via = small_vertex(network, "via");
  RelataPathQuery query = {.probe = TRUE,
                           .from = small_vertex(network, "from"),
                           .to = small_vertex(network, "to"),
                           .directed = TRUE,
                           .via = &via,
                           .n_via = 1,
                           .count = 1};
  g_autoptr(RelataPathAnswer) answer = relata_path_search(searcher, &query, NULL);
  g_assert_cmpuint(answer->paths->len, ==, 0);
  g_assert_true(answer->gave_up);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/analysis/path/adjacency", test_adjacency);
  g_test_add_func("/analysis/path/random", test_random);
  g_test_add_func("/analysis/path/reach", test_reach);
  g_test_add_func("/analysis/path/wrong-questions", test_wrong_questions);
  g_test_add_func("/analysis/path/grid", test_grid);
  if (many(1) > 1)
    g_test_add_func("/analysis/path/gives-up", test_gives_up);
  return g_test_run();
}
