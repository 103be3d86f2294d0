/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The options of a command line: parsed, and read one by one. */
#ifndef RELATA_CLI_OPTIONS_H
#define RELATA_CLI_OPTIONS_H

#include "cli/cli.h"

/* Tables that several commands share. */
extern const CliOption cli_options_json[]; /* --json */
extern const CliOption cli_options_form[]; /* --markdown and --json */

/* Two options that cannot be given together. */
typedef struct {
  const char *one, *other, *why;
} CliClash;

typedef void (*CliOptionVisitor)(const CliOption *option, gpointer data);
/* Every option that a command takes: its own, the filters, the reading ones, --help. */
void cli_options_visit(const CliCommand *command, CliOptionVisitor visit, gpointer data);
gboolean cli_options_parse(Cli *cli, int argc, char **argv, GError **error);
/* An error where the command was not given just so many arguments. */
gboolean cli_arguments_check(const Cli *cli, guint wanted, GError **error);
/* An error where two options clash. The table ends with a row without names. */
gboolean cli_options_check(const Cli *cli, const CliClash *clashes, GError **error);
/* … where an answer is asked for in two forms. */
gboolean cli_form_check(const Cli *cli, GError **error);

gboolean cli_option_is(const Cli *cli, const char *name);
const char *cli_option(const Cli *cli, const char *name); /* the last value given, or NULL */
/* All values given for an option, of char *; NULL where it is no option of the command. Borrowed. */
const GPtrArray *cli_option_values(const Cli *cli, const char *name);
/* A whole number from `least` to `most`; `otherwise` when the option is not given. */
gboolean cli_option_number(const Cli *cli, const char *name, guint least, guint most, guint otherwise,
                           guint *number, GError **error);
/* Which of the words, ended by NULL, the option names; where it is not given *index stays. */
gboolean cli_option_word(const Cli *cli, const char *name, const char *const *words, guint *index,
                         GError **error);
/* All values given for a repeatable list option, split at commas. Newly allocated strings. */
GPtrArray *cli_option_list(const Cli *cli, const char *name);
/* The same as actors of the loaded corpus, appended to `actors`. */
gboolean cli_option_actors(const Cli *cli, const char *name, GArray *actors, GError **error);
/* The actors of the loaded corpus that the command's arguments name, appended to `actors`. */
gboolean cli_argument_actors(const Cli *cli, GArray *actors, GError **error);
/* Sets the selection's filters from the options. */
gboolean cli_options_select(const Cli *cli, RelataSelection *selection, GError **error);

#endif
