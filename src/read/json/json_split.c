/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads the top level of a JSON text by hand. Everything inside goes through the one scanner that reads all
 * JSON. If the current piece cuts a record, the record is scanned again with as many bytes more. A byte is
 * scanned once or, in such a record, three times. */
#include "read/json/json_split.h"

#include "read/json/json_internal.h"
#include "read/pieces.h"

#include <cJSON.h>
#include <string.h>

/* The position in the text. */
typedef enum {
  AT_BEGINNING,
  AMONG_VALUES,
  IN_ARRAY,  /* in the array at the top */
  IN_OBJECT, /* in the object at the top */
  IN_MEMBER, /* in an array that is a member of it */
  AT_END,    /* the value at the top is closed */
  OVER
} State;

struct RelataJsonSplit {
  RelataJson *json;
  const char *const *keys;
  guint64 seen; /* keys that occurred, as bits */
  RelataPieces pieces;
  guint line, column; /* of the first byte that is held */
  gsize used;         /* bytes of the returned record; kept until the next call for its places */
  State state;
  gboolean first;  /* no comma is expected */
  gboolean broken; /* bad syntax ended it */
  char *key;
  GError *reason; /* why reading failed */
};

RelataJsonSplit *
relata_json_split_new(const RelataInput *input, RelataJson *json, const char *const *keys)
{
  RelataJsonSplit *split = g_new0(RelataJsonSplit, 1);
  split->json = json;
  split->keys = keys;
  split->pieces = relata_pieces_begin(input);
  split->line = split->column = 1;
  return split;
}

gboolean
relata_json_split_is_broken(const RelataJsonSplit *split)
{
  return split->broken;
}

void
relata_json_split_free(RelataJsonSplit *split)
{
  if (split == NULL)
    return;
  relata_pieces_end(&split->pieces);
  g_free(split->key);
  g_clear_error(&split->reason);
  g_free(split);
}

/* Skips n bytes. The two loops are plain so that compilers make them fast. */
static void
take(RelataJsonSplit *split, gsize n)
{
  const char *bytes = split->pieces.bytes;
  const char *newline = memrchr(bytes, '\n', n);
  guint lines = 0, characters = 0;
  for (const char *at = bytes; newline != NULL && at <= newline; at++)
    lines += *at == '\n';
  for (const char *at = newline != NULL ? newline + 1 : bytes; at < bytes + n; at++)
    characters += ((guchar)*at & 0xC0) != 0x80;
  split->line += lines;
  split->column = (newline != NULL ? 1 : split->column) + characters;
  relata_pieces_take(&split->pieces, n);
}

/* Returns the next byte that is not white space, or −1 at the end or where reading fails. */
static int
look(RelataJsonSplit *split)
{
  for (;;) {
    take(split, relata_json_skip_space(split->pieces.bytes, split->pieces.n));
    if (split->pieces.n > 0)
      return (guchar)*split->pieces.bytes;
    if (!relata_pieces_more(&split->pieces, &split->reason))
      return -1;
  }
}

/* If the next byte that is not white space is this one, takes it and returns TRUE. */
static gboolean
takes(RelataJsonSplit *split, char c)
{
  if (look(split) != c)
    return FALSE;
  take(split, 1);
  return TRUE;
}

/* Gives up after bad syntax: what follows cannot be trusted. */
static void
give_up(RelataJsonSplit *split)
{
  split->broken = split->reason == NULL;
  split->state = OVER;
}

/* Reports "expected WHAT, found …" here, unless reading failed. Always returns FALSE. */
static gboolean
expected(RelataJsonSplit *split, const char *what, const char *hint)
{
  while (split->pieces.n < 4 && relata_pieces_more(&split->pieces, &split->reason))
    continue; /* a character may be cut */
  if (split->reason == NULL) {
    RelataJsonFault fault;
    relata_json_expect(split->pieces.bytes, split->pieces.n, 0, what, hint, &fault);
    relata_json_complain_fault(split->json, split->pieces.bytes, split->line, split->column, &fault);
  }
  give_up(split);
  return FALSE;
}

/* Returns the value that begins here. NULL where it is refused, and where the state becomes OVER. */
static cJSON *
parse(RelataJsonSplit *split)
{
  RelataPieces *held = &split->pieces;
  RelataJsonOutcome outcome;
  cJSON *value = NULL;
  for (;;) {
    const gboolean last = held->ended && !held->failed;
    outcome = relata_json_parse_first(split->json, held->bytes, held->n, last, split->line, split->column,
                                      &split->used, &value);
    if (outcome != RELATA_JSON_CUT || held->failed)
      break;
    const gsize wanted = 2 * held->n;
    while (held->n < wanted && relata_pieces_more(held, &split->reason))
      continue;
  }
  if (outcome != RELATA_JSON_GOOD) {
    split->used = 0;
    give_up(split);
  }
  return value;
}

