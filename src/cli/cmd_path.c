/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/cli.h"

/* Nobody reads more, and each path costs a search. */
#define MOST_PATHS 10000

const CliOption cmd_path_options[] = {
    {"directed", 0, NULL, "walk only along the direction of ties", ""},
    {"all", 'a', NULL, "every path of the fewest hops", ""},
    {"paths", 'k', "N", "the N shortest paths that visit nobody twice", ""},
    {"max-hops", 0, "N", "no path of more hops", ""},
    {"via", 0, "ACTORS", "only paths through all of these actors", "actor"},
    {"avoid", 0, "ACTORS", "no path through any of these actors", "actor"},
    {"limit", 0, "N", "at most N paths with --all (default 1000)", ""},
    {"json", 0, NULL, "answer in JSON", ""},
    {NULL, 0, NULL, NULL, NULL},
};

static gboolean
resolve_list(Cli *cli, const char *option, GArray *actors, GError **error)
{
  g_autoptr(GPtrArray) names = cli_option_list(cli, option);
  for (guint i = 0; i < names->len; i++) {
    const guint actor = relata_corpus_resolve_actor(cli->corpus, g_ptr_array_index(names, i), error);
    if (actor == RELATA_NONE) {
      g_prefix_error(error, "--%s: ", option);
      return FALSE;
    }
    g_array_append_val(actors, actor);
  }
  return TRUE;
}

/* The other ties between the two ends of a hop, by name: a path says which tie it means, and that there
 * are more. */
static void
append_parallel(Cli *cli, const RelataNetwork *network, const RelataPath *path, guint index)
{
  const guint from = path->vertices[index], to = path->vertices[index + 1];
  gboolean any = FALSE;
  for (guint i = 0; i < network->n_ties; i++) {
    const RelataTie *tie = &network->ties[i];
    const gboolean forward = tie->from == from && tie->to == to;
    if (i == path->hops[index].tie || (!forward && (tie->from != to || tie->to != from)))
      continue;
    g_string_append(cli->out, any ? ", " : "   also: ");
    cli_append_styled(cli->out, cli->colored, cli_style_of_sign(relata_network_relation(network, tie)->sign),
                      relata_network_label(network, tie, forward));
    any = TRUE;
  }
  if (any)
    g_string_append_c(cli->out, '\n');
}

static void
append_path(Cli *cli, const RelataNetwork *network, const RelataPath *path)
{
  for (guint i = 0; i < path->n_hops; i++) {
    const RelataHop *hop = &path->hops[i];
    const RelataTie *tie = &network->ties[hop->tie];
    g_string_append_printf(cli->out, "\n%u. ", i + 1);
    cli_append_styled(cli->out, cli->colored, CLI_BOLD,
                      relata_network_actor(network, path->vertices[i])->name);
    g_string_append_c(cli->out, ' ');
    cli_append_styled(cli->out, cli->colored, cli_style_of_sign(relata_network_relation(network, tie)->sign),
                      relata_network_label(network, tie, hop->forward));
    g_string_append_c(cli->out, ' ');
    cli_append_styled(cli->out, cli->colored, CLI_BOLD,
                      relata_network_actor(network, path->vertices[i + 1])->name);
    g_string_append_c(cli->out, '\n');
    for (guint k = 0; k < tie->n_claims; k++)
      cli_append_claim(cli, relata_network_claim(network, tie, k), "   ", cli->out);
    append_parallel(cli, network, path, i);
  }
}

static const char *
plural(guint n)
{
  return n == 1 ? "" : "s";
}

static void
append_answer(Cli *cli, const RelataPathQuestion *question, const RelataPathFindings *findings)
{
  const GPtrArray *paths = findings->answer->paths;
  const char *from = relata_corpus_actor(cli->corpus, question->from)->name;
  const char *to = relata_corpus_actor(cli->corpus, question->to)->name;
  for (guint i = 0; i < paths->len; i++) {
    const RelataPath *path = g_ptr_array_index(paths, i);
    if (i > 0)
      g_string_append_c(cli->out, '\n');
    if (paths->len > 1)
      g_string_append_printf(cli->out, "Path %u of %u, ", i + 1, paths->len);
    cli_append_styled(cli->out, cli->colored, CLI_BOLD, from);
    g_string_append(cli->out, " to ");
    cli_append_styled(cli->out, cli->colored, CLI_BOLD, to);
    if (path->n_hops == 0)
      g_string_append(cli->out, ": the same actor\n");
    else
      g_string_append_printf(cli->out, ": %u hop%s\n", path->n_hops, plural(path->n_hops));
    append_path(cli, findings->network, path);
  }
  if (findings->answer->gave_up)
    g_string_append(cli->out,
                    "\nThe search stopped at its work limit: there may be more paths, or shorter ones.\n");
  else if (findings->answer->cut && question->all)
    g_string_append_printf(cli->out, "\nOnly the first %u; --limit raises the cap.\n", paths->len);
  else if (findings->answer->cut && question->count == 1)
    g_string_append(cli->out,
                    "\nThere are other paths: --all shows every shortest one, -k N the N shortest.\n");
}

