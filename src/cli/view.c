/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a diagram shows and how, from a view file and the options of the commands that draw one. */
#include "cli/cli.h"

#include <string.h>

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

gboolean
cli_view_read(Cli *cli, RelataView *view, GError **error)
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
