/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/cli.h"

#include <string.h>

const CliOption cmd_export_options[] = {
  {"output", 'o', "FILE", "write to this file, whose ending names the format", "path"},
  {"to", 0, "FORMAT", "dot, graphml, json or csv (default: json)", "output-format"},
  {NULL, 0, NULL, NULL, NULL},
};

/* DOT is a drawing's business: the same graph, with its styles. */
static gboolean
export_dot(Cli *cli, GError **error)
{
  g_autoptr(RelataView) view = relata_view_new(cli->corpus);
  if (!cli_options_select(cli, view->selection, error))
    return FALSE;
  g_autoptr(RelataPicture) picture = relata_draw(cli->corpus, view, "dot", error);
  if (picture == NULL)
    return FALSE;
  for (char **remark = picture->remarks; *remark != NULL; remark++)
    cli_complain("%s", *remark);
  gsize n;
  const void *bytes = g_bytes_get_data(picture->bytes, &n);
  return cli_output(cli, bytes, n, error);
}

CliExit
cmd_export(Cli *cli)
{
  g_autoptr(GError) error = NULL;
  const char *name = cli_output_format(cli, "json");
  const gboolean is_dot = strcmp(name, "dot") == 0 || strcmp(name, "gv") == 0;
  const RelataOutputFormat *format = is_dot ? NULL : relata_output_format_find(name, &error);
  if (error != NULL) {
    cli_complain("%s; dot is one too", error->message);
    return CLI_USAGE;
  }
  if (!cli_load(cli, NULL, &error))
    return cli_fail(error);
  gboolean ok;
  if (is_dot) {
    ok = export_dot(cli, &error);
  } else {
    g_autoptr(RelataSelection) selection = NULL;
    g_autoptr(RelataNetwork) network = cli_network(cli, &selection, &error);
    g_autoptr(GString) out = g_string_new(NULL);
    ok = network != NULL && format->write(network, out, &error) && cli_output(cli, out->str, out->len, &error);
  }
  return ok ? CLI_ANSWERED : cli_fail(error);
}
