/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands.h"

#include "cli/load.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/picture.h"
#include "cli/progress.h"
#include "cli/report.h"

#include <string.h>

static const CliOption own_options[] = {
    {"top", 'n', "N", "without ACTOR: draw the ties among the N most central actors (default 12; 0: all)",
     ""},
    CLI_NO_OPTION,
};

static gboolean
draw(Cli *cli, const RelataView *view, const GArray *actors, const char *format, GError **error)
{
  CliProgress *progress = cli_progress_begin("drawing");
  g_autoptr(RelataPicture) picture = relata_draw_timeline(
      cli->corpus, view, (const guint *)(gconstpointer)actors->data, actors->len, format, error);
  cli_progress_end(progress);
  return picture != NULL && cli_output_picture(cli, picture, error);
}

static gboolean
describe(Cli *cli, const RelataView *view, const GArray *actors, GError **error)
{
  g_autofree char *words = relata_describe_timeline(
      cli->corpus, view, (const guint *)(gconstpointer)actors->data, actors->len, error);
  return words != NULL && cli_output(cli, words, strlen(words), error);
}

static CliExit
timeline(Cli *cli)
{
  g_autoptr(GError) error = NULL;
  const gboolean in_words = cli_option_is(cli, "describe");
  const char *format = cli_picture_format(cli);
  if (in_words && !cli_check_words(cli, &error))
    return cli_fail(error);
  if (!in_words && !cli_picture_is_for_terminal(cli, format))
    return CLI_USAGE;
  if (!cli_check_output(cli, &error) || !cli_load(cli, NULL, &error))
    return cli_fail(error);
  g_autoptr(RelataView) view = relata_view_new(cli->corpus);
  g_autoptr(GArray) actors = g_array_new(FALSE, FALSE, sizeof(guint));
  /* By `surely` nothing is drawn that is only presumed, whatever days are asked about. */
  if (!cli_view_read(cli, view, &error) ||
      !cli_reading_check(cli, view->selection, relata_selection_is_set(view->selection, RELATA_FILTER_SURELY),
                         &error) ||
      !cli_argument_actors(cli, actors, &error))
    return cli_fail(error);
  if (!(in_words ? describe(cli, view, actors, &error) : draw(cli, view, actors, format, &error)))
    return cli_fail(error);
  return CLI_ANSWERED;
}

const CliCommand cmd_timeline = {
    .name = "timeline",
    .arguments = "[ACTOR…]",
    .summary = "draw when ties are said to have held and events to have happened",
    .details = "There is a row for each tie of the actors, grouped by actor, with the dates of its claims.\n"
               "There is also a row for each event of theirs that makes no tie.\n"
               "Without ACTOR the rows are the ties among the most central actors.\n"
               "What has no date is listed below the rows.\n",
    .max_arguments = G_MAXUINT,
    .values = "actor",
    .filters = CLI_FILTERS_BUT_BY,
    .reads = TRUE,
    .options = {cli_options_picture, own_options, cli_options_view},
    .run = timeline,
};
