/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The strict check of JSON text: a state machine over the raw bytes, with a small stack of its own. */
#include "read/json/json_internal.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

typedef struct {
  const char *bytes;
  gsize n, at;
  gboolean cut; /* a byte after the last one was needed */
  GArray *offsets;
  guint n_values;
  RelataJsonFault *fault;
  guint depth;
  guint8 stack[RELATA_JSON_MAX_DEPTH]; /* the open containers: '{' or '[' */
} Scan;

static gboolean fail(Scan *scan, gsize at, const char *code, const char *hint, const char *format, ...)
    G_GNUC_PRINTF(5, 6);

static gboolean
fail(Scan *scan, gsize at, const char *code, const char *hint, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  *scan->fault = (RelataJsonFault){at, code, g_strdup_vprintf(format, arguments), hint};
  va_end(arguments);
  return FALSE;
}

int
relata_json_shown_length(const char *word)
{
  int length = 0;
  while (length < 60 && word[length] != '\0')
    length++;
  while (word[length] != '\0' && ((guchar)word[length] & 0xC0) == 0x80)
    length--;
  return length;
}

/* Returns the byte at an offset, or −1 at the end. */
static int
byte_at(Scan *scan, gsize at)
{
  if (at < scan->n)
    return (guchar)scan->bytes[at];
  scan->cut = TRUE;
  return -1;
}

/* Returns the length of the UTF-8 sequence at an offset. It must have the shortest form and not be a
 * surrogate. 0 for an invalid sequence, or one that the end cuts. */
static gsize
sequence_at(Scan *scan, gsize at)
{
  const guchar *bytes = (const guchar *)scan->bytes + at;
  const gsize length = *bytes < 0x80   ? 1
                       : *bytes < 0xC2 ? 0
                       : *bytes < 0xE0 ? 2
                       : *bytes < 0xF0 ? 3
                       : *bytes < 0xF5 ? 4
                                       : 0;
  const int least = *bytes == 0xE0 ? 0xA0 : *bytes == 0xF0 ? 0x90 : 0x80;
  const int most = *bytes == 0xED ? 0x9F : *bytes == 0xF4 ? 0x8F : 0xBF;
  for (gsize i = 1; i < length; i++) {
    const int c = byte_at(scan, at + i);
    if (c < (i == 1 ? least : 0x80) || c > (i == 1 ? most : 0xBF))
      return 0;
  }
  return length;
}

static gboolean
fail_character(Scan *scan, gsize at)
{
  if (scan->bytes[at] == '\0')
    return fail(scan, at, "json-character", "the file may be UTF-16: JSON is UTF-8", "a NUL byte");
  return fail(scan, at, "invalid-utf8",
              "JSON is UTF-8: convert the file, or say what it is written in: `encoding` windows-1252",
              "the byte 0x%02X is not valid UTF-8 here", (guchar)scan->bytes[at]);
}

/* Hints for common mistakes: text that JSON does not allow. */
static const char *
hint_for(int c)
{
  switch (c) {
  case '\'':
    return "strings stand between double quotation marks";
  case '/':
  case '#':
    return "JSON has no comments";
  case '.':
    return "a number begins with a digit";
  case '+':
    return "a number has no plus sign";
  case 'N':
  case 'I':
    return "JSON has no NaN and no Infinity; leave the key out";
  case 'T':
  case 'F':
    return "true and false are written in lower case";
  case 'u':
  case 'n':
    return "leave the key out where there is no value";
  default:
    return NULL;
  }
}

/* Reports "expected WHAT, found …" at the current place. */
static gboolean
fail_expected(Scan *scan, const char *what, const char *hint)
{
  const int c = byte_at(scan, scan->at);
  if (c < 0)
    return fail(scan, scan->at, "json-syntax", hint, "expected %s, found the end", what);
  if (c == 0 || sequence_at(scan, scan->at) == 0)
    return fail_character(scan, scan->at);
  if (hint == NULL)
    hint = hint_for(c);
  const char *found = scan->bytes + scan->at;
  const gunichar character = g_utf8_get_char(found);
  if (!g_unichar_isgraph(character))
    return fail(scan, scan->at, "json-syntax", hint, "expected %s, found U+%04X", what, character);
  const int length = (int)(g_utf8_next_char(found) - found);
  return fail(scan, scan->at, "json-syntax", hint, "expected %s, found '%.*s'", what, length, found);
}

void
relata_json_expect(const char *bytes, gsize n, gsize at, const char *what, const char *hint,
                   RelataJsonFault *fault)
{
  Scan scan = {.bytes = bytes, .n = n, .at = at, .fault = fault};
  fail_expected(&scan, what, hint);
}

