/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What misuse.py calls the public functions with, and the calls, each in a process of its own. A misuse must
 * not crash, and must be noticed by relata before GLib or the system do; a call with sound arguments must not
 * be taken for one, which shows that the misuses come as far as they should. */
#include "relata.h"

#include "network/graph.h"

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
  const char *text;
  void (*make)(void);
  gboolean sound;
} Call;

/* ── Sound arguments ─────────────────────────────────────────────────────────────────────── */

static RelataCorpus *corpus;
static RelataSelection *selection;
static RelataNetwork *network;
static RelataHoldings *holdings;
static RelataWitness witness;
static RelataDiagnostics *diagnostics;
static RelataText *text;
static RelataPathSearcher *searcher;
static RelataPathGround *ground;
static RelataParts *parts;
static RelataPathSets *sets;
static RelataCommonPair common;
static RelataPathFindings *findings;
static RelataPathAnswer *path_answer;
static RelataPathProgress *progress;
static RelataPattern *pattern;
static RelataAutomaton *automaton;
static RelataPartition *partition;
static RelataRobustness *robustness;
static RelataConnectAnswer *connection;
static RelataView *view;
static RelataTheme *theme;
static RelataPicture *picture;
static RelataHtmlDrawing *drawing;
static RelataClaim claim;
static RelataFigure figure;
static RelataPathQuestion question, pairs_of;
static RelataPathQuery query;
static RelataPathReport report;
static RelataConnectQuery connect;
static RelataTrace trace;
static RelataPageContext context;
static RelataReached reached;
static RelataPathReach *path_reach;
static RelataPlace place = {"a file", 1, 1};
static RelataSpan span = {0, 3};
static RelataListing listing;
static RelataDate date = {"2021", 18628, 18628, 18992, 18992, 0};
static GArray *indices, *pairs, *hops;
static guint ends[2];
static gint32 days[] = {18869};
static char *view_file, *table_file, *folder;
static const char *paths[1];
static const char *const words[] = {"one", "two", NULL};
static const RelataNetwork *networks[1];
static const RelataPath *witnesses[1];
static const RelataMeasureInfo *measures[1];
static double *scores[1];

/* Room for what functions hand out. */
static struct {
  GError *error;
  char *string;
  guint *indices; /* as many as there are documents, types or actors, and more */
  double *scores;
  gboolean boolean;
  guint64 big;
  int integer;
  RelataStance stance;
  RelataCertainty certainty;
  RelataReading reading;
  RelataSheetSize size;
  const RelataParts *parts;
} out;

static void
find(const char *from, const char *to)
{
  ends[0] = relata_corpus_find_actor(corpus, from);
  ends[1] = relata_corpus_find_actor(corpus, to);
  pattern = relata_pattern_parse(corpus, "(.[undisputed]|^.)+", NULL);
  automaton = relata_automaton_any(1, FALSE);
  question = (RelataPathQuestion){.corpus = corpus,
                                  .selection = selection,
                                  .from = ends[0],
                                  .to = ends[1],
                                  .pattern = pattern,
                                  .count = 1};
  const RelataSchema *schema = relata_corpus_schema(corpus);
  const guint part_of = relata_schema_find_relation_type(schema, "part-of");
  ((RelataRelationType *)(gsize)relata_schema_relation_type(schema, part_of))->part = TRUE;
  parts = relata_parts_new(corpus, selection, NULL);
  sets = relata_path_sets_new(&question, network, parts, TRUE);
  common = (RelataCommonPair){0, 1, g_ptr_array_new()};
  findings = relata_path_ask(&question, NULL);
  progress = relata_path_progress_of(&question, findings);
  robustness = relata_robustness_ask(&question, 0, NULL);
  report = (RelataPathReport){.question = &question, .findings = findings, .robustness = robustness};
  query = (RelataPathQuery){
      .from = network->vertices[ends[0]], .to = network->vertices[ends[1]], .count = 1, .pattern = pattern};
  searcher = relata_path_searcher_new(network);
  ground = relata_path_ground_new(corpus, selection, NULL);
  question.ground = ground;
  pairs_of = question;
  pairs_of.max_hops = 1; /* of more, each pair is searched for */
  path_reach = relata_path_ask_reach(&question, 5, NULL);
  path_answer = relata_path_search(searcher, &query, NULL);
  reached.vertex = query.to;
  witnesses[0] = g_ptr_array_index(findings->answer->paths, 0);
  connect = (RelataConnectQuery){.actors = ends, .n_actors = 2};
  connection = relata_connect(network, &connect, NULL);
}

