/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands.h"
#include "cli/help.h"

#include <string.h>

static CliExit
help(Cli *cli)
{
  const char *name = cli->arguments->len > 0 ? g_ptr_array_index(cli->arguments, 0) : NULL;
  if (name == NULL) {
    cli_append_overview(cli->out);
    return CLI_ANSWERED;
  }
  if (strcmp(name, "formats") == 0) {
    cli_append_formats(cli->out);
    return CLI_ANSWERED;
  }
  const CliCommand *command = cli_command_find(name);
  if (command == NULL)
    return cli_no_command(name, NULL);
  cli_append_help(command, cli->out);
  return CLI_ANSWERED;
}

const CliCommand cmd_help = {
    .name = "help",
    .arguments = "[COMMAND]",
    .summary = "explain a command",
    .max_arguments = 1,
    .values = "command",
    .run = help,
};