gsize
relata_json_skip_space(const char *bytes, gsize n)
{
  gsize at = 0;
  while (at < n && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t'))
    at++;
  return at;
}

/* Returns the value of four hexadecimal digits, or −1. */
static int
hex4(Scan *scan, gsize at)
{
  int value = 0;
  for (gsize i = at; i < at + 4; i++) {
    const int c = byte_at(scan, i), digit = c < 0 ? -1 : g_ascii_xdigit_value((char)c);
    if (digit < 0)
      return -1;
    value = value * 16 + digit;
  }
  return value;
}

/* Scans an escape; the scan is at the backslash. */
static gboolean
scan_escape(Scan *scan)
{
  const gsize at = scan->at;
  const int c = byte_at(scan, at + 1);
  if (c > 0 && strchr("\"\\/bfnrt", c) != NULL) {
    scan->at += 2;
    return TRUE;
  }
  if (c != 'u')
    return fail(scan, at, "json-syntax", "a backslash itself is written \\\\",
                "a backslash in a string must begin one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX");
  const int unit = hex4(scan, at + 2);
  if (unit < 0)
    return fail(scan, at, "json-syntax", NULL, "expected four hexadecimal digits after \\u");
  if (unit == 0)
    return fail(scan, at, "json-character", NULL, "a text cannot hold the character \\u0000");
  scan->at += 6;
  if (unit < 0xD800 || unit > 0xDFFF)
    return TRUE;
  const gboolean pair = unit < 0xDC00 && byte_at(scan, at + 6) == '\\' && byte_at(scan, at + 7) == 'u';
  const int low = pair ? hex4(scan, at + 8) : -1;
  if (low < 0xDC00 || low > 0xDFFF)
    return fail(scan, at, "json-character", NULL, "\\u%04X is one half of a surrogate pair without the other",
                (guint)unit);
  scan->at += 6;
  return TRUE;
}

/* Reports that a string cannot hold the character unescaped. */
static gboolean
fail_in_string(Scan *scan, guchar c)
{
  if (c == '\0')
    return fail_character(scan, scan->at);
  if (c == '\n' || c == '\r')
    return fail(scan, scan->at, "json-syntax", "the closing quotation mark may be missing",
                "a line break in a string must be written \\n");
  return fail(scan, scan->at, "json-syntax", NULL,
              "the control character U+%04X in a string must be written %s", c,
              c == '\t' ? "\\t" : "as \\uXXXX");
}

/* Scans a string; the scan is at the opening quotation mark. */
static gboolean
scan_string(Scan *scan)
{
  const gsize begin = scan->at++;
  while (scan->at < scan->n) {
    const guchar c = (guchar)scan->bytes[scan->at];
    if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\') {
      scan->at++;
    } else if (c == '"') {
      scan->at++;
      return TRUE;
    } else if (c == '\\') {
      if (!scan_escape(scan))
        return FALSE;
    } else if (c >= 0x80) {
      const gsize length = sequence_at(scan, scan->at);
      if (length == 0)
        return fail_character(scan, scan->at);
      scan->at += length;
    } else {
      return fail_in_string(scan, c);
    }
  }
  scan->cut = TRUE;
  return fail(scan, begin, "json-syntax", NULL, "the string that begins here is not closed");
}

static gsize
skip_digits(Scan *scan)
{
  const gsize begin = scan->at;
  for (int c = byte_at(scan, begin); c >= '0' && c <= '9'; c = byte_at(scan, scan->at))
    scan->at++;
  return scan->at - begin;
}

/* Scans a number; the scan is at '-' or a digit. */
static gboolean
scan_number(Scan *scan)
{
  static const char largest[] = "9007199254740992"; /* 2^53 */
  const gsize begin = scan->at;
  gboolean whole = TRUE;
  if (byte_at(scan, scan->at) == '-')
    scan->at++;
  const gsize digits = scan->at;
  const gsize n_digits = skip_digits(scan);
  if (n_digits == 0)
    return fail_expected(scan, "a digit after '-'", NULL);
  if (n_digits > 1 && scan->bytes[digits] == '0')
    return fail(scan, begin, "json-number", "write it without the 0, or as a string",
                "a number cannot begin with a 0 that another digit follows");
  if (byte_at(scan, scan->at) == '.') {
    whole = FALSE;
    scan->at++;
    if (skip_digits(scan) == 0)
      return fail_expected(scan, "a digit after the decimal point", NULL);
  }
  if (byte_at(scan, scan->at) == 'e' || byte_at(scan, scan->at) == 'E') {
    whole = FALSE;
    scan->at++;
    if (byte_at(scan, scan->at) == '+' || byte_at(scan, scan->at) == '-')
      scan->at++;
    if (skip_digits(scan) == 0)
      return fail_expected(scan, "a digit in the exponent", NULL);
  }
  const gsize length = scan->at - begin;
  if (length > RELATA_JSON_MAX_NUMBER)
    return fail(scan, begin, "json-number", NULL,
                "a number of %" G_GSIZE_FORMAT " characters; at most %d are read", length,
                RELATA_JSON_MAX_NUMBER);
  if (whole) {
    const gsize most = sizeof largest - 1;
    if (n_digits > most || (n_digits == most && strncmp(scan->bytes + digits, largest, most) > 0))
      return fail(scan, begin, "json-number", "write it as a string if it is a name",
                  "a whole number beyond 2^53 = %s would be rounded", largest);
    return TRUE;
  }
  char copy[RELATA_JSON_MAX_NUMBER + 1];
  memcpy(copy, scan->bytes + begin, length);
  copy[length] = '\0';
  if (!isfinite(g_ascii_strtod(copy, NULL)))
    return fail(scan, begin, "json-number", NULL, "the number %s is too large", copy);
  return TRUE;
}

