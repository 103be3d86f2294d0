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
    {"size", 0, "W:H|WxH", "the picture's proportions, as 16:9, or its size in pixels, as 1600x900", ""},
    {"changes-since", 0, "DATE", "mark what is new, and what ended, by --as-of since the date", ""},
    {"frames", 0, "WHEN", "one picture for each date, in the folder -o: monthly, yearly or DATES",
     "monthly yearly"},
    {"animate", 0, NULL, "the frames as one SVG that steps through them (default: monthly)", ""},
    {"no-labels", 0, NULL, "no names of relations at the lines", ""},
    {"no-sources", 0, NULL, "no numbered sources below the picture and at the ties", ""},
    {"title", 0, "TEXT", "the title instead of the corpus's", ""},
    {"subtitle", 0, "TEXT", "the line below it instead of the selection in words", ""},
    {"describe", 0, NULL, "print the picture in words instead of drawing it", ""},
    {"timeout", 0, "SECONDS", "how long a layout may take before a cheaper one is tried (default 20)", ""},
    {NULL, 0, NULL, NULL, NULL},
};

static gboolean
set_parallel(RelataView *view, const char *how, GError **error)
{
  static const struct {
    const char *name;
    RelataParallel parallel;
  } ways[] = {
      {"auto", RELATA_PARALLEL_AUTO}, {"apart", RELATA_PARALLEL_APART}, {"bundle", RELATA_PARALLEL_BUNDLE}};
  if (how == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS(ways); i++)
    if (strcmp(ways[i].name, how) == 0) {
      view->parallel = ways[i].parallel;
      return TRUE;
    }
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE, "--parallel: expected auto, apart or bundle, not '%s'",
              how);
  return FALSE;
}

/* The names that the option gives, which the library resolves; clears what the view has. */
static void
take_list(const Cli *cli, const char *option, char ***field)
{
  if (!cli_option_is(cli, option))
    return;
  g_autoptr(GPtrArray) names = cli_option_list(cli, option);
  g_strfreev(*field);
  *field = g_new0(char *, names->len + 1);
  for (guint i = 0; i < names->len; i++)
    (*field)[i] = g_strdup(g_ptr_array_index(names, i));
}

/* --between, --connect and --around each name a part: one at most, and it takes the place of the view's. */
static gboolean
set_part(const Cli *cli, RelataView *view, GError **error)
{
  static const char *const parts[] = {"between", "connect", "around"};
  const char *first = NULL;
  for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
    if (!cli_option_is(cli, parts[i]))
      continue;
    if (first != NULL) {
      g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
                  "--%s and --%s cannot be combined: each names the part that is drawn", first, parts[i]);
      return FALSE;
    }
    first = parts[i];
  }
  if (first == NULL)
    return TRUE;
  g_clear_pointer(&view->between, g_strfreev);
  g_clear_pointer(&view->connect, g_strfreev);
  g_clear_pointer(&view->around, g_free);
  take_list(cli, "between", &view->between);
  take_list(cli, "connect", &view->connect);
  cli_view_take(cli, "around", &view->around);
  if (view->between != NULL && g_strv_length(view->between) != 2) {
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_VALUE, "--between: expected two actors, A,B");
    return FALSE;
  }
  if (view->connect != NULL && g_strv_length(view->connect) < 2) {
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_VALUE,
                        "--connect: expected two actors or more, A,B,C");
    return FALSE;
  }
  return TRUE;
}

static gboolean
set_cluster(RelataView *view, const char *what, GError **error)
{
  guint i = 0;
  if (what == NULL)
    return TRUE;
  while (relata_cluster_words[i] != NULL && strcmp(relata_cluster_words[i], what) != 0)
    i++;
  view->cluster = (RelataCluster)i;
  if (relata_cluster_words[i] != NULL)
    return TRUE;
  const char *nearest = relata_name_suggest(what, relata_cluster_words, i);
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
              "--cluster: expected type, community, side or none, not '%s'%s%s%s", what,
              nearest != NULL ? "; did you mean '" : "", nearest != NULL ? nearest : "",
              nearest != NULL ? "'?" : "");
  return FALSE;
}

static gboolean
set_backbone(const Cli *cli, RelataView *view, GError **error)
{
  const char *value = cli_option(cli, "backbone");
  char *end;
  if (value == NULL)
    return TRUE;
  view->backbone = *value == '\0' ? RELATA_BACKBONE_LEVEL : g_ascii_strtod(value, &end);
  if (*value == '\0' || (*end == '\0' && view->backbone > 0 && view->backbone <= 1))
    return TRUE;
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
              "--backbone: expected a level above 0 and at most 1, as in --backbone 0.05, not '%s'", value);
  return FALSE;
}

/* The view file first, the options over it. */
static gboolean
set_view(Cli *cli, RelataView *view, GError **error)
{
  if (!cli_view_load(cli, view, error) || !cli_view_options(cli, view, error))
    return FALSE;
  cli_view_take(cli, "engine", &view->engine);
  cli_view_take(cli, "changes-since", &view->changes_since);
  cli_view_take(cli, "frames", &view->frames);
  view->animate = view->animate || cli_option_is(cli, "animate");
  if (cli_option_is(cli, "no-labels"))
    view->labels = FALSE;
  if (cli_option_is(cli, "groups"))
    view->groups = TRUE;
  if (cli_option_is(cli, "open")) {
    g_ptr_array_unref(view->open);
    view->open = cli_option_list(cli, "open");
  }
  return set_part(cli, view, error) && set_parallel(view, cli_option(cli, "parallel"), error) &&
         set_cluster(view, cli_option(cli, "cluster"), error) && set_backbone(cli, view, error) &&
         cli_option_number(cli, "paths", 1, 1000, view->paths, &view->paths, error) &&
         cli_option_number(cli, "hops", 1, 1000, view->hops, &view->hops, error) &&
         cli_option_number(cli, "timeout", 1, 86400, view->timeout, &view->timeout, error);
}

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

/* Words in a file that is called a picture would be found out late. */
static gboolean
check_words(const Cli *cli, GError **error)
{
  const char *format = cli_output_format(cli, "");
  if (cli_option_is(cli, "to"))
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE, "--to %s: --describe prints words, not a picture",
                format);
  else if (relata_picture_format_find(format, NULL) != NULL)
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
                "--output %s: --describe prints words, not a picture; a name such as words.txt would say so",
                cli_option(cli, "output"));
  else
    return TRUE;
  return FALSE;
}

static CliExit
describe(Cli *cli)
{
  g_autoptr(GError) error = NULL;
  if (!check_words(cli, &error))
    return cli_fail(error);
  if (!cli_load(cli, NULL, &error))
    return cli_fail(error);
  g_autoptr(RelataView) view = relata_view_new(cli->corpus);
  g_autofree char *words = set_view(cli, view, &error) ? relata_describe(cli->corpus, view, &error) : NULL;
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
  if (!set_view(cli, view, &error))
    return cli_fail(error);
  const gboolean many = view->frames != NULL && !view->animate;
  if (!many && !cli_check_output(cli, &error))
    return cli_fail(error);
  if (!(many ? cli_write_frames(cli, view, &error) : draw_one(cli, view, format, &error)))
    return cli_fail(error);
  return CLI_ANSWERED;
}
