/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Writing an answer to standard output or to a file. */
#ifndef RELATA_CLI_OUTPUT_H
#define RELATA_CLI_OUTPUT_H

#include "cli/cli.h"

/* Writes the answer so far to standard output. Returns FALSE where a write fails, or has failed before. */
gboolean cli_flush(Cli *cli);
/* Writes the rest of the answer. Returns `code`, or CLI_INCOMPLETE in the place of an answer or a no that is
 * withheld; reports an error and returns CLI_FAILED where a write failed. A reader that stopped reading, such
 * as head, is not an error. */
CliExit cli_finish(Cli *cli, CliExit code);
/* Returns the format asked for: --to, otherwise the extension of --output, otherwise `otherwise`. */
const char *cli_output_format(const Cli *cli, const char *otherwise);
/* Checks, before the answer is computed, that --output can be a file and does not contradict --to. */
gboolean cli_check_output(const Cli *cli, GError **error);
/* Writes an answer to the file --output atomically (on failure the file is unchanged). Without --output, or
 * where it is "-", the answer goes to standard output. */
gboolean cli_output(Cli *cli, const void *bytes, gsize n, GError **error);
/* Returns the output file, or NULL for standard output. */
const char *cli_output_path(const Cli *cli);
/* Whether the answer goes to standard output and standard output is a terminal. */
gboolean cli_output_is_terminal(const Cli *cli);

#endif
