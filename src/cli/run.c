/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From the words of a command line to its answer, for the program's own command line and for every line of a
 * shell. */
#include "cli/run.h"

#include "cli/commands.h"
#include "cli/help.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/report.h"
#include "cli/style.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The number of diagnostics kept for each severity; the others are only counted. */
#define MOST_DIAGNOSTICS 1000

/* Frees what the command has made, except what belongs to its shell. */
static void
clear(Cli *cli)
{
  g_string_free(cli->out, TRUE);
  g_hash_table_unref(cli->options);
  g_ptr_array_unref(cli->arguments);
  if (cli->shell == NULL || cli->corpus != cli->shell->corpus)
    relata_corpus_free(cli->corpus);
  if (cli->shell == NULL || cli->diagnostics != cli->shell->diagnostics)
    relata_diagnostics_free(cli->diagnostics);
}

static CliExit
run(const CliCommand *command, int argc, char **argv, const Cli *shell)
{
  /* The memory of the program's own command is the system's to take back: to free it may ask for more, and
   * what is answered must not fail any more. */
  static Cli whole;
  Cli line = {.command = command};
  Cli *cli = shell == NULL ? &whole : &line;
  *cli = (Cli){.command = command,
               .shell = shell,
               .diagnostics = relata_diagnostics_new(MOST_DIAGNOSTICS),
               .out = g_string_new(NULL),
               .colored = cli_wants_color(STDOUT_FILENO)};
  GError *error = NULL;
  CliExit code;
  if (!cli_options_parse(cli, argc, argv, &error)) {
    cli_fail(error);
    g_error_free(error);
    code = CLI_USAGE;
  } else if (cli_option_is(cli, "help")) {
    cli_append_help(command, cli->out);
    code = CLI_ANSWERED;
  } else {
    code = command->run(cli);
  }
  code = cli_finish(cli, code);
  if (shell != NULL)
    clear(cli);
  return code;
}

CliExit
cli_run(int argc, char **argv, const Cli *shell)
{
  const char *first = argc > 0 ? argv[0] : "";
  if (strcmp(first, "--version") == 0) {
    g_autoptr(GString) out = g_string_new("relata " RELATA_VERSION "\n");
    return cli_finish(&(Cli){.out = out}, CLI_ANSWERED);
  }
  if (argc == 0 || strcmp(first, "--help") == 0 || strcmp(first, "-h") == 0) {
    g_autoptr(GString) out = g_string_new(NULL);
    cli_append_overview(out);
    return cli_finish(&(Cli){.out = out}, argc == 0 ? CLI_USAGE : CLI_ANSWERED);
  }
  const CliCommand *command = cli_command_find(first);
  return command != NULL ? run(command, argc, argv, shell) : cli_no_command(first, shell);
}
