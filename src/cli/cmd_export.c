/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands.h"

#include "cli/load.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/report.h"

static const CliOption own_options[] = {
    {"output", 'o', "FILE", "write to this file, whose ending names the format", "path"},
    {"to", 0, "FORMAT", "the format: {output-format} (default: json)", "output-format"},
    CLI_NO_OPTION,
};

static CliExit export(Cli *cli)
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
  if (cli_output_is_terminal(cli)) { /* a terminal would obey control characters */
    g_autofree char *visible = relata_display_lines(out->str);
    g_string_assign(out, visible);
  }
  if (!cli_output(cli, out->str, out->len, &error))
    return cli_fail(error);
  return CLI_ANSWERED;
}

const CliCommand cmd_export = {
    .name = "export",
    .arguments = "",
    .summary = "write the network for other programs as {output-format}",
    .filters = CLI_ALL_FILTERS,
    .reads = TRUE,
    .options = {own_options},
    .run = export,
};
