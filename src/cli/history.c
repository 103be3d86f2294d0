/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The lines typed into the shell, kept between sessions as plain text, one a line. Each is appended when it
 * is typed, so that two simultaneous sessions do not overwrite each other's lines. */
#include "cli/terminal.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* The maximum number of lines kept, and of bytes read from the file. */
#define MOST_LINES 1000
#define MOST_BYTES ((gsize)4 << 20)

/* Only the user may read the questions. */
#define FOLDER_MODE 0700
#define FILE_MODE   0600

static char *
history_path(void)
{
  return g_build_filename(g_get_user_state_dir(), "relata", "history", NULL);
}

/* Takes the lines of the file that are safe to show on a terminal. */
static void
take_lines(const char *text, GPtrArray *lines)
{
  g_auto(GStrv) all = g_strsplit(text, "\n", -1);
  for (char **line = all; *line != NULL; line++) {
    if (**line == '\0' || !g_utf8_validate(*line, -1, NULL))
      continue;
    g_autofree char *safe = relata_display_safe(*line);
    if (strcmp(safe, *line) == 0)
      g_ptr_array_add(lines, g_steal_pointer(&safe));
  }
}

GPtrArray *
cli_history_load(void)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
  g_autofree char *path = history_path();
  g_autofree char *text = NULL;
  gsize n;
  if (!g_file_test(path, G_FILE_TEST_IS_REGULAR) || !g_file_get_contents(path, &text, &n, NULL))
    return lines;
  take_lines(n > MOST_BYTES ? text + (n - MOST_BYTES) : text, lines);
  if (lines->len > MOST_LINES) {
    g_ptr_array_remove_range(lines, 0, lines->len - MOST_LINES);
    g_autoptr(GString) kept = g_string_new(NULL);
    for (guint i = 0; i < lines->len; i++)
      g_string_append_printf(kept, "%s\n", (const char *)g_ptr_array_index(lines, i));
    g_file_set_contents_full(path, kept->str, (gssize)kept->len, G_FILE_SET_CONTENTS_CONSISTENT, FILE_MODE,
                             NULL);
  }
  return lines;
}

void
cli_history_add(const char *line)
{
  g_autofree char *path = history_path();
  g_autofree char *folder = g_path_get_dirname(path);
  g_autofree char *whole = g_strconcat(line, "\n", NULL);
  if (g_mkdir_with_parents(folder, FOLDER_MODE) != 0)
    return;
  const int file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, FILE_MODE);
  if (file < 0)
    return;
  const gssize written = write(file, whole, strlen(whole));
  (void)written; /* the session works without it */
  close(file);
}
