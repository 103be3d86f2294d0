/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lines of a file or pipe, of bounded length. It does not use stdio, because a child process that calls
 * exit() would move the file's position. */
#include "cli/lines.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* Up to this many bytes of a line that is too long are skipped. Beyond that the input is not text. */
#define MOST_PASSED ((gsize)64 << 20)

void
cli_lines_init(CliLines *lines, int file, gsize most)
{
  *lines = (CliLines){.file = file, .most = most, .held = g_string_new(NULL), .line = g_string_new(NULL)};
}

void
cli_lines_clear(CliLines *lines)
{
  g_string_free(lines->held, TRUE);
  g_string_free(lines->line, TRUE);
}

static void
read_more(CliLines *lines)
{
  char bytes[8192];
  gssize n;
  do
    n = read(lines->file, bytes, sizeof bytes);
  while (n < 0 && errno == EINTR);
  if (n > 0)
    g_string_append_len(lines->held, bytes, n);
  lines->ended = n <= 0;
  if (n < 0)
    lines->fault = errno;
}

gboolean
cli_lines_next(CliLines *lines)
{
  gsize passed = 0;
  g_string_truncate(lines->line, 0);
  for (;;) {
    const GString *held = lines->held;
    const char *end = memchr(held->str + lines->looked, '\n', held->len - lines->looked);
    const gsize n = end != NULL ? (gsize)(end - held->str) : held->len;
    if (end != NULL || lines->ended || n > lines->most) {
      const gsize kept = MIN(n, lines->most + 1 - lines->line->len);
      g_string_append_len(lines->line, held->str, (gssize)kept);
      g_string_erase(lines->held, 0, (gssize)(end != NULL ? n + 1 : n));
      lines->looked = 0;
      passed += n;
    } else {
      lines->looked = n;
    }
    if (end != NULL)
      return TRUE;
    if (passed > MOST_PASSED) {
      lines->ended = TRUE;
      lines->fault = EFBIG;
    }
    if (lines->ended)
      return lines->line->len > 0;
    read_more(lines);
  }
}
