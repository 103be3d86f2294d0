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

/* The actors that are reached, nearest first, and the first path to each. */
typedef struct {
  GArray *reached;    /* of RelataReached */
  GPtrArray *answers; /* of RelataPathAnswer, one for each of them */
  gboolean cut;
} Witnessed;

static int
by_hops(gconstpointer a, gconstpointer b)
{
  const RelataReached *one = a, *other = b;
  if (one->hops != other->hops)
    return one->hops < other->hops ? -1 : 1;
  return one->vertex < other->vertex ? -1 : one->vertex > other->vertex;
}

/* With dates a path may be longer than without, or impossible. */
static void
set_hops_in_time(RelataPathSearcher *searcher, RelataPathSets *sets, GArray *reached)
{
  guint kept = 0;
  for (guint i = 0; i < reached->len; i++) {
    RelataReached one = g_array_index(reached, RelataReached, i);
    relata_path_sets_turn(sets, one.vertex);
    g_autoptr(RelataPathAnswer) answer = relata_path_sets_search(searcher, sets, NULL);
    if (answer == NULL || answer->n_found == 0)
      continue;
    one.hops = ((const RelataPath *)g_ptr_array_index(answer->paths, 0))->n_hops;
    g_array_index(reached, RelataReached, kept++) = one;
  }
  g_array_set_size(reached, kept);
  g_array_sort(reached, by_hops);
}

static void
find_witnesses(Witnessed *found, RelataPathSearcher *searcher, RelataPathSets *sets, guint limit)
{
  found->reached = relata_path_sets_reach(searcher, sets, FALSE);
  if (sets->query.in_order)
    set_hops_in_time(searcher, sets, found->reached);
  /* The actor itself, and whoever stands for it, is listed only where the pattern leads back to it. */
  while (found->reached->len > 0 && g_array_index(found->reached, RelataReached, 0).hops == 0)
    g_array_remove_index(found->reached, 0);
  found->cut = found->reached->len > limit;
  g_array_set_size(found->reached, MIN(found->reached->len, limit));
  found->answers = g_ptr_array_new_with_free_func((GDestroyNotify)relata_path_answer_free);
  for (guint i = 0; i < found->reached->len; i++) {
    relata_path_sets_turn(sets, g_array_index(found->reached, RelataReached, i).vertex);
    g_ptr_array_add(found->answers, relata_path_sets_search(searcher, sets, NULL));
  }
}

static const RelataPath *
witness(const Witnessed *found, guint index)
{
  return g_ptr_array_index(((const RelataPathAnswer *)g_ptr_array_index(found->answers, index))->paths, 0);
}

static GArray *
witnessed_edges(const Witnessed *found)
{
  g_autoptr(GPtrArray) paths = g_ptr_array_new();
  for (guint i = 0; i < found->reached->len; i++)
    g_ptr_array_add(paths, (gpointer)witness(found, i));
  return relata_path_edges(paths);
}

static void
append_answer(Cli *cli, const RelataNetwork *network, const CliNamed *named, const Witnessed *found)
{
  const guint n = found->reached->len;
  cli_append_actor(cli, named->actors[0]);
  g_string_append_printf(cli->out, "%s %u actor%s%s\n",
                         named->parts != NULL ? " or a part of it reaches" : " reaches", n, relata_plural(n),
                         found->cut ? " (and more: --limit raises the cap)" : "");
  if (cli_option_is(cli, "witness")) {
    for (guint i = 0; i < n; i++) {
      g_string_append_c(cli->out, '\n');
      cli_append_path(cli, network, witness(found, i), named, 1, 1);
    }
    return;
  }
  if (n == 0)
    return;
  CliTable *table = cli_table_new((const char *const[]){">hops", "actor", "way", NULL});
  for (guint i = 0; i < n; i++) {
    const RelataReached *one = &g_array_index(found->reached, RelataReached, i);
    g_autofree char *words = cli_path_way(network, witness(found, i), named->actors[0]);
    cli_table_cell_number(table, one->hops, 0);
    cli_table_cell(table, relata_network_actor(network, one->vertex)->name);
    cli_table_cell(table, words);
  }
  g_string_append_c(cli->out, '\n');
  cli_table_end(table, cli_markup(cli), cli->out);
}

static CliExit
answer(Cli *cli, const RelataPathQuestion *question, guint limit)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataPathGround) ground = relata_path_ground_new(cli->corpus, question->selection, &error);
  if (ground == NULL)
    return cli_fail(error);
  RelataPathQuestion grounded = *question;
  const RelataParts *parts;
  grounded.ground = ground;
  if (!relata_path_question_parts(&grounded, &parts, &error))
    return cli_fail(error);
  g_autoptr(RelataPathSets) sets = relata_path_sets_new(question, ground->network, parts, TRUE);
  if (!sets->possible) {
    cli_complain("%s is left out by the selection", relata_corpus_actor(cli->corpus, question->from)->name);
    if (cli_option_is(cli, "json")) {
      g_autofree char *json =
          relata_answer_reach(ground->network, question->from, parts, NULL, 0, NULL, FALSE);
      g_string_append(cli->out, json);
    }
    return CLI_NO;
  }
  CliProgress *progress = cli_progress_begin("searching");
  Witnessed found = {0};
  find_witnesses(&found, ground->searcher, sets, limit);
  cli_progress_end(progress);
  g_autoptr(GArray) edges = witnessed_edges(&found);
  cli_say_left_out(ground->network, edges, found.reached->len == 0);
  if (cli_option_is(cli, "json")) {
    g_autofree const RelataPath **witnesses = g_new(const RelataPath *, found.reached->len + 1);
    for (guint i = 0; i < found.reached->len; i++)
      witnesses[i] = witness(&found, i);
    g_autofree char *json = relata_answer_reach(ground->network, question->from, parts,
                                                (const RelataReached *)(gconstpointer)found.reached->data,
                                                found.reached->len, witnesses, found.cut);
    g_string_append(cli->out, json);
  } else {
    const CliNamed named = {parts, &question->from, 1};
    append_answer(cli, ground->network, &named, &found);
  }
  const CliExit code = found.reached->len > 0 ? CLI_ANSWERED : CLI_NO;
  g_array_unref(found.reached);
  g_ptr_array_unref(found.answers);
  return code;
}

static CliExit
reach(Cli *cli)
{
  g_autoptr(GError) error = NULL;
  guint limit;
  if (cli_option_is(cli, "pattern-help")) {
    cli_append_pattern_help(cli->out);
    return CLI_ANSWERED;
  }
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
  options.question.to = RELATA_NONE; /* anybody */
  return answer(cli, &options.question, limit);
}

const CliCommand cmd_reach = {
    .name = "reach",
    .arguments = "FROM",
    .summary = "list who can be reached from an actor, how far, and which way",
    .details = "The nearest actors come first.\n"
               "They are the actors to which 'relata path' finds a path under the same options.\n",
    .max_arguments = 1,
    .values = "actor",
    .filters = CLI_ALL_FILTERS,
    .reads = TRUE,
    .options = {own_options, cli_options_path, cli_options_form},
    .run = reach,
};
