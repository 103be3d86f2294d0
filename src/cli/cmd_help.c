/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands.h"
#include "cli/help.h"
#include "cli/kinds.h"
#include "cli/report.h"
#include "cli/topics.h"

#include <string.h>

/* Reports that nothing of that name is explained, and names the nearest. */
static CliExit
unknown(const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) words = cli_kind_words(cli_kind_find("subject"), NULL);
  relata_unknown(&error, RELATA_ERROR_VALUE, "command or topic", name, (const char *const *)words->pdata,
                 words->len);
  return cli_fail(error);
}

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
  const CliTopic *topic = cli_topic_find(name);
  if (command == NULL && topic == NULL)
    return unknown(name);
  if (command != NULL)
    cli_append_help(command, cli->out);
  else
    cli_append_topic(topic, cli->out);
  return CLI_ANSWERED;
}

const CliCommand cmd_help = {
    .name = "help",
    .arguments = "[COMMAND|TOPIC]",
    .summary = "explain a command or a topic",
    .max_arguments = 1,
    .values = "subject",
    .run = help,
};
