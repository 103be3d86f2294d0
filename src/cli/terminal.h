/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The shell at a terminal: a line that is edited, completed and remembered. */
#ifndef RELATA_CLI_TERMINAL_H
#define RELATA_CLI_TERMINAL_H

#include "cli/cli.h"

/* ── completer.c ── */
/* What could be typed next. */
typedef struct CliCompleter CliCompleter;
typedef struct {
  gsize start;      /* the byte of the line at which the word begins that is being typed */
  char *word;       /* what that word becomes, quoted where it must be; NULL: it stays */
  GPtrArray *words; /* all that it may become, sorted, unquoted, safe to show */
} CliCompletion;
/* Borrows the shell's corpus. O(names) once, at the first actor that is asked for. */
CliCompleter *cli_completer_new(const Cli *shell);
void cli_completer_free(CliCompleter *completer);
/* line: UTF-8, up to the cursor. */
CliCompletion *cli_complete(CliCompleter *completer, const char *line);
void cli_completion_free(CliCompletion *completion);

/* ── terminal.c ── */
/* A person at a terminal: a prompt, a line that can be edited, history and completion. */
typedef struct CliTerminal CliTerminal;
CliTerminal *cli_terminal_new(const char *prompt, CliCompleter *completer);
void cli_terminal_free(CliTerminal *terminal);
/* The next line without its end, borrowed until the next call; NULL at the end of input. Ctrl-C begins anew.
 */
const char *cli_terminal_read(CliTerminal *terminal);

/* ── history.c ── */
/* The lines typed in earlier sessions, oldest first; empty where there are none. */
GPtrArray *cli_history_load(void);
/* Adds a line to those kept for later sessions; where that cannot be, nothing happens. */
void cli_history_add(const char *line);

#endif
