/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Writing a file so that it has its whole new content, or keeps its old one. */
#ifndef RELATA_CLI_FILE_H
#define RELATA_CLI_FILE_H

#include "cli/cli.h"

#include <stdio.h>

/* A file that is written piece by piece. A regular file is replaced at the end by a new one, which has the
 * old one's mode and, as far as the system allows, its owner. Of a symbolic link the file that it leads to is
 * replaced. Until then the new file has no name, or one that is removed when a signal ends the program.
 * Devices and pipes are written directly. */
typedef struct {
  const char *shown; /* the name that the user gave, borrowed */
  char *path;        /* the file that is replaced; NULL: written directly */
  char *beside;      /* the name of the new file; NULL: it has none yet */
  FILE *stream;      /* NULL: the answer is withheld, and nothing is written */
} CliFile;

/* Opens the file to be written. FALSE with RELATA_ERROR_FAILED. Where the answer is withheld, this and the
 * following succeed and write nothing. One file is open at a time. */
gboolean cli_file_open(CliFile *file, const Cli *cli, const char *path, GError **error);
gboolean cli_file_append(CliFile *file, const void *bytes, gsize n, GError **error);
/* Ends the writing; without `keep` the file stays as it was. To be called once after cli_file_open() returned
 * TRUE. */
gboolean cli_file_close(CliFile *file, gboolean keep, GError **error);
/* Writes bytes to a file by the functions above. */
gboolean cli_write_file(const Cli *cli, const char *path, const void *bytes, gsize n, GError **error);

#endif
