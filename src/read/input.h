/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The input of a reader: a whole text in memory, or its beginning and a function that reads the rest. */
#ifndef RELATA_READ_INPUT_H
#define RELATA_READ_INPUT_H

#include "read/document_names.h"
#include "read/read.h"
#include "read/account.h"

G_BEGIN_DECLS

/* Reads the next bytes of a source, at most n, into buffer. Returns how many (fewer than n at any time), 0 at
 * the end, or −1 with *error. A new kind of source is a new function of this type. */
typedef gssize (*RelataPull)(gpointer source, char *buffer, gsize n, GError **error);

/* One input. For a brat document it is the .txt or, where that is missing, the annotation file. */
struct RelataInput {
  const char *path;  /* used to open files beside it (RELATA_STANDARD_INPUT has none); borrowed */
  const char *shown; /* the file's name in diagnostics, interned */
  const char
      *bytes; /* NUL-terminated; may hold anything. The whole text, or the beginning where pull is set */
  gsize n;
  RelataPull pull;                /* reads what follows bytes; NULL: nothing follows */
  gpointer source;                /* for pull */
  const char *encoding;           /* what is said of it, of RelataReadOptions; NULL: nothing is */
  const char *map;                /* the mapping that is asked for, of RelataReadOptions; NULL: none */
  const char *const *options;     /* of RelataReadOptions; NULL: none */
  RelataAccount *account;         /* what is counted of the file; NULL: nothing is */
  const RelataDocumentName *name; /* where the file represents a document; NULL: it is alone */
  gboolean partial; /* read beside a file that was named, and so not all that it speaks of need be there */
};

/* Returns the value of an option, of which the last one given counts: "" where it has none; NULL where it is
 * not given. Borrowed. */
const char *relata_input_option(const RelataInput *input, const char *name);
/* Returns whether a value of the option, which may be given several times, is the word. */
gboolean relata_input_option_has(const RelataInput *input, const char *name, const char *word);

/* The longest record of an input that is read in pieces, in bytes (256 MiB). */
#define RELATA_MAX_RECORD_BYTES ((gsize)256 << 20)

/* What is said of text that is not UTF-8. */
#define RELATA_ENCODING_HINT "save it as UTF-8, or say what it is written in: `encoding` windows-1252"

/* An open regular file, or standard input. Packed files (.gz) are unpacked, and text in another encoding is
 * UTF-8 when it leaves here: a byte order mark says which encoding that is, else what the user says of it. A
 * byte order mark stays, in UTF-8. */
typedef struct RelataSource RelataSource;

/* Opens the path; messages call it `named`. encoding is of RelataReadOptions. NULL with RELATA_ERROR_INPUT
 * where it cannot be opened or is not a regular file. Never waits for a pipe. */
RelataSource *relata_source_open(const char *path, const char *named, const char *encoding, GError **error);
/* A source of what an input holds and reads, in that encoding unless it has a byte order mark. Borrows the
 * input's source. */
RelataSource *relata_source_recode(const RelataInput *input, const char *encoding);
void relata_source_free(RelataSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataSource, relata_source_free)

/* Reads until RELATA_PEEKED_BYTES are held, or to the end. With `whole` it reads to the end, but fails beyond
 * RELATA_MAX_FILE_BYTES, or RELATA_MAX_UNPACKED_BYTES (RELATA_ERROR_LIMIT). FALSE with *error, also where a
 * packed file is damaged or a byte is none of the encoding; with RELATA_ERROR_FORMAT where it is an archive.
 */
gboolean relata_source_load(RelataSource *source, gboolean whole, GError **error);

/* Returns an input of the bytes that are held, borrowed; pull reads the rest. */
RelataInput relata_source_input(RelataSource *source, const char *path, const char *shown);

/* Returns the bytes that are held, NUL-terminated, and gives up ownership; free with g_free(). */
char *relata_source_steal(RelataSource *source, gsize *n);

G_END_DECLS

#endif
