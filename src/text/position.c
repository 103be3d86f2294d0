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

static gboolean
is_stop(gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0x061F || c == 0x06D4;
}

static gboolean
is_closing(gunichar c)
{
  switch (g_unichar_type(c)) {
  case G_UNICODE_CLOSE_PUNCTUATION:
  case G_UNICODE_FINAL_PUNCTUATION:
    return TRUE;
  default:
    return c == '"' || c == '\'';
  }
}

/* Returns whether the stop follows a capital letter or a known abbreviation: "Mr. Q", "J. Biden", "U.S.
 * forces". Such a stop does not end a sentence. */
static gboolean
is_abbreviation(const char *begin, const char *stop)
{
  static const char *const titles[] = {"Mr",  "Mrs",  "Ms", "Dr", "St", "Gen", "Col",    "Lt",
                                       "Sgt", "Prof", "No", "vs", "al", "etc", "approx", NULL};
  const char *word = stop;
  while (word > begin) {
    const char *before = g_utf8_prev_char(word);
    if (!g_unichar_isalnum(g_utf8_get_char(before)))
      break;
    word = before;
  }
  const gsize n = (gsize)(stop - word);
  if (n == 0)
    return FALSE;
  if (g_utf8_next_char(word) == stop && g_unichar_isupper(g_utf8_get_char(word)))
    return TRUE;
  for (guint i = 0; titles[i] != NULL; i++)
    if (strlen(titles[i]) == n && memcmp(titles[i], word, n) == 0)
      return TRUE;
  return FALSE;
}

/* Returns whether a sentence ends right before `at` (text before `begin` is ignored). */
static gboolean
ends_before(const char *begin, const char *at)
{
  if (at == begin || !g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(at))))
    return FALSE;
  const gunichar next = g_utf8_get_char(at);
  if (g_unichar_isspace(next) || g_unichar_islower(next))
    return FALSE;
  const char *back = at;
  while (back > begin && g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(back))))
    back = g_utf8_prev_char(back);
  while (back > begin && is_closing(g_utf8_get_char(g_utf8_prev_char(back))))
    back = g_utf8_prev_char(back);
  if (back == begin || !is_stop(g_utf8_get_char(g_utf8_prev_char(back))))
    return FALSE;
  const char *stop = g_utf8_prev_char(back);
  return *stop != '.' || !is_abbreviation(begin, stop);
}

RelataSpan
relata_text_sentence(const RelataText *text, RelataSpan span)
{
  g_return_val_if_fail(text != NULL, RELATA_NO_SPAN);
  const char *begin = text->bytes;
  const char *end = begin + text->n_bytes;
  const char *from = begin + relata_text_byte_of(text, MIN(span.start, span.end));
  const char *to = begin + relata_text_byte_of(text, MAX(span.start, span.end));
  while (from > begin && from[-1] != '\n' && from[-1] != '\r' && !ends_before(begin, from))
    from = g_utf8_prev_char(from);
  while (to < end && *to != '\n' && *to != '\r' && !(to > from && ends_before(begin, to)))
    to = g_utf8_next_char(to);
  while (from < to && g_unichar_isspace(g_utf8_get_char(from)))
    from = g_utf8_next_char(from);
  while (to > from && g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(to))))
    to = g_utf8_prev_char(to);
  return (RelataSpan){relata_text_position_of(text, (gsize)(from - begin)),
                      relata_text_position_of(text, (gsize)(to - begin))};
}

gsize
relata_utf8_validate(const char *bytes, gsize n)
{
  g_return_val_if_fail(bytes != NULL, 0);
  const char *end;
  return g_utf8_validate_len(bytes, n, &end) ? n : (gsize)(end - bytes);
}
