/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands.h"

#include "cli/load.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/paths.h"
#include "cli/progress.h"
#include "cli/report.h"
#include "cli/table.h"

#include <string.h>

/* Nobody reads more pairs than this, and each costs a search for its witness. */
#define MOST_PAIRS 1000000

static const CliOption own_options[] = {
    {"from", 0, "TYPES", "only pairs whose first actor is of these types", "actor-type"},
    {"to", 0, "TYPES", "only pairs whose second actor is of these types", "actor-type"},
    {"mode", 0, "MODE", "what may come twice on a path: {mode} (default trail; see --mode-help)", "mode"},
    {"max-hops", 0, "N", "only paths of at most N hops", ""},
    {"avoid", 0, "ACTORS", "no path from, to or through any of these actors", "actor"},
    {"same-document", 0, NULL, "only paths of which one document affirms every hop", ""},
    {"same-origin", 0, NULL, "only paths of which one origin affirms every hop", ""},
    {"limit", 0, "N", "give at most the N first pairs (default 1000)", ""},
    {"count", 0, NULL, "only say how many pairs there are", ""},
    {"witness", 'w', NULL, "print the path of each pair with its evidence", ""},
    {"pattern-help", 0, NULL, "explain the patterns with examples", ""},
    {"mode-help", 0, NULL, "explain the modes", ""},
    CLI_NO_OPTION,
};

typedef struct {
  Cli *cli;
  const RelataPathQuestion *question;
  const RelataMatches *matches;
} Answer;

/* Sets *wanted to whether each actor is of the types that an option names, as --type takes them; NULL where
 * it is not given. */
static gboolean
read_types(const Cli *cli, const char *name, gboolean **wanted, GError **error)
{
  const GPtrArray *values = cli_option_values(cli, name);
  g_autoptr(RelataSelection) selection = relata_selection_new(cli->corpus);
  for (guint i = 0; values != NULL && i < values->len; i++)
    if (!relata_selection_set(selection, RELATA_FILTER_TYPE, g_ptr_array_index(values, i), error)) {
      const char *colon = strstr((*error)->message, ": "); /* behind the name of the selection's own option */
      g_autofree char *message = g_strdup_printf("--%s%s", name, colon != NULL ? colon : "");
      const int code = (*error)->code;
      g_clear_error(error);
      g_set_error_literal(error, RELATA_ERROR, code, message);
      return FALSE;
    }
  if (values == NULL || values->len == 0)
    return TRUE;
  const guint n = relata_corpus_n_actors(cli->corpus);
  *wanted = g_new(gboolean, MAX(n, 1));
  for (guint i = 0; i < n; i++)
    (*wanted)[i] = relata_selection_has_actor(selection, i);
  return TRUE;
}

static const RelataPath *
first_path(const RelataPathAnswer *answer)
{
  return answer != NULL && answer->paths->len > 0 ? g_ptr_array_index(answer->paths, 0) : NULL;
}

static void
append_count(Cli *cli, guint64 n)
{
  if (cli_option_is(cli, "json"))
    g_string_append_printf(cli->out, "{\"count\":%" G_GUINT64_FORMAT "}\n", n);
  else
    g_string_append_printf(cli->out, "%" G_GUINT64_FORMAT " pair%s\n", n, n == 1 ? "" : "s");
}

static void
append_witness(const Answer *answer, const RelataPath *path, guint number)
{
  const guint ends[] = {answer->question->ground->network->actors[path->vertices[0]],
                        answer->question->ground->network->actors[path->vertices[path->n_hops]]};
  const CliNamed named = {NULL, ends, 2};
  if (number > 1)
    g_string_append_c(answer->cli->out, '\n');
  cli_append_path(answer->cli, answer->question->ground->network, path, &named, 1, 1);
}

static void
append_row(CliTable *table, const RelataNetwork *network, const RelataMatch *match, const RelataPath *path)
{
  g_autofree char *way = cli_path_way(network, path, network->actors[match->from]);
  cli_table_cell_number(table, match->hops, 0);
  cli_table_cell(table, relata_network_actor(network, match->from)->name);
  cli_table_cell(table, relata_network_actor(network, match->to)->name);
  cli_table_cell(table, way);
}

/* Appends each pair: as a line of JSON, with its evidence, or as a row of the table. */
static gboolean
append_pairs(const Answer *answer, CliTable *table, GError **error)
{
  Cli *cli = answer->cli;
  const RelataNetwork *network = answer->question->ground->network;
  const GArray *pairs = answer->matches->pairs;
  for (guint i = 0; i < pairs->len; i++) {
    const RelataMatch *match = &g_array_index(pairs, RelataMatch, i);
    g_autoptr(RelataPathAnswer) found = relata_path_match_witness(answer->question, match, error);
    const RelataPath *path = first_path(found);
    if (found == NULL)
      return FALSE;
    if (path == NULL)
      continue;
    if (cli_option_is(cli, "json")) {
      g_autofree char *line = relata_answer_match(network, match, path, answer->question->same);
      g_string_append(cli->out, line);
      if (!cli_flush(cli))
        return TRUE; /* nobody listens any more */
    } else if (cli_option_is(cli, "witness")) {
      append_witness(answer, path, i + 1);
    } else {
      append_row(table, network, match, path);
    }
  }
  return TRUE;
}

