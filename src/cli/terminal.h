/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The shell at a terminal: editing, completing and remembering a line. */
#ifndef RELATA_CLI_TERMINAL_H
#define RELATA_CLI_TERMINAL_H

#include "cli/cli.h"

/* ── completer.c ── */
/* Finds what could be typed next. */
typedef struct CliCompleter CliCompleter;
typedef struct {
  gsize start;      /* byte of the line at which the current word begins */
  char *word;       /* what replaces that word, quoted where needed; NULL: it stays */
  GPtrArray *words; /* all words it may become, sorted, unquoted, safe to show */
} CliCompletion;
/* Borrows the shell's corpus. The first completion of an actor costs O(names). */
CliCompleter *cli_completer_new(const Cli *shell);
void cli_completer_free(CliCompleter *completer);
/* Returns the completions of a line up to the cursor, in UTF-8. Free with cli_completion_free(). */
CliCompletion *cli_complete(CliCompleter *completer, const char *line);
void cli_completion_free(CliCompletion *completion);

/* ── terminal.c ── */
/* An interactive terminal: a prompt, a line that can be edited, history and completion. */
typedef struct CliTerminal CliTerminal;
/* Returns NULL where libedit is not installed. Free with cli_terminal_free(). */
CliTerminal *cli_terminal_new(const char *prompt, CliCompleter *completer, GError **error);
void cli_terminal_free(CliTerminal *terminal);
/* Returns the next line without its end, borrowed until the next call; NULL at the end of input. Ctrl-C
 * discards the line and starts a new one. */
const char *cli_terminal_read(CliTerminal *terminal);

/* ── history.c ── */
/* Returns the lines typed in earlier sessions, oldest first; empty where there are none. Free with
 * g_ptr_array_unref(). */
GPtrArray *cli_history_load(void);
/* Adds a line to those kept for later sessions. Ignores failure. */
void cli_history_add(const char *line);

#endif
