/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/cli.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Diagnostics kept of each severity; the rest is counted. */
#define MOST_DIAGNOSTICS 1000

static CliExit
flush(const GString *out, CliExit code)
{
  if (fwrite(out->str, 1, out->len, stdout) == out->len && fflush(stdout) == 0)
    return code;
  if (errno == EPIPE) /* the reader, such as head, has seen enough */
    return code;
  cli_complain("standard output cannot be written: %s", g_strerror(errno));
  return CLI_FAILED;
}

static CliExit
run(const CliCommand *command, int argc, char **argv)
{
  Cli cli = {.command = command,
             .diagnostics = relata_diagnostics_new(MOST_DIAGNOSTICS),
             .out = g_string_new(NULL),
             .colored = cli_wants_color(STDOUT_FILENO)};
  GError *error = NULL;
  CliExit code;
  if (!cli_options_parse(&cli, argc, argv, &error)) {
    cli_fail(error);
    g_error_free(error);
    code = CLI_USAGE;
  } else if (cli_option_is(&cli, "help")) {
    cli_append_help(command, cli.out);
    code = CLI_ANSWERED;
  } else {
    code = command->run(&cli);
  }
  code = flush(cli.out, code);
  g_string_free(cli.out, TRUE);
  g_hash_table_unref(cli.options);
  g_ptr_array_unref(cli.arguments);
  relata_corpus_free(cli.corpus);
  relata_diagnostics_free(cli.diagnostics);
  return code;
}

int
main(int argc, char **argv)
{
  signal(SIGPIPE, SIG_IGN); /* writing then fails with EPIPE instead */
  const char *first = argc > 1 ? argv[1] : "";
  if (strcmp(first, "--version") == 0) {
    g_autoptr(GString) out = g_string_new("relata " RELATA_VERSION "\n");
    return (int)flush(out, CLI_ANSWERED);
  }
  if (argc < 2 || strcmp(first, "--help") == 0 || strcmp(first, "-h") == 0) {
    g_autoptr(GString) out = g_string_new(NULL);
    cli_append_overview(out);
    return (int)flush(out, argc < 2 ? CLI_USAGE : CLI_ANSWERED);
  }
  const CliCommand *command = cli_find_command(first);
  if (command == NULL) {
    const char *near_one = g_utf8_validate(first, -1, NULL) ? cli_suggest_command(first) : NULL;
    if (near_one != NULL)
      cli_complain("no command '%s'; did you mean '%s'?", first, near_one);
    else
      cli_complain("no command '%s'; 'relata help' lists them", first);
    return CLI_USAGE;
  }
  return (int)run(command, argc - 1, argv + 1);
}
