/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lines of a file or pipe, of bounded length. */
#ifndef RELATA_CLI_LINES_H
#define RELATA_CLI_LINES_H

#include "cli/cli.h"

typedef struct {
  int file;
  gsize most;    /* maximum length of a line in bytes */
  GString *line; /* the current line without its end; one byte longer than `most` where it was cut */
  GString *held; /* bytes read but not yet returned */
  gsize looked;  /* number of bytes at the start of `held` known to contain no end of line */
  gboolean ended;
  int fault; /* errno of a read error, EFBIG for a line that does not end; 0: none */
} CliLines;

void cli_lines_init(CliLines *lines, int file, gsize most);
void cli_lines_clear(CliLines *lines);
/* Reads the next line into lines->line. Returns FALSE at the end. */
gboolean cli_lines_next(CliLines *lines);

#endif
