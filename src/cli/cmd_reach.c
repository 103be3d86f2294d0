/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands.h"

#include "cli/load.h"
#include "cli/options.h"
#include "cli/paths.h"
#include "cli/progress.h"
#include "cli/report.h"
#include "cli/style.h"
#include "cli/table.h"

static const CliOption own_options[] = {
    {"limit", 0, "N", "give at most the N nearest actors (default 1000)", ""},
    {"witness", 'w', NULL, "print the path to each actor with its evidence", ""},
    CLI_NO_OPTION,
};

static GArray *
witnessed_edges(const RelataPathReach *found)
{
  g_autoptr(GPtrArray) paths = g_ptr_array_new();
  for (guint i = 0; i < found->reached->len; i++)
    g_ptr_array_add(paths, (gpointer)relata_path_reach_witness(found, i));
  return relata_path_edges(paths);
}

/* Whether the actor asked about is among those that it reaches. */
static gboolean
reaches_itself(const RelataPathReach *found, guint actor)
{
  for (guint i = 0; i < found->reached->len; i++)
    if (found->network->actors[g_array_index(found->reached, RelataReached, i).vertex] == actor)
      return TRUE;
  return FALSE;
}

static void
append_head(Cli *cli, const RelataPathReach *found, guint actor)
{
  const guint n = found->reached->len;
  cli_append_actor(cli, actor);
  g_string_append_printf(cli->out, "%s %u actor%s%s%s\n",
                         found->parts != NULL ? " or a part of it reaches" : " reaches", n, relata_plural(n),
                         reaches_itself(found, actor) ? ", itself included" : "",
                         found->cut ? " (and more: --limit raises the cap)" : "");
  if (found->n_unknown > 0)
    g_string_append_printf(cli->out,
                           "Whether it reaches %u more is not known: the search stopped at its work limit.\n",
                           found->n_unknown);
}

static void
append_answer(Cli *cli, const RelataPathReach *found, const CliNamed *named)
{
  const guint n = found->reached->len;
  append_head(cli, found, named->actors[0]);
  for (guint i = 0; i < n && cli_option_is(cli, "witness"); i++) {
    const guint ends[] = {named->actors[0],
                          found->network->actors[g_array_index(found->reached, RelataReached, i).vertex]};
    const CliNamed both = {found->parts, ends, ends[0] == ends[1] ? 1 : 2};
    g_string_append_c(cli->out, '\n');
    cli_append_path(cli, found->network, relata_path_reach_witness(found, i), &both, 1, 1);
  }
  if (n == 0 || cli_option_is(cli, "witness"))
    return;
  CliTable *table = cli_table_new((const char *const[]){">hops", "actor", "way", NULL});
  for (guint i = 0; i < n; i++) {
    const RelataReached *one = &g_array_index(found->reached, RelataReached, i);
    g_autofree char *words =
        cli_path_way(found->network, relata_path_reach_witness(found, i), named->actors[0]);
    cli_table_cell_number(table, one->hops, 0);
    cli_table_cell(table, relata_network_actor(found->network, one->vertex)->name);
    cli_table_cell(table, words);
  }
  g_string_append_c(cli->out, '\n');
  cli_table_end(table, cli_markup(cli), cli->out);
}

static void
say(Cli *cli, const RelataPathReach *found, guint from)
{
  const guint n = found->reached->len;
  if (!cli_option_is(cli, "json")) {
    const CliNamed named = {found->parts, &from, 1};
    append_answer(cli, found, &named);
    return;
  }
  g_autofree const RelataPath **witnesses = g_new(const RelataPath *, n + 1);
  for (guint i = 0; i < n; i++)
    witnesses[i] = relata_path_reach_witness(found, i);
  g_autofree char *json = relata_answer_reach(found->network, from, found->parts,
                                              (const RelataReached *)(gconstpointer)found->reached->data, n,
                                              witnesses, found->cut, found->n_unknown);
  g_string_append(cli->out, json);
}

static CliExit
answer(Cli *cli, const RelataPathQuestion *question, guint limit)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataPathGround) ground = relata_path_ground_new(cli->corpus, question->selection, &error);
  if (ground == NULL)
    return cli_fail(error);
  RelataPathQuestion grounded = *question;
  grounded.ground = ground;
  CliProgress *progress = cli_progress_begin("searching");
  g_autoptr(RelataPathReach) found = relata_path_ask_reach(&grounded, limit, &error);
  cli_progress_end(progress);
  if (found == NULL)
    return cli_fail(error);
  if (found->left_out) {
    cli_complain("%s is left out by the selection", relata_corpus_actor(cli->corpus, question->from)->name);
    if (cli_option_is(cli, "json"))
      say(cli, found, question->from);
    return CLI_NO;
  }
  g_autoptr(GArray) edges = witnessed_edges(found);
  cli_say_left_out(ground->network, edges, found->reached->len == 0);
  say(cli, found, question->from);
  return found->n_unknown > 0 ? CLI_FAILED : found->reached->len > 0 ? CLI_ANSWERED : CLI_NO;
}

static CliExit
reach(Cli *cli)
{
  g_autoptr(GError) error = NULL;
  guint limit;
  if (cli_append_path_help(cli))
    return CLI_ANSWERED;
  if (!cli_arguments_check(cli, 1, &error) ||
      !cli_option_number(cli, "limit", 1, G_MAXUINT, 1000, &limit, &error) || !cli_load(cli, NULL, &error))
    return cli_fail(error);
  g_auto(CliPathOptions) options = {0};
  if (!cli_path_options_read(cli, &options, &error))
    return cli_fail(error);
  options.question.from =
      relata_corpus_resolve_actor(cli->corpus, g_ptr_array_index(cli->arguments, 0), &error);
  if (options.question.from == RELATA_NONE)
    return cli_fail(error);
  return answer(cli, &options.question, limit);
}

const CliCommand cmd_reach = {
    .name = "reach",
    .arguments = "FROM",
    .summary = "list who can be reached from an actor, how far, and which way",
    .details = "The nearest actors come first.\n"
               "They are exactly the actors to which 'relata path' finds a path under the same options.\n"
               "The actor itself is among them where a path leads back to it, or where one without hops "
               "counts:\n"
               "always without a pattern, with a pattern if it allows no hop.\n",
    .max_arguments = 1,
    .values = "actor",
    .filters = CLI_ALL_FILTERS,
    .reads = TRUE,
    .options = {own_options, cli_options_path, cli_options_form},
    .run = reach,
};
