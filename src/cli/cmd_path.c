/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/cli.h"

/* Nobody reads more, and each path costs a search. */
#define MOST_PATHS 100000
/* An answer that is streamed is written out whenever it has so many bytes. */
#define CHUNK 65536

const CliOption cmd_path_options[] = {
    {"all", 'a', NULL, "every path that is as good as the best", ""},
    {"paths", 'k', "N", "the N best paths that visit nobody twice", ""},
    {"simple", 0, NULL, "every path that visits nobody twice, within --max-hops", ""},
    {"limit", 0, "N", "at most N paths with --all and --simple (default 1000)", ""},
    {"via", 0, "ACTORS", "only paths through all of these actors", "actor"},
    {"strongest", 0, NULL, "first the path whose weakest hop is the best corroborated", ""},
    {"most-reliable", 0, NULL, "first the path whose hops are all true with the highest confidence", ""},
    {"avoid-hubs", 0, NULL, "first the path through the least connected actors", ""},
    CLI_PATH_OPTIONS,
    {"robust", 0, NULL, "say what the answer rests on: origins, documents, dates", ""},
    {"batch", 0, "FILE", "answer each pair of actors in the file (CSV or JSON lines, - for standard input)",
     "path"},
    {"output", 'o', "FILE", "draw the paths to this file, too: svg, png, pdf or dot by its ending", "path"},
    {"theme", 0, "THEME", "how the picture looks: print, screen, contrast, or a theme file",
     "print screen contrast"},
    {"markdown", 0, NULL, "answer in Markdown", ""},
    {"json", 0, NULL, "answer in JSON", ""},
    {NULL, 0, NULL, NULL, NULL},
};

typedef struct {
  Cli *cli;
  guint n;
} Stream;

/* Says a path as soon as it is found. */
static gboolean
stream(const RelataNetwork *network, const RelataPath *path, gpointer data)
{
  Stream *to = data;
  cli_append_path(to->cli, network, path, ++to->n, 0);
  return to->cli->out->len < CHUNK || cli_flush(to->cli);
}

static CliExit
answer(Cli *cli, RelataPathQuestion *question)
{
  g_autoptr(GError) error = NULL;
  Stream to = {cli, 0};
  const gboolean json = cli_option_is(cli, "json"), drawn = cli_option_is(cli, "output");
  if (!json && !drawn && (question->all || question->loopless)) {
    question->found = stream;
    question->data = &to;
  }
  CliProgress *progress = cli_progress_begin("searching");
  question->ground =
      relata_path_ground_new(cli->corpus, question->selection, &error); /* for all that follow */
  g_autoptr(RelataPathFindings) findings =
      question->ground != NULL ? relata_path_ask(question, &error) : NULL;
  g_autofree char *lifted = NULL, *option = NULL;
  g_autoptr(RelataPathFindings) miss = NULL;
  const gboolean found = findings != NULL && findings->answer->n_found > 0;
  if (findings != NULL && !found)
    miss = relata_path_nearest_miss(question, &lifted);
  if (lifted != NULL)
    option = cli_spell_options(lifted);
  g_autoptr(RelataRobustness) robustness = NULL;
  if (found && cli_option_is(cli, "robust"))
    robustness = relata_robustness_ask(question, 0, &error);
  cli_progress_end(progress);
  if (error != NULL)
    return cli_fail(error);
  cli_say_left_out(findings->network, !found);
  if (json) {
    const RelataPathReport report = {question, findings, miss, option, robustness, 0};
    g_autofree char *text = relata_answer_paths(&report, FALSE);
    g_string_append(cli->out, text);
  } else if (found) {
    cli_append_paths(cli, question, findings);
    if (robustness != NULL)
      cli_append_robustness(cli, question, robustness);
  } else {
    cli_append_no_path(cli, question, findings, miss, option);
  }
  if (found && drawn && !cli_write_paths(cli, question, findings, &error))
    return cli_fail(error);
  if (found)
    return CLI_ANSWERED;
  return findings->answer->gave_up ? CLI_FAILED : CLI_NO; /* not known is not no */
}

CliExit
cmd_path(Cli *cli)
{
  g_autoptr(GError) error = NULL;
  guint count, limit;
  if (cli_option_is(cli, "pattern-help")) {
    cli_append_pattern_help(cli->out);
    return CLI_ANSWERED;
  }
  const char *batch = cli_option(cli, "batch");
  if (cli_option_is(cli, "limit") && !cli_option_is(cli, "all") && !cli_option_is(cli, "simple")) {
    cli_complain("--limit says how many paths --all or --simple may give: give one of these, or -k N for the "
                 "N best");
    return CLI_USAGE;
  }
  if (!cli_check_picture(cli, &error) || !cli_arguments_check(cli, batch != NULL ? 0 : 2, &error) ||
      !cli_option_number(cli, "paths", 1, MOST_PATHS, 1, &count, &error) ||
      !cli_option_number(cli, "limit", 1, MOST_PATHS, 1000, &limit, &error) || !cli_load(cli, NULL, &error))
    return cli_fail(error);
  g_auto(CliPathOptions) options = {0};
  if (!cli_path_options_read(cli, &options, &error))
    return cli_fail(error);
  RelataPathQuestion *question = &options.question;
  question->probe = TRUE;
  question->all = cli_option_is(cli, "all");
  question->loopless = cli_option_is(cli, "simple");
  question->count = question->all || question->loopless ? limit : count;
  if (batch != NULL)
    return cli_path_batch(cli, question, batch);
  question->from = relata_corpus_resolve_actor(cli->corpus, g_ptr_array_index(cli->arguments, 0), &error);
  if (question->from == RELATA_NONE)
    return cli_fail(error);
  question->to = relata_corpus_resolve_actor(cli->corpus, g_ptr_array_index(cli->arguments, 1), &error);
  if (question->to == RELATA_NONE)
    return cli_fail(error);
  return answer(cli, question);
}
