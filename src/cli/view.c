/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a picture shows and how, from a view file and from the options of the commands that draw. */
#include "cli/picture.h"

#include "cli/options.h"
#include "cli/report.h"
#include "cli/style.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

const CliOption cli_options_view[] = {
    {"view", 0, "FILE", "take the definition from this view file; other options override it", "path"},
    {"by", 'b', "MEASURE", "the measure that orders and sizes the actors (default: degree)", "measure"},
    CLI_THEME_OPTION,
    {"size", 0, "SIZE", "proportions as 16:9, pixels as 1600x900, or a paper as a4 or a4-portrait", "paper"},
    {"no-sources", 0, NULL, "leave out the numbered sources below the picture and their numbers in it", ""},
    {"title", 0, "TEXT", "the title of the picture", ""},
    {"subtitle", 0, "TEXT", "the line below the title (default: the selection in words)", ""},
    CLI_NO_OPTION,
};

const CliOption cli_options_diagram[] = {
    {"around", 0, "ACTOR", "draw only the surroundings of this actor", "actor"},
    {"hops", 0, "N", "with --around: how many hops the surroundings reach (default 1)", ""},
    {"top", 'n', "N", "draw only the N most central actors; 0: all (default: 150 where there are more)", ""},
    {"backbone", 0, "[ALPHA]", "draw only ties that are strong for one of their actors (default 0.05)", ""},
    {"cluster", 0, "WHAT", "what boxes are drawn around: {cluster}", "cluster"},
    {"engine", 0, "NAME", "the layout engine: {engine}", "engine"},
    {"parallel", 0, "HOW", "how ties between the same two actors are drawn: {parallel}", "parallel"},
    {"no-labels", 0, NULL, "leave out the names of relations; lines that bundle ties keep their number", ""},
    {"timeout", 0, "SECONDS", "how long a layout may take before a cheaper one is tried (default 20)", ""},
    CLI_NO_OPTION,
};

/* ── Every picture ───────────────────────────────────────────────────────────────────────── */

static void
show_diagnostics(const RelataDiagnostics *found)
{
  g_autoptr(GString) report = g_string_new(NULL);
  cli_report(found, RELATA_NOTE, RELATA_LOSS, G_MAXUINT, CLI_MOST_OF_KIND, cli_wants_color(STDERR_FILENO),
             report);
  fputs(report->str, stderr);
}

gboolean
cli_take_theme(Cli *cli, RelataTheme **theme, GError **error)
{
  *theme = NULL;
  if (!cli_option_is(cli, "theme"))
    return TRUE;
  g_autoptr(RelataDiagnostics) found = relata_diagnostics_new(0);
  *theme = relata_theme_load(cli_option(cli, "theme"), found, error);
  show_diagnostics(found);
  return *theme != NULL;
}

static gboolean
load_file(Cli *cli, RelataView *view, GError **error)
{
  if (!cli_option_is(cli, "view"))
    return TRUE;
  g_autoptr(RelataDiagnostics) found = relata_diagnostics_new(0);
  const gboolean ok = relata_view_load(view, cli_option(cli, "view"), found, error);
  show_diagnostics(found);
  return ok;
}

static void
take_word(const Cli *cli, const char *option, char **field)
{
  if (cli_option_is(cli, option)) {
    g_free(*field);
    *field = g_strdup(cli_option(cli, option));
  }
}

static gboolean
set_theme(Cli *cli, RelataView *view, GError **error)
{
  RelataTheme *theme = NULL;
  if (!cli_take_theme(cli, &theme, error))
    return FALSE;
  if (theme != NULL) {
    relata_theme_free(view->theme);
    view->theme = theme;
  }
  return TRUE;
}

static gboolean
set_size(const Cli *cli, RelataView *view, GError **error)
{
  if (!cli_option_is(cli, "size") || relata_sheet_size_parse(cli_option(cli, "size"), &view->sheet, error))
    return TRUE;
  g_prefix_error(error, "--size: ");
  return FALSE;
}

static gboolean
take_options(Cli *cli, RelataView *view, GError **error)
{
  take_word(cli, "by", &view->size);
  take_word(cli, "title", &view->title);
  take_word(cli, "subtitle", &view->subtitle);
  if (cli_option_is(cli, "no-sources"))
    view->sources = FALSE;
  return set_theme(cli, view, error) && set_size(cli, view, error) &&
         cli_option_number(cli, "top", 0, G_MAXUINT - 1, view->top, &view->top, error) &&
         cli_options_filter(cli, view->selection, error);
}

/* ── Diagrams ────────────────────────────────────────────────────────────────────────────── */

/* Replaces the view's names by those that the option gives. The library resolves them. */
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

/* Each of --between, --connect and --around names the part to draw. At most one is allowed, and it replaces
 * the view's. */
static gboolean
set_part(const Cli *cli, RelataView *view, GError **error)
{
  static const CliClash clashes[] = {{"between", "connect", "each names the part that is drawn"},
                                     {"between", "around", "each names the part that is drawn"},
                                     {"connect", "around", "each names the part that is drawn"},
                                     {NULL, NULL, NULL}};
  if (!cli_options_check(cli, clashes, error))
    return FALSE;
  if (!cli_option_is(cli, "between") && !cli_option_is(cli, "connect") && !cli_option_is(cli, "around"))
    return TRUE;
  g_clear_pointer(&view->between, g_strfreev);
  g_clear_pointer(&view->connect, g_strfreev);
  g_clear_pointer(&view->around, g_free);
  take_list(cli, "between", &view->between);
  take_list(cli, "connect", &view->connect);
  take_word(cli, "around", &view->around);
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
set_words(const Cli *cli, RelataView *view, GError **error)
{
  guint parallel = view->parallel, cluster = view->cluster;
  if (!cli_option_word(cli, "parallel", relata_parallel_words, &parallel, error) ||
      !cli_option_word(cli, "cluster", relata_cluster_words, &cluster, error))
    return FALSE;
  view->parallel = (RelataParallel)parallel;
  view->cluster = (RelataCluster)cluster;
  return TRUE;
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

gboolean
cli_view_read(Cli *cli, RelataView *view, GError **error)
{
  return load_file(cli, view, error) && take_options(cli, view, error);
}

gboolean
cli_view_read_diagram(Cli *cli, RelataView *view, GError **error)
{
  if (!cli_view_read(cli, view, error))
    return FALSE;
  take_word(cli, "engine", &view->engine);
  take_word(cli, "changes-since", &view->changes_since);
  take_word(cli, "frames", &view->frames);
  view->animate = view->animate || cli_option_is(cli, "animate");
  if (cli_option_is(cli, "no-labels"))
    view->labels = FALSE;
  if (cli_option_is(cli, "groups"))
    view->groups = TRUE;
  if (cli_option_is(cli, "open")) {
    g_ptr_array_unref(view->open);
    view->open = cli_option_list(cli, "open");
  }
  return set_part(cli, view, error) && set_words(cli, view, error) && set_backbone(cli, view, error) &&
         cli_option_number(cli, "paths", 1, 1000, view->paths, &view->paths, error) &&
         cli_option_number(cli, "hops", 1, 1000, view->hops, &view->hops, error) &&
         cli_option_number(cli, "timeout", 1, 86400, view->timeout, &view->timeout, error);
}
