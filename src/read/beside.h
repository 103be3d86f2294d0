/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Files that a corpus names: read from its own folder, and from nowhere else. */
#ifndef RELATA_READ_BESIDE_H
#define RELATA_READ_BESIDE_H

#include "read/input.h"

G_BEGIN_DECLS

/* Opens the regular file `name` of the folder in which the file `path` is. The name comes from a stranger:
 * absolute names, "..", and links that lead out of the folder are refused, and so is what is no regular file.
 * NULL with RELATA_ERROR_INPUT. */
RelataSource *relata_open_beside(const char *path, const char *name, GError **error);

/* Reads it, whole. *bytes is newly allocated and NUL-terminated. FALSE with RELATA_ERROR_INPUT or
 * RELATA_ERROR_LIMIT (see RELATA_MAX_FILE_BYTES). */
gboolean relata_read_beside(const char *path, const char *name, char **bytes, gsize *n, GError **error);

G_END_DECLS

#endif
