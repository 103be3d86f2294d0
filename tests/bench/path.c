/* SPDX-License-Identifier: GPL-2.0-or-later */
/* path large CORPUS EDGES | many CORPUS | dense CORPUS: how long questions about paths take, each put to
 * relata for many pairs of actors and, where igraph can be asked the same, to igraph for the same pairs in
 * the same process. Exit 1 where a median is above its limit, or where the two do not agree.
 *
 * What relata is given at once is the network; what depends on the question (its pattern is parsed, its tests
 * are made) is part of its time. igraph gets a graph for the question, and the making of that is told apart.
 * EDGES is written: the ties, pairs and answers of the first question, for path_networkx.py. */
#include "path_igraph.h"
#include "timing.h"

#include "paths/path.h"
#include "read/read.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SEED       1
#define N_PAIRS    200
#define N_MAKINGS  5
#define N_WEIGHTED 7   /* pairs, where a question takes a second or so */
#define WANTED     5.0 /* times as fast as igraph with its filtering */
#define MANY_PATHS 1000

static const char *const three_types[] = {"threatens", "commands", "allegiance"};
#define THREE_TYPES "((threatens|^threatens)|(commands|^commands)|(allegiance|^allegiance))*"

/* As long as five states, and such that most pairs are connected: to find nothing is soon done. */
static const Step five_states[] = {
    {{"attacks", "threatens", "reports-on"}, TRUE, FALSE, TRUE, NULL},
    {{"funds", "alliance"}, TRUE, FALSE, FALSE, NULL},
    {{"commands", "sanctions"}, FALSE, TRUE, TRUE, NULL},
    {{"meets", "rivalry"}, TRUE, FALSE, FALSE, NULL},
};
static const Step with_tests[] = {
    {{"reports-on", "meets"}, TRUE, FALSE, TRUE, NULL},
    {{"rivalry", "threatens"}, TRUE, TRUE, FALSE, "organization"},
    {{"supplies", "allegiance"}, FALSE, TRUE, TRUE, NULL},
    {{"meets", "alliance"}, TRUE, FALSE, FALSE, "person"},
};
static const Chain five_states_chain = {G_N_ELEMENTS(five_states), five_states};
static const Chain with_tests_chain = {G_N_ELEMENTS(with_tests), with_tests};

typedef struct {
  RelataCorpus *corpus;
  RelataNetwork *network;
  RelataPathSearcher *searcher;
  guint from[N_PAIRS], to[N_PAIRS];
  /* Of the last question to relata: what the best path is worth, NAN where there is none; milliseconds. */
  double answers[N_PAIRS], took[N_PAIRS];
  gboolean failed;
} Bench;

typedef struct {
  const char *label;
  const char *pattern; /* or NULL */
  RelataPathOrder order;
  double limit; /* of the median, in milliseconds; 0: none */
  guint n_pairs;
} Question;

/* What igraph is asked. */
typedef struct {
  IgraphAim aim;
  igraph_neimode_t mode;
  const Chain *chain;       /* makes the graph for the question: of a chain … */
  gboolean filtered;        /* … or of three relation types; else it is the network's */
  igraph_vector_t *weights; /* or NULL */
} Rival;

static void fail(Bench *bench, const char *format, ...) G_GNUC_PRINTF(2, 3);

static void
fail(Bench *bench, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *message = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  printf("WRONG: %s\n", message);
  bench->failed = TRUE;
}

static G_GNUC_NORETURN void
give_up(const GError *error)
{
  fprintf(stderr, "path: %s\n", error->message);
  exit(2);
}

/* ── Loading ─────────────────────────────────────────────────────────────────────────────── */

static void
draw_pairs(Bench *bench)
{
  GRand *random = g_rand_new_with_seed(SEED);
  const gint n = (gint)bench->network->n_actors;
  for (guint i = 0; i < N_PAIRS; i++) {
    bench->from[i] = bench->to[i] = (guint)g_rand_int_range(random, 0, n);
    while (bench->to[i] == bench->from[i])
      bench->to[i] = (guint)g_rand_int_range(random, 0, n);
  }
  g_rand_free(random);
}

