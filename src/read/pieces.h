/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An input read from its beginning to its end, of which no more is held than is looked at. */
#ifndef RELATA_READ_PIECES_H
#define RELATA_READ_PIECES_H

#include "corpus/diagnostics.h"
#include "read/input.h"

G_BEGIN_DECLS

/* Bytes that were not taken yet. They lie in the input itself where that is whole. */
typedef struct {
  const RelataInput *input; /* borrowed */
  const char *bytes;        /* valid until more are asked for */
  gsize n;
  gboolean ended;  /* nothing follows them */
  gboolean failed; /* … because reading failed */
  char *own;       /* where they lie, else NULL */
  gsize capacity;
  guint line;    /* the number of the line returned last, from 1 */
  gsize taken;   /* of that line, on the next call */
  GString *text; /* of relata_pieces_text() */
} RelataPieces;

RelataPieces relata_pieces_begin(const RelataInput *input);
void relata_pieces_end(RelataPieces *pieces);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RelataPieces, relata_pieces_end)

/* Holds more bytes, after those that are held. FALSE at the end, and with *error where reading fails. O(held)
 * each time, and O(1) a byte in all where what is held is taken in the end. */
gboolean relata_pieces_more(RelataPieces *pieces, GError **error);
/* Goes on after n of the bytes that are held. */
void relata_pieces_take(RelataPieces *pieces, gsize n);

/* The next line as it is, without '\n', valid until the next call; the last one need not end with one. A line
 * of more than RELATA_MAX_RECORD_BYTES is left out and said [too-large]. FALSE at the end, and with *error
 * where reading fails. Use it from the beginning, and without the functions above. */
gboolean relata_pieces_line(RelataPieces *pieces, const char **line, gsize *n, RelataDiagnostics *diagnostics,
                            GError **error);
/* The next line as text: NUL-terminated, without a byte order mark at the file's beginning or '\r' at the
 * line's end. A line that is not UTF-8, or holds a NUL, is left out and said [invalid-utf8]. NULL where
 * relata_pieces_line() is FALSE. */
const char *relata_pieces_text(RelataPieces *pieces, RelataDiagnostics *diagnostics, GError **error);

G_END_DECLS

#endif
