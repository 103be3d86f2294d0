/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From the words of a command line to its answer. */
#ifndef RELATA_CLI_RUN_H
#define RELATA_CLI_RUN_H

#include "cli/cli.h"

/* Answers one command line, where argv[0] is the command: writes the answer and returns the exit code.
 * Reorders the pointers in argv; the words are borrowed. `shell` is the shell it was typed into, or NULL. */
CliExit cli_run(int argc, char **argv, const Cli *shell);

#endif
