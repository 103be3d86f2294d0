/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The options of a command line: parsing them and reading their values. */
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
/* Visits every option that a command takes: its own, the filters, the reading options and --help. */
void cli_options_visit(const CliCommand *command, CliOptionVisitor visit, gpointer data);
gboolean cli_options_parse(Cli *cli, int argc, char **argv, GError **error);
/* Sets an error where the number of arguments is not `wanted`. */
gboolean cli_arguments_check(const Cli *cli, guint wanted, GError **error);
/* Sets an error where two options that clash are given. The last row of the table has no names. */
gboolean cli_options_check(const Cli *cli, const CliClash *clashes, GError **error);
/* Sets an error where an answer is asked for in two forms. */
gboolean cli_form_check(const Cli *cli, GError **error);

gboolean cli_option_is(const Cli *cli, const char *name);
const char *cli_option(const Cli *cli, const char *name); /* the last value given, or NULL */
/* Returns all values given for an option, of char *; NULL where the command has no such option. Borrowed. */
const GPtrArray *cli_option_values(const Cli *cli, const char *name);
/* Reads a whole number from `least` to `most`; sets `otherwise` where the option is not given. */
gboolean cli_option_number(const Cli *cli, const char *name, guint least, guint most, guint otherwise,
                           guint *number, GError **error);
/* Sets *index to the word (of a list ended by NULL) that the option names. Leaves it unchanged where the
 * option is not given. */
gboolean cli_option_word(const Cli *cli, const char *name, const char *const *words, guint *index,
                         GError **error);
/* Returns all values given for an option that takes a list, split at commas. Free with
 * g_ptr_array_unref(). */
GPtrArray *cli_option_list(const Cli *cli, const char *name);
/* Appends the actors of the loaded corpus that these values name. */
gboolean cli_option_actors(const Cli *cli, const char *name, GArray *actors, GError **error);
/* Appends the actors of the loaded corpus that the command's arguments name. */
gboolean cli_argument_actors(const Cli *cli, GArray *actors, GError **error);
/* Sets the selection's filters from the options, without a look at what they do together. */
gboolean cli_options_filter(const Cli *cli, RelataSelection *selection, GError **error);
/* Does so and checks the reading of dates: every other option that asks about days must be among the
 * command's own. */
gboolean cli_options_select(const Cli *cli, RelataSelection *selection, GError **error);
/* Sets an error where the selection chooses how dates are read, by `surely` or `possibly`, and neither the
 * selection nor anything else (asked) asks about days: the choice would change nothing. */
gboolean cli_reading_check(const Cli *cli, const RelataSelection *selection, gboolean asked, GError **error);

#endif
