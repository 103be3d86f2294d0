/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/cli.h"

const CliOption cmd_export_options[] = {
    {"output", 'o', "FILE", "write to this file, whose ending names the format", "path"},
    {"to", 0, "FORMAT", "dot, graphml, json or csv (default: json)", "output-format"},
    {NULL, 0, NULL, NULL, NULL},
};

CliExit
cmd_export(Cli *cli)
{
  g_autoptr(GError) error = NULL;
  const RelataOutputFormat *format = relata_output_format_find(cli_output_format(cli, "json"), &error);
  if (format == NULL || !cli_check_output(cli, &error) || !cli_load(cli, NULL, &error))
    return cli_fail(error);
  g_autoptr(RelataSelection) selection = NULL;
  g_autoptr(RelataNetwork) network = cli_network(cli, &selection, &error);
  g_autoptr(GString) out = g_string_new(NULL);
  if (network == NULL || !format->write(network, out, &error))
    return cli_fail(error);
  if (cli_output_is_terminal(cli)) { /* which obeys what a file holds */
    g_autofree char *visible = relata_display_lines(out->str);
    g_string_assign(out, visible);
  }
  if (!cli_output(cli, out->str, out->len, &error))
    return cli_fail(error);
  return CLI_ANSWERED;
}
