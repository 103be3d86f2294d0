/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lines of a file or pipe, of bounded length. */
#ifndef RELATA_CLI_LINES_H
#define RELATA_CLI_LINES_H

#include "cli/cli.h"

typedef struct {
  int file;
  gsize most;    /* bytes of a line */
  GString *line; /* of it at most so many and one more, without its end: then it was cut */
  GString *held; /* read, not yet handed out */
  gsize looked;  /* bytes of it that hold no end of a line */
  gboolean ended;
  int fault; /* why it ended too early (errno), EFBIG: a line without end; 0 */
} CliLines;

void cli_lines_init(CliLines *lines, int file, gsize most);
void cli_lines_clear(CliLines *lines);
/* Reads the next into lines->line. FALSE at the end. */
gboolean cli_lines_next(CliLines *lines);

#endif
