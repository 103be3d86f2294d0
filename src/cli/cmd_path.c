/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands.h"

#include "cli/load.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/paths.h"
#include "cli/picture.h"
#include "cli/progress.h"
#include "cli/report.h"

/* Nobody reads more paths than this, and each costs a search. */
#define MOST_PATHS 100000
/* A streamed answer is written whenever this many bytes have accumulated. */
#define CHUNK 65536

static const CliOption own_options[] = {
    {"all", 'a', NULL, "give every path that is as good as the best one, with as many hops", ""},
    {"paths", 'k', "N", "give the N best paths", ""},
    {"groups", 0, "N", "give every path of the N best groups of equally good ones", ""},
    {"every", 0, NULL, "give every path within --max-hops", ""},
    {"any", 0, NULL, "give one path, whichever is found with least effort", ""},
    {"simple", 0, NULL, "--mode acyclic, and --every unless another option says how many", ""},
    {"limit", 0, "N", "with --all, --groups, --every or --simple: give at most N paths (default 1000)", ""},
    {"via", 0, "ACTORS", "only paths through all of these actors", "actor"},
    {"strongest", 0, NULL, "the best path is the one whose weakest hop is best corroborated", ""},
    {"most-reliable", 0, NULL, "the best path is the one whose hops are all true with the highest confidence",
     ""},
    {"avoid-hubs", 0, NULL, "the best path is the one through the least connected actors", ""},
    {"robust", 0, NULL, "also say what the answer rests on: origins, documents, dates", ""},
    {"batch", 0, "FILE", "answer each pair of actors in this file (CSV or JSON lines, - for standard input)",
     "path"},
    CLI_NO_OPTION,
};

typedef struct {
  Cli *cli;
  const RelataPathQuestion *question;
  guint n;
  GArray *edges; /* of guint: the ties of the paths so far */
} Stream;

/* Appends a path as soon as it is found. */
static gboolean
stream(const RelataNetwork *network, const RelataPath *path, gpointer data)
{
  Stream *to = data;
  const RelataParts *parts = NULL;
  CliNamed named;
  relata_path_question_parts(to->question, &parts, NULL); /* the search has made them */
  g_autoptr(GArray) actors = cli_named_of(to->question, parts, &named);
  (void)actors; /* `named` borrows from it */
  cli_append_path(to->cli, network, path, &named, ++to->n, 0);
  for (guint i = 0; i < path->n_hops; i++)
    g_array_append_val(to->edges, path->hops[i].tie);
  return to->cli->out->len < CHUNK || cli_flush(to->cli);
}

/* The findings, and what else was asked about them. */
typedef struct {
  RelataPathFindings *findings, *miss;
  RelataRobustness *robustness;
  char *option; /* the option that prevents a path */
} Found;

static gboolean
search(Cli *cli, RelataPathQuestion *question, Found *found, GError **error)
{
  g_autofree char *lifted = NULL;
  CliProgress *progress = cli_progress_begin("searching");
  question->ground = relata_path_ground_new(cli->corpus, question->selection, error); /* for all searches */
  found->findings = question->ground != NULL ? relata_path_ask(question, error) : NULL;
  const guint n = found->findings != NULL ? found->findings->answer->n_found : 0;
  gboolean ok = found->findings != NULL;
  if (ok && n == 0)
    found->miss = relata_path_nearest_miss(question, &lifted);
  if (lifted != NULL)
    found->option = cli_spell_options(lifted);
  if (n > 0 && cli_option_is(cli, "robust")) {
    found->robustness = relata_robustness_ask(question, 0, error);
    ok = found->robustness != NULL;
  }
  cli_progress_end(progress);
  return ok;
}

static void
say(Cli *cli, const RelataPathQuestion *question, const Found *found)
{
  if (cli_option_is(cli, "json")) {
    g_auto(GStrv) also = cli_spell_all(found->miss != NULL ? found->miss->also : NULL);
    const RelataPathReport report = {
        question, found->findings,          found->miss, found->option, found->robustness,
        0,        (const char *const *)also};
    g_autofree char *text = relata_answer_paths(&report, FALSE);
    g_string_append(cli->out, text);
  } else if (found->findings->answer->n_found > 0) {
    cli_append_paths(cli, question, found->findings);
    if (found->robustness != NULL)
      cli_append_robustness(cli, question, found->robustness);
  } else {
    cli_append_no_path(cli, question, found->findings, found->miss, found->option);
  }
}