static void
load(Bench *bench, const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(10);
  const double begin = timing_now();
  bench->corpus = relata_read(&path, 1, NULL, diagnostics, &error);
  if (bench->corpus == NULL)
    give_up(error);
  const double read = timing_now();
  g_autoptr(RelataSelection) everything = relata_selection_new(bench->corpus);
  bench->network = relata_network_new(bench->corpus, everything, &error);
  if (bench->network == NULL)
    give_up(error);
  const double built = timing_now();
  bench->searcher = relata_path_searcher_new(bench->network);
  const double ready = timing_now();
  printf(
      "%u actors, %u ties of %u claims: read in %.2f s, network in %.2f s, made ready for searches in %.2f "
      "s; %.0f MB\n\n",
      bench->network->n_actors, bench->network->n_ties, relata_corpus_n_claims(bench->corpus),
      (read - begin) / 1e3, (built - read) / 1e3, (ready - built) / 1e3, timing_memory());
  if (relata_diagnostics_count(diagnostics, RELATA_ERROR_IN_DATA) > 0)
    fail(bench, "the corpus has errors");
  draw_pairs(bench);
}

static void
unload(Bench *bench)
{
  relata_path_searcher_free(bench->searcher);
  relata_network_free(bench->network);
  relata_corpus_free(bench->corpus);
}

/* ── Asking relata ───────────────────────────────────────────────────────────────────────── */

static RelataPathAnswer *
ask(const Bench *bench, RelataPathQuery query, const char *pattern, Series *times)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataPattern) parsed = NULL;
  const double since = timing_now();
  if (pattern != NULL && (parsed = relata_pattern_parse(bench->corpus, pattern, &error)) == NULL)
    give_up(error);
  query.pattern = parsed;
  RelataPathAnswer *answer = relata_path_search(bench->searcher, &query, &error);
  if (answer == NULL)
    give_up(error);
  series_add(times, since);
  return answer;
}

static double
strength(const RelataTie *tie)
{
  return 3.0 * tie->corroboration + (double)tie->certainty; /* as one number */
}

static double
worth(const RelataNetwork *network, const RelataPath *path, RelataPathOrder order)
{
  double weakest = HUGE_VAL, product = 1;
  for (guint i = 0; i < path->n_hops; i++) {
    const RelataTie *tie = &network->ties[path->hops[i].tie];
    weakest = MIN(weakest, strength(tie));
    product *= relata_tie_confidence(network, tie);
  }
  return order == RELATA_ORDER_STRONGEST       ? weakest
         : order == RELATA_ORDER_MOST_RELIABLE ? product
                                               : path->n_hops;
}

/* Whether the ties lead from one end to the other. */
static gboolean
is_path(const RelataNetwork *network, const RelataPath *path, guint from, guint to)
{
  if (path->vertices[0] != from || path->vertices[path->n_hops] != to)
    return FALSE;
  for (guint i = 0; i < path->n_hops; i++) {
    const RelataTie *tie = &network->ties[path->hops[i].tie];
    const guint p = path->vertices[i], q = path->vertices[i + 1];
    const gboolean along = tie->from == p && tie->to == q, against = tie->from == q && tie->to == p;
    if (relata_network_relation(network, tie)->symmetric ? !(along || against)
                                                         : !(path->hops[i].forward ? along : against))
      return FALSE;
  }
  return TRUE;
}

static void
ask_for_best(Bench *bench, const Question *question, Series *times)
{
  Series warming = series_new();
  for (guint i = 0; i < question->n_pairs; i++) {
    const RelataPathMode mode = RELATA_MODE_WALK; /* as igraph has it */
    const RelataPathQuery query = {
        .from = bench->from[i], .to = bench->to[i], .mode = mode, .order = question->order, .count = 1};
    if (i == 0) /* as hyperfine does, not to measure memory that is touched first */
      relata_path_answer_free(ask(bench, query, question->pattern, &warming));
    g_autoptr(RelataPathAnswer) answer = ask(bench, query, question->pattern, times);
    bench->took[i] = g_array_index(times->ms, double, i);
    bench->answers[i] = NAN;
    if (answer->paths->len == 0)
      continue;
    const RelataPath *path = g_ptr_array_index(answer->paths, 0);
    if (!is_path(bench->network, path, query.from, query.to))
      fail(bench, "%s: from vertex %u to %u, what is found is no path", question->label, query.from,
           query.to);
    bench->answers[i] = worth(bench->network, path, question->order);
  }
  series_free(&warming);
}

