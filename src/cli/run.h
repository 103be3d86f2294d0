/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From the words of a command line to its answer. */
#ifndef RELATA_CLI_RUN_H
#define RELATA_CLI_RUN_H

#include "cli/cli.h"

/* Answers one command line, argv[0] being the command: writes the answer out and gives the exit code. The
 * pointers in argv are shifted about, the words only borrowed. shell: whose line it is, or NULL. */
CliExit cli_run(int argc, char **argv, const Cli *shell);

#endif