static void
append_unknown(const Answer *answer)
{
  const guint64 n = answer->matches->n_unknown;
  if (n > 0 && cli_option_is(answer->cli, "json"))
    cli_complain("of %" G_GUINT64_FORMAT " more pairs it is not known: the search stopped at its work limit",
                 n);
  else if (n > 0)
    g_string_append_printf(
        answer->cli->out,
        "Of %" G_GUINT64_FORMAT " more it is not known: the search stopped at its work limit.\n", n);
}

static gboolean
append_answer(const Answer *answer, GError **error)
{
  Cli *cli = answer->cli;
  const guint64 n = answer->matches->n, shown = answer->matches->pairs->len;
  if (cli_option_is(cli, "json")) {
    if (n > shown)
      cli_complain("only the first %" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT
                   " pairs: --limit raises the cap",
                   shown, n);
    return append_pairs(answer, NULL, error);
  }
  append_count(cli, n);
  append_unknown(answer);
  if (n > shown)
    g_string_append_printf(cli->out, "Only the first %" G_GUINT64_FORMAT "; --limit raises the cap.\n",
                           shown);
  if (n > 0)
    g_string_append_c(cli->out, '\n');
  if (cli_option_is(cli, "witness") || n == 0)
    return append_pairs(answer, NULL, error);
  CliTable *table = cli_table_new((const char *const[]){">hops", "from", "to", "way", NULL});
  const gboolean good = append_pairs(answer, table, error);
  cli_table_end(table, cli_markup(cli), cli->out);
  return good;
}

static CliExit
answer_question(Cli *cli, RelataPathQuestion *question, guint limit)
{
  g_autoptr(GError) error = NULL;
  g_autofree gboolean *from = NULL, *to = NULL;
  if (!read_types(cli, "from", &from, &error) || !read_types(cli, "to", &to, &error))
    return cli_fail(error);
  question->ground = relata_path_ground_new(cli->corpus, question->selection, &error);
  if (question->ground == NULL)
    return cli_fail(error);
  CliProgress *progress = cli_progress_begin("searching");
  g_autoptr(RelataMatches) matches =
      relata_path_match(question, from, to, cli_option_is(cli, "count") ? 1 : limit);
  cli_progress_end(progress);
  const Answer answer = {cli, question, matches};
  g_autoptr(GArray) no_edges = g_array_new(FALSE, FALSE, sizeof(guint));
  cli_say_left_out(question->ground->network, no_edges, matches->n == 0);
  if (cli_option_is(cli, "count")) {
    append_count(cli, matches->n);
    append_unknown(&answer);
  } else if (!append_answer(&answer, &error)) {
    return cli_fail(error);
  }
  return matches->n > 0 ? CLI_ANSWERED : matches->n_unknown > 0 ? CLI_FAILED : CLI_NO;
}

static CliExit
match(Cli *cli)
{
  g_autoptr(GError) error = NULL;
  guint limit;
  if (cli_append_path_help(cli))
    return CLI_ANSWERED;
  if (!cli_arguments_check(cli, 1, &error) ||
      !cli_option_number(cli, "limit", 1, MOST_PAIRS, 1000, &limit, &error) || !cli_load(cli, NULL, &error))
    return cli_fail(error);
  g_auto(CliPathOptions) options = {0};
  if (!cli_path_options_read(cli, &options, &error) ||
      !cli_path_options_set_pattern(cli, &options, g_ptr_array_index(cli->arguments, 0), &error))
    return cli_fail(error);
  return answer_question(cli, &options.question, limit);
}

const CliCommand cmd_match = {
    .name = "match",
    .arguments = "PATTERN",
    .summary = "list every pair of actors that a pattern leads from one to the other, with a path each",
    .details =
        "The pairs with the fewest hops come first.\n"
        "An actor and itself are a pair where a path leads back to it, unless the pattern is also matched without any hop.\n"
        "No tie serves twice on a path, unless --mode says otherwise.\n"
        "With --json each pair is a line of its own.\n"
        "The exit code is 1 when there is none.\n",
    .max_arguments = 1,
    .values = "",
    .filters = CLI_ALL_FILTERS,
    .reads = TRUE,
    .options = {own_options, cli_options_form},
    .run = match,
};
