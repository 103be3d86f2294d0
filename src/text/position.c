/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "text/position.h"

#include <string.h>

/* One byte offset is kept for every STRIDE code points: access is O(1) and costs an eighth of a byte
 * per code point. */
#define STRIDE 64

struct RelataText {
  char *bytes;
  gsize n_bytes;
  guint length;
  GArray
      *checkpoints; /* gsize: byte offset of code point i · STRIDE; NULL where every byte is a code point */
  GArray *lines;    /* guint: code point at which each line begins */
};

RelataText *
relata_text_new(const char *bytes, gsize n)
{
  g_return_val_if_fail(bytes != NULL, NULL);
  RelataText *text = g_new0(RelataText, 1);
  text->bytes = g_strndup(bytes, n);
  text->n_bytes = n;
  text->checkpoints = g_array_new(FALSE, FALSE, sizeof(gsize));
  text->lines = g_array_new(FALSE, FALSE, sizeof(guint));
  guint position = 0;
  g_array_append_val(text->lines, position);
  for (gsize byte = 0; byte < n; byte++) {
    if (((guchar)bytes[byte] & 0xC0) == 0x80)
      continue;
    if (position % STRIDE == 0)
      g_array_append_val(text->checkpoints, byte);
    position++;
    if (bytes[byte] == '\n')
      g_array_append_val(text->lines, position);
  }
  text->length = position;
  if (position == n)
    g_clear_pointer(&text->checkpoints, g_array_unref);
  return text;
}

void
relata_text_free(RelataText *text)
{
  if (text == NULL)
    return;
  g_free(text->bytes);
  g_clear_pointer(&text->checkpoints, g_array_unref);
  g_array_unref(text->lines);
  g_free(text);
}

const char *
relata_text_bytes(const RelataText *text)
{
  g_return_val_if_fail(text != NULL, NULL);
  return text->bytes;
}

gsize
relata_text_n_bytes(const RelataText *text)
{
  g_return_val_if_fail(text != NULL, 0);
  return text->n_bytes;
}

guint
relata_text_length(const RelataText *text)
{
  g_return_val_if_fail(text != NULL, 0);
  return text->length;
}

gsize
relata_text_byte_of(const RelataText *text, guint position)
{
  g_return_val_if_fail(text != NULL, 0);
  if (position >= text->length)
    return text->n_bytes;
  if (text->checkpoints == NULL)
    return position;
  const char *at = text->bytes + g_array_index(text->checkpoints, gsize, position / STRIDE);
  return (gsize)(g_utf8_offset_to_pointer(at, position % STRIDE) - text->bytes);
}

guint
relata_text_position_of(const RelataText *text, gsize byte)
{
  g_return_val_if_fail(text != NULL, 0);
  byte = MIN(byte, text->n_bytes);
  if (text->checkpoints == NULL)
    return (guint)byte;
  guint low = 0, high = text->checkpoints->len; /* finds the last checkpoint that is not after byte */
  while (high - low > 1) {
    const guint middle = low + (high - low) / 2;
    if (g_array_index(text->checkpoints, gsize, middle) <= byte)
      low = middle;
    else
      high = middle;
  }
  guint position = low * STRIDE;
  for (gsize i = g_array_index(text->checkpoints, gsize, low) + 1; i <= byte && i < text->n_bytes; i++)
    if (((guchar)text->bytes[i] & 0xC0) != 0x80)
      position++;
  return byte == text->n_bytes ? text->length : position;
}

void
relata_text_line_column(const RelataText *text, guint position, guint *line, guint *column)
{
  g_return_if_fail(text != NULL && line != NULL && column != NULL);
  guint low = 0, high = text->lines->len;
  while (high - low > 1) {
    const guint middle = low + (high - low) / 2;
    if (g_array_index(text->lines, guint, middle) <= position)
      low = middle;
    else
      high = middle;
  }
  *line = low + 1;
  *column = position - g_array_index(text->lines, guint, low) + 1;
}

char *
relata_text_slice(const RelataText *text, RelataSpan span)
{
  g_return_val_if_fail(text != NULL, NULL);
  if (span.start >= span.end)
    return g_strdup("");
  const gsize from = relata_text_byte_of(text, span.start);
  return g_strndup(text->bytes + from, relata_text_byte_of(text, span.end) - from);
}

gsize
relata_utf8_validate(const char *bytes, gsize n)
{
  g_return_val_if_fail(bytes != NULL, 0);
  const char *end;
  return g_utf8_validate_len(bytes, n, &end) ? n : (gsize)(end - bytes);
}
