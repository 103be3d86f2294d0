/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of commands. A new command needs a file cmd_NAME.c, its declaration in commands.h, and a row
 * here. */
#include "cli/commands.h"

#include "cli/report.h"

#include <string.h>

/* clang-format off */
const CliCommand *const cli_commands[] = {
    &cmd_new,
    &cmd_check,
    &cmd_actors,
    &cmd_types,
    &cmd_map,
    &cmd_show,
    &cmd_rank,
    &cmd_path,
    &cmd_connect,
    &cmd_reach,
    &cmd_match,
    &cmd_common,
    &cmd_draw,
    &cmd_page,
    &cmd_timeline,
    &cmd_export,
    &cmd_shell,
    &cmd_completion,
    &cmd_help,
    NULL,
};
/* clang-format on */

const char *const cli_shell_words[] = {"exit", "quit", NULL};

const CliCommand *
cli_command_find(const char *name)
{
  for (const CliCommand *const *command = cli_commands; *command != NULL; command++)
    if (strcmp((*command)->name, name) == 0)
      return *command;
  return NULL;
}

CliExit
cli_no_command(const char *name, const Cli *shell)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (const CliCommand *const *command = cli_commands; *command != NULL; command++)
    g_ptr_array_add(names, (gpointer)(*command)->name);
  for (const char *const *word = cli_shell_words; shell != NULL && *word != NULL; word++)
    g_ptr_array_add(names, (gpointer)*word);
  relata_unknown(&error, RELATA_ERROR_VALUE, "command", name, (const char *const *)names->pdata, names->len);
  return cli_fail(error);
}
