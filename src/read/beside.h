/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads files that a corpus names, only from the corpus's own folder. */
#ifndef RELATA_READ_BESIDE_H
#define RELATA_READ_BESIDE_H

#include "read/input.h"

G_BEGIN_DECLS

/* Opens the regular file `name` in the folder of the file `path`. The name is not trusted: the function
 * refuses absolute names, "..", links that lead out of the folder, and anything but a regular file. NULL with
 * RELATA_ERROR_INPUT. */
RelataSource *relata_open_beside(const char *path, const char *name, GError **error);

/* Reads the whole file. *bytes is newly allocated and NUL-terminated. FALSE with RELATA_ERROR_INPUT or
 * RELATA_ERROR_LIMIT (see RELATA_MAX_FILE_BYTES). */
gboolean relata_read_beside(const char *path, const char *name, char **bytes, gsize *n, GError **error);

G_END_DECLS

#endif
