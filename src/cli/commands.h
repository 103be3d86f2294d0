/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The commands. Each is defined in its own file. */
#ifndef RELATA_CLI_COMMANDS_H
#define RELATA_CLI_COMMANDS_H

#include "cli/cli.h"

extern const CliCommand cmd_actors, cmd_check, cmd_common, cmd_completion, cmd_connect, cmd_draw, cmd_export,
    cmd_help, cmd_map, cmd_match, cmd_new, cmd_page, cmd_path, cmd_rank, cmd_reach, cmd_shell, cmd_show,
    cmd_timeline, cmd_types;

/* All commands in the order of the help, ended by NULL. */
extern const CliCommand *const cli_commands[];

/* Further words that a shell understands: those that end it. Ended by NULL. */
extern const char *const cli_shell_words[];

const CliCommand *cli_command_find(const char *name); /* or NULL */
/* Reports that there is no such command, and names the nearest. `shell` is the shell it was typed into, or
 * NULL. */
CliExit cli_no_command(const char *name, const Cli *shell);

#endif
