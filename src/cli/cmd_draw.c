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
    {"between", 0, "ACTORS", "draw only the shortest paths between these two actors", "actor"},
    {"paths", 'k', "N", "with --between: draw the N best paths instead", ""},
    {"connect", 0, "ACTORS", "draw only what connects these actors with the fewest hops", "actor"},
    {"groups", 0, NULL, "draw each community as one node, and count the ties between communities", ""},
    {"open", 0, "GROUPS", "with --groups: draw all actors of these, named by number or by an actor", "actor"},
    {"changes-since", 0, "DATE", "mark what has begun, ended and happened between this date and --as-of", ""},
    {"frames", 0, "WHEN",
     "draw a picture for each date into the folder of --output: {period}, or given dates", "period"},
    {"animate", 0, NULL, "draw the frames as one SVG that steps through them (default: monthly)", ""},
    CLI_NO_OPTION,
};

static gboolean
read_view(Cli *cli, RelataView *view, GError **error)
{
  return cli_view_read_diagram(cli, view, error) &&
         cli_reading_check(cli, view->selection, view->frames != NULL || view->animate, error);
}

/* Draws a single picture, which may be an animation. */
static gboolean
draw_one(Cli *cli, const RelataView *view, const char *format, GError **error)
{
  CliProgress *progress = cli_progress_begin("drawing");
  g_autoptr(RelataPicture) picture = view->animate ? cli_draw_animation(cli, view, format, error)
                                                   : relata_draw(cli->corpus, view, format, error);
  cli_progress_end(progress);
  return picture != NULL && cli_output_picture(cli, picture, error);
}

static CliExit
describe(Cli *cli)
{
  g_autoptr(GError) error = NULL;
  if (!cli_check_words(cli, &error))
    return cli_fail(error);
  if (!cli_load(cli, NULL, &error))
    return cli_fail(error);
  g_autoptr(RelataView) view = relata_view_new(cli->corpus);
  g_autofree char *words = read_view(cli, view, &error) ? relata_describe(cli->corpus, view, &error) : NULL;
  if (words == NULL || !cli_output(cli, words, strlen(words), &error))
    return cli_fail(error);
  return CLI_ANSWERED;
}

static CliExit
draw(Cli *cli)
{
  if (cli_option_is(cli, "describe"))
    return describe(cli);
  g_autoptr(GError) error = NULL;
  const char *format = cli_picture_format(cli);
  if (!cli_picture_is_for_terminal(cli, format))
    return CLI_USAGE;
  if (!cli_load(cli, NULL, &error))
    return cli_fail(error);
  g_autoptr(RelataView) view = relata_view_new(cli->corpus);
  if (!read_view(cli, view, &error))
    return cli_fail(error);
  const gboolean many = view->frames != NULL && !view->animate;
  if (!many && !cli_check_output(cli, &error))
    return cli_fail(error);
  if (!(many ? cli_write_frames(cli, view, &error) : draw_one(cli, view, format, &error)))
    return cli_fail(error);
  return CLI_ANSWERED;
}

const CliCommand cmd_draw = {
    .name = "draw",
    .arguments = "",
    .summary = "draw a diagram as {picture-format}",
    .filters = CLI_FILTERS_BUT_BY,
    .reads = TRUE,
    .options = {cli_options_picture, own_options, cli_options_diagram, cli_options_view},
    .run = draw,
};
