/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A progress line on standard error for work that takes longer than a second. */
#ifndef RELATA_CLI_PROGRESS_H
#define RELATA_CLI_PROGRESS_H

#include "cli/cli.h"

typedef struct CliProgress CliProgress;
/* Starts showing what is being done, after a second and only if standard error is a terminal. Returns NULL
 * where it is not; cli_progress_end() accepts that. */
CliProgress *cli_progress_begin(const char *doing);
void cli_progress_end(CliProgress *progress);

#endif
