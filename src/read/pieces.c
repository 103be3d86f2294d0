/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/pieces.h"

#include <string.h>

/* What is asked for at once, at least. It stays in the processor's cache. */
#define CHUNK_BYTES ((gsize)256 << 10)

RelataPieces
relata_pieces_begin(const RelataInput *input)
{
  return (RelataPieces){.input = input, .bytes = input->bytes, .n = input->n, .ended = input->pull == NULL};
}

void
relata_pieces_end(RelataPieces *pieces)
{
  g_clear_pointer(&pieces->own, g_free);
}

/* Moves what is held to the beginning of a buffer of its own that has room for more. */
static void
make_room(RelataPieces *pieces)
{
  if (pieces->own != NULL && pieces->bytes != pieces->own)
    memmove(pieces->own, pieces->bytes, pieces->n);
  if (pieces->n + CHUNK_BYTES > pieces->capacity) {
    const gboolean first = pieces->own == NULL;
    pieces->capacity = MAX(2 * pieces->capacity, pieces->n + CHUNK_BYTES);
    pieces->own = g_realloc(pieces->own, pieces->capacity);
    if (first)
      memcpy(pieces->own, pieces->bytes, pieces->n);
  }
  pieces->bytes = pieces->own;
}

gboolean
relata_pieces_more(RelataPieces *pieces, GError **error)
{
  if (pieces->ended)
    return FALSE;
  make_room(pieces);
  const gssize got = pieces->input->pull(pieces->input->source, pieces->own + pieces->n,
                                         pieces->capacity - pieces->n, error);
  pieces->ended = got <= 0;
  pieces->n += (gsize)MAX(got, 0);
  return got > 0;
}

void
relata_pieces_take(RelataPieces *pieces, gsize n)
{
  pieces->bytes += n;
  pieces->n -= n;
}

/* Where the line ends whose first `seen` bytes are known to hold no end; too long a one is dropped as it is
 * read. */
static const char *
find_end(RelataPieces *pieces, gboolean *dropped, GError **error)
{
  gsize seen = 0;
  for (;;) {
    const char *end = memchr(pieces->bytes + seen, '\n', pieces->n - seen);
    *dropped |= (end != NULL ? (gsize)(end - pieces->bytes) : pieces->n) > RELATA_MAX_RECORD_BYTES;
    if (end != NULL)
      return end;
    if (*dropped)
      relata_pieces_take(pieces, pieces->n);
    seen = pieces->n;
    if (!relata_pieces_more(pieces, error))
      return pieces->bytes + pieces->n;
  }
}

gboolean
relata_pieces_line(RelataPieces *pieces, const char **line, gsize *n, RelataDiagnostics *diagnostics,
                   GError **error)
{
  g_autoptr(GError) reason = NULL;
  for (;;) {
    gboolean dropped = FALSE;
    relata_pieces_take(pieces, pieces->taken);
    pieces->taken = 0;
    const char *end = find_end(pieces, &dropped, &reason);
    if (reason != NULL || (pieces->n == 0 && !dropped))
      break;
    pieces->line++;
    *line = pieces->bytes;
    *n = (gsize)(end - pieces->bytes);
    pieces->taken = MIN(*n + 1, pieces->n);
    if (!dropped)
      return TRUE;
    const RelataPlace where = {pieces->input->shown, pieces->line, 1};
    relata_diagnose(diagnostics, RELATA_ERROR_IN_DATA, "too-large", &where, NULL,
                    "a line of more than %" G_GSIZE_FORMAT " bytes is left out", RELATA_MAX_RECORD_BYTES);
  }
  if (reason != NULL)
    g_propagate_error(error, g_steal_pointer(&reason));
  return FALSE;
}
