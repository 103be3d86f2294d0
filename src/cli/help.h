/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What --help prints. */
#ifndef RELATA_CLI_HELP_H
#define RELATA_CLI_HELP_H

#include "cli/cli.h"

void cli_append_help(const CliCommand *command, GString *out);
void cli_append_overview(GString *out);
/* Appends the three tables of formats: read, written and drawn. */
void cli_append_formats(GString *out);

#endif
