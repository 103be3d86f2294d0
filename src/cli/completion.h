/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Completion scripts for the shells. */
#ifndef RELATA_CLI_COMPLETION_H
#define RELATA_CLI_COMPLETION_H

#include "cli/cli.h"

typedef struct {
  const char *name;
  void (*append)(GString *out); /* appends the script */
} CliCompletionScript;

/* The last row has no name. */
extern const CliCompletionScript cli_completion_scripts[];

#endif
