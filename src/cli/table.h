/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tables in an answer. */
#ifndef RELATA_CLI_TABLE_H
#define RELATA_CLI_TABLE_H

#include "cli/style.h"

typedef struct CliTable CliTable;
/* Makes a table. `titles` ends with NULL; a column whose title begins with '>' is aligned right. */
CliTable *cli_table_new(const char *const *titles);
void cli_table_cell(CliTable *table, const char *text); /* made safe to show */
void cli_table_cell_number(CliTable *table, double number, guint decimals);
/* Appends the table and frees it. Columns are aligned by display width; in Markdown it is a Markdown
 * table. */
void cli_table_end(CliTable *table, CliMarkup markup, GString *out);

#endif
