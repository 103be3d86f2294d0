/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What goes to standard error: complaints, and diagnostics with the lines they are about. */
#ifndef RELATA_CLI_REPORT_H
#define RELATA_CLI_REPORT_H

#include "cli/cli.h"

/* Appends the diagnostics with their lines and carets. Only those of at least `least`. */
void cli_report(const RelataDiagnostics *diagnostics, RelataSeverity least, guint most, gboolean colored,
                GString *out);
/* On standard error: "relata: …" */
void cli_complain(const char *format, ...) G_GNUC_PRINTF(1, 2);
/* From now on complaints are of this line of a script: "relata: line 3: …". 0: of none. */
void cli_complain_of_line(guint line);
/* A message of the library in words of the command line: fields (text/error.h), `as-of`, are options,
 * --as-of. Newly allocated. */
char *cli_spell_options(const char *message);
/* Complains about the error and gives the exit code for it. */
CliExit cli_fail(const GError *error);

#endif
