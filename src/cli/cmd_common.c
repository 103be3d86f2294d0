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
    CLI_WHOLE_OPTION,
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

/* The answer: who stands between each two of those that are or stand for the actors asked for. */
typedef struct {
  const RelataNetwork *network;
  CliNamed named; /* the two */
  GArray *pairs;  /* of RelataCommonPair */
  guint n;        /* actors between, each once */
} Common;

/* Returns the name of an actor as a column's title: "US forces (part of US)". */
static char *
title_of(Cli *cli, const Common *common, guint vertex)
{
  GString *out = cli->out;
  const gboolean colored = cli->colored;
  cli->out = g_string_new(NULL);
  cli->colored = FALSE;
  cli_append_actor_as(cli, common->network->actors[vertex], &common->named);
  char *title = g_string_free(cli->out, FALSE);
  cli->out = out;
  cli->colored = colored;
  return title;
}

static void
append_table(Cli *cli, const Common *common, const RelataCommonPair *pair)
{
  const RelataNetwork *network = common->network;
  const gboolean parts = common->named.parts != NULL;
  g_autofree char *a = parts ? title_of(cli, common, pair->from) : NULL;
  g_autofree char *b = parts ? title_of(cli, common, pair->to) : NULL;
  CliTable *table = cli_table_new(
      (const char *const[]){parts ? a : relata_network_actor(network, pair->from)->name, "between",
                            parts ? b : relata_network_actor(network, pair->to)->name, NULL});
  for (guint i = 0; i < pair->between->len; i++) {
    const RelataBetween *one = g_ptr_array_index(pair->between, i);
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
append_evidence(Cli *cli, const Common *common, const RelataCommonPair *pair)
{
  const RelataNetwork *network = common->network;
  for (guint i = 0; i < pair->between->len; i++) {
    const RelataBetween *one = g_ptr_array_index(pair->between, i);
    guint number = 0;
    g_string_append(cli->out, cli_markup(cli) == CLI_MARKDOWN ? "\n## " : "\n");
    cli_append_actor(cli, network->actors[one->vertex]);
    g_string_append(cli->out, "\n\n");
    for (guint k = 0; k < one->n_before; k++)
      cli_append_hop(cli, network, pair->from, one->vertex, one->before[k], &common->named, ++number);
    for (guint k = 0; k < one->n_after; k++)
      cli_append_hop(cli, network, one->vertex, pair->to, one->after[k], &common->named, ++number);
  }
  cli_append_membership(cli, network, &pair->from, 1, &common->named);
  cli_append_membership(cli, network, &pair->to, 1, &common->named);
}

static void
clear_pair(gpointer data)
{
  g_ptr_array_unref(((RelataCommonPair *)data)->between);
}

static void
find_between(Common *common, const RelataPathGround *ground, const RelataPathSets *sets, gboolean directed)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  common->pairs = g_array_new(FALSE, FALSE, sizeof(RelataCommonPair));
  g_array_set_clear_func(common->pairs, clear_pair);
  for (guint i = 0; i < sets->from->len; i++)
    for (guint k = 0; k < sets->to->len; k++) {
      RelataCommonPair pair = {g_array_index(sets->from, guint, i), g_array_index(sets->to, guint, k), NULL};
      pair.between = relata_path_between(ground->searcher, pair.from, pair.to, directed);
      for (guint n = 0; n < pair.between->len; n++)
        g_hash_table_add(
            seen, GUINT_TO_POINTER(((const RelataBetween *)g_ptr_array_index(pair.between, n))->vertex + 1));
      g_array_append_val(common->pairs, pair);
    }
  common->n = g_hash_table_size(seen);
}

static void
append_answer(Cli *cli, const Common *common)
{
  g_string_append_printf(cli->out, "%u actor%s between ", common->n, common->n == 1 ? " stands" : "s stand");
  cli_append_actor(cli, common->named.actors[0]);
  g_string_append(cli->out, " and ");
  cli_append_actor(cli, common->named.actors[1]);
  g_string_append(cli->out, common->named.parts != NULL ? " or parts of them directly\n" : " directly\n");
  for (guint i = 0; i < common->pairs->len; i++) {
    const RelataCommonPair *pair = &g_array_index(common->pairs, RelataCommonPair, i);
    if (pair->between->len > 0)
      (cli_option_is(cli, "evidence") ? append_evidence : append_table)(cli, common, pair);
  }
}

/* Reports which actor the selection leaves out. */
static CliExit
say_left_out(Cli *cli, const RelataPathQuestion *question, const RelataPathSets *sets)
{
  const guint actor = sets->from->len == 0 ? question->from : question->to;
  cli_complain("%s is left out by the selection", relata_corpus_actor(cli->corpus, actor)->name);
  if (cli_option_is(cli, "json")) {
    g_autofree char *json =
        relata_answer_common(question->ground->network, question->from, question->to, NULL);
    g_string_append(cli->out, json);
  }
  return CLI_NO;
}

static CliExit
answer(Cli *cli, const RelataPathQuestion *question)
{
  g_autoptr(GError) error = NULL;
  const RelataPathGround *ground = question->ground;
  const guint actors[] = {question->from, question->to};
  Common common = {.network = ground->network, .named = {NULL, actors, 2}};
  if (!relata_path_question_parts(question, &common.named.parts, &error))
    return cli_fail(error);
  g_autoptr(RelataPathSets) sets = relata_path_sets_new(question, ground->network, common.named.parts, TRUE);
  if (!sets->possible)
    return say_left_out(cli, question, sets);
  find_between(&common, ground, sets, cli_option_is(cli, "directed"));
  g_autoptr(GArray) edges =
      relata_common_edges((const RelataCommonPair *)(gconstpointer)common.pairs->data, common.pairs->len);
  cli_say_left_out(ground->network, edges, FALSE);
  if (cli_option_is(cli, "json")) {
    g_autofree char *json = relata_answer_common_wholes(
        ground->network, common.named.parts, actors[0], actors[1],
        (const RelataCommonPair *)(gconstpointer)common.pairs->data, common.pairs->len);
    g_string_append(cli->out, json);
  } else {
    append_answer(cli, &common);
  }
  g_array_unref(common.pairs);
  return common.n > 0 ? CLI_ANSWERED : CLI_NO;
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
  const RelataPathQuestion question = {.corpus = cli->corpus,
                                       .selection = selection,
                                       .ground = ground,
                                       .from = actors[0],
                                       .to = actors[1],
                                       .whole = cli_option_is(cli, "whole"),
                                       .count = 1};
  return answer(cli, &question);
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