/* The same in the usual mode along a pattern: the best walk is the answer if it comes to no tie twice. */
static void
ask_for_trails(Bench *bench, const Question *question)
{
  guint n_longer = 0, n_none = 0, n_given_up = 0;
  Series times = series_new();
  for (guint i = 0; i < question->n_pairs; i++) {
    const RelataPathQuery query = {
        .from = bench->from[i], .to = bench->to[i], .order = question->order, .count = 1};
    g_autoptr(RelataPathAnswer) answer = ask(bench, query, question->pattern, &times);
    n_given_up += answer->gave_up ? 1 : 0;
    n_none += answer->paths->len == 0 && !isnan(bench->answers[i]) ? 1 : 0;
    if (answer->paths->len == 0)
      continue;
    const double hops = ((const RelataPath *)g_ptr_array_index(answer->paths, 0))->n_hops;
    n_longer += hops > bench->answers[i] ? 1 : 0;
    if (isnan(bench->answers[i]) || hops < bench->answers[i])
      fail(bench, "%s: from vertex %u to %u, a trail is better than the best walk", question->label,
           query.from, query.to);
  }
  bench->failed |= !series_print(&times, question->limit, "relata, no tie twice");
  printf(
      "%9u of the best walks come to a tie twice: %u trails are longer, %u are not there, %u are not known\n",
      n_longer + n_none, n_longer, n_none - n_given_up, n_given_up);
  series_free(&times);
}

/* ── Asking igraph ───────────────────────────────────────────────────────────────────────── */

static void
make_graph(const Bench *bench, const Rival *rival, igraph_t *graph)
{
  if (rival->chain != NULL)
    chain_graph(rival->chain, bench->network, graph);
  else
    filtered_graph(bench->network, three_types, G_N_ELEMENTS(three_types), graph);
}

/* The median of the times to make the graph of the question. It is the same for all pairs, but a user asks
 * one question at a time. */
static double
print_making(const Bench *bench, const Rival *rival)
{
  Series times = series_new();
  for (guint i = 0; i < N_MAKINGS; i++) {
    igraph_t graph;
    const double since = timing_now();
    make_graph(bench, rival, &graph);
    series_add(&times, since);
    igraph_destroy(&graph);
  }
  const double median = series_median(&times);
  series_print(&times, 0, rival->chain != NULL ? "igraph: making the graph of states" : "igraph: filtering");
  series_free(&times);
  return median;
}

/* Puts the question to igraph and compares the answers; the median of its searches. */
static double
ask_igraph(Bench *bench, const Question *question, const Rival *rival, const igraph_t *graph)
{
  Series times = series_new();
  const guint behind = rival->chain != NULL ? rival->chain->n_steps * bench->network->n_actors : 0;
  for (guint i = 0; i < question->n_pairs; i++) {
    const double since = timing_now();
    double best =
        igraph_best(graph, rival->aim, bench->from[i], behind + bench->to[i], rival->mode, rival->weights);
    series_add(&times, since);
    if (rival->aim == IGRAPH_LIGHTEST)
      best = exp(-best); /* the sum of −log confidence */
    if (isnan(best) != isnan(bench->answers[i]) || fabs(best - bench->answers[i]) > 1e-9 * best)
      fail(bench, "%s: from vertex %u to %u, relata finds %g and igraph %g", question->label, bench->from[i],
           bench->to[i], bench->answers[i], best);
  }
  const double median = series_median(&times);
  series_print(&times, 0, "igraph: search");
  series_free(&times);
  return median;
}

static double
print_igraph(Bench *bench, const Question *question, const Rival *rival, double *making)
{
  if (rival->chain == NULL && !rival->filtered) {
    *making = 0;
    return ask_igraph(bench, question, rival, relata_network_graph(bench->network, NULL));
  }
  igraph_t graph;
  *making = print_making(bench, rival);
  make_graph(bench, rival, &graph);
  const double median = ask_igraph(bench, question, rival, &graph);
  igraph_destroy(&graph);
  return median;
}

