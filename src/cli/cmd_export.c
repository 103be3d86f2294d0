/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands.h"

#include "cli/file.h"
#include "cli/load.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/report.h"

static const CliOption own_options[] = {
    {"output", 'o', "FILE", "write to this file, whose ending names the format", "path"},
    {"to", 0, "FORMAT", "the format: {output-format} (default: json)", "output-format"},
    CLI_NO_OPTION,
};

/* To standard output. */
static gboolean
pass_to_output(RelataSink *sink, GError **error)
{
  Cli *cli = sink->data;
  g_string_append_len(cli->out, sink->text->str, (gssize)sink->text->len);
  g_string_truncate(sink->text, 0);
  if (!cli_flush(cli)) /* which is reported once, at the end */
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_FAILED, "standard output cannot be written");
  return cli->unwritten == 0;
}

static gboolean
pass_to_file(RelataSink *sink, GError **error)
{
  const gboolean ok = cli_file_append(sink->data, sink->text->str, sink->text->len, error);
  g_string_truncate(sink->text, 0);
  return ok;
}

static gboolean
export_to_file(const RelataOutputFormat *format, const Cli *cli, const RelataNetwork *network,
               const char *path, GError **error)
{
  CliFile file;
  if (!cli_file_open(&file, cli, path, error))
    return FALSE;
  g_autoptr(GString) text = g_string_new(NULL);
  RelataSink sink = {text, pass_to_file, &file};
  const gboolean written = format->write(network, &sink, error) && pass_to_file(&sink, error);
  return cli_file_close(&file, written, error) && written;
}

static gboolean
export_to_output(Cli *cli, const RelataOutputFormat *format, const RelataNetwork *network, GError **error)
{
  const gboolean seen = cli_output_is_terminal(cli);
  g_autoptr(GString) text = g_string_new(NULL);
  RelataSink sink = {text, seen ? NULL : pass_to_output, cli};
  if (!format->write(network, &sink, error))
    return cli->unwritten != 0; /* as for a reader that has stopped */
  g_autofree char *visible =
      seen ? relata_display_lines(text->str) : NULL; /* a terminal obeys control characters */
  g_string_append(cli->out, seen ? visible : text->str);
  return TRUE;
}

static CliExit export(Cli *cli)
{
  g_autoptr(GError) error = NULL;
  const RelataOutputFormat *format = relata_output_format_find(cli_output_format(cli, "json"), &error);
  if (format == NULL || !cli_check_output(cli, &error) || !cli_load(cli, NULL, &error))
    return cli_fail(error);
  g_autoptr(RelataSelection) selection = NULL;
  g_autoptr(RelataNetwork) network =
      (format->has_claims ? cli_network_with_reports : cli_network)(cli, &selection, &error);
  const char *path = cli_output_path(cli);
  if (network == NULL || !(path != NULL ? export_to_file(format, cli, network, path, &error)
                                        : export_to_output(cli, format, network, &error)))
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
