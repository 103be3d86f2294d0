/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/cli.h"

const CliOption cmd_connect_options[] = {
    {"avoid", 0, "ACTORS", "not by way of any of these actors", "actor"},
    {"output", 'o', "FILE", "draw the connection to this file, too: svg, png, pdf or dot by its ending",
     "path"},
    {"theme", 0, "THEME", "how the picture looks: print, screen, contrast, or a theme file",
     "print screen contrast"},
    {"markdown", 0, NULL, "answer in Markdown", ""},
    {"json", 0, NULL, "answer in JSON", ""},
    {NULL, 0, NULL, NULL, NULL},
};

/* "A, B and C" */
static void
append_names(Cli *cli, const GArray *actors)
{
  for (guint i = 0; i < actors->len; i++) {
    const char *before = i == 0 ? "" : i + 1 == actors->len ? " and " : ", ";
    g_string_append(cli->out, before);
    cli_append_marked(cli->out, cli_markup(cli), CLI_BOLD,
                      relata_corpus_actor(cli->corpus, g_array_index(actors, guint, i))->name);
  }
}

static void
append_heading(Cli *cli, const RelataNetwork *network, const RelataConnectAnswer *answer)
{
  g_autoptr(GArray) between = relata_connect_between(network, answer);
  if (cli_markup(cli) == CLI_MARKDOWN)
    g_string_append(cli->out, "## ");
  append_names(cli, answer->actors);
  if (answer->actors->len == 1) {
    g_string_append(cli->out, ": the same actor\n");
    return;
  }
  g_string_append_printf(cli->out, ": %u hop%s between %u actors, %s\n", answer->hops->len,
                         answer->hops->len == 1 ? "" : "s", answer->vertices->len,
                         answer->exact ? "the fewest possible" : "at most twice the fewest possible");
  if (between->len == 0) {
    g_string_append(cli->out, "Nobody else is needed.\n");
    return;
  }
  g_string_append(cli->out, "By way of ");
  append_names(cli, between);
  g_string_append(cli->out, ".\n");
}

static void
append_answer(Cli *cli, const RelataNetwork *network, const RelataConnectAnswer *answer)
{
  append_heading(cli, network, answer);
  for (guint i = 0; i < answer->hops->len; i++) {
    const RelataConnectHop *hop = &g_array_index(answer->hops, RelataConnectHop, i);
    g_string_append_c(cli->out, '\n');
    cli_append_hop(cli, network, hop->from, hop->to, hop->hop, i + 1);
  }
}

static void
append_group(Cli *cli, const RelataConnectGroup *group)
{
  const guint n = group->actors->len;
  append_names(cli, group->actors);
  if (group->size == 0)
    g_string_append(cli->out, " is left out by the selection.\n");
  else if (group->size == 1)
    g_string_append(cli->out, " is connected with nobody under these options.\n");
  else if (n == 1)
    g_string_append_printf(cli->out, " is in a group of %u actors.\n", group->size);
  else
    g_string_append_printf(cli->out, " are connected, in a group of %u actors.\n", group->size);
}

static void
append_no(Cli *cli, const RelataConnectAnswer *answer)
{
  g_string_append(cli->out, "Nothing connects ");
  append_names(cli, answer->actors);
  g_string_append(cli->out, ".\n");
  for (guint i = 0; i < answer->groups->len; i++)
    append_group(cli, &g_array_index(answer->groups, RelataConnectGroup, i));
}

static CliExit
answer(Cli *cli, const RelataNetwork *network, const RelataSelection *selection,
       const RelataConnectQuery *query)
{
  g_autoptr(GError) error = NULL;
  CliProgress *progress = cli_progress_begin("searching");
  g_autoptr(RelataConnectAnswer) found = relata_connect(network, query, &error);
  cli_progress_end(progress);
  if (found == NULL)
    return cli_fail(error);
  cli_say_left_out(network, !found->connected);
  if (cli_option_is(cli, "json")) {
    g_autofree char *json = relata_answer_connect(network, found);
    g_string_append(cli->out, json);
  } else if (found->connected) {
    append_answer(cli, network, found);
  } else {
    append_no(cli, found);
  }
  if (found->connected && cli_option_is(cli, "output") &&
      !cli_write_connection(cli, network, found, selection, &error))
    return cli_fail(error);
  return found->connected ? CLI_ANSWERED : CLI_NO;
}

CliExit
cmd_connect(Cli *cli)
{
  if (cli_option_is(cli, "json") && cli_option_is(cli, "markdown")) {
    cli_complain("--json and --markdown cannot be combined: an answer has one form");
    return CLI_USAGE;
  }
  g_autoptr(GError) error = NULL;
  if (!cli_check_picture(cli, &error) || !cli_load(cli, NULL, &error))
    return cli_fail(error);
  g_autoptr(GArray) actors = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GArray) avoid = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < cli->arguments->len; i++) {
    const guint actor =
        relata_corpus_resolve_actor(cli->corpus, g_ptr_array_index(cli->arguments, i), &error);
    if (actor == RELATA_NONE)
      return cli_fail(error);
    g_array_append_val(actors, actor);
  }
  g_autoptr(RelataSelection) selection = relata_selection_new(cli->corpus);
  if (!cli_option_actors(cli, "avoid", avoid, &error) || !cli_options_select(cli, selection, &error))
    return cli_fail(error);
  g_autoptr(RelataNetwork) network = relata_network_new(cli->corpus, selection, &error);
  if (network == NULL)
    return cli_fail(error);
  const RelataConnectQuery query = {.actors = (const guint *)(gconstpointer)actors->data,
                                    .n_actors = actors->len,
                                    .avoid = (const guint *)(gconstpointer)avoid->data,
                                    .n_avoid = avoid->len};
  const CliExit code = answer(cli, network, selection, &query);
  if (code == CLI_NO && !relata_network_has_ties(network, selection, &error))
    return cli_fail(error); /* says which filter leaves nothing */
  return code;
}
