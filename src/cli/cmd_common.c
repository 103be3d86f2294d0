/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/cli.h"

const CliOption cmd_common_options[] = {
    {"directed", 0, NULL, "only ties from the first to the actor between, and on to the second", ""},
    {"evidence", 'e', NULL, "say who says so, for each tie", ""},
    {"markdown", 0, NULL, "answer in Markdown", ""},
    {"json", 0, NULL, "answer in JSON", ""},
    {NULL, 0, NULL, NULL, NULL},
};

static char *
labels(const RelataNetwork *network, const RelataHop *hops, guint n)
{
  g_autoptr(GString) words = g_string_new(NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_printf(words, "%s%s", i > 0 ? ", " : "",
                           relata_network_label(network, &network->ties[hops[i].tie], hops[i].forward));
  return g_string_free(g_steal_pointer(&words), FALSE);
}

static void
append_table(Cli *cli, const RelataNetwork *network, guint a, guint b, const GPtrArray *between)
{
  CliTable *table = cli_table_new((const char *const[]){relata_network_actor(network, a)->name, "between",
                                                        relata_network_actor(network, b)->name, NULL});
  for (guint i = 0; i < between->len; i++) {
    const RelataBetween *one = g_ptr_array_index(between, i);
    g_autofree char *before = labels(network, one->before, one->n_before);
    g_autofree char *after = labels(network, one->after, one->n_after);
    cli_table_cell(table, before);
    cli_table_cell(table, relata_network_actor(network, one->vertex)->name);
    cli_table_cell(table, after);
  }
  g_string_append_c(cli->out, '\n');
  cli_table_end(table, cli_markup(cli), cli->out);
}

static void
append_evidence(Cli *cli, const RelataNetwork *network, guint a, guint b, const GPtrArray *between)
{
  for (guint i = 0; i < between->len; i++) {
    const RelataBetween *one = g_ptr_array_index(between, i);
    guint number = 0;
    g_string_append(cli->out, cli_markup(cli) == CLI_MARKDOWN ? "\n## " : "\n");
    cli_append_marked(cli->out, cli_markup(cli), CLI_BOLD, relata_network_actor(network, one->vertex)->name);
    g_string_append(cli->out, "\n\n");
    for (guint k = 0; k < one->n_before; k++)
      cli_append_hop(cli, network, a, one->vertex, one->before[k], ++number);
    for (guint k = 0; k < one->n_after; k++)
      cli_append_hop(cli, network, one->vertex, b, one->after[k], ++number);
  }
}

static CliExit
answer(Cli *cli, const RelataPathGround *ground, guint a, guint b)
{
  const RelataNetwork *network = ground->network;
  g_autoptr(GPtrArray) between = relata_path_between(ground->searcher, a, b, cli_option_is(cli, "directed"));
  if (cli_option_is(cli, "json")) {
    g_autofree char *json = relata_answer_common(network, network->actors[a], network->actors[b], between);
    g_string_append(cli->out, json);
  } else {
    g_string_append_printf(cli->out, "%u actor%s between ", between->len,
                           between->len == 1 ? " stands" : "s stand");
    cli_append_marked(cli->out, cli_markup(cli), CLI_BOLD, relata_network_actor(network, a)->name);
    g_string_append(cli->out, " and ");
    cli_append_marked(cli->out, cli_markup(cli), CLI_BOLD, relata_network_actor(network, b)->name);
    g_string_append(cli->out, " directly\n");
    if (between->len > 0)
      (cli_option_is(cli, "evidence") ? append_evidence : append_table)(cli, network, a, b, between);
  }
  return between->len > 0 ? CLI_ANSWERED : CLI_NO;
}

CliExit
cmd_common(Cli *cli)
{
  g_autoptr(GError) error = NULL;
  if (cli_option_is(cli, "json") && cli_option_is(cli, "markdown")) {
    cli_complain("--json and --markdown cannot be combined: an answer has one form");
    return CLI_USAGE;
  }
  if (!cli_load(cli, NULL, &error))
    return cli_fail(error);
  g_autoptr(RelataSelection) selection = relata_selection_new(cli->corpus);
  if (!cli_options_select(cli, selection, &error))
    return cli_fail(error);
  guint actors[2], vertices[2];
  g_autoptr(RelataPathGround) ground = relata_path_ground_new(cli->corpus, selection, &error);
  if (ground == NULL)
    return cli_fail(error);
  for (guint i = 0; i < 2; i++) {
    actors[i] = relata_corpus_resolve_actor(cli->corpus, g_ptr_array_index(cli->arguments, i), &error);
    if (actors[i] == RELATA_NONE)
      return cli_fail(error);
    vertices[i] = ground->network->vertices[actors[i]];
  }
  if (actors[0] == actors[1]) {
    cli_complain("%s is given twice: expected two actors", relata_corpus_actor(cli->corpus, actors[0])->name);
    return CLI_USAGE;
  }
  for (guint i = 0; i < 2; i++)
    if (vertices[i] == RELATA_NONE) {
      cli_complain("%s is left out by the selection", relata_corpus_actor(cli->corpus, actors[i])->name);
      if (cli_option_is(cli, "json")) {
        g_autofree char *json = relata_answer_common(ground->network, actors[0], actors[1], NULL);
        g_string_append(cli->out, json);
      }
      return CLI_NO;
    }
  cli_say_left_out(ground->network, FALSE);
  return answer(cli, ground, vertices[0], vertices[1]);
}
