/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads files that a corpus names, only from the corpus's own folder. */
#ifndef RELATA_READ_BESIDE_H
#define RELATA_READ_BESIDE_H

#include "corpus/diagnostics.h"
#include "read/input.h"

G_BEGIN_DECLS

/* Returns the path without links, newly allocated; NULL with errno. */
char *relata_real_path(const char *path);

/* Opens the regular file `name` in the folder of the file `path`. The name is not trusted: the function
 * refuses absolute names, "..", links that lead out of the folder, and anything but a regular file. NULL with
 * RELATA_ERROR_UNKNOWN_NAME where the folder holds no such file, and RELATA_ERROR_INPUT where it is there but
 * cannot be opened. */
RelataSource *relata_open_beside(const char *path, const char *name, const char *encoding, GError **error);

/* Reads the whole of the file `name` in the folder of the input, in its encoding. *bytes is newly allocated
 * and NUL-terminated. FALSE with the errors above or RELATA_ERROR_LIMIT (see RELATA_MAX_FILE_BYTES). */
gboolean relata_read_beside(const RelataInput *input, const char *name, char **bytes, gsize *n,
                            GError **error);

/* Returns what it is that a file named in the data could not be read: an error in the data where the name is
 * wrong, otherwise a loss. */
RelataSeverity relata_beside_severity(const GError *error);

G_END_DECLS

#endif