static void
append_reach(Cli *cli, guint actor, guint n, const char *does)
{
  cli_append_styled(cli->out, cli->colored, CLI_BOLD, relata_corpus_actor(cli->corpus, actor)->name);
  if (n == 0)
    g_string_append(cli->out, " is left out by the selection.\n");
  else if (n == 1)
    g_string_append_printf(cli->out, " %s nobody under these options.\n", does);
  else
    g_string_append_printf(cli->out, " %s %u actor%s.\n", does, n - 1, plural(n - 1));
}

static void
append_no(Cli *cli, const RelataPathQuestion *question, const RelataPathFindings *findings,
          const RelataPathFindings *miss, const char *option)
{
  g_string_append(cli->out, "No path from ");
  cli_append_styled(cli->out, cli->colored, CLI_BOLD, relata_corpus_actor(cli->corpus, question->from)->name);
  g_string_append(cli->out, " to ");
  cli_append_styled(cli->out, cli->colored, CLI_BOLD, relata_corpus_actor(cli->corpus, question->to)->name);
  g_string_append(cli->out, findings->answer->gave_up ? " was found within the work limit.\n" : ".\n");
  append_reach(cli, question->from, findings->n_from, "reaches");
  append_reach(cli, question->to, findings->n_to, question->directed ? "is reached by" : "reaches");
  if (miss == NULL) {
    g_string_append(cli->out, "Lifting any one option would not open a path.\n");
    return;
  }
  g_string_append(cli->out, "Without ");
  cli_append_styled(cli->out, cli->colored, CLI_WARN, option);
  g_string_append(cli->out, " there is one:\n\n");
  RelataPathQuestion opened = *question;
  opened.count = 0; /* one path is shown as an example: nothing to be said of others */
  opened.all = FALSE;
  append_answer(cli, &opened, miss);
}

static CliExit
answer(Cli *cli, const RelataPathQuestion *question)
{
  g_autoptr(GError) error = NULL;
  CliProgress *progress = cli_progress_begin("searching");
  g_autoptr(RelataPathFindings) findings = relata_path_ask(question, &error);
  g_autofree char *option = NULL;
  g_autoptr(RelataPathFindings) miss = NULL;
  const gboolean found = findings != NULL && findings->answer->paths->len > 0;
  if (findings != NULL && !found)
    miss = relata_path_nearest_miss(question, &option);
  cli_progress_end(progress);
  if (findings == NULL)
    return cli_fail(error);
  cli_say_left_out(findings->network, !found);
  if (cli_option_is(cli, "json")) {
    g_autofree char *json = relata_answer_paths(question, findings, miss, option);
    g_string_append(cli->out, json);
  } else if (found) {
    append_answer(cli, question, findings);
  } else {
    append_no(cli, question, findings, miss, option);
  }
  return found ? CLI_ANSWERED : CLI_NO;
}

CliExit
cmd_path(Cli *cli)
{
  g_autoptr(GError) error = NULL;
  RelataPathQuestion question = {.probe = TRUE, .directed = cli_option_is(cli, "directed"),
                                 .all = cli_option_is(cli, "all")};
  guint limit;
  if (!cli_option_number(cli, "paths", 1, MOST_PATHS, 1, &question.count, &error) ||
      !cli_option_number(cli, "limit", 1, MOST_PATHS, 1000, &limit, &error) ||
      !cli_option_number(cli, "max-hops", 1, G_MAXUINT, 0, &question.max_hops, &error))
    return cli_fail(error);
  if (question.all && cli_option_is(cli, "paths")) {
    cli_complain(
        "--all and -k cannot be combined: --all gives every shortest path, -k the shortest of any length");
    return CLI_USAGE;
  }
  if (question.all)
    question.count = limit;
  if (!cli_load(cli, NULL, &error))
    return cli_fail(error);
  question.corpus = cli->corpus;
  question.from = relata_corpus_resolve_actor(cli->corpus, g_ptr_array_index(cli->arguments, 0), &error);
  if (question.from == RELATA_NONE)
    return cli_fail(error);
  question.to = relata_corpus_resolve_actor(cli->corpus, g_ptr_array_index(cli->arguments, 1), &error);
  if (question.to == RELATA_NONE)
    return cli_fail(error);
  g_autoptr(GArray) via = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GArray) avoid = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(RelataSelection) selection = relata_selection_new(cli->corpus);
  if (!resolve_list(cli, "via", via, &error) || !resolve_list(cli, "avoid", avoid, &error) ||
      !cli_options_select(cli, selection, &error))
    return cli_fail(error);
  question.selection = selection;
  question.via = (const guint *)(gconstpointer)via->data;
  question.n_via = via->len;
  question.avoid = (const guint *)(gconstpointer)avoid->data;
  question.n_avoid = avoid->len;
  return answer(cli, &question);
}