static gboolean
scan_word(Scan *scan, const char *word)
{
  gsize length = 0;
  while (word[length] != '\0' && byte_at(scan, scan->at + length) == word[length])
    length++;
  if (word[length] != '\0')
    return fail_expected(scan, "a value", NULL);
  scan->at += length;
  return TRUE;
}

/* What may come next. */
typedef enum { VALUE, VALUE_OR_END, KEY, KEY_OR_END, COLON, COMMA_OR_END } Next;

/* Grows the array itself, by doubling, because a GLib call for each value takes a fifth of the scan's
 * time. */
static void
note_value(Scan *scan)
{
  if (scan->n_values == scan->offsets->len)
    g_array_set_size(scan->offsets, 2 * scan->offsets->len);
  g_array_index(scan->offsets, guint32, scan->n_values++) = (guint32)scan->at;
}

/* Scans a value from its first byte. */
static gboolean
scan_value(Scan *scan, Next *next)
{
  const int c = byte_at(scan, scan->at);
  note_value(scan);
  *next = COMMA_OR_END;
  switch (c) {
  case '{':
  case '[':
    if (scan->depth == RELATA_JSON_MAX_DEPTH)
      return fail(scan, scan->at, "json-depth", NULL, "nested deeper than %d levels", RELATA_JSON_MAX_DEPTH);
    scan->stack[scan->depth++] = (guint8)c;
    scan->at++;
    *next = c == '{' ? KEY_OR_END : VALUE_OR_END;
    return TRUE;
  case '"':
    return scan_string(scan);
  case 't':
    return scan_word(scan, "true");
  case 'f':
    return scan_word(scan, "false");
  case 'n':
    return scan_word(scan, "null");
  default:
    if (c == '-' || (c >= '0' && c <= '9'))
      return scan_number(scan);
    return fail_expected(scan, "a value", NULL);
  }
}

/* Scans one token from its first byte. */
static gboolean
scan_token(Scan *scan, Next *next)
{
  static const char *const trailing = "remove the comma before it";
  const int c = byte_at(scan, scan->at);
  const gboolean object = scan->depth > 0 && scan->stack[scan->depth - 1] == '{';
  if (c == (object ? '}' : ']') && scan->depth > 0 &&
      (*next == VALUE_OR_END || *next == KEY_OR_END || *next == COMMA_OR_END)) {
    scan->depth--;
    scan->at++;
    *next = COMMA_OR_END;
    return TRUE;
  }
  switch (*next) {
  case VALUE:
    if (c == ']' && !object && scan->depth > 0)
      return fail_expected(scan, "a value after the comma", trailing);
    return scan_value(scan, next);
  case VALUE_OR_END:
    return scan_value(scan, next);
  case KEY:
  case KEY_OR_END:
    if (c == '}')
      return fail_expected(scan, "a key after the comma", trailing);
    if (c != '"')
      return fail_expected(
          scan, *next == KEY ? "a key in quotation marks" : "a key in quotation marks or '}'", NULL);
    *next = COLON;
    return scan_string(scan);
  case COLON:
    if (c != ':')
      return fail_expected(scan, "':' after the key", NULL);
    scan->at++;
    *next = VALUE;
    return TRUE;
  case COMMA_OR_END:
  default:
    if (c != ',')
      return fail_expected(scan, object ? "',' or '}'" : "',' or ']'", NULL);
    scan->at++;
    *next = object ? KEY : VALUE;
    return TRUE;
  }
}

/* Scans to the end of the value; FALSE on an error. */
static gboolean
scan_all(Scan *scan)
{
  Next next = VALUE;
  do {
    scan->at += relata_json_skip_space(scan->bytes + scan->at, scan->n - scan->at);
    if (!scan_token(scan, &next))
      return FALSE;
  } while (scan->depth > 0 || next != COMMA_OR_END);
  return TRUE;
}

RelataJsonOutcome
relata_json_scan(const char *bytes, gsize n, gboolean last, gsize *end, GArray *offsets,
                 RelataJsonFault *fault)
{
  Scan scan = {.bytes = bytes, .n = n, .offsets = offsets, .fault = fault};
  g_array_set_size(offsets, MAX(offsets->len, 64));
  const gboolean good = scan_all(&scan);
  *end = scan.at;
  if (!scan.cut || last)
    return good ? RELATA_JSON_GOOD : RELATA_JSON_BAD;
  if (!good)
    g_free(fault->message);
  return RELATA_JSON_CUT;
}
