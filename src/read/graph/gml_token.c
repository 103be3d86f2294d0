/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/graph/gml_token.h"

#include "text/position.h"

#include <string.h>

/* The longest word, in bytes. */
#define MOST ((gsize)1 << 20)

void
relata_gml_words_begin(RelataGmlWords *words, const RelataInput *input)
{
  *words = (RelataGmlWords){.pieces = relata_pieces_begin(input), .line = 1, .column = 1};
  words->text = g_string_new(NULL);
  words->where.file = input->shown;
  while (words->pieces.n < 3 && words->failure == NULL && relata_pieces_more(&words->pieces, &words->failure))
    ;
  if (words->pieces.n >= 3 && memcmp(words->pieces.bytes, "\xEF\xBB\xBF", 3) == 0)
    words->at = 3;
}

void
relata_gml_words_end(RelataGmlWords *words)
{
  relata_pieces_end(&words->pieces);
  g_string_free(words->text, TRUE);
  g_clear_error(&words->failure);
}

/* Returns the next byte without taking it, −1 at the end. */
static int
look(RelataGmlWords *words)
{
  if (words->at == words->pieces.n) {
    relata_pieces_take(&words->pieces, words->at);
    words->at = 0;
    if (words->failure != NULL || !relata_pieces_more(&words->pieces, &words->failure))
      return -1;
  }
  return (guchar)words->pieces.bytes[words->at];
}

static void
take(RelataGmlWords *words)
{
  const char byte = words->pieces.bytes[words->at++];
  if (byte == '\n') {
    words->line++;
    words->column = 1;
  } else if (((guchar)byte & 0xC0) != 0x80) {
    words->column++;
  }
}

static void
pass_blanks(RelataGmlWords *words)
{
  gboolean comment = FALSE;
  int byte;
  while ((byte = look(words)) >= 0 && (comment || g_ascii_isspace(byte) || byte == '#')) {
    comment = (comment || byte == '#') && byte != '\n';
    take(words);
  }
}

static RelataGmlKind
wrong(RelataGmlWords *words, const char *what)
{
  g_string_assign(words->text, what);
  return RELATA_GML_WRONG;
}

static RelataGmlKind
string_of(RelataGmlWords *words)
{
  int byte;
  take(words);
  while ((byte = look(words)) >= 0 && byte != '"') {
    if (words->text->len == MOST)
      return wrong(words, "a string is longer than 1 MiB");
    g_string_append_c(words->text, (char)byte);
    take(words);
  }
  if (byte < 0)
    return words->failure != NULL ? RELATA_GML_OVER : wrong(words, "a string has no end");
  take(words);
  if (relata_utf8_validate(words->text->str, words->text->len) < words->text->len)
    return wrong(words, "a string is not valid UTF-8");
  return RELATA_GML_STRING;
}

static RelataGmlKind
word_of(RelataGmlWords *words)
{
  int byte;
  while ((byte = look(words)) >= 0 && (g_ascii_isalnum(byte) || strchr("_+-.", byte) != NULL) && byte != 0 &&
         words->text->len < MOST) {
    g_string_append_c(words->text, (char)byte);
    take(words);
  }
  const char *text = words->text->str;
  if (*text == '\0')
    return wrong(words, "there is a character that can begin nothing here");
  char *end;
  g_ascii_strtod(text, &end);
  return g_ascii_isalpha(*text) ? RELATA_GML_KEY
         : *end == '\0'         ? RELATA_GML_NUMBER
                                : wrong(words, "this is neither a key nor a number");
}

RelataGmlKind
relata_gml_words_next(RelataGmlWords *words)
{
  pass_blanks(words);
  words->where.line = words->line;
  words->where.column = words->column;
  g_string_truncate(words->text, 0);
  const int byte = look(words);
  if (byte == '[' || byte == ']')
    take(words);
  words->kind = byte < 0      ? RELATA_GML_OVER
                : byte == '[' ? RELATA_GML_OPEN
                : byte == ']' ? RELATA_GML_CLOSE
                : byte == '"' ? string_of(words)
                              : word_of(words);
  return words->kind;
}
