/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a file is written in: packed (.gz), or in another encoding than UTF-8. A decoder reads the bytes of a
 * source and gives those that they stand for, in pieces, so that memory does not grow with the file. */
#ifndef RELATA_READ_DECODE_H
#define RELATA_READ_DECODE_H

#include "read/input.h"

G_BEGIN_DECLS

/* As much as the beginning of a file must have for the functions that look at it. */
#define RELATA_MAGIC_BYTES 4

typedef struct RelataDecoder RelataDecoder;

/* Returns whether the bytes begin a file that gzip packed. */
gboolean relata_is_packed(const char *bytes, gsize n);
/* Returns the encoding that a byte order mark says, "UTF-16LE"; NULL where there is none, or UTF-8's. */
const char *relata_marked_encoding(const char *bytes, gsize n);
/* Returns whether the bytes begin an archive or a spreadsheet, and sets what can be done with it instead
 * (RELATA_ERROR_FORMAT). Messages call the file `named`. */
gboolean relata_is_archive(const char *bytes, gsize n, const char *named, GError **error);

/* Returns whether text of the encoding can be read. FALSE with RELATA_ERROR_VALUE and the nearest name. NULL
 * and UTF-8 need no decoder, and can. */
gboolean relata_encoding_check(const char *encoding, GError **error);
gboolean relata_is_utf8(const char *encoding);

/* A decoder of a packed file, where encoding is NULL, or of text in that encoding. It takes the bytes, of
 * which it makes a copy, and then what pull reads from the source, which is borrowed. NULL with *error. */
RelataDecoder *relata_decoder_new(const char *encoding, const char *named, const char *bytes, gsize n,
                                  RelataPull pull, gpointer source, GError **error);
void relata_decoder_free(RelataDecoder *decoder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataDecoder, relata_decoder_free)

/* The RelataPull of a decoder. −1 with RELATA_ERROR_INPUT where the file is damaged, ends too early, or holds
 * a byte that the encoding does not have. */
gssize relata_decoder_pull(gpointer decoder, char *buffer, gsize n, GError **error);

G_END_DECLS

#endif
