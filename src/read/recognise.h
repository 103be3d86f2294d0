/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What there is to read: the names in a folder, and the format of each file. */
#ifndef RELATA_READ_RECOGNISE_H
#define RELATA_READ_RECOGNISE_H

#include "read/input.h"

G_BEGIN_DECLS

/* Returns the names in a folder, in byte order, without hidden files; newly allocated. NULL with
 * RELATA_ERROR_INPUT where the folder cannot be opened or read to its end. */
GPtrArray *relata_folder_names(const char *folder, GError **error);

/* Return the row of the format that an open file, or the file at the path, has. NULL where it has none, and
 * then with *error where it cannot be read, or is an archive (RELATA_ERROR_FORMAT). */
const RelataInputFormat *relata_recognise_source(RelataSource *source, const char *path,
                                                 const RelataReadOptions *options, GError **error);
const RelataInputFormat *relata_recognise(const char *path, const RelataReadOptions *options, GError **error);

/* Returns the row with that name. NULL with RELATA_ERROR_FORMAT and the nearest name. */
const RelataInputFormat *relata_input_format_find(const char *name, GError **error);

/* Returns whether some format knows the option, "NAME" or "NAME=VALUE", and it has a value exactly where it
 * must. FALSE with RELATA_ERROR_VALUE and the nearest name. */
gboolean relata_reader_option_check(const char *option, GError **error);

/* Returns the names of the formats, with or without the auxiliary ones; free with g_free(). */
char *relata_input_format_names(gboolean auxiliary);

G_END_DECLS

#endif
