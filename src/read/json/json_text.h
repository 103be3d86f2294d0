/* SPDX-License-Identifier: GPL-2.0-or-later */
/* JSON as relata reads it: strict, with the line and column of every value.
 *
 * cJSON builds the tree, but only from text that was checked before, because cJSON itself accepts invalid
 * UTF-8, duplicate keys, \u0000, text after the document, 01, 1e999 and rounded integers. Every error goes to
 * diagnostics. Tables describe the fields of objects (relata_json_fill), so that readers declare what they
 * expect as data, and all report errors in the same words. */
#ifndef RELATA_READ_JSON_JSON_TEXT_H
#define RELATA_READ_JSON_JSON_TEXT_H

#include "corpus/diagnostics.h"
#include "text/date.h"

#include <glib.h>
#include <stddef.h>

G_BEGIN_DECLS

/* The byte order mark; some editors write one. It is no part of what the file says. */
#define RELATA_JSON_BOM "\xEF\xBB\xBF"

/* cJSON's node. It is declared here so that a user of this header needs cJSON only to walk trees itself. */
typedef struct cJSON cJSON;

/* Deeper nesting, and numbers of more characters, are refused. */
#define RELATA_JSON_MAX_DEPTH  200
#define RELATA_JSON_MAX_NUMBER 63

/* A parser of one JSON document, or of the lines of JSON Lines one after another. */
typedef struct RelataJson RelataJson;

/* Borrows shown (the file's name in diagnostics) and diagnostics; places borrow shown too. */
RelataJson *relata_json_new(const char *shown, RelataDiagnostics *diagnostics);
void relata_json_free(RelataJson *json);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataJson, relata_json_free)

/* Parses n bytes, which begin at the start of the given line of the file (1 for a whole file). The tree
 * replaces the one parsed before. bytes belong to the caller and must live as long as the tree; they need not
 * end with NUL; a byte order mark is skipped. Returns the root, owned by json, or NULL after reporting the
 * error and its place. Do not use the nodes' valueint, which json needs for itself; use valuedouble. O(n),
 * and O(depth) stack with depth ≤ RELATA_JSON_MAX_DEPTH. */
cJSON *relata_json_parse(RelataJson *json, const char *bytes, gsize n, guint line);

/* Returns the value that a JSON Pointer (RFC 6901) names in the tree, or NULL. O(size of what it passes). */
const cJSON *relata_json_at(const RelataJson *json, const char *pointer);
/* Returns the member of an object, or NULL; the key is case-sensitive. Linear in the object. */
const cJSON *relata_json_member(const cJSON *object, const char *key);
/* Return where a value, or the key of an object's member, begins. item is in the tree parsed last. */
RelataPlace relata_json_place(RelataJson *json, const cJSON *item);
RelataPlace relata_json_key_place(RelataJson *json, const cJSON *item);

/* Returns a number as it is written, with all its digits, for messages. Newly allocated. */
char *relata_json_number(const RelataJson *json, const cJSON *number);

/* Reports an error at a value; hint may be NULL. */
void relata_json_complain(RelataJson *json, const cJSON *item, const char *code, const char *hint,
                          const char *format, ...) G_GNUC_PRINTF(5, 6);

/* The kinds of values that a key may have, with the C type of the slot that receives each. Strings borrow
 * from the tree. */
typedef enum {
  RELATA_JSON_STRING,     /* const char * */
  RELATA_JSON_ID,         /* const char *: not empty, without control characters */
  RELATA_JSON_DATE,       /* RelataDate: EDTF */
  RELATA_JSON_WORD,       /* int: the index of the string in the field's words; "" matches none */
  RELATA_JSON_BOOLEAN,    /* gboolean */
  RELATA_JSON_NUMBER,     /* double, finite */
  RELATA_JSON_COUNT,      /* guint: a whole number from 0, below G_MAXUINT */
  RELATA_JSON_STRINGS,    /* const cJSON *: an array of strings */
  RELATA_JSON_SPEAKERS,   /* const cJSON *: a string or an array of strings */
  RELATA_JSON_STRING_MAP, /* const cJSON *: an object whose values are strings */
  RELATA_JSON_ARRAY,      /* const cJSON * */
  RELATA_JSON_OBJECT,     /* const cJSON * */
  RELATA_JSON_ANY,        /* const cJSON * */
  RELATA_JSON_ITEM = 16,  /* added to another type: const cJSON *, of that JSON type; not checked further */
  RELATA_JSON_ALONE = 32  /* added too: a value of another type costs only itself, as a wrong date does */
} RelataJsonType;

typedef struct {
  const char *key; /* NULL ends a table; a table has at most 64 rows */
  RelataJsonType type;
  gsize offset; /* of the slot in the target: offsetof(Target, member) */
  gboolean required;
  const char *const *words; /* for RELATA_JSON_WORD: NULL-terminated */
} RelataJsonField;

/* Rows of such tables; the key is the name of the struct's member. */
/* clang-format off */
#define RELATA_JSON_MAY(Struct, key, TYPE) {#key, RELATA_JSON_##TYPE, offsetof(Struct, key), FALSE, NULL}
#define RELATA_JSON_MUST(Struct, key, TYPE) {#key, RELATA_JSON_##TYPE, offsetof(Struct, key), TRUE, NULL}
#define RELATA_JSON_ONE_OF(Struct, key, words) {#key, RELATA_JSON_WORD, offsetof(Struct, key), FALSE, words}
#define RELATA_JSON_END {NULL, RELATA_JSON_ANY, 0, FALSE, NULL}
/* clang-format on */

/* Stores the members of an object in target; the slots of absent keys keep their values. A value that is not
 * an object, unknown keys (the message names the nearest known one, which is not missing then), wrong types
 * and values, and missing required keys are errors at their places. Valid members are stored even so. TRUE
 * when there was no error but such as cost only the value. `what` names the object in messages: "a claim".
 * O(size of the object · fields). */
gboolean relata_json_fill(RelataJson *json, const cJSON *object, const char *what,
                          const RelataJsonField *fields, void *target);

/* Stores one value, as for a field of that type, in *slot. FALSE after reporting what is wrong with it. */
gboolean relata_json_take(RelataJson *json, const cJSON *item, const RelataJsonField *field, void *slot);

/* Returns the first top-level key of a JSON object that is among keys (NULL-terminated), or NULL; used to
 * recognise a format. Reads at most the first 64 KiB and ignores errors in them. */
const char *relata_json_peek(const char *bytes, gsize n, const char *const *keys);

G_END_DECLS

#endif