/* Opens the value at the top. */
static gboolean
begin(RelataJsonSplit *split)
{
  while (split->pieces.n < 3 && relata_pieces_more(&split->pieces, &split->reason))
    continue;
  if (split->pieces.n >= 3 && memcmp(split->pieces.bytes, RELATA_JSON_BOM, 3) == 0)
    take(split, 3);
  split->first = TRUE;
  if (takes(split, '['))
    split->state = IN_ARRAY;
  else if (split->keys != NULL && takes(split, '{'))
    split->state = IN_OBJECT;
  else if (split->pieces.n > 0)
    split->state = AMONG_VALUES;
  else
    return expected(split, "a value", NULL);
  return TRUE;
}

/* Takes a comma, if one is expected, or the end of the container and sets *closed. FALSE for neither. */
static gboolean
separate(RelataJsonSplit *split, char end, gboolean *closed)
{
  *closed = takes(split, end);
  if (*closed || split->first) {
    split->first = FALSE;
    return TRUE;
  }
  if (!takes(split, ','))
    return expected(split, end == '}' ? "',' or '}'" : "',' or ']'", NULL);
  if (look(split) == end)
    return expected(split, end == '}' ? "a key after the comma" : "a value after the comma",
                    "remove the comma before it");
  return TRUE;
}

/* Returns the index of the member's key in keys, or −1. */
static int
find_key(const RelataJsonSplit *split)
{
  for (int i = 0; split->keys[i] != NULL; i++)
    if (strcmp(split->keys[i], split->key) == 0)
      return i;
  return -1;
}

/* Takes a member's key and colon, and enters its array if it is to be split. */
static gboolean
open_member(RelataJsonSplit *split, gboolean first)
{
  if (look(split) != '"')
    return expected(split, first ? "a key in quotation marks or '}'" : "a key in quotation marks", NULL);
  const cJSON *key = parse(split);
  if (key == NULL)
    return FALSE;
  g_free(split->key);
  split->key = g_strdup(key->valuestring);
  const int index = find_key(split);
  if (index >= 0 && (split->seen & G_GUINT64_CONSTANT(1) << index) != 0) {
    relata_json_complain(split->json, key, "duplicate-key", NULL, "the key \"%s\" stands here again",
                         split->key);
    split->state = OVER;
    return FALSE;
  }
  take(split, split->used);
  split->used = 0;
  if (!takes(split, ':'))
    return expected(split, "':' after the key", NULL);
  if (index >= 0) {
    split->seen |= G_GUINT64_CONSTANT(1) << index;
    split->first = takes(split, '[');
    split->state = split->first ? IN_MEMBER : IN_OBJECT;
  }
  look(split); /* skips white space, so that the value's place is its own */
  return TRUE;
}

/* Moves to the first byte of the next record. FALSE where the state becomes OVER. */
static gboolean
advance(RelataJsonSplit *split)
{
  while (split->state != OVER) {
    const gboolean first = split->first;
    gboolean closed = FALSE;
    switch (split->state) {
    case AT_BEGINNING:
      if (!begin(split))
        return FALSE;
      break;
    case AMONG_VALUES:
      if (look(split) >= 0)
        return TRUE;
      split->state = OVER;
      break;
    case IN_ARRAY:
    case IN_MEMBER:
      if (!separate(split, ']', &closed))
        return FALSE;
      if (!closed)
        return TRUE;
      split->state = split->state == IN_MEMBER ? IN_OBJECT : AT_END;
      break;
    case IN_OBJECT:
      if (!separate(split, '}', &closed) || (!closed && !open_member(split, first)))
        return FALSE;
      if (closed)
        split->state = AT_END;
      else if (split->state == IN_OBJECT)
        return TRUE;
      break;
    case AT_END:
    default:
      if (look(split) >= 0)
        return expected(split, "the end after the value", NULL);
      split->state = OVER;
    }
  }
  return FALSE;
}

cJSON *
relata_json_split_next(RelataJsonSplit *split, const char **key, GError **error)
{
  cJSON *record;
  do {
    take(split, split->used);
    split->used = 0;
    record = advance(split) ? parse(split) : NULL;
  } while (record == NULL && split->state != OVER);
  if (key != NULL)
    *key = split->key;
  if (record == NULL && split->reason != NULL)
    g_propagate_error(error, g_steal_pointer(&split->reason));
  return record;
}
