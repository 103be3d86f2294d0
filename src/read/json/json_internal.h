/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What json_scan.c, json_text.c and json_fields.c share; private to them. */
#ifndef RELATA_READ_JSON_JSON_INTERNAL_H
#define RELATA_READ_JSON_JSON_INTERNAL_H

#include "read/json/json_text.h"

#include <glib.h>

G_BEGIN_DECLS

/* The first error in a text. */
typedef struct {
  gsize at;         /* byte offset; all before it is valid UTF-8 */
  const char *code; /* a diagnostic's code */
  char *message;    /* free with g_free() */
  const char *hint; /* constant, or NULL */
} RelataJsonFault;

typedef enum {
  RELATA_JSON_GOOD,
  RELATA_JSON_CUT, /* the bytes are valid up to the last one, but more must follow */
  RELATA_JSON_BAD
} RelataJsonOutcome;

/* Scans the JSON value (RFC 8259) that follows white space at the beginning of bytes. The scan is strict,
 * except that duplicate keys are found where keys are decoded. It also checks UTF-8, so that each byte is
 * read once. It sets the first elements of offsets (of guint32) to the byte offsets of all values in document
 * order, a container before its contents, and *end to the first byte after the value. `last`: nothing follows
 * these bytes, so nothing is cut. RELATA_JSON_BAD fills *fault. n ≤ G_MAXINT. O(n), constant stack. */
RelataJsonOutcome relata_json_scan(const char *bytes, gsize n, gboolean last, gsize *end, GArray *offsets,
                                   RelataJsonFault *fault);
/* Fills *fault with "expected WHAT, found …" for the byte at `at` ≤ n. A UTF-8 sequence there must be
 * complete. */
void relata_json_expect(const char *bytes, gsize n, gsize at, const char *what, const char *hint,
                        RelataJsonFault *fault);
/* Returns how many bytes of white space begin the text. */
gsize relata_json_skip_space(const char *bytes, gsize n);

/* Does the same as relata_json_parse(), but only for the first value, whose first byte is at the given line
 * and column; it skips nothing before it. RELATA_JSON_GOOD sets *used to the length of the value in bytes,
 * and *root, which is NULL where the syntax is valid but the value was refused. For RELATA_JSON_BAD, the
 * error was reported. */
RelataJsonOutcome relata_json_parse_first(RelataJson *json, const char *bytes, gsize n, gboolean last,
                                          guint line, guint column, gsize *used, cJSON **root);
/* Reports a fault of bytes that begin at the given line and column, and frees its message. */
void relata_json_complain_fault(RelataJson *json, const char *bytes, guint line, guint column,
                                RelataJsonFault *fault);

/* Returns how many bytes of an untrusted word a message shows ("%.*s"): at most 60, and whole
 * characters only. */
int relata_json_shown_length(const char *word);

/* Does the same as relata_json_complain(), but at the key of an object's member. */
void relata_json_complain_key(RelataJson *json, const cJSON *item, const char *code, const char *hint,
                              const char *format, ...) G_GNUC_PRINTF(5, 6);
/* The bit of a row among those that an object has. */
static inline guint64
relata_json_bit(guint row)
{
  return G_GUINT64_CONSTANT(1) << row;
}
/* Reports members of an object whose keys are in no row; those that other formats have for ours ("source" for
 * "from") in one error. Returns the rows that the object has, with those that it means by these keys, which
 * are not missing then. `what` as for relata_json_fill(). */
guint64 relata_json_complain_unknown(RelataJson *json, const GPtrArray *members, const char *what,
                                     const RelataJsonField *fields, guint64 seen);
/* Returns whether so many errors were reported already that hints are not worth their cost. */
gboolean relata_json_is_flooded(const RelataJson *json);

G_END_DECLS

#endif
