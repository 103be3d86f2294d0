/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A corpus that is read once and then queried line by line, by a person at a terminal or by a script through
 * a pipe. */
#include "cli/commands.h"

#include "cli/lines.h"
#include "cli/load.h"
#include "cli/report.h"
#include "cli/run.h"
#include "cli/terminal.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Limit of a line. No question is longer, and input without line breaks must not fill the memory. */
#define MOST_BYTES ((gsize)1 << 20)

typedef struct {
  const Cli *cli;
  CliExit code; /* exit code of the last command */
  gboolean is_over;
  CliExit (*run)(int argc, char **argv, const Cli *shell);
} Session;

/* ── One line ────────────────────────────────────────────────────────────────────────────── */

static gboolean
ends_session(const char *word)
{
  return g_strv_contains(cli_shell_words, word);
}

/* Splits a line as a shell would, but expands nothing. Returns NULL where the line is empty, or where it is
 * malformed, which it reports. */
static char **
split(Session *session, char *line, int *argc)
{
  g_strdelimit(line, "\t\r", ' '); /* GLib recognises '#' as a comment only after a space */
  char **words = NULL;
  g_autoptr(GError) error = NULL;
  if (g_shell_parse_argv(line, argc, &words, &error))
    return words;
  if (g_error_matches(error, G_SHELL_ERROR, G_SHELL_ERROR_EMPTY_STRING))
    return NULL;
  cli_complain(strchr(line, '\'') != NULL
                   ? "a quotation is not closed; put a name with an apostrophe in double quotes: \"Jama'at\""
                   : "a quotation is not closed");
  session->code = CLI_USAGE;
  return NULL;
}

static void
answer(Session *session, char *line)
{
  int argc;
  g_auto(GStrv) words = split(session, line, &argc);
  if (words == NULL)
    return;
  /* Parsing options reorders the pointers, but all words must be freed. */
  g_autofree char **argv = g_memdup2(words, ((gsize)argc + 1) * sizeof *words);
  char **command = argv;
  if (argc > 1 && strcmp(*command, "relata") == 0) { /* as in README and in messages */
    command++;
    argc--;
  }
  if (ends_session(*command) && argc == 1) {
    session->is_over = TRUE;
  } else if (ends_session(*command)) {
    cli_complain("%s takes no arguments", *command);
    session->code = CLI_USAGE;
  } else {
    session->code = session->run(argc, command, session->cli);
    /* The reader of the answers is gone. */
    session->is_over = ferror(stdout) != 0;
  }
}

/* ── A script ────────────────────────────────────────────────────────────────────────────── */

static void
answer_bytes(Session *session, const GString *line)
{
  const char *wrong = NULL;
  if (line->len > MOST_BYTES)
    wrong = "the line is longer than 1 MiB";
  else if (strlen(line->str) < line->len)
    wrong = "the line holds a NUL byte";
  if (wrong == NULL) {
    answer(session, line->str);
    return;
  }
  cli_complain("%s", wrong);
  session->code = CLI_USAGE;
}

static void
follow_script(Session *session)
{
  CliLines lines;
  cli_lines_init(&lines, STDIN_FILENO, MOST_BYTES);
  for (guint n = 1; !session->is_over && cli_lines_next(&lines); n++) {
    cli_complain_of_line(n);
    answer_bytes(session, lines.line);
  }
  cli_complain_of_line(0);
  if (lines.fault != 0) {
    cli_complain("standard input cannot be read: %s", g_strerror(lines.fault));
    session->code = CLI_FAILED;
  }
  cli_lines_clear(&lines);
}

/* ── An interactive session ──────────────────────────────────────────────────────────────── */

/* Runs the command in a child process, so that Ctrl-C ends only a search that takes too long. */
static CliExit
run_apart(int argc, char **argv, const Cli *shell)
{
  fflush(NULL);
  const pid_t child = fork();
  if (child < 0)
    return cli_run(argc, argv, shell);
  if (child == 0) {
    signal(SIGINT, SIG_DFL);
    _exit((int)cli_run(argc, argv, shell));
  }
  int status;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR)
      return CLI_FAILED;
  if (WIFEXITED(status))
    return (CliExit)WEXITSTATUS(status);
  if (WTERMSIG(status) == SIGINT)
    fputc('\n', stdout);
  else
    cli_complain("the command was ended: %s", g_strsignal(WTERMSIG(status)));
  return CLI_FAILED;
}

static void
greet(const Cli *cli)
{
  const guint n = relata_corpus_n_documents(cli->corpus);
  printf("relata %s: %u document%s, %u actors, %u claims. "
         "'help' lists the commands, Tab completes, Ctrl-D ends.\n",
         RELATA_VERSION, n, relata_plural(n), relata_corpus_n_actors(cli->corpus),
         relata_corpus_n_claims(cli->corpus));
}

static void
converse(Session *session)
{
  g_autoptr(GError) error = NULL;
  /* The first question builds the index of names. Built here, it is shared by all child processes. */
  g_array_unref(relata_corpus_match_name(session->cli->corpus, "", FALSE));
  greet(session->cli);
  CliCompleter *completer = cli_completer_new(session->cli);
  CliTerminal *terminal = cli_terminal_new("relata> ", completer, &error);
  if (terminal == NULL)
    session->code = cli_fail(error);
  const char *line;
  while (terminal != NULL && !session->is_over && (line = cli_terminal_read(terminal)) != NULL) {
    g_autofree char *own = g_strdup(line);
    answer(session, own);
  }
  cli_terminal_free(terminal);
  cli_completer_free(completer);
}

static CliExit
shell(Cli *cli)
{
  if (cli->shell != NULL) {
    cli_complain("this is a shell already; 'quit' ends it");
    return CLI_USAGE;
  }
  g_autoptr(GError) error = NULL;
  if (!cli_load(cli, NULL, &error))
    return cli_fail(error);
  if (cli->withheld)
    return CLI_INCOMPLETE;
  Session session = {.cli = cli, .code = CLI_ANSWERED, .run = cli_run};
  if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)) {
    session.run = run_apart;
    converse(&session);
  } else {
    follow_script(&session);
  }
  return session.code;
}

const CliCommand cmd_shell = {
    .name = "shell",
    .arguments = "",
    .summary = "read a corpus once and answer commands line by line",
    .details = "Each line of standard input is a command: path ISIS-K China, rank --top 5, help path.\n"
               "Names with spaces are written in quotes, and # begins a comment.\n"
               "The session ends with quit, exit or the end of input.\n"
               "On a terminal a line can be edited, and Tab completes commands, options and names.\n"
               "The arrow keys bring back earlier lines.\n"
               "A command that names a corpus (-c, check PATH) is answered from that one.\n"
               "The exit code is that of the last command.\n",
    .reads = TRUE,
    .has_lines = TRUE,
    .run = shell,
};