/* One question to both. */
static void
compare(Bench *bench, const Question *question, const Rival *rival)
{
  Series times = series_new();
  ask_for_best(bench, question, &times);
  guint n_connected = 0;
  for (guint i = 0; i < question->n_pairs; i++)
    n_connected += isnan(bench->answers[i]) ? 0 : 1;
  printf("%s: %u pairs, %u connected\n", question->label, question->n_pairs, n_connected);
  if (question->pattern != NULL)
    printf("  %s\n", question->pattern);
  bench->failed |= !series_print(&times, question->limit, "relata");
  const double own = series_median(&times);
  if (rival->chain != NULL)
    ask_for_trails(bench, question);
  double making;
  const double search = print_igraph(bench, question, rival, &making);
  printf("%9.1f times as long takes igraph, its search alone", search / own);
  if (making > 0)
    printf("; %.1f with the making of its graph", (making + search) / own);
  if (rival->filtered) {
    const gboolean slow = !((making + search) / own >= WANTED);
    printf(" (at least %g%s)", WANTED, slow ? ": NOT REACHED" : "");
    bench->failed |= slow;
  }
  fputs("\n\n", stdout);
  series_free(&times);
}

/* ── The questions ───────────────────────────────────────────────────────────────────────── */

static void
write_edges(const Bench *bench, const char *path)
{
  FILE *file = fopen(path, "w");
  if (file == NULL) {
    perror(path);
    exit(2);
  }
  for (guint i = 0; i < G_N_ELEMENTS(three_types); i++)
    fprintf(file, "type %s\n", three_types[i]);
  for (guint i = 0; i < N_PAIRS; i++)
    fprintf(file, "pair %u %u %d %f\n", bench->from[i], bench->to[i],
            isnan(bench->answers[i]) ? -1 : (int)bench->answers[i], bench->took[i]);
  for (guint i = 0; i < bench->network->n_ties; i++) {
    const RelataTie *tie = &bench->network->ties[i];
    fprintf(file, "tie %u %u %s\n", tie->from, tie->to, relata_network_relation(bench->network, tie)->id);
  }
  fclose(file);
}

static void
set_weights(const Bench *bench, IgraphAim aim, igraph_vector_t *weights)
{
  const RelataNetwork *network = bench->network;
  for (guint i = 0; i < network->n_ties; i++) {
    const RelataTie *tie = &network->ties[i];
    VECTOR(*weights)[i] = aim == IGRAPH_WIDEST ? strength(tie) : -log(relata_tie_confidence(network, tie));
  }
}

static void
compare_weighted(Bench *bench, const char *label, RelataPathOrder order, IgraphAim aim)
{
  igraph_vector_t weights;
  igraph_vector_init(&weights, bench->network->n_ties);
  set_weights(bench, aim, &weights);
  compare(bench, &(Question){label, NULL, order, 0, N_WEIGHTED},
          &(Rival){.aim = aim, .mode = IGRAPH_ALL, .weights = &weights});
  igraph_vector_destroy(&weights);
}

static void
compare_chain(Bench *bench, const char *label, const Chain *chain)
{
  g_autofree char *pattern = chain_pattern(chain);
  compare(bench, &(Question){label, pattern, RELATA_ORDER_HOPS, 50, N_PAIRS},
          &(Rival){.aim = IGRAPH_SHORTEST, .mode = IGRAPH_OUT, .chain = chain});
}

static void
large(Bench *bench, const char *edges)
{
  compare(bench, &(Question){"shortest, three relation types", THREE_TYPES, RELATA_ORDER_HOPS, 1, N_PAIRS},
          &(Rival){.aim = IGRAPH_SHORTEST, .mode = IGRAPH_ALL, .filtered = TRUE});
  if (edges != NULL)
    write_edges(bench, edges);
  compare(bench, &(Question){"shortest", NULL, RELATA_ORDER_HOPS, 0, N_PAIRS},
          &(Rival){.aim = IGRAPH_SHORTEST, .mode = IGRAPH_ALL});
  compare_chain(bench, "shortest along a pattern", &five_states_chain);
  compare_chain(bench, "shortest along a pattern with tests", &with_tests_chain);
  compare_weighted(bench, "strongest", RELATA_ORDER_STRONGEST, IGRAPH_WIDEST);
  compare_weighted(bench, "most reliable", RELATA_ORDER_MOST_RELIABLE, IGRAPH_LIGHTEST);
}

