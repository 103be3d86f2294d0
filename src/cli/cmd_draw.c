/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/cli.h"

#include <string.h>

const CliOption cmd_draw_options[] = {
    {"output", 'o', "FILE", "write to this file, whose ending names the format", "path"},
    {"to", 0, "FORMAT", "svg, png, pdf or dot (default: svg)", "picture-format"},
    {"view", 0, "FILE", "take the diagram's definition from a view file", "path"},
    {"between", 0, "ACTORS", "only the shortest paths between these two actors", "actor"},
    {"paths", 'k', "N", "… the N best instead", ""},
    {"connect", 0, "ACTORS", "only what connects these actors, with the fewest hops", "actor"},
    {"around", 0, "ACTOR", "only the actor's surroundings", "actor"},
    {"hops", 0, "N", "how far the surroundings reach (default 1)", ""},
    {"top", 'n', "N", "only the N most central actors; 0: all (default: 150 where there are more)", ""},
    {"backbone", 0, "[ALPHA]", "only ties that are strong for one of their actors (default: below 0.05)", ""},
    {"groups", 0, NULL, "communities as one node each, with the ties between them counted", ""},
    {"open", 0, "GROUP", "… but these with all actors, by number or by an actor: several with commas",
     "actor"},
    {"cluster", 0, "WHAT", "boxes around actors of a type, a community or a side",
     "none type community side"},
    {"by", 'b', "MEASURE", "the centrality that sizes actors (default: degree)", "measure"},
    {"engine", 0, "NAME", "layout: auto, dot, neato, fdp, sfdp, circo or twopi",
     "auto dot neato fdp sfdp circo twopi"},
    {"parallel", 0, "HOW", "ties between the same two actors: auto, apart or bundle", "auto apart bundle"},
    {"theme", 0, "THEME", "how it looks: print, screen, contrast, or a theme file", "print screen contrast"},
    {"size", 0, "W:H|WxH|PAPER",
     "its proportions, as 16:9, or size in pixels, as 1600x900, or a paper, as a4",
     "a4 a4-portrait a3 a3-portrait a5 a5-portrait letter letter-portrait"},
    {"changes-since", 0, "DATE", "mark what is new, and what ended, by --as-of since the date", ""},
    {"frames", 0, "WHEN", "one picture for each date, in the folder -o: monthly, yearly or DATES",
     "monthly yearly"},
    {"animate", 0, NULL, "the frames as one SVG that steps through them (default: monthly)", ""},
    {"no-labels", 0, NULL, "no names of relations at the lines, only how many ties each bundles", ""},
    {"no-sources", 0, NULL, "no numbered sources below the picture and at the ties", ""},
    {"title", 0, "TEXT", "the title instead of the corpus's", ""},
    {"subtitle", 0, "TEXT", "the line below it instead of the selection in words", ""},
    {"describe", 0, NULL, "print the picture in words instead of drawing it", ""},
    {"timeout", 0, "SECONDS", "how long a layout may take before a cheaper one is tried (default 20)", ""},
    {NULL, 0, NULL, NULL, NULL},
};

/* One picture, whatever it shows. */
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
  g_autofree char *words =
      cli_view_read(cli, view, &error) ? relata_describe(cli->corpus, view, &error) : NULL;
  if (words == NULL || !cli_output(cli, words, strlen(words), &error))
    return cli_fail(error);
  return CLI_ANSWERED;
}

CliExit
cmd_draw(Cli *cli)
{
  if (cli_option_is(cli, "describe"))
    return describe(cli);
  g_autoptr(GError) error = NULL;
  const char *format = cli_output_format(cli, "svg");
  if (!cli_picture_is_for_terminal(cli, format))
    return CLI_USAGE;
  if (!cli_load(cli, NULL, &error))
    return cli_fail(error);
  g_autoptr(RelataView) view = relata_view_new(cli->corpus);
  if (!cli_view_read(cli, view, &error))
    return cli_fail(error);
  const gboolean many = view->frames != NULL && !view->animate;
  if (!many && !cli_check_output(cli, &error))
    return cli_fail(error);
  if (!(many ? cli_write_frames(cli, view, &error) : draw_one(cli, view, format, &error)))
    return cli_fail(error);
  return CLI_ANSWERED;
}
