/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands.h"

#include "cli/evidence.h"
#include "cli/load.h"
#include "cli/options.h"
#include "cli/report.h"
#include "cli/style.h"
#include "cli/table.h"

static const CliOption own_options[] = {
    {"directed", 0, NULL, "only ties from the first actor to the one between, and from there to the second",
     ""},
    {"evidence", 'e', NULL, "say for each tie who says so", ""},
    CLI_NO_OPTION,
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
    cli_append_actor(cli, network->actors[one->vertex]);
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
    cli_append_actor(cli, network->actors[a]);
    g_string_append(cli->out, " and ");
    cli_append_actor(cli, network->actors[b]);
    g_string_append(cli->out, " directly\n");
    if (between->len > 0)
      (cli_option_is(cli, "evidence") ? append_evidence : append_table)(cli, network, a, b, between);
  }
  return between->len > 0 ? CLI_ANSWERED : CLI_NO;
}

/* Reports which actor the selection leaves out. Returns FALSE where it leaves out one. */
static gboolean
check_selected(Cli *cli, const RelataPathGround *ground, const guint *actors)
{
  for (guint i = 0; i < 2; i++)
    if (ground->network->vertices[actors[i]] == RELATA_NONE) {
      cli_complain("%s is left out by the selection", relata_corpus_actor(cli->corpus, actors[i])->name);
      if (cli_option_is(cli, "json")) {
        g_autofree char *json = relata_answer_common(ground->network, actors[0], actors[1], NULL);
        g_string_append(cli->out, json);
      }
      return FALSE;
    }
  return TRUE;
}

static CliExit
common(Cli *cli)
{
  g_autoptr(GError) error = NULL;
  if (!cli_form_check(cli, &error) || !cli_load(cli, NULL, &error))
    return cli_fail(error);
  g_autoptr(RelataSelection) selection = relata_selection_new(cli->corpus);
  if (!cli_options_select(cli, selection, &error))
    return cli_fail(error);
  g_autoptr(RelataPathGround) ground = relata_path_ground_new(cli->corpus, selection, &error);
  g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(guint));
  if (ground == NULL || !cli_argument_actors(cli, found, &error))
    return cli_fail(error);
  const guint *actors = (const guint *)(gconstpointer)found->data;
  if (actors[0] == actors[1]) {
    cli_complain("%s is given twice: expected two actors", relata_corpus_actor(cli->corpus, actors[0])->name);
    return CLI_USAGE;
  }
  if (!check_selected(cli, ground, actors))
    return CLI_NO;
  cli_say_left_out(ground->network, FALSE);
  return answer(cli, ground, ground->network->vertices[actors[0]], ground->network->vertices[actors[1]]);
}

const CliCommand cmd_common = {
    .name = "common",
    .arguments = "A B",
    .summary = "list who stands directly between two actors, and by which relations",
    .min_arguments = 2,
    .max_arguments = 2,
    .values = "actor",
    .filters = CLI_ALL_FILTERS,
    .reads = TRUE,
    .options = {own_options, cli_options_form},
    .run = common,
};