static gboolean
passes_twice(const RelataPath *path)
{
  gboolean twice = FALSE;
  for (guint i = 0; i <= path->n_hops; i++)
    for (guint j = 0; j < i; j++)
      twice = twice || path->vertices[i] == path->vertices[j];
  return twice;
}

/* Whether the paths are what they are said to be: loopless, none after a longer one, none twice in a row. */
static void
check_paths(Bench *bench, const RelataPathQuery *query, const GPtrArray *paths)
{
  for (guint i = 0; i < paths->len; i++) {
    const RelataPath *path = g_ptr_array_index(paths, i),
                     *last = i > 0 ? g_ptr_array_index(paths, i - 1) : NULL;
    if (!is_path(bench->network, path, query->from, query->to) || passes_twice(path))
      fail(bench, "from vertex %u to %u, answer %u is no path", query->from, query->to, i + 1);
    if (last != NULL &&
        (last->n_hops > path->n_hops || (query->selector == RELATA_PATHS_ALL && last->n_hops < path->n_hops)))
      fail(bench, "from vertex %u to %u, answer %u is of the wrong length", query->from, query->to, i + 1);
    if (last != NULL && last->n_hops == path->n_hops &&
        memcmp(last->hops, path->hops, path->n_hops * sizeof *path->hops) == 0)
      fail(bench, "from vertex %u to %u, answer %u is the one before it", query->from, query->to, i + 1);
  }
}

/* Many paths for each of some pairs. */
static void
ask_for_many(Bench *bench, const char *label, RelataPathQuery query, double limit, guint n_pairs)
{
  Series times = series_new();
  guint n_paths = 0, n_cut = 0, n_given_up = 0;
  timing_forget_peak();
  const double before = timing_memory();
  for (guint i = 0; i < n_pairs; i++) {
    query.from = bench->from[i];
    query.to = bench->to[i];
    g_autoptr(RelataPathAnswer) answer = ask(bench, query, NULL, &times);
    check_paths(bench, &query, answer->paths);
    n_paths += answer->paths->len;
    n_cut += answer->paths->len == query.count;
    n_given_up += answer->gave_up ? 1 : 0;
  }
  printf("%s: %u pairs, %u paths, %u times all that were asked for, %u times given up\n", label, n_pairs,
         n_paths, n_cut, n_given_up);
  bench->failed |= !series_print(&times, limit, "relata");
  printf("%9.0f MB at the peak, %.0f before\n\n", timing_peak_memory(), before);
  series_free(&times);
}

static void
many(Bench *bench, const char *edges G_GNUC_UNUSED)
{
  ask_for_many(bench, "the 1000 first paths", (RelataPathQuery){.count = MANY_PATHS}, 2000, 15);
}

static void
dense(Bench *bench, const char *edges G_GNUC_UNUSED)
{
  ask_for_many(bench, "all shortest paths", (RelataPathQuery){.selector = RELATA_PATHS_ALL, .count = 1000000},
               0, 20);
  ask_for_many(bench, "the 1000 first paths of at most 4 hops",
               (RelataPathQuery){.count = MANY_PATHS, .max_hops = 4}, 0, 20);
}

int
main(int argc, char **argv)
{
  static const struct {
    const char *name;
    void (*run)(Bench *bench, const char *edges);
  } corpora[] = {{"large", large}, {"many", many}, {"dense", dense}};
  Bench bench = {0};
  if (argc == 3 || argc == 4)
    for (guint i = 0; i < G_N_ELEMENTS(corpora); i++)
      if (strcmp(argv[1], corpora[i].name) == 0) {
        setvbuf(stdout, NULL, _IOLBF, BUFSIZ);
        igraph_set_warning_handler(igraph_warning_handler_ignore); /* of pairs that are not connected */
        load(&bench, argv[2]);
        corpora[i].run(&bench, argc == 4 ? argv[3] : NULL);
        unload(&bench);
        return bench.failed ? 1 : 0;
      }
  fputs("usage: path large CORPUS [EDGES] | many CORPUS | dense CORPUS\n", stderr);
  return 2;
}
