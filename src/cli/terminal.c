/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The only file that uses libedit: https://thrysoee.dk/editline. Its core counts wide characters; its narrow
 * functions use the locale's encoding, which is set to UTF-8 here. */
#include "cli/terminal.h"

#include <errno.h>
#include <langinfo.h>
#include <lazy_libedit.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* The number of lines that the arrow keys reach, and of words that Tab shows. */
#define MOST_LINES 1000
#define MOST_SHOWN 100

struct CliTerminal {
  EditLine *edit;
  History *past;
  const char *prompt;
  CliCompleter *completer;
  gboolean given_up; /* by Ctrl-C: the line that is returned is to be discarded */
  char *line;
};

/* ── Showing words ─────────────────────────────────────────────────────────────────────────── */

static guint
terminal_width(void)
{
  struct winsize size;
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

/* Shows the words below the line, in columns that are read downwards. */
static void
show_words(const GPtrArray *words)
{
  const guint n = MIN(words->len, MOST_SHOWN);
  guint width = 1;
  for (guint i = 0; i < n; i++)
    width = MAX(width, relata_display_width(g_ptr_array_index(words, i)) + 2);
  const guint n_columns = MAX(terminal_width() / width, 1), n_rows = (n + n_columns - 1) / n_columns;
  fputc('\n', stdout);
  for (guint row = 0; row < n_rows; row++) {
    for (guint i = row; i < n; i += n_rows) {
      const char *word = g_ptr_array_index(words, i);
      const gboolean last = i + n_rows >= n;
      fprintf(stdout, "%s%*s", word, last ? 0 : (int)(width - relata_display_width(word)), "");
    }
    fputc('\n', stdout);
  }
  if (n < words->len)
    fprintf(stdout, "… and %u more\n", words->len - n);
}

/* Bound to Tab. */
static unsigned char
complete(EditLine *edit, G_GNUC_UNUSED int key)
{
  CliTerminal *terminal;
  if (el_get(edit, EL_CLIENTDATA, &terminal) != 0)
    return CC_ERROR;
  const LineInfo *info = el_line(edit);
  g_autofree char *line = g_strndup(info->buffer, (gsize)(info->cursor - info->buffer));
  if (!g_utf8_validate(line, -1, NULL))
    return CC_ERROR;
  CliCompletion *found = cli_complete(terminal->completer, line);
  const char *typed = line + found->start;
  const gboolean changes = found->word != NULL && strcmp(found->word, typed) != 0;
  unsigned char code = CC_ERROR;
  if (changes) {
    el_deletestr(edit, (int)g_utf8_strlen(typed, -1));
    code = el_insertstr(edit, found->word) == 0 ? CC_REFRESH : CC_ERROR;
  }
  if (found->words->len > 1) {
    show_words(found->words);
    code = CC_REDISPLAY;
  }
  cli_completion_free(found);
  return code;
}

/* Bound to Ctrl-C, which is an ordinary key while a line is edited: a signal would be lost where it arrives
 * between two keys. The line stays on the screen. */
static unsigned char
give_up(EditLine *edit, G_GNUC_UNUSED int key)
{
  CliTerminal *terminal;
  if (el_get(edit, EL_CLIENTDATA, &terminal) != 0)
    return CC_ERROR;
  terminal->given_up = TRUE;
  return CC_NEWLINE;
}

/* Bound to Ctrl-Z. Sends the signal that the terminal would have sent. */
static unsigned char
suspend(G_GNUC_UNUSED EditLine *edit, G_GNUC_UNUSED int key)
{
  kill(0, SIGTSTP);
  return CC_REFRESH;
}

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

static char *
prompt(EditLine *edit)
{
  CliTerminal *terminal;
  return el_get(edit, EL_CLIENTDATA, &terminal) == 0 ? (char *)terminal->prompt : (char *)"";
}

/* Names are UTF-8 whatever the locale is, and terminals send UTF-8 today. */
static void
speak_utf8(void)
{
  if (setlocale(LC_CTYPE, "") == NULL || strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
    setlocale(LC_CTYPE, "C.UTF-8");
}

static void
set_keys(EditLine *edit)
{
  el_set(edit, EL_EDITOR, "emacs");
  /* The wide functions are used, because the narrow one copies the words and never frees them. */
  el_wset(edit, EL_ADDFN, L"relata-complete", L"complete the word", complete);
  el_wset(edit, EL_ADDFN, L"relata-give-up", L"begin a new line", give_up);
  el_set(edit, EL_SETTY, "-d", "-isig", NULL);
  el_set(edit, EL_BIND, "^I", "relata-complete", NULL);
  el_set(edit, EL_BIND, "^C", "relata-give-up", NULL);
  el_wset(edit, EL_ADDFN, L"relata-suspend", L"back to the shell around this one", suspend);
  el_set(edit, EL_BIND, "^Z", "relata-suspend", NULL);
  el_set(edit, EL_BIND, "^R", "em-inc-search-prev", NULL);
  el_source(edit, NULL); /* ~/.editrc: the user's own keys come last */
}

static void
remember(CliTerminal *terminal, const char *line)
{
  HistEvent event;
  history(terminal->past, &event, H_ENTER, line);
}

CliTerminal *
cli_terminal_new(const char *words, CliCompleter *completer, GError **error)
{
  if (!relata_lazy_libedit(error))
    return NULL;
  speak_utf8();
  CliTerminal *terminal = g_new0(CliTerminal, 1);
  terminal->prompt = words;
  terminal->completer = completer;
  terminal->edit = el_init("relata", stdin, stdout, stderr);
  terminal->past = history_init();
  if (terminal->edit == NULL || terminal->past == NULL)
    g_error("no memory for a terminal");
  HistEvent event;
  history(terminal->past, &event, H_SETSIZE, MOST_LINES);
  history(terminal->past, &event, H_SETUNIQUE, 1);
  g_autoptr(GPtrArray) earlier = cli_history_load();
  for (guint i = 0; i < earlier->len; i++)
    remember(terminal, g_ptr_array_index(earlier, i));
  el_set(terminal->edit, EL_CLIENTDATA, terminal);
  el_set(terminal->edit, EL_PROMPT, prompt);
  el_set(terminal->edit, EL_SIGNAL, 1);
  el_set(terminal->edit, EL_HIST, history, terminal->past);
  set_keys(terminal->edit);
  signal(SIGINT, SIG_IGN); /* for Ctrl-C between two lines; child processes may restore it */
  return terminal;
}

void
cli_terminal_free(CliTerminal *terminal)
{
  if (terminal == NULL)
    return;
  el_end(terminal->edit);
  history_end(terminal->past);
  g_free(terminal->line);
  g_free(terminal);
}

const char *
cli_terminal_read(CliTerminal *terminal)
{
  const char *typed;
  int n;
  do {
    terminal->given_up = FALSE;
    errno = 0;
    typed = el_gets(terminal->edit, &n);
    if (typed == NULL || terminal->given_up)
      fputc('\n', stdout);
  } while (terminal->given_up || (typed == NULL && n < 0 && errno == EINTR));
  fflush(stdout);
  if (typed == NULL)
    return NULL;
  g_free(terminal->line);
  terminal->line = g_strchomp(g_strdup(typed));
  if (*terminal->line != '\0') {
    remember(terminal, terminal->line);
    cli_history_add(terminal->line);
  }
  return terminal->line;
}
