/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/pieces.h"

#include "text/position.h"

#include <string.h>

/* The least number of bytes requested at once. They stay in the processor's cache. */
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
  if (pieces->text != NULL)
    g_string_free(g_steal_pointer(&pieces->text), TRUE);
}

/* Moves the bytes that are held to the beginning of a buffer of its own that has room for more. */
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
  pieces->failed = got < 0;
  pieces->n += (gsize)MAX(got, 0);
  return got > 0;
}

void
relata_pieces_take(RelataPieces *pieces, gsize n)
{
  pieces->bytes += n;
  pieces->n -= n;
}

/* Returns the end of the line, reading on until it is found. A line that is too long is dropped as it is
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
  for (;;) {
    gboolean dropped = FALSE;
    relata_pieces_take(pieces, pieces->taken);
    pieces->taken = 0;
    const char *end = find_end(pieces, &dropped, error);
    if (pieces->failed || (pieces->n == 0 && !dropped))
      return FALSE;
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
}

const char *
relata_pieces_text(RelataPieces *pieces, RelataDiagnostics *diagnostics, GError **error)
{
  const char *line;
  gsize n;
  if (pieces->text == NULL)
    pieces->text = g_string_new(NULL);
  while (relata_pieces_line(pieces, &line, &n, diagnostics, error)) {
    const gsize valid = relata_utf8_validate(line, n);
    const gsize mark = pieces->line == 1 && n >= 3 && memcmp(line, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    if (valid == n) {
      n -= n > mark && line[n - 1] == '\r' ? 1 : 0;
      g_string_truncate(pieces->text, 0);
      return g_string_append_len(pieces->text, line + mark, (gssize)(n - mark))->str;
    }
    const guint column = (guint)g_utf8_strlen(line, (gssize)valid) + 1;
    const RelataPlace where = {pieces->input->shown, pieces->line, column};
    relata_diagnose(diagnostics, RELATA_ERROR_IN_DATA, "invalid-utf8", &where, RELATA_ENCODING_HINT,
                    "the byte 0x%02X is not valid UTF-8 here: the line is left out", (guchar)line[valid]);
  }
  return NULL;
}
