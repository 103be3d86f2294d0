/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where an answer goes. */
#ifndef RELATA_CLI_OUTPUT_H
#define RELATA_CLI_OUTPUT_H

#include "cli/cli.h"

/* Writes what there is of the answer to standard output. FALSE where that takes no more, now or before. */
gboolean cli_flush(Cli *cli);
/* … and the rest of it. Returns the code, or complains and returns CLI_FAILED where something could not be
 * written (a reader that has seen enough, as head, does not count). */
CliExit cli_finish(Cli *cli, CliExit code);
/* The format asked for: --to, else the ending of --output, else `otherwise`. */
const char *cli_output_format(const Cli *cli, const char *otherwise);
/* Writes a string of bytes to a file atomically: it is whole or untouched. */
gboolean cli_write_file(const char *path, const void *bytes, gsize n, GError **error);
/* Whether --output can be a file and does not contradict --to: before the work for it is done. */
gboolean cli_check_output(const Cli *cli, GError **error);
/* Hands over an answer: to --output, atomically (the file is whole or untouched), else, or where that is "-",
 * to standard output. */
gboolean cli_output(Cli *cli, const void *bytes, gsize n, GError **error);
/* Whether the answer goes to standard output and that is a terminal. */
gboolean cli_output_is_terminal(const Cli *cli);

#endif