static void
draw(const char *around)
{
  GError *error = NULL;
  view = relata_view_new(corpus);
  view->around = g_strdup(around);
  view->top = 3;
  view->engine = g_strdup("neato");
  picture = relata_draw(corpus, view, "dot", &error);
  drawing = picture != NULL ? relata_html_drawing_new(corpus, view, &error) : NULL;
  if (drawing == NULL)
    g_error("%s", error->message);
  theme = relata_theme_load("screen", NULL, NULL);
  hops = relata_trace_paths(findings->answer->paths);
  trace = (RelataTrace){
      .hops = &g_array_index(hops, RelataTraceHop, 0), .n_hops = hops->len, .n_paths = 1, .title = "a path"};
  context = (RelataPageContext){.title = "a page",
                                .language = "en",
                                .corpus = "corpus",
                                .captions = drawing->captions,
                                .documents = drawing->documents,
                                .actor_elements = drawing->actor_elements,
                                .tie_elements = drawing->tie_elements};
}

static void
set_up(const char *source)
{
  folder = g_build_filename(source, "data", "kabul-2021", NULL);
  view_file = g_build_filename(source, "graphs", "kabul-2021.view.json", NULL);
  table_file = g_build_filename(source, "tests", "fuzz", "small", "relations.csv", NULL);
  paths[0] = folder;
  corpus = relata_read(paths, 1, NULL, NULL, NULL); /* NULL diagnostics are not collected */
  selection = relata_selection_new(corpus);
  relata_selection_set(selection, RELATA_FILTER_CERTAINTY, "possible", NULL);
  networks[0] = network = relata_network_new(corpus, selection, NULL);
  /* A drawing's elements are by vertex of its own network, which has no other actors than this one. */
  diagnostics = relata_diagnostics_new(0);
  relata_diagnose(diagnostics, RELATA_NOTE, "a-note", NULL, NULL, "a note");
  text = relata_text_new("a text", 6);
  claim = *relata_corpus_claim(corpus, 0);
  figure = *relata_corpus_figure(corpus, 0);
  holdings = relata_holdings_new(corpus, NULL);
  witness = relata_witness_of(corpus, &claim.said);
  const guint first = 0;
  indices = g_array_new(FALSE, FALSE, sizeof(guint));
  g_array_append_val(indices, first);
  pairs = g_array_new(FALSE, FALSE, sizeof(RelataSignedPair));
  partition = relata_partition_new(&first, 1, 1);
  measures[0] = relata_measures;
  scores[0] = relata_centrality(network, relata_measures, NULL);
  out.indices = g_new0(guint, 10000);
  out.scores = g_new0(double, 10000);
  find("isis-k", "china");
  draw("isis-k");
}

/* ── Misuses of what a structure holds, which misuse.py does not see ─────────────────────── */

static void
ask_from_nobody(void)
{
  question.from = RELATA_NONE;
  relata_path_ask(&question, &out.error);
}

static void
ask_to_nobody(void)
{
  question.to = RELATA_NONE;
  relata_path_ask(&question, &out.error);
}

static void
ask_by_way_of_nobody(void)
{
  const guint nobody = RELATA_NONE;
  question.via = &nobody;
  question.n_via = 1;
  relata_path_ask(&question, &out.error);
}

static void
ask_nothing(void)
{
  question = (RelataPathQuestion){0};
  relata_path_ask(&question, &out.error);
  g_clear_error(&out.error);
  relata_path_nearest_miss(&question, &out.string);
  relata_robustness_ask(&question, 0, &out.error);
}

