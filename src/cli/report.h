/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is written to standard error: complaints, and diagnostics with the lines they refer to. */
#ifndef RELATA_CLI_REPORT_H
#define RELATA_CLI_REPORT_H

#include "cli/cli.h"

/* Most diagnostics of one kind that are shown where not all are asked for. */
#define CLI_MOST_OF_KIND 10

/* Appends the diagnostics of the severities from `least` to `greatest`, at most `most` of them and
 * `most_of_kind` of one severity and code, with their lines and carets; then how many more of each kind there
 * are. */
void cli_report(const RelataDiagnostics *diagnostics, RelataSeverity least, RelataSeverity greatest,
                guint most, guint most_of_kind, gboolean colored, GString *out);
/* Prints a message to standard error: "relata: …". */
void cli_complain(const char *format, ...) G_GNUC_PRINTF(1, 2);
/* Makes the complaints that follow refer to this line of a script: "relata: line 3: …". 0: to no line. */
void cli_complain_of_line(guint line);
/* Returns a message of the library with its fields (text/error.h) spelt as options: `as-of` becomes --as-of.
 * Free with g_free(). */
char *cli_spell_options(const char *message);
/* Does the same for a list that ends with NULL; NULL for NULL. Free with g_strfreev(). */
char **cli_spell_all(char *const *messages);
/* Reports the error and returns its exit code. */
CliExit cli_fail(const GError *error);

#endif
