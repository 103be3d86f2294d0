/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What json_scan.c, json_text.c and json_fields.c share and nobody else sees. */
#ifndef RELATA_READ_JSON_INTERNAL_H
#define RELATA_READ_JSON_INTERNAL_H

#include "read/json_text.h"

#include <glib.h>

G_BEGIN_DECLS

/* The first thing that is wrong. */
typedef struct {
  gsize at;         /* byte offset; all before it is valid UTF-8 */
  const char *code; /* a diagnostic's code */
  char *message;    /* free with g_free() */
  const char *hint; /* constant, or NULL */
} RelataJsonFault;

/* A byte order mark, which some editors leave. */
#define RELATA_JSON_BOM "\xEF\xBB\xBF"

typedef enum {
  RELATA_JSON_GOOD,
  RELATA_JSON_CUT, /* all is well up to the last byte, and more must follow */
  RELATA_JSON_BAD
} RelataJsonOutcome;

/* Whether bytes begin, after white space, with a JSON value (RFC 8259), strictly: everything but duplicate
 * keys, which are seen better where keys are decoded. UTF-8 is checked on the way, so that each byte is
 * looked at once. Sets the first of offsets (of guint32) to the byte offset of every value in document order,
 * a container before what it holds, and *end to the first byte after the value. `last`: nothing follows these
 * bytes, and nothing is cut. RELATA_JSON_BAD fills *fault. n ≤ G_MAXINT. O(n), constant stack. */
RelataJsonOutcome relata_json_scan(const char *bytes, gsize n, gboolean last, gsize *end, GArray *offsets,
                                   RelataJsonFault *fault);
/* Fills *fault with "expected WHAT, found …" for the byte at `at` ≤ n; a sequence of UTF-8 there must be
 * whole. */
void relata_json_expect(const char *bytes, gsize n, gsize at, const char *what, const char *hint,
                        RelataJsonFault *fault);
/* How many of the bytes are white space before the first that is none. */
gsize relata_json_skip_space(const char *bytes, gsize n);

/* As relata_json_parse(), but of the first value only, whose first byte stands at the given line and column;
 * nothing is skipped before it. RELATA_JSON_GOOD sets *used to the value's bytes and *root, which is NULL
 * where the value is of good syntax and was refused nevertheless; RELATA_JSON_BAD was said. */
RelataJsonOutcome relata_json_parse_first(RelataJson *json, const char *bytes, gsize n, gboolean last,
                                          guint line, guint column, gsize *used, cJSON **root);
/* Says a fault of bytes that begin at the given line and column, and frees its message. */
void relata_json_complain_fault(RelataJson *json, const char *bytes, guint line, guint column,
                                RelataJsonFault *fault);

/* How many bytes of a stranger's word to show in a message ("%.*s"): at most 60, no character halved. */
int relata_json_shown_length(const char *word);

/* As relata_json_complain(), but at the key of an object's member. */
void relata_json_complain_key(RelataJson *json, const cJSON *item, const char *code, const char *hint,
                              const char *format, ...) G_GNUC_PRINTF(5, 6);
/* Whether so many errors were said already that looking for hints is a waste. */
gboolean relata_json_is_flooded(const RelataJson *json);

G_END_DECLS

#endif
