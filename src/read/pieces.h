/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads an input from beginning to end and holds only the bytes that are still needed. */
#ifndef RELATA_READ_PIECES_H
#define RELATA_READ_PIECES_H

#include "corpus/diagnostics.h"
#include "read/input.h"

G_BEGIN_DECLS

/* The bytes that are held: read but not yet taken. They lie in the input itself where that is whole. */
typedef struct {
  const RelataInput *input; /* borrowed */
  const char *bytes;        /* valid until more are requested */
  gsize n;
  gboolean ended;  /* nothing follows them */
  gboolean failed; /* ended because reading failed */
  char *own;       /* the buffer that holds them, or NULL */
  gsize capacity;
  guint line;    /* the number of the line returned last, from 1 */
  gsize taken;   /* the length of that line, to be taken on the next call */
  GString *text; /* the result of relata_pieces_text() */
} RelataPieces;

RelataPieces relata_pieces_begin(const RelataInput *input);
void relata_pieces_end(RelataPieces *pieces);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RelataPieces, relata_pieces_end)

/* Reads more bytes after those that are held. FALSE at the end, and with *error where reading fails. O(held)
 * for a call; O(1) per byte in total where everything that is held is taken in the end. */
gboolean relata_pieces_more(RelataPieces *pieces, GError **error);
/* Takes n of the bytes that are held; the rest follows them. */
void relata_pieces_take(RelataPieces *pieces, gsize n);

/* Returns the next line as it is, without '\n', valid until the next call; the last line need not end with
 * '\n'. Skips and reports lines longer than RELATA_MAX_RECORD_BYTES [too-large]. FALSE at the end, and with
 * *error where reading fails. Use it from the beginning, and without the functions above. */
gboolean relata_pieces_line(RelataPieces *pieces, const char **line, gsize *n, RelataDiagnostics *diagnostics,
                            GError **error);
/* Returns the next line as text: NUL-terminated, without a byte order mark at the beginning of the file or
 * '\r' at the end of the line. Skips and reports lines that are not UTF-8 or hold a NUL [invalid-utf8]. NULL
 * where relata_pieces_line() returns FALSE. */
const char *relata_pieces_text(RelataPieces *pieces, RelataDiagnostics *diagnostics, GError **error);

G_END_DECLS

#endif
