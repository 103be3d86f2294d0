/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/cli.h"

#include <string.h>

const CliOption cmd_timeline_options[] = {
    {"output", 'o', "FILE", "write to this file, whose ending names the format", "path"},
    {"to", 0, "FORMAT", "svg, png, pdf or dot (default: svg)", "picture-format"},
    {"view", 0, "FILE", "take selection, headings, top and size from a view file", "path"},
    {"top", 'n', "N", "without ACTORs: ties among the N most central (default 12; 0: all)", ""},
    {"by", 'b', "MEASURE", "the centrality that says who they are (default: degree)", "measure"},
    {"theme", 0, "THEME", "how it looks: print, screen, contrast, or a theme file", "print screen contrast"},
    {"size", 0, "W:H|WxH|PAPER",
     "its proportions, as 16:9, or size in pixels, as 1600x900, or a paper, as a4",
     "a4 a4-portrait a3 a3-portrait a5 a5-portrait letter letter-portrait"},
    {"no-sources", 0, NULL, "no numbered sources below the picture and at the rows", ""},
    {"title", 0, "TEXT", "the title instead of the corpus's or the actors' names", ""},
    {"subtitle", 0, "TEXT", "the line below it instead of the selection in words", ""},
    {"describe", 0, NULL, "print the time line in words instead of drawing it", ""},
    {NULL, 0, NULL, NULL, NULL},
};

static gboolean
resolve_actors(Cli *cli, GArray *actors, GError **error)
{
  for (guint i = 0; i < cli->arguments->len; i++) {
    const guint actor = relata_corpus_resolve_actor(cli->corpus, g_ptr_array_index(cli->arguments, i), error);
    if (actor == RELATA_NONE)
      return FALSE;
    g_array_append_val(actors, actor);
  }
  return TRUE;
}

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

CliExit
cmd_timeline(Cli *cli)
{
  g_autoptr(GError) error = NULL;
  const gboolean in_words = cli_option_is(cli, "describe");
  const char *format = cli_output_format(cli, "svg");
  if (in_words && !cli_check_words(cli, &error))
    return cli_fail(error);
  if (!in_words && !cli_picture_is_for_terminal(cli, format))
    return CLI_USAGE;
  if (!cli_check_output(cli, &error) || !cli_load(cli, NULL, &error))
    return cli_fail(error);
  g_autoptr(RelataView) view = relata_view_new(cli->corpus);
  g_autoptr(GArray) actors = g_array_new(FALSE, FALSE, sizeof(guint));
  if (!cli_view_load(cli, view, &error) || !cli_view_options(cli, view, &error) ||
      !resolve_actors(cli, actors, &error))
    return cli_fail(error);
  if (!(in_words ? describe(cli, view, actors, &error) : draw(cli, view, actors, format, &error)))
    return cli_fail(error);
  return CLI_ANSWERED;
}
