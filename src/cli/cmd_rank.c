/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands.h"

#include "cli/load.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "cli/report.h"
#include "cli/table.h"

#include <math.h>

static const CliOption own_options[] = {
    {"by", 'b', "MEASURES", "the measures to print; the first one orders the actors (default: degree)",
     "measure"},
    {"top", 'n', "N", "print only the first N actors", ""},
    {"reverse", 0, NULL, "turn the order: the last come first", ""},
    {"crowds", 0, NULL,
     "also actors of type crowd (\"Civilians\"), which are left out unless --type or --not-type is given",
     ""},
    {"measures", 0, NULL, "explain the measures: what each ignores, is divided by and calls the best", ""},
    CLI_NO_OPTION,
};

static void
append_measures(GString *out)
{
  static const char *const titles[] = {"measure",    "meaning", "ignores", "loops",
                                       "divided by", "best",    "source",  NULL};
  CliTable *table = cli_table_new(titles);
  for (const RelataMeasureInfo *measure = relata_measures; measure->name != NULL; measure++) {
    cli_table_cell(table, measure->name);
    cli_table_cell(table, measure->help);
    cli_table_cell(table, relata_measure_ignores(measure));
    cli_table_cell(table, relata_loops_name(measure->loops));
    cli_table_cell(table, measure->divisor != NULL ? measure->divisor : "nothing");
    cli_table_cell(table, relata_measure_superlative(measure));
    cli_table_cell(table, measure->reference);
  }
  cli_table_end(table, CLI_TEXT, out);
  g_string_append(
      out, "n is the number of actors. Where parallel ties are not ignored, those between the same "
           "two actors add up. Loops are ties of an actor with itself: ignored, or counted once or twice.\n");
}

/* Returns four decimals, or more where even the highest score would lose digits, because PageRank sums to
 * 1. */
static guint
decimals_for(const RelataMeasureInfo *measure, const double *scores, guint n)
{
  double highest = 0;
  for (guint i = 0; i < n; i++)
    highest = MAX(highest, fabs(scores[i]));
  if (measure->integer)
    return 0;
  return highest > 0 && highest < 0.1 ? MIN((guint)(3 - floor(log10(highest))), 12) : 4;
}

static void
append_table(Cli *cli, const RelataNetwork *network, const GPtrArray *measures, const GPtrArray *scores,
             const guint *order, guint n)
{
  g_autoptr(GPtrArray) titles = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(titles, g_strdup(">"));
  g_ptr_array_add(titles, g_strdup("actor"));
  for (guint i = 0; i < measures->len; i++)
    g_ptr_array_add(
        titles, g_strconcat(">", ((const RelataMeasureInfo *)g_ptr_array_index(measures, i))->name, NULL));
  g_ptr_array_add(titles, NULL);
  CliTable *table = cli_table_new((const char *const *)titles->pdata);
  g_autofree guint *decimals = g_new(guint, measures->len);
  for (guint k = 0; k < measures->len; k++)
    decimals[k] =
        decimals_for(g_ptr_array_index(measures, k), g_ptr_array_index(scores, k), network->n_actors);
  for (guint i = 0; i < n; i++) {
    cli_table_cell_number(table, i + 1, 0);
    cli_table_cell(table, relata_network_actor(network, order[i])->name);
    for (guint k = 0; k < measures->len; k++)
      cli_table_cell_number(table, ((const double *)g_ptr_array_index(scores, k))[order[i]], decimals[k]);
  }
  cli_table_end(table, cli_markup(cli), cli->out);
  if (n < network->n_actors)
    g_string_append_printf(cli->out, "%u of %u actors\n", n, network->n_actors);
}

/* Returns the measures that --by names, each once; NULL where one is unknown. */
static GPtrArray *
take_measures(const Cli *cli, GError **error)
{
  g_autoptr(GPtrArray) names = cli_option_list(cli, "by");
  if (names->len == 0)
    g_ptr_array_add(names, g_strdup(relata_measures[0].name));
  g_autoptr(GPtrArray) measures = g_ptr_array_new();
  for (guint i = 0; i < names->len; i++) {
    const RelataMeasureInfo *measure = relata_measure_find(g_ptr_array_index(names, i), error);
    if (measure == NULL)
      return NULL;
    if (!g_ptr_array_find(measures, measure, NULL))
      g_ptr_array_add(measures, (gpointer)measure);
  }
  return g_steal_pointer(&measures);
}

static void
append_json(Cli *cli, const RelataNetwork *network, const GPtrArray *measures, const GPtrArray *scores,
            const guint *order, guint n)
{
  g_autofree char *json =
      relata_answer_ranks(network, (const RelataMeasureInfo *const *)measures->pdata, measures->len,
                          scores != NULL ? (double *const *)scores->pdata : NULL, order, n);
  g_string_append(cli->out, json);
}

static void
explain(Cli *cli)
{
  if (!cli_option_is(cli, "json")) {
    append_measures(cli->out);
    return;
  }
  g_autofree char *json = relata_answer_measures();
  g_string_append(cli->out, json);
}

static CliExit
answer(Cli *cli, const RelataNetwork *network, const GPtrArray *measures, guint top)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) scores = g_ptr_array_new_with_free_func(g_free);
  CliProgress *progress = cli_progress_begin("ranking");
  for (guint i = 0; i < measures->len && error == NULL; i++)
    g_ptr_array_add(scores, relata_centrality(network, g_ptr_array_index(measures, i), &error));
  cli_progress_end(progress);
  if (error != NULL)
    return cli_fail(error);
  const RelataMeasureInfo *first = g_ptr_array_index(measures, 0);
  g_autofree guint *order = relata_centrality_order(network, g_ptr_array_index(scores, 0),
                                                    first->less_is_better != cli_option_is(cli, "reverse"));
  (cli_option_is(cli, "json") ? append_json : append_table)(cli, network, measures, scores, order,
                                                            MIN(top, network->n_actors));
  return CLI_ANSWERED;
}

/* Returns whether it is said of which types actors are ranked. */
static gboolean
names_types(const Cli *cli)
{
  return cli_option_is(cli, "crowds") || cli_option_is(cli, "type") || cli_option_is(cli, "not-type");
}

static CliExit
rank(Cli *cli)
{
  g_autoptr(GError) error = NULL;
  guint top;
  if (!cli_option_number(cli, "top", 1, G_MAXUINT, G_MAXUINT, &top, &error))
    return cli_fail(error);
  if (cli_option_is(cli, "measures")) {
    explain(cli);
    return CLI_ANSWERED;
  }
  g_autoptr(GPtrArray) measures = take_measures(cli, &error);
  if (measures == NULL || !cli_load(cli, NULL, &error))
    return cli_fail(error);
  g_autoptr(RelataSelection) selection = NULL;
  g_autoptr(RelataNetwork) network =
      (names_types(cli) ? cli_network : cli_network_without_crowds)(cli, &selection, &error);
  if (network != NULL)
    return answer(cli, network, measures, top);
  if (cli_option_is(cli, "json") && g_error_matches(error, RELATA_ERROR, RELATA_ERROR_EMPTY))
    append_json(cli, NULL, measures, NULL, NULL, 0);
  return cli_fail(error);
}

const CliCommand cmd_rank = {
    .name = "rank",
    .arguments = "",
    .summary = "order the actors by centrality",
    .filters = CLI_FILTERS_BUT_BY,
    .reads = TRUE,
    .options = {own_options, cli_options_json},
    .run = rank,
};
