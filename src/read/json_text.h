/* SPDX-License-Identifier: GPL-2.0-or-later */
/* JSON as relata reads it: strict, and every value knows its line and column.
 *
 * cJSON builds the tree, but only of text that was checked first: cJSON itself lets pass invalid
 * UTF-8, duplicate keys, \u0000, text after the document, 01, 1e999 and rounded integers. All that is
 * wrong goes to diagnostics. Objects are taken apart by tables (relata_json_fill), so that a reader
 * says what it expects as data and every reader words its complaints alike. */
#ifndef RELATA_READ_JSON_TEXT_H
#define RELATA_READ_JSON_TEXT_H

#include "corpus/diagnostics.h"
#include "text/date.h"

#include <glib.h>
#include <stddef.h>

G_BEGIN_DECLS

/* cJSON's node, declared here so that users of this header need cJSON only to walk trees themselves. */
typedef struct cJSON cJSON;

/* Nesting beyond this, and numbers of more characters, are refused. */
#define RELATA_JSON_MAX_DEPTH  200
#define RELATA_JSON_MAX_NUMBER 63

/* One JSON document, or one line of JSON Lines after another. */
typedef struct RelataJson RelataJson;

/* shown (the file's name in diagnostics) and diagnostics are borrowed; places hand shown on. */
RelataJson *relata_json_new(const char *shown, RelataDiagnostics *diagnostics);
void relata_json_free(RelataJson *json);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataJson, relata_json_free)

/* Parses n bytes, the first of which stands at the beginning of the given line of the file (1 for a
 * whole file), in place of what was parsed before. bytes stay the caller's and must live as long as
 * the tree; they need not end with NUL; a byte order mark is skipped. Returns the root, owned by json,
 * or NULL after saying what is wrong and where. The nodes' valueint is json's own: use valuedouble.
 * O(n), and O(depth) stack with depth ≤ RELATA_JSON_MAX_DEPTH. */
cJSON *relata_json_parse(RelataJson *json, const char *bytes, gsize n, guint line);

/* The value that a JSON Pointer (RFC 6901) names in the tree, or NULL. O(size of what it passes). */
const cJSON *relata_json_at(const RelataJson *json, const char *pointer);
/* The member of an object, or NULL; case counts. Linear in the object. */
const cJSON *relata_json_member(const cJSON *object, const char *key);
/* Where a value begins; where the key of an object's member begins. item is of the tree parsed last. */
RelataPlace relata_json_place(RelataJson *json, const cJSON *item);
RelataPlace relata_json_key_place(RelataJson *json, const cJSON *item);

/* A number as it is written, for messages: no digit lost. Newly allocated. */
char *relata_json_number(const RelataJson *json, const cJSON *number);

/* An error at a value; hint may be NULL. */
void relata_json_complain(RelataJson *json, const cJSON *item, const char *code, const char *hint,
                          const char *format, ...) G_GNUC_PRINTF(5, 6);

/* What may stand for a key, and the C type of the slot that takes it. Strings borrow from the tree. */
typedef enum {
  RELATA_JSON_STRING,     /* const char * */
  RELATA_JSON_ID,         /* const char *: not empty, without control characters */
  RELATA_JSON_DATE,       /* RelataDate: EDTF */
  RELATA_JSON_WORD,       /* int: the index of the string in the field's words; "" is no word */
  RELATA_JSON_BOOLEAN,    /* gboolean */
  RELATA_JSON_NUMBER,     /* double, finite */
  RELATA_JSON_COUNT,      /* guint: a whole number from 0, below G_MAXUINT */
  RELATA_JSON_STRINGS,    /* const cJSON *: an array of strings */
  RELATA_JSON_STRING_MAP, /* const cJSON *: an object whose values are strings */
  RELATA_JSON_ARRAY,      /* const cJSON * */
  RELATA_JSON_OBJECT,     /* const cJSON * */
  RELATA_JSON_ANY,        /* const cJSON * */
  RELATA_JSON_ITEM = 16   /* added to another: const cJSON *, of that JSON type, its value not looked at */
} RelataJsonType;

typedef struct {
  const char *key; /* NULL ends a table; a table has at most 64 rows */
  RelataJsonType type;
  gsize offset; /* of the slot in the target: offsetof(Target, member) */
  gboolean required;
  const char *const *words; /* of RELATA_JSON_WORD: NULL-terminated */
} RelataJsonField;

/* Rows of such tables, the key being the name of the struct's member. */
/* clang-format off */
#define RELATA_JSON_MAY(Struct, key, TYPE) {#key, RELATA_JSON_##TYPE, offsetof(Struct, key), FALSE, NULL}
#define RELATA_JSON_MUST(Struct, key, TYPE) {#key, RELATA_JSON_##TYPE, offsetof(Struct, key), TRUE, NULL}
#define RELATA_JSON_ONE_OF(Struct, key, words) {#key, RELATA_JSON_WORD, offsetof(Struct, key), FALSE, words}
#define RELATA_JSON_END {NULL, RELATA_JSON_ANY, 0, FALSE, NULL}
/* clang-format on */

/* Takes an object apart into target, whose slots keep what they hold where a key is absent. Not an
 * object, unknown keys (the nearest known one is named), wrong types and values, and missing required
 * keys are errors at their place; what is right is stored nevertheless. TRUE when nothing was wrong.
 * `what` names the object in messages: "a claim". O(size of the object · fields). */
gboolean relata_json_fill(RelataJson *json, const cJSON *object, const char *what,
                          const RelataJsonField *fields, void *target);

/* One value, as for a field of that type: into *slot, or FALSE after saying what is wrong with it. */
gboolean relata_json_take(RelataJson *json, const cJSON *item, const RelataJsonField *field, void *slot);

/* A JSON object's first top-level key that is among keys (NULL-terminated), or NULL; for recognising a
 * format. Looks at no more than the first 64 KiB and forgives whatever is wrong in them. */
const char *relata_json_peek(const char *bytes, gsize n, const char *const *keys);

G_END_DECLS

#endif
