/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Turns checked text into a cJSON tree, and finds line and column of each of its values.
 *
 * The scan notes the byte offset of every value in document order. A walk over cJSON's tree has the same
 * order, so each node gets its offset (4 bytes per value, kept in the field valueint, which cJSON uses only
 * for a number's rounded value). Line and column are computed on demand. */
#include "read/json/json_text.h"

#include "read/json/json_internal.h"
#include "read/read.h"
#include "text/position.h"

#include <cJSON.h>
#include <stdarg.h>
#include <string.h>

/* Up to this offset a place is counted from the beginning; beyond it, an index of the whole text costs
 * less. */
#define NEAR 256
/* Larger objects compare their keys by hashing. */
#define FEW_MEMBERS 16
/* Beyond this many errors, hints are left out: nobody reads so many with care. */
#define FLOOD 1000

struct RelataJson {
  const char *shown;
  RelataDiagnostics *diagnostics;
  const char *bytes;
  gsize n;
  guint line, column; /* of the first byte */
  cJSON *root;
  GArray *offsets;  /* guint32; used while parsing, kept for reuse */
  RelataText *text; /* of bytes; made when first needed */
};

RelataJson *
relata_json_new(const char *shown, RelataDiagnostics *diagnostics)
{
  RelataJson *json = g_new0(RelataJson, 1);
  json->shown = shown;
  json->diagnostics = diagnostics;
  json->offsets = g_array_new(FALSE, FALSE, sizeof(guint32));
  return json;
}

static void
forget(RelataJson *json)
{
  g_clear_pointer(&json->root, cJSON_Delete);
  g_clear_pointer(&json->text, relata_text_free);
}

void
relata_json_free(RelataJson *json)
{
  if (json == NULL)
    return;
  forget(json);
  g_array_unref(json->offsets);
  g_free(json);
}

/* Returns the place of a byte; everything before it is valid UTF-8. O(offset). */
static RelataPlace
count_to(const RelataJson *json, gsize offset)
{
  RelataPlace place = {json->shown, json->line, json->column};
  for (gsize i = 0; i < offset; i++) {
    if (json->bytes[i] == '\n') {
      place.line++;
      place.column = 1;
    } else if (((guchar)json->bytes[i] & 0xC0) != 0x80) {
      place.column++;
    }
  }
  return place;
}

static RelataPlace
place_of(RelataJson *json, gsize offset)
{
  if (offset <= NEAR)
    return count_to(json, offset);
  if (json->text == NULL)
    json->text = relata_text_new(json->bytes, json->n);
  RelataPlace place = {json->shown, 0, 0};
  relata_text_line_column(json->text, relata_text_position_of(json->text, offset), &place.line,
                          &place.column);
  if (place.line == 1)
    place.column += json->column - 1;
  place.line += json->line - 1;
  return place;
}

RelataPlace
relata_json_place(RelataJson *json, const cJSON *item)
{
  return place_of(json, (gsize)item->valueint);
}

/* Returns where the key begins whose value is at an offset: goes back over white space, the colon and the
 * key. */
static gsize
key_offset(const RelataJson *json, gsize value)
{
  gsize at = value;
  while (json->bytes[at - 1] != '"') /* only white space and a colon come between */
    at--;
  at--; /* the closing quotation mark */
  for (;;) {
    do
      at--;
    while (json->bytes[at] != '"');
    gsize backslashes = 0; /* a quotation mark within the key follows an odd number of them */
    while (json->bytes[at - 1 - backslashes] == '\\')
      backslashes++;
    if (backslashes % 2 == 0)
      return at;
  }
}

RelataPlace
relata_json_key_place(RelataJson *json, const cJSON *item)
{
  return item->string == NULL ? relata_json_place(json, item)
                              : place_of(json, key_offset(json, (gsize)item->valueint));
}

static void
complain_duplicate(RelataJson *json, const cJSON *member, const cJSON *first)
{
  const RelataPlace place = relata_json_key_place(json, member);
  const guint line = relata_json_key_place(json, first).line;
  relata_diagnose(json->diagnostics, RELATA_ERROR_IN_DATA, "duplicate-key", &place, NULL,
                  "the key \"%.*s\" stands here again: first on line %u",
                  relata_json_shown_length(member->string), member->string, line);
}

char *
relata_json_number(const RelataJson *json, const cJSON *number)
{
  const gsize begin = (gsize)number->valueint;
  gsize end = begin;
  while (end < json->n && (g_ascii_isdigit(json->bytes[end]) || strchr("+-.eE", json->bytes[end]) != NULL) &&
         json->bytes[end] != '\0')
    end++;
  return g_strndup(json->bytes + begin, end - begin);
}

static gboolean
same_key(const cJSON *a, const cJSON *b)
{
  return a->string[0] == b->string[0] &&
         strcmp(a->string, b->string) == 0; /* in most cases the first byte decides */
}

/* Returns whether no two members have the same name; cJSON would return one of them and hide the other. */
static gboolean
has_unique_keys(RelataJson *json, const cJSON *object)
{
  gboolean unique = TRUE;
  guint n = 0;
  for (const cJSON *member = object->child; member != NULL; member = member->next)
    n++;
  g_autoptr(GHashTable) seen = n > FEW_MEMBERS ? g_hash_table_new(g_str_hash, g_str_equal) : NULL;
  for (const cJSON *member = object->child; member != NULL; member = member->next) {
    const cJSON *first = NULL;
    if (seen != NULL) {
      first = g_hash_table_lookup(seen, member->string);
      if (first == NULL)
        g_hash_table_insert(seen, member->string, (gpointer)member);
    } else {
      first = object->child;
      while (first != member && !same_key(first, member))
        first = first->next;
      if (first == member)
        first = NULL;
    }
    if (first != NULL) {
      complain_duplicate(json, member, first);
      unique = FALSE;
    }
  }
  return unique;
}

/* Gives the value and its descendants their offsets; *index is its number in document order. The recursion is
 * as deep as the text is nested, which the scan has limited. */
static gboolean
settle(RelataJson *json, cJSON *item, guint *index)
{
  gboolean unique = TRUE;
  item->valueint = (int)g_array_index(json->offsets, guint32, *index);
  *index += 1;
  for (cJSON *child = item->child; child != NULL; child = child->next)
    unique &= settle(json, child, index);
  if (cJSON_IsObject(item))
    unique &= has_unique_keys(json, item);
  return unique;
}

static void
begin(RelataJson *json, const char *bytes, gsize n, guint line, guint column)
{
  forget(json);
  json->bytes = bytes;
  json->n = n;
  json->line = line;
  json->column = column;
}

void
relata_json_complain_fault(RelataJson *json, const char *bytes, guint line, guint column,
                           RelataJsonFault *fault)
{
  begin(json, bytes, fault->at, line, column);
  const RelataPlace place = count_to(json, fault->at);
  relata_diagnose(json->diagnostics, RELATA_ERROR_IN_DATA, fault->code, &place, fault->hint, "%s",
                  fault->message);
  g_free(fault->message);
}

/* Returns whether a value of n bytes or more is too large, and reports it. */
static gboolean
is_too_large(const RelataJson *json, gsize n)
{
  const RelataPlace place = {json->shown, json->line, json->column};
  if (n > RELATA_MAX_JSON_BYTES)
    relata_diagnose(json->diagnostics, RELATA_ERROR_IN_DATA, "too-large", &place, "write it as JSON Lines",
                    "one JSON value of %" G_GSIZE_FORMAT " bytes; at most %" G_GSIZE_FORMAT " are read", n,
                    RELATA_MAX_JSON_BYTES);
  return n > RELATA_MAX_JSON_BYTES;
}

/* Returns the tree of the n bytes, which the scan accepted. */
static cJSON *
grow(RelataJson *json, gsize n)
{
  const RelataPlace place = {json->shown, json->line, json->column};
  json->n = n;
  json->root = cJSON_ParseWithLength(json->bytes, n);
  guint index = 0;
  if (json->root == NULL) /* the JSON is correct, so memory is short, and the program lets cJSON go on */
    relata_diagnose(json->diagnostics, RELATA_LOSS, "too-large", &place, NULL,
                    "not enough memory to parse it");
  else if (!settle(json, json->root, &index))
    forget(json);
  return json->root;
}

RelataJsonOutcome
relata_json_parse_first(RelataJson *json, const char *bytes, gsize n, gboolean last, guint line, guint column,
                        gsize *used, cJSON **root)
{
  RelataJsonFault fault;
  begin(json, bytes, n, line, column);
  const RelataJsonOutcome outcome = relata_json_scan(bytes, n, last, used, json->offsets, &fault);
  if (outcome == RELATA_JSON_GOOD)
    *root = is_too_large(json, *used) ? NULL : grow(json, *used);
  else if (outcome == RELATA_JSON_BAD)
    relata_json_complain_fault(json, bytes, line, column, &fault);
  else if (is_too_large(json, n))
    return RELATA_JSON_BAD;
  return outcome;
}

cJSON *
relata_json_parse(RelataJson *json, const char *bytes, gsize n, guint line)
{
  const gboolean marked = n >= 3 && memcmp(bytes, RELATA_JSON_BOM, 3) == 0;
  bytes += marked ? 3 : 0;
  n -= marked ? 3 : 0;
  const guint column = marked ? 2 : 1; /* a byte order mark counts as a character */
  begin(json, bytes, n, line, column);
  if (is_too_large(json, n))
    return NULL;
  gsize end;
  RelataJsonFault fault;
  if (relata_json_scan(bytes, n, TRUE, &end, json->offsets, &fault) == RELATA_JSON_GOOD) {
    end += relata_json_skip_space(bytes + end, n - end);
    if (end == n)
      return grow(json, n);
    relata_json_expect(bytes, n, end, "the end after the value", NULL, &fault);
  }
  relata_json_complain_fault(json, bytes, line, column, &fault);
  return NULL;
}

const cJSON *
relata_json_member(const cJSON *object, const char *key)
{
  return cJSON_GetObjectItemCaseSensitive(object, key);
}

/* Returns the child that one step of a JSON Pointer names. */
static const cJSON *
step(const cJSON *item, const char *token)
{
  if (cJSON_IsArray(item)) {
    guint64 index;
    if (!g_ascii_string_to_unsigned(token, 10, 0, G_MAXINT, &index, NULL))
      return NULL;
    return cJSON_GetArrayItem(item, (int)index);
  }
  if (!cJSON_IsObject(item))
    return NULL;
  g_autoptr(GString) key = g_string_new(token);
  g_string_replace(key, "~1", "/", 0);
  g_string_replace(key, "~0", "~", 0); /* done last, because "~01" is "~1" */
  return relata_json_member(item, key->str);
}

const cJSON *
relata_json_at(const RelataJson *json, const char *pointer)
{
  if (*pointer == '\0')
    return json->root;
  if (*pointer != '/')
    return NULL;
  g_auto(GStrv) tokens = g_strsplit(pointer + 1, "/", -1);
  const cJSON *item = json->root;
  for (char **token = tokens; *token != NULL && item != NULL; token++)
    item = step(item, *token);
  return tokens[0] == NULL && item != NULL ? step(item, "") : item;
}

static void
complain_at(RelataJson *json, RelataPlace place, const char *code, const char *hint, const char *format,
            va_list arguments)
{
  g_autofree char *message = g_strdup_vprintf(format, arguments);
  relata_diagnose(json->diagnostics, RELATA_ERROR_IN_DATA, code, &place, hint, "%s", message);
}

void
relata_json_complain(RelataJson *json, const cJSON *item, const char *code, const char *hint,
                     const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  complain_at(json, relata_json_place(json, item), code, hint, format, arguments);
  va_end(arguments);
}

void
relata_json_complain_key(RelataJson *json, const cJSON *item, const char *code, const char *hint,
                         const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  complain_at(json, relata_json_key_place(json, item), code, hint, format, arguments);
  va_end(arguments);
}

gboolean
relata_json_is_flooded(const RelataJson *json)
{
  return relata_diagnostics_count(json->diagnostics, RELATA_ERROR_IN_DATA) > FLOOD;
}

/* ── Recognising ─────────────────────────────────────────────────────────────────────────── */

#define PEEK_BYTES (64 * 1024)

const char *
relata_json_peek(const char *bytes, gsize n, const char *const *keys)
{
  const char *at = bytes, *end = bytes + MIN(n, PEEK_BYTES);
  if (end - at >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0)
    at += 3;
  while (at < end && g_ascii_isspace(*at))
    at++;
  if (at == end || *at != '{')
    return NULL;
  guint depth = 0;
  gboolean key = FALSE; /* whether a string here is a top-level key */
  for (; at < end; at++) {
    if (*at == '{' || *at == '[') {
      depth++;
      key = depth == 1;
    } else if (*at == '}' || *at == ']') {
      if (--depth == 0)
        return NULL;
    } else if (*at == ',') {
      key = depth == 1;
    } else if (*at == '"') {
      const char *begin = ++at;
      while (at < end && *at != '"')
        at += *at == '\\' ? 2 : 1;
      if (at >= end)
        return NULL;
      for (const char *const *known = keys; key && *known != NULL; known++)
        if (strlen(*known) == (gsize)(at - begin) && memcmp(*known, begin, (gsize)(at - begin)) == 0)
          return *known;
      key = FALSE;
    }
  }
  return NULL;
}