static void
search_from_nobody(void)
{
  query.from = RELATA_NONE;
  relata_path_search(searcher, &query, &out.error);
}

static void
search_nothing(void)
{
  query = (RelataPathQuery){0};
  relata_path_search(searcher, &query, &out.error);
}

static void
connect_nobody(void)
{
  const guint nobody = RELATA_NONE;
  connect.actors = &nobody;
  connect.n_actors = 1;
  relata_connect(network, &connect, &out.error);
  g_clear_error(&out.error);
  connect = (RelataConnectQuery){0};
  relata_connect(network, &connect, &out.error);
}

static void
draw_nothing(void)
{
  trace = (RelataTrace){0};
  relata_draw_trace(network, &trace, "svg", &out.error);
}

static void
add_claim_of_nobody(void)
{
  claim.from = RELATA_NONE;
  relata_corpus_add_claim(corpus, &claim);
}

static void
show_evidence_of_no_document(void)
{
  claim.said.document = G_MAXUINT - 1;
  relata_corpus_evidence(corpus, &claim.said);
}

static const Call more[] = {
    {"a path from nobody", ask_from_nobody, FALSE},
    {"a path to nobody", ask_to_nobody, FALSE},
    {"a path by way of nobody", ask_by_way_of_nobody, FALSE},
    {"an empty question", ask_nothing, FALSE},
    {"a search from nobody", search_from_nobody, FALSE},
    {"an empty search", search_nothing, FALSE},
    {"a connection of nobody", connect_nobody, FALSE},
    {"a trace of nothing", draw_nothing, FALSE},
    {"a claim of nobody", add_claim_of_nobody, FALSE},
    {"the evidence of a statement without its document", show_evidence_of_no_document, FALSE},
};

/* ── The calls ───────────────────────────────────────────────────────────────────────────── */

#include "calls.h"

/* What a process ends with; a sanitizer ends it with 1. */
enum { FINE, TAKEN_FOR_MISUSE = 71, NOTICED_TOO_LATE = 72, REFUSED = 73 };

static gboolean is_sound;

static void
listen(const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  (void)data;
  if ((level & (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_LEVEL_ERROR)) == 0)
    return;
  if (is_sound || g_strcmp0(domain, "relata") != 0) {
    fprintf(stderr, "%s: %s\n", domain, message);
    _exit(is_sound ? TAKEN_FOR_MISUSE : NOTICED_TOO_LATE);
  }
}

static gboolean
try(const Call *call)
{
  int status = 0;
  const pid_t child = fork();
  if (child == 0) {
    is_sound = call->sound;
    g_log_set_default_handler(listen, NULL);
    alarm(60);
    call->make();
    if (call->sound && out.error != NULL)
      fprintf(stderr, "%s\n", out.error->message);
    _exit(call->sound && out.error != NULL ? REFUSED : FINE);
  }
  if (child < 0 || waitpid(child, &status, 0) != child)
    return FALSE;
  if (WIFEXITED(status) && WEXITSTATUS(status) == FINE)
    return TRUE;
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
  printf("FAIL: %s %s\n", call->text,
         code == TAKEN_FOR_MISUSE   ? "is sound, and taken for a misuse"
         : code == NOTICED_TOO_LATE ? "is noticed too late"
         : code == REFUSED          ? "is sound, and refused"
                                    : "crashes");
  return FALSE;
}

static guint
try_all(const Call *all, guint n)
{
  guint n_failed = 0;
  for (guint i = 0; i < n; i++)
    n_failed += !try(&all[i]);
  return n_failed;
}

int
main(int argc, char **argv)
{
  if (argc != 2)
    return 2;
  setvbuf(stdout, NULL, _IONBF, 0);
  set_up(argv[1]);
  const guint n_failed = try_all(calls, G_N_ELEMENTS(calls)) + try_all(more, G_N_ELEMENTS(more));
  printf("%u calls, %u failed\n", (guint)(G_N_ELEMENTS(calls) + G_N_ELEMENTS(more)), n_failed);
  fflush(stdout);
  _exit(n_failed > 0); /* what was set up is not taken down: no leak is looked for */
}
