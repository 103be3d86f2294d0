/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A line on standard error for work that takes longer than a second. */
#ifndef RELATA_CLI_PROGRESS_H
#define RELATA_CLI_PROGRESS_H

#include "cli/cli.h"

typedef struct CliProgress CliProgress;
/* After a second, and only on a terminal, shows what is being done on standard error. */
CliProgress *cli_progress_begin(const char *doing);
void cli_progress_end(CliProgress *progress);

#endif