/* Whether --limit, instead of -k, says how many paths there are at most. */
static gboolean
has_limit(const RelataPathQuestion *question)
{
  return question->selector != RELATA_PATHS_BEST && question->selector != RELATA_PATHS_ANY;
}

static CliExit
answer(Cli *cli, const RelataPathQuestion *asked)
{
  g_autoptr(GError) error = NULL;
  RelataPathQuestion question = *asked;
  g_autoptr(GArray) streamed = g_array_new(FALSE, FALSE, sizeof(guint));
  Stream to = {cli, &question, 0, streamed};
  Found found = {0};
  CliExit code;
  const gboolean drawn = cli_option_is(cli, "output");
  if (!cli_option_is(cli, "json") && !drawn && has_limit(&question)) {
    question.found = stream;
    question.data = &to;
  }
  if (search(cli, &question, &found, &error)) {
    const gboolean any = found.findings->answer->n_found > 0;
    g_autoptr(GArray) edges = relata_path_edges(found.findings->answer->paths);
    cli_say_left_out(found.findings->network, question.found != NULL ? streamed : edges, !any);
    say(cli, &question, &found);
    code = any                               ? CLI_ANSWERED
           : found.findings->answer->gave_up ? CLI_FAILED
                                             : CLI_NO; /* giving up is not a no */
    if (any && drawn && !cli_write_paths(cli, &question, found.findings, &error))
      code = cli_fail(error);
  } else {
    code = cli_fail(error);
  }
  relata_path_findings_free(found.findings);
  relata_path_findings_free(found.miss);
  relata_robustness_free(found.robustness);
  g_free(found.option);
  relata_path_ground_unref(question.ground);
  return code;
}

/* Answers the pairs in a file, or the two actors given as arguments. */
static CliExit
ask(Cli *cli, RelataPathQuestion *question, const char *batch)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(guint));
  if (batch != NULL)
    return cli_path_batch(cli, question, batch);
  if (!cli_argument_actors(cli, ends, &error))
    return cli_fail(error);
  question->from = g_array_index(ends, guint, 0);
  question->to = g_array_index(ends, guint, 1);
  return answer(cli, question);
}

static CliExit
path(Cli *cli)
{
  g_autoptr(GError) error = NULL;
  guint count, limit, groups;
  if (cli_append_path_help(cli))
    return CLI_ANSWERED;
  const char *batch = cli_option(cli, "batch");
  if (!cli_check_picture(cli, &error) || !cli_arguments_check(cli, batch != NULL ? 0 : 2, &error) ||
      !cli_option_number(cli, "paths", 1, MOST_PATHS, 1, &count, &error) ||
      !cli_option_number(cli, "groups", 1, MOST_PATHS, 1, &groups, &error) ||
      !cli_option_number(cli, "limit", 1, MOST_PATHS, 1000, &limit, &error) || !cli_load(cli, NULL, &error))
    return cli_fail(error);
  g_auto(CliPathOptions) options = {0};
  if (!cli_path_options_read(cli, &options, &error))
    return cli_fail(error);
  RelataPathQuestion *question = &options.question;
  question->probe = TRUE;
  question->groups = groups;
  question->count = has_limit(question) ? limit : count;
  if (cli_option_is(cli, "limit") && !has_limit(question)) {
    cli_complain("--limit goes with --all, --groups, --every or --simple; -k N gives the N best paths");
    return CLI_USAGE;
  }
  return ask(cli, question, batch);
}

const CliCommand cmd_path = {
    .name = "path",
    .arguments = "FROM TO",
    .summary = "say how two actors are connected, and who says so",
    .details =
        "Actors are named by id, name or alias.\n"
        "The direction of ties is ignored unless --directed is given or the pattern of --along says it.\n"
        "The best path comes first: the shortest, unless another order is asked for.\n"
        "Equally good paths are ordered hop by hop: by the id of the next actor, then by corroboration.\n"
        "The exit code is 1 when there is no path; the answer then says which option prevents it.\n",
    .max_arguments = 2,
    .values = "actor",
    .filters = CLI_ALL_FILTERS,
    .reads = TRUE,
    .options = {own_options, cli_options_path, cli_options_trace, cli_options_form},
    .run = path,
};
