/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a reader is given: a text in memory, or its beginning and what brings the rest. */
#ifndef RELATA_READ_INPUT_H
#define RELATA_READ_INPUT_H

#include "read/read.h"

G_BEGIN_DECLS

/* Up to n bytes of a source, in order, into buffer: how many (fewer than n may be given at any time), 0 at
 * the end, −1 with *error. Another kind of source is another such function. */
typedef gssize (*RelataPull)(gpointer source, char *buffer, gsize n, GError **error);

/* One thing to read. For a brat document this is its .txt or, where that is missing, its annotation file. */
struct RelataInput {
  const char *path;  /* to open neighbours; RELATA_STANDARD_INPUT has none; borrowed */
  const char *shown; /* the file's name in diagnostics, interned */
  const char
      *bytes; /* NUL-terminated; may hold anything. The whole text, or the beginning where pull is set */
  gsize n;
  RelataPull pull; /* what follows bytes; NULL: nothing */
  gpointer source; /* for pull */
};

/* The longest record of what is read in pieces, in bytes (256 MiB). */
#define RELATA_MAX_RECORD_BYTES ((gsize)256 << 20)

/* An open regular file, or standard input. */
typedef struct RelataSource RelataSource;

/* Messages call it `named`. NULL with RELATA_ERROR_INPUT where it cannot be opened or is no regular file.
 * Never waits for a pipe. */
RelataSource *relata_source_open(const char *path, const char *named, GError **error);
void relata_source_free(RelataSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataSource, relata_source_free)

/* Reads on until RELATA_PEEKED_BYTES are held, or to the end; `whole`: to the end, at most
 * RELATA_MAX_FILE_BYTES (RELATA_ERROR_LIMIT). FALSE with *error. */
gboolean relata_source_load(RelataSource *source, gboolean whole, GError **error);

/* The input of what is held, borrowed; what is not held yet follows by pull. */
RelataInput relata_source_input(RelataSource *source, const char *path, const char *shown);

/* Hands over what is held, NUL-terminated; free with g_free(). */
char *relata_source_steal(RelataSource *source, gsize *n);

G_END_DECLS

#endif
