/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands.h"

#include "cli/evidence.h"
#include "cli/load.h"
#include "cli/options.h"
#include "cli/picture.h"
#include "cli/progress.h"
#include "cli/report.h"
#include "cli/style.h"

static const CliOption own_options[] = {
    {"avoid", 0, "ACTORS", "not by way of any of these actors", "actor"},
    CLI_WHOLE_OPTION,
    CLI_NO_OPTION,
};

static void
append_heading(Cli *cli, const RelataNetwork *network, const RelataConnectAnswer *answer)
{
  g_autoptr(GArray) between = relata_connect_between(network, answer);
  if (cli_markup(cli) == CLI_MARKDOWN)
    g_string_append(cli->out, "## ");
  cli_append_actors(cli, answer->actors);
  if (answer->actors->len == 1) {
    g_string_append(cli->out, ": the same actor\n");
    return;
  }
  g_string_append_printf(cli->out, ": %u hop%s between %u actors, %s\n", answer->hops->len,
                         relata_plural(answer->hops->len), answer->vertices->len,
                         answer->exact ? "the fewest possible" : "at most twice the fewest possible");
  if (between->len == 0) {
    g_string_append(cli->out, "Nobody else is needed.\n");
    return;
  }
  g_string_append(cli->out, "By way of ");
  cli_append_actors(cli, between);
  g_string_append(cli->out, ".\n");
}

static void
append_answer(Cli *cli, const RelataNetwork *network, const RelataParts *parts,
              const RelataConnectAnswer *answer)
{
  const CliNamed named = {parts, (const guint *)(gconstpointer)answer->actors->data, answer->actors->len};
  append_heading(cli, network, answer);
  for (guint i = 0; i < answer->hops->len; i++) {
    const RelataConnectHop *hop = &g_array_index(answer->hops, RelataConnectHop, i);
    g_string_append_c(cli->out, '\n');
    cli_append_hop(cli, network, hop->from, hop->to, hop->hop, &named, i + 1);
  }
  cli_append_membership(cli, network, (const guint *)(gconstpointer)answer->vertices->data,
                        answer->vertices->len, &named);
}

static void
append_group(Cli *cli, const RelataConnectGroup *group)
{
  const guint n = group->actors->len;
  cli_append_actors(cli, group->actors);
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
append_no(Cli *cli, const RelataConnectAnswer *answer, const RelataConnectMiss *miss, const char *option)
{
  g_string_append(cli->out, "Nothing connects ");
  cli_append_actors(cli, answer->actors);
  g_string_append(cli->out, ".\n");
  for (guint i = 0; i < answer->groups->len; i++)
    append_group(cli, &g_array_index(answer->groups, RelataConnectGroup, i));
  if (miss == NULL) {
    g_string_append(cli->out, "Lifting any one option would not connect them.\n");
    return;
  }
  g_string_append(cli->out, miss->by_adding ? "With " : "Without ");
  cli_append_marked(cli->out, cli_markup(cli), CLI_WARN, option);
  g_string_append(cli->out, " they are connected:\n\n");
  append_answer(cli, miss->network, miss->parts, miss->answer);
}

static CliExit
answer(Cli *cli, const RelataNetwork *network, const RelataSelection *selection,
       const RelataConnectQuery *query)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataParts) parts = NULL;
  if (cli_option_is(cli, "whole") && (parts = relata_parts_new(cli->corpus, selection, &error)) == NULL)
    return cli_fail(error);
  CliProgress *progress = cli_progress_begin("searching");
  g_autoptr(RelataConnectAnswer) found = parts != NULL ? relata_connect_wholes(network, parts, query, &error)
                                                       : relata_connect(network, query, &error);
  g_autoptr(RelataConnectMiss) miss =
      found != NULL && !found->connected ? relata_connect_nearest_miss(network, query, parts != NULL) : NULL;
  g_autofree char *option = miss != NULL ? cli_spell_options(miss->field) : NULL;
  cli_progress_end(progress);
  if (found == NULL)
    return cli_fail(error);
  g_autoptr(GArray) edges = relata_connect_edges(found);
  cli_say_left_out(network, edges, !found->connected);
  if (cli_option_is(cli, "json")) {
    g_autofree char *json = relata_answer_connect(network, parts, found, miss, option);
    g_string_append(cli->out, json);
  } else if (found->connected) {
    append_answer(cli, network, parts, found);
  } else {
    append_no(cli, found, miss, option);
  }
  if (found->connected && cli_option_is(cli, "output") &&
      !cli_write_connection(cli, network, found, selection, &error))
    return cli_fail(error);
  return found->connected ? CLI_ANSWERED : CLI_NO;
}

static CliExit
connect_actors(Cli *cli)
{
  g_autoptr(GError) error = NULL;
  if (!cli_form_check(cli, &error) || !cli_check_picture(cli, &error) || !cli_load(cli, NULL, &error))
    return cli_fail(error);
  g_autoptr(GArray) actors = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GArray) avoid = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(RelataSelection) selection = relata_selection_new(cli->corpus);
  if (!cli_argument_actors(cli, actors, &error) || !cli_option_actors(cli, "avoid", avoid, &error) ||
      !cli_options_select(cli, selection, &error))
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
    return cli_fail(error); /* the error tells which filter leaves nothing */
  return code;
}

const CliCommand cmd_connect = {
    .name = "connect",
    .arguments = "ACTOR ACTOR…",
    .summary = "find what connects several actors with the fewest hops",
    .details = "Actors are named by id, name or alias.\n"
               "The direction of ties is ignored.\n"
               "For up to ten actors in all but huge networks no connection has fewer hops.\n"
               "Otherwise it has at most twice the fewest hops, and the answer says so.\n"
               "The exit code is 1 when the actors are not connected.\n"
               "The answer then says which of them are, and which option prevents it.\n",
    .min_arguments = 2,
    .max_arguments = G_MAXUINT,
    .values = "actor",
    .filters = CLI_ALL_FILTERS,
    .reads = TRUE,
    .options = {own_options, cli_options_trace, cli_options_form},
    .run = connect_actors,
};
